//! Strings → small numbers: every distinct token gets a form id, every distinct folded token a folded id.

use crate::fold::{fold, stem, Level};
use crate::platform::Platform;
use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A multiply-and-rotate hash in the manner of Firefox's FxHash: fast on short keys, the same on every machine.
#[derive(Default, Clone, Copy)]
pub struct Mix(u64);

impl Mix {
    fn add(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
}

impl Hasher for Mix {
    fn write(&mut self, bytes: &[u8]) {
        let mut chunks = bytes.chunks_exact(8);
        for chunk in &mut chunks {
            let mut word = [0; 8];
            word.copy_from_slice(chunk);
            self.add(u64::from_le_bytes(word));
        }
        let rest = chunks.remainder();
        if !rest.is_empty() {
            let mut word = [0; 8];
            word[..rest.len()].copy_from_slice(rest);
            self.add(u64::from_le_bytes(word) ^ ((rest.len() as u64) << 56));
        }
    }

    fn write_u8(&mut self, byte: u8) {
        self.add(u64::from(byte));
    }

    fn write_u32(&mut self, word: u32) {
        self.add(u64::from(word));
    }

    fn write_u64(&mut self, word: u64) {
        self.add(word);
    }

    fn write_usize(&mut self, word: usize) {
        self.add(word as u64);
    }

    fn finish(&self) -> u64 {
        // hashbrown looks at the top bits and at the bottom ones.
        self.0 ^ (self.0 >> 32)
    }
}

/// A map whose order is never asked for, so that its hash cannot show.
pub type FastMap<K, V> = HashMap<K, V, BuildHasherDefault<Mix>>;

/// All distinct tokens of both texts.
pub struct Lexicon<'t> {
    platform: &'t dyn Platform,
    form_ids: FastMap<&'t str, u32>,
    folded_ids: FastMap<Cow<'t, str>, u32>,
    /// The folded id of each form id.
    folded_of: Vec<u32>,
    folded: Vec<Cow<'t, str>>,
    stem_ids: FastMap<String, u32>,
}

impl<'t> Lexicon<'t> {
    /// An empty lexicon.
    pub fn new(platform: &'t dyn Platform) -> Self {
        Self {
            platform,
            form_ids: FastMap::default(),
            folded_ids: FastMap::default(),
            folded_of: Vec::new(),
            folded: Vec::new(),
            stem_ids: FastMap::default(),
        }
    }

    /// The platform that folds.
    pub fn platform(&self) -> &'t dyn Platform {
        self.platform
    }

    /// The form id and the folded id of a token.
    pub fn intern(&mut self, form: &'t str) -> (u32, u32) {
        if let Some(&id) = self.form_ids.get(form) {
            return (id, self.folded_of[id as usize]);
        }
        let id = self.folded_of.len() as u32;
        self.form_ids.insert(form, id);
        let folded = fold(form, Level::Letters, self.platform);
        let folded_id = match self.folded_ids.get(&folded) {
            Some(&known) => known,
            None => {
                let fresh = self.folded.len() as u32;
                self.folded.push(folded.clone());
                self.folded_ids.insert(folded, fresh);
                fresh
            }
        };
        self.folded_of.push(folded_id);
        (id, folded_id)
    }

    /// How many folded ids there are.
    pub fn len(&self) -> usize {
        self.folded.len()
    }

    /// Whether nothing was interned.
    pub fn is_empty(&self) -> bool {
        self.folded.is_empty()
    }

    /// The folded characters of a folded id.
    pub fn folded(&self, id: u32) -> &str {
        &self.folded[id as usize]
    }

    /// A stem id for each folded id: equal where two words are likely forms of one word. Ids have no other meaning.
    pub fn stems(&mut self) -> Vec<u32> {
        let platform = self.platform;
        let mut stems = Vec::with_capacity(self.folded.len());
        for folded in &self.folded {
            let fresh = self.stem_ids.len() as u32;
            stems.push(*self.stem_ids.entry(stem(folded, platform)).or_insert(fresh));
        }
        stems
    }
}
