//! Raw changes → changes: each with its operation, its class, its unit, and whether it lies in a quotation or in page furniture.

use super::class::class_of;
use super::context::{FactSide, LanguageProfile, TextView};
use super::division::{divide, DividedSide};
use super::facts::facts;
use super::names::Names;
use super::quotations::{self, Quoted};
use super::relocated::{drop_facts_that_only_moved, Place};
use crate::both::Both;
use crate::model::classified::Classified;
use crate::model::comparison::Comparison;
use crate::model::matching::Matching;
use crate::model::raw_change::RawChange;
use crate::model::unit::unit_of_change;
use crate::report::{Change, Class, Fact, Facts, Op};
use crate::text::article::Article;
use crate::text::dateline::dateline;
use crate::text::lexicon::Lexicon;
use crate::text::quotes;
use crate::text::units::{Block, BlockKind, Role, TokenKind, Units};
use std::cell::LazyCell;
use std::ops::Range;

/// Divides raw changes where a part of one is a fact of its own, and gives each its class.
#[inline(never)]
pub fn classify(
    comparison: &Comparison<'_>,
    matching: &Matching,
    raw: Vec<RawChange>,
) -> Classified {
    let lexicon = &comparison.lexicon;
    let articles = comparison.articles.as_ref();
    let opens = articles.map(|article| sentence_openers(&article.units));
    let view = articles
        .zip(opens.as_ref())
        .map(|(article, opens_sentence)| TextView {
            text: article.str(),
            units: &article.units,
            opens_sentence,
        });
    let language = LazyCell::new(|| LanguageProfile::of(view, lexicon));
    let quoted = articles.map(|article| quotes::quoted(article.str(), &article.units));
    let furniture = articles.map(|article| in_furniture(&article.units));
    let fields = articles.map(fields);
    let sides = view
        .zip(comparison.expressions.as_ref())
        .zip(quoted.as_ref())
        .map(|((view, expressions), quoted)| DividedSide {
            view,
            expressions,
            quoted,
        });
    let mut divided = Vec::with_capacity(raw.len());
    for change in raw {
        match divide(&change, comparison, sides, &language) {
            Some(parts) => divided.extend(parts),
            None => divided.push(change),
        }
    }
    let names = Names {
        lexicon,
        language: &language,
    };
    let name = |raw: &RawChange| {
        let op = match (raw.spans.before.is_empty(), raw.spans.after.is_empty()) {
            (true, _) => Op::Insert,
            (_, true) => Op::Delete,
            _ => Op::Replace,
        };
        let field = field(raw, &fields);
        let class = match class_of(raw, view, lexicon, &language) {
            // The first words of a dateline are a place: there a word with a capital is a name.
            Class::Wording if field == Some(Role::Dateline) && are_capitals(&view, raw) => {
                Class::Name
            }
            class => class,
        };
        let facts = if field == Some(Role::Timestamp)
            || field == Some(Role::Dateline) && is_whole_dateline(raw, &fields)
        {
            Facts::default()
        } else {
            let facts = facts(class, fact_sides(sides, raw), &names);
            if field == Some(Role::Dateline) && names_place(&view, raw, class, lexicon) {
                facts.with(Fact::Name)
            } else {
                facts
            }
        };
        let spans = articles
            .zip(raw.spans)
            .map(|(article, span)| article.text.span(span));
        let tokens = raw.tokens.as_ref();
        let in_quotation =
            |side: Both<&Range<usize>>| {
                articles.zip(side).zip(quoted.as_ref()).into_iter().any(
                    |((article, tokens), quoted)| all_words_have(&article.units, tokens, quoted),
                )
            };
        Change {
            op,
            class,
            unit: unit_of_change(comparison, raw),
            before: spans.before,
            after: spans.after,
            quoted: in_quotation(tokens),
            furniture: lies_in(&raw.tokens.before, &furniture.before)
                && lies_in(&raw.tokens.after, &furniture.after)
                || raw.tokens.before.is_empty()
                    && !raw.tokens.after.is_empty()
                    && lies_in(&raw.tokens.after, &furniture.after)
                || raw.tokens.after.is_empty()
                    && !raw.tokens.before.is_empty()
                    && lies_in(&raw.tokens.before, &furniture.before),
            facts,
            field,
        }
    };
    let mut changes: Vec<Change> = divided.iter().map(name).collect();
    let places = divided.iter().zip(&mut changes);
    let places = places.map(|(raw, change)| Place {
        change,
        sides: fact_sides(sides, raw),
    });
    drop_facts_that_only_moved(places.collect(), &names, matching);
    let texts = articles
        .zip(quoted.as_ref())
        .map(|(article, inside)| Quoted {
            units: &article.units,
            inside,
        });
    let quotations = quotations::count(texts, &divided, &changes, matching);
    Classified {
        raw: divided,
        changes,
        quotations,
    }
}

