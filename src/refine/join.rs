//! Two changes with nothing but small words between them → one change.

use crate::model::comparison::Comparison;
use crate::model::matching::{Matching, TokenRanges};

/// Weight (1/256 of a rare word) of the words between two changes up to which these are joined.
const MAX_WEIGHT: u32 = 100;
/// The same in a sentence of many changes: it was written anew, and its fragments say nothing.
const MAX_WEIGHT_AMONG_MANY: u32 = 175;
/// Changes of a sentence that was written anew.
const MANY_CHANGES: usize = 4;
/// Tokens between two changes that are joined.
const MAX_TOKENS: usize = 2;

/// Joins changes.
///
/// ```text
/// apart    the [old|new] and [tired|eager] crew
/// joined   the [old and tired|new and eager] crew
/// ```
#[inline(never)]
pub fn join_changes(comparison: &Comparison<'_>, matching: &mut Matching) {
    let units = comparison.units();
    let is_replacement = |range: &TokenRanges| {
        units
            .zip(range.as_ref())
            .iter()
            .all(|(units, tokens)| units.has_word(tokens))
    };
    for at in 0..matching.pairs.len() {
        let ranges = matching.unmatched_ranges(&matching.pairs[at].tokens);
        let max_weight = if ranges.len() >= MANY_CHANGES {
            MAX_WEIGHT_AMONG_MANY
        } else {
            MAX_WEIGHT
        };
        for two in ranges.windows(2) {
            let between = two[0].before.end..two[1].before.start;
            if between.len() <= MAX_TOKENS
                && two.iter().all(is_replacement)
                && comparison.weights.sum(units.before.words(&between)) <= max_weight
            {
                for at in between {
                    matching.unlink(at);
                }
            }
        }
    }
}
