//! Blocks that found no row → edges to what stands where they do on the other side.
//!
//! Words are matched one to one and sentence by sentence, so a paragraph may be left with nothing that is plainly what became of
//! its neighbour:
//! ```text
//! before  [The council voted to keep the lighthouse lit.]
//! after   [The council voted to keep the lighthouse lit, and to paint it.] [The lighthouse stays lit, the council said.]
//! ```

use super::edges::Edge;
use crate::similarity::sequence::runs;
use crate::similarity::Weights;
use crate::text::units::{Token, Units};
use std::ops::Range;

/// Share of the smaller block's weighted words that two blocks must have in common which are all that is left between two rows, or
/// which open both texts: a headline is rewritten oftener than anything else, and stays the headline when half of it is.
const ALONE: f32 = 0.2;
/// The same where several are left.
const AMONG_OTHERS: f32 = 0.5;
/// Share of a block's weighted words that must stand in a block with a row, to join it there.
const JOINING: f32 = 0.55;
/// Weighted words, in 1/256, of the smaller block, below which nothing is told by a share: somewhat more than one rare word.
const FEWEST: u32 = 300;
/// Blocks of one side between two rows, the rows' own among them, beyond which place says nothing.
const WINDOW: usize = 8;

/// Compares blocks by their weighted words.
struct Scale<'a> {
    weights: &'a Weights,
    /// How often each stem stands in the block that is weighed; none between two calls.
    times: Vec<u32>,
}

impl Scale<'_> {
    fn words(units: &Units, block: usize) -> impl Iterator<Item = &Token> {
        let tokens = units.tokens[units.blocks[block].tokens.clone()].iter();
        tokens.filter(|token| token.is_word())
    }

    /// What a block weighs.
    fn total(&self, units: &Units, block: usize) -> u32 {
        Self::words(units, block)
            .map(|word| self.weights.as_evidence(word))
            .sum()
    }

    /// What two blocks have in common weighs so much.
    fn shared(&mut self, before: (&Units, usize), after: (&Units, usize)) -> u32 {
        for word in Self::words(before.0, before.1) {
            self.times[self.weights.stem(word.folded)] += 1;
        }
        let mut sum = 0;
        for word in Self::words(after.0, after.1) {
            let times = &mut self.times[self.weights.stem(word.folded)];
            if *times > 0 {
                *times -= 1;
                sum += self.weights.as_evidence(word);
            }
        }
        for word in Self::words(before.0, before.1) {
            self.times[self.weights.stem(word.folded)] = 0;
        }
        sum
    }
}

/// The edges, most in common first. `rows` are the pairs of blocks in place, in the order of the second text; `touched` tells which
/// blocks changed.
pub fn late(
    (before, after): (&Units, &Units),
    weights: &Weights,
    rows: &[(usize, usize)],
    (of_before, of_after): (&[Vec<usize>], &[Vec<usize>]),
    touched: (&[bool], &[bool]),
) -> Vec<Edge> {
    let mut scale = Scale {
        weights,
        times: vec![0; weights.len()],
    };
    let mut edges = Vec::new();
    let mut start = (0, 0);
    let end = (before.blocks.len(), after.blocks.len());
    for row in rows.iter().copied().map(Some).chain([None]) {
        let stop = row.map_or(end, |(b, a)| (b + 1, a + 1));
        between(
            (before, start.0..stop.0, of_before),
            (after, start.1..stop.1, of_after),
            touched,
            &mut scale,
            &mut edges,
        );
        start = row.unwrap_or(end);
    }
    edges.sort_by_cached_key(|edge| !(edge.words as u64));
    edges
}

/// Those between two rows and with these rows themselves.
fn between(
    (before, b_range, of_before): (&Units, Range<usize>, &[Vec<usize>]),
    (after, a_range, of_after): (&Units, Range<usize>, &[Vec<usize>]),
    touched: (&[bool], &[bool]),
    scale: &mut Scale<'_>,
    edges: &mut Vec<Edge>,
) {
    let free = |range: &Range<usize>, of: &[Vec<usize>]| {
        of.get(range.clone())
            .map_or(0, |of| of.iter().filter(|row| row.is_empty()).count())
    };
    let left = (free(&b_range, of_before), free(&a_range, of_after));
    if left == (0, 0) || b_range.len() > WINDOW || a_range.len() > WINDOW {
        return;
    }
    for b in b_range {
        let b_total = scale.total(before, b);
        for a in a_range.clone() {
            let a_total = scale.total(after, a);
            let smaller = b_total.min(a_total);
            let (share, of) = match (of_before[b].is_empty(), of_after[a].is_empty()) {
                (false, false) => continue,
                // Nothing came to a block, or left it, that stands unchanged on the other side.
                (true, false) if !touched.1[a] => continue,
                (false, true) if !touched.0[b] => continue,
                (true, true) if left == (1, 1) => (ALONE, smaller),
                _ if (b, a) == (0, 0) => (ALONE, smaller),
                (true, true) => (AMONG_OTHERS, smaller),
                (true, false) => (JOINING, b_total),
                (false, true) => (JOINING, a_total),
            };
            let is_twin_of_any = |units: &Units, block: usize, others: &[usize]| {
                others.iter().any(|&other| is_twin(units, block, other))
            };
            if is_twin_of_any(before, b, &of_after[a]) || is_twin_of_any(after, a, &of_before[b]) {
                continue;
            }
            let shared = scale.shared((before, b), (after, a)) as f32;
            if smaller >= FEWEST && shared >= share * of as f32 {
                edges.push(Edge {
                    before: b,
                    after: a,
                    words: shared,
                    moved: false,
                });
            }
        }
    }
}

/// Whether two blocks of one text say the same of different things. Then the one is no part of what became of the other.
///
/// ```text
/// before  [In Leeds, 12 schools closed because of snow.] [In York, 9 schools closed because of snow.]
/// after   [In Leeds, 14 schools closed because of snow.]      York was deleted, not merged
/// ```
fn is_twin(units: &Units, block: usize, other: usize) -> bool {
    /// Percent of the smaller block's words that stand in the other in the same order.
    const MIN_SAME_PERCENT: usize = 60;
    let ids = |block: usize| -> Vec<u32> { units.words(&units.blocks[block].tokens).collect() };
    let (one, two) = (ids(block), ids(other));
    let same: usize = runs(&one, &two).iter().map(|run| run.length).sum();
    100 * same >= MIN_SAME_PERCENT * one.len().min(two.len())
}
