//! What the stages hand to one another.

pub mod matching;
pub mod pairs;
