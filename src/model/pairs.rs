//! Which sentences of the two texts belong together, and which of these pairs stand out of order.

use std::ops::Range;

/// One or more neighbouring sentences of each text that say the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// Sentences of the first text.
    pub before: Range<usize>,
    /// Sentences of the second text.
    pub after: Range<usize>,
    /// Share of weighted words in common, 0 to 1.
    pub likeness: f32,
}

/// All pairs of a comparison. A sentence stands in one pair at most.
#[derive(Clone, Debug, Default)]
pub struct Pairs {
    /// In the order of both texts.
    pub in_place: Vec<Pair>,
    /// Out of order, in the order of the first text.
    pub moved: Vec<Pair>,
    /// Whether some limit of work was reached.
    pub limited: bool,
}
