//! What the core asks of the machine it runs on, because it costs nothing there and much in wasm.

/// Characters that a dictionary is asked about at once.
pub const AT_ONCE: usize = 64;

/// Services of the platform: a browser and Node have them built in; elsewhere crates or honest fallbacks serve.
pub trait Platform {
    /// Unicode normalisation form KC.
    fn nfkc(&self, text: &str) -> String;

    /// Unicode normalisation form D.
    fn nfd(&self, text: &str) -> String;

    /// Where words start in a text of a script that writes no spaces between them: bit n is set if one starts at character n.
    /// It has [`AT_ONCE`] characters at most, but for a longer cluster. `None` where the platform has no dictionary.
    fn word_starts(&self, text: &str) -> Option<u64>;

    /// Called between stages with the name of the one that begins and how much is done (0 to 1).
    fn progress(&self, _stage: &'static str, _done: f64) {}
}

/// The platform of native builds, and of unit tests everywhere: normalisation from a crate, no dictionary.
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
