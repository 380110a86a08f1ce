//! Matching → how many words each text has, and how many of them the other text has too.

use crate::both::Both;
use crate::model::matching::Matching;
use crate::report::{Change, Counts, Quotations, Summary};
use crate::text::units::{BlockKind, Units};

/// The words of each text, and those that are in the other text too.
#[derive(Clone, Copy, Debug, Default)]
pub struct WordCounts {
    /// All words outside furniture.
    pub all: Both<u32>,
    /// Those that the other text has, in place or moved.
    pub shared: Both<u32>,
}

/// Which tokens count as words of the story.
pub fn counted_words(units: &Units) -> Vec<bool> {
    let mut counted = vec![false; units.tokens.len()];
    let story = units
        .blocks
        .iter()
        .filter(|block| block.kind != BlockKind::Furniture);
    for at in story.flat_map(|block| block.tokens.clone()) {
        counted[at] = units.tokens[at].starts_word;
    }
    counted
}

/// Counts the words of both texts.
#[inline(never)]
pub fn count_words(counted: &Both<Vec<bool>>, matching: &Matching) -> WordCounts {
    let count = |counted: &[bool], has: &dyn Fn(usize) -> bool| {
        let words = (0..counted.len()).filter(|&at| counted[at] && has(at));
        words.count() as u32
    };
    let all = counted.as_ref().map(|counted| count(counted, &|_| true));
    let sides = counted.as_ref().zip(matching.partners.as_ref());
    let mut shared = sides.map(|(counted, partners)| count(counted, &|at| partners.has(at)));
    // The same words in another order are in both texts.
    for tokens in &matching.reorderings {
        let sides = shared.as_mut().zip(counted.as_ref()).zip(tokens.as_ref());
        for ((shared, counted), tokens) in sides {
            *shared += count(&counted[tokens.clone()], &|_| true);
        }
    }
    WordCounts { all, shared }
}

/// Sums up: words, shared words, and how many changes of each class there are.
#[inline(never)]
pub fn summary(
    words: &WordCounts,
    changes: &[Change],
    moves: usize,
    quotations: Quotations,
) -> Summary {
    let mut counts = Counts {
        moved: moves as u32,
        ..Counts::default()
    };
    for change in changes.iter().filter(|change| !change.furniture) {
        *counts.of_mut(change.class) += 1;
    }
    let share = |part: u32, all: u32| f64::from(part) / f64::from(all.max(1));
    let (all, shared) = (words.all, words.shared);
    let total = all.before + all.after;
    Summary {
        words: all,
        shared,
        containment: shared.zip(all).map(|(shared, all)| share(shared, all)),
        similarity: if total == 0 {
            1.0
        } else {
            share(shared.before + shared.after, total)
        },
        counts,
        quotations,
        formats: 0,
    }
}
