//! The lines above a story's first paragraph → which of them is the headline, and what each line below it is.

use super::blocks::TextBlocks;
use super::headline::{HEADLINE_WIDTHS, MIN_STANDFIRST_WIDTH};
use super::line::Hint;
use super::phrases::is_by;
use crate::text::article::Article;
use crate::text::char_cache::CharCache;
use crate::text::chars::is_number;
use crate::text::units::{BlockKind, Role};
use std::ops::RangeInclusive;

/// Lines above the first paragraph, from which a text is a list or a poem and no article with a head.
const MAX_HEAD_LINES: usize = 8;
/// Width, in letters, from which a sentence is a story's first paragraph and no line of its head.
const MIN_LEAD_WIDTH: u32 = 60;
/// Width, in letters, from which a line is a paragraph even if it ends without a mark.
const MIN_PROSE_WIDTH: u32 = 120;
/// Width, in letters, from which a line right above a date or an author may be a standfirst; a place and a section's name are narrower.
const MIN_DATED_STANDFIRST_WIDTH: u32 = 15;
/// Width, in letters, of the longest standfirst.
const MAX_STANDFIRST_WIDTH: u32 = 220;
/// Width, in letters, above which a line with a full stop is the first paragraph: about twenty words.
const MAX_SENTENCE_STANDFIRST_WIDTH: u32 = 110;
/// Width, in letters, of the longest line that is read as names.
const MAX_NAMES_WIDTH: u32 = 90;
/// Words of the first name of a line without a word for *by*, and words of that line up to a comma.
const BARE_NAME_WORDS: RangeInclusive<usize> = 2..=3;
const MAX_BARE_WORDS: usize = 6;
/// Characters of the longest word that links names: `and`, `und`, `de`.
const MAX_LINK_CHARACTERS: usize = 3;
/// What Chinese, Japanese and Korean lines of an author begin or end with: *reporter*.
const REPORTERS: [&str; 3] = ["记者", "記者", "기자"];
/// Characters of a name in Chinese characters alone: 李小华, 山田花子.
const HAN_NAME_CHARACTERS: RangeInclusive<usize> = 3..=4;

impl TextBlocks {
    /// Whether a block is a paragraph of a story and no line of a head.
    fn is_lead(&self, at: usize) -> bool {
        let form = &self.forms[at];
        form.hint == Hint::None
            && (form.ends_sentence && form.width >= MIN_LEAD_WIDTH || form.width >= MIN_PROSE_WIDTH)
    }

    /// The headline of a text that is no page: it stands above the first paragraph.
    ///
    /// ```text
    /// Local news                         a kicker: narrower than headlines are
    /// Old cinema to become flats       ← the first line that is broad enough, whatever is below it
    /// Six-year row ends as council accepts offer
    /// Joan Mercer
    /// 5 March 2026
    /// The council voted on Thursday …  ← the first paragraph
    /// ```
    ///
    /// Before this rule the last of the lines was a heading, and none was the headline.
    pub fn headline_above(
        &self,
        article: &Article<'_>,
        chars: &CharCache<'_>,
        kinds: &[BlockKind],
    ) -> Option<usize> {
        let is_line =
            |at: &usize| kinds[*at] != BlockKind::Furniture && self.forms[*at].hint == Hint::None;
        let first = (0..kinds.len()).find(is_line)?;
        let lead = (first..kinds.len())
            .take(MAX_HEAD_LINES + 1)
            .find(|&at| self.is_lead(at))?;
        let lines = || (first..lead).filter(is_line);
        // Two short sentences are the beginning of a story or of a dialogue.
        if lines().filter(|&at| self.forms[at].ends_sentence).count() > 1 {
            return None;
        }
        let may_be_headline = |at: &usize| {
            let form = &self.forms[*at];
            !form.ends_sentence
                && HEADLINE_WIDTHS.contains(&form.width)
                && !is_list_item(article.block(*at))
        };
        let headline = lines().next().filter(may_be_headline);
        let kicker = || {
            (self.forms[first].width < HEADLINE_WIDTHS.start)
                .then(|| lines().nth(1).filter(may_be_headline))
                .flatten()
                .filter(|&at| !is_byline(article.block(at), self.forms[at].width, chars))
        };
        headline.or_else(kicker)
    }

