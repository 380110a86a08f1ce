//! A line → whether it is one that pages are known to print. The list of phrases is short on purpose: form and place decide most, and
//! everyone has to download it.

use super::times::Times;
use crate::data::{
    Entry, OpeningKind, AGO, ANYWHERE, BYLINE, CREDIT, OPENINGS, TIMESTAMP, WHOLE_LINE,
};
use crate::text::char_cache::CharCache;
use crate::text::chars::{is_letter, is_letter_or_number, is_number, is_quote};
use crate::text::quantities::quantity_of;
use crate::text::source::slice;
use crate::text::width::text_width;

/// Whether a phrase about an offer begins with each byte: most lines have few of these bytes.
const FIRST_BYTES_OF_OFFERS: [bool; 256] = ANYWHERE.first_bytes();

/// Characters between the word for a picture and a name.
const CREDIT_SEPARATORS: [char; 4] = [':', '：', '=', '＝'];
/// Characters after the word for a picture among which the separator is: `Photograph:`, `Φωτογραφία:`.
const MAX_CHARACTERS_TO_SEPARATOR: usize = 14;
/// Characters at the end of a caption among which its credit is.
const CREDIT_TAIL_CHARACTERS: usize = 40;

/// Width, in letters, of what may follow an opening with a colon: `Read more:` and a headline of up to a line.
const MAX_REST_WIDTH: u32 = 70;
/// Width, in letters, of what may follow an opening without a colon: `Share this article on`.
const MAX_REST_WIDTH_WITHOUT_COLON: u32 = 32;
/// Width, in letters, of the longest line about an offer: `Sign up for our daily newsletter to receive the best stories.`
const MAX_OFFER_WIDTH: u32 = 110;
/// Characters of the longest line that is a time stamp.
const MAX_TIMESTAMP_CHARACTERS: usize = 70;

/// What the list of phrases says of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PhraseMatch {
    /// No phrase is in it.
    None,
    /// It is the name of a section or a service.
    SectionName,
    /// It is about what pages offer. Sentences of stories sometimes are, too.
    Offer,
    /// It says when the story was published or changed.
    Timestamp,
    /// Pages print such lines.
    Phrase,
    /// Pages print such lines above a list of other stories.
    ListHeading,
}

/// The byte at which a phrase begins in a text. The search of the standard library is faster on long texts, and larger to download.
fn find(text: &str, phrase: &str) -> Option<usize> {
    let (text, phrase) = (text.as_bytes(), phrase.as_bytes());
    (0..(text.len() + 1).saturating_sub(phrase.len()))
        .find(|&at| text[at] == phrase[0] && text[at..].starts_with(phrase))
}

/// The first two bytes of an opening, by which it is found.
fn head(phrase: &[u8]) -> [u8; 2] {
    [phrase[0], phrase.get(1).copied().unwrap_or(0)]
}

/// The openings with these first two bytes.
fn openings(wanted: [u8; 2]) -> impl Iterator<Item = Entry<OpeningKind>> {
    OPENINGS
        .from(move |text| head(text) < wanted)
        .take_while(move |entry| head(entry.text.as_bytes()) == wanted)
}

