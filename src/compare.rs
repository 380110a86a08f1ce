//! Two texts → report: the conductor. The only place that knows the order of the stages.

use crate::changes::{self, Draft, DraftKind, Sides};
use crate::classify::{classify, Habits, Read};
use crate::lexicon::Lexicon;
use crate::likeness::Weights;
use crate::matching::Stretch;
use crate::options::Options;
use crate::platform::Platform;
use crate::report::{self, Both, Change, Class, Counts, Move, Op, Report, Summary, Unit};
use crate::text::{decode, StandIns, Text};
use crate::units::{BlockKind, TokenKind, Units};
use crate::{
    align, edits, furniture, measure, moves, numbers, order, phrases, quotes, rows, segment, tidy,
};
use std::ops::Range;

/// Compares two texts on the native platform.
#[cfg(not(target_arch = "wasm32"))]
pub fn compare(before: &str, after: &str, options: &Options) -> Report {
    compare_on(before, after, options, &crate::platform::Native)
}

/// Compares two strings of UTF-16 code units, well-formed or not, on the native platform.
#[cfg(not(target_arch = "wasm32"))]
pub fn compare_utf16(before: &[u16], after: &[u16], options: &Options) -> Report {
    compare_utf16_on(before, after, options, &crate::platform::Native)
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
        &mut Lexicon::new(platform),
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
    if (before.str.len(), before.str) <= (after.str.len(), after.str) {
        run(&before, &after, options, platform).sorted()
    } else {
        run(&after, &before, options, platform).mirrored().sorted()
    }
}

fn run<'t>(
    before: &Text<'t>,
    after: &Text<'t>,
    options: &Options,
    platform: &'t dyn Platform,
) -> Report {
    let mut lexicon = Lexicon::new(platform);
    platform.progress("reading", 0.0);
    let mut b = segment::segment(before, &mut lexicon, None);
    let mut a = segment::segment(after, &mut lexicon, Some((before, &b)));

    platform.progress("aligning", 0.3);
    let weights = Weights::new(&b, &a, &lexicon, options.stems);
    let pairs = align::align(&b, &a, &weights, options);

    let dash = lexicon.intern("-").1;
    platform.progress("comparing", 0.6);
    let mut matching = edits::edits(&b, &a, &pairs, &weights, options);
    moves::moves(&b, &a, &pairs, &weights, options, &mut matching);
    let atoms = (
        numbers::atoms(before.str, &b),
        numbers::atoms(after.str, &a),
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
        order::reorder(&b, &a, &mut matching);
    }
    if options.moves {
        phrases::phrases(&b, &a, &weights, &mut matching);
    }

    platform.progress("naming", 0.8);
    if options.furniture {
        furniture::furnish((before.str, &mut b), (after.str, &mut a), &matching);
    }
    let sides = Sides {
        before: (before.str, &b),
        after: (after.str, &a),
    };
    let (drafts, moved) = changes::draft(sides, &matching, platform);
    let changes = name_all(before, after, &b, &a, &drafts, &lexicon);
    let touched = touched_blocks(&b, &a, &drafts, &changes);
    let rows = rows::rows(&b, &a, &matching, |i, j| !touched.0[i] && !touched.1[j]);

    platform.progress("measuring", 0.95);
    let passages = measure::passages((before, &b), (after, &a), &matching);
    let words = measure::words(&b, &a, &matching);
    let moves: Vec<Move> = matching
        .moves
        .iter()
        .zip(&moved)
        .map(|(stretch, span)| Move {
            unit: unit_of_move(&b, &a, stretch),
            before: before.span(span.before),
            after: after.span(span.after),
        })
        .collect();
    let summary = summarise(&words, &changes, moves.len());
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

fn name_all(
    before: &Text<'_>,
    after: &Text<'_>,
    b: &Units,
    a: &Units,
    drafts: &[Draft],
    lexicon: &Lexicon<'_>,
) -> Vec<Change> {
    let opens = |units: &Units| {
        let mut opens = vec![false; units.tokens.len()];
        for sentence in &units.sentences {
            if let Some(first) = sentence
                .tokens
                .clone()
                .find(|&at| units.tokens[at].is_word())
            {
                opens[first] = true;
            }
        }
        opens
    };
    let (b_opens, a_opens) = (opens(b), opens(a));
    let read = (
        Read {
            text: before.str,
            units: b,
            opens: &b_opens,
        },
        Read {
            text: after.str,
            units: a,
            opens: &a_opens,
        },
    );
    let habits = Habits::of(read.0, read.1);
    let quoted = (quotes::quoted(before.str, b), quotes::quoted(after.str, a));
    let furniture = (in_furniture(b), in_furniture(a));
    drafts
        .iter()
        .map(|draft| {
            let op = match (draft.before.is_empty(), draft.after.is_empty()) {
                (true, _) => Op::Insert,
                (_, true) => Op::Delete,
                _ => Op::Replace,
            };
            Change {
                op,
                class: classify(draft, read.0, read.1, lexicon, habits),
                unit: unit_of(draft, b, a),
                before: before.span(draft.before),
                after: after.span(draft.after),
                quoted: any_word(b, &draft.tokens.before, &quoted.0)
                    || any_word(a, &draft.tokens.after, &quoted.1),
                furniture: lies_in(&draft.tokens.before, &furniture.0)
                    && lies_in(&draft.tokens.after, &furniture.1)
                    || draft.tokens.before.is_empty()
                        && !draft.tokens.after.is_empty()
                        && lies_in(&draft.tokens.after, &furniture.1)
                    || draft.tokens.after.is_empty()
                        && !draft.tokens.before.is_empty()
                        && lies_in(&draft.tokens.before, &furniture.0),
            }
        })
        .collect()
}

/// Whether all words (or, without words, all marks) of a stretch carry a flag.
fn any_word(units: &Units, tokens: &Range<usize>, flags: &[bool]) -> bool {
    let words = units.tokens[tokens.clone()]
        .iter()
        .any(|token| token.is_word());
    !tokens.is_empty()
        && tokens
            .clone()
            .filter(|&at| !words || units.tokens[at].is_word())
            .all(|at| flags[at])
}

/// Whether a stretch, or the token behind an empty one, carries a flag.
fn lies_in(tokens: &Range<usize>, flags: &[bool]) -> bool {
    if tokens.is_empty() {
        flags
            .get(tokens.start)
            .or(flags.last())
            .copied()
            .unwrap_or(false)
    } else {
        tokens.clone().all(|at| flags[at])
    }
}

fn in_furniture(units: &Units) -> Vec<bool> {
    let mut flags = vec![false; units.tokens.len()];
    for block in units
        .blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Furniture)
    {
        flags[block.tokens.clone()].fill(true);
    }
    flags
}

