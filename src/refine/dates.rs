//! Dates that are written in another order or with other parts → unlinked whole, so that one change shows the whole date.

use crate::both::Both;
use crate::model::comparison::Comparison;
use crate::model::matching::{Matching, TokenRanges};
use crate::text::article::Article;
use crate::text::lexicon::Lexicon;
use crate::text::quantities::Kind;
use crate::text::source::slice;
use crate::text::units::{Token, TokenKind};
use std::ops::Range;

/// The parts of a date in their order, two bits each: 1 day, 2 month, 3 year.
type Shape = u32;

/// Takes dates of different shapes out of the matching.
///
/// ```text
/// parts   on [Sept. ]11[,| September] 2001       on [3rd ]March[ 3]
/// whole   on [Sept. 11, 2001|11 September 2001]  on [3rd March|March 3]
/// ```
#[inline(never)]
pub fn mark_dates_whole(comparison: &Comparison<'_>, matching: &mut Matching) {
    let mut whole: Vec<TokenRanges> = Vec::new();
    for pair in &matching.pairs {
        let ranges = matching.unmatched_ranges(&pair.tokens);
        for range in &ranges {
            let dates = comparison
                .articles
                .as_ref()
                .zip(range.as_ref())
                .zip(pair.tokens.as_ref())
                .map(|((article, range), within)| {
                    date_near(article, &comparison.lexicon, range, within)
                });
            if let (Some((b, b_shape)), Some((a, a_shape))) = (dates.before, dates.after) {
                let dates = Both::new(b, a);
                if b_shape != a_shape && belong_together(matching, &dates, &ranges) {
                    whole.push(dates);
                }
            }
        }
    }
    for dates in whole {
        for at in dates.before {
            matching.unlink(at);
        }
        for at in dates.after {
            if let Some(partner) = matching.partners.after.of(at) {
                matching.unlink(partner);
            }
        }
    }
}

/// Whether two dates have partners only in each other, and have at least one, or one unmatched range lies in both.
fn belong_together(matching: &Matching, dates: &TokenRanges, unmatched: &[TokenRanges]) -> bool {
    let (b, a) = (&dates.before, &dates.after);
    let partners = &matching.partners;
    let mut linked = b.clone().filter_map(|at| partners.before.of(at)).peekable();
    let has_link = linked.peek().is_some();
    let lies_in_both = |range: &TokenRanges| {
        range.before.start < b.end
            && b.start < range.before.end
            && range.after.start < a.end
            && a.start < range.after.end
    };
    linked.all(|partner| a.contains(&partner))
        && a.clone()
            .filter_map(|at| partners.after.of(at))
            .all(|partner| b.contains(&partner))
        && (has_link || unmatched.iter().any(lies_in_both))
}

/// The date that an unmatched range lies in or touches.
fn date_near(
    article: &Article<'_>,
    lexicon: &Lexicon<'_>,
    unmatched: &Range<usize>,
    within: &Range<usize>,
) -> Option<(Range<usize>, Shape)> {
    /// Tokens of the longest date: `the 11th of Sept. , 2001`.
    const MAX_TOKENS: usize = 6;
    let (text, tokens) = (article.str(), &article.units.tokens[..within.end]);
    let from = unmatched.start.saturating_sub(MAX_TOKENS).max(within.start);
    let to = (unmatched.end + 1).min(within.end);
    let mut at = from;
    while at < to {
        match date(text, tokens, at, lexicon) {
            Some((end, shape)) => {
                if end >= unmatched.start && at <= unmatched.end {
                    return Some((at..end, shape));
                }
                at = end;
            }
            None => at += 1,
        }
    }
    None
}

/// Where the date that starts here ends, and its shape: a day and a month in either order, and maybe a year.
fn date(text: &str, tokens: &[Token], at: usize, lexicon: &Lexicon<'_>) -> Option<(usize, Shape)> {
    let read = |at: usize| {
        tokens
            .get(at)
            .map_or("", |token| slice(text, token.span().range()))
    };
    let month = |at: usize| {
        tokens.get(at).is_some_and(|token| {
            token.kind == TokenKind::Word
                && matches!(lexicon.quantity(token.folded), Some((Kind::Month, _)))
        })
    };
    let past = |at: usize, marks: &[&str]| at + usize::from(marks.contains(&read(at)));
    let year =
        |at: usize| read(at).len() == 4 && read(at).bytes().all(|byte| byte.is_ascii_digit());
    let (mut end, mut shape) = if day(read(at)) {
        let next = past(past(at + 1, &[".", "º"]), &["of", "de", "d’", "d'"]);
        if !month(next) {
            return None;
        }
        (past(next + 1, &["."]), 0b0110)
    } else if month(at) {
        let next = past(at + 1, &["."]);
        if day(read(next)) && !year(next) {
            (next + 1, 0b1001)
        } else if year(next) {
            return Some((next + 1, 0b1011));
        } else {
            return None;
        }
    } else {
        return None;
    };
    let next = past(past(end, &[","]), &["de"]);
    if year(next) {
        (end, shape) = (next + 1, shape << 2 | 3);
    }
    // The dot of `Sept.` belongs to the month; a dot at the end of the sentence does not.
    if read(end - 1) == "." && end == tokens.len() {
        end -= 1;
    }
    Some((end, shape))
}

/// Whether a token is a day of the month: `3`, `3rd`, `1er`.
fn day(token: &str) -> bool {
    let digits = token.bytes().take_while(u8::is_ascii_digit).count();
    let ending = slice(token, digits..token.len());
    (1..=2).contains(&digits)
        && matches!(
            ending,
            "" | "st" | "nd" | "rd" | "th" | "er" | "º" | "ª" | "°"
        )
        && slice(token, 0..digits)
            .parse::<u32>()
            .is_ok_and(|day| (1..=31).contains(&day))
}
