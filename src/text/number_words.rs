//! A word → the number that it says, read piece after piece.

use super::source::slice;
use crate::data::NUMBER_WORDS;

/// What a word says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum NumberWord {
    /// A number: `twelve`, `zweihundert`.
    Number(u64),
    /// A power of ten that multiplies what is before it, by its noughts; and whether the word has an ending: `million`, `millions`.
    Factor(u8, bool),
    /// A place in a row: `third`.
    Place(u64),
    /// `percent`
    Percent,
    /// `billion`, which has nine noughts in English and twelve in German.
    Billion,
}

/// What [`crate::data`] writes for a piece, see `number_code` in `list.rs`: a number below this one is itself.
const FACTOR: u8 = 100;
const PERCENT: u8 = 200;
const BILLION: u8 = 201;
const LINK: u8 = 202;
const PLACE_ENDING: u8 = 203;
const PLACE: u8 = 205;
const HUNDREDS: u8 = 241;

/// The greatest number that is read.
const MAX: u64 = 1 << 50;
/// Letters of the longest ending behind a place: erst·ens, перв·ого.
const MAX_ENDING_OF_PLACE: usize = 3;
/// The least number that a word of several pieces says. Below it, languages have words of one piece, and words such as `unten` look like two.
const MIN_COMPOUND: u64 = 13;

/// What a folded word says, if all of it can be read.
///
/// ```text
/// fünf·und·vier·zig 45   zwei·hundert 200   dreizehn 13   пят·надцать 15   quatr·e 4   third·s 3rd   열·두 12
/// none   sechs·mal   fünf·jährig   percent·age
/// ```
#[inline(never)]
pub fn number_word(word: &str) -> Option<NumberWord> {
    read(word).or_else(|| read(without_prefix(word)?))
}

/// Whether a folded word is a number of several pieces, from its beginning to its end: `zweihundert`, `novantanove`.
///
/// ```text
/// no   two   zweihunderter   ten·cent   zwei·ten   un·set      ten and un stand alone in all languages
/// ```
#[inline(never)]
pub fn is_compound(word: &str) -> bool {
    let (mut rest, mut count) = (word, 0);
    while let Some((_, length)) = piece(rest) {
        if matches!(slice(rest, 0..length), "ten" | "un") {
            return false;
        }
        rest = slice(rest, length..rest.len());
        count += 1;
    }
    let number = || number_word(word);
    count > 1 && rest.is_empty() && matches!(number(), Some(NumberWord::Number(MIN_COMPOUND..)))
}

/// A word of Hebrew or Arabic without the small word that it begins with.
#[inline(never)]
pub fn without_prefix(word: &str) -> Option<&str> {
    let rest = word.strip_prefix(['ו', 'ב', 'ל', 'כ', 'ה', 'ש', 'מ', 'و', 'ب', 'ل', 'ف'])?;
    Some(rest.strip_prefix("ال").unwrap_or(rest))
}

