//! The lines of the word lists → the source of their tables in Rust, sorted for bisecting and without doubles.

use super::list::{Form, Line, List};
use std::collections::BTreeSet;
use std::fmt::Write;

/// The tables of one list: each kind of its lines is one table, except where each entry has its kind.
pub fn source(list: &List, lines: &[Line]) -> String {
    match list.file {
        "quantity-words.tsv" => entries("QUANTITY_WORDS", "QuantityKind", &without_covered(lines)),
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
    let variants: BTreeSet<String> = lines.iter().map(|line| variant(&line.kind)).collect();
    let variants: Vec<String> = variants.into_iter().collect();
    let letter = |line: &Line| {
        let kind = variant(&line.kind);
        let at = variants.iter().position(|variant| *variant == kind);
        // There are fewer kinds than letters.
        let letter = char::from(b'A' + at.unwrap_or(0) as u8);
        if line.any_ending {
            letter.to_ascii_lowercase()
        } else {
            letter
        }
    };
    let sorted: BTreeSet<(&str, String, bool, char)> = lines
        .iter()
        .map(|line| {
            (
                line.text.as_str(),
                variant(&line.kind),
                line.any_ending,
                letter(line),
            )
        })
        .collect();
    let texts: String = sorted
        .iter()
        .map(|(text, _, _, letter)| format!("{text}{letter}\n"))
        .collect();
    let kind_list: String = variants
        .iter()
        .map(|variant| format!("{kinds}::{variant}, "))
        .collect();
    format!(
        "pub static {name}: KindLines<{kinds}> = KindLines {{ lines: Lines({texts:?}), kinds: &[{kind_list}] }};\n"
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
