//! The services that the core asks of its platform. Browsers and Node have them built in; in wasm they would have to be downloaded.

/// Characters that a dictionary is asked about at once.
pub const MAX_CHARACTERS: usize = 64;

/// The services of a platform.
pub trait Platform {
    /// Unicode normalisation form KC.
    fn nfkc(&self, text: &str) -> String;

    /// Unicode normalisation form D.
    fn nfd(&self, text: &str) -> String;

    /// Where words begin in a text of a script without spaces: bit n is set if a word begins at character n. `text` has at most
    /// [`MAX_CHARACTERS`] characters, unless a single grapheme cluster is longer. `None` if the platform has no dictionary.
    fn word_starts(&self, text: &str) -> Option<u64>;

    /// The name and the version of the dictionary, where the platform tells them: `ICU 77.1, Unicode 16.0`.
    fn dictionary(&self) -> Option<String> {
        None
    }

    /// Called before each stage with its name and with how much is done (0 to 1).
    fn progress(&self, _stage: &'static str, _done: f64) {}
}

/// A platform whose dictionary is not asked: each grapheme cluster of a script without spaces is a word, on every platform.
pub struct WithoutDictionary<'p>(pub &'p dyn Platform);

impl Platform for WithoutDictionary<'_> {
    fn nfkc(&self, text: &str) -> String {
        self.0.nfkc(text)
    }

    fn nfd(&self, text: &str) -> String {
        self.0.nfd(text)
    }

    fn word_starts(&self, _text: &str) -> Option<u64> {
        None
    }

    fn progress(&self, stage: &'static str, done: f64) {
        self.0.progress(stage, done);
    }
}

/// The platform of native builds: normalisation by a crate, no dictionary.
#[cfg(any(test, not(target_arch = "wasm32")))]
pub struct Native;

#[cfg(any(test, not(target_arch = "wasm32")))]
impl Platform for Native {
    fn nfkc(&self, text: &str) -> String {
        use unicode_normalization::UnicodeNormalization;
        text.nfkc().collect()
    }

    fn nfd(&self, text: &str) -> String {
        use unicode_normalization::UnicodeNormalization;
        text.nfd().collect()
    }

    fn word_starts(&self, _text: &str) -> Option<u64> {
        None
    }
}
