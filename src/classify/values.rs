//! A change → whether its sides say other values: numbers, dates, times, amounts.

use super::context::TextView;
use crate::both::Both;
use crate::model::raw_change::RawChange;
use crate::text::chars::{is_apostrophe, is_dash, is_letter};
use crate::text::lexicon::Lexicon;
use crate::text::number_words::{number_word, NumberWord};
use crate::text::quantities::{
    is_counter, is_day, is_degree_sign, is_numeral, is_value_sign, roman_numeral, value_word, Kind,
    ValueWord,
};
use crate::text::source::slice;
use crate::text::units::{Token, TokenKind};
use std::ops::Range;

/// What differs between two sides that differ in nothing but values.
#[derive(Clone, Copy, PartialEq)]
pub enum Values {
    /// Both are dates of one kind in another order or with other numbers: `5 May`, `May 5`.
    Dates,
    /// Anything else.
    Others,
}

/// Tokens of the longest side that may be an expression of a value. This bounds the work, too.
const MAX_TOKENS: usize = 24;

/// Letters of the longest ending of a number: `12'ye`, `5-й`.
const MAX_SUFFIX_LETTERS: usize = 3;

/// The words of one side of a change.
struct SideWords {
    /// The folded id of each word, and whether the word says a value.
    words: Vec<(u32, ValueWord)>,
    /// Whether one of them says a value by itself. Then `May` and `km` say one, too.
    has_value: bool,
    /// Whether it has digits.
    has_digits: bool,
    /// Whether it has a word or a character, other than digits, that says a value or may say one.
    has_value_word: bool,
}

/// What differs if both sides are values, or the same words around other values.
///
/// ```text
/// three/four    the 5th of May/the 6th of May    $3m/$3 million    12'ye/15'e    三千万円/四千万円
/// ```
#[inline(never)]
pub fn differ(
    change: &RawChange,
    texts: Both<TextView<'_>>,
    lexicon: &Lexicon<'_>,
) -> Option<Values> {
    let Both { before, after } = texts;
    let (b_range, a_range) = (&change.tokens.before, &change.tokens.after);
    if b_range.len() > MAX_TOKENS || a_range.len() > MAX_TOKENS {
        return None;
    }
    if differ_in_wording((before, b_range), (after, a_range), lexicon) {
        return None;
    }
    let (b, a) = (
        read_side(before, b_range, lexicon),
        read_side(after, a_range, lexicon),
    );
    let mut words = b.words.iter().chain(&a.words);
    let has_value = b.has_value
        || a.has_value
        || are_number_words(&b, &a, lexicon)
        || words.any(|&(_, value)| value == ValueWord::BesideNumber)
            && (is_beside_value(before, b_range, lexicon)
                || is_beside_value(after, a_range, lexicon));
    if !has_value {
        return None;
    }
    let part = |side: &SideWords, values: bool| -> Vec<u32> {
        // There is a value, so that a word says one if it does beside a number.
        let is_value = |value| value != ValueWord::No;
        side.words
            .iter()
            .filter(|&&(_, value)| is_value(value) == values)
            .map(|&(id, _)| id)
            .collect()
    };
    // An inserted or deleted word that says a value only beside a number must follow one, as a unit does: `7 p.m.`, and not `on Tuesday`.
    // A word for minus must be before one.
    let is_one_sided = b_range.is_empty() || a_range.is_empty();
    let has_certain = |side: &SideWords| {
        let mut words = side.words.iter();
        words.any(|&(_, value)| value == ValueWord::Always)
    };
    if is_one_sided
        && !has_certain(&b)
        && !has_certain(&a)
        && !follows_value(before, b_range, lexicon)
        && !follows_value(after, a_range, lexicon)
        && !begins_number(before, b_range, lexicon)
        && !begins_number(after, a_range, lexicon)
    {
        return None;
    }
    let (b_values, a_values) = (part(&b, true), part(&a, true));
    if b_values == a_values || part(&b, false) != part(&a, false) {
        return None;
    }
    let are_all_values = b_values.len() == b.words.len() && a_values.len() == a.words.len();
    let are_dates =
        are_all_values && b.has_digits && a.has_digits && b.has_value_word && a.has_value_word;
    Some(if are_dates {
        Values::Dates
    } else {
        Values::Others
    })
}

