//! Sentences → which of them may belong together: equal ones, and similar ones that share rare words.

use super::context::AlignmentContext;
use super::sentence_ids::SentenceIds;
use crate::both::Both;
use crate::model::comparison::Comparison;
use crate::model::pairs::SentencePair;
use crate::similarity::{dice, shared_weight, Index};
use crate::sort::sort_by_number;

/// How many sentences are compared with each sentence that is looked up.
const MAX_CANDIDATES: usize = 6;
/// The number of copies of a sentence before times the number after, up to which all copies are candidates for all.
const MAX_COPIES: u64 = 16;
/// Share of the similarity of the best candidate that either of its sentences has; a candidate below it is dropped.
const MIN_SHARE_OF_BEST: f32 = 0.6;

/// A sentence of each text that may belong together.
#[derive(Clone, Copy, Debug)]
pub struct Candidate {
    pub before: usize,
    pub after: usize,
    /// Share of weighted words in common, 0 to 1.
    pub similarity: f32,
}

impl Candidate {
    /// The sentence of each text.
    pub fn sentences(&self) -> Both<usize> {
        Both::new(self.before, self.after)
    }

    pub fn pair(&self) -> SentencePair {
        SentencePair::one_to_one(self.before, self.after, self.similarity)
    }

    /// The weight of the words of the first sentence, times the similarity.
    pub fn weight(&self, comparison: &Comparison<'_>) -> u64 {
        let units = &comparison.articles.before.units;
        let tokens = &units.tokens[units.sentences[self.before].tokens.clone()];
        let words = tokens.iter().filter(|token| token.is_word());
        let sum: u32 = words
            .map(|token| comparison.weights.as_evidence(token))
            .sum();
        (f64::from(sum.max(1)) * f64::from(self.similarity)) as u64
    }
}

/// Equal sentences: those that both texts begin and end with, each with its own; between them all with all where there are few, and
/// one after the other where both texts have as many.
#[inline(never)]
pub fn equal_sentences(ids: &SentenceIds) -> Vec<Candidate> {
    let Both { before, after } = &ids.of;
    let equal = |before: usize, after: usize| Candidate {
        before,
        after,
        similarity: 1.0,
    };
    let head = before.iter().zip(after).take_while(|(b, a)| b == a).count();
    let tails = before[head..].iter().rev().zip(after[head..].iter().rev());
    let tail = tails.take_while(|(b, a)| b == a).count();
    let end = Both::new(before.len() - tail, after.len() - tail);
    let mut candidates: Vec<Candidate> = (0..head).map(|at| equal(at, at)).collect();

    let mut by_id: Vec<usize> = (head..end.after).collect();
    sort_by_number(&mut by_id, |&place| u64::from(after[place]));
    // Where the copies of each id begin among these, and how many they are.
    let mut groups = vec![(0, 0); ids.count()];
    for (at, &place) in by_id.iter().enumerate() {
        let (start, count) = &mut groups[after[place] as usize];
        if *count == 0 {
            *start = at;
        }
        *count += 1;
    }
    // Of each id, how many copies the middle of the first text has, and how many of them were met.
    let mut copies = vec![(0, 0); ids.count()];
    for &id in &before[head..end.before] {
        copies[id as usize].0 += 1;
    }
    for (place, &id) in (head..).zip(&before[head..end.before]) {
        let (copies, met) = &mut copies[id as usize];
        let (start, count) = groups[id as usize];
        let others = &by_id[start..start + count];
        if Both::new(count, *copies).pairs() <= MAX_COPIES {
            candidates.extend(others.iter().map(|&other| equal(place, other)));
        } else if count == *copies {
            candidates.push(equal(place, others[*met]));
        }
        *met += 1;
    }
    candidates.extend((0..tail).map(|at| equal(end.before + at, end.after + at)));
    candidates
}

/// Adds similar sentences, for those that have no equal.
#[inline(never)]
pub fn add_similar_sentences(
    context: &AlignmentContext<'_>,
    has_equal: &Both<Vec<bool>>,
    candidates: &mut Vec<Candidate>,
) {
    let Both {
        before: b,
        after: a,
    } = &context.bags;
    let mut index = Index::new(b);
    let mut found = Vec::new();
    for (after, &has_equal_after) in has_equal.after.iter().enumerate() {
        let bag = a.of(after);
        if has_equal_after || bag.is_empty() {
            continue;
        }
        for before in index.look_up(bag, MAX_CANDIDATES) {
            let before = before as usize;
            if has_equal.before[before] {
                continue;
            }
            let shared = shared_weight(b.of(before), bag);
            let similarity = dice(shared, b.total(before), a.total(after));
            if similarity >= context.options().candidate {
                found.push(Candidate {
                    before,
                    after,
                    similarity,
                });
            }
        }
    }
    let best = best_similarities(found.iter(), context.sentences());
    found.retain(|candidate| {
        let best = best.before[candidate.before].max(best.after[candidate.after]);
        candidate.similarity >= MIN_SHARE_OF_BEST * best
    });
    candidates.extend(found);
    sort_by_number(candidates, |candidate| {
        (candidate.before as u64) << 32 | candidate.after as u64
    });
}

/// The similarity of each sentence's best candidate, 0 where it has none.
pub fn best_similarities<'c>(
    candidates: impl Iterator<Item = &'c Candidate>,
    sentences: Both<usize>,
) -> Both<Vec<f32>> {
    let mut best = sentences.map(|count| vec![0f32; count]);
    for candidate in candidates {
        let (before, after) = (candidate.before, candidate.after);
        best.before[before] = best.before[before].max(candidate.similarity);
        best.after[after] = best.after[after].max(candidate.similarity);
    }
    best
}
