//! A change → whether its sides say other values: numbers, dates, times, amounts.

use super::context::TextView;
use crate::both::Both;
use crate::model::raw_change::RawChange;
use crate::text::chars::{is_apostrophe, is_dash};
use crate::text::lexicon::Lexicon;
use crate::text::quantities::{is_counter, is_day, is_numeral, means, says, Kind, Says};
use crate::text::source::{count, cut};
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

/// Tokens of a side above which it is no expression of a value; this bounds the work, too.
const MAX_TOKENS: usize = 24;

/// Letters of the longest ending of a number: `12'ye`, `5-й`.
const MAX_SUFFIX_LETTERS: usize = 3;

/// A side's words, each with what it says.
struct Side {
    words: Vec<(u32, Says)>,
    /// Whether a value stands in the side, so that `May` and `km` say one, too.
    company: bool,
    /// Whether digits, and whether a word or a sign that says a value or may, stand in it.
    digits: bool,
    named: bool,
}

/// What differs if both sides are values, or the same words around other values.
///
/// ```text
/// three/four    the 5th of May/the 6th of May    $3m/$3 million    12'ye/15'e    三千万円/四千万円
/// ```
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
    if differ_in_wording(
        &before.units.tokens[b_range.clone()],
        &after.units.tokens[a_range.clone()],
        lexicon,
    ) {
        return None;
    }
    let (b, a) = (
        side(before, b_range, lexicon),
        side(after, a_range, lexicon),
    );
    let mut words = b.words.iter().chain(&a.words);
    let company = b.company
        || a.company
        || words.any(|&(_, says)| says == Says::Perhaps)
            && (in_company(before, b_range, lexicon) || in_company(after, a_range, lexicon));
    // What is a value keeps itself company.
    if !company {
        return None;
    }
    let part = |side: &Side, values: bool| -> Vec<u32> {
        let is_value = |says| says == Says::Value || company && says == Says::Perhaps;
        side.words
            .iter()
            .filter(|&&(_, says)| is_value(says) == values)
            .map(|&(id, _)| id)
            .collect()
    };
    // What comes or goes alone and says a value only perhaps has to stand where a unit does: `7 p.m.`, and not `on Tuesday`.
    let one_sided = b_range.is_empty() || a_range.is_empty();
    let sure = |side: &Side| side.words.iter().any(|&(_, says)| says == Says::Value);
    if one_sided
        && !sure(&b)
        && !sure(&a)
        && !follows_value(before, b_range, lexicon)
        && !follows_value(after, a_range, lexicon)
    {
        return None;
    }
    let (b_values, a_values) = (part(&b, true), part(&a, true));
    if b_values == a_values || part(&b, false) != part(&a, false) {
        return None;
    }
    let whole = b_values.len() == b.words.len() && a_values.len() == a.words.len();
    let dates = whole && b.digits && a.digits && b.named && a.named;
    Some(if dates { Values::Dates } else { Values::Others })
}

