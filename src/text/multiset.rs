//! Two lists of ids → whether they hold the same ids, each as often, in whatever order.

use crate::sort::sort_by_number;

/// Whether two lists are equal as multisets.
pub fn same_multiset<I: Iterator<Item = u32> + Clone>(one: I, other: I) -> bool {
    // Length and sum differ for nearly all lists that differ, and need no memory.
    let length_and_sum = |ids: I| {
        ids.fold((0, 0u32), |(length, sum), id| {
            (length + 1, sum.wrapping_add(id))
        })
    };
    let sorted = |ids: I| {
        let mut ids: Vec<u32> = ids.collect();
        sort_by_number(&mut ids, |&id| u64::from(id));
        ids
    };
    length_and_sum(one.clone()) == length_and_sum(other.clone()) && sorted(one) == sorted(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_multiset_ignores_order_and_counts_copies() {
        let same =
            |one: &[u32], other: &[u32]| same_multiset(one.iter().copied(), other.iter().copied());
        assert!(same(&[3, 1, 3], &[3, 3, 1]));
        assert!(!same(&[3, 1, 3], &[1, 1, 5]));
        assert!(!same(&[2, 2], &[1, 3]) && !same(&[0], &[]));
    }
}
