//! Every switch and every threshold: its name, unit, range, default and reason.

use serde::{Deserialize, Serialize};

/// How a comparison is made. All fields have defaults; a report obeys the laws whatever is set here.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "camelCase")]
pub struct Options {
    /// Look for what stands in both texts at another place. Off: such stretches are deleted here and inserted there.
    pub moves: bool,
    /// Look for page furniture. Off: every block is heading or paragraph.
    pub furniture: bool,
    /// Tell words in another order as one change. Off: as a deletion and an insertion.
    pub order: bool,
    /// Join marks that have only small words between them.
    pub join: bool,
    /// Show a sentence of which little is kept as old and new whole.
    pub whole: bool,
    /// Slide marks to where a person would begin and end them.
    pub slide: bool,
    /// Recognise words by their stem and numbers by their kind when likeness is measured.
    pub stems: bool,
    /// Pair one sentence with several.
    pub groups: bool,

    /// Share of weighted words (0 to 1) from which a pair of sentences is beyond doubt and parts the texts into sections.
    /// Lower lets one sentence that was split hide its second half; higher makes the sections larger and slower.
    pub anchor: f32,
    /// Share of weighted words (0 to 1) from which two sentences far apart are considered a pair at all.
    /// Unrelated sentences of one story reach 0.2 by its names alone.
    pub candidate: f32,
    /// Share of weighted words (0 to 1) from which two sentences at the same place are a pair. Place is evidence too, so this is lower.
    pub fill: f32,
    /// Share of weighted words (0 to 1) from which a pair out of order is a move: a wrong move is worse than a missed one.
    pub likeness: f32,
    /// Weight of shared words (a word that occurs once in each text weighs 1) that a move needs.
    pub evidence: f32,
    /// Share of a word (0 to 2) that each further stretch of matched words inside a sentence has to earn; keeps small words from
    /// being matched alone in rewritten passages.
    pub run_cost: f32,
    /// Share of weighted words (0 to 1) below which a sentence is shown whole rather than word by word.
    pub kept: f32,
    /// Work units (cells of the alignment tables, about 5 ns each) before the comparison contents itself with less.
    pub work: u32,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            moves: true,
            furniture: true,
            order: true,
            join: true,
            whole: true,
            slide: true,
            stems: true,
            groups: true,
            anchor: 0.8,
            candidate: 0.28,
            fill: 0.2,
            likeness: 0.45,
            evidence: 2.0,
            run_cost: 0.6,
            kept: 0.2,
            work: 200_000_000,
        }
    }
}

impl Options {
    /// Says which value is out of its range, if one is.
    pub fn check(&self) -> Result<(), String> {
        let shares = [
            ("anchor", self.anchor, 1.0),
            ("candidate", self.candidate, 1.0),
            ("fill", self.fill, 1.0),
            ("likeness", self.likeness, 1.0),
            ("evidence", self.evidence, 100.0),
            ("runCost", self.run_cost, 2.0),
            ("kept", self.kept, 1.0),
        ];
        for (name, value, most) in shares {
            if !(0.0..=most).contains(&value) {
                return Err(format!("option {name} is {value}; it takes a number from 0 to {most}"));
            }
        }
        Ok(())
    }
}
