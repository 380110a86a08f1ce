//! Matching → the longest passages that are in both texts word for word.

use crate::both::Both;
use crate::model::comparison::Comparison;
use crate::model::matching::Matching;
use crate::report::Passage;
use crate::sort::sort_by_number;
use crate::text::span::ByteSpan;
use crate::text::units::{TokenKind, Units};

/// Passages that a report names.
const MAX_PASSAGES: usize = 20;
/// Words of the shortest passage.
const MIN_WORDS: u32 = 3;

/// A passage while it is read: its first and last word in each text, and how many words it has.
#[derive(Clone, Copy)]
struct Found {
    first: Both<usize>,
    last: Both<usize>,
    words: u32,
}

/// The longest ranges whose words follow one another in both texts. Case, typography and punctuation may differ. `counted` says which
/// tokens count as words of the story.
#[inline(never)]
pub fn passages(
    comparison: &Comparison<'_>,
    matching: &Matching,
    counted: &Both<Vec<bool>>,
) -> Vec<Passage> {
    let Both { before, after } = comparison.units();
    let mut found: Vec<Found> = Vec::new();
    let mut current: Option<Found> = None;
    for at in (0..before.tokens.len()).filter(|&at| before.tokens[at].is_word()) {
        let partner = matching.partners.before.of(at);
        let words = partner.map(|partner| Both::new(at, partner));
        let words = words.filter(|words| {
            is_in_story(before, &counted.before, words.before)
                && is_in_story(after, &counted.after, words.after)
        });
        let starts = u32::from(before.tokens[at].starts_word);
        match (&mut current, words) {
            (Some(passage), Some(words)) if follows(after, passage.last.after, words.after) => {
                passage.last = words;
                passage.words += starts;
            }
            _ => {
                found.extend(current);
                current = words.map(|words| Found {
                    first: words,
                    last: words,
                    words: starts,
                });
            }
        }
    }
    found.extend(current);
    found.retain(|passage| passage.words >= MIN_WORDS);
    sort_by_number(&mut found, |passage| u64::from(!passage.words));
    found.truncate(MAX_PASSAGES);
    found
        .into_iter()
        .map(|passage| {
            let ends = passage.first.zip(passage.last);
            let spans = comparison.articles.as_ref().zip(ends);
            let spans = spans.map(|(article, (first, last))| {
                let tokens = &article.units.tokens;
                let span = ByteSpan::new(tokens[first].start, tokens[last].end);
                article.text.span(span)
            });
            Passage {
                before: spans.before,
                after: spans.after,
                words: passage.words,
            }
        })
        .collect()
}

/// Whether a word is the next one after another.
fn follows(units: &Units, last: usize, word: usize) -> bool {
    last < word && !units.has_word(&(last + 1..word))
}

/// Whether a word belongs to the story. Characters inside a word of a script without spaces do too, though they start no word.
fn is_in_story(units: &Units, counted: &[bool], at: usize) -> bool {
    counted[at] || units.tokens[at].kind == TokenKind::Unspaced
}
