//! Pairs of sentences → words that are the same in both, few stretches rather than many crumbs.

use crate::model::matching::{Matching, Stretch};
use crate::model::pairs::{Pair, Pairs};
use crate::options::Options;
use crate::similarity::sequence;
use crate::similarity::{Weights, UNIT};
use crate::text::units::{Token, Units};

/// Cells (tokens times tokens) of the largest table; beyond it the plain longest common subsequence has to do.
const MOST_CELLS: usize = 1 << 20;
/// What a matched word is worth at least and what its rarity adds, in 1/256 of a rare word.
const WORD: (i32, i32) = (96, 160);
/// What a matched mark is worth, in 1/256 of a rare word.
const MARK: i32 = 40;

/// Matches the words of all pairs.
pub fn edits(
    before: &Units,
    after: &Units,
    pairs: &Pairs,
    weights: &Weights,
    options: &Options,
) -> Matching {
    let mut matching = Matching::new(before.tokens.len(), after.tokens.len());
    matching.limited = pairs.limited;
    let mut table = Table::default();
    let mut all: Vec<&Pair> = pairs.in_place.iter().chain(&pairs.moved).collect();
    all.sort_by_cached_key(|pair| pair.before.start as u64);
    for pair in all {
        let stretch = stretch(before, after, pair);
        word_by_word(
            before,
            after,
            &stretch,
            weights,
            cost(options.run_cost, pair.likeness),
            &mut table,
            &mut matching,
        );
        matching.pairs.push(stretch);
        matching.likeness.push(pair.likeness);
    }
    matching
}

/// What a further stretch of matches has to earn, in 1/256 of a rare word: in a sentence that was rewritten a lone word is chance, in
/// one that was corrected it is what was left standing.
fn cost(run_cost: f32, likeness: f32) -> i32 {
    /// Likeness at which the cost would fall to nothing.
    const FREE: f32 = 1.5;
    (run_cost * (FREE - likeness).max(0.0) * UNIT as f32) as i32
}

fn stretch(before: &Units, after: &Units, pair: &Pair) -> Stretch {
    let tokens = |units: &Units, sentences: &std::ops::Range<usize>| {
        units.sentences[sentences.start].tokens.start..units.sentences[sentences.end - 1].tokens.end
    };
    Stretch {
        before: tokens(before, &pair.before),
        after: tokens(after, &pair.after),
    }
}

fn word_by_word(
    before: &Units,
    after: &Units,
    stretch: &Stretch,
    weights: &Weights,
    cost: i32,
    table: &mut Table,
    out: &mut Matching,
) {
    let (mut i, mut j) = (stretch.before.start, stretch.after.start);
    let (mut i_end, mut j_end) = (stretch.before.end, stretch.after.end);
    let same = |i: usize, j: usize| before.tokens[i].folded == after.tokens[j].folded;
    while i < i_end && j < j_end && same(i, j) {
        out.link(i, j);
        (i, j) = (i + 1, j + 1);
    }
    while i < i_end && j < j_end && same(i_end - 1, j_end - 1) {
        (i_end, j_end) = (i_end - 1, j_end - 1);
        out.link(i_end, j_end);
    }
    let (a, b) = (&before.tokens[i..i_end], &after.tokens[j..j_end]);
    if a.is_empty() || b.is_empty() {
        return;
    }
    if a.len() * b.len() <= MOST_CELLS {
        table.fill(a, b, weights, cost);
        table.trace(a.len(), b.len(), |p, q| out.link(i + p, j + q));
    } else {
        let ids = |tokens: &[Token]| tokens.iter().map(|token| token.folded).collect::<Vec<_>>();
        for run in sequence::runs(&ids(a), &ids(b)) {
            for k in 0..run.length {
                out.link(i + run.before + k, j + run.after + k);
            }
        }
    }
}

/// The table of a weighted longest common subsequence in which each further run of matches costs.
///
/// ```text
/// plain     [He|The minister] said [he|they] would [go|not stay] to [the] [city|end]
/// with cost [He said he would go to the city|The minister said they would not stay to the end]   (or nearly)
/// ```
/// Gotoh's idea of a cost for opening, put on the matches and not on the gaps.
#[derive(Default)]
struct Table {
    /// Per cell: bit 0, the best here ends in a match; bit 1, that match goes on from a match; bit 2, the best comes from above.
    steps: Vec<u8>,
    best: Vec<i32>,
    matched: Vec<i32>,
}

const ENDS_IN_MATCH: u8 = 1;
const GOES_ON: u8 = 2;
const FROM_ABOVE: u8 = 4;

/// Less than any sum of weights.
const NEVER: i32 = i32::MIN / 2;

impl Table {
    fn fill(&mut self, a: &[Token], b: &[Token], weights: &Weights, cost: i32) {
        let width = b.len() + 1;
        self.steps.clear();
        self.steps.resize((a.len() + 1) * width, 0);
        self.best.clear();
        self.best.resize(width, 0);
        self.matched.clear();
        self.matched.resize(width, NEVER);
        for (i, token) in a.iter().enumerate() {
            let worth = if token.is_word() {
                WORD.0 + WORD.1 * weights.of[token.folded as usize] as i32 / UNIT as i32
            } else {
                MARK
            };
            // Values of the cell up and to the left, before this row overwrites them.
            let (mut best_before, mut matched_before) = (self.best[0], self.matched[0]);
            for (j, other) in b.iter().enumerate() {
                let at = (i + 1) * width + j + 1;
                let (above, left) = (self.best[j + 1], self.best[j]);
                let mut matched = NEVER;
                let mut step = 0;
                if token.folded == other.folded {
                    let (on, fresh) = (matched_before + worth, best_before + worth - cost);
                    if on >= fresh {
                        (matched, step) = (on, GOES_ON);
                    } else {
                        matched = fresh;
                    }
                }
                (best_before, matched_before) = (self.best[j + 1], self.matched[j + 1]);
                let skip = above.max(left);
                if matched >= skip && matched > NEVER {
                    step |= ENDS_IN_MATCH;
                    self.best[j + 1] = matched;
                } else {
                    if above >= left {
                        step |= FROM_ABOVE;
                    }
                    self.best[j + 1] = skip;
                }
                self.matched[j + 1] = matched;
                self.steps[at] = step;
            }
        }
    }

    /// Calls `link` with the indices of each match, last first.
    fn trace(&self, n: usize, m: usize, mut link: impl FnMut(usize, usize)) {
        let width = m + 1;
        let (mut i, mut j) = (n, m);
        let mut in_match = false;
        while i > 0 && j > 0 {
            let step = self.steps[i * width + j];
            if in_match || step & ENDS_IN_MATCH != 0 {
                link(i - 1, j - 1);
                in_match = step & GOES_ON != 0;
                (i, j) = (i - 1, j - 1);
            } else if step & FROM_ABOVE != 0 {
                i -= 1;
            } else {
                j -= 1;
            }
        }
    }
}
