//! One change of replaced words → several, where that frees a fact: a figure for a figure, a name, a spelling, what stands in
//! quotation marks or brackets. The matching knows words; here whole figures, compounds and marks are set against each other.

use super::{class_of, Habits, Read};
use crate::both::Both;
use crate::model::comparison::Comparison;
use crate::model::matching::TokenRanges;
use crate::model::raw_change::{RawChange, RawKind};
use crate::model::unit::unit_of_change;
use crate::report::Class;
use crate::report::Unit;
use crate::text::chars::{is_dash, is_quote};
use crate::text::lexicon::Lexicon;
use crate::text::quantities::{means, Kind};
use crate::text::source::{char_at, cut};
use crate::text::span::ByteSpan;
use crate::text::spelling::is_respelled;
use crate::text::units::TokenKind;
use std::ops::{Deref, Range};

/// Pieces of a side above which a change is a rewritten passage, and is left whole.
const MOST_PIECES: usize = 24;
/// Words of a side above which it is one.
const MOST_WORDS: usize = 14;

/// One side, as far as parting asks.
#[derive(Clone, Copy)]
pub struct Parted<'a> {
    /// The text and its parts.
    pub read: Read<'a>,
    /// Stretches that a reader takes in as one, in text order.
    pub atoms: &'a [Range<usize>],
    /// For every token, whether it stands in quotation marks.
    pub quoted: &'a [bool],
}

/// A smallest part of a change's side.
#[derive(Clone, Debug)]
struct Piece {
    tokens: Range<usize>,
    what: What,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum What {
    /// A figure, and whether it is a day, a month, an ordinal or another number.
    Figure(Kind, bool),
    Word,
    Mark,
}

/// Parts changes, each with the lightest true class of what it holds.
///
/// ```text
/// as matched   Brent [gained 1.4|fell 0.9] per cent     she [replied: “Never|said: “Not] again”     [£5m ($6.4m|£7m ($8.9m])
/// parted       Brent [gained|fell] [1.4|0.9] per cent   she [replied|said]: “[Never|Not] again”     [£5m|£7m] ([$6.4m|$8.9m])
/// ```
pub fn part(
    change: &RawChange,
    comparison: &Comparison<'_>,
    sides: Both<Parted<'_>>,
    habits: &impl Deref<Target = Habits>,
) -> Option<Vec<RawChange>> {
    let (before, after) = (sides.before, sides.after);
    let lexicon = &comparison.lexicon;
    let (b_range, a_range) = (&change.tokens.before, &change.tokens.after);
    if change.kind != RawKind::Words || b_range.len().max(a_range.len()) < 2 {
        return None;
    }
    if b_range.is_empty()
        || a_range.is_empty()
        || b_range.len().max(a_range.len()) > 2 * MOST_PIECES
    {
        return None;
    }
    let name = |change: &RawChange| class_of(change, before.read, after.read, lexicon, habits);
    let whole = name(change);
    if !matches!(
        whole,
        Class::Wording | Class::Name | Class::Number | Class::Punctuation
    ) {
        return None;
    }
    let (b, a) = (
        pieces(before, b_range, lexicon),
        pieces(after, a_range, lexicon),
    );
    let words = |pieces: &[Piece]| {
        pieces
            .iter()
            .filter(|piece| piece.what != What::Mark)
            .count()
    };
    if b.len().max(a.len()) > MOST_PIECES || words(&b).max(words(&a)) > MOST_WORDS {
        return None;
    }
    let sides = Sides {
        before,
        after,
        lexicon,
    };
    let anchors = sides.anchors(&b, &a);
    if anchors.is_empty() {
        return None;
    }
    // A figure in another notation is one change; only a bracket, a quotation mark or a cell parts two of them.
    let parting = |&(at, _): &(usize, usize)| sides.is_parting(before.read, &b[at]);
    if whole == Class::Number
        && !anchors.iter().any(parting)
        && !(in_cells(before.read.text, change.spans.before)
            && in_cells(after.read.text, change.spans.after))
    {
        return None;
    }
    let changes = sides.cut(change, &b, &a, &anchors);
    let facts = |change: &RawChange| {
        change.kind == RawKind::Counted
            || matches!(name(change), Class::Number | Class::Name | Class::Spelling)
                && change.kind == RawKind::Words
    };
    let quotes = |change: &RawChange| {
        let lies = |side: Parted<'_>, range: &Range<usize>| {
            let words = range
                .clone()
                .filter(|&at| side.read.units.tokens[at].is_word());
            let (all, quoted) = words.fold((0, 0), |(all, quoted), at| {
                (all + 1, quoted + usize::from(side.quoted[at]))
            });
            (quoted > 0, quoted < all)
        };
        (
            lies(before, &change.tokens.before),
            lies(after, &change.tokens.after),
        )
    };
    let mixed = |change: &RawChange| {
        let ((b_in, b_out), (a_in, a_out)) = quotes(change);
        b_in && b_out || a_in && a_out
    };
    let whole_sentence = unit_of_change(comparison, change) != Unit::Word;
    let frees = if whole_sentence {
        // Only a sentence of which every part is another spelling or figure is parted: what was written anew is shown whole.
        changes
            .iter()
            .all(|change| change.kind == RawKind::Whitespace || facts(change))
    } else {
        changes.iter().any(facts) || mixed(change) && !changes.iter().any(mixed)
    };
    (changes.len() > 1 || changes.iter().any(|change| change.kind == RawKind::Counted))
        .then_some(changes)
        .filter(|_| frees)
}

