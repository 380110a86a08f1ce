//! A report → the text that both sides have, run by run, and what is between the runs.

use crate::both::Both;
use crate::report::{Op, Report};
use crate::sort::sort_by_number;
use crate::text::span::Utf16Span;

/// How the two sides of a segment belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// The same characters.
    Same,
    /// Some words in place of others.
    Replaced,
    /// Came, went or moved.
    Apart,
}

/// A span of each text. One side may be empty.
#[derive(Clone, Copy, Debug)]
pub struct Segment {
    /// The spans.
    pub spans: Both<Utf16Span>,
    /// How they belong together.
    pub relation: Relation,
}

/// Text that runs forward on both sides: all that is in place, or the inside of one move.
pub struct Region {
    /// Where it is. The text in place is all around the moves.
    pub within: Both<Utf16Span>,
    /// All of it, in order.
    pub segments: Vec<Segment>,
}

/// The text in place, and then each move.
pub fn regions(report: &Report, lengths: Both<u32>) -> Vec<Region> {
    let moves: Vec<Both<Utf16Span>> = report
        .moves
        .iter()
        .map(|entry| Both::new(entry.before, entry.after))
        .collect();
    let mut changed: Vec<Both<Utf16Span>> = report
        .changes
        .iter()
        .map(|change| Both::new(change.before, change.after))
        .collect();
    let changes = sides(&changed);
    changed.extend_from_slice(&moves);
    let around = sides(&changed);
    let moved = sides(&moves);
    // A replacement by where it is on the first side; one inside a move is part of that move alone.
    let mut replaced: Vec<(bool, Both<Utf16Span>)> = report
        .changes
        .iter()
        .filter(|change| change.op == Op::Replace)
        .map(|change| {
            let spans = Both::new(change.before, change.after);
            (is_inside(&moved.before, change.before.start), spans)
        })
        .collect();
    sort_by_number(&mut replaced, |(_, spans)| u64::from(spans.before.start));
    let region = |within: Both<Utf16Span>, holes: &Both<Vec<Utf16Span>>, moved: bool| {
        let replaced: Vec<Both<Utf16Span>> = replaced
            .iter()
            .skip(replaced.partition_point(|(_, spans)| spans.before.start < within.before.start))
            .take_while(|(_, spans)| spans.before.start < within.before.end)
            .filter(|(inside, _)| *inside == moved)
            .map(|(_, spans)| *spans)
            .collect();
        Region {
            within,
            segments: segments(within, holes, &replaced),
        }
    };
    let whole = lengths.map(|length| Utf16Span::new(0, length));
    let mut regions = vec![region(whole, &around, false)];
    regions.extend(moves.iter().map(|&within| region(within, &changes, true)));
    regions
}

/// The spans of each side that are not empty, sorted.
fn sides(spans: &[Both<Utf16Span>]) -> Both<Vec<Utf16Span>> {
    let mut sides: Both<Vec<Utf16Span>> = Both::default();
    for &spans in spans {
        for (side, span) in sides.as_mut().zip(spans) {
            if span.start < span.end {
                side.push(span);
            }
        }
    }
    for side in sides.as_mut() {
        sort_by_number(side, |span| u64::from(span.start));
    }
    sides
}

/// Whether a place is in one of the spans, which are sorted and disjoint.
fn is_inside(spans: &[Utf16Span], at: u32) -> bool {
    let next = spans.partition_point(|span| span.end <= at);
    spans.get(next).is_some_and(|span| span.start <= at)
}

/// What the holes leave of a span.
fn kept(within: Utf16Span, holes: &[Utf16Span]) -> Vec<Utf16Span> {
    let mut kept = Vec::new();
    let mut at = within.start;
    let first = holes.partition_point(|hole| hole.start < within.start);
    for hole in holes[first..]
        .iter()
        .take_while(|hole| hole.start < within.end)
    {
        if at < hole.start {
            kept.push(Utf16Span::new(at, hole.start));
        }
        at = at.max(hole.end);
    }
    if at < within.end {
        kept.push(Utf16Span::new(at, within.end));
    }
    kept
}

/// All of a region. What the holes leave of both sides is the same text, though it may be cut in different places.
fn segments(
    within: Both<Utf16Span>,
    holes: &Both<Vec<Utf16Span>>,
    replaced: &[Both<Utf16Span>],
) -> Vec<Segment> {
    let kept = within
        .zip(holes.as_ref())
        .map(|(within, holes)| kept(within, holes));
    let mut segments = Segments {
        at: within.map(|span| span.start),
        found: Vec::new(),
        replaced,
    };
    let mut sides = kept.as_ref().map(|kept| kept.iter().copied());
    let mut next = Both::new(sides.before.next(), sides.after.next());
    while let (Some(before), Some(after)) = (next.before, next.after) {
        let length = (before.end - before.start).min(after.end - after.start);
        let cut = Both::new(before, after).map(|span| {
            let middle = span.start + length;
            (
                Utf16Span::new(span.start, middle),
                Utf16Span::new(middle, span.end),
            )
        });
        let run = cut.map(|(run, _)| run);
        segments.skip_to(run.map(|run| run.start));
        segments.add(run, Relation::Same);
        next = cut.zip(sides.as_mut()).map(|((_, rest), side)| {
            Some(rest)
                .filter(|rest| rest.start < rest.end)
                .or_else(|| side.next())
        });
    }
    segments.skip_to(within.map(|span| span.end));
    segments.found
}

/// The segments found so far, and where they end.
struct Segments<'r> {
    at: Both<u32>,
    found: Vec<Segment>,
    replaced: &'r [Both<Utf16Span>],
}

impl Segments<'_> {
    fn add(&mut self, spans: Both<Utf16Span>, relation: Relation) {
        self.at = spans.map(|span| span.end);
        self.found.push(Segment { spans, relation });
    }

    /// Adds what is between the last run and the next one: replacements, and the rest.
    fn skip_to(&mut self, next: Both<u32>) {
        while let Some((&spans, rest)) = self.replaced.split_first() {
            if spans.before.end > next.before || spans.after.end > next.after {
                break;
            }
            self.replaced = rest;
            if spans.before.start >= self.at.before && spans.after.start >= self.at.after {
                self.skip_apart(spans.map(|span| span.start));
                self.add(spans, Relation::Replaced);
            }
        }
        self.skip_apart(next);
    }

    fn skip_apart(&mut self, next: Both<u32>) {
        if self.at != next {
            let spans = self
                .at
                .zip(next)
                .map(|(start, end)| Utf16Span::new(start, end));
            self.add(spans, Relation::Apart);
        }
    }
}
