//! Line ends → blocks. A blank line always separates two blocks. A single line end does too, unless the text was wrapped by hand.

use crate::sort::sort_by_number;
use crate::text::chars::{
    is_capital, is_invisible, is_letter, is_letter_or_number, is_small, is_space,
};
use crate::text::graphemes::stretched;
use crate::text::source::{char_at, slice};
use crate::text::span::ByteSpan;

/// Characters of a wrapped line at most. Books wrap at 60 to 75, mail at 72 to 80.
const MAX_WRAP: u32 = 100;
/// Characters of a wrapped line at least, or each list of short lines would be a wrapped text.
const MIN_WRAP: u32 = 34;
/// Share (0 to 1) of line ends at which the next word would not have fitted, from which the text was wrapped. In wrapped texts these
/// are nearly all line ends, in lists and pasted pages few.
const MIN_FULL_SHARE: f64 = 0.7;
/// Share (0 to 1) of line ends inside a sentence, below which each line is a paragraph, however even their lengths.
const MIN_MID_SENTENCE_SHARE: f64 = 0.5;
/// Line ends that a wrapped text has at least, unless each of them is inside a sentence.
const MIN_LINE_ENDS: usize = 3;
/// Characters that a full line may be short of the width, because not all lines are wrapped at the same width.
const RAGGED: u32 = 8;

/// The percentile of the lines' widths that is taken for the width of a full line: a few lines may be longer.
const FULL_WIDTH_PERCENTILE: usize = 95;

/// A line with something visible in it.
struct Line {
    /// From its first to its last visible character.
    span: ByteSpan,
    /// Characters from its start to its last visible one.
    width: u32,
    /// White space characters at its start.
    indent: u32,
    /// Characters of its first word.
    first_word: u32,
    /// Whether its last character ends no sentence.
    runs_on: bool,
    /// Whether it begins with a capital letter.
    begins: bool,
    /// Blank lines before it.
    blanks: u32,
}

/// The blocks of a text, without the white space around them.
#[inline(never)]
pub fn blocks(text: &str) -> Vec<ByteSpan> {
    let lines = lines(text);
    // A text with a blank line after each line may be wrapped all the same.
    let wrap = [0, 1].into_iter().find_map(|blanks| wrap(&lines, blanks));
    let mut blocks: Vec<ByteSpan> = Vec::with_capacity(lines.len());
    let mut previous: Option<&Line> = None;
    for line in &lines {
        let joins = previous.is_some_and(|previous| {
            let is_small = is_small(char_at(text, line.span.start as usize));
            // A word goes on: `a de-`, `bate`.
            if is_small && line.blanks == 0 && ends_in_hyphen(slice(text, previous.span.range())) {
                return true;
            }
            wrap.as_ref().is_some_and(|wrap| {
                line.blanks <= wrap.blanks
                    && line.indent <= previous.indent
                    && (is_full(previous, line, wrap.width) || is_small)
            })
        });
        match blocks.last_mut().filter(|_| joins) {
            Some(block) => block.end = line.span.end,
            None => blocks.push(line.span),
        }
        previous = Some(line);
    }
    blocks
}

/// Whether a line ends in a letter and a hyphen.
fn ends_in_hyphen(line: &str) -> bool {
    let word = line.strip_suffix(['-', '\u{2010}', '\u{ad}']);
    word.is_some_and(|word| word.ends_with(is_letter))
}

/// Whether the first word of `next` would not have fitted at the end of `line`.
fn is_full(line: &Line, next: &Line, width: u32) -> bool {
    line.width + 1 + next.first_word + RAGGED > width
}

/// How a text was wrapped by hand.
struct Wrap {
    /// Characters of a full line.
    width: u32,
    /// Blank lines between two lines of one paragraph.
    blanks: u32,
}

/// How the text was wrapped, if it was wrapped with this many blank lines between two lines of one paragraph.
fn wrap(lines: &[Line], blanks: u32) -> Option<Wrap> {
    let ends = || {
        lines
            .windows(2)
            .filter(move |pair| pair[1].blanks == blanks)
    };
    let mut widths: Vec<u32> = ends().map(|pair| pair[0].width).collect();
    // Blank lines separate paragraphs unless nearly each line has one.
    let min = if blanks == 0 {
        2
    } else {
        lines.len() / 2 + 2 * MIN_LINE_ENDS
    };
    if widths.len() < min {
        return None;
    }
    sort_by_number(&mut widths, |&width| u64::from(width));
    let width = widths[widths.len() * FULL_WIDTH_PERCENTILE / 100];
    if !(MIN_WRAP..=MAX_WRAP).contains(&width) {
        return None;
    }
    let share = |count: usize| count as f64 / widths.len() as f64;
    let mid = ends()
        .filter(|pair| pair[0].runs_on && !pair[1].begins)
        .count();
    let enough = widths.len() >= MIN_LINE_ENDS || mid == widths.len();
    let full = ends()
        .filter(|pair| is_full(&pair[0], &pair[1], width))
        .count();
    (enough && share(mid) >= MIN_MID_SENTENCE_SHARE && share(full) >= MIN_FULL_SHARE)
        .then_some(Wrap { width, blanks })
}

fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut blanks = 0;
    let mut start = 0;
    for (end, next) in line_ends(text) {
        match line(text, start, end, blanks) {
            Some(line) => {
                lines.push(line);
                blanks = 0;
            }
            None => blanks += 1,
        }
        start = next;
    }
    lines
}

/// Where each line ends and where the next one starts, in bytes.
fn line_ends(text: &str) -> impl Iterator<Item = (usize, usize)> + '_ {
    let bytes = text.as_bytes();
    let mut at = 0;
    let mut done = false;
    std::iter::from_fn(move || {
        if done {
            return None;
        }
        let odd = |byte: &u8| !matches!(byte, b' '..=0xc1);
        while let Some(far) = bytes[at..].iter().position(odd) {
            at += far;
            let end = at;
            let next = match bytes[at] {
                b'\r' if bytes.get(at + 1) == Some(&b'\n') => at + 2,
                b'\n' | b'\r' | 0x0b | 0x0c => at + 1,
                // U+2028 and U+2029, U+0085
                0xe2 if bytes[at..].starts_with(&[0xe2, 0x80, 0xa8])
                    || bytes[at..].starts_with(&[0xe2, 0x80, 0xa9]) =>
                {
                    at + 3
                }
                0xc2 if bytes.get(at + 1) == Some(&0x85) => at + 2,
                _ => {
                    at += 1;
                    continue;
                }
            };
            at = next;
            return Some((end, next));
        }
        done = true;
        Some((bytes.len(), bytes.len()))
    })
}

fn line(text: &str, start: usize, end: usize, blanks: u32) -> Option<Line> {
    let whole = &text[start..end];
    // Joiners are invisible but belong to the character before them.
    let joins = |c: char| matches!(c, '\u{34f}' | '\u{200c}' | '\u{200d}');
    let blank = |c: char| is_space(c) || is_invisible(c) && !joins(c);
    let inner = whole.trim_start_matches(blank);
    if inner.is_empty() {
        return None;
    }
    let lead = whole.len() - inner.len();
    let inner = inner.trim_end_matches(blank);
    let indent = whole[..lead].chars().count() as u32;
    // A line this long is no wrapped line, and its characters need no counting.
    let width = if inner.len() > 4 * MAX_WRAP as usize {
        MAX_WRAP + 1
    } else {
        indent + inner.chars().count() as u32
    };
    let stop = stretched(text, start + lead + inner.len(), end);
    Some(Line {
        span: ByteSpan::new((start + lead) as u32, stop as u32),
        width,
        indent,
        first_word: inner
            .chars()
            .take(64)
            .take_while(|c| !c.is_whitespace())
            .count() as u32,
        runs_on: !inner.ends_with(|c| {
            matches!(
                c,
                '.' | '!'
                    | '?'
                    | '…'
                    | ':'
                    | '”'
                    | '"'
                    | '»'
                    | '。'
                    | '！'
                    | '？'
                    | '」'
                    | '؟'
                    | '۔'
                    | '।'
            )
        }),
        begins: inner
            .trim_start_matches(|c: char| !is_letter_or_number(c))
            .starts_with(is_capital),
        blanks,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<&str> {
        blocks(text)
            .into_iter()
            .map(|span| &text[span.range()])
            .collect()
    }

    #[test]
    fn lines_of_a_page_are_blocks() {
        assert_eq!(
            read("World\nA deal is reached\n\nLONDON — It was late.\r\nIt rained.\n"),
            [
                "World",
                "A deal is reached",
                "LONDON — It was late.",
                "It rained."
            ]
        );
    }

    #[test]
    fn lines_wrapped_by_hand_are_joined() {
        let text = "It was a long evening in the harbour and nobody had thought of\nthe lamps, which stood unlit along the whole of the quay until\nthe watchman came.\n\nHe was late again, and for the third time in a week, and he did\nnot care to say why.";
        assert_eq!(read(text).len(), 2);
    }

    #[test]
    fn an_indent_starts_a_paragraph_in_a_wrapped_text() {
        let text = "   It was a long evening in the harbour and nobody had thought\nof the lamps, which stood unlit along the whole of the quay, or\nnearly the whole.\n   He was late again, and for the third time in a week, and he\ndid not care to say why.";
        assert_eq!(read(text).len(), 2);
    }
}
