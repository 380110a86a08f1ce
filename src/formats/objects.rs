//! Images and embeds of both texts → those that came, went, or stand where another stood.

use super::is_space;
use super::regions::{Region, Relation};
use crate::both::Both;
use crate::document::{Document, Format, FormatKind};
use crate::report::FormatChange;
use crate::sort::sort_by_number;
use crate::text::span::Utf16Span;

/// Code units of white space over which two places count as one: an image between two paragraphs is at the end of one of them, or
/// at the beginning of the other.
const SPACE: u32 = 64;
/// Objects of the other text that are looked at for each object.
const LOOKED_AT: usize = 64;

/// An image or an embed.
struct Object {
    span: Utf16Span,
    value: u32,
    alt: Option<u32>,
    /// The region that it is in.
    region: usize,
    /// Its place, with the white space around it.
    place: Utf16Span,
    is_paired: bool,
}

/// What differs, kind by kind.
pub fn changes(documents: Both<Document<'_>>, regions: &[Region]) -> Vec<FormatChange> {
    let mut found = Vec::new();
    for kind in [FormatKind::Image, FormatKind::Embed] {
        let mut objects = Both::new(
            objects(&documents.before, kind, regions, |spans| spans.before),
            objects(&documents.after, kind, regions, |spans| spans.after),
        );
        // What is the same in all, then what has the same source, then what stands at the same place.
        for is_one in [
            (|one, other| one.value == other.value && one.alt == other.alt) as Likeness,
            |one, other| one.value == other.value,
            |_, _| true,
        ] {
            pair(&mut objects, regions, is_one, kind, &mut found);
        }
        for object in objects.before.iter().filter(|object| !object.is_paired) {
            let place = Utf16Span::new(object.span.start, object.span.start);
            let (_, there) = reach(&regions[object.region], place, |spans| spans);
            let spans = Both::new(object.span, Utf16Span::new(there, there));
            tell(kind, spans, Both::new(Some(object), None), &mut found);
        }
        for object in objects.after.iter().filter(|object| !object.is_paired) {
            let place = Utf16Span::new(object.span.start, object.span.start);
            let (_, there) = reach(&regions[object.region], place, Both::swap);
            let spans = Both::new(Utf16Span::new(there, there), object.span);
            tell(kind, spans, Both::new(None, Some(object)), &mut found);
        }
    }
    found
}

/// Whether an object of each text may be one.
type Likeness = fn(&Object, &Object) -> bool;

fn pair(
    objects: &mut Both<Vec<Object>>,
    regions: &[Region],
    is_one: Likeness,
    kind: FormatKind,
    found: &mut Vec<FormatChange>,
) {
    for object in objects.before.iter_mut().filter(|object| !object.is_paired) {
        let (low, high) = reach(&regions[object.region], object.place, |spans| spans);
        let first = objects
            .after
            .partition_point(|other| other.span.start + SPACE < low);
        let partner = objects.after[first..]
            .iter_mut()
            .take(LOOKED_AT)
            .find(|other| {
                !other.is_paired
                    && other.region == object.region
                    && low <= other.place.end
                    && other.place.start <= high
                    && is_one(object, other)
            });
        if let Some(other) = partner {
            (object.is_paired, other.is_paired) = (true, true);
            let spans = Both::new(object.span, other.span);
            tell(kind, spans, Both::new(Some(object), Some(other)), found);
        }
    }
}

/// Adds what differs between an object of each text, or between one and nothing.
fn tell(
    kind: FormatKind,
    spans: Both<Utf16Span>,
    objects: Both<Option<&Object>>,
    found: &mut Vec<FormatChange>,
) {
    let values = objects.map(|object| object.map(|object| object.value));
    let alts = objects.map(|object| object.and_then(|object| object.alt));
    for (kind, values) in [(kind, values), (FormatKind::Alt, alts)] {
        if values.before != values.after {
            found.push(FormatChange {
                kind,
                before: spans.before,
                after: spans.after,
                was: values.before,
                now: values.after,
            });
        }
    }
}

/// The objects of a kind, in the order of the text.
fn objects(
    document: &Document<'_>,
    kind: FormatKind,
    regions: &[Region],
    side: fn(&Both<Utf16Span>) -> Utf16Span,
) -> Vec<Object> {
    let length = document.text.len() as u32;
    let mut moves: Vec<(Utf16Span, usize)> = (1..regions.len())
        .map(|region| (side(&regions[region].within), region))
        .collect();
    sort_by_number(&mut moves, |(span, _)| u64::from(span.start));
    let alt = |at: usize, span| match document.formats.get(at + 1) {
        Some(next) if next.kind == FormatKind::Alt && next.span == span => Some(next.value),
        _ => None,
    };
    let object = |(at, format): (usize, &Format)| {
        let start = format.span.start.min(length);
        let next = moves.partition_point(|(span, _)| span.end <= start);
        let inside = moves.get(next).filter(|(span, _)| span.start <= start);
        let region = inside.map_or(0, |&(_, region)| region);
        Object {
            span: Utf16Span::new(start, format.span.end.clamp(start, length)),
            value: format.value,
            alt: alt(at, format.span),
            region,
            place: with_space(document, start, side(&regions[region].within)),
            is_paired: false,
        }
    };
    let mut objects: Vec<Object> = document
        .formats
        .iter()
        .enumerate()
        .filter(|(_, format)| format.kind == kind)
        .map(object)
        .collect();
    sort_by_number(&mut objects, |object| u64::from(object.span.start));
    objects
}

/// A place with the white space around it.
fn with_space(document: &Document<'_>, at: u32, within: Utf16Span) -> Utf16Span {
    let is_space = |at: u32| is_space(document.text[at as usize]);
    let (first, last) = (
        within.start.max(at.saturating_sub(SPACE)),
        within.end.min(at + SPACE),
    );
    let start = (first..at).rev().take_while(|&at| is_space(at)).count();
    let end = (at..last).take_while(|&at| is_space(at)).count();
    Utf16Span::new(at - start as u32, at + end as u32)
}

/// Where a place of one text may be in the other. `turned` puts the text of the place first.
fn reach(
    region: &Region,
    place: Utf16Span,
    turned: fn(Both<Utf16Span>) -> Both<Utf16Span>,
) -> (u32, u32) {
    let segments = &region.segments;
    let (first, last) = (
        segments.partition_point(|segment| turned(segment.spans).before.end < place.start),
        segments.partition_point(|segment| turned(segment.spans).before.start <= place.end),
    );
    let within = turned(region.within).after;
    let there = |at: usize, here: u32, otherwise: fn(Utf16Span) -> u32| {
        segments.get(at).map(|segment| {
            let spans = turned(segment.spans);
            match segment.relation {
                Relation::Same => {
                    let inside = here.clamp(spans.before.start, spans.before.end);
                    spans.after.start + (inside - spans.before.start)
                }
                _ => otherwise(spans.after),
            }
        })
    };
    let low = there(first, place.start, |span| span.start).unwrap_or(within.start);
    let high = last
        .checked_sub(1)
        .and_then(|last| there(last, place.end, |span| span.end));
    (low, high.unwrap_or(within.end).max(low))
}
