//! Law 3: a change's class is true. Both sides are folded the way the class says, by a fold written here and not by the core's,
//! and must be equal. Tried on every case, on every labelled line and on their mirror images.
#![cfg(not(target_arch = "wasm32"))]

use article_diff::report::{Change, Class};
use article_diff::{compare, Options};
use std::{fs, path::Path};
use unicode_normalization::UnicodeNormalization;

#[test]
fn every_class_is_true() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut pairs = Vec::new();
    for folder in fs::read_dir(tests.join("cases")).expect("tests/cases can be read") {
        let folder = folder.expect("an entry can be read").path();
        if folder.is_dir() {
            let read =
                |file: &str| fs::read_to_string(folder.join(file)).expect("a case has both texts");
            pairs.push((
                folder.display().to_string(),
                read("before.txt"),
                read("after.txt"),
            ));
        }
    }
    for file in fs::read_dir(tests.join("classes")).expect("tests/classes can be read") {
        let file = file.expect("an entry can be read").path();
        if file.extension().is_some_and(|extension| extension == "txt") {
            let lines = fs::read_to_string(&file).expect("labelled lines can be read");
            for line in lines
                .lines()
                .filter(|line| !line.is_empty() && !line.starts_with('#'))
            {
                let (before, after) = parse(line);
                pairs.push((line.to_owned(), before, after));
            }
        }
    }
    assert!(pairs.len() > 800, "only {} pairs are left", pairs.len());
    let (mut seen, mut lies) = (Vec::new(), Vec::new());
    for (name, before, after) in &pairs {
        for (before, after) in [(before, after), (after, before)] {
            for change in compare(before, after, &Options::default()).changes {
                let (b, a) = sides(before, after, &change);
                if !is_true(change.class, &b, &a) {
                    lies.push(format!("{} [{b}/{a}] in {name}", change.class.name()));
                }
                if !seen.contains(&change.class.name()) {
                    seen.push(change.class.name());
                }
            }
        }
    }
    assert!(lies.is_empty(), "{}", lies.join("\n"));
    assert_eq!(seen.len(), 10, "only {seen:?} were reported at all");
}

#[test]
fn a_lie_is_found() {
    for (class, before, after) in [
        (Class::Spacing, "web site", "web-site"),
        (Class::Typography, "“", "("),
        (Class::Case, "Rhine", "Rhône"),
        (Class::Break, "\n\n", "."),
        (Class::Punctuation, "red, white", "red, black"),
        (Class::Order, "a b b", "b a a"),
        (Class::Number, "many", "few"),
        (Class::Name, "the river", "the Rhine"),
    ] {
        assert!(
            !is_true(class, before, after),
            "{class:?} [{before}/{after}]"
        );
    }
}

fn is_true(class: Class, before: &str, after: &str) -> bool {
    let same = |fold: fn(&str) -> String| fold(before) == fold(after);
    let words = |text: &str| {
        let mut words: Vec<String> = text
            .nfkc()
            .collect::<String>()
            .to_lowercase()
            .split(|c: char| !c.is_alphanumeric())
            .flat_map(|word| {
                if word.is_ascii() {
                    vec![word.to_owned()]
                } else {
                    word.chars().map(String::from).collect()
                }
            })
            .filter(|word| !word.is_empty())
            .collect();
        words.sort();
        words
    };
    match class {
        Class::Spacing => same(spaceless),
        Class::Typography => same(plain),
        Class::Case => same(lower) || same(turkish),
        Class::Break => spaceless(before).is_empty() && spaceless(after).is_empty(),
        Class::Punctuation => same(letters),
        Class::Order => words(before) == words(after),
        // These have no fold that makes them equal; what can be said of the sides is.
        Class::Spelling => !spaceless(before).is_empty() && !spaceless(after).is_empty(),
        Class::Number => before != after && (has_value(before) || has_value(after)),
        Class::Name => [before, after].iter().all(|side| {
            side.split_whitespace().all(|word| {
                word.chars()
                    .find(|c| c.is_alphabetic())
                    .is_none_or(char::is_uppercase)
            })
        }),
        Class::Wording => before != after,
    }
}

/// No white space and nothing that prints nothing.
fn spaceless(text: &str) -> String {
    let unseen = |c: char| matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}');
    text.chars()
        .filter(|&c| !c.is_whitespace() && !unseen(c))
        .collect()
}

