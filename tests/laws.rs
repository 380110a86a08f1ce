//! The laws hold for everything: random texts with everything that Unicode has, edited at random; every pass switched off; real
//! pairs, where they are present.
#![cfg(not(target_arch = "wasm32"))]

#[path = "laws/law.rs"]
mod law;

use article_diff::{compare_utf16, Options};
use proptest::prelude::*;
use std::{fs, path::Path};

fn units(text: &str) -> Vec<u16> {
    text.encode_utf16().collect()
}

/// Holds one pair against the laws, both ways round, and the two reports against each other.
fn hold(before: &[u16], after: &[u16], options: &Options) -> Result<(), String> {
    let report = compare_utf16(before, after, options);
    law::check(&report, before, after)?;
    let back = compare_utf16(after, before, options);
    law::check(&back, after, before).map_err(|what| format!("swapped: {what}"))?;
    // Law 4: a swap gives the mirror image. Where two lists of it tie in order, order is no difference.
    let image = |report: &article_diff::Report| {
        let mut changes: Vec<_> = report
            .changes
            .iter()
            .map(|c| (c.class, c.unit, c.quoted, c.furniture))
            .map(|key| format!("{key:?}"))
            .collect();
        changes.sort();
        let mut rows: Vec<_> = report
            .rows
            .iter()
            .map(|r| (r.before.clone(), r.after.clone()))
            .collect();
        rows.sort();
        (changes, rows, report.moves.len(), report.summary.similarity)
    };
    let (there, mirrored) = (image(&report), image(&back.clone().mirrored()));
    if there != mirrored {
        return Err(format!(
            "a swap gives no mirror image:\n{there:?}\n{mirrored:?}"
        ));
    }
    // Law 5: the same again.
    if report != compare_utf16(before, after, options) {
        return Err("not the same again".into());
    }
    Ok(())
}

/// A word, a number, a mark or something that tries the patience of a tokeniser.
fn token() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => prop::sample::select(vec![
            "the", "a", "of", "and", "in", "to", "was", "minister", "harbour", "Kishida", "Fumio", "London", "lighthouse", "agreed", "on", "Monday",
            "report", "said", "ferry", "2,000", "3.5", "10:30", "U.K.", "Mr.", "it’s", "it's", "co-operate", "cooperate", "organise", "organize",
        ]).prop_map(str::to_owned),
        2 => prop::sample::select(vec![
            "“quoted”", "\"quoted\"", "—", "--", "…", "...", "(", ")", ",", ";", "«да»", "Привет", "мир", "東京", "で", "都", "三千", "สวัสดี", "น้ำ",
            "שלום", "مرحبا", "١٢٣", "नमस्ते", "Ελλάδα", "Ἑλλάς", "İstanbul", "ısı", "e\u{301}te", "été", "ﬁne", "ＡＢＣ", "👩‍👩‍👧", "🇺🇳🇩🇪", "a\u{200b}b", "so\u{ad}ft",
            "\u{feff}", "\u{202e}", "\0", "क्षि", "각", "\u{1100}\u{1161}", "ü\u{323}", "\u{301}", "\u{200d}", "x\u{20dd}",
        ]).prop_map(str::to_owned),
        1 => any::<String>().prop_map(|text| text.chars().take(6).collect()),
    ]
}

fn gap() -> impl Strategy<Value = &'static str> {
    prop_oneof![
        12 => Just(" "), 1 => Just(""), 1 => Just("  "), 1 => Just("\u{a0}"), 1 => Just("\n"), 1 => Just("\r\n"), 1 => Just("\u{3000}"),
        2 => Just(". "), 1 => Just(".\n\n"), 1 => Just("\n\n"), 1 => Just("\r\n\r\n"), 1 => Just("! "), 1 => Just("。"), 1 => Just("\u{2028}"), 1 => Just("\t"),
    ]
}

type Piece = (String, &'static str);

fn text(most: usize) -> impl Strategy<Value = Vec<Piece>> {
    prop::collection::vec((token(), gap()), 0..most)
}

/// What an editor with no manners does to a text.
#[derive(Clone, Debug)]
enum Edit {
    Delete(usize, usize),
    Insert(usize, Vec<Piece>),
    Move(usize, usize, usize),
    Copy(usize, usize, usize),
    Dress(usize),
    Space(usize, &'static str),
}

fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        (any::<usize>(), 1..12usize).prop_map(|(at, count)| Edit::Delete(at, count)),
        (any::<usize>(), text(10)).prop_map(|(at, pieces)| Edit::Insert(at, pieces)),
        (any::<usize>(), 1..30usize, any::<usize>())
            .prop_map(|(at, count, to)| Edit::Move(at, count, to)),
        (any::<usize>(), 1..30usize, any::<usize>())
            .prop_map(|(at, count, to)| Edit::Copy(at, count, to)),
        any::<usize>().prop_map(Edit::Dress),
        (any::<usize>(), gap()).prop_map(|(at, gap)| Edit::Space(at, gap)),
    ]
}

