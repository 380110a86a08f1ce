//! Which token of one text is which token of the other, and which stretches were moved.

use std::ops::Range;

/// No partner.
pub const NONE: u32 = u32::MAX;

/// Token ranges of both texts that stand for one another.
#[derive(Clone, Debug, PartialEq)]
pub struct Stretch {
    /// Tokens of the first text.
    pub before: Range<usize>,
    /// Tokens of the second text.
    pub after: Range<usize>,
}

/// The state of a comparison between alignment and report. Partners are mutual; in place and inside each move they run forward
/// in both texts.
#[derive(Clone, Debug, Default)]
pub struct Matching {
    /// The partner of each token of the first text, or [`NONE`].
    pub before: Vec<u32>,
    /// The partner of each token of the second text, or [`NONE`].
    pub after: Vec<u32>,
    /// Stretches out of place, disjoint on each side, in the order of the first text.
    pub moves: Vec<Stretch>,
    /// Stretches of the same words in another order; none of their tokens has a partner. In the order of the first text.
    pub orders: Vec<Stretch>,
    /// Pairs of sentences that belong together, as stretches of tokens, in the order of the first text.
    pub pairs: Vec<Stretch>,
    /// How alike each of `pairs` is, 0 to 1.
    pub likeness: Vec<f32>,
    /// Whether some limit of work was reached.
    pub limited: bool,
}

impl Matching {
    /// Nothing matched yet.
    pub fn new(before: usize, after: usize) -> Self {
        Self {
            before: vec![NONE; before],
            after: vec![NONE; after],
            ..Self::default()
        }
    }

    /// Makes two tokens partners.
    pub fn link(&mut self, before: usize, after: usize) {
        self.before[before] = after as u32;
        self.after[after] = before as u32;
    }

    /// Parts a token of the first text from its partner.
    pub fn unlink(&mut self, before: usize) {
        let after = std::mem::replace(&mut self.before[before], NONE);
        if after != NONE {
            self.after[after as usize] = NONE;
        }
    }

    /// The stretches between partners inside `within`: what was changed there, sides possibly empty but never both.
    pub fn holes(&self, within: &Stretch) -> Vec<Stretch> {
        let mut holes = Vec::new();
        let (mut i, mut j) = (within.before.start, within.after.start);
        loop {
            let partners = self.before[i..within.before.end].iter();
            let run = partners
                .zip(j as u32..)
                .take_while(|(&one, other)| one == *other);
            let run = run.count();
            (i, j) = (i + run, j + run);
            if i >= within.before.end && j >= within.after.end {
                return holes;
            }
            let i_end = (i..within.before.end)
                .find(|&k| self.before[k] != NONE)
                .unwrap_or(within.before.end);
            let j_end = if i_end < within.before.end {
                self.before[i_end] as usize
            } else {
                within.after.end
            };
            holes.push(Stretch {
                before: i..i_end,
                after: j..j_end,
            });
            (i, j) = (i_end, j_end);
        }
    }
}
