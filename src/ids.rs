//! Keys → ids in the order in which they come: the one hash table of the house. A map of the standard library for every type of key
//! would bring 2 KB of wasm along each time.

/// Slots of the smallest table: enough for the words of an article, so that it hardly ever grows.
const LEAST: usize = 1024;

/// Ids of keys that the caller keeps. Its order is never asked for, so that no hash can show.
#[derive(Default)]
pub struct Ids {
    /// Id + 1, or 0 for an empty slot; as many as a power of two, and less than three quarters of them taken.
    slots: Vec<u32>,
    /// The hash of each id's key.
    hashes: Vec<u32>,
}

impl Ids {
    /// The id of the key with this hash for which `same` holds, and whether it is a fresh one: the next number.
    pub fn of(&mut self, hash: u32, same: impl Fn(u32) -> bool) -> (u32, bool) {
        if 4 * (self.hashes.len() + 1) > 3 * self.slots.len() {
            self.grow();
        }
        let slot = self.slot(hash, same);
        if let Some(id) = self.slots[slot].checked_sub(1) {
            return (id, false);
        }
        let id = self.hashes.len() as u32;
        self.hashes.push(hash);
        self.slots[slot] = id + 1;
        (id, true)
    }

    /// The id of the key with this hash for which `same` holds, if it has one.
    pub fn find(&self, hash: u32, same: impl Fn(u32) -> bool) -> Option<u32> {
        if self.slots.is_empty() {
            return None;
        }
        self.slots[self.slot(hash, same)].checked_sub(1)
    }

    /// The slot of a key, or the empty one where it would stand.
    fn slot(&self, hash: u32, same: impl Fn(u32) -> bool) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        while let Some(id) = self.slots[slot].checked_sub(1) {
            if self.hashes[id as usize] == hash && same(id) {
                break;
            }
            slot = (slot + 1) & mask;
        }
        slot
    }
    fn grow(&mut self) {
        let size = (2 * self.slots.len()).max(LEAST);
        self.slots = vec![0; size];
        self.hashes.reserve(3 * size / 4 - self.hashes.len());
        for (id, &hash) in (1..).zip(&self.hashes) {
            let mut slot = hash as usize & (size - 1);
            while self.slots[slot] != 0 {
                slot = (slot + 1) & (size - 1);
            }
            self.slots[slot] = id;
        }
    }
}

/// Ids of numbers.
#[derive(Default)]
pub struct Numbers {
    ids: Ids,
    numbers: Vec<u64>,
}

impl Numbers {
    /// The id of a number; a fresh one is the count of those before it.
    pub fn id(&mut self, number: u64) -> u32 {
        let mut mix = Mix::default();
        mix.add(number);
        let numbers = &self.numbers;
        let (id, fresh) = self.ids.of(mix.hash(), |id| numbers[id as usize] == number);
        if fresh {
            self.numbers.push(number);
        }
        id
    }

    /// How many different numbers there were.
    pub fn len(&self) -> usize {
        self.numbers.len()
    }
}

/// A sum that changes with every word added and with their order: multiply and rotate, the same on every machine.
#[derive(Clone, Copy, Default)]
pub struct Mix(u64);

impl Mix {
    /// Adds a word.
    pub fn add(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
    }

    /// All bits of the sum.
    pub fn whole(self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }

    /// A hash for [`Ids`]. The upper bits of a product are the better mixed ones, and know of the lower ones only: so twice.
    pub fn hash(self) -> u32 {
        let mut twice = Mix(0);
        twice.add(self.whole());
        (twice.0 >> 32) as u32
    }
}

/// Bytes that go into one number.
const PACK: usize = 8;

/// Up to eight bytes as one number. As many others have another: from four on, the first four and the last four tell all of them.
fn packed(bytes: &[u8]) -> u64 {
    let number = |four: &[u8; 4]| u64::from(u32::from_le_bytes(*four));
    match (bytes.first_chunk(), bytes.last_chunk()) {
        (Some(first), Some(last)) => number(first) << 32 | number(last),
        _ => bytes
            .iter()
            .fold(0, |number, &byte| number << 8 | u64::from(byte)),
    }
}

/// The hash of some bytes, for [`Ids`].
pub fn hash(bytes: &[u8]) -> u32 {
    mixed(bytes).hash()
}

/// The sum of some bytes and their length. Most words are of one step.
pub fn mixed(bytes: &[u8]) -> Mix {
    let mut mix = Mix(bytes.len() as u64);
    let mut rest = bytes;
    while let Some((pack, more)) = rest.split_at_checked(PACK).filter(|_| rest.len() > PACK) {
        mix.add(packed(pack));
        rest = more;
    }
    mix.add(packed(rest));
    mix
}

/// Whether two words are the same bytes. The general way compares one byte after the other in wasm.
pub fn same_bytes(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len()
        && if one.len() <= PACK {
            packed(one) == packed(other)
        } else {
            one == other
        }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_count_up_and_come_back() {
        let keys: Vec<String> = (0..5000).map(|n| format!("key {}", n * 7 % 5000)).collect();
        let mut ids = Ids::default();
        for round in 0..2 {
            for (at, key) in keys.iter().enumerate() {
                let found = ids.of(hash(key.as_bytes()), |id| keys[id as usize] == *key);
                assert_eq!(found, (at as u32, round == 0));
            }
        }
    }

    #[test]
    fn words_are_the_same_where_their_bytes_are() {
        let words: Vec<Vec<u8>> = (0..20)
            .flat_map(|length| {
                let plain = vec![b'a'; length];
                let changed = (0..length).map(move |at| {
                    let mut word = vec![b'a'; length];
                    word[at] = b'b';
                    word
                });
                std::iter::once(plain).chain(changed)
            })
            .collect();
        for one in &words {
            for other in &words {
                assert_eq!(same_bytes(one, other), one == other);
                assert!(
                    one == other || hash(one) != hash(other),
                    "{one:?} {other:?}"
                );
            }
        }
    }

    #[test]
    fn keys_of_one_hash_stay_apart() {
        let mut ids = Ids::default();
        let keys = [3, 1, 4, 1, 5];
        let mut kept: Vec<i32> = Vec::new();
        let found: Vec<u32> = keys
            .iter()
            .map(|&key| {
                let (id, fresh) = ids.of(7, |id| kept[id as usize] == key);
                if fresh {
                    kept.push(key);
                }
                id
            })
            .collect();
        assert_eq!(found, [0, 1, 2, 1, 3]);
    }
}
