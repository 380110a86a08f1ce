"""`{% article_diff_story as story %}` for the template of Wagtail's view that compares revisions."""

from django import template
from django.utils.formats import date_format
from django.utils.timezone import localtime

from ..story import compare

register = template.Library()


def name_of(view, revision_id, heading):
    """A revision's time as the reader writes it. Words such as "Live" stay as Wagtail has translated them."""
    if not str(revision_id).isdigit():
        return heading
    return date_format(localtime(view.object.revisions.get(id=revision_id).created_at), "DATETIME_FORMAT")


@register.simple_tag(takes_context=True)
def article_diff_story(context):
    view = context["view"]
    panel = view.get_edit_handler().get_bound_panel(instance=view.object, request=view.request, form=None)
    story = compare(panel.get_comparison(), context["revision_a"], context["revision_b"])
    story.name_before = name_of(view, view.revision_id_a, context["revision_a_heading"])
    story.name_after = name_of(view, view.revision_id_b, context["revision_b_heading"])
    return story
