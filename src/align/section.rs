//! Sentences between two anchors → pairs: every sentence against every other, by dynamic programming.

use super::Ground;
use crate::model::pairs::Pair;
use crate::similarity::{dice, shared};
use std::ops::Range;

/// Cells (sentences times sentences) of the largest section that is weighed whole: about 30 ms.
pub const MOST_CELLS: u64 = 60_000;
/// Share of the likeness of its best link elsewhere that a pair here needs: what was moved must not be paired with what stands
/// where it stood.
const NEAR_BEST: f32 = 0.6;
/// Sentences that one sentence may be split into.
const MOST_PARTS: usize = 3;

/// Share of the usual threshold that is enough for two sentences alone between two anchors.
const ALONE: f32 = 0.6;
/// How many times as much a pair of the texts' first sentences earns.
const OPENING: f32 = 2.0;
/// Share (percent) of each part's weighted words that a group must have in common with the other side: less, and it is a neighbour.
const PART: u32 = 28;

#[derive(Clone, Copy, PartialEq)]
enum Step {
    SkipBefore,
    SkipAfter,
    Pair(u8, u8),
}

/// Pairs the sentences of a section in order.
///
/// A pairing earns the weight that it shares times its likeness, so that a second sentence is taken in only where it adds more
/// words in common than it dilutes:
/// ```text
/// before  [The bridge was closed on Friday, and the ferry ran until late.]
/// after   [The bridge was closed on Friday.] [The ferry ran until late.]     one pair, not a pair and an insertion
/// ```
pub fn pair(
    ground: &Ground<'_>,
    section: (Range<usize>, Range<usize>),
    best: &(Vec<f32>, Vec<f32>),
    out: &mut Vec<Pair>,
) {
    let (n, m) = (section.0.len(), section.1.len());
    let width = m + 1;
    let mut score = vec![0f32; (n + 1) * width];
    let mut step = vec![Step::SkipAfter; (n + 1) * width];
    let mut likenesses = vec![0f32; (n + 1) * width];
    // Alone between neighbours that found each other: the place says most.
    let alone = n == 1 && m == 1;
    let least = ground.options.fill * if alone { ALONE } else { 1.0 };
    let weighed = Weighed::new(ground, &section);
    let parts = if ground.options.groups { MOST_PARTS } else { 1 };
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
            for (p, q) in shapes(parts) {
                if p > i || q > j {
                    continue;
                }
                let group = (
                    section.0.start + i - p..section.0.start + i,
                    section.1.start + j - q..section.1.start + j,
                );
                let Some((earned, likeness)) = earn(ground, &group, &weighed, best, least) else {
                    continue;
                };
                let sum = score[at - p * width - q] + earned;
                if sum > score[at] {
                    (score[at], step[at], likenesses[at]) =
                        (sum, Step::Pair(p as u8, q as u8), likeness);
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
                out.push(Pair {
                    before: section.0.start + i - p..section.0.start + i,
                    after: section.1.start + j - q..section.1.start + j,
                    likeness: likenesses[at],
                });
                (i, j) = (i - p, j - q);
            }
        }
    }
    out[first..].reverse();
}

/// One to one first, so that it wins where a larger group earns no more.
fn shapes(parts: usize) -> impl Iterator<Item = (usize, usize)> {
    std::iter::once((1, 1)).chain((2..=parts).flat_map(|k| [(1, k), (k, 1)]))
}

/// What every two sentences of a section share.
struct Weighed {
    shared: Vec<u32>,
    start: (usize, usize),
    width: usize,
}

impl Weighed {
    fn new(ground: &Ground<'_>, (before, after): &(Range<usize>, Range<usize>)) -> Self {
        let mut all = Vec::with_capacity(before.len() * after.len());
        for i in before.clone() {
            let one = ground.before.of(i);
            all.extend(after.clone().map(|j| shared(one, ground.after.of(j))));
        }
        Self {
            shared: all,
            start: (before.start, after.start),
            width: after.len(),
        }
    }

    fn of(&self, before: usize, after: usize) -> u32 {
        self.shared[(before - self.start.0) * self.width + after - self.start.1]
    }
}

/// What pairing a group earns, and its likeness; `None` where it is no pair.
fn earn(
    ground: &Ground<'_>,
    group: &(Range<usize>, Range<usize>),
    weighed: &Weighed,
    best: &(Vec<f32>, Vec<f32>),
    least: f32,
) -> Option<(f32, f32)> {
    let (before, after) = group;
    let totals = (
        before.clone().map(|i| ground.before.total(i)).sum::<u32>(),
        after.clone().map(|j| ground.after.total(j)).sum::<u32>(),
    );
    let common = if before.len() == 1 && after.len() == 1 {
        weighed.of(before.start, after.start)
    } else {
        // Every part must bring words of its own, or it is a neighbour and not a part.
        let few = |part: u32, total: u32| 100 * part < PART * total;
        let brings = |i: usize, j: usize| {
            (before.len() == 1 || !few(weighed.of(i, j), ground.before.total(i)))
                && (after.len() == 1 || !few(weighed.of(i, j), ground.after.total(j)))
        };
        if !before.clone().all(|i| after.clone().all(|j| brings(i, j))) {
            return None;
        }
        shared(
            &ground.before.joined(before.clone()),
            &ground.after.joined(after.clone()),
        )
    };
    let likeness = dice(common, totals.0, totals.1);
    let elsewhere = before
        .clone()
        .map(|i| best.0[i])
        .chain(after.clone().map(|j| best.1[j]))
        .fold(0f32, f32::max);
    if likeness < least || likeness < NEAR_BEST * elsewhere {
        return None;
    }
    // What opens both texts is the headline or the lead, however it was rewritten.
    let opens = before.start == 0 && after.start == 0;
    let place = if opens { OPENING } else { 1.0 };
    Some((common as f32 * likeness * place, likeness))
}
