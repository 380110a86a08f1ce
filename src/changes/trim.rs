//! Two spans → what is left of them without the characters that both begin and end with.

use crate::both::Both;
use crate::text::article::Article;
use crate::text::graphemes::is_boundary;
use crate::text::span::ByteSpan;

/// Both spans without their common beginning and end, as far as that parts no grapheme cluster.
pub fn trimmed(articles: &Both<Article<'_>>, spans: Both<ByteSpan>) -> Both<ByteSpan> {
    let texts = articles
        .as_ref()
        .zip(spans)
        .map(|(article, span)| &article.str()[span.range()]);
    let Both {
        before: b,
        after: a,
    } = texts;
    let head = common_bytes(b.chars(), a.chars());
    let tail = common_bytes(b[head..].chars().rev(), a[head..].chars().rev());
    let inner = |head: usize, tail: usize| {
        spans.map(|span| ByteSpan::new(span.start + head as u32, span.end - tail as u32))
    };
    let is_whole = |spans: &Both<ByteSpan>| {
        articles
            .as_ref()
            .zip(*spans)
            .into_iter()
            .all(|(article, span)| {
                is_boundary(article.str(), span.start as usize)
                    && is_boundary(article.str(), span.end as usize)
            })
    };
    [(head, tail), (head, 0), (0, tail)]
        .into_iter()
        .map(|(head, tail)| inner(head, tail))
        .find(is_whole)
        .unwrap_or(spans)
}

/// Bytes of the longest common run of characters.
fn common_bytes(before: impl Iterator<Item = char>, after: impl Iterator<Item = char>) -> usize {
    before
        .zip(after)
        .take_while(|(b, a)| b == a)
        .map(|(c, _)| c.len_utf8())
        .sum()
}