/// Whether a stretch runs over the white space between cells of a table.
fn in_cells(text: &str, span: ByteSpan) -> bool {
    let text = cut(text, span.range());
    text.bytes().any(|byte| matches!(byte, b'\t' | b'\n'))
        || text.as_bytes().windows(2).any(|two| two == b"  ")
}

/// A side's tokens as figures, words and marks.
fn pieces(side: Parted<'_>, range: &Range<usize>, lexicon: &Lexicon<'_>) -> Vec<Piece> {
    let tokens = &side.read.units.tokens;
    let mut atom = side.atoms.partition_point(|atom| atom.end <= range.start);
    let mut out = Vec::with_capacity(range.len());
    let mut at = range.start;
    while at < range.end {
        while side.atoms.get(atom).is_some_and(|atom| atom.end <= at) {
            atom += 1;
        }
        let mut end = match side.atoms.get(atom) {
            Some(whole) if whole.start == at && whole.end <= range.end => whole.end,
            _ => at + 1,
        };
        let hyphened = |at: usize| {
            at + 2 < range.end
                && tokens[at].kind == TokenKind::Word
                && tokens[at + 2].kind == TokenKind::Word
                && tokens[at].end == tokens[at + 1].start
                && tokens[at + 1].end == tokens[at + 2].start
                && is_dash(char_at(side.read.text, tokens[at + 1].start as usize))
        };
        while hyphened(end - 1) {
            end += 2;
        }
        let kind = |at: usize| match tokens[at].kind {
            TokenKind::Number => Some((Kind::Cardinal, true)),
            TokenKind::Word => means(lexicon.folded(tokens[at].folded))
                .map(|(kind, says)| (kind, says == crate::text::quantities::Says::Value))
                .filter(|&(kind, _)| !matches!(kind, Kind::Unit | Kind::Relation)),
            TokenKind::Unspaced => {
                let numeral = crate::text::quantities::is_numeral(cut(
                    side.read.text,
                    tokens[at].span().range(),
                ));
                numeral.then_some((Kind::Cardinal, true))
            }
            TokenKind::Punctuation => None,
        };
        let first = (at..end).find(|&at| tokens[at].is_word());
        // A word of several signs that opens with a numeral, as 一般, is a word.
        let signs = end > at + 1
            && (at..end).all(|at| tokens[at].kind == TokenKind::Unspaced)
            && (at + 1..end).any(|at| kind(at).is_none());
        let counted = signs
            && (at + 1..end).all(|at| {
                let sign = cut(side.read.text, tokens[at].span().range());
                crate::text::quantities::is_numeral(sign)
                    || crate::text::quantities::is_counter(sign)
            });
        let what = match first {
            None => What::Mark,
            Some(_) if signs && !counted => What::Word,
            Some(first) => kind(first).map_or(What::Word, |(kind, sure)| What::Figure(kind, sure)),
        };
        out.push(Piece {
            tokens: at..end,
            what,
        });
        at = end;
    }
    out
}

#[derive(Clone, Copy)]
struct Sides<'a, 'l, 't> {
    before: Parted<'a>,
    after: Parted<'a>,
    lexicon: &'l Lexicon<'t>,
}

