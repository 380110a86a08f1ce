//! Neighbouring holes → the same words in another order, told as one change.

use crate::model::matching::{Matching, Stretch};
use crate::text::multiset::same_multiset;
use crate::text::units::Units;

/// Words of the largest stretch that is told as reordered; a longer one reads better as its parts.
const MOST_WORDS: usize = 9;
/// Holes that may belong to one reordering.
const MOST_HOLES: usize = 3;

/// Finds reorderings in every pair and takes their tokens out of the matching.
///
/// ```text
/// words    met Prime Minister [Kishida ]Fumio[ Kishida]
/// order    met Prime Minister [Kishida Fumio/Fumio Kishida]
/// ```
pub fn reorder(before: &Units, after: &Units, matching: &mut Matching) {
    let mut found = Vec::new();
    for pair in matching.pairs.clone() {
        let holes = matching.holes(&pair);
        let mut at = 0;
        while at < holes.len() {
            let hit = (1..=MOST_HOLES.min(holes.len() - at)).find_map(|count| {
                let window = Stretch {
                    before: holes[at].before.start..holes[at + count - 1].before.end,
                    after: holes[at].after.start..holes[at + count - 1].after.end,
                };
                is_reordered(before, after, &window).then_some((window, count))
            });
            match hit {
                Some((window, count)) => {
                    found.push(window);
                    at += count;
                }
                None => at += 1,
            }
        }
    }
    for window in found {
        for i in window.before.clone() {
            matching.unlink(i);
        }
        matching.orders.push(window);
    }
}

fn is_reordered(before: &Units, after: &Units, window: &Stretch) -> bool {
    if window.before.len() > 3 * MOST_WORDS || window.after.len() > 3 * MOST_WORDS {
        return false;
    }
    let (b, a) = (before.words(&window.before), after.words(&window.after));
    (2..=MOST_WORDS).contains(&b.clone().count()) && !b.clone().eq(a.clone()) && same_multiset(b, a)
}
