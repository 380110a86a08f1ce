//! The parts of a text: blocks have sentences, and sentences have tokens. White space is between tokens and part of none.

use crate::text::span::ByteSpan;
use std::ops::Range;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, with their combining marks and inner apostrophes.
    Word,
    /// Begins with a digit of any script.
    Number,
    /// One character of a script without spaces between words. Several may be one word.
    Unspaced,
    /// Anything else: punctuation, symbols, emoji.
    Punctuation,
}

/// The smallest thing that is matched: a word, a number, a character of a script without spaces, or punctuation.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// The first byte.
    pub start: u32,
    /// The first byte after it.
    pub end: u32,
    /// The form id: equal for tokens of the same characters.
    pub form: u32,
    /// The folded id: equal for tokens that are the same once folded. Alignment compares it.
    pub folded: u32,
    /// What it is made of.
    pub kind: TokenKind,
    /// Whether a reader's word starts here; false inside a word of several [`TokenKind::Unspaced`]s and for punctuation.
    pub starts_word: bool,
}

impl Token {
    /// The token's bytes.
    pub fn span(&self) -> ByteSpan {
        ByteSpan::new(self.start, self.end)
    }

    /// Whether it carries meaning on its own: everything but punctuation and symbols.
    pub fn is_word(&self) -> bool {
        self.kind != TokenKind::Punctuation
    }
}

/// What a block is to the reader.
///
/// ```
/// use article_diff::report::BlockKind;
/// let report = article_diff::compare("Rain\n\nIt rained all day long in the north.", "", &Default::default());
/// assert_eq!(report.blocks.before[0].kind, BlockKind::Heading);
/// assert_eq!(report.blocks.before[1].kind, BlockKind::Paragraph);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum BlockKind {
    /// A headline or a subhead.
    Heading,
    /// A paragraph of the story.
    Paragraph,
    /// Part of the page around the story.
    Furniture,
}

/// A part of the frame of a story.
///
/// ```
/// use article_diff::report::Role;
/// let report = article_diff::compare("Rain\n\nIt rained all day long in the north.", "", &Default::default());
/// assert_eq!(report.blocks.before[0].role, Some(Role::Headline));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Role {
    /// The headline of the whole story; subheads are none.
    Headline,
    /// The lines below the headline that sum the story up.
    Standfirst,
    /// Who wrote it.
    Byline,
    /// Where and when it was written, before its first words: `LONDON, May 3 (Agency) —`. Changes only; no block is one.
    Dateline,
    /// When it was published or brought up to date.
    Timestamp,
}

/// A paragraph, a headline or a line of page furniture.
#[derive(Clone, Debug)]
pub struct Block {
    /// From its first token to the end of its last, in bytes.
    pub span: ByteSpan,
    /// Its tokens, as indices into [`Units::tokens`].
    pub tokens: Range<usize>,
    /// What it is to the reader.
    pub kind: BlockKind,
    /// The part of the story's frame that it is.
    pub role: Option<Role>,
}

/// A sentence as a range of tokens.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// Its tokens, as indices into [`Units::tokens`].
    pub tokens: Range<usize>,
    /// The block it is in.
    pub block: usize,
}

/// Characters of the longest word of a script without spaces, where no dictionary finds the words: 山本 and 本山 are two words.
const MAX_CHARACTERS_OF_WORD: usize = 4;
/// Characters of the longest name in Chinese, which dictionaries take for several words: 刘德华 and 刘华德 are two names.
const MAX_CHARACTERS_OF_NAME: usize = 3;

/// All parts of one text, in text order. Each token is in one sentence, and each sentence in one block.
#[derive(Clone, Debug, Default)]
pub struct Units {
    /// Tokens.
    pub tokens: Vec<Token>,
    /// Sentences.
    pub sentences: Vec<Sentence>,
    /// Blocks.
    pub blocks: Vec<Block>,
}

impl Units {
    /// Says what each block is, and which part of the story's frame.
    pub fn set_kinds(&mut self, kinds: Vec<(BlockKind, Option<Role>)>) {
        for (block, (kind, role)) in self.blocks.iter_mut().zip(kinds) {
            (block.kind, block.role) = (kind, role);
        }
    }

    /// The folded ids of the words of a range.
    pub fn words(&self, tokens: &Range<usize>) -> impl Iterator<Item = u32> + Clone + '_ {
        let words = self.tokens[tokens.clone()].iter();
        words
            .filter(|token| token.is_word())
            .map(|token| token.folded)
    }

    /// The folded ids of those words of a range for whose index `is_wanted` holds.
    pub fn words_where<'u>(
        &'u self,
        tokens: &Range<usize>,
        is_wanted: impl Fn(usize) -> bool + 'u,
    ) -> impl Iterator<Item = u32> + 'u {
        tokens
            .clone()
            .filter(move |&at| self.tokens[at].is_word() && is_wanted(at))
            .map(|at| self.tokens[at].folded)
    }

    /// The tokens of some sentences.
    pub fn tokens_of(&self, sentences: &Range<usize>) -> Range<usize> {
        self.sentences[sentences.start].tokens.start..self.sentences[sentences.end - 1].tokens.end
    }

    /// Whether a token touches the next one: nothing is between them.
    pub fn touches_next(&self, at: usize) -> bool {
        self.tokens
            .get(at + 1)
            .is_some_and(|next| next.start == self.tokens[at].end)
    }

    /// Whether there is a word among some tokens.
    pub fn has_word(&self, tokens: &Range<usize>) -> bool {
        self.words(tokens).next().is_some()
    }

    /// The sentence of a token.
    pub fn sentence_at(&self, token: usize) -> usize {
        self.sentences
            .partition_point(|sentence| sentence.tokens.end <= token)
    }

    /// Whether a range is one word of a script without spaces: its characters touch, and the dictionary finds one word in them, or they
    /// are few enough for a name, or without a dictionary for a word.
    pub fn is_one_word(&self, range: &Range<usize>) -> bool {
        let tokens = &self.tokens[range.clone()];
        let touch = || tokens.windows(2).all(|two| two[0].end == two[1].start);
        let words = || tokens.iter().filter(|token| token.starts_word).count();
        tokens.iter().all(|token| token.kind == TokenKind::Unspaced)
            && touch()
            && (words() <= 1
                || tokens.len() <= MAX_CHARACTERS_OF_NAME
                || words() == tokens.len() && tokens.len() <= MAX_CHARACTERS_OF_WORD)
    }

    /// The block of each token.
    pub fn blocks_of_tokens(&self) -> Vec<usize> {
        let mut of = vec![0; self.tokens.len()];
        for (index, block) in self.blocks.iter().enumerate() {
            of[block.tokens.clone()].fill(index);
        }
        of
    }
}
