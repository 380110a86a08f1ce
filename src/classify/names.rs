//! A side of a change → whether it is a name; a word → whether it is part of one.

use super::context::{opens_sentence_or_speech, LanguageProfile, TextView};
use super::names_without_capitals::is_part_of_name;
use super::values::is_currency;
use crate::data::{
    BARE_NOUN, BEFORE_DATE, CAPITAL_DATE, NAME, NO_NAME, OPENER, TITLE, TURKISH_ENDING,
    VERB_OF_SAYING,
};
use crate::text::chars::{is_apostrophe, is_capital, is_quote, is_small};
use crate::text::lexicon::Lexicon;
use crate::text::quantities::{roman_numeral, Kind, ValueWord};
use crate::text::source::{char_at, slice};
use crate::text::units::{Token, TokenKind};
use std::ops::{Deref, Range};

/// Words of the longest name.
const MAX_WORDS: usize = 4;

/// Bytes of the shortest day or month that words are made with: `Montag` in `Montagabend`.
const MIN_BYTES_OF_DATE: usize = 6;

/// Finds names.
pub struct Names<'a, 't, H> {
    /// The words of both texts.
    pub lexicon: &'a Lexicon<'t>,
    /// What is known of the language.
    pub language: &'a H,
}

impl<H: Deref<Target = LanguageProfile>> Names<'_, '_, H> {
    /// Whether a side is a name and nothing else: words with capitals that they do not have for their place.
    #[inline(never)]
    pub fn is_name(&self, view: TextView<'_>, range: &Range<usize>) -> bool {
        let words = || range.clone().filter(|&at| view.units.tokens[at].is_word());
        let count = words().count();
        (1..=MAX_WORDS).contains(&count)
            && words().all(|at| self.is_part(view, at, range))
            && (self.language.capitalizes_nouns
                || !in_title_case(view, range)
                || words().all(|at| self.is_named_elsewhere(view, at)))
    }

    /// Whether a word of a longer range is part of a name.
    #[inline(never)]
    pub fn is_named(&self, view: TextView<'_>, at: usize) -> bool {
        let range = at..at + 1;
        self.is_part(view, at, &range)
            && (self.language.capitalizes_nouns || !in_title_case(view, &range))
    }

    /// Whether a word is part of a name and is one elsewhere, too: then its capital counts in a line where all words have capitals.
    ///
    /// ```text
    /// PRESIDENT [BIDEN/TRUMP] MEETS KISHIDA      below it: later Biden flew home … where Trump met her      before: wording
    /// ```
    #[inline(never)]
    pub fn is_named_elsewhere(&self, view: TextView<'_>, at: usize) -> bool {
        let id = view.units.tokens[at].folded as usize;
        self.language.named[id]
            && !self.language.lowercase[id]
            && self.is_part(view, at, &(at..at + 1))
    }

    /// Whether a word in `range` is part of a name.
    fn is_part(&self, view: TextView<'_>, at: usize, range: &Range<usize>) -> bool {
        if !self.has_capital(view, at) {
            return is_part_of_name(view, self.lexicon, at);
        }
        let written = slice(view.text, view.units.tokens[at].span().range());
        if roman_numeral(written) != ValueWord::No || is_currency(view, at) {
            return false;
        }
        if is_marked_name(written) {
            return true;
        }
        let word = self.folded(view, at);
        // German countries with an article are names too: `die Türkei`.
        let is_common = self.language.lowercase[view.units.tokens[at].folded as usize];
        if NAME.contains(word) && (self.language.capitalizes_nouns || !is_common) {
            return true;
        }
        // `I` is no name, and neither is the title before one.
        if word == "i" || TITLE.contains(word) && range.len() == 1 {
            return false;
        }
        let beside = |at: Option<usize>| at.is_some_and(|at| self.looks_like_name(view, at));
        let before = beside(
            at.checked_sub(1)
                .filter(|&before| are_neighbours(view, before, at)),
        );
        let behind = beside(Some(at + 1).filter(|&next| are_neighbours(view, at, next)));
        match self.lexicon.quantity(view.units.tokens[at].folded) {
            Some((Kind::Month | Kind::Day, _)) => {
                return self.is_calendar_name(view, at, before, behind)
            }
            // `Twenty` is a figure and no name, but `Trent` and `Otto` have no other reason for their capital.
            Some((kind, ValueWord::Always)) => {
                let has_reason =
                    || opens_sentence_or_speech(view, at) || in_title_case(view, &(at..at + 1));
                if kind != Kind::Cardinal || has_reason() {
                    return false;
                }
            }
            _ => {}
        }
        // A quotation of one word may be what somebody says, “Never”, or a title.
        let quoted = at > 0 && starts(view, &view.units.tokens[at - 1], is_quote);
        if self.lexicon.is_negation(view.units.tokens[at].folded) || quoted && OPENER.contains(word)
        {
            return false;
        }
        if opens_sentence_or_speech(view, at) {
            return self.is_name_at_start(view, at, before, behind);
        }
        if self.language.capitalizes_nouns {
            return self.is_german_name(view, at, range, (before, behind));
        }
        true
    }

