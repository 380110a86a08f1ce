//! A text with its structure, as an editor or a CMS holds it: what its blocks are, and what is marked inside them.
//!
//! ```
//! use article_diff::document::{Document, Format, FormatKind};
//! use article_diff::span::Utf16Span;
//! let text: Vec<u16> = "A bold word".encode_utf16().collect();
//! let bold = Format { kind: FormatKind::Strong, span: Utf16Span::new(2, 6), value: 0 };
//! let document = Document { text: &text, formats: &[bold] };
//! assert!(document.formats[0].kind.is_compared());
//! ```

use crate::text::span::Utf16Span;
use serde::Serialize;

/// A text with its structure.
#[derive(Clone, Copy, Debug, Default)]
pub struct Document<'t> {
    /// The text as UTF-16 code units, well-formed or not.
    pub text: &'t [u16],
    /// What its spans are, in any order; but an [`Alt`](FormatKind::Alt) follows its image.
    pub formats: &'t [Format],
}

/// What a span of a text is: a block of some kind, or marked in some way. Formats may lie in one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Format {
    /// What the span is.
    pub kind: FormatKind,
    /// Where. An image and an embed stand at the start of theirs, and take no text.
    pub span: Utf16Span,
    /// The number of the address, the level and so on. The caller numbers such values; equal numbers are equal values.
    pub value: u32,
}

/// What a span of a text may be. The first ones are compared. The order is that of [`FormatKind::ALL`], and part of the contract with the
/// binding for JavaScript.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum FormatKind {
    /// Leads to an address.
    Link,
    /// A picture; the value is its source.
    Image,
    /// The alternative text of the image that it follows, with the same span.
    Alt,
    /// A heading; the value is its level.
    Heading,
    /// An item of a list; the value says whether the list is ordered.
    List,
    /// An item of a list that is inside another; the value says how deep.
    Depth,
    /// A quotation that is a block of its own.
    Quote,
    /// Text whose white space is kept.
    Preformatted,
    /// A cell of a table.
    Table,
    /// The caption of a picture or of a table.
    Caption,
    /// Stressed, as italics show it.
    Emphasis,
    /// Important, as bold type shows it.
    Strong,
    /// Underlined.
    Underline,
    /// Struck through.
    Strike,
    /// Program code.
    Code,
    /// Below the line.
    Sub,
    /// Above the line.
    Sup,
    /// Something from elsewhere, such as a video; the value is its source.
    Embed,
    /// A paragraph. This one and those below say what a block is, and are not compared.
    Paragraph,
    /// The part of a story that is its headline.
    Headline,
    /// The part of a story that is its standfirst.
    Standfirst,
}

impl FormatKind {
    /// All kinds in their order, by which a caller may number them.
    pub const ALL: [FormatKind; 21] = [
        FormatKind::Link,
        FormatKind::Image,
        FormatKind::Alt,
        FormatKind::Heading,
        FormatKind::List,
        FormatKind::Depth,
        FormatKind::Quote,
        FormatKind::Preformatted,
        FormatKind::Table,
        FormatKind::Caption,
        FormatKind::Emphasis,
        FormatKind::Strong,
        FormatKind::Underline,
        FormatKind::Strike,
        FormatKind::Code,
        FormatKind::Sub,
        FormatKind::Sup,
        FormatKind::Embed,
        FormatKind::Paragraph,
        FormatKind::Headline,
        FormatKind::Standfirst,
    ];

    /// Whether it is something that stands in a place and takes no text.
    pub fn is_object(self) -> bool {
        matches!(
            self,
            FormatKind::Image | FormatKind::Alt | FormatKind::Embed
        )
    }

    /// Whether it is compared.
    pub fn is_compared(self) -> bool {
        self < FormatKind::Paragraph
    }
}
