//! A paragraph → its dateline: the place, date and agency before its first words.

use super::article::Article;
use super::chars::is_dash;
use super::source::slice;
use super::units::TokenKind;
use crate::text::chars::is_letter;
use std::ops::Range;

/// Tokens before the dash of the longest dateline: `WASHINGTON, D.C., March 3, 2021 (Agency)`.
const MAX_TOKENS: usize = 16;
/// Letters of the shortest place in capitals that is the first word of a dateline.
const MIN_PLACE_LETTERS: usize = 3;

/// The tokens of a paragraph's dateline: a place in capitals, maybe an agency and a date, and a dash between blanks.
///
/// ```text
/// [LONDON (Reuters) —] The bridge …      [PARIS, March 3 (AP) -] A court …
/// ```
pub fn dateline(article: &Article<'_>, block: &Range<usize>) -> Option<Range<usize>> {
    let (text, tokens) = (article.str(), &article.units.tokens[block.clone()]);
    let first = tokens.first()?;
    let place = slice(text, first.span().range());
    let capitals = first.kind == TokenKind::Word
        && place.chars().count() >= MIN_PLACE_LETTERS
        && place.chars().all(|c| c.is_uppercase() || !is_letter(c));
    if !capitals {
        return None;
    }
    let dash = tokens.iter().take(MAX_TOKENS + 1).position(|token| {
        token.kind == TokenKind::Punctuation
            && slice(text, token.span().range()).chars().all(is_dash)
    })?;
    let apart = |left: usize, right: usize| {
        tokens
            .get(right)
            .is_some_and(|next| tokens[left].end < next.start)
    };
    (apart(dash - 1, dash) && apart(dash, dash + 1)).then(|| block.start..block.start + dash + 1)
}
