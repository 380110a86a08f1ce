//! An article → what is known of each of its blocks: its form, how often it is repeated, how much of it is in a story.

use super::line::Form;
use crate::model::matching::Partners;
use crate::text::article::Article;
use crate::text::interner::{HashKey, Interner};
use crate::text::lexicon::Lexicon;
use crate::text::units::{Block, TokenKind, Units};
use std::ops::Range;

/// Blocks above the story among which its headline is looked for. Pages put dates, bylines, buttons and a picture between.
pub const MAX_BLOCKS_TO_HEADLINE: usize = 24;
/// Width, in letters, of the shortest line whose copies are counted.
const MIN_REPEATED_WIDTH: u32 = 12;
/// Bytes of the shortest word that counts when a line is compared with the story: not `the`, not `and`.
const MIN_OVERLAP_BYTES: u32 = 4;
/// Share of a block's words, in percent, that must be in the other text's story for the block to be story too.
const MIN_SHARED_PERCENT: usize = 60;
/// Words of the shortest block of which the other text can say that it is story; `More` is in many stories.
const MIN_SHARED_WORDS: usize = 3;

/// The blocks of one text, and what is known of each.
pub struct TextBlocks {
    /// The form of each block.
    pub forms: Vec<Form>,
    /// A number for each block, equal for blocks of the same words.
    pub word_keys: Vec<u32>,
    /// Of each block right above the story, the share of its words, in percent, that the story has; 0 for all other blocks.
    pub story_overlap: Vec<u32>,
    /// How many blocks of the text have the same words, the block itself included. Always 1 for very short blocks.
    pub copies: Vec<u32>,
    /// Whether most words of each block are in the other text's story.
    pub shared: Vec<bool>,
}

impl TextBlocks {
    /// Reads the blocks of an article. What depends on a story is not known yet.
    #[inline(never)]
    pub fn read(article: &Article<'_>, lexicon: &Lexicon<'_>) -> Self {
        let units = &article.units;
        let forms = forms(article, lexicon);
        let word_keys = word_keys(units, lexicon.hash_key());
        let copies = copies(&word_keys)
            .into_iter()
            .zip(&forms)
            .map(|(copies, form)| {
                if form.width >= MIN_REPEATED_WIDTH {
                    copies
                } else {
                    1
                }
            })
            .collect();
        Self {
            shared: vec![false; forms.len()],
            story_overlap: vec![0; forms.len()],
            word_keys,
            forms,
            copies,
        }
    }

    /// Which blocks are in the story.
    pub fn in_story(&self, story: &Option<Range<usize>>) -> Vec<bool> {
        let is_in_story = |at| story.as_ref().is_some_and(|story| story.contains(&at));
        (0..self.forms.len()).map(is_in_story).collect()
    }
}

/// The form of each block. Equal lines are read once: a table or a list may have thousands of them.
fn forms(article: &Article<'_>, lexicon: &Lexicon<'_>) -> Vec<Form> {
    let mut ids = Interner::default();
    let mut distinct: Vec<(&str, Form)> = Vec::new();
    let blocks = 0..article.units.blocks.len();
    let forms = blocks.map(|at| {
        let text = article.block(at);
        let hash = lexicon.hash_key().hash_bytes(text.as_bytes());
        let (id, new) = ids.id(hash, |id| distinct[id as usize].0 == text);
        if new {
            distinct.push((text, Form::read(text, lexicon.chars())));
        }
        distinct[id as usize].1
    });
    forms.collect()
}

/// A number for each block; the same for blocks of the same words.
fn word_keys(units: &Units, hash_key: HashKey) -> Vec<u32> {
    let mut ids = Interner::default();
    // Of each number, the first block that has it.
    let mut first: Vec<&Block> = Vec::new();
    let keys = units.blocks.iter().map(|block| {
        let words = units.words(&block.tokens);
        let same = |id: u32| units.words(&first[id as usize].tokens).eq(words.clone());
        let (id, new) = ids.id(hash_key.hash_ids(words.clone()), same);
        if new {
            first.push(block);
        }
        id
    });
    keys.collect()
}

/// How often each key occurs among all.
fn copies(keys: &[u32]) -> Vec<u32> {
    let mut counts = vec![0; keys.len()];
    for &key in keys {
        counts[key as usize] += 1;
    }
    keys.iter().map(|&key| counts[key as usize]).collect()
}

/// Of each block right above the story, the share of its words, in percent, that the story has.
pub fn story_overlap(units: &Units, story: &Option<Range<usize>>) -> Vec<u32> {
    let folded_ids = units.tokens.iter().map(|token| token.folded as usize + 1);
    let mut is_in_story = vec![false; folded_ids.max().unwrap_or(0)];
    let Some(story) = story else {
        return vec![0; units.blocks.len()];
    };
    for block in &units.blocks[story.clone()] {
        for token in &units.tokens[block.tokens.clone()] {
            is_in_story[token.folded as usize] = true;
        }
    }
    let above = story.start.saturating_sub(MAX_BLOCKS_TO_HEADLINE)..story.start;
    let share = |(at, block): (usize, &Block)| {
        if !above.contains(&at) {
            return 0;
        }
        let words = || {
            units.tokens[block.tokens.clone()].iter().filter(|token| {
                token.is_word()
                    && (token.kind == TokenKind::Unspaced
                        || token.end - token.start >= MIN_OVERLAP_BYTES)
            })
        };
        let hits = words().filter(|token| is_in_story[token.folded as usize]);
        (hits.count() * 100 / words().count().max(1)) as u32
    };
    units.blocks.iter().enumerate().map(share).collect()
}

/// Which blocks have most of their words in those blocks of the other text that are `wanted`.
pub fn shared(units: &Units, partners: &Partners, other: &Units, wanted: &[bool]) -> Vec<bool> {
    let mut is_wanted = vec![false; other.tokens.len()];
    let blocks = other.blocks.iter().zip(wanted);
    for (block, _) in blocks.filter(|(_, &wanted)| wanted) {
        is_wanted[block.tokens.clone()].fill(true);
    }
    units
        .blocks
        .iter()
        .map(|block| {
            let (mut all, mut hit) = (0, 0);
            for at in block.tokens.clone() {
                if units.tokens[at].is_word() {
                    all += 1;
                    let partner = partners.of(at);
                    hit += usize::from(partner.is_some_and(|partner| is_wanted[partner]));
                }
            }
            all >= MIN_SHARED_WORDS && hit * 100 >= MIN_SHARED_PERCENT * all
        })
        .collect()
}
