//! What `ARCHITECTURE.md` shows of each stage is what the stage makes today.
#![cfg(not(target_arch = "wasm32"))]

use article_diff::stages::with_stages;
use article_diff::{compare, Options};
use testkit::{cases, prose};

const DOCUMENT: &str = include_str!("../ARCHITECTURE.md");

#[test]
fn each_stage_makes_what_the_document_shows() {
    let case = cases::read(&cases::tests_folder().join("cases/moved-renumbered-and-shared"));
    let options = Options::default();
    let mut outputs = with_stages(&case.before, &case.after, &options, |stages| {
        stages.described()
    });
    let report = compare(&case.before, &case.after, &options);
    let shown = prose::report(&case.before, &case.after, &report)
        .unwrap_or_else(|broken| panic!("{broken}"));
    outputs.push(("report", shown));
    let missing: Vec<String> = outputs
        .iter()
        .map(|(stage, output)| (stage, format!("```text\n{output}```\n")))
        .filter(|(_, block)| !DOCUMENT.contains(block))
        .map(|(stage, block)| format!("{stage}\n\n{block}"))
        .collect();
    assert!(
        missing.is_empty(),
        "ARCHITECTURE.md shows something else; write there:\n\n{}",
        missing.join("\n")
    );
}
