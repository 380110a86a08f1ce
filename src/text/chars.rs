//! A character → what it is to prose: white space, a quotation mark, a dash, a capital letter, part of a script without spaces.

/// Whether a character is a letter of any script.
#[inline(never)]
pub fn is_letter(c: char) -> bool {
    c.is_alphabetic()
}

/// Whether a character is a number of any script.
#[inline(never)]
pub fn is_number(c: char) -> bool {
    c.is_numeric()
}

/// Whether a character is a letter or a number.
#[inline(never)]
pub fn is_letter_or_number(c: char) -> bool {
    c.is_alphanumeric()
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
        '\'' | '‘' | '’' | '‚' | '‛' | '′' | '`' | '´' | 'ʼ' | 'ʹ' | 'ʻ' | '＇' | '‵' | '׳'
    )
}

/// Whether a character is a quotation mark of any script, single ones included.
#[rustfmt::skip]
pub fn is_quote(c: char) -> bool {
    is_apostrophe(c)
        || matches!(c,
            '"' | '“' | '”' | '„' | '‟' | '″' | '«' | '»' | '‹' | '›' | '「' | '」' | '『' | '』' | '〝' | '〞' | '〟'
            | '＂' | '｢' | '｣' | '❝' | '❞' | '״')
}

/// Whether a character is a hyphen, a dash or a minus sign. The soft hyphen is not: it prints nothing.
pub fn is_dash(c: char) -> bool {
    matches!(c, '-' | '‐'..='―' | '−' | '⸺' | '⸻' | '﹘' | '﹣' | '－')
}

/// Whether the words of the character's script are written without spaces, so that Unicode's word rules find single characters.
pub fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{1950}'..='\u{19df}' | '\u{1a20}'..='\u{1aaf}'
        | '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{309f}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{a9e0}'..='\u{a9ff}'
        | '\u{aa60}'..='\u{aa7f}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
        && !matches!(c, '\u{e50}'..='\u{e59}' | '\u{ed0}'..='\u{ed9}' | '\u{1040}'..='\u{1049}' | '\u{17e0}'..='\u{17e9}')
}

/// Whether a character is a capital letter, or a letter that only its first half is a capital of (`ǅ`).
pub fn is_capital(c: char) -> bool {
    c.is_uppercase()
        || matches!(c, 'ǅ' | 'ǈ' | 'ǋ' | 'ǲ' | '\u{1f88}'..='\u{1f8f}' | '\u{1f98}'..='\u{1f9f}' | '\u{1fa8}'..='\u{1faf}'
            | 'ᾼ' | 'ῌ' | 'ῼ')
}

/// Whether a character is a small letter of an alphabet whose sentences begin with capitals. Georgian has capitals for headlines
/// only, so its letters are not.
pub fn is_small(c: char) -> bool {
    c.is_lowercase() && !matches!(c, '\u{10d0}'..='\u{10ff}')
}

/// Whether compatibility would change the value of a number that the character is in.
pub fn is_valued(c: char) -> bool {
    matches!(c, '²' | '³' | '¹' | '¼'..='¾' | '\u{2070}'..='\u{209f}' | '\u{2150}'..='\u{218f}' | '\u{2460}'..='\u{24ff}')
}

/// Whether normalisation form KC leaves a character as it is, or would change a value by it.
pub fn is_composed(c: char) -> bool {
    let settled = matches!(c, '\0'..='\u{a0}' | '¡'..='\u{131}' | '\u{134}'..='\u{13e}' | '\u{141}'..='\u{148}' | '\u{14a}'..='\u{17e}'
            | '\u{391}'..='\u{3ce}' | '\u{400}'..='\u{45f}' | '\u{490}'..='\u{52f}' | '\u{5d0}'..='\u{5ea}' | '\u{620}'..='\u{64a}'
            | '\u{660}'..='\u{669}' | '\u{66e}'..='\u{674}' | '\u{679}'..='\u{6d3}' | '\u{6f0}'..='\u{6f9}'
            | '\u{e01}'..='\u{e32}' | '\u{e34}'..='\u{e3a}' | '\u{e40}'..='\u{e5b}'
            | '\u{2010}'..='\u{2016}' | '\u{2018}'..='\u{2023}' | '\u{20a0}'..='\u{20bf}'
            | '\u{3001}'..='\u{302f}' | '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fe}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}')
        && !matches!(c, '\u{a8}' | 'ª' | '¯' | '´' | 'µ' | '¸' | 'º');
    settled || is_without_forms(c) || is_valued(c)
}

/// Whether a character is in one of the large ranges in which no normalisation form changes any: private characters, and the planes of
/// rare ideographs and beyond but for the compatibility ideographs.
pub fn is_without_forms(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{20000}'..='\u{2f7ff}' | '\u{2fa20}'..)
}

/// A Greek letter without accents and breathings: the monotonic and the polytonic spelling of a word are one word.
pub fn bare_greek(c: char) -> char {
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

    #[test]
    fn what_has_another_small_letter_is_a_capital() {
        for c in ('\0'..=char::MAX).filter(|c| c.to_lowercase().next() != Some(*c)) {
            assert!(is_capital(c), "{c}");
        }
    }

    #[test]
    fn sentences_of_georgian_begin_with_no_capital() {
        assert!(is_small('é') && is_small('ж') && !is_small('ა') && !is_small('한'));
        assert!(is_capital('É') && is_capital('Ж') && !is_capital('ა') && !is_capital('東'));
    }
}
