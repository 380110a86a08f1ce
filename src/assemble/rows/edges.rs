//! Matching → edges between blocks: how many words each two of them have in common.

use crate::both::Both;
use crate::model::matching::Matching;
use crate::text::units::Units;
use std::ops::Range;

/// Share (0 to 1) of the smaller block's words that two blocks must have in common to be in one row.
pub const MIN_SHARE: f32 = 0.3;

/// Two blocks with words in common.
#[derive(Clone, Copy)]
pub struct Edge {
    /// The block of each text.
    pub blocks: Both<usize>,
    /// Words in common.
    pub words: f32,
    /// Whether these words were moved.
    pub moved: bool,
}

impl Edge {
    /// The blocks as one number, which sorts edges in the order of the first text, then of the second.
    pub fn place(&self) -> u64 {
        (self.blocks.before as u64) << 32 | self.blocks.after as u64
    }
}

/// The number of words before each token, and before the end. In a block without a word its punctuation counts.
struct WordCounts(Vec<u32>);

impl WordCounts {
    fn of(units: &Units) -> Self {
        let mut count = 0;
        let mut counts = Vec::with_capacity(units.tokens.len() + 1);
        counts.push(0);
        for block in &units.blocks {
            let has_no_word = !units.has_word(&block.tokens);
            let tokens = units.tokens[block.tokens.clone()].iter();
            counts.extend(tokens.map(|token| {
                count += u32::from(has_no_word || token.is_word());
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
}

/// Finds the edges of a matching.
pub struct EdgeFinder<'m> {
    units: Both<&'m Units>,
    matching: &'m Matching,
    counts: Both<WordCounts>,
    /// The block of each token.
    block_of: Both<Vec<usize>>,
    /// Which tokens of the first text were moved.
    moved: Vec<bool>,
}

impl<'m> EdgeFinder<'m> {
    pub fn new(units: Both<&'m Units>, matching: &'m Matching) -> Self {
        let mut moved = vec![false; units.before.tokens.len()];
        for tokens in &matching.moves {
            moved[tokens.before.clone()].fill(true);
        }
        Self {
            units,
            matching,
            counts: units.map(WordCounts::of),
            block_of: units.map(Units::blocks_of_tokens),
            moved,
        }
    }

    /// How many words each block has.
    pub fn words_of_blocks(&self) -> Both<Vec<f32>> {
        let sides = self.units.zip(self.counts.as_ref());
        sides.map(|(units, counts)| {
            let blocks = units.blocks.iter();
            blocks.map(|block| counts.within(&block.tokens)).collect()
        })
    }

    /// The edges of those blocks that have matched words in common, in the order of the first text.
    pub fn matched(&self) -> Vec<Edge> {
        let mut edges: Vec<Edge> = Vec::new();
        for (index, block) in self.units.before.blocks.iter().enumerate() {
            let first = edges.len();
            for at in block.tokens.clone() {
                let partner = self.matching.partners.before.of(at);
                if let Some(partner) = partner.filter(|_| self.counts.before.counts(at)) {
                    let edge = Edge {
                        blocks: Both::new(index, self.block_of.after[partner]),
                        words: 1.0,
                        moved: self.moved[at],
                    };
                    if !add(&mut edges[first..], edge) {
                        edges.push(edge);
                    }
                }
            }
        }
        edges
    }

    /// Adds to the edges what pairs of sentences say: they belong together even if few of their words are the same to the letter, because
    /// they were inflected, reordered or are shown whole.
    pub fn add_pairs(&self, edges: &mut Vec<Edge>) {
        let matched = edges.len();
        for pair in &self.matching.pairs {
            let (tokens, similarity) = (&pair.tokens, pair.pair.similarity);
            let block_at = |at: Both<usize>| self.block_of.as_ref().zip(at).map(|(of, at)| of[at]);
            let first = tokens.as_ref().map(|tokens| tokens.start);
            let blocks = block_at(first);
            if blocks != block_at(tokens.as_ref().map(|tokens| tokens.end - 1)) {
                continue;
            }
            let is_linked = |&at: &usize| {
                self.matching.partners.before.has(at) && self.counts.before.counts(at)
            };
            let linked = tokens.before.clone().filter(is_linked).count() as f32;
            let fewer_words = |tokens: Both<&Range<usize>>| {
                let words = self.counts.as_ref().zip(tokens);
                let words = words.map(|(counts, tokens)| counts.within(tokens));
                words.before.min(words.after)
            };
            let block_tokens = self
                .units
                .zip(blocks)
                .map(|(units, block)| &units.blocks[block].tokens);
            // A pair that is most of both blocks joins them, however much of it was rewritten.
            let is_most = block_tokens
                .zip(tokens.as_ref())
                .into_iter()
                .all(|(block, tokens)| 2 * tokens.len() >= block.len());
            let min_words = if is_most {
                MIN_SHARE * fewer_words(block_tokens)
            } else {
                0.0
            };
            let similar = (similarity * fewer_words(tokens.as_ref())).max(min_words);
            if similar > linked {
                let edge = Edge {
                    blocks,
                    words: similar - linked,
                    moved: self.moved[first.before],
                };
                // The edges of matched words and those that only pairs make are both in the order of the first text.
                if !add(&mut edges[..matched], edge) && !add(&mut edges[matched..], edge) {
                    edges.push(edge);
                }
            }
        }
    }
}

/// Adds words to the edge between the same blocks, among edges in the order of the first text; whether there was one.
fn add(edges: &mut [Edge], more: Edge) -> bool {
    let before = more.blocks.before;
    let first = edges.partition_point(|edge| edge.blocks.before < before);
    let same = edges[first..]
        .iter_mut()
        .take_while(|edge| edge.blocks.before == before)
        .find(|edge| (edge.blocks.after, edge.moved) == (more.blocks.after, more.moved));
    if let Some(edge) = same {
        edge.words += more.words;
        return true;
    }
    false
}
