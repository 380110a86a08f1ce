//! The pieces of both sides → which of them are partners, in order on both sides.

use super::inflection::are_singular_and_plural;
use super::pieces::{Piece, PieceKind};
use super::side::DividedSide;
use crate::both::Both;
use crate::text::chars::is_quote;
use crate::text::lexicon::Lexicon;
use crate::text::quantities::Kind;
use crate::text::source::char_at;
use crate::text::spelling::is_respelled;
use crate::text::units::{Token, TokenKind};

/// What partners are worth, in points. Equal pieces are worth more than pieces of one kind; figures and spellings more than words, and
/// words more than punctuation. This is for the same figure.
const SAME_FIGURE: u32 = 5;
/// For a figure and another one of its kind, or two spellings of a word.
const OTHER_FIGURE_OR_SPELLING: u32 = 4;
/// For two names.
const OTHER_NAME: u32 = 3;
/// For the same quotation mark, bracket or line of a cell.
const SAME_DIVIDER: u32 = 3;
/// For the same word.
const SAME_WORD: u32 = 2;
/// For any other punctuation that is the same.
const SAME_PUNCTUATION: u32 = 1;

/// The pieces of both sides and the pairs of them that are worth the most.
pub struct Partners<'a, 'l, 't> {
    sides: Both<DividedSide<'a>>,
    lexicon: &'l Lexicon<'t>,
    /// The pieces of each side, in text order.
    pub pieces: Both<Vec<Piece>>,
    /// The indices of pieces that are partners, in order on both sides.
    pub pairs: Vec<Both<usize>>,
}

impl<'a, 'l, 't> Partners<'a, 'l, 't> {
    /// Finds the partners.
    pub fn new(
        sides: Both<DividedSide<'a>>,
        lexicon: &'l Lexicon<'t>,
        pieces: Both<Vec<Piece>>,
    ) -> Self {
        let mut partners = Self {
            sides,
            lexicon,
            pieces,
            pairs: Vec::new(),
        };
        partners.pairs = partners.heaviest_pairs();
        partners
    }

    /// Whether a piece that divides figures has a partner.
    pub fn has_divider(&self) -> bool {
        let mut pairs = self.pairs.iter();
        pairs.any(|pair| is_divider(self.sides.before, &self.pieces.before[pair.before]))
    }

    /// Whether each of two pieces is a figure, and the word that it counts follows it, in the singular or the plural.
    pub fn are_counted(&self, pair: Both<usize>) -> bool {
        let word = |((side, pieces), at): ((DividedSide<'_>, &Vec<Piece>), usize)| {
            let piece = pieces.get(at + 1)?;
            match side.view.units.tokens[piece.tokens.clone()] {
                [ref token] if piece.kind == PieceKind::Word || token.kind == TokenKind::Word => {
                    Some(self.lexicon.folded(token.folded))
                }
                _ => None,
            }
        };
        let words = self.sides.zip(self.pieces.as_ref()).zip(pair).map(word);
        let is_figure = matches!(self.pieces.before[pair.before].kind, PieceKind::Figure(..));
        match (words.before, words.after) {
            (Some(b), Some(a)) => is_figure && b != a && are_singular_and_plural(b, a),
            _ => false,
        }
    }

    /// The tokens of a piece of each side.
    fn tokens(&self, pair: Both<usize>) -> Both<&'a [Token]> {
        let sides = self.sides.zip(self.pieces.as_ref()).zip(pair);
        sides.map(|((side, pieces), at)| &side.view.units.tokens[pieces[at].tokens.clone()])
    }

    /// What two pieces are worth as partners, 0 if they are none.
    fn worth(&self, pair: Both<usize>) -> u32 {
        let pieces = self.pieces.as_ref().zip(pair);
        let pieces = pieces.map(|(pieces, at)| &pieces[at]);
        let tokens = self.tokens(pair);
        let ids = tokens.map(|tokens| tokens.iter().map(|token| token.folded));
        let is_same = ids.before.eq(ids.after);
        match (pieces.before.kind, pieces.after.kind) {
            (PieceKind::Punctuation, PieceKind::Punctuation) if is_same => {
                if is_divider(self.sides.before, pieces.before) {
                    SAME_DIVIDER
                } else {
                    SAME_PUNCTUATION
                }
            }
            (PieceKind::Figure(..), PieceKind::Figure(..)) if is_same => SAME_FIGURE,
            (PieceKind::Figure(b, b_is_sure), PieceKind::Figure(a, a_is_sure)) => {
                // A month replaces a month, a day a day, and any other number any other.
                let is_calendar = |kind: Kind| matches!(kind, Kind::Month | Kind::Day);
                let is_one_kind = b == a || !is_calendar(b) && !is_calendar(a);
                OTHER_FIGURE_OR_SPELLING * u32::from(is_one_kind && (b_is_sure || a_is_sure))
            }
            (PieceKind::Word | PieceKind::Name, PieceKind::Word | PieceKind::Name) if is_same => {
                SAME_WORD
            }
            (PieceKind::Name, PieceKind::Name) => OTHER_NAME,
            (PieceKind::Word | PieceKind::Name, PieceKind::Word | PieceKind::Name) => {
                let words = tokens.map(|tokens| -> Vec<&str> {
                    let words = tokens.iter().filter(|token| token.is_word());
                    words
                        .map(|token| self.lexicon.folded(token.folded))
                        .collect()
                });
                let platform = self.lexicon.platform();
                let is_spelling = is_respelled(&words.before, &words.after, false, platform);
                OTHER_FIGURE_OR_SPELLING * u32::from(is_spelling)
            }
            _ => 0,
        }
    }

    /// The pairs that are worth the most together, by a table of the heaviest common subsequence.
    fn heaviest_pairs(&self) -> Vec<Both<usize>> {
        let counts = self.pieces.as_ref().map(Vec::len);
        let width = counts.after + 1;
        let mut best = vec![0u32; (counts.before + 1) * width];
        for i in (0..counts.before).rev() {
            for j in (0..counts.after).rev() {
                let worth = self.worth(Both::new(i, j));
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
        let mut pairs = Vec::new();
        while i < counts.before && j < counts.after {
            let here = best[i * width + j];
            if here == 0 {
                break;
            }
            let worth = self.worth(Both::new(i, j));
            if worth > 0 && here == worth + best[(i + 1) * width + j + 1] {
                pairs.push(Both::new(i, j));
                (i, j) = (i + 1, j + 1);
            } else if here == best[(i + 1) * width + j] {
                i += 1;
            } else {
                j += 1;
            }
        }
        pairs
    }
}

/// Whether a piece divides figures: a quotation mark, a bracket, the line of a table's cell.
fn is_divider(side: DividedSide<'_>, piece: &Piece) -> bool {
    let start = side.view.units.tokens[piece.tokens.start].start;
    let c = char_at(side.view.text, start as usize);
    let is_bracket = matches!(
        c,
        '(' | ')' | '[' | ']' | '{' | '}' | '|' | '（' | '）' | '/'
    );
    piece.kind == PieceKind::Punctuation && (is_bracket || is_quote(c) && c != '\'' && c != '’')
}
