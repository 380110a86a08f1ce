//! Pairs in place → pairs in place: what was inserted or deleted begins and ends where blocks do.
//!
//! Sentences that come again leave it open which of them came or went. A person takes whole paragraphs for it.
//! ```text
//! before    [She is 43. She denies it.] [He is 51.]
//! as found  [She is 43. ‹She denies it.] [Bo is 29.› She denies it.] [He is 51.]
//! shifted   [She is 43. She denies it.] [‹Bo is 29. She denies it.›] [He is 51.]
//! ```

use super::context::AlignmentContext;
use crate::both::Both;
use crate::model::pairs::SentencePair;
use crate::text::units::Units;
use std::ops::Range;

/// Shifts the unpaired sentences of either text over equal neighbours, where that makes them whole blocks.
pub fn make_whole_blocks(context: &AlignmentContext<'_>, pairs: &mut [SentencePair]) {
    let units = context.comparison.units();
    let sides = [
        Side {
            units: units.before,
            ids: &context.ids.of.before,
            this: |pair| &pair.before,
            other: |pair| &pair.after,
            set: |pair, sentences| pair.before = sentences,
        },
        Side {
            units: units.after,
            ids: &context.ids.of.after,
            this: |pair| &pair.after,
            other: |pair| &pair.before,
            set: |pair, sentences| pair.after = sentences,
        },
    ];
    for side in sides {
        for at in 1..=pairs.len() {
            side.shift(pairs, at);
        }
    }
}

type Sentences = Both<Range<usize>>;

/// One text, and where a pair keeps the sentences of it and of the other.
struct Side<'a> {
    units: &'a Units,
    ids: &'a [u32],
    this: fn(&Sentences) -> &Range<usize>,
    other: fn(&Sentences) -> &Range<usize>,
    set: fn(&mut Sentences, Range<usize>),
}

impl Side<'_> {
    /// Shifts the unpaired sentences before pair `at`, if the other text has none there.
    fn shift(&self, pairs: &mut [SentencePair], at: usize) {
        let last = &pairs[at - 1].sentences;
        let next = pairs.get(at).map(|pair| &pair.sentences);
        let end = next.map_or(self.units.sentences.len(), |next| (self.this)(next).start);
        let gap = (self.this)(last).end..end;
        let one_sided = next.is_none_or(|next| (self.other)(next).start == (self.other)(last).end);
        if gap.is_empty() || !one_sided {
            return;
        }
        let back = self.steps(&gap, self.behind(pairs, at, &gap));
        let forth = self.steps(&gap, self.ahead(pairs, at, &gap));
        // Each place is as good as the ends of blocks that it has; of equal ones the nearest.
        let now = self.ends(&gap, 0);
        if back.0 > now && back.0 >= forth.0 {
            for step in 0..back.1 {
                let sentence = gap.end - 1 - step;
                (self.set)(&mut pairs[at - 1 - step].sentences, sentence..sentence + 1);
            }
        } else if forth.0 > now {
            for step in 0..forth.1 {
                let sentence = gap.start + step;
                (self.set)(&mut pairs[at + step].sentences, sentence..sentence + 1);
            }
        }
    }

    /// The best place among some, given by how far each is from the gap, and how good it is.
    fn steps(&self, gap: &Range<usize>, places: impl Iterator<Item = isize>) -> (usize, usize) {
        let mut best = (0, 0);
        for by in places {
            let ends = self.ends(gap, by);
            if ends > best.0 {
                best = (ends, by.unsigned_abs());
            }
            if best.0 == 2 {
                break;
            }
        }
        best
    }

    /// How many ends of the gap are ends of blocks when it is shifted by so many sentences.
    fn ends(&self, gap: &Range<usize>, by: isize) -> usize {
        let starts_block = |at: usize| {
            let at = at.wrapping_add_signed(by);
            let sentences = &self.units.sentences;
            at == 0 || at == sentences.len() || sentences[at].block != sentences[at - 1].block
        };
        usize::from(starts_block(gap.start)) + usize::from(starts_block(gap.end))
    }

    /// How far the gap can be shifted back: the pair before it takes the gap's last sentence in the place of its own.
    fn behind<'p>(
        &'p self,
        pairs: &'p [SentencePair],
        at: usize,
        gap: &'p Range<usize>,
    ) -> impl Iterator<Item = isize> + 'p {
        let pairs = pairs[..at].iter().rev().enumerate();
        let fits = move |&(step, pair): &(usize, &SentencePair)| {
            let place = gap.start.checked_sub(step + 1);
            place.is_some_and(|place| {
                self.takes(pair, place) && self.ids[place] == self.ids[gap.end - 1 - step]
            })
        };
        let pairs = self.joined(pairs, fits);
        pairs.map(|step| -(step as isize + 1))
    }

    /// How far the gap can be shifted on: the pair behind it takes the gap's first sentence in the place of its own.
    fn ahead<'p>(
        &'p self,
        pairs: &'p [SentencePair],
        at: usize,
        gap: &'p Range<usize>,
    ) -> impl Iterator<Item = isize> + 'p {
        let pairs = pairs[at..].iter().enumerate();
        let fits = move |&(step, pair): &(usize, &SentencePair)| {
            let place = gap.end + step;
            self.takes(pair, place) && self.ids[place] == self.ids[gap.start + step]
        };
        self.joined(pairs, fits).map(|step| step as isize + 1)
    }

    /// The steps to those pairs that fit and follow each other at once in the other text too.
    fn joined<'p>(
        &'p self,
        pairs: impl Iterator<Item = (usize, &'p SentencePair)> + 'p,
        fits: impl Fn(&(usize, &'p SentencePair)) -> bool + 'p,
    ) -> impl Iterator<Item = usize> + 'p {
        let mut last: Option<usize> = None;
        let follows = move |&(_, pair): &(usize, &'p SentencePair)| {
            let place = (self.other)(&pair.sentences).start;
            let follows = last.is_none_or(|last| last.abs_diff(place) == 1);
            last = Some(place);
            follows
        };
        pairs
            .take_while(fits)
            .take_while(follows)
            .map(|(step, _)| step)
    }

    /// Whether a pair is one of equal sentences, this text's at `place`.
    fn takes(&self, pair: &SentencePair, place: usize) -> bool {
        pair.similarity >= 1.0
            && *(self.this)(&pair.sentences) == (place..place + 1)
            && (self.other)(&pair.sentences).len() == 1
    }
}
