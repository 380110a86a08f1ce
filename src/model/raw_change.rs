//! A change before it has a class, and a move with its white space.

use super::matching::TokenRanges;
use crate::both::Both;
use crate::text::span::ByteSpan;

/// What a raw change is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RawKind {
    /// White space between tokens.
    Whitespace,
    /// The form of a token that is the same once folded: case, typography, invisible characters.
    Form,
    /// Words or punctuation.
    Words,
    /// The same words in another order.
    Order,
    /// A figure with the word that it counts, in the singular or the plural that the figure needs.
    Counted,
}

/// A change before it has a class.
#[derive(Clone, Debug)]
pub struct RawChange {
    /// The bytes that differ.
    pub spans: Both<ByteSpan>,
    /// The tokens concerned. An empty range is before the token that follows the place.
    pub tokens: TokenRanges,
    /// What it is about.
    pub kind: RawKind,
}

/// All raw changes, those in place first, then those inside each move.
#[derive(Clone, Debug, Default)]
pub struct RawChanges {
    /// The changes.
    pub changes: Vec<RawChange>,
    /// The bytes of each move, with the white space that moved along.
    pub moves: Vec<Both<ByteSpan>>,
}
