//! A slow and simple second opinion: the words that two texts have in common, and the second text rebuilt from the first.
//!
//! Nothing here shares a line with the core or with [`crate::laws`], so a fault would have to be made twice to stay unseen.

use crate::{range, units};
use article_diff::report::{Change, Move, Report};
use article_diff::{compare, Options};
use std::ops::Range;

/// The second text as a patch of the first one gives it: each change adds its text, each move and the rest give theirs unit by unit.
///
/// # Errors
/// Where the report names units that are not there, or leaves some over.
pub fn rebuilt(report: &Report, before: &[u16], after: &[u16]) -> Result<Vec<u16>, String> {
    let of_before = |at: usize| {
        owner(
            report,
            at,
            |change| range(change.before),
            |entry| range(entry.before),
        )
    };
    let of_after = |at: usize| {
        owner(
            report,
            at,
            |change| range(change.after),
            |entry| range(entry.after),
        )
    };
    // What each move and, last, the rest keep of the first text.
    let rest = report.moves.len();
    let mut kept: Vec<Vec<u16>> = vec![Vec::new(); rest + 1];
    for (at, &unit) in before.iter().enumerate() {
        match of_before(at) {
            Owner::Change => {}
            Owner::Move(id) => kept[id].push(unit),
            Owner::Rest => kept[rest].push(unit),
        }
    }
    let mut kept: Vec<_> = kept.into_iter().map(Vec::into_iter).collect();
    let mut out = Vec::with_capacity(after.len());
    for (at, &unit) in after.iter().enumerate() {
        let id = match of_after(at) {
            Owner::Change => {
                out.push(unit);
                continue;
            }
            Owner::Move(id) => id,
            Owner::Rest => rest,
        };
        let unit = kept[id]
            .next()
            .ok_or_else(|| format!("nothing is left of the first text for unit {at}"))?;
        out.push(unit);
    }
    let unused = kept.into_iter().map(Iterator::count).sum::<usize>();
    if unused > 0 {
        return Err(format!(
            "{unused} units of the first text are neither kept nor changed"
        ));
    }
    Ok(out)
}

/// What a unit of a text belongs to.
enum Owner {
    Change,
    Move(usize),
    Rest,
}

fn owner(
    report: &Report,
    at: usize,
    of_change: impl Fn(&Change) -> Range<usize>,
    of_move: impl Fn(&Move) -> Range<usize>,
) -> Owner {
    if report
        .changes
        .iter()
        .any(|change| of_change(change).contains(&at))
    {
        return Owner::Change;
    }
    let id = report
        .moves
        .iter()
        .position(|entry| of_move(entry).contains(&at));
    id.map_or(Owner::Rest, Owner::Move)
}

/// How many words two lists have in common in their order: the textbook's table of the longest common subsequence.
pub fn common(before: &[&str], after: &[&str]) -> usize {
    let mut table = vec![vec![0; after.len() + 1]; before.len() + 1];
    for (i, b) in before.iter().enumerate() {
        for (j, a) in after.iter().enumerate() {
            table[i + 1][j + 1] = if b == a {
                table[i][j] + 1
            } else {
                table[i][j + 1].max(table[i + 1][j])
            };
        }
    }
    table[before.len()][after.len()]
}

/// Compares two sentences word by word, with nothing that joins, moves or hides a match, and counts the words that no change touches.
///
/// # Panics
/// Where a report breaks off inside a word that it keeps.
#[allow(
    clippy::field_reassign_with_default,
    reason = "options may gain fields, so they are set one by one"
)]
pub fn kept(before: &[&str], after: &[&str]) -> usize {
    let mut options = Options::default();
    options.moves = false;
    options.order = false;
    options.join = false;
    options.whole = false;
    options.run_cost = 0.0;
    let sentence = |words: &[&str]| format!("{}.", words.join(" "));
    let report = compare(&sentence(before), &sentence(after), &options);
    let changed: Vec<_> = report
        .changes
        .iter()
        .map(|change| range(change.before))
        .collect();
    let mut at = 0;
    let mut kept = 0;
    for word in before {
        let end = at + units(word).len();
        let touched = changed.iter().any(|span| span.start < end && at < span.end);
        kept += usize::from(!touched);
        at = end + 1;
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_counts_what_both_have_in_order() {
        assert_eq!(common(&["a", "b", "c", "d"], &["b", "x", "d", "a"]), 2);
        assert_eq!(common(&[], &["a"]), 0);
        assert_eq!(common(&["a", "a", "b"], &["a", "b", "a"]), 2);
    }

    #[test]
    fn a_report_that_hides_a_difference_does_not_rebuild_the_text() {
        let (before, after) = (units("The red boat sank."), units("The blue boat sank."));
        let mut report = article_diff::compare_utf16(&before, &after, &Options::default());
        assert_eq!(rebuilt(&report, &before, &after), Ok(after.clone()));
        report.changes.clear();
        assert_ne!(rebuilt(&report, &before, &after), Ok(after.clone()));
    }
}
