//! Tokens → ranges that a reader takes in as one: number expressions, and words of several characters in scripts without spaces.

use crate::text::article::Article;
use crate::text::chars::is_dash;
use crate::text::lexicon::Lexicon;
use crate::text::quantities::{is_counter, is_numeral, means, Kind};
use crate::text::source::cut;
use crate::text::units::{Token, TokenKind};
use std::ops::Range;

/// Ranges of several tokens that are marked whole or not at all, in text order.
///
/// ```text
/// 10:30   1 234,56   $2,000   24/7   5 %   -3C   0161 496 0123   twenty-one   treinta y dos   三千万円   5月3日   東京
/// ```
pub fn indivisible_ranges(article: &Article<'_>, lexicon: &Lexicon<'_>) -> Vec<Range<usize>> {
    let (text, units) = (article.str(), &article.units);
    let mut ranges = Vec::new();
    for sentence in &units.sentences {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let tokens = &units.tokens[..sentence.tokens.end];
            if tokens[at].kind == TokenKind::Word {
                match compound(text, tokens, at, lexicon) {
                    Some(end) => {
                        ranges.push(at..end);
                        at = end;
                    }
                    None => at += 1,
                }
                continue;
            }
            let end = numerals(text, tokens, at)
                .or_else(|| telephone(text, tokens, at))
                .or_else(|| expression(text, tokens, at))
                .or_else(|| unspaced_word(tokens, at));
            match end {
                Some(end) if end > at + 1 => {
                    ranges.push(at..end);
                    at = end;
                }
                _ => at += 1,
            }
        }
    }
    ranges
}

/// Where the word of several characters that starts here ends, in a script without spaces.
fn unspaced_word(tokens: &[Token], at: usize) -> Option<usize> {
    let first = &tokens[at];
    if first.kind != TokenKind::Unspaced || !first.starts_word {
        return None;
    }
    let mut end = at + 1;
    while end < tokens.len()
        && tokens[end].kind == TokenKind::Unspaced
        && !tokens[end].starts_word
        && tokens[end].start == tokens[end - 1].end
    {
        end += 1;
    }
    Some(end)
}

/// Where the numerals and counters that start here end: 三千万円, 5月3日, 10時30分. None of them is one where a dictionary reads
/// the first numeral as part of a word, as in 一般.
fn numerals(text: &str, tokens: &[Token], at: usize) -> Option<usize> {
    let read = |at: usize| cut(text, tokens[at].span().range());
    let unspaced = |at: usize| tokens[at].kind == TokenKind::Unspaced;
    let numeral =
        |at: usize| tokens[at].kind == TokenKind::Number || unspaced(at) && is_numeral(read(at));
    if !numeral(at) || unspaced(at) && !tokens[at].starts_word {
        return None;
    }
    let mut end = at + 1;
    let mut has_unspaced = unspaced(at);
    while end < tokens.len() && tokens[end].start == tokens[end - 1].end {
        let counter = unspaced(end) && is_counter(read(end)) && numeral(end - 1);
        if !numeral(end) && !counter {
            break;
        }
        has_unspaced |= unspaced(end);
        end += 1;
    }
    let cut = |end: usize| {
        tokens.get(end).is_some_and(|next| {
            next.start == tokens[end - 1].end
                && next.kind == TokenKind::Unspaced
                && !next.starts_word
        })
    };
    while end > at && cut(end) {
        end -= 1;
    }
    (has_unspaced && end > at).then_some(end)
}

/// Where the number of several words that starts here ends: `twenty-one`, `two-thirds`, `treinta y dos`, `vingt et un`.
fn compound(text: &str, tokens: &[Token], at: usize, lexicon: &Lexicon<'_>) -> Option<usize> {
    let (joint, next) = (tokens.get(at + 1)?, tokens.get(at + 2)?);
    if next.kind != TokenKind::Word {
        return None;
    }
    let read = cut(text, joint.span().range());
    let hyphen = joint.kind == TokenKind::Punctuation
        && joint.start == tokens[at].end
        && next.start == joint.end
        && read.chars().all(is_dash);
    if !hyphen && !matches!(read, "y" | "e" | "et" | "og" | "och" | "και") {
        return None;
    }
    let numeral = |token: &Token| {
        matches!(
            means(lexicon.folded(token.folded)),
            Some((
                Kind::Cardinal | Kind::Scale | Kind::Ordinal | Kind::Fraction,
                _
            ))
        )
    };
    if !numeral(&tokens[at]) || !numeral(next) {
        return None;
    }
    // Without a hyphen only tens are joined to what is less than ten: `dos y tres` are two numbers.
    if !hyphen && tokens[at].end - tokens[at].start < LETTERS_OF_TENS {
        return None;
    }
    Some(compound(text, tokens, at + 2, lexicon).unwrap_or(at + 3))
}

