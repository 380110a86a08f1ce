//! Every switch and every threshold that a caller may set, in one table: its name, its kind and range, its default and its reason.

use std::fmt;

/// An option's value as a caller gives it, for example from JavaScript.
///
/// ```
/// use article_diff::options::{OptionValue, Options};
/// let mut options = Options::default();
/// options.set("segmenter", OptionValue::Text("grapheme"))?;
/// options.set("moves", OptionValue::Switch(false))?;
/// # Ok::<(), article_diff::options::OptionError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum OptionValue<'v> {
    /// `true` or `false`.
    Switch(bool),
    /// A number of any kind.
    Number(f64),
    /// A word.
    Text(&'v str),
    /// Anything else.
    Other,
}

/// Why an option was not set. As text it is a sentence for the author of the call.
///
/// ```
/// use article_diff::options::{OptionValue, Options};
/// let refused = Options::default().set("moves", OptionValue::Number(1.0)).unwrap_err();
/// assert_eq!(refused.to_string(), "The option `moves` takes true or false.");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum OptionError {
    /// There is no option of this name.
    Unknown {
        /// The name that was given.
        name: String,
    },
    /// The option does not take this value.
    Invalid {
        /// The option's name.
        name: &'static str,
        /// What it takes.
        takes: &'static str,
    },
}

impl fmt::Display for OptionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown { name } => {
                write!(f, "There is no option `{name}`. The options are:")?;
                NAMES.iter().try_for_each(|name| write!(f, " {name}"))
            }
            Self::Invalid { name, takes } => write!(f, "The option `{name}` takes {takes}."),
        }
    }
}

impl std::error::Error for OptionError {}

