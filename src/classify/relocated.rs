//! Changes with facts → the same without the facts that only changed their place: a fact counts where it differs between the texts.

use super::context::{FactSide, LanguageProfile};
use super::facts::is_fact;
use super::names::Names;
use crate::both::{Both, Side};
use crate::model::matching::Matching;
use crate::report::{Change, Class, Fact, Facts};
use crate::sort::sort_by_number;
use crate::text::conjunctions::is_conjunction;
use crate::text::multiset::same_multiset;
use std::ops::Deref;

/// Other words that have to change their place along with a word that says no: what it says no of.
const MIN_WORDS_WITH_NEGATION: usize = 3;
/// Changed words of each side of a pair of sentences, at most, and changed quotations of a text: this bounds the work. Where there are
/// more, all facts stay.
const MAX_WORDS: usize = 400;

/// A change with its sides.
pub struct Place<'a> {
    /// The change.
    pub change: &'a mut Change,
    /// Its sides.
    pub sides: Both<FactSide<'a>>,
}

/// Takes facts from changes where the same pair of sentences, or for a quotation the other text, has them at another place.
///
/// ```text
/// no fact   [On Thursday, ]the court met[ Thursday].    [“We are ready,” said ]Ann Hall[ said: “We are ready”].
/// facts     [Ann/Bob] sued [Bob/Ann]                    [ /L’Italie a battu ]la France[ a battu l’Italie/ ]
/// ```
#[inline(never)]
pub fn drop_facts_that_only_moved<H: Deref<Target = LanguageProfile>>(
    mut places: Vec<Place<'_>>,
    names: &Names<'_, '_, H>,
    matching: &Matching,
) {
    places.retain(|place| place.change.class != Class::Order);
    drop_quotations(&mut places, names);
    // Of each token, the number of its pair of sentences; the first is 1.
    let Some(first) = places.first() else {
        return;
    };
    let mut pair_of = first
        .sides
        .map(|side| vec![0; side.view.units.tokens.len()]);
    for (pair, number) in matching.pairs.iter().zip(1..) {
        pair_of.before[pair.tokens.before.clone()].fill(number);
        pair_of.after[pair.tokens.after.clone()].fill(number);
    }
    let pair = |place: &Place<'_>| {
        let tokens = place.sides.map(|side| side.tokens);
        let (pairs, at) = if tokens.before.is_empty() {
            (&pair_of.after, tokens.after.start)
        } else {
            (&pair_of.before, tokens.before.start)
        };
        pairs.get(at).copied().unwrap_or(0)
    };
    sort_by_number(&mut places, pair);
    for places in places.chunk_by_mut(|one, other| pair(one) == pair(other)) {
        let has_fact = |place: &Place<'_>| place.change.facts != Facts::default();
        if places.len() < 2 || !places.iter().any(has_fact) || pair(&places[0]) == 0 {
            continue;
        }
        for fact in [Fact::Number, Fact::Name, Fact::Negation] {
            drop_in_pair(places, fact, names);
        }
    }
}

/// The folded ids of the words of a side for which something holds.
#[inline(never)]
fn ids(side: FactSide<'_>, is_wanted: &dyn Fn(usize) -> bool) -> Vec<u32> {
    let words = side.words().filter(|&at| is_wanted(at));
    words.map(|at| side.view.units.tokens[at].folded).collect()
}

/// The side of a change that has a fact, where the other side has none, with the fact's words.
#[inline(never)]
fn holder<H: Deref<Target = LanguageProfile>>(
    place: &Place<'_>,
    fact: Fact,
    names: &Names<'_, '_, H>,
) -> Option<(Side, Vec<u32>)> {
    let of = |side: FactSide<'_>| ids(side, &|at| is_fact(fact, side, at, names));
    let facts = place.change.facts.has(fact).then(|| place.sides.map(of))?;
    match (facts.before.is_empty(), facts.after.is_empty()) {
        (false, true) => Some((Side::Before, facts.before)),
        (true, false) => Some((Side::After, facts.after)),
        _ => None,
    }
}

