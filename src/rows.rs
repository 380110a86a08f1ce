//! Matching → rows: which blocks stand level with each other, and in which order the view reads them.

mod touched;

use crate::changes::Draft;
use crate::matching::{Matching, NONE};
use crate::report::{Change, Relation, Row};
use crate::sorting::sort_by_key;
use crate::units::Units;
use alloc::vec;
use alloc::vec::Vec;
use core::ops::Range;
use touched::touched;

/// Share of the smaller block's words that two blocks must have in common to stand in one row.
const LEAST_SHARE: f32 = 0.3;

/// Two blocks with words in common.
#[derive(Clone, Copy)]
struct Edge {
    before: usize,
    after: usize,
    /// Words in common.
    words: f32,
    moved: bool,
}

/// Makes the rows. `changes` are the drafts named; two blocks that only spacing and typography touch are the same.
pub fn rows(
    before: &Units,
    after: &Units,
    matching: &Matching,
    drafts: &[Draft],
    changes: &[Change],
) -> Vec<Row> {
    let touched = touched(before, after, drafts, changes);
    let unchanged = |b: usize, a: usize| !touched.0[b] && !touched.1[a];
    let words = (words(before), words(after));
    let mut edges = edges(before, after, matching);
    edges.retain(|edge| {
        edge.words >= LEAST_SHARE * words.0[edge.before].min(words.1[edge.after]).max(1.0)
    });
    // In place before moved, much before little; ties in text order.
    sort_by_key(&mut edges, |edge| {
        (edge.before as u64) << 32 | edge.after as u64
    });
    sort_by_key(&mut edges, |edge| {
        u64::from(edge.moved) << 32 | u64::from(!((edge.words * 256.0) as u32))
    });
    let mut of_before: Vec<Vec<usize>> = vec![Vec::new(); before.blocks.len()];
    let mut of_after: Vec<Vec<usize>> = vec![Vec::new(); after.blocks.len()];
    let mut went = vec![false; after.blocks.len()];
    // Again and again, because a part may have to wait for the part between it and the strongest.
    let mut waiting = edges.len() + 1;
    while edges.len() < waiting {
        waiting = edges.len();
        edges.retain(|edge| {
            let (b, a) = (edge.before, edge.after);
            // One to one, one to many or many to one; never many to many. What moved stands one to one.
            let fits = match (of_before[b].is_empty(), of_after[a].is_empty()) {
                (true, true) => true,
                (false, true) => {
                    !edge.moved
                        && of_before[b].iter().all(|&a| of_after[a].len() == 1)
                        && neighbours(&of_before[b], a, &of_after)
                }
                (true, false) => {
                    !edge.moved
                        && of_after[a].iter().all(|&b| of_before[b].len() == 1)
                        && neighbours(&of_after[a], b, &of_before)
                }
                (false, false) => false,
            };
            if fits {
                of_before[b].push(a);
                of_after[a].push(b);
                went[a] = edge.moved;
            }
            !fits
        });
    }
    let mut rows: Vec<Row> = Vec::new();
    let mut row_of_before = vec![None; before.blocks.len()];
    let mut done = vec![false; after.blocks.len()];
    for a in 0..after.blocks.len() {
        if done[a] {
            continue;
        }
        let mut row = (of_after[a].clone(), vec![a]);
        if let [b] = of_after[a][..] {
            row.1.clone_from(&of_before[b]);
        }
        sort_by_key(&mut row.0, |&block| block as u64);
        sort_by_key(&mut row.1, |&block| block as u64);
        for &b in &row.0 {
            row_of_before[b] = Some(rows.len());
        }
        for &a in &row.1 {
            done[a] = true;
        }
        let relation = match (row.0.len(), row.1.len()) {
            (0, _) => Relation::Inserted,
            (1, 1) if went[a] => Relation::Moved,
            (1, 1) if unchanged(row.0[0], a) => Relation::Same,
            (1, 1) => Relation::Edited,
            (1, _) => Relation::Split,
            _ => Relation::Merged,
        };
        let moved = if relation == Relation::Moved {
            move_of(matching, before, row.0[0])
        } else {
            None
        };
        let total =
            |blocks: &[usize], words: &[f32]| blocks.iter().map(|&block| words[block]).sum::<f32>();
        let all = total(&row.0, &words.0) + total(&row.1, &words.1);
        let common = shared(before, after, matching, &row);
        rows.push(Row {
            likeness: if all > 0.0 {
                // A mark such as ™ may be matched with letters, and is no word.
                (2.0 * common / all).min(1.0)
            } else {
                f32::from(!row.0.is_empty())
            },
            before: row.0.iter().map(|&b| b as u32).collect(),
            after: row.1.iter().map(|&a| a as u32).collect(),
            relation,
            moved,
        });
    }
    place_deleted(rows, &row_of_before)
}

