//! Passes over the matching that make its marks those a person would draw. Each only unlinks or slides; the laws hold without any.

use crate::model::matching::{Matching, Stretch, NONE};
use crate::options::Options;
use crate::similarity::Weights;
use crate::text::units::{TokenKind, Units};
use std::ops::Range;

/// Runs all passes that `options` leaves on. `dash` is the folded id of every hyphen and dash.
pub fn tidy(
    before: &Units,
    after: &Units,
    weights: &Weights,
    atoms: (&[Range<usize>], &[Range<usize>]),
    dash: u32,
    options: &Options,
    matching: &mut Matching,
) {
    if options.whole {
        whole_sentences(before, after, weights, options.kept, matching);
    }
    if options.join {
        join(before, after, weights, matching);
    }
    joined_words(before, after, dash, matching);
    whole_atoms(atoms, matching);
    if options.slide {
        slide(before, after, matching);
    }
}

/// A sentence of which little is kept is shown whole.
///
/// ```text
/// crumbs   The [ferry|mayor] [ran until late|of the town said] on [Friday|the phone] that …
/// whole    [The ferry ran until late on Friday.|The mayor of the town said on the phone that …]
/// ```
fn whole_sentences(
    before: &Units,
    after: &Units,
    weights: &Weights,
    kept: f32,
    matching: &mut Matching,
) {
    for pair in matching.pairs.clone() {
        let weigh =
            |units: &Units, range: Range<usize>, kept_only: bool, partners: &[u32]| -> u32 {
                range
                    .filter(|&at| {
                        units.tokens[at].is_word() && (!kept_only || partners[at] != NONE)
                    })
                    .map(|at| weights.of[units.tokens[at].folded as usize])
                    .sum()
            };
        let all = weigh(before, pair.before.clone(), false, &matching.before)
            + weigh(after, pair.after.clone(), false, &matching.after);
        let same = 2 * weigh(before, pair.before.clone(), true, &matching.before);
        if (same as f32) < kept * all as f32 {
            for at in pair.before {
                matching.unlink(at);
            }
        }
    }
}

/// Two marks with nothing but small words between them are one.
///
/// ```text
/// apart    the [old|new] and [tired|eager] crew
/// joined   the [old and tired|new and eager] crew
/// ```
fn join(before: &Units, after: &Units, weights: &Weights, matching: &mut Matching) {
    /// Weight (1/256 of a rare word) of the words between two marks up to which they are joined.
    const SMALL: u32 = 100;
    /// The same in a sentence of many marks: it was written anew, and its crumbs tell no facts.
    const SMALL_AMONG_MANY: u32 = 175;
    /// Marks of a sentence that was written anew.
    const MANY: usize = 4;
    for pair in matching.pairs.clone() {
        let holes = matching.holes(&pair);
        let small = if holes.len() >= MANY {
            SMALL_AMONG_MANY
        } else {
            SMALL
        };
        for two in holes.windows(2) {
            let between = two[0].before.end..two[1].before.start;
            let replaced =
                |hole: &Stretch| has_word(before, &hole.before) && has_word(after, &hole.after);
            let weight: u32 = between
                .clone()
                .filter(|&at| before.tokens[at].is_word())
                .map(|at| weights.of[before.tokens[at].folded as usize])
                .sum();
            if replaced(&two[0]) && replaced(&two[1]) && weight <= small && between.len() <= 2 {
                for at in between {
                    matching.unlink(at);
                }
            }
        }
    }
}

fn has_word(units: &Units, range: &Range<usize>) -> bool {
    units.tokens[range.clone()]
        .iter()
        .any(|token| token.is_word())
}

/// Two words that became one compound, or the reverse, are marked whole.
///
/// ```text
/// by the mark   well[ |-]known
/// whole         [well known|well-known]
/// ```
fn joined_words(before: &Units, after: &Units, dash: u32, matching: &mut Matching) {
    let hyphen = |units: &Units, range: &Range<usize>| {
        let touches = |at: usize| {
            at > 0 && at < units.tokens.len() && units.tokens[at - 1].end == units.tokens[at].start
        };
        range.len() == 1
            && units.tokens[range.start].kind == TokenKind::Mark
            && units.tokens[range.start].folded == dash
            && touches(range.start)
            && touches(range.end)
    };
    let word = |units: &Units, at: usize| {
        units
            .tokens
            .get(at)
            .is_some_and(|token| token.kind == TokenKind::Word)
    };
    for pair in matching.pairs.clone() {
        for hole in matching.holes(&pair) {
            let (b, a) = (&hole.before, &hole.after);
            let joins = (b.is_empty() && hyphen(after, a)) || (a.is_empty() && hyphen(before, b));
            if joins
                && b.start > pair.before.start
                && word(before, b.start - 1)
                && word(before, b.end)
                && b.end < pair.before.end
            {
                matching.unlink(b.start - 1);
                matching.unlink(b.end);
            }
        }
    }
}

