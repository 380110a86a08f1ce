//! Words × words → whether one is only another spelling of the other.

use crate::data::{Pairs, BEGINNING, CONFUSABLE, ENDING};
use crate::text::chars::{is_apostrophe, is_dash, is_letter, is_number};
use crate::text::platform::Platform;
use crate::text::source::slice;

/// Letters of the shortest word in which one wrong letter is a typing error; in shorter words it makes another word.
const MIN_LETTERS: usize = 5;

/// Letters of the shortest word in which any letter may be wrong; in shorter words only one that sounds like the other.
const MIN_LONG_LETTERS: usize = 8;

/// Letters of the shortest name in which one wrong letter is a typing error: Johnson and Johnston are two people.
const MIN_LONG_NAME_LETTERS: usize = 9;

/// Bytes of the longest word in which a typing error is looked for. Anything longer is an address or a table without spaces.
const MAX_BYTES: usize = 256;

/// Letters that only one of two spellings has, at most: `gaol` and `jail` have four. Unrelated words usually have more.
const MAX_OTHER_LETTERS: u32 = 5;

/// Whether two lists of folded words are spellings of the same. The rules for names are stricter: another letter is another person.
pub fn is_respelled(before: &[&str], after: &[&str], names: bool, platform: &dyn Platform) -> bool {
    if before.is_empty() || after.is_empty() || before.len().max(after.len()) > 3 {
        return false;
    }
    // `co-operate` and `cooperate`, `web site` and `website`
    if before
        .iter()
        .flat_map(|word| word.bytes())
        .eq(after.iter().flat_map(|word| word.bytes()))
    {
        return true;
    }
    before.len() == after.len()
        && before
            .iter()
            .zip(after)
            .all(|(b, a)| b == a || is_variant(b, a, names, platform))
}

fn is_variant(before: &str, after: &str, names: bool, platform: &dyn Platform) -> bool {
    if before.len().max(after.len()) > MAX_BYTES {
        return false;
    }
    let confused = |word: &str| CONFUSABLE.contains(word);
    looks_respelled(before, after, names, platform) && !(confused(before) && confused(after))
}

fn looks_respelled(before: &str, after: &str, names: bool, platform: &dyn Platform) -> bool {
    if before.is_ascii() && after.is_ascii() {
        let other = letters(before) ^ letters(after);
        if other.count_ones() > MAX_OTHER_LETTERS {
            return false;
        }
    }
    let (b, a) = (bare(before, platform), bare(after, platform));
    if b == a {
        // Two short words with other accents each are two words: bán and bàn.
        return b.len() > 4 || before.is_ascii() || after.is_ascii() || !b.is_ascii();
    }
    if b.chars().chain(a.chars()).any(is_number) {
        return false;
    }
    if b.len().min(a.len()) >= MIN_LETTERS && sound_the_same(&b, &a) {
        return true;
    }
    let long_enough = !names || b.chars().count().min(a.chars().count()) >= MIN_LONG_NAME_LETTERS;
    differ_in_part(BEGINNING, &b, &a, false)
        || long_enough
            && (is_typing_error(&b, &a)
                || b.as_bytes().first() == a.as_bytes().first()
                    && differ_in_part(ENDING, &b, &a, true))
}

/// The letters of a word as a set, one bit each.
fn letters(word: &str) -> u32 {
    word.bytes().fold(0, |set, byte| set | 1 << (byte & 31))
}

/// Whether two words differ only in a pair of beginnings, or of endings where `at_end` is set.
fn differ_in_part(list: Pairs, before: &str, after: &str, at_end: bool) -> bool {
    let (before, after) = (before.as_bytes(), after.as_bytes());
    let same = |p: &[u8], q: &[u8]| {
        if before.len() + q.len() != after.len() + p.len() || before.len() < p.len() {
            return false;
        }
        let rest = before.len() - p.len();
        if at_end {
            rest >= 2
                && before.ends_with(p)
                && after.ends_with(q)
                && before[..rest] == after[..rest]
        } else {
            before.starts_with(p) && after.starts_with(q) && before[p.len()..] == after[q.len()..]
        }
    };
    list.iter().any(|(p, q)| {
        let (p, q) = (p.as_bytes(), q.as_bytes());
        same(p, q) || same(q, p)
    })
}

/// A word without its accents, hyphens and apostrophes, and with each letter in its basic form.
fn bare(word: &str, platform: &dyn Platform) -> String {
    if word.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return word.to_owned();
    }
    let mut out = String::with_capacity(word.len());
    for c in platform.decomposed(word).chars() {
        match c {
            '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{65f}' | '\u{93c}' => {}
            _ if is_apostrophe(c) || is_dash(c) => {}
            'ß' => out.push_str("ss"),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'ø' => out.push('o'),
            'ł' => out.push('l'),
            'đ' => out.push('d'),
            'ı' => out.push('i'),
            'є' => out.push('е'),
            'ة' => out.push('ه'),
            'ي' | 'ى' => out.push('ی'),
            'ك' => out.push('ک'),
            'ँ' => out.push('ं'),
            // A long vowel or another vowel of Korean that sounds the same.
            '\u{1162}' => out.push('\u{1166}'),
            '\u{116b}' | '\u{1170}' => out.push('\u{116c}'),
            // A nasal before a consonant of its own row may be written as a dot: हिन्दी, हिंदी.
            '\u{94d}' if out.ends_with(['न', 'म', 'ङ', 'ञ', 'ण']) => {
                out.pop();
                out.push('ं');
            }
            _ => out.push(c),
        }
    }
    // A length that is not written at a word's end: コンピューター, コンピュータ.
    if out.ends_with('ー') {
        out.pop();
    }
    // A glide that is not heard: लिये, लिए.
    rewrite(&out, "ये ए यी ई")
}

