"""A site of a newsroom: what the app wagtail_article_diff is tried in."""
