//! Unmatched words of both texts → moved phrases: the same words in a row elsewhere, with nothing changed inside.

use crate::both::Both;
use crate::model::comparison::Comparison;
use crate::model::matching::{Matching, TokenRanges};
use crate::similarity::UNIT;
use crate::sort::sort_by_number;
use crate::text::interner::{HashKey, Interner};
use crate::text::units::Units;

/// Words of the shortest phrase that is called moved. Shorter ones come again by chance: in news, five words in a row do so a few
/// times in every pair of stories on one matter, seven nearly never.
const MIN_WORDS: usize = 7;
/// Weight (rare words) of the lightest such phrase: seven small words say nothing.
const MIN_WEIGHT: u32 = 3 * UNIT;
/// Words of the shortest phrase that is called moved where it is all that came and all that went in one pair of sentences.
const MIN_WORDS_IN_PAIR: usize = 4;
/// Weight (rare words) of the lightest such phrase.
const MIN_WEIGHT_IN_PAIR: u32 = 3 * UNIT / 2;
/// Tokens in a row by which phrases are looked up.
const SEED: usize = 4;
/// Places in the first text at which a seed may occur to be of use.
const MAX_PLACES: usize = 4;

/// Enters the moved phrases into the matching.
///
/// ```text
/// before  [After a night of talks in the old town hall, ]the council agreed. The mayor left.
/// after   The council agreed. The mayor left[ after a night of talks in the old town hall].
/// ```
#[inline(never)]
pub fn find_moved_phrases(comparison: &Comparison<'_>, matching: &mut Matching) {
    let mut free = free_tokens(comparison, matching);
    let mut found = equal_ranges(comparison, matching, &free);
    // The longest first; equally long ones in the order of the second text.
    sort_by_number(&mut found, |ranges| u64::MAX - ranges.before.len() as u64);
    for ranges in found {
        let sides = free.as_mut().zip(ranges.clone());
        let is_free = sides
            .into_iter()
            .all(|(free, range)| free[range].iter().all(|&free| free));
        if is_free {
            for (free, range) in free.as_mut().zip(ranges.clone()) {
                free[range].fill(false);
            }
            for (i, j) in ranges.before.clone().zip(ranges.after.clone()) {
                matching.link(i, j);
            }
            matching.moves.push(ranges);
        }
    }
    sort_by_number(&mut matching.moves, |ranges| ranges.before.start as u64);
}

/// Which tokens have no partner, and are in no move and in no reordering.
fn free_tokens(comparison: &Comparison<'_>, matching: &Matching) -> Both<Vec<bool>> {
    let sides = comparison.units().zip(matching.partners.as_ref());
    let mut free: Both<Vec<bool>> = sides.map(|(units, partners)| {
        let tokens = 0..units.tokens.len();
        tokens.map(|at| !partners.has(at)).collect()
    });
    for ranges in matching.moves.iter().chain(&matching.reorderings) {
        for (free, range) in free.as_mut().zip(ranges.clone()) {
            free[range].fill(false);
        }
    }
    free
}

/// The places in the first text at which each seed occurs.
struct Seeds<'u> {
    units: &'u Units,
    key: HashKey,
    ids: Interner,
    /// By id, how many places there are, and the first of them.
    places: Vec<(usize, [u32; MAX_PLACES])>,
}

impl<'u> Seeds<'u> {
    fn new(units: &'u Units, free: &[bool], key: HashKey) -> Self {
        let mut seeds = Self {
            units,
            key,
            ids: Interner::default(),
            places: Vec::new(),
        };
        for at in 0..units.tokens.len() {
            let Some(seed) = seed(units, free, at) else {
                continue;
            };
            let places = &seeds.places;
            let same = |id: u32| seed_at(units, places[id as usize].1[0] as usize) == seed;
            let (id, new) = seeds.ids.id(key.hash_ids(seed.into_iter()), same);
            if new {
                seeds.places.push((0, [0; MAX_PLACES]));
            }
            let (count, list) = &mut seeds.places[id as usize];
            if let Some(place) = list.get_mut(*count) {
                *place = at as u32;
            }
            *count += 1;
        }
        seeds
    }

