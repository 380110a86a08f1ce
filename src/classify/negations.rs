//! A word → whether it says no.

use super::context::{opens_sentence_or_speech, LanguageProfile, TextView};
use crate::data::{NEGATION, NO_NEGATION};
use crate::text::lexicon::Lexicon;
use crate::text::units::TokenKind;
use std::ops::{Deref, Range};

/// Characters before a change among which a word that says no may begin: ません of 認めま[せん].
const MAX_CHARACTERS_BEFORE: usize = 3;

/// How many words that say no are among some tokens, or end there.
///
/// ```text
/// not   never   didn't   nicht   ne … [pas]   не   لم   [不]知道   知ら[ない]
/// ```
pub fn count(
    view: TextView<'_>,
    tokens: &Range<usize>,
    lexicon: &Lexicon<'_>,
    language: &impl Deref<Target = LanguageProfile>,
) -> usize {
    let Some(first) = view.units.tokens[tokens.clone()].first() else {
        return 0;
    };
    let unspaced = first.kind == TokenKind::Unspaced;
    let before = tokens
        .start
        .saturating_sub(MAX_CHARACTERS_BEFORE * usize::from(unspaced))
        ..tokens.start;
    let reaches_in = |&at: &usize| {
        let token = &view.units.tokens[at];
        token.kind == TokenKind::Unspaced
            && lexicon.list_starts(token.form).negation
            && says_no(view.text, token.start as usize)
                .is_some_and(|length| token.start as usize + length > first.start as usize)
    };
    let inside = |&at: &usize| is_negation(view, at, lexicon, language);
    before.filter(reaches_in).count() + tokens.clone().filter(inside).count()
}

/// Whether a token says no, or is the first character of a word that does.
#[inline(never)]
pub fn is_negation(
    view: TextView<'_>,
    at: usize,
    lexicon: &Lexicon<'_>,
    language: &impl Deref<Target = LanguageProfile>,
) -> bool {
    let token = &view.units.tokens[at];
    let word = lexicon.folded(token.folded);
    match token.kind {
        TokenKind::Punctuation | TokenKind::Number => false,
        TokenKind::Unspaced => {
            lexicon.list_starts(token.form).negation
                && says_no(view.text, token.start as usize).is_some()
        }
        TokenKind::Word => {
            if word.ends_with("n't") {
                return true;
            }
            if language.french && says_ne(view, at, lexicon) {
                return true;
            }
            if !lexicon.is_negation(token.folded) || is_taken_back(view, at, lexicon) {
                return false;
            }
            // `no` is *in the* in Portuguese, `ni` and `sin` are *you* and *his* in Swedish, `Not` is a noun of German.
            match word {
                "no" => !language.portuguese,
                "ni" | "sin" => !language.swedish,
                // `mai` is May in French.
                "mai" if at > 0 && is_before_month(view, at - 1, lexicon) => false,
                _ => !view.is_capital(at) || opens_sentence_or_speech(view, at),
            }
        }
    }
}

/// Whether the word behind one that says no takes it back: ولا سيما is *especially*.
fn is_taken_back(view: TextView<'_>, at: usize, lexicon: &Lexicon<'_>) -> bool {
    let next = view.units.tokens.get(at + 1);
    next.is_some_and(|next| NO_NEGATION.contains(lexicon.folded(next.folded)))
}

/// Whether a token is one that is before a month in French.
fn is_before_month(view: TextView<'_>, at: usize, lexicon: &Lexicon<'_>) -> bool {
    let token = &view.units.tokens[at];
    token.kind == TokenKind::Number
        || matches!(lexicon.folded(token.folded), "en" | "de" | "début" | "fin")
}

/// Whether a word of French is `ne`, also as part of the next word, and means no: `ne … que` means *only*.
fn says_ne(view: TextView<'_>, at: usize, lexicon: &Lexicon<'_>) -> bool {
    /// Words behind `ne` among which its `que` is.
    const MAX_WORDS_TO_QUE: usize = 5;
    let tokens = &view.units.tokens;
    let word = |at: usize| lexicon.folded(tokens[at].folded);
    let is_ne = word(at) == "ne" || word(at).len() > 2 && word(at).starts_with("n'");
    let sentence = &view.units.sentences[view.units.sentence_at(at)].tokens;
    let behind = at + 1..sentence.end.min(at + 1 + MAX_WORDS_TO_QUE);
    let means_only = || {
        let mut words = behind.clone().map(word);
        words.find_map(|word| match word {
            "pas" | "plus" | "jamais" | "rien" | "personne" => Some(false),
            "que" => Some(true),
            _ => word.starts_with("qu'").then_some(true),
        })
    };
    is_ne && means_only() != Some(true)
}

/// The length in bytes of the word of the list that begins at a byte, if it is not inside a longer word that does not say no.
fn says_no(text: &str, at: usize) -> Option<usize> {
    let text = text.as_bytes();
    // All words of the list from the first script without spaces on.
    let word = NEGATION
        .from("\u{e00}")
        .find(|word| text[at..].starts_with(word.as_bytes()))?;
    let is_inside_other = NO_NEGATION.iter().any(|other| {
        let other = other.as_bytes();
        let is_inside = |place: usize| {
            other[place..].starts_with(word.as_bytes()) && text[at - place..].starts_with(other)
        };
        (0..other.len().min(at + 1)).any(is_inside)
    });
    (!is_inside_other).then_some(word.len())
}

#[cfg(test)]
mod tests {
    use super::says_no;

    #[test]
    fn words_that_say_no_and_longer_words_that_do_not() {
        let no = |text: &str, before: &str| says_no(text, before.len()).is_some();
        assert!(no("他不知道", "他"));
        assert!(no("知らない", "知ら"));
        assert!(!no("不过他来了", ""));
        assert!(!no("必ず来る", "必"));
        assert!(!no("人が少ない", "人が少"));
        assert!(!no("人が少なくない", "人が少なく"));
    }
}
