//! The order of a report's lists, and the report of the swapped texts.

use super::{Change, Op, Relation, Report, Row};
use crate::sort::sort_by_number;
use crate::text::span::Utf16Span;

impl Report {
    /// The report of the same comparison with the texts swapped.
    ///
    /// ```
    /// use article_diff::{compare, Options};
    /// let options = Options::default();
    /// let (one, two) = ("It rained.", "It rained hard.");
    /// assert_eq!(compare(one, two, &options).mirrored(), compare(two, one, &options));
    /// ```
    pub fn mirrored(mut self) -> Self {
        self.blocks = self.blocks.swap();
        self.summary.words = self.summary.words.swap();
        self.summary.shared = self.summary.shared.swap();
        self.summary.containment = self.summary.containment.swap();
        let quotations = &mut self.summary.quotations;
        std::mem::swap(&mut quotations.added, &mut quotations.cut);
        for row in &mut self.rows {
            std::mem::swap(&mut row.before, &mut row.after);
            row.relation = match row.relation {
                Relation::Split => Relation::Merged,
                Relation::Merged => Relation::Split,
                Relation::Inserted => Relation::Deleted,
                Relation::Deleted => Relation::Inserted,
                same => same,
            };
        }
        for change in &mut self.changes {
            std::mem::swap(&mut change.before, &mut change.after);
            change.op = match change.op {
                Op::Insert => Op::Delete,
                Op::Delete => Op::Insert,
                Op::Replace => Op::Replace,
            };
        }
        for entry in &mut self.moves {
            std::mem::swap(&mut entry.before, &mut entry.after);
        }
        for format in &mut self.formats {
            std::mem::swap(&mut format.before, &mut format.after);
            std::mem::swap(&mut format.was, &mut format.now);
        }
        for passage in &mut self.passages {
            std::mem::swap(&mut passage.before, &mut passage.after);
        }
        self
    }

    /// Where a deletion and an unrelated insertion share a position, the deletion comes first.
    fn delete_before_insert(&mut self) {
        for at in 1..self.changes.len() {
            let (came, went) = (self.changes[at - 1], self.changes[at]);
            if came.op == Op::Insert
                && went.op == Op::Delete
                && came.before.end == went.before.start
                && came.after.end == went.after.start
            {
                self.changes[at - 1] = Change {
                    after: Utf16Span::new(came.after.start, came.after.start),
                    ..went
                };
                self.changes[at] = Change {
                    before: Utf16Span::new(went.before.end, went.before.end),
                    ..came
                };
            }
        }
        let one_sided = |row: &Row| matches!(row.relation, Relation::Inserted | Relation::Deleted);
        let mut from = 0;
        while from < self.rows.len() {
            let length = self.rows[from..]
                .iter()
                .take_while(|row| one_sided(row))
                .count();
            let mut run: Vec<Row> = self.rows[from..from + length].to_vec();
            sort_by_number(&mut run, |row| {
                u64::from(row.relation == Relation::Inserted)
            });
            self.rows[from..from + length].clone_from_slice(&run);
            from += length + 1;
        }
    }

    /// Puts all lists into the order that the contract names. To be called when both sides are as the caller gave them.
    pub(crate) fn sorted(mut self) -> Self {
        let place = |span: Utf16Span| u64::from(span.start) << 32 | u64::from(span.end);
        let order = |changes: &mut Vec<Change>| {
            sort_by_number(changes, |change| place(change.before));
            sort_by_number(changes, |change| place(change.after));
        };
        order(&mut self.changes);
        sort_by_number(&mut self.passages, |passage| place(passage.before));
        sort_by_number(&mut self.passages, |passage| u64::from(!passage.words));
        self.delete_before_insert();
        order(&mut self.changes);
        sort_by_number(&mut self.formats, |format| place(format.before));
        sort_by_number(&mut self.formats, |format| place(format.after));
        let mut order: Vec<usize> = (0..self.moves.len()).collect();
        sort_by_number(&mut order, |&index| place(self.moves[index].before));
        let mut place = vec![0u32; order.len()];
        for (to, &from) in order.iter().enumerate() {
            place[from] = to as u32;
        }
        self.moves = order.iter().map(|&from| self.moves[from]).collect();
        for row in &mut self.rows {
            row.moved = row.moved.map(|index| place[index as usize]);
        }
        self
    }
}
