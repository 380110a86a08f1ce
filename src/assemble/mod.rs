//! Matching and changes → the report: blocks, rows, moves, passages, figures.

mod measure;
mod rows;

use crate::both::Both;
use crate::model::comparison::Comparison;
use crate::model::matching::Matching;
use crate::model::raw_change::RawChanges;
use crate::model::unit::unit_of_move;
use crate::report::{Block, Change, Move, Report, Segmenter};
use crate::text::article::Article;
use crate::text::units::TokenKind;

/// The report of a comparison, its lists in the order in which they were found.
pub fn report(
    comparison: &Comparison<'_>,
    matching: &Matching,
    raw: &RawChanges,
    changes: Vec<Change>,
) -> Report {
    let Both {
        before: first,
        after: second,
    } = &comparison.articles;
    let (b, a) = (&first.units, &second.units);
    let rows = rows::rows(comparison, matching, &raw.changes, &changes);
    let counted = (measure::counted(b), measure::counted(a));
    let passages = measure::passages((&first.text, b), (&second.text, a), &counted, matching);
    let words = measure::words(&counted, matching);
    let moves: Vec<Move> = matching
        .moves
        .iter()
        .zip(&raw.moves)
        .map(|(tokens, spans)| Move {
            unit: unit_of_move(comparison, tokens),
            before: first.text.span(spans.before),
            after: second.text.span(spans.after),
        })
        .collect();
    let summary = measure::summary(&words, &changes, moves.len());
    Report {
        version: 1,
        precise: !matching.limited,
        segmenter: segmenter(comparison),
        blocks: comparison.articles.as_ref().map(blocks),
        rows,
        changes,
        moves,
        passages,
        summary,
    }
}

fn blocks(article: &Article<'_>) -> Vec<Block> {
    let blocks = article.units.blocks.iter();
    blocks
        .map(|block| Block {
            span: article.text.span(block.span),
            kind: block.kind,
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