/// Whether a side has a word that the other has not and that says nothing of a value: then other words than values differ, and the
/// rest need not be looked up.
fn differ_in_wording(before: &[Token], after: &[Token], lexicon: &Lexicon<'_>) -> bool {
    let silent = |token: &Token| {
        let word = lexicon.folded(token.folded);
        token.kind == TokenKind::Word
            && word.chars().nth(MAX_SUFFIX_LETTERS).is_some()
            && says(word) == Says::Nothing
    };
    let has = |tokens: &[Token], word: &Token| tokens.iter().any(|one| one.folded == word.folded);
    let lacks = |one: &[Token], other: &[Token]| {
        let mut words = other.iter();
        words.any(|word| !has(one, word) && silent(word))
    };
    lacks(before, after) || lacks(after, before)
}
fn side(view: TextView<'_>, range: &Range<usize>, lexicon: &Lexicon<'_>) -> Side {
    let tokens = &view.units.tokens;
    let text = |at: usize| {
        tokens
            .get(at)
            .map_or("", |token| cut(view.text, token.span().range()))
    };
    let mut side = Side {
        words: Vec::with_capacity(range.len()),
        company: false,
        digits: false,
        named: false,
    };
    let mut at = range.start;
    while at < range.end {
        let token = &tokens[at];
        let mut end = at + 1;
        let said = match token.kind {
            TokenKind::Punctuation => None,
            TokenKind::Number => {
                side.digits = true;
                Some(Says::Value)
            }
            TokenKind::Word if is_suffix(view, at) => Some(Says::Value),
            TokenKind::Word => Some(match lexicon.folded(token.folded) {
                // `vingt et un`
                "y" | "e" | "et" | "og" | "och" | "και" if side.company => Says::Perhaps,
                word => says(word),
            }),
            TokenKind::Unspaced => {
                // A word of several signs: its days, its numerals, or itself in the list.
                while end < range.end
                    && tokens[end].kind == TokenKind::Unspaced
                    && !tokens[end].starts_word
                {
                    end += 1;
                }
                let word = cut(
                    view.text,
                    token.start as usize..tokens[end - 1].end as usize,
                );
                let listed = says(word);
                if listed == Says::Nothing {
                    end = at + 1;
                }
                let numeral = |at: usize| {
                    tokens
                        .get(at)
                        .is_some_and(|token| token.kind == TokenKind::Number)
                        || is_numeral(text(at))
                };
                Some(if listed != Says::Nothing {
                    listed
                } else if is_numeral(text(at))
                    || is_counter(text(at)) && at > 0 && numeral(at - 1)
                    || is_day(
                        if at > 0 { text(at - 1) } else { "" },
                        text(at),
                        text(at + 1),
                    )
                {
                    Says::Value
                } else {
                    Says::Nothing
                })
            }
        };
        if let Some(said) = said {
            side.company |= said == Says::Value;
            side.named |= said != Says::Nothing && token.kind != TokenKind::Number;
            for token in &tokens[at..end] {
                side.words.push((token.folded, said));
            }
        }
        at = end;
    }
    side
}

/// Whether a stretch has tokens, and a value stands right before them; or it opens with a month, which may stand before its day.
fn follows_value(view: TextView<'_>, range: &Range<usize>, lexicon: &Lexicon<'_>) -> bool {
    let meaning = |at: usize| {
        let token = view.units.tokens.get(at)?;
        match token.kind {
            TokenKind::Number => Some((Kind::Cardinal, Says::Value)),
            TokenKind::Word => means(lexicon.folded(token.folded)),
            _ => None,
        }
    };
    let month = || matches!(meaning(range.start), Some((Kind::Month, _)));
    let relation = || matches!(meaning(range.start), Some((Kind::Relation, _)));
    let behind = |at: usize| matches!(meaning(at), Some((_, Says::Value)));
    !range.is_empty() && (month() || !relation() && range.start.checked_sub(1).is_some_and(behind))
}

/// Whether a value stands beside a stretch, over a mark or none.
fn in_company(view: TextView<'_>, range: &Range<usize>, lexicon: &Lexicon<'_>) -> bool {
    let beside = |at: usize| {
        view.units.tokens.get(at).is_some_and(|token| {
            token.kind == TokenKind::Number
                || token.kind == TokenKind::Word
                    && says(lexicon.folded(token.folded)) == Says::Value
        })
    };
    range.start.checked_sub(1).is_some_and(beside) || beside(range.end)
}

/// Whether a word is the ending of a number: `12'ye`, `5-й`.
fn is_suffix(view: TextView<'_>, at: usize) -> bool {
    let tokens = &view.units.tokens;
    let word = cut(view.text, tokens[at].span().range());
    at >= 2
        && count(word) <= MAX_SUFFIX_LETTERS
        && tokens[at].start == tokens[at - 1].end
        && tokens[at - 1].start == tokens[at - 2].end
        && tokens[at - 2].kind == TokenKind::Number
        && cut(view.text, tokens[at - 1].span().range())
            .chars()
            .all(|c| is_apostrophe(c) || is_dash(c) || c == ':')
}
