//! Forms of blocks → where the story stands, whether it stands on a page, and what each block is.

use super::line::{Form, Sign};
use crate::text::units::BlockKind;
use std::ops::Range;

/// What one letter of a sentence is worth to the story.
const LETTER: i32 = 2;
/// The most that one paragraph is worth, in letters' worth: one long comment must not outweigh a story.
const PARAGRAPH: i32 = 500;
/// What the shortest sentence is worth, so that `He came down.` parts no story.
const SENTENCE: i32 = 30;
/// What a line that is no sentence costs, in letters' worth: as much as a sentence of fifty letters is worth. Lower joins what readers
/// comment below a page to its story; higher parts a story at the boxes inside it.
const COST: i32 = 100;
/// Letters from which a block is prose even if it ends without a mark.
const PROSE: u32 = 120;
/// Letters from which a sentence makes a paragraph of the story.
const FULL: u32 = 60;

/// Blocks above the story among which its headline is looked for. Pages put dates, bylines, buttons and a picture between.
pub const REACH: usize = 24;
/// Letters of a headline, least and most.
const HEADLINE: Range<u32> = 12..200;
/// Letters from which a line's words are enough to tell that they stand in the story.
const ECHO: u32 = 40;
/// What a line scores at least to be a headline: see [`Side::headline`].
const LEAST_HEADLINE: i32 = 40;
/// Lines below a headline among which its date or byline is looked for: a standfirst may stand between.
const DATELINE: usize = 3;
/// Letters from which a line right above a standfirst is its headline and no section's name.
const SHORT_HEADLINE: u32 = 15;
/// Letters from which a sentence without a sign is left alone wherever it stands.
const SENTENCE_KEPT: u32 = 36;
/// Letters from which a line right below the headline is a standfirst and no name.
const STANDFIRST: u32 = 24;

/// Lines outside the story that bear a sign of furniture, or stand there twice, from which a text is a page.
const SIGNS_OF_A_PAGE: usize = 3;
/// Lines that pages are known to print, from which a text may be a page.
const PHRASES_OF_A_PAGE: usize = 2;

/// What is known of one text.
pub struct Side {
    /// The form of each block.
    pub forms: Vec<Form>,
    /// The same for blocks of the same words.
    pub keys: Vec<u32>,
    /// How many words of each block right above the story stand in it, in percent.
    pub echo: Vec<u32>,
    /// How often the words of each short block stand in the text as a block.
    pub copies: Vec<u32>,
    /// Whether most words of each block stand in the other text's story.
    pub shared: Vec<bool>,
}

impl Side {
    /// The stretch of blocks in which sentences outweigh lines the most.
    ///
    /// ```text
    /// before:  Home  World  Sport  The bridge is shut  By A. Finch  The bridge…  It will…  Share  The mayor…  Related  A cat is found
    /// worth:    −1    −1     −1          −1                −1            +4         +3      −1       +4         −1          −1
    /// story:                                                        └───────────────────────────────────┘
    /// ```
    pub fn story(&self) -> Option<Range<usize>> {
        let (mut best, mut story) = (0, None);
        let (mut sum, mut from) = (0, 0);
        for at in 0..self.forms.len() {
            if sum <= 0 {
                (sum, from) = (0, at);
            }
            sum += self.worth(at);
            if sum > best {
                (best, story) = (sum, Some(from..at + 1));
            }
        }
        story
    }

    fn worth(&self, at: usize) -> i32 {
        let form = self.forms[at];
        let letters = form.breadth as i32 * LETTER;
        if self.shared[at] {
            letters.clamp(COST, PARAGRAPH)
        } else if form.sign > Sign::None {
            -COST
        } else if form.ends {
            letters.clamp(SENTENCE, PARAGRAPH)
        } else if form.breadth >= PROSE {
            (letters - COST).min(PARAGRAPH)
        } else {
            -COST
        }
    }

    /// Whether the text is a page: several lines bear a sign, and not only the sign of a date or of a table's row.
    pub fn is_page(&self, story: &Range<usize>) -> bool {
        let count =
            |has: &dyn Fn(usize) -> bool| (0..self.forms.len()).filter(|&at| has(at)).count();
        let phrases = count(&|at| self.forms[at].sign >= Sign::Phrase);
        let signs = count(&|at| {
            self.forms[at].sign > Sign::None || self.copies[at] > 1 && !story.contains(&at)
        });
        phrases >= PHRASES_OF_A_PAGE && signs >= SIGNS_OF_A_PAGE
    }

