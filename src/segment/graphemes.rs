//! Where a text may be cut without parting what a reader sees as one character: the grapheme clusters of UAX #29.
//!
//! The rules of the standard over a table of one byte for most ranges; the tables of `unicode-segmentation`, which the tests hold
//! this room against, weigh four times as much in wasm.

use crate::answers::Answers;
use crate::text::cut;
use once_cell::race::OnceBox;

/// What the rules ask of a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    Other,
    Control,
    Extend,
    SpacingMark,
    Prepend,
    Pictographic,
    Consonant,
    /// A vowel of Hangul, or of a script built like it.
    Vowel,
    /// A leading consonant of Hangul.
    Lead,
    /// A trailing consonant of Hangul.
    Trail,
    /// A syllable of Hangul that a vowel or a trailing consonant may follow.
    Open,
    /// A syllable of Hangul that a trailing consonant may follow.
    Closed,
    Joiner,
    Regional,
}

/// The classes from `Control` to `Vowel` above ASCII, as of Unicode 17: for each range the characters between it and the one before,
/// then its length less one times eight plus its class. Numbers are written in digits of five bits, lowest first, from `?` on; all
/// digits but a number's last are 32 more.
const TABLE: &str = r"?xFHDB@?DpQyZrGq@fGaJ@A@I@I@Aw@k@IqA@@m@aDOAdBq@?C@i@AI@Y`@C@A]qEzAqAy@aAHAWY@aA@Q@a@j@Qs@KDaAi@yD?C?yF?BPeH?A?B?A@R?y
@?Z?A?J@q@?}@AIS}@@A?JP}C@u@@EB]AA@A?J?YAJAJ?AHACM@EAIKMKAAI?Bw@A@R?ICIAQBA]IBAJI?BP}C@u@@M@e@AA@R?a@@I?B@J?ASITE?i@@A
?JP}C@u@@M@e@AA@I?B?YAJAJ?AFQCM@EAILEOAz@A?B?A?JBR@R?AHAg@A?R?AO}C@}BAA@Q?Z@Q@YFI@UFI\A?Jw@A@B?I?B?A?J@Q@YFIJINBKI?JPm
H?I@A?J?Y@R@R?A?CGAII\A?JeAACA?J?Q@A@r@?AQJ|@A@B?q@Ky@aBA@B?aAJq@hAIZA@A@ACJp@iB?B?a@@IDqA@yGHAx@uIAY?B?i@@I?J?I?EOm@?
J?I?]?Q?EBMFU?Y?eB?A@B?IEA?EMAaE~PtLQq\Y[Q\I]IK}K?I?B?q@?z@?A?J?qAHAl@Q?@?AtBIa@AuBQ?Z?I?RCJ?A?j@?QzEI?J?ACeL?B?A?B?q@
@A@AAy@?j@?iAAAo@iJAyASY?BEMEeG?iA?Z?Q?}@]aAKI?B?mF?B?Y?J?i@?MJUg@A?B?I?R?A?B?a@o@z@?y@?J?IwCQ@aB?B?q@CAEAAB?IeEyNjO@?
A@HWp@LDKDUxB_BaGp@DUDyAl@NLnJLKDeDDXtACTfEDfFLIDHDy@\@d@HDADALADCDAD@LADBDBLGTDD@DD|AJLAD@L@DQDALQl@@D@LBLDDALCLJLDLA
DDL@D@LSLDl@@\ADCDADAl@@DAD@D@DEDBDEDILNDADCD@DCT@DJLo@THDMDMDsJLnMTRLr@DCDxKQlCA_ByFiPi@?DKDzAI{ND@Dt}[Y@iA_@IoAIoGAB
ACAVJ?I?BCArAJq@zB?IYiCLAe@y@XqA?B?Ak@Q?BDUB}G?A?J?Y?J?I?J?A^e@?A@eAIe@i@i@?J?I?J?IKAGA?BQ}B@UEE@A@Mo@A@QAIDI@A]uA?B?I
?JDB?AhEuEGJ?A?J?A?J@B?Aa}IvDvyGA`VyBOyBnE@}CIoAxA`OAaFAtCa@ds@E?Q@IDY?]@U@eFAQCAdDI|PY`Aa@|HIlAi@eAqAp@YyBB?A?Bt@qBh@
AAIIQ?Bl@R?Y?J?IACCAICq@Q?}G?a@?B?y@NE?J?Ej@AKI?Bo@R?aA?B?A@KDY@B?A{AR?Q?J?YEAAA|CA?R?y@TI?Jv@I@A?B?A?ZAJAJ?AHAIJAq@Ba
@JmA@EAE@mHAA?J?i@@AAA@Q?B@J?Q?C?AMIqAR?y@?J?Q?B?AVApAA?J?i@?B?A?J?A?B?I?B?IjFA?J?YAZ?I?B?IZIqAR?y@?J?A?B?IiBA?B?A?J?y
@dBA?B?AAY?B?a@_GR?aA?B?IdEu@AEA}@@M@}D?A?b@@JAY?C?B?C?B?AlCR?YAI?Z?ABBZE?iA?}H?i@?B@YGAGE?i@?J?Q?}H?k@?aB?B?IeEA?B?Q?
B?A?BfEB?q@@i@?B?AqAiD@B?q@?B?I?B?IyBi@BA@I@q@?C?AaAb@@I@J?A?B?AzII?JHI?C?B?eB@mG?J?a@BJ?QVAteDxB?AEqBgeJyA?R?Q_mAa@z@
q@kPFB^cNA@rLFYpAAJIjdRI@X{qCiJAqD}Oa@Bi@?x@?y@Aq@]YsCQz|@qLCiKGAMAUa@@qBoi@q@@aCAq@@I@a@cBA_Dq@vJA|@Y{NY}FIrFAAAFIDAy
Mq@lBq@xt@Df@\cB|ANLNDMLd@lAoBLKLMDAlAR|LZtBIDSDAdA@\HtDE|m@A|ZAL@TAtSAT@\?a@?l~@@tNJl@@|DFLA|@KDA\ADCLLLADGLHDDTKTGTA
D@DCDEDBDElTo@lPD|@AdCBD@l@AdByElHK\w@|@Il@g@|@]LK\AlBHtHKtJ@lA@dm@wA|@Mlc@_Gl~Fa__WxF?yV?x^?yz@?xb[";

/// The first character of each range times eight, plus its class; 0 is `Other`.
static RANGES: OnceBox<Vec<u32>> = OnceBox::new();

fn ranges() -> Vec<u32> {
    let mut ranges = Vec::with_capacity(1700);
    let (mut end, mut number, mut shift, mut gap) = (0x80, 0, 0, None);
    // Line ends of the source are below the digits.
    for digit in TABLE.bytes().filter_map(|byte| byte.checked_sub(b'?')) {
        number |= u32::from(digit & 31) << shift;
        shift += 5;
        if digit >= 32 {
            continue;
        }
        match gap.take() {
            None => gap = Some(number),
            Some(gap) => {
                let start: u32 = end + gap;
                if gap > 0 {
                    ranges.push(end << 3);
                }
                ranges.push(start << 3 | number & 7);
                end = start + (number >> 3) + 1;
            }
        }
        (number, shift) = (0, 0);
    }
    ranges.push(end << 3);
    ranges
}

fn class_of(c: char) -> Class {
    match c {
        ' '..='~' => Class::Other,
        '\0'..='\x1f' | '\x7f' => Class::Control,
        '\u{1100}'..='\u{115f}' | '\u{a960}'..='\u{a97c}' => Class::Lead,
        '\u{11a8}'..='\u{11ff}' | '\u{d7cb}'..='\u{d7fb}' => Class::Trail,
        '\u{ac00}'..='\u{d7a3}' if (u32::from(c) - 0xac00) % 28 == 0 => Class::Open,
        '\u{ac00}'..='\u{d7a3}' => Class::Closed,
        '\u{200d}' => Class::Joiner,
        '\u{1f1e6}'..='\u{1f1ff}' => Class::Regional,
        _ => {
            static KNOWN: Answers = Answers::new();
            match KNOWN.of(c, listed) {
                1 => Class::Control,
                2 => Class::Extend,
                3 => Class::SpacingMark,
                4 => Class::Prepend,
                5 => Class::Pictographic,
                6 => Class::Consonant,
                7 => Class::Vowel,
                _ => Class::Other,
            }
        }
    }
}

/// The class of a character as the table has it.
fn listed(c: char) -> u8 {
    let ranges = RANGES.get_or_init(|| Box::new(ranges()));
    let code = u32::from(c);
    let behind = ranges.partition_point(|range| range >> 3 <= code);
    let range = behind.checked_sub(1).and_then(|at| ranges.get(at));
    range.map_or(0, |range| (range & 7) as u8)
}

/// Signs that bind the consonant behind them to the one before.
fn is_linker(c: char) -> bool {
    matches!(
        c,
        '\u{94d}'
            | '\u{9cd}'
            | '\u{acd}'
            | '\u{b4d}'
            | '\u{c4d}'
            | '\u{d4d}'
            | '\u{1039}'
            | '\u{17d2}'
            | '\u{1a60}'
            | '\u{1b44}'
            | '\u{1bab}'
            | '\u{a9c0}'
            | '\u{aaf6}'
            | '\u{10a3f}'
            | '\u{11133}'
            | '\u{113d0}'
            | '\u{1193e}'
            | '\u{11a47}'
            | '\u{11a99}'
            | '\u{11f42}'
    )
}

/// What is known of the cluster that is being read.
#[derive(Clone, Copy)]
struct Reading {
    last: char,
    class: Class,
    /// A pictograph stands before the marks and joiners that end it.
    pictograph: bool,
    /// A consonant stands before the marks that end it; and whether one of these is a linker.
    consonant: bool,
    linked: bool,
    /// An odd number of regional indicators ends it.
    odd: bool,
}

impl Reading {
    /// Begins with a character that nothing stands before.
    fn new(c: char) -> Self {
        let class = class_of(c);
        Self {
            last: c,
            class,
            pictograph: class == Class::Pictographic,
            consonant: class == Class::Consonant,
            linked: false,
            odd: class == Class::Regional,
        }
    }

    /// Reads on, and tells whether `c` begins a cluster.
    fn reads(&mut self, c: char) -> bool {
        use Class::*;
        let next = Self::new(c);
        let begins = match (self.class, next.class) {
            (Control, Control) => (self.last, c) != ('\r', '\n'),
            (Control, _) | (_, Control) => true,
            (Lead, Lead | Vowel | Open | Closed) => false,
            (Open | Vowel, Vowel | Trail) | (Closed | Trail, Trail) => false,
            (_, Extend | Joiner | SpacingMark) | (Prepend, _) => false,
            (_, Consonant) => !(self.consonant && self.linked),
            (Joiner, Pictographic) => !self.pictograph,
            (Regional, Regional) => !self.odd,
            _ => true,
        };
        let marks = matches!(next.class, Extend | Joiner);
        *self = Self {
            // A joiner joins to a pictograph once; marks may stand between.
            pictograph: next.pictograph || self.pictograph && marks && self.class != Joiner,
            consonant: next.consonant || self.consonant && marks && c != '\u{200c}',
            linked: self.linked && marks || self.consonant && is_linker(c),
            odd: next.odd && !(self.class == Regional && self.odd),
            ..next
        };
        begins
    }
}

/// Whether a cut before byte `at` parts no grapheme cluster.
pub fn is_boundary(text: &str, at: usize) -> bool {
    let Some((head, tail)) = text.split_at_checked(at) else {
        return true;
    };
    let (Some(before), Some(after)) = (head.chars().next_back(), tail.chars().next()) else {
        return true;
    };
    if stands_alone(before) && stands_alone(after) {
        return true;
    }
    // Back to a character that says all of what was before it.
    let mut start = at;
    for c in head.chars().rev() {
        start -= c.len_utf8();
        if matches!(
            class_of(c),
            Class::Other | Class::Control | Class::Consonant | Class::Pictographic
        ) {
            break;
        }
    }
    let mut chars = head.get(start..).unwrap_or("").chars();
    let Some(mut reading) = chars.next().map(Reading::new) else {
        return true;
    };
    for c in chars {
        reading.reads(c);
    }
    reading.reads(after)
}

/// Where a stretch that ends at `stop` may end: some signs of Arabic and Indic writing take the character behind them along, a
/// blank too. Not behind `end`.
pub fn stretched(text: &str, mut stop: usize, end: usize) -> usize {
    while stop < end && !text.as_bytes()[stop - 1].is_ascii() && !is_boundary(text, stop) {
        let next = cut(text, stop..end).chars().next();
        stop += next.map_or(1, char::len_utf8);
    }
    stop
}

/// The end of the grapheme cluster that `stretch`, a piece of text cut at a boundary, begins with; its first character is `first`.
pub fn cluster_end(stretch: &str, first: char) -> usize {
    let mut end = first.len_utf8();
    let mut rest = stretch.get(end..).unwrap_or("").chars();
    let Some(second) = rest.next() else {
        return end;
    };
    if stands_alone(first) && stands_alone(second) {
        return end;
    }
    let mut reading = Reading::new(first);
    for c in std::iter::once(second).chain(rest) {
        if reading.reads(c) {
            break;
        }
        end += c.len_utf8();
    }
    end
}

/// Whether a character is a cluster of its own beside any other of this kind: most letters and marks of most texts. To be asked
/// of the common ones only, before the table is.
pub fn stands_alone(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{370}'..='\u{482}' | '\u{48a}'..='\u{590}'
        | '\u{5d0}'..='\u{5ff}' | '\u{606}'..='\u{60f}' | '\u{61b}' | '\u{61d}'..='\u{64a}' | '\u{660}'..='\u{66f}' | '\u{671}'..='\u{6d5}'
        | '\u{6ee}'..='\u{6ff}' | '\u{e01}'..='\u{e30}' | '\u{e32}' | '\u{e3f}'..='\u{e46}' | '\u{e4f}'..='\u{e7f}' | '\u{10a0}'..='\u{10ff}'
        | '\u{1e00}'..='\u{1fff}' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '\u{2070}'..='\u{20cf}' | '\u{3000}'..='\u{3029}'
        | '\u{3030}'..='\u{3098}' | '\u{309b}'..='\u{a66e}' | '\u{ac00}'..='\u{d7a3}' | '\u{ff01}'..='\u{ff9d}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_segmentation::UnicodeSegmentation;

    /// The clusters of a text by this room, read forward and asked one by one.
    fn clusters(text: &str) -> Vec<&str> {
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(first) = text[at..].chars().next() {
            let end = at + cluster_end(&text[at..], first);
            found.push(&text[at..end]);
            at = end;
        }
        let asked: Vec<usize> = text
            .char_indices()
            .map(|(at, _)| at)
            .filter(|&at| is_boundary(text, at))
            .collect();
        let starts: Vec<usize> = found
            .iter()
            .map(|cluster| cluster.as_ptr() as usize - text.as_ptr() as usize)
            .collect();
        assert_eq!(asked, starts, "{text:?}");
        found
    }

    #[test]
    fn every_character_clusters_as_the_tables_have_it() {
        // Beside a letter, consonants that bind, parts of Hangul, and pictographs that join.
        let all = ('\0'..=char::MAX).filter(|c| !matches!(c, '\u{3400}'..='\u{9fff}' | '\u{ac20}'..='\u{d780}' | '\u{20000}'..='\u{dffff}' | '\u{e1000}'..));
        for c in all {
            for text in [
                "a\0a",
                "क्\0क",
                "क\0्क",
                "\u{1100}\0\u{11a8}",
                "❤\u{200d}\0\u{200d}❤",
            ] {
                let text = text.replace('\0', c.encode_utf8(&mut [0; 4]));
                assert_eq!(
                    clusters(&text),
                    text.graphemes(true).collect::<Vec<_>>(),
                    "U+{:04X}",
                    u32::from(c)
                );
            }
        }
    }

    #[test]
    fn characters_that_stand_alone_do_so_by_the_tables_too() {
        // Beside a letter, beside itself and beside one that begins another kind of cluster elsewhere.
        for c in ('\0'..=char::MAX).filter(|&c| stands_alone(c)) {
            for text in [
                format!("a{c}"),
                format!("{c}a"),
                format!("{c}{c}"),
                format!("가{c}"),
                format!("{c}가"),
                format!("©{c}"),
            ] {
                assert_eq!(text.graphemes(true).count(), 2, "{:x}", u32::from(c));
            }
        }
    }

    #[test]
    fn clusters_of_many_scripts() {
        for text in [
            "e\u{301}\u{302}x\r\n\n",
            "के क्षत्रिय र्‍य क\u{200c}्क",
            "👩‍👩‍👧!🇫🇷🇩🇪🇯 ☺️👍🏽❤️‍🔥",
            "東京 น้ำ မြန်မာ ភាសាខ្មែរ",
            "가\u{11a8}각한국어",
            "\u{600}12 \u{110bd}x",
            "\u{1f1e6}\u{1f1e7}\u{1f1e8}\u{301}\u{1f1e9}\u{1f1ea}",
        ] {
            assert_eq!(clusters(text), text.graphemes(true).collect::<Vec<_>>());
        }
    }
}
