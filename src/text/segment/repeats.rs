//! A block that the other text has too → its parts, copied instead of read again. Most paragraphs of two versions are equal.

use crate::text::graphemes::is_boundary;
use crate::text::interner::{hash_bytes, Interner};
use crate::text::span::ByteSpan;
use crate::text::units::{Sentence, Token, Units};

/// The blocks of a text that was taken apart, to be looked up by their characters.
pub struct Repeats<'u> {
    text: &'u str,
    units: &'u Units,
    ids: Interner,
    /// By id, the first block with these characters, or none for characters that only the other text has.
    blocks: Vec<Option<usize>>,
}

impl<'u> Repeats<'u> {
    /// Collects the blocks of `text`.
    pub fn new(text: &'u str, units: &'u Units) -> Self {
        let mut repeats = Self {
            text,
            units,
            ids: Interner::default(),
            blocks: Vec::with_capacity(units.blocks.len()),
        };
        for (index, block) in units.blocks.iter().enumerate() {
            let (id, new) = repeats.id(&text[block.span.range()]);
            if new {
                repeats.blocks.push(Some(index));
            } else if repeats.blocks[id].is_none() {
                repeats.blocks[id] = Some(index);
            }
        }
        repeats
    }

    fn id(&mut self, characters: &str) -> (usize, bool) {
        let Self {
            text,
            units,
            ids,
            blocks,
        } = self;
        let same = |id: u32| {
            let block: Option<usize> = blocks[id as usize];
            block.is_some_and(|block| text[units.blocks[block].span.range()] == *characters)
        };
        let (id, new) = ids.id(hash_bytes(characters.as_bytes()), same);
        (id as usize, new)
    }

    /// Appends the parts of the block at `span` of the other text, if an equal block is known; `block` is its index there.
    pub fn append(&mut self, text: &str, span: ByteSpan, block: usize, out: &mut Units) -> bool {
        let characters = &text[span.range()];
        // A block that begins with a combining mark begins a token before it.
        if !is_boundary(text, span.start as usize) {
            return false;
        }
        let (id, new) = self.id(characters);
        if new {
            self.blocks.push(None);
        }
        let Some(index) = self.blocks[id] else {
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
