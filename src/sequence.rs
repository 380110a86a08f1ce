//! Ids × ids → matched runs: the only file that names `similar`.

use similar::{capture_diff_slices, Algorithm, DiffOp};

/// A stretch of equal ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// Index of its first id in the first sequence.
    pub before: usize,
    /// Index of its first id in the second sequence.
    pub after: usize,
    /// How many ids.
    pub length: usize,
}

/// The longest common subsequence as runs in order, or nearly the longest: Myers' algorithm with the crate's own bounds on work.
pub fn runs(before: &[u32], after: &[u32]) -> Vec<Run> {
    capture_diff_slices(Algorithm::Myers, before, after)
        .into_iter()
        .filter_map(|op| match op {
            DiffOp::Equal {
                old_index,
                new_index,
                len,
            } => Some(Run {
                before: old_index,
                after: new_index,
                length: len,
            }),
            _ => None,
        })
        .collect()
}
