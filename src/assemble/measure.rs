//! Matching → figures: words, shared words, and the longest passages that stand in both texts.

use crate::model::matching::{Matching, NONE};
use crate::report::{Both, Change, Counts, Passage, Summary};
use crate::text::source::Text;
use crate::text::units::{BlockKind, TokenKind, Units};

/// How many passages a report names.
const MOST_PASSAGES: usize = 20;
/// Words of the shortest stretch that is called a passage.
const LEAST_WORDS: u32 = 3;

/// Words of each side and how many of them stand in the other.
#[derive(Clone, Copy, Debug, Default)]
pub struct Words {
    /// All words outside furniture.
    pub all: Both<u32>,
    /// Those that stand in the other text too.
    pub shared: Both<u32>,
}

/// Which tokens count as words of the story.
pub fn counted(units: &Units) -> Vec<bool> {
    let mut counted = vec![false; units.tokens.len()];
    for block in units
        .blocks
        .iter()
        .filter(|block| block.kind != BlockKind::Furniture)
    {
        for at in block.tokens.clone() {
            counted[at] = units.tokens[at].starts_word;
        }
    }
    counted
}

/// Counts words.
pub fn words((in_before, in_after): &(Vec<bool>, Vec<bool>), matching: &Matching) -> Words {
    let mut words = Words::default();
    words.all.before = in_before.iter().filter(|&&counts| counts).count() as u32;
    words.all.after = in_after.iter().filter(|&&counts| counts).count() as u32;
    for (at, &partner) in matching.before.iter().enumerate() {
        words.shared.before += u32::from(partner != NONE && in_before[at]);
    }
    for (at, &partner) in matching.after.iter().enumerate() {
        words.shared.after += u32::from(partner != NONE && in_after[at]);
    }
    // The same words in another order stand in both.
    for stretch in &matching.orders {
        words.shared.before += stretch.before.clone().filter(|&at| in_before[at]).count() as u32;
        words.shared.after += stretch.after.clone().filter(|&at| in_after[at]).count() as u32;
    }
    words
}

/// Sums up: words, what is shared, and how many changes of each class there are.
pub fn summary(words: &Words, changes: &[Change], moves: usize) -> Summary {
    let mut counts = Counts {
        moved: moves as u32,
        ..Counts::default()
    };
    for change in changes.iter().filter(|change| !change.furniture) {
        *counts.of(change.class) += 1;
    }
    let share = |part: u32, all: u32| {
        if all == 0 {
            0.0
        } else {
            f64::from(part) / f64::from(all)
        }
    };
    let all = words.all.before + words.all.after;
    Summary {
        words: words.all,
        shared: words.shared,
        containment: Both {
            before: share(words.shared.before, words.all.before),
            after: share(words.shared.after, words.all.after),
        },
        similarity: if all == 0 {
            1.0
        } else {
            f64::from(words.shared.before + words.shared.after) / f64::from(all)
        },
        counts,
    }
}

/// The longest stretches whose words follow one another in both texts; case, typography and marks are not asked.
pub fn passages(
    before: (&Text<'_>, &Units),
    after: (&Text<'_>, &Units),
    (in_before, in_after): &(Vec<bool>, Vec<bool>),
    matching: &Matching,
) -> Vec<Passage> {
    let word = |units: &Units, at: usize| units.tokens[at].kind != TokenKind::Mark;
    // Whether a word of the second text is the next one behind another.
    let follows =
        |last: usize, at: usize| last < at && !(last + 1..at).any(|between| word(after.1, between));
    // The first token, the last one, and how many words.
    let mut found: Vec<(usize, usize, u32)> = Vec::new();
    let mut current: Option<(usize, usize, u32)> = None;
    for at in (0..before.1.tokens.len()).filter(|&at| word(before.1, at)) {
        let partner = matching.before[at];
        let fits = partner != NONE
            && in_before_story(in_before, before.1, at)
            && in_before_story(in_after, after.1, partner as usize);
        let starts = u32::from(before.1.tokens[at].starts_word);
        match &mut current {
            Some((_, last, words))
                if fits && follows(matching.before[*last] as usize, partner as usize) =>
            {
                (*last, *words) = (at, *words + starts);
            }
            _ => {
                found.extend(current);
                current = fits.then_some((at, at, starts));
            }
        }
    }
    found.extend(current);
    found.retain(|&(.., words)| words >= LEAST_WORDS);
    found.sort_by_cached_key(|&(.., words)| u64::from(!words));
    found.truncate(MOST_PASSAGES);
    found
        .into_iter()
        .map(|(first, last, words)| {
            let partner = |at: usize| matching.before[at] as usize;
            let span = |text: &Text<'_>, units: &Units, first: usize, last: usize| {
                text.span(crate::text::span::ByteSpan::new(
                    units.tokens[first].start,
                    units.tokens[last].end,
                ))
            };
            Passage {
                before: span(before.0, before.1, first, last),
                after: span(after.0, after.1, partner(first), partner(last)),
                words,
            }
        })
        .collect()
}

/// Signs inside a word count as part of the story too, though they start no word.
fn in_before_story(counted: &[bool], units: &Units, at: usize) -> bool {
    counted[at] || units.tokens[at].kind == TokenKind::Sign
}
