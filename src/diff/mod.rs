//! Pairs of sentences → words that are the same in both: few long runs rather than many fragments.

use crate::both::Both;
use crate::model::comparison::Comparison;
use crate::model::matching::{MatchedPair, Matching, TokenRanges};
use crate::model::pairs::{Alignment, SentencePair};
use crate::similarity::{sequence, UNIT};
use crate::sort::sort_by_number;
use crate::text::quantities::{Kind, ValueWord};
use crate::text::units::{Token, TokenKind};

/// Pairs of tokens in the largest table; beyond it the plain longest common subsequence has to do.
const MAX_TOKEN_PAIRS: u64 = 1 << 20;
/// What a matched word is worth at least, in 1/256 of a rare word.
const MIN_WORD_VALUE: i32 = 96;
/// What the rarity of a matched word adds at most, in 1/256 of a rare word.
const RARITY_VALUE: i32 = 160;
/// What a matched punctuation mark is worth, in 1/256 of a rare word.
const PUNCTUATION_VALUE: i32 = 40;
/// What a figure is worth that is paired with another figure inside a run of matches, in 1/256 of a rare word: less than a word, so that
/// it never outweighs one, and enough that two such figures outweigh one that only happens to come again.
const FIGURE_FOR_FIGURE_VALUE: i32 = 88;
/// Similarity of a pair from which a further run of matches costs nothing. No pair reaches it.
const FREE_SIMILARITY: f32 = 1.5;

/// Matches the words of all pairs.
#[inline(never)]
pub fn match_words(comparison: &Comparison<'_>, alignment: &Alignment) -> Matching {
    let mut matching = Matching::new(comparison.units().map(|units| units.tokens.len()));
    matching.limited = alignment.limited;
    let in_place = alignment.in_place.iter().map(|pair| (pair, false));
    let moved = alignment.moved.iter().map(|pair| (pair, true));
    let mut pairs: Vec<(&SentencePair, bool)> = in_place.chain(moved).collect();
    sort_by_number(&mut pairs, |(pair, _)| pair.sentences.before.start as u64);
    let mut table = Table::default();
    for (pair, moved) in pairs {
        let tokens = comparison
            .units()
            .zip(pair.sentences.as_ref())
            .map(|(units, sentences)| units.tokens_of(sentences));
        table.cost = run_cost(comparison.options.run_cost, pair.similarity);
        match_pair(comparison, &tokens, &mut table, &mut matching);
        matching.pairs.push(MatchedPair {
            pair: pair.clone(),
            tokens,
            moved,
        });
    }
    matching
}

/// What each further run of matches has to be worth, in 1/256 of a rare word: in a sentence that was rewritten a single word matches
/// by chance, in one that was corrected it is what was kept.
fn run_cost(run_cost: f32, similarity: f32) -> i32 {
    (run_cost * (FREE_SIMILARITY - similarity).max(0.0) * UNIT as f32) as i32
}

