//! How alike two stretches are: by their words, rare ones weighing most; never by letters.

mod bags;
mod counting;
mod index;
pub mod sequence;
mod weights;

pub use bags::{Bags, SignPairs};
pub use index::Index;
pub use weights::{Weights, UNIT};

/// The share of a word's weight that another form of it earns.
const STEM_SHARE: (u32, u32) = (6, 10);

/// One word of a sentence: its stem, its folded id and its weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Feature {
    stem: u32,
    folded: u32,
    weight: u32,
}

impl Feature {
    fn key(&self) -> u64 {
        u64::from(self.stem) << 32 | u64::from(self.folded)
    }
}

/// The weight of what two sorted bags share; another form of the same word counts for a part.
pub fn shared(before: &[Feature], after: &[Feature]) -> u32 {
    let (mut i, mut j, mut sum) = (0, 0, 0);
    while i < before.len() && j < after.len() {
        let (x, y) = (before[i], after[j]);
        if x.stem != y.stem {
            // Which of them is as good as thrown dice: added, it is no branch that a processor guesses wrong.
            i += usize::from(x.stem < y.stem);
            j += usize::from(x.stem > y.stem);
            continue;
        }
        // Nearly always there is one form on either side.
        let follows =
            |bag: &[Feature], at: usize| bag.get(at + 1).is_some_and(|f| f.stem == x.stem);
        if !follows(before, i) && !follows(after, j) {
            sum += if x.folded == y.folded {
                x.weight
            } else {
                x.weight.min(y.weight) * STEM_SHARE.0 / STEM_SHARE.1
            };
            (i, j) = (i + 1, j + 1);
            continue;
        }
        // All forms of one stem, on both sides.
        let end = |bag: &[Feature], from: usize| {
            from + bag[from..].iter().take_while(|f| f.stem == x.stem).count()
        };
        let (i_end, j_end) = (end(before, i), end(after, j));
        let (first, (mut p, mut q), mut exact) = ((i, j), (i, j), 0);
        while p < i_end && q < j_end {
            match before[p].folded.cmp(&after[q].folded) {
                std::cmp::Ordering::Less => p += 1,
                std::cmp::Ordering::Greater => q += 1,
                std::cmp::Ordering::Equal => {
                    sum += before[p].weight;
                    (p, q, exact) = (p + 1, q + 1, exact + 1);
                }
            }
        }
        let rest = (i_end - first.0).min(j_end - first.1) - exact;
        sum += x.weight.min(y.weight) * rest as u32 * STEM_SHARE.0 / STEM_SHARE.1;
        (i, j) = (i_end, j_end);
    }
    sum
}

/// Dice's coefficient of weights: 1 where all is shared, 0 where nothing is.
pub fn dice(shared: u32, before: u32, after: u32) -> f32 {
    if before + after == 0 {
        0.0
    } else {
        (2 * shared) as f32 / (before + after) as f32
    }
}
