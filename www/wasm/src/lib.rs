//! Two JavaScript strings and an object of options → a report, for pages, workers and Node.
//!
//! `formats` reads the structure of documents; `host` is the platform of the core; `options` reads the caller's options; `report` writes
//! the report; `worker` is the message loop of a dedicated worker.
#![forbid(unsafe_code)]

mod formats;
mod host;
mod options;
mod report;
mod word_cache;
mod worker;

use article_diff::document::Document;
use article_diff::{compare_documents_on, compare_on, compare_utf16_on, count_tokens};
use js_sys::JsString;
use wasm_bindgen::prelude::*;

use host::Host;
use report::Compact;

/// Compares two strings. `options` is an object, or undefined. The result is the report in the compact form of `report.rs`.
/// `formats` is the structure of both, where they have one, in the numbers of `formats.rs`.
///
/// Throws an error whose name says what is wrong: `UnknownOption`, or `InvalidOption` for a value that the option does not take.
#[wasm_bindgen(skip_typescript)]
pub fn compare(
    before: JsString,
    after: JsString,
    options: JsValue,
    formats: Option<Vec<u32>>,
) -> Result<JsValue, JsValue> {
    compare_with(&before, &after, &options, formats, &Host::new(None)).map(|compact| compact.report)
}

fn compare_with(
    before: &JsString,
    after: &JsString,
    options: &JsValue,
    formats: Option<Vec<u32>>,
    host: &Host<'_>,
) -> Result<Compact, JsValue> {
    let options = options::read(options)?;
    let units = |text: &JsString| text.iter().collect::<Vec<u16>>();
    let report = if let Some(formats) = formats {
        let [one, other] = formats::read(&formats);
        let (before, after) = (units(before), units(after));
        let document = |text, formats| Document { text, formats };
        compare_documents_on(
            document(&before[..], &one[..]),
            document(&after[..], &other[..]),
            &options,
            host,
        )
    } else if before.is_well_formed() && after.is_well_formed() {
        compare_on(&String::from(before), &String::from(after), &options, host)
    } else {
        compare_utf16_on(&units(before), &units(after), &options, host)
    };
    Compact::new(&report)
}

/// How many tokens both strings have: the least that any comparison must do, for benchmarks.
#[wasm_bindgen(skip_typescript)]
pub fn floor(before: &str, after: &str) -> f64 {
    count_tokens(before, after, &Host::new(None)) as f64
}
