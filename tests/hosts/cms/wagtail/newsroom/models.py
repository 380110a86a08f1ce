from wagtail.admin.panels import FieldPanel
from wagtail.blocks import BlockQuoteBlock, CharBlock, RichTextBlock
from wagtail.fields import StreamField
from wagtail.models import Page


class StoryPage(Page):
    body = StreamField(
        [
            ("heading", CharBlock(article_diff_tag="h2")),
            ("paragraph", RichTextBlock()),
            ("quote", BlockQuoteBlock()),
        ],
        blank=True,
    )
    content_panels = [*Page.content_panels, FieldPanel("body")]
    template = "home/welcome_page.html"
