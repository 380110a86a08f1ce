//! The tables of the word lists: sorted texts in one string, one text a line, which are found by bisecting.
//!
//! An array of `&str` has an address and a length for each text, eight bytes that compress badly; a line has one line feed.

/// Texts, sorted by their bytes.
#[derive(Clone, Copy, Debug)]
pub struct Lines(pub(super) &'static str);

impl Lines {
    /// Whether a text is one of them.
    #[inline(never)]
    pub fn contains(self, text: &str) -> bool {
        let text = text.as_bytes();
        let at = self.partition_point(|line| line < text);
        let rest = &self.0.as_bytes()[at..];
        rest.starts_with(text)
            && rest.get(text.len()).is_none_or(|&byte| byte == b'\n')
            && !rest.is_empty()
    }

    /// Whether one of them begins with some bytes.
    pub fn any_begins_with(self, start: &[u8]) -> bool {
        let at = self.partition_point(|line| line < start);
        self.0.as_bytes()[at..].starts_with(start)
    }

    /// All texts, in order.
    pub fn iter(self) -> impl Iterator<Item = &'static str> {
        self.0.split_terminator('\n')
    }

    /// The texts from `text` on, in order.
    pub fn from(self, text: &str) -> impl Iterator<Item = &'static str> {
        Lines(&self.0[self.partition_point(|line| line < text.as_bytes())..]).iter()
    }

    /// Whether some text begins with each byte.
    pub const fn first_bytes(self) -> [bool; 256] {
        let bytes = self.0.as_bytes();
        let mut begins = [false; 256];
        let mut at = 0;
        while at < bytes.len() {
            if at == 0 || bytes[at - 1] == b'\n' {
                begins[bytes[at] as usize] = true;
            }
            at += 1;
        }
        begins
    }

    /// The byte offset of the first line that is not before a place in the order, as [`slice::partition_point`] finds it.
    /// A line is given as its bytes: their order is that of the characters.
    fn partition_point(self, is_before: impl Fn(&[u8]) -> bool) -> usize {
        let bytes = self.0.as_bytes();
        // Both are always at the start of a line or at the end of all.
        let (mut low, mut high) = (0, bytes.len());
        while low < high {
            let middle = low + (high - low) / 2;
            let is_end = |byte: &u8| *byte == b'\n';
            let start = bytes[low..middle]
                .iter()
                .rposition(is_end)
                .map_or(low, |at| low + at + 1);
            let length = bytes[start..high].iter().position(is_end);
            let end = length.map_or(high, |length| start + length);
            if is_before(&bytes[start..end]) {
                low = end + 1;
            } else {
                high = start;
            }
        }
        low
    }
}

/// Pairs of texts, sorted; a tab is between the two.
#[derive(Clone, Copy, Debug)]
pub struct Pairs(pub(super) Lines);

impl Pairs {
    /// All pairs, in order.
    pub fn iter(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.0.iter().filter_map(|line| line.split_once('\t'))
    }
}

/// A text of a list, with what the list says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry<K> {
    /// A word or a phrase in lower case, or how it begins.
    pub text: &'static str,
    /// Whether any ending may follow.
    pub any_ending: bool,
    /// What the list says.
    pub kind: K,
}

/// The letter of the first of the kinds.
const FIRST_LETTER: u8 = b'!';

/// Texts with what their list says of each. The last character of a line is a letter for it: `!` for the first of the kinds, `"` for the
/// second. With each kind is whether any ending may follow.
#[derive(Clone, Copy, Debug)]
pub struct KindLines<K: 'static> {
    pub(super) lines: Lines,
    pub(super) kinds: &'static [(K, bool)],
}

impl<K: Copy> KindLines<K> {
    /// All entries, in order.
    pub fn iter(self) -> impl Iterator<Item = Entry<K>> {
        self.lines.iter().map(move |line| self.entry(line))
    }

    /// The entries from the first one on whose text is not before a place in the order.
    pub fn from(self, is_before: impl Fn(&[u8]) -> bool) -> impl Iterator<Item = Entry<K>> {
        let at = self
            .lines
            .partition_point(|line| is_before(&line[..line.len() - 1]));
        let lines = Lines(&self.lines.0[at..]);
        KindLines { lines, ..self }.iter()
    }

    /// For each byte, the byte offset of the first line that begins with it or with a greater one.
    pub const fn starts_by_first_byte(self) -> [u16; 257] {
        let bytes = self.lines.0.as_bytes();
        let mut starts = [0; 257];
        let (mut at, mut byte) = (0, 0);
        while byte < starts.len() {
            while at < bytes.len() && (bytes[at] as usize) < byte {
                while bytes[at] != b'\n' {
                    at += 1;
                }
                at += 1;
            }
            starts[byte] = at as u16;
            byte += 1;
        }
        starts
    }

    /// The entries with the same first byte as `text`, by what [`Self::starts_by_first_byte`] gives.
    pub fn with_first_byte_of(self, text: &str, starts: &[u16; 257]) -> Self {
        let Some(&first) = text.as_bytes().first() else {
            return self;
        };
        let first = usize::from(first);
        let range = usize::from(starts[first])..usize::from(starts[first + 1]);
        let lines = Lines(&self.lines.0[range]);
        Self { lines, ..self }
    }

    /// The last entry whose text is not after `text` in the order.
    #[inline(never)]
    pub fn last_up_to(self, text: &[u8]) -> Option<Entry<K>> {
        let end = self
            .lines
            .partition_point(|line| &line[..line.len() - 1] <= text);
        let line = self.lines.0[..end].split_terminator('\n').next_back()?;
        Some(self.entry(line))
    }

    fn entry(self, line: &'static str) -> Entry<K> {
        let (text, letter) = line.split_at(line.len() - 1);
        let (kind, any_ending) = self.kinds[usize::from(letter.as_bytes()[0] - FIRST_LETTER)];
        Entry {
            text,
            any_ending,
            kind,
        }
    }
}
