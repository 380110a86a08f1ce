//! Spans of both texts that correspond → raw changes, for those that differ.

use super::groups::Group;
use super::side::Segment;
use super::trim::trimmed;
use crate::both::Both;
use crate::model::comparison::Comparison;
use crate::model::raw_change::{RawChange, RawKind};
use crate::text::span::ByteSpan;

/// Writes the raw changes of one unmatched range.
pub struct Builder<'a> {
    pub comparison: &'a Comparison<'a>,
    /// The tokens that follow the range.
    pub next: Both<usize>,
    /// Where the changes go.
    pub out: &'a mut Vec<RawChange>,
}

/// An empty span at a place.
pub fn empty_at(byte: u32) -> ByteSpan {
    ByteSpan::new(byte, byte)
}

impl Builder<'_> {
    /// The characters of a span of each text.
    pub fn text(&self, spans: Both<ByteSpan>) -> Both<&str> {
        let articles = self.comparison.articles.as_ref();
        articles
            .zip(spans)
            .map(|(article, span)| &article.str()[span.range()])
    }

    /// Whether the white space of both sides holds the same characters.
    pub fn is_same_whitespace(&self, sides: Both<&[ByteSpan]>) -> bool {
        let bytes = self.comparison.articles.as_ref().zip(sides);
        let bytes = bytes.map(|(article, gaps)| {
            let text = article.str().as_bytes();
            gaps.iter().flat_map(|gap| &text[gap.range()])
        });
        bytes.before.eq(bytes.after)
    }

    /// White space against white space.
    pub fn whitespace(&mut self, sides: Both<&[ByteSpan]>) {
        if self.is_same_whitespace(sides) {
            return;
        }
        let Both { before, after } = sides;
        let (Some(&b), Some(&a)) = (before.first(), after.first()) else {
            let articles = &self.comparison.articles;
            let next = Both::new(
                articles.before.start_of(self.next.before),
                articles.after.start_of(self.next.after),
            );
            for &gap in before {
                self.whitespace_change(Both::new(gap, empty_at(next.after)));
            }
            for &gap in after {
                self.whitespace_change(Both::new(empty_at(next.before), gap));
            }
            return;
        };
        let Both {
            before: b,
            after: a,
        } = trimmed(&self.comparison.articles, Both::new(b, a));
        self.whitespace_change(Both::new(b, a));
        for &gap in &before[1..] {
            self.whitespace_change(Both::new(gap, empty_at(a.end)));
        }
        for &gap in &after[1..] {
            self.whitespace_change(Both::new(empty_at(b.end), gap));
        }
    }

    /// A change of white space, unless both spans are empty.
    pub fn whitespace_change(&mut self, spans: Both<ByteSpan>) {
        if spans.iter().any(|span| !span.is_empty()) {
            self.out.push(RawChange {
                spans,
                tokens: self.next.map(|next| next..next),
                kind: RawKind::Whitespace,
            });
        }
    }

    /// Words against words, or against nothing at a place: a segment of each side, or none, with its span.
    pub fn words(&mut self, segments: Both<Option<&Segment>>, spans: Both<ByteSpan>) {
        // Two ranges that a pass unlinked may have the same characters.
        let text = self.text(spans);
        if text.before == text.after {
            return;
        }
        let is_reordering = segments.iter().all(|segment| {
            segment.is_some_and(|segment| matches!(segment.group, Group::Reordering(_)))
        });
        let tokens = segments
            .zip(self.next)
            .map(|(segment, next)| segment.map_or(next..next, |segment| segment.tokens.clone()));
        self.out.push(RawChange {
            spans,
            tokens,
            kind: if is_reordering {
                RawKind::Order
            } else {
                RawKind::Words
            },
        });
    }

    /// Segments against segments: those of the same group replace one another, the others are deleted and inserted.
    pub fn segments(&mut self, before: &[Segment], after: &[Segment]) {
        let (mut i, mut j) = (0, 0);
        let place = |segments: &[Segment], at: usize| match segments.get(at) {
            Some(segment) => empty_at(segment.span.start),
            None => empty_at(segments[segments.len() - 1].span.end),
        };
        let replaces = |b: &Segment, a: &Segment| b.group.replaces(a.group);
        // Most groups replace nothing. A segment of such a group is not searched for: there may be as many of them as lines.
        let replaces_one =
            |b: &Segment, rest: &[Segment]| replaces(b, b) && rest.iter().any(|a| replaces(b, a));
        loop {
            match (before.get(i), after.get(j)) {
                (Some(b), Some(a)) if replaces(b, a) => {
                    self.words(Both::new(Some(b), Some(a)), Both::new(b.span, a.span));
                    (i, j) = (i + 1, j + 1);
                }
                (Some(b), a) if a.is_none() || !replaces_one(b, &after[j..]) => {
                    self.words(Both::new(Some(b), None), Both::new(b.span, place(after, j)));
                    i += 1;
                }
                (_, Some(a)) => {
                    self.words(
                        Both::new(None, Some(a)),
                        Both::new(place(before, i), a.span),
                    );
                    j += 1;
                }
                (Some(_), None) | (None, None) => break,
            }
        }
    }
}
