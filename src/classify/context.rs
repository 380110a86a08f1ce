//! What the classes depend on beside the changes: where sentences begin, which words have capitals, which language it is.

use crate::both::Both;
use crate::data::{Lines, FRENCH, GERMAN, OFTEN_GERMAN, PORTUGUESE, SWEDISH, TITLE};
use crate::text::chars::{is_capital, is_quote};
use crate::text::interner::Interner;
use crate::text::lexicon::Lexicon;
use crate::text::source::char_at;
use crate::text::units::{TokenKind, Units};
use std::ops::Range;

/// One text, with what its classes depend on.
#[derive(Clone, Copy)]
pub struct TextView<'a> {
    /// The characters.
    pub text: &'a str,
    /// The parts.
    pub units: &'a Units,
    /// Which tokens are the first word of a sentence.
    pub opens_sentence: &'a [bool],
}

impl TextView<'_> {
    /// Whether a token begins with a capital letter.
    pub fn is_capital(&self, at: usize) -> bool {
        is_capital(char_at(self.text, self.units.tokens[at].start as usize))
    }
}

/// One side of a change, with what facts are found by.
#[derive(Clone, Copy)]
pub struct FactSide<'a> {
    /// The text and its parts.
    pub view: TextView<'a>,
    /// The side's tokens.
    pub tokens: &'a Range<usize>,
    /// For every token of the text, whether it is in quotation marks.
    pub quoted: &'a [bool],
}

impl<'a> FactSide<'a> {
    /// Its words.
    pub fn words(self) -> impl Iterator<Item = usize> + Clone + 'a {
        let words = self.tokens.clone();
        words.filter(move |&at| self.view.units.tokens[at].is_word())
    }
}

/// What is known of the language, from the texts themselves.
#[derive(Clone, Debug)]
pub struct LanguageProfile {
    /// Whether common nouns have capitals, too. Then a word with a capital need not be a name.
    pub capitalizes_nouns: bool,
    /// For each folded word, whether it occurs in small letters.
    pub lowercase: Vec<bool>,
    /// For each folded word, whether the texts show elsewhere that it is a name: by a capital inside a sentence or, where common nouns
    /// have capitals too, by a title before it.
    pub named: Vec<bool>,
    /// A text is French.
    pub french: bool,
    /// A text is Portuguese.
    pub portuguese: bool,
    /// A text is Swedish.
    pub swedish: bool,
}

impl LanguageProfile {
    /// Finds the language by both texts. Where common nouns have capitals, as in German, many words with a capital are between words
    /// without one, and some of these are small words of German. Names often have several words, and are rarer.
    pub fn of(texts: Both<TextView<'_>>, lexicon: &Lexicon<'_>) -> Self {
        /// Share (0 to 1) of lone capitals among the words that open no sentence, from which nouns have capitals. English news has 0.03
        /// to 0.09, German 0.18 to 0.30.
        const MIN_LONE_SHARE: f32 = 0.14;
        /// Words below which a share says little: then a word of a shorter list is asked for.
        const MIN_WORDS: usize = 10;
        /// Tokens of each text that are read; more would change nothing.
        const MAX_TOKENS: usize = 10_000;
        let (mut lone, mut all) = (0, 0);
        let mut lowercase = vec![false; lexicon.len()];
        let mut named = vec![false; lexicon.len()];
        for view in texts {
            // Whether the word before the last one had a capital, and whether the last one had.
            let (mut earlier, mut last) = (false, false);
            let count = view.units.tokens.len().min(MAX_TOKENS);
            for at in 0..=count {
                let is_word = at < count && view.units.tokens[at].kind == TokenKind::Word;
                let has_capital = is_word && view.is_capital(at);
                let word = is_word && !view.opens_sentence[at];
                let capital = word && has_capital;
                if is_word {
                    let id = view.units.tokens[at].folded as usize;
                    lowercase[id] |= !has_capital;
                    // In a headline other words have capitals, too.
                    let sentence = |at| &view.units.sentences[view.units.sentence_at(at)].tokens;
                    named[id] |= capital
                        && !view.units.tokens[sentence(at).end - 1].is_word()
                        && !opens_sentence_or_speech(view, at);
                }
                all += usize::from(word);
                lone += usize::from(last && !earlier && !capital);
                (earlier, last) = (last, capital);
            }
        }
        let has = |words: Lines, is_small: bool| {
            let mut ids = words.iter().filter_map(|word| lexicon.find(word));
            ids.any(|id| !is_small || lowercase[id as usize])
        };
        spread_to_other_endings(&mut named, &lowercase, lexicon);
        let capitalizes_nouns = lone as f32 > MIN_LONE_SHARE * all as f32
            && (all >= MIN_WORDS && has(GERMAN, true) || has(OFTEN_GERMAN, false));
        if capitalizes_nouns {
            named = behind_titles(texts, lexicon, &lowercase);
        }
        Self {
            french: has(FRENCH, false),
            portuguese: has(PORTUGUESE, false),
            swedish: has(SWEDISH, false),
            capitalizes_nouns,
            lowercase,
            named,
        }
    }
}

