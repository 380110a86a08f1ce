//! Compares two versions of an article: what truly differs, what merely looks different, and how much of one is in the other.
//!
//! # Compare two texts
//! ```
//! use article_diff::{compare, Options};
//! let report = compare("It cost 2,000 pounds.", "It cost 3,000 pounds.", &Options::default());
//! assert_eq!(report.changes.len(), 1);
//! assert_eq!(report.changes[0].class.name(), "number");
//! ```
//!
//! # Show the changes
//! A report has no text: its spans count UTF-16 code units, as JavaScript does. Encode each text once, and cut it by the spans.
//! ```
//! # use article_diff::{compare, span::Utf16Span, Options};
//! let (before, after) = ("The old ferry left at 9.", "The ferry left at 10.");
//! let cut = |text: &str, span: Utf16Span| -> String {
//!     let units: Vec<u16> = text.encode_utf16().collect();
//!     String::from_utf16_lossy(&units[span.start as usize..span.end as usize])
//! };
//! let report = compare(before, after, &Options::default());
//! let changes: Vec<(String, String)> = report
//!     .changes
//!     .iter()
//!     .map(|change| (cut(before, change.before), cut(after, change.after)))
//!     .collect();
//! assert_eq!(changes[0], ("old ".into(), "".into()));
//! assert_eq!(changes[1], ("9".into(), "10".into()));
//! ```
//!
//! # Choose what is looked for
//! [`Options`] has a default for each switch and threshold.
//! ```
//! # use article_diff::{compare, Options};
//! let mut options = Options::default();
//! options.moves = false;
//! let report = compare("One. Two.", "Two. One.", &options);
//! assert!(report.moves.is_empty());
//! ```
//!
//! # Limits
//! There is no clock and no random number: the same texts give the same report on every machine. Only the words of Thai, Chinese and
//! other scripts without spaces depend on the dictionary of the [`platform`]; native builds have none. The work is bounded by
//! [`Options::work`], and a report that reached the bound says so in [`Report::precise`].
//!
//! # Ideas
//! - An **article** has blocks (paragraphs, headlines, lines of a page), blocks have sentences, and sentences have **tokens**: words,
//!   numbers and punctuation. White space is between tokens.
//! - Tokens are compared **folded**: without case, typography and invisible characters. So nothing has to be ignored; each change says
//!   by its [class](report::Class) how much the sides have in common.
//! - A **pair** is one or more sentences of each text that say the same, in place or moved. A **matching** says which token is which.
//! - A **report** is plain data without text: offsets into both texts, classes, and figures.
//!
//! Whatever the texts and the options are, a report obeys laws: without the changes both texts are the same, spans never cut a
//! character, the class of each change is true, and a swap of the texts gives the mirror image.
//!
//! # How a comparison is made
//! ```text
//! two texts ─ segment ─▶ articles ─ align ─▶ pairs of sentences ─ match_words ─▶ matching ─ refine ─▶ matching
//!           ─ block_kinds ─▶ furniture ─ raw_changes ─▶ raw changes ─ classify ─▶ changes ─ assemble ─▶ report
//! two documents ─ format_changes, with the report of their texts ─▶ formats
//! ```
//!
//! # Modules
//! Each module imports only modules of the lines above it, and no two import one another. A test holds this
//! (`tests/architecture.rs`).
//!
//! | modules | hold |
//! | --- | --- |
//! | `both` `options` `data` `sort` | something of each text; what a caller may ask for; lists of words by language; the sort by a number |
//! | `text` | texts and their parts, characters, and what is known of languages |
//! | `document` | a text with its structure |
//! | `report` `similarity` | what leaves the core; how similar ranges of words are |
//! | `model` | what the stages hand to one another |
//! | `align` `diff` `refine` `boilerplate` `changes` `classify` `assemble` `formats` | the stages |
//! | `compare` `stages` | the order of the stages; each stage by itself, for benchmarks |
#![cfg_attr(not(test), warn(clippy::expect_used, clippy::panic))]

pub mod document;
pub mod options;
pub mod report;

mod align;
mod assemble;
mod boilerplate;
mod both;
mod changes;
mod classify;
mod compare;

mod data;
mod diff;
mod formats;
mod model;
mod refine;
mod similarity;
mod sort;
#[cfg(not(target_arch = "wasm32"))]
#[doc(hidden)]
pub mod stages;
mod text;

/// What a comparison needs of the machine that it runs on.
pub mod platform {
    #[cfg(not(target_arch = "wasm32"))]
    pub use crate::text::platform::Native;
    pub use crate::text::platform::{Platform, MAX_CHARACTERS};
}

/// Ranges of a text, as a report names them.
pub mod span {
    pub use crate::text::span::Utf16Span;
}

#[cfg(not(target_arch = "wasm32"))]
pub use compare::{compare, compare_documents, compare_utf16};
pub use compare::{compare_documents_on, compare_on, compare_utf16_on, count_tokens};
pub use options::Options;
pub use report::Report;
