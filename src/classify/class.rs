//! A change → its class: the lightest one that is true of it.

use super::context::{LanguageProfile, TextView};
use super::names::Names;
use super::symbols::class_of_symbols;
use super::values::{self, Values};
use crate::both::Both;
use crate::model::raw_change::{RawChange, RawKind};
use crate::report::Class;
use crate::text::char_cache::CharCache;
use crate::text::chars::{is_invisible, is_letter, is_small};
use crate::text::fold::{fold, Level};
use crate::text::lexicon::Lexicon;
use crate::text::multiset::same_multiset;
use crate::text::source::{char_at, slice};
use crate::text::spelling::is_respelled;
use crate::text::units::{Token, TokenKind, Units};
use std::borrow::Cow;
use std::ops::{Deref, Range};

/// The class of a change.
#[inline(never)]
pub fn class_of(
    change: &RawChange,
    texts: Both<TextView<'_>>,
    lexicon: &Lexicon<'_>,
    language: &impl Deref<Target = LanguageProfile>,
) -> Class {
    let Both { before, after } = texts;
    let (b, a) = (
        slice(before.text, change.spans.before.range()),
        slice(after.text, change.spans.after.range()),
    );
    let platform = lexicon.platform();
    if change.kind == RawKind::Whitespace {
        let is_line_end = |c| matches!(c, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}');
        return if b.chars().chain(a.chars()).any(is_line_end)
            && starts_block(before, change.spans.before.end)
                != starts_block(after, change.spans.after.end)
        {
            Class::Break
        } else {
            Class::Spacing
        };
    }
    let alike = may_be_same(texts, change, lexicon);
    let same = |level| alike && fold(b, level, lexicon.chars()) == fold(a, level, lexicon.chars());
    if alike && differ_in_line_end_hyphens(b, a, lexicon.chars()) {
        return Class::Spacing;
    }
    if same(Level::Spacing) {
        return if joins_words(b, a) {
            Class::Spelling
        } else {
            Class::Spacing
        };
    }
    if same(Level::Typography) {
        return Class::Typography;
    }
    if same(Level::Case) || same_in_turkish(b, a, lexicon.chars()) {
        return Class::Case;
    }
    match change.kind {
        RawKind::Form => return Class::Spelling,
        RawKind::Counted => return Class::Number,
        _ => {}
    }
    let (b_words, a_words) = (
        lettered(before.units, &change.tokens.before, lexicon),
        lettered(after.units, &change.tokens.after, lexicon),
    );
    if b_words.clone().eq(a_words.clone()) {
        return class_of_symbols(texts, change);
    }
    let reordered =
        b_words.clone().nth(1).is_some() && same_multiset(b_words.clone(), a_words.clone());
    let spelled = |id| lexicon.folded(id);
    let b_words: Vec<&str> = b_words.map(spelled).collect();
    let a_words: Vec<&str> = a_words.map(spelled).collect();
    if same_without_dots(&b_words, &a_words) {
        return Class::Punctuation;
    }
    let named = Names { lexicon, language };
    let are_names = || {
        named.is_name(before, &change.tokens.before) && named.is_name(after, &change.tokens.after)
    };
    // `12/05` and `05/12` are two dates.
    let are_figures = || {
        let mut words = before.units.tokens[change.tokens.before.clone()].iter();
        words.all(|token| token.kind != TokenKind::Word && token.kind != TokenKind::Unspaced)
            && !b.contains(char::is_whitespace)
    };
    match values::differ(change, texts, lexicon) {
        Some(Values::Dates) if !are_names() => return Class::Number,
        Some(Values::Others) if (!reordered || are_figures()) && !are_names() => {
            return Class::Number
        }
        _ => {}
    }
    if reordered && !before.units.is_one_word(&change.tokens.before) {
        return Class::Order;
    }
    let names = are_names();
    if is_respelled(&b_words, &a_words, names, platform) {
        return Class::Spelling;
    }
    if names {
        return Class::Name;
    }
    Class::Wording
}

/// Whether folding may make both sides equal: only if the letters of their folded words are the same, one after the other. Also where
/// a symbol has letters, such as `™`, because only folding the whole shows what they are.
fn may_be_same(texts: Both<TextView<'_>>, change: &RawChange, lexicon: &Lexicon<'_>) -> bool {
    let tokens = texts.zip(change.tokens.as_ref());
    let tokens = tokens.map(|(view, tokens)| view.units.tokens[tokens.clone()].iter());
    let (b, a) = (tokens.before, tokens.after);
    let letters = |token: &Token| {
        let folded = lexicon.folded(token.folded);
        folded
            .chars()
            .filter(|&c| lexicon.chars().is_letter_or_number(c))
    };
    let is_lettered_symbol = |token: &Token| !token.is_word() && is_lettered(token, lexicon);
    b.clone().flat_map(letters).eq(a.clone().flat_map(letters))
        || b.chain(a).any(is_lettered_symbol)
}

/// Whether a token has a letter or a digit once it is folded: ㎏ and ㈱ are no words by the rules of Unicode, and yet have letters.
fn is_lettered(token: &Token, lexicon: &Lexicon<'_>) -> bool {
    let mut folded = lexicon.folded(token.folded).chars();
    token.is_word() || folded.any(|c| lexicon.chars().is_letter_or_number(c))
}