/// Puts each block that has no row yet behind the row of the block before it.
fn place_deleted(rows: Vec<Row>, row_of_before: &[Option<usize>]) -> Vec<Row> {
    let deleted = |block: usize| Row {
        before: vec![block as u32],
        after: Vec::new(),
        relation: Relation::Deleted,
        moved: None,
        likeness: 0.0,
    };
    // What was moved stands elsewhere in the second text: a deletion is read where its neighbours in place are.
    let mut behind: Vec<Vec<usize>> = vec![Vec::new(); rows.len() + 1];
    let mut last = 0;
    for (block, row) in row_of_before.iter().enumerate() {
        match row {
            Some(row) if rows[*row].relation == Relation::Moved => {}
            Some(row) => last = row + 1,
            None => behind[last].push(block),
        }
    }
    let mut out = Vec::with_capacity(row_of_before.len().max(rows.len()));
    out.extend(behind[0].iter().map(|&block| deleted(block)));
    for (index, row) in rows.into_iter().enumerate() {
        out.push(row);
        out.extend(behind[index + 1].iter().map(|&block| deleted(block)));
    }
    out
}

/// Whether a block stands beside those of a row, with nothing between but a caption or a promo that has no partner either.
fn neighbours(row: &[usize], block: usize, partners: &[Vec<usize>]) -> bool {
    /// Blocks without partner that may stand between two parts of one.
    const BETWEEN: usize = 2;
    row.iter().any(|&other| {
        let between = other.min(block) + 1..other.max(block);
        between.len() <= BETWEEN && partners[between].iter().all(Vec::is_empty)
    })
}

fn words(units: &Units) -> Vec<f32> {
    units
        .blocks
        .iter()
        .map(|block| count(units, &block.tokens) as f32)
        .collect()
}

fn count(units: &Units, tokens: &Range<usize>) -> usize {
    units.tokens[tokens.clone()]
        .iter()
        .filter(|token| token.is_word())
        .count()
}

/// Words that each pair of blocks has in common, in text order of the first.
fn edges(before: &Units, after: &Units, matching: &Matching) -> Vec<Edge> {
    let block_of = |units: &Units| {
        let mut of = vec![0usize; units.tokens.len()];
        for (index, block) in units.blocks.iter().enumerate() {
            of[block.tokens.clone()].fill(index);
        }
        of
    };
    let (of_before, of_after) = (block_of(before), block_of(after));
    let mut moved = vec![false; before.tokens.len()];
    for stretch in &matching.moves {
        moved[stretch.before.clone()].fill(true);
    }
    let mut edges: Vec<Edge> = Vec::new();
    let mut first = 0;
    let add = |edges: &mut Vec<Edge>, first: usize, b: usize, a: usize, words: f32, moved: bool| {
        match edges[first..]
            .iter_mut()
            .find(|edge| edge.before == b && edge.after == a && edge.moved == moved)
        {
            Some(edge) => edge.words += words,
            None => edges.push(Edge {
                before: b,
                after: a,
                words,
                moved,
            }),
        }
    };
    for (b, block) in before.blocks.iter().enumerate() {
        for at in block.tokens.clone() {
            if matching.before[at] != NONE && before.tokens[at].is_word() {
                add(
                    &mut edges,
                    first,
                    b,
                    of_after[matching.before[at] as usize],
                    1.0,
                    moved[at],
                );
            }
        }
        first = edges.len();
    }
    // Sentences that belong together but share few words to the letter (inflected, shown whole, reordered) tie their blocks too.
    for (stretch, likeness) in matching.pairs.iter().zip(&matching.likeness) {
        let at = stretch.before.start;
        let (b, a) = (of_before[at], of_after[stretch.after.start]);
        let alone = b == of_before[stretch.before.end - 1] && a == of_after[stretch.after.end - 1];
        let linked = stretch
            .before
            .clone()
            .filter(|&at| matching.before[at] != NONE && before.tokens[at].is_word())
            .count() as f32;
        let alike =
            likeness * count(before, &stretch.before).min(count(after, &stretch.after)) as f32;
        // A pair that makes up most of both blocks ties them however much of it was rewritten.
        let most = |units: &Units, block: usize, tokens: &Range<usize>| {
            2 * tokens.len() >= units.blocks[block].tokens.len()
        };
        let least = if most(before, b, &stretch.before) && most(after, a, &stretch.after) {
            LEAST_SHARE
                * count(before, &before.blocks[b].tokens).min(count(after, &after.blocks[a].tokens))
                    as f32
        } else {
            0.0
        };
        let alike = alike.max(least);
        if alone && alike > linked {
            add(&mut edges, 0, b, a, alike - linked, moved[at]);
        }
    }
    edges
}

fn shared(
    before: &Units,
    after: &Units,
    matching: &Matching,
    row: &(Vec<usize>, Vec<usize>),
) -> f32 {
    let inside = |at: usize| row.1.iter().any(|&a| after.blocks[a].tokens.contains(&at));
    let mut words = 0;
    for &b in &row.0 {
        for at in before.blocks[b].tokens.clone() {
            let partner = matching.before[at];
            words += usize::from(
                partner != NONE && before.tokens[at].is_word() && inside(partner as usize),
            );
        }
    }
    words as f32
}

fn move_of(matching: &Matching, before: &Units, block: usize) -> Option<u32> {
    let tokens = &before.blocks[block].tokens;
    matching
        .moves
        .iter()
        .position(|stretch| stretch.before.start < tokens.end && tokens.start < stretch.before.end)
        .map(|index| index as u32)
}
