//! Tokens → whether they are words, sentences or paragraphs to the reader.

use crate::changes::{Draft, DraftKind};
use crate::model::matching::Stretch;
use crate::report::Unit;
use crate::text::units::Units;
use std::ops::Range;

/// The unit of a change: that of its smaller side.
pub fn unit_of(draft: &Draft, before: &Units, after: &Units) -> Unit {
    if draft.kind == DraftKind::Gap {
        return Unit::Word;
    }
    let side = |units: &Units, tokens: &Range<usize>| -> Unit {
        if tokens.is_empty() {
            return Unit::Paragraph;
        }
        let block = units
            .blocks
            .partition_point(|block| block.tokens.end <= tokens.start);
        let sentence = units
            .sentences
            .partition_point(|sentence| sentence.tokens.end <= tokens.start);
        let last = units
            .sentences
            .partition_point(|sentence| sentence.tokens.end < tokens.end);
        if units.blocks[block].tokens.start == tokens.start
            && units.blocks[block].tokens.end <= tokens.end
        {
            Unit::Paragraph
        } else if units.sentences[sentence].tokens.start == tokens.start
            && units.sentences[last].tokens.end == tokens.end
        {
            Unit::Sentence
        } else {
            Unit::Word
        }
    };
    let (b, a) = (
        side(before, &draft.tokens.before),
        side(after, &draft.tokens.after),
    );
    match (b, a) {
        (Unit::Word, _) | (_, Unit::Word) => Unit::Word,
        (Unit::Sentence, _) | (_, Unit::Sentence) => Unit::Sentence,
        _ => Unit::Paragraph,
    }
}

/// The unit of a move: the larger of what it holds whole on either side.
pub fn unit_of_move(before: &Units, after: &Units, stretch: &Stretch) -> Unit {
    let whole_block = |units: &Units, tokens: &Range<usize>| {
        units
            .blocks
            .iter()
            .any(|block| tokens.start <= block.tokens.start && block.tokens.end <= tokens.end)
    };
    let whole_sentence = |units: &Units, tokens: &Range<usize>| {
        units
            .sentences
            .iter()
            .any(|s| tokens.start <= s.tokens.start && s.tokens.end <= tokens.end)
    };
    if whole_block(before, &stretch.before) || whole_block(after, &stretch.after) {
        Unit::Paragraph
    } else if whole_sentence(before, &stretch.before) || whole_sentence(after, &stretch.after) {
        Unit::Sentence
    } else {
        Unit::Phrase
    }
}
