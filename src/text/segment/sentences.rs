//! The tokens of a block → sentences. A sentence ends at a closing mark that no abbreviation explains, before a word that may begin one.

use super::abbreviations::{is_abbreviation_dot, FullStop};
use crate::text::chars::{is_capital, is_quote, is_small};
use crate::text::lexicon::Lexicon;
use crate::text::source::char_at;
use crate::text::units::{Sentence, Token, TokenKind};
use std::ops::Range;

/// Tokens of the longest sentence that is kept whole. The longest of statutes have some 300.
const MAX_TOKENS: usize = 400;
/// Tokens of the shortest part of a longer sentence.
const MIN_PART: usize = 150;
/// One token in so many (a power of two) is one to cut after.
const CUT_ONE_IN: u32 = 32;
/// Tokens after a closing mark among which the next sentence's first word is looked for: opening marks may be between.
const MAX_OPENING_MARKS: usize = 4;

/// A block whose sentences are looked for.
pub struct BlockTokens<'b> {
    pub text: &'b str,
    pub lexicon: &'b Lexicon<'b>,
    /// The tokens of the whole text.
    pub tokens: &'b [Token],
    /// Those of the block.
    pub range: Range<usize>,
    /// The index of the block.
    pub block: usize,
}

impl BlockTokens<'_> {
    /// Appends the sentences of the block.
    #[inline(never)]
    pub fn sentences(&self, out: &mut Vec<Sentence>) {
        let mut start = self.range.start;
        let mut at = self.range.start;
        while at < self.range.end {
            if self.tokens[at].kind != TokenKind::Punctuation || !ends_sentence(self.first_char(at))
            {
                at += 1;
                continue;
            }
            let mark = at;
            at += 1;
            while at < self.range.end
                && self.tokens[at].start == self.tokens[at - 1].end
                && belongs_to_end(self.first_char(at))
            {
                at += 1;
            }
            if at < self.range.end && self.is_end(mark, at) {
                self.push(start..at, out);
                start = at;
            }
        }
        if start < self.range.end {
            self.push(start..self.range.end, out);
        }
    }

    fn first_char(&self, at: usize) -> char {
        char_at(self.text, self.tokens[at].start as usize)
    }

    /// Appends a sentence. What is too long to be one is cut where its own words say, so that an edit moves only the cuts beside it.
    ///
    /// ```text
    /// by count     one two three | four five six | …        an insertion shifts every cut after it
    /// by content   one two | three four five | six …        a cut is after the same word in both texts
    /// ```
    /// The idea is that of content-defined chunking in backup programs (Muthitacharoen et al. 2001).
    fn push(&self, range: Range<usize>, out: &mut Vec<Sentence>) {
        let mut start = range.start;
        while range.end - start > MAX_TOKENS {
            let mut candidates = start + MIN_PART..start + MAX_TOKENS;
            let cut = candidates.find(|&at| is_cut(self.tokens[at].folded));
            let end = cut.unwrap_or(start + MAX_TOKENS - 1) + 1;
            out.push(self.sentence(start..end));
            start = end;
        }
        out.push(self.sentence(start..range.end));
    }

    fn sentence(&self, tokens: Range<usize>) -> Sentence {
        Sentence {
            tokens,
            block: self.block,
        }
    }

    /// Whether the sentence that the token `mark` may end does end before the token `next`.
    fn is_end(&self, mark: usize, next: usize) -> bool {
        let c = self.first_char(mark);
        if self.tokens[next].start == self.tokens[next - 1].end {
            return needs_no_space(c);
        }
        // The first word after it, past opening marks: a sentence goes on with a small letter.
        let mut words = (next..self.tokens.len()).take(MAX_OPENING_MARKS);
        let Some(word) = words.find(|&at| self.tokens[at].is_word()) else {
            return true;
        };
        if is_small(self.first_char(word)) {
            return false;
        }
        let Some(last) = mark.checked_sub(1).filter(|&last| last >= self.range.start) else {
            return true;
        };
        let is_full_stop = c == '.'
            && self.tokens[mark].end - self.tokens[mark].start == 1
            && self.tokens[last].is_word()
            && self.tokens[last].end == self.tokens[mark].start
            && next == mark + 1;
        if !is_full_stop {
            return true;
        }
        let begins_block = last == self.range.start;
        let before = if begins_block { last } else { last - 1 };
        !is_abbreviation_dot(&FullStop {
            word: self.lexicon.folded(self.tokens[last].folded),
            before: self.lexicon.folded(self.tokens[before].folded),
            next: self.lexicon.folded(self.tokens[word].folded),
            has_capital: is_capital(self.first_char(last)),
            begins_block,
        })
    }
}

