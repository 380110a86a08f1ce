//! Tokens → whether they are words, sentences or paragraphs to the reader.

use super::comparison::Comparison;
use super::matching::TokenRanges;
use super::raw_change::{RawChange, RawKind};
use crate::report::Unit;
use crate::text::units::Units;
use std::ops::Range;

/// The unit of a change: that of its smaller side.
pub fn unit_of_change(comparison: &Comparison<'_>, change: &RawChange) -> Unit {
    if change.kind == RawKind::Whitespace {
        return Unit::Word;
    }
    let sides = comparison.units().zip(change.tokens.as_ref());
    let units = sides.map(|(units, tokens)| unit_of_side(units, tokens));
    match (units.before, units.after) {
        (Unit::Word, _) | (_, Unit::Word) => Unit::Word,
        (Unit::Sentence, _) | (_, Unit::Sentence) => Unit::Sentence,
        _ => Unit::Paragraph,
    }
}

/// The unit of one side. A side without tokens is no smaller than the other.
fn unit_of_side(units: &Units, tokens: &Range<usize>) -> Unit {
    if tokens.is_empty() {
        return Unit::Paragraph;
    }
    let first = &units.sentences[units.sentence_at(tokens.start)];
    let block = &units.blocks[first.block];
    let last = if tokens.end <= first.tokens.end {
        first
    } else {
        &units.sentences[units.sentence_at(tokens.end - 1)]
    };
    if block.tokens.start == tokens.start && block.tokens.end <= tokens.end {
        Unit::Paragraph
    } else if first.tokens.start == tokens.start && last.tokens.end == tokens.end {
        Unit::Sentence
    } else {
        Unit::Word
    }
}

/// The unit of a move: the largest that either side holds as a whole.
pub fn unit_of_move(comparison: &Comparison<'_>, tokens: &TokenRanges) -> Unit {
    let sides = || comparison.units().zip(tokens.as_ref()).into_iter();
    let holds_block = |(units, range): (&Units, &Range<usize>)| {
        holds_one(range, &units.blocks, |block| &block.tokens)
    };
    let holds_sentence = |(units, range): (&Units, &Range<usize>)| {
        holds_one(range, &units.sentences, |sentence| &sentence.tokens)
    };
    if sides().any(holds_block) {
        Unit::Paragraph
    } else if sides().any(holds_sentence) {
        Unit::Sentence
    } else {
        Unit::Phrase
    }
}

/// Whether a range of tokens holds a whole part, of parts in text order: that is so if it holds the first one that begins in it.
fn holds_one<P>(range: &Range<usize>, parts: &[P], tokens: impl Fn(&P) -> &Range<usize>) -> bool {
    let first = parts.partition_point(|part| tokens(part).start < range.start);
    let part = parts.get(first).map(tokens);
    part.is_some_and(|part| part.end <= range.end)
}
