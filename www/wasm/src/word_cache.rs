//! Short texts → where words start in them, kept for those that were looked up lately.

use rustc_hash::FxHashMap;

/// Texts in each of the two maps: together they hold the runs of an article of 50 KB.
const CAPACITY: usize = 2048;

/// A cache of bounded size. When `recent` is full it becomes `earlier`, and the texts of `earlier` that were not looked up since are
/// dropped.
#[derive(Default)]
pub struct WordCache {
    recent: FxHashMap<Box<str>, u64>,
    earlier: FxHashMap<Box<str>, u64>,
}

impl WordCache {
    /// The result for `text`: the one that is kept, or else the one that `look_up` gives.
    pub fn get(&mut self, text: &str, look_up: impl FnOnce() -> u64) -> u64 {
        if let Some(&result) = self.recent.get(text) {
            return result;
        }
        let (text, result) = match self.earlier.remove_entry(text) {
            Some(entry) => entry,
            None => (text.into(), look_up()),
        };
        if self.recent.len() == CAPACITY {
            self.earlier = std::mem::take(&mut self.recent);
        }
        self.recent.insert(text, result);
        result
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_looked_up_once_while_it_is_kept() {
        let mut cache = WordCache::default();
        assert_eq!(cache.get("東京", || 1), 1);
        assert_eq!(cache.get("京都", || 2), 2);
        assert_eq!(cache.get("東京", || panic!("it is kept")), 1);
    }

    #[test]
    fn a_text_that_is_used_stays_and_one_that_is_not_is_dropped() {
        let mut cache = WordCache::default();
        cache.get("used", || 1);
        cache.get("unused", || 2);
        for n in 0..5 * CAPACITY {
            cache.get(&n.to_string(), || 0);
            assert_eq!(cache.get("used", || panic!("it is kept")), 1);
        }
        assert!(cache.recent.len() <= CAPACITY && cache.earlier.len() <= CAPACITY);
        assert_eq!(cache.get("unused", || 3), 3);
    }
}