/// A quotation that was cut at one place and added at another, but for words like `and`, was neither.
fn drop_quotations<H: Deref<Target = LanguageProfile>>(
    places: &mut [Place<'_>],
    names: &Names<'_, '_, H>,
) {
    let mut cut: Vec<(usize, Vec<u32>)> = Vec::new();
    let mut added = Vec::new();
    for (at, place) in places.iter().enumerate() {
        if let Some((side, words)) = holder(place, Fact::Quotation, names) {
            match side {
                Side::Before => cut.push((at, words)),
                Side::After => added.push((at, words)),
            }
        }
    }
    if cut.is_empty() || added.is_empty() || added.len() > MAX_WORDS {
        return;
    }
    for (_, words) in cut.iter_mut().chain(&mut added) {
        words.retain(|&id| !is_conjunction(names.lexicon.folded(id)));
        sort_by_number(words, |&id| u64::from(id));
    }
    for (at, words) in cut {
        let same = |(_, other): &(usize, Vec<u32>)| words == *other;
        if let Some(partner) = added.iter().position(same) {
            for at in [at, added.swap_remove(partner).0] {
                let place = &mut places[at];
                let is_all = |side: FactSide<'_>| side.words().all(|at| side.quoted[at]);
                place.change.facts = if place.sides.into_iter().all(is_all) {
                    Facts::default()
                } else {
                    place.change.facts.without(Fact::Quotation)
                };
            }
        }
    }
}

/// Drops facts of one kind from the changes of one pair of sentences.
#[inline(never)]
fn drop_in_pair<H: Deref<Target = LanguageProfile>>(
    places: &mut [Place<'_>],
    fact: Fact,
    names: &Names<'_, '_, H>,
) {
    // The words of all changes of each side, each with its change; one that a fact was found in is taken out.
    let mut words: Both<Vec<(usize, u32)>> = Both::new(Vec::new(), Vec::new());
    for (at, place) in places.iter().enumerate() {
        for (words, side) in words.as_mut().zip(place.sides) {
            words.extend(ids(side, &|_| true).into_iter().map(|id| (at, id)));
        }
    }
    if words.iter().any(|words| words.len() > MAX_WORDS) {
        return;
    }
    let others = words.clone();
    for at in 0..places.len() {
        let Some((side, facts)) = holder(&places[at], fact, names) else {
            continue;
        };
        let words_of = |at: usize, side: Side| ids(*places[at].sides.of(side), &|_| true);
        let own = words_of(at, side);
        let opposite = others.of(side.other());
        let elsewhere = |id: &&u32| opposite.iter().any(|(_, other)| other == *id);
        let along = own.iter().filter(elsewhere).count();
        let along = along.saturating_sub(facts.len());
        let free = words.of_mut(side.other());
        let mut partner = at;
        let is_elsewhere = facts.iter().all(|fact| {
            let found = free.iter().position(|(_, id)| id == fact);
            found.is_some_and(|found| {
                partner = free.swap_remove(found).0;
                true
            })
        });
        let is_dropped = is_elsewhere
            && (holder(&places[partner], fact, names).is_some()
                || !places[partner].change.facts.has(fact))
            && match fact {
                Fact::Negation => along >= MIN_WORDS_WITH_NEGATION,
                _ if !words_of(at, side.other()).is_empty() => {
                    along > 0 && (is_set_off(&places[at]) || is_set_off(&places[partner]))
                }
                _ => true,
            }
            && {
                let there = words_of(partner, side.other());
                let (one, other) = (places[at].sides.before, places[partner].sides.before);
                let tokens =
                    one.tokens.end.min(other.tokens.end)..one.tokens.start.max(other.tokens.start);
                let between = FactSide {
                    tokens: &tokens,
                    ..one
                };
                let mut words = between.words();
                !words.any(|at| is_fact(fact, between, at, names) && !one.quoted[at])
                    || match fact {
                        // Who did what to whom is another, where the words beside the name are in another order.
                        Fact::Name => {
                            own == there
                                || !same_multiset(own.iter().copied(), there.iter().copied())
                        }
                        _ => along > 0,
                    }
            };
        if is_dropped {
            let change = &mut *places[at].change;
            change.facts = change.facts.without(fact);
            if matches!(
                (change.class, fact),
                (Class::Number, Fact::Number) | (Class::Name, Fact::Name)
            ) {
                change.class = Class::Wording;
            }
        }
    }
}

/// Whether a comma or another mark inside the sentence is in a change or right behind it: then it is an aside, and no part of what the
/// verb needs.
#[inline(never)]
fn is_set_off(place: &Place<'_>) -> bool {
    place.sides.into_iter().any(|side| {
        let units = side.view.units;
        let mut tokens = side.tokens.start..side.tokens.end + 1;
        let end = units.sentences.get(units.sentence_at(side.tokens.start));
        let last = end.map_or(0, |sentence| sentence.tokens.end - 1);
        tokens.any(|at| at < last && !units.tokens[at].is_word())
    })
}
