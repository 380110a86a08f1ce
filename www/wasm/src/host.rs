//! The services of a browser or of Node → the platform of the core: normalisation, lower case and a dictionary of words.

use std::cell::{OnceCell, RefCell};

use article_diff::platform::{Platform, MAX_CHARACTERS};
use js_sys::{Array, JsString, Object, Reflect};
use wasm_bindgen::prelude::*;

use super::word_cache::WordCache;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type Segmenter;

    #[wasm_bindgen(js_namespace = Intl, constructor, catch)]
    fn new(locales: &JsValue, options: &JsValue) -> Result<Segmenter, JsValue>;

    #[wasm_bindgen(method)]
    fn segment(this: &Segmenter, text: &str) -> JsValue;

    #[wasm_bindgen(js_namespace = Array, js_name = from)]
    fn array_from(iterable: &JsValue) -> JsValue;

    #[wasm_bindgen(js_namespace = JSON, js_name = stringify)]
    fn stringify_properties(value: &JsValue, names: &JsValue) -> String;
}

thread_local! {
    /// The platform's dictionary. It is made when it is first needed, because most texts have spaces between their words, and it is
    /// kept between comparisons, because a writer changes little from one to the next. `None` where the platform has none.
    static DICTIONARY: OnceCell<Option<Dictionary>> = const { OnceCell::new() };
}

/// `Intl.Segmenter` for words, with its latest results.
struct Dictionary {
    segmenter: Segmenter,
    /// The list `["index"]`: what is wanted of the segmenter's pieces.
    names: JsValue,
    cache: RefCell<WordCache>,
}

impl Dictionary {
    fn new() -> Option<Self> {
        let options = Object::new();
        Reflect::set(&options, &"granularity".into(), &"word".into()).ok()?;
        // Firefox before 125 has no `Intl.Segmenter`; the constructor then throws.
        let segmenter = Segmenter::new(&JsValue::UNDEFINED, &options).ok()?;
        Some(Self {
            segmenter,
            names: Array::of1(&"index".into()).into(),
            cache: RefCell::default(),
        })
    }

    /// A bit for each of the first [`MAX_CHARACTERS`] characters: set where a word starts.
    fn word_starts(&self, text: &str) -> u64 {
        let look_up = || {
            // All places come in one string: three calls for each piece took as long as the dictionary itself.
            let pieces = array_from(&self.segmenter.segment(text));
            bits(text, &stringify_properties(&pieces, &self.names))
        };
        self.cache.borrow_mut().get(text, look_up)
    }
}

/// A bit for each of the first [`MAX_CHARACTERS`] characters of `text`: set where `places` names its offset in UTF-16 code units.
/// `places` is JSON, like `[{"index":0},{"index":2}]`, with ascending offsets.
fn bits(text: &str, places: &str) -> u64 {
    let mut offsets = places
        .split(|c: char| !c.is_ascii_digit())
        .filter_map(|digits| digits.parse::<usize>().ok())
        .peekable();
    let (mut bits, mut offset) = (0, 0);
    for (n, c) in text.chars().take(MAX_CHARACTERS).enumerate() {
        if offsets.next_if_eq(&offset).is_some() {
            bits |= 1 << n;
        }
        offset += c.len_utf16();
    }
    bits
}

/// What browsers and Node have built in.
pub struct Host<'a> {
    report: Option<&'a dyn Fn(&'static str, f64)>,
}

impl<'a> Host<'a> {
    /// A host that reports its progress to `report`.
    pub fn new(report: Option<&'a dyn Fn(&'static str, f64)>) -> Self {
        Self { report }
    }
}

impl Platform for Host<'_> {
    fn nfkc(&self, text: &str) -> String {
        JsString::from(text).normalize("NFKC").into()
    }

    fn nfd(&self, text: &str) -> String {
        JsString::from(text).normalize("NFD").into()
    }

    fn lowercase(&self, text: &str) -> String {
        JsString::from(text).to_lower_case().into()
    }

    fn word_starts(&self, text: &str) -> Option<u64> {
        DICTIONARY.with(|dictionary| {
            let dictionary = dictionary.get_or_init(Dictionary::new).as_ref()?;
            Some(dictionary.word_starts(text))
        })
    }

    fn dictionary(&self) -> Option<String> {
        // Only Node has these names. A page may have defined them as anything: what is not text is no version.
        let at = |from: &JsValue, name: &str| Reflect::get(from, &name.into()).ok();
        let versions = at(&at(&js_sys::global(), "process")?, "versions")?;
        let [icu, unicode] = ["icu", "unicode"].map(|name| at(&versions, name)?.as_string());
        Some(format!("ICU {}, Unicode {}", icu?, unicode?))
    }

    fn progress(&self, stage: &'static str, done: f64) {
        if let Some(report) = self.report {
            report(stage, done);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::bits;

    #[test]
    fn offsets_in_code_units_become_bits_of_characters() {
        assert_eq!(bits("東京で", r#"[{"index":0},{"index":2}]"#), 0b101);
        // The first character takes two code units.
        assert_eq!(bits("𠮷野屋", r#"[{"index":0},{"index":2}]"#), 0b11);
        assert_eq!(bits("", "[]"), 0);
    }

    #[test]
    fn characters_beyond_the_last_bit_are_left_out() {
        let text = "東".repeat(70);
        assert_eq!(bits(&text, r#"[{"index":63},{"index":64}]"#), 1 << 63);
    }
}
