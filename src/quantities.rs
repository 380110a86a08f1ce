//! Words that stand for a value: number words, months, days, parts of the day, units that go with a number.

use crate::answers::Answers;
use crate::data::{QuantityKind, QUANTITY_WORDS};

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

/// What a word says, folded as the lexicon folds.
pub fn says(word: &str) -> Says {
    // No entry begins another one, so only the last one that is not greater can speak of the word.
    let behind = QUANTITY_WORDS.partition_point(|entry| entry.text <= word);
    let Some(entry) = behind.checked_sub(1).map(|at| &QUANTITY_WORDS[at]) else {
        return Says::Nothing;
    };
    if entry.text != word && !(entry.any_ending && word.starts_with(entry.text)) {
        return Says::Nothing;
    }
    match entry.kind {
        QuantityKind::Value => Says::Value,
        QuantityKind::BesideNumber => Says::Perhaps,
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
    fn each_entry_is_found() {
        for entry in &QUANTITY_WORDS {
            assert_ne!(says(entry.text), Says::Nothing, "{}", entry.text);
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
