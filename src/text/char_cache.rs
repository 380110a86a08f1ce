//! A cache of what is known of each character: a text reuses about a hundred characters (about a thousand in Chinese), while each
//! look-up in Unicode's tables is a search, or a call to the platform. Without it a text in Cyrillic or Arabic takes about four times as long.

use crate::text::chars::{
    bare_greek, is_capital, is_composed, is_dash, is_invisible, is_letter, is_letter_or_number,
    is_number, is_quote, is_space, is_unspaced, is_without_forms,
};
use crate::text::graphemes::stands_alone;
use crate::text::platform::Platform;
use std::borrow::Cow;
use std::cell::Cell;

/// Characters that are kept at most; a power of two. A character that falls on the slot of another one replaces it.
const SLOTS: usize = 4096;

const LETTER_OR_NUMBER: u32 = 1;
const NUMBER: u32 = 2;
const PLAIN: u32 = 4;
const WORD_PART: u32 = 8;
const PIECE: u32 = 16;
/// Whether [`UNCHANGED_BY_NFD`] has been looked up: it costs a call to the platform, and few characters need it.
const NFD_KNOWN: u32 = 32;
const UNCHANGED_BY_NFD: u32 = 64;
/// Where the character begins in a slot, above the properties.
const CHARACTER: u32 = 8;

/// A direct-mapped cache of the properties of characters.
pub struct CharCache<'p> {
    platform: &'p dyn Platform,
    /// The character plus one and its properties, 0 for an empty slot; and its small letter.
    slots: Box<[Cell<(u32, char)>; SLOTS]>,
}

impl<'p> CharCache<'p> {
    /// An empty cache.
    pub fn new(platform: &'p dyn Platform) -> Self {
        Self {
            platform,
            slots: Box::new([const { Cell::new((0, '\0')) }; SLOTS]),
        }
    }

    /// The platform that normalises.
    pub fn platform(&self) -> &'p dyn Platform {
        self.platform
    }

    fn properties(&self, c: char) -> u32 {
        self.look_up(c).0
    }

    fn look_up(&self, c: char) -> (u32, char) {
        let slot = &self.slots[c as usize % SLOTS];
        let character = (u32::from(c) + 1) << CHARACTER;
        let known = slot.get();
        if known.0 >> CHARACTER == character >> CHARACTER {
            return known;
        }
        let small = small_letter(c, self.platform);
        let found = (character | properties(c, small), small);
        slot.set(found);
        found
    }

    /// A text in small letters, for comparison: `ς` becomes `σ`, and the Turkish `İ` a plain `i`.
    pub fn lower<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if text.is_ascii() {
            return Cow::Owned(text.to_ascii_lowercase());
        }
        if text.chars().all(|c| self.look_up(c).1 == c) {
            return Cow::Borrowed(text);
        }
        Cow::Owned(text.chars().map(|c| self.look_up(c).1).collect())
    }

    /// Whether a character is a letter or a number, as `char::is_alphanumeric` has it.
    pub fn is_letter_or_number(&self, c: char) -> bool {
        self.properties(c) & LETTER_OR_NUMBER != 0
    }

    /// Whether a character is a number, as `char::is_numeric` has it.
    pub fn is_number(&self, c: char) -> bool {
        self.properties(c) & NUMBER != 0
    }

    /// Whether no level of folding changes a character, whatever is beside it.
    pub fn is_plain(&self, c: char) -> bool {
        self.properties(c) & PLAIN != 0
    }

    /// What the word rules make of a character beside others of which they are sure.
    pub fn word_role(&self, c: char) -> WordRole {
        match self.properties(c) & (WORD_PART | PIECE) {
            WORD_PART => WordRole::Part,
            PIECE => WordRole::Piece,
            _ => WordRole::Unknown,
        }
    }

    /// Whether normalisation form D leaves a character as it is and where it is, whatever is beside it.
    pub fn is_unchanged_by_nfd(&self, c: char) -> bool {
        let (mut known, small) = self.look_up(c);
        if known & NFD_KNOWN == 0 {
            // Normalisation puts this combining mark after all others: any other mark after it would change places with it.
            let marked: String = ['\u{345}', c].iter().collect();
            known |= NFD_KNOWN;
            if is_without_forms(c) || self.platform.nfd(&marked) == marked {
                known |= UNCHANGED_BY_NFD;
            }
            self.slots[c as usize % SLOTS].set((known, small));
        }
        known & UNCHANGED_BY_NFD != 0
    }
}

/// What the word rules of UAX #29 make of a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordRole {
    /// A letter or digit that is one piece with every other character of this kind beside it.
    Part,
    /// A character that is a piece by itself, beside characters of this kind and beside [`WordRole::Part`].
    Piece,
    /// Anything else: its role is looked up in the tables.
    Unknown,
}

