//! A place in a text → whether a cut there parts a grapheme cluster, which a reader sees as one character (UAX #29).

use unicode_segmentation::GraphemeCursor;

/// Whether a cut before byte `at` parts no grapheme cluster.
pub fn is_boundary(text: &str, at: usize) -> bool {
    let Some((head, tail)) = text.split_at_checked(at) else {
        return true;
    };
    let (Some(before), Some(after)) = (head.chars().next_back(), tail.chars().next()) else {
        return true;
    };
    if stands_alone(before) && stands_alone(after) {
        return true;
    }
    let mut cursor = GraphemeCursor::new(at, text.len(), true);
    // The whole text is at hand, so that the cursor never needs more of it.
    cursor.is_boundary(text, 0).unwrap_or(true)
}

/// Where a stretch that ends at `stop` may end without parting a grapheme cluster, at `end` at most. Some characters of Arabic and
/// Indic scripts form a cluster with the character after them, even with a blank and the combining mark on it.
pub fn stretched(text: &str, mut stop: usize, end: usize) -> usize {
    if text.as_bytes()[stop - 1].is_ascii() {
        return stop;
    }
    while stop < end && !is_boundary(text, stop) {
        let next = text[stop..end].chars().next();
        stop += next.map_or(1, char::len_utf8);
    }
    stop
}

/// Whether a character is known to be a cluster of its own beside any other such character. This fast path covers most characters
/// of most texts; a test holds it against the tables.
pub fn stands_alone(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{370}'..='\u{482}' | '\u{48a}'..='\u{590}'
        | '\u{5d0}'..='\u{5ff}' | '\u{606}'..='\u{60f}' | '\u{61b}' | '\u{61d}'..='\u{64a}' | '\u{660}'..='\u{66f}' | '\u{671}'..='\u{6d5}'
        | '\u{6ee}'..='\u{6ff}' | '\u{e01}'..='\u{e30}' | '\u{e32}' | '\u{e3f}'..='\u{e46}' | '\u{e4f}'..='\u{e7f}' | '\u{10a0}'..='\u{10ff}'
        | '\u{1e00}'..='\u{1fff}' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '\u{2070}'..='\u{20cf}' | '\u{3000}'..='\u{3029}'
        | '\u{3030}'..='\u{3098}' | '\u{309b}'..='\u{a66e}' | '\u{ac00}'..='\u{d7a3}' | '\u{ff01}'..='\u{ff9d}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_segmentation::UnicodeSegmentation;

    #[test]
    fn characters_that_stand_alone_do_so_by_the_tables_too() {
        // Beside a letter, beside itself and beside one that begins another kind of cluster elsewhere.
        for c in ('\0'..=char::MAX).filter(|&c| stands_alone(c)) {
            for text in [
                format!("a{c}"),
                format!("{c}a"),
                format!("{c}{c}"),
                format!("가{c}"),
                format!("{c}가"),
                format!("©{c}"),
            ] {
                assert_eq!(text.graphemes(true).count(), 2, "{:x}", u32::from(c));
            }
        }
    }

    #[test]
    fn boundaries_are_those_between_clusters() {
        for text in [
            "e\u{301}\u{302}x\r\n\n",
            "के क्षत्रिय र्‍य क\u{200c}्क",
            "👩‍👩‍👧!🇫🇷🇩🇪🇯 ☺️👍🏽❤️‍🔥",
            "東京 น้ำ မြန်မာ ភាសាខ្មែរ",
            "가\u{11a8}각한국어",
            "\u{600}12 \u{110bd}x",
            "\u{1f1e6}\u{1f1e7}\u{1f1e8}\u{301}\u{1f1e9}\u{1f1ea}",
        ] {
            let starts: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).collect();
            let found = text.char_indices().map(|(at, _)| at);
            let found: Vec<usize> = found.filter(|&at| is_boundary(text, at)).collect();
            assert_eq!(found, starts, "{text:?}");
        }
    }
}
