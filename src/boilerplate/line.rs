//! The text of a block → its form: how long it is, whether it ends as a sentence does, and whether it looks like page furniture.

use super::phrases::{is_by, is_credited, match_phrase, PhraseMatch};
use super::times::Times;
use crate::text::char_cache::CharCache;
use crate::text::chars::{is_letter, is_letter_or_number, is_number, is_quote, is_small};
use crate::text::width::text_width;

/// Width, in letters, up to which a block is read as a line; furniture is hardly ever longer.
const MAX_LINE_WIDTH: u32 = 160;
/// Width, in letters, up to which a line without sentence end may be a date or a byline.
const MAX_BYLINE_WIDTH: u32 = 90;
/// Width, in letters, from which a sentence about an offer may be a sentence of the story.
const MIN_STORY_SENTENCE_WIDTH: u32 = 36;
/// Digits that a date has at least: `5/1/20`, `8 May 21`.
const MIN_DATE_DIGITS: usize = 3;
/// Letters for each digit that a date has at most: `Last Updated: Jan 11, 2012 9:09 AM ET` has two.
const MAX_LETTERS_PER_DIGIT: usize = 3;
/// Words that a byline has at most, `By` included.
const MAX_BYLINE_WORDS: usize = 7;

/// What a line looks like. The later a hint is in this list, the more certain it is that the line is furniture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hint {
    /// Not like furniture.
    None,
    /// A date with other words beside it: furniture on a page, outside the story.
    Dated,
    /// The same with a time of day: `Northern Wire - 9 March 2023 - 8:30`.
    Timed,
    /// A date or a time of day alone: furniture on a page, outside the story. In notices and statutes the date is part of the text.
    Date,
    /// A line with an address of a person or a site: furniture outside the story.
    Address,
    /// The author: furniture outside the story.
    Byline,
    /// The name of a section or a service: furniture outside the story.
    SectionName,
    /// `Home > World > Europe`: furniture wherever it is.
    Breadcrumb,
    /// When the story was published or changed: furniture wherever it is.
    Timestamp,
    /// A line that pages are known to print: furniture wherever it is.
    Phrase,
    /// The heading of a list of other stories: furniture, and the list too.
    ListHeading,
}

impl Hint {
    /// Whether the line has a date or a time of day.
    pub fn has_time(self) -> bool {
        matches!(
            self,
            Self::Dated | Self::Timed | Self::Date | Self::Timestamp
        )
    }
}

/// The form of a block.
#[derive(Clone, Copy, Debug)]
pub struct Form {
    /// Its length in letters of an alphabet; a Chinese character counts as three of them.
    pub width: u32,
    /// Whether it ends as sentences do.
    pub ends_sentence: bool,
    /// Whether it ends with a full stop.
    pub ends_with_full_stop: bool,
    /// Whether it ends with a bracket: captions name their source there.
    pub ends_in_bracket: bool,
    /// What it looks like.
    pub hint: Hint,
}

impl Form {
    /// Reads a block.
    #[inline(never)]
    pub fn read(text: &str, chars: &CharCache<'_>) -> Self {
        // Only the blanks of a row of stars are as wide as letters.
        let width = if text.contains(is_letter_or_number) {
            text_width(text, chars)
        } else {
            0
        };
        let ends_sentence = ends_sentence(text, width);
        let hint = if width > MAX_LINE_WIDTH {
            if !ends_sentence && is_credited(text, chars) {
                Hint::Phrase
            } else {
                Hint::None
            }
        } else {
            hint(text, width, ends_sentence, chars)
        };
        Self {
            width,
            ends_sentence,
            ends_with_full_stop: ends_with_full_stop(text),
            ends_in_bracket: text.ends_with([')', '）', ']', '】']),
            hint,
        }
    }
}

