//! A change of order → the fact that two parties changed places around words that stayed, as in *A sued B*, *B sued A*.

use super::context::TextView;
use crate::both::Both;
use crate::report::Fact;
use crate::text::conjunctions::is_conjunction;
use crate::text::lexicon::Lexicon;
use crate::text::units::TokenKind;
use std::ops::Range;

/// Words of the longest change that is looked at.
const MAX_WORDS: usize = 24;

/// The fact that differs where two parties of a text without capitals changed places. Whether they are names cannot be seen there, but who
/// did what to whom is another; where the change has two figures or more, these are what changed places.
///
/// ```text
/// name      [中国が日本|日本が中国]を破り   [ישראל ניצחה את איטליה|איטליה ניצחה את ישראל]
/// number    погибли [3 человека, ранены 11 человек|11 человек, ранены 3 человека]      before: a name
/// none      [大阪と神戸|神戸と大阪]         [彼は昨日|昨日彼は]
/// ```
pub fn swapped_parties(
    views: Both<TextView<'_>>,
    tokens: Both<&Range<usize>>,
    lexicon: &Lexicon<'_>,
) -> Option<Fact> {
    let words = views
        .zip(tokens)
        .map(|(view, tokens)| -> Vec<u32> { view.units.words(tokens).collect() });
    let (before, after) = (&words.before[..], &words.after[..]);
    let count = before.len();
    if count != after.len()
        || !(3..=MAX_WORDS).contains(&count)
        || has_capitals(views.before, tokens.before)
    {
        return None;
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
    if !middles.any(|middle| !joins_equals(middle)) {
        return None;
    }
    let has_figure = |at: usize| views.before.units.tokens[at].kind == TokenKind::Number;
    let figures = tokens.before.clone().filter(|&at| has_figure(at)).count();
    Some(if figures > 1 {
        Fact::Number
    } else {
        Fact::Name
    })
}

/// Whether a word of a side has a capital: then its names are seen by it.
fn has_capitals(view: TextView<'_>, range: &Range<usize>) -> bool {
    let tokens = &view.units.tokens;
    let mut words = range
        .clone()
        .filter(|&at| tokens[at].kind == TokenKind::Word);
    words.any(|at| view.is_capital(at))
}
