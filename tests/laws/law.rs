//! The laws of a report, stated once. Everything that is compared anywhere in the tests may be held against them.

use article_diff::report::{Op, Relation, Report};
use article_diff::span::Utf16Span;
use unicode_segmentation::UnicodeSegmentation;

/// Holds a report against all laws that need nothing but the two texts (as UTF-16 code units).
pub fn check(report: &Report, before: &[u16], after: &[u16]) -> Result<(), String> {
    spans(report, before, after)?;
    rows(report)?;
    rebuild(report, before, after)?;
    figures(report)?;
    if before == after && !(report.changes.is_empty() && report.moves.is_empty()) {
        return Err("equal texts, and yet a change or a move".into());
    }
    Ok(())
}

/// Law 2: spans are inside the text, sorted, disjoint on each side, and cut no surrogate pair and no grapheme cluster.
fn spans(report: &Report, before: &[u16], after: &[u16]) -> Result<(), String> {
    for (side, text) in [(0, before), (1, after)] {
        let pick = |b: Utf16Span, a: Utf16Span| if side == 0 { b } else { a };
        let mut changes: Vec<_> = report
            .changes
            .iter()
            .map(|c| pick(c.before, c.after))
            .filter(|s| s.0 < s.1)
            .collect();
        let mut moves: Vec<_> = report
            .moves
            .iter()
            .map(|m| pick(m.before, m.after))
            .collect();
        changes.sort();
        moves.sort();
        let blocks: Vec<_> = if side == 0 {
            &report.blocks.before
        } else {
            &report.blocks.after
        }
        .iter()
        .map(|b| b.span)
        .collect();
        let places: Vec<_> = report
            .changes
            .iter()
            .map(|c| pick(c.before, c.after))
            .collect();
        let bounds = boundaries(text);
        for (what, list) in [
            ("changes", &changes),
            ("moves", &moves),
            ("blocks", &blocks),
        ] {
            let mut last = 0;
            for span in list {
                if span.0 < last || span.1 < span.0 || span.1 as usize > text.len() {
                    return Err(format!("{what} of side {side}: {span:?} overlaps, runs backward or leaves the text"));
                }
                last = span.1;
            }
        }
        for span in places.iter().chain(&moves) {
            for at in [span.0, span.1] {
                if at as usize > text.len() || !bounds[at as usize] {
                    return Err(format!("side {side}: {at} cuts a character"));
                }
            }
        }
    }
    let ordered = report
        .changes
        .windows(2)
        .all(|two| (two[0].after, two[0].before) <= (two[1].after, two[1].before));
    ordered
        .then_some(())
        .ok_or_else(|| "changes are not ordered by after, then before".into())
}

/// For every place of a text, whether it may be cut there. A lone surrogate is a character of its own.
fn boundaries(text: &[u16]) -> Vec<bool> {
    let mut bounds = vec![false; text.len() + 1];
    // A lone surrogate is one unit long; what is read in its place may stand in the text itself, so lengths are kept apart.
    let (read, lengths): (String, Vec<usize>) = char::decode_utf16(text.iter().copied())
        .map(|c| {
            (
                c.clone().unwrap_or('\u{f0000}'),
                c.map_or(1, char::len_utf16),
            )
        })
        .unzip();
    let (mut at, mut lengths) = (0, lengths.into_iter());
    for cluster in read.graphemes(true) {
        bounds[at] = true;
        at += lengths
            .by_ref()
            .take(cluster.chars().count())
            .sum::<usize>();
    }
    bounds[text.len()] = true;
    bounds
}

/// Every block stands in exactly one row, and the row's relation fits its shape.
fn rows(report: &Report) -> Result<(), String> {
    for (side, count) in [
        (0, report.blocks.before.len()),
        (1, report.blocks.after.len()),
    ] {
        let mut seen = vec![0; count];
        for row in &report.rows {
            for &block in if side == 0 { &row.before } else { &row.after } {
                seen[block as usize] += 1;
            }
        }
        if let Some(block) = seen.iter().position(|&n| n != 1) {
            return Err(format!(
                "side {side}: block {block} stands in {} rows",
                seen[block]
            ));
        }
    }
    for row in &report.rows {
        let fits = match row.relation {
            Relation::Inserted => row.before.is_empty() && !row.after.is_empty(),
            Relation::Deleted => !row.before.is_empty() && row.after.is_empty(),
            Relation::Same | Relation::Edited | Relation::Moved => {
                row.before.len() == 1 && row.after.len() == 1
            }
            Relation::Split => row.before.len() == 1 && row.after.len() > 1,
            Relation::Merged => row.before.len() > 1 && row.after.len() == 1,
        };
        if !fits || !(0.0..=1.0).contains(&row.likeness) {
            return Err(format!("a row is not what it says: {row:?}"));
        }
    }
    Ok(())
}

