//! One walk through both texts → raw changes: through all that stayed in place, or through one move.

use super::builder::Builder;
use super::groups::Group;
use super::range::write_range;
use super::side::{Element, SideParts};
use super::trim::trimmed;
use crate::both::Both;
use crate::model::comparison::Comparison;
use crate::model::matching::Matching;
use crate::model::raw_change::{RawChange, RawKind};
use crate::text::fold::{fold, Level};
use crate::text::span::ByteSpan;
use crate::text::units::Units;
use std::ops::Range;

/// A part of one text without anything that moved.
#[derive(Clone, Debug)]
pub struct Piece {
    pub span: ByteSpan,
    pub tokens: Range<usize>,
}

/// Where a walk is in one text.
struct Cursor {
    pieces: Vec<Piece>,
    piece: usize,
    /// The next token, and the end of the piece.
    token: usize,
    end: usize,
    /// Everything before this byte is done.
    byte: u32,
}

impl Cursor {
    fn new(pieces: Vec<Piece>) -> Self {
        let (tokens, byte) = (pieces[0].tokens.clone(), pieces[0].span.start);
        Self {
            pieces,
            piece: 0,
            token: tokens.start,
            end: tokens.end,
            byte,
        }
    }

    /// The next token, if nothing was cut out before it.
    fn next(&self) -> Option<usize> {
        (self.token < self.end).then_some(self.token)
    }

    /// All tokens still to come.
    fn ahead(&self) -> impl Iterator<Item = usize> + '_ {
        let pieces = self.pieces[self.piece + 1..].iter();
        (self.token..self.end).chain(pieces.flat_map(|piece| piece.tokens.clone()))
    }

    /// Reads all white space and tokens before token `until`, or all there are, into `elements`.
    fn read(&mut self, units: &Units, until: Option<usize>, elements: &mut Vec<Element>) {
        elements.clear();
        loop {
            let piece_end = self.pieces[self.piece].span.end;
            while self.token < self.end {
                let token = &units.tokens[self.token];
                elements.push(Element::Whitespace(ByteSpan::new(self.byte, token.start)));
                self.byte = token.start;
                if until == Some(self.token) {
                    return;
                }
                elements.push(Element::Token(self.token));
                self.pass(units);
            }
            elements.push(Element::Whitespace(ByteSpan::new(self.byte, piece_end)));
            self.byte = piece_end;
            let Some(next) = self.pieces.get(self.piece + 1) else {
                return;
            };
            self.piece += 1;
            (self.token, self.end) = (next.tokens.start, next.tokens.end);
            self.byte = next.span.start;
        }
    }

    /// Goes past the next token.
    fn pass(&mut self, units: &Units) {
        self.byte = units.tokens[self.token].end;
        self.token += 1;
    }
}

/// A walk through both texts.
pub struct Walk<'a> {
    comparison: &'a Comparison<'a>,
    matching: &'a Matching,
    groups: &'a Both<Vec<Group>>,
    cursors: Both<Cursor>,
}

impl<'a> Walk<'a> {
    pub fn new(
        comparison: &'a Comparison<'a>,
        matching: &'a Matching,
        groups: &'a Both<Vec<Group>>,
        pieces: Both<Vec<Piece>>,
    ) -> Self {
        Self {
            comparison,
            matching,
            groups,
            cursors: pieces.map(Cursor::new),
        }
    }

    /// Writes what differs, from the first piece to the last.
    #[inline(never)]
    pub fn run(mut self, out: &mut Vec<RawChange>) {
        let units = self.comparison.units();
        let mut elements = Both::<Vec<Element>>::default();
        let mut sides = Both::<SideParts>::default();
        loop {
            if self.pass_equal_gap(out) {
                continue;
            }
            let partners = &self.matching.partners.before;
            let mut ahead = self.cursors.before.ahead();
            let anchor = ahead.find_map(|at| Some(Both::new(at, partners.of(at)?)));
            drop(ahead);
            let until = Both::new(
                anchor.map(|tokens| tokens.before),
                anchor.map(|tokens| tokens.after),
            );
            for (((cursor, elements), units), until) in self
                .cursors
                .as_mut()
                .zip(elements.as_mut())
                .zip(units)
                .zip(until)
            {
                cursor.read(units, until, elements);
            }
            for (((side, elements), units), groups) in sides
                .as_mut()
                .zip(elements.as_ref())
                .zip(units)
                .zip(self.groups.as_ref())
            {
                side.read(units, elements, groups);
            }
            let next = self.cursors.as_ref().map(|cursor| cursor.token);
            let mut builder = Builder {
                comparison: self.comparison,
                next,
                out,
            };
            write_range(&mut builder, &mut sides);
            let Some(matched) = anchor else { return };
            self.pass_matched(matched, out);
        }
    }

    /// Goes past the next tokens if they are partners with the same white space before them.
    fn pass_equal_gap(&mut self, out: &mut Vec<RawChange>) -> bool {
        let Both { before, after } = self.cursors.as_ref().map(Cursor::next);
        let (Some(before), Some(after)) = (before, after) else {
            return false;
        };
        if self.matching.partners.before.of(before) != Some(after) {
            return false;
        }
        let next = Both::new(before, after);
        let gaps = self
            .comparison
            .articles
            .as_ref()
            .zip(next)
            .zip(self.cursors.as_ref())
            .map(|((article, token), cursor)| {
                let bytes = article.str().as_bytes();
                &bytes[cursor.byte as usize..article.units.tokens[token].start as usize]
            });
        let equal = gaps.before == gaps.after;
        if equal {
            self.pass_matched(next, out);
        }
        equal
    }

    /// Goes past two partners.
    fn pass_matched(&mut self, tokens: Both<usize>, out: &mut Vec<RawChange>) {
        let units = self.comparison.units();
        let forms = units.zip(tokens).map(|(units, at)| units.tokens[at].form);
        if forms.before != forms.after {
            out.push(form_change(self.comparison, tokens));
        }
        for (cursor, units) in self.cursors.as_mut().zip(units) {
            cursor.pass(units);
        }
    }
}

/// The change between two forms of one folded token. Where only the typography differs, the change is as short as possible.
///
/// ```text
/// Japan[’|']s      [THE|the]      co[\u{ad}|]operate
/// 10[--|-]12       several dashes are one dash: a change of the second dash alone would be no typography
/// ```
fn form_change(comparison: &Comparison<'_>, tokens: Both<usize>) -> RawChange {
    let articles = comparison.articles.as_ref();
    let spans = articles
        .zip(tokens)
        .map(|(article, at)| article.units.tokens[at].span());
    let is_typography = |texts: Both<&str>| {
        let folded = texts.map(|text| fold(text, Level::Typography, comparison.lexicon.chars()));
        folded.before == folded.after
    };
    let whole = articles.zip(tokens).map(|(article, at)| article.token(at));
    let least = trimmed(&comparison.articles, spans);
    let least_text = articles
        .zip(least)
        .map(|(article, span)| &article.str()[span.range()]);
    RawChange {
        // A word in another case is shown whole; where only the typography differs, the characters that differ are shown.
        spans: if is_typography(whole) && is_typography(least_text) {
            least
        } else {
            spans
        },
        tokens: tokens.map(|at| at..at + 1),
        kind: RawKind::Form,
    }
}
