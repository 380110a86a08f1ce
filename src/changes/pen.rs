//! Spans that stand for one another → drafts. The pen writes only what is not the same.

use super::lane::common;
use super::side::Segment;
use super::ties::Tie;
use super::{Draft, DraftKind, Sides};
use crate::model::matching::Stretch;
use crate::text::graphemes::is_boundary;
use crate::text::source::cut;
use crate::text::span::ByteSpan;

/// Writes drafts.
pub struct Pen<'a> {
    /// Both texts.
    pub sides: Sides<'a>,
    /// The tokens behind the hole.
    pub next: (usize, usize),
    /// Where the drafts go.
    pub out: &'a mut Vec<Draft>,
}

/// Whether the gaps of both sides hold the same characters.
pub fn same(before: &str, b: &[ByteSpan], after: &str, a: &[ByteSpan]) -> bool {
    fn read<'t>(text: &'t str, gaps: &'t [ByteSpan]) -> impl Iterator<Item = &'t u8> {
        gaps.iter().flat_map(|gap| &text.as_bytes()[gap.range()])
    }
    read(before, b).eq(read(after, a))
}

impl Pen<'_> {
    /// White space against white space.
    pub fn gaps(&mut self, before: &[ByteSpan], after: &[ByteSpan]) {
        let (before_text, after_text) = (self.sides.before.0, self.sides.after.0);
        if same(before_text, before, after_text, after) {
            return;
        }
        let first = |gaps: &[ByteSpan]| gaps.first().copied();
        let (Some(b), Some(a)) = (first(before), first(after)) else {
            for &gap in before {
                let place = after
                    .first()
                    .map_or(self.place(self.next.1, false), |gap| gap.start);
                self.gap(gap, ByteSpan::new(place, place));
            }
            for &gap in after {
                let place = before
                    .first()
                    .map_or(self.place(self.next.0, true), |gap| gap.start);
                self.gap(ByteSpan::new(place, place), gap);
            }
            return;
        };
        let (p, q) = (cut(before_text, b.range()), cut(after_text, a.range()));
        let head = common(p.chars(), q.chars());
        let tail = common(
            cut(p, head..p.len()).chars().rev(),
            cut(q, head..q.len()).chars().rev(),
        );
        let cut = |head: usize, tail: usize| {
            (
                ByteSpan::new(b.start + head as u32, b.end - tail as u32),
                ByteSpan::new(a.start + head as u32, a.end - tail as u32),
            )
        };
        let sound = |(b, a): (ByteSpan, ByteSpan)| {
            [
                (before_text, b.start),
                (before_text, b.end),
                (after_text, a.start),
                (after_text, a.end),
            ]
            .iter()
            .all(|&(text, at)| is_boundary(text, at as usize))
        };
        let trimmed = [(head, tail), (head, 0), (0, tail)]
            .into_iter()
            .map(|(h, t)| cut(h, t))
            .find(|&spans| sound(spans));
        let (b, a) = trimmed.unwrap_or((b, a));
        if !b.is_empty() || !a.is_empty() {
            self.gap(b, a);
        }
        for &gap in &before[1..] {
            self.gap(gap, ByteSpan::new(a.end, a.end));
        }
        for &gap in &after[1..] {
            self.gap(ByteSpan::new(b.end, b.end), gap);
        }
    }

    /// The byte at which a token stands, or the end of the text.
    fn place(&self, token: usize, in_before: bool) -> u32 {
        let (text, units) = if in_before {
            self.sides.before
        } else {
            self.sides.after
        };
        units
            .tokens
            .get(token)
            .map_or(text.len() as u32, |token| token.start)
    }

    /// One gap against one, without asking whether they are the same.
    pub fn gap(&mut self, before: ByteSpan, after: ByteSpan) {
        if before.is_empty() && after.is_empty() {
            return;
        }
        self.out.push(Draft {
            before,
            after,
            tokens: Stretch {
                before: self.next.0..self.next.0,
                after: self.next.1..self.next.1,
            },
            kind: DraftKind::Gap,
        });
    }

    /// Words against words, or against nothing at a place.
    pub fn words(
        &mut self,
        b: Option<&Segment>,
        before: ByteSpan,
        a: Option<&Segment>,
        after: ByteSpan,
    ) {
        // What a pass took apart may turn out to be the same after all.
        if cut(self.sides.before.0, before.range()) == cut(self.sides.after.0, after.range()) {
            return;
        }
        let tokens = |segment: Option<&Segment>, next: usize| {
            segment.map_or(next..next, |segment| segment.tokens.clone())
        };
        let order = matches!(
            (b.map(|s| s.tie), a.map(|s| s.tie)),
            (Some(Tie::Order(_)), Some(Tie::Order(_)))
        );
        self.out.push(Draft {
            before,
            after,
            tokens: Stretch {
                before: tokens(b, self.next.0),
                after: tokens(a, self.next.1),
            },
            kind: if order {
                DraftKind::Order
            } else {
                DraftKind::Words
            },
        });
    }

    /// Words against words: what is tied together is replaced, the rest deleted and inserted.
    pub fn segments(&mut self, before: &[Segment], after: &[Segment]) {
        let (mut i, mut j) = (0, 0);
        while i < before.len() || j < after.len() {
            let b_place = before.get(i).map_or_else(
                || before[before.len() - 1].span.end,
                |segment| segment.span.start,
            );
            let a_place = after.get(j).map_or_else(
                || after[after.len() - 1].span.end,
                |segment| segment.span.start,
            );
            let tied = |b: &Segment, a: &Segment| b.tie.replaces(a.tie);
            match (before.get(i), after.get(j)) {
                (Some(b), Some(a)) if tied(b, a) => {
                    self.words(Some(b), b.span, Some(a), a.span);
                    (i, j) = (i + 1, j + 1);
                }
                (Some(b), a) if a.is_none() || !after[j..].iter().any(|a| tied(b, a)) => {
                    self.words(Some(b), b.span, None, ByteSpan::new(a_place, a_place));
                    i += 1;
                }
                (_, Some(a)) => {
                    self.words(None, ByteSpan::new(b_place, b_place), Some(a), a.span);
                    j += 1;
                }
                (Some(_), None) | (None, None) => break,
            }
        }
    }
}