/// Marks in one shape only.
fn plain(text: &str) -> String {
    let mut out = String::new();
    for c in spaceless(text).nfkc() {
        match c {
            '\'' | '‘' | '’' | '‚' | '‛' | '′' | '`' | '´' | 'ʼ' | '“' | '”' | '„' | '‟' | '″'
            | '«' | '»' | '‹' | '›' | '「' | '」' | '『' | '』' => out.push('"'),
            '‐'..='―' | '−' | '-' if out.ends_with('-') => {}
            '‐'..='―' | '−' => out.push('-'),
            '\u{301}' | '\u{640}' => {}
            _ => out.push(c),
        }
    }
    while out.contains("\"\"") {
        out = out.replace("\"\"", "\"");
    }
    out
}

fn lower(text: &str) -> String {
    plain(text)
        .to_lowercase()
        .replace("i\u{307}", "i")
        .replace('ς', "σ")
}

fn turkish(text: &str) -> String {
    plain(text)
        .replace('I', "ı")
        .replace('İ', "i")
        .to_lowercase()
}

fn letters(text: &str) -> String {
    lower(text).nfd().filter(|c| c.is_alphanumeric()).collect()
}

/// A digit, a numeral, a coin or any word: the words that say values are the core's own list, and a list is no second opinion.
fn has_value(text: &str) -> bool {
    const WORDS: &str = include_str!("../src/data/quantity-words.tsv");
    let listed = |word: &str| {
        let lines = WORDS.lines().filter(|line| !line.starts_with('#'));
        let mut texts = lines.filter_map(|line| line.split('\t').nth(2));
        texts.any(|text| match text.strip_suffix('*') {
            Some(head) => word.starts_with(head),
            None => text == word,
        })
    };
    let bare = |text: &str| -> String {
        lower(text)
            .nfd()
            .filter(|c| !matches!(c, '\u{300}'..='\u{36f}'))
            .nfc()
            .collect()
    };
    text.chars().any(|c| {
        c.is_numeric()
            || "$€£¥₴₽%‰°-−一二三四五六七八九十百千万億亿月火水木金土日前後上下".contains(c)
    }) || text.split_whitespace().any(|word| {
        let word = word.replace('\u{200c}', "");
        let trimmed = word.trim_matches(|c: char| !c.is_alphanumeric());
        listed(&lower(trimmed).replace('"', "'")) || listed(&bare(trimmed))
    })
}

fn sides(before: &str, after: &str, change: &Change) -> (String, String) {
    let cut = |text: &str, start: u32, end: u32| {
        let units: Vec<u16> = text.encode_utf16().collect();
        String::from_utf16_lossy(&units[start as usize..end as usize])
    };
    (
        cut(before, change.before.0, change.before.1),
        cut(after, change.after.0, change.after.1),
    )
}

/// A labelled line → both versions of its sentence: `language class quoted sentence`, `[before/after]`, `{escape}`, `¶`.
fn parse(line: &str) -> (String, String) {
    let mut notation = line;
    for _ in 0..3 {
        let end = notation
            .find(' ')
            .expect("a labelled line has four columns");
        notation = notation[end..].trim_start();
    }
    let (mut before, mut after) = (String::new(), String::new());
    let mut side = 0;
    let mut chars = notation.chars();
    while let Some(c) = chars.next() {
        let piece = match c {
            '[' if side == 0 => {
                side = 1;
                continue;
            }
            '/' if side == 1 => {
                side = 2;
                continue;
            }
            ']' if side == 2 => {
                side = 0;
                continue;
            }
            '¶' => "\n\n".to_owned(),
            '{' => escape(&chars.by_ref().take_while(|&c| c != '}').collect::<String>()),
            _ => c.to_string(),
        };
        if side != 2 {
            before.push_str(&piece);
        }
        if side != 1 {
            after.push_str(&piece);
        }
    }
    (before, after)
}

fn escape(name: &str) -> String {
    if let Some(text) = name.strip_prefix("nfd:") {
        return text.nfd().collect();
    }
    if let Some(code) = name.strip_prefix("U+") {
        return u32::from_str_radix(code, 16)
            .ok()
            .and_then(char::from_u32)
            .map(String::from)
            .unwrap_or_default();
    }
    match name {
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
        _ => panic!("unknown escape {{{name}}}"),
    }
    .to_owned()
}
