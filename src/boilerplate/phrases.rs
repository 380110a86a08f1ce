//! A line → whether pages are known to print it. The list of phrases is short on purpose: form and place decide most, and everyone
//! has to download it.

use crate::data::{
    Entry, OpeningKind, AGO, ANYWHERE, BYLINE, CREDIT, OPENINGS, TIMESTAMP, WHOLE_LINE,
};
use crate::text::char_cache::CharCache;
use crate::text::chars::{is_quote, lower};
use crate::text::quantities::means;
use crate::text::source::cut;
use crate::text::width::text_width;

/// The first bytes of what furniture holds anywhere in it: most lines have few of them.
const INSIDE_BEGINS: [bool; 256] = ANYWHERE.first_bytes();

/// What stands between the word for a picture and a name.
const OPENED: [char; 4] = [':', '：', '=', '＝'];
/// Characters after which the colon has to have come: `Photograph:`, `Φωτογραφία:`.
const COLON: usize = 14;

/// Breadth, in letters, that may follow an opening: `Read more` and a headline of up to a line.
const REST: u32 = 70;
/// Breadth, in letters, that may follow an opening without colon, when what follows is no word of the same phrase: `Share this article on`.
const SHORT_REST: u32 = 32;
/// Breadth, in letters, of the longest line that speaks of an offer: `Sign up for our daily newsletter to receive the best stories.`
const LONG: u32 = 110;
/// Characters at a caption's end among which its credit stands.
const CREDIT_TAIL: usize = 40;

/// How a line is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Known {
    /// Nothing is known of it.
    No,
    /// The name of a section or a service.
    Name,
    /// It speaks of what pages offer, as stories sometimes do.
    Offer,
    /// It says when the story was published or changed.
    Stamp,
    /// Pages print such lines.
    Phrase,
    /// Pages print such lines above a list of other stories.
    ListHead,
}

/// Whether a text holds a phrase. The general search of the standard library is faster on long texts and larger to download.
fn find(text: &str, phrase: &str) -> Option<usize> {
    let (text, phrase) = (text.as_bytes(), phrase.as_bytes());
    (0..(text.len() + 1).saturating_sub(phrase.len()))
        .find(|&at| text[at] == phrase[0] && text[at..].starts_with(phrase))
}

/// The first two bytes of an opening, by which it is found.
fn head(phrase: &str) -> [u8; 2] {
    let bytes = phrase.as_bytes();
    [bytes[0], bytes.get(1).copied().unwrap_or(0)]
}

/// The openings with these first two bytes.
fn openings(sought: [u8; 2]) -> impl Iterator<Item = Entry<OpeningKind>> {
    OPENINGS
        .from(move |text| head(text) < sought)
        .take_while(move |entry| head(entry.text) == sought)
}

/// Looks up a line in lower case, of `line_breadth` letters; `sentence` tells whether it ends as a sentence of a story does.
///
/// A sentence is the page's only if a phrase of several words opens it: a story's sentence may open with any single word.
///
/// ```text
/// page    Advertisement     Read more about the strike.     Comments: 12.
/// story   Advertising revenue fell by 12%.     Related charges were dropped.     “Read more,” he told them.
/// ```
pub fn know(line: &str, line_breadth: u32, sentence: bool, chars: &CharCache<'_>) -> Known {
    if WHOLE_LINE.contains(line) {
        return Known::Phrase;
    }
    if sentence && line.starts_with(is_quote) {
        return Known::No;
    }
    if is_stamp(line) {
        return Known::Stamp;
    }
    let line = line.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '©' && c != '(');
    if line.is_empty() {
        return Known::No;
    }
    let bare = line.trim_end_matches(|c: char| !c.is_alphanumeric());
    let offers = line_breadth <= LONG && speaks_of_an_offer(line.as_bytes());
    let mut is_name = false;
    for entry in openings(head(line)) {
        let known = match entry.kind {
            OpeningKind::Name => {
                is_name |= bare == entry.text;
                continue;
            }
            OpeningKind::Opening => Known::Phrase,
            OpeningKind::ListHeading => Known::ListHead,
        };
        let opening = entry.text;
        let Some(rest) = line.strip_prefix(opening) else {
            continue;
        };
        let room = if opening.ends_with([':', '：']) || rest.starts_with([':', '：']) {
            REST
        } else if offers {
            LONG
        } else {
            SHORT_REST
        };
        let ended = entry.any_ending
            || !opening.ends_with(char::is_alphanumeric)
            || !rest.starts_with(char::is_alphanumeric);
        // `advertis*` of `advertising`: the word as it stands, and whether anything but a mark follows.
        let behind = rest.trim_start_matches(|c: char| entry.any_ending && c.is_alphanumeric());
        let told = offers
            || behind.starts_with([':', '：'])
            || opening.ends_with([':', '：', ' '])
            || opening.contains(' ')
            || !opening.contains(char::is_alphanumeric)
            || !behind.contains(char::is_alphanumeric) && !has_signs(line)
            || behind.trim_start().starts_with(['©', '(']);
        if ended && (told || !sentence) && line_breadth <= text_width(opening, chars) + room {
            return known;
        }
    }
    if is_name {
        return Known::Name;
    }
    if offers {
        return Known::Offer;
    }
    Known::No
}