fn apply(pieces: &[Piece], edits: &[Edit]) -> Vec<Piece> {
    let mut out = pieces.to_vec();
    for edit in edits {
        let length = out.len();
        let range = |at: usize, count: usize| {
            let start = at % length.max(1);
            start.min(length)..(start + count).min(length)
        };
        match edit {
            Edit::Delete(at, count) => drop(out.drain(range(*at, *count))),
            Edit::Insert(at, pieces) => {
                let at = at % (length + 1);
                out.splice(at..at, pieces.iter().cloned());
            }
            Edit::Move(at, count, to) => {
                let moved: Vec<_> = out.drain(range(*at, *count)).collect();
                let to = to % (out.len() + 1);
                out.splice(to..to, moved);
            }
            Edit::Copy(at, count, to) => {
                let copied = out[range(*at, *count)].to_vec();
                let to = to % (out.len() + 1);
                out.splice(to..to, copied);
            }
            Edit::Dress(at) if length > 0 => {
                let word = &mut out[at % length].0;
                *word = word
                    .replace('’', "'")
                    .replace(['“', '”'], "\"")
                    .to_uppercase();
            }
            Edit::Space(at, gap) if length > 0 => out[at % length].1 = gap,
            Edit::Dress(_) | Edit::Space(..) => {}
        }
    }
    out
}

fn join(pieces: &[Piece]) -> String {
    pieces
        .iter()
        .flat_map(|(token, gap)| [token.as_str(), gap])
        .collect()
}

/// Any of the passes switched off.
fn options() -> impl Strategy<Value = Options> {
    prop_oneof![
        3 => Just(Options::default()),
        1 => prop::collection::vec(any::<bool>(), 8).prop_map(|on| Options {
            moves: on[0], furniture: on[1], order: on[2], join: on[3], whole: on[4], slide: on[5], stems: on[6], groups: on[7],
            ..Options::default()
        }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn edited_texts(before in text(120), edits in prop::collection::vec(edit(), 0..8), options in options()) {
        let (b, a) = (join(&before), join(&apply(&before, &edits)));
        if let Err(broken) = hold(&units(&b), &units(&a), &options) {
            prop_assert!(false, "{broken}\nbefore {b:?}\nafter  {a:?}\n{options:?}");
        }
    }

    #[test]
    fn strings_of_any_code_units(before in prop::collection::vec(code_unit(), 0..60), after in prop::collection::vec(code_unit(), 0..60)) {
        if let Err(broken) = hold(&before, &after, &Options::default()) {
            prop_assert!(false, "{broken}\nbefore {before:x?}\nafter  {after:x?}");
        }
    }

    #[test]
    fn few_words_over_and_over(before in prop::collection::vec(0..4u8, 0..80), after in prop::collection::vec(0..4u8, 0..80)) {
        let read = |ids: &[u8]| ids.iter().map(|&id| ["yes ", "no. ", "Oh\n\n", "“so” "][id as usize]).collect::<String>();
        if let Err(broken) = hold(&units(&read(&before)), &units(&read(&after)), &Options::default()) {
            prop_assert!(false, "{broken}\nbefore {:?}\nafter  {:?}", read(&before), read(&after));
        }
    }
}

/// Code units that meet: surrogates with and without their other half, joiners, marks, line ends.
fn code_unit() -> impl Strategy<Value = u16> {
    prop_oneof![
        4 => prop::sample::select(vec![0x20u16, 0x61, 0x62, 0x41, 0x2e, 0x0d, 0x0a, 0x301, 0x200d, 0xd83d, 0xdc69, 0xd800, 0xdc00, 0xdfff, 0xdbff, 0xfeff, 0xad, 0x0]),
        1 => any::<u16>(),
    ]
}

#[test]
fn edges() {
    let options = Options::default();
    for (before, after) in [
        ("", ""),
        // signs that take what stands behind them along, a blank too
        ("x", "\u{600} "),
        ("\u{8e2} \u{8e2}", "\u{8e2}  y \u{600}\n"),
        ("", "A sentence."),
        (" \n\n ", "\n"),
        ("\r\n", "\n"),
        ("a\r\nb", "a\nb"),
        ("A.\n\nB.\n\nC.", "C.\n\nA.\n\nB."),
        ("e\u{301}", "é"),
        ("a \u{301}b", "a b"),
        ("\u{0}", "\u{0}\u{0}"),
    ] {
        hold(&units(before), &units(after), &options)
            .unwrap_or_else(|broken| panic!("{broken}\n{before:?}\n{after:?}"));
    }
}

#[test]
fn the_cases_of_this_repository() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut held = 0;
    for folder in fs::read_dir(cases)
        .expect("tests/cases can be read")
        .flatten()
        .filter(|entry| entry.path().is_dir())
    {
        let read = |file: &str| {
            units(&fs::read_to_string(folder.path().join(file)).expect("a case has two texts"))
        };
        hold(&read("before.txt"), &read("after.txt"), &Options::default())
            .unwrap_or_else(|broken| panic!("{:?}: {broken}", folder.file_name()));
        held += 1;
    }
    assert!(held >= 40, "only {held} cases were there to hold");
}

/// Real pairs that the project must not carry: `ARTICLE_DIFF_PAIRS`, or the folder that lies beside the repository where they are present.
#[test]
fn real_pairs_where_they_are_present() {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora/pairs");
    let folder = std::env::var_os("ARTICLE_DIFF_PAIRS").map_or(beside, Into::into);
    let Ok(entries) = fs::read_dir(&folder) else {
        println!("skipped: no real pairs here");
        return;
    };
    for entry in entries.flatten() {
        let read =
            |file: &str| fs::read_to_string(entry.path().join(file)).map(|text| units(&text));
        if let (Ok(before), Ok(after)) = (read("a.txt"), read("b.txt")) {
            hold(&before, &after, &Options::default()).unwrap_or_else(|broken| {
                panic!(
                    "{:?}: {}",
                    entry.file_name(),
                    broken.chars().take(2000).collect::<String>()
                )
            });
        }
    }
}
