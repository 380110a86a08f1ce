"""What `wagtail_article_diff` makes of each kind of block and field. `manage.py test newsroom` runs it."""

import datetime
from io import BytesIO

from django.core.files.images import ImageFile
from django.test import TestCase
from PIL import Image as Pillow
from wagtail import blocks
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.documents.models import Document
from wagtail.embeds.blocks import EmbedBlock, EmbedValue
from wagtail.embeds.models import Embed
from wagtail.images.blocks import ImageBlock, ImageChooserBlock
from wagtail.images.models import Image, Rendition
from wagtail.models import Page
from wagtail_article_diff.html import block, rich_text
from wagtail_article_diff.story import is_of_story

from .models import StoryPage


class BlocksTest(TestCase):
    def assertBecomes(self, definition, value, html):
        definition.set_name("example")
        self.assertHTMLEqual(block(definition, definition.normalize(value)), html)

    def make_image(self):
        file = BytesIO()
        Pillow.new("RGB", (2, 2)).save(file, "PNG")
        return Image.objects.create(title="The lock", file=ImageFile(file, name="lock.png"))

    def test_text(self):
        self.assertBecomes(blocks.CharBlock(), "5 < 7 & so on", "<p>5 &lt; 7 &amp; so on</p>")
        self.assertBecomes(blocks.CharBlock(article_diff_tag="h2"), "A head", "<h2>A head</h2>")
        self.assertBecomes(blocks.TextBlock(), "one\ntwo", "<p>one<br>two</p>")
        self.assertBecomes(blocks.BlockQuoteBlock(), "Nobody.", "<blockquote><p>Nobody.</p></blockquote>")
        self.assertBecomes(blocks.RawHTMLBlock(), "<b onclick=x>", "<pre>&lt;b onclick=x&gt;</pre>")
        self.assertBecomes(blocks.RichTextBlock(), "<p>a <b>b</b></p>", "<p>a <b>b</b></p>")
        self.assertBecomes(blocks.CharBlock(), None, "")

    def test_others_are_told_with_their_names(self):
        self.assertBecomes(blocks.DateBlock(), datetime.date(2026, 6, 1), "<p>Example: 2026-06-01</p>")
        self.assertBecomes(blocks.BooleanBlock(), False, "<p>Example: False</p>")

    def test_addresses(self):
        self.assertBecomes(blocks.URLBlock(), "https://a.test/", '<p><a href="https://a.test/">https://a.test/</a></p>')
        page = Page.objects.get(slug="home")
        self.assertBecomes(blocks.PageChooserBlock(), page, f'<p><a href="{page.url}">Home</a></p>')
        document = Document.objects.create(title="Report", file="documents/report.pdf")
        self.assertBecomes(DocumentChooserBlock(), document, f'<p><a href="{document.url}">Report</a></p>')
        self.assertEqual(rich_text(f'<a linktype="page" id="{page.pk}">x</a>'), f'<a href="{page.url}">x</a>')

    def test_pictures_make_no_renditions(self):
        image = self.make_image()
        self.assertBecomes(ImageChooserBlock(), image, f'<img src="{image.file.url}" alt="The lock">')
        image.contextual_alt_text, image.decorative = "Empty", False
        self.assertBecomes(ImageBlock(), image, f'<img src="{image.file.url}" alt="Empty">')
        source = f'<embed embedtype="image" id="{image.pk}" format="left" alt="A &quot;lock&quot;"/>'
        self.assertHTMLEqual(rich_text(source), f'<img src="{image.file.url}" alt="A &quot;lock&quot;">')
        self.assertEqual(rich_text('<embed embedtype="image" id="999" format="left" alt=""/>'), "")
        self.assertFalse(Rendition.objects.exists())

    def test_embeds_are_not_fetched(self):
        address = "https://video.test/1"
        self.assertBecomes(EmbedBlock(), EmbedValue(address), f'<iframe src="{address}"></iframe>')
        self.assertEqual(rich_text(f'<embed embedtype="media" url="{address}"/>'), f'<iframe src="{address}"></iframe>')
        self.assertFalse(Embed.objects.exists())

    def test_blocks_in_blocks(self):
        person = blocks.StructBlock([("name", blocks.CharBlock()), ("says", blocks.BlockQuoteBlock())])
        self.assertBecomes(
            blocks.ListBlock(person),
            [{"name": "Ada", "says": "No."}, {"name": "Bo", "says": "Yes."}],
            "<p>Ada</p><blockquote><p>No.</p></blockquote><p>Bo</p><blockquote><p>Yes.</p></blockquote>",
        )

    def test_tables(self):
        table = block(TableBlock(), {"data": [["Ada", "12"]], "first_row_is_table_header": False, "first_col_is_header": False})
        self.assertInHTML("<td>12</td>", table)
        typed = TypedTableBlock([("text", blocks.CharBlock())])
        value = typed.to_python({"columns": [{"type": "text", "heading": "Name"}], "rows": [{"values": ["Bo"]}], "caption": ""})
        self.assertIn("Bo", block(typed, value))
        self.assertIn("<table", block(typed, value))


class FieldsTest(TestCase):
    def test_the_story_is_what_a_reader_reads(self):
        fields = {field.name: field for field in StoryPage._meta.get_fields() if hasattr(field, "attname")}
        for name in ("title", "body"):
            self.assertTrue(is_of_story(fields[name]), name)
        for name in ("slug", "seo_title", "search_description", "go_live_at", "owner"):
            self.assertFalse(is_of_story(fields[name]), name)
