//! A folder for each symptom: `tests/cases/<symptom>/{before.txt, after.txt, expected.snap}`.
//!
//! `expected.snap` shows the report so that a person can read it. Where a report reads otherwise the test fails, and insta writes
//! what it reads now beside it: `cargo insta review` shows both and takes the one that is chosen. Without that tool,
//! `INSTA_UPDATE=always cargo test --test cases` takes all of them, and `git diff tests/cases` shows what changed.
#![cfg(not(target_arch = "wasm32"))]

use article_diff::{compare, Options};
use testkit::{cases, prose};

#[test]
fn every_case_reads_as_expected() {
    insta::glob!("cases/*/before.txt", |path| {
        let folder = path
            .parent()
            .expect("a text lies in the folder of its case");
        let case = cases::read(folder);
        let report = compare(&case.before, &case.after, &Options::default());
        let shown = prose::report(&case.before, &case.after, &report)
            .unwrap_or_else(|broken| panic!("{}: {broken}", case.name));
        let mut settings = insta::Settings::new();
        settings.set_snapshot_path(folder);
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| insta::assert_snapshot!("expected", shown));
    });
}
