//! Keys → ids in the order in which the keys first occur.

use hashbrown::HashTable;
use rustc_hash::FxHasher;
use std::hash::Hasher;

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

/// The hash of a string of bytes.
pub fn hash_bytes(bytes: &[u8]) -> u32 {
    let mut hasher = FxHasher::default();
    hasher.write(bytes);
    hasher.finish() as u32
}

/// The hash of a sequence of ids.
pub fn hash_ids(ids: impl Iterator<Item = u32>) -> u32 {
    let mut hasher = FxHasher::default();
    for id in ids {
        hasher.write_u32(id);
    }
    hasher.finish() as u32
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
                let hash = hash_bytes(key.as_bytes());
                let found = ids.id(hash, |id| keys[id as usize] == *key);
                assert_eq!(found, (at as u32, round == 0));
                assert_eq!(
                    ids.find(hash, |id| keys[id as usize] == *key),
                    Some(at as u32)
                );
            }
        }
        assert_eq!(
            ids.find(hash_bytes(b"key -1"), |id| keys[id as usize] == "key -1"),
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
}
