//! Token or stretch → folded form: one rule after the other, each with the class of change that it explains.

use crate::answers::Answers;
use crate::letters::is_letter_or_number;
pub use crate::lower::common as fold_case;
use crate::lower::{is_small_already, lower};
use crate::platform::Platform;
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

/// Whether a character is white space between tokens.
pub fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{2060}')
}

/// Whether a character prints nothing: joiners, soft hyphens, direction marks.
pub fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Whether a character is an apostrophe or a single quotation mark.
pub fn is_apostrophe(c: char) -> bool {
    matches!(
        c,
        '\'' | '‘' | '’' | '‚' | '‛' | '′' | '`' | '´' | 'ʼ' | 'ʹ' | 'ʻ' | '＇' | '‵'
    )
}

/// Whether a character is a quotation mark of any script, single ones included.
pub fn is_quote(c: char) -> bool {
    is_apostrophe(c)
        || matches!(
            c,
            '"' | '“'
                | '”'
                | '„'
                | '‟'
                | '″'
                | '«'
                | '»'
                | '‹'
                | '›'
                | '「'
                | '」'
                | '『'
                | '』'
                | '〝'
                | '〞'
                | '〟'
                | '＂'
                | '｢'
                | '｣'
                | '❝'
                | '❞'
        )
}

/// Whether a character is a hyphen, a dash or a minus sign.
pub fn is_dash(c: char) -> bool {
    matches!(
        c,
        '-' | '‐'..='―' | '−' | '⸺' | '⸻' | '﹘' | '﹣' | '－' | '\u{ad}'
    ) && c != '\u{ad}'
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
pub fn fold<'s>(text: &'s str, level: Level, platform: &dyn Platform) -> Cow<'s, str> {
    // Nearly every word of most languages' articles.
    match text.bytes().fold(0, |all, byte| all | BYTES[byte as usize]) {
        0 => return Cow::Borrowed(text),
        CAPITAL if level >= Level::Case => return Cow::Owned(text.to_ascii_lowercase()),
        CAPITAL => return Cow::Borrowed(text),
        _ => {}
    }
    // And nearly every other one.
    if text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let spaced = fold_spacing(text);
    if level == Level::Spacing {
        return spaced;
    }
    let dressed = match fold_typography(&spaced, platform) {
        Cow::Borrowed(_) => spaced,
        Cow::Owned(dressed) => Cow::Owned(dressed),
    };
    if level == Level::Typography {
        return dressed;
    }
    let small = match lower(&dressed, platform) {
        Cow::Borrowed(_) => dressed,
        Cow::Owned(small) => Cow::Owned(small),
    };
    let greek = |c: char| matches!(c, '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}');
    if level == Level::Letters && small.chars().any(greek) {
        return Cow::Owned(small.chars().map(bare_greek).collect());
    }
    small
}

/// Whether no level folds a character, whatever it stands beside.
fn is_plain(c: char) -> bool {
    static KNOWN: Answers = Answers::new();
    KNOWN.of(c, |c| {
        let kept = !is_space(c) && !is_invisible(c) && !is_dash(c) && !is_quote(c);
        let own = is_composed(c) && !matches!(c, '…' | '⋯' | '\u{640}' | '․');
        u8::from(kept && own && is_small_already(c) && bare_greek(c) == c)
    }) > 0
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

/// Whether compatibility would change the value of a number that the character is in.
fn is_valued(c: char) -> bool {
    matches!(c, '²' | '³' | '¹' | '¼'..='¾' | '\u{2070}'..='\u{209f}' | '\u{2150}'..='\u{218f}' | '\u{2460}'..='\u{24ff}')
}

/// Whether [`compose`] leaves a character as it is.
fn is_composed(c: char) -> bool {
    let settled = matches!(c, '\0'..='\u{a0}' | '¡'..='\u{131}' | '\u{134}'..='\u{13e}' | '\u{141}'..='\u{148}' | '\u{14a}'..='\u{17e}'
            | '\u{391}'..='\u{3ce}' | '\u{400}'..='\u{45f}' | '\u{490}'..='\u{52f}' | '\u{5d0}'..='\u{5ea}' | '\u{620}'..='\u{64a}'
            | '\u{660}'..='\u{669}' | '\u{66e}'..='\u{674}' | '\u{679}'..='\u{6d3}' | '\u{6f0}'..='\u{6f9}'
            | '\u{e01}'..='\u{e32}' | '\u{e34}'..='\u{e3a}' | '\u{e40}'..='\u{e5b}'
            | '\u{2010}'..='\u{2016}' | '\u{2018}'..='\u{2023}' | '\u{20a0}'..='\u{20bf}'
            | '\u{3001}'..='\u{302f}' | '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fe}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}')
        && !matches!(c, '\u{a8}' | 'ª' | '¯' | '´' | 'µ' | '¸' | 'º');
    settled || is_valued(c)
}

/// A Greek letter without accents and breathings: the monotonic and the polytonic spelling of a word are one word.
fn bare_greek(c: char) -> char {
    const ROWS: &str = "αεηιουωαεηιουωαηω";
    let code = u32::from(c);
    match c {
        'ά' | 'Ά' => 'α',
        'έ' | 'Έ' => 'ε',
        'ή' | 'Ή' => 'η',
        'ί' | 'Ί' | 'ΐ' | 'ϊ' | 'Ϊ' => 'ι',
        'ό' | 'Ό' => 'ο',
        'ύ' | 'Ύ' | 'ΰ' | 'ϋ' | 'Ϋ' => 'υ',
        'ώ' | 'Ώ' => 'ω',
        // The extended block has a row of sixteen for each vowel, then pairs, then three rows with a subscript.
        '\u{1f00}'..='\u{1f6f}' => ROWS.chars().nth((code as usize - 0x1f00) / 16).unwrap_or(c),
        '\u{1f70}'..='\u{1f7d}' => ROWS
            .chars()
            .nth(7 + (code as usize - 0x1f70) / 2)
            .unwrap_or(c),
        '\u{1f80}'..='\u{1faf}' => ROWS
            .chars()
            .nth(14 + (code as usize - 0x1f80) / 16)
            .unwrap_or(c),
        '\u{1fb0}'..='\u{1fbc}' => 'α',
        '\u{1fc2}'..='\u{1fc7}' | '\u{1fca}'..='\u{1fcc}' => 'η',
        '\u{1fc8}' | '\u{1fc9}' => 'ε',
        '\u{1fd0}'..='\u{1fdb}' => 'ι',
        '\u{1fe4}' | '\u{1fe5}' | '\u{1fec}' => 'ρ',
        '\u{1fe0}'..='\u{1feb}' => 'υ',
        '\u{1ff2}'..='\u{1ff7}' | '\u{1ffa}'..='\u{1ffc}' => 'ω',
        '\u{1ff8}' | '\u{1ff9}' => 'ο',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::Native;

    #[test]
    fn what_is_plain_is_not_folded_in_any_neighbourhood() {
        for c in ('\0'..=char::MAX).filter(|&c| is_plain(c)) {
            let text = format!("a{c}");
            let folded = fold_typography(&fold_spacing(&text), &Native).into_owned();
            let folded = lower(&folded, &Native).into_owned();
            assert_eq!(folded, text, "{c:?}");
        }
    }

    fn same(level: Level, before: &str, after: &str) -> bool {
        fold(before, level, &Native) == fold(after, level, &Native)
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
