//! The tokens of a block → sentences. An end is a closing mark that no abbreviation explains, before a word that may begin.

use super::abbreviations::holds_on;
use crate::text::chars::{is_capital, is_quote, is_small};
use crate::text::lexicon::Lexicon;
use crate::text::source::char_at;
use crate::text::units::{Sentence, Token, TokenKind};
use std::ops::Range;

/// Appends the sentences of one block.
pub fn sentences(
    text: &str,
    block: Range<usize>,
    index: usize,
    tokens: &[Token],
    lexicon: &Lexicon<'_>,
    out: &mut Vec<Sentence>,
) {
    let mut start = block.start;
    let mut at = block.start;
    while at < block.end {
        if tokens[at].kind != TokenKind::Punctuation || !ends(first_char(text, &tokens[at])) {
            at += 1;
            continue;
        }
        let mark = at;
        at += 1;
        // Further closing marks, quotation marks and brackets belong to the sentence that they close.
        while at < block.end
            && tokens[at].start == tokens[at - 1].end
            && closes(first_char(text, &tokens[at]))
        {
            at += 1;
        }
        if at < block.end && is_end(text, tokens, mark, at, block.start, lexicon) {
            enter(tokens, start..at, index, out);
            start = at;
        }
    }
    if start < block.end {
        enter(tokens, start..block.end, index, out);
    }
}

/// Tokens of the longest sentence that is kept whole. The longest of statutes have some 300.
const LONGEST: usize = 400;
/// Tokens of the shortest part of a longer one.
const SHORTEST_PART: usize = 150;

/// Appends a sentence; what is too long to be one is cut where its own words say, so that an edit moves no cut but those beside it.
///
/// ```text
/// by count     one two three | four five six | …        an insertion shifts every cut behind it
/// by content   one two | three four five | six …        a cut stands behind the same word on both sides
/// ```
/// The idea is that of content-defined chunking in backup programs.
fn enter(tokens: &[Token], range: Range<usize>, block: usize, out: &mut Vec<Sentence>) {
    /// One token in so many (a power of two) is one to cut behind.
    const ONE_IN: u32 = 32;
    let mut start = range.start;
    while range.end - start > LONGEST {
        let cuts = |at: usize| {
            tokens[at].folded.wrapping_mul(0x9e37_79b9) >> (32 - ONE_IN.trailing_zeros()) == 0
        };
        let end = (start + SHORTEST_PART..start + LONGEST)
            .find(|&at| cuts(at))
            .unwrap_or(start + LONGEST - 1)
            + 1;
        out.push(Sentence {
            tokens: start..end,
            block,
        });
        start = end;
    }
    out.push(Sentence {
        tokens: start..range.end,
        block,
    });
}

fn first_char(text: &str, token: &Token) -> char {
    char_at(text, token.start as usize)
}

/// Marks that may end a sentence, in the scripts that have their own.
fn ends(c: char) -> bool {
    matches!(
        c,
        '.' | '!'
            | '?'
            | '…'
            | '‽'
            | '。'
            | '！'
            | '？'
            | '｡'
            | '．'
            | '؟'
            | '۔'
            | '।'
            | '॥'
            | '။'
            | '។'
            | '៕'
            | '።'
            | '։'
            | '⁇'
            | '⁈'
            | '⁉'
    )
}

/// Marks that need no space behind them.
fn ends_tightly(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '｡' | '॥' | '।' | '။' | '។')
}

fn closes(c: char) -> bool {
    ends(c)
        || is_quote(c) && !matches!(c, '「' | '『' | '“' | '‘' | '„' | '«')
        || matches!(
            c,
            '”' | '’' | '»' | ')' | ']' | '}' | '）' | '」' | '』' | '】' | '》'
        )
}

/// Whether the sentence that `mark` may end does end before token `next`.
fn is_end(
    text: &str,
    tokens: &[Token],
    mark: usize,
    next: usize,
    first: usize,
    lexicon: &Lexicon<'_>,
) -> bool {
    let c = first_char(text, &tokens[mark]);
    let parted = tokens[next].start > tokens[next - 1].end;
    if !parted {
        return ends_tightly(c);
    }
    // The first word behind, past opening marks: a small letter goes on with the sentence.
    let Some(word) = tokens[next..].iter().take(4).find(|token| token.is_word()) else {
        return true;
    };
    let start = first_char(text, word);
    if is_small(start) {
        return false;
    }
    let spelled = |token: &Token| lexicon.folded(token.folded);
    let Some(last) = mark
        .checked_sub(1)
        .filter(|&last| last >= first)
        .map(|last| &tokens[last])
    else {
        return true;
    };
    if c != '.'
        || tokens[mark].end - tokens[mark].start > 1
        || !last.is_word()
        || last.end != tokens[mark].start
        || next > mark + 1
    {
        return true;
    }
    let capital = is_capital(first_char(text, last));
    !holds_on(spelled(last), spelled(word), capital, mark - 1 == first)
}

#[cfg(test)]
mod tests {
    use crate::text::char_cache::CharCache;
    use crate::text::lexicon::Lexicon;
    use crate::text::platform::Native;
    use crate::text::segment::segment;
    use crate::text::source::Text;

    fn read(text: &str) -> Vec<&str> {
        let chars = CharCache::new(&Native);
        let mut lexicon = Lexicon::new(&chars);
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
