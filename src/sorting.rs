//! The one sort of the house. Every sorted type would bring some 6 KB of wasm along; here all go through keys of one type.

/// Items in a slice up to which insertion is as fast as anything.
const SHORT: usize = 40;

/// Sorts by a key; items of equal keys keep their order.
pub fn sort_by_key<T>(items: &mut Vec<T>, key: impl Fn(&T) -> u64) {
    let keys = items.iter().map(key).collect::<Vec<_>>();
    if keys.windows(2).all(|two| two[0] <= two[1]) {
        return;
    }
    let order = order(&keys);
    let mut from: Vec<Option<T>> = std::mem::take(items).into_iter().map(Some).collect();
    items.extend(
        order
            .into_iter()
            .filter_map(|(_, index)| from[index as usize].take()),
    );
}

/// Sorts a short slice in place, by insertion; a long one through [`sort_by_key`].
pub fn sort_slice<T: Copy>(items: &mut [T], key: impl Fn(&T) -> u64) {
    if items.len() > SHORT {
        let mut all = items.to_vec();
        sort_by_key(&mut all, key);
        items.copy_from_slice(&all);
        return;
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

/// Sorted ids.
pub fn sorted(mut ids: Vec<u32>) -> Vec<u32> {
    sort_slice(&mut ids, |&id| u64::from(id));
    ids
}

/// The keys in ascending order, each with the index it had; equal keys by index.
#[inline(never)]
fn order(keys: &[u64]) -> Vec<(u64, u32)> {
    let mut order: Vec<(u64, u32)> = keys.iter().copied().zip(0..).collect();
    order.sort_unstable();
    order
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
    fn short_and_long_slices_sort_alike() {
        let mut long: Vec<u32> = (0..100).map(|n| n * 37 % 101).collect();
        let mut short = long[..30].to_vec();
        let mut naive = (long.clone(), short.clone());
        naive.0.sort_unstable();
        naive.1.sort_unstable();
        sort_slice(&mut long, |&n| u64::from(n));
        sort_slice(&mut short, |&n| u64::from(n));
        assert_eq!((long, short), naive);
    }
}
