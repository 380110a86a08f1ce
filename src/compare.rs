//! Two texts → report: the conductor. The only place that knows the order of the stages.

use crate::assemble::{measure, rows};
use crate::changes::{self, Sides};
use crate::options::Options;
use crate::refine::{moves, phrases, reorder, tidy};
use crate::report::{self, Both, Move, Report};
use crate::similarity::Weights;
use crate::text::char_cache::CharCache;
use crate::text::lexicon::Lexicon;
use crate::text::platform::Platform;
use crate::text::source::{decode, StandIns, Text};
use crate::text::units::{TokenKind, Units};
use crate::text::{expressions, segment};
use crate::{align, boilerplate, classify, diff};

/// Compares two texts on the native platform.
#[cfg(not(target_arch = "wasm32"))]
pub fn compare(before: &str, after: &str, options: &Options) -> Report {
    compare_on(before, after, options, &crate::text::platform::Native)
}

/// Compares two strings of UTF-16 code units, well-formed or not, on the native platform.
#[cfg(not(target_arch = "wasm32"))]
pub fn compare_utf16(before: &[u16], after: &[u16], options: &Options) -> Report {
    compare_utf16_on(before, after, options, &crate::text::platform::Native)
}

/// Compares two texts.
pub fn compare_on(before: &str, after: &str, options: &Options, platform: &dyn Platform) -> Report {
    canonical(before, after, None, options, platform)
}

/// Compares two strings of UTF-16 code units, well-formed or not.
pub fn compare_utf16_on(
    before: &[u16],
    after: &[u16],
    options: &Options,
    platform: &dyn Platform,
) -> Report {
    let decoded = decode(before, after);
    canonical(
        &decoded.before,
        &decoded.after,
        decoded.stand_ins,
        options,
        platform,
    )
}

/// How many tokens both texts have: the floor under every comparison, for benchmarks.
pub fn count_tokens(before: &str, after: &str, platform: &dyn Platform) -> usize {
    segment::count_tokens(
        &Text::new(before),
        &Text::new(after),
        &mut Lexicon::new(&CharCache::new(platform)),
    )
}

/// Compares in one order only and mirrors the report where the texts came in the other: so a swap gives the mirror image.
fn canonical(
    before: &str,
    after: &str,
    stand_ins: Option<StandIns>,
    options: &Options,
    platform: &dyn Platform,
) -> Report {
    let (before, after) = (
        Text::with_stand_ins(before, stand_ins),
        Text::with_stand_ins(after, stand_ins),
    );
    let chars = CharCache::new(platform);
    if (before.str.len(), before.str) <= (after.str.len(), after.str) {
        run(&before, &after, options, &chars).sorted()
    } else {
        run(&after, &before, options, &chars).mirrored().sorted()
    }
}

fn run<'t>(
    before: &Text<'t>,
    after: &Text<'t>,
    options: &Options,
    chars: &'t CharCache<'t>,
) -> Report {
    let platform = chars.platform();
    let mut lexicon = Lexicon::new(chars);
    platform.progress("reading", 0.0);
    let mut b = segment::segment(before, &mut lexicon, None);
    let mut a = segment::segment(after, &mut lexicon, Some((before, &b)));

    platform.progress("aligning", 0.3);
    let weights = Weights::new(&b, &a, &lexicon, options.stems);
    let pairs = align::align(&b, &a, &weights, options);

    let dash = lexicon.intern("-", 0..1).1;
    platform.progress("comparing", 0.6);
    let mut matching = diff::edits(&b, &a, &pairs, &weights, options);
    moves::moves(&b, &a, &pairs, &weights, options, &mut matching);
    let atoms = (
        expressions::atoms(before.str, &b),
        expressions::atoms(after.str, &a),
    );
    tidy::tidy(
        &b,
        &a,
        &weights,
        (&atoms.0, &atoms.1),
        dash,
        options,
        &mut matching,
    );
    if options.order {
        reorder::reorder(&b, &a, &mut matching);
    }
    if options.moves {
        phrases::phrases(&b, &a, &weights, &mut matching);
    }

    platform.progress("naming", 0.8);
    if options.furniture {
        boilerplate::furnish((before.str, &mut b), (after.str, &mut a), &matching);
    }
    let sides = Sides {
        before: (before.str, &b),
        after: (after.str, &a),
    };
    let (drafts, moved) = changes::draft(sides, &matching, chars);
    let changes = classify::name_all(before, after, &b, &a, &drafts, &lexicon);
    let rows = rows::rows(&b, &a, &matching, &drafts, &changes, &weights);

    platform.progress("measuring", 0.95);
    let counted = (measure::counted(&b), measure::counted(&a));
    let passages = measure::passages((before, &b), (after, &a), &counted, &matching);
    let words = measure::words(&counted, &matching);
    let moves: Vec<Move> = matching
        .moves
        .iter()
        .zip(&moved)
        .map(|(stretch, span)| Move {
            unit: classify::unit_of_move(&b, &a, stretch),
            before: before.span(span.before),
            after: after.span(span.after),
        })
        .collect();
    let summary = measure::summary(&words, &changes, moves.len());
    let blocks = |text: &Text<'_>, units: &Units| {
        units
            .blocks
            .iter()
            .map(|block| report::Block {
                span: text.span(block.span),
                kind: block.kind,
            })
            .collect()
    };
    Report {
        version: 1,
        precise: !matching.limited,
        segmenter: segmenter(&b, &a, platform),
        blocks: Both {
            before: blocks(before, &b),
            after: blocks(after, &a),
        },
        rows,
        changes,
        moves,
        passages,
        summary,
    }
}

fn segmenter(before: &Units, after: &Units, platform: &dyn Platform) -> &'static str {
    if !before
        .tokens
        .iter()
        .chain(&after.tokens)
        .any(|token| token.kind == TokenKind::Sign)
    {
        "none"
    } else if platform.word_starts("").is_some() {
        "intl"
    } else {
        "grapheme"
    }
}