/// The words of German behind a title with a capital, which are names: elsewhere nothing may show it.
///
/// ```text
/// Bundeskanzlerin Angela Merkel kam. … ein Erfolg für [Merkel/Scholz]      before: wording
/// ```
fn behind_titles(
    texts: Both<TextView<'_>>,
    lexicon: &Lexicon<'_>,
    lowercase: &[bool],
) -> Vec<bool> {
    /// Words of the longest name behind a title; a noun behind it is none of it.
    const MAX_WORDS: usize = 2;
    let mut named = vec![false; lexicon.len()];
    for view in texts {
        let mut left = 0;
        for (at, token) in view.units.tokens.iter().enumerate() {
            let has_capital = token.kind == TokenKind::Word && view.is_capital(at);
            if has_capital && TITLE.contains(lexicon.folded(token.folded)) {
                left = MAX_WORDS;
            } else if has_capital && left > 0 && !lowercase[token.folded as usize] {
                named[token.folded as usize] = true;
                left -= 1;
            } else {
                left = 0;
            }
        }
    }
    named
}

/// Says of the other forms of Cyrillic names what is known of one: `Иванов`, `у Иванова`.
fn spread_to_other_endings(named: &mut [bool], lowercase: &[bool], lexicon: &Lexicon<'_>) {
    /// Letters without which the forms of a name are the same.
    const ENDINGS: &str = "аеиймоухыьюя";
    let is_cyrillic = |word: &str| word.starts_with(|c| matches!(c, '\u{400}'..='\u{4ff}'));
    let key = lexicon.hash_key();
    let mut ids = Interner::default();
    // Each name without its ending: whether a form of it occurs with a capital inside a sentence, and whether one does in small letters.
    let mut names: Vec<(&str, bool, bool)> = Vec::new();
    let mut forms: Vec<(usize, u32)> = Vec::new();
    for word in 0..lexicon.len() {
        let folded = lexicon.folded(word as u32);
        if !is_cyrillic(folded) {
            continue;
        }
        let name = folded.trim_end_matches(|c| ENDINGS.contains(c));
        let (id, is_new) = ids.id(key.hash_bytes(name.as_bytes()), |id| {
            names[id as usize].0 == name
        });
        if is_new {
            names.push((name, false, false));
        }
        let (_, is_capital, is_small) = &mut names[id as usize];
        *is_capital |= named[word];
        *is_small |= lowercase[word];
        forms.push((word, id));
    }
    for (word, id) in forms {
        let (_, is_capital, is_small) = names[id as usize];
        named[word] |= is_capital && !is_small;
    }
}

/// Whether a word is the first of a sentence, or of what somebody says, but not of a title: “Many of us …”, he said: “Always”, the film
/// “Alien”.
#[inline(never)]
pub fn opens_sentence_or_speech(view: TextView<'_>, at: usize) -> bool {
    let tokens = &view.units.tokens;
    if view.opens_sentence[at] {
        return true;
    }
    let starts = |at: usize, of: fn(char) -> bool| {
        tokens
            .get(at)
            .is_some_and(|token| of(char_at(view.text, token.start as usize)))
    };
    at > 0
        && tokens[at].kind == TokenKind::Word
        && starts(at - 1, |c| is_quote(c) || c == ':')
        && (at > 1 && starts(at - 2, |c| c == ':')
            || !starts(at + 1, |c| is_quote(c) || is_capital(c)))
}
