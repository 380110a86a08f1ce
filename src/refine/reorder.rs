//! Neighbouring unmatched ranges → the same words in another order, as one change. Facts that changed places are changed facts.

use crate::both::Both;
use crate::model::comparison::Comparison;
use crate::model::matching::{Matching, TokenRanges};
use crate::text::chars::is_capital;
use crate::text::conjunctions::is_conjunction;
use crate::text::lexicon::Lexicon;
use crate::text::multiset::same_multiset;
use crate::text::quantities::{Kind, ValueWord};
use crate::text::source::char_at;
use crate::text::units::{TokenKind, Units};
use std::ops::Range;

/// Words of the longest range that is shown as reordered; a longer one reads better in parts.
const MAX_WORDS: usize = 9;
/// Unmatched ranges that may belong to one reordering.
const MAX_RANGES: usize = 3;

/// What is read of one text.
#[derive(Clone, Copy)]
struct TextParts<'a> {
    /// The characters.
    text: &'a str,
    /// The parts.
    units: &'a Units,
    /// Ranges that a reader takes in as one, in text order.
    expressions: &'a [Range<usize>],
}

/// What neighbouring unmatched ranges are together.
#[derive(PartialEq)]
enum Found {
    /// Different words.
    Nothing,
    /// The same words in another order.
    Reordering,
    /// Facts that changed places around words that stayed, with the partners among these words.
    SwappedFacts(Vec<(Range<usize>, Range<usize>)>),
    /// Characters of one word in another order, which are another word: 田中, 中田.
    OtherWord,
}

/// Finds reorderings in every pair, and unlinks their tokens.
///
/// ```text
/// words    met Prime Minister [Kishida ]Fumio[ Kishida]
/// order    met Prime Minister [Kishida Fumio/Fumio Kishida]
/// facts    [5|12] people died and [12|5] were hurt          [Ann Hall|Bob Peel] sued [Bob Peel|Ann Hall]
/// ```
#[inline(never)]
pub fn find_reorderings(comparison: &Comparison<'_>, matching: &mut Matching) {
    let mut reorderings = Vec::new();
    let mut swaps = Vec::new();
    for pair in &matching.pairs {
        let ranges = matching.unmatched_ranges(&pair.tokens);
        let mut at = 0;
        while at < ranges.len() {
            let found = (1..=MAX_RANGES.min(ranges.len() - at)).find_map(|count| {
                let window = Both {
                    before: ranges[at].before.start..ranges[at + count - 1].before.end,
                    after: ranges[at].after.start..ranges[at + count - 1].after.end,
                };
                let found = read_window(comparison, &window);
                (found != Found::Nothing).then_some((window, count, found))
            });
            match found {
                Some((window, count, found)) => {
                    match found {
                        Found::SwappedFacts(partners) => swaps.push((window, partners)),
                        Found::OtherWord => swaps.push((window, Vec::new())),
                        _ => reorderings.push(window),
                    }
                    at += count;
                }
                None => at += 1,
            }
        }
    }
    for (window, partners) in swaps {
        unlink(matching, &window);
        for (b, a) in partners {
            for (i, j) in b.zip(a) {
                matching.link(i, j);
            }
        }
    }
    for window in reorderings {
        unlink(matching, &window);
        matching.reorderings.push(window);
    }
}

/// Unlinks all tokens of a range of each text.
fn unlink(matching: &mut Matching, window: &TokenRanges) {
    for i in window.before.clone() {
        matching.unlink(i);
    }
    for j in window.after.clone() {
        if let Some(partner) = matching.partners.after.of(j) {
            matching.unlink(partner);
        }
    }
}

/// What the ranges in a window are together.
fn read_window(comparison: &Comparison<'_>, window: &TokenRanges) -> Found {
    let lexicon = &comparison.lexicon;
    let Both { before, after } = comparison
        .articles
        .as_ref()
        .zip(comparison.expressions.as_ref())
        .map(|(article, expressions)| TextParts {
            text: article.str(),
            units: &article.units,
            expressions,
        });
    if window.before.len() > 3 * MAX_WORDS || window.after.len() > 3 * MAX_WORDS {
        return Found::Nothing;
    }
    let (b, a) = (
        before.units.words(&window.before),
        after.units.words(&window.after),
    );
    if !(2..=MAX_WORDS).contains(&b.clone().count())
        || b.clone().eq(a.clone())
        || !same_multiset(b, a)
    {
        return Found::Nothing;
    }
    if before.units.is_one_word(&window.before) || after.units.is_one_word(&window.after) {
        return Found::OtherWord;
    }
    let (b, a) = (
        parts(before, lexicon, &window.before),
        parts(after, lexicon, &window.after),
    );
    if let Some(partners) = swapped(before, after, lexicon, (&b, &a)) {
        return Found::SwappedFacts(partners);
    }
    // The characters of two words, or the figures of two dates, may be the same and make other words and dates.
    let keys = |view: TextParts<'_>, parts: &[Part]| -> Vec<u32> {
        let mut keys = Vec::new();
        for part in parts
            .iter()
            .filter(|part| part.kind != PartKind::Punctuation)
        {
            if part.kind == PartKind::Name {
                // The parts of a name are words of their own.
                keys.extend(view.units.words(&part.tokens));
            } else {
                keys.push(key(view.units, &part.tokens));
            }
        }
        keys
    };
    let (b, a) = (keys(before, &b), keys(after, &a));
    let is_unspaced = |view: TextParts<'_>, range: &Range<usize>| {
        let mut tokens = view.units.tokens[range.clone()].iter();
        tokens.all(|token| token.kind == TokenKind::Unspaced)
    };
    if same_multiset(b.iter().copied(), a.iter().copied()) {
        Found::Reordering
    } else if is_unspaced(before, &window.before) && is_unspaced(after, &window.after) {
        Found::OtherWord
    } else {
        Found::Nothing
    }
}

