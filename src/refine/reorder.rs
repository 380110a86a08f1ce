//! Neighbouring holes → the same words in another order, told as one change; facts that changed places are told as changed facts.

use crate::both::Both;
use crate::model::comparison::Comparison;
use crate::model::matching::{Matching, TokenRanges};
use crate::text::chars::is_capital;
use crate::text::lexicon::Lexicon;
use crate::text::multiset::same_multiset;
use crate::text::quantities::{means, Kind, Says};
use crate::text::source::char_at;
use crate::text::units::{TokenKind, Units};
use std::ops::Range;

/// Words of the largest stretch that is told as reordered; a longer one reads better as its parts.
const MOST_WORDS: usize = 9;
/// Holes that may belong to one reordering.
const MOST_HOLES: usize = 3;
/// One text, as far as order asks.
#[derive(Clone, Copy)]
struct Read<'a> {
    /// The characters.
    text: &'a str,
    /// The parts.
    units: &'a Units,
    /// Ranges that a reader takes in as one, in text order.
    expressions: &'a [Range<usize>],
}

/// What a window of holes holds.
#[derive(PartialEq)]
enum Found {
    Nothing,
    /// The same words in another order.
    Order,
    /// Facts that changed places around words that stayed: the partners of all other units.
    Swap(Vec<(Range<usize>, Range<usize>)>),
    /// The signs of one word make another: 田中, 中田.
    OtherWord,
}

