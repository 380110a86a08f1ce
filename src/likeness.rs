//! How alike two stretches are: by their words, rare ones weighing most; never by letters.

use crate::ids::Numbers;
use crate::lexicon::Lexicon;
use crate::sorting::sort_slice;
use crate::units::{TokenKind, Units};
use alloc::borrow::Cow;
use alloc::vec;
use alloc::vec::Vec;
use core::ops::Range;

/// Weights are whole numbers in units of 1/256 of a word that occurs once in each text, so that every machine sums alike.
pub const UNIT: u32 = 256;

/// Letters of a word that counts as small whatever its frequency, in scripts with letters.
const SMALL_WORD: usize = 3;

/// The share of a word's weight that another form of it earns.
const STEM_SHARE: (u32, u32) = (6, 10);

/// One word of a sentence: its stem, its folded id and its weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Feature {
    stem: u32,
    folded: u32,
    weight: u32,
}

impl Feature {
    fn key(&self) -> u64 {
        u64::from(self.stem) << 32 | u64::from(self.folded)
    }
}

/// What every folded id weighs and which stem it has.
pub struct Weights {
    /// By folded id, in 1/256 of a word.
    pub of: Vec<u32>,
    stems: Vec<u32>,
    /// The place of each folded id in the order of stems, then of folded ids: that of [`Feature::key`].
    ranks: Vec<u32>,
}

/// log2 in 1/256, linear between powers of two: the same on every machine.
fn log2(value: u32) -> u32 {
    let top = 31 - value.max(1).leading_zeros();
    let fraction = ((u64::from(value.max(1)) << 8 >> top) & 0xff) as u32;
    top * 256 + fraction
}

impl Weights {
    /// Weighs every word of both texts by its rarity: 1 for a word that stands once in each, falling with the square of the
    /// logarithm, so that in an article "the" weighs about a fifth.
    pub fn new(before: &Units, after: &Units, lexicon: &Lexicon<'_>, stems: bool) -> Self {
        let stems = if stems {
            lexicon.stems()
        } else {
            (0..lexicon.len() as u32).collect()
        };
        let mut counts = vec![0u32; lexicon.len()];
        let mut total = 0u32;
        for token in before
            .tokens
            .iter()
            .chain(&after.tokens)
            .filter(|token| token.is_word())
        {
            counts[stems[token.folded as usize] as usize] += 1;
            total += 1;
        }
        let most = log2(1 + total / 2).max(1);
        let of = (0..lexicon.len())
            .map(|id| {
                let count = counts[stems[id] as usize].max(2);
                let share = (log2(1 + total / count) * UNIT / most).min(UNIT);
                let word = lexicon.folded(id as u32);
                let small =
                    word.len() <= SMALL_WORD && word.bytes().all(|b| b.is_ascii_lowercase());
                let weight = share * share / UNIT;
                (if small { weight * 6 / 10 } else { weight }).max(4)
            })
            .collect();
        let ranks = ranks(&stems);
        Self { of, stems, ranks }
    }
}

impl Weights {
    /// The stem id of a folded id; there are no more of them than of folded ids.
    pub fn stem(&self, folded: u32) -> usize {
        self.stems[folded as usize] as usize
    }
}

/// The places of ids in the order of what they have for a stem.
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

/// Each number becomes the sum of all up to it.
fn add_up(numbers: &mut [u32]) {
    let mut sum = 0;
    for number in numbers {
        sum += *number;
        *number = sum;
    }
}

/// The number, which is then one more.
fn take_one(number: &mut u32) -> u32 {
    *number += 1;
    *number - 1
}

/// The words of every sentence of one text, sorted for comparison.
pub struct Bags {
    features: Vec<Feature>,
    starts: Vec<u32>,
    totals: Vec<u32>,
}

/// Ids for pairs of neighbouring signs, by which scripts without spaces are compared: a single sign says too little.
#[derive(Default)]
pub struct SignPairs {
    ids: Numbers,
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
        let mut free = vec![0u32; words + pairs.ids.len() + 1];
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
                    stem: weights.stems.len() as u32
                        + pairs.ids.id(u64::from(first) << 32 | u64::from(second)),
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
    fn each_stem(&self, mut seen: impl FnMut(u32, u32)) {
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
        sort_slice(&mut all, Feature::key);
        Cow::Owned(all)
    }
}

/// Where a word stands, for looking sentences up by their rare words.
pub struct Index {
    /// The places of each stem, and where those of the next begin.
    places: Vec<u32>,
    starts: Vec<u32>,
    /// For each sentence what it has in common with the one that is looked up; nothing between two calls.
    votes: Vec<u32>,
    /// The sentences with votes; none between two calls.
    seen: Vec<u32>,
}

