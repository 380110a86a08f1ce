//! Compares two versions of an article: what truly differs, what merely looks different, and how much of one stands in the other.
//!
//! # The plan of the house
//!
//! ```text
//! text ─ segment ─▶ units ─ align ─▶ pairs ─ edits ─▶ matching ─ moves, tidy, order, phrases ─▶ matching
//!      ─ furniture ─▶ kinds of blocks ─ changes ─▶ drafts ─ classify ─▶ changes ─ rows, measure ─▶ report
//! ```
//!
//! | rooms | hold |
//! | --- | --- |
//! | `span` `text` `units` `pairs` `matching` `report` `options` | data; they know only one another |
//! | `answers` `data` `fold` `ids` `letters` `lexicon` `likeness` `lower` `sequence` `spelling` `stem` `quantities` `numbers` `quotes` `sorting` `platform` | tools; they know data |
//! | `segment` `align` `edits` `moves` `order` `phrases` `tidy` `furniture` `changes` `classify` `rows` `measure` | stages; they know data and tools, never another stage |
//! | this file | the only place that knows the order of the stages |
//!
//! # Use
//! ```
//! use article_diff::{compare, Options};
//! let report = compare("It cost 2,000 pounds.", "It cost 3,000 pounds.", &Options::default());
//! assert_eq!(report.changes.len(), 1);
//! assert_eq!(report.changes[0].class.name(), "number");
//! ```
#![cfg_attr(not(test), warn(clippy::expect_used, clippy::panic))]

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
mod model;
mod refine;
mod similarity;
mod text;

pub use text::platform;

/// Ranges of a text, as a report names them.
pub mod span {
    pub use crate::text::span::Utf16Span;
}

#[cfg(not(target_arch = "wasm32"))]
pub use compare::{compare, compare_utf16};
pub use compare::{compare_on, compare_utf16_on, count_tokens};
pub use options::Options;
pub use report::Report;
