//! A lane is what one walk covers of both texts: all that stayed in place, or one move. The walk finds where the sides differ.

use super::hole::fill;
use super::side::{Element, Side};
use super::ties::Ties;
use super::{Draft, DraftKind, Sides};
use crate::model::matching::{Matching, Stretch, NONE};
use crate::text::char_cache::CharCache;
use crate::text::fold::{fold, Level};
use crate::text::graphemes::is_boundary;
use crate::text::source::cut;
use crate::text::span::ByteSpan;
use crate::text::units::Units;
use std::ops::Range;

/// A stretch of one text without anything moved inside.
#[derive(Clone, Debug)]
pub struct Piece {
    pub span: ByteSpan,
    pub tokens: Range<usize>,
}

/// The bytes of moved stretches: each takes the white space behind it along, or, at the end of the text, that before it.
pub fn with_gaps((text, units): (&str, &Units), moves: &[Range<usize>]) -> Vec<ByteSpan> {
    let mut order: Vec<usize> = (0..moves.len()).collect();
    order.sort_by_cached_key(|&index| moves[index].start as u64);
    let mut spans = vec![ByteSpan::default(); moves.len()];
    let mut taken = 0;
    for index in order {
        let tokens = &moves[index];
        let mut start = units.tokens[tokens.start].start;
        let last = units.tokens[tokens.end - 1].end;
        let end = units
            .tokens
            .get(tokens.end)
            .map_or(text.len() as u32, |token| token.start);
        if end == last || tokens.end == units.tokens.len() {
            let before = tokens
                .start
                .checked_sub(1)
                .map_or(0, |previous| units.tokens[previous].end);
            start = before.max(taken);
            spans[index] = ByteSpan::new(start, last);
        } else {
            spans[index] = ByteSpan::new(start, end);
        }
        taken = spans[index].end;
    }
    spans
}

/// What is left of a text when moved stretches are taken out.
pub fn remaining((text, units): (&str, &Units), moved: &[ByteSpan]) -> Vec<Piece> {
    let mut moved = moved.to_vec();
    moved.sort_by_cached_key(|span| u64::from(span.start));
    let mut pieces = Vec::with_capacity(moved.len() + 1);
    let (mut at, mut token) = (0, 0);
    let end = ByteSpan::new(text.len() as u32, text.len() as u32);
    for hole in moved.into_iter().chain([end]) {
        let first = token;
        token += units.tokens[token..].partition_point(|token| token.start < hole.start);
        pieces.push(Piece {
            span: ByteSpan::new(at, hole.start),
            tokens: first..token,
        });
        token += units.tokens[token..].partition_point(|token| token.start < hole.end);
        at = hole.end;
    }
    pieces
}

/// Where a walk stands in one text.
struct Cursor {
    pieces: Vec<Piece>,
    piece: usize,
    /// The next token, and the one behind the piece.
    token: usize,
    end: usize,
    /// Everything before this byte is done.
    byte: u32,
}

impl Cursor {
    fn new(pieces: Vec<Piece>) -> Self {
        let (tokens, byte) = (pieces[0].tokens.clone(), pieces[0].span.start);
        Self {
            pieces,
            piece: 0,
            token: tokens.start,
            end: tokens.end,
            byte,
        }
    }

    /// The next token if nothing was cut out before it.
    fn near(&self) -> Option<usize> {
        (self.token < self.end).then_some(self.token)
    }

    /// All tokens still to come.
    fn ahead(&self) -> impl Iterator<Item = usize> + '_ {
        let rest = self.pieces[self.piece + 1..]
            .iter()
            .flat_map(|piece| piece.tokens.clone());
        (self.token..self.end).chain(rest)
    }

    /// Takes all gaps and tokens before token `until`, or all there are; `elements` are those of the last hole before.
    fn take(&mut self, units: &Units, until: Option<usize>, elements: &mut Vec<Element>) {
        elements.clear();
        let gap = |start: u32, end: u32, out: &mut Vec<Element>| {
            out.push(Element::Gap(ByteSpan::new(start, end)))
        };
        loop {
            let piece = &self.pieces[self.piece];
            while self.token < self.end {
                let token = &units.tokens[self.token];
                gap(self.byte, token.start, elements);
                self.byte = token.start;
                if until == Some(self.token) {
                    return;
                }
                elements.push(Element::Token(self.token));
                self.byte = token.end;
                self.token += 1;
            }
            gap(self.byte, piece.span.end, elements);
            self.byte = piece.span.end;
            if self.piece + 1 == self.pieces.len() {
                return;
            }
            self.piece += 1;
            let piece = &self.pieces[self.piece];
            (self.token, self.end, self.byte) =
                (piece.tokens.start, piece.tokens.end, piece.span.start);
        }
    }

    fn pass(&mut self, units: &Units) {
        self.byte = units.tokens[self.token].end;
        self.token += 1;
    }
}