impl Index {
    /// Sentences in which a word may stand to be of use for looking up; a commoner one finds too much.
    const MOST: u32 = 24;

    /// Indexes all sentences of `bags`.
    pub fn new(bags: &Bags) -> Self {
        let stems = bags.features.iter().map(|feature| feature.stem + 1).max();
        let mut starts = vec![0u32; stems.unwrap_or(0) as usize + 1];
        bags.each_stem(|_, stem| starts[stem as usize] += 1);
        let mut sum = 0;
        for start in &mut starts {
            let count = core::mem::replace(start, sum);
            sum += if count <= Self::MOST { count } else { 0 };
        }
        let mut places = vec![0; sum as usize];
        let mut free = starts.clone();
        bags.each_stem(|sentence, stem| {
            let stem = stem as usize;
            if free[stem] < starts[stem + 1] {
                places[free[stem] as usize] = sentence;
                free[stem] += 1;
            }
        });
        Self {
            places,
            starts,
            votes: vec![0; bags.totals.len()],
            seen: Vec::new(),
        }
    }

    /// The sentences that share most with `bag`, best first, at most `most` of them.
    pub fn look_up(&mut self, bag: &[Feature], most: usize) -> Vec<u32> {
        let mut last = None;
        for feature in bag {
            let stem = feature.stem as usize;
            if last == Some(stem) || stem + 1 >= self.starts.len() {
                continue;
            }
            last = Some(stem);
            for &sentence in
                &self.places[self.starts[stem] as usize..self.starts[stem + 1] as usize]
            {
                let votes = &mut self.votes[sentence as usize];
                if *votes == 0 {
                    self.seen.push(sentence);
                }
                *votes += feature.weight;
            }
        }
        // Much before little, then in the order of the text; of the rest nobody asks for the order.
        let mut best: Vec<(u32, u32)> = Vec::with_capacity(most + 1);
        for sentence in self.seen.drain(..) {
            let votes = core::mem::take(&mut self.votes[sentence as usize]);
            let place = best.partition_point(|&(more, before)| {
                more > votes || more == votes && before < sentence
            });
            if place < most {
                best.truncate(most - 1);
                best.insert(place, (votes, sentence));
            }
        }
        best.into_iter().map(|(_, sentence)| sentence).collect()
    }
}

/// The weight of what two sorted bags share; another form of the same word counts for a part.
pub fn shared(before: &[Feature], after: &[Feature]) -> u32 {
    let (mut i, mut j, mut sum) = (0, 0, 0);
    while i < before.len() && j < after.len() {
        let (x, y) = (before[i], after[j]);
        if x.stem != y.stem {
            if x.stem < y.stem {
                i += 1;
            } else {
                j += 1;
            }
            continue;
        }
        // Nearly always there is one form on either side.
        let follows =
            |bag: &[Feature], at: usize| bag.get(at + 1).is_some_and(|f| f.stem == x.stem);
        if !follows(before, i) && !follows(after, j) {
            sum += if x.folded == y.folded {
                x.weight
            } else {
                x.weight.min(y.weight) * STEM_SHARE.0 / STEM_SHARE.1
            };
            (i, j) = (i + 1, j + 1);
            continue;
        }
        // All forms of one stem, on both sides.
        let end = |bag: &[Feature], from: usize| {
            from + bag[from..].iter().take_while(|f| f.stem == x.stem).count()
        };
        let (i_end, j_end) = (end(before, i), end(after, j));
        let (first, (mut p, mut q), mut exact) = ((i, j), (i, j), 0);
        while p < i_end && q < j_end {
            match before[p].folded.cmp(&after[q].folded) {
                core::cmp::Ordering::Less => p += 1,
                core::cmp::Ordering::Greater => q += 1,
                core::cmp::Ordering::Equal => {
                    sum += before[p].weight;
                    (p, q, exact) = (p + 1, q + 1, exact + 1);
                }
            }
        }
        let rest = (i_end - first.0).min(j_end - first.1) - exact;
        sum += x.weight.min(y.weight) * rest as u32 * STEM_SHARE.0 / STEM_SHARE.1;
        (i, j) = (i_end, j_end);
    }
    sum
}

/// Dice's coefficient of weights: 1 where all is shared, 0 where nothing is.
pub fn dice(shared: u32, before: u32, after: u32) -> f32 {
    if before + after == 0 {
        0.0
    } else {
        (2 * shared) as f32 / (before + after) as f32
    }
}
