//! Both articles, with what all stages use.

use crate::both::Both;
use crate::options::Options;
use crate::similarity::Weights;
use crate::text::article::Article;
use crate::text::expressions::indivisible_ranges;
use crate::text::lexicon::Lexicon;
use crate::text::units::{BlockKind, Role, Units};
use std::ops::Range;

/// Both articles, with what all stages use.
pub struct Comparison<'t> {
    /// The articles.
    pub articles: Both<Article<'t>>,
    /// Of each article, the ranges of tokens that a reader takes in as one, in text order.
    pub expressions: Both<Vec<Range<usize>>>,
    /// The distinct tokens of both.
    pub lexicon: Lexicon<'t>,
    /// How much each word weighs by its rarity.
    pub weights: Weights,
    /// The options of the caller.
    pub options: &'t Options,
}

impl<'t> Comparison<'t> {
    /// Two articles whose tokens are in the lexicon.
    #[inline(never)]
    pub fn new(articles: Both<Article<'t>>, lexicon: Lexicon<'t>, options: &'t Options) -> Self {
        let units = articles.as_ref().map(|article| &article.units);
        let weights = Weights::new(units, &lexicon, options.stems);
        let expressions = articles
            .as_ref()
            .map(|article| indivisible_ranges(article, &lexicon));
        Self {
            articles,
            expressions,
            lexicon,
            weights,
            options,
        }
    }

    /// Keeps what kind each block is of, and which part of an article it holds, if it holds one.
    pub fn set_kinds(&mut self, kinds: Both<Vec<(BlockKind, Option<Role>)>>) {
        for (article, kinds) in self.articles.as_mut().zip(kinds) {
            article.units.set_kinds(kinds);
        }
    }

    /// The parts of both articles.
    pub fn units(&self) -> Both<&Units> {
        self.articles.as_ref().map(|article| &article.units)
    }
}
