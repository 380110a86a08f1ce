//! Words × words → whether one is only another spelling of the other.

use crate::fold::{is_apostrophe, is_dash};
use crate::platform::Platform;

/// Letters of the shortest word in which one wrong letter is a slip; in shorter words it makes another word.
const SHORTEST: usize = 5;

/// Endings that two spellings of English share the rest of a word before.
const ENDINGS: &[(&str, &str)] = &[
    ("ise", "ize"),
    ("ised", "ized"),
    ("ises", "izes"),
    ("ising", "izing"),
    ("isation", "ization"),
    ("isations", "izations"),
    ("our", "or"),
    ("ours", "ors"),
    ("oured", "ored"),
    ("ouring", "oring"),
    ("oural", "oral"),
    ("ourable", "orable"),
    ("re", "er"),
    ("res", "ers"),
    ("yse", "yze"),
    ("ysed", "yzed"),
    ("ysing", "yzing"),
    ("ogue", "og"),
    ("ogues", "ogs"),
    ("ence", "ense"),
    ("lled", "led"),
    ("lling", "ling"),
    ("ller", "ler"),
    ("amme", "am"),
    ("ammes", "ams"),
    ("que", "ck"),
    ("ques", "cks"),
    ("lling", "ling"),
    ("ment", "ement"),
    ("eable", "able"),
    ("ey", "y"),
    ("eable", "able"),
];

/// Whether two lists of folded words are spellings of the same.
pub fn is_respelled(before: &[String], after: &[String], platform: &dyn Platform) -> bool {
    if before.is_empty() || after.is_empty() || before.len().max(after.len()) > 3 {
        return false;
    }
    // `co-operate` and `cooperate`, `web site` and `website`
    if before.concat() == after.concat() {
        return true;
    }
    before.len() == after.len()
        && before
            .iter()
            .zip(after)
            .all(|(b, a)| b == a || is_variant(b, a, platform))
}

fn is_variant(before: &str, after: &str, platform: &dyn Platform) -> bool {
    let bare = |word: &str| -> String {
        let open = if word.is_ascii() {
            word.to_owned()
        } else {
            platform.nfd(word)
        };
        open.chars()
            .filter(|&c| {
                !matches!(c, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{65f}')
                    && !is_apostrophe(c)
                    && !is_dash(c)
            })
            .flat_map(|c| {
                let pair: [Option<char>; 2] = match c {
                    'ß' => [Some('s'), Some('s')],
                    'æ' => [Some('a'), Some('e')],
                    'œ' => [Some('o'), Some('e')],
                    'ø' => [Some('o'), None],
                    'ł' => [Some('l'), None],
                    'ı' => [Some('i'), None],
                    'ё' => [Some('е'), None],
                    'أ' | 'إ' | 'آ' => [Some('ا'), None],
                    'ي' => [Some('ی'), None],
                    'ك' => [Some('ک'), None],
                    _ => [Some(c), None],
                };
                pair.into_iter().flatten()
            })
            .collect()
    };
    let (b, a) = (bare(before), bare(after));
    if b == a {
        return true;
    }
    if b.chars().chain(a.chars()).any(char::is_numeric) {
        return false;
    }
    let ends = |x: &str, y: &str| {
        ENDINGS.iter().any(|(p, q)| {
            let (Some(head), Some(other)) = (x.strip_suffix(p), y.strip_suffix(q)) else {
                return false;
            };
            head == other && head.len() >= 2
        })
    };
    ends(&b, &a) || ends(&a, &b) || is_slip(&b, &a)
}

/// One slip of the fingers: two letters swapped, one doubled or dropped, one wrong; not at the word's ends, where grammar lives.
fn is_slip(before: &str, after: &str) -> bool {
    let (b, a): (Vec<char>, Vec<char>) = (before.chars().collect(), after.chars().collect());
    let (short, long) = if b.len() <= a.len() {
        (&b, &a)
    } else {
        (&a, &b)
    };
    if short.len() < SHORTEST - 1
        || long.len() - short.len() > 1
        || !long.iter().all(|c| c.is_alphabetic())
    {
        return false;
    }
    let head = short
        .iter()
        .zip(long.iter())
        .take_while(|(x, y)| x == y)
        .count();
    let tail = short[head..]
        .iter()
        .rev()
        .zip(long[head..].iter().rev())
        .take_while(|(x, y)| x == y)
        .count();
    let middle = (short.len() - head - tail, long.len() - head - tail);
    match middle {
        // dropped or doubled: inside the word, or a doubled last letter
        (0, 1) => {
            let extra = long[head];
            let doubled = head > 0 && long[head - 1] == extra || long.get(head + 1) == Some(&extra);
            head > 0 && (doubled || tail >= 2)
        }
        // wrong: one consonant for another, inside a long enough word; another vowel makes another form (sing, sang)
        (1, 1) => {
            let vowels = is_vowel(short[head]) && is_vowel(long[head]);
            head > 0 && tail >= 2 && short.len() >= SHORTEST && (!vowels || short.len() >= 7)
        }
        // swapped
        (2, 2) => {
            short[head] == long[head + 1]
                && short[head + 1] == long[head]
                && short.len() >= SHORTEST - 1
        }
        _ => false,
    }
}

fn is_vowel(c: char) -> bool {
    matches!(
        c,
        'a' | 'e'
            | 'i'
            | 'o'
            | 'u'
            | 'y'
            | 'а'
            | 'е'
            | 'и'
            | 'о'
            | 'у'
            | 'ы'
            | 'э'
            | 'ю'
            | 'я'
            | 'і'
            | 'α'
            | 'ε'
            | 'η'
            | 'ι'
            | 'ο'
            | 'υ'
            | 'ω'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::Native;

    #[test]
    fn spellings_of_one_word_and_other_words() {
        let respelled = |b: &str, a: &str| is_respelled(&[b.to_owned()], &[a.to_owned()], &Native);
        for (b, a) in [
            ("organise", "organize"),
            ("colour", "color"),
            ("centre", "center"),
            ("café", "cafe"),
            ("straße", "strasse"),
            ("recieve", "receive"),
            ("goverment", "government"),
            ("travelling", "traveling"),
        ] {
            assert!(respelled(b, a) && respelled(a, b), "{b} {a}");
        }
        for (b, a) in [
            ("book", "books"),
            ("say", "said"),
            ("win", "won"),
            ("hot", "hit"),
            ("sang", "sing"),
            ("2000", "3000"),
            ("could", "would"),
            ("drive", "drove"),
        ] {
            assert!(!respelled(b, a), "{b} {a}");
        }
    }
}
