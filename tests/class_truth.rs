//! Law 3: a change's class is true. Checked on every case, on every labelled line and on their mirror images.
#![cfg(not(target_arch = "wasm32"))]

use article_diff::{compare_utf16, Options};
use testkit::{cases, classes, units};

#[test]
fn every_class_is_true() {
    let mut pairs: Vec<(String, String, String)> = cases::all()
        .into_iter()
        .map(|case| (case.name, case.before, case.after))
        .collect();
    for (place, line) in cases::labelled_lines() {
        pairs.push((place, line.sentence.before, line.sentence.after));
    }
    assert!(pairs.len() > 800, "only {} pairs are left", pairs.len());
    let (mut seen, mut lies) = (Vec::new(), Vec::new());
    for (name, before, after) in &pairs {
        let (before, after) = (units(before), units(after));
        for (before, after) in [(&before, &after), (&after, &before)] {
            let report = compare_utf16(before, after, &Options::default());
            if let Err(lie) = classes::check(&report, before, after) {
                lies.push(format!("{lie} in {name}"));
            }
            for change in &report.changes {
                if !seen.contains(&change.class.name()) {
                    seen.push(change.class.name());
                }
            }
        }
    }
    assert!(lies.is_empty(), "{}", lies.join("\n"));
    assert_eq!(seen.len(), 10, "only {seen:?} were reported at all");
}
