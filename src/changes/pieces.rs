//! Moved ranges → the bytes that they take along, and the pieces of a text that are left without them.

use super::walk::Piece;
use crate::sort::sort_by_number;
use crate::text::article::Article;
use crate::text::span::ByteSpan;
use std::ops::Range;

/// The bytes of moved ranges. Each includes the white space after it or, if there is none or it ends the text, the white space before
/// it. What opens a block leaves the white space between the blocks where it is.
pub fn spans_of_moves(article: &Article<'_>, moves: &[Range<usize>]) -> Vec<ByteSpan> {
    let tokens = &article.units.tokens;
    let mut order: Vec<usize> = (0..moves.len()).collect();
    sort_by_number(&mut order, |&index| moves[index].start as u64);
    let mut spans = vec![ByteSpan::default(); moves.len()];
    let mut taken = 0;
    for index in order {
        let moved = &moves[index];
        let last = tokens[moved.end - 1].end;
        let next = article.start_of(moved.end);
        let ends_text = moved.end == tokens.len();
        spans[index] = if next == last && !ends_text && opens_block(article, moved.start) {
            ByteSpan::new(tokens[moved.start].start, last)
        } else if next == last || ends_text {
            let previous = moved.start.checked_sub(1);
            let gap = previous.map_or(0, |previous| tokens[previous].end);
            ByteSpan::new(gap.max(taken), last)
        } else {
            ByteSpan::new(tokens[moved.start].start, next)
        };
        taken = spans[index].end;
    }
    spans
}

/// Whether a token is the first of a block.
fn opens_block(article: &Article<'_>, token: usize) -> bool {
    let blocks = &article.units.blocks;
    blocks
        .binary_search_by_key(&token, |block| block.tokens.start)
        .is_ok()
}

/// What is left of a text without the moved spans.
pub fn remaining(article: &Article<'_>, moved: &[ByteSpan]) -> Vec<Piece> {
    let tokens = &article.units.tokens;
    let mut moved = moved.to_vec();
    sort_by_number(&mut moved, |span| u64::from(span.start));
    let length = article.str().len() as u32;
    moved.push(ByteSpan::new(length, length));
    let mut pieces = Vec::with_capacity(moved.len());
    let (mut byte, mut token) = (0, 0);
    for span in moved {
        let first = token;
        token += tokens[token..].partition_point(|token| token.start < span.start);
        pieces.push(Piece {
            span: ByteSpan::new(byte, span.start),
            tokens: first..token,
        });
        token += tokens[token..].partition_point(|token| token.start < span.end);
        byte = span.end;
    }
    pieces
}
