"""`manage.py make_story` reads two versions of a story and makes a page of them: one is live, the other a later draft."""

import json
import sys

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand
from wagtail.models import Site

from ...models import StoryPage


def body(story):
    def value(block):
        if block["kind"] == "paragraph":
            return f"<p>{block['html']}</p>"
        return block["html"]

    return [{"type": block["kind"], "id": str(number), "value": value(block)} for number, block in enumerate(story["blocks"])]


class Command(BaseCommand):
    help = __doc__

    def handle(self, *args, **options):
        story = json.load(sys.stdin)
        user = get_user_model().objects.create_superuser("editor", "editor@newsroom.test", "editor")
        page = StoryPage(title=story["before"]["title"], slug="story", body=json.dumps(body(story["before"])))
        Site.objects.get(is_default_site=True).root_page.add_child(instance=page)
        page.save_revision(user=user, log_action=True).publish(user=user)
        page.title = story["after"]["title"]
        page.body = json.dumps(body(story["after"]))
        page.save_revision(user=user, log_action=True)
        self.stdout.write(f"page {page.pk}")
