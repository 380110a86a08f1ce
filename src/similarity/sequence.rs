//! Two sequences of ids → runs that match, by the longest common subsequence of the crate `similar`.

use similar::algorithms::{lcs, DiffHook};
use std::convert::Infallible;
use std::ops::Range;

use crate::both::Both;
use crate::sort::ranks;

/// Pairs of ids (those of one part times those of the other) in the largest part that is matched as a whole: a few milliseconds at worst.
const MAX_ID_PAIRS: u64 = 1 << 20;
/// Ids in a row by which longer sequences are divided, where they occur once in each: twice two.
const SEED: usize = 4;
/// Ids of the windows into which a long part without such seeds is cut.
const WINDOW: usize = 256;
/// Slots in which the ids of a window are noted: enough that few ids of the other window share a slot with one of them by chance.
const SLOTS: usize = 16 * WINDOW;

/// A run of equal ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// Index of its first id in the first sequence.
    pub before: usize,
    /// Index of its first id in the second sequence.
    pub after: usize,
    /// How many ids.
    pub length: usize,
}

/// Collects the runs that the algorithm reports.
struct Runs {
    found: Vec<Run>,
    /// Of the slices that are being matched, the places of the ids that stand in both.
    shared: Both<Vec<usize>>,
}

impl Runs {
    fn add(&mut self, before: usize, after: usize, length: usize) {
        match self.found.last_mut() {
            Some(last)
                if last.before + last.length == before && last.after + last.length == after =>
            {
                last.length += length
            }
            _ if length == 0 => {}
            _ => self.found.push(Run {
                before,
                after,
                length,
            }),
        }
    }

    /// Matches one slice of each sequence. What the other slice does not have is left out first: it cannot be matched, and the time of
    /// the algorithm grows with the product of the lengths.
    fn match_slices(&mut self, ids: Both<&[u32]>, slices: Both<Range<usize>>) {
        self.shared.before = Self::places(&ids, &slices);
        self.shared.after = Self::places(&ids.swap(), &slices.clone().swap());
        let of =
            |ids: &[u32], places: &[usize]| places.iter().map(|&at| ids[at]).collect::<Vec<_>>();
        let before = of(ids.before, &self.shared.before);
        let after = of(ids.after, &self.shared.after);
        let Ok(()) =
            lcs::diff_deadline_raw(self, &before, 0..before.len(), &after, 0..after.len(), None);
    }

    /// Places in the first slice whose ids stand in the second one, too, and of a few others whose ids have the same slot.
    fn places(ids: &Both<&[u32]>, slices: &Both<Range<usize>>) -> Vec<usize> {
        let slot = |id: u32| id as usize % SLOTS;
        let mut taken = [false; SLOTS];
        for &id in &ids.after[slices.after.clone()] {
            taken[slot(id)] = true;
        }
        let is_taken = |&at: &usize| taken[slot(ids.before[at])];
        slices.before.clone().filter(is_taken).collect()
    }
}

impl DiffHook for Runs {
    type Error = Infallible;

    fn equal(&mut self, before: usize, after: usize, length: usize) -> Result<(), Infallible> {
        for k in 0..length {
            self.add(
                self.shared.before[before + k],
                self.shared.after[after + k],
                1,
            );
        }
        Ok(())
    }
}

/// The longest common subsequence as runs in order, or nearly the longest where the sequences are long.
///
/// The work is bounded. Short sequences are matched as a whole. Long ones are first divided where four ids in a row occur once in
/// each (the idea of patience diff); parts that are still long are matched window by window along the diagonal.
pub fn runs(before: &[u32], after: &[u32]) -> Vec<Run> {
    let mut runs = Runs {
        found: Vec::new(),
        shared: Both::default(),
    };
    let (b_end, a_end) = (before.len(), after.len());
    let mut at = (0, 0);
    if Both::new(b_end, a_end).pairs() > MAX_ID_PAIRS {
        for (b, a) in seeds(before, after) {
            // A seed inside the run of the seed before it says nothing new.
            if b < at.0 || a < at.1 {
                continue;
            }
            between(before, after, at, (b, a), &mut runs);
            let on = (0..(b_end - b).min(a_end - a))
                .take_while(|k| before[b + k] == after[a + k])
                .count();
            runs.add(b, a, on);
            at = (b + on, a + on);
        }
    }
    between(before, after, at, (b_end, a_end), &mut runs);
    runs.found
}

/// Matches a part between two seeds.
fn between(
    before: &[u32],
    after: &[u32],
    mut at: (usize, usize),
    end: (usize, usize),
    runs: &mut Runs,
) {
    while at.0 < end.0 && at.1 < end.1 {
        let (b, a) = (end.0 - at.0, end.1 - at.1);
        let stop = if Both::new(b, a).pairs() <= MAX_ID_PAIRS {
            end
        } else {
            // The longer side takes larger steps, so that both end together.
            let step = |side: usize, other: usize| {
                let share = Both::new(WINDOW, side).pairs() / other as u64;
                share.clamp(WINDOW as u64, 16 * WINDOW as u64) as usize
            };
            (at.0 + step(b, a).min(b), at.1 + step(a, b).min(a))
        };
        runs.match_slices(
            Both::new(before, after),
            Both::new(at.0..stop.0, at.1..stop.1),
        );
        at = stop;
    }
}

