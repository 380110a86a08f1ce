//! Which token of one text is which token of the other, and which ranges were moved or reordered.

use super::pairs::SentencePair;
use crate::both::Both;
use std::ops::Range;

/// A range of tokens of each text.
pub type TokenRanges = Both<Range<usize>>;

/// The partner of each token of one text.
#[derive(Clone, Debug, Default)]
pub struct Partners(Vec<u32>);

/// Stands for "no partner".
const NONE: u32 = u32::MAX;

impl Partners {
    /// The partner of a token in the other text.
    pub fn of(&self, token: usize) -> Option<usize> {
        Some(self.0[token])
            .filter(|&partner| partner != NONE)
            .map(|partner| partner as usize)
    }

    /// Whether a token has a partner.
    pub fn has(&self, token: usize) -> bool {
        self.0[token] != NONE
    }
}

/// Two groups of sentences that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct MatchedPair {
    /// The sentences, with how similar they are.
    pub pair: SentencePair,
    /// Their tokens.
    pub tokens: TokenRanges,
    /// Whether the pair is out of order.
    pub moved: bool,
}

/// The state of a comparison between alignment and report. Partners are mutual. Outside of moves, and inside each move, they run
/// forward in both texts.
#[derive(Clone, Debug, Default)]
pub struct Matching {
    /// The partner of each token.
    pub partners: Both<Partners>,
    /// Ranges out of place, disjoint on each side, sorted by the first text.
    pub moves: Vec<TokenRanges>,
    /// Ranges of the same words in another order, sorted by the first text. None of their tokens has a partner.
    pub reorderings: Vec<TokenRanges>,
    /// The pairs of sentences, sorted by the first text.
    pub pairs: Vec<MatchedPair>,
    /// Whether a limit of work was reached.
    pub limited: bool,
}

impl Matching {
    /// A matching of this many tokens, with no partners yet.
    pub fn new(tokens: Both<usize>) -> Self {
        Self {
            partners: tokens.map(|count| Partners(vec![NONE; count])),
            ..Self::default()
        }
    }

    /// Makes two tokens partners.
    pub fn link(&mut self, before: usize, after: usize) {
        self.partners.before.0[before] = after as u32;
        self.partners.after.0[after] = before as u32;
    }

    /// Parts a token of the first text from its partner.
    pub fn unlink(&mut self, before: usize) {
        let after = std::mem::replace(&mut self.partners.before.0[before], NONE);
        if after != NONE {
            self.partners.after.0[after as usize] = NONE;
        }
    }

    /// The ranges between partners inside `within`: what was changed there. A side may be empty, but never both.
    pub fn unmatched_ranges(&self, within: &TokenRanges) -> Vec<TokenRanges> {
        let partners = &self.partners.before;
        let mut ranges = Vec::new();
        let (mut i, mut j) = (within.before.start, within.after.start);
        loop {
            let run = (i..within.before.end)
                .zip(j..)
                .take_while(|&(one, other)| partners.0[one] == other as u32)
                .count();
            (i, j) = (i + run, j + run);
            if i >= within.before.end && j >= within.after.end {
                return ranges;
            }
            let next = (i..within.before.end).find(|&token| partners.has(token));
            let i_end = next.unwrap_or(within.before.end);
            let j_end = next
                .and_then(|token| partners.of(token))
                .unwrap_or(within.after.end);
            ranges.push(Both::new(i..i_end, j..j_end));
            (i, j) = (i_end, j_end);
        }
    }
}
