//! Matching → rows: which blocks a reader sees side by side, and in which order.

mod assignment;
mod edges;
mod late;
mod touched;

use crate::both::Both;
use crate::model::comparison::Comparison;
use crate::model::matching::Matching;
use crate::model::raw_change::RawChange;
use crate::report::{Change, Relation, Row};
use crate::sort::sort_by_number;
use crate::text::units::Units;
use assignment::Assignment;
use edges::{Edge, EdgeFinder, MIN_SHARE};

/// Makes the rows. `changes` are the raw changes with their classes; two blocks in which only spacing and typography differ are the same.
#[inline(never)]
pub fn rows(
    comparison: &Comparison<'_>,
    matching: &Matching,
    raw: &[RawChange],
    changes: &[Change],
) -> Vec<Row> {
    let units = comparison.units();
    let finder = EdgeFinder::new(units, matching);
    let words = finder.words_of_blocks();
    let matched = finder.matched();
    let mut edges = matched.clone();
    finder.add_pairs(&mut edges);
    edges.retain(|edge| {
        let words = words.as_ref().zip(edge.blocks);
        let words = words.map(|(words, block)| words[block]);
        edge.words >= MIN_SHARE * words.before.min(words.after).max(1.0)
    });
    // In place before moved, most in common first; equal ones in text order.
    sort_by_number(&mut edges, Edge::place);
    sort_by_number(&mut edges, |edge| {
        u64::from(edge.moved) << 32 | u64::from(!((edge.words * 256.0) as u32))
    });
    let mut assignment = Assignment::new(units);
    assignment.take(edges);
    let touched = touched::touched(units, raw, changes);
    let late = late::late_edges(units, &comparison.weights, &assignment, &touched);
    assignment.take(late);
    let builder = RowBuilder {
        units,
        matching,
        touched,
        matched,
        words,
        moved: std::mem::take(&mut assignment.moved),
    };
    builder.rows(assignment.partners)
}

/// Makes rows of the blocks that belong together.
struct RowBuilder<'m> {
    units: Both<&'m Units>,
    matching: &'m Matching,
    /// Which blocks changed.
    touched: Both<Vec<bool>>,
    /// How many matched words each two blocks have in common, in the order of the first text.
    matched: Vec<Edge>,
    /// How many words each block has.
    words: Both<Vec<f32>>,
    /// Which blocks of the second text are in a row that moved.
    moved: Vec<bool>,
}

impl RowBuilder<'_> {
    /// The rows of blocks with these partners, in the order of the second text, deleted blocks between them.
    fn rows(&self, mut partners: Both<Vec<Vec<usize>>>) -> Vec<Row> {
        let mut rows: Vec<Row> = Vec::new();
        let mut row_of_before = vec![None; partners.before.len()];
        let mut is_done = vec![false; partners.after.len()];
        for after in 0..partners.after.len() {
            if is_done[after] {
                continue;
            }
            let mut blocks = Both::new(std::mem::take(&mut partners.after[after]), Vec::new());
            if let [before] = blocks.before[..] {
                blocks.after = std::mem::take(&mut partners.before[before]);
            } else {
                blocks.after.push(after);
            }
            for blocks in blocks.as_mut() {
                sort_by_number(blocks, |&block| block as u64);
            }
            for &block in &blocks.before {
                row_of_before[block] = Some(rows.len());
            }
            for &block in &blocks.after {
                is_done[block] = true;
            }
            rows.push(self.row(blocks));
        }
        with_deleted(rows, &row_of_before)
    }

    fn row(&self, blocks: Both<Vec<usize>>) -> Row {
        let relation = self.relation(&blocks);
        let numbers = |blocks: &Vec<usize>| blocks.iter().map(|&block| block as u32).collect();
        Row {
            likeness: self.likeness(&blocks),
            before: numbers(&blocks.before),
            after: numbers(&blocks.after),
            relation,
            moved: match relation {
                Relation::Moved => self.move_of(blocks.before[0]),
                _ => None,
            },
        }
    }

    fn relation(&self, blocks: &Both<Vec<usize>>) -> Relation {
        match (&blocks.before[..], &blocks.after[..]) {
            ([], _) => Relation::Inserted,
            ([_], [after]) if self.moved[*after] => Relation::Moved,
            ([before], [after]) => {
                if self.touched.before[*before] || self.touched.after[*after] {
                    Relation::Edited
                } else {
                    Relation::Same
                }
            }
            ([_], _) => Relation::Split,
            _ => Relation::Merged,
        }
    }

    /// The share of matched words in all words of a row.
    fn likeness(&self, blocks: &Both<Vec<usize>>) -> f32 {
        let sides = self.words.as_ref().zip(blocks.as_ref());
        let total = sides.map(|(words, blocks)| -> f32 {
            let words = blocks.iter().map(|&block| words[block]);
            words.sum()
        });
        let all = total.before + total.after;
        if all <= 0.0 {
            return f32::from(!blocks.before.is_empty());
        }
        let (Some(&first), Some(&last)) = (blocks.before.first(), blocks.before.last()) else {
            return 0.0;
        };
        let start = self
            .matched
            .partition_point(|edge| edge.blocks.before < first);
        let is_inside = |edge: &&Edge| {
            let mut sides = blocks.as_ref().zip(edge.blocks).into_iter();
            sides.all(|(blocks, block)| blocks.contains(&block))
        };
        let matched: f32 = self.matched[start..]
            .iter()
            .take_while(|edge| edge.blocks.before <= last)
            .filter(is_inside)
            .map(|edge| edge.words)
            .sum();
        // A symbol such as ™ may be matched with letters, and is no word.
        (2.0 * matched / all).min(1.0)
    }

    /// The index of the move that a block of the first text is in.
    fn move_of(&self, block: usize) -> Option<u32> {
        let tokens = &self.units.before.blocks[block].tokens;
        let moves = &self.matching.moves;
        let index = moves
            .iter()
            .position(|moved| moved.before.start < tokens.end && tokens.start < moved.before.end);
        index.map(|index| index as u32)
    }
}

/// The rows with a row for each block of the first text that has none, after the row of the block before it.
fn with_deleted(rows: Vec<Row>, row_of_before: &[Option<usize>]) -> Vec<Row> {
    let deleted = |block: usize| Row {
        before: vec![block as u32],
        after: Vec::new(),
        relation: Relation::Deleted,
        moved: None,
        likeness: 0.0,
    };
    // A row that moved is elsewhere in the second text: a deletion is shown beside its neighbours in place.
    let mut deleted_after: Vec<Vec<usize>> = vec![Vec::new(); rows.len() + 1];
    let mut last = 0;
    for (block, row) in row_of_before.iter().enumerate() {
        match row {
            Some(row) if rows[*row].relation == Relation::Moved => {}
            Some(row) => last = row + 1,
            None => deleted_after[last].push(block),
        }
    }
    let mut out = Vec::with_capacity(row_of_before.len().max(rows.len()));
    out.extend(deleted_after[0].iter().map(|&block| deleted(block)));
    for (index, row) in rows.into_iter().enumerate() {
        out.push(row);
        out.extend(deleted_after[index + 1].iter().map(|&block| deleted(block)));
    }
    out
}