/// What a line looks like, by its words and by its form.
fn hint(text: &str, width: u32, ends_sentence: bool, chars: &CharCache<'_>) -> Hint {
    let lower = chars.lower(text);
    let phrase = match_phrase(&lower, width, is_sentence(text), chars);
    if text.starts_with(['*', '•', '-', '–', '|']) && phrase != PhraseMatch::Phrase {
        // An item of a list or a row of a table belongs to the text that has the list.
        return Hint::None;
    }
    let is_short = width <= MAX_BYLINE_WIDTH && !ends_sentence;
    match phrase {
        PhraseMatch::Timestamp => Hint::Timestamp,
        PhraseMatch::ListHeading => Hint::ListHeading,
        PhraseMatch::Phrase => Hint::Phrase,
        // `The paper gave up its newsletter in May.` may be a sentence of the story.
        PhraseMatch::Offer if ends_sentence && width >= MIN_STORY_SENTENCE_WIDTH => {
            Hint::SectionName
        }
        PhraseMatch::Offer => Hint::Phrase,
        _ if is_credited(text, chars) => Hint::Phrase,
        PhraseMatch::SectionName => Hint::SectionName,
        // Books have thousands of short lines that are none of these; their words need not be collected.
        _ if is_short && may_have_word_hint(text, &lower) => {
            let words: Vec<&str> = text.split_whitespace().collect();
            if is_breadcrumb(&words) {
                Hint::Breadcrumb
            } else if is_byline(&words, &lower) {
                Hint::Byline
            } else if is_address(&words) {
                Hint::Address
            } else {
                date_hint(text, chars)
            }
        }
        _ => Hint::None,
    }
}

/// Whether a line has any of the characters or words that every breadcrumb, byline, address or date has.
fn may_have_word_hint(text: &str, lower: &str) -> bool {
    let is_wanted = |byte: u8| {
        matches!(byte, b'0'..=b'9' | b'|' | b'>' | b'/' | b'#' | b'@') || !byte.is_ascii()
    };
    text.bytes().any(is_wanted)
        || text.starts_with("www.")
        || is_by(lower.split(' ').next().unwrap_or_default())
}

/// A text without the quotation marks, brackets and blanks that close it.
fn without_closing_marks(text: &str) -> &str {
    let closes =
        |c: char| c.is_whitespace() || is_quote(c) || matches!(c, ')' | ']' | '）' | '］' | '】');
    text.trim_end_matches(closes)
}

/// Whether a block ends with a full stop, before any closing marks.
fn ends_with_full_stop(text: &str) -> bool {
    without_closing_marks(text).ends_with(['.', '。', '．', '।', '॥', '۔', '։', '။'])
}

/// Whether a block ends as a sentence of a story does: `Related:` and `Read more …` do not.
pub fn is_sentence(text: &str) -> bool {
    let bare = without_closing_marks(text);
    (ends_with_full_stop(text) || bare.ends_with(['!', '?', '！', '？', '؟']))
        && !bare.ends_with("..")
}

/// Whether a block ends as a sentence does, with any closing marks after it. Thai and Lao have no mark for the end of a sentence: there
/// a long block is one.
fn ends_sentence(text: &str, width: u32) -> bool {
    /// Width, in letters, above which a block of Thai or Lao is taken for a sentence.
    const MAX_THAI_LINE_WIDTH: u32 = 34;
    match without_closing_marks(text).chars().next_back() {
        Some('!' | '?' | '…' | ':' | ';' | '！' | '？' | '：' | '؟' | '؛' | '።' | '។') => {
            true
        }
        Some('\u{e00}'..='\u{eff}') => width > MAX_THAI_LINE_WIDTH,
        _ => ends_with_full_stop(text),
    }
}

/// Words of the longest line with one bar that is a breadcrumb.
const MAX_WORDS_WITH_ONE_BAR: usize = 8;
/// Words of the longest line with arrows that is a breadcrumb.
const MAX_WORDS_WITH_ARROWS: usize = 16;

