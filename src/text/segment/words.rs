//! A stretch between two spaces → words, numbers and marks, by the word rules of UAX #29 without parting a grapheme cluster.
//!
//! The rules part some clusters of South-East Asia (Thai น้ำ); such pieces are merged again.

use crate::text::char_cache::{CharCache, WordRole};
use crate::text::chars::is_letter;
use crate::text::graphemes::is_boundary;
use unicode_segmentation::{UWordBoundIndices, UnicodeSegmentation};

/// The pieces of a stretch, with their byte offsets.
pub struct Pieces<'s, 'c> {
    stretch: &'s str,
    chars: &'c CharCache<'c>,
    /// Everything before this byte has been read.
    at: usize,
    /// What the tables say of a part of the stretch: where the part begins, and its pieces.
    by_tables: Option<(usize, std::iter::Peekable<UWordBoundIndices<'s>>)>,
}

impl<'s, 'c> Pieces<'s, 'c> {
    /// Takes a stretch apart. It must begin and end at boundaries of clusters.
    pub fn new(stretch: &'s str, chars: &'c CharCache<'c>) -> Self {
        Self {
            stretch,
            chars,
            at: 0,
            by_tables: None,
        }
    }

    /// Where the part that begins at `self.at` ends, and whether it is known to be one piece. Parts end where no rule can join the
    /// characters on either side, so that each can be read by itself.
    fn part(&self) -> (usize, bool) {
        let rest = &self.stretch[self.at..];
        let mut chars = rest.char_indices().peekable();
        let mut last: Option<(char, WordRole)> = None;
        let mut one_piece = true;
        while let Some((at, c)) = chars.next() {
            let next = chars.peek().map(|&(_, next)| next);
            let mut role = self.chars.word_role(c);
            if role == WordRole::Unknown {
                role = self.role_in_place(last, c, next);
            }
            match (last, role) {
                (None, _) | (Some((_, WordRole::Part)), WordRole::Part) => {}
                (Some((_, WordRole::Part | WordRole::Piece)), WordRole::Part | WordRole::Piece) => {
                    return (self.at + at, one_piece);
                }
                _ => one_piece = false,
            }
            one_piece &= role != WordRole::Unknown;
            last = Some((c, role));
        }
        (self.stretch.len(), one_piece)
    }

    /// The role of a punctuation mark by what it is beside.
    fn role_in_place(
        &self,
        last: Option<(char, WordRole)>,
        c: char,
        next: Option<char>,
    ) -> WordRole {
        let is_quote = matches!(c, '’' | '‘');
        if c == '_' || !is_quote && !c.is_ascii_punctuation() {
            return WordRole::Unknown;
        }
        match (last, next) {
            // The first mark of a stretch and its last one join nothing.
            (None, _) if self.at == 0 => WordRole::Piece,
            (_, None) => WordRole::Piece,
            // An apostrophe joins two letters (WB6 and WB7).
            (Some((last, WordRole::Part)), Some(next))
                if matches!(c, '’' | '\'')
                    && is_letter(last)
                    && is_letter(next)
                    && self.chars.word_role(next) == WordRole::Part =>
            {
                WordRole::Part
            }
            _ => WordRole::Unknown,
        }
    }
}

impl<'s> Iterator for Pieces<'s, '_> {
    type Item = (usize, &'s str);

    fn next(&mut self) -> Option<Self::Item> {
        let start = self.at;
        if self.by_tables.is_none() {
            if start == self.stretch.len() {
                return None;
            }
            let (end, one_piece) = self.part();
            let part = &self.stretch[start..end];
            if one_piece {
                self.at = end;
                return Some((start, part));
            }
            self.by_tables = Some((start, part.split_word_bound_indices().peekable()));
        }
        let (from, pieces) = self.by_tables.as_mut()?;
        while let Some((offset, piece)) = pieces.next() {
            self.at = *from + offset + piece.len();
            if pieces.peek().is_none() {
                break;
            }
            // The piece begins at a boundary, so that nothing before it has to be looked at: that would be far back among flags.
            if is_boundary(&self.stretch[start..], self.at - start) {
                return Some((start, &self.stretch[start..self.at]));
            }
        }
        self.by_tables = None;
        Some((start, &self.stretch[start..self.at]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::platform::Native;

    fn read(text: &str) -> Vec<&str> {
        let chars = CharCache::new(&Native);
        Pieces::new(text, &chars).map(|(_, piece)| piece).collect()
    }

    #[test]
    fn words_of_every_script_are_those_of_the_tables() {
        for text in [
            "The U.K.-Japan deal: $2,000.50; it’s (nearly) 3rd_rate…",
            "Привет, мир! 10.5 км",
            "ο Αχιλλέας κ’ ο Έκτορας·",
            "צה״ל וג'ירפה 5",
            "العربية، ١٬٢٣٤٫٥ نعم؟",
            "हिन्दी में क्षत्रिय १२३",
            "தமிழ் மொழி",
            "한국어 문장이다.",
            "カタカナとひらがな、漢字。",
            "«Слово», — сказал он.",
            "မြန်မာစာ ၁၂",
            "co\u{ad}operate a\u{200d}b",
            "👩‍👩‍👧 🇫🇷🇩🇪 ☺️",
            "x̂ĝ e\u{301}\u{302}",
            "東京_a 東\u{301}京a.b",
            "world’s ’s s’ 1’2 a’2 l’été’é ’‘ “a’b”, a'б ‘a’. a’’b א’ב",
        ] {
            for stretch in text.split(' ').chain([text]) {
                let by_tables: Vec<&str> = stretch.split_word_bounds().collect();
                assert_eq!(read(stretch), by_tables);
            }
        }
    }

    #[test]
    fn clusters_are_not_parted() {
        assert_eq!(read("น้ำ"), ["น้ำ"]);
        assert_eq!(read("น้ำดี"), ["น้ำ", "ดี"]);
    }
}
