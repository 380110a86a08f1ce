//! One text, as far as the division of changes asks.

use crate::classify::context::TextView;
use std::ops::Range;

/// One text, as far as the division of changes asks.
#[derive(Clone, Copy)]
pub struct DividedSide<'a> {
    /// The text and its parts.
    pub view: TextView<'a>,
    /// Ranges of tokens that a reader takes in as one, in text order.
    pub expressions: &'a [Range<usize>],
    /// For every token, whether it stands in quotation marks.
    pub quoted: &'a [bool],
}
