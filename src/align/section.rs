//! Sentences between two anchors → pairs: every sentence against every other, by dynamic programming.

use super::context::{AlignmentContext, Section};
use super::lists::is_item;
use crate::both::Both;
use crate::model::pairs::SentencePair;
use crate::similarity::{dice, shared_weight, WeightedTerm, WordBags};
use std::cell::OnceCell;
use std::ops::Range;

/// Pairs of sentences (those of one text times those of the other) in the largest section that is compared as a whole: 20 to 30 ms.
pub const MAX_SENTENCE_PAIRS: u64 = 60_000;
/// Share of the similarity of its best candidate elsewhere that a pair needs here: a sentence that was moved must not be paired with
/// the sentence that took its place.
const MIN_SHARE_OF_BEST: f32 = 0.6;
/// Sentences that one sentence may be split into.
const MAX_PARTS: usize = 3;
/// Items of a list that may become one sentence, or the other way round.
const MAX_ITEMS: usize = 6;

/// Share of the usual threshold that is enough where one sentence of each text is between two anchors: the place says most.
const ALONE_FACTOR: f32 = 0.6;
/// How many times as much a pair of the texts' first sentences scores: these are the headline or the lead, however rewritten.
const FIRST_SENTENCES_FACTOR: f32 = 2.0;
/// Percent of its weight that each part of a group must share with the other side; otherwise it is merely a neighbour.
const MIN_PART_PERCENT: u32 = 28;

/// Percent of the first and the last part's weight that the other parts do not share with the other side as well: a look-alike shares
/// much with it and brings nothing.
const MIN_OWN_PERCENT: u32 = 10;
/// What a pair of equal sentences without a word scores, such as a row of stars: less than any word, in 1/256 of a rare one.
const EQUAL_PUNCTUATION: f32 = 2.0;

#[derive(Clone, Copy, PartialEq)]
enum Step {
    SkipBefore,
    SkipAfter,
    Pair(u8, u8),
}

/// Pairs the sentences of a section in order.
///
/// A pairing scores the weight that it shares times its similarity, so that a second sentence is taken in only where it adds more
/// shared words than it dilutes:
/// ```text
/// before  [The bridge was closed on Friday, and the ferry ran until late.]
/// after   [The bridge was closed on Friday.] [The ferry ran until late.]     one pair, not a pair and an insertion
/// ```
#[inline(never)]
pub fn pair_section(
    context: &AlignmentContext<'_>,
    section: &Section,
    best: &Both<Vec<f32>>,
    out: &mut Vec<SentencePair>,
) {
    let scorer = Scorer::new(context, section, best);
    let (n, m) = (section.before.len(), section.after.len());
    let width = m + 1;
    let mut score = vec![0f32; (n + 1) * width];
    let mut step = vec![Step::SkipAfter; (n + 1) * width];
    let mut similarities = vec![0f32; (n + 1) * width];
    let parts = if context.options().groups {
        MAX_ITEMS
    } else {
        1
    };
    for i in 1..=n {
        for j in 0..=m {
            let at = i * width + j;
            (score[at], step[at]) = (score[at - width], Step::SkipBefore);
            if j == 0 {
                continue;
            }
            if score[at - 1] > score[at] {
                (score[at], step[at]) = (score[at - 1], Step::SkipAfter);
            }
            for (p, q) in group_sizes(parts) {
                if p > i || q > j {
                    continue;
                }
                if !scorer.are_parts((i, j), (p, q)) {
                    continue;
                }
                let group = group(section, (i, j), (p, q));
                if p.max(q) > MAX_PARTS && !scorer.are_items(&group) {
                    continue;
                }
                let Some((gained, similarity)) = scorer.score(&group) else {
                    continue;
                };
                let sum = score[at - p * width - q] + gained;
                if sum > score[at] {
                    (score[at], step[at], similarities[at]) =
                        (sum, Step::Pair(p as u8, q as u8), similarity);
                }
            }
        }
    }
    let first = out.len();
    let (mut i, mut j) = (n, m);
    while i > 0 && j > 0 {
        let at = i * width + j;
        match step[at] {
            Step::SkipBefore => i -= 1,
            Step::SkipAfter => j -= 1,
            Step::Pair(p, q) => {
                let (p, q) = (p as usize, q as usize);
                out.push(SentencePair {
                    sentences: group(section, (i, j), (p, q)),
                    similarity: similarities[at],
                });
                (i, j) = (i - p, j - q);
            }
        }
    }
    out[first..].reverse();
}

/// The `p` and `q` sentences before place `(i, j)` of a section.
fn group(section: &Section, (i, j): (usize, usize), (p, q): (usize, usize)) -> Section {
    let (b, a) = (section.before.start, section.after.start);
    Both::new(b + i - p..b + i, a + j - q..a + j)
}