/// What a reader takes in as one, a number with its parts or a word of several signs, is marked whole or not at all.
///
/// ```text
/// parts    at 10:[30|45] on the [2|3]2nd
/// whole    at [10:30|10:45] on the [22nd|32nd]
/// ```
fn whole_atoms(atoms: (&[Range<usize>], &[Range<usize>]), matching: &mut Matching) {
    // Taking an atom apart on one side may touch one on the other: twice is enough for all but freaks, and never wrong.
    for _ in 0..3 {
        let mut touched = false;
        for atom in atoms.0 {
            if atom.clone().any(|at| matching.before[at] == NONE) {
                for at in atom
                    .clone()
                    .filter(|&at| matching.before[at] != NONE)
                    .collect::<Vec<_>>()
                {
                    matching.unlink(at);
                    touched = true;
                }
            }
        }
        for atom in atoms.1 {
            if atom.clone().any(|at| matching.after[at] == NONE) {
                for at in atom.clone() {
                    let partner = matching.after[at];
                    if partner != NONE {
                        matching.unlink(partner as usize);
                        touched = true;
                    }
                }
            }
        }
        if !touched {
            break;
        }
    }
}

/// An insertion or a deletion that could stand a little earlier or later stands where a phrase begins or ends.
///
/// ```text
/// as found   He came. [He saw. ]He won.      He c[ame. He s]aw.
/// slid       He came. [He saw. ]He won.      boundaries at sentences, then at marks, then at words
/// ```
fn slide(before: &Units, after: &Units, matching: &mut Matching) {
    for pair in matching.pairs.clone() {
        for hole in matching.holes(&pair) {
            if hole.before.is_empty() {
                let to = best_slide(after, &hole.after, &pair.after, |at| {
                    matching.after[at] != NONE
                });
                shift(matching, &hole.after, to, false);
            } else if hole.after.is_empty() {
                let to = best_slide(before, &hole.before, &pair.before, |at| {
                    matching.before[at] != NONE
                });
                shift(matching, &hole.before, to, true);
            }
        }
    }
}

/// How far (in tokens, negative is earlier) a one-sided hole is best slid.
fn best_slide(
    units: &Units,
    hole: &Range<usize>,
    within: &Range<usize>,
    linked: impl Fn(usize) -> bool,
) -> isize {
    let id = |at: usize| units.tokens[at].folded;
    let boundary = |at: usize| -> i32 {
        if at == within.start || at == within.end {
            return 3;
        }
        let (left, right) = (&units.tokens[at - 1], &units.tokens[at]);
        if left.end == right.start {
            // Nothing between: inside a compound, or a mark at its word.
            return if right.kind == TokenKind::Mark && left.is_word() {
                0
            } else {
                -2
            };
        }
        if left.kind == TokenKind::Mark {
            2
        } else {
            1
        }
    };
    let value = |by: isize| {
        let (start, end) = (
            (hole.start as isize + by) as usize,
            (hole.end as isize + by) as usize,
        );
        boundary(start) + boundary(end)
    };
    let mut best = (value(0), 0);
    let mut by = 0;
    while hole.start as isize + by > within.start as isize {
        let (start, end) = (
            (hole.start as isize + by) as usize,
            (hole.end as isize + by) as usize,
        );
        if !linked(start - 1) || id(start - 1) != id(end - 1) {
            break;
        }
        by -= 1;
        best = best.max((value(by), by));
    }
    let mut by = 0;
    while ((hole.end as isize + by) as usize) < within.end {
        let (start, end) = (
            (hole.start as isize + by) as usize,
            (hole.end as isize + by) as usize,
        );
        if !linked(end) || id(start) != id(end) {
            break;
        }
        by += 1;
        if value(by) > best.0 {
            best = (value(by), by);
        }
    }
    best.1
}

/// Slides a one-sided hole by relinking the tokens it passes over.
fn shift(matching: &mut Matching, hole: &Range<usize>, by: isize, in_before: bool) {
    let partner = |matching: &Matching, at: usize| {
        (if in_before {
            matching.before[at]
        } else {
            matching.after[at]
        }) as usize
    };
    let relink = |matching: &mut Matching, from: usize, to: usize| {
        let other = partner(matching, from);
        if in_before {
            matching.unlink(from);
            matching.link(to, other);
        } else {
            matching.unlink(other);
            matching.link(other, to);
        }
    };
    for k in 0..by.unsigned_abs() {
        if by > 0 {
            relink(matching, hole.end + k, hole.start + k);
        } else {
            relink(matching, hole.start - 1 - k, hole.end - 1 - k);
        }
    }
}
