//! Matching → for every token without partner, what it is tied to on the other side.

use super::Sides;
use crate::model::matching::{Matching, Stretch};
use crate::text::units::Units;
use std::ops::Range;

/// What ties the tokens of a hole together: segments of the same tie on both sides are one replacement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tie {
    /// The same words in another order.
    Order(u32),
    /// Sentences that belong together.
    Pair(u32),
    /// Nothing on the other side.
    Sentence(u32),
    /// A block without any pair.
    Block(u32),
}

impl Tie {
    /// Whether stretches with these ties stand for each other.
    pub fn replaces(self, other: Tie) -> bool {
        self == other && matches!(self, Tie::Order(_) | Tie::Pair(_))
    }
}

/// For every token, which tie it has.
pub struct Ties {
    /// Those of the first text.
    pub before: Vec<Tie>,
    /// Those of the second text.
    pub after: Vec<Tie>,
}

impl Ties {
    /// Reads them off a matching.
    pub fn new(sides: Sides<'_>, matching: &Matching) -> Self {
        let side = |units: &Units, of: fn(&Stretch) -> &Range<usize>| {
            let mut paired = vec![false; units.blocks.len()];
            let mut ties = vec![Tie::Sentence(0); units.tokens.len()];
            let blocks = units.blocks_of_tokens();
            for stretch in &matching.pairs {
                for at in of(stretch).clone() {
                    paired[blocks[at]] = true;
                }
            }
            for (index, sentence) in units.sentences.iter().enumerate() {
                let tie = if paired[sentence.block] {
                    Tie::Sentence(index as u32)
                } else {
                    Tie::Block(sentence.block as u32)
                };
                ties[sentence.tokens.clone()].fill(tie);
            }
            for (index, stretch) in matching.pairs.iter().enumerate() {
                ties[of(stretch).clone()].fill(Tie::Pair(index as u32));
            }
            for (index, stretch) in matching.orders.iter().enumerate() {
                ties[of(stretch).clone()].fill(Tie::Order(index as u32));
            }
            ties
        };
        Self {
            before: side(sides.before.1, |stretch| &stretch.before),
            after: side(sides.after.1, |stretch| &stretch.after),
        }
    }
}