/// How many sentences a group has on each side. One to one comes first, so that it wins where a larger group scores no more.
fn group_sizes(parts: usize) -> impl Iterator<Item = (usize, usize)> {
    std::iter::once((1, 1)).chain((2..=parts).flat_map(|k| [(1, k), (k, 1)]))
}

/// Scores groups of sentences of one section.
struct Scorer<'c> {
    context: &'c AlignmentContext<'c>,
    /// The similarity of each sentence's best candidate anywhere.
    best: &'c Both<Vec<f32>>,
    min_similarity: f32,
    /// The weight that each sentence before shares with each sentence after.
    shared: Vec<u32>,
    /// Whether each sentence after shares enough with each sentence before to be a part of it, and the other way round.
    is_part: Both<Vec<bool>>,
    /// What each sentence shares with those of the other side.
    most_shared: Both<Vec<MostShared>>,
    /// The similarity of the best pair that the first sentence of either side is in.
    first_similarity: f32,
    section: &'c Section,
    /// The words of neighbouring sentences together.
    merged: Both<MergedBags<'c>>,
}

/// The words of two or more neighbouring sentences together, each group sorted when it is first needed.
struct MergedBags<'c> {
    bags: &'c WordBags,
    /// The first sentence of the section.
    start: usize,
    /// By first sentence and number of sentences.
    groups: Vec<OnceCell<Vec<WeightedTerm>>>,
}

impl<'c> MergedBags<'c> {
    fn new(bags: &'c WordBags, sentences: &Range<usize>) -> Self {
        Self {
            bags,
            start: sentences.start,
            groups: vec![OnceCell::new(); sentences.len() * (MAX_ITEMS - 1)],
        }
    }

    fn of(&self, sentences: Range<usize>) -> &[WeightedTerm] {
        if sentences.len() == 1 {
            return self.bags.of(sentences.start);
        }
        let group = (sentences.start - self.start) * (MAX_ITEMS - 1) + sentences.len() - 2;
        self.groups[group].get_or_init(|| self.bags.merged(sentences))
    }
}

/// The most weight that a sentence shares with one of the other side, with which, and with any other.
#[derive(Clone, Copy, Default)]
struct MostShared {
    weight: u32,
    with: usize,
    next: u32,
}

impl MostShared {
    fn add(&mut self, weight: u32, with: usize) {
        if weight > self.weight {
            *self = Self {
                weight,
                with,
                next: self.weight,
            };
        } else {
            self.next = self.next.max(weight);
        }
    }

    /// The most weight that it shares with another than this one.
    fn but(self, with: usize) -> u32 {
        if self.with == with {
            self.next
        } else {
            self.weight
        }
    }
}

impl<'c> Scorer<'c> {
    fn new(
        context: &'c AlignmentContext<'c>,
        section: &'c Section,
        best: &'c Both<Vec<f32>>,
    ) -> Self {
        let mut shared = Vec::with_capacity(section.before.len() * section.after.len());
        for i in section.before.clone() {
            let one = context.bags.before.of(i);
            let others = section.after.clone();
            shared.extend(others.map(|j| shared_weight(one, context.bags.after.of(j))));
        }
        let alone = section.before.len() == 1 && section.after.len() == 1;
        let mut most_shared = section
            .as_ref()
            .map(|sentences| vec![MostShared::default(); sentences.len()]);
        let mut is_part = Both::new(vec![false; shared.len()], vec![false; shared.len()]);
        let mut first_similarity = 0f32;
        for (at, &weight) in shared.iter().enumerate() {
            let (i, j) = (at / section.after.len(), at % section.after.len());
            most_shared.before[i].add(weight, section.after.start + j);
            most_shared.after[j].add(weight, section.before.start + i);
            let before = context.bags.before.total(section.before.start + i);
            let after = context.bags.after.total(section.after.start + j);
            let enough = |total: u32| 100 * weight >= MIN_PART_PERCENT * total;
            (is_part.before[at], is_part.after[at]) = (enough(before), enough(after));
            if i == 0 || j == 0 {
                first_similarity = first_similarity.max(dice(weight, before, after));
            }
        }
        Self {
            context,
            best,
            min_similarity: context.options().fill * if alone { ALONE_FACTOR } else { 1.0 },
            shared,
            is_part,
            most_shared,
            first_similarity,
            section,
            merged: context
                .bags
                .as_ref()
                .zip(section.as_ref())
                .map(|(bags, sentences)| MergedBags::new(bags, sentences)),
        }
    }

