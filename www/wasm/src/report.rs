//! A report → one JavaScript object whose long lists are typed arrays, so that a worker hands it over without a copy.
//!
//! A long report has tens of thousands of changes. As many JavaScript objects would take longer to make here, and longer to clone out
//! of a worker, than the comparison itself. So each list of the report becomes a table: an object with one column for each field.
//! The object names everything that is in it, and `www/engine/report.ts` turns it into the report that programs read.
//!
//! ```text
//! changes: [ { op: "insert", before: [4, 4], quoted: false, … }, { op: "delete", before: [9, 12], quoted: false, … } ]
//!      →   { op:     { values: ["insert", "delete"], indices: Uint8Array [0, 1] },
//!            before: { start: Uint32Array [4, 9], end: Uint32Array [4, 12] },
//!            quoted: { values: [false], indices: Uint8Array [0, 0] }, … }
//! ```

use article_diff::report::{
    Block, Both, Change, FormatChange, Move, Passage, Report, Row, Summary,
};
use article_diff::span::Utf16Span;
use js_sys::{Array, Float32Array, Uint32Array, Uint8Array};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

/// A report as JavaScript takes it.
pub struct Compact {
    /// The object.
    pub report: JsValue,
    /// The buffers of its typed arrays, which a worker hands over with it.
    pub buffers: Array,
}

impl Compact {
    /// The compact form of `report`.
    ///
    /// # Errors
    /// If JavaScript refuses a value; it takes all that are in a report.
    pub fn new(report: &Report) -> Result<Self, JsValue> {
        let mut columns = Columns(Array::new());
        let tables = Tables {
            version: report.version,
            precise: report.precise,
            segmenter: report.segmenter,
            dictionary: report.dictionary.as_deref(),
            blocks: Both {
                before: columns.blocks(&report.blocks.before),
                after: columns.blocks(&report.blocks.after),
            },
            rows: columns.rows(&report.rows),
            changes: columns.changes(&report.changes),
            moves: columns.moves(&report.moves),
            passages: columns.passages(&report.passages),
            formats: columns.formats(&report.formats),
            summary: &report.summary,
        };
        Ok(Self {
            report: tables.serialize(&Serializer::json_compatible())?,
            buffers: columns.0,
        })
    }
}

/// A typed array.
#[derive(Serialize)]
#[serde(transparent)]
struct Numbers(#[serde(with = "serde_wasm_bindgen::preserve")] JsValue);

/// A column with few different values: each of them once, and for each entry which one it has.
#[derive(Serialize)]
struct Choice<T> {
    values: Vec<T>,
    indices: Numbers,
}

/// A column of spans.
#[derive(Serialize)]
struct Spans {
    start: Numbers,
    end: Numbers,
}

/// A column of lists: all their items in one, and for each entry where its own end.
#[derive(Serialize)]
struct Lists {
    items: Numbers,
    end: Numbers,
}

#[derive(Serialize)]
struct Tables<'a> {
    version: u32,
    precise: bool,
    segmenter: article_diff::report::Segmenter,
    #[serde(skip_serializing_if = "Option::is_none")]
    dictionary: Option<&'a str>,
    blocks: Both<Blocks>,
    rows: Rows,
    changes: Changes,
    moves: Moves,
    passages: Passages,
    /// Seven numbers for each: kind, both ends before, both ends after, was, now.
    formats: Numbers,
    summary: &'a Summary,
}

#[derive(Serialize)]
struct Blocks {
    span: Spans,
    kind: Choice<article_diff::report::BlockKind>,
    role: Choice<Option<article_diff::report::Role>>,
}

#[derive(Serialize)]
struct Rows {
    before: Lists,
    after: Lists,
    relation: Choice<article_diff::report::Relation>,
    /// A list of one index for a row that moved, of none for any other.
    #[serde(rename = "move")]
    moved: Lists,
    likeness: Numbers,
}

#[derive(Serialize)]
struct Changes {
    op: Choice<article_diff::report::Op>,
    class: Choice<article_diff::report::Class>,
    unit: Choice<article_diff::report::Unit>,
    before: Spans,
    after: Spans,
    quoted: Choice<bool>,
    furniture: Choice<bool>,
    facts: Choice<article_diff::report::Facts>,
    field: Choice<Option<article_diff::report::Role>>,
}

#[derive(Serialize)]
struct Moves {
    unit: Choice<article_diff::report::Unit>,
    before: Spans,
    after: Spans,
}

