//! A paragraph → its dateline: the place, date and agency before its first words.

use super::article::Article;
use super::chars::is_dash;
use super::source::cut;
use super::units::TokenKind;
use std::ops::Range;

/// Tokens before the dash of the longest dateline: `WASHINGTON, D.C., March 3, 2021 (Agency)`.
const DATELINE: usize = 16;
/// Letters of the shortest place in capitals that opens a dateline.
const PLACE: usize = 3;

/// The tokens of a paragraph's dateline: a place in capitals, perhaps an agency and a date, and a dash between blanks.
///
/// ```text
/// [LONDON (Reuters) —] The bridge …      [PARIS, March 3 (AP) -] A court …
/// ```
pub fn dateline(article: &Article<'_>, block: &Range<usize>) -> Option<Range<usize>> {
    let (text, tokens) = (article.str(), &article.units.tokens[block.clone()]);
    let first = tokens.first()?;
    let place = cut(text, first.span().range());
    let capitals = first.kind == TokenKind::Word
        && place.chars().count() >= PLACE
        && place
            .chars()
            .all(|c| c.is_uppercase() || !c.is_alphabetic());
    if !capitals {
        return None;
    }
    let dash = tokens.iter().take(DATELINE + 1).position(|token| {
        token.kind == TokenKind::Punctuation && cut(text, token.span().range()).chars().all(is_dash)
    })?;
    let apart = |left: usize, right: usize| {
        tokens
            .get(right)
            .is_some_and(|next| tokens[left].end < next.start)
    };
    (apart(dash - 1, dash) && apart(dash, dash + 1)).then(|| block.start..block.start + dash + 1)
}
