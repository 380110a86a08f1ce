//! A text → its width: how much it says, in letters of an alphabet.

use super::char_cache::CharCache;

/// The largest width that is counted. A wider text is a paragraph of prose, however wide.
const MAX_WIDTH: u32 = 300;

/// What each byte counts: 1 for a letter, a digit or a blank of ASCII, [`LEAD`] for the first byte of another character.
const COUNTS: [u8; 256] = {
    let mut counts = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        counts[byte] = match byte as u8 {
            0xc0.. => LEAD,
            byte => (byte == b' ' || byte.is_ascii_alphanumeric()) as u8,
        };
        byte += 1;
    }
    counts
};
/// More than the bytes that are counted at once.
const LEAD: u8 = 128;
/// Bytes that are counted at once: sums of a fixed length need no branches.
const PART: usize = 64;

/// The width of a text in letters, at most [`MAX_WIDTH`]. A Chinese character says as much as three letters, a Japanese or Korean
/// syllable as much as two.
pub fn text_width(text: &str, chars: &CharCache<'_>) -> u32 {
    let (mut sum, mut is_ascii) = (0, true);
    for part in text.as_bytes().chunks(PART) {
        let counts = part.iter().map(|&byte| u32::from(COUNTS[byte as usize]));
        let count: u32 = counts.sum();
        sum += count % u32::from(LEAD);
        is_ascii &= count < u32::from(LEAD);
        if sum > MAX_WIDTH {
            return MAX_WIDTH;
        }
    }
    if is_ascii {
        return sum;
    }
    for c in text.chars().filter(|c| !c.is_ascii()) {
        sum += u32::from(chars.is_letter_or_number(c)) * letters_of(c);
        if sum > MAX_WIDTH {
            return MAX_WIDTH;
        }
    }
    sum
}

/// How many letters a letter or a character of East Asia says.
fn letters_of(c: char) -> u32 {
    match c {
        '\u{3400}'..='\u{9fff}' => 3,
        '\u{3041}'..='\u{30ff}' | '\u{ac00}'..='\u{d7a3}' => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::platform::Native;

    #[test]
    fn widths_of_characters_add_up() {
        let chars = CharCache::new(&Native);
        for line in ["Ein Öl-Fass, 3 €", "灯塔 lit", "ёлка", "— “…”"] {
            let long = line.repeat(9);
            let mut buffer = [0; 4];
            let each = long
                .chars()
                .map(|c| text_width(c.encode_utf8(&mut buffer), &chars));
            assert_eq!(text_width(&long, &chars), each.sum::<u32>(), "{line}");
        }
    }

    #[test]
    fn a_chinese_line_says_as_much_as_a_longer_one_of_letters() {
        let chars = CharCache::new(&Native);
        assert!(text_width("百年灯塔重新点亮", &chars) >= text_width("A lighthouse lit", &chars));
    }
}