#[derive(Serialize)]
struct Passages {
    before: Spans,
    after: Spans,
    words: Numbers,
}

/// Stands for no value of a format.
const NONE: u32 = u32::MAX;

/// Makes columns and keeps the list of their buffers.
struct Columns(Array);

impl Columns {
    fn blocks(&mut self, blocks: &[Block]) -> Blocks {
        Blocks {
            span: self.spans(blocks, |block| block.span),
            kind: self.choice(blocks, |block| block.kind),
            role: self.choice(blocks, |block| block.role),
        }
    }

    fn rows(&mut self, rows: &[Row]) -> Rows {
        let likeness: Vec<f32> = rows.iter().map(|row| row.likeness).collect();
        let likeness = Float32Array::from(&likeness[..]);
        self.0.push(&likeness.buffer());
        Rows {
            before: self.lists(rows, |row| &row.before),
            after: self.lists(rows, |row| &row.after),
            relation: self.choice(rows, |row| row.relation),
            moved: self.lists(rows, |row| row.moved.as_slice()),
            likeness: Numbers(likeness.into()),
        }
    }

    fn changes(&mut self, changes: &[Change]) -> Changes {
        Changes {
            op: self.choice(changes, |change| change.op),
            class: self.choice(changes, |change| change.class),
            unit: self.choice(changes, |change| change.unit),
            before: self.spans(changes, |change| change.before),
            after: self.spans(changes, |change| change.after),
            quoted: self.choice(changes, |change| change.quoted),
            furniture: self.choice(changes, |change| change.furniture),
            facts: self.choice(changes, |change| change.facts),
            field: self.choice(changes, |change| change.field),
        }
    }

    fn moves(&mut self, moves: &[Move]) -> Moves {
        Moves {
            unit: self.choice(moves, |entry| entry.unit),
            before: self.spans(moves, |entry| entry.before),
            after: self.spans(moves, |entry| entry.after),
        }
    }

    fn passages(&mut self, passages: &[Passage]) -> Passages {
        Passages {
            before: self.spans(passages, |passage| passage.before),
            after: self.spans(passages, |passage| passage.after),
            words: self.numbers(passages.iter().map(|passage| passage.words).collect()),
        }
    }

    fn formats(&mut self, formats: &[FormatChange]) -> Numbers {
        let mut numbers = Vec::with_capacity(7 * formats.len());
        for format in formats {
            let (before, after) = (format.before, format.after);
            numbers.extend([
                format.kind as u32,
                before.start,
                before.end,
                after.start,
                after.end,
                format.was.unwrap_or(NONE),
                format.now.unwrap_or(NONE),
            ]);
        }
        self.numbers(numbers)
    }

    fn numbers(&mut self, numbers: Vec<u32>) -> Numbers {
        let array = Uint32Array::from(&numbers[..]);
        self.0.push(&array.buffer());
        Numbers(array.into())
    }

    fn spans<T>(&mut self, entries: &[T], span: impl Fn(&T) -> Utf16Span) -> Spans {
        Spans {
            start: self.numbers(entries.iter().map(|entry| span(entry).start).collect()),
            end: self.numbers(entries.iter().map(|entry| span(entry).end).collect()),
        }
    }

    fn lists<T>(&mut self, entries: &[T], list: impl Fn(&T) -> &[u32]) -> Lists {
        let (mut items, mut ends) = (Vec::new(), Vec::with_capacity(entries.len()));
        for entry in entries {
            items.extend_from_slice(list(entry));
            ends.push(items.len() as u32);
        }
        Lists {
            items: self.numbers(items),
            end: self.numbers(ends),
        }
    }

    /// The number of different values has to be below 256: fields that are enumerations and switches have a dozen.
    fn choice<T, V: PartialEq>(&mut self, entries: &[T], value: impl Fn(&T) -> V) -> Choice<V> {
        let mut values = Vec::new();
        let index = |entry| {
            let value = value(entry);
            let index = values.iter().position(|known| *known == value);
            index.unwrap_or_else(|| {
                values.push(value);
                values.len() - 1
            }) as u8
        };
        let indices: Vec<u8> = entries.iter().map(index).collect();
        let array = Uint8Array::from(&indices[..]);
        self.0.push(&array.buffer());
        Choice {
            values,
            indices: Numbers(array.into()),
        }
    }
}
