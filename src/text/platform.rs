//! The services that the core needs of its platform. Browsers and Node have them built in; in wasm they would have to be downloaded.

use crate::text::graphemes::stands_alone;

/// Characters of the longest text that is looked up in a dictionary at once: one bit of [`Platform::word_starts`] each.
///
/// ```
/// assert_eq!(article_diff::platform::MAX_CHARACTERS, u64::BITS as usize);
/// ```
pub const MAX_CHARACTERS: usize = 64;

/// Characters from which on a text is normalised piece by piece: a piece ends before the next character that does not join the one before it.
const MIN_PIECE: usize = 256;
/// Characters of the longest piece. Platforms take quadratic time to sort the combining marks after a letter.
const MAX_PIECE: usize = 1024;

impl dyn Platform + '_ {
    /// Unicode normalisation form KC, in time that is linear in the length of every text. Of more than a thousand combining marks in a
    /// row some stay where they are.
    pub(crate) fn composed(&self, text: &str) -> String {
        pieces(text).map(|piece| self.nfkc(piece)).collect()
    }

    /// Unicode normalisation form D in the same way.
    pub(crate) fn decomposed(&self, text: &str) -> String {
        pieces(text).map(|piece| self.nfd(piece)).collect()
    }
}

/// A text in pieces that can be normalised one by one.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let ends = |&(count, (_, c)): &(usize, (usize, char))| {
            count >= MIN_PIECE && stands_alone(c) || count >= MAX_PIECE
        };
        let end = rest.char_indices().enumerate().find(ends);
        let (piece, next) = rest.split_at(end.map_or(rest.len(), |(_, (at, _))| at));
        rest = next;
        Some(piece)
    })
}

/// The services of a platform.
///
/// ```
/// use article_diff::{compare_on, platform::{Native, Platform}, Options};
///
/// /// Prints how far a comparison is.
/// struct WithProgress;
///
/// impl Platform for WithProgress {
///     fn nfkc(&self, text: &str) -> String {
///         Native.nfkc(text)
///     }
///     fn nfd(&self, text: &str) -> String {
///         Native.nfd(text)
///     }
///     fn lowercase(&self, text: &str) -> String {
///         Native.lowercase(text)
///     }
///     fn word_starts(&self, _: &str) -> Option<u64> {
///         None
///     }
///     fn progress(&self, stage: &'static str, done: f64) {
///         println!("{stage}: {done}");
///     }
/// }
///
/// compare_on("One.", "Two.", &Options::default(), &WithProgress);
/// ```
pub trait Platform {
    /// Unicode normalisation form KC.
    fn nfkc(&self, text: &str) -> String;

    /// Unicode normalisation form D.
    fn nfd(&self, text: &str) -> String;

    /// A text in lower case, by the rules of Unicode that belong to no language.
    fn lowercase(&self, text: &str) -> String;

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

/// A platform whose dictionary is not used: each grapheme cluster of a script without spaces is a word, on every platform.
pub struct WithoutDictionary<'p>(pub &'p dyn Platform);

impl Platform for WithoutDictionary<'_> {
    fn nfkc(&self, text: &str) -> String {
        self.0.nfkc(text)
    }

    fn nfd(&self, text: &str) -> String {
        self.0.nfd(text)
    }

    fn lowercase(&self, text: &str) -> String {
        self.0.lowercase(text)
    }

    fn word_starts(&self, _text: &str) -> Option<u64> {
        None
    }

    fn progress(&self, stage: &'static str, done: f64) {
        self.0.progress(stage, done);
    }
}

/// The platform of native builds: normalisation by a crate, no dictionary.
///
/// ```
/// use article_diff::platform::{Native, Platform};
/// assert_eq!(Native.nfkc("ﬁnd"), "find");
/// ```
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

    fn lowercase(&self, text: &str) -> String {
        text.to_lowercase()
    }

    fn word_starts(&self, _text: &str) -> Option<u64> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_normalised_as_a_short_one_is() {
        let platform: &dyn Platform = &Native;
        let text = "Cafe\u{301} ﬁnd 가\u{11a8} ﾊﾟ के ".repeat(100);
        assert!(pieces(&text).count() > 5);
        assert_eq!(platform.composed(&text), Native.nfkc(&text));
        assert_eq!(platform.decomposed(&text), Native.nfd(&text));
    }

    #[test]
    fn pieces_are_bounded_and_lose_nothing() {
        for text in [
            "\u{301}\u{316}".repeat(5000),
            "a".repeat(5000),
            String::new(),
        ] {
            assert!(pieces(&text).all(|piece| piece.chars().count() <= MAX_PIECE));
            assert_eq!(pieces(&text).collect::<String>(), text);
        }
    }
}
