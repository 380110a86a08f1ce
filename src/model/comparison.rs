//! Both articles with what all stages ask about them.

use crate::both::Both;
use crate::options::Options;
use crate::similarity::Weights;
use crate::text::article::Article;
use crate::text::lexicon::Lexicon;
use crate::text::units::Units;
use std::ops::Range;

/// Both articles with what all stages ask about them.
pub struct Comparison<'t> {
    /// The articles.
    pub articles: Both<Article<'t>>,
    /// Of each article, the ranges of tokens that a reader takes in as one, in text order.
    pub expressions: Both<Vec<Range<usize>>>,
    /// The distinct tokens of both.
    pub lexicon: Lexicon<'t>,
    /// How much each word weighs by its rarity.
    pub weights: Weights,
    /// What the caller asked for.
    pub options: &'t Options,
}

impl Comparison<'_> {
    /// The parts of both articles.
    pub fn units(&self) -> Both<&Units> {
        self.articles.as_ref().map(|article| &article.units)
    }
}