/// A number that is the same for the same tokens.
fn key(units: &Units, tokens: &Range<usize>) -> u32 {
    let ids = units.tokens[tokens.clone()].iter();
    ids.fold(0, |key, token| {
        (key ^ token.folded)
            .wrapping_mul(0x9e37_79b1)
            .rotate_left(11)
    })
}

#[derive(Clone, Copy, PartialEq)]
enum PartKind {
    Figure,
    /// Words with capitals, one after the other.
    Name,
    Word,
    Punctuation,
}

/// A part of a range: a figure, a name, a word or punctuation.
struct Part {
    tokens: Range<usize>,
    kind: PartKind,
}

fn parts(view: TextParts<'_>, lexicon: &Lexicon<'_>, range: &Range<usize>) -> Vec<Part> {
    let tokens = &view.units.tokens;
    let has_capital = |at: usize| {
        tokens[at].kind == TokenKind::Word
            && is_capital(char_at(view.text, tokens[at].start as usize))
    };
    let is_value = |at: usize| match tokens[at].kind {
        TokenKind::Number => true,
        TokenKind::Word => matches!(
            lexicon.quantity(tokens[at].folded),
            Some((
                Kind::Cardinal | Kind::Month | Kind::Day | Kind::Fraction,
                ValueWord::Always
            ))
        ),
        _ => false,
    };
    let mut next = view
        .expressions
        .partition_point(|whole| whole.end <= range.start);
    let mut out = Vec::new();
    let mut at = range.start;
    while at < range.end {
        while view
            .expressions
            .get(next)
            .is_some_and(|whole| whole.end <= at)
        {
            next += 1;
        }
        let whole = view
            .expressions
            .get(next)
            .filter(|whole| whole.start == at && whole.end <= range.end);
        let mut end = whole.map_or(at + 1, |whole| whole.end);
        let kind = if (at..end).any(is_value) {
            PartKind::Figure
        } else if !(at..end).any(|at| tokens[at].is_word()) {
            PartKind::Punctuation
        } else if has_capital(at) {
            while end < range.end && has_capital(end) && !is_value(end) {
                end += 1;
            }
            PartKind::Name
        } else {
            PartKind::Word
        };
        out.push(Part {
            tokens: at..end,
            kind,
        });
        at = end;
    }
    out
}

/// The partners of all parts that stayed, if two facts of one kind changed places. In a list, where only conjunctions are between
/// them, nothing was swapped.
///
/// ```text
/// list    9, 15 / 15, 9      France and Germany / Germany and France
/// facts   killed 5 and injured 12 / killed 12 and injured 5      May 5, 6 games / May 6, 5 games
/// ```
fn swapped(
    before: TextParts<'_>,
    after: TextParts<'_>,
    lexicon: &Lexicon<'_>,
    (b, a): (&[Part], &[Part]),
) -> Option<Vec<(Range<usize>, Range<usize>)>> {
    if b.len() != a.len() {
        return None;
    }
    let (mut stayed, mut has_words_between) = (Vec::new(), false);
    let mut first = None;
    let mut facts = 0;
    // Whether words follow the last fact; they are between two facts only if another one follows.
    let mut words_follow = false;
    for (b, a) in b.iter().zip(a) {
        let is_same = b.tokens.len() == a.tokens.len()
            && key(before.units, &b.tokens) == key(after.units, &a.tokens);
        if is_same {
            words_follow |= b.kind != PartKind::Punctuation
                && !(b.tokens.len() == 1
                    && is_conjunction(lexicon.folded(before.units.tokens[b.tokens.start].folded)));
            stayed.push((b.tokens.clone(), a.tokens.clone()));
        } else {
            let is_fact = matches!(b.kind, PartKind::Figure | PartKind::Name) && b.kind == a.kind;
            if !is_fact || first.is_some_and(|first| first != b.kind) {
                return None;
            }
            has_words_between |= first.is_some() && words_follow;
            first = Some(b.kind);
            facts += 1;
            words_follow = false;
        }
    }
    let is_beside_month = |view: TextParts<'_>, parts: &[Part]| {
        let is_month = |at: Option<&crate::text::units::Token>| {
            at.is_some_and(|token| matches!(lexicon.quantity(token.folded), Some((Kind::Month, _))))
        };
        let tokens = &view.units.tokens;
        parts.first().is_some_and(|first| {
            is_month(
                first
                    .tokens
                    .start
                    .checked_sub(1)
                    .and_then(|at| tokens.get(at)),
            )
        }) || parts
            .last()
            .is_some_and(|last| is_month(tokens.get(last.tokens.end)))
    };
    (facts == 2
        && (has_words_between
            || first == Some(PartKind::Figure)
                && is_beside_month(before, b)
                && is_beside_month(after, a)))
    .then_some(stayed)
}
