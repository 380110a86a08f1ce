//! Tokens → what a reader takes in as one: number expressions, and words of several signs.

use crate::units::{Token, TokenKind, Units};
use std::ops::Range;

/// Stretches of several tokens that are marked whole or not at all, in text order.
///
/// ```text
/// 10:30   1 234,56   $2,000   24/7   5 %   東京
/// ```
pub fn atoms(text: &str, units: &Units) -> Vec<Range<usize>> {
    let mut atoms = Vec::new();
    for sentence in &units.sentences {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let end = expression(text, &units.tokens[..sentence.tokens.end], at)
                .or_else(|| sign_word(&units.tokens[..sentence.tokens.end], at));
            match end {
                Some(end) if end > at + 1 => {
                    atoms.push(at..end);
                    at = end;
                }
                _ => at += 1,
            }
        }
    }
    atoms
}

/// Where the word of several signs that starts here ends.
fn sign_word(tokens: &[Token], at: usize) -> Option<usize> {
    let first = &tokens[at];
    if first.kind != TokenKind::Sign || !first.starts_word {
        return None;
    }
    let mut end = at + 1;
    while end < tokens.len()
        && tokens[end].kind == TokenKind::Sign
        && !tokens[end].starts_word
        && tokens[end].start == tokens[end - 1].end
    {
        end += 1;
    }
    Some(end)
}

/// Where the number expression that starts here ends.
fn expression(text: &str, tokens: &[Token], at: usize) -> Option<usize> {
    let read = |token: &Token| &text[token.span().range()];
    let mut end = at;
    if is_currency(read(&tokens[end])) && touches(tokens, end) {
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
            && text[tokens[end - 1].end as usize..tokens[end].start as usize]
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
        && is_sign_behind(read(&tokens[end]))
        && tokens[end].start as usize - tokens[end - 1].end as usize <= 2
    {
        end += 1;
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

fn is_sign_behind(mark: &str) -> bool {
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
