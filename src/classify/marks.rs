//! Marks between the same words → whether they say a value, something else, or are punctuation.

use super::context::TextView;
use crate::both::Both;
use crate::model::raw_change::RawChange;
use crate::report::Class;
use crate::text::chars::{is_dash, is_quote};
use crate::text::source::cut;
use crate::text::units::TokenKind;
use std::ops::Range;

/// The class of marks between the same words: `$`, `%` and a minus sign say a value, another symbol or emoji says something, the
/// rest is punctuation.
pub fn marks(texts: Both<TextView<'_>>, change: &RawChange) -> Class {
    let symbols = |view: TextView<'_>, range: &Range<usize>| {
        let mut symbols = String::new();
        let mut beside = false;
        let tokens = &view.units.tokens;
        for at in range.clone() {
            let text = cut(view.text, tokens[at].span().range());
            let number = |at: usize| {
                tokens
                    .get(at)
                    .is_some_and(|token| token.kind == TokenKind::Number)
            };
            beside |= number(at) || number(at + 1) || at > 0 && number(at - 1);
            // A minus sign touches its number and nothing before.
            let minus = text.chars().all(is_dash)
                && number(at + 1)
                && tokens[at + 1].start == tokens[at].end
                && (at == 0 || tokens[at - 1].end < tokens[at].start);
            if minus {
                symbols.push('-');
            } else if !tokens[at].is_word() {
                symbols.extend(text.chars().filter(|&c| is_symbol(c)));
            }
        }
        (symbols, beside)
    };
    let sides = texts.zip(change.tokens.as_ref());
    let sides = sides.map(|(view, tokens)| symbols(view, tokens));
    let (b, a) = (sides.before, sides.after);
    if b.0 == a.0 {
        return Class::Punctuation;
    }
    // A plus sign alone says no other value.
    let values = |symbols: &str| {
        symbols
            .chars()
            .all(|c| matches!(c, '$' | '%' | '¢'..='¥' | '°' | '-' | '‰' | '٪' | '％' | '\u{20a0}'..='\u{20cf}'))
    };
    if (b.1 || a.1) && values(&b.0) && values(&a.0) {
        Class::Number
    } else {
        Class::Wording
    }
}

/// Whether a character is a symbol or an emoji, and no punctuation mark.
fn is_symbol(c: char) -> bool {
    matches!(c, '$' | '%' | '+' | '<'..='>' | '^' | '|' | '~' | '¢'..='¦' | '©' | '¬' | '®'..='±' | '×' | '÷' | '‰' | '٪' | '％'
        | '\u{20a0}'..='\u{20cf}' | '\u{2100}'..='\u{214f}' | '\u{2190}'..='\u{2767}' | '\u{2794}'..='\u{27bf}'
        | '\u{2900}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
        && !is_quote(c)
}
