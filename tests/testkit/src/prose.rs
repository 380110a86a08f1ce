//! (two texts, report) → one text with marks, as a person would write the differences down.
//!
//! ```text
//! exercises[,/:punctuation] and relief       a change: before / after : class, with what else is worth knowing
//! «move 1» … «move 1: the moved words»       where something stood, and where it stands with the changes inside it
//! ⏎ ␍ ⇥ {U+00A0}                             white space that would not be seen inside a mark
//! ```

use crate::notation::mark;
use crate::{range, units};
use article_diff::report::{BlockKind, Change, Class, Relation, Report, Unit};

/// Writes the text with its marks, then the rows, the blocks that are no paragraphs, and the figures.
///
/// # Errors
/// Why the report cannot be shown: the rest of both texts differs, or a change has no place (law 1).
pub fn report(before: &str, after: &str, report: &Report) -> Result<String, String> {
    let sides = [units(before), units(after)];
    let mut walk = Walk {
        changes: report
            .changes
            .iter()
            .map(|change| Mark::new(change.before, change.after, label(change)))
            .collect(),
        moves: report
            .moves
            .iter()
            .zip(1..)
            .map(|(entry, number): (_, usize)| {
                Mark::new(entry.before, entry.after, number.to_string())
            })
            .collect(),
        out: String::new(),
        sides: &sides,
    };
    walk.stretch([0, 0], [sides[0].len(), sides[1].len()], true)?;
    if let Some(lost) = walk.changes.iter().find(|mark| !mark.shown) {
        return Err(format!(
            "a change has no place in the text: {} {:?}",
            lost.label, lost.spans
        ));
    }
    let mut out = walk.out;
    if !out.ends_with('\n') {
        out.push('\n');
    }
    Ok(out + &figures(report))
}

fn label(change: &Change) -> String {
    let mut label = change.class.name().to_owned();
    if change.unit != Unit::Word {
        label += " ";
        label += &name(change.unit);
    }
    for (flag, name) in [(change.quoted, " quoted"), (change.furniture, " furniture")] {
        if flag {
            label += name;
        }
    }
    label
}

/// The name of a variant as the report writes it.
fn name(value: impl std::fmt::Debug) -> String {
    format!("{value:?}").to_lowercase()
}

fn figures(report: &Report) -> String {
    let mut out = "────\n".to_owned();
    for row in &report.rows {
        let ids = |ids: &[u32]| {
            let list: Vec<String> = ids.iter().map(|id| (id + 1).to_string()).collect();
            if list.is_empty() {
                "·".to_owned()
            } else {
                list.join(" ")
            }
        };
        let moved = row
            .moved
            .map(|id| format!(" (move {})", id + 1))
            .unwrap_or_default();
        let relation: Relation = row.relation;
        out += &format!(
            "{} | {}  {}{moved}\n",
            ids(&row.before),
            ids(&row.after),
            name(relation)
        );
    }
    for (side, blocks) in [
        ("before", &report.blocks.before),
        ("after", &report.blocks.after),
    ] {
        for (block, number) in blocks.iter().zip(1..) {
            if block.kind != BlockKind::Paragraph {
                out += &format!("{side} {number} is {}\n", name(block.kind));
            }
        }
    }
    let summary = &report.summary;
    let counts = summary.counts;
    let moved = counts.moved;
    let mut shown: Vec<String> = Class::ALL
        .iter()
        .map(|&class| (class.name(), counts.of(class)))
        .chain([("moved", moved)])
        .filter(|&(_, count)| count > 0)
        .map(|(name, count)| format!("{name} {count}"))
        .collect();
    shown.sort();
    if !shown.is_empty() {
        out += &format!("{}\n", shown.join(", "));
    }
    out + &format!(
        "shared words {} of {} | {} of {}\n",
        summary.shared.before, summary.words.before, summary.shared.after, summary.words.after
    )
}

