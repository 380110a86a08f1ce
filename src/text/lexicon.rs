//! Tokens → small numbers: each distinct token gets a form id, each distinct folded token a folded id.

use crate::data::{HONORIFIC, NAME, NEGATION};
use crate::text::char_cache::CharCache;
use crate::text::fold::{fold, Level};
use crate::text::interner::{HashKey, Interner};
use crate::text::platform::Platform;
use crate::text::quantities::{quantity_of, Kind, ValueWord};
use crate::text::stem::stem;
use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::Range;

/// The lists of words that are looked for where no space is between words.
#[derive(Clone, Copy, Debug, Default)]
pub struct ListStarts {
    /// The list of words that say no.
    pub negation: bool,
    /// The list of titles behind a name.
    pub honorific: bool,
    /// The list of countries and cities.
    pub name: bool,
}

/// All distinct tokens of both texts.
pub struct Lexicon<'t> {
    chars: &'t CharCache<'t>,
    key: HashKey,
    form_ids: Interner,
    forms: Vec<&'t [u8]>,
    /// The folded id of each form id.
    folded_of: Vec<u32>,
    folded_ids: Interner,
    folded: Vec<Cow<'t, str>>,
    /// The kind of value that each folded id says, once somebody has asked for it.
    quantities: Vec<OnceCell<Option<(Kind, ValueWord)>>>,
    /// Whether each folded id is a word of the list of negations, once somebody has asked for it.
    negations: Vec<OnceCell<bool>>,
    /// Which lists have a word that begins as each form id does, once somebody has asked for it.
    list_starts: Vec<OnceCell<ListStarts>>,
}

impl<'t> Lexicon<'t> {
    /// An empty lexicon; `key` is that of the texts whose tokens it is for.
    pub fn new(chars: &'t CharCache<'t>, key: HashKey) -> Self {
        Self {
            chars,
            key,
            form_ids: Interner::default(),
            forms: Vec::new(),
            folded_of: Vec::new(),
            folded_ids: Interner::default(),
            folded: Vec::new(),
            quantities: Vec::new(),
            negations: Vec::new(),
            list_starts: Vec::new(),
        }
    }

    /// The platform that normalises.
    pub fn platform(&self) -> &'t dyn Platform {
        self.chars.platform()
    }

    /// The key by which what is made of tokens is hashed.
    pub fn hash_key(&self) -> HashKey {
        self.key
    }

    /// The cache of properties of characters.
    pub fn chars(&self) -> &'t CharCache<'t> {
        self.chars
    }

    /// The form id and the folded id of a token, given as a range of bytes of a text.
    pub fn intern(&mut self, text: &'t str, token: Range<usize>) -> (u32, u32) {
        let form = &text.as_bytes()[token.clone()];
        let forms = &self.forms;
        let hash = self.key.hash_bytes(form);
        let (id, new) = self.form_ids.id(hash, |id| forms[id as usize] == form);
        if new {
            self.forms.push(form);
            self.list_starts.push(OnceCell::new());
            self.add(&text[token], hash);
        }
        (id, self.folded_of[id as usize])
    }

    /// Folds a new form. `form_hash` is its hash. Where folding changes nothing, as for most words, it is the hash of the folded form, too.
    fn add(&mut self, form: &'t str, mut form_hash: u32) {
        let form = fold(form, Level::Letters, self.chars);
        if let Cow::Owned(form) = &form {
            form_hash = self.key.hash_bytes(form.as_bytes());
        }
        let folded = &self.folded;
        let (id, new) = self
            .folded_ids
            .id(form_hash, |id| folded[id as usize] == form);
        if new {
            self.folded.push(form);
            self.quantities.push(OnceCell::new());
            self.negations.push(OnceCell::new());
        }
        self.folded_of.push(id);
    }

    /// The folded id of some folded characters, if either text has them as a token.
    pub fn find(&self, folded: &str) -> Option<u32> {
        let hash = self.key.hash_bytes(folded.as_bytes());
        self.folded_ids
            .find(hash, |id| self.folded[id as usize] == folded)
    }

    /// The folded id of every hyphen and dash, if either text has one.
    pub fn dash(&self) -> Option<u32> {
        self.find("-")
    }

    /// How many folded ids there are.
    pub fn len(&self) -> usize {
        self.folded.len()
    }

    /// The folded characters of a folded id.
    pub fn folded(&self, id: u32) -> &str {
        &self.folded[id as usize]
    }

    /// The kind of value that a folded id says, as [`quantity_of`] gives it. The list is searched once for each id.
    pub fn quantity(&self, id: u32) -> Option<(Kind, ValueWord)> {
        *self.quantities[id as usize].get_or_init(|| quantity_of(self.folded(id)))
    }

    /// Whether a folded id is a word that says no. The list is searched once for each id.
    pub fn is_negation(&self, id: u32) -> bool {
        *self.negations[id as usize].get_or_init(|| NEGATION.contains(self.folded(id)))
    }

    /// Which lists have a word that begins with the first character of a form id: only there can one of their words begin. The lists
    /// are searched once for each id.
    pub fn list_starts(&self, form: u32) -> ListStarts {
        *self.list_starts[form as usize].get_or_init(|| {
            let form = self.forms[form as usize];
            let is_further_byte = |byte: &&u8| **byte & 0xc0 == 0x80;
            let length = 1 + form.iter().skip(1).take_while(is_further_byte).count();
            let first = &form[..length];
            ListStarts {
                negation: NEGATION.any_begins_with(first),
                honorific: HONORIFIC.any_begins_with(first),
                name: NAME.any_begins_with(first),
            }
        })
    }

    /// Whether a folded id says a value.
    pub fn value_word(&self, id: u32) -> ValueWord {
        self.quantity(id).map_or(ValueWord::No, |(_, value)| value)
    }

    /// A stem id for each folded id. It is equal for two words that are likely forms of one word, and is the folded id of one of
    /// them: of the stem itself where the stem is a word.
    pub fn stems(&self) -> Vec<u32> {
        let mut ids = Interner::default();
        let mut stems: Vec<(Cow<'_, str>, u32)> = Vec::new();
        (0..)
            .zip(&self.folded)
            .map(|(word, folded)| {
                let stem = stem(folded, self.chars);
                if stem == *folded {
                    return word;
                }
                self.find(&stem).unwrap_or_else(|| {
                    let hash = self.key.hash_bytes(stem.as_bytes());
                    let (id, new) = ids.id(hash, |id| stems[id as usize].0 == stem);
                    if new {
                        stems.push((stem, word));
                    }
                    stems[id as usize].1
                })
            })
            .collect()
    }
}
