//! A draft → its class: the lightest one that is true of it.

use crate::changes::{Draft, DraftKind};
use crate::fold::{fold, is_invisible, Level};
use crate::lexicon::Lexicon;
use crate::report::Class;
use crate::sorting::sorted;
use crate::spelling::is_respelled;
use crate::units::{Token, TokenKind, Units};
use std::ops::Range;

/// One text as far as classes ask.
#[derive(Clone, Copy)]
pub struct Read<'a> {
    /// The characters.
    pub text: &'a str,
    /// The parts.
    pub units: &'a Units,
    /// Which tokens open a sentence.
    pub opens: &'a [bool],
}

/// What is known of the language, from the texts themselves.
#[derive(Clone, Copy, Debug)]
pub struct Habits {
    /// Common nouns are capitalised too, so that a capital says nothing of names.
    pub capital_nouns: bool,
}

/// Names a draft.
pub fn classify(
    draft: &Draft,
    before: Read<'_>,
    after: Read<'_>,
    lexicon: &Lexicon<'_>,
    habits: Habits,
) -> Class {
    let (b, a) = (
        &before.text[draft.before.range()],
        &after.text[draft.after.range()],
    );
    let platform = lexicon.platform();
    if draft.kind == DraftKind::Gap {
        return if has_break(b) != has_break(a) {
            Class::Break
        } else {
            Class::Spacing
        };
    }
    let same = |level| fold(b, level, platform) == fold(a, level, platform);
    if same(Level::Spacing) {
        return if joins_words(before, after, draft) {
            Class::Spelling
        } else {
            Class::Spacing
        };
    }
    if same(Level::Typography) {
        return Class::Typography;
    }
    if same(Level::Case) {
        return Class::Case;
    }
    if draft.kind == DraftKind::Dress {
        return Class::Spelling;
    }
    let words = |read: Read<'_>, range: &Range<usize>| -> Vec<u32> {
        read.units.tokens[range.clone()]
            .iter()
            .filter(|token| token.is_word())
            .map(|token| token.folded)
            .collect()
    };
    let (b_words, a_words) = (
        words(before, &draft.tokens.before),
        words(after, &draft.tokens.after),
    );
    if b_words == a_words {
        return Class::Punctuation;
    }
    if b_words.len() > 1
        && b_words.len() == a_words.len()
        && sorted(b_words.clone()) == sorted(a_words.clone())
    {
        return Class::Order;
    }
    if is_number(before, after, draft, lexicon) {
        return Class::Number;
    }
    let spelled = |words: &[u32]| {
        words
            .iter()
            .map(|&id| lexicon.folded(id).to_owned())
            .collect::<Vec<_>>()
    };
    if is_respelled(&spelled(&b_words), &spelled(&a_words), platform) {
        return Class::Spelling;
    }
    if !habits.capital_nouns
        && is_name(before, &draft.tokens.before)
        && is_name(after, &draft.tokens.after)
    {
        return Class::Name;
    }
    Class::Wording
}

/// Whether white space holds a line end; between blocks that is a paragraph break.
fn has_break(gap: &str) -> bool {
    gap.chars().any(|c| {
        matches!(
            c,
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
        )
    })
}

/// Whether white space came or went inside what is one word on one side: `web site`, `website`.
fn joins_words(before: Read<'_>, after: Read<'_>, draft: &Draft) -> bool {
    let count = |read: Read<'_>, range: &Range<usize>| {
        read.units.tokens[range.clone()]
            .iter()
            .filter(|token| token.is_word() && token.kind != TokenKind::Sign)
            .count()
    };
    let visible = |text: &str| text.chars().any(|c| !c.is_whitespace() && !is_invisible(c));
    visible(&before.text[draft.before.range()])
        && count(before, &draft.tokens.before) != count(after, &draft.tokens.after)
}

/// Whether both sides are number expressions, or the same words around different ones.
fn is_number(before: Read<'_>, after: Read<'_>, draft: &Draft, lexicon: &Lexicon<'_>) -> bool {
    let side = |read: Read<'_>, range: &Range<usize>| {
        let mut numbers = Vec::new();
        let mut others = Vec::new();
        for token in &read.units.tokens[range.clone()] {
            let word = lexicon.folded(token.folded);
            if token.kind == TokenKind::Number
                || token.is_word() && crate::quantities::is_quantity(word)
            {
                numbers.push(token.folded);
            } else if token.is_word() {
                others.push(token.folded);
            }
        }
        (numbers, others)
    };
    let (b, a) = (
        side(before, &draft.tokens.before),
        side(after, &draft.tokens.after),
    );
    if b.0.is_empty() && a.0.is_empty() || b.1 != a.1 {
        return false;
    }
    // A number that comes or goes alone is one; with words around it, it is wording.
    b.0 != a.0
}

/// Whether a side is nothing but capitalised words, none of them capitalised because it opens a sentence.
fn is_name(read: Read<'_>, range: &Range<usize>) -> bool {
    let capital = |token: &Token| read.text[token.span().range()].starts_with(char::is_uppercase);
    let mut words = 0;
    for at in range.clone() {
        let token = &read.units.tokens[at];
        if !token.is_word() {
            continue;
        }
        if !capital(token) || read.opens[at] {
            return false;
        }
        words += 1;
    }
    words > 0 && words <= 4
}
