//! One change of replaced words → several, where that shows a fact by itself: a figure, a name, a spelling, words in quotation marks or
//! brackets. The matching compares words; here whole figures, compounds and punctuation are compared.

mod inflection;
mod partners;
mod pieces;
mod side;
mod writer;

pub use side::DividedSide;

use super::class::class_of;
use super::context::{LanguageProfile, TextView};
use super::names::Names;
use crate::both::Both;
use crate::model::comparison::Comparison;
use crate::model::raw_change::{RawChange, RawKind};
use crate::model::unit::unit_of_change;
use crate::report::{Class, Unit};
use crate::text::quantities::Kind;
use crate::text::source::{char_at, slice};
use crate::text::span::ByteSpan;
use crate::text::units::TokenKind;
use partners::Partners;
use pieces::{pieces, Piece, PieceKind};
use std::ops::Deref;
use writer::write_parts;

/// Pieces of a side, at most; a change with more is a rewritten passage and stays whole.
const MAX_PIECES: usize = 24;
/// Words and figures of a side, at most, for the same reason.
const MAX_WORDS: usize = 14;

/// Divides a change into changes with the lightest true class each; `None` where it should stay whole.
///
/// ```text
/// as matched   Brent [gained 1.4|fell 0.9] per cent     she [replied: “Never|said: “Not] again”     [£5m ($6.4m|£7m ($8.9m])
/// divided      Brent [gained|fell] [1.4|0.9] per cent   she [replied|said]: “[Never|Not] again”     [£5m|£7m] ([$6.4m|$8.9m])
/// ```
#[inline(never)]
pub fn divide(
    change: &RawChange,
    comparison: &Comparison<'_>,
    sides: Both<DividedSide<'_>>,
    language: &impl Deref<Target = LanguageProfile>,
) -> Option<Vec<RawChange>> {
    let lexicon = &comparison.lexicon;
    let tokens = change.tokens.as_ref().map(ExactSizeIterator::len);
    let longest = tokens.before.max(tokens.after);
    if change.kind != RawKind::Words
        || tokens.iter().any(|&count| count == 0)
        || !(2..=2 * MAX_PIECES).contains(&longest)
    {
        return None;
    }
    let texts = sides.map(|side| side.view);
    let class = |change: &RawChange| class_of(change, texts, lexicon, language);
    let whole = class(change);
    if !matches!(
        whole,
        Class::Wording | Class::Name | Class::Number | Class::Punctuation
    ) {
        return None;
    }
    let names = Names { lexicon, language };
    let pieces = sides
        .zip(change.tokens.as_ref())
        .map(|(side, tokens)| pieces(side, tokens, &names, whole == Class::Wording));
    let is_short = |pieces: &Vec<Piece>| {
        let words = pieces
            .iter()
            .filter(|piece| piece.kind != PieceKind::Punctuation);
        pieces.len() <= MAX_PIECES && words.count() <= MAX_WORDS
    };
    if !pieces.iter().all(is_short) {
        return None;
    }
    let partners = Partners::new(sides, lexicon, pieces);
    if partners.pairs.is_empty() {
        return None;
    }
    // A figure in another notation is one change; only a bracket, a quotation mark or a cell divides two of them, or that they and what
    // is between them are alike.
    let are_alike = texts
        .zip(partners.pieces.as_ref())
        .into_iter()
        .all(|(view, pieces)| {
            pieces.len() > 1
                && pieces.len() == partners.pairs.len()
                && pieces.windows(2).all(|two| may_be_apart(view, two))
        });
    let mut cells = texts.zip(change.spans).into_iter();
    if whole == Class::Number
        && !partners.has_divider()
        && !are_alike
        && !cells.all(|(view, span)| includes_cell_gap(view.text, span))
    {
        return None;
    }
    let changes = write_parts(change, sides, &partners);
    let is_fact = |change: &RawChange| {
        change.kind == RawKind::Counted
            || change.kind == RawKind::Words
                && matches!(class(change), Class::Number | Class::Name | Class::Spelling)
    };
    // Whether a side of a change has words inside quotation marks and words outside.
    let is_half_quoted = |change: &RawChange| {
        let mut sides = sides.zip(change.tokens.as_ref()).into_iter();
        sides.any(|(side, tokens)| {
            let units = &side.view.units;
            let mut words = tokens.clone().filter(|&at| units.tokens[at].is_word());
            let first = words.next().map(|at| side.quoted[at]);
            words.any(|at| Some(side.quoted[at]) != first)
        })
    };
    let shows_fact = if unit_of_change(comparison, change) == Unit::Word {
        changes.iter().any(is_fact) || is_half_quoted(change) && !changes.iter().any(is_half_quoted)
    } else {
        // A whole sentence is divided only where every part is another spelling or figure: a rewritten sentence is shown whole.
        let mut parts = changes.iter();
        parts.all(|change| change.kind == RawKind::Whitespace || is_fact(change))
    };
    let is_divided =
        changes.len() > 1 || changes.iter().any(|change| change.kind == RawKind::Counted);
    (is_divided && shows_fact).then_some(changes)
}

/// Whether neighbouring pieces need not be parts of one figure: figures in columns, or a figure and a word that makes no date of it.
///
/// ```text
/// apart   [12 4/9 2]     [2019 to 5/2020 to 8]     [12 in May/15 in June]
/// one     [two hundred/three thousand]     [5 May 2012/6 June 2013]     [5 de mayo/6 de junio]
/// ```
fn may_be_apart(view: TextView<'_>, two: &[Piece]) -> bool {
    let tokens = &view.units.tokens;
    let [left, right] = two else {
        return false;
    };
    let read = |at: usize| slice(view.text, tokens[at].span().range());
    let is_number = |piece: &Piece| {
        tokens[piece.tokens.start].kind == TokenKind::Number
            && read(piece.tokens.end - 1).ends_with(|c: char| c.is_ascii_digit())
    };
    let is_figure = |piece: &Piece| matches!(piece.kind, PieceKind::Figure(..));
    let is_month = |piece: &Piece| matches!(piece.kind, PieceKind::Figure(Kind::Month, _));
    let is_apart = tokens[left.tokens.end - 1].end < tokens[right.tokens.start].start
        || matches!(
            char_at(view.text, tokens[right.tokens.start].start as usize),
            // A Korean word behind a figure is a part of the sentence, as `in` and `on` are.
            ',' | '،' | '\u{ac00}'..='\u{d7a3}'
        );
    let makes_date =
        |piece: &Piece| matches!(read(piece.tokens.start), "de" | "d" | "del" | "di" | "of");
    is_apart
        && if two.iter().all(is_figure) {
            // The date and the time of a stamp have other forms.
            !two.iter().any(is_month)
                && two.iter().all(is_number)
                && left.tokens.len() == right.tokens.len()
        } else {
            !two.iter().any(is_month) || !two.iter().any(makes_date)
        }
}

/// Whether a span includes the white space between cells of a table.
fn includes_cell_gap(text: &str, span: ByteSpan) -> bool {
    let text = slice(text, span.range());
    text.contains(['\t', '\n']) || text.as_bytes().windows(2).any(|pair| pair == b"  ")
}