    /// Whether the first word of a sentence, or of what somebody says, is a name. Its capital does not show it: it is one if another word
    /// of a name is beside it, if it is a name elsewhere, or if it says something: nouns have an article or a plural there.
    ///
    /// ```text
    /// name      Mary Okafor said     Okafor said (elsewhere: with Okafor)     Okafor denied
    /// no name   When Okafor said     Many said                               Nurses denied
    /// ```
    fn is_name_at_start(&self, view: TextView<'_>, at: usize, before: bool, behind: bool) -> bool {
        let id = view.units.tokens[at].folded as usize;
        let word = self.lexicon.folded(view.units.tokens[at].folded);
        if OPENER.contains(word) || TITLE.contains(word) || self.language.lowercase[id] {
            return false;
        }
        before
            || behind
            || self.language.named[id]
            || !self.language.capitalizes_nouns && self.says_something(view, at)
    }

    /// Whether a verb of saying is right behind a word in the singular.
    fn says_something(&self, view: TextView<'_>, at: usize) -> bool {
        let word = self.folded(view, at);
        let is_plural = word.ends_with('s') || NO_NAME.contains(word);
        !is_plural
            && are_neighbours(view, at, at + 1)
            && VERB_OF_SAYING.contains(self.folded(view, at + 1))
    }

    /// Whether a word is part of a name where common nouns have capitals too. It is after a title or a first name, or after a small word
    /// that other nouns follow only with an article.
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
        let has_more = words.count() > 1 && !TITLE.contains(self.folded(view, at));
        if has_more || is_all_capitals(slice(view.text, tokens[at].span().range())) {
            return true;
        }
        let Some(last) = at
            .checked_sub(1)
            .filter(|&last| are_neighbours(view, last, at))
        else {
            return false;
        };
        let word = self.folded(view, last);
        if TITLE.contains(word) || self.language.named[tokens[at].folded as usize] {
            return true;
        }
        // After an article or a figure the word before may be a noun of measure and no first name.
        let may_be_measure = |first: usize| {
            first.checked_sub(1).is_some_and(|at| {
                let word = self.folded(view, at);
                tokens[at].kind == TokenKind::Number
                    || OPENER.contains(word) && !self.is_preposition(word)
            })
        };
        if before {
            return !may_be_measure(last) || self.has_capital(view, last.wrapping_sub(1));
        }
        let folded = self.folded(view, at);
        let is_noun = BARE_NOUN.contains(folded)
            || [
                "ung", "ungen", "heit", "keit", "schaft", "ion", "ionen", "tät", "ismus", "nis",
                "chen",
            ]
            .iter()
            .any(|ending| folded.ends_with(ending));
        let has_no_article = if behind {
            self.is_before_persons(word)
        } else {
            self.is_preposition(word)
        };
        has_no_article && !is_noun && !self.language.lowercase[tokens[at].folded as usize]
    }

    /// Whether a word is a preposition of German after which two words with capitals and no article are a name: `von Martha Boll`.
    fn is_before_persons(&self, word: &str) -> bool {
        matches!(word, "von" | "mit" | "für" | "gegen" | "an")
    }

    /// Whether a word is a preposition of German after which a word with a capital and no article is a place: `in Bernau`.
    fn is_preposition(&self, word: &str) -> bool {
        matches!(word, "in" | "aus" | "nach" | "bei")
    }

    /// Whether a word for a month or a day is a name: people and places may be called May or Friday. Where months and days have capitals,
    /// another word of the name is beside it; where they have none, the capital is enough.
    fn is_calendar_name(&self, view: TextView<'_>, at: usize, before: bool, behind: bool) -> bool {
        let word = self.folded(view, at);
        // `Montagabend` begins with a day.
        let begins_with_date = || {
            let mut dates = CAPITAL_DATE.iter();
            dates.any(|date| date.len() >= MIN_BYTES_OF_DATE && word.starts_with(date))
        };
        if CAPITAL_DATE.contains(word) || word.starts_with(is_greek) || begins_with_date() {
            return (behind || before)
                && (behind && self.is_of(view, at) || !self.is_dated(view, at));
        }
        !is_beside_figure(view, at) && (!opens_sentence_or_speech(view, at) || behind)
    }

    /// Whether a small word before tells of a person as well as of a time: `a book by May Hughes`, but `By May Hughes had left`.
    fn is_of(&self, view: TextView<'_>, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|last| {
            matches!(self.folded(view, last), "by" | "from" | "of")
                && !opens_sentence_or_speech(view, last)
                && !is_beside_figure(view, at)
        })
    }

    /// Whether a word looks like part of a name: it has a capital and is no title, no month and no common first word of sentences.
    fn looks_like_name(&self, view: TextView<'_>, at: usize) -> bool {
        let word = self.folded(view, at);
        self.has_capital(view, at)
            && !TITLE.contains(word)
            && !(opens_sentence_or_speech(view, at)
                && (OPENER.contains(word)
                    || self.language.lowercase[view.units.tokens[at].folded as usize]))
            && (!matches!(
                self.lexicon.quantity(view.units.tokens[at].folded),
                Some((Kind::Month | Kind::Day, _))
            ) || !self.is_dated(view, at))
    }

    /// Whether a word is at a place where months and days are: beside a figure, or after a small word for time.
    fn is_dated(&self, view: TextView<'_>, at: usize) -> bool {
        let last = at.checked_sub(1);
        is_beside_figure(view, at)
            || last.is_some_and(|last| BEFORE_DATE.contains(self.folded(view, last)))
    }

    fn has_capital(&self, view: TextView<'_>, at: usize) -> bool {
        view.units.tokens.get(at).is_some_and(|token| {
            token.kind == TokenKind::Word
                && (starts(view, token, is_capital)
                    || capital_after_elision(slice(view.text, token.span().range())))
        })
    }

    fn folded(&self, view: TextView<'_>, at: usize) -> &str {
        let token = view.units.tokens.get(at);
        token.map_or("", |token| self.lexicon.folded(token.folded))
    }
}

