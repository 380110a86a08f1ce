"""A Django app that shows two revisions of a Wagtail page in the element <article-diff>."""
