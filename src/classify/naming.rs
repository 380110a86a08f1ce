//! Drafts → changes: each with its operation, its class, its unit, and whether it lies in a quotation or in page furniture.

use super::{classify, Habits, Read};
use crate::both::Both;
use crate::model::comparison::Comparison;
use crate::model::raw_change::RawChange;
use crate::model::unit::unit_of_change;
use crate::report::{Change, Op};
use crate::text::quotes;
use crate::text::units::{BlockKind, Units};
use std::cell::LazyCell;
use std::ops::Range;

/// Names all raw changes.
pub fn name_all(comparison: &Comparison<'_>, raw: &[RawChange]) -> Vec<Change> {
    let lexicon = &comparison.lexicon;
    let Both {
        before: first,
        after: second,
    } = &comparison.articles;
    let (before, after) = (&first.text, &second.text);
    let (b, a) = (&first.units, &second.units);
    let opens = |units: &Units| {
        let mut opens = vec![false; units.tokens.len()];
        for sentence in &units.sentences {
            if let Some(first) = sentence
                .tokens
                .clone()
                .find(|&at| units.tokens[at].is_word())
            {
                opens[first] = true;
            }
        }
        opens
    };
    let (b_opens, a_opens) = (opens(b), opens(a));
    let read = (
        Read {
            text: before.str,
            units: b,
            opens: &b_opens,
        },
        Read {
            text: after.str,
            units: a,
            opens: &a_opens,
        },
    );
    let habits = LazyCell::new(|| Habits::of(read.0, read.1));
    let quoted = (quotes::quoted(before.str, b), quotes::quoted(after.str, a));
    let furniture = (in_furniture(b), in_furniture(a));
    raw.iter()
        .map(|raw| {
            let op = match (raw.spans.before.is_empty(), raw.spans.after.is_empty()) {
                (true, _) => Op::Insert,
                (_, true) => Op::Delete,
                _ => Op::Replace,
            };
            Change {
                op,
                class: classify(raw, read.0, read.1, lexicon, &habits),
                unit: unit_of_change(comparison, raw),
                before: before.span(raw.spans.before),
                after: after.span(raw.spans.after),
                quoted: any_word(b, &raw.tokens.before, &quoted.0)
                    || any_word(a, &raw.tokens.after, &quoted.1),
                furniture: lies_in(&raw.tokens.before, &furniture.0)
                    && lies_in(&raw.tokens.after, &furniture.1)
                    || raw.tokens.before.is_empty()
                        && !raw.tokens.after.is_empty()
                        && lies_in(&raw.tokens.after, &furniture.1)
                    || raw.tokens.after.is_empty()
                        && !raw.tokens.before.is_empty()
                        && lies_in(&raw.tokens.before, &furniture.0),
            }
        })
        .collect()
}

/// Whether all words (or, without words, all marks) of a stretch carry a flag.
fn any_word(units: &Units, tokens: &Range<usize>, flags: &[bool]) -> bool {
    let words = units.tokens[tokens.clone()]
        .iter()
        .any(|token| token.is_word());
    !tokens.is_empty()
        && tokens
            .clone()
            .filter(|&at| !words || units.tokens[at].is_word())
            .all(|at| flags[at])
}

/// Whether a stretch, or the token behind an empty one, carries a flag.
fn lies_in(tokens: &Range<usize>, flags: &[bool]) -> bool {
    if tokens.is_empty() {
        flags
            .get(tokens.start)
            .or(flags.last())
            .copied()
            .unwrap_or(false)
    } else {
        tokens.clone().all(|at| flags[at])
    }
}

fn in_furniture(units: &Units) -> Vec<bool> {
    let mut flags = vec![false; units.tokens.len()];
    for block in units
        .blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Furniture)
    {
        flags[block.tokens.clone()].fill(true);
    }
    flags
}
