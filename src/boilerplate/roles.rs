//! What each block is → the parts of a story's frame: headline, standfirst, byline, time stamp.

use super::blocks::TextBlocks;
use super::line::Hint;
use crate::both::Both;
use crate::text::units::{BlockKind, Role};

/// Width, in letters, of the longest standfirst; a longer block is the story's first paragraph.
const MAX_STANDFIRST_WIDTH: u32 = 220;
/// Lines between a headline and the date or the author below it among which the standfirst is.
const MAX_LINES_BETWEEN: usize = 2;

/// Takes the role of a standfirst from a block whose counterpart has none: a time stamp that came below made it look like one.
///
/// ```text
/// The river rose          | The river rose
/// The water came at dawn. | The water came at dawn.     the first paragraph of the story on both sides
///                         | Updated 9:40
/// ```
pub fn keep_shared_standfirsts(
    counterparts: impl Iterator<Item = (usize, usize)>,
    roles: &mut Both<Vec<Option<Role>>>,
) {
    let is_alone =
        |one: Option<Role>, other: Option<Role>| one == Some(Role::Standfirst) && other.is_none();
    for (before, after) in counterparts {
        let (was, now) = (roles.before[before], roles.after[after]);
        if is_alone(was, now) || is_alone(now, was) {
            (roles.before[before], roles.after[after]) = (None, None);
        }
    }
}

/// The role of each block.
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
pub fn roles(
    blocks: &TextBlocks,
    kinds: &[BlockKind],
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
    let Some(headline) = headline.or_else(first_heading) else {
        return roles;
    };
    roles[headline] = Some(Role::Headline);
    let below: Vec<usize> = (headline + 1..kinds.len())
        .filter(|&at| kinds[at] != BlockKind::Furniture || roles[at].is_some())
        .take(MAX_LINES_BETWEEN + 1)
        .collect();
    // The lines between a headline and the date or the author sum the story up.
    if let Some(first_role) = below.iter().position(|&at| roles[at].is_some()) {
        for &at in &below[..first_role] {
            if blocks.forms[at].width <= MAX_STANDFIRST_WIDTH {
                roles[at] = Some(Role::Standfirst);
            }
        }
    }
    // So does a second heading right below the headline.
    if let Some(&next) = below.first() {
        if roles[next].is_none() && kinds[next] == BlockKind::Heading {
            roles[next] = Some(Role::Standfirst);
        }
    }
    roles
}