    /// The line above the story that heads it.
    ///
    /// ```text
    /// World
    /// Ellerby keeps its station        ← long enough, its words stand in the story, a date and a byline stand right below
    /// 3 days ago • By Ann Finch
    /// Share
    /// The station's clock in March     ← nearer, and its words stand in the story; but a caption has no date below
    /// ELLERBY — The town of Ellerby will keep…
    /// ```
    pub fn headline(&self, story: &Range<usize>) -> Option<usize> {
        let first = story.start.saturating_sub(REACH);
        let scores: Vec<i32> = (first..story.start)
            .map(|at| self.heads(at, story.start))
            .collect();
        let mut best = 0;
        for at in 0..scores.len() {
            if scores[at] > scores[best] {
                best = at;
            }
        }
        if scores.is_empty() || scores[best] < LEAST_HEADLINE {
            return None;
        }
        // A headline of two lines, or one whose standfirst looks even more like one: a sentence, or longer than headlines are.
        let mut least = if !self.forms[first + best].ends && self.forms[first + best].breadth < FULL
        {
            STANDFIRST
        } else {
            SHORT_HEADLINE
        };
        while best > 0
            && scores[best - 1] * 2 > scores[best]
            && self.forms[first + best - 1].breadth >= least
        {
            best -= 1;
            least = STANDFIRST;
        }
        Some(first + best)
    }

    /// How much a line looks like the headline of the story that begins at `story`.
    fn heads(&self, at: usize, story: usize) -> i32 {
        let form = self.forms[at];
        if form.sign > Sign::None || !HEADLINE.contains(&form.breadth) {
            return 0;
        }
        let dated = (at + 1..story).take(DATELINE).any(|below| {
            matches!(
                self.forms[below].sign,
                Sign::Date | Sign::Stamp | Sign::Author | Sign::Byline
            )
        });
        (self.echo[at] * form.breadth.min(ECHO) / ECHO) as i32
            + form.breadth.min(60) as i32
            + if dated { 40 } else { 0 }
            + if self.shared[at] { 60 } else { 0 }
            + if self.copies[at] > 1 { 15 } else { 0 }
            + if self.forms[at + 1].ends && self.forms[at + 1].sign == Sign::None {
                20
            } else {
                0
            }
            - if form.ends || form.bracketed { 30 } else { 0 }
            - 2 * (story - at) as i32
    }

    /// Which lines inside the story belong to a box of links.
    ///
    /// ```text
    /// The mayor said that the bridge will be shut until spring.
    /// Read also                        ← says that a list follows
    /// A cat is found on the roof       ← no sentence, so it is the list
    /// Ann Finch
    /// The bridge was built in 1931 by a firm from the coast.
    /// ```
    ///
    /// The last line before the story goes on is left alone if it is the shortest: it may be a subhead.
    fn boxed(&self, story: &Range<usize>) -> Vec<bool> {
        let mut boxed = vec![false; self.forms.len()];
        let line =
            |at: usize| !self.forms[at].ends && self.forms[at].breadth < PROSE && !self.shared[at];
        let mut at = story.start;
        while at < story.end {
            let head = at;
            at += 1;
            if self.forms[head].sign != Sign::ListHead {
                continue;
            }
            while at < story.end && line(at) {
                boxed[at] = true;
                at += 1;
            }
            let last = at - 1;
            if last > head + 1
                && self.forms[head + 1..last]
                    .iter()
                    .all(|form| form.breadth > self.forms[last].breadth)
            {
                boxed[last] = false;
            }
        }
        boxed
    }

    /// What each block is, as far as one text tells.
    pub fn kinds(&self, story: &Range<usize>) -> Vec<BlockKind> {
        let count = self.forms.len();
        let mut kinds = vec![BlockKind::Paragraph; count];
        let page = self.is_page(story);
        let headline = if page { self.headline(story) } else { None };
        let boxed = if page {
            self.boxed(story)
        } else {
            vec![false; count]
        };
        let stands_under_headline = |at: usize| {
            headline.is_some_and(|headline| {
                (headline + 1..=headline + DATELINE).contains(&at)
                    && self.forms[at].breadth >= STANDFIRST
                    && self.forms[headline + 1..=at]
                        .iter()
                        .all(|form| form.sign == Sign::None)
            })
        };
        for at in 0..count {
            let form = self.forms[at];
            let copy = headline.is_some_and(|headline| self.keys[at] == self.keys[headline]);
            let furniture = if Some(at) == headline {
                false
            } else if story.contains(&at) {
                form.sign >= Sign::Trail || copy || boxed[at]
            } else if !page {
                form.sign > Sign::Date
            } else if copy {
                at + REACH > story.start && at < story.start
            } else if matches!(form.sign, Sign::Date | Sign::Stamp)
                && headline.is_some_and(|headline| headline < at && at < story.start)
            {
                // The date of the story itself: whoever compares two versions wants to know that it changed.
                false
            } else if form.sign == Sign::None && form.ends && form.breadth >= SENTENCE_KEPT {
                false
            } else {
                !stands_under_headline(at)
            };
            if furniture {
                kinds[at] = BlockKind::Furniture;
            }
        }
        let line = |at: usize| {
            !self.forms[at].ends
                && self.forms[at].breadth < HEADLINE.end
                && self.forms[at].sign == Sign::None
        };
        let mut below = None;
        for at in (0..count)
            .rev()
            .filter(|&at| kinds[at] != BlockKind::Furniture)
            .collect::<Vec<_>>()
        {
            let headed =
                |below: usize| !line(below) && self.forms[below].breadth > self.forms[at].breadth;
            if Some(at) == headline || line(at) && below.is_some_and(headed) {
                kinds[at] = BlockKind::Heading;
            }
            below = Some(at);
        }
        kinds
    }
}
