//! Blocks without a row → edges to blocks at the same place of the other text.
//!
//! Words are matched one to one and sentence by sentence, so a paragraph may be left with nothing although one sees what became of it:
//! ```text
//! before  [The council voted to keep the lighthouse lit.]
//! after   [The council voted to keep the lighthouse lit, and to paint it.] [The lighthouse stays lit, the council said.]
//! ```

use super::assignment::Assignment;
use super::edges::Edge;
use crate::both::Both;
use crate::similarity::sequence::runs;
use crate::similarity::Weights;
use crate::sort::sort_by_number;
use crate::text::units::{Token, TokenKind, Units};
use std::ops::Range;

/// Share of the smaller block's weighted words that must be in common to two blocks that are the only ones left between two rows, or
/// that are the first ones of both texts. A headline is rewritten more often than anything else, and is still the headline when most of
/// its words are others.
const MIN_SHARE_ALONE: f32 = 0.2;
/// The same where several blocks are left.
const MIN_SHARE_AMONG_OTHERS: f32 = 0.5;
/// Share of a block's weighted words that must be in a block with a row, to join it there.
const MIN_SHARE_TO_JOIN: f32 = 0.55;
/// Weighted words, in 1/256, of the smallest block of which a share says something: somewhat more than one rare word.
const MIN_WEIGHT: u32 = 300;
/// Blocks of one text between two rows, the rows' own among them, up to which the place says something.
const MAX_BLOCKS_BETWEEN: usize = 8;

/// Compares blocks by their weighted words.
struct BlockWeights<'a> {
    weights: &'a Weights,
    /// How often each stem occurs in the block that is compared; zeros between two calls.
    counts: Vec<u32>,
}

impl BlockWeights<'_> {
    fn words(units: &Units, block: usize) -> impl Iterator<Item = &Token> {
        let tokens = units.tokens[units.blocks[block].tokens.clone()].iter();
        tokens.filter(|token| token.is_word())
    }

    /// The weight of all words of a block.
    fn total(&self, units: &Units, block: usize) -> u32 {
        Self::words(units, block)
            .map(|word| self.weights.as_evidence(word))
            .sum()
    }

    /// The weight of the words that two blocks have in common.
    fn shared(&mut self, units: Both<&Units>, blocks: Both<usize>) -> u32 {
        for word in Self::words(units.before, blocks.before) {
            self.counts[self.weights.stem(word.folded)] += 1;
        }
        let mut sum = 0;
        for word in Self::words(units.after, blocks.after) {
            let count = &mut self.counts[self.weights.stem(word.folded)];
            if *count > 0 {
                *count -= 1;
                sum += self.weights.as_evidence(word);
            }
        }
        for word in Self::words(units.before, blocks.before) {
            self.counts[self.weights.stem(word.folded)] = 0;
        }
        sum
    }
}

/// The edges, most in common first. `touched` says which blocks changed.
#[inline(never)]
pub fn late_edges(
    units: Both<&Units>,
    weights: &Weights,
    assignment: &Assignment,
    touched: &Both<Vec<bool>>,
) -> Vec<Edge> {
    let mut finder = Finder {
        units,
        assignment,
        touched,
        weights: BlockWeights {
            weights,
            counts: vec![0; weights.len()],
        },
        edges: Vec::new(),
    };
    let mut start = Both::new(0, 0);
    let end = units.map(|units| units.blocks.len());
    let in_place = assignment.in_place();
    for row in in_place.into_iter().map(Some).chain([None]) {
        let stop = row.map_or(end, |row| row.map(|block| block + 1));
        finder.between(start.zip(stop).map(|(start, stop)| start..stop));
        start = row.unwrap_or(end);
    }
    let mut edges = finder.edges;
    sort_by_number(&mut edges, |edge| !(edge.words as u64));
    edges
}

