//! Two texts → what each stage of their comparison makes, for the benches and for `ARCHITECTURE.md`. No part of the public interface.

use crate::align::align;
use crate::assemble;
use crate::boilerplate::block_kinds;
use crate::both::Both;
use crate::changes::raw_changes;
use crate::classify::classify;
use crate::diff::match_words;
use crate::model::classified::Classified;
use crate::model::comparison::Comparison;
use crate::model::matching::{Matching, TokenRanges};
use crate::model::pairs::Alignment;
use crate::model::raw_change::RawChanges;
use crate::options::Options;
use crate::refine::refine;
use crate::report::Report;
use crate::text::article::Article;
use crate::text::char_cache::CharCache;
use crate::text::interner::HashKey;
use crate::text::lexicon::Lexicon;
use crate::text::platform::Native;
use crate::text::segment::segment_both;
use crate::text::source::Text;
use std::fmt::Write;
use std::hint::black_box;
use std::ops::Range;

/// A comparison that was stopped after each stage. Each method runs its stage again on what the stages before it made.
pub struct Stages<'t> {
    texts: Both<&'t str>,
    comparison: Comparison<'t>,
    alignment: Alignment,
    matched: Matching,
    refined: Matching,
    raw: RawChanges,
    classified: Classified,
}

/// Compares two texts stage by stage, in the order in which they are given, and shows what each stage made to `look`.
pub fn with_stages<R>(
    before: &str,
    after: &str,
    options: &Options,
    look: impl FnOnce(&Stages<'_>) -> R,
) -> R {
    let chars = CharCache::new(&Native);
    let mut lexicon = Lexicon::new(&chars, HashKey::of(before, after));
    let texts = Both::new(before, after);
    let articles = segment_both(texts.map(Text::new), &mut lexicon);
    let mut comparison = Comparison::new(articles, lexicon, options);
    let alignment = align(&comparison);
    let matched = match_words(&comparison, &alignment);
    let mut refined = matched.clone();
    refine(&comparison, &mut refined);
    if options.furniture {
        comparison.set_kinds(block_kinds(&comparison, &refined));
    }
    let raw = raw_changes(&comparison, &refined);
    let classified = classify(&comparison, &refined, raw.changes.clone());
    look(&Stages {
        texts,
        comparison,
        alignment,
        matched,
        refined,
        raw,
        classified,
    })
}

impl Stages<'_> {
    /// Text → blocks, sentences, tokens, and the weight of each word.
    pub fn segment(&self) {
        let chars = CharCache::new(&Native);
        let key = HashKey::of(self.texts.before, self.texts.after);
        let mut lexicon = Lexicon::new(&chars, key);
        let articles = segment_both(self.texts.map(Text::new), &mut lexicon);
        let options = self.comparison.options;
        black_box(Comparison::new(articles, lexicon, options));
    }

    /// Articles → pairs of sentences.
    pub fn align(&self) {
        black_box(align(&self.comparison));
    }

    /// Pairs of sentences → matched words.
    pub fn diff(&self) {
        black_box(match_words(&self.comparison, &self.alignment));
    }

    /// Matching → matching as a person would mark it.
    pub fn refine(&self) {
        let mut matching = self.matched.clone();
        refine(&self.comparison, &mut matching);
        black_box(matching);
    }

    /// Blocks → which of them belong to the page.
    pub fn boilerplate(&self) {
        black_box(block_kinds(&self.comparison, &self.refined));
    }

    /// Matching → raw changes.
    pub fn changes(&self) {
        black_box(raw_changes(&self.comparison, &self.refined));
    }

    /// Raw changes → changes with their classes.
    pub fn classify(&self) {
        let raw = self.raw.changes.clone();
        black_box(classify(&self.comparison, &self.refined, raw));
    }

    /// All of it → the report.
    pub fn report(&self) -> Report {
        let raw = RawChanges {
            changes: self.classified.raw.clone(),
            moves: self.raw.moves.clone(),
        };
        let classified = (self.classified.changes.clone(), self.classified.quotations);
        assemble::report(&self.comparison, &self.refined, &raw, classified).sorted()
    }

    /// What each stage made, as text: the name of the stage and its output.
    pub fn described(&self) -> Vec<(&'static str, String)> {
        vec![
            ("segment", self.described_units()),
            ("align", self.described_pairs()),
            ("diff", self.described_ranges(&self.matched)),
            ("refine", self.described_ranges(&self.refined)),
            ("boilerplate", self.described_kinds()),
            ("changes", self.described_raw_changes()),
            ("classify", self.described_changes()),
        ]
    }

    fn described_units(&self) -> String {
        let mut out = String::new();
        for (name, article) in ["before", "after"]
            .into_iter()
            .zip(self.comparison.articles.iter())
        {
            for (sentence, number) in article.units.sentences.iter().zip(0..) {
                let tokens: Vec<&str> = sentence
                    .tokens
                    .clone()
                    .map(|at| article.token(at))
                    .collect();
                // A `String` takes all that is written to it.
                let _ = writeln!(
                    out,
                    "{name} block {} sentence {number}: {}",
                    sentence.block,
                    tokens.join("|")
                );
            }
        }
        out
    }

    fn described_pairs(&self) -> String {
        let mut out = String::new();
        let in_place = self
            .alignment
            .in_place
            .iter()
            .map(|pair| (pair, "in place"));
        let moved = self.alignment.moved.iter().map(|pair| (pair, "moved"));
        for (pair, place) in in_place.chain(moved) {
            let Both { before, after } = pair.sentences.as_ref().map(numbers);
            let _ = writeln!(
                out,
                "sentence {before} = sentence {after}, {place}, similarity {:.2}",
                pair.similarity
            );
        }
        out
    }

    fn described_ranges(&self, matching: &Matching) -> String {
        let mut out = String::new();
        let in_pairs = matching
            .pairs
            .iter()
            .flat_map(|pair| matching.unmatched_ranges(&pair.tokens));
        let named = |name, ranges: &[TokenRanges]| {
            let ranges = ranges.to_vec();
            ranges.into_iter().map(move |range| (name, range))
        };
        let reordered = |range: &TokenRanges| matching.reorderings.contains(range);
        let unmatched: Vec<TokenRanges> = in_pairs.filter(|range| !reordered(range)).collect();
        for (name, ranges) in named("unmatched", &unmatched)
            .chain(named("reordered", &matching.reorderings))
            .chain(named("moved", &matching.moves))
        {
            let [b, a] = self.sides(&ranges);
            let _ = writeln!(out, "{name} [{b}] [{a}]");
        }
        out
    }

    /// The characters of a range of tokens of each text.
    fn sides(&self, ranges: &TokenRanges) -> [&str; 2] {
        let side = |(article, tokens): (&Article<'_>, &Range<usize>)| {
            let tokens = &article.units.tokens[tokens.clone()];
            match (tokens.first(), tokens.last()) {
                (Some(first), Some(last)) => first.start as usize..last.end as usize,
                _ => 0..0,
            }
        };
        let articles = self.comparison.articles.as_ref();
        let bytes = articles.zip(ranges.as_ref()).map(side);
        [
            &self.texts.before[bytes.before],
            &self.texts.after[bytes.after],
        ]
    }

    fn described_kinds(&self) -> String {
        let mut out = String::new();
        for (name, article) in ["before", "after"]
            .into_iter()
            .zip(self.comparison.articles.iter())
        {
            for (block, number) in article.units.blocks.iter().zip(0..) {
                let kind = format!("{:?}", block.kind).to_lowercase();
                let _ = writeln!(out, "{name} block {number} is {kind}");
            }
        }
        out
    }

    fn described_raw_changes(&self) -> String {
        let mut out = String::new();
        for change in &self.raw.changes {
            let spans = self.texts.zip(change.spans);
            let spans = spans.map(|(text, span)| &text[span.range()]);
            let (b, a) = (spans.before, spans.after);
            let kind = format!("{:?}", change.kind).to_lowercase();
            let _ = writeln!(out, "{kind} [{b}] [{a}]");
        }
        out
    }

    fn described_changes(&self) -> String {
        let mut out = String::new();
        for (change, raw) in self.classified.changes.iter().zip(&self.classified.raw) {
            let spans = self.texts.zip(raw.spans);
            let spans = spans.map(|(text, span)| &text[span.range()]);
            let (b, a) = (spans.before, spans.after);
            let quoted = if change.quoted { ", quoted" } else { "" };
            let unit = format!("{:?}", change.unit).to_lowercase();
            let _ = writeln!(out, "{}, {unit}{quoted} [{b}] [{a}]", change.class.name());
        }
        out
    }
}

/// `3` for one number, `3 to 5` for several.
fn numbers(range: &Range<usize>) -> String {
    if range.len() == 1 {
        range.start.to_string()
    } else {
        format!("{} to {}", range.start, range.end - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stages_one_by_one_make_the_same_report() {
        let (before, after) = (
            "Fog\n\nThe ferry left at 9. “It was late,” he said.\n\nNobody saw the coast.",
            "Fog\n\nNobody saw the coast.\n\nThe old ferry left at 10. “It was very late,” he said.",
        );
        let options = Options::default();
        let report = crate::compare(before, after, &options);
        assert!(!report.changes.is_empty() && before.len() < after.len());
        assert_eq!(
            with_stages(before, after, &options, |stages| stages.report()),
            report
        );
    }
}