/// Whether each side is one word that says a number beside a number, and the words are no forms of one: `acht` and `neun`, not `un` and `une`.
fn are_number_words(before: &SideWords, after: &SideWords, lexicon: &Lexicon<'_>) -> bool {
    /// Letters that forms of one word have in common.
    const LETTERS: usize = 2;
    let number = |side: &SideWords| {
        let &[(id, ValueWord::BesideNumber)] = &side.words[..] else {
            return None;
        };
        let word = lexicon.folded(id);
        let is_number = matches!(
            lexicon.quantity(id),
            Some((
                Kind::Cardinal | Kind::Ordinal | Kind::Fraction | Kind::Scale,
                _
            ))
        );
        is_number.then(|| word.chars().take(LETTERS))
    };
    match (number(before), number(after)) {
        (Some(one), Some(other)) => !one.eq(other),
        _ => false,
    }
}

/// Whether a side has a word that the other does not have and that says no value: then other words than values differ, and the rest
/// need not be looked up.
fn differ_in_wording(
    before: (TextView<'_>, &Range<usize>),
    after: (TextView<'_>, &Range<usize>),
    lexicon: &Lexicon<'_>,
) -> bool {
    let says_no_value = |view: TextView<'_>, token: &Token| {
        let word = lexicon.folded(token.folded);
        token.kind == TokenKind::Word
            && word.chars().nth(MAX_SUFFIX_LETTERS).is_some()
            && lexicon.value_word(token.folded) == ValueWord::No
            && roman_numeral(slice(view.text, token.span().range())) == ValueWord::No
    };
    let lacks = |one: (TextView<'_>, &Range<usize>), other: (TextView<'_>, &Range<usize>)| {
        let has = |word: &Token| {
            let mut words = one.0.units.tokens[one.1.clone()].iter();
            words.any(|one| one.folded == word.folded)
        };
        let mut words = other.0.units.tokens[other.1.clone()].iter();
        words.any(|word| !has(word) && says_no_value(other.0, word))
    };
    lacks(before, after) || lacks(after, before)
}

fn read_side(view: TextView<'_>, range: &Range<usize>, lexicon: &Lexicon<'_>) -> SideWords {
    let tokens = &view.units.tokens;
    let text = |at: usize| {
        tokens
            .get(at)
            .map_or("", |token| slice(view.text, token.span().range()))
    };
    let mut side = SideWords {
        words: Vec::with_capacity(range.len()),
        has_value: false,
        has_digits: false,
        has_value_word: false,
    };
    let mut at = range.start;
    while at < range.end {
        let token = &tokens[at];
        let mut end = at + 1;
        let value = match token.kind {
            TokenKind::Punctuation => None,
            TokenKind::Number => {
                side.has_digits = true;
                Some(ValueWord::Always)
            }
            TokenKind::Word if is_suffix(view, at) || is_currency(view, at) => {
                Some(ValueWord::Always)
            }
            TokenKind::Word => Some(match lexicon.folded(token.folded) {
                // `vingt et un`
                "y" | "e" | "et" | "og" | "och" | "και" if side.has_value => {
                    ValueWord::BesideNumber
                }
                // `one hundred and ten`
                "and" if joins_hundreds(view, at, range, lexicon) => ValueWord::BesideNumber,
                _ => lexicon
                    .value_word(token.folded)
                    .max(roman_numeral(text(at))),
            }),
            TokenKind::Unspaced => {
                // A word of several characters: a day, numerals, or a word of the list.
                while end < range.end
                    && tokens[end].kind == TokenKind::Unspaced
                    && !tokens[end].starts_word
                {
                    end += 1;
                }
                let word = slice(
                    view.text,
                    token.start as usize..tokens[end - 1].end as usize,
                );
                let listed = value_word(word);
                if listed == ValueWord::No {
                    end = at + 1;
                }
                let numeral = |at: usize| {
                    tokens
                        .get(at)
                        .is_some_and(|token| token.kind == TokenKind::Number)
                        || is_numeral(text(at))
                };
                let before = if at > 0 { text(at - 1) } else { "" };
                let of = matches!(text(at), "の" | "之") && at > 0 && text(at - 1) == "分";
                Some(if listed != ValueWord::No {
                    listed
                } else if is_numeral(text(at))
                    || of && numeral(at + 1)
                    || is_counter(text(at)) && at > 0 && numeral(at - 1)
                    || is_day(before, text(at), text(at + 1))
                    || is_degree_sign(before, text(at), text(at + 1))
                {
                    ValueWord::Always
                } else {
                    ValueWord::No
                })
            }
        };
        if let Some(value) = value {
            side.has_value |= value == ValueWord::Always;
            side.has_value_word |= value != ValueWord::No && token.kind != TokenKind::Number;
            for token in &tokens[at..end] {
                side.words.push((token.folded, value));
            }
        }
        at = end;
    }
    side
}

/// Whether a word between two others of a range stands between hundreds or thousands and what is added to them.
fn joins_hundreds(
    view: TextView<'_>,
    at: usize,
    range: &Range<usize>,
    lexicon: &Lexicon<'_>,
) -> bool {
    let kind = |at: usize| {
        let quantity = lexicon.quantity(view.units.tokens[at].folded);
        quantity.map(|(kind, _)| kind)
    };
    range.start < at
        && at + 1 < range.end
        && kind(at - 1) == Some(Kind::Scale)
        && kind(at + 1) == Some(Kind::Cardinal)
}

/// Whether a range has tokens that follow a value; or whether its first word is a month, which may be before its day.
fn follows_value(view: TextView<'_>, range: &Range<usize>, lexicon: &Lexicon<'_>) -> bool {
    let meaning = |at: usize| {
        let token = view.units.tokens.get(at)?;
        match token.kind {
            TokenKind::Number => Some((Kind::Cardinal, ValueWord::Always)),
            TokenKind::Word => lexicon.quantity(token.folded),
            _ => None,
        }
    };
    let is_month = || matches!(meaning(range.start), Some((Kind::Month, _)));
    let is_relation = || matches!(meaning(range.start), Some((Kind::Relation, _)));
    let is_value = |at: usize| matches!(meaning(at), Some((_, ValueWord::Always)));
    !range.is_empty()
        && (is_month() || !is_relation() && range.start.checked_sub(1).is_some_and(is_value))
}

/// Whether a range is one word for minus, and a number is behind it; or a number that multiplies what is behind it: `dos mil`. A plus
/// alone makes no other value, and neither does one.
fn begins_number(view: TextView<'_>, range: &Range<usize>, lexicon: &Lexicon<'_>) -> bool {
    let tokens = &view.units.tokens;
    let kind = |token: &Token| {
        let quantity = lexicon.quantity(token.folded);
        let kind = quantity.filter(|_| token.kind == TokenKind::Word);
        kind.map(|(kind, _)| kind)
    };
    let Some(next) = tokens.get(range.end).filter(|_| range.len() == 1) else {
        return false;
    };
    let word = &tokens[range.start];
    match kind(word) {
        Some(Kind::Minus) => next.kind == TokenKind::Number,
        Some(Kind::Cardinal) => {
            let said = number_word(lexicon.folded(word.folded));
            kind(next) == Some(Kind::Scale) && said != Some(NumberWord::Number(1))
        }
        _ => false,
    }
}

/// Whether the token right before or right after a range is a value.
fn is_beside_value(view: TextView<'_>, range: &Range<usize>, lexicon: &Lexicon<'_>) -> bool {
    let is_value = |at: usize| {
        view.units.tokens.get(at).is_some_and(|token| {
            token.kind == TokenKind::Number
                || token.kind == TokenKind::Word
                    && lexicon.value_word(token.folded) == ValueWord::Always
        })
    };
    range.start.checked_sub(1).is_some_and(is_value) || is_value(range.end)
}

/// Whether a word is part of the sign of a currency: `R` in `R$ 50`, `US` in `US$50`.
#[inline(never)]
pub fn is_currency(view: TextView<'_>, at: usize) -> bool {
    let behind = &view.text[view.units.tokens[at].end as usize..];
    view.is_capital(at) && behind.starts_with(|c| c != '%' && is_value_sign(c))
}

/// Whether a word is the ending of a number: `12'ye`, `5-й`.
fn is_suffix(view: TextView<'_>, at: usize) -> bool {
    let tokens = &view.units.tokens;
    let word = slice(view.text, tokens[at].span().range());
    at >= 2
        // A blank with a combining mark is a word to the rules of Unicode.
        && word.starts_with(is_letter)
        && word.chars().count() <= MAX_SUFFIX_LETTERS
        && tokens[at].start == tokens[at - 1].end
        && tokens[at - 1].start == tokens[at - 2].end
        && tokens[at - 2].kind == TokenKind::Number
        && slice(view.text, tokens[at - 1].span().range())
            .chars()
            .all(|c| is_apostrophe(c) || is_dash(c) || c == ':')
}
