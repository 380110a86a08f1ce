//! Matching → drafts of changes: every character that is not the same in both texts, and in the same place, lies in one.

mod hole;
mod lane;
mod pen;
mod side;
mod ties;

use crate::model::matching::{Matching, Stretch};
use crate::text::char_cache::CharCache;
use crate::text::span::ByteSpan;
use crate::text::units::Units;
use lane::Walk;

/// What a draft is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftKind {
    /// White space between tokens.
    Gap,
    /// The dress of a word that is the same once folded: case, typography, invisible characters.
    Dress,
    /// Words or marks.
    Words,
    /// The same words in another order.
    Order,
}

/// A change before it has a name: where, and on what grounds.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Bytes of the first text.
    pub before: ByteSpan,
    /// Bytes of the second text.
    pub after: ByteSpan,
    /// The tokens concerned; an empty range stands at the token behind the place.
    pub tokens: Stretch,
    /// What it is about.
    pub kind: DraftKind,
}

/// Both sides of a comparison, as far as drafting asks.
#[derive(Clone, Copy)]
pub struct Sides<'a> {
    /// The first text.
    pub before: (&'a str, &'a Units),
    /// The second text.
    pub after: (&'a str, &'a Units),
}

/// A moved stretch with the white space that went along.
#[derive(Clone, Debug)]
pub struct MovedSpan {
    /// Bytes of the first text.
    pub before: ByteSpan,
    /// Bytes of the second text.
    pub after: ByteSpan,
}

/// Drafts all changes, in place first, then move by move, and says which bytes each move takes along.
pub fn draft(
    sides: Sides<'_>,
    matching: &Matching,
    chars: &CharCache<'_>,
) -> (Vec<Draft>, Vec<MovedSpan>) {
    let before_moves: Vec<_> = matching
        .moves
        .iter()
        .map(|stretch| stretch.before.clone())
        .collect();
    let after_moves: Vec<_> = matching
        .moves
        .iter()
        .map(|stretch| stretch.after.clone())
        .collect();
    let before_spans = lane::with_gaps(sides.before, &before_moves);
    let after_spans = lane::with_gaps(sides.after, &after_moves);

    let ties = ties::Ties::new(sides, matching);
    let mut drafts = Vec::new();
    let in_place = Walk::new(
        lane::remaining(sides.before, &before_spans),
        lane::remaining(sides.after, &after_spans),
    );
    in_place.run(sides, matching, &ties, chars, &mut drafts);
    let mut spans = Vec::new();
    for (index, stretch) in matching.moves.iter().enumerate() {
        let (before, after) = (before_spans[index], after_spans[index]);
        let one = |span, tokens: &std::ops::Range<usize>| {
            vec![lane::Piece {
                span,
                tokens: tokens.clone(),
            }]
        };
        Walk::new(one(before, &stretch.before), one(after, &stretch.after)).run(
            sides,
            matching,
            &ties,
            chars,
            &mut drafts,
        );
        spans.push(MovedSpan { before, after });
    }
    (drafts, spans)
}
