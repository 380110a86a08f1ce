//! How similar two ranges are: by their words, of which rare ones weigh most; never by letters.

mod bags;
mod counting;
mod index;
pub mod sequence;
mod term;
mod weights;

pub use bags::{CharacterPairs, WordBags};
pub use index::Index;
pub use term::{shared_weight, WeightedTerm};
pub use weights::{Weights, UNIT};

/// Dice's coefficient (Dice 1945) of weights: 1 where all is shared, 0 where nothing is.
pub fn dice(shared: u32, before: u32, after: u32) -> f32 {
    if before + after == 0 {
        0.0
    } else {
        (2 * shared) as f32 / (before + after) as f32
    }
}
