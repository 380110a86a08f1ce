//! The word lists of this folder (`*.tsv`) → tables, sorted by the bytes of their texts.
//!
//! The build script reads the lists and writes the tables, so the module that a browser loads holds no language tags and no comments,
//! and reads nothing when it starts. A wrong line stops the build with a sentence that names it.

/// What kind of value a word of `quantity-words.tsv` says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuantityKind {
    /// `three`
    Cardinal,
    /// `hundred`, `million`, `dozen`
    Scale,
    /// `third`
    Ordinal,
    /// `half`
    Fraction,
    /// `June`
    Month,
    /// `Monday`
    Day,
    /// `percent`, `km`, `p.m.`
    Unit,
    /// `minus` in `minus 12 degrees`
    Minus,
    /// `plus` in `plus 12 degrees`
    Plus,
    /// `to` in `five to ten`
    Relation,
}

/// What `quantity-words.tsv` says of a word, or `number-words.tsv` of a piece of one: one type, so that one copy of the code finds both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// What kind of value it says.
    pub kind: QuantityKind,
    /// Whether it says one beside a number only.
    pub beside_number: bool,
    /// What a piece of a number word says, as `number_code` in `list.rs` writes it; of a word of `quantity-words.tsv`, nothing.
    pub number: u8,
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
