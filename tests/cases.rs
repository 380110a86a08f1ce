//! A folder for each symptom: `tests/cases/<symptom>/{before,after,expected}.txt`.
//!
//! `expected.txt` shows the report so that a person can read it. Where it is missing or differs it is rewritten and the test
//! fails once: look at the difference (`git diff tests/cases`), and commit it when it is better.
#![cfg(not(target_arch = "wasm32"))]

#[path = "cases/render.rs"]
mod render;

use article_diff::{compare, Options};
use std::{fs, path::Path};

#[test]
fn every_case_reads_as_expected() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut rewritten = Vec::new();
    let mut folders: Vec<_> = fs::read_dir(&cases)
        .expect("tests/cases can be read")
        .map(|entry| entry.expect("an entry of tests/cases can be read").path())
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    assert!(folders.len() >= 40, "only {} cases are left", folders.len());
    for folder in folders {
        let name = folder
            .file_name()
            .expect("a folder has a name")
            .to_string_lossy()
            .into_owned();
        let read = |file: &str| {
            fs::read_to_string(folder.join(file))
                .unwrap_or_else(|error| panic!("{name}/{file}: {error}"))
        };
        let (before, after) = (read("before.txt"), read("after.txt"));
        let report = serde_json::to_value(compare(&before, &after, &Options::default()))
            .expect("a report is plain data");
        let shown = render::report(&before, &after, &report)
            .unwrap_or_else(|broken| panic!("{name}: {broken}"));
        let expected = fs::read_to_string(folder.join("expected.txt")).ok();
        if expected.as_deref() != Some(&shown) {
            fs::write(folder.join("expected.txt"), shown).expect("an expectation can be written");
            rewritten.push(name);
        }
    }
    assert!(
        rewritten.is_empty(),
        "{} expectations were rewritten; read `git diff tests/cases` and commit what is better: {}",
        rewritten.len(),
        rewritten.join(", ")
    );
}
