//! Changes → the blocks in which they are.

use crate::both::Both;
use crate::model::raw_change::RawChange;
use crate::report::{Change, Class, Unit};
use crate::text::span::ByteSpan;
use crate::text::units::Units;
use std::ops::Range;

/// Which blocks of each text have a change deeper than spacing and typography.
pub fn touched(units: Both<&Units>, raw: &[RawChange], changes: &[Change]) -> Both<Vec<bool>> {
    let mut touched = units.map(|units| vec![false; units.blocks.len()]);
    for (raw, change) in raw.iter().zip(changes) {
        let is_quiet = matches!(
            change.class,
            Class::Spacing | Class::Typography | Class::Break
        );
        if is_quiet {
            continue;
        }
        let sides = units.zip(raw.tokens.as_ref()).zip(raw.spans);
        for (((units, tokens), span), touched) in sides.into_iter().zip(touched.as_mut()) {
            // A whole paragraph that came or went beside a block does not change that block.
            if !(tokens.is_empty() && change.unit == Unit::Paragraph) {
                touch(units, tokens, span, touched);
            }
        }
    }
    touched
}

/// Marks the blocks of one text that a side of a change is in.
fn touch(units: &Units, tokens: &Range<usize>, span: ByteSpan, touched: &mut [bool]) {
    let first = units
        .blocks
        .partition_point(|block| block.span.end < span.start);
    for (block, touched) in units.blocks[first..].iter().zip(&mut touched[first..]) {
        if block.span.start > span.end {
            break;
        }
        *touched |=
            tokens.is_empty() || block.tokens.start < tokens.end && tokens.start < block.tokens.end;
    }
}
