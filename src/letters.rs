//! Characters → whether they are letters or numbers, of any script. The language's own tables are searched step by step, which was a
//! fifth of the comparison of a text without ASCII: so each character is looked up once.

use crate::answers::Answers;

const LETTER: u8 = 1;
const NUMBER: u8 = 2;

/// What a character is in Unicode's properties.
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
}
