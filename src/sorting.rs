//! The one sort of the house. Every sorted type would bring some 6 KB of wasm along; here all go through keys of one type.

use alloc::vec;
use alloc::vec::Vec;

/// Items in a slice up to which insertion is as fast as anything.
const SHORT: usize = 24;

/// Sorts by a key; items of equal keys keep their order.
pub fn sort_by_key<T>(items: &mut [T], key: impl Fn(&T) -> u64) {
    let order = order(items.len(), &|at| key(&items[at]));
    settle(order, &mut |at, from| items.swap(at, from));
}

/// Brings what stands in each place of the order to its place, along the cycle that it stands on.
#[inline(never)]
fn settle(mut order: Vec<u32>, swap: &mut dyn FnMut(usize, usize)) {
    for first in 0..order.len() {
        let mut at = first;
        loop {
            let from = core::mem::replace(&mut order[at], at as u32) as usize;
            if from == first || from == at {
                break;
            }
            swap(at, from);
            at = from;
        }
    }
}

/// Sorts a slice that is short as a rule.
pub fn sort_slice<T: Copy>(items: &mut [T], key: impl Fn(&T) -> u64) {
    if items.len() > SHORT {
        return sort_by_key(items, key);
    }
    for at in 1..items.len() {
        let item = items[at];
        let wanted = key(&item);
        let mut hole = at;
        while hole > 0 && key(&items[hole - 1]) > wanted {
            items[hole] = items[hole - 1];
            hole -= 1;
        }
        items[hole] = item;
    }
}

/// Whether two lists hold the same ids, each as often, in whatever order.
pub fn same_bag<I: Iterator<Item = u32> + Clone>(one: I, other: I) -> bool {
    // How many they are and what they add up to tells nearly always.
    let told = |ids: I| {
        ids.fold((0, 0u32), |(count, sum), id| {
            (count + 1, sum.wrapping_add(id))
        })
    };
    told(one.clone()) == told(other.clone()) && sorted(one.collect()) == sorted(other.collect())
}

#[inline(never)]
fn sorted(mut ids: Vec<u32>) -> Vec<u32> {
    sort_by_key(&mut ids, |&id| u64::from(id));
    ids
}

/// The places in ascending order of their keys, equal keys in the order in which they stood; nothing if they stand so already.
#[inline(never)]
fn order(count: usize, key: &dyn Fn(usize) -> u64) -> Vec<u32> {
    let mut keys: Vec<(u64, u32)> = (0..count).map(|at| (key(at), at as u32)).collect();
    if keys.windows(2).all(|two| two[0].0 <= two[1].0) {
        return Vec::new();
    }
    if keys.len() <= SHORT {
        sort_slice(&mut keys, |&(key, _)| key);
        return keys.into_iter().map(|(_, index)| index).collect();
    }
    // What ascends already is a run; runs are merged two by two from one list into the other, until there is one.
    let mut starts: Vec<usize> = vec![0];
    starts.extend((1..keys.len()).filter(|&at| keys[at - 1].0 > keys[at].0));
    let mut merged = keys.clone();
    while starts.len() > 1 {
        let mut at = 0;
        for pair in 0..starts.len().div_ceil(2) {
            let end = |run: usize| starts.get(run).copied().unwrap_or(keys.len());
            let (mut one, middle, end) = (starts[2 * pair], end(2 * pair + 1), end(2 * pair + 2));
            let mut other = middle;
            while at < end {
                let takes_one = one < middle && (other >= end || keys[one].0 <= keys[other].0);
                let from = if takes_one { &mut one } else { &mut other };
                merged[at] = keys[*from];
                *from += 1;
                at += 1;
            }
        }
        core::mem::swap(&mut keys, &mut merged);
        let mut run = 0;
        starts.retain(|_| {
            run += 1;
            run % 2 == 1
        });
    }
    keys.into_iter().map(|(_, index)| index).collect()
}

// Two steps of sorting by counting (Seward 1954), for keys that are small numbers.

/// Each number becomes the sum of all up to it.
pub fn add_up(numbers: &mut [u32]) {
    let mut sum = 0;
    for number in numbers {
        sum += *number;
        *number = sum;
    }
}

/// The number, which is then one more.
pub fn take_one(number: &mut u32) -> u32 {
    *number += 1;
    *number - 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_keys_keep_their_order() {
        let mut items = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        sort_by_key(&mut items, |&(key, _)| key);
        assert_eq!(items, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }

    #[test]
    fn a_bag_knows_no_order_and_how_often() {
        let same =
            |one: &[u32], other: &[u32]| same_bag(one.iter().copied(), other.iter().copied());
        assert!(same(&[3, 1, 3], &[3, 3, 1]));
        assert!(!same(&[3, 1, 3], &[1, 1, 5]));
        assert!(!same(&[2, 2], &[1, 3]) && !same(&[0], &[]));
    }

    #[test]
    fn short_and_long_slices_sort_alike() {
        for length in 0..200 {
            let mut items: Vec<(u32, u32)> = (0..length).map(|n| (n * n * 37 % 31, n)).collect();
            let mut naive = items.clone();
            naive.sort();
            sort_by_key(&mut items, |&(key, _)| u64::from(key));
            assert_eq!(items, naive);
            sort_slice(&mut items, |&(_, n)| u64::from(n));
            assert!(items.iter().map(|&(_, n)| n).eq(0..length));
        }
    }
}
