//! Links → the heaviest chain of them that runs forward in both texts.

use super::candidates::Link;

/// The chain that weighs most. Links must be sorted by `before`, then `after`.
///
/// The longest increasing subsequence with weights, by a Fenwick tree of prefix maxima: O(links · log sentences).
pub fn heaviest(links: &[Link], after: usize, weight: impl Fn(&Link) -> u64) -> Vec<Link> {
    /// Weight of the best chain so far and its last link + 1; 0 is "none".
    type Best = (u64, usize);
    let mut tree: Vec<Best> = vec![(0, 0); after + 1];
    let mut previous = vec![0usize; links.len()];
    let mut top: Best = (0, 0);
    let mut asked: Vec<Best> = Vec::new();
    let mut from = 0;
    while from < links.len() {
        let row = links[from].before;
        let to = from
            + links[from..]
                .iter()
                .take_while(|link| link.before == row)
                .count();
        // All links of one sentence are asked before any is entered, so that a chain takes one of them only.
        asked.extend(links[from..to].iter().map(|link| {
            let (mut at, mut best) = (link.after, (0, 0));
            while at > 0 {
                best = best.max(tree[at]);
                at &= at - 1;
            }
            best
        }));
        for (index, (weighs, last)) in (from..to).zip(asked.drain(..)) {
            previous[index] = last;
            let entry = (weighs + weight(&links[index]), index + 1);
            top = top.max(entry);
            let mut at = links[index].after + 1;
            while at <= after {
                tree[at] = tree[at].max(entry);
                at += at & at.wrapping_neg();
            }
        }
        from = to;
    }
    let mut chain = Vec::new();
    let mut at = top.1;
    while at > 0 {
        chain.push(links[at - 1]);
        at = previous[at - 1];
    }
    chain.reverse();
    chain
}
