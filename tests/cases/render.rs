//! (two texts, report) → one text with marks, as a person would write them down.
//!
//! ```text
//! exercises[,/:punctuation] and relief       a change: before / after : class, with what else is worth knowing
//! «move 1» … «move 1: the moved words»       where something stood, and where it stands with the changes inside it
//! ⏎ ␍ ⇥ {U+00A0}                             white space that would not be seen inside a mark
//! ```

use serde_json::Value;

struct Side {
    units: Vec<u16>,
    name: &'static str,
}

/// The inline text, then the rows, the blocks that are no paragraphs, and the figures.
pub fn report(before: &str, after: &str, report: &Value) -> Result<String, String> {
    let sides = [
        Side {
            units: before.encode_utf16().collect(),
            name: "before",
        },
        Side {
            units: after.encode_utf16().collect(),
            name: "after",
        },
    ];
    let mut walk = Walk {
        sides: &sides,
        changes: marks(report, "changes"),
        moves: marks(report, "moves"),
        out: String::new(),
    };
    walk.stretch([0, 0], [sides[0].units.len(), sides[1].units.len()], true)?;
    if let Some(lost) = walk.changes.iter().find(|mark| !mark.shown) {
        return Err(format!("a change has no place in the text: {}", lost.data));
    }
    let mut out = walk.out;
    if !out.ends_with('\n') {
        out.push('\n');
    }
    out.push_str("────\n");
    for row in report["rows"].as_array().into_iter().flatten() {
        let ids = |side: &str| {
            let list: Vec<String> = row[side]
                .as_array()
                .into_iter()
                .flatten()
                .map(|n| (n.as_u64().unwrap_or(0) + 1).to_string())
                .collect();
            if list.is_empty() {
                "·".to_string()
            } else {
                list.join(" ")
            }
        };
        let moved = row["move"]
            .as_u64()
            .map(|n| format!(" (move {})", n + 1))
            .unwrap_or_default();
        out.push_str(&format!(
            "{} | {}  {}{moved}\n",
            ids("before"),
            ids("after"),
            text(&row["relation"])
        ));
    }
    for side in &sides {
        for (index, block) in report["blocks"][side.name]
            .as_array()
            .into_iter()
            .flatten()
            .enumerate()
        {
            if block["kind"] != "paragraph" {
                out.push_str(&format!(
                    "{} {} is {}\n",
                    side.name,
                    index + 1,
                    text(&block["kind"])
                ));
            }
        }
    }
    let counts: Vec<String> = report["summary"]["counts"]
        .as_object()
        .into_iter()
        .flatten()
        .filter(|(_, n)| **n != 0)
        .map(|(k, n)| format!("{k} {n}"))
        .collect();
    if !counts.is_empty() {
        out.push_str(&format!("{}\n", counts.join(", ")));
    }
    let summary = &report["summary"];
    out.push_str(&format!(
        "shared words {} of {} | {} of {}\n",
        summary["shared"]["before"],
        summary["words"]["before"],
        summary["shared"]["after"],
        summary["words"]["after"]
    ));
    Ok(out)
}

/// A change or a move, with the number under which it is shown.
struct Mark {
    data: Value,
    spans: [[usize; 2]; 2],
    number: usize,
    shown: bool,
}

fn marks(report: &Value, key: &str) -> Vec<Mark> {
    let span = |value: &Value| [0, 1].map(|i| value[i].as_u64().unwrap_or(0) as usize);
    report[key]
        .as_array()
        .into_iter()
        .flatten()
        .enumerate()
        .map(|(index, data)| Mark {
            data: data.clone(),
            spans: [span(&data["before"]), span(&data["after"])],
            number: index + 1,
            shown: false,
        })
        .collect()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or("?")
}

struct Walk<'a> {
    sides: &'a [Side; 2],
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
            let unit =
                |side: usize| (at[side] < end[side]).then(|| self.sides[side].units[at[side]]);
            if unit(0).is_none() || unit(0) != unit(1) {
                return Err(format!("unmarked text differs at {} / {}", at[0], at[1]));
            }
            let mut next = at[0] + 1;
            while next < end[0] && (0xDC00..0xE000).contains(&self.sides[0].units[next]) {
                next += 1;
            }
            self.out
                .push_str(&String::from_utf16_lossy(&self.sides[0].units[at[0]..next]));
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
            let (number, spans) = (mark.number, mark.spans);
            at[side] = spans[side][1];
            if side == 0 {
                self.out.push_str(&format!("«move {number}»"));
            } else {
                self.out.push_str(&format!("«move {number}: "));
                self.stretch(
                    [spans[0][0], spans[1][0]],
                    [spans[0][1], spans[1][1]],
                    false,
                )?;
                self.out.push('»');
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
        let Some(mark) = found else { return false };
        let advance = [begins(mark, 0), begins(mark, 1)];
        let spans = mark.spans;
        if !mark.shown {
            mark.shown = true;
            let [before, after] =
                [0, 1].map(|side| visible(&self.sides[side].units[spans[side][0]..spans[side][1]]));
            let mut label = text(&mark.data["class"]).to_string();
            if mark.data["unit"] != "word" {
                label.push_str(&format!(" {}", text(&mark.data["unit"])));
            }
            for flag in ["quoted", "furniture"] {
                if mark.data[flag] == true {
                    label.push_str(&format!(" {flag}"));
                }
            }
            self.out.push_str(&format!("[{before}/{after}:{label}]"));
        }
        for side in [0, 1] {
            if advance[side] {
                at[side] = spans[side][1];
            }
        }
        true
    }
}

fn visible(units: &[u16]) -> String {
    let mut out = String::new();
    for letter in String::from_utf16_lossy(units).chars() {
        match letter {
            '\n' => out.push('⏎'),
            '\r' => out.push('␍'),
            '\t' => out.push('⇥'),
            '\u{a0}'
            | '\u{ad}'
            | '\u{2000}'..='\u{200f}'
            | '\u{202a}'..='\u{202f}'
            | '\u{2060}'..='\u{2069}'
            | '\u{3000}'
            | '\u{feff}' => {
                out.push_str(&format!("{{U+{:04X}}}", letter as u32));
            }
            _ => out.push(letter),
        }
    }
    out
}
