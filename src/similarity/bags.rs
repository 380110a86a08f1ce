//! Sentences → bags of words: the words of each sentence, sorted for comparison.

use super::counting::{add_up, take_one};
use super::term::WeightedTerm;
use super::weights::Weights;
use crate::sort::sort_by_number;
use crate::text::interner::{HashKey, Interner};
use crate::text::units::{TokenKind, Units};
use std::ops::Range;

/// The words of each sentence of one text, sorted for comparison.
pub struct WordBags {
    pub(super) terms: Vec<WeightedTerm>,
    starts: Vec<u32>,
    pub(super) totals: Vec<u32>,
}

/// Ids for pairs of neighbouring characters, by which scripts without spaces are compared: a single character says too little.
pub struct CharacterPairs {
    key: HashKey,
    ids: Interner,
    pairs: Vec<(u32, u32)>,
}

impl CharacterPairs {
    /// No pairs yet; `key` is that of the texts.
    #[inline(never)]
    pub fn new(key: HashKey) -> Self {
        Self {
            key,
            ids: Interner::default(),
            pairs: Vec::new(),
        }
    }

    fn id(&mut self, pair: (u32, u32)) -> u32 {
        let pairs = &self.pairs;
        let hash = self.key.hash_ids([pair.0, pair.1].into_iter());
        let (id, new) = self.ids.id(hash, |id| pairs[id as usize] == pair);
        if new {
            self.pairs.push(pair);
        }
        id
    }
}

impl WordBags {
    /// Collects the words of those sentences that are `wanted`; the bags of the others are empty.
    pub fn new(
        units: &Units,
        weights: &Weights,
        pairs: &mut CharacterPairs,
        wanted: impl Fn(usize) -> bool,
    ) -> Self {
        let sentences = || units.sentences.iter().enumerate();
        let words = sentences()
            .filter(|&(index, _)| wanted(index))
            .map(|(_, sentence)| sentence.tokens.len());
        let mut bags = Self {
            terms: Vec::with_capacity(words.sum()),
            starts: Vec::with_capacity(units.sentences.len() + 1),
            totals: Vec::with_capacity(units.sentences.len()),
        };
        bags.starts.push(0);
        for (index, sentence) in sentences() {
            let first = bags.terms.len();
            if wanted(index) {
                bags.collect(units, sentence.tokens.clone(), weights, pairs);
            }
            bags.totals
                .push(bags.terms[first..].iter().map(|term| term.weight).sum());
            bags.starts.push(bags.terms.len() as u32);
        }
        bags.sort(weights, pairs);
        bags
    }

    /// Sorts the words of all sentences at once, by a counting sort: by rank first, then by sentence.
    fn sort(&mut self, weights: &Weights, pairs: &CharacterPairs) {
        let (words, stems) = (weights.ranks.len(), weights.stems.len());
        let rank = |term: &WeightedTerm| match (term.stem as usize).checked_sub(stems) {
            None => weights.ranks[term.folded as usize] as usize,
            Some(pair) => words + pair,
        };
        let mut free = vec![0u32; words + pairs.pairs.len() + 1];
        for term in &self.terms {
            free[rank(term) + 1] += 1;
        }
        add_up(&mut free);
        let mut by_rank = vec![(0, WeightedTerm::default()); self.terms.len()];
        for sentence in 0..self.totals.len() {
            for term in self.of(sentence) {
                by_rank[take_one(&mut free[rank(term)]) as usize] = (sentence, *term);
            }
        }
        let mut free = self.starts.clone();
        for (sentence, term) in by_rank {
            self.terms[take_one(&mut free[sentence]) as usize] = term;
        }
    }

    fn collect(
        &mut self,
        units: &Units,
        tokens: Range<usize>,
        weights: &Weights,
        pairs: &mut CharacterPairs,
    ) {
        let mut previous: Option<u32> = None;
        for token in &units.tokens[tokens] {
            let unspaced = (token.kind == TokenKind::Unspaced).then_some(token.folded);
            if let (Some(first), Some(second)) = (previous, unspaced) {
                let weight = (weights.of(first) + weights.of(second)) / 2;
                self.terms.push(WeightedTerm {
                    // The ids of pairs come after those of all stems.
                    stem: weights.stems.len() as u32 + pairs.id((first, second)),
                    folded: 0,
                    weight,
                });
            } else if token.is_word() && unspaced.is_none() {
                let folded = token.folded;
                self.terms.push(WeightedTerm {
                    stem: weights.stems[folded as usize],
                    folded,
                    weight: weights.as_evidence(token),
                });
            }
            previous = unspaced;
        }
    }

    /// Whether there is no sentence.
    pub fn is_empty(&self) -> bool {
        self.totals.is_empty()
    }

    /// The words of one sentence.
    pub fn of(&self, sentence: usize) -> &[WeightedTerm] {
        &self.terms[self.starts[sentence] as usize..self.starts[sentence + 1] as usize]
    }

    /// Calls `seen` once with each sentence and each stem in it.
    pub(super) fn each_stem(&self, mut seen: impl FnMut(u32, u32)) {
        for sentence in 0..self.totals.len() {
            let mut last = None;
            for term in self.of(sentence) {
                if last != Some(term.stem) {
                    seen(sentence as u32, term.stem);
                }
                last = Some(term.stem);
            }
        }
    }

    /// The weight of all words of one sentence.
    pub fn total(&self, sentence: usize) -> u32 {
        self.totals[sentence]
    }

    /// The words of neighbouring sentences together.
    pub fn merged(&self, sentences: Range<usize>) -> Vec<WeightedTerm> {
        let terms = self.starts[sentences.start] as usize..self.starts[sentences.end] as usize;
        let mut all = self.terms[terms].to_vec();
        sort_by_number(&mut all, WeightedTerm::key);
        all
    }
}
