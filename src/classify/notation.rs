//! A side of a change → the values that it says, in one notation.

mod digits;

use super::context::{FactSide, TextView};
use crate::both::Both;
use crate::data::{DIGITS_ENDING, LINK_WORD};
use crate::text::chars::is_dash;
use crate::text::lexicon::Lexicon;
use crate::text::number_words::{number_word, power_of_ten, NumberWord};
use crate::text::quantities::{is_counter, is_value_sign, quantity_of, Kind, ValueWord};
use crate::text::source::slice;
use crate::text::units::TokenKind;
use digits::digit;
use std::ops::Range;

/// The greatest day of a month. In a date, a greater number is the year.
const MAX_DAY: u64 = 31;

/// The mark of a place in a row in words: `third`.
const PLACE: &str = "th";

/// A value, or a word or sign that belongs to one.
#[derive(Clone, Copy)]
struct Part<'a> {
    /// The digits as one number.
    number: u64,
    /// How many of the digits are behind the mark.
    decimals: usize,
    /// The mark: `.` or `,` of a decimal, `:` of a time of day, `0` before a number with a nought before it; [`PLACE`], or the letters that
    /// make digits one. Of a word or a sign, itself.
    sign: &'a str,
}

impl PartialEq for Part<'_> {
    /// Whether both say the same: `third` is `3rd`, but `4a` is not `4e`.
    fn eq(&self, other: &Self) -> bool {
        let is_place =
            |word: &Self, digits: &Self| word.sign == PLACE && DIGITS_ENDING.contains(digits.sign);
        (self.number, self.decimals) == (other.number, other.decimals)
            && (self.sign == other.sign || is_place(self, other) || is_place(other, self))
    }
}

/// Tells of a token whether it is part of a value.
type IsFigure<'a> = Option<&'a dyn Fn(TextView<'_>, usize) -> bool>;

/// Whether both sides say the same values, only written in another way. In doubt they do not.
///
/// Where there is no `is_figure`, the sides are nothing but values and the same words around them, so that each sign counts.
///
/// ```text
/// same     1,000/1000   zwölf/12   2.5 million/2,500,000   $3m/$3 million   5 May 2011/May 5, 2011   10h30/10:30   50%/fifty percent
///          三万/3万     0.50/0.5   zweihundert/200         third/3rd        quatre-vingt-dix/90      10時30分/10:30  3만원/30,000원
/// differ   1.5/1,5      $3/3       3 million/3 billion     12/05 → 05/12    May 5/May 6              10.30/10:30   3 km/3 miles
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

/// What a number before a token lets it do.
#[derive(Clone, Copy, Default)]
struct Open {
    /// A number below this is added to the last part: below 10 after `twenty`, below 1000 after `thousand`.
    below: u64,
    /// Whether digits are added, too: `1万5000`.
    to_digits: bool,
}

/// Reads a side, token after token.
struct Reader<'a> {
    side: FactSide<'a>,
    lexicon: &'a Lexicon<'a>,
    parts: Vec<Part<'a>>,
    open: Open,
    /// Whether the last token was a number.
    follows_number: bool,
    /// Whether a text has the word `the`: in English a cent is a coin, and a comma divides thousands.
    is_english: bool,
}

