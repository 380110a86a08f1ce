//! A line → what it tells of a time: a date or a time of day alone, one beside other words, or neither.

use crate::data::{AGO, CLOCK, TIMESTAMP};
use crate::text::char_cache::CharCache;
use crate::text::chars::{is_capital, is_letter, is_letter_or_number, is_number, is_unspaced};
use crate::text::quantities::{quantity_of, Kind};
use crate::text::source::slice;

/// Letters of the longest small word beside a date: `at`, `kl`, `um`; the words of a story are longer.
const MAX_SMALL_LETTERS: usize = 3;
/// Letters of the longest name of a time zone, and of the longest month that is cut short: `CEST`, `sept`.
const MAX_SHORT_LETTERS: usize = 4;
/// Small words that a line with a date has at most.
const MAX_SMALL_WORDS: usize = 3;
/// Digits of a year.
const YEAR_DIGITS: usize = 4;

/// What a line tells of a time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Times {
    /// Whether it has a time of day: `8:30`, `8 Uhr`.
    pub has_clock: bool,
    /// Whether it has a date with its year: `9 March 2023`, `2023-03-09`.
    pub has_date: bool,
    /// Whether it has the name of a time zone: `ET`.
    pub has_zone: bool,
    /// Whether it has a month, a day of the week, a year, or *ago*.
    pub has_day: bool,
    /// How many of its words and numbers belong to no time.
    pub others: usize,
}

/// A number or a word of a line, and what is before it.
struct Run<'t> {
    gap: &'t str,
    text: &'t str,
    is_number: bool,
    letters: usize,
}

impl Times {
    /// Reads a line.
    ///
    /// ```text
    /// 9 March 2023, 8:30 GMT       a date and a time of day, nothing else
    /// 10:30 Coffee                 a time of day, and a word of a programme
    /// 2023年3月9日 来源：海港日报    a date, and where the story is from
    /// 1500 metres     July 12      neither: a date has its year
    /// ```
    pub fn read(line: &str, chars: &CharCache<'_>) -> Self {
        let runs = runs(line);
        let (mut times, mut at) = (Self::default(), 0);
        let (mut has_month, mut has_weekday, mut has_noon) = (false, false, false);
        let (mut days, mut years, mut dotted, mut small, mut zones) = (0, 0, 0, 0, 0);
        while let Some(run) = runs.get(at) {
            let rest = &runs[at..];
            at += 1;
            if is_date(rest) {
                times.has_date = true;
                at += 2;
                continue;
            }
            if run.is_number {
                if let Some(minutes) = rest.get(1).filter(|next| is_minute(run, next)) {
                    if minutes.gap == "." {
                        dotted += 1;
                    } else {
                        times.has_clock = true;
                    }
                    at += 1;
                    at += usize::from(runs.get(at).is_some_and(|next| is_minute(minutes, next)));
                } else if run.letters <= 2
                    && rest.get(1).is_some_and(|next| is_hour_sign(next, chars))
                {
                    // `10h12`, `21時37分`
                    times.has_clock = true;
                    let minutes = rest.get(2);
                    let has_minutes =
                        minutes.is_some_and(|next| next.is_number && next.gap.is_empty());
                    at += 2 * usize::from(has_minutes);
                    has_noon = true;
                } else if run.letters <= 2 {
                    days += 1;
                } else if run.letters == YEAR_DIGITS {
                    years += 1;
                } else {
                    times.others += 1;
                }
                continue;
            }
            let word = &*chars.lower(run.text);
            match quantity_of(word) {
                Some((Kind::Month, _)) => has_month = true,
                Some((Kind::Day, _)) => has_weekday = true,
                _ if CLOCK.contains(word) => has_noon = true,
                _ if AGO.contains(word) => times.has_day = true,
                _ if TIMESTAMP.contains(word) => {}
                _ if word.starts_with(is_unspaced) || word.starts_with(is_hangul) => {
                    let first = word.chars().next().unwrap_or_default();
                    has_month |= first == '月' || first == '월';
                    times.others += usize::from(!word.chars().all(is_part_of_time));
                }
                _ if run.letters <= MAX_SMALL_LETTERS && !run.text.starts_with(is_capital) => {
                    small += 1
                }
                _ if run.letters <= MAX_SHORT_LETTERS && run.text.chars().all(is_capital) => {
                    zones += 1;
                }
                _ => times.others += 1,
            }
        }
        times.has_date |= has_month && years > 0;
        times.has_day |= has_month || has_weekday || years > 0 || times.has_date;
        // A point parts hours from minutes only beside something else that tells a time: 9.14 alone is a figure.
        if times.has_date || has_noon && dotted > 0 {
            times.has_clock |= dotted > 0;
            dotted = 0;
        }
        times.others += dotted;
        if !has_month {
            times.others += days + years;
        }
        if !times.has_date && !has_weekday || small > MAX_SMALL_WORDS {
            times.others += small;
        }
        times.has_zone = zones > 0;
        if !times.has_clock || !times.has_date && !has_noon {
            times.others += zones;
        }
        times
    }

    /// Whether the line is a date, maybe with a time of day, and nothing else. A time of day alone may be a cell of a timetable.
    pub fn is_alone(&self) -> bool {
        let has_time = self.has_date || self.has_clock && (self.has_day || self.has_zone);
        has_time && self.others == 0
    }
}

