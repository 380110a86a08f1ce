//! Bags of words → an index by which sentences are looked up by their rare words.

use super::bags::WordBags;
use super::term::WeightedTerm;

/// An index of sentences by their rare words.
pub struct Index {
    /// The sentences of each stem, one stem after the other.
    places: Vec<u32>,
    /// Where those of each stem begin.
    starts: Vec<u32>,
    /// For each sentence the weight that it shares with the one that is looked up; zeros between two calls.
    votes: Vec<u32>,
    /// The sentences with votes; empty between two calls.
    seen: Vec<u32>,
}

impl Index {
    /// Sentences that a word is in at most to be looked up by; a commoner word finds too much.
    const MAX_SENTENCES: u32 = 24;

    /// Indexes all sentences of `bags`.
    pub fn new(bags: &WordBags) -> Self {
        let stems = bags.terms.iter().map(|term| term.stem + 1).max();
        let mut starts = vec![0u32; stems.unwrap_or(0) as usize + 1];
        bags.each_stem(|_, stem| starts[stem as usize] += 1);
        let mut sum = 0;
        for start in &mut starts {
            let count = std::mem::replace(start, sum);
            sum += if count <= Self::MAX_SENTENCES {
                count
            } else {
                0
            };
        }
        let mut places = vec![0; sum as usize];
        let mut free = starts.clone();
        bags.each_stem(|sentence, stem| {
            let stem = stem as usize;
            if free[stem] < starts[stem + 1] {
                places[free[stem] as usize] = sentence;
                free[stem] += 1;
            }
        });
        Self {
            places,
            starts,
            votes: vec![0; bags.totals.len()],
            seen: Vec::new(),
        }
    }

    /// The sentences that share most with `bag`, best first, at most `max` of them.
    pub fn look_up(&mut self, bag: &[WeightedTerm], max: usize) -> Vec<u32> {
        let mut last = None;
        for term in bag {
            let stem = term.stem as usize;
            if last == Some(stem) || stem + 1 >= self.starts.len() {
                continue;
            }
            last = Some(stem);
            for &sentence in
                &self.places[self.starts[stem] as usize..self.starts[stem + 1] as usize]
            {
                let votes = &mut self.votes[sentence as usize];
                if *votes == 0 {
                    self.seen.push(sentence);
                }
                *votes += term.weight;
            }
        }
        // Sorted by votes, then by position; only the first `max` are kept.
        let mut best: Vec<(u32, u32)> = Vec::with_capacity(max + 1);
        for sentence in self.seen.drain(..) {
            let votes = std::mem::take(&mut self.votes[sentence as usize]);
            let place = best.partition_point(|&(more, before)| {
                more > votes || more == votes && before < sentence
            });
            if place < max {
                best.truncate(max - 1);
                best.insert(place, (votes, sentence));
            }
        }
        best.into_iter().map(|(_, sentence)| sentence).collect()
    }
}
