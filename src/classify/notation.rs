//! A side of a change → the values that it says, in one notation.

use super::context::{FactSide, TextView};
use crate::both::Both;
use crate::text::chars::is_dash;
use crate::text::lexicon::Lexicon;
use crate::text::quantities::{
    is_counter, is_value_sign, number_word, quantity_of, Kind, ValueWord, BILLION, PERCENT,
    POWER_OF_TEN,
};
use crate::text::source::slice;
use crate::text::units::TokenKind;

/// Digits of the longest number that is read; a longer one is a code.
const MAX_DIGITS: usize = 12;
/// Digits of each group but the first: `12,000`.
const GROUP: usize = 3;
/// The greatest day of a month. In a date, a greater number is the year.
const MAX_DAY: u64 = 31;

/// A value, or a word or sign that belongs to one.
#[derive(Clone, Copy, PartialEq)]
struct Part<'a> {
    /// The digits as one number.
    number: u64,
    /// How many of the digits are behind the mark.
    decimals: usize,
    /// The mark: `.` or `,` of a decimal, `:` of a time of day, `0` before a number with a nought before it. Of a word or a sign, itself.
    sign: &'a str,
}

/// Tells of a token whether it is part of a value.
type IsFigure<'a> = Option<&'a dyn Fn(TextView<'_>, usize) -> bool>;

/// Whether both sides say the same values, only written in another way. In doubt they do not.
///
/// Where there is no `is_figure`, the sides are nothing but values and the same words around them, so that each sign counts.
///
/// ```text
/// same     1,000/1000   zwölf/12   3 million/3,000,000   $3m/$3 million   5 May 2011/May 5, 2011   10h30/10:30   50%/50 percent   三万/3万
/// differ   1.5/1,5      $3/3       3 million/3 billion   12/05 → 05/12    May 5/May 6              10.30/10:30   3 km/3 miles
/// ```
///
/// Before this rule all of these were numbers that differ.
#[inline(never)]
pub fn say_the_same(
    sides: Both<FactSide<'_>>,
    lexicon: &Lexicon<'_>,
    is_figure: IsFigure<'_>,
) -> bool {
    let said = sides.map(|side| Reader::read_all(side, lexicon, is_figure));
    let (before, after) = (said.before, said.after);
    let in_place = || before.iter().eq(&after);
    // `%50` and `50%`, `5 May` and `May 5`
    let in_any_order = || is_one_value(&before) && before.iter().all(|part| after.contains(part));
    before.len() == after.len() && !before.is_empty() && (in_place() || in_any_order())
}

/// Whether each part is one of its kind, so that their order says nothing: one number, or the day and the year beside a month.
fn is_one_value(parts: &[Part<'_>]) -> bool {
    let (mut days, mut years) = (0, 0);
    for part in parts
        .iter()
        .filter(|part| part.number > 0 || part.sign.is_empty())
    {
        if part.number <= MAX_DAY {
            days += 1;
        } else {
            years += 1;
        }
    }
    let is_month = |part: &Part<'_>| matches!(quantity_of(part.sign), Some((Kind::Month, _)));
    days + years <= 1
        || days == 1 && years == 1 && parts.iter().filter(|part| is_month(part)).count() == 1
}

/// Reads a side, token after token.
struct Reader<'a> {
    side: FactSide<'a>,
    lexicon: &'a Lexicon<'a>,
    parts: Vec<Part<'a>>,
    /// A number below this is added to the last part: below 10 after `twenty`, below 1000 after `thousand`.
    open_below: u64,
    /// Whether the last token was a number.
    follows_number: bool,
}

impl<'a> Reader<'a> {
    #[inline(never)]
    fn read_all(
        side: FactSide<'a>,
        lexicon: &'a Lexicon<'a>,
        is_figure: IsFigure<'_>,
    ) -> Vec<Part<'a>> {
        let mut reader = Self {
            side,
            lexicon,
            parts: Vec::new(),
            open_below: 0,
            follows_number: false,
        };
        let mut at = side.tokens.start;
        while at < side.tokens.end {
            at = reader.read(at, is_figure);
        }
        reader.parts
    }

    #[inline(never)]
    fn folded(&self, at: usize) -> &'a str {
        let token = self.side.view.units.tokens.get(at);
        token.map_or("", |token| self.lexicon.folded(token.folded))
    }

    /// Reads what begins at a token, and returns the token behind it.
    fn read(&mut self, at: usize, is_figure: IsFigure<'_>) -> usize {
        let kind = self.side.view.units.tokens[at].kind;
        let written = &self.side.view.text[self.side.view.units.tokens[at].start as usize..];
        // Digits of other scripts and signs such as ½ and ④ are signs.
        if kind == TokenKind::Number && written.starts_with(|c| digit(c).is_some()) {
            return self.digits(at);
        }
        let followed = std::mem::take(&mut self.follows_number);
        let open_below = std::mem::take(&mut self.open_below);
        let counts = is_figure.is_none_or(|is_figure| is_figure(self.side.view, at));
        let word = self.folded(at);
        if kind == TokenKind::Punctuation {
            // `twenty-one`
            if open_below > 0 && word.chars().all(is_dash) {
                self.open_below = open_below;
            } else if word.contains(is_value_sign)
                || is_figure.is_none() && !matches!(word, "," | ".")
            {
                self.sign(if word == "٪" { "%" } else { word });
            }
            return at + 1;
        }
        let next = self.folded(at + 1);
        if matches!(word, "per" | "pour" | "por") && matches!(next, "cent" | "ciento" | "cento") {
            self.sign("%");
            return at + 2;
        }
        if !counts && !followed {
            return at + 1;
        }
        self.open_below = open_below;
        if kind == TokenKind::Word {
            match quantity_of(word) {
                Some((_, value)) if counts || value == ValueWord::BesideNumber => {
                    self.word(word, followed)
                }
                _ if counts => self.sign(word),
                _ => {}
            }
        } else if counts || is_counter(word) {
            self.numeral(word, followed);
        }
        at + 1
    }

    #[inline(never)]
    fn push(&mut self, number: u64, decimals: usize, sign: &'a str) {
        self.parts.push(Part {
            number,
            decimals,
            sign,
        });
    }

    fn sign(&mut self, sign: &'a str) {
        self.open_below = 0;
        self.push(0, 0, sign);
    }

    #[inline(never)]
    fn word(&mut self, word: &'a str, followed: bool) {
        match number_word(word) {
            Some(number @ ..POWER_OF_TEN) => self.add(number.into()),
            Some(PERCENT) => self.sign("%"),
            Some(BILLION) => self.sign("bn"),
            Some(power) => self.multiply((power - POWER_OF_TEN).into(), followed),
            None => self.sign(word),
        }
    }

    /// A number below 100 in words.
    #[inline(never)]
    fn add(&mut self, number: u64) {
        match self.parts.last_mut() {
            Some(last) if number < self.open_below => last.number += number,
            _ => self.push(number, 0, ""),
        }
        let is_ten = number >= 20 && number % 10 == 0;
        self.open_below = if is_ten { 10 } else { 0 };
        self.follows_number = true;
    }

    /// A word such as million: it multiplies what was said since a greater one.
    #[inline(never)]
    fn multiply(&mut self, power: u32, follows_number: bool) {
        let factor = 10u64.pow(power);
        match self.parts.last_mut() {
            Some(last)
                if follows_number
                    && last.sign.is_empty()
                    && last.number < u64::MAX / 2 / factor =>
            {
                let low = last.number % factor;
                last.number += low.max(1) * factor - low;
            }
            _ => self.push(factor, 0, ""),
        }
        self.open_below = factor;
        self.follows_number = true;
    }

    /// A numeral of Chinese or Japanese, or another character.
    fn numeral(&mut self, character: &'a str, followed: bool) {
        let numerals = "〇一二三四五六七八九十百千万萬亿億".chars();
        let powers = [1, 2, 3, 4, 4, 8, 8];
        match numerals.into_iter().position(|c| character.starts_with(c)) {
            Some(number @ 0..10) => self.add(number as u64),
            Some(place) => self.multiply(powers[place - 10], followed),
            None => self.sign(character),
        }
    }

    /// A number in digits, with what is joined to it: `12 000`, `10:30`, `10h30`, `5th`, `$3m`.
    #[inline(never)]
    fn digits(&mut self, first: usize) -> usize {
        let tokens = &self.side.view.units.tokens;
        let start = tokens[first].start as usize;
        let text = slice(
            self.side.view.text,
            start..tokens[self.side.tokens.end - 1].end as usize,
        );
        // All digits as one number, and how many there are; how many marks, and the last of them.
        let (mut number, mut count) = (0, 0);
        let (mut marks, mut mark) = (0, "");
        let (mut group, mut are_groups) = (0, true);
        let mut chars = text.char_indices().peekable();
        let mut length = text.len();
        while let Some((at, c)) = chars.next() {
            if let Some(digit) = digit(c) {
                number = if count < MAX_DIGITS {
                    number * 10 + digit
                } else {
                    0
                };
                count += 1;
                group += 1;
                continue;
            }
            let next = chars.peek().filter(|(_, next)| digit(*next).is_some());
            let last = mark;
            mark = match (c, next) {
                (_, None) => "",
                (':' | 'h', _) => ":",
                ('.', _) => ".",
                (',', _) => ",",
                (' ' | '\u{a0}' | '\u{202f}' | '\'' | '’', _) => " ",
                _ => "",
            };
            if mark.is_empty() {
                (mark, length) = (last, at);
                break;
            }
            are_groups &= group == GROUP || marks == 0 && group < GROUP;
            are_groups &= marks == 0 || mark == last;
            marks += 1;
            group = 0;
        }
        are_groups &= group == GROUP;
        let end = tokens.partition_point(|token| (token.start as usize) < start + length);
        let rest = slice(
            self.side.view.text,
            start + length..tokens[end - 1].end.max((start + length) as u32) as usize,
        );
        let (before, after) = (self.folded(first.wrapping_sub(1)), self.folded(end));
        let is_month = |at: &usize| matches!(quantity_of(self.folded(*at)), Some((Kind::Month, _)));
        let is_day = number <= MAX_DAY
            && marks == 0
            && (first.saturating_sub(2)..end + 2).any(|at| is_month(&at));
        // Marks of thousands are told by the language: English and the languages of Asia write a comma, the others do not.
        let is_far = |word: &str| word > "\u{590}";
        let has_comma =
            self.lexicon.find("the").is_some() || is_far(before) || is_far(after) || is_far(rest);
        if is_day {
            self.push(number, 0, "");
            return end;
        }
        let has_nought = count > 1 && text.chars().next().and_then(digit) == Some(0);
        let is_grouped =
            are_groups && !has_nought && (marks > 1 || mark == " " || (mark == ",") == has_comma);
        if count > MAX_DIGITS || marks > 1 && !is_grouped {
            self.sign(&text[..length]);
        } else if marks == 0 && has_nought {
            self.push(number, 0, "0");
        } else if marks == 0 || is_grouped {
            self.push(number, 0, "");
        } else {
            // Only a time of day has a unit behind it and may be written with a colon on the other side.
            let is_time =
                mark == "." && group == 2 && matches!(quantity_of(after), Some((Kind::Unit, _)));
            self.push(number, group, if is_time { ":" } else { mark });
        }
        self.open_below = 0;
        self.follows_number = true;
        let is_money = self
            .parts
            .iter()
            .any(|part| part.sign.contains(is_value_sign));
        match quantity_of(rest) {
            _ if rest == "m" && is_money => self.multiply(6, true),
            Some(_) => self.word(rest, true),
            None if rest.is_empty() => {}
            None => self.sign(rest),
        }
        end
    }
}

/// The value of a digit of Latin, Arabic or Persian writing.
#[inline(never)]
fn digit(c: char) -> Option<u64> {
    let noughts = ['0', '٠', '۰'];
    let mut values = noughts
        .into_iter()
        .map(|nought| u32::from(c).wrapping_sub(nought.into()));
    values.find(|&value| value < 10).map(u64::from)
}
