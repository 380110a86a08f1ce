//! The word lists are in order, and each wrong line is reported.

use super::lines::{KindLines, Lines};
use super::list::{read, List, LISTS};
use super::tables::source;
use crate::text::char_cache::CharCache;
use crate::text::fold::{fold, Level};
use crate::text::platform::Native;
use std::fs;
use std::path::Path;

fn content(list: &List) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/data");
    fs::read_to_string(folder.join(list.file)).expect("a word list can be read")
}

fn list(file: &str) -> &'static List {
    LISTS
        .iter()
        .find(|list| list.file == file)
        .expect("a list of this name")
}

#[test]
fn the_lists_are_well_formed_sorted_and_without_doubles() {
    for list in &LISTS {
        let lines = read(list, &content(list)).unwrap_or_else(|what| panic!("{what}"));
        assert!(lines.len() > 50, "{} has lost its lines", list.file);
        for (kind, _) in list.kinds {
            let used = lines.iter().any(|line| line.kind == *kind);
            assert!(used, "{} has no line of the kind {kind}", list.file);
        }
    }
}

/// The lexicon compares words in their folded form: a word written otherwise would never be found.
#[test]
fn words_are_written_as_the_lexicon_folds_them() {
    for list in LISTS
        .iter()
        .filter(|list| list.file != "boilerplate-phrases.tsv")
    {
        for line in read(list, &content(list)).expect("a list is well-formed") {
            let folded = fold(&line.text, Level::Letters, &CharCache::new(&Native));
            assert_eq!(
                folded, line.text,
                "{}, line {}: write `{folded}`",
                list.file, line.number
            );
        }
    }
}

/// Whoever knows a language adds a line to a list, and the tables have it: nothing in Rust names a word.
#[test]
fn a_line_that_is_added_reaches_the_tables() {
    let list = list("quantity-words.tsv");
    let before = content(list);
    // The letter after a text is for its kind; a quotation mark has a backslash before it.
    let has_septe = |tables: &str| {
        let mut rests = tables
            .split("\\n")
            .filter_map(|line| line.strip_prefix("septe"));
        rests.any(|rest| rest.trim_start_matches('\\').chars().count() == 1)
    };
    assert!(!has_septe(&source(
        list,
        &read(list, &before).expect("well-formed")
    )));
    let head = before
        .find("language\tkind")
        .expect("a header stands in the list");
    let (head, lines) = before.split_at(head);
    let mut lines: Vec<&str> = lines.lines().collect();
    lines.push("rm\tcardinal\tsepte");
    lines[1..].sort_unstable();
    let after = head.to_owned() + &lines.join("\n") + "\n";
    let tables = source(list, &read(list, &after).expect("still well-formed"));
    assert!(has_septe(&tables));
}

