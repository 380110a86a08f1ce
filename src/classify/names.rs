//! A side of a change → whether it is a name.

use super::{Habits, Read};
use crate::text::chars::is_capital;
use crate::text::chars::is_quote;
use crate::text::source::char_at;
use crate::text::units::TokenKind;
use std::ops::{Deref, Range};

/// Whether a side is nothing but capitalised words, none of them because it opens something; where common nouns have capitals
/// too, two or more of them.
pub fn is_name(read: Read<'_>, range: &Range<usize>, habits: &impl Deref<Target = Habits>) -> bool {
    let tokens = &read.units.tokens;
    let starts = |at: usize, of: fn(char) -> bool| {
        tokens
            .get(at)
            .is_some_and(|token| of(char_at(read.text, token.start as usize)))
    };
    let mut words = 0;
    for at in range.clone() {
        if !tokens[at].is_word() {
            continue;
        }
        if !starts(at, is_capital) || read.opens[at] {
            return false;
        }
        // The first word of what somebody says, unless that is a title: “Many of us …”, the film “Alien”.
        if at > 0
            && starts(at - 1, |c| is_quote(c) || c == ':')
            && tokens[at].kind == TokenKind::Word
        {
            let title = starts(at + 1, |c| is_quote(c) || is_capital(c));
            if !title {
                return false;
            }
        }
        words += 1;
    }
    match words {
        1..=4 if habits.capital_nouns => words > 1,
        1..=4 => !in_title_case(read, range),
        _ => false,
    }
}

/// Whether the words around a stretch are capitalised too, as in a headline of English.
fn in_title_case(read: Read<'_>, range: &Range<usize>) -> bool {
    let sentences = &read.units.sentences;
    let sentence = sentences.partition_point(|sentence| sentence.tokens.end <= range.start);
    let Some(sentence) = sentences.get(sentence) else {
        return false;
    };
    let (mut capital, mut small) = (0, 0);
    for at in sentence
        .tokens
        .clone()
        .filter(|at| !range.contains(at) && !read.opens[*at])
    {
        let token = &read.units.tokens[at];
        // Short words are small in headlines, too.
        if token.kind == TokenKind::Word && token.end - token.start > 4 {
            if read.is_capital(at) {
                capital += 1;
            } else {
                small += 1;
            }
        }
    }
    capital > 2 * small && capital >= 2
}
