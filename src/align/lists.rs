//! Candidates → whether they are items of a list: short lines among short lines.

use super::candidates::Candidate;
use crate::both::Both;
use crate::text::units::Units;

/// Weight, in 1/256 of a rare word, from which an item at another place was moved. An item of a list is known by a word or two,
/// and its neighbours say that it is one.
const MIN_WEIGHT: u64 = 100;
/// Share of weighted words (0 to 1) that it must have kept: the number before it may change.
const MIN_SIMILARITY: f32 = 0.8;
/// Words of the longest item.
const MAX_WORDS: usize = 6;

/// Whether two sentences are items of a list, and similar enough to be shown as moved.
pub fn is_moved_item(units: Both<&Units>, candidate: &Candidate, weight: u64) -> bool {
    weight >= MIN_WEIGHT
        && candidate.similarity >= MIN_SIMILARITY
        && is_item(units.before, candidate.before)
        && is_item(units.after, candidate.after)
}

/// Whether a sentence is a whole block, and it and a block beside it are short.
pub fn is_item(units: &Units, sentence: usize) -> bool {
    let block = units.sentences[sentence].block;
    let is_short = |block: usize| {
        units.blocks.get(block).is_some_and(|block| {
            let words = units.words(&block.tokens).take(MAX_WORDS + 1).count();
            (1..=MAX_WORDS).contains(&words)
        })
    };
    units.blocks[block].tokens == units.sentences[sentence].tokens
        && is_short(block)
        && (is_short(block + 1) || block > 0 && is_short(block - 1))
}
