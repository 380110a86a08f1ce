//! Where a text may be cut without parting what a reader sees as one character.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

/// Whether a cut before byte `at` parts no grapheme cluster (UAX #29).
pub fn is_boundary(text: &str, at: usize) -> bool {
    if at == 0 || at >= text.len() {
        return true;
    }
    let bytes = text.as_bytes();
    if bytes[at - 1].is_ascii() && bytes[at].is_ascii() {
        return !(bytes[at - 1] == b'\r' && bytes[at] == b'\n');
    }
    GraphemeCursor::new(at, text.len(), true)
        .is_boundary(text, 0)
        .unwrap_or(true)
}

/// Words, spaces and marks of a stretch by Unicode's default rules (UAX #29), with their byte offsets.
pub fn word_bounds(stretch: &str) -> impl Iterator<Item = (usize, &str)> {
    stretch.split_word_bound_indices()
}
