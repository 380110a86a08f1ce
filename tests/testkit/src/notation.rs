//! The notation of changes in a text: labelled lines → both texts and the spans that differ; a change → its mark.
//!
//! ```text
//! en wording no  The [small/large] boat sank.     language, class, quoted (yes, no, any), the sentence
//! [before/after]                                  what differs
//! ¶ {nbsp} {U+2009} {nfd:é} {slash} {open}        a blank line and characters that cannot be seen or that the notation uses
//! [before/after:class unit quoted]                a change in the prose of a report
//! ```

use std::ops::Range;
use unicode_normalization::UnicodeNormalization;

/// A labelled line: what a person would say of the difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Labelled {
    /// The tag of its language.
    pub language: String,
    /// The class of each difference, by its name in the report.
    pub class: String,
    /// Whether it lies in quotation marks; nothing where either is right.
    pub quoted: Option<bool>,
    /// Both versions of the sentence.
    pub sentence: Sentence,
}

/// A sentence in two versions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sentence {
    /// The first version.
    pub before: String,
    /// The second version.
    pub after: String,
    /// What differs, of each version, in UTF-16 code units.
    pub spans: Vec<(Range<usize>, Range<usize>)>,
}

/// Reads a labelled line.
///
/// # Errors
/// What is wrong with it.
pub fn labelled(line: &str) -> Result<Labelled, String> {
    let mut rest = line;
    let mut column = || {
        let (cell, behind) = rest
            .split_once(char::is_whitespace)
            .ok_or_else(|| format!("a labelled line has four columns: {line}"))?;
        rest = behind.trim_start();
        Ok::<_, String>(cell.to_owned())
    };
    let (language, class, quoted) = (column()?, column()?, column()?);
    let quoted = match quoted.as_str() {
        "yes" => Some(true),
        "no" => Some(false),
        "any" => None,
        other => return Err(format!("quoted is yes, no or any, not {other}: {line}")),
    };
    Ok(Labelled {
        language,
        class,
        quoted,
        sentence: sentence(rest)?,
    })
}

/// Reads a sentence in bracket notation.
///
/// # Errors
/// What is wrong with it.
pub fn sentence(notation: &str) -> Result<Sentence, String> {
    #[derive(PartialEq)]
    enum Side {
        Both,
        Before,
        After,
    }
    let mut out = Sentence::default();
    let (mut length_before, mut length_after) = (0, 0);
    let (mut side, mut start) = (Side::Both, (0, 0));
    let mut chars = notation.chars();
    while let Some(c) = chars.next() {
        let piece = match c {
            '[' if side == Side::Both => {
                side = Side::Before;
                start = (length_before, length_after);
                continue;
            }
            '/' if side == Side::Before => {
                side = Side::After;
                continue;
            }
            ']' if side == Side::After => {
                side = Side::Both;
                out.spans
                    .push((start.0..length_before, start.1..length_after));
                continue;
            }
            '¶' => "\n\n".to_owned(),
            '{' => escape(&chars.by_ref().take_while(|&c| c != '}').collect::<String>())?,
            _ => c.to_string(),
        };
        let length = piece.encode_utf16().count();
        if side != Side::After {
            out.before.push_str(&piece);
            length_before += length;
        }
        if side != Side::Before {
            out.after.push_str(&piece);
            length_after += length;
        }
    }
    if side != Side::Both {
        return Err(format!("a bracket is not closed: {notation}"));
    }
    if out.spans.is_empty() {
        return Err(format!("nothing differs: {notation}"));
    }
    Ok(out)
}

fn escape(name: &str) -> Result<String, String> {
    if let Some(text) = name.strip_prefix("nfd:") {
        return Ok(text.nfd().collect());
    }
    if let Some(code) = name.strip_prefix("U+") {
        return u32::from_str_radix(code, 16)
            .ok()
            .and_then(char::from_u32)
            .map(String::from)
            .ok_or_else(|| format!("no such character: {{{name}}}"));
    }
    Ok(match name {
        "sp" => " ",
        "nbsp" => "\u{a0}",
        "nnbsp" => "\u{202f}",
        "thin" => "\u{2009}",
        "tab" => "\t",
        "lf" => "\n",
        "crlf" => "\r\n",
        "zwsp" => "\u{200b}",
        "zwnj" => "\u{200c}",
        "zwj" => "\u{200d}",
        "wj" => "\u{2060}",
        "bom" => "\u{feff}",
        "shy" => "\u{ad}",
        "lrm" => "\u{200e}",
        "rlm" => "\u{200f}",
        "slash" => "/",
        "open" => "[",
        "close" => "]",
        _ => return Err(format!("unknown escape {{{name}}}")),
    }
    .to_owned())
}

/// Writes a change down, with its white space made visible: `[red/blue:wording]`.
pub fn mark(before: &[u16], after: &[u16], label: &str) -> String {
    format!("[{}/{}:{label}]", visible(before), visible(after))
}

fn visible(units: &[u16]) -> String {
    let mut out = String::new();
    for letter in String::from_utf16_lossy(units).chars() {
        match letter {
            '\n' => out.push('⏎'),
            '\r' => out.push('␍'),
            '\t' => out.push('⇥'),
            '\u{a0}'
            | '\u{ad}'
            | '\u{2000}'..='\u{200f}'
            | '\u{202a}'..='\u{202f}'
            | '\u{2060}'..='\u{2069}'
            | '\u{3000}'
            | '\u{feff}' => out.push_str(&format!("{{U+{:04X}}}", letter as u32)),
            _ => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_labelled_line_gives_both_versions_and_their_spans() {
        let read = labelled(
            "en wording any  The 👩 [small/big] boat{slash}ship sank.[ /¶]It{nbsp}was new.",
        )
        .expect("the line is well-formed");
        assert_eq!((read.class.as_str(), read.quoted), ("wording", None));
        assert_eq!(
            read.sentence.before,
            "The 👩 small boat/ship sank. It\u{a0}was new."
        );
        assert_eq!(
            read.sentence.after,
            "The 👩 big boat/ship sank.\n\nIt\u{a0}was new."
        );
        assert_eq!(read.sentence.spans, [(7..12, 7..10), (28..29, 26..28)]);
    }

    #[test]
    fn what_is_not_well_formed_is_told() {
        for (line, what) in [
            ("en wording no", "four columns"),
            ("en wording maybe The [a/b] c", "yes, no or any"),
            ("en wording no The boat", "nothing differs"),
            ("en wording no The [a/b", "not closed"),
            ("en wording no The [a/{what}]", "unknown escape"),
            ("en wording no The [a/{U+D800}]", "no such character"),
        ] {
            let told = labelled(line).expect_err(line);
            assert!(told.contains(what), "{told}");
        }
    }
}
