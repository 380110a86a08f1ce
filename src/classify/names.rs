//! A side of a change → whether it is a name; a word → whether it is part of one.

use super::context::{opens_sentence_or_speech, LanguageProfile, TextView};
use crate::data::{BARE_NOUN, CAPITAL_DATE, NEGATION, OPENER, TITLE};
use crate::text::chars::{is_capital, is_quote};
use crate::text::lexicon::Lexicon;
use crate::text::quantities::{means, Kind, Says};
use crate::text::source::{char_at, cut};
use crate::text::units::{Token, TokenKind};
use std::ops::{Deref, Range};

/// Words of the longest name.
const MAX_WORDS: usize = 4;

/// What stands before a date.
const BEFORE_DATES: [&str; 26] = [
    "in", "on", "since", "until", "till", "by", "of", "from", "last", "next", "this", "early",
    "late", "mid", "im", "am", "seit", "bis", "ab", "vom", "zum", "ende", "anfang", "mitte",
    "every", "each",
];

/// What names are asked of.
pub struct Names<'a, 't, H> {
    /// The words of both texts.
    pub lexicon: &'a Lexicon<'t>,
    /// What is known of the language.
    pub language: &'a H,
}

impl<H: Deref<Target = LanguageProfile>> Names<'_, '_, H> {
    /// Whether a side is nothing but a name: capitalised words, none of them only because it opens something.
    #[inline(never)]
    pub fn is_name(&self, view: TextView<'_>, range: &Range<usize>) -> bool {
        let words = || range.clone().filter(|&at| view.units.tokens[at].is_word());
        let count = words().count();
        // A side that is told only by its capitals is none in a line where all words have them.
        (1..=MAX_WORDS).contains(&count)
            && words().all(|at| self.is_part(view, at, range))
            && (self.language.capitalizes_nouns || !in_title_case(view, range))
    }

    /// Whether a word of a longer stretch is part of a name.
    pub fn is_named(&self, view: TextView<'_>, at: usize) -> bool {
        let range = at..at + 1;
        self.is_part(view, at, &range)
            && (self.language.capitalizes_nouns || !in_title_case(view, &range))
    }

    /// Whether a word that stands in `range` is part of a name.
    fn is_part(&self, view: TextView<'_>, at: usize, range: &Range<usize>) -> bool {
        if !self.has_capital(view, at) {
            return false;
        }
        let word = self.folded(view, at);
        // `I` is no name, and neither is the title before one.
        if word == "i" || TITLE.contains(word) && range.len() == 1 {
            return false;
        }
        let beside = |at: Option<usize>| at.is_some_and(|at| self.is_namely(view, at));
        let before = beside(
            at.checked_sub(1)
                .filter(|&before| touches(view, before, at)),
        );
        let behind = beside(Some(at + 1).filter(|&next| touches(view, at, next)));
        match means(word) {
            Some((Kind::Month | Kind::Day, _)) => {
                return self.is_calendar_name(view, at, before, behind)
            }
            // `Twenty` says a figure, and nobody is called so.
            Some((_, Says::Value)) => return false,
            _ => {}
        }
        // “Never”, “Yes”: what somebody says may be one word, as a title may be.
        let quoted = at > 0 && starts(view, &view.units.tokens[at - 1], is_quote);
        if NEGATION.contains(word) || quoted && OPENER.contains(word) {
            return false;
        }
        if opens_sentence_or_speech(view, at) {
            return self.opens_as_name(view, at, before, behind);
        }
        if self.language.capitalizes_nouns {
            return self.is_german_name(view, at, range, (before, behind));
        }
        true
    }

    /// A word that opens a sentence or what somebody says has its capital for that: it is a name before the rest of one, or if it
    /// stands as a name elsewhere.
    ///
    /// ```text
    /// name      Mary Okafor said     Okafor said (elsewhere: with Okafor)
    /// no name   When Okafor said     Many said
    /// ```
    fn opens_as_name(&self, view: TextView<'_>, at: usize, before: bool, behind: bool) -> bool {
        let id = view.units.tokens[at].folded as usize;
        let word = self.lexicon.folded(view.units.tokens[at].folded);
        if OPENER.contains(word) || TITLE.contains(word) || self.language.lowercase[id] {
            return false;
        }
        before || behind || self.language.capitalized_inside[id] && !self.language.capitalizes_nouns
    }

    /// Where common nouns have capitals too, a name is told by what stands before it: a title, a first name, or a small word behind
    /// which nouns have an article.
    ///
    /// ```text
    /// name      Richter Behrend     lobte Jan Behrens     in Bernau
    /// no name   eine Tasse Kaffee   in Kraft              der Hund
    /// ```
    fn is_german_name(
        &self,
        view: TextView<'_>,
        at: usize,
        range: &Range<usize>,
        (before, behind): (bool, bool),
    ) -> bool {
        let tokens = &view.units.tokens;
        let words = range
            .clone()
            .filter(|&at| tokens[at].kind == TokenKind::Word);
        if words.count() > 1 && !TITLE.contains(self.folded(view, at)) {
            return true;
        }
        let Some(last) = at.checked_sub(1).filter(|&last| touches(view, last, at)) else {
            return false;
        };
        let word = self.folded(view, last);
        if TITLE.contains(word) {
            return true;
        }
        // A first name is no noun of measure: behind an article or a figure it may be one.
        let measures = |first: usize| {
            first.checked_sub(1).is_some_and(|at| {
                let word = self.folded(view, at);
                tokens[at].kind == TokenKind::Number
                    || OPENER.contains(word) && !self.is_preposition(word)
            })
        };
        if before {
            return !measures(last) || self.has_capital(view, last.wrapping_sub(1));
        }
        let own = self.folded(view, at);
        let noun = BARE_NOUN.contains(own)
            || [
                "ung", "ungen", "heit", "keit", "schaft", "ion", "ionen", "tät", "ismus", "nis",
                "chen",
            ]
            .iter()
            .any(|ending| own.ends_with(ending));
        let stands_bare = if behind {
            self.is_before_persons(word)
        } else {
            self.is_preposition(word)
        };
        stands_bare && !noun && !self.language.lowercase[tokens[at].folded as usize]
    }

