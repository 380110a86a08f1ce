//! One text, with what changes are divided by.

use crate::classify::context::TextView;
use std::ops::Range;

/// One text, with what changes are divided by.
#[derive(Clone, Copy)]
pub struct DividedSide<'a> {
    /// The text and its parts.
    pub view: TextView<'a>,
    /// Ranges of tokens that a reader takes in as one, in text order.
    pub expressions: &'a [Range<usize>],
    /// For every token, whether it is in quotation marks.
    pub quoted: &'a [bool],
}
