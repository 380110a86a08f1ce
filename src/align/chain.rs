//! Candidates → the heaviest chain of them that runs forward in both texts.

use super::candidates::Candidate;

/// The chain that weighs most. Candidates must be sorted by `before`, then `after`; `sentences` is how many the second text has.
///
/// This is the longest increasing subsequence with weights, by a Fenwick tree (Fenwick 1994) of prefix maxima: O(n log sentences).
#[inline(never)]
pub fn heaviest_chain(
    candidates: &[Candidate],
    sentences: usize,
    weight: impl Fn(&Candidate) -> u64,
) -> Vec<Candidate> {
    /// Weight of the best chain so far and its last candidate + 1; 0 is "none".
    type Best = (u64, usize);
    let mut tree: Vec<Best> = vec![(0, 0); sentences + 1];
    let mut previous = vec![0usize; candidates.len()];
    let mut top: Best = (0, 0);
    let mut found: Vec<Best> = Vec::new();
    let mut from = 0;
    while from < candidates.len() {
        let row = candidates[from].before;
        let to = from
            + candidates[from..]
                .iter()
                .take_while(|candidate| candidate.before == row)
                .count();
        // All candidates of one sentence are looked up before any is entered, so that a chain takes at most one of them.
        found.extend(candidates[from..to].iter().map(|candidate| {
            let (mut at, mut best) = (candidate.after, (0, 0));
            while at > 0 {
                best = best.max(tree[at]);
                at &= at - 1;
            }
            best
        }));
        for (index, (weight_before, last)) in (from..to).zip(found.drain(..)) {
            previous[index] = last;
            let entry = (weight_before + weight(&candidates[index]), index + 1);
            top = top.max(entry);
            let mut at = candidates[index].after + 1;
            while at <= sentences {
                tree[at] = tree[at].max(entry);
                at += at & at.wrapping_neg();
            }
        }
        from = to;
    }
    let mut chain = Vec::new();
    let mut at = top.1;
    while at > 0 {
        chain.push(candidates[at - 1]);
        at = previous[at - 1];
    }
    chain.reverse();
    chain
}
