//! A word of a sentence as it is compared, and the weight that two sorted lists of words share.

use std::cmp::Ordering;

/// The share (numerator, denominator) of a word's weight that another form of the same word counts.
const OTHER_FORM: (u32, u32) = (6, 10);

/// One word of a sentence: its stem, its folded id and its weight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WeightedTerm {
    pub stem: u32,
    pub folded: u32,
    pub weight: u32,
}

impl WeightedTerm {
    /// The order in which terms are compared: by stem, then by form.
    pub fn key(&self) -> u64 {
        u64::from(self.stem) << 32 | u64::from(self.folded)
    }
}

/// The weight that two sorted lists of words share. Another form of the same word counts a part.
pub fn shared_weight(before: &[WeightedTerm], after: &[WeightedTerm]) -> u32 {
    let (mut i, mut j, mut sum) = (0, 0, 0);
    while i < before.len() && j < after.len() {
        let (x, y) = (before[i], after[j]);
        if x.stem != y.stem {
            // Which of the two is true is as good as random: added as numbers, they are no branch for a processor to guess wrong.
            i += usize::from(x.stem < y.stem);
            j += usize::from(x.stem > y.stem);
            continue;
        }
        // Nearly always there is one form on either side.
        let has_more = |terms: &[WeightedTerm], at: usize| {
            terms.get(at + 1).is_some_and(|term| term.stem == x.stem)
        };
        if !has_more(before, i) && !has_more(after, j) {
            sum += if x.folded == y.folded {
                x.weight
            } else {
                other_form(x.weight.min(y.weight))
            };
            (i, j) = (i + 1, j + 1);
            continue;
        }
        // All forms of one stem, on both sides.
        let end = |terms: &[WeightedTerm], from: usize| {
            let same = terms[from..].iter().take_while(|term| term.stem == x.stem);
            from + same.count()
        };
        let (i_end, j_end) = (end(before, i), end(after, j));
        let (first, (mut p, mut q), mut exact) = ((i, j), (i, j), 0);
        while p < i_end && q < j_end {
            match before[p].folded.cmp(&after[q].folded) {
                Ordering::Less => p += 1,
                Ordering::Greater => q += 1,
                Ordering::Equal => {
                    sum += before[p].weight;
                    (p, q, exact) = (p + 1, q + 1, exact + 1);
                }
            }
        }
        let others = (i_end - first.0).min(j_end - first.1) - exact;
        sum += other_form(x.weight.min(y.weight) * others as u32);
        (i, j) = (i_end, j_end);
    }
    sum
}

fn other_form(weight: u32) -> u32 {
    weight * OTHER_FORM.0 / OTHER_FORM.1
}
