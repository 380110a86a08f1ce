//! Text → blocks, sentences and tokens: blocks by line ends, sentences by closing marks, tokens by Unicode's word rules.

mod abbreviations;
mod blocks;
mod dictionary;
mod repeats;
mod sentences;
mod tokens;
mod words;

use crate::both::Both;
use crate::text::article::Article;
use crate::text::dateline::dateline;
use crate::text::lexicon::Lexicon;
use crate::text::source::Text;
use crate::text::units::{Block, BlockKind, Units};
use repeats::Repeats;
use sentences::BlockTokens;

/// Takes a text apart. A block without a token (only white space or invisible characters) is no block. A block that the text
/// `before` has too is not read again.
#[inline(never)]
pub fn segment<'t>(
    text: &Text<'t>,
    lexicon: &mut Lexicon<'t>,
    before: Option<(&Text<'t>, &Units)>,
) -> Units {
    let mut units = Units::default();
    // Prose has a token for each four or five bytes.
    units.tokens.reserve(text.str.len() / 4 + 1);
    let repeats = before.map(|(text, units)| Repeats::new(text.str, units, lexicon.hash_key()));
    for span in blocks::blocks(text.str) {
        let (first, index) = (units.tokens.len(), units.blocks.len());
        let repeated = repeats
            .as_ref()
            .is_some_and(|repeats| repeats.append(text.str, span, index, &mut units));
        if !repeated {
            tokens::tokens(text.str, span, lexicon, &mut units.tokens);
        }
        let tokens = first..units.tokens.len();
        if tokens.is_empty() {
            continue;
        }
        if !repeated {
            let block = BlockTokens {
                text: text.str,
                lexicon,
                tokens: &units.tokens,
                range: tokens.clone(),
                block: index,
            };
            block.sentences(&mut units.sentences);
        }
        let start = units.tokens[tokens.start].start;
        let end = units.tokens[tokens.end - 1].end;
        units.blocks.push(Block {
            span: crate::text::span::ByteSpan::new(start, end),
            tokens,
            kind: BlockKind::Paragraph,
            role: None,
        });
    }
    units.tokens.shrink_to_fit();
    units
}

/// Takes both texts apart.
pub fn segment_both<'t>(texts: Both<Text<'t>>, lexicon: &mut Lexicon<'t>) -> Both<Article<'t>> {
    let before = segment(&texts.before, lexicon, None);
    let after = segment(&texts.after, lexicon, Some((&texts.before, &before)));
    let mut articles = texts
        .zip(Both::new(before, after))
        .map(|(text, units)| Article { text, units });
    part_datelines(&mut articles);
    articles
}

/// Makes a sentence of the dateline that both texts have, so that the sentence behind it moves without it.
///
/// ```text
/// LONDON (AP) — |The pound fell.| Shares rose.      LONDON (AP) — |Shares rose.| The pound fell.
/// ```
fn part_datelines(articles: &mut Both<Article<'_>>) {
    /// Blocks among which the first paragraph is: the head of the page is before it.
    const MAX_BLOCKS: usize = 12;
    let found = articles.as_ref().map(|article| {
        let mut blocks = article.units.blocks.iter().take(MAX_BLOCKS).enumerate();
        let tokens = blocks.find_map(|(at, block)| dateline(article, &block.tokens, at == 0))?;
        let ids = article.units.tokens[tokens.clone()].iter();
        Some((
            tokens.end,
            ids.map(|token| token.folded).collect::<Vec<_>>(),
        ))
    });
    let (Some((b, b_ids)), Some((a, a_ids))) = (found.before, found.after) else {
        return;
    };
    if b_ids == a_ids {
        for (article, end) in articles.as_mut().zip(Both::new(b, a)) {
            let sentences = &mut article.units.sentences;
            let at = sentences.partition_point(|sentence| sentence.tokens.end <= end);
            if let Some(sentence) = sentences.get_mut(at).filter(|one| one.tokens.start < end) {
                let mut dateline = sentence.clone();
                dateline.tokens.end = end;
                sentence.tokens.start = end;
                sentences.insert(at, dateline);
            }
        }
    }
}

/// How many tokens both texts have. Benchmarks measure this as the least work that a comparison can do.
pub fn count_tokens<'t>(before: &Text<'t>, after: &Text<'t>, lexicon: &mut Lexicon<'t>) -> usize {
    segment(before, lexicon, None).tokens.len() + segment(after, lexicon, None).tokens.len()
}
