//! A word of a script without capitals → whether it is part of a name, by the title before it or behind it.
//!
//! ```text
//! before the name   السيد [حسن|سمير]    מר [כהן|לוי]    श्री [राम|श्याम]
//! behind it         [田中|山本]氏        [李明|王芳]女士    [김철수|박영희] 씨
//! ```
//!
//! Where no title is beside a word, nothing tells whether it is a name, and it is called none.

use super::context::TextView;
use crate::data::{HONORIFIC, NO_NAME, TITLE};
use crate::text::chars::is_letter;
use crate::text::lexicon::Lexicon;
use crate::text::source::{char_at, slice};
use crate::text::units::TokenKind;

/// Characters of the longest name that is written without spaces before a title.
const MAX_CHARACTERS: usize = 4;

/// Whether a token is part of a name.
pub fn is_part_of_name(view: TextView<'_>, lexicon: &Lexicon<'_>, at: usize) -> bool {
    match view.units.tokens[at].kind {
        TokenKind::Word => {
            let first = char_at(view.text, view.units.tokens[at].start as usize);
            let is_caseless = is_letter(first) && !first.is_uppercase() && !first.is_lowercase();
            is_caseless && is_spaced_name(view, lexicon, at)
        }
        TokenKind::Unspaced => is_unspaced_name(view, at),
        TokenKind::Number | TokenKind::Punctuation => false,
    }
}

/// Whether a title is right before a word, or right behind it with any ending: `씨`, `씨는`.
fn is_spaced_name(view: TextView<'_>, lexicon: &Lexicon<'_>, at: usize) -> bool {
    let sentence = &view.units.sentences[view.units.sentence_at(at)].tokens;
    let word = |at: usize| lexicon.folded(view.units.tokens[at].folded);
    let is_title = |word: &str| {
        TITLE.contains(word) || {
            // `and`, `to`, `for` are part of the word in Arabic and Hebrew.
            let mut rest = word.chars();
            matches!(rest.next(), Some('و' | 'ف' | 'ب' | 'ל' | 'ו' | 'ש'))
                && TITLE.contains(rest.as_str())
        }
    };
    let text = word(at);
    // The title of a title, and an adjective with its article: الرئيس الجديد.
    if is_title(text) || NO_NAME.contains(text) || text.starts_with("ال") {
        return false;
    }
    let is_honorific = |word: &str| HONORIFIC.iter().any(|title| word.starts_with(title));
    at > sentence.start && is_title(word(at - 1))
        || at + 1 < sentence.end && is_honorific(word(at + 1)) && !is_honorific(text)
}

/// Whether a character is one of the few right before a title, and no word such as *former*, *vice* or *this*.
fn is_unspaced_name(view: TextView<'_>, at: usize) -> bool {
    let tokens = &view.units.tokens;
    let text = |at: usize| slice(view.text, tokens[at].span().range());
    let begins_title = |at: usize| {
        let rest = slice(view.text, tokens[at].start as usize..view.text.len());
        HONORIFIC.iter().any(|title| rest.starts_with(title))
    };
    if begins_title(at) {
        return false;
    }
    for next in at..at + MAX_CHARACTERS {
        if NO_NAME.contains(text(next)) || !is_ideograph(text(next)) {
            return false;
        }
        if !view.units.touches_next(next) || tokens[next + 1].kind != TokenKind::Unspaced {
            return false;
        }
        if begins_title(next + 1) {
            return true;
        }
    }
    false
}

/// Whether a token is one ideograph: names before a title have no small letters of Japanese.
fn is_ideograph(token: &str) -> bool {
    token.starts_with(|c| matches!(c, '々' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}'))
}