/// Whether a line is a list of sections or tags: `Asia | Security | East Asia`, `Home > World`, `#light #coast`.
fn is_breadcrumb(words: &[&str]) -> bool {
    let (mut bars, mut arrows, mut tags, mut is_quoted) = (0, 0, 0, false);
    for (at, word) in words.iter().enumerate() {
        let first = word.chars().next();
        let is_alone = at > 0 && word.chars().nth(1).is_none();
        bars += usize::from(is_alone && matches!(first, Some('|' | '｜' | '•' | '·')));
        arrows += usize::from(is_alone && matches!(first, Some('>' | '›' | '»' | '→' | '/')));
        arrows += word
            .chars()
            .skip(1)
            .filter(|&c| matches!(c, '>' | '＞' | '｜'))
            .count()
            / 2;
        tags += usize::from(matches!(first, Some('#' | '@')) && word.len() > 1);
        is_quoted |= matches!(first, Some('«' | '<'));
    }
    bars >= 2
        || bars == 1 && words.len() <= MAX_WORDS_WITH_ONE_BAR
        || arrows >= 1 && !is_quoted && words.len() <= MAX_WORDS_WITH_ARROWS
        || tags > 0 && tags == words.len()
}

/// Whether a line is a date, or has one in few words: at least a fourth of it is digits. `Villaseca - 08 jul 2022 - 11:10 CEST`
fn date_hint(text: &str, chars: &CharCache<'_>) -> Hint {
    let count = |has: fn(char) -> bool| text.chars().filter(|&c| has(c)).count();
    let digits = count(is_number);
    let letters = count(is_letter);
    if digits < MIN_DATE_DIGITS || letters > MAX_LETTERS_PER_DIGIT * digits {
        return Hint::None;
    }
    let times = Times::read(text, chars);
    if times.is_alone() {
        Hint::Date
    } else if !times.has_date {
        Hint::None
    } else if times.has_clock {
        Hint::Timed
    } else {
        Hint::Dated
    }
}

/// Whether a line is a byline: after a word for *by*, all words have capitals or are of a script without them.
/// `By Ann Finch and C. Dale`
fn is_byline(words: &[&str], lower: &str) -> bool {
    const STAFF: [&str; 6] = [
        "agencies",
        "correspondent",
        "editor",
        "reporter",
        "staff",
        "writer",
    ];
    let is_small_word = |word: &&str| {
        let is_long = word.starts_with(is_small) && word.chars().nth(3).is_some();
        is_long && !STAFF.contains(word)
    };
    (2..=MAX_BYLINE_WORDS).contains(&words.len())
        && is_by(lower.split(' ').next().unwrap_or_default())
        && !lower.contains(is_number)
        && !words[1..].iter().any(is_small_word)
}

/// Whether a line has an address in it: `fehler@zeitung.example`, `@annfinch`, `www.zeitung.example`.
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

    fn hint_of(text: &str) -> Hint {
        Form::read(text, &CharCache::new(&Native)).hint
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
            assert!(hint_of(line) > Hint::None, "{line}");
        }
    }

    #[test]
    fn breadcrumbs_are_furniture_anywhere() {
        for line in [
            "Asia Defense | Security | East Asia",
            "Home > World",
            "#phare #patrimoine",
        ] {
            assert_eq!(hint_of(line), Hint::Breadcrumb, "{line}");
        }
    }

    #[test]
    fn lines_of_a_story_have_no_hint() {
        for line in [
            "He declined to comment.",
            "§ 3 Zweck",
            "CHAPTER IV",
            "By the light of the lamp he read the letter twice.",
            "« Il pleut », dit-elle.",
            "Of cloudless climes and starry skies",
            "LONDON (Northern Wire) — The bridge was shut on Monday.",
            "1984",
            "10:30 Coffee",
            "1500 metres",
        ] {
            assert_eq!(hint_of(line), Hint::None, "{line}");
        }
    }
}
