//! Random bytes → pairs of texts. Proptest and the fuzzers draw from the same generators, so what one finds the other can keep.
//!
//! The second text is the first one, edited at random. The texts are made of what has broken comparisons before: words of many
//! scripts, lone marks, runs of equal lines, characters of compatibility, private characters, signs before numbers, loose combining marks.

use arbitrary::{Arbitrary, Result, Unstructured};
use article_diff::document::{Document, Format, FormatKind};
use article_diff::span::Utf16Span;
use article_diff::Options;

/// A pair of texts as JavaScript holds them, and how to compare them.
#[derive(Clone, Debug)]
pub struct Pair {
    /// The first text.
    pub before: Vec<u16>,
    /// The second text.
    pub after: Vec<u16>,
    /// Which passes are on.
    pub options: Options,
}

impl Pair {
    /// Both texts, for a message.
    pub fn shown(&self) -> String {
        format!(
            "before {:?}\nafter  {:?}\n{:?}",
            String::from_utf16_lossy(&self.before),
            String::from_utf16_lossy(&self.after),
            self.options
        )
    }
}

impl Pair {
    fn of(u: &mut Unstructured<'_>, tokens: Tokens) -> Result<Self> {
        let options = options(u)?;
        let before = pieces(u, tokens, 40)?;
        let mut after = before.clone();
        for _ in 0..u.int_in_range(0..=7)? {
            edit(u, tokens, &mut after)?;
        }
        Ok(Self {
            before: join(&before),
            after: join(&after),
            options,
        })
    }
}

impl<'a> Arbitrary<'a> for Pair {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let mut pair = Self::of(u, Tokens::All)?;
        // Where the bytes are used up, a ratio is true.
        if !u.ratio(19, 20)? {
            private_windows(u, &mut pair)?;
        }
        Ok(pair)
    }
}

/// A pair of texts of words and their punctuation, as people write them.
#[derive(Clone, Debug)]
pub struct Prose(pub Pair);

impl<'a> Arbitrary<'a> for Prose {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        Pair::of(u, Tokens::Words).map(Self)
    }
}

/// A pair of texts with structure: half of the time the second document has the structure of the first, edited at random.
#[derive(Clone, Debug)]
pub struct Documents {
    /// The texts, and how to compare them.
    pub pair: Pair,
    /// The structure of the first text.
    pub before: Vec<Format>,
    /// The structure of the second text.
    pub after: Vec<Format>,
}

impl Documents {
    /// Both documents.
    pub fn both(&self) -> (Document<'_>, Document<'_>) {
        let document = |text, formats| Document { text, formats };
        (
            document(&self.pair.before[..], &self.before[..]),
            document(&self.pair.after[..], &self.after[..]),
        )
    }
}

impl<'a> Arbitrary<'a> for Documents {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let tokens = [Tokens::Words, Tokens::Words, Tokens::All];
        let tokens = *u.choose(&tokens)?;
        let pair = Pair::of(u, tokens)?;
        let before = formats(u, pair.before.len())?;
        let mut after = formats(u, pair.after.len())?;
        if u.arbitrary()? {
            after.truncate(2);
            after.extend(&before);
        }
        Ok(Self {
            pair,
            before,
            after,
        })
    }
}

/// Formats anywhere in a text, some beyond its end. An image may have an alternative text.
fn formats(u: &mut Unstructured<'_>, length: usize) -> Result<Vec<Format>> {
    let mut formats = Vec::new();
    for _ in 0..u.int_in_range(0..=9)? {
        let kind = *u.choose(&FormatKind::ALL)?;
        let start = u.int_in_range(0..=length as u32 + 1)?;
        let span = Utf16Span::new(start, start + u.int_in_range(0..=40)?);
        let value = u.int_in_range(0..=2)?;
        let format = |kind, value| Format { kind, span, value };
        match kind {
            FormatKind::Alt => {
                formats.extend([format(FormatKind::Image, value), format(kind, value)]);
            }
            _ => formats.push(format(kind, value)),
        }
    }
    Ok(formats)
}

/// Which tokens a text is made of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tokens {
    /// Words of many scripts, and no line over and over.
    Words,
    /// Also lone marks, signs, characters of compatibility, joiners, and anything else.
    All,
}

/// A text alone.
#[derive(Clone, Debug)]
pub struct Text(pub String);