/// Whether a long sentence may be cut after a word: one word in [`CUT_ONE_IN`], chosen by multiplicative hashing (Knuth 1973).
fn is_cut(folded: u32) -> bool {
    const GOLDEN_RATIO: u32 = 0x9e37_79b9;
    folded.wrapping_mul(GOLDEN_RATIO) >> (32 - CUT_ONE_IN.trailing_zeros()) == 0
}

/// Whether a character may end a sentence, in the scripts that have their own.
#[rustfmt::skip]
fn ends_sentence(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '‽' | '。' | '！' | '？' | '｡' | '．' | '؟' | '۔'
        | '।' | '॥' | '။' | '។' | '៕' | '።' | '։' | '⁇' | '⁈' | '⁉')
}

/// Whether a character that ends a sentence needs no white space after it.
fn needs_no_space(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '｡' | '॥' | '।' | '။' | '។')
}

/// Whether a character belongs to the sentence that ends before it: a further mark, a closing quotation mark or bracket.
fn belongs_to_end(c: char) -> bool {
    ends_sentence(c)
        || is_quote(c) && !matches!(c, '「' | '『' | '“' | '‘' | '„' | '«')
        || matches!(
            c,
            '”' | '’' | '»' | ')' | ']' | '}' | '）' | '」' | '』' | '】' | '》'
        )
}

#[cfg(test)]
mod tests {
    use crate::text::char_cache::CharCache;
    use crate::text::interner::HashKey;
    use crate::text::lexicon::Lexicon;
    use crate::text::platform::Native;
    use crate::text::segment::segment;
    use crate::text::source::Text;

    fn read(text: &str) -> Vec<&str> {
        let chars = CharCache::new(&Native);
        let mut lexicon = Lexicon::new(&chars, HashKey::default());
        let units = segment(&Text::new(text), &mut lexicon, None);
        let place = |token: usize| units.tokens[token];
        units
            .sentences
            .iter()
            .map(|s| {
                &text[place(s.tokens.start).start as usize..place(s.tokens.end - 1).end as usize]
            })
            .collect()
    }

    #[test]
    fn full_stops_inside_sentences_are_left_alone() {
        for text in [
            "He lives at 10 Downing St. near Mr. Brown and Sen. J. R. Smith.",
            "It grew by 3.5 percent in the U.K. last year.",
            "Das Treffen am 3. Mai war kurz.",
            "Seit dem 2. Weltkrieg wird die 3. Frau gewählt.",
            "The U.S. Senate met.",
            "“Stop!” he said.",
        ] {
            assert_eq!(read(text), [text]);
        }
    }

    #[test]
    fn sentences_end_before_what_begins() {
        assert_eq!(
            read("He left the U.K. The deal stood."),
            ["He left the U.K.", "The deal stood."]
        );
        assert_eq!(
            read("“It is over.” She left. “Is it?” 7 asked."),
            ["“It is over.”", "She left.", "“Is it?”", "7 asked."]
        );
        assert_eq!(
            read("Es waren 3. Der Rat ging."),
            ["Es waren 3.", "Der Rat ging."]
        );
        assert_eq!(
            read("今日は雨。明日は晴れ。"),
            ["今日は雨。", "明日は晴れ。"]
        );
        assert_eq!(
            read("Он ушёл. Она осталась."),
            ["Он ушёл.", "Она осталась."]
        );
        assert_eq!(read("यह सच है। वह गया।"), ["यह सच है।", "वह गया।"]);
    }
}
