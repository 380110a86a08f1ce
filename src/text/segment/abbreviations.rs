//! A full stop → whether it belongs to an abbreviation and ends no sentence.

use crate::data::{
    BEFORE_ORDINAL, BEGINS_SENTENCE, MAY_END_SENTENCE, MONTH_AFTER_ORDINAL, NEVER_ENDS_SENTENCE,
};
use crate::text::chars::is_letter;

/// Words that may begin a sentence after an initial: `J. The` is two sentences more often than a name.
const AFTER_INITIAL: [&str; 6] = ["but", "he", "it", "she", "the", "they"];
/// Digits of an ordinal at most: `3. Mai`.
const MAX_ORDINAL_DIGITS: usize = 2;

/// A full stop between two words.
pub struct FullStop<'w> {
    /// The folded word before it.
    pub word: &'w str,
    /// The folded word before that one; the first word of a block has itself here.
    pub before: &'w str,
    /// The folded word after it.
    pub next: &'w str,
    /// Whether the word before it begins with a capital letter.
    pub has_capital: bool,
    /// Whether the word before it is the first of its block.
    pub begins_block: bool,
}

/// Whether a full stop ends no sentence.
pub fn is_abbreviation_dot(stop: &FullStop<'_>) -> bool {
    let FullStop { word, next, .. } = *stop;
    if NEVER_ENDS_SENTENCE.contains(word) {
        return true;
    }
    if word.len() <= MAX_ORDINAL_DIGITS && word.bytes().all(|byte| byte.is_ascii_digit()) {
        return stop.begins_block
            || MONTH_AFTER_ORDINAL.contains(next)
            || BEFORE_ORDINAL.contains(stop.before);
    }
    let mut letters = word.chars();
    let is_initial = letters.next().is_some_and(is_letter) && letters.next().is_none();
    if is_initial && stop.has_capital {
        return !AFTER_INITIAL.contains(&next);
    }
    let may_go_on = is_initial || word.contains('.') || MAY_END_SENTENCE.contains(word);
    may_go_on && !BEGINS_SENTENCE.contains(next)
}
