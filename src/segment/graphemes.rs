//! Where a text may be cut without parting what a reader sees as one character.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

/// Whether a cut before byte `at` parts no grapheme cluster (UAX #29).
pub fn is_boundary(text: &str, at: usize) -> bool {
    if at == 0 || at >= text.len() {
        return true;
    }
    let bytes = text.as_bytes();
    if bytes[at - 1].is_ascii() && bytes[at].is_ascii() {
        return !(bytes[at - 1] == b'\r' && bytes[at] == b'\n');
    }
    let (head, tail) = text.split_at_checked(at).unwrap_or((text, ""));
    if let (Some(before), Some(after)) = (head.chars().next_back(), tail.chars().next()) {
        if stands_alone(before) && stands_alone(after) {
            return true;
        }
    }
    GraphemeCursor::new(at, text.len(), true)
        .is_boundary(text, 0)
        .unwrap_or(true)
}

/// The end of the grapheme cluster that `stretch`, a piece of text cut at a boundary, begins with; its first character is `first`.
pub fn cluster_end(stretch: &str, first: char) -> usize {
    let alone = first.len_utf8();
    if stands_alone(first) {
        match stretch.get(alone..).and_then(|rest| rest.chars().next()) {
            Some(next) if !stands_alone(next) => {}
            _ => return alone,
        }
    }
    stretch.graphemes(true).next().map_or(alone, str::len)
}

/// Whether a character is a cluster of its own beside any other of this kind: most letters and marks of most texts. To be asked
/// of the common ones only, before the tables are.
fn stands_alone(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{370}'..='\u{482}' | '\u{48a}'..='\u{590}'
        | '\u{5d0}'..='\u{5ff}' | '\u{606}'..='\u{60f}' | '\u{61b}' | '\u{61d}'..='\u{64a}' | '\u{660}'..='\u{66f}' | '\u{671}'..='\u{6d5}'
        | '\u{6ee}'..='\u{6ff}' | '\u{e01}'..='\u{e30}' | '\u{e32}' | '\u{e3f}'..='\u{e46}' | '\u{e4f}'..='\u{e7f}' | '\u{10a0}'..='\u{10ff}'
        | '\u{1e00}'..='\u{1fff}' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '\u{2070}'..='\u{20cf}' | '\u{3000}'..='\u{3029}'
        | '\u{3030}'..='\u{3098}' | '\u{309b}'..='\u{a66e}' | '\u{ac00}'..='\u{d7a3}' | '\u{ff01}'..='\u{ff9d}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_that_stand_alone_do_so_by_the_tables_too() {
        let alone: Vec<char> = ('\0'..=char::MAX).filter(|&c| stands_alone(c)).collect();
        // Beside a letter, beside itself and beside one that begins another kind of cluster elsewhere.
        for &c in &alone {
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
    fn a_cluster_ends_where_the_next_begins() {
        for (text, end) in [
            ("ab", 1),
            ("e\u{301}x", 3),
            ("के", 6),
            ("👩‍👩‍👧!", 18),
            ("東京", 3),
            ("น้ำ", 9),
            ("가\u{11a8}", 6),
        ] {
            assert_eq!(
                cluster_end(text, text.chars().next().unwrap_or(' ')),
                end,
                "{text}"
            );
        }
    }
}
