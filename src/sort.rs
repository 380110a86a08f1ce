//! A list and a number for each of its items → the list in the order of the numbers.
//!
//! The standard library makes a copy of its sort for each type that is sorted, and a copy weighs some kilobytes. Every list of the core
//! is sorted by a number, so one copy serves them all.

/// Sorts `items` by `key`, which is asked once for each. Items with equal keys keep their order.
pub fn sort_by_number<T>(items: &mut [T], key: impl FnMut(&T) -> u64) {
    if items.len() < 2 {
        return;
    }
    let keys: Vec<u64> = items.iter().map(key).collect();
    for (at, from) in swaps(&keys).into_iter().enumerate() {
        items.swap(at, from);
    }
}

/// With which item each item is to be swapped, one after the other, so that all are in the order of `keys`.
#[inline(never)]
fn swaps(keys: &[u64]) -> Vec<usize> {
    let mut places = order(keys);
    for at in 0..places.len() {
        // What belongs here may have been swapped to another place before.
        let mut from = places[at];
        while from < at {
            from = places[from];
        }
        places[at] = from;
    }
    places
}

/// The places of `keys` in ascending order. The places of equal keys keep their order.
#[inline(never)]
fn order(keys: &[u64]) -> Vec<usize> {
    let mut keyed: Vec<(u64, usize)> = keys.iter().copied().zip(0..).collect();
    keyed.sort_unstable();
    keyed.into_iter().map(|(_, place)| place).collect()
}

/// For each key how many different keys are smaller. Equal keys have equal ranks.
pub fn ranks(keys: &[u64]) -> Vec<u32> {
    let mut ranks = vec![0; keys.len()];
    let (mut rank, mut last) = (0, None);
    for place in order(keys) {
        rank += u32::from(last.is_some_and(|last| last != keys[place]));
        last = Some(keys[place]);
        ranks[place] = rank;
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_stand_in_the_order_of_their_keys_and_equal_ones_as_before() {
        let mut words = ["three", "one", "four", "two", "eleven", "six"];
        sort_by_number(&mut words, |word| word.len() as u64);
        assert_eq!(words, ["one", "two", "six", "four", "three", "eleven"]);
    }

    #[test]
    fn ranks_count_smaller_keys() {
        assert_eq!(ranks(&[7, 3, 9, 3]), [1, 0, 2, 0]);
        assert_eq!(ranks(&[]), [0; 0]);
    }
}
