//! Words that stand for a value: number words, months, days, parts of the day, units that go with a number.

use crate::answers::Answers;
use crate::text::cut;

/// What a word says of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Says {
    /// Nothing: `harbour`.
    Nothing,
    /// Something in the company of a number only: `may` beside `5` or `June`, `km` beside `12`.
    Perhaps,
    /// A value: `three`, `June`, `million`.
    Value,
}

/// The words of some thirty languages, one on a line, in the order of their bytes. Folded as the lexicon folds: small letters,
/// Greek without accents. `*` stands for any ending, `?` for a word that says [`Says::Perhaps`]. A word missing here is called
/// wording, which is never false; so only words that news is made of are here, and no two lines say the same.
const WORDS: &str = include_str!("quantities.txt");

/// Of the lines that open with each small letter of ASCII, and of all others: where they begin, and which second bytes they have,
/// one bit for the lower five bits of each. Half of all words need no more, most others are looked for among a few dozen lines.
const LETTERS: [(u16, u32); 28] = {
    let bytes = WORDS.as_bytes();
    let mut letters = [(0, 0); 28];
    let mut at = 0;
    while at < bytes.len() {
        let letter = letter(bytes[at]);
        letters[letter].1 |= match bytes[at + 1] {
            b'*' => !0,
            second => 1 << (second & 31),
        };
        while at < bytes.len() && bytes[at] != b'\n' {
            at += 1;
        }
        at += 1;
        let mut next = letter + 1;
        while next < letters.len() {
            letters[next].0 = at as u16;
            next += 1;
        }
    }
    letters
};

/// The place of a byte in [`LETTERS`].
const fn letter(byte: u8) -> usize {
    match byte {
        b'a'..=b'z' => (byte - b'a') as usize,
        _ => 26,
    }
}

/// What a folded word says. Bisects the lines.
pub fn says(word: &str) -> Says {
    let bytes = WORDS.as_bytes();
    let Some(&first) = word.as_bytes().first() else {
        return Says::Nothing;
    };
    let letter = letter(first);
    let (start, seconds) = LETTERS[letter];
    let none_has = |second: &u8| seconds & 1 << (second & 31) == 0;
    if word.as_bytes().get(1).is_some_and(none_has) {
        return Says::Nothing;
    }
    let (mut low, mut high) = (start as usize, LETTERS[letter + 1].0 as usize);
    // Invariant: both ends are starts of lines; the last line not greater than the word starts before `high`.
    let mut best = "";
    while low < high {
        let mut start = (low + high) / 2;
        while start > low && bytes[start - 1] != b'\n' {
            start -= 1;
        }
        let mut end = start;
        while end < bytes.len() && bytes[end] != b'\n' {
            end += 1;
        }
        let line = cut(WORDS, start..end);
        let marked = matches!(bytes.get(end.wrapping_sub(1)), Some(b'*' | b'?'));
        if &bytes[start..end - usize::from(marked)] > word.as_bytes() {
            high = start;
        } else {
            best = line;
            low = end + 1;
        }
    }
    let (said, key) = if let Some(key) = best.strip_suffix('*') {
        return if !key.is_empty() && word.starts_with(key) {
            Says::Value
        } else {
            Says::Nothing
        };
    } else if let Some(key) = best.strip_suffix('?') {
        (Says::Perhaps, key)
    } else {
        (Says::Value, best)
    };
    if key == word && !key.is_empty() {
        said
    } else {
        Says::Nothing
    }
}

const NUMERAL: u8 = 1;
const COUNTER: u8 = 2;

/// What a sign of Chinese and Japanese writing is in a number.
fn role(sign: &str) -> u8 {
    const NUMERALS: &str = "〇零一二三四五六七八九十百千万萬亿億兆両两廿";
    const COUNTERS: &str =
        "年月日号時时分秒円元圆圓人名歳岁度回個个点割位頭隻件本枚階层周週刻次口戸户台辆家条";
    static KNOWN: Answers = Answers::new();
    let mut chars = sign.chars();
    let (Some(c), None) = (chars.next(), chars.next()) else {
        return 0;
    };
    KNOWN.of(c, |c| {
        let is_in = |signs: &str| u8::from(signs.chars().any(|sign| sign == c));
        (is_in(NUMERALS) * NUMERAL) | (is_in(COUNTERS) * COUNTER)
    })
}

/// Whether a sign is a numeral of Chinese and Japanese writing.
pub fn is_numeral(sign: &str) -> bool {
    role(sign) & NUMERAL > 0
}

/// Whether a sign behind a numeral belongs to it: a unit, a counter, a coin.
pub fn is_counter(sign: &str) -> bool {
    role(sign) & COUNTER > 0
}

fn is_one_of(list: &str, sign: &str) -> bool {
    let mut chars = sign.chars();
    matches!((chars.next(), chars.next()), (Some(c), None) if list.chars().any(|other| other == c))
}

/// Whether a sign between its neighbours says a day of the week or a half of the day: 火曜, 星期三, 周日, 午後, 上午.
pub fn is_day(before: &str, sign: &str, after: &str) -> bool {
    is_one_of("日月火水木金土", sign) && after == "曜"
        || is_one_of("日天", sign) && is_one_of("期周週拜", before)
        || is_one_of("前後", sign) && before == "午"
        || is_one_of("上下", sign) && after == "午"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_in_order_and_each_is_found() {
        let key = |line: &'static str| line.trim_end_matches(['*', '?']);
        let lines: Vec<&str> = WORDS.lines().collect();
        for two in lines.windows(2) {
            assert!(key(two[0]) < key(two[1]), "{} before {}", two[0], two[1]);
            let under = two[0].ends_with('*') && two[1].starts_with(key(two[0]));
            assert!(!under, "{} says what {} says", two[1], two[0]);
        }
        for line in lines {
            assert_ne!(says(key(line)), Says::Nothing, "{line}");
        }
    }

    #[test]
    fn words_of_many_languages() {
        for word in [
            "three",
            "seventeen",
            "june",
            "montag",
            "dreizehn",
            "avril",
            "jueves",
            "venerdì",
            "julho",
            "woensdag",
            "tisdag",
            "czerwca",
            "říjnu",
            "июня",
            "жовтні",
            "п'ять",
            "çarşamba",
            "οκτωβριο",
            "أكتوبر",
            "خرداد",
            "שלישי",
            "मंगलवार",
            "화요일에",
            "bảy",
            "million",
            "millionen",
        ] {
            assert_eq!(says(word), Says::Value, "{word}");
        }
        for word in ["may", "km", "ein", "une", "am"] {
            assert_eq!(says(word), Says::Perhaps, "{word}");
        }
        for word in ["", "a", "harbour", "mayor", "zz", "\u{10ffff}"] {
            assert_eq!(says(word), Says::Nothing, "{word}");
        }
    }
}
