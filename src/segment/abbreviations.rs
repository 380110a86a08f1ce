//! Which full stops do not end a sentence.

use crate::letters::is_letter;
use crate::text::{count, place_in};

/// Titles and the like: a name or a number always follows. Here and below, words of one byte, of two, and so on: asked of every
/// sentence's last word, a list is read only where the word could stand in it.
const TITLES: &[&str] = &[
    "d",
    "mr ms mx dr st lt mt ft vs cf pp ca al hr fr nr sr dn ud ul im np г р κ",
    "mrs sen rep gov gen col sgt adm maj pvt rev hon det fig vol nos art frl ing bzw ggf vgl sog usw mme mgr sra uds \
     sig avv dhr tzw",
    "prof capt cmdr pres supt insp figs dipl evtl inkl mlle srta dña dott mevr inż гг ул им см др рр αρ κα",
    "",
    "messrs approx тыс млн руб вул грн",
    "",
    "проф акад млрд",
];

/// Words that often end a sentence too: what follows decides.
const OFTEN_LAST: &[&str] = &[
    "",
    "co jr no rd ph ed dc ga va md bd jh av gg т",
    "inc ltd etc jan feb mar apr jun jul aug sep oct nov dec ave eds est min max fla tex ore wis tel abs mio mrd",
    "corp bros sept blvd dept univ assn mass conn ariz penn wash okla mich minn pág núm",
    "calif págs т.д т.п т.е",
    "обл",
];

/// Words that begin a sentence much more often than they follow an abbreviation inside one.
const STARTERS: &str = "the a an he she it they we i you this that these those there in on at but and if when while as his her its \
    their our after before since for with by from what who however although some many most no not one so both last \
    earlier meanwhile according der die das ein eine er sie es wir ich im am und aber doch wenn als nach auch le la \
    les un une il elle ils elles ce cette mais el los las una en pero él";

/// Months after an ordinal: `3. Mai`.
const MONTHS: &str = "januar jänner februar märz april mai juni juli august september oktober november dezember januari februari \
    marts maj desember december ledna února března dubna května června července srpna září října listopadu prosince \
    jahrhundert jahrhunderts";

fn is_in(list: &str, word: &str) -> bool {
    place_in(list, word).is_some()
}

fn is_among(lists: &[&str], word: &str) -> bool {
    let list = lists.get(word.len().wrapping_sub(1)).unwrap_or(&"");
    let mut words = list.as_bytes().chunks(word.len() + 1);
    words.any(|one| one[0] == word.as_bytes()[0] && one.starts_with(word.as_bytes()))
}

/// Whether the full stop between two words (both folded) ends no sentence.
///
/// `capital` tells whether the word before it is a capital letter alone, `opens` whether that word is the block's first.
pub fn holds_on(word: &str, next: &str, capital: bool, opens: bool) -> bool {
    let starter = || is_in(STARTERS, next);
    if is_among(TITLES, word) {
        return true;
    }
    if word.bytes().all(|b| b.is_ascii_digit()) && word.len() <= 2 {
        return opens || is_in(MONTHS, next);
    }
    let single = count(word) == 1 && word.chars().all(is_letter);
    if single && capital {
        return !matches!(next, "the" | "he" | "she" | "it" | "but" | "they");
    }
    if is_among(OFTEN_LAST, word) || word.bytes().any(|byte| byte == b'.') || single {
        return !starter();
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_abbreviation_stands_among_those_of_its_length() {
        for lists in [TITLES, OFTEN_LAST] {
            for (list, bytes) in lists.iter().zip(1..) {
                for word in list.split(' ').filter(|word| !word.is_empty()) {
                    assert_eq!(word.len(), bytes, "{word}");
                    assert!(is_among(lists, word));
                }
            }
            assert!(!is_among(lists, "") && !is_among(lists, "unabbreviated"));
        }
    }
}
