//! What is between two matched tokens → raw changes: white space against white space, words against words, sentence by sentence.

use super::builder::{empty_at, Builder};
use super::side::SideParts;
use crate::both::{Both, Side};
use crate::text::span::ByteSpan;

/// Writes the changes of one unmatched range.
pub fn write_range(builder: &mut Builder<'_>, sides: &mut Both<SideParts>) {
    let has_words = sides.as_ref().map(|side| !side.segments.is_empty());
    match (has_words.before, has_words.after) {
        (false, false) => builder.whitespace(sides.as_ref().map(|side| &side.lead[..])),
        (true, true) => {
            take_whitespace_in(builder, sides);
            builder.whitespace(sides.as_ref().map(|side| &side.lead[..]));
            builder.segments(&sides.before.segments, &sides.after.segments);
            builder.whitespace(sides.as_ref().map(|side| &side.trail[..]));
        }
        (true, false) => one_sided(builder, Side::Before, sides),
        (false, true) => one_sided(builder, Side::After, sides),
    }
}

/// White space that differs beside words that are replaced becomes part of their change, unless it separates paragraphs.
///
/// ```text
/// apart   LISBON[ |][(Reuters|, April 3 (AP])
/// taken   LISBON[ (Reuters|, April 3 (AP])
/// ```
fn take_whitespace_in(builder: &Builder<'_>, sides: &mut Both<SideParts>) {
    let differs = |spans: Both<ByteSpan>| {
        let text = builder.text(spans);
        text.before != text.after && text.iter().all(|gap| !gap.contains(['\n', '\r']))
    };
    let Both { before, after } = sides.as_mut();
    if let ([b], [a], Some(first), Some(other)) = (
        &before.lead[..],
        &after.lead[..],
        before.segments.first_mut(),
        after.segments.first_mut(),
    ) {
        if first.group.replaces(other.group) && differs(Both::new(*b, *a)) {
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
        if last.group.replaces(other.group) && differs(Both::new(*b, *a)) {
            (last.span.end, other.span.end) = (b.end, a.end);
            before.trail.clear();
            after.trail.clear();
        }
    }
}

/// A range with words in one text, `full`, only. Its white space before or after the words corresponds to the other text's; the other part
/// is inserted or deleted with the words.
///
/// ```text
/// lead stays    policy.[ The U.K. is part of it.]¶      the white space after the words equals the other text's
/// trail stays   …¶[It rained.¶]He left.                 the white space before them does
/// ```
fn one_sided(builder: &mut Builder<'_>, full: Side, sides: &Both<SideParts>) {
    let (side, other) = (sides.of(full), &sides.of(full.other()).lead[..]);
    let equals_other = |gaps: &[ByteSpan]| builder.is_same_whitespace(full.both(gaps, other));
    let trail_stays = !equals_other(&side.lead) && equals_other(&side.trail);
    let place = empty_at(if trail_stays {
        other.first().map_or(0, |gap| gap.start)
    } else {
        other.last().map_or(0, |gap| gap.end)
    });
    let (stays, goes) = if trail_stays {
        (&side.trail, &side.lead)
    } else {
        (&side.lead, &side.trail)
    };
    let mut segments = side.segments.clone();
    let last = segments.len() - 1;
    let mut apart = Vec::new();
    for &gap in goes {
        // White space that touches the words becomes part of their change.
        if trail_stays && gap.end == segments[0].span.start {
            segments[0].span.start = gap.start;
        } else if !trail_stays && gap.start == segments[last].span.end {
            segments[last].span.end = gap.end;
        } else if !gap.is_empty() {
            apart.push(gap);
        }
    }
    if !trail_stays {
        builder.whitespace(full.both(stays, other));
    }
    for segment in &segments {
        builder.words(
            full.both(Some(segment), None),
            full.both(segment.span, place),
        );
    }
    for gap in apart {
        builder.whitespace_change(full.both(gap, place));
    }
    if trail_stays {
        builder.whitespace(full.both(stays, other));
    }
}
