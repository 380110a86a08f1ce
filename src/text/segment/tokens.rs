//! A stretch of text → tokens, by the word rules of UAX #29: fast where it is ASCII.

use super::dictionary::mark_word_starts;
use super::words::Pieces;
use crate::text::char_cache::CharCache;
use crate::text::chars::{is_dash, is_invisible, is_space, is_unspaced};
use crate::text::graphemes::{is_boundary, stretched};
use crate::text::lexicon::Lexicon;
use crate::text::source::cut;
use crate::text::span::ByteSpan;
use crate::text::units::{Token, TokenKind};

/// Appends the tokens of `text[span]`.
pub fn tokens<'t>(text: &'t str, span: ByteSpan, lexicon: &mut Lexicon<'t>, out: &mut Vec<Token>) {
    let bytes = text.as_bytes();
    let end = span.end as usize;
    let first = out.len();
    let mut signs = false;
    let mut at = span.start as usize;
    while at < end {
        if KINDS[bytes[at] as usize] == BLANK {
            at += 1;
            continue;
        }
        let (mut stop, mut kinds) = (at, 0);
        for &byte in &bytes[at..end] {
            let kind = KINDS[byte as usize];
            if kind == BLANK {
                break;
            }
            kinds |= kind;
            stop += 1;
        }
        if kinds == PART {
            push(text, at, stop, kind_of_ascii(bytes[at]), lexicon, out);
            at = stop;
        } else if kinds & BEYOND == 0 {
            while at < stop {
                let (next, kind) = ascii_token(bytes, at, stop);
                push(text, at, next, kind, lexicon, out);
                at = next;
            }
        } else {
            stop = stretched(text, stop, end);
            signs |= unicode_tokens(text, at, stop, first, lexicon, out);
            at = stop;
        }
    }
    if signs {
        mark_word_starts(text, lexicon.platform(), &mut out[first..]);
    }
}

/// White space, a part of a word, a mark, and what is not ASCII; bits, so that a stretch tells at once what it holds.
const BLANK: u8 = 1;
const PART: u8 = 2;
const MARK: u8 = 4;
const BEYOND: u8 = 8;

/// What every byte is: one look instead of five comparisons.
const KINDS: [u8; 256] = {
    let mut kinds = [MARK; 256];
    let mut byte = 0;
    while byte < 256 {
        kinds[byte] = match byte as u8 {
            b' ' | b'\t'..=b'\r' => BLANK,
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'_' => PART,
            0x80.. => BEYOND,
            _ => MARK,
        };
        byte += 1;
    }
    kinds
};

fn kind_of_ascii(first: u8) -> TokenKind {
    if first.is_ascii_digit() {
        TokenKind::Number
    } else {
        TokenKind::Word
    }
}

fn push<'t>(
    text: &'t str,
    start: usize,
    end: usize,
    kind: TokenKind,
    lexicon: &mut Lexicon<'t>,
    out: &mut Vec<Token>,
) {
    let (form, folded) = lexicon.intern(text, start..end);
    out.push(Token {
        start: start as u32,
        end: end as u32,
        form,
        folded,
        kind,
        starts_word: kind != TokenKind::Punctuation,
    });
}

/// One token of an ASCII stretch: the rules WB5 to WB13 of UAX #29, and runs of dots and of hyphens kept whole.
fn ascii_token(bytes: &[u8], start: usize, end: usize) -> (usize, TokenKind) {
    let first = bytes[start];
    let is_part = |b: u8| KINDS[b as usize] == PART;
    if !is_part(first) {
        let mut at = start + 1;
        if matches!(first, b'.' | b'-') {
            while at < end && bytes[at] == first {
                at += 1;
            }
        }
        return (at, TokenKind::Punctuation);
    }
    let mut at = start + 1;
    while at < end {
        if is_part(bytes[at]) {
            at += 1;
            continue;
        }
        let Some(&next) = bytes[..end].get(at + 1) else {
            break;
        };
        let previous = bytes[at - 1];
        let joins = match bytes[at] {
            b'\'' | b'.' => {
                (previous.is_ascii_alphabetic() && next.is_ascii_alphabetic())
                    || (previous.is_ascii_digit() && next.is_ascii_digit())
            }
            b':' => previous.is_ascii_alphabetic() && next.is_ascii_alphabetic(),
            b',' | b';' => previous.is_ascii_digit() && next.is_ascii_digit(),
            _ => false,
        };
        if !joins {
            break;
        }
        at += 2;
    }
    (at, kind_of_ascii(first))
}

