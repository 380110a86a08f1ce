//! Matching → figures: words, shared words, and the longest passages that stand in both texts.

use crate::model::matching::{Matching, Partners};
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
    let shared = |counted: &[bool], partners: &Partners| {
        let both = (0..counted.len()).filter(|&at| counted[at] && partners.has(at));
        both.count() as u32
    };
    words.shared.before = shared(in_before, &matching.partners.before);
    words.shared.after = shared(in_after, &matching.partners.after);
    // The same words in another order stand in both.
    for stretch in &matching.reorderings {
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
        *counts.of_mut(change.class) += 1;
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
    let partners = &matching.partners.before;
    let word = |units: &Units, at: usize| units.tokens[at].kind != TokenKind::Punctuation;
    // Whether a word of the second text is the next one behind another.
    let follows = |last: Option<usize>, at: Option<usize>| {
        let (Some(last), Some(at)) = (last, at) else {
            return false;
        };
        last < at && !(last + 1..at).any(|between| word(after.1, between))
    };
    // The first token, the last one, and how many words.
    let mut found: Vec<(usize, usize, u32)> = Vec::new();
    let mut current: Option<(usize, usize, u32)> = None;
    for at in (0..before.1.tokens.len()).filter(|&at| word(before.1, at)) {
        let partner = partners.of(at);
        let fits = in_story(in_before, before.1, at)
            && partner.is_some_and(|partner| in_story(in_after, after.1, partner));
        let starts = u32::from(before.1.tokens[at].starts_word);
        match &mut current {
            Some((_, last, words)) if fits && follows(partners.of(*last), partner) => {
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
            let partner = |at: usize| partners.of(at).unwrap_or_default();
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

/// Whether a word belongs to the story. Characters inside a word of a script without spaces do too, though they start no word.
fn in_story(counted: &[bool], units: &Units, at: usize) -> bool {
    counted[at] || units.tokens[at].kind == TokenKind::Unspaced
}
