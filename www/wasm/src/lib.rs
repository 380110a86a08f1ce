//! Two JavaScript strings and an object of options → a report, for pages, workers and Node.
//!
//! `host` is the platform of the core; `options` reads the caller's options; `report` writes the report; `worker` is the message
//! loop of a dedicated worker.
#![forbid(unsafe_code)]

mod host;
mod options;
mod report;
mod word_cache;
mod worker;

use article_diff::{compare_on, compare_utf16_on, count_tokens};
use js_sys::JsString;
use wasm_bindgen::prelude::*;

use host::Host;
use report::Compact;

/// Compares two strings. `options` is an object, or undefined. The result is the report in the compact form of `report.rs`.
///
/// Throws an error whose name says what is wrong: `UnknownOption`, or `InvalidOption` for a value that the option does not take.
#[wasm_bindgen(skip_typescript)]
pub fn compare(before: JsString, after: JsString, options: JsValue) -> Result<JsValue, JsValue> {
    compare_with(&before, &after, &options, &Host::new(None)).map(|compact| compact.report)
}

fn compare_with(
    before: &JsString,
    after: &JsString,
    options: &JsValue,
    host: &Host<'_>,
) -> Result<Compact, JsValue> {
    let options = options::read(options)?;
    let report = if before.is_well_formed() && after.is_well_formed() {
        compare_on(&String::from(before), &String::from(after), &options, host)
    } else {
        let units = |text: &JsString| text.iter().collect::<Vec<u16>>();
        compare_utf16_on(&units(before), &units(after), &options, host)
    };
    Compact::new(&report)
}

/// How many tokens both strings have: the least that any comparison must do, for benchmarks.
#[wasm_bindgen(skip_typescript)]
pub fn floor(before: &str, after: &str) -> f64 {
    count_tokens(before, after, &Host::new(None)) as f64
}