/// What a word without a prefix says.
#[inline(never)]
fn read(word: &str) -> Option<NumberWord> {
    // All that was read but the last number, which a factor multiplies; and how many pieces.
    let (mut sum, mut last, mut count) = (0u64, 0u64, 0);
    let mut place = false;
    let mut code = 0;
    let mut rest = word;
    while let Some((next, length)) = piece(rest).filter(|_| !place) {
        if next == LINK && (count == 0 || length == rest.len()) {
            break;
        }
        // Behind a unit is ten or a factor: drei·zehn, vier·zig; other numbers need a link.
        let is_unit = (1..10).contains(&last) && code != LINK;
        if is_unit && next < FACTOR && next != 10 {
            return None;
        }
        (code, rest) = (next, slice(rest, length..rest.len()));
        count += 1;
        if sum + last > MAX {
            return None;
        }
        match code {
            ..FACTOR => (sum, last) = (sum + last, code.into()),
            HUNDREDS.. => (sum, last) = (sum + last, u64::from(code - HUNDREDS) * 100),
            PLACE_ENDING if count > 1 => place = true,
            PLACE.. => (sum, last, place) = (sum + last, (code - PLACE).into(), true),
            101 => last = last.max(1) * 10,
            FACTOR..PERCENT => {
                let factor = power_of_ten(code - FACTOR);
                let low = (sum + last) % factor;
                (sum, last) = (sum + last - low, low.max(1).saturating_mul(factor));
            }
            _ => {}
        }
        if last > MAX {
            return None;
        }
    }
    let left = rest.chars().count();
    // Of a factor: tausend·e, million·enen, cent·s. Behind a short one is none: mil and not mil·es.
    let longest_ending = match word.chars().count() - left {
        ..4 => 0,
        4 => 2,
        _ => 4,
    };
    let is_one_piece = count == 1;
    match code {
        _ if count == 0 || rest.starts_with('h') => None,
        _ if place => (left <= MAX_ENDING_OF_PLACE).then_some(NumberWord::Place(sum + last)),
        PERCENT if is_one_piece && left <= 2 => Some(NumberWord::Percent),
        BILLION if is_one_piece && left <= longest_ending => Some(NumberWord::Billion),
        // ten is a number, and no factor
        102..PERCENT if is_one_piece => {
            (left <= longest_ending).then_some(NumberWord::Factor(code - FACTOR, left > 0))
        }
        PERCENT | BILLION => None,
        _ if sum + last == 0 => None,
        // Behind a stem is one letter of an ending: пят·и, cinc·o; two of hundreds: doscient·os. Endings of Korean are syllables, and may
        // be words.
        _ => {
            let is_hundreds = code == 102 || code >= HUNDREDS;
            let longest = usize::from(rest < "\u{ac00}") << usize::from(is_hundreds);
            (left <= longest).then_some(NumberWord::Number(sum + last))
        }
    }
}

/// A power of ten, by its noughts.
#[inline(never)]
pub fn power_of_ten(noughts: u8) -> u64 {
    10u64.wrapping_pow(noughts.into())
}

/// The longest piece that a word begins with: what it says, and its length.
#[inline(never)]
fn piece(word: &str) -> Option<(u8, usize)> {
    let mut start = word.as_bytes();
    while !start.is_empty() {
        // All pieces that `start` begins with are beginnings of the last one that is not after it.
        let entry = NUMBER_WORDS.last_up_to(start)?;
        let same = start.iter().zip(entry.text.as_bytes());
        let length = same.take_while(|(one, other)| one == other).count();
        if length == entry.text.len() {
            return Some((entry.kind.number, length));
        }
        start = start.get(..length)?;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{is_compound, number_word, NumberWord};

    #[test]
    fn words_are_read_piece_by_piece() {
        for (word, number) in [
            ("fünfundvierzig", 45),
            ("zweihundertfünfzig", 250),
            ("eenentwintig", 21),
            ("dreitausend", 3000),
            ("ventuno", 21),
            ("пятнадцать", 15),
            ("пятьдесят", 50),
            ("خمسين", 50),
            ("열두", 12),
        ] {
            assert_eq!(
                number_word(word),
                Some(NumberWord::Number(number)),
                "{word}"
            );
        }
        for word in [
            "sechsmal",
            "percentage",
            "eintreten",
            "milliardmilliardmilliardmilliard",
        ] {
            assert_eq!(number_word(word), None, "{word}");
        }
        for word in ["zweihundertzehn", "novantanove", "achtentwintig", "이십"] {
            assert!(is_compound(word), "{word}");
        }
        for word in [
            "two", "tencent", "zweiten", "unten", "unset", "treten", "einzig",
        ] {
            assert!(!is_compound(word), "{word}");
        }
        assert_eq!(number_word("third"), Some(NumberWord::Place(3)));
        assert_eq!(number_word("million"), Some(NumberWord::Factor(6, false)));
    }
}
