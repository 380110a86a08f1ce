//! Which full stops do not end a sentence.

use crate::data::{BEGINS_SENTENCE, MAY_END_SENTENCE, MONTH_AFTER_ORDINAL, NEVER_ENDS_SENTENCE};
use crate::text::source::count;

fn is_in(sorted: &[&str], word: &str) -> bool {
    sorted.binary_search(&word).is_ok()
}

/// Whether the full stop between two words (both folded) ends no sentence.
///
/// `capital` tells whether the word before it is a capital letter alone, `opens` whether that word is the block's first.
pub fn holds_on(word: &str, next: &str, capital: bool, opens: bool) -> bool {
    let starter = || is_in(&BEGINS_SENTENCE, next);
    if is_in(&NEVER_ENDS_SENTENCE, word) {
        return true;
    }
    if word.bytes().all(|b| b.is_ascii_digit()) && word.len() <= 2 {
        return opens || is_in(&MONTH_AFTER_ORDINAL, next);
    }
    let single = count(word) == 1 && word.chars().all(char::is_alphabetic);
    if single && capital {
        return !matches!(next, "the" | "he" | "she" | "it" | "but" | "they");
    }
    if is_in(&MAY_END_SENTENCE, word) || word.bytes().any(|byte| byte == b'.') || single {
        return !starter();
    }
    false
}
