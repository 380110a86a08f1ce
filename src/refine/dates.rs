//! Dates that are written in another order or with other parts → unlinked whole, so that one change tells of the whole date.

use crate::both::Both;
use crate::model::comparison::Comparison;
use crate::model::matching::{Matching, TokenRanges};
use crate::text::article::Article;
use crate::text::lexicon::Lexicon;
use crate::text::quantities::{means, Kind};
use crate::text::source::cut;
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
pub fn mark_dates_whole(comparison: &Comparison<'_>, matching: &mut Matching) {
    let mut whole: Vec<TokenRanges> = Vec::new();
    for pair in &matching.pairs {
        let holes = matching.unmatched_ranges(&pair.tokens);
        for hole in &holes {
            let dates = comparison
                .articles
                .as_ref()
                .zip(hole.as_ref())
                .zip(pair.tokens.as_ref())
                .map(|((article, hole), within)| {
                    date_near(article, &comparison.lexicon, hole, within)
                });
            if let (Some((b, b_shape)), Some((a, a_shape))) = (dates.before, dates.after) {
                let dates = Both::new(b, a);
                if b_shape != a_shape && meet(matching, &dates, &holes) {
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

/// Whether two dates have no partner but in each other, and share one or a hole.
fn meet(matching: &Matching, dates: &TokenRanges, holes: &[TokenRanges]) -> bool {
    let (b, a) = (&dates.before, &dates.after);
    let partners = &matching.partners;
    let mut went = b.clone().filter_map(|at| partners.before.of(at)).peekable();
    let linked = went.peek().is_some();
    let touch = |hole: &TokenRanges| {
        hole.before.start < b.end
            && b.start < hole.before.end
            && hole.after.start < a.end
            && a.start < hole.after.end
    };
    went.all(|partner| a.contains(&partner))
        && a.clone()
            .filter_map(|at| partners.after.of(at))
            .all(|partner| b.contains(&partner))
        && (linked || holes.iter().any(touch))
}

/// The date that a hole lies in or touches.
fn date_near(
    article: &Article<'_>,
    lexicon: &Lexicon<'_>,
    hole: &Range<usize>,
    within: &Range<usize>,
) -> Option<(Range<usize>, Shape)> {
    /// Tokens of the longest date: `the 11th of Sept. , 2001`.
    const LONGEST: usize = 6;
    let (text, tokens) = (article.str(), &article.units.tokens[..within.end]);
    let from = hole.start.saturating_sub(LONGEST).max(within.start);
    let to = (hole.end + 1).min(within.end);
    let mut at = from;
    while at < to {
        match date(text, tokens, at, lexicon) {
            Some((end, shape)) => {
                if end >= hole.start && at <= hole.end {
                    return Some((at..end, shape));
                }
                at = end;
            }
            None => at += 1,
        }
    }
    None
}

/// Where the date that starts here ends, and its shape: a day and a month in either order, perhaps a year behind.
fn date(text: &str, tokens: &[Token], at: usize, lexicon: &Lexicon<'_>) -> Option<(usize, Shape)> {
    let read = |at: usize| {
        tokens
            .get(at)
            .map_or("", |token| cut(text, token.span().range()))
    };
    let month = |at: usize| {
        tokens.get(at).is_some_and(|token| {
            token.kind == TokenKind::Word
                && matches!(means(lexicon.folded(token.folded)), Some((Kind::Month, _)))
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
    // The dot of `Sept.` goes with its month, the one that ends the sentence does not.
    if read(end - 1) == "." && end == tokens.len() {
        end -= 1;
    }
    Some((end, shape))
}

/// Whether a token is a day of the month: `3`, `3rd`, `1er`.
fn day(token: &str) -> bool {
    let digits = token.bytes().take_while(u8::is_ascii_digit).count();
    let ending = cut(token, digits..token.len());
    (1..=2).contains(&digits)
        && matches!(
            ending,
            "" | "st" | "nd" | "rd" | "th" | "er" | "º" | "ª" | "°"
        )
        && cut(token, 0..digits)
            .parse::<u32>()
            .is_ok_and(|day| (1..=31).contains(&day))
}
