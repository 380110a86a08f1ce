//! (report, two texts) → the law that it breaks, if any. Everything that is compared anywhere in the tests can be checked so.

use crate::range;
use article_diff::report::{Class, Op, Relation, Report};
use article_diff::{compare_utf16, Options};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// Compares a pair both ways round and checks the reports against all laws but law 3, which [`crate::classes`] checks.
///
/// # Errors
/// The law that is broken, in words.
pub fn check_pair(before: &[u16], after: &[u16], options: &Options) -> Result<Report, String> {
    let report = compare_utf16(before, after, options);
    check(&report, before, after)?;
    let back = compare_utf16(after, before, options);
    check(&back, after, before).map_err(|what| format!("swapped: {what}"))?;
    mirrors(&report, &back)?;
    if report != compare_utf16(before, after, options) {
        return Err("law 5: the same texts gave another report".into());
    }
    Ok(report)
}

/// Checks a report against the laws that need nothing but the two texts (as UTF-16 code units).
///
/// # Errors
/// The law that is broken, in words.
pub fn check(report: &Report, before: &[u16], after: &[u16]) -> Result<(), String> {
    spans(report, before, after)?;
    rows(report)?;
    rebuild(report, before, after)?;
    figures(report)?;
    if before == after && !(report.changes.is_empty() && report.moves.is_empty()) {
        return Err("law 4: equal texts, and yet a change or a move".into());
    }
    Ok(())
}

/// Law 4: a swap gives the mirror image. Where two entries of a list have the same place in its order, their order is no difference.
fn mirrors(report: &Report, back: &Report) -> Result<(), String> {
    let image = |report: &Report| {
        let mut changes: Vec<String> = report
            .changes
            .iter()
            .map(|c| format!("{:?}", (c.class, c.unit, c.quoted, c.furniture)))
            .collect();
        changes.sort();
        let mut rows: Vec<_> = report
            .rows
            .iter()
            .map(|row| (row.before.clone(), row.after.clone()))
            .collect();
        rows.sort();
        (changes, rows, report.moves.len(), report.summary.similarity)
    };
    let (there, mirrored) = (image(report), image(&back.clone().mirrored()));
    if there == mirrored {
        return Ok(());
    }
    Err(format!(
        "law 4: a swap gives no mirror image:\n{there:?}\n{mirrored:?}"
    ))
}

