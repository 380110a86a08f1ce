//! Matching and changes → the parts of the report that sum them up: rows of blocks, passages, figures.

pub mod measure;
pub mod rows;
