//! What lies between two matched tokens → drafts: white space against white space, words against words, sentence by sentence.

use super::lane::common;
use super::{Draft, DraftKind, Sides};
use crate::matching::{Matching, Stretch};
use crate::segment::is_boundary;
use crate::span::ByteSpan;
use crate::text::cut;
use crate::units::Units;
use std::ops::Range;

/// A part of a hole on one side.
#[derive(Clone, Copy, Debug)]
pub enum Element {
    /// White space, possibly none.
    Gap(ByteSpan),
    /// A token without partner.
    Token(usize),
}

/// What ties the tokens of a hole together: segments of the same tie on both sides are one replacement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tie {
    /// The same words in another order.
    Order(u32),
    /// Sentences that belong together.
    Pair(u32),
    /// Nothing on the other side.
    Sentence(u32),
    /// A block without any pair.
    Block(u32),
}

impl Tie {
    /// Whether stretches with these ties stand for each other.
    fn replaces(self, other: Tie) -> bool {
        self == other && matches!(self, Tie::Order(_) | Tie::Pair(_))
    }
}

/// A stretch of a hole that is told as one.
#[derive(Clone, Debug)]
struct Segment {
    tie: Tie,
    tokens: Range<usize>,
    span: ByteSpan,
}

/// For every token, which tie it has.
pub struct Plan {
    before: Vec<Tie>,
    after: Vec<Tie>,
}

impl Plan {
    pub fn new(sides: Sides<'_>, matching: &Matching) -> Self {
        let side = |units: &Units, of: fn(&Stretch) -> &Range<usize>| {
            let mut paired = vec![false; units.blocks.len()];
            let mut ties = vec![Tie::Sentence(0); units.tokens.len()];
            let blocks = block_of_token(units);
            for stretch in &matching.pairs {
                for at in of(stretch).clone() {
                    paired[blocks[at] as usize] = true;
                }
            }
            for (index, sentence) in units.sentences.iter().enumerate() {
                let tie = if paired[sentence.block] {
                    Tie::Sentence(index as u32)
                } else {
                    Tie::Block(sentence.block as u32)
                };
                ties[sentence.tokens.clone()].fill(tie);
            }
            for (index, stretch) in matching.pairs.iter().enumerate() {
                ties[of(stretch).clone()].fill(Tie::Pair(index as u32));
            }
            for (index, stretch) in matching.orders.iter().enumerate() {
                ties[of(stretch).clone()].fill(Tie::Order(index as u32));
            }
            ties
        };
        Self {
            before: side(sides.before.1, |stretch| &stretch.before),
            after: side(sides.after.1, |stretch| &stretch.after),
        }
    }

    /// Drafts one hole. `next` are the tokens that follow it.
    pub fn fill(
        &self,
        sides: Sides<'_>,
        before: &[Element],
        after: &[Element],
        next: (usize, usize),
        out: &mut Vec<Draft>,
    ) {
        let b = Side::read(sides.before, before, &self.before);
        let a = Side::read(sides.after, after, &self.after);
        let mut pen = Pen { sides, next, out };
        match (b.segments.is_empty(), a.segments.is_empty()) {
            (true, true) => pen.gaps(&b.lead, &a.lead),
            (false, false) => {
                let (mut b, mut a) = (b, a);
                take_in(sides, &mut b, &mut a);
                pen.gaps(&b.lead, &a.lead);
                pen.segments(&b.segments, &a.segments);
                pen.gaps(&b.trail, &a.trail);
            }
            (false, true) => one_sided(
                &mut pen,
                sides.before.0,
                &b,
                sides.after.0,
                &a.lead,
                Way::Deleted,
            ),
            (true, false) => one_sided(
                &mut pen,
                sides.after.0,
                &a,
                sides.before.0,
                &b.lead,
                Way::Inserted,
            ),
        }
    }
}

/// White space that differs beside words that are replaced goes with them, unless it parts paragraphs.
///
/// ```text
/// apart   LISBON[ |][(Reuters|, April 3 (AP])
/// taken   LISBON[ (Reuters|, April 3 (AP])
/// ```
fn take_in(sides: Sides<'_>, before: &mut Side, after: &mut Side) {
    let plain = |text: &str, gap: ByteSpan| !cut(text, gap.range()).contains(['\n', '\r']);
    let differs = |b: ByteSpan, a: ByteSpan| {
        cut(sides.before.0, b.range()) != cut(sides.after.0, a.range())
            && plain(sides.before.0, b)
            && plain(sides.after.0, a)
    };
    if let ([b], [a], Some(first), Some(other)) = (
        &before.lead[..],
        &after.lead[..],
        before.segments.first_mut(),
        after.segments.first_mut(),
    ) {
        if first.tie.replaces(other.tie) && differs(*b, *a) {
            (first.span.start, other.span.start) = (b.start, a.start);
            before.lead.clear();
            after.lead.clear();
        }
    }
    if let ([b], [a], Some(last), Some(other)) = (
        &before.trail[..],
        &after.trail[..],
        before.segments.last_mut(),
        after.segments.last_mut(),
    ) {
        if last.tie.replaces(other.tie) && differs(*b, *a) {
            (last.span.end, other.span.end) = (b.end, a.end);
            before.trail.clear();
            after.trail.clear();
        }
    }
}

fn block_of_token(units: &Units) -> Vec<u32> {
    let mut of = vec![0; units.tokens.len()];
    for (index, block) in units.blocks.iter().enumerate() {
        of[block.tokens.clone()].fill(index as u32);
    }
    of
}

