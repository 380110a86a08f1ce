//! (report, two texts) → the change whose class is not true of its sides, if any (law 3).
//!
//! Both sides of a change are folded as its class says, by the folds of this module and not by the core's, and must be equal then. Of spelling, number, name and
//! wording, which have no such fold, it checks what each must not be.

use crate::range;
use article_diff::report::{Class, Report};
use unicode_normalization::{char::is_combining_mark, UnicodeNormalization};

/// Checks the class of every change of a report.
///
/// # Errors
/// The first change whose class is not true, with both sides.
pub fn check(report: &Report, before: &[u16], after: &[u16]) -> Result<(), String> {
    for change in &report.changes {
        let cut = |text: &[u16], span| String::from_utf16_lossy(&text[range(span)]);
        let (b, a) = (cut(before, change.before), cut(after, change.after));
        if !is_true(change.class, &b, &a) {
            return Err(format!("law 3: {} [{b}/{a}]", change.class.name()));
        }
    }
    Ok(())
}

/// Whether a class is true of both sides of a change.
pub fn is_true(class: Class, before: &str, after: &str) -> bool {
    let same = |fold: fn(&str) -> String| fold(before) == fold(after);
    match class {
        Class::Spacing => same(spaceless) || same(without_line_end_hyphens),
        Class::Typography => same(plain),
        Class::Case => same(lower) || same(turkish),
        Class::Break => spaceless(before).is_empty() && spaceless(after).is_empty(),
        Class::Punctuation => same(letters),
        Class::Order => words(before) == words(after),
        // These have no fold that makes them equal; what can be said of the sides is.
        Class::Spelling => !spaceless(before).is_empty() && !spaceless(after).is_empty(),
        Class::Number => before != after && (has_value(before) || has_value(after)),
        Class::Name => [before, after].iter().all(|side| {
            without_joins(side).split_whitespace().all(|word| {
                // In a script without capitals the title beside a name tells it. A mark on no letter is none, although U+0345 counts as
                // alphabetic and small.
                word.chars()
                    .find(|&c| c.is_alphabetic() && !is_combining_mark(c))
                    .is_none_or(|first| !first.is_lowercase())
            })
        }),
        Class::Wording => before != after,
        // A class that is added later is true of nothing until a line here says of what.
        #[allow(unreachable_patterns)]
        _ => false,
    }
}

/// No narrow no-break space beside a mark, a selector or a sign that takes the next character along: by the word rules of Unicode it joins
/// the words on both sides there.
fn without_joins(text: &str) -> String {
    let joins = |c: char| {
        !c.is_alphanumeric() && !c.is_ascii() && !c.is_whitespace() || is_combining_mark(c)
    };
    let letters: Vec<char> = text.chars().collect();
    let is_join = |at: usize| {
        letters[at] == '\u{202f}'
            && (at > 0 && joins(letters[at - 1]) || letters.get(at + 1).is_some_and(|&c| joins(c)))
    };
    let kept = (0..letters.len()).filter(|&at| !is_join(at));
    kept.map(|at| letters[at]).collect()
}

/// Also no hyphen that stands between two letters with a line end behind it.
pub fn without_line_end_hyphens(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let is_line_end_hyphen = |at: usize| {
        let behind = letters[at + 1..].iter();
        let blanks: String = behind.take_while(|c| c.is_whitespace()).collect();
        let next = letters.get(at + 1 + blanks.chars().count());
        "-\u{2010}\u{ad}".contains(letters[at])
            && blanks.contains(['\n', '\r'])
            && at > 0
            && letters[at - 1].is_alphabetic()
            && next.is_some_and(|c| c.is_lowercase())
    };
    let kept = (0..letters.len()).filter(|&at| !is_line_end_hyphen(at));
    spaceless(&kept.map(|at| letters[at]).collect::<String>())
}

/// No white space and nothing that prints nothing.
pub fn spaceless(text: &str) -> String {
    let prints_nothing = |c: char| matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}');
    text.chars()
        .filter(|&c| !c.is_whitespace() && !prints_nothing(c))
        .collect()
}

/// Also each punctuation mark in one shape only.
pub fn plain(text: &str) -> String {
    let mut out = String::new();
    for c in spaceless(text).nfkc() {
        match c {
            '\'' | '‘' | '’' | '‚' | '‛' | '′' | '`' | '´' | 'ʼ' | '“' | '”' | '„' | '‟' | '″'
            | '«' | '»' | '‹' | '›' | '「' | '」' | '『' | '』' | '׳' | '״' => {
                out.push('"')
            }
            '‐'..='―' | '−' | '-' if out.ends_with('-') => {}
            '‐'..='―' | '−' => out.push('-'),
            '\u{301}' | '\u{640}' => {}
            _ => out.push(c),
        }
    }
    while out.contains("\"\"") {
        out = out.replace("\"\"", "\"");
    }
    out
}

/// Also in lower case.
pub fn lower(text: &str) -> String {
    plain(text)
        .to_lowercase()
        .replace("i\u{307}", "i")
        .replace('ς', "σ")
}

/// In lower case as Turkish has it.
pub fn turkish(text: &str) -> String {
    plain(text)
        .replace('I', "ı")
        .replace('İ', "i")
        .to_lowercase()
}

/// Letters and digits only, without accents.
pub fn letters(text: &str) -> String {
    let known: String = text.chars().filter(|&c| !is_of_unicode_18(c)).collect();
    let folded = lower(&known);
    folded.nfd().filter(|c| c.is_alphanumeric()).collect()
}

