//! A paragraph → its dateline: the place, date and agency before its first words.

use super::article::Article;
use super::chars::{is_dash, is_letter, is_small};
use super::source::slice;
use super::units::{Token, TokenKind};
use std::ops::Range;

/// Tokens before the dash of the longest dateline: `WASHINGTON, D.C., March 3, 2021 (Agency)`.
const MAX_TOKENS: usize = 16;
/// Letters of the shortest place in capitals that is the first word of a dateline.
const MIN_PLACE_LETTERS: usize = 3;
/// Words of the longest place in small letters without an agency: `Rio de Janeiro —`.
const MAX_PLACE_WORDS: usize = 3;
/// Tokens that the sentence behind a dateline without capitals has at least: `Anna (SPD) - 45 %` is a line of a list.
const MIN_SENTENCE_TOKENS: usize = 6;
/// Characters in the brackets that a paragraph begins with: `【ロンドン時事】` is a dateline, and `【訂正】` is a label.
const BRACKETED: Range<usize> = 4..22;
/// Characters of the longest Chinese dateline up to its last sign.
const MAX_WIRE_CHARACTERS: usize = 24;
/// Tokens between the brackets of a Korean dateline and its equals sign: the author.
const MAX_AUTHOR_TOKENS: usize = 6;

/// The tokens of a paragraph's dateline. Some are known only in the first paragraph of a text.
///
/// ```text
/// [LONDON (Reuters) —] The bridge …      [PARIS, March 3 (AP) -] A court …      [Emden (dpa) -] Der Rat …
/// [新华社北京3月14日电（记者李华）]市议会…    [【ロンドン時事】]市議会は…                [(서울=연합뉴스) 김철수 기자 =] 법원이 …
/// first paragraph only:                  [London —] Ministers met …             [بيروت -] وافق المجلس …
/// ```
///
/// Before this rule only a place in capitals with a dash was a dateline.
pub fn dateline(
    article: &Article<'_>,
    block: &Range<usize>,
    is_first: bool,
) -> Option<Range<usize>> {
    let tokens = &article.units.tokens[block.clone()];
    let (first, last) = (tokens.first()?, tokens.last()?);
    let text = slice(article.str(), first.start as usize..last.end as usize);
    let opening = text.chars().next()?;
    let length = if matches!(opening, '【' | '（') {
        bracketed(text, tokens).filter(|_| is_first)
    } else if first.kind == TokenKind::Unspaced {
        wire(text, tokens)
    } else {
        with_author(article, tokens).or_else(|| before_dash(article, tokens, is_first))
    }?;
    Some(block.start..block.start + length)
}

/// The characters of a token.
fn word<'t>(article: &Article<'t>, token: &Token) -> &'t str {
    slice(article.str(), token.span().range())
}

