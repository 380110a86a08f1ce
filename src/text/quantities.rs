//! Words that stand for a value: number words, months, days, parts of the day, units that go with a number.

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

/// The only character of a token.
fn only_char(token: &str) -> Option<char> {
    let mut chars = token.chars();
    chars.next().filter(|_| chars.next().is_none())
}

/// Whether a token is a numeral of Chinese and Japanese writing.
#[rustfmt::skip]
pub fn is_numeral(token: &str) -> bool {
    matches!(only_char(token), Some('〇' | '零' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百' | '千' | '万' | '萬' | '亿' | '億' | '兆' | '両' | '两' | '廿'))
}

/// Whether a token behind a numeral belongs to it: a unit, a counter, a coin.
#[rustfmt::skip]
pub fn is_counter(token: &str) -> bool {
    matches!(only_char(token), Some(
        '年' | '月' | '日' | '号' | '時' | '时' | '分' | '秒' | '円' | '元' | '圆' | '圓' | '人' | '名' | '歳' | '岁' | '度' | '回' | '個' | '个' | '点' | '割'
        | '位' | '頭' | '隻' | '件' | '本' | '枚' | '階' | '层' | '周' | '週' | '刻' | '次' | '口' | '戸' | '户' | '台' | '辆' | '家' | '条'
    ))
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
