//! Number expressions, and words of several characters, of which a part changed → one change of the whole.

use crate::model::comparison::Comparison;
use crate::model::matching::Matching;

/// How often the expressions of both texts are gone through. Parting one from its partner may part another from a piece of its own;
/// three rounds are enough for nearly all, and a range that is left divided is never wrong.
const MAX_ROUNDS: usize = 3;

/// Marks indivisible ranges whole or not at all.
///
/// ```text
/// parts    at 10:[30|45] on the [2|3]2nd
/// whole    at [10:30|10:45] on the [22nd|32nd]
/// ```
#[inline(never)]
pub fn mark_expressions_whole(comparison: &Comparison<'_>, matching: &mut Matching) {
    let ranges = &comparison.expressions;
    for _ in 0..MAX_ROUNDS {
        let mut changed = false;
        for range in &ranges.before {
            let partners = &matching.partners.before;
            let linked = range.clone().filter(|&at| partners.has(at)).count();
            if linked > 0 && linked < range.len() {
                range.clone().for_each(|at| matching.unlink(at));
                changed = true;
            }
        }
        for range in &ranges.after {
            let partners = &matching.partners.after;
            let linked: Vec<usize> = range.clone().filter_map(|at| partners.of(at)).collect();
            if !linked.is_empty() && linked.len() < range.len() {
                linked.into_iter().for_each(|at| matching.unlink(at));
                changed = true;
            }
        }
        if !changed {
            break;
        }
    }
}
