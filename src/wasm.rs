//! The door to JavaScript: strings and a plain object of options in, a plain object out. With `worker.rs` the only file that names
//! `wasm_bindgen`, `js_sys`, `web_sys` and `serde_wasm_bindgen`.

use crate::platform::Platform;
use crate::{compare_on, compare_utf16_on, Options};
use js_sys::{Error, JsString, Reflect};
use serde::Serialize;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = String)]
    type Platformed;

    #[wasm_bindgen(method, js_name = normalize)]
    fn normalize(this: &Platformed, form: &str) -> String;

    #[wasm_bindgen(method, js_name = isWellFormed)]
    fn is_well_formed(this: &Platformed) -> bool;

    #[wasm_bindgen(js_namespace = Intl)]
    type Segmenter;

    #[wasm_bindgen(js_namespace = Intl, constructor, catch)]
    fn new(locales: &JsValue, options: &JsValue) -> Result<Segmenter, JsValue>;

    #[wasm_bindgen(method)]
    fn segment(this: &Segmenter, text: &str) -> JsValue;
}

/// What browsers and Node have built in.
pub(crate) struct Host<'a> {
    segmenter: Option<Segmenter>,
    report: Option<&'a dyn Fn(&'static str, f64)>,
}

impl<'a> Host<'a> {
    /// A host that tells its progress to `report`.
    pub(crate) fn new(report: Option<&'a dyn Fn(&'static str, f64)>) -> Self {
        let options = js_sys::Object::new();
        let set = Reflect::set(&options, &"granularity".into(), &"word".into());
        // Firefox before 125 has no Segmenter: a missing constructor is caught and the fallback serves.
        let segmenter = set.ok().filter(|_| has_segmenter()).and_then(|_| Segmenter::new(&JsValue::UNDEFINED, &options).ok());
        Self { segmenter, report }
    }
}

fn has_segmenter() -> bool {
    Reflect::get(&js_sys::global(), &"Intl".into())
        .and_then(|intl| Reflect::get(&intl, &"Segmenter".into()))
        .is_ok_and(|segmenter| segmenter.is_function())
}

impl Platform for Host<'_> {
    fn nfkc(&self, text: &str) -> String {
        JsValue::from_str(text).unchecked_into::<Platformed>().normalize("NFKC")
    }

    fn nfd(&self, text: &str) -> String {
        JsValue::from_str(text).unchecked_into::<Platformed>().normalize("NFD")
    }

    fn word_starts(&self, text: &str) -> Option<Vec<usize>> {
        let segments = self.segmenter.as_ref()?.segment(text);
        let mut starts = Vec::new();
        let mut byte = 0;
        for piece in js_sys::try_iter(&segments).ok().flatten()?.flatten() {
            let piece = Reflect::get(&piece, &"segment".into()).ok()?.as_string()?;
            starts.push(byte);
            byte += piece.len();
        }
        Some(starts)
    }

    fn progress(&self, stage: &'static str, done: f64) {
        if let Some(report) = self.report {
            report(stage, done);
        }
    }
}

/// Compares two strings. `options` is an object, or undefined.
///
/// Throws a `TypeError` named for what is wrong: an option that does not exist, or one out of its range.
#[wasm_bindgen(skip_typescript)]
pub fn compare(before: JsString, after: JsString, options: JsValue) -> Result<JsValue, JsValue> {
    compare_with(&before, &after, &options, &Host::new(None))
}

pub(crate) fn compare_with(before: &JsString, after: &JsString, options: &JsValue, host: &Host<'_>) -> Result<JsValue, JsValue> {
    let options = read_options(options)?;
    let formed = |text: &JsString| text.unchecked_ref::<Platformed>().is_well_formed();
    let report = if formed(before) && formed(after) {
        compare_on(&String::from(before), &String::from(after), &options, host)
    } else {
        let units = |text: &JsString| text.iter().collect::<Vec<u16>>();
        compare_utf16_on(&units(before), &units(after), &options, host)
    };
    report.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).map_err(|error| fault(&error.to_string()))
}

/// How many tokens both strings have: the least that any comparison must do, for benchmarks.
#[wasm_bindgen(skip_typescript)]
pub fn floor(before: &str, after: &str) -> f64 {
    crate::count_tokens(before, after, &Host::new(None)) as f64
}

fn read_options(options: &JsValue) -> Result<Options, JsValue> {
    if options.is_undefined() || options.is_null() {
        return Ok(Options::default());
    }
    if !options.is_object() {
        return Err(fault("options must be an object, like { moves: false }"));
    }
    let options: Options = serde_wasm_bindgen::from_value(options.clone()).map_err(|error| fault(&format!("options not understood: {error}")))?;
    options.check().map_err(|what| fault(&what))?;
    Ok(options)
}

fn fault(what: &str) -> JsValue {
    let error = Error::new(what);
    error.set_name("OptionsError");
    error.into()
}
