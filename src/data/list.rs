//! The text of a word list → its lines, or a sentence that says which line is wrong and why.
//!
//! The build script reads the lists by this file, and the tests read them again.

use std::collections::HashMap;

/// What a kind of line has to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One text.
    Word,
    /// One text; a `*` at its end means any ending.
    WordOrStem,
    /// One text, and the number that it says.
    Numbered,
    /// Two texts.
    Pair,
}

/// A word list: its name, the names of its columns, and the kinds of its lines, sorted by name.
pub struct List {
    /// The name of the file in `src/data`.
    pub file: &'static str,
    /// What the first line after the comments says.
    pub columns: &'static [&'static str],
    /// The kinds that the second column may name.
    pub kinds: &'static [(&'static str, Form)],
}

/// The word lists.
pub const LISTS: [List; 8] = [
    List {
        file: "abbreviations.tsv",
        columns: &["language", "kind", "word"],
        kinds: &[
            ("before-ordinal", Form::Word),
            ("begins-sentence", Form::Word),
            ("may-end-sentence", Form::Word),
            ("month-after-ordinal", Form::Word),
            ("never-ends-sentence", Form::Word),
        ],
    },
    List {
        file: "boilerplate-phrases.tsv",
        columns: &["language", "kind", "phrase"],
        kinds: &[
            ("ago", Form::Word),
            ("anywhere", Form::Word),
            ("byline", Form::Word),
            ("clock", Form::Word),
            ("credit", Form::Word),
            ("list-heading", Form::WordOrStem),
            ("name", Form::Word),
            ("opening", Form::WordOrStem),
            ("timestamp", Form::Word),
            ("whole-line", Form::Word),
        ],
    },
    List {
        file: "language-words.tsv",
        columns: &["language", "kind", "word"],
        kinds: &[
            ("french", Form::Word),
            ("german", Form::Word),
            ("often-german", Form::Word),
            ("portuguese", Form::Word),
            ("swedish", Form::Word),
        ],
    },
    List {
        file: "name-words.tsv",
        columns: &["language", "kind", "word"],
        kinds: &[
            ("bare-noun", Form::Word),
            ("before-date", Form::Word),
            ("capital-date", Form::Word),
            ("honorific", Form::Word),
            ("name", Form::Word),
            ("no-name", Form::Word),
            ("opener", Form::Word),
            ("title", Form::Word),
            ("turkish-ending", Form::Word),
            ("verb-of-saying", Form::Word),
        ],
    },
    List {
        file: "negations.tsv",
        columns: &["language", "kind", "word"],
        kinds: &[("negation", Form::Word), ("no-negation", Form::Word)],
    },
    List {
        file: "number-words.tsv",
        columns: &["language", "kind", "word", "number"],
        kinds: &[
            ("digits-ending", Form::Word),
            ("factor", Form::Numbered),
            ("link", Form::Word),
            ("link-word", Form::Word),
            ("number", Form::Numbered),
            ("place", Form::Numbered),
            ("place-ending", Form::Word),
            ("sign", Form::Numbered),
        ],
    },
    List {
        file: "quantity-words.tsv",
        columns: &["language", "kind", "word"],
        kinds: &[
            ("cardinal", Form::WordOrStem),
            ("cardinal-beside-number", Form::Word),
            ("day", Form::WordOrStem),
            ("day-beside-number", Form::Word),
            ("fraction", Form::WordOrStem),
            ("fraction-beside-number", Form::Word),
            ("minus-beside-number", Form::Word),
            ("month", Form::WordOrStem),
            ("month-beside-number", Form::Word),
            ("ordinal", Form::WordOrStem),
            ("ordinal-beside-number", Form::Word),
            ("plus-beside-number", Form::Word),
            ("relation-beside-number", Form::Word),
            ("scale", Form::WordOrStem),
            ("scale-beside-number", Form::Word),
            ("unit", Form::WordOrStem),
            ("unit-beside-number", Form::Word),
        ],
    },
    List {
        file: "spelling-pairs.tsv",
        columns: &["language", "kind", "first", "second"],
        kinds: &[
            ("beginning", Form::Pair),
            ("confusable", Form::Word),
            ("ending", Form::Pair),
        ],
    },
];

/// A line of a word list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its number in its file, from 1.
    pub number: usize,
    /// The tag of a language, or `*`.
    pub language: String,
    /// One of the list's kinds.
    pub kind: String,
    /// What is listed, without the `*` of a stem.
    pub text: String,
    /// Whether any ending may follow.
    pub any_ending: bool,
    /// The second text of a pair, or the number that a word says; empty where there is none.
    pub second: String,
}

/// Reads a word list.
///
/// # Errors
/// The first line that is wrong, as a sentence for its author.
pub fn read(list: &List, content: &str) -> Result<Vec<Line>, String> {
    let mut lines = content
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.starts_with('#'));
    let wrong = |number: usize, what: String| format!("{}, line {number}: {what}", list.file);
    let header = list.columns.join("\t");
    let (at, first) = lines.next().unwrap_or((0, ""));
    if first != header {
        return Err(wrong(
            at + 1,
            format!("the first line that is no comment must be `{header}`"),
        ));
    }
    let mut read: Vec<Line> = Vec::new();
    let mut last: Option<Vec<&str>> = None;
    for (at, line) in lines {
        let cells: Vec<&str> = line.split('\t').collect();
        let parsed = parse(list, at + 1, &cells).map_err(|what| wrong(at + 1, what))?;
        if let Some(last) = last {
            if last >= cells {
                let what = if last == cells {
                    "this line stands here twice".to_owned()
                } else {
                    format!("`{line}` must stand above `{}`", last.join("\t"))
                };
                return Err(wrong(at + 1, what));
            }
        }
        last = Some(cells);
        read.push(parsed);
    }
    contradiction(&read)
        .or_else(|| other_number(&read))
        .map_or(Ok(read), |(number, what)| Err(wrong(number, what)))
}