/// A word with each first part of a pair replaced by the second, from its start to its end.
fn rewrite(word: &str, rules: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let mut rest = word;
    'letters: while let Some(c) = rest.chars().next() {
        let mut rules = rules.split(' ');
        while let (Some(from), Some(to)) = (rules.next(), rules.next()) {
            if rest.as_bytes().starts_with(from.as_bytes()) {
                out.push_str(to);
                rest = slice(rest, from.len()..rest.len());
                continue 'letters;
            }
        }
        out.push(c);
        rest = slice(rest, c.len_utf8()..rest.len());
    }
    out
}

/// Whether two bare words sound the same by the rules of some language: ph is f, a doubled letter is one, ae is ä or é.
fn sound_the_same(before: &str, after: &str) -> bool {
    let key = |word: &str, rules: &str| {
        let mut word = rewrite(word, rules);
        let mut last = '\0';
        word.retain(|c| std::mem::replace(&mut last, c) != c);
        word
    };
    let greek = |c: char| matches!(c, '\u{370}'..='\u{3ff}');
    if before.starts_with(greek) {
        // Endings that sound the same are other forms: καλή, καλοί.
        let rules = "αι ε ου u αυ αφ ευ εφ αβ αφ εβ εφ ει ι οι ι η ι υ ι ω ο";
        return before.chars().next_back() == after.chars().next_back()
            && key(before, rules) == key(after, rules);
    }
    ["ph f our or ae e oe e th t rh r", "ae a oe o ue u"]
        .iter()
        .any(|rules| key(before, rules) == key(after, rules))
}

/// Whether two words differ by one typing error: two letters swapped, one doubled or dropped, one wrong. Not at the ends of the word,
/// where another letter is another form.
fn is_typing_error(before: &str, after: &str) -> bool {
    let (b, a): (Vec<char>, Vec<char>) = (before.chars().collect(), after.chars().collect());
    let (short, long) = if b.len() <= a.len() {
        (&b, &a)
    } else {
        (&a, &b)
    };
    // In Korean every place of a syllable may be part of an ending.
    let korean = |c: &char| matches!(c, '\u{1100}'..='\u{11ff}');
    if short.len() < MIN_LETTERS - 1
        || long.len() - short.len() > 1
        || !long.iter().all(|&c| is_letter(c) || c == '\u{94d}')
        || long.iter().any(korean)
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
    match (short.len() - head - tail, long.len() - head - tail) {
        // dropped or doubled: inside the word, or a doubled last letter, or an h that is not heard
        (0, 1) => {
            let extra = long[head];
            let doubled = head > 0 && long[head - 1] == extra || long.get(head + 1) == Some(&extra);
            extra == 'h' || head > 0 && (doubled || tail >= 2 && short.len() >= MIN_LETTERS)
        }
        // wrong: a letter for one that sounds alike, or any inside a long word; another vowel makes another form (sing, sang)
        (1, 1) => {
            let (x, y) = (short[head], long[head]);
            if sounds("sz iy", x, y) {
                return head > 0 && tail > 0;
            }
            let inside = head > 0 && tail >= 2 && short.len() >= MIN_LETTERS;
            match is_vowel(x) && is_vowel(y) {
                true => inside && (short.len() >= 7 || sounds("оа еи эе", x, y)),
                false => {
                    head > 0
                        && tail > 0
                        && short.len() >= MIN_LETTERS
                        && sounds("ck cs kq vw dt tz fv یو", x, y)
                        || inside && short.len() >= MIN_LONG_LETTERS
                }
            }
        }
        // swapped
        (2, 2) => short[head] == long[head + 1] && short[head + 1] == long[head],
        _ => false,
    }
}

/// Whether two letters are a pair of a list.
fn sounds(pairs: &str, x: char, y: char) -> bool {
    let mut letters = pairs.chars().filter(|&c| c != ' ');
    while let (Some(p), Some(q)) = (letters.next(), letters.next()) {
        if (p, q) == (x, y) || (q, p) == (x, y) {
            return true;
        }
    }
    false
}

fn is_vowel(c: char) -> bool {
    "aeiouyаеиоуыэюяіαεηιουω".chars().any(|vowel| vowel == c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::platform::Native;

    #[test]
    fn spellings_of_one_word_and_other_words() {
        let respelled = |b: &str, a: &str| is_respelled(&[b], &[a], false, &Native);
        for (b, a) in [
            ("organise", "organize"),
            ("colour", "color"),
            ("centre", "center"),
            ("café", "cafe"),
            ("straße", "strasse"),
            ("recieve", "receive"),
            ("goverment", "government"),
            ("travelling", "traveling"),
            ("tommorow", "tomorrow"),
            ("ploughed", "plowed"),
            ("grey", "gray"),
            ("photographie", "fotografie"),
            ("clés", "clefs"),
            ("الحكومه", "الحكومة"),
            ("हिन्दी", "हिंदी"),
            ("αυγα", "αβγα"),
            ("мёд", "мед"),
            ("maedchen", "mädchen"),
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
            ("horse", "house"),
            ("county", "country"),
            ("winter", "winner"),
            ("konnte", "könnte"),
            ("bán", "bàn"),
            ("καλη", "καλοι"),
        ] {
            assert!(!respelled(b, a) && !respelled(a, b), "{b} {a}");
        }
    }

    #[test]
    fn a_letter_makes_another_person_but_no_other_government() {
        let named = |b: &str, a: &str| is_respelled(&[b], &[a], true, &Native);
        assert!(!named("johnson", "johnston"));
        assert!(!named("peterson", "petersen"));
        assert!(named("orbán", "orban"));
        assert!(named("goverment", "government"));
    }
}
