//! Pairs in place → pairs in place: what was inserted or deleted begins and ends where blocks do.
//!
//! Where sentences are repeated, more than one of them may be the one that was inserted or deleted. A person sees whole paragraphs.
//! ```text
//! before    [She is 43. She denies it.] [He is 51.]
//! as found  [She is 43. ‹She denies it.] [Bo is 29.› She denies it.] [He is 51.]
//! shifted   [She is 43. She denies it.] [‹Bo is 29. She denies it.›] [He is 51.]
//! ```

use super::context::AlignmentContext;
use crate::both::Side;
use crate::model::pairs::SentencePair;
use crate::text::units::Units;
use std::ops::Range;

/// Shifts the unpaired sentences of either text over equal neighbours, where that makes them whole blocks.
#[inline(never)]
pub fn make_whole_blocks(context: &AlignmentContext<'_>, pairs: &mut [SentencePair]) {
    for side in Side::BOTH {
        let shifter = Shifter {
            side,
            units: context.comparison.units().of(side),
            ids: context.ids.of.of(side),
        };
        for at in 1..=pairs.len() {
            shifter.shift(pairs, at);
        }
    }
}

/// A place to which a gap may be shifted.
#[derive(Default)]
struct Place {
    /// How many ends of the gap are then ends of blocks, 0 to 2.
    block_ends: usize,
    /// How many sentences away it is.
    distance: usize,
}

/// Shifts the unpaired sentences of one text.
struct Shifter<'a> {
    side: Side,
    units: &'a Units,
    /// The id of each sentence.
    ids: &'a [u32],
}

impl Shifter<'_> {
    /// The sentences of this text in a pair.
    fn this<'p>(&self, pair: &'p SentencePair) -> &'p Range<usize> {
        pair.sentences.of(self.side)
    }

    /// The sentences of the other text in a pair.
    fn other<'p>(&self, pair: &'p SentencePair) -> &'p Range<usize> {
        pair.sentences.of(self.side.other())
    }

    /// Shifts the unpaired sentences before pair `at`, if the other text has none there.
    fn shift(&self, pairs: &mut [SentencePair], at: usize) {
        let last = &pairs[at - 1];
        let next = pairs.get(at);
        let end = next.map_or(self.units.sentences.len(), |next| self.this(next).start);
        let gap = self.this(last).end..end;
        let is_one_sided = next.is_none_or(|next| self.other(next).start == self.other(last).end);
        if gap.is_empty() || !is_one_sided {
            return;
        }
        let earlier = self.best_place(&gap, self.places_before(pairs, at, &gap));
        let later = self.best_place(&gap, self.places_after(pairs, at, &gap));
        // The place with the most ends of blocks is the best one; of equal ones the nearest is.
        let now = self.block_ends(&gap, 0);
        let mut set = |pair: usize, sentence: usize| {
            *pairs[pair].sentences.of_mut(self.side) = sentence..sentence + 1;
        };
        if earlier.block_ends > now && earlier.block_ends >= later.block_ends {
            for step in 0..earlier.distance {
                set(at - 1 - step, gap.end - 1 - step);
            }
        } else if later.block_ends > now {
            for step in 0..later.distance {
                set(at + step, gap.start + step);
            }
        }
    }

    /// The best of some places, which are given as distances from the gap.
    fn best_place(&self, gap: &Range<usize>, places: impl Iterator<Item = isize>) -> Place {
        let mut best = Place::default();
        for by in places {
            let block_ends = self.block_ends(gap, by);
            if block_ends > best.block_ends {
                best = Place {
                    block_ends,
                    distance: by.unsigned_abs(),
                };
            }
            if best.block_ends == 2 {
                break;
            }
        }
        best
    }

    /// How many ends of the gap are ends of blocks when it is shifted by so many sentences.
    fn block_ends(&self, gap: &Range<usize>, by: isize) -> usize {
        let starts_block = |at: usize| {
            let at = at.wrapping_add_signed(by);
            let sentences = &self.units.sentences;
            at == 0 || at == sentences.len() || sentences[at].block != sentences[at - 1].block
        };
        usize::from(starts_block(gap.start)) + usize::from(starts_block(gap.end))
    }

    /// How far the gap can be shifted to earlier places: the pair before it takes the gap's last sentence instead of its own.
    fn places_before<'p>(
        &'p self,
        pairs: &'p [SentencePair],
        at: usize,
        gap: &'p Range<usize>,
    ) -> impl Iterator<Item = isize> + 'p {
        let pairs = pairs[..at].iter().rev().enumerate();
        let fits = move |&(step, pair): &(usize, &SentencePair)| {
            let place = gap.start.checked_sub(step + 1);
            place.is_some_and(|place| {
                self.is_equal_pair_at(pair, place)
                    && self.ids[place] == self.ids[gap.end - 1 - step]
            })
        };
        let pairs = self.neighbours(pairs, fits);
        pairs.map(|step| -(step as isize + 1))
    }

    /// How far the gap can be shifted to later places: the pair after it takes the gap's first sentence instead of its own.
    fn places_after<'p>(
        &'p self,
        pairs: &'p [SentencePair],
        at: usize,
        gap: &'p Range<usize>,
    ) -> impl Iterator<Item = isize> + 'p {
        let pairs = pairs[at..].iter().enumerate();
        let fits = move |&(step, pair): &(usize, &SentencePair)| {
            let place = gap.end + step;
            self.is_equal_pair_at(pair, place) && self.ids[place] == self.ids[gap.start + step]
        };
        self.neighbours(pairs, fits).map(|step| step as isize + 1)
    }

    /// The steps to those pairs that fit and are neighbours in the other text too.
    fn neighbours<'p>(
        &'p self,
        pairs: impl Iterator<Item = (usize, &'p SentencePair)> + 'p,
        fits: impl Fn(&(usize, &'p SentencePair)) -> bool + 'p,
    ) -> impl Iterator<Item = usize> + 'p {
        let mut last: Option<usize> = None;
        let is_next = move |&(_, pair): &(usize, &'p SentencePair)| {
            let place = self.other(pair).start;
            let is_next = last.is_none_or(|last| last.abs_diff(place) == 1);
            last = Some(place);
            is_next
        };
        pairs
            .take_while(fits)
            .take_while(is_next)
            .map(|(step, _)| step)
    }

    /// Whether a pair is one of two equal sentences, of which this text's is at `place`.
    fn is_equal_pair_at(&self, pair: &SentencePair, place: usize) -> bool {
        pair.similarity >= 1.0
            && *self.this(pair) == (place..place + 1)
            && self.other(pair).len() == 1
    }
}
