//! What each block of both texts is → the same, with one kind for blocks that stand for each other.

use super::blocks::TextBlocks;
use super::headline::HEADLINE_WIDTHS;
use super::line::{Form, Hint};
use crate::both::Both;
use crate::model::comparison::Comparison;
use crate::model::matching::Matching;
use crate::sort::sort_by_number;
use crate::text::units::{BlockKind, Role};
use std::ops::Range;

/// What one text has most in common with a block of the other: how much, and which block that is.
type Most = Vec<(usize, usize)>;

/// Gives blocks that have most in common with each other one kind. `on_page` is where the story stands in a text that is a page.
///
/// ```text
/// Updated 9:40 | Updated 11:15      both look like furniture: both are furniture, if one is
/// He went to sea | He went to sea.  only its place calls the one furniture: both are story
/// Report typos | Report an error    the same, but both stand around the story of a page: both are furniture
/// Chapter two | Chapter two:        two lines, the one a heading: both are headings
/// Hello Ann | Hello, Ann.           the one a heading, the other a sentence: both are paragraphs
/// ```
#[inline(never)]
pub fn make_alike(
    counterparts: &[(usize, usize)],
    texts: Both<&TextBlocks>,
    on_page: Both<Option<&Range<usize>>>,
    kinds: &mut Both<Vec<BlockKind>>,
) {
    for &(before, after) in counterparts {
        let (was, now) = (kinds.before[before], kinds.after[after]);
        if was == now {
            continue;
        }
        let forms = [texts.before.forms[before], texts.after.forms[after]];
        let kind = if [was, now].contains(&BlockKind::Furniture) {
            let are_known = forms.iter().all(|form| form.hint > Hint::None);
            let mut places = on_page.zip(Both::new(before, after)).into_iter();
            let around = places.all(|(story, at)| story.is_some_and(|story| !story.contains(&at)));
            if are_known || around {
                BlockKind::Furniture
            } else if was == BlockKind::Furniture {
                now
            } else {
                was
            }
        } else if forms
            .iter()
            .all(|form| !form.ends_with_full_stop && form.width < HEADLINE_WIDTHS.end)
        {
            BlockKind::Heading
        } else {
            BlockKind::Paragraph
        };
        (kinds.before[before], kinds.after[after]) = (kind, kind);
    }
}

/// The pairs of blocks that have most in common with each other.
pub fn counterparts(comparison: &Comparison<'_>, matching: &Matching) -> Vec<(usize, usize)> {
    let Both { before, after } = most_in_common(comparison, matching);
    let pairs = before.into_iter().enumerate();
    pairs
        .filter(|&(at, (count, other))| count > 0 && after[other].1 == at)
        .map(|(at, (_, other))| (at, other))
        .collect()
}

/// Gives blocks that have most in common with each other one role, where their forms allow it.
///
/// ```text
/// By FIONA BURNS, Agency | By FIONA BURNS and IAIN ROY, Northern Wire     both are bylines, if one is
/// Plan agreed            | Plan agreed.                                   both are the headline, if one is and the other text has none
/// The walls rise         | The walls rise                                 a standfirst only where both stand above the story
/// ```
#[inline(never)]
pub fn make_roles_alike(
    counterparts: &[(usize, usize)],
    texts: Both<&TextBlocks>,
    named: &mut Both<Vec<(BlockKind, Option<Role>)>>,
) {
    for &(before, after) in counterparts {
        let roles = [named.before[before].1, named.after[after].1];
        if roles[0] == roles[1] {
            continue;
        }
        let is_line = |form: &Form| !form.ends_with_full_stop && form.width < HEADLINE_WIDTHS.end;
        let are_lines = is_line(&texts.before.forms[before]) && is_line(&texts.after.forms[after]);
        let has_headline = |blocks: &[(BlockKind, Option<Role>)]| {
            blocks.iter().any(|block| block.1 == Some(Role::Headline))
        };
        let role = if roles.contains(&Some(Role::Byline)) && are_lines {
            Some(Role::Byline)
        } else if roles.contains(&Some(Role::Headline)) && roles.contains(&None) {
            if has_headline(&named.before) && has_headline(&named.after) {
                continue;
            }
            Some(Role::Headline)
        } else if roles.contains(&Some(Role::Standfirst)) && roles.contains(&None) {
            None
        } else {
            continue;
        };
        for block in [&mut named.before[before], &mut named.after[after]] {
            block.1 = role;
            match role {
                Some(Role::Headline) => block.0 = BlockKind::Heading,
                Some(Role::Byline) if block.0 == BlockKind::Heading => {
                    block.0 = BlockKind::Paragraph
                }
                _ => {}
            }
        }
    }
}

/// With which block of the other text each block has most in common: matched words, and one for each pair of sentences.
fn most_in_common(comparison: &Comparison<'_>, matching: &Matching) -> Both<Most> {
    let units = comparison.units();
    let mut most = units.map(|units| vec![(0, 0); units.blocks.len()]);
    let block_after = units.after.blocks_of_tokens();
    let mut pairs = matching.pairs.iter().peekable();
    for (before, block) in units.before.blocks.iter().enumerate() {
        let mut partners: Vec<usize> = Vec::new();
        let words = block.tokens.clone();
        partners.extend(words.filter_map(|at| matching.partners.before.of(at)));
        while let Some(pair) = pairs.next_if(|pair| pair.tokens.before.start < block.tokens.end) {
            partners.push(pair.tokens.after.start);
        }
        let mut partners: Vec<usize> = partners.into_iter().map(|at| block_after[at]).collect();
        sort_by_number(&mut partners, |&block| block as u64);
        for same in partners.chunk_by(|one, other| one == other) {
            let (count, after) = (same.len(), same[0]);
            most.before[before] = most.before[before].max((count, after));
            most.after[after] = most.after[after].max((count, before));
        }
    }
    most
}
