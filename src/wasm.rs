//! The door to JavaScript: strings and a plain object of options in, the numbers of a report out (`www/report.js` makes
//! it a plain object). With `worker.rs` the only file that names `wasm_bindgen`, `js_sys` and `web_sys`.

use crate::ids::mixed;
use crate::options::{Given, Refusal, NAMES};
use crate::platform::{Platform, AT_ONCE};
use crate::wire::numbers;
use crate::{compare_on, compare_utf16_on, Options};
use alloc::string::String;
use alloc::vec::Vec;
use core::cell::OnceCell;
use core::sync::atomic::{AtomicU64, Ordering::Relaxed};
use js_sys::{Array, Error, JsString, Object, Reflect, Uint32Array};
use wasm_bindgen::prelude::*;

/// The allocator: a third of the standard library's in wasm, and of constant time. Its smaller kind leaves memory that was asked
/// for later apart from what was there, and grows with every comparison.
#[global_allocator]
static MEMORY: rlsf::GlobalTlsf = rlsf::GlobalTlsf::new();

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = String)]
    type Platformed;

    #[wasm_bindgen(method, js_name = normalize)]
    fn normalize(this: &Platformed, form: &str) -> String;

    #[wasm_bindgen(method, js_name = toLowerCase)]
    fn to_lower_case(this: &Platformed) -> String;

    #[wasm_bindgen(method, js_name = isWellFormed)]
    fn is_well_formed(this: &Platformed) -> bool;

    #[wasm_bindgen(js_namespace = Intl)]
    type Segmenter;

    #[wasm_bindgen(js_namespace = Intl, constructor, catch)]
    fn new(locales: &JsValue, options: &JsValue) -> Result<Segmenter, JsValue>;

    #[wasm_bindgen(method)]
    fn segment(this: &Segmenter, text: &str) -> JsValue;

    #[wasm_bindgen(js_namespace = Array, js_name = from)]
    fn list(iterable: &JsValue) -> JsValue;

    #[wasm_bindgen(js_namespace = JSON)]
    fn stringify(value: &JsValue, names: &JsValue) -> String;
}

/// Runs of signs whose words are kept in mind, at most: those of an article of 50 KB.
const RUNS: usize = 4096;

/// What the dictionary said of runs, each at the place that its hash tells: while somebody writes, next to nothing is asked again.
/// Two runs of one hash (in 64 bits) would be counted alike.
static KNOWN: [[AtomicU64; 2]; RUNS] = [const { [const { AtomicU64::new(0) }; 2] }; RUNS];

/// What browsers and Node have built in.
pub(crate) struct Host<'a> {
    /// With what is wanted of its pieces. Made when it is first asked for: most texts have spaces between their words.
    segmenter: OnceCell<Option<(Segmenter, JsValue)>>,
    report: Option<&'a dyn Fn(&'static str, f64)>,
}

impl<'a> Host<'a> {
    /// A host that tells its progress to `report`.
    pub(crate) fn new(report: Option<&'a dyn Fn(&'static str, f64)>) -> Self {
        Self {
            segmenter: OnceCell::new(),
            report,
        }
    }

    fn segmenter(&self) -> Option<&(Segmenter, JsValue)> {
        let make = || {
            let options = js_sys::Object::new();
            let set = Reflect::set(&options, &"granularity".into(), &"word".into());
            // Firefox before 125 has no Segmenter: that there is nothing to construct is caught, and the fallback serves.
            let segmenter = set
                .ok()
                .and_then(|_| Segmenter::new(&JsValue::UNDEFINED, &options).ok());
            segmenter.map(|segmenter| (segmenter, Array::of1(&"index".into()).into()))
        };
        self.segmenter.get_or_init(make).as_ref()
    }
}

/// The bits of the characters whose places in UTF-16 `places` names, in ascending order.
fn bits(text: &str, places: &str) -> u64 {
    let mut rest = places.bytes();
    let mut next = || {
        let digit = |byte: u8| Some(u32::from(byte.wrapping_sub(b'0'))).filter(|&digit| digit < 10);
        let first = rest.find_map(digit)?;
        Some(
            rest.by_ref()
                .map_while(digit)
                .fold(first, |place, digit| 10 * place + digit),
        )
    };
    let (mut bits, mut unit, mut start) = (0, 0, next());
    for (n, c) in text.chars().take(AT_ONCE).enumerate() {
        if start == Some(unit) {
            bits |= 1 << n;
            start = next();
        }
        unit += c.len_utf16() as u32;
    }
    bits
}

