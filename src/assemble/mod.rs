//! Matching and changes → the report: blocks, rows, moves, passages, figures.

mod passages;
mod rows;
mod words;

use crate::model::comparison::Comparison;
use crate::model::matching::Matching;
use crate::model::raw_change::RawChanges;
use crate::model::unit::unit_of_move;
use crate::report::{Block, Change, Move, Quotations, Report, Segmenter};
use crate::text::article::Article;
use crate::text::units::TokenKind;

/// The report of a comparison, its lists in the order in which they were found.
#[inline(never)]
pub fn report(
    comparison: &Comparison<'_>,
    matching: &Matching,
    raw: &RawChanges,
    (changes, quotations): (Vec<Change>, Quotations),
) -> Report {
    let rows = rows::rows(comparison, matching, &raw.changes, &changes);
    let counted = comparison.units().map(words::counted_words);
    let passages = passages::passages(comparison, matching, &counted);
    let moves: Vec<Move> = matching
        .moves
        .iter()
        .zip(&raw.moves)
        .map(|(tokens, spans)| {
            let spans = comparison.articles.as_ref().zip(*spans);
            let spans = spans.map(|(article, span)| article.text.span(span));
            Move {
                unit: unit_of_move(comparison, tokens),
                before: spans.before,
                after: spans.after,
            }
        })
        .collect();
    let words = words::count_words(&counted, matching);
    let summary = words::summary(&words, &changes, moves.len(), quotations);
    let segmenter = segmenter(comparison);
    let dictionary = match segmenter {
        Segmenter::Intl => comparison.lexicon.platform().dictionary(),
        _ => None,
    };
    Report {
        version: 1,
        precise: !matching.limited,
        segmenter,
        dictionary,
        blocks: comparison.articles.as_ref().map(blocks),
        rows,
        changes,
        moves,
        passages,
        formats: Vec::new(),
        summary,
    }
}

fn blocks(article: &Article<'_>) -> Vec<Block> {
    let blocks = article.units.blocks.iter();
    blocks
        .map(|block| Block {
            span: article.text.span(block.span),
            kind: block.kind,
            role: block.role,
        })
        .collect()
}

fn segmenter(comparison: &Comparison<'_>) -> Segmenter {
    let mut tokens = comparison
        .units()
        .into_iter()
        .flat_map(|units| &units.tokens);
    if !tokens.any(|token| token.kind == TokenKind::Unspaced) {
        Segmenter::None
    } else if comparison.lexicon.platform().word_starts("").is_some() {
        Segmenter::Intl
    } else {
        Segmenter::Grapheme
    }
}