    /// Whether the parts of a group are items of a list.
    ///
    /// ```text
    /// before  [They sell:] [- bread] [- ropes] [- lamps]      after  [They sell bread, ropes and lamps.]      one pair
    /// ```
    fn are_items(&self, group: &Section) -> bool {
        let sides = self.context.comparison.units().zip(group.as_ref());
        sides.into_iter().any(|(units, sentences)| {
            sentences.len() > 1 && sentences.clone().all(|at| is_item(units, at))
        })
    }

    /// Whether the `p` and `q` sentences before place `(i, j)` of the section may be a group: one to one, or each of several shares
    /// enough with the one on the other side.
    fn are_parts(&self, (i, j): (usize, usize), (p, q): (usize, usize)) -> bool {
        let width = self.section.after.len();
        let at = (i - 1) * width + j - 1;
        match (p, q) {
            (1, 1) => true,
            (1, _) => self.is_part.after[at + 1 - q..=at]
                .iter()
                .all(|&is_part| is_part),
            _ => (0..p).all(|back| self.is_part.before[at - back * width]),
        }
    }

    fn shared(&self, before: usize, after: usize) -> u32 {
        let row = before - self.section.before.start;
        self.shared[row * self.section.after.len() + after - self.section.after.start]
    }

    /// What pairing a group scores, and its similarity; `None` where it is no pair.
    fn score(&self, group: &Section) -> Option<(f32, f32)> {
        let Both { before, after } = group;
        let bags = &self.context.bags;
        let total_before: u32 = before.clone().map(|i| bags.before.total(i)).sum();
        let total_after: u32 = after.clone().map(|j| bags.after.total(j)).sum();
        let common = if before.len() == 1 && after.len() == 1 {
            let ids = &self.context.ids.of;
            let is_equal = ids.before[before.start] == ids.after[after.start];
            if is_equal && total_before == 0 && total_after == 0 {
                return Some((EQUAL_PUNCTUATION, 1.0));
            }
            self.shared(before.start, after.start)
        } else {
            let common = shared_weight(
                self.merged.before.of(before.clone()),
                self.merged.after.of(after.clone()),
            );
            if !self.ends_are_parts(group, common) {
                return None;
            }
            common
        };
        let similarity = dice(common, total_before, total_after);
        let elsewhere = before
            .clone()
            .map(|i| self.best.before[i])
            .chain(after.clone().map(|j| self.best.after[j]))
            .fold(0f32, f32::max);
        if similarity < self.min_similarity || similarity < MIN_SHARE_OF_BEST * elsewhere {
            return None;
        }
        // What shares more with another sentence is no headline rewritten.
        let first_sentences =
            before.start == 0 && after.start == 0 && similarity >= self.first_similarity;
        let factor = if first_sentences {
            FIRST_SENTENCES_FACTOR
        } else {
            1.0
        };
        Some((common as f32 * similarity * factor, similarity))
    }

    /// Whether the first and the last part of a group share something with the other side that no other part does, and more than they
    /// share with any other sentence. `common` is what the group shares.
    ///
    /// ```text
    /// before  [Their captain is Ada.] [Grace is the coach.]
    /// after   [Their captain is Grace.] [Ada is the coach.]      "Grace" alone makes no part of the second sentence
    /// ```
    fn ends_are_parts(&self, group: &Section, common: u32) -> bool {
        let bags = &self.context.bags;
        let split = group.before.len() == 1;
        let (parts, whole) = if split {
            (&group.after, group.before.start)
        } else {
            (&group.before, group.after.start)
        };
        let own = |others: Range<usize>| {
            let shared = if split {
                shared_weight(bags.before.of(whole), self.merged.after.of(others))
            } else {
                shared_weight(self.merged.before.of(others), bags.after.of(whole))
            };
            common.saturating_sub(shared)
        };
        // What a part shares with a neighbour of the whole.
        let beside = |part: usize| {
            let sentences = if split {
                &self.section.before
            } else {
                &self.section.after
            };
            let neighbours = [whole.wrapping_sub(1), whole + 1].into_iter();
            let shared = |at: usize| match split {
                true => self.shared(at, part),
                false => self.shared(part, at),
            };
            let neighbours = neighbours.filter(|at| sentences.contains(at));
            neighbours.map(shared).max().unwrap_or(0)
        };
        let is_part = |part: usize, own: u32| {
            let (total, rival) = if split {
                let shared = self.most_shared.after[part - self.section.after.start];
                (bags.after.total(part), shared.but(whole))
            } else {
                let shared = self.most_shared.before[part - self.section.before.start];
                (bags.before.total(part), shared.but(whole))
            };
            100 * own >= MIN_OWN_PERCENT * total && own >= rival && own > beside(part)
        };
        is_part(parts.start, own(parts.start + 1..parts.end))
            && is_part(parts.end - 1, own(parts.start..parts.end - 1))
    }
}
