//! Sentences that found no partner in place → pairs out of order.

use super::candidates::Candidate;
use super::context::AlignmentContext;
use super::lists;
use crate::both::Both;
use crate::model::pairs::SentencePair;
use crate::options::Options;
use crate::similarity::UNIT;
use crate::sort::sort_by_number;

/// The weight of shared words, in 1/256 of a rare word, that a move needs.
pub fn min_weight(options: &Options) -> u64 {
    (options.evidence * UNIT as f32) as u64
}

/// Pairs sentences that have no partner in place: the heaviest candidates first, then the neighbours of those that were found.
#[inline(never)]
pub fn moved_pairs(
    context: &AlignmentContext<'_>,
    candidates: &[Candidate],
    in_place: &[SentencePair],
) -> Vec<SentencePair> {
    let options = context.options();
    let mut free = context.sentences().map(|count| vec![true; count]);
    for pair in in_place {
        for (free, sentences) in free.as_mut().zip(pair.sentences.clone()) {
            free[sentences].fill(false);
        }
    }
    let min_weight = min_weight(options);
    let units = context.comparison.units();
    let mut open: Vec<(u64, &Candidate)> = candidates
        .iter()
        .filter(|candidate| {
            free.before[candidate.before]
                && free.after[candidate.after]
                && candidate.similarity >= options.likeness
        })
        .map(|candidate| (candidate.weight(context.comparison), candidate))
        .filter(|&(weight, candidate)| {
            weight >= min_weight || lists::is_moved_item(units, candidate, weight)
        })
        .collect();
    // Candidates come in the order of both texts, and keep it where weights are equal.
    sort_by_number(&mut open, |&(weight, _)| !weight);
    let mut moved = Vec::new();
    let take = |free: &mut Both<Vec<bool>>, i: usize, j: usize| {
        let is_free = free.before.get(i) == Some(&true) && free.after.get(j) == Some(&true);
        if is_free {
            free.before[i] = false;
            free.after[j] = false;
        }
        is_free
    };
    for (_, candidate) in open {
        if take(&mut free, candidate.before, candidate.after) {
            moved.push(candidate.pair());
        }
    }
    // A neighbour on both sides needs less similarity, as a sentence in place does.
    let mut at = 0;
    while at < moved.len() {
        let (i, j) = (
            moved[at].sentences.before.start,
            moved[at].sentences.after.start,
        );
        for (i, j) in [(i + 1, j + 1), (i.wrapping_sub(1), j.wrapping_sub(1))] {
            let is_free = free.before.get(i) == Some(&true) && free.after.get(j) == Some(&true);
            if !is_free {
                continue;
            }
            let similarity = context.similarity(i, j);
            if similarity >= options.candidate && take(&mut free, i, j) {
                moved.push(SentencePair::one_to_one(i, j, similarity));
            }
        }
        at += 1;
    }
    sort_by_number(&mut moved, |pair| pair.sentences.before.start as u64);
    moved
}
