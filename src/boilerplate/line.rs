//! A block's text → its form: how broad it is, whether it ends as a sentence does, and what signs of furniture it bears.

use super::phrases::{is_by, is_credited, know, Known};
use crate::text::char_cache::CharCache;
use crate::text::chars::is_small;
use crate::text::chars::lower;
use crate::text::source::parts;
use crate::text::width::text_width;

/// Letters up to which a block is looked at as a line; furniture is hardly ever broader.
const LINE: u32 = 160;
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
    /// An address: furniture outside the story.
    Byline,
    /// A byline: furniture outside the story.
    Author,
    /// The name of a section or a service: furniture outside the story.
    Name,
    /// `Home > World > Europe`: furniture wherever it stands.
    Trail,
    /// When the story was published or changed: furniture wherever it stands.
    Stamp,
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
    pub fn read(text: &str, chars: &CharCache<'_>) -> Self {
        let breadth = text_width(text, chars);
        let ends = ends(text, breadth);
        let sign = if breadth > LINE {
            if !ends && is_credited(text) {
                Sign::Phrase
            } else {
                Sign::None
            }
        } else {
            sign(text, breadth, ends, chars)
        };
        Self {
            breadth,
            ends,
            bracketed: text.ends_with([')', '）', ']', '】']),
            sign,
        }
    }
}

fn sign(text: &str, breadth: u32, ends: bool, chars: &CharCache<'_>) -> Sign {
    let lower = lower(text);
    let known = know(&lower, breadth, is_sentence(text), chars);
    if text.starts_with(['*', '•', '-', '–', '|']) && known != Known::Phrase {
        // An item of a list or a row of a table: what it says is what it was put there for.
        return Sign::None;
    }
    let short = breadth <= SHORT && !ends;
    match known {
        Known::Stamp => Sign::Stamp,
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
            } else if is_byline(&words, &lower) {
                Sign::Author
            } else if is_address(&words) {
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

/// Whether a block ends as a sentence of a story does: `Related:` and `Read more …` do not.
pub fn is_sentence(text: &str) -> bool {
    let closes = |c: char| {
        c.is_whitespace()
            || crate::text::chars::is_quote(c)
            || matches!(c, ')' | ']' | '）' | '］' | '】')
    };
    text.trim_end_matches(closes).ends_with([
        '.', '!', '?', '。', '！', '？', '．', '।', '॥', '؟', '۔', '։', '။',
    ]) && !text.trim_end_matches(closes).ends_with("..")
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
    const STAFF: [&str; 6] = [
        "agencies",
        "correspondent",
        "editor",
        "reporter",
        "staff",
        "writer",
    ];
    let small = |word: &&str| {
        let long = word.starts_with(is_small) && word.chars().nth(3).is_some();
        long && !STAFF.contains(word)
    };
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
    use crate::text::platform::Native;

    fn sign_of(text: &str) -> Sign {
        Form::read(text, &CharCache::new(&Native)).sign
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
}
