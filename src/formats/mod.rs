//! The structure of two documents, and the report of their texts → where structure differs over text that both have.
//!
//! ```text
//! before   The <b>whole</b> report is <a href="/one">here</a>.
//! after    The whole report is <a href="/two">here</a>.
//! formats  strong [whole] → null, link [here] /one → /two
//! ```
//!
//! The report says which text is in both, so two plain texts pay nothing for this stage. Before the raw changes are made, [`settled`] also
//! takes the kinds of blocks from the documents, in the place of those that were guessed.

mod layer;
mod objects;
mod regions;
mod settle;
mod words;

use crate::both::Both;
use crate::document::Document;
use crate::report::{FormatChange, Report};

pub use settle::settled;

/// What differs in structure, in the order of the kinds.
#[inline(never)]
pub fn format_changes(documents: Both<Document<'_>>, report: &Report) -> Vec<FormatChange> {
    let lengths = documents.map(|document| document.text.len() as u32);
    let regions = regions::regions(report, lengths);
    let mut changes = words::changes(documents, &regions);
    changes.extend(objects::changes(documents, &regions));
    changes
}

/// Whether a code unit is white space; no character of two units is.
fn is_space(unit: u16) -> bool {
    char::from_u32(u32::from(unit)).is_some_and(char::is_whitespace)
}
