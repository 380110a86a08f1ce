//! Tokens → ranges that a reader takes in as one: number expressions, and words of several characters in scripts without spaces.

use crate::text::article::Article;
use crate::text::chars::is_dash;
use crate::text::lexicon::Lexicon;
use crate::text::quantities::{is_counter, is_numeral, Kind, ValueWord};
use crate::text::source::slice;
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

/// Where the numerals and counters that start here end: 三千万円, 5月3日, 10時30分. There are none where the dictionary reads the first
/// numeral as part of a word: 一般.
fn numerals(text: &str, tokens: &[Token], at: usize) -> Option<usize> {
    let read = |at: usize| slice(text, tokens[at].span().range());
    let unspaced = |at: usize| tokens[at].kind == TokenKind::Unspaced;
    let is_numeral_at =
        |at: usize| tokens[at].kind == TokenKind::Number || unspaced(at) && is_numeral(read(at));
    if !is_numeral_at(at) || unspaced(at) && !tokens[at].starts_word {
        return None;
    }
    let mut end = at + 1;
    let mut has_unspaced = unspaced(at);
    while end < tokens.len() && tokens[end].start == tokens[end - 1].end {
        let counter = unspaced(end) && is_counter(read(end)) && is_numeral_at(end - 1);
        // 3分の2, 百分之五
        let of = matches!(read(end), "の" | "之") && read(end - 1) == "分";
        let of = of && touches(tokens, end) && is_numeral_at(end + 1);
        if !is_numeral_at(end) && !counter && !of {
            break;
        }
        has_unspaced |= unspaced(end);
        end += 1;
    }
    // Whether a word of the dictionary would be cut there.
    let cuts_word = |end: usize| {
        tokens.get(end).is_some_and(|next| {
            next.start == tokens[end - 1].end
                && next.kind == TokenKind::Unspaced
                && !next.starts_word
        })
    };
    while end > at && cuts_word(end) {
        end -= 1;
    }
    (has_unspaced && end > at).then_some(end)
}

/// Where the number of several words that starts here ends: `twenty-one`, `two-thirds`, `treinta y dos`, `vingt et un`, `dos tercios`,
/// `двадцать один`, `واحد وعشرون`.
fn compound(text: &str, tokens: &[Token], at: usize, lexicon: &Lexicon<'_>) -> Option<usize> {
    let joiner = tokens.get(at + 1)?;
    let kind = |token: &Token| {
        let kind = lexicon.quantity(token.folded).map(|(kind, _)| kind);
        kind.filter(|_| token.kind == TokenKind::Word)
    };
    let is_number_word = |token: &Token| {
        matches!(
            kind(token),
            Some(Kind::Cardinal | Kind::Scale | Kind::Ordinal | Kind::Fraction)
        )
    };
    if !is_number_word(&tokens[at]) {
        return None;
    }
    let read = slice(text, joiner.span().range());
    // Only tens are joined to what is less than ten without a hyphen: `dos y tres` are two numbers.
    let is_ten = tokens[at].end - tokens[at].start >= MIN_BYTES_OF_TEN;
    let first = kind(&tokens[at]);
    // *Năm* is a year as well as five.
    let is_sure = lexicon.value_word(joiner.folded) == ValueWord::Always;
    let joined = match kind(joiner) {
        Some(Kind::Fraction) => first == Some(Kind::Cardinal),
        // *and twenty* is a part of a number, *and five* of none.
        Some(Kind::Cardinal) if read.starts_with(['و', 'ו']) => read.ends_with('ن'),
        // `ein Drittel`, `un cinquième`
        Some(Kind::Cardinal | Kind::Ordinal)
            if ["tel", "ième", "ièmes"]
                .iter()
                .any(|end| read.ends_with(end)) =>
        {
            first == Some(Kind::Cardinal)
        }
        Some(Kind::Cardinal) => {
            is_ten && is_sure && matches!(first, Some(Kind::Cardinal | Kind::Scale))
        }
        _ => false,
    };
    if joined {
        return Some(compound(text, tokens, at + 1, lexicon).unwrap_or(at + 2));
    }
    let next = tokens.get(at + 2)?;
    let hyphen = joiner.kind == TokenKind::Punctuation
        && joiner.start == tokens[at].end
        && next.start == joiner.end
        && read.chars().all(is_dash);
    let and = is_ten && matches!(read, "y" | "e" | "et" | "og" | "och" | "και");
    if !is_number_word(next) || !hyphen && !and {
        return None;
    }
    Some(compound(text, tokens, at + 2, lexicon).unwrap_or(at + 3))
}

