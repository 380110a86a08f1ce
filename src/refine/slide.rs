//! An insertion or a deletion that could be a little earlier or later → where a sentence, a clause or a word begins or ends.

use crate::model::comparison::Comparison;
use crate::model::matching::Matching;
use crate::text::units::{TokenKind, Units};
use std::ops::Range;

/// Slides insertions and deletions to the best boundary within reach.
///
/// ```text
/// as found   He [saw. He ]won.
/// slid       [He saw. ]He won.      sentences before clauses, clauses before words
/// ```
#[inline(never)]
pub fn slide_to_boundaries(comparison: &Comparison<'_>, matching: &mut Matching) {
    let units = comparison.units();
    for at in 0..matching.pairs.len() {
        let pair = matching.pairs[at].tokens.clone();
        for range in matching.unmatched_ranges(&pair) {
            if range.before.is_empty() {
                let has_partner = |at: usize| matching.partners.after.has(at);
                let by = best_slide(units.after, &range.after, &pair.after, has_partner);
                slide(&range.after, by, |from, to| {
                    if let Some(partner) = matching.partners.after.of(from) {
                        matching.unlink(partner);
                        matching.link(partner, to);
                    }
                });
            } else if range.after.is_empty() {
                let has_partner = |at: usize| matching.partners.before.has(at);
                let by = best_slide(units.before, &range.before, &pair.before, has_partner);
                slide(&range.before, by, |from, to| {
                    if let Some(partner) = matching.partners.before.of(from) {
                        matching.unlink(from);
                        matching.link(to, partner);
                    }
                });
            }
        }
    }
}

/// A range some tokens later, or earlier where `by` is negative.
fn shifted(range: &Range<usize>, by: isize) -> Range<usize> {
    range.start.saturating_add_signed(by)..range.end.saturating_add_signed(by)
}

/// How far (in tokens, negative is earlier) a one-sided range is best slid.
fn best_slide(
    units: &Units,
    range: &Range<usize>,
    within: &Range<usize>,
    has_partner: impl Fn(usize) -> bool,
) -> isize {
    let same = |one: usize, other: usize| units.tokens[one].folded == units.tokens[other].folded;
    let value = |by: isize| {
        let Range { start, end } = shifted(range, by);
        boundary_value(units, start, within) + boundary_value(units, end, within)
    };
    let mut best = (value(0), 0);
    let mut by = 0;
    while shifted(range, by).start > within.start {
        let Range { start, end } = shifted(range, by);
        if !has_partner(start - 1) || !same(start - 1, end - 1) {
            break;
        }
        by -= 1;
        best = best.max((value(by), by));
    }
    let mut by = 0;
    while shifted(range, by).end < within.end {
        let Range { start, end } = shifted(range, by);
        if !has_partner(end) || !same(start, end) {
            break;
        }
        by += 1;
        if value(by) > best.0 {
            best = (value(by), by);
        }
    }
    best.1
}

/// How good a boundary the place before a token is: 3 at a sentence's end, 2 after punctuation, 1 between words, 0 before
/// punctuation, −2 inside a compound.
fn boundary_value(units: &Units, at: usize, within: &Range<usize>) -> i32 {
    if at == within.start || at == within.end {
        return 3;
    }
    let (left, right) = (&units.tokens[at - 1], &units.tokens[at]);
    match (left.kind, right.kind) {
        (TokenKind::Punctuation, _) if left.end < right.start => 2,
        _ if left.end < right.start => 1,
        (left, TokenKind::Punctuation) if left != TokenKind::Punctuation => 0,
        _ => -2,
    }
}

/// Slides a one-sided range: each token that it passes over gives its partner to the token at the other end.
fn slide(range: &Range<usize>, by: isize, mut give_partner: impl FnMut(usize, usize)) {
    for k in 0..by.unsigned_abs() {
        if by > 0 {
            give_partner(range.end + k, range.start + k);
        } else {
            give_partner(range.start - 1 - k, range.end - 1 - k);
        }
    }
}
