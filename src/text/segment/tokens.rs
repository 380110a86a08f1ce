//! A block of a text → its tokens, by the word rules of UAX #29; a stretch of ASCII is read by a fast path.

use super::dictionary::mark_word_starts;
use super::words::Pieces;
use crate::text::char_cache::CharCache;
use crate::text::chars::{is_dash, is_invisible, is_number, is_space, is_unspaced};
use crate::text::graphemes::{is_boundary, stretched};
use crate::text::lexicon::Lexicon;
use crate::text::span::ByteSpan;
use crate::text::units::{Token, TokenKind};

/// Appends the tokens of `text[span]`.
#[inline(never)]
pub fn tokens<'t>(text: &'t str, span: ByteSpan, lexicon: &mut Lexicon<'t>, out: &mut Vec<Token>) {
    let first = out.len();
    let mut tokenizer = Tokenizer {
        text,
        lexicon,
        first,
        out,
    };
    if tokenizer.read(span.range()) {
        mark_word_starts(text, lexicon.platform(), &mut out[first..]);
    }
}

/// White space.
const BLANK: u8 = 1;
/// A letter, a digit or `_`.
const PART: u8 = 2;
/// Other ASCII.
const PUNCTUATION: u8 = 4;
/// Not ASCII.
const BEYOND: u8 = 8;

/// The kind of each byte, as one bit, so that the kinds of a stretch can be collected in one number.
const KINDS: [u8; 256] = {
    let mut kinds = [PUNCTUATION; 256];
    let mut byte = 0;
    while byte < 256 {
        kinds[byte] = match byte as u8 {
            b' ' | b'\t'..=b'\r' => BLANK,
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'_' => PART,
            0x80.. => BEYOND,
            _ => PUNCTUATION,
        };
        byte += 1;
    }
    kinds
};

/// Reads the tokens of one block.
struct Tokenizer<'t, 'o> {
    text: &'t str,
    lexicon: &'o mut Lexicon<'t>,
    out: &'o mut Vec<Token>,
    /// Where the tokens of the block begin in `out`.
    first: usize,
}

impl<'t> Tokenizer<'t, '_> {
    /// Reads some bytes, and returns whether there are characters of a script without spaces among them.
    fn read(&mut self, bytes: std::ops::Range<usize>) -> bool {
        let (text, end) = (self.text.as_bytes(), bytes.end);
        let mut has_unspaced = false;
        let mut at = bytes.start;
        while at < end {
            if KINDS[text[at] as usize] == BLANK {
                at += 1;
                continue;
            }
            let (mut stop, mut kinds) = (at, 0);
            for &byte in &text[at..end] {
                let kind = KINDS[byte as usize];
                if kind == BLANK {
                    break;
                }
                kinds |= kind;
                stop += 1;
            }
            if kinds == PART {
                self.push(at, stop, kind_of_ascii(text[at]));
            } else if kinds & BEYOND == 0 {
                let mut start = at;
                while start < stop {
                    let (next, kind) = ascii_token(text, start, stop);
                    self.push(start, next, kind);
                    start = next;
                }
            } else {
                stop = stretched(self.text, stop, end);
                has_unspaced |= self.read_unicode(at, stop);
            }
            at = stop;
        }
        has_unspaced
    }

    fn push(&mut self, start: usize, end: usize, kind: TokenKind) {
        let (form, folded) = self.lexicon.intern(self.text, start..end);
        self.out.push(Token {
            start: start as u32,
            end: end as u32,
            form,
            folded,
            kind,
            starts_word: kind != TokenKind::Punctuation,
        });
    }

    /// Reads a stretch with other characters than ASCII, and returns whether there are characters of a script without spaces among them.
    fn read_unicode(&mut self, start: usize, end: usize) -> bool {
        let chars = self.lexicon.chars();
        let mut has_unspaced = false;
        let mut pending = self.carrier(start);
        let mut pieces = Pieces::new(&self.text[start..end], chars)
            .flat_map(|(offset, piece)| parts_between_narrow_spaces(offset, piece))
            .peekable();
        while let Some((offset, piece)) = pieces.next() {
            let at = start + offset;
            let mut stop = at + piece.len();
            if pending.is_none() && piece.chars().all(|c| is_space(c) || is_invisible(c)) {
                continue;
            }
            let kind = kind_of(piece, chars);
            has_unspaced |= kind == TokenKind::Unspaced;
            if pending.is_none() && is_dot_or_dash(piece) {
                while let Some((_, same)) =
                    pieces.next_if(|&(next_at, next)| start + next_at == stop && next == piece)
                {
                    stop += same.len();
                }
            }
            self.push(pending.take().unwrap_or(at), stop, kind);
        }
        has_unspaced
    }

    /// Where the blank begins that carries the combining mark at `start`, if there is one: that blank belongs to the token.
    fn carrier(&self, start: usize) -> Option<usize> {
        if is_boundary(self.text, start) {
            return None;
        }
        let blank = self.text[..start].char_indices().next_back()?.0;
        let last = self.out[self.first..].last();
        last.is_none_or(|last| last.end as usize <= blank)
            .then_some(blank)
    }
}