/// Bytes of the shortest word for a ten: `vinte`, `vingt`.
const MIN_BYTES_OF_TEN: u32 = 5;

/// Where the telephone number that starts here ends: groups of digits, the first of which begins with 0 or follows a `+`.
fn telephone(text: &str, tokens: &[Token], at: usize) -> Option<usize> {
    /// Digits of the shortest telephone number that is written in groups.
    const MIN_DIGITS: usize = 7;
    /// Groups that it has at least.
    const MIN_GROUPS: usize = 2;
    let read = |at: usize| {
        tokens
            .get(at)
            .map_or("", |token| slice(text, token.span().range()))
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
        let is_joined =
            matches!(read(end), "-" | "/" | "–") && apart == 0 && group(end + 1).is_some();
        end += usize::from(is_joined);
        if !is_joined && (apart > 1 || group(end).is_none()) {
            break;
        }
    }
    (groups >= MIN_GROUPS && digits >= MIN_DIGITS).then_some(end)
}

/// Where the number expression that starts here ends.
fn expression(text: &str, tokens: &[Token], at: usize) -> Option<usize> {
    let read = |token: &Token| slice(text, token.span().range());
    let mut end = at;
    // A minus sign touches its number and nothing before.
    let may_have_sign = at == 0
        || tokens[at - 1].end < tokens[at].start
        || matches!(read(&tokens[at - 1]), "(" | "[" | "|");
    if may_have_sign && touches(tokens, end) && read(&tokens[end]).chars().all(is_dash) {
        end += 1;
    }
    if touches(tokens, end)
        && tokens[end + 1].kind == TokenKind::Number
        && is_prefix(read(&tokens[end]))
    {
        end += 1;
    }
    if tokens[end].kind != TokenKind::Number {
        return None;
    }
    end += 1;
    while end < tokens.len() {
        let digits = |token: &Token| read(token).bytes().all(|b| b.is_ascii_digit());
        let is_touching = tokens[end].start == tokens[end - 1].end;
        if is_touching
            && is_joiner(read(&tokens[end]))
            && touches(tokens, end)
            && tokens[end + 1].kind == TokenKind::Number
        {
            end += 2;
        } else if !is_touching
            && tokens[end].kind == TokenKind::Number
            && digits(&tokens[end - 1])
            && read(&tokens[end - 1]).len() <= 3
            && read(&tokens[end])
                .get(..3)
                .is_some_and(|head| head.bytes().all(|b| b.is_ascii_digit()))
            && !read(&tokens[end])
                .get(3..4)
                .is_some_and(|next| next.bytes().all(|b| b.is_ascii_digit()))
            && slice(
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

/// Whether nothing is between a token and the next one.
fn touches(tokens: &[Token], at: usize) -> bool {
    tokens
        .get(at + 1)
        .is_some_and(|next| next.start == tokens[at].end)
}

/// Whether a character joins the parts of one number.
fn is_joiner(mark: &str) -> bool {
    matches!(
        mark,
        ":" | "/" | "." | "," | "-" | "–" | "’" | "'" | "٫" | "٬" | "·" | "−"
    )
}

/// Whether a character before a number belongs to it: a currency, a sign, a number sign.
fn is_prefix(mark: &str) -> bool {
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

/// Whether a character after a number belongs to it: a unit, a currency.
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