/// Whether a line is of a script without spaces, where a word has no end to be seen.
fn has_signs(line: &str) -> bool {
    line.chars()
        .any(|c| matches!(c, '\u{e00}'..='\u{eff}' | '\u{3041}'..='\u{9fff}'))
}

/// Letters of the longest line that is a time stamp.
const STAMP: usize = 70;

/// Whether a line in lower case says when a story was published or changed: the word for it and a date, or a time and *ago*.
///
/// ```text
/// Updated 10:32 a.m. Monday     Publié il y a 1 heure     3 hours ago     更新 2023年3月9日 8:30
/// ```
fn is_stamp(line: &str) -> bool {
    if line.len() > 3 * STAMP || line.chars().count() > STAMP || !line.contains(char::is_numeric) {
        return false;
    }
    let bare = |word: &str| -> String {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        word.to_owned()
    };
    let opening = TIMESTAMP
        .iter()
        .filter_map(|opening| line.strip_prefix(opening))
        .min_by_key(|rest| rest.len())
        .filter(|rest| !rest.starts_with(char::is_alphabetic) || has_signs(line));
    let rest = opening.unwrap_or(line);
    // How many words say a time, and how many say something else: `by Ann Finch`.
    let (mut times, mut ago, mut others) = (0, false, 0);
    for word in rest.split(|c: char| c.is_whitespace() || matches!(c, '/' | '|' | '—' | '–' | ','))
    {
        let word = bare(word);
        if word.is_empty() {
            continue;
        }
        if word.contains(char::is_numeric) || means(&word).is_some() {
            times += 1;
        } else {
            others += 1;
        }
        ago |= AGO.iter().any(|ago| ago == word);
    }
    ago |= AGO
        .iter()
        .any(|ago| ago.contains(' ') && rest.contains(ago));
    if opening.is_some() {
        times > 0 && others <= times + 1
    } else {
        ago && times > 0 && times <= 2 && others <= 1 && rest.starts_with(char::is_numeric)
    }
}

/// Whether a line speaks of what pages offer.
fn speaks_of_an_offer(line: &[u8]) -> bool {
    let holds = |at: usize| {
        ANYWHERE
            .iter()
            .any(|phrase| line[at..].starts_with(phrase.as_bytes()))
    };
    (0..line.len()).any(|at| INSIDE_BEGINS[line[at] as usize] && holds(at))
}

/// Whether a caption ends in its credit: `The bridge at dawn. | Photo: A. Finch`.
pub fn is_credited(line: &str) -> bool {
    let tail = line
        .char_indices()
        .rev()
        .nth(CREDIT_TAIL)
        .map_or(0, |(at, _)| at);
    let tail = cut(line, tail..line.len());
    let opened = |c: char| OPENED.contains(&c);
    if !tail.chars().any(opened) {
        return false;
    }
    let tail = &lower(tail);
    CREDIT.iter().any(|credit| {
        let behind = find(tail, credit).map(|at| cut(tail, at + credit.len()..tail.len()));
        behind.is_some_and(|behind| behind.chars().take(COLON).any(opened))
    })
}

/// Whether a word in lower case opens bylines.
pub fn is_by(word: &str) -> bool {
    BYLINE.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::platform::Native;

    fn know(line: &str) -> Known {
        let lower = line.to_lowercase();
        {
            let chars = CharCache::new(&Native);
            let sentence = super::super::line::is_sentence(line);
            super::know(&lower, text_width(&lower, &chars), sentence, &chars)
        }
    }

    fn credited(line: &str) -> bool {
        is_credited(line)
    }

    #[test]
    fn lines_that_pages_print_are_known() {
        for line in [
            "Leave a Comment",
            "Credit: Agency",
            "Lesen Sie auch: Der Fluss",
            "Читайте также",
            "関連記事",
            "[Read more]",
            "© 2021 Northern Wire",
        ] {
            assert!(know(line) >= Known::Phrase, "{line}");
        }
        assert_eq!(know("World"), Known::Name);
        assert_eq!(know("Facebook"), Known::Name);
    }

    #[test]
    fn sentences_that_open_alike_are_not() {
        for line in [
            "World leaders meet",
            "Tags of silver hung from the tree",
            "Follow the river to its mouth and you will find the house where he was born",
        ] {
            assert_eq!(know(line), Known::No, "{line}");
        }
    }

    #[test]
    fn a_caption_is_told_by_its_credit() {
        assert!(credited(
            "The bridge at dawn, before the first tram. | Photo: A. Finch"
        ));
        assert!(!credited(
            "Her photo: it hung over the door for thirty years and nobody ever asked who she was"
        ));
    }
}