    /// Prepositions of German behind which two words with capitals and no article are the parts of a name: `von Martha Boll`.
    fn is_before_persons(&self, word: &str) -> bool {
        matches!(word, "von" | "mit" | "für" | "gegen" | "an")
    }

    /// Prepositions of German behind which a word with a capital and no article is a place: `in Bernau`.
    fn is_preposition(&self, word: &str) -> bool {
        matches!(word, "in" | "aus" | "nach" | "bei")
    }

    /// People and places may be called May or Friday. Where months and days have capitals a name stands beside; where they have
    /// none, the capital is enough.
    fn is_calendar_name(&self, view: TextView<'_>, at: usize, before: bool, behind: bool) -> bool {
        let word = self.folded(view, at);
        if CAPITAL_DATE.contains(word) || word.starts_with(is_greek) {
            return !self.is_dated(view, at) && (behind || before);
        }
        !is_beside_figure(view, at) && (!opens_sentence_or_speech(view, at) || behind)
    }

    /// Whether the word beside another one has a capital and is no month, no title and no opener.
    fn is_namely(&self, view: TextView<'_>, at: usize) -> bool {
        let word = self.folded(view, at);
        self.has_capital(view, at)
            && !TITLE.contains(word)
            && !(opens_sentence_or_speech(view, at)
                && (OPENER.contains(word)
                    || self.language.lowercase[view.units.tokens[at].folded as usize]))
            && (!matches!(means(word), Some((Kind::Month | Kind::Day, _)))
                || !self.is_dated(view, at))
    }

    /// Whether a word stands as a month or a day does: beside a figure, or behind a small word for time.
    fn is_dated(&self, view: TextView<'_>, at: usize) -> bool {
        let last = at.checked_sub(1);
        is_beside_figure(view, at)
            || last.is_some_and(|last| BEFORE_DATES.contains(&self.folded(view, last)))
    }

    fn has_capital(&self, view: TextView<'_>, at: usize) -> bool {
        view.units
            .tokens
            .get(at)
            .is_some_and(|token| token.kind == TokenKind::Word && starts(view, token, is_capital))
    }

    fn folded(&self, view: TextView<'_>, at: usize) -> &str {
        let token = view.units.tokens.get(at);
        token.map_or("", |token| self.lexicon.folded(token.folded))
    }
}

/// Whether digits stand right before or right behind a word.
fn is_beside_figure(view: TextView<'_>, at: usize) -> bool {
    let figure = |at: usize| {
        let token = view.units.tokens.get(at);
        token.is_some_and(|token| token.kind == TokenKind::Number)
    };
    at.checked_sub(1).is_some_and(figure) || figure(at + 1)
}

/// Greek writes months and days with a capital, in all their forms.
fn is_greek(c: char) -> bool {
    matches!(c, '\u{370}'..='\u{3ff}')
}

fn starts(view: TextView<'_>, token: &Token, of: fn(char) -> bool) -> bool {
    of(char_at(view.text, token.start as usize))
}

/// Whether nothing but white space parts a word from the next one, and both stand in one sentence.
fn touches(view: TextView<'_>, left: usize, right: usize) -> bool {
    let (Some(one), Some(other)) = (view.units.tokens.get(left), view.units.tokens.get(right))
    else {
        return false;
    };
    one.is_word()
        && other.is_word()
        && !view.opens_sentence[right]
        && cut(view.text, one.end as usize..other.start as usize)
            .bytes()
            .all(|byte| byte != b'\n')
}

/// Tokens on either side of a stretch that tell whether it stands in a headline; headlines are shorter.
const MAX_DISTANCE: usize = 40;

/// Whether the words around a stretch are capitalised too, as in a headline of English.
fn in_title_case(view: TextView<'_>, range: &Range<usize>) -> bool {
    let sentences = &view.units.sentences;
    let sentence = sentences.partition_point(|sentence| sentence.tokens.end <= range.start);
    let Some(sentence) = sentences.get(sentence) else {
        return false;
    };
    // Headlines end without a full stop.
    let last = &view.units.tokens[sentence.tokens.end - 1];
    if cut(view.text, last.span().range()) == "." {
        return false;
    }
    let (mut capital, mut small) = (0, 0);
    let from = sentence
        .tokens
        .start
        .max(range.start.saturating_sub(MAX_DISTANCE));
    let to = sentence.tokens.end.min(range.end + MAX_DISTANCE);
    for at in (from..to).filter(|at| !range.contains(at) && !view.opens_sentence[*at]) {
        let token = &view.units.tokens[at];
        // Short words are small in headlines, too.
        if token.kind == TokenKind::Word && token.end - token.start > 4 {
            if view.is_capital(at) {
                capital += 1;
            } else {
                small += 1;
            }
        }
    }
    capital > 2 * small && capital >= 2
}
