//! What the stages hand to one another.

pub mod classified;
pub mod comparison;
pub mod matching;
pub mod pairs;
pub mod raw_change;
pub mod unit;
