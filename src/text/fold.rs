//! A piece of text → its folded form, by levels; each level belongs to a class of change.

use crate::text::char_cache::CharCache;
use crate::text::chars::{
    bare_greek, is_apostrophe, is_composed, is_dash, is_invisible, is_letter_or_number, is_quote,
    is_valued,
};
use crate::text::platform::Platform;
use std::borrow::Cow;

/// How much is folded away. Each level includes the levels before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// White space and characters that print nothing.
    Spacing,
    /// Also quotation marks, dashes, ellipses, apostrophes, ligatures, width and Unicode composition.
    Typography,
    /// Also upper and lower case.
    Case,
    /// Also the accents and breathings of Greek: what alignment compares, and no class of its own.
    Letters,
}

/// A byte that is a capital letter of ASCII.
const CAPITAL: u8 = 1;
/// A byte that may need more folding than small letters.
const NEEDS_FOLDING: u8 = 2;

/// What each byte may need.
const BYTES: [u8; 256] = {
    let mut bytes = [NEEDS_FOLDING; 256];
    let mut byte = b'!';
    while byte <= b'~' {
        bytes[byte as usize] = match byte {
            b'A'..=b'Z' => CAPITAL,
            b'\'' | b'"' | b'`' | b'-' => NEEDS_FOLDING,
            _ => 0,
        };
        byte += 1;
    }
    bytes
};

/// Folds a piece of text up to a level.
///
/// At [`Level::Typography`] a quotation mark becomes `"`, an apostrophe inside a word `'`, and each dash or run of dashes `-`.
pub fn fold<'s>(text: &'s str, level: Level, chars: &CharCache<'_>) -> Cow<'s, str> {
    // Nearly all words of ASCII end here.
    match text.bytes().fold(0, |all, byte| all | BYTES[byte as usize]) {
        0 => return Cow::Borrowed(text),
        CAPITAL if level >= Level::Case => return Cow::Owned(text.to_ascii_lowercase()),
        CAPITAL => return Cow::Borrowed(text),
        _ => {}
    }
    // Nearly all other words end here.
    if text.chars().all(|c| chars.is_plain(c)) {
        return Cow::Borrowed(text);
    }
    let spaced = fold_spacing(text);
    if level == Level::Spacing {
        return spaced;
    }
    let typed = match fold_typography(&spaced, chars.platform()) {
        Cow::Borrowed(_) => spaced,
        Cow::Owned(typed) => Cow::Owned(typed),
    };
    if level == Level::Typography {
        return typed;
    }
    let small = match chars.lower(&typed) {
        Cow::Borrowed(_) => typed,
        Cow::Owned(small) => Cow::Owned(small),
    };
    let greek = |c: char| matches!(c, '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}');
    if level == Level::Letters && small.chars().any(greek) {
        return Cow::Owned(small.chars().map(bare_greek).collect());
    }
    small
}

fn fold_spacing(text: &str) -> Cow<'_, str> {
    let drops = |c: char| c.is_whitespace() || is_invisible(c);
    if text.chars().any(drops) {
        Cow::Owned(text.chars().filter(|&c| !drops(c)).collect())
    } else {
        Cow::Borrowed(text)
    }
}

fn fold_typography<'s>(text: &'s str, platform: &dyn Platform) -> Cow<'s, str> {
    if text
        .bytes()
        .all(|byte| BYTES[byte as usize] != NEEDS_FOLDING)
    {
        return Cow::Borrowed(text);
    }
    let composed = compose(text, platform);
    let mut out = String::with_capacity(composed.len());
    let mut chars = composed.chars().peekable();
    while let Some(c) = chars.next() {
        if is_dash(c) {
            while chars.peek().is_some_and(|&next| is_dash(next)) {
                chars.next();
            }
            out.push('-');
        } else if is_apostrophe(c) {
            let inside = out.chars().next_back().is_some_and(is_letter_or_number)
                && chars.peek().is_some_and(|&next| is_letter_or_number(next));
            if inside {
                out.push('\'');
            } else {
                while chars.peek().is_some_and(|&next| is_apostrophe(next)) {
                    chars.next();
                }
                out.push('"');
            }
        } else if is_quote(c) {
            out.push('"');
        } else {
            match c {
                '…' | '⋯' => out.push_str("..."),
                '\u{640}' => {}
                // A one dot leader.
                '․' => out.push('.'),
                _ => out.push(c),
            }
        }
    }
    Cow::Owned(out)
}

/// Ligatures, width and composition. Left alone where compatibility would change a value: `10²` is not `102`.
fn compose<'s>(text: &'s str, platform: &dyn Platform) -> Cow<'s, str> {
    if text.chars().all(is_composed) {
        return Cow::Borrowed(text);
    }
    if text.chars().any(is_valued) {
        // Only the parts between valued characters are normalised.
        let mut out = String::with_capacity(text.len());
        for part in text.split_inclusive(is_valued) {
            let (body, tail) = part
                .char_indices()
                .next_back()
                .map_or((part, ""), |(at, last)| {
                    if is_valued(last) {
                        part.split_at_checked(at).unwrap_or((part, ""))
                    } else {
                        (part, "")
                    }
                });
            out.push_str(&platform.composed(body));
            out.push_str(tail);
        }
        return Cow::Owned(out);
    }
    Cow::Owned(platform.composed(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::platform::Native;

    #[test]
    fn what_is_plain_is_not_folded_in_any_neighbourhood() {
        let chars = CharCache::new(&Native);
        for c in ('\0'..=char::MAX).filter(|&c| chars.is_plain(c)) {
            let text = format!("a{c}");
            let folded = fold_typography(&fold_spacing(&text), &Native).into_owned();
            let folded = chars.lower(&folded).into_owned();
            assert_eq!(folded, text, "{c:?}");
        }
    }

    fn same(level: Level, before: &str, after: &str) -> bool {
        {
            let chars = CharCache::new(&Native);
            fold(before, level, &chars) == fold(after, level, &chars)
        }
    }

    #[test]
    fn each_level_folds_its_own() {
        assert!(same(Level::Spacing, "co\u{ad}operate", "cooperate"));
        assert!(!same(Level::Spacing, "Japan’s", "Japan's"));
        for (before, after) in [
            ("Japan’s", "Japan's"),
            ("“", "\""),
            ("«", "„"),
            ("—", "--"),
            ("…", "..."),
            ("ﬁnd", "find"),
            ("ＡＢＣ", "ABC"),
            ("cafe\u{301}", "café"),
        ] {
            assert!(same(Level::Typography, before, after), "{before} {after}");
        }
        assert!(!same(Level::Typography, "10²", "102"));
        assert!(same(Level::Case, "İSTANBUL", "istanbul"));
        assert!(same(Level::Case, "ΟΔΟΣ", "οδος"));
    }
}