#[test]
fn a_wrong_line_is_reported_with_its_number_and_what_to_do() {
    let header = "language\tkind\tword\n";
    let told = |lines: &str| {
        read(list("quantity-words.tsv"), &(header.to_owned() + lines))
            .expect_err("a wrong line is told")
    };
    for (lines, what) in [
        (
            "en\tcardinal",
            "line 2: a line needs a language, a kind and a text, with tabs between them",
        ),
        ("\n", "line 2: a line needs"),
        (
            "English\tcardinal\ttwo",
            "line 2: `English` is no tag of a language and no `*`",
        ),
        (
            "en\tnumber\ttwo",
            "line 2: `number` is none of the kinds cardinal, cardinal-beside-number",
        ),
        ("en\tcardinal\tTwo", "line 2: write `two` in lower case"),
        (
            "en\tcardinal\t two",
            "line 2: ` two` begins or ends with a blank",
        ),
        ("en\tcardinal\t*", "line 2: the text is empty"),
        ("en\tcardinal\tt*o", "line 2: a `*` cannot stand in `t*o`"),
        (
            "en\tcardinal-beside-number\ttwo*",
            "line 2: a `*` cannot stand in `two*`",
        ),
        ("en\tday\ttwo\t2", "line 2: `day` takes one text"),
        (
            "en\tcardinal\ttwo\nen\tcardinal\ttwo",
            "line 3: this line stands here twice",
        ),
        (
            "en\tcardinal\ttwo\n# days\nde\tcardinal\tzwei",
            "line 4: `de\tcardinal\tzwei` must stand above `en\tcardinal\ttwo`",
        ),
        (
            "de\tcardinal-beside-number\tmay\nen\tcardinal\tmay",
            "line 3: `may` is `cardinal` here and `cardinal-beside-number` in line 2",
        ),
        (
            "de\tcardinal-beside-number\tmays\nen\tcardinal\tmay*",
            "line 2: `mays` is `cardinal-beside-number` here and `cardinal` in line 3",
        ),
    ] {
        let told = told(lines);
        assert!(
            told.starts_with(&format!("quantity-words.tsv, {what}")),
            "{told}"
        );
    }
    let numbers = list("number-words.tsv");
    for (lines, what) in [
        (
            "en\tnumber\ttwo\ttwo",
            "2: `number` needs a number that a word may say",
        ),
        (
            "en\tfactor\tty\t20",
            "2: `factor` needs a number that a word may say",
        ),
        ("en\tlink\tand\t1", "2: `link` takes one text"),
        (
            "en\tnumber\tset\t7\npl\tfactor\tset\t100",
            "3: `set` is another number in line 2",
        ),
    ] {
        let lines = "language\tkind\tword\tnumber\n".to_owned() + lines;
        let told = read(numbers, &lines).expect_err("a wrong line is told");
        assert!(
            told.starts_with(&format!("number-words.tsv, line {what}")),
            "{told}"
        );
    }
    let pairs = list("spelling-pairs.tsv");
    let header = "language\tkind\tfirst\tsecond\n".to_owned();
    for lines in [
        "en\tending\tre",
        "en\tending\tre\t",
        "en\tending\tre\ter\tar",
    ] {
        let told = read(pairs, &(header.clone() + lines)).expect_err("a pair needs two texts");
        assert_eq!(told, "spelling-pairs.tsv, line 2: `ending` needs two texts");
    }
    let no_header = read(pairs, "en\tending\tre\ter").expect_err("a list needs its header");
    assert!(no_header.starts_with("spelling-pairs.tsv, line 1: the first line that is no comment"));
}

#[test]
fn a_word_of_several_languages_is_one_entry_and_a_stem_covers_its_words() {
    let list = list("quantity-words.tsv");
    let lines = "language\tkind\tword\nda\tcardinal\tapril\nde\tcardinal\tapril*\nen\tcardinal\tapril\nen\tcardinal\ttwo\nsv\tcardinal\taprilmorgon\n";
    let tables = source(list, &read(list, lines).expect("well-formed"));
    assert!(
        tables.contains("Lines(\"april\\\"\\ntwo!\\n\")"),
        "{tables}"
    );
}

#[test]
fn a_text_is_found_wherever_it_is() {
    let lines = Lines("a\nabc\nabd\nб\nяблоко\n");
    for line in lines.iter() {
        assert!(lines.contains(line), "{line}");
    }
    for other in [
        "",
        "ab",
        "abcd",
        "b",
        "a\nabc",
        "я",
        "яблокоя",
        "\u{10ffff}",
    ] {
        assert!(!lines.contains(other), "{other}");
    }
    assert!(!Lines("").contains("") && !Lines("").contains("a"));
    let from: Vec<&str> = lines.from("b").collect();
    assert_eq!(from, ["б", "яблоко"]);
    assert_eq!(lines.from("я\u{10ffff}").count(), 0);
}

#[test]
fn an_entry_has_its_kind_and_whether_any_ending_may_follow() {
    let entries = KindLines {
        lines: Lines("drei!\ndreißig#\nмай\"\n"),
        kinds: &[("number", false), ("month", false), ("month", true)],
    };
    let found = |text: &str| {
        entries
            .last_up_to(text.as_bytes())
            .map(|entry| (entry.text, entry.any_ending, entry.kind))
    };
    assert_eq!(found("drei"), Some(("drei", false, "number")));
    assert_eq!(found("dreißigste"), Some(("dreißig", true, "month")));
    assert_eq!(found("май"), Some(("май", false, "month")));
    assert_eq!(found("dre"), None);
    let from: Vec<&str> = entries
        .from(|text| text < b"e".as_slice())
        .map(|entry| entry.text)
        .collect();
    assert_eq!(from, ["май"]);
}
