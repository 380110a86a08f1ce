//! A word → what it says of a value, and of which kind: number words, months, days, parts of the day, units that go with a number.

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

/// What kind of value a word says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `three`
    Cardinal,
    /// `hundred`, `million`, `dozen`
    Scale,
    /// `third`
    Ordinal,
    /// `half`
    Fraction,
    /// `June`
    Month,
    /// `Monday`
    Day,
    /// `percent`, `km`, `p.m.`
    Unit,
    /// `to` in `five to ten`
    Relation,
}

/// What a word says, folded as the lexicon folds.
pub fn says(word: &str) -> Says {
    means(word).map_or(Says::Nothing, |(_, says)| says)
}

/// Letters of the shortest number word that is looked for behind a small word written on to it; shorter ones end many words.
const LETTERS_BEHIND_PREFIX: usize = 4;

/// What a folded word says, and of which kind it is. Words of Hebrew and Arabic may have a small word written on to them in front:
/// `וחמישה` is *and five*, `ب12` *with 12*.
pub fn means(word: &str) -> Option<(Kind, Says)> {
    look_up(word).or_else(|| {
        let mut rest =
            word.strip_prefix(['ו', 'ב', 'ל', 'כ', 'ה', 'ש', 'מ', 'و', 'ب', 'ل', 'ف'])?;
        rest = rest.strip_prefix("ال").unwrap_or(rest);
        if !rest.is_empty() && rest.chars().all(char::is_numeric) {
            return Some((Kind::Cardinal, Says::Value));
        }
        rest.chars().nth(LETTERS_BEHIND_PREFIX - 1)?;
        look_up(rest).filter(|&(_, says)| says == Says::Value)
    })
}

/// Where the words with each first byte stand in the list.
const BY_FIRST_BYTE: [u16; 257] = QUANTITY_WORDS.starts_by_first_byte();

fn look_up(word: &str) -> Option<(Kind, Says)> {
    // No entry begins another one, so only the last one that is not greater can speak of the word.
    let entry = QUANTITY_WORDS
        .with_first_byte_of(word, &BY_FIRST_BYTE)
        .last_up_to(word)?;
    if entry.text != word && !(entry.any_ending && word.starts_with(entry.text)) {
        return None;
    }
    Some(match entry.kind {
        QuantityKind::Cardinal => (Kind::Cardinal, Says::Value),
        QuantityKind::CardinalBesideNumber => (Kind::Cardinal, Says::Perhaps),
        QuantityKind::Day => (Kind::Day, Says::Value),
        QuantityKind::DayBesideNumber => (Kind::Day, Says::Perhaps),
        QuantityKind::Fraction => (Kind::Fraction, Says::Value),
        QuantityKind::FractionBesideNumber => (Kind::Fraction, Says::Perhaps),
        QuantityKind::Month => (Kind::Month, Says::Value),
        QuantityKind::MonthBesideNumber => (Kind::Month, Says::Perhaps),
        QuantityKind::Ordinal => (Kind::Ordinal, Says::Value),
        QuantityKind::OrdinalBesideNumber => (Kind::Ordinal, Says::Perhaps),
        QuantityKind::RelationBesideNumber => (Kind::Relation, Says::Perhaps),
        QuantityKind::Scale => (Kind::Scale, Says::Value),
        QuantityKind::ScaleBesideNumber => (Kind::Scale, Says::Perhaps),
        QuantityKind::Unit => (Kind::Unit, Says::Value),
        QuantityKind::UnitBesideNumber => (Kind::Unit, Says::Perhaps),
    })
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
        for entry in QUANTITY_WORDS.iter() {
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
        for word in ["", "b", "harbour", "mayor", "zz", "\u{10ffff}"] {
            assert_eq!(says(word), Says::Nothing, "{word}");
        }
    }
}
