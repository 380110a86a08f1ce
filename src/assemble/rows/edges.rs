//! Matching → edges between blocks: how many words each two of them have in common.

use crate::model::matching::Matching;
use crate::text::units::Units;
use std::ops::Range;

/// Share (0 to 1) of the smaller block's words that two blocks must have in common to stand in one row.
pub const MIN_SHARE: f32 = 0.3;

/// Two blocks with words in common.
#[derive(Clone, Copy)]
pub struct Edge {
    pub before: usize,
    pub after: usize,
    /// Words in common.
    pub words: f32,
    pub moved: bool,
}

/// The number of words before each token, and before the end. In a block without a word its punctuation counts.
pub struct Words(Vec<u32>);

impl Words {
    pub fn of(units: &Units) -> Self {
        let mut count = 0;
        let mut counts = Vec::with_capacity(units.tokens.len() + 1);
        counts.push(0);
        for block in &units.blocks {
            let wordless = !units.has_word(&block.tokens);
            let tokens = units.tokens[block.tokens.clone()].iter();
            counts.extend(tokens.map(|token| {
                count += u32::from(wordless || token.is_word());
                count
            }));
        }
        Self(counts)
    }

    /// Whether a token counts.
    fn counts(&self, at: usize) -> bool {
        self.0[at + 1] > self.0[at]
    }

    fn within(&self, tokens: &Range<usize>) -> f32 {
        (self.0[tokens.end] - self.0[tokens.start]) as f32
    }

    /// Those of each block.
    pub fn each(&self, units: &Units) -> Vec<f32> {
        let blocks = units.blocks.iter();
        blocks.map(|block| self.within(&block.tokens)).collect()
    }
}

/// Which tokens were moved.
pub fn moved(before: &Units, matching: &Matching) -> Vec<bool> {
    let mut moved = vec![false; before.tokens.len()];
    for stretch in &matching.moves {
        moved[stretch.before.clone()].fill(true);
    }
    moved
}

/// Adds words to the edge that ties the same blocks, among edges in the order of the first text; whether there was one.
fn add(edges: &mut [Edge], more: Edge) -> bool {
    let first = edges.partition_point(|edge| edge.before < more.before);
    let same = edges[first..]
        .iter_mut()
        .take_while(|edge| edge.before == more.before)
        .find(|edge| (edge.after, edge.moved) == (more.after, more.moved));
    if let Some(edge) = same {
        edge.words += more.words;
        return true;
    }
    false
}

/// Words that each pair of blocks has in common, in text order of the first.
pub fn common(
    before: &Units,
    words: &Words,
    block_of: &(Vec<usize>, Vec<usize>),
    moved: &[bool],
    matching: &Matching,
) -> Vec<Edge> {
    let mut edges: Vec<Edge> = Vec::new();
    for (b, block) in before.blocks.iter().enumerate() {
        let first = edges.len();
        for at in block.tokens.clone() {
            let partner = matching.partners.before.of(at).filter(|_| words.counts(at));
            if let Some(partner) = partner {
                let edge = Edge {
                    before: b,
                    after: block_of.1[partner],
                    words: 1.0,
                    moved: moved[at],
                };
                if !add(&mut edges[first..], edge) {
                    edges.push(edge);
                }
            }
        }
    }
    edges
}

/// Sentences that belong together but share few words to the letter (inflected, shown whole, reordered) tie their blocks too.
pub fn likely(
    (before, b_words): (&Units, &Words),
    (after, a_words): (&Units, &Words),
    block_of: &(Vec<usize>, Vec<usize>),
    moved: &[bool],
    matching: &Matching,
    edges: &mut Vec<Edge>,
) {
    let tied = edges.len();
    for pair in &matching.pairs {
        let (stretch, likeness) = (&pair.tokens, pair.pair.similarity);
        let at = stretch.before.start;
        let (b, a) = (block_of.0[at], block_of.1[stretch.after.start]);
        if b != block_of.0[stretch.before.end - 1] || a != block_of.1[stretch.after.end - 1] {
            continue;
        }
        let linked = stretch
            .before
            .clone()
            .filter(|&at| matching.partners.before.has(at) && b_words.counts(at))
            .count() as f32;
        let fewer = |b: &Range<usize>, a: &Range<usize>| b_words.within(b).min(a_words.within(a));
        let alike = likeness * fewer(&stretch.before, &stretch.after);
        // A pair that makes up most of both blocks ties them however much of it was rewritten.
        let most = |units: &Units, block: usize, tokens: &Range<usize>| {
            2 * tokens.len() >= units.blocks[block].tokens.len()
        };
        let least = if most(before, b, &stretch.before) && most(after, a, &stretch.after) {
            MIN_SHARE * fewer(&before.blocks[b].tokens, &after.blocks[a].tokens)
        } else {
            0.0
        };
        let alike = alike.max(least);
        if alike > linked {
            let edge = Edge {
                before: b,
                after: a,
                words: alike - linked,
                moved: moved[at],
            };
            // Both those that words tie and those that only this does are in the order of the first text.
            if !add(&mut edges[..tied], edge) && !add(&mut edges[tied..], edge) {
                edges.push(edge);
            }
        }
    }
}
