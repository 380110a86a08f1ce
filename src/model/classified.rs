//! Changes with their classes.

use super::raw_change::RawChange;
use crate::report::{Change, Quotations};

/// What became of the raw changes.
pub struct Classified {
    /// The raw changes, divided where a part of one is a fact of its own.
    pub raw: Vec<RawChange>,
    /// The change that each of them is.
    pub changes: Vec<Change>,
    /// How many quotations differ.
    pub quotations: Quotations,
}
