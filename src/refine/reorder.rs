//! Neighbouring unmatched ranges → the same words in another order, as one change.

use crate::both::Both;
use crate::model::comparison::Comparison;
use crate::model::matching::{Matching, TokenRanges};
use crate::text::multiset::same_multiset;

/// Words of the largest range that is called reordered; a longer one reads better as its parts.
const MAX_WORDS: usize = 9;
/// Tokens of such a range: its words with white space and punctuation between them.
const MAX_TOKENS: usize = 3 * MAX_WORDS;
/// Unmatched ranges that may belong to one reordering.
const MAX_RANGES: usize = 3;

/// Finds reorderings in every pair and takes their tokens out of the matching.
///
/// ```text
/// words    met Prime Minister [Kishida ]Fumio[ Kishida]
/// order    met Prime Minister [Kishida Fumio/Fumio Kishida]
/// ```
pub fn find_reorderings(comparison: &Comparison<'_>, matching: &mut Matching) {
    let mut found = Vec::new();
    for pair in &matching.pairs {
        let ranges = matching.unmatched_ranges(&pair.tokens);
        let mut at = 0;
        while at < ranges.len() {
            let reordered = (1..=MAX_RANGES.min(ranges.len() - at)).find_map(|count| {
                let (first, last) = (&ranges[at], &ranges[at + count - 1]);
                let window = Both::new(
                    first.before.start..last.before.end,
                    first.after.start..last.after.end,
                );
                is_reordered(comparison, &window).then_some((window, count))
            });
            match reordered {
                Some((window, count)) => {
                    found.push(window);
                    at += count;
                }
                None => at += 1,
            }
        }
    }
    for window in found {
        for at in window.before.clone() {
            matching.unlink(at);
        }
        matching.reorderings.push(window);
    }
}

fn is_reordered(comparison: &Comparison<'_>, window: &TokenRanges) -> bool {
    if window.iter().any(|tokens| tokens.len() > MAX_TOKENS) {
        return false;
    }
    let units = comparison.units();
    let b = units.before.words(&window.before);
    let a = units.after.words(&window.after);
    (2..=MAX_WORDS).contains(&b.clone().count()) && !b.clone().eq(a.clone()) && same_multiset(b, a)
}
