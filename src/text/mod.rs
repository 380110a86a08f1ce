//! What every stage may use: texts and their parts, characters, and what is known of languages.

pub mod article;
pub mod char_cache;
pub mod chars;
pub mod conjunctions;
pub mod dateline;
pub mod expressions;
pub mod fold;
pub mod graphemes;
pub mod interner;
pub mod lexicon;
pub mod multiset;
pub mod number_words;
pub mod platform;
pub mod quantities;
pub mod quotes;
pub mod segment;
pub mod source;
pub mod span;
pub mod spelling;
pub mod stem;
pub mod units;
pub mod width;
