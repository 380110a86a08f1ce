from django.apps import AppConfig


class ArticleDiffConfig(AppConfig):
    name = "wagtail_article_diff"
    label = "wagtail_article_diff"
    verbose_name = "Article diff"