/// Law 2: spans are inside the text, sorted, disjoint on each side, and cut no surrogate pair and no grapheme cluster.
fn spans(report: &Report, before: &[u16], after: &[u16]) -> Result<(), String> {
    for (side, text) in [("before", before), ("after", after)] {
        let of = |b, a| range(if side == "before" { b } else { a });
        let places: Vec<_> = report
            .changes
            .iter()
            .map(|change| of(change.before, change.after))
            .collect();
        let mut changes: Vec<_> = places
            .iter()
            .filter(|span| !span.is_empty())
            .cloned()
            .collect();
        let mut moves: Vec<_> = report
            .moves
            .iter()
            .map(|entry| of(entry.before, entry.after))
            .collect();
        changes.sort_by_key(|span| span.start);
        moves.sort_by_key(|span| span.start);
        let blocks = if side == "before" {
            &report.blocks.before
        } else {
            &report.blocks.after
        };
        let blocks: Vec<_> = blocks.iter().map(|block| range(block.span)).collect();
        for (what, list) in [
            ("changes", &changes),
            ("moves", &moves),
            ("blocks", &blocks),
        ] {
            let mut last = 0;
            for span in list {
                if span.start < last || span.end < span.start || span.end > text.len() {
                    return Err(format!(
                        "law 2: {what} of {side}: {span:?} overlaps, runs backward or leaves the text"
                    ));
                }
                last = span.end;
            }
        }
        let bounds = boundaries(text);
        for at in places
            .iter()
            .chain(&moves)
            .flat_map(|span| [span.start, span.end])
        {
            if !bounds.get(at).is_some_and(|&is_bound| is_bound) {
                return Err(format!("law 2: {at} of {side} cuts a character"));
            }
        }
    }
    let ordered = report
        .changes
        .windows(2)
        .all(|two| (two[0].after, two[0].before) <= (two[1].after, two[1].before));
    ordered
        .then_some(())
        .ok_or_else(|| "law 2: changes are not ordered by after, then before".into())
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
        ("before", report.blocks.before.len()),
        ("after", report.blocks.after.len()),
    ] {
        let mut seen = vec![0; count];
        for row in &report.rows {
            let ids = if side == "before" {
                &row.before
            } else {
                &row.after
            };
            for &block in ids {
                seen[block as usize] += 1;
            }
        }
        if let Some(block) = seen.iter().position(|&times| times != 1) {
            return Err(format!(
                "block {block} of {side} stands in {} rows",
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
            // A relation that is added later fits no shape until a line here says which.
            #[allow(unreachable_patterns)]
            _ => false,
        };
        if !fits || !(0.0..=1.0).contains(&row.likeness) {
            return Err(format!("a row is not what it says: {row:?}"));
        }
    }
    Ok(())
}

/// Law 1: what changes leave of both texts is the same, outside moves and inside each.
fn rebuild(report: &Report, before: &[u16], after: &[u16]) -> Result<(), String> {
    let unlike = |where_: &str, b: &[u16], a: &[u16]| {
        Err(format!(
            "law 1, {where_}: what is left differs:\n{:?}\n{:?}",
            String::from_utf16_lossy(b),
            String::from_utf16_lossy(a)
        ))
    };
    let (of_before, of_after): (Vec<_>, Vec<_>) = report
        .changes
        .iter()
        .map(|change| (range(change.before), range(change.after)))
        .unzip();
    let (moved_before, moved_after): (Vec<_>, Vec<_>) = report
        .moves
        .iter()
        .map(|entry| (range(entry.before), range(entry.after)))
        .unzip();
    let b = left(
        before,
        0..before.len(),
        &[of_before.clone(), moved_before].concat(),
    );
    let a = left(
        after,
        0..after.len(),
        &[of_after.clone(), moved_after].concat(),
    );
    if b != a {
        return unlike("in place", &b, &a);
    }
    for entry in &report.moves {
        let b = left(before, range(entry.before), &of_before);
        let a = left(after, range(entry.after), &of_after);
        if b != a {
            return unlike("inside a move", &b, &a);
        }
    }
    for change in &report.changes {
        let (b, a) = (range(change.before), range(change.after));
        let fits = match change.op {
            Op::Insert => b.is_empty() && !a.is_empty(),
            Op::Delete => !b.is_empty() && a.is_empty(),
            Op::Replace => !b.is_empty() && !a.is_empty(),
        };
        if !fits {
            return Err(format!("an op does not fit its spans: {change:?}"));
        }
        if before[b.clone()] == after[a] {
            return Err(format!(
                "a change of nothing: {:?}",
                String::from_utf16_lossy(&before[b])
            ));
        }
    }
    Ok(())
}

/// The part of a text that no span covers.
fn left(text: &[u16], within: Range<usize>, spans: &[Range<usize>]) -> Vec<u16> {
    let mut spans: Vec<_> = spans
        .iter()
        .filter(|span| !span.is_empty() && span.end > within.start && span.start < within.end)
        .collect();
    spans.sort_by_key(|span| span.start);
    let mut out = Vec::new();
    let mut at = within.start;
    for span in spans {
        if span.start > at {
            out.extend(&text[at..span.start]);
        }
        at = at.max(span.end);
    }
    out.extend(&text[at.min(within.end)..within.end]);
    out
}

/// The figures agree with the lists.
fn figures(report: &Report) -> Result<(), String> {
    let summary = &report.summary;
    let counts = summary.counts;
    for class in Class::ALL {
        let listed = report
            .changes
            .iter()
            .filter(|change| change.class == class && !change.furniture)
            .count();
        let counted = counts.of(class) as usize;
        if counted != listed {
            return Err(format!(
                "{counted} {} are counted and {listed} listed",
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
        && shares.iter().all(|share| (0.0..=1.0).contains(share));
    let longest_first = report
        .passages
        .windows(2)
        .all(|two| two[0].words >= two[1].words)
        && report.passages.len() <= 20;
    (fits && longest_first)
        .then_some(())
        .ok_or_else(|| format!("figures out of range: {summary:?}"))
}
