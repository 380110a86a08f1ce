//! The tokens of a change's side → figures, names, other words and punctuation.

use super::side::DividedSide;
use crate::classify::context::LanguageProfile;
use crate::classify::names::Names;
use crate::text::chars::is_dash;
use crate::text::lexicon::Lexicon;
use crate::text::quantities::{is_counter, is_numeral, is_weekday, Kind, ValueWord};
use crate::text::source::{char_at, slice};
use crate::text::units::TokenKind;
use std::ops::{Deref, Range};

/// A smallest part of a change's side: one token, or several that are taken in as one.
#[derive(Clone, Debug)]
pub struct Piece {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it is.
    pub kind: PieceKind,
}

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PieceKind {
    /// A figure: whether it is a day, a month or another number, and whether it is one wherever it is.
    Figure(Kind, bool),
    /// A name of one or more words.
    Name,
    /// Any other word.
    Word,
    /// Punctuation and symbols.
    Punctuation,
}

/// Takes a side apart. With `with_names`, a name is one piece: where the whole change is a name, it stays whole anyway.
pub fn pieces<H: Deref<Target = LanguageProfile>>(
    side: DividedSide<'_>,
    range: &Range<usize>,
    names: &Names<'_, '_, H>,
    with_names: bool,
) -> Vec<Piece> {
    let is_name = |at: usize| with_names && names.is_named(side.view, at);
    let expressions = side.expressions;
    let mut next = expressions.partition_point(|whole| whole.end <= range.start);
    let mut out = Vec::with_capacity(range.len());
    let mut at = range.start;
    while at < range.end {
        while expressions.get(next).is_some_and(|whole| whole.end <= at) {
            next += 1;
        }
        let mut end = match expressions.get(next) {
            Some(whole) if whole.start == at && whole.end <= range.end => whole.end,
            _ => at + 1,
        };
        while end + 1 < range.end && is_hyphenated(side, end - 1) {
            end += 2;
        }
        let mut kind = piece_kind(side, at..end, names.lexicon);
        if kind == PieceKind::Word && (at..end).all(is_name) {
            kind = PieceKind::Name;
            while end < range.end && is_name(end) {
                end += 1;
            }
        }
        out.push(Piece {
            tokens: at..end,
            kind,
        });
        at = end;
    }
    out
}

/// Whether a hyphen joins a word to the next word.
fn is_hyphenated(side: DividedSide<'_>, at: usize) -> bool {
    let tokens = &side.view.units.tokens;
    tokens[at].kind == TokenKind::Word
        && tokens[at + 2].kind == TokenKind::Word
        && tokens[at].end == tokens[at + 1].start
        && tokens[at + 1].end == tokens[at + 2].start
        && is_dash(char_at(side.view.text, tokens[at + 1].start as usize))
}

fn piece_kind(side: DividedSide<'_>, range: Range<usize>, lexicon: &Lexicon<'_>) -> PieceKind {
    let tokens = &side.view.units.tokens;
    let text = |at: usize| slice(side.view.text, tokens[at].span().range());
    let figure = |at: usize| match tokens[at].kind {
        TokenKind::Number => Some((Kind::Cardinal, true)),
        TokenKind::Word => lexicon
            .quantity(tokens[at].folded)
            .map(|(kind, value)| (kind, value == ValueWord::Always))
            .filter(|&(kind, _)| {
                !matches!(kind, Kind::Unit | Kind::Relation | Kind::Minus | Kind::Plus)
            }),
        TokenKind::Unspaced => is_numeral(text(at)).then_some((Kind::Cardinal, true)),
        TokenKind::Punctuation => None,
    };
    let Some(first) = range.clone().find(|&at| tokens[at].is_word()) else {
        return PieceKind::Punctuation;
    };
    // A word of several ideographs that begins with a numeral is a figure only if numerals and counters follow: 三千人, and not 一般.
    let mut others = range.start + 1..range.end;
    let is_unspaced = range.len() > 1
        && range
            .clone()
            .all(|at| tokens[at].kind == TokenKind::Unspaced);
    let whole = tokens[range.start].start as usize..tokens[range.end - 1].end as usize;
    if is_unspaced && is_weekday(slice(side.view.text, whole)) {
        return PieceKind::Figure(Kind::Day, true);
    }
    let is_word = is_unspaced && !others.all(|at| is_numeral(text(at)) || is_counter(text(at)));
    match figure(first) {
        Some((kind, is_sure)) if !is_word => PieceKind::Figure(kind, is_sure),
        _ => PieceKind::Word,
    }
}
