//! Pairs in place → pairs in place: sentences that are alone between two pairs in both texts belong together.
//!
//! A short line has no words to be known by; its place says what it is.
//! ```text
//! before  [Was he there?] [No.] [Was she?]
//! after   [Was he there?] [Yes.] [Was she?]      the answers are a pair
//! ```

use super::context::AlignmentContext;
use crate::both::Both;
use crate::model::pairs::{Alignment, SentencePair};
use crate::text::units::Units;
use std::ops::Range;

/// Words of the longest sentence that is known by its place alone.
const MAX_WORDS: usize = 3;
/// The same for the first line of both texts where it is a block of its own: a headline.
const MAX_HEADLINE_WORDS: usize = 6;
/// Share of weighted words (0 to 1) that longer ones must have in common. With less, people who aligned rewritten essays did not
/// call them a pair.
const MIN_SIMILARITY: f32 = 0.25;
/// Share of weighted words (0 to 1) from which a pair is so sure that what stands between two of them is known by its place.
const MIN_SURE_SIMILARITY: f32 = 0.99;

/// Adds the pairs of sentences that are alone between two pairs, or between one and an end of both texts.
#[inline(never)]
pub fn pair_lone_sentences(context: &AlignmentContext<'_>, pairs: &mut Vec<SentencePair>) {
    fill_gaps(context, pairs, |gap| {
        lone_pair(context, gap.start, gap.stop)
    });
}

/// Adds the pairs of whole blocks that are alone between two sure pairs, or between one and an end of both texts, and were not moved.
#[inline(never)]
pub fn pair_lone_blocks(context: &AlignmentContext<'_>, alignment: &mut Alignment) {
    let mut has_moved = context.sentences().map(|count| vec![false; count]);
    for pair in &alignment.moved {
        has_moved.before[pair.sentences.before.clone()].fill(true);
        has_moved.after[pair.sentences.after.clone()].fill(true);
    }
    let stayed = |pair: &SentencePair| {
        let mut sides = has_moved.as_ref().zip(pair.sentences.as_ref()).into_iter();
        sides.all(|(has_moved, range)| !has_moved[range.clone()].contains(&true))
    };
    fill_gaps(context, &mut alignment.in_place, |gap| {
        let is_sure = gap.least_similarity >= MIN_SURE_SIMILARITY;
        lone_block(context, gap.start, gap.stop).filter(|pair| is_sure && stayed(pair))
    });
}

/// What is between two pairs that follow each other, or between one and an end of both texts.
struct Gap {
    /// The first sentences of it.
    start: Both<usize>,
    /// The first sentences behind it.
    stop: Both<usize>,
    /// The similarity of the less similar one of the pairs around it. The ends of the texts are as sure as a pair can be.
    least_similarity: f32,
}

/// Adds the pair that `fill` finds in each gap. Texts without a pair are left alone.
fn fill_gaps(
    context: &AlignmentContext<'_>,
    pairs: &mut Vec<SentencePair>,
    fill: impl Fn(Gap) -> Option<SentencePair>,
) {
    if pairs.is_empty() {
        return;
    }
    let (mut start, mut last_similarity) = (Both::new(0, 0), 1.0);
    for pair in std::mem::take(pairs) {
        pairs.extend(fill(Gap {
            start,
            stop: pair.sentences.as_ref().map(|sentences| sentences.start),
            least_similarity: pair.similarity.min(last_similarity),
        }));
        start = pair.sentences.as_ref().map(|sentences| sentences.end);
        last_similarity = pair.similarity;
        pairs.push(pair);
    }
    pairs.extend(fill(Gap {
        start,
        stop: context.sentences(),
        least_similarity: last_similarity,
    }));
}

/// The pair of the sentences from `start` to `stop`, where they are one whole block on each side. A rewritten paragraph between two that
/// stayed stands level with what it was, however little is left of it.
///
/// ```text
/// before  [The bridge was shut.] | [Anglers asked for a new pier.]   | [It opens in May.]
/// after   [The bridge was shut.] | [Hotels said bookings had fallen.] | [It opens in May.]
/// ```
fn lone_block(
    context: &AlignmentContext<'_>,
    start: Both<usize>,
    stop: Both<usize>,
) -> Option<SentencePair> {
    let units = context.comparison.units();
    let ranges = start.zip(stop).map(|(start, stop)| start..stop);
    let is_block = |(units, range): (&Units, &Range<usize>)| {
        let block = |at: usize| units.sentences.get(at).map(|sentence| sentence.block);
        !range.is_empty()
            && block(range.start) == block(range.end - 1)
            && block(range.end) != block(range.start)
            && (range.start == 0 || block(range.start - 1) != block(range.start))
    };
    let are_blocks = units.zip(ranges.as_ref()).into_iter().all(is_block);
    are_blocks.then_some(SentencePair {
        sentences: ranges,
        similarity: 0.0,
    })
}

/// The pair of the sentences from `start` to `stop`, where they are one on each side and belong together.
fn lone_pair(
    context: &AlignmentContext<'_>,
    start: Both<usize>,
    stop: Both<usize>,
) -> Option<SentencePair> {
    let alone = stop.before == start.before + 1 && stop.after == start.after + 1;
    if !alone {
        return None;
    }
    let units = context.comparison.units();
    let similarity = context.similarity(start.before, start.after);
    let ends_block = units.zip(start).map(|(units, at)| ends_block(units, at));
    let same_ending = ends_block.before == ends_block.after;
    let first = start == Both::new(0, 0) && ends_block == Both::new(true, true);
    let max_words = if first { MAX_HEADLINE_WORDS } else { MAX_WORDS };
    let mut sides = units.zip(start).into_iter();
    let short = sides.all(|(units, at)| {
        let words = units.words(&units.sentences[at].tokens);
        words.take(max_words + 1).count() <= max_words
    });
    let belong = short || same_ending && similarity >= MIN_SIMILARITY;
    belong.then(|| SentencePair::one_to_one(start.before, start.after, similarity))
}

/// Whether a sentence is the last of its block.
fn ends_block(units: &Units, sentence: usize) -> bool {
    let next = units.sentences.get(sentence + 1);
    next.is_none_or(|next| next.block != units.sentences[sentence].block)
}
