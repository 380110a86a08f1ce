//! What each block is → the parts of a story's frame: headline, standfirst, byline, time stamp.

use super::line::Sign;
use super::page::Side;
use crate::text::units::{BlockKind, Role};

/// Letters of the broadest standfirst; what says more is the story's first paragraph.
const STANDFIRST: u32 = 220;
/// Lines between a headline and the date or the author below it among which the standfirst is.
const BETWEEN: usize = 2;

/// The role of each block.
///
/// ```text
/// headline     Ellerby keeps its station
/// standfirst   The vote was close, and it was counted twice.
/// byline       By Ann Finch
/// time stamp   Updated 10:32 a.m. Monday
///              ELLERBY (Northern Wire) — The town of Ellerby …     its first words are a dateline
/// ```
pub fn roles(side: &Side, kinds: &[BlockKind], headline: Option<usize>) -> Vec<Option<Role>> {
    let mut roles: Vec<Option<Role>> = side
        .forms
        .iter()
        .map(|form| match form.sign {
            Sign::Date | Sign::Stamp => Some(Role::Timestamp),
            Sign::Author => Some(Role::Byline),
            _ => None,
        })
        .collect();
    let first = || {
        let story = |&at: &usize| kinds[at] != BlockKind::Furniture && roles[at].is_none();
        let first = (0..kinds.len()).find(story)?;
        // A text of one line, or of lines alone, has no headline.
        (kinds[first] == BlockKind::Heading && kinds[first..].contains(&BlockKind::Paragraph))
            .then_some(first)
    };
    let Some(headline) = headline.or_else(first) else {
        return roles;
    };
    roles[headline] = Some(Role::Headline);
    let below: Vec<usize> = (headline + 1..kinds.len())
        .filter(|&at| kinds[at] != BlockKind::Furniture || roles[at].is_some())
        .take(BETWEEN + 1)
        .collect();
    // What stands between a headline and the date or the author sums the story up.
    if let Some(framed) = below.iter().position(|&at| roles[at].is_some()) {
        for &at in &below[..framed] {
            if side.forms[at].breadth <= STANDFIRST {
                roles[at] = Some(Role::Standfirst);
            }
        }
    }
    // So does a second line of a headline.
    if let Some(&next) = below.first() {
        if roles[next].is_none() && kinds[next] == BlockKind::Heading {
            roles[next] = Some(Role::Standfirst);
        }
    }
    roles
}
