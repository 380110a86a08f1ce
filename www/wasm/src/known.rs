//! Short texts → what the dictionary said of them, for the texts that were asked about lately.

use rustc_hash::FxHashMap;

/// Texts in each of the two maps: together they hold the runs of an article of 50 KB.
const CAPACITY: usize = 2048;

/// A cache of bounded size. When `recent` is full it becomes `earlier`, and what was in `earlier` and was not asked for since is
/// forgotten.
#[derive(Default)]
pub struct Known {
    recent: FxHashMap<Box<str>, u64>,
    earlier: FxHashMap<Box<str>, u64>,
}

impl Known {
    /// The answer for `text`: the one that is kept, or else the one that `ask` gives.
    pub fn get(&mut self, text: &str, ask: impl FnOnce() -> u64) -> u64 {
        if let Some(&answer) = self.recent.get(text) {
            return answer;
        }
        let (text, answer) = match self.earlier.remove_entry(text) {
            Some(entry) => entry,
            None => (text.into(), ask()),
        };
        if self.recent.len() == CAPACITY {
            self.earlier = std::mem::take(&mut self.recent);
        }
        self.recent.insert(text, answer);
        answer
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_asked_about_once_while_it_is_kept() {
        let mut known = Known::default();
        assert_eq!(known.get("東京", || 1), 1);
        assert_eq!(known.get("京都", || 2), 2);
        assert_eq!(known.get("東京", || panic!("it is kept")), 1);
    }

    #[test]
    fn what_is_asked_for_again_outlives_what_is_not() {
        let mut known = Known::default();
        known.get("used", || 1);
        known.get("unused", || 2);
        for n in 0..5 * CAPACITY {
            known.get(&n.to_string(), || 0);
            assert_eq!(known.get("used", || panic!("it is kept")), 1);
        }
        assert!(known.recent.len() <= CAPACITY && known.earlier.len() <= CAPACITY);
        assert_eq!(known.get("unused", || 3), 3);
    }
}
