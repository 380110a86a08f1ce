//! Layers of both texts → where they differ over the same words: links, headings, lists, bold type and the like.

use super::is_space;
use super::layer::{Layer, Stretch};
use super::regions::{Region, Relation, Segment};
use crate::both::Both;
use crate::document::{Document, FormatKind};
use crate::report::FormatChange;
use crate::text::span::Utf16Span;

/// What differs, kind by kind.
pub fn changes(documents: Both<Document<'_>>, regions: &[Region]) -> Vec<FormatChange> {
    let mut found = Vec::new();
    let kinds = FormatKind::ALL.into_iter();
    for kind in kinds.filter(|kind| kind.is_compared() && !kind.is_object()) {
        let layers = documents.map(|document| Layer::new(&document, kind));
        if layers.before.is_empty() && layers.after.is_empty() {
            continue;
        }
        for region in regions {
            let mut walk = Walk {
                kind,
                documents,
                layers: layers.as_ref(),
                open: None,
                found: &mut found,
            };
            for segment in &region.segments {
                walk.read(segment);
            }
            walk.close();
        }
    }
    found
}

/// A walk along a region for one kind. What differs in the same way is one change as long as no word between has it otherwise:
///
/// ```text
/// before   <b>The harbour</b> office     The [] harbour [office/]     strong → null over "The harbour"
/// after    The old harbour
/// ```
struct Walk<'w> {
    kind: FormatKind,
    documents: Both<Document<'w>>,
    layers: Both<&'w Layer>,
    open: Option<FormatChange>,
    found: &'w mut Vec<FormatChange>,
}

impl Walk<'_> {
    fn read(&mut self, segment: &Segment) {
        let Both { before, after } = segment.spans;
        if segment.relation == Relation::Same {
            return self.read_same(before, after);
        }
        let uniform = self
            .documents
            .zip(self.layers)
            .zip(segment.spans)
            .map(|((document, layer), span)| uniform(&document, layer, span));
        match (segment.relation, uniform.before, uniform.after) {
            (Relation::Replaced, Uniform::Value((before, was)), Uniform::Value((after, now))) => {
                self.add(Both::new((before, was), (after, now)));
            }
            (_, was, now) => {
                let goes_on = self
                    .open
                    .is_some_and(|open| was.may_be(open.was) && now.may_be(open.now));
                if !goes_on {
                    self.close();
                }
            }
        }
    }

    /// Reads the same words of both texts.
    fn read_same(&mut self, mut before: Utf16Span, mut after: Utf16Span) {
        while before.start < before.end {
            let (one, was) = self.layers.before.stretch(before);
            let (other, now) = self.layers.after.stretch(after);
            let length = (one.end - one.start).min(other.end - other.start);
            let cut = |span: Utf16Span| Utf16Span::new(span.start, span.start + length);
            // Nobody looks for a word among those that are alike when nothing is open.
            if was != now || self.open.is_some() {
                let trimmed = self
                    .documents
                    .zip(Both::new(before, after))
                    .map(|(document, span)| trimmed(&document, cut(span)));
                if trimmed.before.start < trimmed.before.end {
                    self.add(Both::new((trimmed.before, was), (trimmed.after, now)));
                }
            }
            before.start += length;
            after.start += length;
        }
    }

    /// Takes in words of both texts with their values.
    fn add(&mut self, sides: Both<Stretch>) {
        let ((before, was), (after, now)) = (sides.before, sides.after);
        if let Some(open) = self.open.filter(|open| (open.was, open.now) == (was, now)) {
            let gaps = Both::new(
                Utf16Span::new(open.before.end, before.start),
                Utf16Span::new(open.after.end, after.start),
            );
            if !(self.is_of_one_line() && self.breaks(gaps)) {
                self.open = Some(FormatChange {
                    before: Utf16Span::new(open.before.start, before.end),
                    after: Utf16Span::new(open.after.start, after.end),
                    ..open
                });
                return;
            }
        }
        self.close();
        if was != now {
            self.open = Some(FormatChange {
                kind: self.kind,
                before,
                after,
                was,
                now,
            });
        }
    }

    /// Whether each line is a change of its own: two headings that follow one another are two.
    fn is_of_one_line(&self) -> bool {
        matches!(
            self.kind,
            FormatKind::Link | FormatKind::Heading | FormatKind::Caption
        )
    }

    /// Whether a line ends in either of the spans.
    fn breaks(&self, spans: Both<Utf16Span>) -> bool {
        self.documents
            .zip(spans)
            .into_iter()
            .any(|(document, span)| {
                units(&document, span)
                    .iter()
                    .any(|unit| matches!(unit, 0x0a | 0x0d | 0x2028 | 0x2029))
            })
    }

    fn close(&mut self) {
        self.found.extend(self.open.take());
    }
}

/// The value that all words of a span have.
#[derive(Clone, Copy)]
enum Uniform {
    /// There are no words.
    Empty,
    /// All of them have this one, or none; the span begins and ends with a word.
    Value(Stretch),
    /// They have several.
    Mixed,
}

impl Uniform {
    fn may_be(self, value: Option<u32>) -> bool {
        match self {
            Uniform::Empty => true,
            Uniform::Value((_, same)) => same == value,
            Uniform::Mixed => false,
        }
    }
}

fn uniform(document: &Document<'_>, layer: &Layer, span: Utf16Span) -> Uniform {
    let all = trimmed(document, span);
    let mut rest = all;
    let mut value = None;
    while rest.start < rest.end {
        let (stretch, here) = layer.stretch(rest);
        let words = trimmed(document, stretch);
        if words.start < words.end && *value.get_or_insert(here) != here {
            return Uniform::Mixed;
        }
        rest.start = stretch.end;
    }
    value.map_or(Uniform::Empty, |value| Uniform::Value((all, value)))
}

/// A span without the white space at its ends.
fn trimmed(document: &Document<'_>, span: Utf16Span) -> Utf16Span {
    let text = units(document, span);
    let Some(first) = text.iter().position(|&unit| !is_space(unit)) else {
        return Utf16Span::new(span.end, span.end);
    };
    let last = text.iter().rposition(|&unit| !is_space(unit));
    Utf16Span::new(
        span.start + first as u32,
        span.start + last.unwrap_or(first) as u32 + 1,
    )
}

fn units<'t>(document: &Document<'t>, span: Utf16Span) -> &'t [u16] {
    &document.text[span.start as usize..span.end as usize]
}