/// Both sides of a change, with what facts are found by.
fn fact_sides<'a>(sides: Both<DividedSide<'a>>, raw: &'a RawChange) -> Both<FactSide<'a>> {
    let sides = sides.zip(raw.tokens.as_ref());
    sides.map(|(side, tokens)| FactSide {
        view: side.view,
        quoted: side.quoted,
        tokens,
    })
}

/// Whether both sides of a change are words with capitals.
fn are_capitals(view: &Both<TextView<'_>>, raw: &RawChange) -> bool {
    let mut sides = view.zip(raw.tokens.as_ref()).into_iter();
    sides.all(|(view, tokens)| {
        let mut words = tokens.clone().filter(|&at| view.units.tokens[at].is_word());
        !tokens.is_empty() && words.all(|at| view.is_capital(at))
    })
}

/// Whether a change in a dateline is one of its place or agency: it has a word that is no date.
///
/// ```text
/// [القاهرة/الرياض] (رويترز) -      【[ロンドン/パリ]時事】      [PARIS, March 3 /](Reuters) -      before: no fact
/// ```
fn names_place(
    view: &Both<TextView<'_>>,
    raw: &RawChange,
    class: Class,
    lexicon: &Lexicon<'_>,
) -> bool {
    let is_place = |view: &TextView<'_>, at: usize| {
        let token = view.units.tokens[at];
        match token.kind {
            TokenKind::Word => lexicon.quantity(token.folded).is_none(),
            // Of a date in Chinese characters no part is a place.
            TokenKind::Unspaced => class != Class::Number,
            _ => false,
        }
    };
    matches!(
        class,
        Class::Spelling | Class::Number | Class::Order | Class::Wording
    ) && view
        .zip(raw.tokens.as_ref())
        .into_iter()
        .any(|(view, tokens)| tokens.clone().any(|at| is_place(&view, at)))
}

/// Which words are the first of a sentence.
fn sentence_openers(units: &Units) -> Vec<bool> {
    let mut opens = vec![false; units.tokens.len()];
    for sentence in &units.sentences {
        let mut tokens = sentence.tokens.clone();
        if let Some(first) = tokens.find(|&at| units.tokens[at].is_word()) {
            opens[first] = true;
        }
    }
    opens
}

/// For each token, the part of the story's frame that it is in.
fn fields(article: &Article<'_>) -> Vec<Option<Role>> {
    let units = &article.units;
    let mut fields = vec![None; units.tokens.len()];
    let is_paragraph = |block: &Block| block.kind == BlockKind::Paragraph && block.role.is_none();
    let first = units.blocks.iter().position(is_paragraph);
    for (at, block) in units.blocks.iter().enumerate() {
        if block.role.is_some() {
            fields[block.tokens.clone()].fill(block.role);
        } else if let Some(dateline) = dateline(article, &block.tokens, first == Some(at)) {
            fields[dateline].fill(Some(Role::Dateline));
        }
    }
    fields
}

/// The one part of the frame that all tokens of a change are in.
#[inline(never)]
fn field(raw: &RawChange, fields: &Both<Vec<Option<Role>>>) -> Option<Role> {
    let before = fields.before[raw.tokens.before.clone()].iter();
    let mut all = before.chain(&fields.after[raw.tokens.after.clone()]);
    let first = *all.next()?;
    first.filter(|_| all.all(|field| *field == first))
}

/// Whether a change in a dateline only brings it or takes it away, whole: then the story says the same with it and without it.
///
/// ```text
/// no fact   [LONDON (Reuters) — /]The bridge …      before: a name that differs
/// ```
fn is_whole_dateline(raw: &RawChange, fields: &Both<Vec<Option<Role>>>) -> bool {
    let (before, after) = (&raw.tokens.before, &raw.tokens.after);
    let is_whole = |tokens: &Range<usize>, fields: &[Option<Role>]| {
        let beside = [tokens.start.wrapping_sub(1), tokens.end];
        !beside
            .iter()
            .any(|&at| fields.get(at) == Some(&Some(Role::Dateline)))
    };
    before.is_empty() && is_whole(after, &fields.after)
        || after.is_empty() && is_whole(before, &fields.before)
}

/// Whether all words of a range, or all its punctuation where it has no words, have a flag.
fn all_words_have(units: &Units, tokens: &Range<usize>, flags: &[bool]) -> bool {
    let words = units.tokens[tokens.clone()]
        .iter()
        .any(|token| token.is_word());
    !tokens.is_empty()
        && tokens
            .clone()
            .filter(|&at| !words || units.tokens[at].is_word())
            .all(|at| flags[at])
}

/// Whether all tokens of a range, or the token after an empty range, have a flag.
fn lies_in(tokens: &Range<usize>, flags: &[bool]) -> bool {
    if tokens.is_empty() {
        flags
            .get(tokens.start)
            .or(flags.last())
            .copied()
            .unwrap_or(false)
    } else {
        tokens.clone().all(|at| flags[at])
    }
}

fn in_furniture(units: &Units) -> Vec<bool> {
    let mut flags = vec![false; units.tokens.len()];
    for block in units
        .blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Furniture)
    {
        flags[block.tokens.clone()].fill(true);
    }
    flags
}
