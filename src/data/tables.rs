//! The lines of the word lists → the source of their tables in Rust, sorted for bisecting and without doubles.

use super::list::{Form, Line, List};
use std::fmt::Write;

/// The tables of one list: each kind of its lines is one table, except where a kind is told entry by entry.
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

/// The lines without those whose words a stem of any language covers: `april` beside `april*`. So bisecting finds the one entry that can
/// speak of a word.
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

/// One table whose entries tell their kind.
fn entries(name: &str, kinds: &str, lines: &[Line]) -> String {
    let mut entries: Vec<(&str, String, bool)> = lines
        .iter()
        .map(|line| (line.text.as_str(), variant(&line.kind), line.any_ending))
        .collect();
    entries.sort_unstable();
    entries.dedup();
    let mut out = format!(
        "pub static {name}: [Entry<{kinds}>; {}] = [\n",
        entries.len()
    );
    for (text, kind, any_ending) in entries {
        // A `String` never refuses to be written to.
        let _ = writeln!(
            out,
            "    Entry {{ text: {text:?}, any_ending: {any_ending}, kind: {kinds}::{kind} }},"
        );
    }
    out + "];\n"
}

/// One table for each kind.
fn by_kind(list: &List, lines: &[Line]) -> String {
    let mut out = String::new();
    for (kind, form) in list.kinds {
        let mut texts: Vec<(&str, &str)> = lines
            .iter()
            .filter(|line| line.kind == *kind)
            .map(|line| (line.text.as_str(), line.second.as_str()))
            .collect();
        if texts.is_empty() {
            continue;
        }
        texts.sort_unstable();
        texts.dedup();
        let name = kind.to_uppercase().replace('-', "_");
        let of = if *form == Form::Pair {
            "(&str, &str)"
        } else {
            "&str"
        };
        let _ = writeln!(out, "pub static {name}: [{of}; {}] = [", texts.len());
        for (first, second) in texts {
            let _ = if *form == Form::Pair {
                writeln!(out, "    ({first:?}, {second:?}),")
            } else {
                writeln!(out, "    {first:?},")
            };
        }
        out += "];\n";
    }
    out
}

/// A kind's name as Rust writes the variant of an enum: `list-heading`, `ListHeading`.
fn variant(kind: &str) -> String {
    kind.split('-')
        .map(|part| part[..1].to_uppercase() + &part[1..])
        .collect()
}