/// Whether a character is one that Unicode 18 brought and that decomposes to a letter: the crate that normalises knows it, the standard
/// library, which says what a letter is, has Unicode 17.
fn is_of_unicode_18(c: char) -> bool {
    matches!(c, '\u{558}' | '\u{58b}' | '\u{58c}' | '\u{209d}'..='\u{209f}' | '\u{107bb}'..='\u{107bf}' | '\u{1b123}'..='\u{1b126}'
        | '\u{1d6a6}' | '\u{1df95}'..='\u{1dfff}')
}

/// The words, sorted; outside ASCII the letters, because scripts without spaces have no words to be seen. `of東京` is `of`, `東` and `京`.
/// A symbol with letters or digits is a word of its own: `℃the` is `c` and `the`, `¼a` is `1`, `4` and `a`.
pub fn words(text: &str) -> Vec<String> {
    let is_digit = |c| matches!(c, '\u{ff10}'..='\u{ff19}' | '\u{1d7ce}'..='\u{1d7ff}' | '\u{1fbf0}'..='\u{1fbf9}');
    let mut folded = String::new();
    for c in text.chars() {
        let is_lettered_symbol = !c.is_alphabetic()
            && !c.is_ascii()
            && !is_digit(c)
            && [c].into_iter().nfkc().any(char::is_alphanumeric);
        match is_lettered_symbol {
            true => folded.extend([' ', c, ' ']),
            false => folded.push(c),
        }
    }
    let folded = folded.nfkc().collect::<String>().to_lowercase();
    let mut words: Vec<String> = folded
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(String::from)
        .collect();
    let others = folded
        .chars()
        .filter(|c| !c.is_ascii() && c.is_alphanumeric());
    words.extend(others.map(String::from));
    words.sort();
    words
}

/// A digit, a numeral, a coin or a listed word: the words that stand for values are the core's own list, and a list is no second opinion.
fn has_value(text: &str) -> bool {
    const WORDS: &str = include_str!("../../../src/data/quantity-words.tsv");
    let listed = |word: &str| {
        let lines = WORDS.lines().filter(|line| !line.starts_with('#'));
        let mut texts = lines.filter_map(|line| line.split('\t').nth(2));
        texts.any(|text| match text.strip_suffix('*') {
            Some(head) => word.starts_with(head),
            // Hebrew and Arabic write small words on to the number word.
            None => text == word || text.len() > 6 && word.ends_with(text),
        })
    };
    let bare = |text: &str| -> String {
        lower(text)
            .nfd()
            .filter(|c| !matches!(c, '\u{300}'..='\u{36f}'))
            .nfc()
            .collect()
    };
    text.chars().any(|c| {
        c.is_numeric()
            || "$€£¥₴₽%‰°-−〇零一二三四五六七八九十百千万萬億亿兆両两廿月火水木金土日前後上下"
                .contains(c)
    }) || text
        .split(|c: char| {
            c.is_whitespace() || "。、，।॥".contains(c) || matches!(c, '\u{e000}'..='\u{f8ff}')
        })
        .any(|word| {
            let word = word.replace('\u{200c}', "");
            let trimmed = word.trim_matches(|c: char| !c.is_alphanumeric());
            listed(&lower(trimmed).replace('"', "'")) || listed(&bare(trimmed))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_that_is_not_true_is_found() {
        for (class, before, after) in [
            (Class::Spacing, "web site", "web-site"),
            (Class::Spacing, "web-site", "website"),
            (Class::Spacing, "3-\n5", "35"),
            (Class::Typography, "“", "("),
            (Class::Case, "Rhine", "Rhône"),
            (Class::Break, "\n\n", "."),
            (Class::Punctuation, "red, white", "red, black"),
            (Class::Punctuation, "5 ㎏", "5 "),
            (Class::Order, "a b b", "b a a"),
            (Class::Order, "½", "colour"),
            (Class::Spelling, "-", ""),
            (Class::Number, "many", "few"),
            (Class::Number, "+", ""),
            (Class::Name, "the river", "the Rhine"),
            (Class::Name, "Rhine\u{202f}river", "Rhine"),
        ] {
            assert!(
                !is_true(class, before, after),
                "{class:?} [{before}/{after}]"
            );
        }
    }

    #[test]
    fn a_class_that_is_true_is_left_alone() {
        for (class, before, after) in [
            (Class::Spacing, "web\u{a0}site", "web site"),
            (Class::Spacing, "har-\nbour", "harbour"),
            (Class::Typography, "--", "—"),
            (Class::Case, "ΟΔΟΣ", "οδος"),
            (Class::Break, "\n\n", " "),
            (Class::Punctuation, "red, white", "red white"),
            (Class::Order, "Kishida Fumio", "Fumio Kishida"),
            (Class::Order, "the of東京", "東京 the of"),
            (Class::Order, "℃ the in", "in ℃the"),
            (Class::Order, "a ㎞ ¼", "㎞ ¼a"),
            (Class::Order, "ＡＢＣ １２ m²", "m² 12 ABC"),
            (Class::Number, "three", "3"),
            (Class::Number, "", "\u{7b8}零"),
            (Class::Name, "Rhine", "Danube"),
            (Class::Name, "Rhine", "Rhine \u{345} Danube"),
            (Class::Name, "Rhine", "Rhine\u{202f}\u{fe0f}river"),
            (Class::Name, "Rhine", "Rhine\u{600}\u{202f}river"),
            (Class::Number, "Monday\u{f8ff}a +", ""),
            (Class::Number, "Monday।to\n\n", ""),
            (Class::Punctuation, "\u{8c369}\u{106965}\u{209e}", ""),
        ] {
            assert!(
                is_true(class, before, after),
                "{class:?} [{before}/{after}]"
            );
        }
    }
}
