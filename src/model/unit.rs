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
    let block = &units.blocks[units.block_at(tokens.start)];
    let first = &units.sentences[units.sentence_at(tokens.start)];
    let last = &units.sentences[units.sentence_at(tokens.end - 1)];
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
    let holds = |range: &Range<usize>, part: &Range<usize>| {
        range.start <= part.start && part.end <= range.end
    };
    let holds_block = |(units, range): (&Units, &Range<usize>)| {
        let mut blocks = units.blocks.iter();
        blocks.any(|block| holds(range, &block.tokens))
    };
    let holds_sentence = |(units, range): (&Units, &Range<usize>)| {
        let mut sentences = units.sentences.iter();
        sentences.any(|sentence| holds(range, &sentence.tokens))
    };
    if sides().any(holds_block) {
        Unit::Paragraph
    } else if sides().any(holds_sentence) {
        Unit::Sentence
    } else {
        Unit::Phrase
    }
}
