//! Blocks → which of them are page furniture and which are headings: by form, place, repetition and the other text.

mod form;
mod phrases;
mod place;

use crate::lexicon::FastMap;
use crate::matching::{Matching, NONE};
use crate::units::{BlockKind, TokenKind, Units};
use form::Form;
use phrases::Phrases;
use place::Side;
use std::ops::Range;

/// Letters of the shortest line whose repetition is looked at.
const REPEATED: u32 = 12;
/// Bytes of the shortest word that tells of a story when it stands in it: not `the`, not `and`.
const ECHOED: u32 = 4;
/// Share of a block's words that must stand in the other text's story, in percent, for the block to be story too.
const SHARED: usize = 60;
/// Words of the shortest block that the other text may speak for; `More` stands in many stories.
const SHARED_WORDS: usize = 3;

/// Marks the blocks of both texts.
pub fn furnish(before: (&str, &mut Units), after: (&str, &mut Units), matching: &Matching) {
    let phrases = Phrases::new();
    let mut b = read(before.0, before.1, &phrases);
    let mut a = read(after.0, after.1, &phrases);
    let alone = (b.story(), a.story());
    b.shared = shared(before.1, &matching.before, after.1, &stands(&a, &alone.1));
    a.shared = shared(after.1, &matching.after, before.1, &stands(&b, &alone.0));
    let stories = (b.story(), a.story());
    b.echo = echo(before.1, &stories.0);
    a.echo = echo(after.1, &stories.1);
    let kinds = (kinds(&b, &stories.0), kinds(&a, &stories.1));
    let rescued = (
        shared(before.1, &matching.before, after.1, &kept(&kinds.1)),
        shared(after.1, &matching.after, before.1, &kept(&kinds.0)),
    );
    settle(before.1, &b, kinds.0, &rescued.0);
    settle(after.1, &a, kinds.1, &rescued.1);
}

fn read(text: &str, units: &Units, phrases: &Phrases) -> Side {
    let slices = || units.blocks.iter().map(|block| &text[block.span.range()]);
    let forms: Vec<Form> = slices().map(|slice| Form::read(slice, phrases)).collect();
    let keys: Vec<u64> = units.blocks.iter().map(|block| key(units, block.tokens.clone())).collect();
    let mut times: FastMap<u64, u32> = FastMap::default();
    for key in &keys {
        *times.entry(*key).or_insert(0) += 1;
    }
    let copies = keys.iter().zip(&forms).map(|(key, form)| if form.breadth >= REPEATED { times[key] } else { 1 }).collect();
    Side { shared: vec![false; forms.len()], echo: vec![0; forms.len()], keys, forms, copies }
}

/// The same number for the same words.
fn key(units: &Units, tokens: Range<usize>) -> u64 {
    let words = units.tokens[tokens].iter().filter(|token| token.is_word());
    words.fold(0, |key, token| (key ^ u64::from(token.folded)).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(23))
}

/// How many of each block's words stand in the story, in percent.
fn echo(units: &Units, story: &Option<Range<usize>>) -> Vec<u32> {
    let mut stand = vec![false; units.tokens.iter().map(|token| token.folded as usize + 1).max().unwrap_or(0)];
    let Some(story) = story else { return vec![0; units.blocks.len()] };
    for block in &units.blocks[story.clone()] {
        for token in &units.tokens[block.tokens.clone()] {
            stand[token.folded as usize] = true;
        }
    }
    units
        .blocks
        .iter()
        .map(|block| {
            let words = || units.tokens[block.tokens.clone()].iter().filter(|token| token.is_word() && (token.kind == TokenKind::Sign || token.end - token.start >= ECHOED));
            let hits = words().filter(|token| stand[token.folded as usize]).count();
            (hits * 100 / words().count().max(1)) as u32
        })
        .collect()
}

fn kinds(side: &Side, story: &Option<Range<usize>>) -> Vec<BlockKind> {
    match story {
        Some(story) => side.kinds(story),
        None => vec![BlockKind::Paragraph; side.forms.len()],
    }
}

/// Which blocks lie in the story.
fn stands(side: &Side, story: &Option<Range<usize>>) -> Vec<bool> {
    (0..side.forms.len()).map(|at| story.as_ref().is_some_and(|story| story.contains(&at))).collect()
}

fn kept(kinds: &[BlockKind]) -> Vec<bool> {
    kinds.iter().map(|&kind| kind != BlockKind::Furniture).collect()
}

/// Which blocks have most of their words in the other text's blocks that `stand`.
fn shared(units: &Units, partners: &[u32], other: &Units, stand: &[bool]) -> Vec<bool> {
    let mut stands = vec![false; other.tokens.len()];
    for (block, _) in other.blocks.iter().zip(stand).filter(|(_, &stand)| stand) {
        stands[block.tokens.clone()].fill(true);
    }
    units
        .blocks
        .iter()
        .map(|block| {
            let words = || block.tokens.clone().filter(|&at| units.tokens[at].is_word());
            let all = words().count();
            let hit = words().filter(|&at| partners[at] != NONE && stands[partners[at] as usize]).count();
            all >= SHARED_WORDS && hit * 100 >= SHARED * all
        })
        .collect()
}

fn settle(units: &mut Units, side: &Side, kinds: Vec<BlockKind>, rescued: &[bool]) {
    for (at, (block, kind)) in units.blocks.iter_mut().zip(kinds).enumerate() {
        let story = kind == BlockKind::Furniture && rescued[at] && side.forms[at].sign == form::Sign::None;
        block.kind = if story { BlockKind::Paragraph } else { kind };
    }
}