impl<'a> Reader<'a> {
    #[inline(never)]
    fn read_all(
        side: FactSide<'a>,
        lexicon: &'a Lexicon<'a>,
        is_figure: IsFigure<'_>,
    ) -> Vec<Part<'a>> {
        let before = side.tokens.start.checked_sub(1);
        let is_behind_number =
            before.is_some_and(|at| side.view.units.tokens[at].kind == TokenKind::Number);
        let mut reader = Self {
            side,
            lexicon,
            parts: Vec::new(),
            open: Open::default(),
            follows_number: is_behind_number,
            is_english: lexicon.find("the").is_some(),
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
        let open = std::mem::take(&mut self.open);
        // Digits of other scripts and signs such as ½ and ④ are signs.
        if kind == TokenKind::Number && written.starts_with(|c| digit(c).is_some()) {
            return self.digits(at, open);
        }
        let followed = std::mem::take(&mut self.follows_number);
        let counts = is_figure.is_none_or(|is_figure| is_figure(self.side.view, at));
        let (word, next) = (self.folded(at), self.folded(at + 1));
        if kind == TokenKind::Punctuation {
            return self.punctuation(at, open, is_figure.is_none());
        }
        if matches!(word, "per" | "pour" | "por") && matches!(next, "cent" | "ciento" | "cento") {
            self.sign("%");
            return at + 2;
        }
        // `on iki` is Turkish; `on two` of English is none.
        if word == "on"
            && !self.is_english
            && at + 1 < self.side.tokens.end
            && matches!(number_word(next), Some(NumberWord::Number(..10)))
        {
            self.add(10, word);
            return at + 1;
        }
        // 百分之五十
        if word == "百" && next == "分" && self.folded(at + 2) == "之" {
            self.sign("%");
            return at + 3;
        }
        // `two hundred and fifty`, `treinta y dos`; but `twenty and five` are two numbers.
        let links = LINK_WORD.contains(word) && (open.below >= 100 || word != "and");
        if links
            && at + 1 < self.side.tokens.end
            && matches!(number_word(next), Some(NumberWord::Number(number)) if number < open.below)
        {
            (self.open, self.follows_number) = (open, true);
            return at + 1;
        }
        if !counts && !followed {
            return at + 1;
        }
        self.open = open;
        if kind == TokenKind::Word {
            match quantity_of(word) {
                Some((_, value)) if counts || value == ValueWord::BesideNumber => {
                    let is_day = self.is_beside_month(at..at + 1);
                    self.word(word, followed, is_day);
                }
                // A word of Korean is the unit of the number before it.
                _ if followed && word >= "가" => self.korean(word, followed),
                _ if counts => self.sign(word),
                _ => {}
            }
        } else if counts || is_counter(word) {
            self.numeral(word, followed);
        }
        at + 1
    }

