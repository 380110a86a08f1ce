//! The tokens and gaps of a hole on one side → white space, segments, white space.

use super::ties::Tie;
use crate::text::span::ByteSpan;
use crate::text::units::Units;
use std::ops::Range;

/// A part of a hole on one side.
#[derive(Clone, Copy, Debug)]
pub enum Element {
    /// White space, possibly none.
    Gap(ByteSpan),
    /// A token without partner.
    Token(usize),
}

/// A stretch of a hole that is told as one.
#[derive(Clone, Debug)]
pub struct Segment {
    pub tie: Tie,
    pub tokens: Range<usize>,
    pub span: ByteSpan,
}

/// One side of a hole: white space, segments, white space. All white space between segments belongs to one of them.
#[derive(Default)]
pub struct Side {
    pub lead: Vec<ByteSpan>,
    pub segments: Vec<Segment>,
    pub trail: Vec<ByteSpan>,
    /// White space of which it is not known yet whose it is; none between two holes.
    pending: Vec<ByteSpan>,
}

impl Side {
    /// Reads one side in the place of the last hole's; `ties` are those of all its text's tokens.
    pub fn read(&mut self, units: &Units, elements: &[Element], ties: &[Tie]) {
        self.lead.clear();
        self.segments.clear();
        self.trail.clear();
        let (side, pending) = (self, &mut Vec::new());
        std::mem::swap(&mut side.pending, pending);
        for element in elements {
            match *element {
                Element::Gap(gap) => match pending.last_mut() {
                    Some(last) if last.end == gap.start => last.end = gap.end,
                    _ => pending.push(gap),
                },
                Element::Token(at) => {
                    let span = units.tokens[at].span();
                    match side.segments.last_mut() {
                        None => {
                            std::mem::swap(&mut side.lead, pending);
                            side.segments.push(Segment {
                                tie: ties[at],
                                tokens: at..at + 1,
                                span,
                            });
                        }
                        Some(last) => {
                            // The first gap closes the segment before it, a second one (behind something moved) opens the next.
                            let first = pending
                                .first()
                                .copied()
                                .unwrap_or(ByteSpan::new(last.span.end, last.span.end));
                            let joined = pending.len() <= 1;
                            if joined && last.tie == ties[at] && last.tokens.end == at {
                                last.tokens.end = at + 1;
                                last.span.end = span.end;
                            } else {
                                if first.start == last.span.end {
                                    last.span.end = first.end;
                                }
                                let start = if joined {
                                    span.start.min(first.end)
                                } else {
                                    pending[pending.len() - 1].start
                                };
                                let tie = ties[at];
                                side.segments.push(Segment {
                                    tie,
                                    tokens: at..at + 1,
                                    span: ByteSpan::new(start, span.end),
                                });
                                // Gaps between two moved stretches stand alone.
                                let lone = pending.iter().skip(1);
                                side.trail
                                    .extend(lone.take(pending.len().saturating_sub(2)));
                            }
                            pending.clear();
                        }
                    }
                }
            }
        }
        if side.segments.is_empty() {
            std::mem::swap(&mut side.lead, pending);
        } else {
            pending.append(&mut side.trail);
            std::mem::swap(&mut side.trail, pending);
        }
        std::mem::swap(&mut side.pending, pending);
    }
}
