//! A line → whether pages are known to print it. The list of phrases is short on purpose: form and place decide most, and everyone
//! has to download it.

use crate::data::{Entry, OpeningKind, ANYWHERE, BYLINE, CREDIT, OPENINGS};
use crate::text::char_cache::CharCache;
use crate::text::chars::lower;
use crate::text::source::cut;
use crate::text::width::text_width;

/// The first bytes of what furniture holds anywhere in it: most lines have few of them.
const INSIDE_BEGINS: [bool; 256] = {
    let mut begins = [false; 256];
    let mut at = 0;
    while at < ANYWHERE.len() {
        begins[ANYWHERE[at].as_bytes()[0] as usize] = true;
        at += 1;
    }
    begins
};

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
fn openings(sought: [u8; 2]) -> impl Iterator<Item = &'static Entry<OpeningKind>> {
    let start = OPENINGS.partition_point(|entry| head(entry.text) < sought);
    OPENINGS[start..]
        .iter()
        .take_while(move |entry| head(entry.text) == sought)
}

/// Looks up a line in lower case, of `line_breadth` letters.
pub fn know(line: &str, line_breadth: u32, chars: &CharCache<'_>) -> Known {
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
        if ended && line_breadth <= text_width(opening, chars) + room {
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
    BYLINE.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::platform::Native;

    fn know(line: &str) -> Known {
        let lower = line.to_lowercase();
        {
            let chars = CharCache::new(&Native);
            super::know(&lower, text_width(&lower, &chars), &chars)
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