/// One side of a hole: white space, segments, white space. All white space between segments belongs to one of them.
struct Side {
    lead: Vec<ByteSpan>,
    segments: Vec<Segment>,
    trail: Vec<ByteSpan>,
}

impl Side {
    fn read((_, units): (&str, &Units), elements: &[Element], ties: &[Tie]) -> Self {
        let mut side = Side {
            lead: Vec::new(),
            segments: Vec::new(),
            trail: Vec::new(),
        };
        let mut pending: Vec<ByteSpan> = Vec::new();
        for element in elements {
            match *element {
                Element::Gap(gap) => match pending.last_mut() {
                    Some(last) if last.end == gap.start => last.end = gap.end,
                    _ => pending.push(gap),
                },
                Element::Token(at) => {
                    let span = units.tokens[at].span();
                    let gaps = std::mem::take(&mut pending);
                    match side.segments.last_mut() {
                        None => {
                            side.lead = gaps;
                            side.segments.push(Segment {
                                tie: ties[at],
                                tokens: at..at + 1,
                                span,
                            });
                        }
                        Some(last) => {
                            // The first gap closes the segment before it, a second one (behind something moved) opens the next.
                            let first = gaps
                                .first()
                                .copied()
                                .unwrap_or(ByteSpan::new(last.span.end, last.span.end));
                            let joined = gaps.len() <= 1;
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
                                    gaps[gaps.len() - 1].start
                                };
                                let tie = ties[at];
                                side.segments.push(Segment {
                                    tie,
                                    tokens: at..at + 1,
                                    span: ByteSpan::new(start, span.end),
                                });
                                // Gaps between two moved stretches stand alone.
                                for lone in gaps.iter().skip(1).take(gaps.len().saturating_sub(2)) {
                                    side.trail.push(*lone);
                                }
                            }
                        }
                    }
                }
            }
        }
        if side.segments.is_empty() {
            side.lead = pending;
        } else {
            let lone = std::mem::take(&mut side.trail);
            side.trail = pending;
            side.trail.extend(lone);
        }
        side
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Way {
    Deleted,
    Inserted,
}

/// A hole with words on one side only: one of its two gaps stays, the other goes with the words.
///
/// ```text
/// stays before   policy.[ The U.K. is part of it.]¶      the gap behind equals the other side's
/// stays behind   …¶[It rained.¶]He left.                 the gap before does
/// ```
fn one_sided(
    pen: &mut Pen<'_>,
    text: &str,
    full: &Side,
    other_text: &str,
    other: &[ByteSpan],
    way: Way,
) {
    let read = |text: &str, gaps: &[ByteSpan]| {
        gaps.iter()
            .map(|gap| cut(text, gap.range()).to_owned())
            .collect::<String>()
    };
    let (lead, trail, kept) = (
        read(text, &full.lead),
        read(text, &full.trail),
        read(other_text, other),
    );
    let keep_trail = lead != kept && trail == kept;
    let mut segments = full.segments.clone();
    let place = other
        .last()
        .map_or(0, |gap| if keep_trail { gap.start } else { gap.end });
    let place = if keep_trail {
        other.first().map_or(place, |gap| gap.start)
    } else {
        place
    };
    let (stays, goes) = if keep_trail {
        (&full.trail, &full.lead)
    } else {
        (&full.lead, &full.trail)
    };
    let mut loose = Vec::new();
    for gap in goes {
        // White space that touches the words goes with them.
        if keep_trail && gap.end == segments[0].span.start {
            segments[0].span.start = gap.start;
        } else if !keep_trail
            && segments
                .last()
                .is_some_and(|last| last.span.end == gap.start)
        {
            if let Some(last) = segments.last_mut() {
                last.span.end = gap.end;
            }
        } else if !gap.is_empty() {
            loose.push(*gap);
        }
    }
    let nothing = ByteSpan::new(place, place);
    if !keep_trail {
        match way {
            Way::Deleted => pen.gaps(stays, other),
            Way::Inserted => pen.gaps(other, stays),
        }
    }
    for segment in &segments {
        match way {
            Way::Deleted => pen.words(Some(segment), segment.span, None, nothing),
            Way::Inserted => pen.words(None, nothing, Some(segment), segment.span),
        }
    }
    for gap in loose {
        match way {
            Way::Deleted => pen.gap(gap, nothing),
            Way::Inserted => pen.gap(nothing, gap),
        }
    }
    if keep_trail {
        match way {
            Way::Deleted => pen.gaps(stays, other),
            Way::Inserted => pen.gaps(other, stays),
        }
    }
}

/// Writes drafts.
struct Pen<'a> {
    sides: Sides<'a>,
    next: (usize, usize),
    out: &'a mut Vec<Draft>,
}

impl Pen<'_> {
    /// White space against white space.
    fn gaps(&mut self, before: &[ByteSpan], after: &[ByteSpan]) {
        let (before_text, after_text) = (self.sides.before.0, self.sides.after.0);
        let read = |text: &str, gaps: &[ByteSpan]| {
            gaps.iter()
                .map(|gap| cut(text, gap.range()).to_owned())
                .collect::<String>()
        };
        if read(before_text, before) == read(after_text, after) {
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

    fn gap(&mut self, before: ByteSpan, after: ByteSpan) {
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

    fn words(
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
    fn segments(&mut self, before: &[Segment], after: &[Segment]) {
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
