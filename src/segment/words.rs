//! A stretch → words, numbers, spaces and marks: the word rules of UAX #29 over grapheme clusters.
//!
//! The rules are few and the tables of their classes are large, while nearly all of a class can be told from what the language
//! knows of characters anyway. Clusters are never parted here, as the rules would part some of South-East Asia.

use super::graphemes::{cluster_end, stands_alone};
use super::tokens::is_sign;
use crate::answers::Answers;
use crate::letters::{is_letter, is_number};

/// What the rules ask of a cluster: the class of its first character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    Letter,
    Hebrew,
    Number,
    Katakana,
    /// `_` and its like.
    Joiner,
    /// Joins letters: `:` and `·`.
    MidLetter,
    /// Joins digits: `,` and `;`.
    MidNumber,
    /// Joins letters, and joins digits: `.` and `’`.
    MidBoth,
    SingleQuote,
    DoubleQuote,
    /// Prints nothing and belongs to what is before it.
    Format,
    Other,
}

/// Each at the place that it has as a number.
const CLASSES: [Class; 16] = {
    use Class::*;
    [
        Letter,
        Hebrew,
        Number,
        Katakana,
        Joiner,
        MidLetter,
        MidNumber,
        MidBoth,
        SingleQuote,
        DoubleQuote,
        Format,
        Other,
        Other,
        Other,
        Other,
        Other,
    ]
};

/// A cluster with the format characters behind it, or several letters without marks.
#[derive(Clone, Copy)]
struct Item {
    start: usize,
    end: usize,
    class: Class,
}

/// The pieces of a stretch, with their byte offsets.
pub struct Pieces<'s> {
    stretch: &'s str,
    /// The two items behind the last piece.
    ahead: [Option<Item>; 2],
}

impl<'s> Pieces<'s> {
    /// Takes a stretch apart that was cut at boundaries of clusters.
    pub fn new(stretch: &'s str) -> Self {
        let mut pieces = Self {
            stretch,
            ahead: [None; 2],
        };
        pieces.ahead[0] = pieces.item(0);
        pieces.ahead[1] = pieces.ahead[0].and_then(|item| pieces.item(item.end));
        pieces
    }

    fn item(&self, start: usize) -> Option<Item> {
        let rest = self.stretch.get(start..)?;
        let mut chars = rest.chars();
        let first = chars.next()?;
        let known = about(first);
        let class = CLASSES[(known % ALONE) as usize];
        let mut end = start;
        // Nothing belongs to a character that stands alone beside another one; and letters of that kind are one item.
        let mut last = Some((first, known));
        while let Some((c, known)) = last {
            let next = chars.next().map(|next| (next, about(next)));
            if known & ALONE == 0 || next.is_some_and(|(_, next)| next & ALONE == 0) {
                break;
            }
            end += c.len_utf8();
            last = next.filter(|&(_, next)| known == PLAIN_LETTER && next == PLAIN_LETTER);
        }
        if end > start {
            return Some(Item { start, end, class });
        }
        end += cluster_end(rest, first);
        while let Some(c) = self.beyond(end) {
            if class_of(c) != Class::Format {
                break;
            }
            end += cluster_end(self.stretch.get(end..)?, c);
        }
        Some(Item { start, end, class })
    }

    fn beyond(&self, at: usize) -> Option<char> {
        self.stretch.get(at..)?.chars().next()
    }
}