    /// Gives each line of a head below its headline its role.
    ///
    /// ```text
    /// Six-year row ends as council accepts offer     standfirst: it sums the story up
    /// Fiona Burns, Scotland correspondent            byline
    /// HARWICH                                        a place, and the caption of a picture, have none
    /// ```
    pub fn name_lines_below(
        &self,
        headline: usize,
        article: &Article<'_>,
        chars: &CharCache<'_>,
        kinds: &mut [BlockKind],
        roles: &mut [Option<Role>],
    ) {
        let below = (headline + 1..kinds.len()).take(MAX_HEAD_LINES + 1);
        let Some(lead) = below.clone().find(|&at| self.is_story_below(at)) else {
            return;
        };
        for at in headline + 1..lead {
            if roles[at].is_none()
                && kinds[at] != BlockKind::Furniture
                && self.forms[at].hint == Hint::None
                && is_byline(article.block(at), self.forms[at].width, chars)
            {
                (roles[at], kinds[at]) = (Some(Role::Byline), BlockKind::Paragraph);
            }
        }
        let first_role = (headline + 1..lead).find(|&at| roles[at].is_some());
        for at in headline + 1..first_role.unwrap_or(lead) {
            let form = &self.forms[at];
            let min_width = match first_role {
                Some(_) => MIN_DATED_STANDFIRST_WIDTH,
                None => MIN_STANDFIRST_WIDTH,
            };
            if kinds[at] != BlockKind::Furniture
                && form.hint == Hint::None
                && (min_width..=MAX_STANDFIRST_WIDTH).contains(&form.width)
                && !is_list_item(article.block(at))
                // A sentence with nothing between it and the story is the story's first.
                && (first_role.is_some() || !form.ends_with_full_stop)
            {
                roles[at] = Some(Role::Standfirst);
                // What follows a standfirst without a date or an author is a caption.
                if first_role.is_none() {
                    break;
                }
            }
        }
    }

    /// Whether a block below a headline is the first paragraph, and no standfirst.
    fn is_story_below(&self, at: usize) -> bool {
        let form = &self.forms[at];
        form.hint == Hint::None
            && (form.ends_with_full_stop && form.width > MAX_SENTENCE_STANDFIRST_WIDTH
                || form.width > MAX_STANDFIRST_WIDTH)
    }
}

/// Whether a line is an item of a list.
fn is_list_item(text: &str) -> bool {
    text.starts_with(['*', '•', '-', '–', '|', '·', '▪'])
}

/// Whether a line of a head says who wrote the story: names alone, or names after a word for *by*, and what they are.
///
/// ```text
/// Joan Mercer     Joan Mercer in Harwich     Fiona Burns, Scotland correspondent     By FIONA BURNS and IAIN ROY, Northern Wire
/// 山田花子        记者 李华                  بقلم: جنى مراد
/// none            HARWICH     The cinema at night     By Regal decree     Von 38 auf 83
/// ```
fn is_byline(text: &str, width: u32, chars: &CharCache<'_>) -> bool {
    if width > MAX_NAMES_WIDTH || text.contains(is_number) {
        return false;
    }
    let mut words: Vec<&str> = text.split_whitespace().collect();
    let first = chars.lower(words.first().copied().unwrap_or_default());
    let has_by = is_by(&first) || is_by(first.trim_end_matches(':'));
    if has_by {
        words.remove(0);
    }
    if !text.chars().any(|c| c.is_lowercase() || c.is_uppercase()) {
        let is_han = |c: char| matches!(c, '\u{4e00}'..='\u{9fff}');
        let is_name =
            HAN_NAME_CHARACTERS.contains(&text.chars().count()) && text.chars().all(is_han);
        let is_reporter = |name: &&str| text.starts_with(name) || text.ends_with(name);
        return !words.is_empty() && (has_by || is_name || REPORTERS.iter().any(is_reporter));
    }
    // Behind the first comma, bracket or bar is what the persons are.
    let end = words.iter().position(|word| word.starts_with(['(', '|']));
    let comma = words.iter().position(|word| word.ends_with(','));
    let names = &words[..end
        .unwrap_or(words.len())
        .min(comma.map_or(words.len(), |at| at + 1))];
    let has_capital = |word: &&str| word.starts_with(char::is_uppercase);
    let is_link = |word: &&str| word.chars().count() <= MAX_LINK_CHARACTERS;
    let run = names.iter().take_while(|word| has_capital(word)).count();
    let is_shouted = !text.contains(char::is_lowercase);
    names.iter().all(|word| has_capital(word) || is_link(word))
        && if has_by {
            run > 0
        } else {
            BARE_NAME_WORDS.contains(&run) && names.len() <= MAX_BARE_WORDS && !is_shouted
        }
}