/// A change or a move, with what is written of it.
struct Mark {
    spans: [[usize; 2]; 2],
    label: String,
    shown: bool,
}

impl Mark {
    fn new(
        before: article_diff::span::Utf16Span,
        after: article_diff::span::Utf16Span,
        label: String,
    ) -> Self {
        let ends = |span| {
            let range = range(span);
            [range.start, range.end]
        };
        Self {
            spans: [ends(before), ends(after)],
            label,
            shown: false,
        }
    }
}

struct Walk<'a> {
    sides: &'a [Vec<u16>; 2],
    changes: Vec<Mark>,
    moves: Vec<Mark>,
    out: String,
}

impl Walk<'_> {
    /// Goes along both texts at once. What no mark explains has to be the same on both sides: the law that lets either
    /// text be rebuilt from the other.
    fn stretch(
        &mut self,
        start: [usize; 2],
        end: [usize; 2],
        with_moves: bool,
    ) -> Result<(), String> {
        let mut at = start;
        loop {
            if with_moves && self.move_at(&mut at)? {
                continue;
            }
            if self.change_at(&mut at, end) {
                continue;
            }
            if at == end {
                return Ok(());
            }
            let unit = |side: usize| (at[side] < end[side]).then(|| self.sides[side][at[side]]);
            if unit(0).is_none() || unit(0) != unit(1) {
                return Err(format!("unmarked text differs at {} / {}", at[0], at[1]));
            }
            let mut next = at[0] + 1;
            while next < end[0] && (0xDC00..0xE000).contains(&self.sides[0][next]) {
                next += 1;
            }
            self.out += &String::from_utf16_lossy(&self.sides[0][at[0]..next]);
            at = [next, at[1] + next - at[0]];
        }
    }

    fn move_at(&mut self, at: &mut [usize; 2]) -> Result<bool, String> {
        for side in [0, 1] {
            let Some(mark) = self
                .moves
                .iter()
                .find(|mark| mark.spans[side][0] == at[side] && mark.spans[side][1] > at[side])
            else {
                continue;
            };
            let (number, spans) = (mark.label.clone(), mark.spans);
            at[side] = spans[side][1];
            if side == 0 {
                self.out += &format!("«move {number}»");
            } else {
                self.out += &format!("«move {number}: ");
                self.stretch(
                    [spans[0][0], spans[1][0]],
                    [spans[0][1], spans[1][1]],
                    false,
                )?;
                self.out += "»";
            }
            return Ok(true);
        }
        Ok(false)
    }

    /// Shows the next change that begins here. A change that begins here on both of its sides comes before one of which the other
    /// side stands elsewhere; that side is passed over when the walk gets there.
    fn change_at(&mut self, at: &mut [usize; 2], end: [usize; 2]) -> bool {
        let begins = |mark: &Mark, side: usize| {
            let [from, to] = mark.spans[side];
            from == at[side] && to > from && to <= end[side]
        };
        let empty = |mark: &Mark, side: usize| mark.spans[side][0] == mark.spans[side][1];
        let whole = |mark: &&mut Mark| {
            !mark.shown
                && [0, 1]
                    .iter()
                    .all(|&side| begins(mark, side) || empty(mark, side))
                && (begins(mark, 0) || begins(mark, 1))
        };
        let found = match self.changes.iter_mut().find(whole) {
            Some(mark) => Some(mark),
            None => self
                .changes
                .iter_mut()
                .find(|mark| begins(mark, 0) || begins(mark, 1)),
        };
        let Some(found) = found else { return false };
        let advance = [begins(found, 0), begins(found, 1)];
        let spans = found.spans;
        if !found.shown {
            found.shown = true;
            let [b, a] = [0, 1].map(|side| &self.sides[side][spans[side][0]..spans[side][1]]);
            self.out += &mark(b, a, &found.label);
        }
        for side in [0, 1] {
            if advance[side] {
                at[side] = spans[side][1];
            }
        }
        true
    }
}
