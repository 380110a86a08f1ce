//! The word lists of this folder (`*.tsv`) → tables, sorted by the bytes of their texts.
//!
//! The build script reads the lists and writes the tables, so the module that a browser loads holds no language tags and no comments,
//! and reads nothing when it starts. A wrong line stops the build with a sentence that names it.

/// What `quantity-words.tsv` says of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuantityKind {
    /// A number: three.
    Cardinal,
    /// A number: three; beside a number only.
    CardinalBesideNumber,
    /// A day of the week.
    Day,
    /// A day of the week; beside a number only.
    DayBesideNumber,
    /// A part: half.
    Fraction,
    /// A part: half; beside a number only.
    FractionBesideNumber,
    /// Makes the number behind it less than nothing: minus; beside a number only.
    MinusBesideNumber,
    /// A month.
    Month,
    /// A month; beside a number only.
    MonthBesideNumber,
    /// A place in a row: third.
    Ordinal,
    /// A place in a row: third; beside a number only.
    OrdinalBesideNumber,
    /// Says that the number behind it is more than nothing: plus; beside a number only.
    PlusBesideNumber,
    /// Joins two numbers: `to` in `five to ten`; beside a number only.
    RelationBesideNumber,
    /// Counts with another number: million.
    Scale,
    /// Counts with another number: million; beside a number only.
    ScaleBesideNumber,
    /// What a number counts: percent.
    Unit,
    /// What a number counts: percent; beside a number only.
    UnitBesideNumber,
}

/// What `boilerplate-phrases.tsv` says of a line that begins with a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpeningKind {
    /// It is the heading of a list of other stories.
    ListHeading,
    /// It is the name of a section or a service, if nothing else is in it.
    Name,
    /// It belongs to the page.
    Opening,
}

mod lines;

pub use lines::{Entry, KindLines, Lines, Pairs};

include!(concat!(env!("OUT_DIR"), "/word_lists.rs"));

#[cfg(test)]
mod list;
#[cfg(test)]
mod tables;
#[cfg(test)]
mod tests;