impl Sides<'_, '_, '_> {
    /// Whether a mark parts figures: a quotation mark, a bracket, the line of a table's cell.
    fn is_parting(&self, read: Read<'_>, piece: &Piece) -> bool {
        piece.what == What::Mark
            && is_parting(char_at(
                read.text,
                read.units.tokens[piece.tokens.start].start as usize,
            ))
    }

    /// What two pieces are worth as partners, 0 if they are none.
    fn worth(&self, b: &Piece, a: &Piece) -> u32 {
        let ids = |side: Parted<'_>, piece: &Piece| -> Vec<u32> {
            side.read.units.tokens[piece.tokens.clone()]
                .iter()
                .map(|token| token.folded)
                .collect()
        };
        let (b_ids, a_ids) = (ids(self.before, b), ids(self.after, a));
        let same = b_ids == a_ids;
        match (b.what, a.what) {
            (What::Mark, What::Mark) if same => {
                if self.is_parting(self.before.read, b) {
                    3
                } else {
                    1
                }
            }
            (What::Figure(b_kind, b_sure), What::Figure(a_kind, a_sure)) => {
                if same {
                    return 5;
                }
                let kind = |kind| match kind {
                    Kind::Month => 1,
                    Kind::Day => 2,
                    _ => 0,
                };
                match (b_sure || a_sure, kind(b_kind) == kind(a_kind)) {
                    (true, true) => 4,
                    _ => 0,
                }
            }
            (What::Word, What::Word) if same => 2,
            (What::Word, What::Word) => {
                let words = |side: Parted<'_>, piece: &Piece| -> Vec<&str> {
                    let tokens = &side.read.units.tokens[piece.tokens.clone()];
                    let words = tokens.iter().filter(|token| token.is_word());
                    words
                        .map(|token| self.lexicon.folded(token.folded))
                        .collect()
                };
                let (b, a) = (words(self.before, b), words(self.after, a));
                4 * u32::from(is_respelled(&b, &a, false, self.lexicon.platform()))
            }
            _ => 0,
        }
    }

    /// The partners that are worth the most, in order on both sides.
    fn anchors(&self, b: &[Piece], a: &[Piece]) -> Vec<(usize, usize)> {
        let width = a.len() + 1;
        let mut best = vec![0u32; (b.len() + 1) * width];
        for i in (0..b.len()).rev() {
            for j in (0..a.len()).rev() {
                let worth = self.worth(&b[i], &a[j]);
                let skip = best[(i + 1) * width + j].max(best[i * width + j + 1]);
                let take = if worth > 0 {
                    worth + best[(i + 1) * width + j + 1]
                } else {
                    0
                };
                best[i * width + j] = skip.max(take);
            }
        }
        let (mut i, mut j) = (0, 0);
        let mut anchors = Vec::new();
        while i < b.len() && j < a.len() {
            let here = best[i * width + j];
            if here == 0 {
                break;
            }
            let worth = self.worth(&b[i], &a[j]);
            if worth > 0 && here == worth + best[(i + 1) * width + j + 1] {
                anchors.push((i, j));
                (i, j) = (i + 1, j + 1);
            } else if here == best[(i + 1) * width + j] {
                i += 1;
            } else {
                j += 1;
            }
        }
        anchors
    }

    /// The changes between and at anchors.
    fn cut(
        &self,
        change: &RawChange,
        b: &[Piece],
        a: &[Piece],
        anchors: &[(usize, usize)],
    ) -> Vec<RawChange> {
        let mut writer = Writer {
            sides: *self,
            change,
            byte: (change.spans.before.start, change.spans.after.start),
            out: Vec::new(),
        };
        let (mut i, mut j) = (0, 0);
        let mut at = 0;
        while at <= anchors.len() {
            let (p, q) = anchors.get(at).copied().unwrap_or((b.len(), a.len()));
            writer.between(tokens(b, i..p), tokens(a, j..q), at == anchors.len());
            if at == anchors.len() {
                break;
            }
            let follows = (p + 1 < b.len() && q + 1 < a.len())
                .then(|| anchors.get(at + 1).copied().unwrap_or((b.len(), a.len())));
            let counted = matches!(b[p].what, What::Figure(..))
                && follows == Some((p + 2, q + 2))
                && self.are_forms(&b[p + 1], &a[q + 1]);
            let taken = 1 + usize::from(counted);
            writer.anchor(tokens(b, p..p + taken), tokens(a, q..q + taken), counted);
            (i, j) = (p + taken, q + taken);
            at += 1;
        }
        writer.out
    }

    /// Whether two words are the singular and the plural of one: what a figure asks for.
    fn are_forms(&self, b: &Piece, a: &Piece) -> bool {
        let word =
            |side: Parted<'_>, piece: &Piece| match side.read.units.tokens[piece.tokens.clone()] {
                [token] if piece.what == What::Word || token.kind == TokenKind::Word => {
                    Some(self.lexicon.folded(token.folded))
                }
                _ => None,
            };
        let (Some(b), Some(a)) = (word(self.before, b), word(self.after, a)) else {
            return false;
        };
        b != a && is_form(b, a)
    }
}

