//! Characters of scripts without spaces → where words begin among them, by the platform's dictionary.

use crate::text::platform::{Platform, MAX_CHARACTERS};
use crate::text::units::{Token, TokenKind};

/// Asks the dictionary about the tokens of a block, run by run. A run is what no white space and no punctuation parts.
///
/// ```text
/// 東京で、2人が   asked: 東京で    2人が
/// ```
/// A dictionary looks no further than to the next punctuation mark, a clause is in both versions far more often than its paragraph,
/// and a browser's time for each word grows with the length of the text that it is given.
pub fn mark_word_starts(text: &str, platform: &dyn Platform, tokens: &mut [Token]) {
    let runs = tokens.chunk_by_mut(|one, next| {
        one.end == next.start
            && one.kind != TokenKind::Punctuation
            && next.kind != TokenKind::Punctuation
    });
    for run in runs {
        let mut rest = run;
        while rest.len() > 1 {
            let Some(known) = mark_first(text, platform, rest) else {
                return;
            };
            rest = &mut rest[known..];
        }
    }
}

/// Characters of a part of a run whose words are certain. The characters after them are asked about again, together with what
/// follows. The difference to [`MAX_CHARACTERS`] is the longest word that is never cut.
const CERTAIN: u32 = 48;

/// Asks about as much of a run as may be asked at once, and returns how many tokens are then known, or `None` without a dictionary.
fn mark_first(text: &str, platform: &dyn Platform, run: &mut [Token]) -> Option<usize> {
    let start = run.first()?.start;
    let (mut chars, mut asked) = (0, 0);
    for token in run.iter() {
        chars += text[token.span().range()].chars().count();
        if asked > 0 && chars > MAX_CHARACTERS {
            break;
        }
        asked += 1;
    }
    if run[..asked]
        .iter()
        .all(|token| token.kind != TokenKind::Unspaced)
    {
        return Some(asked);
    }
    let end = run[asked - 1].end;
    let starts = platform.word_starts(&text[start as usize..end as usize])?;
    let whole = asked == run.len();
    let mut last = 0;
    let mut place = 0;
    for (index, token) in run[..asked].iter_mut().enumerate() {
        let starts_word = index == 0 || starts.checked_shr(place).unwrap_or(0) & 1 > 0;
        if token.kind == TokenKind::Unspaced {
            token.starts_word = starts_word;
        }
        if starts_word && place <= CERTAIN {
            last = index;
        }
        place += text[token.span().range()].chars().count() as u32;
    }
    Some(if whole || last == 0 { asked } else { last })
}

#[cfg(test)]
mod tests {
    use crate::text::char_cache::CharCache;
    use crate::text::interner::HashKey;
    use crate::text::lexicon::Lexicon;
    use crate::text::platform::{Native, Platform, MAX_CHARACTERS};
    use crate::text::segment::segment;
    use crate::text::source::Text;
    use std::cell::RefCell;

    /// Knows one word, 東京都, and keeps in mind what it was asked about.
    #[derive(Default)]
    struct Dictionary(RefCell<Vec<String>>);

    impl Platform for Dictionary {
        fn nfkc(&self, text: &str) -> String {
            Native.nfkc(text)
        }

        fn nfd(&self, text: &str) -> String {
            Native.nfd(text)
        }

        fn lowercase(&self, text: &str) -> String {
            Native.lowercase(text)
        }

        fn word_starts(&self, text: &str) -> Option<u64> {
            self.0.borrow_mut().push(text.into());
            assert!(text.chars().count() <= MAX_CHARACTERS);
            let chars: Vec<char> = text.chars().collect();
            let inside = |at: usize| {
                (at.saturating_sub(2)..at)
                    .any(|from| chars[from..].starts_with(&['東', '京', '都']))
            };
            Some(
                (0..chars.len())
                    .filter(|&at| !inside(at))
                    .fold(0, |starts, at| starts | 1 << at),
            )
        }
    }

    fn read(text: &str) -> (Vec<String>, Vec<String>) {
        let dictionary = Dictionary::default();
        let units = segment(
            &Text::new(text),
            &mut Lexicon::new(&CharCache::new(&dictionary), HashKey::default()),
            None,
        );
        let mut words: Vec<String> = Vec::new();
        for token in &units.tokens {
            let part = &text[token.span().range()];
            match words.last_mut() {
                Some(word) if !token.starts_word && token.is_word() => word.push_str(part),
                _ => words.push(part.into()),
            }
        }
        (words, dictionary.0.into_inner())
    }

    #[test]
    fn each_run_is_asked_about_by_itself() {
        let (words, asked) = read("東京都で、人 in 東京都");
        assert_eq!(words, ["東京都", "で", "、", "人", "in", "東京都"]);
        assert_eq!(asked, ["東京都で", "東京都"]);
    }

    #[test]
    fn no_word_is_cut_where_a_long_run_is() {
        for ahead in 0..4 {
            let text = format!("{}{}", "人".repeat(ahead), "東京都".repeat(100));
            let (words, asked) = read(&text);
            assert_eq!(words.len(), ahead + 100, "{ahead}");
            assert!(asked.len() <= 7);
        }
    }

    #[test]
    fn words_without_a_sign_among_them_are_not_asked_about() {
        let (words, asked) = read(&format!("{}東京都 in ten", "カa".repeat(100)));
        assert_eq!(words.len(), 203);
        assert_eq!(asked.len(), 1, "{asked:?}");
    }

    #[test]
    fn a_run_without_a_word_in_it_ends() {
        let (words, _) = read(&"人".repeat(1000));
        assert_eq!(words.len(), 1000);
    }
}
