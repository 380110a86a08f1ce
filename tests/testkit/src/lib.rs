//! What tests, fuzz targets and benches share. It knows the public crate only.
//!
//! | module | holds |
//! | --- | --- |
//! | `laws` | the laws of a report, stated once |
//! | `classes` | law 3: whether what a class says of both sides is true, by folds of its own |
//! | `documents` | the law of formats, for reports on two documents |
//! | `twin` | a slow and simple comparison of words, and a slow and simple way to rebuild the second text from the report |
//! | `notation` | labelled lines, `[before/after]`, and how a change is written down |
//! | `prose` | a report as a text that a person can read |
//! | `cases` | the pairs of `tests/cases` and the labelled lines of `tests/classes` |
//! | `generate` | pairs of texts out of random bytes, for proptest and for fuzzers |

pub mod cases;
pub mod classes;
pub mod documents;
pub mod generate;
pub mod laws;
pub mod notation;
pub mod prose;
pub mod twin;

use article_diff::span::Utf16Span;
use std::ops::Range;

/// A span as a range of indices.
pub fn range(span: Utf16Span) -> Range<usize> {
    span.start as usize..span.end as usize
}

/// A text as JavaScript holds it.
pub fn units(text: &str) -> Vec<u16> {
    text.encode_utf16().collect()
}