/// Finds the edges between one row in place and the next.
struct Finder<'a> {
    units: Both<&'a Units>,
    assignment: &'a Assignment,
    touched: &'a Both<Vec<bool>>,
    weights: BlockWeights<'a>,
    edges: Vec<Edge>,
}

impl Finder<'_> {
    /// Finds the edges among the blocks between two rows and these rows themselves.
    fn between(&mut self, blocks: Both<Range<usize>>) {
        let partners = self.assignment.partners.as_ref();
        let left = partners.zip(blocks.as_ref()).map(|(partners, blocks)| {
            let partners = partners.get(blocks.clone()).unwrap_or_default();
            partners.iter().filter(|others| others.is_empty()).count()
        });
        let is_long = |blocks: &Range<usize>| blocks.len() > MAX_BLOCKS_BETWEEN;
        if left == Both::new(0, 0) || blocks.iter().any(is_long) {
            return;
        }
        for before in blocks.before {
            for after in blocks.after.clone() {
                self.compare(Both::new(before, after), left == Both::new(1, 1));
            }
        }
    }

    /// Adds the edge between two blocks, if they have enough in common. `is_alone` says that no other blocks are left at this place.
    fn compare(&mut self, blocks: Both<usize>, is_alone: bool) {
        let partners = self.assignment.partners.as_ref();
        let partners = partners
            .zip(blocks)
            .map(|(partners, block)| &partners[block]);
        let touched = self.touched.as_ref().zip(blocks);
        let touched = touched.map(|(touched, block)| touched[block]);
        let sides = self.units.zip(blocks);
        let weight = sides.map(|(units, block)| self.weights.total(units, block));
        let smaller = weight.before.min(weight.after);
        let (min_share, of) = match (partners.before.is_empty(), partners.after.is_empty()) {
            (false, false) => return,
            // A block that did not change cannot have gained or lost another one.
            (true, false) if !touched.after => return,
            (false, true) if !touched.before => return,
            (true, true) if is_alone => (MIN_SHARE_ALONE, smaller),
            _ if blocks == Both::new(0, 0) => (MIN_SHARE_ALONE, smaller),
            (true, true) => (MIN_SHARE_AMONG_OTHERS, smaller),
            (true, false) => (MIN_SHARE_TO_JOIN, weight.before),
            (false, true) => (MIN_SHARE_TO_JOIN, weight.after),
        };
        // The partners of the one block are blocks of the other block's text.
        let weights = self.weights.weights;
        let mut rivals = sides.zip(partners.swap()).into_iter();
        if rivals.any(|((units, block), others)| {
            others
                .iter()
                .any(|&other| is_look_alike(units, weights, block, other))
        }) {
            return;
        }
        let shared = self.weights.shared(self.units, blocks) as f32;
        if smaller >= MIN_WEIGHT && shared >= min_share * of as f32 {
            self.edges.push(Edge {
                blocks,
                words: shared,
                moved: false,
            });
        }
    }
}

/// Whether two blocks of one text say the same of different things. Then neither of them is a part of the other one's partner. Figures
/// and endings of words are among what differs.
///
/// ```text
/// before  [In Leeds, 12 schools closed because of snow.] [In York, one school closed because of snow.]
/// after   [In Leeds, 14 schools closed because of snow.]      York was deleted, not merged
/// ```
fn is_look_alike(units: &Units, weights: &Weights, block: usize, other: usize) -> bool {
    /// Percent of the smaller block's words that are in the other in the same order.
    const MIN_SAME_PERCENT: usize = 60;
    let ids = |block: usize| -> Vec<u32> {
        let words = BlockWeights::words(units, block);
        let id = |word: &Token| match word.kind {
            TokenKind::Number => u32::MAX,
            _ => weights.stem(word.folded) as u32,
        };
        words.map(id).collect()
    };
    let (one, two) = (ids(block), ids(other));
    let same: usize = runs(&one, &two).iter().map(|run| run.length).sum();
    100 * same >= MIN_SAME_PERCENT * one.len().min(two.len())
}
