//! Text → units: blocks, sentences and tokens. Line ends tell blocks, marks tell sentences, Unicode tells words.

mod abbreviations;
mod blocks;
mod graphemes;
mod sentences;
mod tokens;
mod words;

pub use graphemes::is_boundary;

use crate::lexicon::Lexicon;
use crate::text::Text;
use crate::units::{Block, BlockKind, Units};

/// Takes a text apart. Blocks without a token (only white space or invisible characters) are left to the gaps.
pub fn segment<'t>(text: &Text<'t>, lexicon: &mut Lexicon<'t>) -> Units {
    let mut units = Units::default();
    // Prose has a token for about five bytes.
    units.tokens.reserve(text.str.len() / 5 + 1);
    for span in blocks::blocks(text.str) {
        let first_token = units.tokens.len();
        tokens::tokens(text.str, span, lexicon, &mut units.tokens);
        if units.tokens.len() == first_token {
            continue;
        }
        let tokens = first_token..units.tokens.len();
        sentences::sentences(
            text.str,
            tokens.clone(),
            units.blocks.len(),
            &units.tokens,
            &mut units.sentences,
        );
        let start = units.tokens[tokens.start].start;
        let end = units.tokens[tokens.end - 1].end;
        units.blocks.push(Block {
            span: crate::span::ByteSpan::new(start, end),
            tokens,
            kind: BlockKind::Paragraph,
        });
    }
    units
}

/// The floor under every comparison: how many tokens both texts have, with nothing else done.
pub fn count_tokens<'t>(before: &Text<'t>, after: &Text<'t>, lexicon: &mut Lexicon<'t>) -> usize {
    segment(before, lexicon).tokens.len() + segment(after, lexicon).tokens.len()
}