    /// The places of a seed, if it has any and not too many.
    fn places(&self, seed: [u32; SEED]) -> Option<&[u32]> {
        let same = |id: u32| seed_at(self.units, self.places[id as usize].1[0] as usize) == seed;
        let id = self.ids.find(self.key.hash_ids(seed.into_iter()), same)?;
        let (count, list) = &self.places[id as usize];
        list.get(..*count)
    }
}

fn seed_at(units: &Units, at: usize) -> [u32; SEED] {
    std::array::from_fn(|k| units.tokens[at + k].folded)
}

/// The folded ids of the tokens from `at` on, if all of them are free and the first is a word.
fn seed(units: &Units, free: &[bool], at: usize) -> Option<[u32; SEED]> {
    let all_free = free.get(at..at + SEED)?.iter().all(|&free| free);
    (all_free && units.tokens[at].is_word()).then(|| seed_at(units, at))
}

/// The longest ranges of free tokens that are the same in both texts.
fn equal_ranges(
    comparison: &Comparison<'_>,
    matching: &Matching,
    free: &Both<Vec<bool>>,
) -> Vec<TokenRanges> {
    let Both { before, after } = comparison.units();
    let seeds = Seeds::new(before, &free.before, comparison.lexicon.hash_key());
    let mut found = Vec::new();
    if seeds.places.is_empty() {
        return found;
    }
    let same = |i: usize, j: usize| {
        free.before.get(i) == Some(&true)
            && free.after.get(j) == Some(&true)
            && before.tokens[i].folded == after.tokens[j].folded
    };
    let mut at = 0;
    while at < after.tokens.len() {
        let places = seed(after, &free.after, at).and_then(|seed| seeds.places(seed));
        let lengths = places.unwrap_or_default().iter().map(|&start| {
            let start = start as usize;
            let length = (0..).take_while(|k| same(start + k, at + k)).count();
            (start, length)
        });
        let longest = lengths.max_by_key(|&(start, length)| (length, usize::MAX - start));
        let Some((start, length)) = longest else {
            at += 1;
            continue;
        };
        let length = without_last_punctuation(after, at, length);
        let phrase = at..at + length;
        let ranges = Both::new(start..start + length, phrase);
        let words = after.words(&ranges.after).count();
        let weight = comparison.weights.sum(after.words(&ranges.after));
        let is_long = words >= MIN_WORDS && weight >= MIN_WEIGHT;
        let may_be_whole = words >= MIN_WORDS_IN_PAIR && weight >= MIN_WEIGHT_IN_PAIR;
        if is_long || may_be_whole && is_all_that_differs(comparison, matching, free, &ranges) {
            found.push(ranges);
        }
        at += length.max(1);
    }
    found
}

/// Whether a phrase is all that went at its place and all that came at its other place, but for punctuation, in one pair of sentences
/// in place.
///
/// ```text
/// before  [After a row over money, ]the mayor left.      after  The mayor left[ after a row over money].
/// ```
fn is_all_that_differs(
    comparison: &Comparison<'_>,
    matching: &Matching,
    free: &Both<Vec<bool>>,
    ranges: &TokenRanges,
) -> bool {
    let pairs = &matching.pairs;
    let at = pairs.partition_point(|pair| pair.tokens.before.end <= ranges.before.start);
    let is_in_place = pairs.get(at).is_some_and(|pair| {
        let places = pair.tokens.as_ref().zip(ranges.as_ref());
        let mut places = places.into_iter();
        !pair.moved && places.all(|(tokens, range)| tokens.contains(&range.start))
    });
    let mut sides = comparison
        .units()
        .zip(free.as_ref())
        .zip(ranges.as_ref())
        .into_iter();
    is_in_place
        && sides.all(|((units, free), range)| {
            let is_free_word =
                |at: usize| free.get(at) == Some(&true) && units.tokens[at].is_word();
            !range.start.checked_sub(1).is_some_and(is_free_word) && !is_free_word(range.end)
        })
}

/// The length of a phrase without the punctuation that only happens to follow it in both places.
fn without_last_punctuation(units: &Units, at: usize, length: usize) -> usize {
    let mut length = length;
    while length > 0 && !units.tokens[at + length - 1].is_word() {
        length -= 1;
    }
    length
}
