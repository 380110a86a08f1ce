"""Settings of the site, beside those that `wagtail start` wrote."""

from .base import INSTALLED_APPS, MIDDLEWARE

# Before Wagtail's own apps, so that its template comes first.
INSTALLED_APPS = [
    "wagtail_article_diff",
    "newsroom",
    "wagtail.contrib.table_block",
    "wagtail.contrib.typed_table_block",
    *INSTALLED_APPS,
]
MIDDLEWARE = ["newsroom.policy.strict_policy", *MIDDLEWARE]

# No other site is asked for anything.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
