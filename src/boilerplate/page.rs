//! Forms of blocks → where the story is, whether the text is a page, and what each block is.

use super::blocks::{TextBlocks, MAX_BLOCKS_TO_HEADLINE};
use super::headline::{HEADLINE_WIDTHS, MAX_LINES_TO_DATE, MIN_STANDFIRST_WIDTH};
use super::line::Hint;
use crate::text::units::BlockKind;
use std::ops::Range;

/// Points that each letter of a sentence adds to the story.
const LETTER_SCORE: i32 = 2;
/// Points that one paragraph adds at most: one long comment must not outweigh a story.
const MAX_PARAGRAPH_SCORE: i32 = 500;
/// Points that the shortest sentence adds, so that `He came down.` does not divide a story.
const MIN_SENTENCE_SCORE: i32 = 30;
/// Points that a line that is no sentence takes away: as many as a sentence of fifty letters adds. Lower joins the comments of readers
/// below a page to its story; higher divides a story at the boxes inside it.
const LINE_COST: i32 = 100;
/// Width, in letters, from which a block is prose even if it ends without a mark.
const MIN_PROSE_WIDTH: u32 = 120;
/// Width, in letters, from which a sentence without a hint is no furniture, wherever it is.
const MIN_KEPT_SENTENCE_WIDTH: u32 = 36;

/// Lines with a hint, or with a copy outside the story, from which a text is a page.
const MIN_PAGE_LINES: usize = 3;
/// Lines that pages are known to print, from which a text may be a page.
const MIN_PAGE_PHRASES: usize = 2;

impl TextBlocks {
    /// The range of blocks in which sentences outweigh lines the most.
    ///
    /// ```text
    /// before:  Home  World  Sport  The bridge is shut  By A. Finch  The bridge…  It will…  Share  The mayor…  Related  A cat is found
    /// score:    −1    −1     −1          −1                −1            +4         +3      −1       +4         −1          −1
    /// story:                                                        └───────────────────────────────────┘
    /// ```
    pub fn story(&self) -> Option<Range<usize>> {
        let (mut best, mut story) = (0, None);
        let (mut sum, mut from) = (0, 0);
        for at in 0..self.forms.len() {
            if sum <= 0 {
                (sum, from) = (0, at);
            }
            sum += self.score(at);
            if sum > best {
                (best, story) = (sum, Some(from..at + 1));
            }
        }
        story
    }

    /// The points that a block adds to the story, or takes from it.
    fn score(&self, at: usize) -> i32 {
        let form = self.forms[at];
        let letters = form.width as i32 * LETTER_SCORE;
        if self.shared[at] {
            letters.clamp(LINE_COST, MAX_PARAGRAPH_SCORE)
        } else if form.hint > Hint::None {
            -LINE_COST
        } else if form.ends_sentence {
            letters.clamp(MIN_SENTENCE_SCORE, MAX_PARAGRAPH_SCORE)
        } else if form.width >= MIN_PROSE_WIDTH {
            (letters - LINE_COST).min(MAX_PARAGRAPH_SCORE)
        } else {
            -LINE_COST
        }
    }

    /// Whether the text is a page: several lines have a hint, and some of them are lines that pages are known to print.
    pub fn is_page(&self, story: &Range<usize>) -> bool {
        let count =
            |has: &dyn Fn(usize) -> bool| (0..self.forms.len()).filter(|&at| has(at)).count();
        let phrases = count(&|at| self.forms[at].hint >= Hint::Phrase);
        let lines = count(&|at| {
            self.forms[at].hint > Hint::None || self.copies[at] > 1 && !story.contains(&at)
        });
        phrases >= MIN_PAGE_PHRASES && lines >= MIN_PAGE_LINES
    }

    /// Which blocks inside the story are items of a list of links.
    ///
    /// ```text
    /// The mayor said that the bridge will be shut until spring.
    /// Read also                        ← the heading of a list
    /// A cat is found on the roof       ← no sentence, so it is an item
    /// Ann Finch
    /// The bridge was built in 1931 by a firm from the coast.
    /// ```
    ///
    /// The last item is no item if it is the shortest line: it may be a subhead.
    fn link_list_items(&self, story: &Range<usize>) -> Vec<bool> {
        let mut is_item = vec![false; self.forms.len()];
        let is_line = |at: usize| {
            let form = &self.forms[at];
            !form.ends_sentence && form.width < MIN_PROSE_WIDTH && !self.shared[at]
        };
        let mut at = story.start;
        while at < story.end {
            let head = at;
            at += 1;
            if self.forms[head].hint != Hint::ListHeading {
                continue;
            }
            while at < story.end && is_line(at) {
                is_item[at] = true;
                at += 1;
            }
            let last = at - 1;
            if last > head + 1
                && self.forms[head + 1..last]
                    .iter()
                    .all(|form| form.width > self.forms[last].width)
            {
                is_item[last] = false;
            }
        }
        is_item
    }

    /// What each block is, by this text alone.
    #[inline(never)]
    pub fn kinds(&self, story: &Range<usize>) -> Vec<BlockKind> {
        let count = self.forms.len();
        let is_page = self.is_page(story);
        let (headline, is_item) = if is_page {
            (self.headline(story), self.link_list_items(story))
        } else {
            (None, vec![false; count])
        };
        let is_standfirst = |at: usize| {
            headline.is_some_and(|headline| {
                (headline + 1..=headline + MAX_LINES_TO_DATE).contains(&at)
                    && self.forms[at].width >= MIN_STANDFIRST_WIDTH
                    && self.forms[headline + 1..=at]
                        .iter()
                        .all(|form| form.hint == Hint::None)
            })
        };
        let is_furniture = |at: usize| {
            let form = &self.forms[at];
            let is_copy =
                headline.is_some_and(|headline| self.word_keys[at] == self.word_keys[headline]);
            if Some(at) == headline {
                false
            } else if story.contains(&at) {
                form.hint >= Hint::Breadcrumb || is_copy || is_item[at]
            } else if !is_page {
                form.hint > Hint::Date
            } else if is_copy {
                at + MAX_BLOCKS_TO_HEADLINE > story.start && at < story.start
            } else if form.hint.has_time()
                && headline.is_some_and(|headline| headline < at && at < story.start)
            {
                // This is the date of the story itself: a person who compares two versions wants to know that it changed.
                false
            } else if form.hint == Hint::None
                && form.ends_sentence
                && form.width >= MIN_KEPT_SENTENCE_WIDTH
            {
                false
            } else {
                !is_standfirst(at)
            }
        };
        let mut kinds: Vec<BlockKind> = (0..count)
            .map(|at| match is_furniture(at) {
                true => BlockKind::Furniture,
                false => BlockKind::Paragraph,
            })
            .collect();
        self.mark_headings(headline, &mut kinds);
        kinds
    }

    /// Makes headings of the headline and of each line that has a broader paragraph right below.
    fn mark_headings(&self, headline: Option<usize>, kinds: &mut [BlockKind]) {
        let is_line = |at: usize| {
            !self.forms[at].ends_sentence
                && (1..HEADLINE_WIDTHS.end).contains(&self.forms[at].width)
                && self.forms[at].hint == Hint::None
        };
        let mut below = None;
        for at in (0..kinds.len()).rev() {
            if kinds[at] == BlockKind::Furniture {
                continue;
            }
            let is_headed =
                |below: usize| !is_line(below) && self.forms[below].width > self.forms[at].width;
            if Some(at) == headline || is_line(at) && below.is_some_and(is_headed) {
                kinds[at] = BlockKind::Heading;
            }
            if self.forms[at].width > 0 {
                below = Some(at);
            }
        }
    }
}
