//! Keys → ids in the order in which the keys first occur.

use hashbrown::HashTable;
use rapidhash::fast::SeedableState;
use rapidhash::v3::RapidSecrets;
use std::hash::{BuildHasher, DefaultHasher, Hasher};

/// Gives ids to keys that the caller keeps. Two keys get the same id only if the caller says that they are equal, so no hash can
/// show in a result.
#[derive(Default)]
pub struct Interner {
    entries: HashTable<Entry>,
}

struct Entry {
    hash: u32,
    id: u32,
}

impl Entry {
    /// The hash as the table wants it: the table takes the place from the low bits and a tag from the high bits.
    fn wide(hash: u32) -> u64 {
        u64::from(hash) << 32 | u64::from(hash)
    }
}

impl Interner {
    /// The id of the key that has this hash and for which `same` holds, and whether the key is new. A new key gets the next number.
    pub fn id(&mut self, hash: u32, same: impl Fn(u32) -> bool) -> (u32, bool) {
        let next = self.entries.len() as u32;
        let entry = self.entries.entry(
            Entry::wide(hash),
            |entry| entry.hash == hash && same(entry.id),
            |entry| Entry::wide(entry.hash),
        );
        let id = entry.or_insert(Entry { hash, id: next }).get().id;
        (id, id == next)
    }

    /// The id of the key that has this hash and for which `same` holds, if there is one.
    pub fn find(&self, hash: u32, same: impl Fn(u32) -> bool) -> Option<u32> {
        let found = self.entries.find(Entry::wide(hash), |entry| {
            entry.hash == hash && same(entry.id)
        });
        found.map(|entry| entry.id)
    }
}

/// The secrets of all hashes of one comparison.
///
/// An attacker could write a text of words that have the same hash, and each look-up would take as long as the text. These secrets depend
/// on every character of both texts, so that nobody can choose words for them. They are not random: the same texts have the same
/// secrets.
#[derive(Clone, Copy)]
pub struct HashKey(RapidSecrets);

impl HashKey {
    /// The key of two texts, by the hash of the standard library: it is slower, and there is no known way to choose a text for its result.
    pub fn of(before: &str, after: &str) -> Self {
        let mut hasher = DefaultHasher::new();
        hasher.write(before.as_bytes());
        hasher.write_usize(before.len());
        hasher.write(after.as_bytes());
        Self(RapidSecrets::seed(hasher.finish()))
    }

    fn hasher(&self) -> impl Hasher + '_ {
        SeedableState::custom(self.0.seed, &self.0.secrets).build_hasher()
    }

    /// The hash of a string of bytes.
    pub fn hash_bytes(&self, bytes: &[u8]) -> u32 {
        let mut hasher = self.hasher();
        hasher.write(bytes);
        hasher.finish() as u32
    }

    /// The hash of a sequence of ids.
    pub fn hash_ids(&self, ids: impl Iterator<Item = u32>) -> u32 {
        let mut hasher = self.hasher();
        for id in ids {
            hasher.write_u32(id);
        }
        hasher.finish() as u32
    }
}

impl Default for HashKey {
    /// The key of two texts without a character.
    fn default() -> Self {
        Self::of("", "")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_count_up_and_are_found_again() {
        let keys: Vec<String> = (0..5000).map(|n| format!("key {}", n * 7 % 5000)).collect();
        let mut ids = Interner::default();
        for round in 0..2 {
            for (at, key) in keys.iter().enumerate() {
                let hash = HashKey::default().hash_bytes(key.as_bytes());
                let found = ids.id(hash, |id| keys[id as usize] == *key);
                assert_eq!(found, (at as u32, round == 0));
                assert_eq!(
                    ids.find(hash, |id| keys[id as usize] == *key),
                    Some(at as u32)
                );
            }
        }
        assert_eq!(
            ids.find(HashKey::default().hash_bytes(b"key -1"), |id| keys
                [id as usize]
                == "key -1"),
            None
        );
    }

    #[test]
    fn keys_with_the_same_hash_get_different_ids() {
        let mut ids = Interner::default();
        let mut kept: Vec<i32> = Vec::new();
        let found: Vec<u32> = [3, 1, 4, 1, 5]
            .iter()
            .map(|&key| {
                let (id, new) = ids.id(7, |id| kept[id as usize] == key);
                if new {
                    kept.push(key);
                }
                id
            })
            .collect();
        assert_eq!(found, [0, 1, 2, 1, 3]);
    }

    /// Words chosen so that a public hash puts them all into one slot of a table of [`SLOTS`].
    fn words_of_one_slot() -> Vec<String> {
        let public = |word: &str| {
            let mut hasher = rustc_hash::FxHasher::default();
            hasher.write(word.as_bytes());
            hasher.finish() as usize % SLOTS
        };
        let words = (0u32..).map(|n| format!("word{n:x}"));
        words.filter(|word| public(word) == 0).take(2000).collect()
    }

    const SLOTS: usize = 4096;

    #[test]
    fn words_chosen_against_a_public_hash_are_spread() {
        let words = words_of_one_slot();
        let text = words.join(" ");
        for key in [HashKey::of(&text, ""), HashKey::of("", &text)] {
            let mut slots = vec![0; SLOTS];
            for word in &words {
                slots[key.hash_bytes(word.as_bytes()) as usize % SLOTS] += 1;
            }
            // By chance a slot has more than eight of them in one text of ten thousand at most.
            assert!(slots.iter().all(|&words| words <= 8), "{slots:?}");
        }
    }

    #[test]
    fn sequences_of_ids_are_spread() {
        let key = HashKey::of("one text", "another");
        let mut slots = vec![0; SLOTS];
        for first in 0..50 {
            for second in 0..40 {
                let ids = [first << 16, second, second ^ first, 7];
                slots[key.hash_ids(ids.into_iter()) as usize % SLOTS] += 1;
            }
        }
        assert!(slots.iter().all(|&ids| ids <= 8), "{slots:?}");
    }

    #[test]
    fn the_key_depends_on_each_character_and_on_nothing_else() {
        let hash = |before, after| HashKey::of(before, after).hash_bytes(b"word");
        let one = hash("It was late.", "It was early.");
        assert_eq!(one, hash("It was late.", "It was early."));
        for (before, after) in [
            ("It was late!", "It was early."),
            ("It was late.", "It was early!"),
            ("It was early.", "It was late."),
            ("It was late.It", " was early."),
        ] {
            assert_ne!(one, hash(before, after));
        }
    }
}
