//! What the steps of the alignment share.

use super::sentence_ids::SentenceIds;
use crate::both::Both;
use crate::model::comparison::Comparison;
use crate::options::Options;
use crate::similarity::{dice, shared_weight, CharacterPairs, WordBags};
use std::ops::Range;

/// The comparison, with the words of its sentences sorted for comparing.
pub struct AlignmentContext<'c> {
    pub comparison: &'c Comparison<'c>,
    pub ids: &'c SentenceIds,
    pub bags: Both<WordBags>,
}

impl<'c> AlignmentContext<'c> {
    /// Sorts the words of those sentences that `wanted` names.
    #[inline(never)]
    pub fn new(
        comparison: &'c Comparison<'c>,
        ids: &'c SentenceIds,
        wanted: Both<&[bool]>,
    ) -> Self {
        let mut pairs = CharacterPairs::new(comparison.lexicon.hash_key());
        let bags = comparison.units().zip(wanted).map(|(units, wanted)| {
            WordBags::new(units, &comparison.weights, &mut pairs, |sentence| {
                wanted[sentence]
            })
        });
        Self {
            comparison,
            ids,
            bags,
        }
    }

    pub fn options(&self) -> &'c Options {
        self.comparison.options
    }

    /// How many sentences each text has.
    pub fn sentences(&self) -> Both<usize> {
        self.comparison.units().map(|units| units.sentences.len())
    }

    /// How similar two sentences are.
    pub fn similarity(&self, before: usize, after: usize) -> f32 {
        let Both {
            before: b,
            after: a,
        } = &self.bags;
        let shared = shared_weight(b.of(before), a.of(after));
        dice(shared, b.total(before), a.total(after))
    }
}

/// A range of sentences of each text.
pub type Section = Both<Range<usize>>;
