//! Sentences → a number for each, equal where their words are equal.

use crate::both::Both;
use crate::text::interner::{HashKey, Interner};
use crate::text::units::{Sentence, TokenKind, Units};

/// An id for each sentence; sentences of the same words have the same id.
pub struct SentenceIds {
    pub of: Both<Vec<u32>>,
    /// How often each id occurs in each text.
    counts: Vec<Both<u32>>,
    /// Which ids differ from another one in nothing but figures.
    has_look_alike: Vec<bool>,
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
        Self {
            of,
            counts,
            has_look_alike: look_alikes(&first, key),
        }
    }

    /// How often two equal sentences occur in their texts. Where one text has more copies than the other, some of them have no equal
    /// left, and may belong to an edited sentence:
    /// ```text
    /// before  It was late. It was late.      after  It was late. It was too late.
    /// ```
    pub fn copies(&self, sentences: Both<usize>) -> Both<u32> {
        self.counts[self.of.before[sentences.before] as usize]
    }

    /// Whether sentences differ from others in nothing but figures. Then an equal one may stand where another is meant:
    /// ```text
    /// before  Leeds: Rain. Highs of 12C. York: Sun. Highs of 9C.      after  Leeds: Sun. Highs of 9C. York: Wind. Highs of 12C.
    /// ```
    pub fn has_look_alike(&self, sentence: usize) -> bool {
        self.has_look_alike[self.of.before[sentence] as usize]
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

/// Which of these different sentences differ from another one in nothing but figures.
fn look_alikes(sentences: &[(&Units, &Sentence)], key: HashKey) -> Vec<bool> {
    /// Stands for any figure.
    const FIGURE: u32 = u32::MAX;
    let pattern = |at: usize| {
        let (units, sentence) = sentences[at];
        let tokens = units.tokens[sentence.tokens.clone()].iter();
        let words = tokens.filter(|token| token.is_word());
        words.map(|token| match token.kind {
            TokenKind::Number => FIGURE,
            _ => token.folded,
        })
    };
    let mut ids = Interner::default();
    // Of each pattern, the first sentence that has it.
    let mut first: Vec<usize> = Vec::new();
    let mut is_look_alike = vec![false; sentences.len()];
    for at in 0..sentences.len() {
        if !pattern(at).any(|id| id == FIGURE) {
            continue;
        }
        let same = |id: u32| pattern(first[id as usize]).eq(pattern(at));
        let (id, new) = ids.id(key.hash_ids(pattern(at)), same);
        if new {
            first.push(at);
        } else {
            is_look_alike[first[id as usize]] = true;
            is_look_alike[at] = true;
        }
    }
    is_look_alike
}

/// The folded ids of a sentence's words, or of its punctuation where it has no words.
fn compared_ids<'u>(units: &'u Units, sentence: &Sentence) -> impl Iterator<Item = u32> + 'u {
    let tokens = &units.tokens[sentence.tokens.clone()];
    let words = tokens.iter().any(|token| token.is_word());
    let compared = tokens.iter().filter(move |token| !words || token.is_word());
    compared.map(|token| token.folded)
}