/// Matches the words of one pair: what both begin and end with, and the best matching of what is between.
#[inline(never)]
fn match_pair(
    comparison: &Comparison<'_>,
    ranges: &TokenRanges,
    table: &mut Table,
    out: &mut Matching,
) {
    let Both { before, after } = comparison.units().map(|units| &units.tokens);
    let (mut i, mut j) = (ranges.before.start, ranges.after.start);
    let (mut i_end, mut j_end) = (ranges.before.end, ranges.after.end);
    let same = |i: usize, j: usize| before[i].folded == after[j].folded;
    while i < i_end && j < j_end && same(i, j) {
        out.link(i, j);
        (i, j) = (i + 1, j + 1);
    }
    while i < i_end && j < j_end && same(i_end - 1, j_end - 1) {
        (i_end, j_end) = (i_end - 1, j_end - 1);
        out.link(i_end, j_end);
    }
    let (b, a) = (&before[i..i_end], &after[j..j_end]);
    if b.is_empty() || a.is_empty() {
        return;
    }
    if Both::new(b.len(), a.len()).pairs() <= MAX_TOKEN_PAIRS {
        table.fill(Both::new(b, a), comparison);
        // A figure that is paired with another one has a place in its run, and is no match.
        table.trace(b.len(), a.len(), |p, q| {
            if b[p].folded == a[q].folded {
                out.link(i + p, j + q);
            }
        });
    } else {
        let ids = |tokens: &[Token]| tokens.iter().map(|token| token.folded).collect::<Vec<_>>();
        for run in sequence::runs(&ids(b), &ids(a)) {
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
/// Gotoh (1982) charges for opening a gap; here the charge is for opening a run of matches.
///
/// A figure may be paired with another one inside a run, so that figures that all moved on by one are not matched one place too far:
/// ```text
/// plain     at [0900|1000 BST (0900] [BST (0800|] GMT)
/// figures   at [0900|1000] BST ([0800|0900] GMT)
/// ```
#[derive(Default)]
struct Table {
    /// What each further run of matches has to be worth.
    cost: i32,
    /// Per cell the flags below.
    steps: Vec<u8>,
    /// What kind of figure each word of the second side is, if it is one.
    figures: Vec<Option<Kind>>,
    best: Vec<i32>,
    matched: Vec<i32>,
}

/// The best matching up to this cell ends in a match.
const ENDS_IN_MATCH: u8 = 1;
/// A match in this cell continues a run.
const CONTINUES_RUN: u8 = 2;
/// The best matching comes from the cell above.
const FROM_ABOVE: u8 = 4;

/// Less than any sum of weights.
const NEVER: i32 = i32::MIN / 2;

/// Whether a figure is a day of the week or a month.
fn is_calendar(figure: Option<Kind>) -> bool {
    matches!(figure, Some(Kind::Month | Kind::Day))
}

impl Table {
    fn fill(&mut self, tokens: Both<&[Token]>, comparison: &Comparison<'_>) {
        let Both {
            before: a,
            after: b,
        } = tokens;
        let weights = &comparison.weights;
        // `three`, and not `first`; a month is paired with a month only, and a day with a day.
        let figure = |token: &Token| match token.kind {
            TokenKind::Number => Some(Kind::Cardinal),
            TokenKind::Word => match comparison.lexicon.quantity(token.folded) {
                Some((Kind::Cardinal, ValueWord::Always)) => Some(Kind::Cardinal),
                Some((kind @ (Kind::Month | Kind::Day), _)) => Some(kind),
                _ => None,
            },
            TokenKind::Unspaced | TokenKind::Punctuation => None,
        };
        self.figures.clear();
        self.figures.extend(b.iter().map(figure));
        let has_figures = self.figures.iter().any(Option::is_some);
        // Days and months that both sides have did not move on, so each stands for itself.
        let same_calendar = has_figures && {
            let days = tokens.map(|tokens| {
                let mut days: Vec<u32> = tokens
                    .iter()
                    .filter(|token| is_calendar(figure(token)))
                    .map(|token| token.folded)
                    .collect();
                sort_by_number(&mut days, |&day| u64::from(day));
                days
            });
            days.before == days.after
        };
        let width = b.len() + 1;
        self.steps.clear();
        self.steps.resize((a.len() + 1) * width, 0);
        self.best.clear();
        self.best.resize(width, 0);
        self.matched.clear();
        self.matched.resize(width, NEVER);
        for (i, token) in a.iter().enumerate() {
            let value = if token.is_word() {
                MIN_WORD_VALUE + RARITY_VALUE * weights.of(token.folded) as i32 / UNIT as i32
            } else {
                PUNCTUATION_VALUE
            };
            let token_figure = has_figures
                .then(|| figure(token))
                .flatten()
                .filter(|_| !same_calendar || !is_calendar(figure(token)));
            // The values of the cell above and to the left, before this row overwrites them.
            let (mut best_before, mut matched_before) = (self.best[0], self.matched[0]);
            for (j, other) in b.iter().enumerate() {
                let at = (i + 1) * width + j + 1;
                let (above, left) = (self.best[j + 1], self.best[j]);
                let mut matched = NEVER;
                let mut step = 0;
                let is_same = token.folded == other.folded;
                if is_same || token_figure.is_some() && token_figure == self.figures[j] {
                    let value = if is_same {
                        value
                    } else {
                        FIGURE_FOR_FIGURE_VALUE
                    };
                    let (continued, opened) =
                        (matched_before + value, best_before + value - self.cost);
                    if continued >= opened {
                        (matched, step) = (continued, CONTINUES_RUN);
                    } else {
                        matched = opened;
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
                in_match = step & CONTINUES_RUN != 0;
                (i, j) = (i - 1, j - 1);
            } else if step & FROM_ABOVE != 0 {
                i -= 1;
            } else {
                j -= 1;
            }
        }
    }
}
