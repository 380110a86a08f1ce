//! A change of order → whether two parties changed places around words that stayed, as in *A sued B*, *B sued A*.

use super::context::TextView;
use crate::both::Both;
use crate::text::conjunctions::is_conjunction;
use crate::text::lexicon::Lexicon;
use crate::text::units::TokenKind;
use std::ops::Range;

/// Words of the longest change that is looked at.
const MAX_WORDS: usize = 24;

/// Whether two parties of a text without capitals changed places. Whether they are names cannot be seen there, but who did what to whom
/// is another.
///
/// ```text
/// parties   [中国が日本|日本が中国]を破り   [ישראל ניצחה את איטליה|איטליה ניצחה את ישראל]
/// none      [大阪と神戸|神戸と大阪]         [彼は昨日|昨日彼は]
/// ```
pub fn are_parties_swapped(
    views: Both<TextView<'_>>,
    tokens: Both<&Range<usize>>,
    lexicon: &Lexicon<'_>,
) -> bool {
    let words = views
        .zip(tokens)
        .map(|(view, tokens)| -> Vec<u32> { view.units.words(tokens).collect() });
    let (before, after) = (&words.before[..], &words.after[..]);
    let count = before.len();
    if count != after.len()
        || !(3..=MAX_WORDS).contains(&count)
        || has_capitals(views.before, tokens.before)
    {
        return false;
    }
    let joins_equals = |middle: &[u32]| match middle {
        [word] => is_conjunction(lexicon.folded(*word)),
        _ => false,
    };
    // Before: first, middle, last. After: last, middle, first.
    let splits = (1..count - 1).flat_map(|first| (1..count - first).map(move |last| (first, last)));
    let mut middles = splits.filter_map(|(first, last)| {
        let middle = &before[first..count - last];
        let is_swap = before[..first] == after[count - first..]
            && before[count - last..] == after[..last]
            && *middle == after[last..count - first];
        is_swap.then_some(middle)
    });
    middles.any(|middle| !joins_equals(middle))
}

/// Whether a word of a side has a capital: then its names are seen by it.
fn has_capitals(view: TextView<'_>, range: &Range<usize>) -> bool {
    let tokens = &view.units.tokens;
    let mut words = range
        .clone()
        .filter(|&at| tokens[at].kind == TokenKind::Word);
    words.any(|at| view.is_capital(at))
}
