//! Which sentences may belong together: equal ones by fingerprint, alike ones by their rare words.

use super::Ground;
use crate::model::pairs::Pair;
use crate::similarity::{dice, shared, Weights};
use crate::text::interner::{hash_ids, Interner};
use crate::text::units::{Sentence, Units};

/// How many sentences are weighed for each one looked up.
const MOST_CANDIDATES: usize = 6;
/// Copies of one sentence on both sides together, multiplied, up to which all are linked with all.
const MOST_COPIES: usize = 16;
/// A link weaker than this share of the best that either of its sentences has is not considered.
const NEAR_BEST: f32 = 0.6;

/// A sentence of each text that may belong together.
#[derive(Clone, Copy, Debug)]
pub struct Link {
    pub before: usize,
    pub after: usize,
    pub likeness: f32,
}

impl Link {
    pub fn pair(&self) -> Pair {
        Pair {
            before: self.before..self.before + 1,
            after: self.after..self.after + 1,
            likeness: self.likeness,
        }
    }
}

/// An id for every sentence: equal where the words are.
pub struct Prints {
    pub before: Vec<u32>,
    pub after: Vec<u32>,
    /// How often each id stands on either side.
    places: Vec<(u32, u32)>,
}

impl Prints {
    /// How often two equal sentences stand in their texts. Where one text has more copies than the other, some of them have no
    /// equal left, and may be an edited sentence's:
    /// ```text
    /// before  It was late. It was late.      after  It was late. It was too late.
    /// ```
    pub fn copies(&self, link: &Link) -> (u32, u32) {
        self.places[self.before[link.before] as usize]
    }

    /// Whether neither of two linked sentences has an equal on its own side. A line printed twice that lost one copy and gained
    /// another was not moved:
    /// ```text
    /// before  Island votes. Island votes. It was late.      after  Island votes. It was late. Island votes.
    /// ```
    pub fn is_single(&self, link: &Link) -> bool {
        self.places[self.before[link.before] as usize].0 <= 1
            && self.places[self.after[link.after] as usize].1 <= 1
    }
}

/// Numbers the sentences by their words; marks count where there are no words.
pub fn fingerprints<'a>(before: &'a Units, after: &'a Units) -> Prints {
    let mut ids = Interner::default();
    // Of each id, where a sentence with it stands.
    let mut first: Vec<(&Units, &Sentence)> = Vec::new();
    let mut side = |units: &'a Units| -> Vec<u32> {
        let ids = units.sentences.iter().map(|sentence| {
            let hash = hash_ids(folded(units, sentence));
            let same = |id: u32| {
                let (other, earlier) = first[id as usize];
                folded(other, earlier).eq(folded(units, sentence))
            };
            let (id, new) = ids.id(hash, same);
            if new {
                first.push((units, sentence));
            }
            id
        });
        ids.collect()
    };
    let (before, after) = (side(before), side(after));
    let mut places = vec![(0, 0); ids.len()];
    for &id in &before {
        places[id as usize].0 += 1;
    }
    for &id in &after {
        places[id as usize].1 += 1;
    }
    Prints {
        before,
        after,
        places,
    }
}

/// The folded ids of a sentence's words, or of its marks where it has no words.
fn folded<'u>(units: &'u Units, sentence: &Sentence) -> impl Iterator<Item = u32> + 'u {
    let tokens = &units.tokens[sentence.tokens.clone()];
    let words = tokens.iter().any(|token| token.is_word());
    let counted = tokens.iter().filter(move |token| !words || token.is_word());
    counted.map(|token| token.folded)
}

/// Links between equal sentences that are not too common.
pub fn exact(prints: &Prints) -> Vec<Link> {
    let few = |id: u32| {
        let (before, after): (u32, u32) = prints.places[id as usize];
        before > 0 && after > 0 && before as usize * after as usize <= MOST_COPIES
    };
    let mut standing: Vec<u32> = (0..prints.after.len() as u32)
        .filter(|&after| few(prints.after[after as usize]))
        .collect();
    standing.sort_by_cached_key(|&after| u64::from(prints.after[after as usize]));
    let mut links = Vec::new();
    for (before, &id) in prints.before.iter().enumerate() {
        let first = standing.partition_point(|&after| prints.after[after as usize] < id);
        let equal = standing[first..]
            .iter()
            .take_while(|&&after| prints.after[after as usize] == id);
        links.extend(equal.map(|&after| Link {
            before,
            after: after as usize,
            likeness: 1.0,
        }));
    }
    links
}

/// Adds links between sentences that are alike, for those without an equal.
pub fn alike(ground: &Ground<'_>, settled: &(Vec<bool>, Vec<bool>), links: &mut Vec<Link>) {
    let mut index = ground.index();
    let mut found = Vec::new();
    for (after, settled_after) in settled.1.iter().enumerate() {
        let bag = ground.after.of(after);
        if *settled_after || bag.is_empty() {
            continue;
        }
        for before in index.look_up(bag, MOST_CANDIDATES) {
            let before = before as usize;
            if settled.0[before] {
                continue;
            }
            let likeness = dice(
                shared(ground.before.of(before), bag),
                ground.before.total(before),
                ground.after.total(after),
            );
            if likeness >= ground.options.candidate {
                found.push(Link {
                    before,
                    after,
                    likeness,
                });
            }
        }
    }
    let best = best(&found, settled.0.len(), settled.1.len());
    found.retain(|link| link.likeness >= NEAR_BEST * best.0[link.before].max(best.1[link.after]));
    links.extend(found);
    links.sort_by_cached_key(|link| (link.before as u64) << 32 | link.after as u64);
}

/// The likeness of the best link of each sentence, 0 where there is none.
pub fn best(links: &[Link], before: usize, after: usize) -> (Vec<f32>, Vec<f32>) {
    let mut best = (vec![0f32; before], vec![0f32; after]);
    for link in links {
        best.0[link.before] = best.0[link.before].max(link.likeness);
        best.1[link.after] = best.1[link.after].max(link.likeness);
    }
    best
}

/// What a link is worth: the weight of its words, times its likeness.
pub fn weight(link: &Link, before: &Units, weights: &Weights) -> u64 {
    let tokens = &before.tokens[before.sentences[link.before].tokens.clone()];
    let sum: u64 = tokens
        .iter()
        .filter(|token| token.is_word())
        .map(|token| u64::from(weights.of[token.folded as usize]))
        .sum();
    ((sum.max(1) as f64) * f64::from(link.likeness)) as u64
}
