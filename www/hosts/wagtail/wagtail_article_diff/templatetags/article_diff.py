"""`{% article_diff_story as story %}` for the template of Wagtail's view that compares revisions."""

from django import template

from ..story import compare

register = template.Library()


@register.simple_tag(takes_context=True)
def article_diff_story(context):
    view = context["view"]
    panel = view.get_edit_handler().get_bound_panel(instance=view.object, request=view.request, form=None)
    return compare(panel.get_comparison(), context["revision_a"], context["revision_b"])
