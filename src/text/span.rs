//! Places in a text: bytes inside the core, UTF-16 code units outside, two types that never mix.

use serde::Serialize;

/// A half-open stretch of a text in bytes of its UTF-8 form. Never leaves the core.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct ByteSpan {
    /// First byte inside.
    pub start: u32,
    /// First byte behind.
    pub end: u32,
}

impl ByteSpan {
    /// The stretch from `start` up to, but without, `end`.
    pub fn new(start: u32, end: u32) -> Self {
        debug_assert!(start <= end, "a span runs forward: {start}..{end}");
        Self { start, end }
    }

    /// Whether no byte lies inside.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The stretch as a range of indices into a `str`.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A half-open stretch `[start, end]` of a text in UTF-16 code units, as JavaScript counts. This is what a report carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default, Serialize)]
pub struct Utf16Span(
    /// First code unit inside.
    pub u32,
    /// First code unit behind.
    pub u32,
);
