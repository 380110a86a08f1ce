//! The formats of one kind → what each place of the text has of that kind.

use crate::document::{Document, FormatKind};
use crate::sort::sort_by_number;
use crate::text::span::Utf16Span;

/// A span with its value, or with none.
pub type Stretch = (Utf16Span, Option<u32>);

/// Spans of one kind, sorted and disjoint.
pub struct Layer(Vec<(Utf16Span, u32)>);

impl Layer {
    /// The formats of a kind. Where they overlap, the one that begins last counts, and of those the shortest.
    pub fn new(document: &Document<'_>, kind: FormatKind) -> Self {
        let length = document.text.len() as u32;
        let mut formats: Vec<(Utf16Span, u32)> = document
            .formats
            .iter()
            .filter(|format| format.kind == kind)
            .map(|format| {
                let span = Utf16Span::new(format.span.start, format.span.end.min(length));
                (span, format.value)
            })
            .filter(|(span, _)| span.start < span.end)
            .collect();
        sort_by_number(&mut formats, |(span, _)| {
            u64::from(span.start) << 32 | u64::from(!span.end)
        });
        let mut layer = Self(Vec::new());
        let mut around: Vec<(u32, u32)> = Vec::new();
        let mut at = 0;
        for (span, value) in formats {
            layer.fill(&mut around, &mut at, span.start);
            at = span.start;
            around.push((span.end, value));
        }
        layer.fill(&mut around, &mut at, length);
        layer
    }

    /// Adds what the formats around a place have up to `to`; those that end before it are done.
    fn fill(&mut self, around: &mut Vec<(u32, u32)>, at: &mut u32, to: u32) {
        while let Some(&(end, value)) = around.last() {
            let stop = end.min(to);
            if *at < stop {
                match self.0.last_mut() {
                    Some((last, same)) if last.end == *at && *same == value => last.end = stop,
                    _ => self.0.push((Utf16Span::new(*at, stop), value)),
                }
                *at = stop;
            }
            if end > to {
                return;
            }
            around.pop();
        }
    }

    /// Whether no place has anything of the kind.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The value at a place.
    pub fn at(&self, place: u32) -> Option<u32> {
        self.stretch(Utf16Span::new(place, place + 1)).1
    }

    /// The longest beginning of a span that has one value, or none.
    pub fn stretch(&self, span: Utf16Span) -> Stretch {
        let next = self.0.partition_point(|(entry, _)| entry.end <= span.start);
        match self.0.get(next) {
            Some(&(entry, value)) if entry.start <= span.start => (
                Utf16Span::new(span.start, entry.end.min(span.end)),
                Some(value),
            ),
            Some((entry, _)) => (Utf16Span::new(span.start, entry.start.min(span.end)), None),
            None => (span, None),
        }
    }
}