/// The role of a character in the word rules. Only those of the commonest characters are known here; a test holds them against the
/// tables.
fn word_role(c: char) -> WordRole {
    if !stands_alone(c) {
        return WordRole::Unknown;
    }
    match c {
        '0'..='9' | 'A'..='Z' | 'a'..='z' => WordRole::Part,
        '\u{c0}'..='\u{2c1}'
        | '\u{370}'..='\u{556}'
        | '\u{561}'..='\u{587}'
        | '\u{5d0}'..='\u{5ea}'
        | '\u{620}'..='\u{64a}'
        | '\u{671}'..='\u{6d3}'
        | '\u{1e00}'..='\u{1fff}'
        | '\u{ac00}'..='\u{d7a3}'
            if is_letter(c) =>
        {
            WordRole::Part
        }
        '«' | '»' | '“' | '”' | '–' | '—' | '…' | '、' | '。' | '「' | '」' => {
            WordRole::Piece
        }
        '々' => WordRole::Unknown,
        _ if is_unspaced(c) && is_letter(c) => WordRole::Piece,
        _ => WordRole::Unknown,
    }
}

/// The small letter of a character, for comparison.
fn small_letter(c: char, platform: &dyn Platform) -> char {
    match c {
        _ if c.is_ascii() => c.to_ascii_lowercase(),
        'ς' => 'σ',
        _ if is_capital(c) => {
            let mut buffer = [0; 4];
            let small = platform.lowercase(c.encode_utf8(&mut buffer));
            small.chars().next().unwrap_or(c)
        }
        _ => c,
    }
}

fn properties(c: char, small: char) -> u32 {
    let kept = !is_space(c) && !is_invisible(c) && !is_dash(c) && !is_quote(c);
    let own = is_composed(c) && !matches!(c, '…' | '⋯' | '\u{640}' | '․');
    let plain = kept && own && small == c && bare_greek(c) == c;
    let role = match word_role(c) {
        WordRole::Part => WORD_PART,
        WordRole::Piece => PIECE,
        WordRole::Unknown => 0,
    };
    (u32::from(is_letter_or_number(c)) * LETTER_OR_NUMBER)
        | (u32::from(is_number(c)) * NUMBER)
        | (u32::from(plain) * PLAIN)
        | role
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::platform::Native;
    use unicode_normalization::char::{canonical_combining_class, decompose_canonical};
    use unicode_segmentation::UnicodeSegmentation;

    #[test]
    fn words_of_many_alphabets_have_small_letters() {
        let chars = CharCache::new(&Native);
        for (text, small) in [
            ("The İstanbul ROAD", "the istanbul road"),
            ("ΟΔΟΣ Άλφα", "οδοσ άλφα"),
            ("ЁЛКА Їжак", "ёлка їжак"),
            ("ŁÓDŹ ŽĎÁR STRAẞE", "łódź žďár straße"),
            ("ᏣᎳᎩ", "ꮳꮃꭹ"),
        ] {
            assert_eq!(chars.lower(text), small);
        }
        assert!(matches!(chars.lower("東京 is small"), Cow::Borrowed(_)));
    }

    #[test]
    fn every_character_has_one_small_letter_but_one() {
        for c in '\0'..=char::MAX {
            assert!(c.to_lowercase().count() == 1 || c == 'İ', "{c}");
            let small = c.to_lowercase().next().filter(|_| c != 'ς');
            assert_eq!(small_letter(c, &Native), small.unwrap_or('σ'));
        }
    }

    #[test]
    fn characters_of_one_slot_do_not_answer_for_one_another() {
        let cache = CharCache::new(&Native);
        for _ in 0..2 {
            for c in '\0'..=char::MAX {
                assert_eq!(cache.is_number(c), c.is_numeric(), "{c:?}");
                assert_eq!(cache.is_letter_or_number(c), c.is_alphanumeric(), "{c:?}");
            }
        }
    }

    #[test]
    fn what_nfd_leaves_alone_is_neither_taken_apart_nor_moved() {
        let cache = CharCache::new(&Native);
        for c in '\0'..=char::MAX {
            let mut parts = Vec::new();
            decompose_canonical(c, |part| parts.push(part));
            let alone = parts == [c] && canonical_combining_class(c) == 0;
            assert_eq!(
                cache.is_unchanged_by_nfd(c),
                alone || c == '\u{345}',
                "{c:?}"
            );
        }
    }

    #[test]
    fn roles_are_those_of_the_tables() {
        let pieces = |text: &str| text.split_word_bounds().count();
        for c in '\0'..=char::MAX {
            match word_role(c) {
                WordRole::Part => assert_eq!(pieces(&format!("a{c}{c}1{c}a")), 1, "{c}"),
                WordRole::Piece => {
                    let text = format!("{c}a{c}a{c}{c}1{c}1{c}א{c}א{c}한{c}東{c}—{c}");
                    assert_eq!(pieces(&text), text.chars().count(), "{c}");
                }
                WordRole::Unknown => {}
            }
        }
    }
}
