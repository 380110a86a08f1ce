"""Two revisions of a page -> the story in either, and the comparisons of all fields that are no part of it."""

from dataclasses import dataclass, field

from django.db import models
from wagtail.admin.compare import FieldComparison
from wagtail.fields import RichTextField, StreamField

from . import html

#: Fields of Wagtail's own that are about the page and not of the story.
ABOUT_THE_PAGE = {"slug", "seo_title", "search_description"}


@dataclass
class Story:
    #: HTML, never marked as safe: it is an attribute of the element.
    before: str = ""
    after: str = ""
    #: What the reader calls the two revisions: a time, or a word of Wagtail's such as "Live".
    name_before: str = ""
    name_after: str = ""
    #: The comparisons by Wagtail of what the story is made of, where it differs.
    comparison: list = field(default_factory=list)
    #: The comparisons by Wagtail of everything else that differs.
    others: list = field(default_factory=list)


def is_of_story(model_field):
    """Whether a field holds text that a reader reads. A model may name such fields itself, in `article_diff_fields`."""
    if named := getattr(model_field.model, "article_diff_fields", None):
        return model_field.name in named
    if isinstance(model_field, (RichTextField, StreamField)):
        return True
    is_plain = isinstance(model_field, (models.TextField, models.CharField)) and not isinstance(
        model_field, (models.SlugField, models.URLField, models.EmailField)
    )
    return is_plain and not model_field.choices and model_field.name not in ABOUT_THE_PAGE


def html_of(model_field, value):
    if value is None or value == "":
        return ""
    if isinstance(model_field, StreamField):
        return html.block(model_field.stream_block, value)
    if isinstance(model_field, RichTextField):
        return html.rich_text(value)
    return html.plain_text(value, "h1" if model_field.name == "title" else "p")


def compare(comparisons, revision_a, revision_b):
    """`comparisons` are what the bound panels of the page give: they leave out what the user may not see."""
    story = Story()
    for compare_field in comparisons:
        comparison = compare_field(revision_a, revision_b)
        of_story = isinstance(comparison, FieldComparison) and is_of_story(comparison.field)
        if of_story:
            story.before += f"{html_of(comparison.field, comparison.val_a)}\n"
            story.after += f"{html_of(comparison.field, comparison.val_b)}\n"
        if comparison.has_changed():
            (story.comparison if of_story else story.others).append(comparison)
    return story
