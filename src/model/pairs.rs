//! Which sentences of the two texts belong together, and which of these pairs are out of order.

use crate::both::Both;
use std::ops::Range;

/// One or more neighbouring sentences of each text that say the same.
#[derive(Clone, Debug, PartialEq)]
pub struct SentencePair {
    /// Their indices.
    pub sentences: Both<Range<usize>>,
    /// Share of weighted words in common, 0 to 1.
    pub similarity: f32,
}

impl SentencePair {
    /// A pair of one sentence of each text.
    pub fn one_to_one(before: usize, after: usize, similarity: f32) -> Self {
        Self {
            sentences: Both::new(before..before + 1, after..after + 1),
            similarity,
        }
    }
}

/// All pairs of a comparison. A sentence is in one pair at most.
#[derive(Clone, Debug, Default)]
pub struct Alignment {
    /// In the order of both texts.
    pub in_place: Vec<SentencePair>,
    /// Out of order, sorted by the first text.
    pub moved: Vec<SentencePair>,
    /// Whether a limit of work was reached.
    pub limited: bool,
}
