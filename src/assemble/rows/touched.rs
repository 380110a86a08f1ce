//! Changes → the blocks that they touch.

use crate::model::raw_change::RawChange;
use crate::report::{Change, Class, Unit};
use crate::text::span::ByteSpan;
use crate::text::units::Units;
use std::ops::Range;

/// Blocks of each side that hold a change deeper than spacing and typography.
pub fn touched(
    before: &Units,
    after: &Units,
    raw: &[RawChange],
    changes: &[Change],
) -> (Vec<bool>, Vec<bool>) {
    let mut touched = (
        vec![false; before.blocks.len()],
        vec![false; after.blocks.len()],
    );
    for (raw, change) in raw.iter().zip(changes) {
        if matches!(
            change.class,
            Class::Spacing | Class::Typography | Class::Break
        ) {
            continue;
        }
        let mark = |units: &Units, tokens: &Range<usize>, span: ByteSpan, flags: &mut [bool]| {
            // A whole paragraph that came or went beside a block is none of its business.
            if tokens.is_empty() && change.unit == Unit::Paragraph {
                return;
            }
            let first = units
                .blocks
                .partition_point(|block| block.span.end < span.start);
            for (block, flag) in units.blocks[first..].iter().zip(&mut flags[first..]) {
                if block.span.start > span.end {
                    break;
                }
                *flag |= tokens.is_empty()
                    || block.tokens.start < tokens.end && tokens.start < block.tokens.end;
            }
        };
        mark(before, &raw.tokens.before, raw.spans.before, &mut touched.0);
        mark(after, &raw.tokens.after, raw.spans.after, &mut touched.1);
    }
    touched
}
