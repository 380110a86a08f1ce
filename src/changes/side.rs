//! The tokens and white space of an unmatched range on one side → white space, segments, white space.

use super::groups::Group;
use crate::text::span::ByteSpan;
use crate::text::units::Units;
use std::ops::Range;

/// A part of one side of an unmatched range.
#[derive(Clone, Copy, Debug)]
pub enum Element {
    /// White space, possibly none.
    Whitespace(ByteSpan),
    /// A token without partner.
    Token(usize),
}

/// Neighbouring tokens of one group.
#[derive(Clone, Debug)]
pub struct Segment {
    pub group: Group,
    pub tokens: Range<usize>,
    pub span: ByteSpan,
}

/// One side of an unmatched range: leading white space, segments, trailing white space. White space between two segments is part of
/// one of them.
#[derive(Default)]
pub struct SideParts {
    pub lead: Vec<ByteSpan>,
    pub segments: Vec<Segment>,
    pub trail: Vec<ByteSpan>,
    /// White space that has not been assigned yet; empty between two calls.
    pending: Vec<ByteSpan>,
}

impl SideParts {
    /// Replaces this side by the parts of some elements; `groups` are those of all tokens of the text.
    pub fn read(&mut self, units: &Units, elements: &[Element], groups: &[Group]) {
        self.lead.clear();
        self.segments.clear();
        self.trail.clear();
        for element in elements {
            match *element {
                Element::Whitespace(gap) => match self.pending.last_mut() {
                    Some(last) if last.end == gap.start => last.end = gap.end,
                    _ => self.pending.push(gap),
                },
                Element::Token(at) => self.add_token(at, units.tokens[at].span(), groups[at]),
            }
        }
        if self.segments.is_empty() {
            std::mem::swap(&mut self.lead, &mut self.pending);
        } else {
            self.pending.append(&mut self.trail);
            std::mem::swap(&mut self.trail, &mut self.pending);
        }
    }

    fn add_token(&mut self, at: usize, span: ByteSpan, group: Group) {
        let mut segment = Segment {
            group,
            tokens: at..at + 1,
            span,
        };
        let Some(last) = self.segments.last_mut() else {
            std::mem::swap(&mut self.lead, &mut self.pending);
            self.segments.push(segment);
            return;
        };
        // The first white space ends the segment before it; a second one, after something that moved away, begins the next.
        let empty = ByteSpan::new(last.span.end, last.span.end);
        let first = self.pending.first().copied().unwrap_or(empty);
        let adjacent = self.pending.len() <= 1;
        if adjacent && last.group == group && last.tokens.end == at {
            last.tokens.end = at + 1;
            last.span.end = span.end;
        } else {
            if first.start == last.span.end {
                last.span.end = first.end;
            }
            segment.span.start = if adjacent {
                span.start.min(first.end)
            } else {
                self.pending[self.pending.len() - 1].start
            };
            self.segments.push(segment);
            // White space between two moved ranges belongs to no segment.
            let between = self.pending.iter().skip(1);
            self.trail
                .extend(between.take(self.pending.len().saturating_sub(2)));
        }
        self.pending.clear();
    }
}