/// Looks up a line in lower case. `line_width` is its width in letters, and `is_sentence` says whether it ends as a sentence of a story
/// does.
///
/// A sentence belongs to the page only if it begins with a phrase of several words: a sentence of a story may begin with any one word.
///
/// ```text
/// page    Advertisement     Read more about the strike.     Comments: 12.     Lesen Sie auch: Der Fluss
/// story   Advertising revenue fell by 12%.     Related charges were dropped.     “Read more,” he told them.
///         Most read it in 2 hours.     See also what the judge wrote in 1998.     Newsletter staff, 9 in all, must go.
/// ```
pub fn match_phrase(
    line: &str,
    line_width: u32,
    is_sentence: bool,
    chars: &CharCache<'_>,
) -> PhraseMatch {
    if WHOLE_LINE.contains(line) {
        return PhraseMatch::Phrase;
    }
    if is_sentence && line.starts_with(is_quote) {
        return PhraseMatch::None;
    }
    if is_timestamp(line, is_sentence, chars) {
        return PhraseMatch::Timestamp;
    }
    let line = line.trim_start_matches(|c: char| !is_letter_or_number(c) && c != '©' && c != '(');
    if line.is_empty() {
        return PhraseMatch::None;
    }
    let without_marks = line.trim_end_matches(|c: char| !is_letter_or_number(c));
    let is_offer = line_width <= MAX_OFFER_WIDTH && has_offer(line.as_bytes());
    let mut is_name = false;
    for entry in openings(head(line.as_bytes())) {
        let found = match entry.kind {
            OpeningKind::Name => {
                is_name |= without_marks == entry.text;
                continue;
            }
            OpeningKind::Opening => PhraseMatch::Phrase,
            OpeningKind::ListHeading => PhraseMatch::ListHeading,
        };
        let opening = entry.text;
        let Some(rest) = line.strip_prefix(opening) else {
            continue;
        };
        // What follows the whole word: of `advertising`, which `advertis*` finds, nothing does.
        let following =
            rest.trim_start_matches(|c: char| entry.any_ending && is_letter_or_number(c));
        let is_parted = is_parted(opening, following);
        let max_rest_width = if is_parted {
            MAX_REST_WIDTH
        } else if is_offer {
            MAX_OFFER_WIDTH
        } else {
            MAX_REST_WIDTH_WITHOUT_COLON
        };
        let is_whole_word = entry.any_ending
            || !opening.ends_with(is_letter_or_number)
            || !rest.starts_with(is_letter_or_number);
        // Sentences of stories have figures; sentences that pages print have none but after a colon.
        let may_be_story =
            is_sentence && opening.contains(is_letter) && following.contains(is_number);
        let is_certain = is_parted
            || !may_be_story && (is_offer || opening.contains(' '))
            || !opening.contains(is_letter_or_number)
            || !following.contains(is_letter_or_number) && !has_unspaced(line)
            || following.trim_start().starts_with(['©', '(']);
        if is_whole_word
            && (is_certain || !is_sentence)
            && line_width <= text_width(opening, chars) + max_rest_width
        {
            return found;
        }
    }
    if is_name {
        return PhraseMatch::SectionName;
    }
    if is_offer {
        return PhraseMatch::Offer;
    }
    PhraseMatch::None
}

/// Whether a colon or a dash is between an opening and what follows, or a colon is after the one word that completes an opening of
/// several words: `Comments: 12`, `Advertisement - …`, `Leggi anche: …`.
fn is_parted(opening: &str, following: &str) -> bool {
    const COLONS: [char; 2] = [':', '：'];
    let mut words = following.split_whitespace();
    opening.ends_with(COLONS)
        || following.starts_with(COLONS)
        || following.starts_with(" - ")
        || opening.contains(' ') && words.next().is_some_and(|word| word.ends_with(COLONS))
}

/// Whether a line has characters of a script without spaces, where one does not see the end of a word.
fn has_unspaced(line: &str) -> bool {
    line.chars()
        .any(|c| matches!(c, '\u{e00}'..='\u{eff}' | '\u{3041}'..='\u{9fff}'))
}

/// Whether a line in lower case says when a story was published or changed: the word for it and a date, or a time and *ago*.
///
/// ```text
/// yes   Updated 10:32 a.m. Monday     Publié il y a 1 heure     3 hours ago     更新 2023年3月9日 8:30
/// no    Published 3 books     10:30 Coffee     Updated rules on Monday allow 15 boats.     Stand: 12 of 15 seats
/// ```
fn is_timestamp(line: &str, is_sentence: bool, chars: &CharCache<'_>) -> bool {
    if line.len() > 3 * MAX_TIMESTAMP_CHARACTERS
        || line.chars().count() > MAX_TIMESTAMP_CHARACTERS
        || !line.contains(is_number)
    {
        return false;
    }
    let opening = TIMESTAMP
        .iter()
        .filter_map(|opening| line.strip_prefix(opening))
        .min_by_key(|rest| rest.len())
        .filter(|rest| !rest.starts_with(is_letter) || has_unspaced(line));
    let rest = opening.unwrap_or(line);
    // How many words are part of a time, and how many are not: `by Ann Finch`.
    let (mut times, mut has_ago, mut others) = (0, false, 0);
    for word in rest.split(|c: char| c.is_whitespace() || matches!(c, '/' | '|' | '—' | '–' | ','))
    {
        let word = word.trim_matches(|c: char| !is_letter_or_number(c));
        if word.is_empty() {
            continue;
        }
        if word.contains(is_number) || quantity_of(word).is_some() {
            times += 1;
        } else {
            others += 1;
        }
        has_ago |= AGO.contains(word);
    }
    // `2小时前`
    has_ago |= AGO.iter().any(|ago| {
        ago.contains(' ') && find(rest, ago).is_some() || has_unspaced(ago) && rest.ends_with(ago)
    });
    if opening.is_some() {
        let tells = || {
            let told = Times::read(rest, chars);
            let is_told = told.has_clock || told.has_day || has_ago;
            let is_figure = || rest.starts_with([':', '：']) && !rest.contains(is_letter);
            (is_told || is_figure()) && (told.others == 0 || !is_sentence)
        };
        times > 0 && others <= times + 1 && tells()
    } else {
        has_ago && times > 0 && times <= 2 && others <= 1 && rest.starts_with(is_number)
    }
}

