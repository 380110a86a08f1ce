//! What is left on both sides → moved phrases: the same words in a row, elsewhere, with nothing changed inside.

use crate::model::matching::{Matching, Stretch, NONE};
use crate::similarity::{Weights, UNIT};
use crate::text::interner::{hash_ids, Interner};
use crate::text::units::Units;
use std::ops::Range;

/// Words of the shortest phrase that is called moved. Shorter ones come again by chance: in news, five words in a row do so a few
/// times in every pair of stories on one matter, seven nearly never.
const LEAST_WORDS: usize = 7;
/// Weight (rare words) of the lightest such phrase: seven small words say nothing.
const LEAST_WEIGHT: u32 = 3 * UNIT;
/// Tokens by which phrases are looked up.
const SEED: usize = 4;
/// Places at which a seed may stand to be of use.
const MOST_PLACES: usize = 4;

/// Enters the moved phrases into `matching`.
///
/// ```text
/// before  [After a night of talks in the old town hall, ]the council agreed. The mayor left.
/// after   The council agreed. The mayor left[ after a night of talks in the old town hall].
/// ```
pub fn phrases(before: &Units, after: &Units, weights: &Weights, matching: &mut Matching) {
    let free = |units: &Units, partners: &[u32], taken: Vec<Range<usize>>| {
        let mut free: Vec<bool> = (0..units.tokens.len())
            .map(|at| partners[at] == NONE)
            .collect();
        for range in taken {
            free[range].fill(false);
        }
        free
    };
    let taken = |of: fn(&Stretch) -> &Range<usize>| {
        matching
            .moves
            .iter()
            .chain(&matching.orders)
            .map(|stretch| of(stretch).clone())
            .collect()
    };
    let mut free = (
        free(before, &matching.before, taken(|stretch| &stretch.before)),
        free(after, &matching.after, taken(|stretch| &stretch.after)),
    );
    let mut found = matches(before, after, weights, &free);
    found.sort_by_cached_key(|stretch| u64::MAX - stretch.before.len() as u64);
    for stretch in found {
        if free.0[stretch.before.clone()].iter().all(|&free| free)
            && free.1[stretch.after.clone()].iter().all(|&free| free)
        {
            free.0[stretch.before.clone()].fill(false);
            free.1[stretch.after.clone()].fill(false);
            for (i, j) in stretch.before.clone().zip(stretch.after.clone()) {
                matching.link(i, j);
            }
            matching.moves.push(stretch);
        }
    }
    matching
        .moves
        .sort_by_cached_key(|stretch| stretch.before.start as u64);
}

/// The longest stretches of free tokens that are the same on both sides.
fn matches(
    before: &Units,
    after: &Units,
    weights: &Weights,
    free: &(Vec<bool>, Vec<bool>),
) -> Vec<Stretch> {
    let seed = |units: &Units, free: &[bool], at: usize| -> bool {
        free.get(at..at + SEED)
            .is_some_and(|free| free.iter().all(|&free| free) && units.tokens[at].is_word())
    };
    let folded = |units: &Units, at: usize| {
        std::array::from_fn::<u32, SEED, _>(|k| units.tokens[at + k].folded)
    };
    let mut seeds = Interner::default();
    // Of each seed, at how many places it stands, and the first of them.
    let mut places: Vec<(usize, [u32; MOST_PLACES])> = Vec::new();
    for at in 0..before.tokens.len() {
        if seed(before, &free.0, at) {
            let ids = folded(before, at);
            let same = |id: u32| folded(before, places[id as usize].1[0] as usize) == ids;
            let (id, new) = seeds.id(hash_ids(ids.into_iter()), same);
            if new {
                places.push((0, [0; MOST_PLACES]));
            }
            let (count, list) = &mut places[id as usize];
            if let Some(place) = list.get_mut(*count) {
                *place = at as u32;
            }
            *count += 1;
        }
    }
    let look_up = |at: usize| {
        let ids = folded(after, at);
        let same = |id: u32| folded(before, places[id as usize].1[0] as usize) == ids;
        let (count, list) = &places[seeds.find(hash_ids(ids.into_iter()), same)? as usize];
        list.get(..*count)
    };
    let mut found: Vec<Stretch> = Vec::new();
    if places.is_empty() {
        return found;
    }
    let same = |i: usize, j: usize| {
        i < before.tokens.len()
            && j < after.tokens.len()
            && free.0[i]
            && free.1[j]
            && before.tokens[i].folded == after.tokens[j].folded
    };
    let mut at = 0;
    while at < after.tokens.len() {
        let Some(list) = seed(after, &free.1, at).then(|| look_up(at)).flatten() else {
            at += 1;
            continue;
        };
        let longest = list
            .iter()
            .map(|&start| {
                (
                    start as usize,
                    (0..)
                        .take_while(|k| same(start as usize + k, at + k))
                        .count(),
                )
            })
            .max_by_key(|&(start, length)| (length, usize::MAX - start));
        let Some((start, length)) = longest.filter(|&(_, length)| length >= SEED) else {
            at += 1;
            continue;
        };
        let length = without_tail(after, at, length);
        let words = after.tokens[at..at + length]
            .iter()
            .filter(|token| token.is_word());
        let weight: u32 = words
            .clone()
            .map(|token| weights.of[token.folded as usize])
            .sum();
        if words.count() >= LEAST_WORDS && weight >= LEAST_WEIGHT {
            found.push(Stretch {
                before: start..start + length,
                after: at..at + length,
            });
        }
        at += length.max(1);
    }
    found
}

/// A phrase does not end with a mark that only happens to follow it in both places.
fn without_tail(units: &Units, at: usize, length: usize) -> usize {
    let mut length = length;
    while length > 0 && !units.tokens[at + length - 1].is_word() {
        length -= 1;
    }
    length
}
