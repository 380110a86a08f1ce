//! Quotation marks → which tokens are inside quotations, by the habits of many languages.

use crate::text::chars::{is_apostrophe, is_quote};
use crate::text::source::char_at;
use crate::text::units::{Token, Units};
use std::ops::Range;

/// For each token of a text, whether it is inside a quotation. The quotation marks themselves are not.
///
/// A quotation may go over several paragraphs if each of them begins with an opening mark. Any other one that is never closed is none.
#[inline(never)]
pub fn quoted(text: &str, units: &Units) -> Vec<bool> {
    let mut quotations = Quotations {
        // One place more, for a quotation that ends with the text.
        begin: vec![0; units.tokens.len() + 1],
    };
    for (index, block) in units.blocks.iter().enumerate() {
        let mut open = OpenMarks::default();
        for at in block.tokens.clone() {
            let Some(c) = quotation_mark(text, &units.tokens[at]) else {
                continue;
            };
            let opened = open.last(is_apostrophe(c));
            let tokens = &units.tokens[block.tokens.clone()];
            let place = Surroundings::new(text, tokens, at - block.tokens.start);
            if closes(c, opened.map(|(_, mark)| mark), place) {
                if let Some((start, _)) = opened {
                    quotations.add(start + 1..at);
                    open.close(start);
                }
            } else {
                open.push(at, c);
            }
        }
        // A quotation that is not closed goes on if the next paragraph begins with an opening mark of the same kind.
        let next = units.blocks.get(index + 1).and_then(|next| {
            let first = &units.tokens[next.tokens.clone()];
            let c = quotation_mark(text, first.first()?)?;
            (!closes(c, None, Surroundings::new(text, first, 0))).then_some(is_apostrophe(c))
        });
        let start = next.and_then(|is_apostrophe| open.first(is_apostrophe));
        if let Some(start) = start {
            quotations.add(start + 1..block.tokens.end);
        }
    }
    quotations.tokens()
}

/// The quotations of a text, one inside another too. To note each takes the same time, however long it is.
struct Quotations {
    /// For each token, how many quotations begin with it less how many end before it.
    begin: Vec<i32>,
}

impl Quotations {
    fn add(&mut self, tokens: Range<usize>) {
        if !tokens.is_empty() {
            self.begin[tokens.start] += 1;
            self.begin[tokens.end] -= 1;
        }
    }

    /// For each token, whether it is inside a quotation.
    fn tokens(mut self) -> Vec<bool> {
        self.begin.pop();
        let mut depth = 0;
        let inside = self.begin.into_iter().map(|begin| {
            depth += begin;
            depth > 0
        });
        inside.collect()
    }
}

/// The quotation marks of a block that are open: double ones, and single ones, which look like apostrophes. Each with its token.
#[derive(Default)]
struct OpenMarks {
    double: Vec<(usize, char)>,
    single: Vec<(usize, char)>,
}

impl OpenMarks {
    fn of_kind(&self, is_apostrophe: bool) -> &[(usize, char)] {
        if is_apostrophe {
            &self.single
        } else {
            &self.double
        }
    }

    /// The last one of a kind.
    fn last(&self, is_apostrophe: bool) -> Option<(usize, char)> {
        self.of_kind(is_apostrophe).last().copied()
    }

    /// The token of the first one of a kind.
    fn first(&self, is_apostrophe: bool) -> Option<usize> {
        let first = self.of_kind(is_apostrophe).first();
        first.map(|&(at, _)| at)
    }

    fn push(&mut self, at: usize, mark: char) {
        if is_apostrophe(mark) {
            self.single.push((at, mark));
        } else {
            self.double.push((at, mark));
        }
    }

    /// Takes out the mark of a token and all marks after it.
    fn close(&mut self, token: usize) {
        for marks in [&mut self.double, &mut self.single] {
            marks.truncate(marks.partition_point(|&(at, _)| at < token));
        }
    }
}

/// The character of a token that is a quotation mark.
fn quotation_mark(text: &str, token: &Token) -> Option<char> {
    if token.is_word() {
        return None;
    }
    Some(char_at(text, token.start as usize)).filter(|&c| is_quote(c))
}

/// What is around a quotation mark.
#[derive(Clone, Copy)]
struct Surroundings {
    /// White space, or the paragraph's start.
    space_before: bool,
    /// White space, or the paragraph's end.
    space_after: bool,
    /// Punctuation that ends a sentence or a clause follows directly.
    ended: bool,
}

