//! Changes inside quotation marks → how many quotations were changed, added and cut.

use crate::both::Both;
use crate::model::matching::Matching;
use crate::model::raw_change::RawChange;
use crate::report::{Change, Fact, Quotations};
use crate::text::units::Units;
use std::ops::Range;

/// One text: its parts, and for every token whether it is in quotation marks.
#[derive(Clone, Copy)]
pub struct Quoted<'a> {
    /// The parts.
    pub units: &'a Units,
    /// Inside quotation marks; the marks are not.
    pub inside: &'a [bool],
}

/// The quotations of one text.
struct TextQuotations {
    /// Their tokens, in text order.
    runs: Vec<Range<usize>>,
    /// Which of them have words that differ.
    touched: Vec<bool>,
}

/// Counts quotations. One with two inserted words is one changed quotation; one that is only in one text was added or cut.
#[inline(never)]
pub fn count(
    texts: Both<Quoted<'_>>,
    raw: &[RawChange],
    changes: &[Change],
    matching: &Matching,
) -> Quotations {
    let mut b = TextQuotations::of(texts.before);
    let mut a = TextQuotations::of(texts.after);
    // The quotation of the second text that has words of each of the first.
    let mut partners: Vec<Option<usize>> = b
        .runs
        .iter()
        .map(|run| {
            let mut linked = run.clone().filter_map(|at| matching.partners.before.of(at));
            linked.find_map(|at| a.around(at))
        })
        .collect();
    for (raw, _) in raw
        .iter()
        .zip(changes)
        .filter(|(_, change)| change.facts.has(Fact::Quotation) && !change.furniture)
    {
        let (deleted, inserted) = (b.touch(&raw.tokens.before), a.touch(&raw.tokens.after));
        // A quotation that replaces another one whole is that quotation, changed.
        for (before, after) in deleted.zip(inserted) {
            let is_free = !partners.contains(&Some(after));
            if is_free && partners[before].is_none() {
                partners[before] = Some(after);
            }
        }
    }
    let mut found = Quotations::default();
    let mut paired = vec![false; a.runs.len()];
    for (run, partner) in partners.iter().enumerate() {
        match partner {
            Some(partner) => {
                let first = !std::mem::replace(&mut paired[*partner], true);
                let differs = b.touched[run] || a.touched[*partner];
                found.changed += u32::from(first && differs);
            }
            None => found.cut += u32::from(b.touched[run]),
        }
    }
    for (run, paired) in paired.iter().enumerate() {
        found.added += u32::from(!paired && a.touched[run]);
    }
    found
}

impl TextQuotations {
    fn of(text: Quoted<'_>) -> Self {
        let mut runs: Vec<Range<usize>> = Vec::new();
        let blocks = &text.units.blocks;
        let mut block = 0;
        for (at, &inside) in text.inside.iter().enumerate() {
            if !inside {
                continue;
            }
            match runs.last_mut() {
                Some(last) if last.end == at => last.end = at + 1,
                Some(last) => {
                    while blocks
                        .get(block)
                        .is_some_and(|block| block.tokens.end <= at)
                    {
                        block += 1;
                    }
                    // A quotation of several paragraphs has an opening mark in each, and a closing mark only in the last.
                    let goes_on = last.end + 1 == at
                        && blocks
                            .get(block)
                            .is_some_and(|block| block.tokens.start == last.end);
                    if goes_on {
                        last.end = at + 1;
                    } else {
                        runs.push(at..at + 1);
                    }
                }
                None => runs.push(at..at + 1),
            }
        }
        let touched = vec![false; runs.len()];
        Self { runs, touched }
    }

    /// The quotation that a token is in.
    fn around(&self, at: usize) -> Option<usize> {
        let run = self.runs.partition_point(|run| run.end <= at);
        self.runs
            .get(run)
            .filter(|run| run.contains(&at))
            .map(|_| run)
    }

    /// Notes that the quotations in a range differ, and returns which they are.
    fn touch(&mut self, tokens: &Range<usize>) -> Range<usize> {
        let first = self.runs.partition_point(|run| run.end <= tokens.start);
        let last = self.runs.partition_point(|run| run.start < tokens.end);
        let touched = first..last.max(first);
        self.touched[touched.clone()].fill(true);
        touched
    }
}
