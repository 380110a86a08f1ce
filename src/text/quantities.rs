//! A word → whether it says a value, and of which kind: number words, months, days, parts of the day, units that follow a number.

pub use crate::data::QuantityKind as Kind;
use crate::data::{Entry, Quantity, QUANTITY_WORDS};
use crate::text::chars::is_number;
use crate::text::number_words::{is_compound, without_prefix};

/// Whether a word says a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ValueWord {
    /// It does not: `harbour`.
    No,
    /// Only beside a number: `may` beside `5` or `June`, `km` beside `12`.
    BesideNumber,
    /// It does: `three`, `June`, `million`.
    Always,
}

/// Whether a word says a value. The word must be folded as the lexicon folds.
pub fn value_word(word: &str) -> ValueWord {
    quantity_of(word).map_or(ValueWord::No, |(_, value)| value)
}

/// Letters of the shortest number word that is looked for after a prefix; many words end with a shorter one.
const MIN_LETTERS_AFTER_PREFIX: usize = 4;

/// The kind of value that a folded word says, if it says one. Words of Hebrew and Arabic may have a small word as their prefix:
/// `וחמישה` is *and five*, `ب12` *with 12*.
pub fn quantity_of(word: &str) -> Option<(Kind, ValueWord)> {
    let compound = || is_compound(word).then_some((Kind::Cardinal, ValueWord::Always));
    let behind_prefix = || {
        let rest = without_prefix(word)?;
        if !rest.is_empty() && rest.chars().all(is_number) {
            return Some((Kind::Cardinal, ValueWord::Always));
        }
        rest.chars().nth(MIN_LETTERS_AFTER_PREFIX - 1)?;
        look_up(rest).filter(|&(_, value)| value == ValueWord::Always)
    };
    look_up(word).or_else(behind_prefix).or_else(compound)
}

/// Where the words with each first byte begin in the list.
const BY_FIRST_BYTE: [u16; 257] = QUANTITY_WORDS.starts_by_first_byte();

fn look_up(word: &str) -> Option<(Kind, ValueWord)> {
    let quantity = entry_of(word)?.kind;
    let value = if quantity.beside_number {
        ValueWord::BesideNumber
    } else {
        ValueWord::Always
    };
    Some((quantity.kind, value))
}

#[inline(never)]
fn entry_of(word: &str) -> Option<Entry<Quantity>> {
    // No entry is the beginning of another one, so only the last entry that is not greater can be the word or its beginning.
    let entry = QUANTITY_WORDS
        .with_first_byte_of(word, &BY_FIRST_BYTE)
        .last_up_to(word.as_bytes())?;
    (entry.text == word || entry.any_ending && word.starts_with(entry.text)).then_some(entry)
}

/// Whether a character is the sign of a currency, of percents or of degrees.
pub fn is_value_sign(c: char) -> bool {
    matches!(c, '$' | '%' | '¢'..='¥' | '°' | '‰' | '٪' | '\u{20a0}'..='\u{20cf}')
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

/// Whether a token after a numeral belongs to it: a unit, a counter, a currency.
#[rustfmt::skip]
pub fn is_counter(token: &str) -> bool {
    matches!(only_char(token), Some(
        '年' | '月' | '日' | '号' | '時' | '时' | '分' | '秒' | '円' | '元' | '圆' | '圓' | '人' | '名' | '歳' | '岁' | '度' | '回' | '個' | '个' | '点' | '割'
        | '位' | '頭' | '隻' | '件' | '本' | '枚' | '階' | '层' | '周' | '週' | '刻' | '次' | '口' | '戸' | '户' | '台' | '辆' | '家' | '条'
    ))
}

/// Whether a token is one character of a list.
fn is_one_of(list: &str, token: &str) -> bool {
    let mut chars = token.chars();
    matches!((chars.next(), chars.next()), (Some(c), None) if list.chars().any(|other| other == c))
}

/// Whether a character, with the tokens before and after it, is part of a day of the week or of a half of the day: 火曜, 星期三, 周日, 午後, 上午.
pub fn is_day(before: &str, token: &str, after: &str) -> bool {
    is_one_of("日月火水木金土", token) && after == "曜"
        || is_one_of("日天", token) && is_one_of("期周週拜", before)
        || is_one_of("前後", token) && before == "午"
        || is_one_of("上下", token) && after == "午"
}

/// Whether a word as it is written is a Roman numeral, also with an ending of French: `XIV`, `XIXe`. One letter alone is one only
/// beside another: `World War I`, `World War II`.
pub fn roman_numeral(word: &str) -> ValueWord {
    let digits = ["ème", "er", "e"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending))
        .unwrap_or(word);
    if digits.is_empty()
        || !digits
            .bytes()
            .all(|byte| matches!(byte, b'I' | b'V' | b'X'))
    {
        ValueWord::No
    } else if digits.len() == 1 {
        ValueWord::BesideNumber
    } else {
        ValueWord::Always
    }
}

/// Whether a word of several characters is a day of the week: 周二, 星期三, 礼拜天.
pub fn is_weekday(word: &str) -> bool {
    ["周", "週", "星期", "礼拜", "禮拜"].iter().any(|week| {
        let day = word.strip_prefix(week);
        day.is_some_and(|day| is_one_of("一二三四五六日天", day))
    })
}

/// Whether a character, with the tokens before and after it, is part of a word for degrees below or above the freezing point: 零下,
/// 零上, 氷点下.
pub fn is_degree_sign(before: &str, token: &str, after: &str) -> bool {
    let is_freezing_point = |token: &str, after: &str| is_one_of("氷冰", token) && after == "点";
    is_one_of("上下", token) && is_one_of("零点", before)
        || token == "零" && is_one_of("上下", after)
        || is_freezing_point(token, after)
        || is_freezing_point(before, token)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_entry_is_found() {
        for entry in QUANTITY_WORDS.iter() {
            assert_ne!(value_word(entry.text), ValueWord::No, "{}", entry.text);
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
            assert_eq!(value_word(word), ValueWord::Always, "{word}");
        }
        for word in ["may", "km", "ein", "une", "am"] {
            assert_eq!(value_word(word), ValueWord::BesideNumber, "{word}");
        }
        for word in ["", "b", "harbour", "mayor", "zz", "\u{10ffff}"] {
            assert_eq!(value_word(word), ValueWord::No, "{word}");
        }
    }
}