/// Tokens up to a dash between blanks: of a place in capitals; of a place and an agency in brackets; of the first words of a text.
fn before_dash(article: &Article<'_>, tokens: &[Token], is_first: bool) -> Option<usize> {
    let all_are = |token: &Token, is: fn(char) -> bool| word(article, token).chars().all(is);
    let is_mark = |token: &Token| token.kind == TokenKind::Punctuation;
    let dash = tokens
        .iter()
        .take(MAX_TOKENS + 1)
        .position(|token| is_mark(token) && all_are(token, is_dash))?;
    let is_apart = |left: usize, right: usize| {
        tokens
            .get(right)
            .is_some_and(|next| tokens[left].end < next.start)
    };
    if dash == 0 || !is_apart(dash, dash + 1) {
        return None;
    }
    // `(EFE).- `
    let is_pointed = word(article, &tokens[dash - 1]) == ".";
    let (head, rest) = (
        &tokens[..dash - usize::from(is_pointed)],
        &tokens[dash + 1..],
    );
    if !is_pointed && !is_apart(dash - 1, dash) {
        return None;
    }
    let place = word(article, &tokens[0]);
    if tokens[0].kind == TokenKind::Word
        && place.chars().count() >= MIN_PLACE_LETTERS
        && place.chars().all(|c| c.is_uppercase() || !is_letter(c))
        && place.chars().any(char::is_uppercase)
    {
        return Some(dash + 1);
    }
    let has_capital = |token: &Token| !word(article, token).starts_with(is_small);
    if rest.len() < MIN_SENTENCE_TOKENS || !has_capital(&rest[0]) || rest[0].kind != TokenKind::Word
    {
        return None;
    }
    let words = |tokens: &[Token]| tokens.iter().filter(|token| token.is_word()).count();
    let bracket = head.iter().position(|token| word(article, token) == "(");
    let is_dateline = match bracket {
        Some(bracket) => {
            let (place, agency) = (&head[..bracket], &head[bracket..]);
            // A month may stand beside the day in small letters: `Lyon, 14 mars (AFP)`.
            let is_part = |at: usize| {
                let is_number = |at: usize| {
                    let token = place.get(at);
                    token.is_some_and(|token| token.kind == TokenKind::Number)
                };
                has_capital(&place[at]) || is_number(at + 1) || at > 0 && is_number(at - 1)
            };
            (0..place.len()).all(is_part)
                && agency.iter().any(|token| token.kind == TokenKind::Word)
                && agency
                    .last()
                    .is_some_and(|token| word(article, token) == ")")
        }
        None => {
            let is_name = |token: &Token| token.kind == TokenKind::Word && has_capital(token);
            (1..=MAX_PLACE_WORDS).contains(&words(head))
                && head.iter().all(is_name)
                && !is_pointed
                && is_first
        }
    };
    is_dateline.then_some(dash + 1)
}

/// Tokens of the brackets that the first paragraph of a Chinese or Japanese text begins with.
fn bracketed(text: &str, tokens: &[Token]) -> Option<usize> {
    let close = text.find(['】', '）'])?;
    let is_long_enough =
        BRACKETED.contains(&slice(text, 0..close).chars().count().saturating_sub(1));
    let length = tokens_up_to(tokens, close + '】'.len_utf8());
    (is_long_enough && length + MIN_SENTENCE_TOKENS <= tokens.len()).then_some(length)
}

/// Tokens of a Chinese dateline: up to the sign for *wire* or *report* behind the day, and the author in brackets behind it.
fn wire(text: &str, tokens: &[Token]) -> Option<usize> {
    let signs = text.char_indices().take(MAX_WIRE_CHARACTERS);
    let mut last = ' ';
    let mut end = None;
    for (at, sign) in signs {
        if last == '日' && matches!(sign, '电' | '電' | '讯' | '訊') {
            end = Some(at + sign.len_utf8());
            break;
        }
        last = sign;
    }
    let end = end?;
    let rest = slice(text, end..text.len());
    let author = rest
        .starts_with('（')
        .then(|| rest.find('）'))
        .flatten()
        .filter(|&close| slice(rest, 0..close).chars().count() <= MAX_WIRE_CHARACTERS);
    let author = author.map_or(0, |close| close + '）'.len_utf8());
    Some(tokens_up_to(tokens, end + author))
}

/// Tokens of a Korean dateline: a place, an equals sign and an agency in brackets, and maybe the author with another equals sign.
fn with_author(article: &Article<'_>, tokens: &[Token]) -> Option<usize> {
    let is = |token: &Token, mark: &str| word(article, token) == mark;
    let close = tokens
        .iter()
        .take(MAX_TOKENS)
        .position(|token| is(token, ")"))?;
    if !is(&tokens[0], "(") || !tokens[..close].iter().any(|token| is(token, "=")) {
        return None;
    }
    let behind = tokens[close + 1..].iter().take(MAX_AUTHOR_TOKENS);
    let mut behind = behind.map(|token| is(token, "="));
    let author = behind.position(|is_end| is_end).map_or(0, |at| at + 1);
    Some(close + 1 + author)
}

/// How many tokens end within the first bytes of a text.
fn tokens_up_to(tokens: &[Token], bytes: usize) -> usize {
    let from = tokens[0].start as usize;
    tokens
        .iter()
        .take_while(|token| token.end as usize <= from + bytes)
        .count()
}