/// Reads the cells of one line.
fn parse(list: &List, number: usize, cells: &[&str]) -> Result<Line, String> {
    let [language, kind, text, rest @ ..] = cells else {
        return Err("a line needs a language, a kind and a text, with tabs between them".into());
    };
    if !is_language(language) {
        return Err(format!("`{language}` is no tag of a language and no `*`"));
    }
    let Some((_, form)) = list.kinds.iter().find(|(name, _)| name == kind) else {
        let names: Vec<&str> = list.kinds.iter().map(|(name, _)| *name).collect();
        return Err(format!(
            "`{kind}` is none of the kinds {}",
            names.join(", ")
        ));
    };
    let second = match (form, rest) {
        (Form::Pair, [second]) => *second,
        (Form::Pair, _) => return Err(format!("`{kind}` needs two texts")),
        (Form::Numbered, [number]) if number_code(kind, number).is_some() => *number,
        (Form::Numbered, _) => return Err(format!("`{kind}` needs a number that a word may say")),
        (_, []) => "",
        (_, _) => return Err(format!("`{kind}` takes one text")),
    };
    let (text, any_ending) = match (form, text.strip_suffix('*')) {
        (Form::WordOrStem, Some(stem)) => (stem, true),
        _ => (*text, false),
    };
    if *form == Form::Pair && second.is_empty() {
        return Err(format!("`{kind}` needs two texts"));
    }
    if text.trim().is_empty() {
        return Err("the text is empty".into());
    }
    for text in [text, second] {
        if text.contains('*') {
            return Err(format!("a `*` cannot stand in `{text}`"));
        }
        if text.trim_start() != text || text.trim_end() != text && !any_ending {
            return Err(format!("`{text}` begins or ends with a blank"));
        }
        if text.to_lowercase() != text {
            return Err(format!("write `{}` in lower case", text.to_lowercase()));
        }
    }
    Ok(Line {
        number,
        language: (*language).to_owned(),
        kind: (*kind).to_owned(),
        text: text.to_owned(),
        any_ending,
        second: second.to_owned(),
    })
}

/// How the table of number words writes what a piece says; `src/text/number_words.rs` reads it.
pub fn number_code(kind: &str, number: &str) -> Option<u8> {
    match (kind, number) {
        ("place-ending", _) => Some(203),
        ("link", _) => Some(202),
        ("sign", "billion") => Some(201),
        ("sign", "%") => Some(200),
        ("factor", _) => {
            let noughts = number.strip_prefix('1')?;
            let is_power = !noughts.is_empty() && noughts.bytes().all(|byte| byte == b'0');
            is_power.then(|| 100 + noughts.len() as u8)
        }
        ("place", _) => number.parse().ok().filter(|&n| n < 36).map(|n: u8| 205 + n),
        ("number", _) => match number.strip_suffix("00") {
            Some(hundreds) => hundreds
                .parse()
                .ok()
                .filter(|&n| n < 10)
                .map(|n: u8| 241 + n),
            None => number.parse().ok().filter(|&n| n < 100),
        },
        _ => None,
    }
}

/// Whether a cell is `*` or looks like a tag of BCP 47: `de`, `zh-Hant`, `pt-BR`.
fn is_language(cell: &str) -> bool {
    let mut parts = cell.split('-');
    let first = parts.next().unwrap_or_default();
    let is_first =
        (2..=3).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_lowercase());
    let is_next = |part: &str| {
        (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    cell == "*" || is_first && parts.all(is_next)
}

/// Two lines that say different things of the same words. The language of a text is not known, so only one of them can be right.
fn contradiction(lines: &[Line]) -> Option<(usize, String)> {
    let quantities = || {
        let list = LISTS.iter().find(|list| list.file == "quantity-words.tsv");
        let kinds = list.map_or(&[][..], |list| list.kinds);
        let of_quantity = move |line: &&Line| kinds.iter().any(|(kind, _)| *kind == line.kind);
        lines.iter().filter(of_quantity)
    };
    let mut known: HashMap<&str, &Line> = HashMap::new();
    for line in quantities() {
        known.entry(line.text.as_str()).or_insert(line);
    }
    let other_kind = |line: &Line| {
        let ends = line.text.char_indices().map(|(at, c)| at + c.len_utf8());
        ends.filter_map(|end| known.get(&line.text[..end]).copied())
            .find(|other| {
                let same_words = other.text == line.text || other.any_ending;
                same_words && other.kind != line.kind
            })
    };
    quantities().find_map(|line| {
        let other = other_kind(line)?;
        let what = format!(
            "`{}` is `{}` here and `{}` in line {}: a text does not tell its language, so write the same in both",
            line.text,
            line.kind,
            other.kind,
            other.number
        );
        Some((line.number, what))
    })
}

/// Two pieces of number words that are written alike and say different numbers, for the same reason.
fn other_number(lines: &[Line]) -> Option<(usize, String)> {
    let code = |line: &Line| number_code(&line.kind, &line.second);
    let mut known: HashMap<&str, &Line> = HashMap::new();
    let mut pieces = lines.iter().filter(|line| code(line).is_some());
    pieces.find_map(|line| {
        let first = *known.entry(line.text.as_str()).or_insert(line);
        let what = || format!("`{}` is another number in line {}", line.text, first.number);
        (code(first) != code(line)).then(|| (line.number, what()))
    })
}
