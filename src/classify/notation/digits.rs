//! Digits, with the marks among them and what is joined to them → a value: `12 000`, `10:30`, `10h30`, `5th`, `$3m`.

use super::{Open, Reader, MAX_DAY, PLACE};
use crate::data::DIGITS_ENDING;
use crate::text::quantities::{is_value_sign, quantity_of, Kind};
use crate::text::source::slice;

/// Digits of the longest number that is read; a longer one is a code.
const MAX_DIGITS: usize = 12;
/// Digits of each group but the first: `12,000`.
const GROUP: usize = 3;

/// Digits and the marks between them.
struct Digits {
    /// All digits as one number.
    number: u64,
    /// How many digits there are.
    count: usize,
    /// How many marks there are.
    marks: usize,
    /// The last mark.
    mark: &'static str,
    /// How many digits are behind it.
    group: usize,
    /// Whether the marks are one mark, and the digits between them groups of thousands.
    are_groups: bool,
    /// Whether the first of several digits is a nought.
    has_nought: bool,
    /// Bytes of all.
    length: usize,
}

impl Digits {
    /// Reads the digits that a text begins with.
    fn read(text: &str) -> Self {
        let mut read = Self {
            number: 0,
            count: 0,
            marks: 0,
            mark: "",
            group: 0,
            are_groups: true,
            has_nought: false,
            length: text.len(),
        };
        let mut chars = text.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            if let Some(digit) = digit(c) {
                read.has_nought |= read.count == 1 && read.number == 0;
                read.number = if read.count < MAX_DIGITS {
                    read.number * 10 + digit
                } else {
                    0
                };
                read.count += 1;
                read.group += 1;
                continue;
            }
            let next = chars.peek().filter(|(_, next)| digit(*next).is_some());
            let mark = match (c, next) {
                (_, None) => "",
                (':' | 'h', _) => ":",
                ('.', _) => ".",
                (',', _) => ",",
                (' ' | '\u{a0}' | '\u{202f}' | '\'' | '’', _) => " ",
                _ => "",
            };
            if mark.is_empty() {
                read.length = at;
                break;
            }
            let is_group = read.group == GROUP || read.marks == 0 && read.group < GROUP;
            read.are_groups &= is_group && (read.marks == 0 || mark == read.mark);
            (read.mark, read.group) = (mark, 0);
            read.marks += 1;
        }
        read.are_groups &= read.group == GROUP;
        read
    }
}

impl<'a> Reader<'a> {
    /// Reads a number in digits, and returns the token behind it.
    #[inline(never)]
    pub(super) fn digits(&mut self, first: usize, open: Open) -> usize {
        let tokens = &self.side.view.units.tokens;
        let start = tokens[first].start as usize;
        let last = tokens[self.side.tokens.end - 1].end as usize;
        let text = slice(self.side.view.text, start..last);
        let read = Digits::read(text);
        let joined = start + read.length;
        let end = tokens.partition_point(|token| (token.start as usize) < joined);
        let rest = joined..tokens[end - 1].end.max(joined as u32) as usize;
        let rest = slice(self.side.view.text, rest);
        let is_day = read.number <= MAX_DAY && read.marks == 0;
        if is_day && self.is_beside_month(first..end) {
            self.push(read.number, 0, "");
            return end;
        }
        let is_money = {
            let mut parts = self.parts.iter();
            parts.any(|part| part.sign.contains(is_value_sign))
        };
        self.number(
            &read,
            (&text[..read.length], rest),
            open,
            (first, end),
            is_money,
        );
        self.follows_number = true;
        let ending = rest.trim_start_matches('.');
        // `die 3. Frau`, where the side has the full stop and the sentence goes on
        let is_in_side = end < self.side.tokens.end && tokens[end].start as usize == joined;
        if rest.is_empty() && is_in_side && self.folded(end) == "." && self.goes_on(end) {
            self.make_place(PLACE);
            return end + 1;
        }
        if rest == "m" && is_money {
            self.multiply(6, true);
        } else if rest == "." {
            self.make_place(PLACE);
        } else if DIGITS_ENDING.contains(ending) {
            self.make_place(ending);
        } else if !rest.is_empty() {
            self.word(rest, true, false);
        }
        end
    }

    /// Whether the sentence of a token goes on behind it.
    fn goes_on(&self, at: usize) -> bool {
        let units = &self.side.view.units;
        at + 1 < units.sentences[units.sentence_at(at)].tokens.end
    }

    /// Pushes or adds a number, given with what is joined to it. Its tokens are the first one and the one before `end`.
    fn number(
        &mut self,
        read: &Digits,
        (written, rest): (&'a str, &str),
        open: Open,
        (first, end): (usize, usize),
        is_money: bool,
    ) {
        let (before, after) = (self.folded(first.wrapping_sub(1)), self.folded(end));
        // Marks of thousands are told by the language: English and the languages of Asia write a comma, the others do not.
        let is_far = |word: &str| word > "\u{590}";
        let has_comma = self.is_english || is_far(before) || is_far(after) || is_far(rest);
        let is_grouped = read.are_groups
            && !read.has_nought
            && (read.marks > 1 || read.mark == " " || (read.mark == ",") == has_comma);
        if read.count > MAX_DIGITS || read.marks > 1 && !is_grouped {
            self.sign(written);
        } else if read.marks == 0 && read.has_nought {
            self.push(read.number, 0, "0");
        } else if read.marks == 0 || is_grouped {
            match self.parts.last_mut() {
                Some(last) if open.to_digits && read.number < open.below => {
                    last.number += read.number;
                }
                _ => self.push(read.number, 0, ""),
            }
        } else {
            self.decimal(read, (before, after), is_money);
        }
    }

    /// Pushes a number with one mark. Noughts at the end of decimals say nothing, but of a version, a section or a time they do.
    fn decimal(&mut self, read: &Digits, (before, after): (&str, &str), is_money: bool) {
        let quantity = quantity_of(after).map(|(kind, _)| kind);
        // Only a time of day has a unit behind it, and may be written with a colon on the other side.
        let is_unit = matches!(quantity, Some(Kind::Unit));
        let is_time = read.mark == "." && read.group == 2 && read.number >= 100 && is_unit;
        let (mut number, mut decimals) = (read.number, read.group);
        let mut mark = if is_time { ":" } else { read.mark };
        let is_sure = match mark {
            "," => true,
            "." => {
                is_money
                    || after == "%"
                    || is_unit
                    || matches!(quantity, Some(Kind::Scale))
                    || read.has_nought && !before.starts_with("versi")
            }
            _ => false,
        };
        while is_sure && decimals > 0 && number % 10 == 0 {
            (number, decimals) = (number / 10, decimals - 1);
        }
        if decimals == 0 {
            mark = "";
        }
        self.push(number, decimals, mark);
    }
}

/// The value of a digit of Latin, Arabic or Persian writing.
#[inline(never)]
pub(super) fn digit(c: char) -> Option<u64> {
    let noughts = ['0', '٠', '۰'];
    let mut values = noughts
        .into_iter()
        .map(|nought| u32::from(c).wrapping_sub(nought.into()));
    values.find(|&value| value < 10).map(u64::from)
}