/// Tokens of a stretch with other characters than ASCII; whether there were signs among them.
fn unicode_tokens<'t>(
    text: &'t str,
    start: usize,
    end: usize,
    first: usize,
    lexicon: &mut Lexicon<'t>,
    out: &mut Vec<Token>,
) -> bool {
    let chars = lexicon.chars();
    let mut signs = false;
    // A combining mark at the start sits on the blank before it; that blank then belongs to the token.
    let mut pending = None;
    if !is_boundary(text, start) {
        let previous = cut(text, 0..start)
            .char_indices()
            .next_back()
            .map_or(start, |(at, _)| at);
        if out[first..]
            .last()
            .is_none_or(|last| (last.end as usize) <= previous)
        {
            pending = Some(previous);
        }
    }
    for (offset, piece) in Pieces::new(cut(text, start..end), chars) {
        let at = start + offset;
        let stop = at + piece.len();
        let Some(c) = piece.chars().next() else {
            continue;
        };
        if pending.is_none() && piece.chars().all(|c| is_space(c) || is_invisible(c)) {
            continue;
        }
        let kind = kind_of(piece, chars);
        signs |= kind == TokenKind::Unspaced;
        // Runs of dots or hyphens are one mark here too.
        if (c == '.' || is_dash(c)) && piece.len() == c.len_utf8() && pending.is_none() {
            if let Some(last) = out[first..]
                .last_mut()
                .filter(|last| last.end as usize == at)
            {
                let run = cut(text, last.start as usize..at);
                if run.chars().all(|p| p == c) {
                    let (form, folded) = lexicon.intern(text, last.start as usize..stop);
                    (last.end, last.form, last.folded) = (stop as u32, form, folded);
                    continue;
                }
            }
        }
        push(text, pending.take().unwrap_or(at), stop, kind, lexicon, out);
    }
    signs
}

fn kind_of(piece: &str, chars: &CharCache<'_>) -> TokenKind {
    match piece.chars().find(|&c| chars.is_letter_or_number(c)) {
        None => TokenKind::Punctuation,
        Some(c) if is_unspaced(c) => TokenKind::Unspaced,
        Some(c) if chars.is_number(c) => TokenKind::Number,
        Some(_) => TokenKind::Word,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::platform::Native;

    fn read(text: &str) -> Vec<&str> {
        let chars = CharCache::new(&Native);
        let mut lexicon = Lexicon::new(&chars);
        let mut out = Vec::new();
        tokens(
            text,
            ByteSpan::new(0, text.len() as u32),
            &mut lexicon,
            &mut out,
        );
        out.iter()
            .map(|token| &text[token.span().range()])
            .collect()
    }

    #[test]
    fn words_numbers_and_marks() {
        assert_eq!(
            read("The U.K.-Japan deal cost $2,000.50."),
            ["The", "U.K", ".", "-", "Japan", "deal", "cost", "$", "2,000.50", "."]
        );
        assert_eq!(
            read("Wait... it’s -- fine"),
            ["Wait", "...", "it’s", "--", "fine"]
        );
        assert_eq!(
            read("“Привет”, сказал"),
            ["“", "Привет", "”", ",", "сказал"]
        );
        assert_eq!(read("東京で"), ["東", "京", "で"]);
        assert_eq!(read("น้ำ"), ["น้ำ"]);
    }

    #[test]
    fn ascii_and_unicode_rules_agree() {
        for text in [
            "a.b:c'd 1,2;3.4 x_1 'q' e.g. 3rd 10:30 a..b --c (d) #e @f 5% 1.5.2 a1.b",
            "don't can't o'clock's",
        ] {
            let chars = CharCache::new(&Native);
            let mut lexicon = Lexicon::new(&chars);
            let mut by_tables = Vec::new();
            for (at, stretch) in text
                .split(' ')
                .map(|s| (s.as_ptr() as usize - text.as_ptr() as usize, s))
            {
                let first = by_tables.len();
                unicode_tokens(
                    text,
                    at,
                    at + stretch.len(),
                    first,
                    &mut lexicon,
                    &mut by_tables,
                );
            }
            let by_tables: Vec<&str> = by_tables
                .iter()
                .map(|token| &text[token.span().range()])
                .collect();
            assert_eq!(read(text), by_tables);
        }
    }
}