impl Platform for Host<'_> {
    fn nfkc(&self, text: &str) -> String {
        JsValue::from_str(text)
            .unchecked_into::<Platformed>()
            .normalize("NFKC")
    }

    fn nfd(&self, text: &str) -> String {
        JsValue::from_str(text)
            .unchecked_into::<Platformed>()
            .normalize("NFD")
    }

    fn lower(&self, text: &str) -> String {
        JsValue::from_str(text)
            .unchecked_into::<Platformed>()
            .to_lower_case()
    }

    fn word_starts(&self, text: &str) -> Option<u64> {
        let (segmenter, names) = self.segmenter()?;
        let asked = mixed(text.as_bytes()).whole();
        let [known, starts] = &KNOWN[asked as usize % RUNS];
        if known.load(Relaxed) != asked {
            // The places of all pieces in one string: three calls for each of them took as long as the dictionary itself.
            let places = stringify(&list(&segmenter.segment(text)), names);
            known.store(asked, Relaxed);
            starts.store(bits(text, &places), Relaxed);
        }
        Some(starts.load(Relaxed))
    }

    fn progress(&self, stage: &'static str, done: f64) {
        if let Some(report) = self.report {
            report(stage, done);
        }
    }
}

/// Compares two strings. `options` is an object, or undefined. What it gives is the report in the numbers of `wire.rs`.
///
/// Throws an error whose name says what is wrong: `UnknownOption`, or `InvalidOption` for a value that the option does not take.
#[wasm_bindgen(skip_typescript)]
pub fn compare(
    before: JsString,
    after: JsString,
    options: JsValue,
) -> Result<Uint32Array, JsValue> {
    compare_with(&before, &after, &options, &Host::new(None))
}

pub(crate) fn compare_with(
    before: &JsString,
    after: &JsString,
    options: &JsValue,
    host: &Host<'_>,
) -> Result<Uint32Array, JsValue> {
    let options = read_options(options)?;
    let formed = |text: &JsString| text.unchecked_ref::<Platformed>().is_well_formed();
    let report = if formed(before) && formed(after) {
        compare_on(&String::from(before), &String::from(after), &options, host)
    } else {
        let units = |text: &JsString| text.iter().collect::<Vec<u16>>();
        compare_utf16_on(&units(before), &units(after), &options, host)
    };
    Ok(Uint32Array::from(&numbers(&report)[..]))
}

/// How many tokens both strings have: the least that any comparison must do, for benchmarks.
#[wasm_bindgen(skip_typescript)]
pub fn floor(before: &str, after: &str) -> f64 {
    crate::count_tokens(before, after, &Host::new(None)) as f64
}

fn read_options(given: &JsValue) -> Result<Options, JsValue> {
    let mut options = Options::default();
    if given.is_undefined() || given.is_null() {
        return Ok(options);
    }
    if !given.is_object() {
        return Err(fault(
            "InvalidOption",
            "Options are an object, like { moves: false }.",
        ));
    }
    for name in Object::keys(given.unchecked_ref::<Object>()) {
        let value = Reflect::get(given, &name)?;
        // Left out and given as undefined are the same everywhere in JavaScript.
        if value.is_undefined() {
            continue;
        }
        let value = match (value.as_bool(), value.as_f64()) {
            (Some(on), _) => Given::Switch(on),
            (None, Some(number)) => Given::Number(number),
            (None, None) => Given::Other,
        };
        let name = String::from(name.unchecked_ref::<JsString>());
        options.set(&name, value).map_err(|refusal| match refusal {
            Refusal::Unknown => fault(
                "UnknownOption",
                &["There is no option `", &name, "`. The options are: ", NAMES].concat(),
            ),
            Refusal::Takes(what) => fault(
                "InvalidOption",
                &["The option `", &name, "` takes ", what, "."].concat(),
            ),
        })?;
    }
    Ok(options)
}

/// An error that says by its name what was wrong.
fn fault(name: &str, what: &str) -> JsValue {
    let error = Error::new(what);
    error.set_name(name);
    error.into()
}
