//! A block that the other text has too → its parts, copied instead of read again. Most paragraphs of two versions are equal.

use crate::text::graphemes::is_boundary;
use crate::text::interner::{HashKey, Interner};
use crate::text::span::ByteSpan;
use crate::text::units::{Sentence, Token, Units};

/// The blocks of a text that was taken apart, to be looked up by their characters.
pub struct Repeats<'u> {
    text: &'u str,
    units: &'u Units,
    key: HashKey,
    ids: Interner,
    /// By id, the first block with these characters.
    blocks: Vec<usize>,
}

impl<'u> Repeats<'u> {
    /// Collects the blocks of `text`.
    pub fn new(text: &'u str, units: &'u Units, key: HashKey) -> Self {
        let mut ids = Interner::default();
        let mut blocks: Vec<usize> = Vec::with_capacity(units.blocks.len());
        let characters = |index: usize| &text[units.blocks[index].span.range()];
        for index in 0..units.blocks.len() {
            let block = characters(index);
            let same = |id: u32| characters(blocks[id as usize]) == block;
            let (_, new) = ids.id(key.hash_bytes(block.as_bytes()), same);
            if new {
                blocks.push(index);
            }
        }
        Self {
            text,
            units,
            key,
            ids,
            blocks,
        }
    }

    /// The first block with these characters.
    fn find(&self, characters: &str) -> Option<usize> {
        let same = |id: u32| {
            self.text[self.units.blocks[self.blocks[id as usize]].span.range()] == *characters
        };
        let hash = self.key.hash_bytes(characters.as_bytes());
        let id = self.ids.find(hash, same)?;
        Some(self.blocks[id as usize])
    }

    /// Appends the parts of the block at `span` of the other text, if an equal block is known; `block` is its index there.
    pub fn append(&self, text: &str, span: ByteSpan, block: usize, out: &mut Units) -> bool {
        let characters = &text[span.range()];
        // A block that begins with a combining mark begins a token before it.
        if !is_boundary(text, span.start as usize) {
            return false;
        }
        let Some(index) = self.find(characters) else {
            return false;
        };
        let known = &self.units.blocks[index];
        if !is_boundary(self.text, known.span.start as usize) {
            return false;
        }
        let (from, to) = (known.tokens.start, out.tokens.len());
        let place = |byte: u32| byte - known.span.start + span.start;
        out.tokens.extend(
            self.units.tokens[known.tokens.clone()]
                .iter()
                .map(|token| Token {
                    start: place(token.start),
                    end: place(token.end),
                    ..*token
                }),
        );
        let first = self
            .units
            .sentences
            .partition_point(|sentence| sentence.block < index);
        let sentences = self.units.sentences[first..].iter();
        out.sentences.extend(
            sentences
                .take_while(|sentence| sentence.block == index)
                .map(|sentence| Sentence {
                    tokens: sentence.tokens.start - from + to..sentence.tokens.end - from + to,
                    block,
                }),
        );
        true
    }
}
