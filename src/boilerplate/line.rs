//! A block's text → its form: how broad it is, whether it ends as a sentence does, and what signs of furniture it bears.

use super::phrases::{is_by, is_credited, know, Known};
use crate::text::chars::is_small;
use crate::text::chars::lower;
use crate::text::source::parts;

/// Letters up to which a block is looked at as a line; furniture is hardly ever broader.
const LINE: u32 = 160;
/// Letters beyond which nobody asks how many there are: a paragraph is then worth its most.
const MUCH: u32 = 300;
/// Letters up to which a line without sentence end may be a date or a byline.
const SHORT: u32 = 90;
/// Letters from which a sentence that speaks of an offer is taken for the story's, if it stands there.
const SENTENCE: u32 = 36;
/// Digits that a date has at least: `5/1/20`, `8 May 21`.
const DATE_DIGITS: u32 = 3;
/// Digits of a year.
const YEAR: u32 = 4;
/// Letters for each digit that a date has at most: `Last Updated: Jan 11, 2012 9:09 AM ET` has two.
const DATE_LETTERS: u32 = 3;
/// Words that a byline has at most, `By` included.
const BYLINE_WORDS: usize = 7;

/// What a line's form says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    /// Nothing.
    None,
    /// A date alone: furniture on a page, outside the story. Notices and statutes bear theirs with reason.
    Date,
    /// A byline or an address: furniture outside the story.
    Byline,
    /// The name of a section or a service: furniture outside the story.
    Name,
    /// `Home > World > Europe`: furniture wherever it stands.
    Trail,
    /// A line that pages are known to print: furniture wherever it stands.
    Phrase,
    /// Such a line with a list of other stories below it.
    ListHead,
}

/// The form of a block.
#[derive(Clone, Copy, Debug)]
pub struct Form {
    /// How much it says, in letters of an alphabet: a Chinese sign says as much as three of them.
    pub breadth: u32,
    /// Whether it ends as sentences do.
    pub ends: bool,
    /// Whether it ends in brackets, as captions do with their source.
    pub bracketed: bool,
    /// What it bears of furniture.
    pub sign: Sign,
}

impl Form {
    /// Reads a block.
    pub fn read(text: &str) -> Self {
        let breadth = breadth(text);
        let ends = ends(text, breadth);
        let sign = if breadth > LINE {
            if !ends && is_credited(text) {
                Sign::Phrase
            } else {
                Sign::None
            }
        } else {
            sign(text, breadth, ends)
        };
        Self {
            breadth,
            ends,
            bracketed: text.ends_with([')', '）', ']', '】']),
            sign,
        }
    }
}

fn sign(text: &str, breadth: u32, ends: bool) -> Sign {
    if text.starts_with(['*', '•', '-', '–', '|']) {
        // An item of a list or a row of a table: what it says is what it was put there for.
        return Sign::None;
    }
    let lower = lower(text);
    let short = breadth <= SHORT && !ends;
    match know(&lower, breadth) {
        Known::ListHead => Sign::ListHead,
        Known::Phrase => Sign::Phrase,
        // `The paper gave up its newsletter in May.` may be the story's own.
        Known::Offer if ends && breadth >= SENTENCE => Sign::Name,
        Known::Offer => Sign::Phrase,
        _ if is_credited(text) => Sign::Phrase,
        Known::Name => Sign::Name,
        // Books have thousands of lines that are plainly none of these, and their words need not be counted.
        _ if short && may_be_listed(text, &lower) => {
            let words: Vec<&str> = text.split_whitespace().collect();
            if is_trail(&words) {
                Sign::Trail
            } else if is_byline(&words, &lower) || is_address(&words) {
                Sign::Byline
            } else if is_date(text) {
                Sign::Date
            } else {
                Sign::None
            }
        }
        _ => Sign::None,
    }
}

/// Whether a line holds anything that a trail, a byline, an address or a date cannot do without.
fn may_be_listed(text: &str, lower: &str) -> bool {
    let holds = |byte: u8| {
        matches!(byte, b'0'..=b'9' | b'|' | b'>' | b'/' | b'#' | b'@') || !byte.is_ascii()
    };
    text.bytes().any(holds)
        || text.starts_with("www.")
        || is_by(parts(lower, b' ').next().unwrap_or_default())
}

/// What each byte counts: 1 for a letter, a digit or a blank of ASCII, [`LEAD`] for the first of another character.
const COUNTS: [u8; 256] = {
    let mut counts = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        counts[byte] = match byte as u8 {
            0xc0.. => LEAD,
            byte => (byte == b' ' || byte.is_ascii_alphanumeric()) as u8,
        };
        byte += 1;
    }
    counts
};
/// More than the bytes of a part that is counted at once.
const LEAD: u8 = 128;
/// Bytes that are counted at once, without asking what they are.
const PART: usize = 64;

/// How much a text says, in letters of an alphabet; of a long one, that it says much.
pub fn breadth(text: &str) -> u32 {
    let (mut sum, mut beyond) = (0, false);
    for part in text.as_bytes().chunks(PART) {
        let count: u32 = part
            .iter()
            .map(|&byte| u32::from(COUNTS[byte as usize]))
            .sum();
        sum += count % u32::from(LEAD);
        beyond |= count >= u32::from(LEAD);
        if sum > MUCH {
            return MUCH;
        }
    }
    if !beyond {
        return sum;
    }
    for c in text.chars().filter(|c| !c.is_ascii()) {
        sum += u32::from(c.is_alphanumeric()) * (1 + signs_weight(c));
        if sum > MUCH {
            return MUCH;
        }
    }
    sum
}