/// Bytes of the shortest word for a ten: `vinte`, `vingt`.
const LETTERS_OF_TENS: u32 = 5;

/// Where the telephone number that starts here ends: groups of digits, the first of which begins with 0 or stands behind a `+`.
fn telephone(text: &str, tokens: &[Token], at: usize) -> Option<usize> {
    /// Digits of the shortest telephone number that is written in groups.
    const DIGITS: usize = 7;
    /// Groups it has at least.
    const GROUPS: usize = 2;
    let read = |at: usize| {
        tokens
            .get(at)
            .map_or("", |token| cut(text, token.span().range()))
    };
    let group = |at: usize| {
        let group = read(at);
        (!group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit()))
            .then_some(group.len())
    };
    let first = at + usize::from(read(at) == "+" && touches(tokens, at));
    if first == at && !read(at).starts_with('0') {
        return None;
    }
    let (mut end, mut digits, mut groups) = (first, 0, 0);
    while let Some(count) = group(end) {
        (digits, groups, end) = (digits + count, groups + 1, end + 1);
        let apart = tokens
            .get(end)
            .map_or(9, |next| next.start - tokens[end - 1].end);
        let joint = matches!(read(end), "-" | "/" | "–") && apart == 0 && group(end + 1).is_some();
        end += usize::from(joint);
        if !joint && (apart > 1 || group(end).is_none()) {
            break;
        }
    }
    (groups >= GROUPS && digits >= DIGITS).then_some(end)
}

/// Where the number expression that starts here ends.
fn expression(text: &str, tokens: &[Token], at: usize) -> Option<usize> {
    let read = |token: &Token| cut(text, token.span().range());
    let mut end = at;
    // A minus sign touches its number and nothing before.
    let free = at == 0
        || tokens[at - 1].end < tokens[at].start
        || matches!(read(&tokens[at - 1]), "(" | "[" | "|");
    if free && touches(tokens, end) && read(&tokens[end]).chars().all(is_dash) {
        end += 1;
    }
    if touches(tokens, end)
        && tokens[end + 1].kind == TokenKind::Number
        && is_currency(read(&tokens[end]))
    {
        end += 1;
    }
    if tokens[end].kind != TokenKind::Number {
        return None;
    }
    end += 1;
    while end < tokens.len() {
        let digits = |token: &Token| read(token).bytes().all(|b| b.is_ascii_digit());
        let touching = tokens[end].start == tokens[end - 1].end;
        if touching
            && is_joint(read(&tokens[end]))
            && touches(tokens, end)
            && tokens[end + 1].kind == TokenKind::Number
        {
            end += 2;
        } else if !touching
            && tokens[end].kind == TokenKind::Number
            && digits(&tokens[end - 1])
            && read(&tokens[end - 1]).len() <= 3
            && read(&tokens[end])
                .get(..3)
                .is_some_and(|head| head.bytes().all(|b| b.is_ascii_digit()))
            && !read(&tokens[end])
                .get(3..4)
                .is_some_and(|next| next.bytes().all(|b| b.is_ascii_digit()))
            && cut(
                text,
                tokens[end - 1].end as usize..tokens[end].start as usize,
            )
            .chars()
            .count()
                == 1
        {
            end += 1;
        } else {
            break;
        }
    }
    if end < tokens.len()
        && is_unit_suffix(read(&tokens[end]))
        && tokens[end].start as usize - tokens[end - 1].end as usize <= 2
    {
        end += 1;
        // `°C`
        let degrees = matches!(read(&tokens[end - 1]), "°");
        if degrees
            && touches(tokens, end - 1)
            && matches!(read(&tokens[end]), "C" | "F" | "c" | "f")
        {
            end += 1;
        }
    }
    Some(end)
}

fn touches(tokens: &[Token], at: usize) -> bool {
    tokens
        .get(at + 1)
        .is_some_and(|next| next.start == tokens[at].end)
}

/// Marks that hold the parts of one number together.
fn is_joint(mark: &str) -> bool {
    matches!(
        mark,
        ":" | "/" | "." | "," | "-" | "–" | "’" | "'" | "٫" | "٬" | "·" | "−"
    )
}

fn is_currency(mark: &str) -> bool {
    matches!(
        mark,
        "$" | "€"
            | "£"
            | "¥"
            | "₹"
            | "₽"
            | "₴"
            | "₺"
            | "₩"
            | "₪"
            | "฿"
            | "¢"
            | "+"
            | "±"
            | "~"
            | "≈"
            | "#"
            | "№"
            | "￥"
            | "＄"
    )
}

fn is_unit_suffix(mark: &str) -> bool {
    matches!(
        mark,
        "%" | "‰"
            | "€"
            | "£"
            | "$"
            | "°"
            | "℃"
            | "℉"
            | "٪"
            | "％"
            | "₽"
            | "₴"
            | "₺"
            | "₫"
            | "zł"
            | "¢"
            | "′"
            | "″"
    )
}