impl<'a> Arbitrary<'a> for Text {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        Ok(Self(String::from_utf16_lossy(&join(&pieces(
            u,
            Tokens::All,
            60,
        )?))))
    }
}

/// Two texts of code units that meet badly: surrogates with and without their other half, joiners, combining marks, line ends.
#[derive(Clone, Debug)]
pub struct CodeUnits(pub Vec<u16>, pub Vec<u16>);

impl<'a> Arbitrary<'a> for CodeUnits {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        fn text(u: &mut Unstructured<'_>) -> Result<Vec<u16>> {
            const MEETING: [u16; 18] = [
                0x20, 0x61, 0x62, 0x41, 0x2e, 0x0d, 0x0a, 0x301, 0x200d, 0xd83d, 0xdc69, 0xd800,
                0xdc00, 0xdfff, 0xdbff, 0xfeff, 0xad, 0x0,
            ];
            (0..u.int_in_range(0..=60)?)
                .map(|_| match u.ratio(4, 5)? {
                    true => u.choose(&MEETING).copied(),
                    false => u.arbitrary(),
                })
                .collect()
        }
        Ok(Self(text(u)?, text(u)?))
    }
}

/// A sentence of words that differ from one another, and the same sentence with some words taken out, put in or replaced:
/// what both have in common has one order only, and a simple table tells it.
#[derive(Clone, Debug)]
pub struct DistinctWords {
    /// The words of the first sentence.
    pub before: Vec<String>,
    /// The words of the second sentence.
    pub after: Vec<String>,
}

impl<'a> Arbitrary<'a> for DistinctWords {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let length = u.int_in_range(6..=60)?;
        let before: Vec<String> = (0..length).map(invented).collect();
        let mut after = before.clone();
        let mut unused = length;
        // At least three quarters stay, so that the sentences are one sentence to any reader.
        for _ in 0..u.int_in_range(0..=length / 4)? {
            let at = u.choose_index(after.len())?;
            match u.int_in_range(0..=2)? {
                0 if invented_number(&after[at]) < length => drop(after.remove(at)),
                1 if invented_number(&after[at]) < length => {
                    after[at] = invented(unused);
                    unused += 1;
                }
                _ => {
                    after.insert(at, invented(unused));
                    unused += 1;
                }
            }
        }
        Ok(Self { before, after })
    }
}

/// The word of a number: three syllables of its digits, so that two words differ in more than one letter.
fn invented(number: usize) -> String {
    const SYLLABLES: [&str; 10] = ["ba", "ke", "di", "fo", "gu", "la", "me", "ni", "po", "ru"];
    let digits = [number % 10, number / 10 % 10, number / 100 % 10];
    let check = (digits[0] * 3 + digits[1] * 7 + digits[2]) % 10;
    digits
        .iter()
        .chain([&check])
        .map(|&digit| SYLLABLES[digit])
        .collect()
}

fn invented_number(word: &str) -> usize {
    (0..1000)
        .find(|&number| invented(number) == word)
        .unwrap_or(usize::MAX)
}

/// Half of the time the options as they are; else any of the passes switched off.
pub fn options(u: &mut Unstructured<'_>) -> Result<Options> {
    let mut options = Options::default();
    if u.ratio(3, 4)? {
        return Ok(options);
    }
    for pass in [
        &mut options.moves,
        &mut options.furniture,
        &mut options.order,
        &mut options.join,
        &mut options.whole,
        &mut options.slide,
        &mut options.stems,
        &mut options.groups,
    ] {
        *pass = u.arbitrary()?;
    }
    Ok(options)
}

/// Options with thresholds anywhere in their ranges too.
pub fn any_options(u: &mut Unstructured<'_>) -> Result<Options> {
    let mut options = options(u)?;
    for share in [
        &mut options.anchor,
        &mut options.candidate,
        &mut options.fill,
        &mut options.likeness,
        &mut options.kept,
    ] {
        *share = f32::from(u.arbitrary::<u8>()?) / 255.0;
    }
    options.evidence = f32::from(u.arbitrary::<u8>()?) / 25.0;
    options.run_cost = f32::from(u.arbitrary::<u8>()?) / 127.5;
    options.work = 1 << u.int_in_range(0..=27)?;
    Ok(options)
}