impl<'s> Iterator for Pieces<'s> {
    type Item = (usize, &'s str);

    fn next(&mut self) -> Option<Self::Item> {
        let first = self.ahead[0]?;
        let (mut before, mut last) = (Class::Other, first);
        loop {
            let next = self.ahead[1];
            self.ahead = [next, next.and_then(|next| self.item(next.end))];
            let Some(next) = next else { break };
            let behind = self.ahead[1].map_or(Class::Other, |item| item.class);
            if !joined(before, last.class, next.class, behind) {
                break;
            }
            (before, last) = (last.class, next);
        }
        let piece = self.stretch.get(first.start..last.end)?;
        Some((first.start, piece))
    }
}

/// Whether `last` and `next` belong to one piece; `before` is what stands before `last` in it, `behind` what follows `next`.
fn joined(before: Class, last: Class, next: Class, behind: Class) -> bool {
    use Class::*;
    let letter = |class| matches!(class, Letter | Hebrew);
    let part = |class| letter(class) || class == Number;
    let in_words = |class| matches!(class, MidLetter | MidBoth | SingleQuote);
    let in_numbers = |class| matches!(class, MidNumber | MidBoth | SingleQuote);
    match (last, next) {
        // WB5, WB8 to WB10, WB13
        _ if part(last) && part(next) => true,
        (Katakana, Katakana) => true,
        // WB13a and WB13b
        (Joiner, Joiner | Katakana) | (Katakana, Joiner) => true,
        (Joiner, class) | (class, Joiner) if part(class) => true,
        // WB6 and WB7
        _ if letter(last) && in_words(next) && letter(behind) => true,
        _ if letter(before) && in_words(last) && letter(next) => true,
        // WB7a to WB7c
        (Hebrew, SingleQuote) => true,
        (Hebrew, DoubleQuote) => behind == Hebrew,
        (DoubleQuote, Hebrew) => before == Hebrew,
        // WB11 and WB12
        (Number, _) => in_numbers(next) && behind == Number,
        (_, Number) => in_numbers(last) && before == Number,
        _ => false,
    }
}

/// Set where a character is a cluster of its own beside others of this kind.
const ALONE: u8 = 16;
const PLAIN_LETTER: u8 = ALONE | Class::Letter as u8;

/// The class of a character, and whether it stands alone.
fn about(c: char) -> u8 {
    static KNOWN: Answers = Answers::new();
    KNOWN.of(c, |c| rule(c) as u8 | (u8::from(stands_alone(c)) * ALONE))
}

fn class_of(c: char) -> Class {
    CLASSES[(about(c) % ALONE) as usize]
}

fn rule(c: char) -> Class {
    match c {
        'a'..='z' | 'A'..='Z' => Class::Letter,
        '0'..='9' => Class::Number,
        '\'' => Class::SingleQuote,
        '"' => Class::DoubleQuote,
        '.' | '‘' | '’' | '\u{2024}' | '\u{fe52}' | '\u{ff07}' | '\u{ff0e}' => Class::MidBoth,
        ':' | '\u{b7}' | '\u{387}' | '\u{55f}' | '\u{5f4}' | '\u{2027}' | '\u{fe13}'
        | '\u{fe55}' | '\u{ff1a}' => Class::MidLetter,
        ',' | ';' | '\u{37e}' | '\u{589}' | '\u{60c}' | '\u{60d}' | '\u{66c}' | '\u{7f8}'
        | '\u{2044}' | '\u{fe50}' | '\u{fe54}' | '\u{ff0c}' | '\u{ff1b}' => Class::MidNumber,
        '_'
        | '\u{202f}'
        | '\u{203f}'
        | '\u{2040}'
        | '\u{2054}'
        | '\u{fe33}'
        | '\u{fe34}'
        | '\u{fe4d}'..='\u{fe4f}'
        | '\u{ff3f}' => Class::Joiner,
        '\u{ad}'
        | '\u{61c}'
        | '\u{180e}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{13430}'..='\u{1343f}'
        | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0001}' => Class::Format,
        // Vowels and tones that follow their letter as characters of their own.
        '\u{102b}'
        | '\u{102c}'
        | '\u{1038}'
        | '\u{1062}'..='\u{1064}'
        | '\u{1067}'..='\u{106d}'
        | '\u{1083}'
        | '\u{1087}'..='\u{108c}'
        | '\u{108f}'
        | '\u{109a}'..='\u{109c}'
        | '\u{1a61}'
        | '\u{1a63}'
        | '\u{1a64}'
        | '\u{aa7b}'
        | '\u{aa7d}' => Class::Format,
        _ if c.is_ascii() => Class::Other,
        '\u{5d0}'..='\u{5f2}' | '\u{fb1d}'..='\u{fb4f}' if is_letter(c) => Class::Hebrew,
        '\u{3031}'..='\u{3035}'
        | '\u{309b}'
        | '\u{309c}'
        | '\u{30a0}'..='\u{30fa}'
        | '\u{30fc}'..='\u{30ff}'
        | '\u{31f0}'..='\u{31ff}'
        | '\u{32d0}'..='\u{32fe}'
        | '\u{3300}'..='\u{3357}'
        | '\u{ff66}'..='\u{ff9d}'
        | '\u{1aff0}'..='\u{1afff}'
        | '\u{1b000}'
        | '\u{1b120}'..='\u{1b122}'
        | '\u{1b155}'
        | '\u{1b164}'..='\u{1b167}' => Class::Katakana,
        _ if is_digit(c) => Class::Number,
        // No letters by their property, but parts of words.
        '\u{b8}'
        | '々'
        | '\u{2c2}'..='\u{2d7}'
        | '\u{2de}'..='\u{2ff}'
        | '\u{55a}'..='\u{55c}'
        | '\u{55e}'
        | '\u{58a}'
        | '\u{5f3}'
        | '\u{70f}'
        | '\u{a708}'..='\u{a721}'
        | '\u{a789}'
        | '\u{a78a}'
        | '\u{ab5b}' => Class::Letter,
        // Letters by their property that are words by themselves.
        '\u{3021}'..='\u{303a}'
        | '\u{aa80}'..='\u{aadf}'
        | '\u{16fe4}'..='\u{18fff}'
        | '\u{1b001}'..='\u{1b2ff}' => Class::Other,
        _ if is_sign(c) || !is_letter(c) => Class::Other,
        _ => Class::Letter,
    }
}

