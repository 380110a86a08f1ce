//! Lines of `tests/marks`, a file for each symptom: a text of one line with every change that a person would mark in it.
//!
//! ```text
//! en  Brent [gained/fell:wording] [1.4/0.9:number] per cent.     language, the text; each change with its class
//! en  He said “[no/yes:wording quoted +negation +quotation]”.    its flags, its field (@timestamp), and the facts that differ
//! ¶ {slash} {open} {close} {nbsp}                                a blank line, and what the notation itself uses
//! ```
//!
//! A change of the class `number` or `name` has that fact without being told; `-number` says that it has not. A time stamp has none. Every line is tried both ways round.
#![cfg(not(target_arch = "wasm32"))]

use article_diff::report::{Change, Fact, Facts, Role};
use article_diff::{compare, Options};
use std::fs;
use testkit::{cases, notation, range, units};

#[test]
fn every_line_is_marked_as_a_person_would() {
    let folder = cases::tests_folder().join("marks");
    let mut files: Vec<_> = fs::read_dir(&folder)
        .expect("tests/marks can be read")
        .map(|entry| entry.expect("an entry can be read").path())
        .collect();
    files.sort();
    let (mut lines, mut wrong) = (0, Vec::new());
    for file in files {
        let content = fs::read_to_string(&file).expect("a file of lines can be read");
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        for (line, number) in content.lines().zip(1..) {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            lines += 1;
            if let Err(what) = try_line(line) {
                wrong.push(format!("{name}:{number}\n  {line}\n  {what}"));
            }
        }
    }
    assert!(lines >= 120, "only {lines} lines are left");
    assert!(
        wrong.is_empty(),
        "{} of {lines}:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

fn try_line(line: &str) -> Result<(), String> {
    let (_, text) = line.split_once(char::is_whitespace).ok_or("no text")?;
    let (text, labels) = without_labels(text.trim_start())?;
    let sentence = if labels.is_empty() {
        return Err("nothing is marked".into());
    } else {
        notation::sentence(&text)?
    };
    let (before, after) = (sentence.before, sentence.after);
    let mut expected: Vec<[String; 3]> = sentence
        .spans
        .iter()
        .zip(labels)
        .map(|((b, a), label)| [cut(&before, b.clone()), cut(&after, a.clone()), label])
        .collect();
    expected.sort();
    let mut told: Vec<[String; 3]> = marks(&before, &after);
    told.sort();
    let mut mirrored: Vec<[String; 3]> = marks(&after, &before)
        .into_iter()
        .map(|[b, a, label]| [a, b, label])
        .collect();
    mirrored.sort();
    if told != expected {
        return Err(format!("is told as {told:?}"));
    }
    if mirrored != expected {
        return Err(format!("the other way round is told as {mirrored:?}"));
    }
    Ok(())
}

/// The text with plain brackets, and the label of each.
fn without_labels(text: &str) -> Result<(String, Vec<String>), String> {
    let (mut out, mut labels) = (String::new(), Vec::new());
    for part in text.split_inclusive(']') {
        match part.strip_suffix(']') {
            Some(marked) => {
                let (sides, label) = marked.rsplit_once(':').ok_or("a mark has no class")?;
                out += sides;
                out.push(']');
                labels.push(label.to_owned());
            }
            None => out += part,
        }
    }
    Ok((out, labels))
}

fn marks(before: &str, after: &str) -> Vec<[String; 3]> {
    let report = compare(before, after, &Options::default());
    let changes = report.changes.iter();
    changes
        .map(|change| {
            [
                cut(before, range(change.before)),
                cut(after, range(change.after)),
                label(change),
            ]
        })
        .collect()
}

fn label(change: &Change) -> String {
    let mut label = change.class.name().to_owned();
    for (flag, name) in [(change.quoted, " quoted"), (change.furniture, " furniture")] {
        if flag {
            label += name;
        }
    }
    if let Some(field) = change.field {
        label += &format!(" @{field:?}").to_lowercase();
    }
    for fact in Facts::ALL {
        let implied = match fact {
            Fact::Number => {
                change.class.name() == "number" && change.field != Some(Role::Timestamp)
            }
            Fact::Name => change.class.name() == "name",
            _ => false,
        };
        match (change.facts.has(fact), implied) {
            (true, false) => label += &format!(" +{fact:?}").to_lowercase(),
            (false, true) => label += &format!(" -{fact:?}").to_lowercase(),
            _ => {}
        }
    }
    label
}

fn cut(text: &str, range: std::ops::Range<usize>) -> String {
    String::from_utf16_lossy(&units(text)[range])
}