/// Places of [`SEED`] ids in a row that occur once in each sequence: the most that run forward in both.
fn seeds(before: &[u32], after: &[u32]) -> Vec<(usize, usize)> {
    // Two ids in a row get one number, then two of these numbers (as suffix arrays are made by Manber and Myers).
    let (before, after) = pair_numbers(before, after, 1);
    let (before, after) = pair_numbers(&before, &after, SEED / 2);
    let numbers = before
        .iter()
        .chain(&after)
        .max()
        .map_or(0, |&most| most as usize + 1);
    let count = |ids: &[u32]| {
        let mut counts = vec![0u32; numbers];
        for &id in ids {
            counts[id as usize] += 1;
        }
        counts
    };
    let (in_before, in_after) = (count(&before), count(&after));
    let mut place = vec![0; numbers];
    for (at, &id) in (0..).zip(&after) {
        place[id as usize] = at;
    }
    let once: Vec<(u32, u32)> = (0..)
        .zip(&before)
        .filter(|&(_, &id)| in_before[id as usize] == 1 && in_after[id as usize] == 1)
        .map(|(at, &id)| (at, place[id as usize]))
        .collect();
    increasing(&once)
        .into_iter()
        .map(|index| (once[index].0 as usize, once[index].1 as usize))
        .collect()
}

/// For each id but the last ones: a number for it and the id that stands `distance` behind it. Equal pairs have equal numbers.
fn pair_numbers(before: &[u32], after: &[u32], distance: usize) -> (Vec<u32>, Vec<u32>) {
    let pairs = |ids: &[u32]| {
        let second = ids.iter().skip(distance);
        let both = ids.iter().zip(second);
        both.map(|(&one, &other)| u64::from(one) << 32 | u64::from(other))
            .collect::<Vec<u64>>()
    };
    let mut keys = pairs(before);
    let seam = keys.len();
    keys.extend(pairs(after));
    let mut numbers = ranks(&keys);
    let after = numbers.split_off(seam);
    (numbers, after)
}

/// The longest subsequence whose second numbers rise, as indices.
fn increasing(pairs: &[(u32, u32)]) -> Vec<usize> {
    // The last pair of the best chain of each length, and the pair before each in its chain.
    let mut tails: Vec<usize> = Vec::new();
    let mut previous = vec![usize::MAX; pairs.len()];
    for (index, pair) in pairs.iter().enumerate() {
        let place = tails.partition_point(|&tail| pairs[tail].1 < pair.1);
        if place > 0 {
            previous[index] = tails[place - 1];
        }
        if place == tails.len() {
            tails.push(index);
        } else {
            tails[place] = index;
        }
    }
    let mut chain = Vec::with_capacity(tails.len());
    let mut at = tails.last().copied().unwrap_or(usize::MAX);
    while at != usize::MAX {
        chain.push(at);
        at = previous[at];
    }
    chain.reverse();
    chain
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks that runs run forward and match, and gives how many ids they match.
    fn matched(before: &[u32], after: &[u32]) -> usize {
        let mut end = (0, 0);
        let mut sum = 0;
        for run in runs(before, after) {
            assert!(run.length > 0 && run.before >= end.0 && run.after >= end.1);
            end = (run.before + run.length, run.after + run.length);
            assert_eq!(before[run.before..end.0], after[run.after..end.1]);
            sum += run.length;
        }
        sum
    }

    /// Numbers that come again as the words of a language do, the same in every run of the test.
    fn prose(seed: u32, length: u32) -> Vec<u32> {
        let mut state = seed;
        (0..length)
            .map(|_| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (state >> 16) % (1 + (state >> 8) % 997)
            })
            .collect()
    }

    #[test]
    fn runs_are_what_both_have_in_order() {
        assert_eq!(
            runs(&[1, 2, 3, 4], &[1, 2, 9, 4]),
            [
                Run {
                    before: 0,
                    after: 0,
                    length: 2
                },
                Run {
                    before: 3,
                    after: 3,
                    length: 1
                }
            ]
        );
        assert_eq!(runs(&[], &[1]), []);
    }

    #[test]
    fn long_sequences_are_divided_by_what_occurs_once_in_both() {
        let before = prose(1, 20_000);
        let mut after = before.clone();
        after.drain(4_000..4_100);
        after.splice(9_000..9_000, prose(2, 300));
        for at in (50..after.len()).step_by(83) {
            after[at] = 5_000;
        }
        let changed = after.iter().filter(|&&id| id == 5_000).count();
        assert!(matched(&before, &after) >= 20_000 - 100 - changed);
    }

    #[test]
    fn long_sequences_that_cannot_be_divided_are_matched_by_windows() {
        let same = vec![7; 300_000];
        let alternating: Vec<u32> = (0..150_000).map(|at| 7 + at % 2).collect();
        assert!(matched(&same, &alternating) >= 70_000);
        assert!(matched(&prose(3, 30_000), &prose(4, 3_000)) > 500);
    }
}
