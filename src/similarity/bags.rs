//! Sentences → bags: the words of each, sorted for comparison.

use super::counting::{add_up, take_one};
use super::{Feature, Weights};
use crate::text::interner::{hash_ids, Interner};
use crate::text::units::{TokenKind, Units};
use std::borrow::Cow;
use std::ops::Range;

/// The words of every sentence of one text, sorted for comparison.
pub struct Bags {
    pub(super) features: Vec<Feature>,
    starts: Vec<u32>,
    pub(super) totals: Vec<u32>,
}

/// Ids for pairs of neighbouring signs, by which scripts without spaces are compared: a single sign says too little.
#[derive(Default)]
pub struct SignPairs {
    ids: Interner,
    pairs: Vec<(u32, u32)>,
}

impl SignPairs {
    fn id(&mut self, pair: (u32, u32)) -> u32 {
        let pairs = &self.pairs;
        let hash = hash_ids([pair.0, pair.1].into_iter());
        let (id, new) = self.ids.id(hash, |id| pairs[id as usize] == pair);
        if new {
            self.pairs.push(pair);
        }
        id
    }
}

impl Bags {
    /// Collects the words of those sentences for which `wanted` holds; the others have an empty bag.
    pub fn new(
        units: &Units,
        weights: &Weights,
        pairs: &mut SignPairs,
        wanted: impl Fn(usize) -> bool,
    ) -> Self {
        let sentences = || units.sentences.iter().enumerate();
        let words = sentences()
            .filter(|&(index, _)| wanted(index))
            .map(|(_, sentence)| sentence.tokens.len());
        let mut bags = Self {
            features: Vec::with_capacity(words.sum()),
            starts: Vec::with_capacity(units.sentences.len() + 1),
            totals: Vec::with_capacity(units.sentences.len()),
        };
        bags.starts.push(0);
        for (index, sentence) in sentences() {
            let first = bags.features.len();
            if wanted(index) {
                bags.collect(units, sentence.tokens.clone(), weights, pairs);
            }
            bags.totals.push(
                bags.features[first..]
                    .iter()
                    .map(|feature| feature.weight)
                    .sum(),
            );
            bags.starts.push(bags.features.len() as u32);
        }
        bags.sort(weights, pairs);
        bags
    }

    /// Sorts the words of all sentences at once: dealt out by rank, gathered in again by sentence.
    fn sort(&mut self, weights: &Weights, pairs: &SignPairs) {
        let (words, stems) = (weights.ranks.len(), weights.stems.len());
        let rank = |feature: &Feature| match (feature.stem as usize).checked_sub(stems) {
            None => weights.ranks[feature.folded as usize] as usize,
            Some(pair) => words + pair,
        };
        let mut free = vec![0u32; words + pairs.pairs.len() + 1];
        for feature in &self.features {
            free[rank(feature) + 1] += 1;
        }
        add_up(&mut free);
        let none = Feature {
            stem: 0,
            folded: 0,
            weight: 0,
        };
        let mut dealt = vec![(0, none); self.features.len()];
        for sentence in 0..self.totals.len() {
            for feature in self.of(sentence) {
                dealt[take_one(&mut free[rank(feature)]) as usize] = (sentence, *feature);
            }
        }
        let mut free = self.starts.clone();
        for (sentence, feature) in dealt {
            self.features[take_one(&mut free[sentence]) as usize] = feature;
        }
    }

    fn collect(
        &mut self,
        units: &Units,
        tokens: Range<usize>,
        weights: &Weights,
        pairs: &mut SignPairs,
    ) {
        let mut previous_sign: Option<u32> = None;
        for token in &units.tokens[tokens] {
            let sign = (token.kind == TokenKind::Sign).then_some(token.folded);
            if let (Some(first), Some(second)) = (previous_sign, sign) {
                let weight = (weights.of[first as usize] + weights.of[second as usize]) / 2;
                self.features.push(Feature {
                    // Pairs of signs live in a space of their own, behind all stems.
                    stem: weights.stems.len() as u32 + pairs.id((first, second)),
                    folded: 0,
                    weight,
                });
            } else if token.is_word() && sign.is_none() {
                let folded = token.folded;
                self.features.push(Feature {
                    stem: weights.stems[folded as usize],
                    folded,
                    weight: weights.of[folded as usize],
                });
            }
            previous_sign = sign;
        }
    }

    /// Whether there is no sentence.
    pub fn is_empty(&self) -> bool {
        self.totals.is_empty()
    }

    /// The words of one sentence.
    pub fn of(&self, sentence: usize) -> &[Feature] {
        &self.features[self.starts[sentence] as usize..self.starts[sentence + 1] as usize]
    }

    /// Calls `seen` with every sentence and every stem in it, once.
    pub(super) fn each_stem(&self, mut seen: impl FnMut(u32, u32)) {
        for sentence in 0..self.totals.len() {
            let mut last = None;
            for feature in self.of(sentence) {
                if last != Some(feature.stem) {
                    seen(sentence as u32, feature.stem);
                }
                last = Some(feature.stem);
            }
        }
    }

    /// The weight of all words of one sentence.
    pub fn total(&self, sentence: usize) -> u32 {
        self.totals[sentence]
    }

    /// The words of neighbouring sentences together.
    pub fn joined(&self, sentences: Range<usize>) -> Cow<'_, [Feature]> {
        if sentences.len() == 1 {
            return Cow::Borrowed(self.of(sentences.start));
        }
        let mut all = self.features
            [self.starts[sentences.start] as usize..self.starts[sentences.end] as usize]
            .to_vec();
        all.sort_unstable_by_key(Feature::key);
        Cow::Owned(all)
    }
}
