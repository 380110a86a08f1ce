//! How long each stage of a comparison takes, and the whole of it, on four pairs of texts: `cargo bench`.
//!
//! The first texts are those of `tests/quality/texts`; the second ones are made of them by [`edited`].

use article_diff::stages::{with_stages, Stages};
use article_diff::{compare, Options};
use divan::counter::BytesCount;
use divan::Bencher;
use std::fs;
use std::path::Path;

/// The pairs: a name, and the beginning of the names of the files that make the first text.
const PAIRS: [(&str, &str); 4] = [
    ("article in English", "en-harbour"),
    ("all articles in English", "en-"),
    ("article in Russian", "ru-"),
    ("article in Chinese", "zh-"),
];

fn main() {
    divan::main();
}

/// Both texts of a pair.
fn texts(name: &str) -> (String, String) {
    let prefix = PAIRS
        .iter()
        .find(|(pair, _)| *pair == name)
        .map_or("", |(_, prefix)| prefix);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/quality/texts");
    let mut files: Vec<_> = fs::read_dir(folder)
        .expect("tests/quality/texts can be read")
        .map(|entry| entry.expect("an entry can be read").path())
        .filter(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            name.starts_with(prefix)
        })
        .collect();
    files.sort();
    let parts: Vec<String> = files
        .iter()
        .map(|file| fs::read_to_string(file).expect("a text can be read"))
        .collect();
    let before = parts.join("\n\n");
    assert!(before.len() > 1000, "the text of {name} is there");
    let after = edited(&before);
    (before, after)
}

/// A text in which every 120 characters six are gone, and whose second paragraph stands at the end.
fn edited(text: &str) -> String {
    let mut blocks: Vec<&str> = text.split("\n\n").collect();
    if blocks.len() > 2 {
        let second = blocks.remove(1);
        blocks.push(second);
    }
    blocks
        .join("\n\n")
        .chars()
        .enumerate()
        .filter(|(at, _)| at % 120 < 114)
        .map(|(_, c)| c)
        .collect()
}

/// Times one stage on what the stages before it made of a pair.
fn time<R>(bencher: Bencher, name: &str, stage: impl Fn(&Stages<'_>) -> R) {
    let (before, after) = texts(name);
    let bytes = BytesCount::new(before.len() + after.len());
    with_stages(&before, &after, &Options::default(), |stages| {
        bencher.counter(bytes).bench_local(|| stage(stages));
    });
}

#[divan::bench(args = PAIRS.map(|(name, _)| name))]
fn a_segment(bencher: Bencher, pair: &str) {
    time(bencher, pair, |stages| stages.segment());
}

#[divan::bench(args = PAIRS.map(|(name, _)| name))]
fn b_align(bencher: Bencher, pair: &str) {
    time(bencher, pair, |stages| stages.align());
}

#[divan::bench(args = PAIRS.map(|(name, _)| name))]
fn c_diff(bencher: Bencher, pair: &str) {
    time(bencher, pair, |stages| stages.diff());
}

#[divan::bench(args = PAIRS.map(|(name, _)| name))]
fn d_refine(bencher: Bencher, pair: &str) {
    time(bencher, pair, |stages| stages.refine());
}

#[divan::bench(args = PAIRS.map(|(name, _)| name))]
fn e_boilerplate(bencher: Bencher, pair: &str) {
    time(bencher, pair, |stages| stages.boilerplate());
}

#[divan::bench(args = PAIRS.map(|(name, _)| name))]
fn f_changes(bencher: Bencher, pair: &str) {
    time(bencher, pair, |stages| stages.changes());
}

#[divan::bench(args = PAIRS.map(|(name, _)| name))]
fn g_classify(bencher: Bencher, pair: &str) {
    time(bencher, pair, |stages| stages.classify());
}

#[divan::bench(args = PAIRS.map(|(name, _)| name))]
fn h_report(bencher: Bencher, pair: &str) {
    time(bencher, pair, |stages| stages.report());
}

#[divan::bench(args = PAIRS.map(|(name, _)| name))]
fn i_whole_comparison(bencher: Bencher, pair: &str) {
    let (before, after) = texts(pair);
    bencher
        .counter(BytesCount::new(before.len() + after.len()))
        .bench_local(|| compare(&before, &after, &Options::default()));
}