/// The folded ids of those tokens of a range that have letters or digits.
fn lettered<'a>(
    units: &'a Units,
    tokens: &Range<usize>,
    lexicon: &'a Lexicon<'_>,
) -> impl Iterator<Item = u32> + Clone + 'a {
    let tokens = units.tokens[tokens.clone()].iter();
    tokens
        .filter(|token| is_lettered(token, lexicon))
        .map(|token| token.folded)
}

/// Whether the first token after white space is the first of a block: then the white space is a paragraph break. One line end inside a
/// sentence is none, even where not all lines were wrapped by hand.
///
/// ```text
/// no break   The river rose⏎during the night       break   The river rose.⏎During the night   The river¶during the night
/// ```
fn starts_block(view: TextView<'_>, end: u32) -> bool {
    let (tokens, blocks) = (&view.units.tokens, &view.units.blocks);
    let next = tokens.partition_point(|token| token.start < end);
    let block = blocks.partition_point(|block| block.tokens.start < next);
    if next == 0
        || blocks
            .get(block)
            .is_none_or(|block| block.tokens.start != next)
    {
        return false;
    }
    let gap = slice(
        view.text,
        tokens[next - 1].end as usize..tokens[next].start as usize,
    );
    let one_line_end = gap.chars().filter(|&c| c == '\n').count() == 1;
    let sentence_goes_on = tokens[next - 1].kind == TokenKind::Word
        && is_small(char_at(view.text, tokens[next].start as usize));
    !(one_line_end && sentence_goes_on)
}

/// Whether nothing but white space and hyphens at line ends differs: a text that was set in lines against one that was not.
///
/// ```text
/// redevelop-⏎ment     redevelopment
/// ```
fn differ_in_line_end_hyphens(before: &str, after: &str, chars: &CharCache<'_>) -> bool {
    let sides = [before, after].map(without_line_end_hyphens);
    let [Cow::Borrowed(_), Cow::Borrowed(_)] = sides else {
        let [b, a] = sides.map(|side| fold(&side, Level::Spacing, chars).into_owned());
        return b == a;
    };
    false
}

/// A text without the hyphens between a letter and a line end that a letter follows.
fn without_line_end_hyphens(text: &str) -> Cow<'_, str> {
    let is_hyphen = |c: char| matches!(c, '-' | '\u{ad}' | '\u{2010}');
    let ends_line = |&(at, hyphen): &(usize, &str)| {
        let rest = &text[at + hyphen.len()..];
        let next = rest.trim_start();
        let blank = &rest[..rest.len() - next.len()];
        blank.contains(['\n', '\r'])
            && next.starts_with(is_small)
            && text[..at].ends_with(is_letter)
    };
    let mut out = Cow::Borrowed("");
    let mut end = 0;
    for (at, hyphen) in text.match_indices(is_hyphen).filter(ends_line) {
        out.to_mut().push_str(&text[end..at]);
        end = at + hyphen.len();
    }
    if end == 0 {
        return Cow::Borrowed(text);
    }
    out.to_mut().push_str(&text[end..]);
    out
}

/// Whether white space was inserted or deleted inside a word: `web site`, `website`. A character that prints nothing separates no words
/// and is part of none.
fn joins_words(before: &str, after: &str) -> bool {
    /// Letters and punctuation, each with what is before it: 0 nothing, 1 a character that prints nothing, 2 white space.
    fn spaced(text: &str) -> impl Iterator<Item = (char, u8)> + '_ {
        let mut apart = 0;
        text.chars().filter_map(move |c| {
            if is_invisible(c) {
                apart = apart.max(1);
            } else if c.is_whitespace() {
                apart = 2;
            } else {
                return Some((c, std::mem::take(&mut apart)));
            }
            None
        })
    }
    let mut last = ' ';
    spaced(before).zip(spaced(after)).any(|((c, b), (_, a))| {
        let letters = is_letter(last)
            && is_letter(c)
            && !is_written_without_spaces(last)
            && !is_written_without_spaces(c);
        last = c;
        letters && b.abs_diff(a) == 2
    })
}

/// Whether a character is of Chinese, Japanese, Thai or another script in which white space does not separate words.
fn is_written_without_spaces(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3005}'..='\u{9fff}')
}

/// Whether two texts are the same but for case, where İ is the capital of i, and I is the capital of ı.
fn same_in_turkish(before: &str, after: &str, chars: &CharCache<'_>) -> bool {
    let turkish = |c| matches!(c, 'ı' | 'İ');
    if !before.chars().chain(after.chars()).any(turkish) {
        return false;
    }
    let fold = |text: &str| {
        fold(
            &text
                .chars()
                .map(|c| if c == 'I' { 'ı' } else { c })
                .collect::<String>(),
            Level::Case,
            chars,
        )
        .into_owned()
    };
    fold(before) == fold(after)
}

/// Whether two lists of words are the same without their dots: `U.S.` and `US`.
fn same_without_dots(before: &[&str], after: &[&str]) -> bool {
    // 2.5 without its dot is another value.
    let letters = |word: &str| word.chars().all(|c| c == '.' || is_letter(c));
    let same = |b: &str, a: &str| {
        b.chars()
            .filter(|&c| c != '.')
            .eq(a.chars().filter(|&c| c != '.'))
    };
    before.len() == after.len()
        && before
            .iter()
            .zip(after)
            .all(|(b, a)| b == a || letters(b) && letters(a) && same(b, a))
}
