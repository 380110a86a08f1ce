//! The words of both texts → how much each weighs by its rarity, and its stem.

use super::counting::{add_up, take_one};
use crate::both::Both;
use crate::text::lexicon::Lexicon;
use crate::text::units::{Token, TokenKind, Units};

/// The weight of a word that occurs once in each text. Weights are whole numbers, so that sums are the same on each machine.
pub const UNIT: u32 = 256;

/// Letters of a small word at most, in the Latin alphabet. Such a word says little, however rare it is.
const MAX_SMALL_WORD: usize = 3;

/// The share (numerator, denominator) of its weight that a small word keeps.
const SMALL_WORD_SHARE: (u32, u32) = (6, 10);
/// The weight of the commonest word, in 1/256: something, so that two sentences of common words are still alike.
const MIN_WEIGHT: u32 = 4;

/// How many times less than a word a figure says about the subject of a sentence.
const FIGURE_DIVISOR: u32 = 8;

/// The weight and the stem of each folded id.
pub struct Weights {
    /// By folded id, in 1/256 of a word.
    of: Vec<u32>,
    pub(super) stems: Vec<u32>,
    /// The place of each folded id in the order of stems, then of folded ids: that of `WeightedTerm::key`.
    pub(super) ranks: Vec<u32>,
}

/// log2 in 1/256, linear between powers of two, so that it is the same on each machine.
fn log2(value: u32) -> u32 {
    let top = 31 - value.max(1).leading_zeros();
    let fraction = ((u64::from(value.max(1)) << 8 >> top) & 0xff) as u32;
    top * 256 + fraction
}

impl Weights {
    /// Weighs each word of both texts by its rarity: [`UNIT`] for a word that occurs once in each, and less with the square of the
    /// logarithm of its frequency, so that in an article "the" weighs about a fifth of that.
    #[inline(never)]
    pub fn new(units: Both<&Units>, lexicon: &Lexicon<'_>, stems: bool) -> Self {
        let stems = if stems {
            lexicon.stems()
        } else {
            (0..lexicon.len() as u32).collect()
        };
        let mut counts = vec![0u32; lexicon.len()];
        let mut total = 0u32;
        let tokens = units.into_iter().flat_map(|units| &units.tokens);
        for token in tokens.filter(|token| token.is_word()) {
            counts[stems[token.folded as usize] as usize] += 1;
            total += 1;
        }
        let max = log2(1 + total / 2).max(1);
        let of = (0..lexicon.len())
            .map(|id| {
                let count = counts[stems[id] as usize].max(2);
                let share = (log2(1 + total / count) * UNIT / max).min(UNIT);
                let word = lexicon.folded(id as u32);
                let small =
                    word.len() <= MAX_SMALL_WORD && word.bytes().all(|b| b.is_ascii_lowercase());
                let weight = share * share / UNIT;
                (if small {
                    weight * SMALL_WORD_SHARE.0 / SMALL_WORD_SHARE.1
                } else {
                    weight
                })
                .max(MIN_WEIGHT)
            })
            .collect();
        let ranks = ranks(&stems);
        Self { of, stems, ranks }
    }
}

impl Weights {
    /// The weight of a folded id.
    pub fn of(&self, folded: u32) -> u32 {
        self.of[folded as usize]
    }

    /// The weight of a word where sentences and blocks are distinguished. Figures change from one version to the next, and in
    /// tables and lists the same ones come again, so a name says more than all figures after it.
    /// ```text
    /// before  [York 9 2] [Hull 15 7]      after  [York 15 7] [Hull 9 2]
    /// ```
    pub fn as_evidence(&self, token: &Token) -> u32 {
        let weight = self.of(token.folded);
        if token.kind == TokenKind::Number {
            weight / FIGURE_DIVISOR
        } else {
            weight
        }
    }

    /// The weight of some folded ids together.
    pub fn sum(&self, folded: impl Iterator<Item = u32>) -> u32 {
        folded.map(|id| self.of(id)).sum()
    }

    /// How many folded ids there are.
    pub fn len(&self) -> usize {
        self.of.len()
    }

    /// The stem id of a folded id; there are no more of them than of folded ids.
    pub fn stem(&self, folded: u32) -> usize {
        self.stems[folded as usize] as usize
    }
}

/// The place of each id in the order of stems.
fn ranks(stems: &[u32]) -> Vec<u32> {
    let mut free = vec![0u32; stems.len() + 1];
    for &stem in stems {
        free[stem as usize + 1] += 1;
    }
    add_up(&mut free);
    stems
        .iter()
        .map(|&stem| take_one(&mut free[stem as usize]))
        .collect()
}
