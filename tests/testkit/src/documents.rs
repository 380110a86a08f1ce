//! (report, two documents) → the law of formats that it breaks, if any: applied to the text that both have, the formats of the report
//! turn the structure of the first document into that of the second. Slow and simple, unit by unit.

use crate::{laws, range};
use article_diff::document::{Document, Format, FormatKind};
use article_diff::report::{FormatChange, Report};
use article_diff::{compare_documents, Options};
use std::cmp::Reverse;
use std::ops::Range;

/// Compares two documents both ways round and checks the reports.
///
/// # Errors
/// The law that is broken, in words.
pub fn check_documents(
    before: Document<'_>,
    after: Document<'_>,
    options: &Options,
) -> Result<Report, String> {
    let report = compare_documents(before, after, options);
    check(&report, before, after)?;
    let back = compare_documents(after, before, options);
    check(&back, after, before).map_err(|what| format!("swapped: {what}"))?;
    let listed = |report: &Report| {
        let mut formats: Vec<String> = report
            .formats
            .iter()
            .map(|format| format!("{format:?}"))
            .collect();
        formats.sort();
        formats
    };
    let (there, mirrored) = (listed(&report), listed(&back.mirrored()));
    if there != mirrored {
        return Err(format!(
            "formats: a swap gives no mirror image:\n{there:#?}\n{mirrored:#?}"
        ));
    }
    Ok(report)
}

/// Checks a report against all laws.
///
/// # Errors
/// The law that is broken, in words.
pub fn check(report: &Report, before: Document<'_>, after: Document<'_>) -> Result<(), String> {
    laws::check(report, before.text, after.text)?;
    if report.summary.formats as usize != report.formats.len() {
        return Err("formats: they are not as many as the summary says".into());
    }
    for format in &report.formats {
        let fits =
            |span: Range<usize>, text: &[u16]| span.start <= span.end && span.end <= text.len();
        if !fits(range(format.before), before.text) || !fits(range(format.after), after.text) {
            return Err(format!("formats: a span leaves its text: {format:?}"));
        }
        if format.was == format.now {
            return Err(format!("formats: nothing differs: {format:?}"));
        }
    }
    let ordered =
        |two: &[FormatChange]| (two[0].after, two[0].before) <= (two[1].after, two[1].before);
    if !report.formats.windows(2).all(ordered) {
        return Err("formats: they are not ordered by after, then before".into());
    }
    let compared = || {
        FormatKind::ALL
            .into_iter()
            .filter(|kind| kind.is_compared())
    };
    for kind in compared().filter(|kind| !kind.is_object()) {
        let formats = report.formats.iter().filter(|format| format.kind == kind);
        let formats: Vec<&FormatChange> = formats.collect();
        for (b, a) in both_have(report, before.text, after.text) {
            let covering: Vec<&&FormatChange> = formats
                .iter()
                .filter(|format| {
                    range(format.before).contains(&b) && range(format.after).contains(&a)
                })
                .collect();
            let (was, now) = (value(&before, kind, b), value(&after, kind, a));
            let told = match covering[..] {
                [] => was == now,
                [one] => (one.was, one.now) == (was, now),
                _ => false,
            };
            if !told {
                return Err(format!(
                    "formats: {kind:?} at {b} and {a} is {was:?} and {now:?}, and told by {covering:?}"
                ));
            }
        }
    }
    for kind in compared().filter(|kind| kind.is_object()) {
        let mut values = objects(&before, kind);
        for format in report.formats.iter().filter(|format| format.kind == kind) {
            if let Some(was) = format.was {
                let at = values.iter().position(|&value| value == was);
                values.remove(at.ok_or_else(|| format!("formats: nothing is lost by {format:?}"))?);
            }
            values.extend(format.now);
        }
        values.sort_unstable();
        let expected = objects(&after, kind);
        if values != expected {
            return Err(format!(
                "formats: {kind:?} are {values:?} and not {expected:?}"
            ));
        }
    }
    Ok(())
}

/// The places of every unit that both texts have and that is no white space.
fn both_have(report: &Report, before: &[u16], after: &[u16]) -> Vec<(usize, usize)> {
    let is_changed = |side: fn(&Report) -> Vec<Range<usize>>| side(report);
    let changed_before =
        is_changed(|report| report.changes.iter().map(|it| range(it.before)).collect());
    let changed_after =
        is_changed(|report| report.changes.iter().map(|it| range(it.after)).collect());
    let left = |within: Range<usize>, holes: &[Range<usize>]| -> Vec<usize> {
        within
            .filter(|at| !holes.iter().any(|hole| hole.contains(at)))
            .collect()
    };
    let moved_before: Vec<_> = report.moves.iter().map(|it| range(it.before)).collect();
    let moved_after: Vec<_> = report.moves.iter().map(|it| range(it.after)).collect();
    let mut pairs: Vec<(usize, usize)> = left(
        0..before.len(),
        &[changed_before.clone(), moved_before.clone()].concat(),
    )
    .into_iter()
    .zip(left(
        0..after.len(),
        &[changed_after.clone(), moved_after.clone()].concat(),
    ))
    .collect();
    for (b, a) in moved_before.into_iter().zip(moved_after) {
        pairs.extend(
            left(b, &changed_before)
                .into_iter()
                .zip(left(a, &changed_after)),
        );
    }
    let is_space = |unit: u16| char::from_u32(unit.into()).is_some_and(char::is_whitespace);
    pairs.retain(|&(b, _)| !is_space(before[b]));
    pairs
}

/// What a document says of a place: the format that begins last, of those the shortest, of those the last.
fn value(document: &Document<'_>, kind: FormatKind, at: usize) -> Option<u32> {
    let covers = |format: &&Format| format.kind == kind && range(format.span).contains(&at);
    let length = document.text.len() as u32;
    let order = |format: &&Format| (format.span.start, Reverse(format.span.end.min(length)));
    let formats = document.formats.iter().filter(covers);
    formats.max_by_key(order).map(|format| format.value)
}

/// The values of all images, alternative texts or embeds, sorted.
fn objects(document: &Document<'_>, kind: FormatKind) -> Vec<u32> {
    let formats = document.formats.iter().filter(|format| format.kind == kind);
    let mut values: Vec<u32> = formats.map(|format| format.value).collect();
    values.sort_unstable();
    values
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units;
    use article_diff::span::Utf16Span;

    #[test]
    fn a_report_that_hides_a_format_or_invents_one_breaks_the_law() {
        let text = units("The red boat sank.");
        let strong = [Format {
            kind: FormatKind::Strong,
            span: Utf16Span::new(4, 7),
            value: 0,
        }];
        let (plain, bold) = (
            Document {
                text: &text,
                formats: &[],
            },
            Document {
                text: &text,
                formats: &strong,
            },
        );
        let mut report = compare_documents(plain, bold, &Options::default());
        assert_eq!(check(&report, plain, bold), Ok(()));
        assert_ne!(check(&report, bold, bold), Ok(()));
        report.formats.clear();
        report.summary.formats = 0;
        assert_ne!(check(&report, plain, bold), Ok(()));
    }
}
