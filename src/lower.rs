//! Capital → small letters. The language's own tables of them weigh 5 KB in wasm; the alphabets of nearly all text need a rule each.

use crate::letters::is_letter;
use crate::platform::Platform;
use std::borrow::Cow;

/// Small letters throughout, for comparison: `ς` becomes `σ`, and the Turkish `İ` a plain `i`. A letter of an alphabet without a
/// rule here is left to the platform.
pub fn lower<'s>(text: &'s str, platform: &dyn Platform) -> Cow<'s, str> {
    let lower = common(text);
    if lower.chars().any(|c| small(c).is_none()) {
        Cow::Owned(platform.lower(&lower))
    } else {
        lower
    }
}

/// The same where only the common alphabets matter: a letter without a rule stays as it is.
pub fn common(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Owned(text.to_ascii_lowercase());
    }
    let settled = |c: char| small(c).is_none_or(|small| small == c);
    if text.chars().all(settled) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| small(c).unwrap_or(c)).collect())
}

/// Whether a letter is a capital, of an alphabet that has them.
pub fn is_capital(c: char) -> bool {
    match u32::from(c) {
        // Capitals stand eight behind their small letters, but for the vowels with a grave or an acute accent.
        0x1f70..=0x1f7d => false,
        code @ 0x1f00..=0x1fff => code & 8 != 0 && is_letter(c),
        _ => c != 'ς' && small(c).is_some_and(|small| small != c),
    }
}

/// Whether a letter is a small one, of an alphabet that has capitals.
pub fn is_small(c: char) -> bool {
    let cased = matches!(c, 'a'..='z' | 'ß'..='\u{2af}' | '\u{370}'..='\u{52f}' | '\u{560}'..='\u{588}' | '\u{1e00}'..='\u{1fff}'
        | '\u{fb00}'..='\u{fb06}' | '\u{ff41}'..='\u{ff5a}');
    cased && is_letter(c) && !is_capital(c)
}

/// Whether [`lower`] leaves a character as it is.
pub fn is_small_already(c: char) -> bool {
    small(c) == Some(c)
}

/// The small letter of a character (itself if it is none or small already), or `None` where no rule is known.
fn small(c: char) -> Option<char> {
    let code = u32::from(c);
    // Where capital and small letters alternate, the capital has an even number or an odd one.
    let even = code & !1 | 1;
    let odd = code + (code & 1);
    let lower = match code {
        0x41..=0x5a
        | 0xc0..=0xd6
        | 0xd8..=0xde
        | 0x391..=0x3a1
        | 0x3a3..=0x3ab
        | 0x410..=0x42f
        | 0xff21..=0xff3a => code + 32,
        0..=0xff
        | 0x131
        | 0x138
        | 0x149
        | 0x17f
        | 0x300..=0x36f
        | 0x390
        | 0x3ac..=0x3c1
        | 0x3c3..=0x3ce => code,
        0x130 => 0x69,
        0x178 => 0xff,
        0x18f => 0x259,
        0x139..=0x148 | 0x179..=0x17e | 0x1cd..=0x1dc | 0x4c1..=0x4ce => odd,
        0x100..=0x177
        | 0x1de..=0x1ef
        | 0x1f8..=0x21f
        | 0x222..=0x233
        | 0x246..=0x24f
        | 0x460..=0x481
        | 0x48a..=0x4bf
        | 0x4d0..=0x52f
        | 0x1e00..=0x1e95
        | 0x1ea0..=0x1eff => even,
        0x386 => 0x3ac,
        0x388..=0x38a => code + 37,
        0x38c => 0x3cc,
        0x38e | 0x38f => code + 63,
        0x3c2 => 0x3c3,
        0x400..=0x40f => code + 80,
        0x4c0 => 0x4cf,
        0x531..=0x556 => code + 48,
        // Small only, or of scripts that have no capitals.
        0x430..=0x45f
        | 0x482..=0x489
        | 0x4cf
        | 0x557..=0x109f
        | 0x10fb
        | 0x1100..=0x139f
        | 0x1e96..=0x1e9d
        | 0x2000..=0x20cf
        | 0x2e80..=0xa63f
        | 0xac00..=0xff20
        | 0xff3b..=0xffff
        | 0x1f000..=0x3ffff => code,
        0x1e9e => 0xdf,
        _ => return None,
    };
    char::from_u32(lower)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::Native;

    #[test]
    fn the_rules_agree_with_the_tables() {
        for c in ('\0'..=char::MAX).filter(|c| !matches!(c, 'İ' | 'ς')) {
            if let Some(lower) = small(c) {
                assert!(c.to_lowercase().eq([lower]), "{c} U+{:04X}", u32::from(c));
            }
        }
    }

    #[test]
    fn capitals_and_small_letters_are_told_apart() {
        let read = "AZaz\u{c0}\u{17f}\u{1cd}\u{1ef}\u{1f8}\u{21f}\u{222}\u{233}\u{370}\u{37f}\u{386}\u{3ce}\u{400}\u{52f}\u{531}\u{588}\u{1e00}\u{1e9d}\u{1ea0}\u{1f6f}\u{1f70}\u{1f7d}\u{ff21}\u{ff5a}";
        let ends: Vec<char> = read.chars().collect();
        for c in ends.chunks(2).flat_map(|ends| ends[0]..=ends[1]) {
            // Letters without another case: the kra, the mark of a number, and parts of Greek.
            if !matches!(c, 'ͺ' | 'Ͱ'..='ͷ' | 'Ϳ') {
                assert_eq!(
                    (is_capital(c), is_small(c)),
                    (c.is_uppercase(), c.is_lowercase()),
                    "{c} U+{:04X}",
                    u32::from(c)
                );
            }
        }
    }

    #[test]
    fn words_of_many_alphabets() {
        for (text, small) in [
            ("The İstanbul ROAD", "the istanbul road"),
            ("ΟΔΟΣ Άλφα", "οδοσ άλφα"),
            ("ЁЛКА Їжак", "ёлка їжак"),
            ("ŁÓDŹ ŽĎÁR STRAẞE", "łódź žďár straße"),
            ("ᏣᎳᎩ", "ꮳꮃꭹ"),
        ] {
            assert_eq!(lower(text, &Native), small);
        }
        assert!(matches!(lower("東京 is small", &Native), Cow::Borrowed(_)));
    }
}
