//! Matching → rows: which blocks stand level with each other, and in which order the view reads them.

mod edges;
mod late;
mod touched;

use crate::both::Both;
use crate::model::comparison::Comparison;
use crate::model::matching::Matching;
use crate::model::raw_change::RawChange;
use crate::report::{Change, Relation, Row};
use crate::text::units::Units;
use edges::{common, likely, moved, Edge, Words, MIN_SHARE};
use late::late;
use touched::touched;

/// Makes the rows. `changes` are the raw changes with their classes; two blocks that only spacing and typography touch are the same.
pub fn rows(
    comparison: &Comparison<'_>,
    matching: &Matching,
    raw: &[RawChange],
    changes: &[Change],
) -> Vec<Row> {
    let Both { before, after } = comparison.units();
    let weights = &comparison.weights;
    let touched = touched(before, after, raw, changes);
    let unchanged = |b: usize, a: usize| !touched.0[b] && !touched.1[a];
    let counts = (Words::of(before), Words::of(after));
    let words = (counts.0.each(before), counts.1.each(after));
    let block_of = (before.blocks_of_tokens(), after.blocks_of_tokens());
    let moved = moved(before, matching);
    let common = common(before, &counts.0, &block_of, &moved, matching);
    let mut edges = common.clone();
    likely(
        (before, &counts.0),
        (after, &counts.1),
        &block_of,
        &moved,
        matching,
        &mut edges,
    );
    edges.retain(|edge| {
        edge.words >= MIN_SHARE * words.0[edge.before].min(words.1[edge.after]).max(1.0)
    });
    // In place before moved, much before little; ties in text order.
    edges.sort_by_cached_key(|edge| (edge.before as u64) << 32 | edge.after as u64);
    edges.sort_by_cached_key(|edge| {
        u64::from(edge.moved) << 32 | u64::from(!((edge.words * 256.0) as u32))
    });
    let mut of_before: Vec<Vec<usize>> = vec![Vec::new(); before.blocks.len()];
    let mut of_after: Vec<Vec<usize>> = vec![Vec::new(); after.blocks.len()];
    let mut went = vec![false; after.blocks.len()];
    settle(edges, &mut of_before, &mut of_after, &mut went);
    let in_place: Vec<(usize, usize)> = (0..after.blocks.len())
        .filter(|&a| !went[a])
        .filter_map(|a| of_after[a].first().map(|&b| (b, a)))
        .collect();
    let edges = late(
        (before, after),
        weights,
        &in_place,
        (&of_before, &of_after),
        (&touched.0, &touched.1),
    );
    settle(edges, &mut of_before, &mut of_after, &mut went);
    let mut rows: Vec<Row> = Vec::new();
    let mut row_of_before = vec![None; before.blocks.len()];
    let mut done = vec![false; after.blocks.len()];
    for a in 0..after.blocks.len() {
        if done[a] {
            continue;
        }
        let mut row = (std::mem::take(&mut of_after[a]), Vec::new());
        if let [b] = row.0[..] {
            row.1 = std::mem::take(&mut of_before[b]);
        } else {
            row.1.push(a);
        }
        row.0.sort_by_cached_key(|&b| b as u64);
        row.1.sort_by_cached_key(|&a| a as u64);
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
        let inside = |edge: &&Edge| row.0.contains(&edge.before) && row.1.contains(&edge.after);
        let first = common.partition_point(|edge| row.0.first().is_some_and(|&b| edge.before < b));
        let last = |edge: &&Edge| row.0.last().is_some_and(|&b| edge.before <= b);
        let common = common[first..].iter().take_while(last).filter(inside);
        let common = common.map(|edge| edge.words).sum::<f32>();
        rows.push(Row {
            likeness: if all > 0.0 {
                // A mark such as ™ may be matched with letters, and is no word.
                (2.0 * common / all).min(1.0)
            } else {
                f32::from(!row.0.is_empty())
            },
            before: row.0.into_iter().map(|b| b as u32).collect(),
            after: row.1.into_iter().map(|a| a as u32).collect(),
            relation,
            moved,
        });
    }
    place_deleted(rows, &row_of_before)
}

/// Takes edges as far as they fit beside those that were taken before them.
fn settle(
    mut edges: Vec<Edge>,
    of_before: &mut [Vec<usize>],
    of_after: &mut [Vec<usize>],
    went: &mut [bool],
) {
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
                        && of_before[b]
                            .iter()
                            .all(|&a| of_after[a].len() == 1 && !went[a])
                        && neighbours(&of_before[b], a, of_after)
                }
                (true, false) => {
                    !edge.moved
                        && !went[a]
                        && of_after[a].iter().all(|&b| of_before[b].len() == 1)
                        && neighbours(&of_after[a], b, of_before)
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

fn move_of(matching: &Matching, before: &Units, block: usize) -> Option<u32> {
    let tokens = &before.blocks[block].tokens;
    matching
        .moves
        .iter()
        .position(|stretch| stretch.before.start < tokens.end && tokens.start < stretch.before.end)
        .map(|index| index as u32)
}
