//! Punctuation and symbols between the same words → their class: a value, something else, or punctuation.

use super::context::TextView;
use crate::both::Both;
use crate::model::raw_change::RawChange;
use crate::report::Class;
use crate::text::chars::{is_dash, is_quote};
use crate::text::quantities::is_value_sign;
use crate::text::source::slice;
use crate::text::units::TokenKind;
use std::ops::Range;

/// The class of a change between the same words: a number for `$`, `%` and a minus sign, wording for any other symbol or emoji, and
/// punctuation for the rest.
pub fn class_of_symbols(texts: Both<TextView<'_>>, change: &RawChange) -> Class {
    let symbols = |view: TextView<'_>, range: &Range<usize>| {
        let mut symbols = String::new();
        let mut is_beside_number = false;
        let tokens = &view.units.tokens;
        for at in range.clone() {
            let text = slice(view.text, tokens[at].span().range());
            let is_number = |at: usize| {
                tokens
                    .get(at)
                    .is_some_and(|token| token.kind == TokenKind::Number)
            };
            is_beside_number |= is_number(at) || is_number(at + 1) || at > 0 && is_number(at - 1);
            // A minus sign touches its number and nothing before.
            let is_minus = text.chars().all(is_dash)
                && is_number(at + 1)
                && tokens[at + 1].start == tokens[at].end
                && (at == 0 || tokens[at - 1].end < tokens[at].start);
            if is_minus {
                symbols.push('-');
            } else if !tokens[at].is_word() {
                symbols.extend(text.chars().filter(|&c| is_symbol(c)));
            }
        }
        (symbols, is_beside_number)
    };
    let sides = texts.zip(change.tokens.as_ref());
    let sides = sides.map(|(view, tokens)| symbols(view, tokens));
    let (b, a) = (sides.before, sides.after);
    if b.0 == a.0 {
        return Class::Punctuation;
    }
    let are_values = |symbols: &str| {
        symbols
            .chars()
            .all(|c| is_value_sign(c) || matches!(c, '+' | '-' | '％'))
    };
    // A plus sign alone makes no other value.
    let differ = b.0.replace('+', "") != a.0.replace('+', "");
    if (b.1 || a.1) && differ && are_values(&b.0) && are_values(&a.0) {
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
