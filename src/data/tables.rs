//! The lines of the word lists → the source of their tables in Rust, sorted for bisecting and without doubles.

use super::list::{number_code, Form, Line, List};
use std::collections::BTreeSet;
use std::fmt::Write;

/// The letter of the first meaning of an entry; the others have the letters behind it. [`super::KindLines`] reads them.
const FIRST_LETTER: u8 = b'!';

/// The tables of one list: each kind of its lines is one table, except where each entry has its kind.
pub fn source(list: &List, lines: &[Line]) -> String {
    match list.file {
        "quantity-words.tsv" => entries("QUANTITY_WORDS", "Quantity", &without_covered(lines)),
        "number-words.tsv" => {
            let (words, pieces): (Vec<Line>, Vec<Line>) = lines
                .iter()
                .cloned()
                .partition(|line| matches!(line.kind.as_str(), "digits-ending" | "link-word"));
            entries("NUMBER_WORDS", "Quantity", &pieces) + &by_kind(list, &words)
        }
        "boilerplate-phrases.tsv" => {
            let (openings, others): (Vec<Line>, Vec<Line>) =
                lines.iter().cloned().partition(|line| {
                    matches!(line.kind.as_str(), "opening" | "list-heading" | "name")
                });
            entries("OPENINGS", "OpeningKind", &openings) + &by_kind(list, &others)
        }
        _ => by_kind(list, lines),
    }
}

/// The lines without those whose words a stem of any language covers: `april` beside `april*`. So bisecting finds the one entry for a
/// word.
fn without_covered(lines: &[Line]) -> Vec<Line> {
    let mut sorted = lines.to_vec();
    sorted.sort_by(|a, b| (&a.text, !a.any_ending).cmp(&(&b.text, !b.any_ending)));
    let mut kept: Vec<Line> = Vec::new();
    for line in sorted {
        let covered = kept
            .last()
            .is_some_and(|stem| stem.any_ending && line.text.starts_with(&stem.text));
        if !covered {
            kept.push(line);
        }
    }
    kept
}

/// One table whose entries have their kind.
fn entries(name: &str, kinds: &str, lines: &[Line]) -> String {
    let meaning = |line: &Line| {
        let kind = variant(&line.kind);
        let meaning = if kinds == "Quantity" {
            let number = number_code(&line.kind, &line.second);
            let beside = kind.strip_suffix("BesideNumber");
            format!(
                "Quantity {{ kind: QuantityKind::{}, beside_number: {}, number: {} }}",
                if number.is_some() {
                    "Cardinal"
                } else {
                    beside.unwrap_or(&kind)
                },
                beside.is_some(),
                number.unwrap_or_default()
            )
        } else {
            format!("{kinds}::{kind}")
        };
        format!("({meaning}, {})", line.any_ending)
    };
    let meanings: BTreeSet<String> = lines.iter().map(meaning).collect();
    assert!(
        meanings.len() < usize::from(b'~' - FIRST_LETTER),
        "too many kinds of lines"
    );
    // There are fewer meanings than letters.
    let letter = |line: &Line| {
        let meaning = meaning(line);
        let at = meanings.iter().position(|other| *other == meaning);
        char::from(FIRST_LETTER + at.unwrap_or(0) as u8)
    };
    let sorted: BTreeSet<(&str, char)> = lines
        .iter()
        .map(|line| (line.text.as_str(), letter(line)))
        .collect();
    let texts: String = sorted
        .iter()
        .map(|(text, letter)| format!("{text}{letter}\n"))
        .collect();
    let meanings: Vec<String> = meanings.into_iter().collect();
    format!(
        "pub static {name}: KindLines<{kinds}> = KindLines {{ lines: Lines({texts:?}), kinds: &[{}] }};\n",
        meanings.join(", ")
    )
}

/// One table for each kind.
fn by_kind(list: &List, lines: &[Line]) -> String {
    let mut out = String::new();
    for (kind, form) in list.kinds {
        let sorted: BTreeSet<(&str, &str)> = lines
            .iter()
            .filter(|line| line.kind == *kind)
            .map(|line| (line.text.as_str(), line.second.as_str()))
            .collect();
        if sorted.is_empty() {
            continue;
        }
        let name = kind.to_uppercase().replace('-', "_");
        let is_pair = *form == Form::Pair;
        let texts: String = sorted
            .iter()
            .map(|(first, second)| {
                if is_pair {
                    format!("{first}\t{second}\n")
                } else {
                    format!("{first}\n")
                }
            })
            .collect();
        // A `String` never refuses to be written to.
        let _ = if is_pair {
            writeln!(out, "pub static {name}: Pairs = Pairs(Lines({texts:?}));")
        } else {
            writeln!(out, "pub static {name}: Lines = Lines({texts:?});")
        };
    }
    out
}

/// A kind's name as Rust writes the variant of an enum: `list-heading`, `ListHeading`.
fn variant(kind: &str) -> String {
    kind.split('-')
        .map(|part| part[..1].to_uppercase() + &part[1..])
        .collect()
}
