//! Pairs out of order → moved ranges: neighbours move together, and so does what was put between them.

use crate::both::Both;
use crate::model::comparison::Comparison;
use crate::model::matching::{MatchedPair, Matching};
use crate::model::pairs::SentencePair;
use crate::text::units::Units;
use std::ops::Range;

/// Sentences of one block that may be unpaired between two pairs of one move.
const MAX_BETWEEN: usize = 2;

/// Enters the moved ranges into the matching.
///
/// ```text
/// before  A. B. C. D.        after  D. A. x. B. C.
/// pairs   D moved            move   D                 (the lighter side moves)
/// before  [P. Q. R.] S.      after  S. [P. x. R.]
/// pairs   P, R moved         move   P. Q. R. ↔ P. x. R. with one change inside
/// ```
#[inline(never)]
pub fn group_moves(comparison: &Comparison<'_>, matching: &mut Matching) {
    let mut paired = comparison
        .units()
        .map(|units| vec![false; units.sentences.len()]);
    for pair in &matching.pairs {
        for (paired, sentences) in paired.as_mut().zip(pair.pair.sentences.clone()) {
            paired[sentences].fill(true);
        }
    }
    let moved = matching.pairs.iter().filter(|pair| pair.moved);
    let moved: Vec<MatchedPair> = moved.cloned().collect();
    let mut groups: Vec<Both<Range<usize>>> = Vec::new();
    for pair in moved {
        if kept_share(comparison, &pair, matching) < comparison.options.likeness {
            refuse(&pair, matching);
            continue;
        }
        let SentencePair { sentences, .. } = pair.pair;
        if let Some(group) = groups.last_mut() {
            if continues(comparison, group, &sentences, &paired) {
                group.before.end = sentences.before.end;
                group.after.end = sentences.after.end;
                continue;
            }
        }
        groups.push(sentences);
    }
    matching.moves = groups
        .iter()
        .map(|group| {
            comparison
                .units()
                .zip(group.as_ref())
                .map(|(units, sentences)| units.tokens_of(sentences))
        })
        .collect();
}

/// The share of weighted words that are in both in the same order. Words in common are not enough for a move: two sentences about one
/// roof share "roof", "leaked" and "thirty years", and are two sentences.
fn kept_share(comparison: &Comparison<'_>, pair: &MatchedPair, matching: &Matching) -> f32 {
    let sides = comparison
        .units()
        .zip(pair.tokens.as_ref())
        .zip(matching.partners.as_ref());
    let weights = sides.map(|((units, tokens), partners)| {
        let kept = units.words_where(tokens, |at| partners.has(at));
        (
            comparison.weights.sum(units.words(tokens)),
            comparison.weights.sum(kept),
        )
    });
    let (b, a) = (weights.before, weights.after);
    (b.1 + a.1) as f32 / (b.0 + a.0).max(1) as f32
}

/// Dissolves a pair that is no move after all.
fn refuse(pair: &MatchedPair, matching: &mut Matching) {
    for at in pair.tokens.before.clone() {
        matching.unlink(at);
    }
    matching.pairs.retain(|other| other.tokens != pair.tokens);
}

/// Whether two moved pairs are neighbours on both sides, or apart only by a few unpaired sentences of their own block.
fn continues(
    comparison: &Comparison<'_>,
    group: &Both<Range<usize>>,
    next: &Both<Range<usize>>,
    paired: &Both<Vec<bool>>,
) -> bool {
    if next.after.start < group.after.end {
        return false;
    }
    let is_near = |units: &Units, between: Range<usize>, paired: &[bool]| {
        between.is_empty()
            || between.len() <= MAX_BETWEEN
                && !paired[between.clone()].contains(&true)
                && units.sentences[between.start - 1].block == units.sentences[between.end].block
    };
    let units = comparison.units();
    is_near(
        units.before,
        group.before.end..next.before.start,
        &paired.before,
    ) && is_near(
        units.after,
        group.after.end..next.after.start,
        &paired.after,
    )
}
