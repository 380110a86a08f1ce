//! The core against a slow and simple twin: the words that two sentences keep, and the second text rebuilt from the first.
#![no_main]

use arbitrary::{Arbitrary, Unstructured};
use libfuzzer_sys::fuzz_target;
use testkit::generate::{DistinctWords, Pair};
use testkit::twin;

fuzz_target!(|data: &[u8]| {
    let Some((&choice, bytes)) = data.split_first() else {
        return;
    };
    let mut bytes = Unstructured::new(bytes);
    if choice % 2 == 0 {
        let Ok(sentences) = DistinctWords::arbitrary(&mut bytes) else {
            return;
        };
        let before: Vec<&str> = sentences.before.iter().map(String::as_str).collect();
        let after: Vec<&str> = sentences.after.iter().map(String::as_str).collect();
        let (kept, common) = (twin::kept(&before, &after), twin::common(&before, &after));
        assert_eq!(kept, common, "{sentences:?}");
    } else {
        let Ok(pair) = Pair::arbitrary(&mut bytes) else {
            return;
        };
        let report = article_diff::compare_utf16(&pair.before, &pair.after, &pair.options);
        let rebuilt = twin::rebuilt(&report, &pair.before, &pair.after);
        assert_eq!(
            rebuilt.as_deref(),
            Ok(pair.after.as_slice()),
            "{}",
            pair.shown()
        );
    }
});