/// Where the ten digits of a script begin, on the first plane of Unicode.
const ZEROS: [u16; 36] = [
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6,
    0xe50, 0xed0, 0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50,
    0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10,
];

/// Whether a character is a decimal digit of some script, or goes with such digits.
fn is_digit(c: char) -> bool {
    match u32::from(c) {
        // `is_numeric` is true of fractions and of numbered letters, too.
        0x600..=0x605 | 0x66b | 0x6dd | 0x890 | 0x891 | 0x8e2 | 0x19da | 0x110bd | 0x110cd => true,
        code @ 0..=0xffff => ZEROS
            .iter()
            .any(|&zero| (u32::from(zero)..u32::from(zero) + 10).contains(&code)),
        _ => is_number(c) && !is_letter(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_segmentation::UnicodeSegmentation;

    /// As the crate's tables have it.
    fn by_tables(text: &str) -> Vec<&str> {
        text.split_word_bounds().collect()
    }

    fn by_rules(text: &str) -> Vec<&str> {
        Pieces::new(text).map(|(_, piece)| piece).collect()
    }

    #[test]
    fn every_character_is_joined_as_the_tables_have_it() {
        let parted = ['\u{e33}', '\u{eb3}'];
        for c in ('\0'..='\u{ffff}')
            .filter(|c| !matches!(c, '\u{3400}'..='\u{a3ff}' | '\u{ac00}'..='\u{d700}'))
        {
            let sits = format!("a{c}").graphemes(true).count() == 1;
            let carries = format!("{c}a").graphemes(true).count() == 1;
            if parted.contains(&c) || carries {
                continue;
            }
            for text in ["a\0a", "1\x001", "א\0א", "ア\0ア", "\0a"] {
                // A mark that begins a text sits on nothing.
                if sits && text.starts_with('\0') {
                    continue;
                }
                let text = text.replace('\0', c.encode_utf8(&mut [0; 4]));
                assert_eq!(by_rules(&text), by_tables(&text), "U+{:04X}", u32::from(c));
            }
        }
    }

    #[test]
    fn words_of_every_script_are_joined_as_the_tables_have_it() {
        for text in [
            "The U.K.-Japan deal: $2,000.50; it’s (nearly) 3rd_rate…",
            "Привет, мир! 10.5 км",
            "ο Αχιλλέας κ’ ο Έκτορας·",
            "צה״ל וג'ירפה 5",
            "العربية، ١٬٢٣٤٫٥ نعم؟",
            "हिन्दी में क्षत्रिय १२३",
            "தமிழ் மொழி",
            "한국어 문장이다.",
            "カタカナとひらがな、漢字。",
            "မြန်မာစာ ၁၂",
            "co\u{ad}operate a\u{200d}b",
            "👩‍👩‍👧 🇫🇷🇩🇪 ☺️",
            "x̂ĝ e\u{301}\u{302}",
        ] {
            assert_eq!(by_rules(text), by_tables(text));
        }
    }
}