/// Whether a word has a capital behind an apostrophe: `l’Italie`, `dell’Elba`, `O’Neill`. Its place gives it none.
fn capital_after_elision(word: &str) -> bool {
    let behind = word.split_once(is_apostrophe).map(|(_, behind)| behind);
    behind.is_some_and(|behind| behind.starts_with(is_capital) && behind.contains(is_small))
}

/// Whether a word shows by itself that it is a name, wherever it is: by a capital behind an apostrophe, or by an ending of Turkish, which
/// joins endings to names by an apostrophe.
///
/// ```text
/// L’Italie   Ankara’da
/// ```
fn is_marked_name(word: &str) -> bool {
    /// Letters of the shortest name before an ending.
    const MIN_LETTERS: usize = 3;
    let has_turkish_ending = || {
        word.split_once(is_apostrophe)
            .is_some_and(|(name, ending)| {
                let letters = name.chars().nth(MIN_LETTERS - 1).is_some();
                letters && name.starts_with(is_capital) && TURKISH_ENDING.contains(ending)
            })
    };
    capital_after_elision(word) || has_turkish_ending()
}

/// Whether a word is written in capitals only: `SPD`, `ARD`.
fn is_all_capitals(word: &str) -> bool {
    word.chars().nth(1).is_some() && word.chars().all(is_capital)
}

/// Whether the token right before or right after a word is a number.
#[inline(never)]
fn is_beside_figure(view: TextView<'_>, at: usize) -> bool {
    let figure = |at: usize| {
        let token = view.units.tokens.get(at);
        token.is_some_and(|token| token.kind == TokenKind::Number)
    };
    at.checked_sub(1).is_some_and(figure) || figure(at + 1)
}

/// Whether a character is Greek. Greek writes months and days with a capital, in all their forms.
fn is_greek(c: char) -> bool {
    matches!(c, '\u{370}'..='\u{3ff}')
}

fn starts(view: TextView<'_>, token: &Token, of: fn(char) -> bool) -> bool {
    of(char_at(view.text, token.start as usize))
}

/// Whether only white space is between two words, and both are in one sentence.
fn are_neighbours(view: TextView<'_>, left: usize, right: usize) -> bool {
    let (Some(one), Some(other)) = (view.units.tokens.get(left), view.units.tokens.get(right))
    else {
        return false;
    };
    one.is_word()
        && other.is_word()
        && !view.opens_sentence[right]
        && slice(view.text, one.end as usize..other.start as usize)
            .bytes()
            .all(|byte| byte != b'\n')
}

/// Tokens on either side of a range that are read to find out whether it is in a headline; headlines are shorter.
const MAX_DISTANCE: usize = 40;

/// Whether the words around a range have capitals too, as in an English headline.
fn in_title_case(view: TextView<'_>, range: &Range<usize>) -> bool {
    let sentences = &view.units.sentences;
    let sentence = sentences.partition_point(|sentence| sentence.tokens.end <= range.start);
    let Some(sentence) = sentences.get(sentence) else {
        return false;
    };
    // Headlines end without a full stop.
    let last = &view.units.tokens[sentence.tokens.end - 1];
    if slice(view.text, last.span().range()) == "." {
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
