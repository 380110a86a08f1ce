//! Token or stretch → folded form: one rule after the other, each with the class of change that it explains.

use crate::text::char_cache::CharCache;
use crate::text::chars::{
    bare_greek, is_apostrophe, is_composed, is_dash, is_invisible, is_quote, is_valued, lower,
};
use crate::text::platform::Platform;
use std::borrow::Cow;

/// How much is folded away. Each level folds all that the levels before it fold.
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

/// A capital letter of ASCII, and a byte that takes more than small letters to fold.
const CAPITAL: u8 = 1;
const DRESSED: u8 = 2;

/// What there is to fold of each byte.
const BYTES: [u8; 256] = {
    let mut bytes = [DRESSED; 256];
    let mut byte = b'!';
    while byte <= b'~' {
        bytes[byte as usize] = match byte {
            b'A'..=b'Z' => CAPITAL,
            b'\'' | b'"' | b'`' | b'-' => DRESSED,
            _ => 0,
        };
        byte += 1;
    }
    bytes
};

/// Folds a stretch up to a level.
///
/// At [`Level::Typography`] a mark that quotes folds to `"`, alone or inside a word to `'`; every dash, and `--`, to `-`.
pub fn fold<'s>(text: &'s str, level: Level, chars: &CharCache<'_>) -> Cow<'s, str> {
    // Nearly every word of most languages' articles.
    match text.bytes().fold(0, |all, byte| all | BYTES[byte as usize]) {
        0 => return Cow::Borrowed(text),
        CAPITAL if level >= Level::Case => return Cow::Owned(text.to_ascii_lowercase()),
        CAPITAL => return Cow::Borrowed(text),
        _ => {}
    }
    // And nearly every other one.
    if text.chars().all(|c| chars.is_plain(c)) {
        return Cow::Borrowed(text);
    }
    let spaced = fold_spacing(text);
    if level == Level::Spacing {
        return spaced;
    }
    let dressed = match fold_typography(&spaced, chars.platform()) {
        Cow::Borrowed(_) => spaced,
        Cow::Owned(dressed) => Cow::Owned(dressed),
    };
    if level == Level::Typography {
        return dressed;
    }
    let small = match lower(&dressed) {
        Cow::Borrowed(_) => dressed,
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
    if text.bytes().all(|byte| BYTES[byte as usize] != DRESSED) {
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
            let inside = out.chars().next_back().is_some_and(char::is_alphanumeric)
                && chars.peek().is_some_and(|&next| next.is_alphanumeric());
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
                // Vulgar fractions, superscripts and the like are composed only (see `compose`); these two are no letters.
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
            out.push_str(&platform.nfkc(body));
            out.push_str(tail);
        }
        return Cow::Owned(out);
    }
    Cow::Owned(platform.nfkc(text))
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
            let folded = lower(&folded).into_owned();
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
