//! Matching → raw changes: each character that is not the same in both texts, and in the same place, is in one.

mod builder;
mod groups;
mod pieces;
mod range;
mod side;
mod trim;
mod walk;

use crate::both::{Both, Side};
use crate::model::comparison::Comparison;
use crate::model::matching::Matching;
use crate::model::raw_change::RawChanges;
use pieces::{remaining, spans_of_moves};
use std::ops::Range;
use walk::{Piece, Walk};

/// Writes all raw changes, those in place first, then those inside each move.
#[inline(never)]
pub fn raw_changes(comparison: &Comparison<'_>, matching: &Matching) -> RawChanges {
    let moved = Both::new(Side::Before, Side::After).map(|side| -> Vec<Range<usize>> {
        let ranges = matching.moves.iter().map(|both| both.of(side));
        ranges.cloned().collect()
    });
    let articles = comparison.articles.as_ref();
    let spans = articles
        .zip(moved.as_ref())
        .map(|(article, moved)| spans_of_moves(article, moved));
    let groups = groups::groups(comparison, matching);

    let mut raw = RawChanges::default();
    let in_place = articles
        .zip(spans.as_ref())
        .map(|(article, spans)| remaining(article, spans));
    Walk::new(comparison, matching, &groups, in_place).run(&mut raw.changes);
    for (index, tokens) in matching.moves.iter().enumerate() {
        let span = spans.as_ref().map(|spans| spans[index]);
        let pieces = span.zip(tokens.clone());
        let pieces = pieces.map(|(span, tokens)| vec![Piece { span, tokens }]);
        Walk::new(comparison, matching, &groups, pieces).run(&mut raw.changes);
        raw.moves.push(span);
    }
    raw
}
