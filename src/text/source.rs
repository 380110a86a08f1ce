//! A text as it was given, with the conversion of its offsets from bytes to UTF-16 code units.

use crate::text::span::{ByteSpan, Utf16Span};

/// Bytes between two checkpoints of the conversion; a power of two. A smaller one makes the conversion faster and the list longer.
const STRIDE: usize = 64;

/// How many surrogates there are: U+D800 to U+DFFF.
const SURROGATES: u32 = 0x800;

/// Where the windows for placeholders begin: planes 4 to 13 have no characters, 14 has a few, 15 and 16 are private.
const FIRST_WINDOW: u32 = 0x4_0000;

/// How many such windows there are up to the last character.
const WINDOWS: usize = ((0x11_0000 - FIRST_WINDOW) / SURROGATES) as usize;

/// A text whose offsets can be converted to UTF-16.
pub struct Text<'t> {
    /// The text. Placeholders are in it for lone surrogates, see [`decode`].
    pub str: &'t str,
    /// UTF-16 length of everything before each multiple of [`STRIDE`] bytes; empty when the text is ASCII.
    checkpoints: Vec<u32>,
    placeholders: Option<SurrogatePlaceholders>,
}

/// The part of a text between two bytes, or nothing where these are not boundaries of characters.
pub fn slice(text: &str, range: std::ops::Range<usize>) -> &str {
    debug_assert!(
        text.get(range.clone()).is_some(),
        "a range that cuts a character"
    );
    text.get(range).unwrap_or("")
}

/// The character that begins at a byte of a text, or a blank at the text's end.
pub fn char_at(text: &str, byte: usize) -> char {
    match text.as_bytes().get(byte) {
        Some(&ascii @ 0..=0x7f) => char::from(ascii),
        _ => text[byte..].chars().next().unwrap_or(' '),
    }
}

/// The range of private characters that take the place of lone surrogates. Each counts as one code unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SurrogatePlaceholders {
    first: u32,
}

impl SurrogatePlaceholders {
    fn contains(self, c: char) -> bool {
        (self.first..self.first + SURROGATES).contains(&u32::from(c))
    }
}

impl<'t> Text<'t> {
    /// Prepares a well-formed text.
    pub fn new(str: &'t str) -> Self {
        Self::with_placeholders(str, None)
    }

    /// Prepares a text that has placeholders for lone surrogates.
    pub fn with_placeholders(str: &'t str, placeholders: Option<SurrogatePlaceholders>) -> Self {
        let mut text = Self {
            str,
            checkpoints: Vec::new(),
            placeholders,
        };
        if !str.is_ascii() {
            let mut checkpoints = Vec::with_capacity(str.len() / STRIDE + 2);
            let (mut at, mut units) = (0, 0);
            while at <= str.len() {
                checkpoints.push(units);
                units += text.units(at, (at + STRIDE).min(str.len()));
                at += STRIDE;
            }
            text.checkpoints = checkpoints;
        }
        text
    }

    /// The UTF-16 offset of a byte that begins a character or ends the text.
    pub fn utf16(&self, byte: u32) -> u32 {
        if self.checkpoints.is_empty() {
            return byte;
        }
        let byte = byte as usize;
        let nearest = byte / STRIDE;
        self.checkpoints[nearest] + self.units(nearest * STRIDE, byte)
    }

    /// The same range in UTF-16 code units.
    pub fn span(&self, span: ByteSpan) -> Utf16Span {
        Utf16Span::new(self.utf16(span.start), self.utf16(span.end))
    }

    /// How many code units the characters have whose first byte is in `from..to`.
    fn units(&self, from: usize, to: usize) -> u32 {
        let bytes = &self.str.as_bytes()[from..to];
        if bytes.is_ascii() {
            return bytes.len() as u32;
        }
        let mut count = 0;
        for (at, &byte) in bytes.iter().enumerate() {
            count += u32::from(byte & 0xc0 != 0x80) + u32::from(byte >= 0xf0);
            if let (true, Some(range)) = (byte >= 0xf0, self.placeholders) {
                count -= u32::from(range.contains(char_at(self.str, from + at)));
            }
        }
        count
    }
}

/// Two strings of JavaScript as Rust text.
pub struct Decoded {
    /// The first text.
    pub before: String,
    /// The second text.
    pub after: String,
    /// Set when a lone surrogate occurred in either.
    pub placeholders: Option<SurrogatePlaceholders>,
}

/// Takes two strings of UTF-16 code units, well-formed or not.
///
/// Rust text cannot hold a lone surrogate, and replacing each by U+FFFD would call different texts equal. So every lone
/// surrogate becomes a character of its own, from a window of the private planes, or of the planes without characters, that neither
/// text uses.
pub fn decode(before: &[u16], after: &[u16]) -> Decoded {
    let mut used = [false; WINDOWS];
    for c in char::decode_utf16(before.iter().chain(after).copied()).flatten() {
        if let Some(place) = u32::from(c).checked_sub(FIRST_WINDOW) {
            used[(place / SURROGATES) as usize] = true;
        }
    }
    // The private planes are the last ones, so only a text that uses all of their windows is given another. To use all windows, a
    // text needs hundreds of characters that no standard names; then U+FFFD has to do, which keeps every offset true.
    let free = used.iter().rposition(|used| !used);
    let window = SurrogatePlaceholders {
        first: free.map_or(u32::MAX - SURROGATES, |free| {
            FIRST_WINDOW + free as u32 * SURROGATES
        }),
    };
    let mut lone_ones = false;
    let mut read = |units: &[u16]| -> String {
        char::decode_utf16(units.iter().copied())
            .map(|unit| {
                unit.unwrap_or_else(|lone| {
                    lone_ones = true;
                    let code = window.first + (u32::from(lone.unpaired_surrogate()) - 0xd800);
                    char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER)
                })
            })
            .collect()
    };
    let (before, after) = (read(before), read(after));
    Decoded {
        before,
        after,
        placeholders: lone_ones.then_some(window),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_agree_with_counting_from_the_start() {
        let str = "naïve “quotes” and 👩‍👩‍👧 families, ".repeat(20);
        let text = Text::new(&str);
        for (byte, _) in str.char_indices() {
            let naive = str[..byte].encode_utf16().count() as u32;
            assert_eq!(text.utf16(byte as u32), naive, "at byte {byte}");
        }
        assert_eq!(
            text.utf16(str.len() as u32),
            str.encode_utf16().count() as u32
        );
    }

    #[test]
    fn a_text_of_all_private_windows_leaves_another_for_lone_surrogates() {
        let mut units: Vec<u16> = Vec::new();
        for window in 0..64 {
            let c = char::from_u32(0xf_0000 + window * SURROGATES).expect("a private character");
            units.extend_from_slice(c.encode_utf16(&mut [0; 2]));
        }
        units.push(0xd800);
        let decoded = decode(&units, &[0xd801]);
        assert!(!decoded.after.contains(char::REPLACEMENT_CHARACTER));
        let text = Text::with_placeholders(&decoded.before, decoded.placeholders);
        assert_eq!(text.utf16(decoded.before.len() as u32), units.len() as u32);
    }

    #[test]
    fn lone_surrogates_stay_apart_and_one_unit_long() {
        let decoded = decode(&[0x61, 0xd800, 0x62], &[0x61, 0xd801, 0x62]);
        assert_ne!(decoded.before, decoded.after);
        let text = Text::with_placeholders(&decoded.before, decoded.placeholders);
        assert_eq!(text.utf16(decoded.before.len() as u32), 3);
    }
}
