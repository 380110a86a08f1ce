"""The value of a field -> HTML with the structure that <article-diff> compares.

A page that is shown to readers makes renditions of pictures and asks other sites for their embeds. A comparison needs neither: a
picture is told by its file, and an embed by its address. So nothing is written and nothing is fetched here.
"""

from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe
from wagtail import blocks
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.contrib.typed_table_block.blocks import BaseTypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.embeds.blocks import EmbedBlock
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock, ImageChooserBlock
from wagtail.rich_text import features
from wagtail.rich_text.rewriters import EmbedRewriter, LinkRewriter, MultiRuleRewriter


def picture(image, alt=None):
    if image is None:
        return ""
    return format_html('<img src="{}" alt="{}">', image.file.url, image.title if alt is None else alt)


def embed(address):
    return format_html('<iframe src="{}"></iframe>', address)


def link(address, text):
    return format_html('<p><a href="{}">{}</a></p>', address or "", text)


def _pictures_of_rich_text(all_attributes):
    numbers = {attributes.get("id") for attributes in all_attributes}
    images = {str(key): image for key, image in get_image_model().objects.in_bulk(numbers).items()}
    return [
        picture(images.get(attributes.get("id")), attributes.get("alt", "")) for attributes in all_attributes
    ]


def rich_text(source):
    """Rich text as the database has it -> HTML: links to pages and documents get their addresses."""
    handlers = features.get_embed_types()
    embeds = {name: handler.expand_db_attributes_many for name, handler in handlers.items()}
    embeds["image"] = _pictures_of_rich_text
    embeds["media"] = lambda all_attributes: [embed(attributes.get("url", "")) for attributes in all_attributes]
    links = {
        name: handler.expand_db_attributes_many for name, handler in features.get_link_types().items()
    }
    rewrite = MultiRuleRewriter([LinkRewriter(bulk_rules=links), EmbedRewriter(bulk_rules=embeds)])
    return mark_safe(rewrite(source or ""))  # noqa: S308 - it is compared as text, and escaped as an attribute


def plain_text(text, tag="p"):
    """Plain text -> paragraphs: lines are kept."""
    lines = mark_safe("<br>".join(escape(line) for line in str(text).splitlines()))  # noqa: S308 - escaped
    return format_html("<{0}>{1}</{0}>", mark_safe(tag), lines)  # noqa: S308 - a tag of the site's own code


def block(definition, value):
    """The value of a block -> HTML. `article_diff_tag` in the block's Meta says what its text is: "h2", for example."""
    if value is None or value == "":
        return ""
    match definition:
        case blocks.RichTextBlock():
            return rich_text(value.source)
        case blocks.RawHTMLBlock():
            return plain_text(value, "pre")
        case blocks.BlockQuoteBlock():
            return format_html("<blockquote>{}</blockquote>", plain_text(value))
        case blocks.CharBlock() | blocks.TextBlock():
            return plain_text(value, getattr(definition.meta, "article_diff_tag", "p"))
        case ImageBlock():
            return picture(value, "" if value.decorative else value.contextual_alt_text)
        case ImageChooserBlock():
            return picture(value)
        case EmbedBlock():
            return embed(value.url)
        case blocks.URLBlock():
            return link(value, value)
        case DocumentChooserBlock() | blocks.PageChooserBlock():
            return link(value.url, value.title)
        case blocks.StreamBlock():
            return mark_safe("\n".join(block(child.block, child.value) for child in value))  # noqa: S308 - made here
        case blocks.ListBlock() | blocks.StructBlock():
            children = value.bound_blocks
            children = children.values() if isinstance(definition, blocks.StructBlock) else children
            return mark_safe("\n".join(block(child.block, child.value) for child in children))  # noqa: S308 - made here
        case TableBlock() | BaseTypedTableBlock():
            return definition.render(value)
        case _:
            # Numbers, dates, choices, and blocks of the site's own.
            return format_html("<p>{}: {}</p>", definition.label, definition.render_basic(value))
