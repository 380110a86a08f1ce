//! Marks → which tokens stand inside quotation marks, in the habits of many languages.

use crate::fold::{is_apostrophe, is_quote};
use crate::units::{Token, Units};

#[derive(Clone, Copy, PartialEq, Debug)]
enum Turn {
    Opens,
    Closes,
    Either,
}

/// For every token of a text, whether it stands inside a quotation. The marks themselves do not.
///
/// A quotation may run over several paragraphs if each of them opens with a mark; one that is never closed otherwise is none.
pub fn quoted(text: &str, units: &Units) -> Vec<bool> {
    let mut inside = vec![false; units.tokens.len()];
    for (index, block) in units.blocks.iter().enumerate() {
        let tokens = &units.tokens[block.tokens.clone()];
        let mut open: Vec<(usize, bool)> = Vec::new();
        for (offset, token) in tokens.iter().enumerate() {
            let at = block.tokens.start + offset;
            let Some(c) = mark(text, token) else { continue };
            let single = is_apostrophe(c);
            let turn = turn(c, tokens, offset, block.tokens.start == at);
            let opened = open.iter().rposition(|&(_, s)| s == single);
            let closes = match turn {
                Turn::Opens => false,
                Turn::Closes => true,
                Turn::Either => opened.is_some(),
            };
            if !closes {
                open.push((at, single));
            } else if let Some(depth) = opened {
                inside[open[depth].0 + 1..at].fill(true);
                open.truncate(depth);
            }
        }
        // Never closed: it goes on if the next paragraph opens with a mark of its own.
        let goes_on = units.blocks.get(index + 1).is_some_and(|next| {
            let first = &units.tokens[next.tokens.start];
            mark(text, first).is_some_and(|c| {
                !is_apostrophe(c)
                    && turn(c, &units.tokens[next.tokens.clone()], 0, true) != Turn::Closes
            })
        });
        if let (true, Some(&(start, _))) = (goes_on, open.iter().find(|(_, single)| !single)) {
            inside[start + 1..block.tokens.end].fill(true);
        }
    }
    inside
}

/// The quotation mark that a token is.
fn mark(text: &str, token: &Token) -> Option<char> {
    if token.is_word() {
        return None;
    }
    text[token.span().range()]
        .chars()
        .next()
        .filter(|&c| is_quote(c))
}

/// Whether a mark opens or closes: by the white space around it, and by its shape where that says nothing.
fn turn(c: char, tokens: &[Token], at: usize, first: bool) -> Turn {
    match c {
        '「' | '『' | '〝' | '｢' => return Turn::Opens,
        '」' | '』' | '〞' | '〟' | '｣' => return Turn::Closes,
        '„' | '‚' => return Turn::Opens,
        _ => {}
    }
    let space_before = first || at == 0 || tokens[at - 1].end < tokens[at].start;
    let space_behind = tokens
        .get(at + 1)
        .is_none_or(|next| tokens[at].end < next.start);
    match (space_before, space_behind) {
        // An apostrophe by shape opens nothing: ’90s.
        (true, false) if c == '’' => Turn::Closes,
        (true, false) => Turn::Opens,
        (false, true) => Turn::Closes,
        _ => match c {
            '“' | '‘' | '«' | '‹' => Turn::Opens,
            '”' | '’' | '»' | '›' => Turn::Closes,
            _ => Turn::Either,
        },
    }
}