/// A kind of value: the type that holds it, how it is read, and what it takes.
trait Kind: Sized {
    fn read(value: OptionValue<'_>, max: f64) -> Option<Self>;
}

/// What finds the words of scripts without spaces: Thai, Lao, Khmer, Burmese, Chinese and Japanese.
///
/// ```
/// use article_diff::options::{Options, WordFinder};
/// let mut options = Options::default();
/// options.segmenter = WordFinder::Grapheme;
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum WordFinder {
    /// The dictionary of the platform, where it has one. Each engine has its own, so that reports of two engines may differ.
    Dictionary,
    /// Each grapheme cluster is a word: the same report in every engine.
    Grapheme,
}

impl Kind for WordFinder {
    fn read(value: OptionValue<'_>, _: f64) -> Option<Self> {
        match value {
            OptionValue::Text("intl") => Some(Self::Dictionary),
            OptionValue::Text("grapheme") => Some(Self::Grapheme),
            _ => None,
        }
    }
}

impl Kind for bool {
    fn read(value: OptionValue<'_>, _: f64) -> Option<Self> {
        match value {
            OptionValue::Switch(on) => Some(on),
            _ => None,
        }
    }
}

fn number(value: OptionValue<'_>, max: f64) -> Option<f64> {
    match value {
        OptionValue::Number(number) if (0.0..=max).contains(&number) => Some(number),
        _ => None,
    }
}

impl Kind for f32 {
    fn read(value: OptionValue<'_>, max: f64) -> Option<Self> {
        number(value, max).map(|number| number as f32)
    }
}

impl Kind for u32 {
    fn read(value: OptionValue<'_>, max: f64) -> Option<Self> {
        number(value, max).map(|number| number as u32)
    }
}

/// Writes the struct, its defaults, the list of names and the setter from one table.
macro_rules! options {
    ($($(#[doc = $reason:literal])+ $field:ident, $name:literal: $kind:ty = $default:expr, $takes:literal, $max:expr;)+) => {
        /// How a comparison is made. All options have defaults, and a report obeys the laws whatever is set here.
        ///
        /// ```
        /// use article_diff::Options;
        /// let mut options = Options::default();
        /// options.moves = false;
        /// ```
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub struct Options {
            $($(#[doc = $reason])+ pub $field: $kind,)+
        }

        impl Default for Options {
            fn default() -> Self {
                Self { $($field: $default,)+ }
            }
        }

        /// The names of all options, as JavaScript spells them.
        ///
        /// ```
        /// assert!(article_diff::options::NAMES.contains(&"runCost"));
        /// ```
        pub const NAMES: &[&str] = &[$($name),+];

        impl Options {
            /// Sets one option by its name, as JavaScript spells it.
            ///
            /// ```
            /// use article_diff::options::{OptionValue, Options};
            /// let mut options = Options::default();
            /// options.set("runCost", OptionValue::Number(0.5))?;
            /// assert_eq!(options.run_cost, 0.5);
            /// # Ok::<(), article_diff::options::OptionError>(())
            /// ```
            ///
            /// # Errors
            /// If there is no such option, or if the value is of another kind or out of its range.
            pub fn set(&mut self, name: &str, value: OptionValue<'_>) -> Result<(), OptionError> {
                match name {
                    $($name => match Kind::read(value, f64::from($max)) {
                        Some(value) => self.$field = value,
                        None => return Err(OptionError::Invalid { name: $name, takes: $takes }),
                    },)+
                    _ => return Err(OptionError::Unknown { name: name.to_owned() }),
                }
                Ok(())
            }
        }
    };
}

options! {
    /// Look for what is in both texts at another place. Off: such ranges are deleted here and inserted there.
    moves, "moves": bool = true, "true or false", 1;
    /// Look for page furniture (boilerplate). Off: each block is a heading or a paragraph.
    furniture, "furniture": bool = true, "true or false", 1;
    /// Show the same words in another order as one change. Off: as a deletion and an insertion.
    order, "order": bool = true, "true or false", 1;
    /// Join changes that have only small words between them.
    join, "join": bool = true, "true or false", 1;
    /// Show a sentence of which little is kept as one replacement of the whole.
    whole, "whole": bool = true, "true or false", 1;
    /// Slide insertions and deletions to where a person would begin and end them.
    slide, "slide": bool = true, "true or false", 1;
    /// Recognise words by their stem when similarity is measured.
    stems, "stems": bool = true, "true or false", 1;
    /// Pair one sentence with several.
    groups, "groups": bool = true, "true or false", 1;
    /// What finds the words of scripts without spaces. A dictionary finds those that a reader sees; without one the report is the same
    /// in every engine.
    segmenter, "segmenter": WordFinder = WordFinder::Dictionary, "\"intl\" or \"grapheme\"", 1;

    /// Share of weighted words (0 to 1) from which a pair of sentences is certain and may part a section that is too large. Lower lets one
    /// sentence that was split hide its second half; higher leaves large sections that are compared in a narrow band.
    anchor, "anchor": f32 = 0.8, "a number from 0 to 1", 1;
    /// Share of weighted words (0 to 1) from which two sentences far apart are considered a pair at all. Unrelated sentences of one
    /// story reach 0.2 by its names alone.
    candidate, "candidate": f32 = 0.28, "a number from 0 to 1", 1;
    /// Share of weighted words (0 to 1) from which two sentences at the same place are a pair. The place is evidence too, so this is
    /// lower.
    fill, "fill": f32 = 0.2, "a number from 0 to 1", 1;
    /// Share of weighted words (0 to 1) from which a pair out of order is a move: a wrong move is worse than a missed one.
    likeness, "likeness": f32 = 0.45, "a number from 0 to 1", 1;
    /// Weight of shared words (0 to 100; a word that occurs once in each text weighs 1) that a move needs.
    evidence, "evidence": f32 = 2.0, "a number from 0 to 100", 100;
    /// Weight (0 to 2; in rare words) that each further run of matched words inside a sentence has to be worth. It keeps small words
    /// from being matched alone in rewritten passages.
    run_cost, "runCost": f32 = 0.8, "a number from 0 to 2", 2;
    /// Share of weighted words (0 to 1) below which a sentence is shown as one replacement rather than word by word.
    kept, "kept": f32 = 0.2, "a number from 0 to 1", 1;
    /// Pairs of sentences (0.3 to 0.5 µs each) that may be compared one by one, in all sections together; beyond them only those are
    /// paired that were found by their rare words. 1 MB of sections as large as they may be has 4.6 million, which took 2 s; 10 MB of
    /// ordinary edits needs fewer than 200,000.
    work, "work": u32 = 1_000_000, "a number from 0 to 4294967295", u32::MAX;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_option_is_set_by_its_name() {
        let mut options = Options::default();
        assert_eq!(options.set("moves", OptionValue::Switch(false)), Ok(()));
        assert_eq!(options.set("runCost", OptionValue::Number(2.0)), Ok(()));
        assert_eq!(options.set("work", OptionValue::Number(5e6)), Ok(()));
        assert_eq!(
            options,
            Options {
                moves: false,
                run_cost: 2.0,
                work: 5_000_000,
                ..Options::default()
            }
        );
    }

    #[test]
    fn a_wrong_value_is_refused_and_changes_nothing() {
        let mut options = Options::default();
        let mut refused = |name: &str, value| {
            let error = options.set(name, value);
            assert_eq!(options, Options::default());
            error.expect_err("the value is wrong").to_string()
        };
        assert_eq!(
            refused("colour", OptionValue::Switch(true)),
            "There is no option `colour`. The options are: moves furniture order join whole slide stems groups segmenter anchor \
             candidate fill likeness evidence runCost kept work"
        );
        assert_eq!(
            refused("moves", OptionValue::Number(1.0)),
            "The option `moves` takes true or false."
        );
        for number in [-0.1, 1.1, f64::NAN, f64::INFINITY] {
            assert_eq!(
                refused("kept", OptionValue::Number(number)),
                "The option `kept` takes a number from 0 to 1."
            );
        }
        refused("work", OptionValue::Number(-1.0));
        for value in [OptionValue::Text("icu"), OptionValue::Switch(true)] {
            assert_eq!(
                refused("segmenter", value),
                "The option `segmenter` takes \"intl\" or \"grapheme\"."
            );
        }
        refused("work", OptionValue::Other);
    }

    #[test]
    fn ranges_are_those_that_the_sentences_name() {
        for &name in NAMES {
            let mut options = Options::default();
            let Err(OptionError::Invalid { takes, .. }) = options.set(name, OptionValue::Other)
            else {
                panic!("{name} takes anything");
            };
            if let Some(max) = takes.strip_prefix("a number from 0 to ") {
                let max: f64 = max.parse().expect("the sentence ends with a number");
                assert_eq!(
                    options.set(name, OptionValue::Number(max)),
                    Ok(()),
                    "{name}"
                );
                assert!(
                    options.set(name, OptionValue::Number(max + 0.5)).is_err(),
                    "{name}"
                );
            } else if let Some(words) = takes.strip_prefix('"') {
                for word in words.trim_end_matches('"').split("\" or \"") {
                    assert_eq!(options.set(name, OptionValue::Text(word)), Ok(()), "{name}");
                }
            } else {
                assert_eq!(
                    options.set(name, OptionValue::Switch(false)),
                    Ok(()),
                    "{name}"
                );
            }
        }
    }
}
