//! Matching → matching: passes that make the differences those that a person would mark.
//!
//! Each pass has the same shape and runs alone: it unlinks, relinks or names ranges, and the laws of the report hold without it.

mod compounds;
mod dates;
mod expressions;
mod join;
mod moves;
mod phrases;
mod reorder;
mod slide;
mod whole;

use crate::model::comparison::Comparison;
use crate::model::matching::Matching;
use crate::options::Options;

/// One pass.
type Pass = fn(&Comparison<'_>, &mut Matching);

/// Whether the options leave a pass on.
type IsOn = fn(&Options) -> bool;

/// The passes in their order.
const PASSES: [(Pass, IsOn); 9] = [
    (moves::group_moves, |_| true),
    (whole::show_rewritten_sentences_whole, |options| {
        options.whole
    }),
    (join::join_changes, |options| options.join),
    (compounds::mark_compounds_whole, |_| true),
    (expressions::mark_expressions_whole, |_| true),
    (slide::slide_to_boundaries, |options| options.slide),
    (dates::mark_dates_whole, |_| true),
    (reorder::find_reorderings, |options| options.order),
    (phrases::find_moved_phrases, |options| options.moves),
];

/// Runs all passes that the options leave on.
pub fn refine(comparison: &Comparison<'_>, matching: &mut Matching) {
    for (pass, is_on) in PASSES {
        if is_on(comparison.options) {
            pass(comparison, matching);
        }
    }
}
