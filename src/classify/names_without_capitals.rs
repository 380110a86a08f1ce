//! A word of a script without capitals → whether it is part of a name, by the title before it or behind it, or by the list of countries
//! and cities.
//!
//! ```text
//! before the name   السيد [حسن|سمير]    מר [כהן|לוי]    श्री [राम|श्याम]
//! behind it         [田中|山本]氏        [バイデン|トランプ]大統領    [李明|王芳]女士    [김철수|박영희] 씨
//! in the list       [北京|上海]          [東京|大阪]      إلى [القاهرة|الرياض]
//! ```
//!
//! Where no title is beside any other word, nothing tells whether it is a name, and it is called none.

use super::context::TextView;
use crate::data::{Lines, HONORIFIC, NAME, NO_NAME, TITLE};
use crate::text::chars::is_letter;
use crate::text::lexicon::Lexicon;
use crate::text::source::{char_at, slice};
use crate::text::units::{Token, TokenKind};

/// Characters of the longest name in ideographs that is written before a title.
const MAX_CHARACTERS: usize = 4;

/// Whether a token is part of a name.
pub fn is_part_of_name(view: TextView<'_>, lexicon: &Lexicon<'_>, at: usize) -> bool {
    match view.units.tokens[at].kind {
        TokenKind::Word => {
            let first = char_at(view.text, view.units.tokens[at].start as usize);
            let is_caseless = is_letter(first) && !first.is_uppercase() && !first.is_lowercase();
            is_caseless
                && (is_spaced_name(view, lexicon, at)
                    || is_katakana(first)
                        && view.units.touches_next(at)
                        && begins_title(view, lexicon, at + 1))
        }
        TokenKind::Unspaced => is_listed(view, lexicon, at) || is_unspaced_name(view, lexicon, at),
        TokenKind::Number | TokenKind::Punctuation => false,
    }
}

/// Whether a title is right before a word, or right behind it with any ending: `씨`, `씨는`.
fn is_spaced_name(view: TextView<'_>, lexicon: &Lexicon<'_>, at: usize) -> bool {
    let sentence = &view.units.sentences[view.units.sentence_at(at)].tokens;
    let word = |at: usize| lexicon.folded(view.units.tokens[at].folded);
    let is_in = |list: Lines, word: &str| {
        list.contains(word) || {
            // `and`, `to`, `for` are part of the word in Arabic and Hebrew.
            let mut rest = word.chars();
            matches!(rest.next(), Some('و' | 'ف' | 'ب' | 'ל' | 'ו' | 'ש'))
                && list.contains(rest.as_str())
        }
    };
    let is_title = |word: &str| is_in(TITLE, word);
    let text = word(at);
    if is_in(NAME, text) {
        return true;
    }
    // The title of a title, and an adjective with its article: الرئيس الجديد.
    if is_title(text) || NO_NAME.contains(text) || text.starts_with("ال") {
        return false;
    }
    let is_honorific = |word: &str| HONORIFIC.iter().any(|title| word.starts_with(title));
    at > sentence.start && is_title(word(at - 1))
        || at + 1 < sentence.end && is_honorific(word(at + 1)) && !is_honorific(text)
}

/// Whether a character is one of the few right before a title, and no word such as *former*, *vice* or *this*.
fn is_unspaced_name(view: TextView<'_>, lexicon: &Lexicon<'_>, at: usize) -> bool {
    let tokens = &view.units.tokens;
    let text = |at: usize| slice(view.text, tokens[at].span().range());
    if begins_title(view, lexicon, at) {
        return false;
    }
    for next in at..at + MAX_CHARACTERS {
        if NO_NAME.contains(text(next)) || !is_ideograph(text(next)) {
            return false;
        }
        if !view.units.touches_next(next) || tokens[next + 1].kind != TokenKind::Unspaced {
            return false;
        }
        if begins_title(view, lexicon, next + 1) {
            return true;
        }
    }
    false
}

/// Whether a character is in a word of the list of names.
fn is_listed(view: TextView<'_>, lexicon: &Lexicon<'_>, at: usize) -> bool {
    /// Characters of the longest name of the list.
    const LONGEST: usize = 6;
    let tokens = &view.units.tokens;
    let from = (at + 1).saturating_sub(LONGEST);
    let begins_name = |token: &Token| token.starts_word && lexicon.list_starts(token.form).name;
    let mut starts = (from..=at).filter(|&first| begins_name(&tokens[first]));
    starts.any(|first| {
        let last = tokens.len().min(first + LONGEST);
        (at..last).any(|end| {
            let word = tokens[first].start as usize..tokens[end].end as usize;
            NAME.contains(slice(view.text, word))
        })
    })
}

/// Whether a title of a script without spaces begins at a token.
fn begins_title(view: TextView<'_>, lexicon: &Lexicon<'_>, at: usize) -> bool {
    let token = &view.units.tokens[at];
    let rest = slice(view.text, token.start as usize..view.text.len());
    lexicon.list_starts(token.form).honorific
        && HONORIFIC.iter().any(|title| rest.starts_with(title))
}

/// Whether a character is a letter of Katakana, in which Japanese writes foreign names.
fn is_katakana(c: char) -> bool {
    matches!(c, '\u{30a1}'..='\u{30fc}')
}

/// Whether a token is one ideograph: names before a title have no small letters of Japanese.
fn is_ideograph(token: &str) -> bool {
    token.starts_with(|c| matches!(c, '々' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}'))
}
