//! The laws hold for everything: random texts of everything that Unicode has, edited at random; every pass switched off; real pairs,
//! where they are present. What proptest finds is kept in `tests/proptest-regressions` and tried again first.
#![cfg(not(target_arch = "wasm32"))]

use arbitrary::{Arbitrary, Unstructured};
use article_diff::document::Document;
use article_diff::{compare_documents, Options};
use proptest::prelude::*;
use proptest::test_runner::{FileFailurePersistence, RngSeed};
use std::{fs, path::Path};
use testkit::documents::check_documents;
use testkit::generate::{CodeUnits, DistinctWords, Documents, Pair, Prose, Text};
use testkit::laws::check_pair;
use testkit::{cases, classes, twin, units};

/// What the testkit's generators make of so many random bytes.
fn drawn<T: for<'a> Arbitrary<'a> + std::fmt::Debug>(
    most_bytes: usize,
) -> impl Strategy<Value = T> {
    prop::collection::vec(any::<u8>(), 0..most_bytes)
        .prop_filter_map("these bytes make nothing", |bytes| {
            T::arbitrary(&mut Unstructured::new(&bytes)).ok()
        })
}

/// The same random texts in every run, so that a change of the core is what makes it fail; `PROPTEST_RNG_SEED` draws others.
fn config(cases: u32) -> ProptestConfig {
    let rng_seed = match ProptestConfig::default().rng_seed {
        RngSeed::Random => RngSeed::Fixed(1),
        chosen => chosen,
    };
    ProptestConfig {
        cases,
        rng_seed,
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct(
            "tests/proptest-regressions/laws.txt",
        ))),
        ..ProptestConfig::default()
    }
}

/// A test case that fails with the broken law and the texts that broke it.
fn holds<T>(checked: Result<T, String>, texts: impl Fn() -> String) -> Result<(), TestCaseError> {
    checked
        .map(drop)
        .map_err(|broken| TestCaseError::fail(format!("{broken}\n{}", texts())))
}

proptest! {
    #![proptest_config(config(3000))]

    #[test]
    fn edited_prose(pair in drawn::<Prose>(600)) {
        let Prose(pair) = pair;
        let checked = check_pair(&pair.before, &pair.after, &pair.options);
        holds(checked, || pair.shown())?;
    }

    #[test]
    fn edited_texts(pair in drawn::<Pair>(600)) {
        let checked = check_pair(&pair.before, &pair.after, &pair.options);
        holds(checked, || pair.shown())?;
    }

    #[test]
    fn strings_of_any_code_units(texts in drawn::<CodeUnits>(240)) {
        let checked = check_pair(&texts.0, &texts.1, &Options::default());
        holds(checked, || format!("{texts:x?}"))?;
    }

    #[test]
    fn few_words_over_and_over(before in prop::collection::vec(0..4u8, 0..80), after in prop::collection::vec(0..4u8, 0..80)) {
        let read = |ids: &[u8]| ids.iter().map(|&id| ["yes ", "no. ", "Oh\n\n", "“so” "][id as usize]).collect::<String>();
        let (before, after) = (read(&before), read(&after));
        let checked = check_pair(&units(&before), &units(&after), &Options::default());
        holds(checked, || format!("before {before:?}\nafter  {after:?}"))?;
    }

    #[test]
    fn a_text_against_itself(text in drawn::<Text>(600)) {
        let text = units(&text.0);
        let checked = check_pair(&text, &text, &Options::default());
        holds(checked, || format!("{:?}", String::from_utf16_lossy(&text)))?;
    }

    #[test]
    fn classes_of_edited_texts_are_true(pair in drawn::<Pair>(600)) {
        let report = article_diff::compare_utf16(&pair.before, &pair.after, &pair.options);
        let checked = classes::check(&report, &pair.before, &pair.after);
        holds(checked, || pair.shown())?;
    }

    #[test]
    fn a_patch_made_of_the_report_gives_the_second_text(pair in drawn::<Pair>(300)) {
        let report = article_diff::compare_utf16(&pair.before, &pair.after, &pair.options);
        prop_assert_eq!(twin::rebuilt(&report, &pair.before, &pair.after), Ok(pair.after.clone()), "{}", pair.shown());
    }

    #[test]
    fn formats_turn_the_structure_of_one_document_into_that_of_the_other(documents in drawn::<Documents>(700)) {
        let (before, after) = documents.both();
        let checked = check_documents(before, after, &documents.pair.options);
        holds(checked, || format!("{}\n{documents:?}", documents.pair.shown()))?;
    }

    #[test]
    fn documents_without_structure_are_texts(pair in drawn::<Pair>(400)) {
        let (before, after) = (Document { text: &pair.before, formats: &[] }, Document { text: &pair.after, formats: &[] });
        let texts = article_diff::compare_utf16(&pair.before, &pair.after, &pair.options);
        prop_assert_eq!(compare_documents(before, after, &pair.options), texts, "{}", pair.shown());
    }

    #[test]
    fn words_are_kept_as_a_simple_table_keeps_them(sentences in drawn::<DistinctWords>(120)) {
        let before: Vec<&str> = sentences.before.iter().map(String::as_str).collect();
        let after: Vec<&str> = sentences.after.iter().map(String::as_str).collect();
        prop_assert_eq!(twin::kept(&before, &after), twin::common(&before, &after), "{:?}\n{:?}", before, after);
    }
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
        check_pair(&units(before), &units(after), &options)
            .unwrap_or_else(|broken| panic!("{broken}\n{before:?}\n{after:?}"));
    }
}

#[test]
fn the_cases_of_this_repository() {
    let cases = cases::all();
    assert!(cases.len() >= 60, "only {} cases are left", cases.len());
    for case in cases {
        check_pair(
            &units(&case.before),
            &units(&case.after),
            &Options::default(),
        )
        .unwrap_or_else(|broken| panic!("{}: {broken}", case.name));
    }
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
            check_pair(&before, &after, &Options::default()).unwrap_or_else(|broken| {
                panic!(
                    "{:?}: {}",
                    entry.file_name(),
                    broken.chars().take(2000).collect::<String>()
                )
            });
        }
    }
}