/// Bytes of which [`any_options`] makes the options as they are, or nearly so.
pub const DEFAULT_OPTIONS_SEED: [u8; 9] = [0, 204, 71, 51, 115, 51, 50, 102, 27];

/// Two texts out of any bytes: UTF-8 (what is none is replaced), parted by the first byte that UTF-8 never has.
pub fn two_texts(bytes: &[u8]) -> (String, String) {
    let (before, after) = match bytes.iter().position(|&byte| byte == TEXT_END) {
        Some(at) => (&bytes[..at], &bytes[at + 1..]),
        None => (bytes, &[][..]),
    };
    let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
    (text(before), text(after))
}

/// The bytes of which [`two_texts`] makes these two.
pub fn two_texts_seed(before: &str, after: &str) -> Vec<u8> {
    [before.as_bytes(), &[TEXT_END], after.as_bytes()].concat()
}

/// Two strings of code units out of any bytes, parted by the first unit U+FFFF, which is no character.
pub fn two_strings(bytes: &[u8]) -> (Vec<u16>, Vec<u16>) {
    let mut units = bytes
        .chunks_exact(2)
        .map(|two| u16::from_le_bytes([two[0], two[1]]));
    let before = units.by_ref().take_while(|&unit| unit != 0xffff).collect();
    (before, units.collect())
}

