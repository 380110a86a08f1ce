//! Line ends → blocks. A blank line always parts two blocks; a single line end does, unless the text was wrapped by hand.

use crate::text::chars::{is_capital, is_invisible, is_small, is_space};
use crate::text::graphemes::stretched;
use crate::text::source::{char_at, count, cut};
use crate::text::span::ByteSpan;

/// Characters in a line; a wrapped text is never wider. Books wrap at 60 to 75, mail at 72 to 80.
const WIDEST_WRAP: u32 = 100;
/// Characters in a line; a wrapped text is never narrower, or every list of short lines would be one.
const NARROWEST_WRAP: u32 = 34;
/// Share of line ends at which the next word would not have fitted; above it the text was wrapped. In wrapped texts nearly all,
/// in lists and pasted pages few.
const WRAPPED_SHARE: f64 = 0.7;
/// Share of line ends that lie inside a sentence; below it the lines are paragraphs of their own, however even their length.
const MID_SENTENCE: f64 = 0.5;
/// Line ends to look at before a text may be called wrapped, unless every one of them lies inside a sentence.
const WRAPPED_LEAST: usize = 3;
/// Characters that a line may fall short of the width and still be full, because the wrap was ragged.
const RAGGED: u32 = 8;

struct Line {
    /// From the first to behind the last character that prints.
    span: ByteSpan,
    /// Characters from the line's start to its last that prints.
    width: u32,
    /// White space characters at its start.
    indent: u32,
    /// Characters of its first word.
    first_word: u32,
    /// Whether no mark that ends a sentence ends it.
    runs_on: bool,
    /// Whether it begins with a capital letter.
    begins: bool,
    /// Blank lines before it.
    blanks: u32,
}

/// The blocks of a text, without the white space around them.
pub fn blocks(text: &str) -> Vec<ByteSpan> {
    let lines = lines(text);
    // A text printed with a blank line behind every line of it is wrapped all the same.
    let wrap = [0, 1].into_iter().find_map(|blanks| wrap(&lines, blanks));
    let mut blocks: Vec<ByteSpan> = Vec::with_capacity(lines.len());
    let mut previous: Option<&Line> = None;
    for line in &lines {
        let joins = previous.is_some_and(|previous| {
            wrap.as_ref().is_some_and(|wrap| {
                line.blanks <= wrap.blanks
                    && line.indent <= previous.indent
                    && (is_full(previous, line, wrap.width)
                        || is_small(char_at(text, line.span.start as usize)))
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

/// Whether the first word of `next` would not have fitted behind `line`.
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

/// How the text was wrapped, if it was, with so many blank lines between two lines of one paragraph.
fn wrap(lines: &[Line], blanks: u32) -> Option<Wrap> {
    let ends = || {
        lines
            .windows(2)
            .filter(move |pair| pair[1].blanks == blanks)
    };
    let mut widths: Vec<u32> = ends().map(|pair| pair[0].width).collect();
    // Blank lines part paragraphs unless nearly every line has one.
    let least = if blanks == 0 {
        2
    } else {
        lines.len() / 2 + 2 * WRAPPED_LEAST
    };
    if widths.len() < least {
        return None;
    }
    widths.sort_unstable();
    let width = widths[widths.len() * 95 / 100];
    if !(NARROWEST_WRAP..=WIDEST_WRAP).contains(&width) {
        return None;
    }
    let share = |count: usize| count as f64 / widths.len() as f64;
    let mid = ends()
        .filter(|pair| pair[0].runs_on && !pair[1].begins)
        .count();
    let sure = widths.len() >= WRAPPED_LEAST || mid == widths.len();
    let full = ends()
        .filter(|pair| is_full(&pair[0], &pair[1], width))
        .count();
    (sure && share(mid) >= MID_SENTENCE && share(full) >= WRAPPED_SHARE)
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
    let whole = cut(text, start..end);
    // Joiners print nothing but belong to the character before them.
    let joins = |c: char| matches!(c, '\u{34f}' | '\u{200c}' | '\u{200d}');
    let blank = |c: char| is_space(c) || is_invisible(c) && !joins(c);
    let inner = whole.trim_start_matches(blank);
    if inner.is_empty() {
        return None;
    }
    let lead = whole.len() - inner.len();
    let inner = inner.trim_end_matches(blank);
    let indent = count(cut(whole, 0..lead)) as u32;
    // Wrapping is only looked for in lines of a plausible width: the others need no counting.
    let width = if inner.len() > 4 * WIDEST_WRAP as usize {
        WIDEST_WRAP + 1
    } else {
        indent + count(inner) as u32
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
            .trim_start_matches(|c: char| !c.is_alphanumeric())
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