fn is_parting(c: char) -> bool {
    is_quote(c) && c != '\'' && c != '’'
        || matches!(
            c,
            '(' | ')' | '[' | ']' | '{' | '}' | '|' | '（' | '）' | '/'
        )
}

/// The tokens of a run of pieces.
fn tokens(pieces: &[Piece], run: Range<usize>) -> Range<usize> {
    match (pieces.get(run.start), run.is_empty()) {
        (Some(first), false) => first.tokens.start..pieces[run.end - 1].tokens.end,
        (Some(next), true) => next.tokens.start..next.tokens.start,
        (None, _) => {
            let end = pieces.last().map_or(0, |last| last.tokens.end);
            end..end
        }
    }
}

/// Whether one word is the plural of the other: `goal`, `goals`.
fn is_form(b: &str, a: &str) -> bool {
    const IRREGULAR: &str = "person people man men woman women child children foot feet goose geese tooth teeth penny pence \
                             год лет года лет человек люди œil yeux jour journées mann männer frau frauen";
    /// Letters that two forms share at least at their start.
    const SHARED: usize = 2;
    let mut words = IRREGULAR.split_whitespace();
    while let (Some(one), Some(many)) = (words.next(), words.next()) {
        if (one, many) == (b, a) || (many, one) == (b, a) {
            return true;
        }
    }
    let head: usize = b
        .chars()
        .zip(a.chars())
        .take_while(|(x, y)| x == y)
        .map(|(c, _)| c.len_utf8())
        .sum();
    let ending = |word: &str| {
        let rest = cut(word, head..word.len());
        let cyrillic =
            rest.chars().all(|c| matches!(c, '\u{400}'..='\u{4ff}')) && rest.chars().count() <= 2;
        cyrillic
            || matches!(
                rest,
                "" | "s"
                    | "es"
                    | "e"
                    | "en"
                    | "n"
                    | "er"
                    | "ar"
                    | "or"
                    | "r"
                    | "a"
                    | "i"
                    | "o"
                    | "y"
                    | "ies"
                    | "x"
                    | "ów"
                    | "ai"
                    | "ns"
                    | "ões"
                    | "ão"
                    | "ler"
                    | "lar"
                    | "nen"
                    | "ta"
            )
    };
    cut(b, 0..head).chars().nth(SHARED - 1).is_some() && ending(b) && ending(a)
}

/// Writes the parts of a change, and the white space between them where it differs.
struct Writer<'a, 'l, 't> {
    sides: Sides<'a, 'l, 't>,
    change: &'a RawChange,
    /// Everything before these bytes is written.
    byte: (u32, u32),
    out: Vec<RawChange>,
}