/// Finds reorderings in every pair and takes their tokens out of the matching.
///
/// ```text
/// words    met Prime Minister [Kishida ]Fumio[ Kishida]
/// order    met Prime Minister [Kishida Fumio/Fumio Kishida]
/// facts    [5|12] people died and [12|5] were hurt          [Ann Hall|Bob Peel] sued [Bob Peel|Ann Hall]
/// ```
pub fn find_reorderings(comparison: &Comparison<'_>, matching: &mut Matching) {
    let mut orders = Vec::new();
    let mut swaps = Vec::new();
    for pair in &matching.pairs {
        let holes = matching.unmatched_ranges(&pair.tokens);
        let mut at = 0;
        while at < holes.len() {
            let hit = (1..=MOST_HOLES.min(holes.len() - at)).find_map(|count| {
                let window = Both {
                    before: holes[at].before.start..holes[at + count - 1].before.end,
                    after: holes[at].after.start..holes[at + count - 1].after.end,
                };
                let found = read_window(comparison, &window);
                (found != Found::Nothing).then_some((window, count, found))
            });
            match hit {
                Some((window, count, found)) => {
                    match found {
                        Found::Swap(partners) => swaps.push((window, partners)),
                        Found::OtherWord => swaps.push((window, Vec::new())),
                        _ => orders.push(window),
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
    for window in orders {
        unlink(matching, &window);
        matching.reorderings.push(window);
    }
}

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

fn read_window(comparison: &Comparison<'_>, window: &TokenRanges) -> Found {
    let lexicon = &comparison.lexicon;
    let Both { before, after } = comparison
        .articles
        .as_ref()
        .zip(comparison.expressions.as_ref())
        .map(|(article, expressions)| Read {
            text: article.str(),
            units: &article.units,
            expressions,
        });
    if window.before.len() > 3 * MOST_WORDS || window.after.len() > 3 * MOST_WORDS {
        return Found::Nothing;
    }
    let (b, a) = (
        before.units.words(&window.before),
        after.units.words(&window.after),
    );
    if !(2..=MOST_WORDS).contains(&b.clone().count())
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
        return Found::Swap(partners);
    }
    // The signs of two words, the figures of two dates: the same characters make other words.
    let keys = |read: Read<'_>, parts: &[Part]| -> Vec<u32> {
        let mut keys = Vec::new();
        for part in parts.iter().filter(|part| part.what != What::Mark) {
            if part.what == What::Name {
                // The parts of a name are words of their own.
                keys.extend(read.units.words(&part.tokens));
            } else {
                keys.push(key(read.units, &part.tokens));
            }
        }
        keys
    };
    let (b, a) = (keys(before, &b), keys(after, &a));
    let signs = |read: Read<'_>, range: &Range<usize>| {
        let mut tokens = read.units.tokens[range.clone()].iter();
        tokens.all(|token| token.kind == TokenKind::Unspaced)
    };
    if same_multiset(b.iter().copied(), a.iter().copied()) {
        Found::Order
    } else if signs(before, &window.before) && signs(after, &window.after) {
        Found::OtherWord
    } else {
        Found::Nothing
    }
}

/// The same number for the same tokens.
fn key(units: &Units, tokens: &Range<usize>) -> u32 {
    let ids = units.tokens[tokens.clone()].iter();
    ids.fold(0, |key, token| {
        (key ^ token.folded)
            .wrapping_mul(0x9e37_79b1)
            .rotate_left(11)
    })
}

#[derive(Clone, Copy, PartialEq)]
enum What {
    Figure,
    Name,
    Word,
    Mark,
}

/// A figure, a run of capitalised words, a word or a mark.
struct Part {
    tokens: Range<usize>,
    what: What,
}

fn parts(read: Read<'_>, lexicon: &Lexicon<'_>, range: &Range<usize>) -> Vec<Part> {
    let tokens = &read.units.tokens;
    let capital = |at: usize| {
        tokens[at].kind == TokenKind::Word
            && is_capital(char_at(read.text, tokens[at].start as usize))
    };
    let value = |at: usize| match tokens[at].kind {
        TokenKind::Number => true,
        TokenKind::Word => matches!(
            means(lexicon.folded(tokens[at].folded)),
            Some((
                Kind::Cardinal | Kind::Month | Kind::Day | Kind::Fraction,
                Says::Value
            ))
        ),
        _ => false,
    };
    let mut atom = read
        .expressions
        .partition_point(|atom| atom.end <= range.start);
    let mut out = Vec::new();
    let mut at = range.start;
    while at < range.end {
        while read
            .expressions
            .get(atom)
            .is_some_and(|atom| atom.end <= at)
        {
            atom += 1;
        }
        let whole = read
            .expressions
            .get(atom)
            .filter(|whole| whole.start == at && whole.end <= range.end);
        let mut end = whole.map_or(at + 1, |whole| whole.end);
        let what = if (at..end).any(value) {
            What::Figure
        } else if !(at..end).any(|at| tokens[at].is_word()) {
            What::Mark
        } else if capital(at) {
            while end < range.end && capital(end) && !value(end) {
                end += 1;
            }
            What::Name
        } else {
            What::Word
        };
        out.push(Part {
            tokens: at..end,
            what,
        });
        at = end;
    }
    out
}

/// The partners of all parts that stayed, if facts of one kind changed places around words that say something: not if they only
/// stand in a list.
///
/// ```text
/// list    9, 15 / 15, 9      France and Germany / Germany and France
/// facts   killed 5 and injured 12 / killed 12 and injured 5      May 5, 6 games / May 6, 5 games
/// ```
fn swapped(
    before: Read<'_>,
    after: Read<'_>,
    lexicon: &Lexicon<'_>,
    (b, a): (&[Part], &[Part]),
) -> Option<Vec<(Range<usize>, Range<usize>)>> {
    if b.len() != a.len() {
        return None;
    }
    let (mut stayed, mut between) = (Vec::new(), false);
    let mut first = None;
    let mut facts = 0;
    // What stands behind the last fact is between two only if another one follows.
    let mut since = false;
    for (b, a) in b.iter().zip(a) {
        let same = b.tokens.len() == a.tokens.len()
            && key(before.units, &b.tokens) == key(after.units, &a.tokens);
        if same {
            since |= b.what != What::Mark
                && !(b.tokens.len() == 1
                    && is_conjunction(lexicon.folded(before.units.tokens[b.tokens.start].folded)));
            stayed.push((b.tokens.clone(), a.tokens.clone()));
        } else {
            let fact = matches!(b.what, What::Figure | What::Name) && b.what == a.what;
            if !fact || first.is_some_and(|first| first != b.what) {
                return None;
            }
            between |= first.is_some() && since;
            first = Some(b.what);
            facts += 1;
            since = false;
        }
    }
    let dated = |read: Read<'_>, parts: &[Part]| {
        let month = |at: Option<&crate::text::units::Token>| {
            at.is_some_and(|token| {
                matches!(means(lexicon.folded(token.folded)), Some((Kind::Month, _)))
            })
        };
        let tokens = &read.units.tokens;
        parts.first().is_some_and(|first| {
            month(
                first
                    .tokens
                    .start
                    .checked_sub(1)
                    .and_then(|at| tokens.get(at)),
            )
        }) || parts
            .last()
            .is_some_and(|last| month(tokens.get(last.tokens.end)))
    };
    (facts == 2 && (between || first == Some(What::Figure) && dated(before, b) && dated(after, a)))
        .then_some(stayed)
}

/// Whether a folded word joins the parts of a list.
fn is_conjunction(word: &str) -> bool {
    const WORDS: &str = "and or und oder et ou y e o u en of och og eller a i lub nebo и или і й та або ve veya ya và και ή و أو ו או וגם \
                         और या 和 与 與 及 跟 と や 와 과 및 nor";
    WORDS.split(' ').any(|one| one == word)
}
