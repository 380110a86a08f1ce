//! Ranges of a text: bytes inside the core, UTF-16 code units in reports. The two types never mix.

use serde::{Serialize, Serializer};

/// A half-open range of a text in bytes of its UTF-8 form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct ByteSpan {
    /// The first byte inside.
    pub start: u32,
    /// The first byte after it.
    pub end: u32,
}

impl ByteSpan {
    /// The range from `start` up to, but without, `end`.
    pub fn new(start: u32, end: u32) -> Self {
        debug_assert!(start <= end, "a span runs forward: {start}..{end}");
        Self { start, end }
    }

    /// Whether no byte is inside.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The span as a range of indices into a `str`.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A half-open range of a text in UTF-16 code units, as JavaScript counts. A report names all places so; as JSON it is
/// `[start, end]`.
///
/// ```
/// let report = article_diff::compare("It rained.", "It rained, too.", &Default::default());
/// let span = report.changes[0].after;
/// let after: Vec<u16> = "It rained, too.".encode_utf16().collect();
/// let text = String::from_utf16_lossy(&after[span.start as usize..span.end as usize]);
/// assert_eq!(text, ", too");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Utf16Span {
    /// The first code unit inside.
    pub start: u32,
    /// The first code unit after it.
    pub end: u32,
}

impl Utf16Span {
    /// The range from `start` up to, but without, `end`.
    ///
    /// ```
    /// use article_diff::span::Utf16Span;
    /// assert_eq!(Utf16Span::new(3, 5).end, 5);
    /// ```
    pub fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }
}

impl Serialize for Utf16Span {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (self.start, self.end).serialize(serializer)
    }
}
