//! Pairs out of order → moved stretches: neighbours go together, what was put between them goes along.

use crate::model::matching::{Matching, Stretch, NONE};
use crate::model::pairs::{Pair, Pairs};
use crate::options::Options;
use crate::similarity::Weights;
use crate::text::units::Units;
use std::ops::Range;

/// Sentences of one block that may stand unpaired between two pairs of one move.
const MOST_BETWEEN: usize = 2;

/// Enters the moved stretches into `matching`.
///
/// ```text
/// before  A. B. C. D.        after  D. A. x. B. C.
/// pairs   D moved            move   D                 (the lighter side moves)
/// before  [P. Q. R.] S.      after  S. [P. x. R.]
/// pairs   P, R moved         move   P. Q. R. ↔ P. x. R. with one change inside
/// ```
pub fn moves(
    before: &Units,
    after: &Units,
    pairs: &Pairs,
    weights: &Weights,
    options: &Options,
    matching: &mut Matching,
) {
    let taken = |sentences: usize, of: fn(&Pair) -> &Range<usize>| {
        let mut taken = vec![false; sentences];
        for pair in pairs.in_place.iter().chain(&pairs.moved) {
            taken[of(pair).clone()].fill(true);
        }
        taken
    };
    let taken = (
        taken(before.sentences.len(), |pair| &pair.before),
        taken(after.sentences.len(), |pair| &pair.after),
    );
    let mut grown: Vec<(Range<usize>, Range<usize>)> = Vec::new();
    for pair in &pairs.moved {
        let stretch = stretch(before, after, &(pair.before.clone(), pair.after.clone()));
        if kept(before, after, &stretch, weights, matching) < options.likeness {
            refuse(&stretch, matching);
            continue;
        }
        if let Some(last) = grown.last_mut() {
            let between = (last.0.end..pair.before.start, last.1.end..pair.after.start);
            if between.1.start <= between.1.end
                && bridged(before, &between.0, &taken.0, pair.before.start)
                && bridged(after, &between.1, &taken.1, pair.after.start)
            {
                last.0.end = pair.before.end;
                last.1.end = pair.after.end;
                continue;
            }
        }
        grown.push((pair.before.clone(), pair.after.clone()));
    }
    matching.moves = grown
        .iter()
        .map(|group| stretch(before, after, group))
        .collect();
}

fn stretch(before: &Units, after: &Units, (b, a): &(Range<usize>, Range<usize>)) -> Stretch {
    Stretch {
        before: before.sentences[b.start].tokens.start..before.sentences[b.end - 1].tokens.end,
        after: after.sentences[a.start].tokens.start..after.sentences[a.end - 1].tokens.end,
    }
}

/// The share of weighted words that stand in both in the same order. Words in common are not enough for a move: two sentences on
/// one roof share "roof", "leaked" and "thirty years" and are two sentences.
fn kept(
    before: &Units,
    after: &Units,
    stretch: &Stretch,
    weights: &Weights,
    matching: &Matching,
) -> f32 {
    let weigh = |units: &Units, range: &Range<usize>, partners: &[u32]| {
        let (mut all, mut kept) = (0u32, 0u32);
        for at in range.clone().filter(|&at| units.tokens[at].is_word()) {
            let weight = weights.of[units.tokens[at].folded as usize];
            all += weight;
            kept += if partners[at] == NONE { 0 } else { weight };
        }
        (all, kept)
    };
    let (b, a) = (
        weigh(before, &stretch.before, &matching.before),
        weigh(after, &stretch.after, &matching.after),
    );
    (b.1 + a.1) as f32 / (b.0 + a.0).max(1) as f32
}

/// Takes a pair back that is no move after all.
fn refuse(stretch: &Stretch, matching: &mut Matching) {
    for at in stretch.before.clone() {
        matching.unlink(at);
    }
    if let Some(index) = matching.pairs.iter().position(|pair| pair == stretch) {
        matching.pairs.remove(index);
        matching.likeness.remove(index);
    }
}

/// Whether two moved sentences are neighbours, or parted only by a few unpaired sentences of their own block.
fn bridged(units: &Units, between: &Range<usize>, taken: &[bool], next: usize) -> bool {
    if between.is_empty() {
        return true;
    }
    between.len() <= MOST_BETWEEN
        && !between.clone().any(|sentence| taken[sentence])
        && units.sentences[between.start - 1].block == units.sentences[next].block
}