    /// Reads a sign, and returns the token behind it.
    fn punctuation(&mut self, at: usize, open: Open, is_only_values: bool) -> usize {
        let word = self.folded(at);
        if word.chars().all(is_dash) {
            // `twenty-one`
            if open.below > 0 {
                self.open = open;
                return at + 1;
            }
            // `quatre-vingt-dix`
            if let Some(last) = self.parts.last_mut().filter(|last| last.number % 100 == 4) {
                let next = self.side.view.units.tokens.get(at + 1);
                let next = next.map_or("", |token| self.lexicon.folded(token.folded));
                if at + 1 < self.side.tokens.end
                    && number_word(next) == Some(NumberWord::Number(20))
                {
                    last.number += 4 * 20 - 4;
                    self.open.below = 20;
                    return at + 2;
                }
            }
        }
        if word.contains(is_value_sign) || is_only_values && !matches!(word, "," | ".") {
            self.sign(if word == "٪" { "%" } else { word });
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

    #[inline(never)]
    fn sign(&mut self, sign: &'a str) {
        self.open = Open::default();
        // 10時30分, 10시 30분
        if let ("分" | "분", [.., hour, of, minute]) = (sign, &self.parts[..]) {
            if (!of.sign.is_empty() && "時时点點시".contains(of.sign))
                && hour.sign.is_empty()
                && minute.number < 60
                && matches!(minute.sign, "" | "0")
            {
                let number = hour.number * 100 + minute.number;
                self.parts.truncate(self.parts.len() - 3);
                return self.push(number, 2, ":");
            }
        }
        self.push(0, 0, sign);
    }

    /// Whether a month is beside some tokens, so that they are its day: `1 May`, `May 1`, `the first of May`.
    #[inline(never)]
    fn is_beside_month(&self, tokens: Range<usize>) -> bool {
        let is_month = |at: usize| matches!(quantity_of(self.folded(at)), Some((Kind::Month, _)));
        (tokens.start.saturating_sub(2)..tokens.end + 2).any(is_month)
    }

    /// Reads a word; `is_day`: a place in a row is the day of a month.
    #[inline(never)]
    fn word(&mut self, word: &'a str, followed: bool, is_day: bool) {
        let said = match number_word(word) {
            // A coin; hundreds that nobody counted.
            Some(NumberWord::Factor(2, _)) if self.is_english && word.starts_with("cent") => None,
            Some(NumberWord::Factor(_, true)) if !followed => None,
            said => said,
        };
        match said {
            Some(NumberWord::Number(number)) => self.add(number, word),
            Some(NumberWord::Place(number)) => {
                self.add(number, word);
                // `the first of May` is 1 May.
                if !is_day {
                    self.make_place(PLACE);
                }
            }
            Some(NumberWord::Factor(power, _)) => {
                self.multiply(power, followed);
                self.open.to_digits = word >= "가";
            }
            Some(NumberWord::Percent) => self.sign("%"),
            Some(NumberWord::Billion) if self.is_english && matches!(word, "billion" | "bn") => {
                self.multiply(9, followed);
            }
            Some(NumberWord::Billion) => self.sign("bn"),
            None if followed && word >= "가" => self.korean(word, followed),
            None => self.sign(word),
        }
    }

    /// Makes the last number a place in a row.
    #[inline(never)]
    fn make_place(&mut self, sign: &'a str) {
        self.open = Open::default();
        if let Some(last) = self.parts.last_mut() {
            last.sign = sign;
        }
    }

    /// A number in words, but for powers of ten.
    #[inline(never)]
    fn add(&mut self, number: u64, word: &str) {
        // In Arabic and Hebrew, the unit is before ten, and before *and twenty*.
        let is_after_unit = |last: &Part<'_>| {
            let is_ten = number == 10 && word > "\u{590}" && word < "\u{e00}";
            let is_joined = number > 10 && number < 100 && word.starts_with(['و', 'ו']);
            (is_ten || is_joined) && last.sign.is_empty() && (1..10).contains(&(last.number % 100))
        };
        match self.parts.last_mut() {
            Some(last) if number < self.open.below || is_after_unit(last) => last.number += number,
            _ => self.push(number, 0, ""),
        }
        self.open.below = match number {
            // `soixante-dix`, `quatre-vingt-onze`
            60 | 80 => 20,
            10 if matches!(word, "on" | "dix") => 10,
            _ if number < 20 || number % 10 > 0 => 0,
            _ if number % 1000 == 0 => 1000,
            _ if number % 100 == 0 => 100,
            _ => 10,
        };
        self.follows_number = true;
    }

    /// A word such as million: it multiplies what was said since a greater one.
    #[inline(never)]
    fn multiply(&mut self, power: u8, follows_number: bool) {
        let factor = power_of_ten(power);
        match self.parts.last_mut() {
            Some(last)
                if follows_number
                    && (last.sign.is_empty() || matches!(last.sign, "." | ","))
                    && last.decimals <= power.into()
                    && last.number < u64::MAX / 2 / factor =>
            {
                // 2.5 million
                let factor = factor / power_of_ten(last.decimals as u8).max(1);
                let low = last.number % factor.max(1);
                last.number += if last.decimals > 0 {
                    last.number * (factor - 1)
                } else {
                    low.max(1) * factor - low
                };
                (last.decimals, last.sign) = (0, "");
            }
            _ => self.push(factor, 0, ""),
        }
        self.open.below = factor;
        self.follows_number = true;
    }

    /// A numeral of Chinese or Japanese, or another character.
    fn numeral(&mut self, character: &'a str, followed: bool) {
        let numerals = "〇一二三四五六七八九十百千万萬亿億".chars();
        let powers = [1, 2, 3, 4, 4, 8, 8];
        match numerals.into_iter().position(|c| character.starts_with(c)) {
            Some(number @ 0..10) => self.add(number as u64, character),
            Some(place) => {
                self.multiply(powers[place - 10], followed);
                self.open.to_digits = true;
            }
            None => self.sign(character),
        }
    }

    /// What is behind a number in one word of Korean: 만원을 of 3만원을, 분에 of 30분에.
    fn korean(&mut self, word: &'a str, followed: bool) {
        let mut chars = word.chars();
        let first = chars.next().map_or(0, char::len_utf8);
        let (first, rest) = (slice(word, 0..first), slice(word, first..word.len()));
        match number_word(first) {
            Some(NumberWord::Factor(power, _)) if followed => {
                self.multiply(power, true);
                self.open.to_digits = true;
            }
            // 십
            Some(NumberWord::Number(10)) if followed => self.multiply(1, true),
            _ if !followed || !"시분원명년월일".contains(first) => {
                return self.sign(word);
            }
            _ => {
                self.sign(first);
                self.follows_number = false;
            }
        }
        if !rest.is_empty() {
            self.word(rest, self.follows_number, false);
        }
    }
}
