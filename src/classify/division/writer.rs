//! Partners → the changes at them and between them, and the white space that differs.

use super::partners::Partners;
use super::pieces::Piece;
use super::side::DividedSide;
use crate::both::Both;
use crate::model::matching::TokenRanges;
use crate::model::raw_change::{RawChange, RawKind};
use crate::text::source::slice;
use crate::text::span::ByteSpan;
use std::ops::Range;

/// Writes a change as several.
pub fn write_parts(
    change: &RawChange,
    sides: Both<DividedSide<'_>>,
    partners: &Partners<'_, '_, '_>,
) -> Vec<RawChange> {
    let mut writer = Writer {
        sides,
        change,
        done: change.spans.map(|span| span.start),
        out: Vec::new(),
    };
    let pieces = partners.pieces.as_ref();
    let ends = pieces.map(Vec::len);
    let tokens = |from: Both<usize>, to: Both<usize>| {
        let runs = pieces.zip(from).zip(to);
        runs.map(|((pieces, from), to)| tokens_of(pieces, from..to))
    };
    let mut start = Both::new(0, 0);
    let mut pairs = partners.pairs.iter().copied().peekable();
    while let Some(pair) = pairs.next() {
        writer.between(tokens(start, pair), false);
        // A figure and the word that it counts are one change, if only the two forms of that word are before the next partners.
        let two_on = pair.map(|at| at + 2);
        let next = pairs.peek().copied().unwrap_or(ends);
        let is_counted = next == two_on && partners.are_counted(pair);
        start = if is_counted {
            two_on
        } else {
            pair.map(|at| at + 1)
        };
        writer.partners(tokens(pair, start), is_counted);
    }
    writer.between(tokens(start, ends), true);
    writer.out
}

/// The tokens of a run of pieces; of an empty run, the place of the next piece.
fn tokens_of(pieces: &[Piece], run: Range<usize>) -> Range<usize> {
    match (pieces.get(run.start), run.is_empty()) {
        (Some(first), false) => first.tokens.start..pieces[run.end - 1].tokens.end,
        (Some(next), true) => next.tokens.start..next.tokens.start,
        (None, _) => {
            let end = pieces.last().map_or(0, |last| last.tokens.end);
            end..end
        }
    }
}

/// Writes the parts of a change, and the white space between them where it differs.
struct Writer<'a> {
    sides: Both<DividedSide<'a>>,
    change: &'a RawChange,
    /// Everything before these bytes is written.
    done: Both<u32>,
    out: Vec<RawChange>,
}

impl Writer<'_> {
    /// Where ranges of tokens begin; an empty range, where the next token begins, or where the change ends.
    fn starts(&self, tokens: &TokenRanges) -> Both<u32> {
        let sides = self.sides.zip(tokens.as_ref()).zip(self.change.spans);
        sides.map(|((side, tokens), span)| {
            let first = side.view.units.tokens.get(tokens.start);
            first.map_or(span.end, |token| token.start.min(span.end))
        })
    }

    /// Where ranges of tokens end; an empty range, where it begins.
    fn ends(&self, tokens: &TokenRanges) -> Both<u32> {
        let starts = self.starts(tokens);
        let sides = self.sides.zip(tokens.as_ref()).zip(starts);
        sides.map(|((side, tokens), start)| match tokens.is_empty() {
            true => start,
            false => side.view.units.tokens[tokens.end - 1].end,
        })
    }

    /// The characters of a span of each side.
    fn text(&self, spans: Both<ByteSpan>) -> Both<&str> {
        let sides = self.sides.zip(spans);
        sides.map(|(side, span)| slice(side.view.text, span.range()))
    }

    /// The spans from what is written to some bytes.
    fn spans_to(&self, to: Both<u32>) -> Both<ByteSpan> {
        self.done.zip(to).map(|(from, to)| ByteSpan::new(from, to))
    }

    /// Writes a change of two spans if they differ, and goes on after them.
    fn push(&mut self, spans: Both<ByteSpan>, tokens: TokenRanges, kind: RawKind) {
        self.done = spans.map(|span| span.end);
        let text = self.text(spans);
        if text.before != text.after {
            self.out.push(RawChange {
                spans,
                tokens,
                kind,
            });
        }
    }

    /// Writes the white space before some tokens, up to some bytes.
    fn gap(&mut self, to: Both<u32>, next: Both<usize>) {
        let spans = self.spans_to(to);
        self.push(spans, next.map(|at| at..at), RawKind::Whitespace);
    }

    /// Writes the white space before two ranges of tokens, and then the ranges.
    fn replaced(&mut self, tokens: TokenRanges, kind: RawKind) {
        let next = tokens.as_ref().map(|tokens| tokens.start);
        self.gap(self.starts(&tokens), next);
        let spans = self.spans_to(self.ends(&tokens));
        self.push(spans, tokens, kind);
    }

    /// Writes partners: what differs of them is one change.
    fn partners(&mut self, tokens: TokenRanges, is_counted: bool) {
        let folded = self
            .sides
            .zip(tokens.as_ref())
            .map(|(side, tokens)| side.view.units.tokens[tokens.clone()].iter())
            .map(|tokens| tokens.map(|token| token.folded));
        let kind = if is_counted && !folded.before.eq(folded.after) {
            RawKind::Counted
        } else {
            RawKind::Words
        };
        self.replaced(tokens, kind);
    }

    /// Writes what is between two partners, or after the last ones: replaced, inserted or deleted.
    fn between(&mut self, tokens: TokenRanges, is_last: bool) {
        match (tokens.before.is_empty(), tokens.after.is_empty()) {
            (true, true) => {}
            (false, false) => self.replaced(tokens, RawKind::Words),
            (true, false) => self.one_sided(tokens, is_last, Both::swap),
            (false, true) => self.one_sided(tokens, is_last, |sides| sides),
        }
        if is_last {
            let ends = self.change.spans.map(|span| span.end);
            let next = self.change.tokens.as_ref().map(|tokens| tokens.end);
            self.gap(ends, next);
        }
    }

    /// Writes inserted or deleted words. Of the white space before and after them, one part stays for that of the other side, and one part
    /// belongs to the change. `full_first` puts the side that has the words first, and back.
    fn one_sided(
        &mut self,
        tokens: TokenRanges,
        is_last: bool,
        full_first: fn(Both<ByteSpan>) -> Both<ByteSpan>,
    ) {
        let behind = if is_last {
            self.change.spans.map(|span| span.end)
        } else {
            self.starts(&tokens.clone().map(|tokens| tokens.end..tokens.end))
        };
        let spans = |from: Both<u32>, to: Both<u32>| {
            full_first(from.zip(to).map(|(from, to)| ByteSpan::new(from, to)))
        };
        let (done, starts, ends) = (self.done, self.starts(&tokens), self.ends(&tokens));
        let lead = spans(done, starts).before;
        let other = spans(done, behind).after;
        let gaps = self.text(full_first(Both::new(lead, other)));
        let spans = if gaps.before == gaps.after {
            // The white space before the words stays.
            Both::new(spans(starts, behind).before, spans(behind, behind).after)
        } else {
            Both::new(spans(done, ends).before, spans(done, done).after)
        };
        self.push(full_first(spans), tokens, RawKind::Words);
    }
}
