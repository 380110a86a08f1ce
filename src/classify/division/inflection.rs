//! Two words → whether they are the singular and the plural of one.

use crate::text::source::slice;

/// Pairs of singular and plural that share no beginning of two letters, or more than an ending differs in them.
const IRREGULAR: [(&str, &str); 14] = [
    ("person", "people"),
    ("man", "men"),
    ("woman", "women"),
    ("child", "children"),
    ("foot", "feet"),
    ("goose", "geese"),
    ("tooth", "teeth"),
    ("penny", "pence"),
    ("год", "лет"),
    ("года", "лет"),
    ("человек", "люди"),
    ("œil", "yeux"),
    ("jour", "journées"),
    ("mann", "männer"),
];
/// Endings of singulars and plurals in languages of the Latin script and in Arabic.
const ENDINGS: &str = "s es e en n er ar or r a i o y ies x ów ai ns ões ão ler lar nen ta ة ات";
/// Letters of the longest such ending in Cyrillic.
const MAX_CYRILLIC_ENDING: usize = 2;
/// Letters that two forms share at least at their start.
const MIN_SHARED_LETTERS: usize = 2;

/// Whether two folded words are the singular and the plural of one: `goal`, `goals`.
pub fn are_singular_and_plural(before: &str, after: &str) -> bool {
    if IRREGULAR.contains(&(before, after)) || IRREGULAR.contains(&(after, before)) {
        return true;
    }
    let shared = before.chars().zip(after.chars());
    let head: usize = shared
        .take_while(|(b, a)| b == a)
        .map(|(c, _)| c.len_utf8())
        .sum();
    let is_ending = |word: &str| {
        let ending = slice(word, head..word.len());
        let is_cyrillic = |c| matches!(c, '\u{400}'..='\u{4ff}');
        ending.is_empty()
            || ENDINGS.split(' ').any(|one| one == ending)
            || ending.chars().all(is_cyrillic) && ending.chars().count() <= MAX_CYRILLIC_ENDING
    };
    slice(before, 0..head)
        .chars()
        .nth(MIN_SHARED_LETTERS - 1)
        .is_some()
        && is_ending(before)
        && is_ending(after)
}
