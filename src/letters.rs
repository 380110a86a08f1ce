//! Characters → whether they are letters or digits: of any script, and asked of the language's tables once each.
//!
//! These tables are searched step by step, which for a text without ASCII was a fifth of its comparison; and a text is made of
//! the same hundred characters, or thousand where each is a sign.

use core::sync::atomic::{AtomicU32, Ordering::Relaxed};

/// Characters whose answers are kept, at most; a power of two. One that falls on the place of another is asked anew.
const PLACES: usize = 1024;

/// Answers about characters, in a byte each: the first time by a rule, then by heart.
pub struct Answers([AtomicU32; PLACES]);

impl Answers {
    /// None yet.
    pub const fn new() -> Self {
        Self([const { AtomicU32::new(0) }; PLACES])
    }

    /// What `rule` says of `c`. Ask with the same rule each time.
    #[inline]
    pub fn of(&self, c: char, rule: impl Fn(char) -> u8) -> u8 {
        let place = &self.0[c as usize % PLACES];
        let asked = (u32::from(c) + 1) << 8;
        let known = place.load(Relaxed);
        if known ^ asked < 0x100 {
            return known as u8;
        }
        let answer = rule(c);
        place.store(asked | u32::from(answer), Relaxed);
        answer
    }
}

const LETTER: u8 = 1;
const NUMBER: u8 = 2;

/// What a character is in Unicode's properties.
#[inline(never)]
fn properties(c: char) -> u8 {
    static KNOWN: Answers = Answers::new();
    KNOWN.of(c, |c| {
        (u8::from(c.is_alphabetic()) * LETTER) | (u8::from(c.is_numeric()) * NUMBER)
    })
}

/// Whether a character is a letter, as `char::is_alphabetic` has it.
pub fn is_letter(c: char) -> bool {
    properties(c) & LETTER > 0
}

/// Whether a character is a digit or a number, as `char::is_numeric` has it.
pub fn is_number(c: char) -> bool {
    properties(c) & NUMBER > 0
}

/// Whether a character is either, as `char::is_alphanumeric` has it.
pub fn is_letter_or_number(c: char) -> bool {
    properties(c) > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_by_heart_is_what_the_tables_say() {
        for c in ('\0'..=char::MAX).chain('\0'..=char::MAX) {
            assert_eq!(is_letter(c), c.is_alphabetic(), "{c:?}");
            assert_eq!(is_number(c), c.is_numeric(), "{c:?}");
            assert_eq!(is_letter_or_number(c), c.is_alphanumeric(), "{c:?}");
        }
    }

    #[test]
    fn characters_of_one_place_do_not_answer_for_one_another() {
        let last = |c: char| c as u8;
        let answers = Answers::new();
        for c in ['a', '\u{461}', 'a', '\0', '\u{400}', '\u{10ffff}', 'a'] {
            assert_eq!(answers.of(c, last), c as u8);
        }
    }
}