impl Writer<'_, '_, '_> {
    fn start(&self, tokens: &Range<usize>, in_before: bool) -> u32 {
        let (side, end) = if in_before {
            (self.sides.before, self.change.spans.before.end)
        } else {
            (self.sides.after, self.change.spans.after.end)
        };
        let at = side.read.units.tokens.get(tokens.start);
        at.map_or(end, |token| token.start.min(end))
    }

    fn end(&self, tokens: &Range<usize>, in_before: bool) -> u32 {
        let side = if in_before {
            self.sides.before
        } else {
            self.sides.after
        };
        side.read.units.tokens[tokens.end - 1].end
    }

    /// White space of both sides up to the tokens that follow.
    fn gap(&mut self, to: (u32, u32), next: (usize, usize)) {
        let (b, a) = (
            ByteSpan::new(self.byte.0, to.0),
            ByteSpan::new(self.byte.1, to.1),
        );
        self.byte = to;
        let same = cut(self.sides.before.read.text, b.range())
            == cut(self.sides.after.read.text, a.range());
        if !same {
            self.out.push(RawChange {
                spans: Both::new(b, a),
                tokens: Both::new(next.0..next.0, next.1..next.1),
                kind: RawKind::Whitespace,
            });
        }
    }

    fn push(&mut self, before: ByteSpan, after: ByteSpan, tokens: TokenRanges, kind: RawKind) {
        self.byte = (before.end, after.end);
        if cut(self.sides.before.read.text, before.range())
            == cut(self.sides.after.read.text, after.range())
        {
            return;
        }
        self.out.push(RawChange {
            spans: Both::new(before, after),
            tokens,
            kind,
        });
    }

    /// Partners: what differs of them is one change.
    fn anchor(&mut self, b: Range<usize>, a: Range<usize>, counted: bool) {
        let starts = (self.start(&b, true), self.start(&a, false));
        self.gap(starts, (b.start, a.start));
        let ends = (self.end(&b, true), self.end(&a, false));
        let folded = |side: Parted<'_>, range: &Range<usize>| {
            side.read.units.tokens[range.clone()]
                .iter()
                .map(|token| token.folded)
                .collect::<Vec<_>>()
        };
        // What only looks different word by word would be told as its dress is, and it is: the class says so.
        let kind = if counted && folded(self.sides.before, &b) != folded(self.sides.after, &a) {
            RawKind::Counted
        } else {
            RawKind::Words
        };
        self.push(
            ByteSpan::new(starts.0, ends.0),
            ByteSpan::new(starts.1, ends.1),
            Both {
                before: b,
                after: a,
            },
            kind,
        );
    }

    /// What stands between two partners: replaced, inserted or deleted.
    fn between(&mut self, b: Range<usize>, a: Range<usize>, last: bool) {
        let texts = (self.sides.before.read.text, self.sides.after.read.text);
        let ends = (self.change.spans.before.end, self.change.spans.after.end);
        let tokens = Both {
            before: b.clone(),
            after: a.clone(),
        };
        match (b.is_empty(), a.is_empty()) {
            (true, true) => {}
            (false, false) => {
                let starts = (self.start(&b, true), self.start(&a, false));
                self.gap(starts, (b.start, a.start));
                let ends = (self.end(&b, true), self.end(&a, false));
                self.push(
                    ByteSpan::new(starts.0, ends.0),
                    ByteSpan::new(starts.1, ends.1),
                    tokens,
                    RawKind::Words,
                );
            }
            // One-sided: one of its two gaps stays for the other side, the other goes with the words.
            (false, true) => {
                let (start, end) = (self.start(&b, true), self.end(&b, true));
                let next = if last {
                    (ends.0, ends.1)
                } else {
                    (self.start(&(b.end..b.end), true), self.start(&a, false))
                };
                let lead = cut(texts.0, self.byte.0 as usize..start as usize);
                let other = cut(texts.1, self.byte.1 as usize..next.1 as usize);
                if lead == other && !(last && start > self.byte.0 && other.is_empty()) {
                    let place = next.1;
                    self.push(
                        ByteSpan::new(start, next.0),
                        ByteSpan::new(place, place),
                        tokens,
                        RawKind::Words,
                    );
                } else {
                    let place = self.byte.1;
                    self.push(
                        ByteSpan::new(self.byte.0, end),
                        ByteSpan::new(place, place),
                        tokens,
                        RawKind::Words,
                    );
                }
            }
            (true, false) => {
                let (start, end) = (self.start(&a, false), self.end(&a, false));
                let next = if last {
                    (ends.0, ends.1)
                } else {
                    (self.start(&b, true), self.start(&(a.end..a.end), false))
                };
                let lead = cut(texts.1, self.byte.1 as usize..start as usize);
                let other = cut(texts.0, self.byte.0 as usize..next.0 as usize);
                if lead == other {
                    let place = next.0;
                    self.push(
                        ByteSpan::new(place, place),
                        ByteSpan::new(start, next.1),
                        tokens,
                        RawKind::Words,
                    );
                } else {
                    let place = self.byte.0;
                    self.push(
                        ByteSpan::new(place, place),
                        ByteSpan::new(self.byte.1, end),
                        tokens,
                        RawKind::Words,
                    );
                }
            }
        }
        if last {
            let next = (self.change.tokens.before.end, self.change.tokens.after.end);
            self.gap(ends, next);
        }
    }
}