/// Law 1: what changes leave of both texts is the same, outside moves and inside each.
fn rebuild(report: &Report, before: &[u16], after: &[u16]) -> Result<(), String> {
    let cut = |text: &[u16], within: Utf16Span, holes: &[Utf16Span]| -> Vec<u16> {
        (within.0..within.1)
            .filter(|&at| !holes.iter().any(|hole| hole.0 <= at && at < hole.1))
            .map(|at| text[at as usize])
            .collect()
    };
    // A hole is looked for among those near it only, or long texts would take minutes.
    let left = |text: &[u16], within: Utf16Span, holes: &[Utf16Span]| -> Vec<u16> {
        let mut holes: Vec<_> = holes
            .iter()
            .copied()
            .filter(|hole| hole.0 < hole.1 && hole.1 > within.0 && hole.0 < within.1)
            .collect();
        holes.sort();
        let mut out = Vec::new();
        let mut at = within.0;
        for hole in holes {
            if hole.0 > at {
                out.extend(cut(text, Utf16Span(at, hole.0), &[]));
            }
            at = at.max(hole.1);
        }
        out.extend(cut(text, Utf16Span(at.min(within.1), within.1), &[]));
        out
    };
    let changes: (Vec<_>, Vec<_>) = report.changes.iter().map(|c| (c.before, c.after)).unzip();
    let moves: (Vec<_>, Vec<_>) = report.moves.iter().map(|m| (m.before, m.after)).unzip();
    let all = |text: &[u16]| Utf16Span(0, text.len() as u32);
    let b = left(before, all(before), &[changes.0.clone(), moves.0].concat());
    let a = left(after, all(after), &[changes.1.clone(), moves.1].concat());
    if b != a {
        return Err(format!(
            "rebuild, in place: {:?} / {:?}",
            String::from_utf16_lossy(&b),
            String::from_utf16_lossy(&a)
        ));
    }
    for entry in &report.moves {
        let (b, a) = (
            left(before, entry.before, &changes.0),
            left(after, entry.after, &changes.1),
        );
        if b != a {
            return Err(format!(
                "rebuild, move: {:?} / {:?}",
                String::from_utf16_lossy(&b),
                String::from_utf16_lossy(&a)
            ));
        }
    }
    for change in &report.changes {
        let fits = match change.op {
            Op::Insert => change.before.0 == change.before.1 && change.after.0 < change.after.1,
            Op::Delete => change.before.0 < change.before.1 && change.after.0 == change.after.1,
            Op::Replace => change.before.0 < change.before.1 && change.after.0 < change.after.1,
        };
        if !fits {
            return Err(format!("an op does not fit its spans: {change:?}"));
        }
        let (b, a) = (
            &before[change.before.0 as usize..change.before.1 as usize],
            &after[change.after.0 as usize..change.after.1 as usize],
        );
        if b == a {
            return Err(format!(
                "a change of nothing: {:?}",
                String::from_utf16_lossy(b)
            ));
        }
    }
    Ok(())
}

/// The figures agree with the lists.
fn figures(report: &Report) -> Result<(), String> {
    let summary = &report.summary;
    let mut counts = summary.counts;
    for class in article_diff::report::Class::ALL {
        let listed = report
            .changes
            .iter()
            .filter(|c| c.class == class && !c.furniture)
            .count() as u32;
        if *counts.of(class) != listed {
            return Err(format!(
                "{} {} are counted and {listed} listed",
                counts.of(class),
                class.name()
            ));
        }
    }
    let shares = [
        summary.containment.before,
        summary.containment.after,
        summary.similarity,
    ];
    let fits = summary.shared.before <= summary.words.before
        && summary.shared.after <= summary.words.after
        && shares.iter().all(|s| (0.0..=1.0).contains(s));
    let longest_first = report
        .passages
        .windows(2)
        .all(|two| two[0].words >= two[1].words)
        && report.passages.len() <= 20;
    (fits && longest_first)
        .then_some(())
        .ok_or_else(|| format!("figures out of range: {summary:?}"))
}
