//! The blocks above a story → the one that is its headline.

use super::blocks::{TextBlocks, MAX_BLOCKS_TO_HEADLINE};
use super::line::Hint;
use std::ops::Range;

/// Width of a headline, in letters, least and most.
pub const HEADLINE_WIDTHS: Range<u32> = 12..200;
/// Width, in letters, from which a line's words are enough to compare it with the story; of a shorter line, part of them counts.
const MIN_OVERLAP_WIDTH: u32 = 40;
/// Lines below a headline among which its date or byline is looked for: a standfirst may be between.
pub const MAX_LINES_TO_DATE: usize = 3;
/// Width, in letters, from which a line right above a standfirst is its headline and no section's name.
const MIN_FIRST_HEADLINE_WIDTH: u32 = 15;
/// Width, in letters, from which a line right below the headline is a standfirst and no name.
pub const MIN_STANDFIRST_WIDTH: u32 = 24;
/// Width, in letters, from which a line looks more like a standfirst than like a headline.
const MIN_FULL_WIDTH: u32 = 60;

/// What a line scores at least to be a headline. The scores are points: one for each percent of its words that the story has, one for
/// each letter of its width, and these.
const MIN_HEADLINE_SCORE: i32 = 40;
/// Points that a line's width earns at most.
const MAX_WIDTH_SCORE: u32 = 60;
/// Points for a date or a byline right below.
const DATED_SCORE: i32 = 40;
/// Points for words that are in the other text's story.
const SHARED_SCORE: i32 = 60;
/// Points for a copy elsewhere on the page.
const COPIED_SCORE: i32 = 15;
/// Points for a sentence right below.
const ABOVE_SENTENCE_SCORE: i32 = 20;
/// Points lost by a line that ends as a sentence or as a caption does.
const SENTENCE_PENALTY: i32 = 30;
/// Points lost for each block between the line and the story.
const DISTANCE_PENALTY: i32 = 2;

impl TextBlocks {
    /// The block above the story that is its headline.
    ///
    /// ```text
    /// World
    /// Ellerby keeps its station        ← long enough, its words are in the story, a date and a byline are right below
    /// 3 days ago • By Ann Finch
    /// Share
    /// The station's clock in March     ← nearer, and its words are in the story; but a caption has no date below
    /// ELLERBY — The town of Ellerby will keep…
    /// ```
    pub fn headline(&self, story: &Range<usize>) -> Option<usize> {
        let first = story.start.saturating_sub(MAX_BLOCKS_TO_HEADLINE);
        let scores: Vec<i32> = (first..story.start)
            .map(|at| self.headline_score(at, story.start))
            .collect();
        let mut best = 0;
        for at in 0..scores.len() {
            if scores[at] > scores[best] {
                best = at;
            }
        }
        if scores.is_empty() || scores[best] < MIN_HEADLINE_SCORE {
            return None;
        }
        // A headline of two lines, or one whose standfirst looks even more like one: a sentence, or longer than headlines are.
        let form = &self.forms[first + best];
        let mut min_width = if !form.ends_sentence && form.width < MIN_FULL_WIDTH {
            MIN_STANDFIRST_WIDTH
        } else {
            MIN_FIRST_HEADLINE_WIDTH
        };
        while best > 0
            && scores[best - 1] * 2 > scores[best]
            && self.forms[first + best - 1].width >= min_width
        {
            best -= 1;
            min_width = MIN_STANDFIRST_WIDTH;
        }
        Some(first + best)
    }

    /// How much a block looks like the headline of the story that begins at block `story`.
    fn headline_score(&self, at: usize, story: usize) -> i32 {
        let form = self.forms[at];
        if form.hint > Hint::None || !HEADLINE_WIDTHS.contains(&form.width) {
            return 0;
        }
        let is_dated = (at + 1..story).take(MAX_LINES_TO_DATE).any(|below| {
            let hint = self.forms[below].hint;
            hint.has_time() || matches!(hint, Hint::Byline | Hint::Address)
        });
        let next = &self.forms[at + 1];
        let points = |if_so: bool, points: i32| i32::from(if_so) * points;
        let overlap =
            self.story_overlap[at] * form.width.min(MIN_OVERLAP_WIDTH) / MIN_OVERLAP_WIDTH;
        overlap as i32
            + form.width.min(MAX_WIDTH_SCORE) as i32
            + points(is_dated, DATED_SCORE)
            + points(self.shared[at], SHARED_SCORE)
            + points(self.copies[at] > 1, COPIED_SCORE)
            + points(
                next.ends_sentence && next.hint == Hint::None,
                ABOVE_SENTENCE_SCORE,
            )
            - points(form.ends_sentence || form.ends_in_bracket, SENTENCE_PENALTY)
            - DISTANCE_PENALTY * (story - at) as i32
    }
}