/// Whether a piece is a dot or a dash: several of the same are one token.
fn is_dot_or_dash(piece: &str) -> bool {
    let mut chars = piece.chars();
    matches!((chars.next(), chars.next()), (Some(c), None) if c == '.' || is_dash(c))
}

fn kind_of_ascii(first: u8) -> TokenKind {
    if first.is_ascii_digit() {
        TokenKind::Number
    } else {
        TokenKind::Word
    }
}

/// One token of an ASCII stretch: the rules WB5 to WB13 of UAX #29, and runs of dots and of hyphens as one token.
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
        let letters = previous.is_ascii_alphabetic() && next.is_ascii_alphabetic();
        let digits = previous.is_ascii_digit() && next.is_ascii_digit();
        let joins = match bytes[at] {
            b'\'' | b'.' => letters || digits,
            b':' => letters,
            b',' | b';' => digits,
            _ => false,
        };
        if !joins {
            break;
        }
        at += 2;
    }
    (at, kind_of_ascii(first))
}

fn kind_of(piece: &str, chars: &CharCache<'_>) -> TokenKind {
    match piece.chars().find(|&c| chars.is_letter_or_number(c)) {
        None => TokenKind::Punctuation,
        Some(c) if is_unspaced(c) => TokenKind::Unspaced,
        Some(c) if chars.is_number(c) => TokenKind::Number,
        Some(_) => TokenKind::Word,
    }
}

/// A piece without the narrow no-break spaces that are blanks in it. The rules of Unicode let one join the characters on both sides of it,
/// for the sake of figures.
///
/// ```text
/// 10\u{202f}000     one figure                  5\u{202f}km   à\u{202f}Lyon     two words
/// ```
fn parts_between_narrow_spaces(
    offset: usize,
    piece: &str,
) -> impl Iterator<Item = (usize, &str)> + '_ {
    const NARROW_SPACE: char = '\u{202f}';
    let mut rest = Some(0);
    std::iter::from_fn(move || {
        let start = rest?;
        let parting = piece[start..].match_indices(NARROW_SPACE).find(|&(at, _)| {
            let (before, after) = piece.split_at(start + at);
            let is_digit = |c: Option<char>| c.is_some_and(is_number);
            let joins_digits = is_digit(before.chars().next_back())
                && is_digit(after[NARROW_SPACE.len_utf8()..].chars().next());
            !joins_digits
                && is_boundary(piece, before.len())
                && is_boundary(piece, before.len() + NARROW_SPACE.len_utf8())
        });
        let (end, next) = match parting {
            Some((at, space)) => (start + at, Some(start + at + space.len())),
            None => (piece.len(), None),
        };
        rest = next;
        Some((offset + start, &piece[start..end]))
    })
    .filter(|(_, part)| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::interner::HashKey;
    use crate::text::platform::Native;

    fn read(text: &str) -> Vec<&str> {
        let chars = CharCache::new(&Native);
        let mut lexicon = Lexicon::new(&chars, HashKey::default());
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
        assert_eq!(
            read("10\u{202f}000\u{202f}km à\u{202f}Lyon\u{202f}!"),
            ["10\u{202f}000", "km", "à", "Lyon", "!"]
        );
        assert_eq!(read("à.\u{202f}.b"), ["à", ".", ".", "b"]);
        assert_eq!(read("น้ำ"), ["น้ำ"]);
    }

    #[test]
    fn ascii_and_unicode_rules_agree() {
        for text in [
            "a.b:c'd 1,2;3.4 x_1 'q' e.g. 3rd 10:30 a..b --c (d) #e @f 5% 1.5.2 a1.b",
            "don't can't o'clock's",
        ] {
            let chars = CharCache::new(&Native);
            let mut lexicon = Lexicon::new(&chars, HashKey::default());
            let mut by_tables = Vec::new();
            for (at, stretch) in text
                .split(' ')
                .map(|s| (s.as_ptr() as usize - text.as_ptr() as usize, s))
            {
                let first = by_tables.len();
                let mut tokenizer = Tokenizer {
                    text,
                    lexicon: &mut lexicon,
                    out: &mut by_tables,
                    first,
                };
                tokenizer.read_unicode(at, at + stretch.len());
            }
            let by_tables: Vec<&str> = by_tables
                .iter()
                .map(|token| &text[token.span().range()])
                .collect();
            assert_eq!(read(text), by_tables);
        }
    }
}
