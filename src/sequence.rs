//! Ids × ids → matched runs: the only file that names `similar`.

use similar::algorithms::{myers, DiffHook};
use std::convert::Infallible;

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

/// Collects what is equal; what is not lies between. The crate's own way to collect would bring three more passes along.
struct Runs(Vec<Run>);

impl DiffHook for Runs {
    type Error = Infallible;

    fn equal(&mut self, before: usize, after: usize, length: usize) -> Result<(), Infallible> {
        match self.0.last_mut() {
            Some(last)
                if last.before + last.length == before && last.after + last.length == after =>
            {
                last.length += length
            }
            _ => self.0.push(Run {
                before,
                after,
                length,
            }),
        }
        Ok(())
    }
}

/// The longest common subsequence as runs in order, or nearly the longest: Myers' algorithm with the crate's own bounds on work.
pub fn runs(before: &[u32], after: &[u32]) -> Vec<Run> {
    let mut runs = Runs(Vec::new());
    let Ok(()) = myers::diff(&mut runs, before, 0..before.len(), after, 0..after.len());
    runs.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_what_both_have_in_order() {
        assert_eq!(
            runs(&[1, 2, 3, 4], &[1, 2, 9, 4]),
            [
                Run {
                    before: 0,
                    after: 0,
                    length: 2
                },
                Run {
                    before: 3,
                    after: 3,
                    length: 1
                }
            ]
        );
        assert_eq!(runs(&[], &[1]), []);
    }
}