/// The bytes of which [`two_strings`] makes these two.
pub fn two_strings_seed(before: &str, after: &str) -> Vec<u8> {
    before
        .encode_utf16()
        .chain([0xffff])
        .chain(after.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect()
}

/// A byte that UTF-8 never has.
const TEXT_END: u8 = 0xff;

/// A token, and what stands behind it.
#[derive(Clone, Debug)]
struct Piece {
    token: String,
    gap: &'static str,
}

const WORDS: &[&str] = &[
    "the",
    "a",
    "of",
    "and",
    "in",
    "to",
    "was",
    "minister",
    "harbour",
    "Kishida",
    "Fumio",
    "London",
    "lighthouse",
    "agreed",
    "on",
    "Monday",
    "report",
    "said",
    "ferry",
    "2,000",
    "3.5",
    "10:30",
    "U.K.",
    "Mr.",
    "it’s",
    "it's",
    "co-operate",
    "cooperate",
    "organise",
    "organize",
    "colour",
    "bag",
    "came",
    "late",
    "grew",
];

const SCRIPTS: &[&str] = &[
    "“quoted”",
    "\"quoted\"",
    "«да»",
    "Привет",
    "мир",
    "東京",
    "で",
    "都",
    "三千",
    "สวัสดี",
    "น้ำ",
    "שלום",
    "مرحبا",
    "١٢٣",
    "नमस्ते",
    "Ελλάδα",
    "Ἑλλάς",
    "İstanbul",
    "ısı",
    "e\u{301}te",
    "été",
    "👩‍👩‍👧",
    "🇺🇳🇩🇪",
    "क्षि",
    "각",
    "\u{1100}\u{1161}",
    "ü\u{323}",
    "a\u{200b}b",
    "so\u{ad}ft",
];

/// Marks that may stand alone in a line or between words.
const MARKS: &[&str] = &[
    "*",
    "* * *",
    "***",
    "---",
    "—",
    "--",
    "-",
    "–",
    "•",
    "…",
    "...",
    ". . . . .",
    "⁂",
    "#",
    "।",
    "! ! !",
    "(",
    ")",
    ",",
    ";",
    "/",
    "§",
    "·",
    "_",
    "~",
    "|",
];

/// Symbols that belong to a number, or to nothing.
const NUMBER_SYMBOLS: &[&str] = &[
    "+", "-", "--", "−", "±", "=", "×", "%", "$", "€", "°", "№", "+5", "-5", "5+", "5 +", "< 3",
];

/// Characters that compatibility folds into several or into others.
const COMPATIBLE: &[&str] = &[
    "㎏",
    "㎞",
    "½",
    "¼",
    "²",
    "①",
    "Ⅷ",
    "™",
    "ﬁ",
    "ﷺ",
    "㍿",
    "㈱",
    "⼚",
    "⽇",
    "⽚",
    "ﾊﾟ",
    "ＡＢＣ",
    "５",
    "ŉ",
    "ǆ",
    "℃",
    "Ω",
    "K",
    "…",
    "‥",
    "ſ",
    "ª",
    "º",
];

/// Characters that join others, print nothing, or stand for nothing.
const JOINERS: &[&str] = &[
    "\u{600}",
    "\u{110bd}",
    "\u{8e2}",
    "\u{301}",
    "\u{345}",
    "\u{200d}",
    "\u{fe0f}",
    "\u{20dd}",
    "\u{202e}",
    "\u{feff}",
    "\0",
    "\u{2060}",
    "\u{f8ff}",
    "\u{f0000}",
    "\u{10fffd}",
    "\u{ffff}",
];

const GAPS: &[&str] = &[
    " ", " ", " ", " ", " ", " ", " ", " ", " ", " ", " ", " ", "", "  ", "\u{a0}", "\n", "\r\n",
    "\u{3000}", ". ", ". ", ".\n\n", "\n\n", "\r\n\r\n", "! ", "。", "\u{2028}", "\t", "\u{202f}",
];

/// What stands behind each of several equal lines.
const LINE_ENDS: &[&str] = &["\n\n", "\n", " ", "\r\n", ". "];

fn token(u: &mut Unstructured<'_>, tokens: Tokens) -> Result<String> {
    let kinds = if tokens == Tokens::All { 19 } else { 12 };
    let list = match u.int_in_range(0..=kinds)? {
        0..=9 => WORDS,
        10..=12 => SCRIPTS,
        13 => MARKS,
        14 => NUMBER_SYMBOLS,
        15..=16 => COMPATIBLE,
        17 => JOINERS,
        18 => {
            // Two tokens without a gap: `½colour`, `5㎏`.
            let list = *u.choose(&[COMPATIBLE, NUMBER_SYMBOLS, JOINERS, MARKS])?;
            let (one, other) = (
                (*u.choose(list)?).to_owned(),
                (*u.choose(WORDS)?).to_owned(),
            );
            return Ok(if u.arbitrary()? {
                one + &other
            } else {
                other + &one
            });
        }
        _ => {
            return (0..u.int_in_range(0..=5)?)
                .map(|_| u.arbitrary::<char>())
                .collect();
        }
    };
    Ok((*u.choose(list)?).to_owned())
}

fn piece(u: &mut Unstructured<'_>, tokens: Tokens) -> Result<Piece> {
    Ok(Piece {
        token: token(u, tokens)?,
        gap: u.choose(GAPS)?,
    })
}

/// Up to so many runs: single pieces, a line of marks between the paragraphs of a story, or one line over and over.
fn pieces(u: &mut Unstructured<'_>, tokens: Tokens, max_runs: usize) -> Result<Vec<Piece>> {
    let mut out = Vec::new();
    for _ in 0..u.int_in_range(0..=max_runs)? {
        match u.int_in_range(0..=15)? {
            0 if tokens == Tokens::All => {
                let (mark, gap) = ((*u.choose(MARKS)?).to_owned(), *u.choose(LINE_ENDS)?);
                let between: Vec<Piece> = (0..u.int_in_range(0..=2)?)
                    .map(|_| piece(u, tokens))
                    .collect::<Result<_>>()?;
                for _ in 0..u.int_in_range(1..=12)? {
                    out.push(Piece {
                        token: mark.clone(),
                        gap,
                    });
                    out.extend(between.iter().cloned());
                }
            }
            1 if tokens == Tokens::All => {
                let mut line: Vec<Piece> = (0..u.int_in_range(1..=4)?)
                    .map(|_| piece(u, tokens))
                    .collect::<Result<_>>()?;
                if let Some(last) = line.last_mut() {
                    last.gap = u.choose(LINE_ENDS)?;
                }
                for _ in 0..u.int_in_range(2..=20)? {
                    out.extend(line.iter().cloned());
                }
            }
            _ => {
                for _ in 0..u.int_in_range(1..=8)? {
                    out.push(piece(u, tokens)?);
                }
            }
        }
    }
    Ok(out)
}

/// What an editor may do to a text.
fn edit(u: &mut Unstructured<'_>, tokens: Tokens, pieces: &mut Vec<Piece>) -> Result<()> {
    let length = pieces.len();
    if length == 0 {
        pieces.push(piece(u, tokens)?);
        return Ok(());
    }
    let at = u.choose_index(length)?;
    let range = |count: usize| at..(at + count).min(length);
    let kinds = if tokens == Tokens::All { 7 } else { 6 };
    match u.int_in_range(0..=kinds)? {
        0 => drop(pieces.drain(range(u.int_in_range(1..=12)?))),
        1 => {
            let new = self::pieces(u, tokens, 2)?;
            pieces.splice(at..at, new);
        }
        2 => {
            let moved: Vec<Piece> = pieces.drain(range(u.int_in_range(1..=30)?)).collect();
            let to = u.int_in_range(0..=pieces.len())?;
            pieces.splice(to..to, moved);
        }
        3 => {
            let copied = pieces[range(u.int_in_range(1..=30)?)].to_vec();
            let to = u.int_in_range(0..=length)?;
            pieces.splice(to..to, copied);
        }
        4 => {
            let word = &mut pieces[at].token;
            *word = word
                .replace('’', "'")
                .replace(['“', '”'], "\"")
                .to_uppercase();
        }
        5 => pieces[at].gap = u.choose(GAPS)?,
        6 => pieces[at].token = token(u, tokens)?,
        _ => {
            // A sign or a mark that comes or goes beside a word.
            let list = if u.arbitrary()? {
                NUMBER_SYMBOLS
            } else {
                JOINERS
            };
            let sign = *u.choose(list)?;
            pieces.insert(
                at,
                Piece {
                    token: sign.to_owned(),
                    gap: if u.arbitrary()? { " " } else { "" },
                },
            );
        }
    }
    Ok(())
}

/// Puts a private character of each window that could stand in for lone surrogates before both texts, and lone surrogates behind.
fn private_windows(u: &mut Unstructured<'_>, pair: &mut Pair) -> Result<()> {
    const WINDOWS: u32 = 64;
    let left_out = if u.ratio(1, 4)? {
        u.int_in_range(0..=WINDOWS - 1)?
    } else {
        WINDOWS
    };
    let all: String = (0..WINDOWS)
        .filter(|&window| window != left_out)
        .filter_map(|window| char::from_u32(0xf_0000 + 0x800 * window))
        .collect();
    let all: Vec<u16> = all.encode_utf16().collect();
    for text in [&mut pair.before, &mut pair.after] {
        text.splice(0..0, all.iter().copied());
        for _ in 0..u.int_in_range(0..=2)? {
            text.push(u.int_in_range(0xd800..=0xdfff)?);
        }
    }
    Ok(())
}

fn join(pieces: &[Piece]) -> Vec<u16> {
    pieces
        .iter()
        .flat_map(|piece| piece.token.encode_utf16().chain(piece.gap.encode_utf16()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invented_words_are_all_different() {
        let mut words: Vec<String> = (0..1000).map(invented).collect();
        words.sort();
        words.dedup();
        assert_eq!(words.len(), 1000);
    }

    #[test]
    fn seeds_give_the_texts_and_options_that_they_were_made_of() {
        let (before, after) = ("Straße 👩 [a]\n", "стр");
        let (b, a) = two_texts(&two_texts_seed(before, after));
        assert_eq!((b.as_str(), a.as_str()), (before, after));
        let (b, a) = two_strings(&two_strings_seed(before, after));
        assert_eq!((b, a), (crate::units(before), crate::units(after)));
        let mut bytes = Unstructured::new(&DEFAULT_OPTIONS_SEED);
        let (options, default) = (
            any_options(&mut bytes).expect("enough bytes"),
            Options::default(),
        );
        assert!(bytes.is_empty());
        for (given, usual) in [
            (options.anchor, default.anchor),
            (options.candidate, default.candidate),
            (options.fill, default.fill),
            (options.likeness, default.likeness),
            (options.kept, default.kept),
            (options.evidence, default.evidence),
            (options.run_cost, default.run_cost),
        ] {
            assert!((given - usual).abs() < 0.01, "{given} {usual}");
        }
    }

    #[test]
    fn no_bytes_give_an_empty_pair_and_bytes_give_texts() {
        let empty = Pair::arbitrary(&mut Unstructured::new(&[])).expect("no bytes are enough");
        assert!(empty.before.is_empty());
        let bytes: Vec<u8> = (0..4000u32)
            .map(|n| (n.wrapping_mul(2_654_435_769) >> 23) as u8)
            .collect();
        let pair = Pair::arbitrary(&mut Unstructured::new(&bytes)).expect("bytes make a pair");
        assert!(pair.before.len() > 100, "{}", pair.shown());
    }
}