/// Whether a line has a phrase about what pages offer.
fn has_offer(line: &[u8]) -> bool {
    let is_offer_at = |at: usize| {
        ANYWHERE
            .iter()
            .any(|phrase| line[at..].starts_with(phrase.as_bytes()))
    };
    (0..line.len()).any(|at| FIRST_BYTES_OF_OFFERS[line[at] as usize] && is_offer_at(at))
}

/// Whether a caption ends with its credit: `The bridge at dawn. | Photo: A. Finch`.
pub fn is_credited(line: &str, chars: &CharCache<'_>) -> bool {
    let tail = line
        .char_indices()
        .rev()
        .nth(CREDIT_TAIL_CHARACTERS)
        .map_or(0, |(at, _)| at);
    let tail = slice(line, tail..line.len());
    let is_separator = |c: char| CREDIT_SEPARATORS.contains(&c);
    if !tail.chars().any(is_separator) {
        return false;
    }
    let tail = &chars.lower(tail);
    CREDIT.iter().any(|credit| {
        let following = find(tail, credit).map(|at| slice(tail, at + credit.len()..tail.len()));
        following.is_some_and(|following| {
            following
                .chars()
                .take(MAX_CHARACTERS_TO_SEPARATOR)
                .any(is_separator)
        })
    })
}

/// Whether a word in lower case is the first word of bylines.
pub fn is_by(word: &str) -> bool {
    BYLINE.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::platform::Native;

    fn match_of(line: &str) -> PhraseMatch {
        let lower = line.to_lowercase();
        let chars = CharCache::new(&Native);
        let is_sentence = super::super::line::is_sentence(line);
        match_phrase(&lower, text_width(&lower, &chars), is_sentence, &chars)
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
            "Advertisement - scroll to continue reading",
            "Lesen Sie auch: Wie die alte Brücke saniert wurde",
            "Leggi anche: Come è stato restaurato il ponte",
            "Purchase Licensing Rights",
            "Lee también: Cómo se construyó la vieja piscina",
            "Leia também: Como a velha piscina foi construída",
            "تابعونا على فيسبوك",
            "© 2021 Northern Wire",
            "Also read: What became of the mill",
            "Already a subscriber? Log in",
            "Follow @northernwire on X",
            "Jetzt abonnieren",
            "S’abonner",
            "Sigue leyendo",
            "Potrebbe interessarti",
            "Материалы по теме",
            "点击查看更多",
            "قصص مقترحة",
        ] {
            assert!(match_of(line) >= PhraseMatch::Phrase, "{line}");
        }
        assert_eq!(match_of("World"), PhraseMatch::SectionName);
        assert_eq!(match_of("Facebook"), PhraseMatch::SectionName);
    }

    #[test]
    fn sentences_that_begin_alike_are_not() {
        for line in [
            "World leaders meet",
            "Tags of silver hung from the tree",
            "Most read it in 2 hours.",
            "See also what the judge wrote in 1998.",
            "Also read at the service was a letter from her son.",
            "Up next was the mayor",
            "Follow the river to its mouth and you will find the house where he was born",
        ] {
            assert_eq!(match_of(line), PhraseMatch::None, "{line}");
        }
    }

    #[test]
    fn a_caption_is_known_by_its_credit() {
        let chars = CharCache::new(&Native);
        assert!(is_credited(
            "The bridge at dawn, before the first tram. | Photo: A. Finch",
            &chars
        ));
        assert!(!is_credited(
            "Her photo: it hung over the door for thirty years and nobody ever asked who she was",
            &chars
        ));
    }
}
