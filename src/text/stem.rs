//! A folded word → its stem: what two forms of one word are likely to share.

use crate::text::char_cache::CharCache;
use crate::text::chars::is_apostrophe;
use std::borrow::Cow;

/// The stem of a folded word: its first letters, without combining marks.
///
/// `organisation`, `organisations` and `organizations` have the same stem, and so have `ἐλευθερία` and `ελευθερία`. The stemmer is
/// crude on purpose: it works in every alphabet, and only similarity uses it, so that it never decides what is shown.
pub fn stem<'s>(folded: &'s str, chars: &CharCache<'_>) -> Cow<'s, str> {
    /// Letters that a stem has at most. 5 to 7 do about equally well on the aligned texts.
    const LETTERS: usize = 6;
    let kept = folded.len().min(LETTERS);
    let head = &folded.as_bytes()[..kept];
    if head.iter().all(u8::is_ascii) {
        let end = head
            .iter()
            .position(|&byte| is_apostrophe(char::from(byte)));
        return Cow::Borrowed(&folded[..end.unwrap_or(kept)]);
    }
    let letters = |text: &str| {
        let letters = text
            .chars()
            .flat_map(decomposed)
            .filter(|&c| !is_combining(c));
        let stem = letters
            .take_while(|&c| !is_apostrophe(c))
            .take(LETTERS)
            .collect();
        without_feminine_ending(stem)
    };
    // Most characters of East Asia occur in a text once or twice: they are not looked up.
    let is_ideograph = |c: char| matches!(c, '\u{4e00}'..='\u{9fff}');
    let known = |c: char| is_syllable(c) || is_ideograph(c) || chars.is_unchanged_by_nfd(c);
    if folded.chars().all(known) {
        Cow::Owned(letters(folded))
    } else {
        Cow::Owned(letters(&chars.platform().decomposed(folded)))
    }
}

/// A stem of Arabic without the ending of the feminine, which its plural and the numerals before it change: إصابة, إصابات.
fn without_feminine_ending(mut stem: String) -> String {
    /// Letters that are left at least.
    const MIN_LETTERS: usize = 3;
    for ending in ["ات", "ة"] {
        let rest = stem.strip_suffix(ending);
        if let Some(rest) = rest.filter(|rest| rest.chars().count() >= MIN_LETTERS) {
            stem.truncate(rest.len());
            break;
        }
    }
    stem
}

/// Whether a character is a whole syllable of Hangul.
fn is_syllable(c: char) -> bool {
    matches!(c, '\u{ac00}'..='\u{d7a3}')
}

/// The letters of a syllable of Hangul, by the formula of the Unicode Standard (3.12); any other character is its own.
fn decomposed(c: char) -> impl Iterator<Item = char> {
    let code = u32::from(c);
    let letters = if is_syllable(c) {
        let syllable = code - 0xac00;
        let (vowels, last) = (syllable / 28, syllable % 28);
        let last = if last > 0 { 0x11a7 + last } else { 0 };
        [0x1100 + vowels / 21, 0x1161 + vowels % 21, last]
    } else {
        [code, 0, 0]
    };
    letters
        .into_iter()
        .filter(|&letter| letter > 0)
        .filter_map(char::from_u32)
}

/// Whether a character is a combining mark of an alphabet whose marks [`stem`] drops.
fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::platform::{Native, Platform};

    #[test]
    fn forms_of_one_word_have_one_stem() {
        let chars = CharCache::new(&Native);
        for (one, other) in [
            ("organisation", "organizations"),
            ("ἐλευθερία", "ελευθερία"),
            ("إصابة", "إصابات"),
            ("سبعة", "سبع"),
        ] {
            assert_eq!(stem(one, &chars), stem(other, &chars));
        }
        assert_ne!(stem("مدينة", &chars), stem("مدير", &chars));
    }

    #[test]
    fn syllables_are_decomposed_as_the_tables_have_it() {
        for c in ('\u{ac00}'..='\u{d7a3}').chain(['a', 'é', '한', '東']) {
            let letters: String = decomposed(c).collect();
            assert!(letters == Native.nfd(&c.to_string()) || c == 'é' && letters == "é");
        }
    }
}