/// The numbers and words of a line. A point between letters parts no words: `p.m.`
fn runs(line: &str) -> Vec<Run<'_>> {
    let (mut runs, mut rest) = (Vec::new(), line);
    while let Some(from) = rest.find(is_letter_or_number) {
        let (gap, word) = (slice(rest, 0..from), slice(rest, from..rest.len()));
        let is_number = word.starts_with(is_number);
        let mut length = run_length(word, is_number);
        let after_point = |length: usize| {
            let after = slice(word, length..word.len()).strip_prefix('.');
            after.filter(|after| !is_number && after.starts_with(is_letter))
        };
        while let Some(after) = after_point(length) {
            length += 1 + run_length(after, false);
        }
        let text = slice(word, 0..length);
        runs.push(Run {
            gap,
            text,
            is_number,
            letters: text.chars().count(),
        });
        rest = slice(word, length..word.len());
    }
    runs
}

/// The bytes of the number, or of the letters with the marks of their scripts, that a text begins with.
fn run_length(text: &str, of_number: bool) -> usize {
    let is_mark = |c: char| matches!(c, '\u{300}'..='\u{36f}' | '\u{900}'..='\u{dff}' | '\u{e00}'..='\u{e7f}' | '\u{200c}' | '\u{200d}');
    let is_part = |c: char| is_number(c) == of_number && (of_number || is_letter(c) || is_mark(c));
    text.find(|c: char| !is_part(c)).unwrap_or(text.len())
}

/// Whether the first three runs are a date with its year, in figures or with a month cut short: `9.3.2023`, `12 ene 2023`, `Mar 9, 2018`.
fn is_date(runs: &[Run<'_>]) -> bool {
    let [first, second, third, ..] = runs else {
        return false;
    };
    let (one, other) = (second.gap.trim(), third.gap.trim());
    let is_day = |run: &Run<'_>| run.is_number && run.letters <= 2;
    let is_year = |run: &Run<'_>| run.is_number && run.letters == YEAR_DIGITS;
    let is_month = |run: &Run<'_>| !run.is_number && run.letters <= MAX_SHORT_LETTERS;
    if is_day(second) {
        one == other
            && matches!(one, "." | "/" | "-" | "–" | "\\.")
            && (is_day(first) && is_year(third) || is_year(first) && is_day(third))
            || is_month(first) && is_year(third) && other == ","
    } else {
        is_day(first) && is_month(second) && is_year(third)
    }
}

/// Whether a number after another one is its minutes or its seconds: `8:30`, `09.14`.
fn is_minute(hour: &Run<'_>, next: &Run<'_>) -> bool {
    hour.letters <= 2 && next.is_number && next.letters == 2 && matches!(next.gap, ":" | ".")
}

/// Whether a word right after a number makes an hour of it: `8 Uhr`, `7am`, `10h`, `21時`.
fn is_hour_sign(next: &Run<'_>, chars: &CharCache<'_>) -> bool {
    !next.is_number
        && next.gap.trim().is_empty()
        && (CLOCK.contains(&chars.lower(next.text))
            || next.text.starts_with(['时', '時', '点', '點', '시']))
}

/// Whether a character is of Hangul.
fn is_hangul(c: char) -> bool {
    matches!(c, '\u{ac00}'..='\u{d7a3}')
}

/// Whether a character of a script without spaces, or of Hangul, is part of a date or of a time of day.
fn is_part_of_time(c: char) -> bool {
    "年月日号號曜星期周週一二三四五六火水木金土时時点點分秒上下午前後년월일시분초오전후요화수목금토"
        .contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::platform::Native;

    fn read(line: &str) -> Times {
        Times::read(line, &CharCache::new(&Native))
    }

    #[test]
    fn dates_and_times_of_day_are_alone() {
        for line in [
            "9 March 2023, 8:30 GMT",
            "1:39 PM ET",
            "Monday at 10:32 a.m.",
            "21 Nov 2017, 6:17pm",
            "28. 4. 2023, 18:41 Uhr",
            "2 maj 2019 kl 09.14",
            "21.dez.2018 às 12h55",
            "08 jul 2022 - 11:10 CEST",
            "12 июня 2022, 10:05",
            "2021年2月3日 10時30分",
            "2023年3月9日木曜日 午後8:30",
            "2022년 4월 11일 오전 9:30",
            "2011年12月09日 19:09:17",
            "2023-03-09",
            "Mar 9, 2018",
        ] {
            assert!(read(line).is_alone(), "{line} {:?}", read(line));
        }
    }

    #[test]
    fn lines_of_programmes_and_tables_are_not() {
        for line in [
            "10:30",
            "10:30 Coffee",
            "20:15 GZSZ",
            "9:00 Tea",
            "08:15 Leeds platform 4",
            "8h30 Accueil des élèves",
            "10:00 開会式",
            "10:00 개회식",
            "1500 metres",
            "衆院選2024",
            "Kirchentag 2023",
            "0.025, 1673",
            "0171 1234567",
            "3:2 1:0",
            "12.50 Euro",
        ] {
            assert!(!read(line).is_alone(), "{line} {:?}", read(line));
        }
    }
}