/// One walk over both sides of a lane.
pub struct Walk {
    before: Cursor,
    after: Cursor,
}

impl Walk {
    pub fn new(before: Vec<Piece>, after: Vec<Piece>) -> Self {
        Self {
            before: Cursor::new(before),
            after: Cursor::new(after),
        }
    }

    /// Drafts what differs, from the lane's start to its end.
    pub fn run(
        mut self,
        sides: Sides<'_>,
        matching: &Matching,
        ties: &Ties,
        chars: &CharCache<'_>,
        out: &mut Vec<Draft>,
    ) {
        let ((before_text, before), (after_text, after)) = (sides.before, sides.after);
        let mut elements = (Vec::new(), Vec::new());
        let mut hole = (Side::default(), Side::default());
        loop {
            if let (Some(i), Some(j)) = (self.before.near(), self.after.near()) {
                if matching.before[i] == j as u32 {
                    let (x, y) = (&before.tokens[i], &after.tokens[j]);
                    let gaps = (
                        &before_text.as_bytes()[self.before.byte as usize..x.start as usize],
                        &after_text.as_bytes()[self.after.byte as usize..y.start as usize],
                    );
                    if gaps.0 == gaps.1 {
                        if x.form != y.form {
                            dress(sides, i, j, chars, out);
                        }
                        self.before.pass(before);
                        self.after.pass(after);
                        continue;
                    }
                }
            }
            let anchor = self.before.ahead().find(|&at| matching.before[at] != NONE);
            let partner = anchor.map(|at| matching.before[at] as usize);
            self.before.take(before, anchor, &mut elements.0);
            self.after.take(after, partner, &mut elements.1);
            let next = anchor.map_or((self.before.token, self.after.token), |at| {
                (at, matching.before[at] as usize)
            });
            hole.0.read(before, &elements.0, &ties.before);
            hole.1.read(after, &elements.1, &ties.after);
            fill(sides, &mut hole, next, out);
            let Some(i) = anchor else { return };
            let j = matching.before[i] as usize;
            if before.tokens[i].form != after.tokens[j].form {
                dress(sides, i, j, chars, out);
            }
            self.before.pass(before);
            self.after.pass(after);
        }
    }
}

/// Two forms of one folded token: what differs of them, as little of it as is true to say.
///
/// ```text
/// Japan[’|']s      [THE|the]      co[\u{ad}|]operate
/// ```
fn dress(sides: Sides<'_>, i: usize, j: usize, chars: &CharCache<'_>, out: &mut Vec<Draft>) {
    let ((before_text, before), (after_text, after)) = (sides.before, sides.after);
    let (x, y) = (before.tokens[i].span(), after.tokens[j].span());
    let (p, q) = (cut(before_text, x.range()), cut(after_text, y.range()));
    let draft = |before: ByteSpan, after: ByteSpan| Draft {
        before,
        after,
        tokens: Stretch {
            before: i..i + 1,
            after: j..j + 1,
        },
        kind: DraftKind::Dress,
    };
    // A word in another case is shown whole; what is only typeset differently is shown to the character.
    if fold(p, Level::Typography, chars) != fold(q, Level::Typography, chars) {
        out.push(draft(x, y));
        return;
    }
    let head = common(p.chars(), q.chars());
    let tail = common(
        cut(p, head..p.len()).chars().rev(),
        cut(q, head..q.len()).chars().rev(),
    );
    let ends = |a: usize, b: usize| {
        is_boundary(before_text, x.start as usize + a)
            && is_boundary(after_text, y.start as usize + b)
    };
    let (mut start, mut stop) = (head, tail);
    if !ends(head, head) {
        start = 0;
    }
    if !ends(p.len() - tail, q.len() - tail) || start + stop > p.len().min(q.len()) {
        stop = 0;
    }
    let inner = (
        ByteSpan::new(x.start + start as u32, x.end - stop as u32),
        ByteSpan::new(y.start + start as u32, y.end - stop as u32),
    );
    out.push(draft(inner.0, inner.1));
}

/// Bytes of the longest common run of characters.
pub fn common(before: impl Iterator<Item = char>, after: impl Iterator<Item = char>) -> usize {
    before
        .zip(after)
        .take_while(|(b, a)| b == a)
        .map(|(c, _)| c.len_utf8())
        .sum()
}