fn unit_of(draft: &Draft, before: &Units, after: &Units) -> Unit {
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

fn unit_of_move(before: &Units, after: &Units, stretch: &Stretch) -> Unit {
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

/// Blocks of each side that hold a change deeper than spacing and typography.
fn touched_blocks(
    before: &Units,
    after: &Units,
    drafts: &[Draft],
    changes: &[Change],
) -> (Vec<bool>, Vec<bool>) {
    let mut touched = (
        vec![false; before.blocks.len()],
        vec![false; after.blocks.len()],
    );
    for (draft, change) in drafts.iter().zip(changes) {
        if matches!(
            change.class,
            Class::Spacing | Class::Typography | Class::Break
        ) {
            continue;
        }
        let mark = |units: &Units,
                    tokens: &Range<usize>,
                    span: crate::span::ByteSpan,
                    flags: &mut [bool]| {
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
        mark(before, &draft.tokens.before, draft.before, &mut touched.0);
        mark(after, &draft.tokens.after, draft.after, &mut touched.1);
    }
    touched
}

fn summarise(words: &measure::Words, changes: &[Change], moves: usize) -> Summary {
    let mut counts = Counts {
        moved: moves as u32,
        ..Counts::default()
    };
    for change in changes.iter().filter(|change| !change.furniture) {
        *counts.of(change.class) += 1;
    }
    let share = |part: u32, all: u32| {
        if all == 0 {
            0.0
        } else {
            f64::from(part) / f64::from(all)
        }
    };
    let all = words.all.before + words.all.after;
    Summary {
        words: words.all,
        shared: words.shared,
        containment: Both {
            before: share(words.shared.before, words.all.before),
            after: share(words.shared.after, words.all.after),
        },
        similarity: if all == 0 {
            1.0
        } else {
            f64::from(words.shared.before + words.shared.after) / f64::from(all)
        },
        counts,
    }
}
