//! What each block is → the parts of a story's frame: headline, standfirst, byline, time stamp.

use super::blocks::TextBlocks;
use super::line::Hint;
use crate::text::article::Article;
use crate::text::char_cache::CharCache;
use crate::text::units::{BlockKind, Role};

/// The role of each block. `headline` is that of a page, which its score has found. The headline becomes a heading.
///
/// ```text
/// headline     Ellerby keeps its station
/// standfirst   The vote was close, and it was counted twice.
/// byline       By Ann Finch
/// time stamp   Updated 10:32 a.m. Monday
///              ELLERBY (Northern Wire) — The town of Ellerby …     its first words are a dateline
/// ```
///
/// A date and a time of day with other words is a time stamp too, but not in a list of such lines:
///
/// ```text
/// time stamp   Northern Wire - 8 July 2022 - 11:10
///
///              8 July 2022, 19:30 Opera      what is changed here is a fact
///              9 July 2022, 20:00 Ballet
/// ```
#[inline(never)]
pub fn roles(
    blocks: &TextBlocks,
    article: &Article<'_>,
    chars: &CharCache<'_>,
    kinds: &mut [BlockKind],
    headline: Option<usize>,
) -> Vec<Option<Role>> {
    let is_dated = |at: usize| {
        let form = blocks.forms.get(at);
        form.is_some_and(|form| matches!(form.hint, Hint::Dated | Hint::Timed))
    };
    let mut roles: Vec<Option<Role>> = (0..kinds.len())
        .map(|at| match blocks.forms[at].hint {
            Hint::Date | Hint::Timestamp => Some(Role::Timestamp),
            Hint::Timed if !is_dated(at + 1) && !is_dated(at.wrapping_sub(1)) => {
                Some(Role::Timestamp)
            }
            Hint::Byline => Some(Role::Byline),
            _ => None,
        })
        .collect();
    let first_heading = || {
        let is_story = |&at: &usize| kinds[at] != BlockKind::Furniture && roles[at].is_none();
        let first = (0..kinds.len()).find(is_story)?;
        // A text of one line, or of lines alone, has no headline.
        (kinds[first] == BlockKind::Heading && kinds[first..].contains(&BlockKind::Paragraph))
            .then_some(first)
    };
    let headline = headline
        .or_else(|| blocks.headline_above(article, chars, kinds))
        .or_else(first_heading);
    if let Some(headline) = headline {
        (roles[headline], kinds[headline]) = (Some(Role::Headline), BlockKind::Heading);
        blocks.name_lines_below(headline, article, chars, kinds, &mut roles);
    }
    roles
}