/// What a sign of East Asia says more than a letter.
fn signs_weight(c: char) -> u32 {
    match c {
        '\u{3400}'..='\u{9fff}' => 2,
        '\u{3041}'..='\u{30ff}' | '\u{ac00}'..='\u{d7a3}' => 1,
        _ => 0,
    }
}

/// Whether a block ends as a sentence does, whatever closes behind it. Thai and Lao mark no end: there breadth has to tell.
fn ends(text: &str, breadth: u32) -> bool {
    let closes = |c: char| {
        c.is_whitespace()
            || crate::text::chars::is_quote(c)
            || matches!(c, ')' | ']' | '）' | '］' | '】')
    };
    match text.trim_end_matches(closes).chars().next_back() {
        Some(
            '.' | '!' | '?' | '…' | ':' | ';' | '。' | '！' | '？' | '．' | '：' | '।' | '॥' | '؟'
            | '۔' | '؛' | '።' | '။' | '។' | '։',
        ) => true,
        Some('\u{e00}'..='\u{eff}') => breadth > 34,
        _ => false,
    }
}

/// `Asia | Security | East Asia`, `Home > World`, `#light #coast`: parts in a row, none of them a sentence.
fn is_trail(words: &[&str]) -> bool {
    let (mut bars, mut steps, mut tags, mut quoted) = (0, 0, 0, false);
    for (at, word) in words.iter().enumerate() {
        let first = word.chars().next();
        let alone = at > 0 && word.chars().nth(1).is_none();
        bars += usize::from(alone && matches!(first, Some('|' | '｜' | '•' | '·')));
        steps += usize::from(alone && matches!(first, Some('>' | '›' | '»' | '→' | '/')));
        steps += word
            .chars()
            .skip(1)
            .filter(|&c| matches!(c, '>' | '＞' | '｜'))
            .count()
            / 2;
        tags += usize::from(matches!(first, Some('#' | '@')) && word.len() > 1);
        quoted |= matches!(first, Some('«' | '<'));
    }
    bars >= 2
        || bars == 1 && words.len() <= 8
        || steps >= 1 && !quoted && words.len() <= 16
        || tags > 0 && tags == words.len()
}

/// `Posted: Jan 11, 2012 9:10 AM ET`: a year or an hour, and at least a fourth of it digits.
fn is_date(text: &str) -> bool {
    let (mut digits, mut letters, mut run, mut dated) = (0, 0, 0, false);
    let mut before = ' ';
    for c in text.chars().chain([' ']) {
        if c.is_numeric() {
            dated |= run == 0 && before == ':' && digits > 0;
            digits += 1;
            run += 1;
        } else {
            dated |= run == YEAR;
            run = 0;
            letters += u32::from(c.is_alphabetic());
        }
        before = c;
    }
    dated && digits >= DATE_DIGITS && letters <= DATE_LETTERS * digits && digits + letters > YEAR
}

/// `By Ann Finch and C. Dale`: capitals, or a script without them, behind a word for *by*.
fn is_byline(words: &[&str], lower: &str) -> bool {
    let small = |word: &&str| word.starts_with(is_small) && word.chars().nth(3).is_some();
    (2..=BYLINE_WORDS).contains(&words.len())
        && is_by(parts(lower, b' ').next().unwrap_or_default())
        && !words[1..].iter().any(small)
}

/// `fehler@zeitung.example`, `@annfinch`, `www.zeitung.example`
fn is_address(words: &[&str]) -> bool {
    words.iter().any(|word| {
        word.bytes().any(|byte| byte == b'@')
            || word.starts_with("http")
            || word.starts_with("www.")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sign_of(text: &str) -> Sign {
        Form::read(text).sign
    }

    #[test]
    fn dates_and_bylines_are_furniture_outside_the_story() {
        for line in [
            "Posted: Jan 11, 2012 9:10 AM ET",
            "08.12.2011 17:42",
            "2023年03月09日 08:30",
            "By Ann Finch and C. Dale",
            "World",
        ] {
            assert!(sign_of(line) > Sign::None, "{line}");
        }
    }

    #[test]
    fn trails_are_furniture_anywhere() {
        for line in [
            "Asia Defense | Security | East Asia",
            "Home > World",
            "#phare #patrimoine",
        ] {
            assert_eq!(sign_of(line), Sign::Trail, "{line}");
        }
    }

    #[test]
    fn what_a_story_holds_bears_no_sign() {
        for line in [
            "He declined to comment.",
            "§ 3 Zweck",
            "CHAPTER IV",
            "By the light of the lamp he read the letter twice.",
            "« Il pleut », dit-elle.",
            "Of cloudless climes and starry skies",
            "LONDON (Northern Wire) — The bridge was shut on Monday.",
            "1984",
        ] {
            assert_eq!(sign_of(line), Sign::None, "{line}");
        }
    }

    #[test]
    fn what_a_line_says_adds_up_over_its_characters() {
        for line in ["Ein Öl-Fass, 3 €", "灯塔 lit", "ёлка", "— “…”"] {
            let long = line.repeat(9);
            let alone: u32 = long
                .chars()
                .map(|c| breadth(c.encode_utf8(&mut [0; 4])))
                .sum();
            assert_eq!(breadth(&long), alone, "{line}");
        }
    }

    #[test]
    fn a_chinese_line_says_as_much_as_a_longer_one_of_letters() {
        assert!(breadth("百年灯塔重新点亮") >= breadth("A lighthouse lit"));
    }
}
