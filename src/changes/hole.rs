//! What lies between two matched tokens → drafts: white space against white space, words against words, sentence by sentence.

use super::pen::{same, Pen};
use super::side::Side;
use super::{Draft, Sides};
use crate::text::source::cut;
use crate::text::span::ByteSpan;

/// Drafts one hole. `next` are the tokens that follow it.
pub fn fill(
    sides: Sides<'_>,
    (b, a): &mut (Side, Side),
    next: (usize, usize),
    out: &mut Vec<Draft>,
) {
    let mut pen = Pen { sides, next, out };
    match (b.segments.is_empty(), a.segments.is_empty()) {
        (true, true) => pen.gaps(&b.lead, &a.lead),
        (false, false) => {
            take_in(sides, b, a);
            pen.gaps(&b.lead, &a.lead);
            pen.segments(&b.segments, &a.segments);
            pen.gaps(&b.trail, &a.trail);
        }
        (false, true) => one_sided(
            &mut pen,
            sides.before.0,
            b,
            sides.after.0,
            &a.lead,
            Way::Deleted,
        ),
        (true, false) => one_sided(
            &mut pen,
            sides.after.0,
            a,
            sides.before.0,
            &b.lead,
            Way::Inserted,
        ),
    }
}

/// White space that differs beside words that are replaced goes with them, unless it parts paragraphs.
///
/// ```text
/// apart   LISBON[ |][(Reuters|, April 3 (AP])
/// taken   LISBON[ (Reuters|, April 3 (AP])
/// ```
fn take_in(sides: Sides<'_>, before: &mut Side, after: &mut Side) {
    let plain = |text: &str, gap: ByteSpan| {
        let bytes = &text.as_bytes()[gap.range()];
        !bytes.iter().any(|byte| matches!(byte, b'\n' | b'\r'))
    };
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
    let keep_trail =
        !same(text, &full.lead, other_text, other) && same(text, &full.trail, other_text, other);
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
