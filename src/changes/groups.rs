//! Matching → for each token without a partner, the group whose tokens are shown together.

use crate::both::{Both, Side};
use crate::model::comparison::Comparison;
use crate::model::matching::Matching;
use crate::text::units::Units;

/// The group of a token. Segments of the same group on both sides are one replacement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// The same words in another order.
    Reordering(u32),
    /// Sentences that belong together.
    Pair(u32),
    /// A sentence without a partner.
    Sentence(u32),
    /// A block without any pair.
    Block(u32),
}

impl Group {
    /// Whether a segment of this group replaces one of the other group.
    pub fn replaces(self, other: Group) -> bool {
        self == other && matches!(self, Group::Reordering(_) | Group::Pair(_))
    }
}

/// The group of each token of each text.
pub fn groups(comparison: &Comparison<'_>, matching: &Matching) -> Both<Vec<Group>> {
    let units = comparison.units();
    Both::new(
        groups_of(Side::Before, units.before, matching),
        groups_of(Side::After, units.after, matching),
    )
}

fn groups_of(side: Side, units: &Units, matching: &Matching) -> Vec<Group> {
    let pairs = || matching.pairs.iter().map(|pair| pair.tokens.of(side));
    let reorderings = matching.reorderings.iter().map(|both| both.of(side));
    let block_of = units.blocks_of_tokens();
    let mut has_pair = vec![false; units.blocks.len()];
    for at in pairs().cloned().flatten() {
        has_pair[block_of[at]] = true;
    }
    let mut groups = vec![Group::Sentence(0); units.tokens.len()];
    for (index, sentence) in units.sentences.iter().enumerate() {
        let group = if has_pair[sentence.block] {
            Group::Sentence(index as u32)
        } else {
            Group::Block(sentence.block as u32)
        };
        groups[sentence.tokens.clone()].fill(group);
    }
    for (index, tokens) in (0..).zip(pairs()) {
        groups[tokens.clone()].fill(Group::Pair(index));
    }
    for (index, tokens) in (0..).zip(reorderings) {
        groups[tokens.clone()].fill(Group::Reordering(index));
    }
    groups
}
