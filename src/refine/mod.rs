//! Matching → matching: moves, and passes that make the differences those that a person would mark.

pub mod moves;
pub mod phrases;
pub mod reorder;
pub mod tidy;
