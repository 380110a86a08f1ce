//! Two words that became one compound, or the reverse → one change of the whole.

use crate::model::comparison::Comparison;
use crate::model::matching::Matching;
use crate::text::units::{TokenKind, Units};
use std::ops::Range;

/// Marks both words of a compound.
///
/// ```text
/// the hyphen alone   well[ |-]known
/// whole              [well known|well-known]
/// ```
#[inline(never)]
pub fn mark_compounds_whole(comparison: &Comparison<'_>, matching: &mut Matching) {
    let units = comparison.units();
    let Some(dash) = comparison.lexicon.dash() else {
        return;
    };
    let is_inner_hyphen = |units: &Units, range: &Range<usize>| {
        range.len() == 1
            && units.tokens[range.start].kind == TokenKind::Punctuation
            && units.tokens[range.start].folded == dash
            && range.start > 0
            && units.touches_next(range.start - 1)
            && units.touches_next(range.start)
    };
    let is_word = |at: usize| {
        let token = units.before.tokens.get(at);
        token.is_some_and(|token| token.kind == TokenKind::Word)
    };
    for at in 0..matching.pairs.len() {
        let pair = matching.pairs[at].tokens.clone();
        for range in matching.unmatched_ranges(&pair) {
            let (b, a) = (&range.before, &range.after);
            let joins = b.is_empty() && is_inner_hyphen(units.after, a)
                || a.is_empty() && is_inner_hyphen(units.before, b);
            if joins
                && b.start > pair.before.start
                && b.end < pair.before.end
                && is_word(b.start - 1)
                && is_word(b.end)
            {
                matching.unlink(b.start - 1);
                matching.unlink(b.end);
            }
        }
    }
}
