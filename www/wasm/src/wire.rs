//! Report → one list of numbers, as it crosses into JavaScript: a large report has tens of thousands of small objects, and made
//! there one by one they would take longer than the comparison. `www/report.js` makes the objects, and knows this order.
//!
//! ```text
//! version  precise  segmenter  words ×2  shared ×2  counts ×11
//! blocks before: how many, then start end kind each     blocks after: the same
//! rows:          how many, then relation  move + 1 or 0  likeness (the bits of an f32)  how many before, after, the indices
//! changes:       how many, then op + 4 class + 64 unit + 256 quoted + 512 furniture, before ×2, after ×2
//! moves:         how many, then unit, before ×2, after ×2
//! passages:      how many, then words, before ×2, after ×2
//! ```

use article_diff::report::{Block, Report, Summary};
use article_diff::span::Utf16Span;

/// All numbers of a report.
pub fn numbers(report: &Report) -> Vec<u32> {
    let Report {
        version,
        precise,
        segmenter,
        blocks,
        rows,
        changes,
        moves,
        passages,
        summary,
    } = report;
    // Containment and similarity are quotients of these.
    let Summary {
        words,
        shared,
        containment: _,
        similarity: _,
        counts,
    } = summary;
    let size = 24
        + 3 * (blocks.before.len() + blocks.after.len())
        + 7 * rows.len()
        + 5 * (changes.len() + moves.len() + passages.len());
    let mut out = Vec::with_capacity(size);
    out.extend([
        *version,
        u32::from(*precise),
        match *segmenter {
            "none" => 0,
            "intl" => 1,
            _ => 2,
        },
        words.before,
        words.after,
        shared.before,
        shared.after,
    ]);
    out.extend(counts.all());
    for blocks in [&blocks.before, &blocks.after] {
        out.push(blocks.len() as u32);
        for Block { span, kind } in blocks {
            out.extend([span.0, span.1, *kind as u32]);
        }
    }
    out.push(rows.len() as u32);
    for row in rows {
        out.extend([
            row.relation as u32,
            row.moved.map_or(0, |index| index + 1),
            row.likeness.to_bits(),
            row.before.len() as u32,
            row.after.len() as u32,
        ]);
        out.extend_from_slice(&row.before);
        out.extend_from_slice(&row.after);
    }
    let lead = |out: &mut Vec<u32>, number: u32, before: Utf16Span, after: Utf16Span| {
        out.extend([number, before.0, before.1, after.0, after.1])
    };
    out.push(changes.len() as u32);
    for change in changes {
        let kind = change.op as u32
            | (change.class as u32) << 2
            | (change.unit as u32) << 6
            | u32::from(change.quoted) << 8
            | u32::from(change.furniture) << 9;
        lead(&mut out, kind, change.before, change.after);
    }
    out.push(moves.len() as u32);
    for entry in moves {
        lead(&mut out, entry.unit as u32, entry.before, entry.after);
    }
    out.push(passages.len() as u32);
    for passage in passages {
        lead(&mut out, passage.words, passage.before, passage.after);
    }
    out
}
