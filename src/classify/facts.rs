//! A change → which facts differ between its sides: numbers, names, negations, quotations.

use super::context::{FactSide, LanguageProfile, TextView};
use super::names::Names;
use super::negations::{self, is_negation};
use super::notation::say_the_same;
use super::swapped_parties::swapped_parties;
use crate::both::Both;
use crate::data::{LINK_WORD, TITLE};
use crate::report::{Class, Fact, Facts};
use crate::text::lexicon::Lexicon;
use crate::text::number_words::{number_word, NumberWord};
use crate::text::quantities::{is_counter, is_numeral, roman_numeral, Kind, ValueWord};
use crate::text::source::slice;
use crate::text::units::TokenKind;
use std::ops::Deref;

/// The facts that differ. A fact that is on both sides does not differ, except for the same names in another order.
///
/// ```text
/// did [not /]attend             negation
/// [中国が日本/日本が中国]を破り      name
/// [twelve boats/nine boats]     number
/// [He thanked Mr. Hall./]       name
/// she [said “no”/was silent]    quotation
/// ```
#[inline(never)]
pub fn facts<'a, H: Deref<Target = LanguageProfile>>(
    class: Class,
    sides: Both<FactSide<'a>>,
    names: &Names<'_, '_, H>,
) -> Facts {
    let (before, after) = (sides.before, sides.after);
    let has_no_facts = matches!(
        class,
        Class::Spacing | Class::Typography | Class::Case | Class::Break | Class::Punctuation
    );
    if has_no_facts || before.tokens.is_empty() && after.tokens.is_empty() {
        return Facts::default();
    }
    let differ_in = |fact: Fact, is_wanted: bool| {
        let of = |side: FactSide<'a>| {
            let words = side
                .words()
                .filter(move |&at| is_fact(fact, side, at, names) == is_wanted);
            let words = words.map(move |at| side.view.units.tokens[at].folded);
            words.filter(move |&id| is_wanted || !TITLE.contains(names.lexicon.folded(id)))
        };
        !of(before).eq(of(after))
    };
    let differ_in: &dyn Fn(Fact, bool) -> bool = &differ_in;
    // Where the other words are in another order too, the fact only stands elsewhere.
    let differ =
        |fact: Fact| differ_in(fact, true) && (class != Class::Order || !differ_in(fact, false));
    let count = |side: FactSide<'_>| {
        negations::count(side.view, side.tokens, names.lexicon, names.language)
    };
    let mut facts = Facts::default();
    let is_figure = |view: TextView<'_>, at: usize| is_figure(view, at, names);
    let is_figure = (class != Class::Number).then_some(&is_figure as _);
    if (class == Class::Number || differ(Fact::Number))
        && !say_the_same(sides, names.lexicon, is_figure)
    {
        facts = facts.with(Fact::Number);
    }
    // A change of values has no name: `3 Stunden` and `3pm GMT` have capitals for other reasons.
    if class == Class::Name || class != Class::Number && differ(Fact::Name) {
        facts = facts.with(Fact::Name);
    }
    if class == Class::Order {
        let (views, tokens) = (sides.map(|side| side.view), sides.map(|side| side.tokens));
        if let Some(fact) = swapped_parties(views, tokens, names.lexicon) {
            facts = facts.with(fact);
        }
    }
    if count(before) != count(after) {
        facts = facts.with(Fact::Negation);
    }
    if differ(Fact::Quotation) {
        facts = facts.with(Fact::Quotation);
    }
    facts
}

/// Whether a word is part of a fact. It is long and has many callers, so that one copy serves them all.
#[inline(never)]
pub fn is_fact<H: Deref<Target = LanguageProfile>>(
    fact: Fact,
    side: FactSide<'_>,
    at: usize,
    names: &Names<'_, '_, H>,
) -> bool {
    match fact {
        Fact::Number => is_figure(side.view, at, names),
        Fact::Name => names.is_named(side.view, at) || names.is_named_elsewhere(side.view, at),
        Fact::Negation => is_negation(side.view, at, names.lexicon, names.language),
        Fact::Quotation => side.quoted[at],
    }
}

/// Whether a word that says a number only beside another one ends a number in words: *one* in `two hundred and one`.
fn ends_number(view: TextView<'_>, at: usize, lexicon: &Lexicon<'_>) -> bool {
    let word = lexicon.folded(view.units.tokens[at].folded);
    let mut before = view.units.tokens[..at].iter().rev().peekable();
    before.next_if(|token| LINK_WORD.contains(lexicon.folded(token.folded)));
    matches!(number_word(word), Some(NumberWord::Number(_)))
        && before.next().is_some_and(|token| {
            token.kind == TokenKind::Word
                && matches!(
                    lexicon.quantity(token.folded),
                    Some((Kind::Cardinal | Kind::Scale, ValueWord::Always))
                )
        })
}

/// Whether a token says a number, a date, a time or an amount. Ordinals are left out: `first` is seldom a fact.
fn is_figure<H: Deref<Target = LanguageProfile>>(
    view: TextView<'_>,
    at: usize,
    names: &Names<'_, '_, H>,
) -> bool {
    let tokens = &view.units.tokens;
    let unspaced = |at: usize| {
        let token = tokens
            .get(at)
            .filter(|token| token.kind == TokenKind::Unspaced);
        token.map_or("", |token| slice(view.text, token.span().range()))
    };
    match tokens[at].kind {
        TokenKind::Number => true,
        TokenKind::Punctuation => false,
        // One numeral alone is part of many words: 一般.
        TokenKind::Unspaced => {
            is_numeral(unspaced(at))
                && (is_numeral(unspaced(at + 1)) || is_counter(unspaced(at + 1)))
        }
        TokenKind::Word => match names.lexicon.quantity(tokens[at].folded) {
            Some((Kind::Month | Kind::Day | Kind::Cardinal, ValueWord::Always)) => {
                !names.is_named(view, at)
            }
            Some((Kind::Scale | Kind::Fraction, ValueWord::Always)) => true,
            Some((_, ValueWord::BesideNumber)) => ends_number(view, at, names.lexicon),
            _ => {
                let word = slice(view.text, tokens[at].span().range());
                roman_numeral(word) == ValueWord::Always
            }
        },
    }
}
