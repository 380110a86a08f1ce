//! A text together with its parts.

use super::source::Text;
use super::units::Units;

/// A text together with its blocks, sentences and tokens.
pub struct Article<'t> {
    /// The text.
    pub text: Text<'t>,
    /// Its parts.
    pub units: Units,
}

impl<'t> Article<'t> {
    /// All characters of the text.
    pub fn str(&self) -> &'t str {
        self.text.str
    }

    /// The characters of a token.
    pub fn token(&self, at: usize) -> &'t str {
        &self.str()[self.units.tokens[at].span().range()]
    }

    /// The byte at which a token begins, or at which the text ends.
    pub fn start_of(&self, at: usize) -> u32 {
        let token = self.units.tokens.get(at);
        token.map_or(self.str().len() as u32, |token| token.start)
    }

    /// The characters of a block.
    pub fn block(&self, at: usize) -> &'t str {
        &self.str()[self.units.blocks[at].span.range()]
    }
}
