//! Sentences → a number for each, equal where their words are equal.

use crate::both::Both;
use crate::text::interner::{HashKey, Interner};
use crate::text::units::{Sentence, Units};

/// An id for each sentence; sentences of the same words have the same id.
pub struct SentenceIds {
    pub of: Both<Vec<u32>>,
    /// How often each id occurs in each text.
    counts: Vec<Both<u32>>,
}

impl SentenceIds {
    /// Numbers the sentences by their words, or by their punctuation where they have no words.
    pub fn new(units: Both<&Units>, key: HashKey) -> Self {
        let mut ids = Interner::default();
        // Of each id, the first sentence that has it.
        let mut first: Vec<(&Units, &Sentence)> = Vec::new();
        let of = units.map(|units| -> Vec<u32> {
            let ids = units.sentences.iter().map(|sentence| {
                let same = |id: u32| {
                    let (units_of_first, first) = first[id as usize];
                    compared_ids(units_of_first, first).eq(compared_ids(units, sentence))
                };
                let (id, new) = ids.id(key.hash_ids(compared_ids(units, sentence)), same);
                if new {
                    first.push((units, sentence));
                }
                id
            });
            ids.collect()
        });
        let mut counts = vec![Both::default(); first.len()];
        for &id in &of.before {
            counts[id as usize].before += 1;
        }
        for &id in &of.after {
            counts[id as usize].after += 1;
        }
        Self { of, counts }
    }

    /// How often two equal sentences occur in their texts. Where one text has more copies than the other, some of them have no equal
    /// left, and may belong to an edited sentence:
    /// ```text
    /// before  It was late. It was late.      after  It was late. It was too late.
    /// ```
    pub fn copies(&self, sentences: Both<usize>) -> Both<u32> {
        self.counts[self.of.before[sentences.before] as usize]
    }

    /// How many different sentences both texts have.
    pub fn count(&self) -> usize {
        self.counts.len()
    }

    /// Whether neither of two sentences has an equal in its own text. A line that is printed twice, and lost one copy and gained
    /// another, was not moved:
    /// ```text
    /// before  Island votes. Island votes. It was late.      after  Island votes. It was late. Island votes.
    /// ```
    pub fn is_single(&self, sentences: Both<usize>) -> bool {
        self.counts[self.of.before[sentences.before] as usize].before <= 1
            && self.counts[self.of.after[sentences.after] as usize].after <= 1
    }
}

/// The folded ids of a sentence's words, or of its punctuation where it has no words.
fn compared_ids<'u>(units: &'u Units, sentence: &Sentence) -> impl Iterator<Item = u32> + 'u {
    let tokens = &units.tokens[sentence.tokens.clone()];
    let words = tokens.iter().any(|token| token.is_word());
    let compared = tokens.iter().filter(move |token| !words || token.is_word());
    compared.map(|token| token.folded)
}
