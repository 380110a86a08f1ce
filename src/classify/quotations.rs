//! Changes inside quotation marks → how many quotations were changed, added and cut.

use crate::both::Both;
use crate::model::matching::Matching;
use crate::model::raw_change::RawChange;
use crate::report::{Change, Fact, Quotations};
use crate::text::units::Units;
use std::ops::Range;

/// One text: its parts, and for every token whether it stands in quotation marks.
#[derive(Clone, Copy)]
pub struct Quoted<'a> {
    /// The parts.
    pub units: &'a Units,
    /// Inside quotation marks; the marks are not.
    pub inside: &'a [bool],
}

/// The quotations of one text.
struct Runs {
    /// Their tokens, in text order.
    runs: Vec<Range<usize>>,
    /// Which of them have words that differ, came or went.
    touched: Vec<bool>,
}

/// Counts quotations. One with two words inserted is one that was changed; one that stands on one side alone was added or cut.
pub fn count(
    texts: Both<Quoted<'_>>,
    raw: &[RawChange],
    changes: &[Change],
    matching: &Matching,
) -> Quotations {
    let mut b = Runs::of(texts.before);
    let mut a = Runs::of(texts.after);
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
        let (went, came) = (b.touch(&raw.tokens.before), a.touch(&raw.tokens.after));
        // Words for words: what replaces a quotation whole is that quotation changed.
        for (went, came) in went.zip(came) {
            let free = !partners.contains(&Some(came));
            if free && partners[went].is_none() {
                partners[went] = Some(came);
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

impl Runs {
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
                    // A quotation over several paragraphs opens each with a mark and closes only the last.
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

    /// The quotation that a token stands in.
    fn around(&self, at: usize) -> Option<usize> {
        let run = self.runs.partition_point(|run| run.end <= at);
        self.runs
            .get(run)
            .filter(|run| run.contains(&at))
            .map(|_| run)
    }

    /// Notes that the quotations in a stretch differ; which they are.
    fn touch(&mut self, tokens: &Range<usize>) -> Range<usize> {
        let first = self.runs.partition_point(|run| run.end <= tokens.start);
        let last = self.runs.partition_point(|run| run.start < tokens.end);
        let touched = first..last.max(first);
        self.touched[touched.clone()].fill(true);
        touched
    }
}