impl Surroundings {
    fn new(text: &str, tokens: &[Token], at: usize) -> Self {
        let next = tokens.get(at + 1);
        let touched = next.filter(|next| tokens[at].end == next.start);
        Self {
            space_before: at == 0 || tokens[at - 1].end < tokens[at].start,
            space_after: touched.is_none(),
            ended: touched.is_some_and(|next| {
                matches!(
                    &text[next.span().range()],
                    "," | "."
                        | ";"
                        | ":"
                        | "!"
                        | "?"
                        | ")"
                        | "،"
                        | "؛"
                        | "؟"
                        | "。"
                        | "，"
                        | "、"
                        | "；"
                        | "："
                )
            }),
        }
    }
}

/// Whether a quotation mark closes a quotation, given the mark that opened the last one: by the shapes of both and by what is around
/// it.
///
/// ```text
/// „sicher“,   »sicher«,   ”säker”,   « sûr »,   ‘safe’,   'safe',   "safe" (
/// ```
fn closes(c: char, open: Option<char>, place: Surroundings) -> bool {
    match c {
        '「' | '『' | '〝' | '｢' | '„' | '‚' => return false,
        '」' | '』' | '〞' | '〟' | '｣' => return true,
        _ => {}
    }
    // Shapes that are a pair whatever is around them.
    let pair = matches!(
        (open, c),
        (Some('„'), '“' | '”' | '"')
            | (Some('‚'), '‘' | '’' | '\'')
            | (Some('«'), '»')
            | (Some('»'), '«')
            | (Some('‹'), '›')
            | (Some('›'), '‹')
            | (Some('“'), '”')
    );
    if pair {
        // A quotation inside one with the same marks: «… «… » … ».
        return !matches!((open, c), (Some('»'), '«'))
            || !place.space_before
            || place.space_after
            || place.ended;
    }
    match (place.space_before, place.space_after) {
        // A mark with the shape of an apostrophe opens nothing: ’90s.
        (true, false) if c == '’' => open != Some('’'),
        (true, false) => place.ended && open.is_some(),
        (false, true) => true,
        _ if place.ended => true,
        _ => match c {
            '“' | '‘' | '«' | '‹' => false,
            '”' | '’' | '»' | '›' => true,
            _ => open.is_some(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::char_cache::CharCache;
    use crate::text::interner::HashKey;
    use crate::text::lexicon::Lexicon;
    use crate::text::platform::Native;
    use crate::text::segment::segment;
    use crate::text::source::Text;

    /// The quoted words of a text, with a bar between stretches.
    fn read(text: &str) -> String {
        let units = segment(
            &Text::new(text),
            &mut Lexicon::new(&CharCache::new(&Native), HashKey::default()),
            None,
        );
        let inside = quoted(text, &units);
        let mut out = String::new();
        let mut last = None;
        for (at, token) in units.tokens.iter().enumerate() {
            if inside[at] && token.is_word() {
                if !out.is_empty() {
                    let mark = |token: &Token| quotation_mark(text, token).is_some();
                    let apart =
                        last.is_some_and(|last: usize| units.tokens[last..at].iter().any(mark));
                    out.push(if apart { '|' } else { ' ' });
                }
                out.push_str(&text[token.span().range()]);
                last = Some(at);
            }
        }
        out
    }

    #[test]
    fn marks_of_many_languages() {
        for text in [
            "“A b,” said c.",
            "\"A b\", said c.",
            "‘A b’, said c.",
            "'A b,' said c.",
            "„A b“, sagte c.",
            "„A b”, rzekł c.",
            "»A b«, sagte c.",
            "»A b,« sade c.",
            "”A b”, sade c.",
            "»A b», sanoi c.",
            "«A b», dijo c.",
            "«\u{a0}A b\u{a0}», a dit c.",
            "« A b », a dit c.",
            "\" A b \", a dit c.",
            "„A b“, — c.",
        ] {
            assert_eq!(read(text), "A b", "{text}");
        }
    }

    #[test]
    fn one_after_the_other_one_in_the_other_and_none() {
        assert_eq!(read("“A,” b c. “D e.” F."), "A|D e");
        assert_eq!(read("\"A,\" b c, \"d e.\" F."), "A|d e");
        assert_eq!(read("He: “A ‘b c’ d.” E."), "A|b c|d");
        assert_eq!(read("Er: „A ‚b c‘ d.“ E."), "A|b c|d");
        assert_eq!(read("The dogs' bowl, the cats' bowl."), "");
        assert_eq!(read("A plank of 6\" and one of 9 feet."), "");
        assert_eq!(read("In ’89 and the ’90s."), "");
    }

    #[test]
    fn over_several_paragraphs() {
        assert_eq!(read("“A b.\n\n“C d,” e f."), "A b|C d");
        assert_eq!(read("“A b.\n\nC d, e f."), "");
        assert_eq!(read("«A b.\n\n«C d», e f."), "A b|C d");
    }
}
