//! Numbers → the formats of both documents, and none of what they stand for: the page keeps the addresses and the levels.

use article_diff::document::{Format, FormatKind};
use article_diff::span::Utf16Span;

/// How many numbers a format is: kind, start, end, value.
const NUMBERS: usize = 4;

/// The first number says how many formats the first document has. Then all formats follow, four numbers each; a kind is its place in
/// [`FormatKind::ALL`]. What is no kind is left out.
pub fn read(numbers: &[u32]) -> [Vec<Format>; 2] {
    let (count, rest) = numbers.split_first().unwrap_or((&0, &[]));
    let (before, after) = rest.split_at(rest.len().min(*count as usize * NUMBERS));
    [before, after].map(|numbers| {
        let format = |numbers: &[u32]| {
            let kind = *FormatKind::ALL.get(numbers[0] as usize)?;
            let span = Utf16Span::new(numbers[1], numbers[2]);
            let value = numbers[3];
            Some(Format { kind, span, value })
        };
        numbers.chunks_exact(NUMBERS).filter_map(format).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_become_the_formats_of_both_sides() {
        let [before, after] = read(&[1, 0, 2, 5, 7, 3, 0, 9, 1, 99, 0, 1, 0]);
        assert_eq!(before.len(), 1);
        assert_eq!(before[0].kind, FormatKind::Link);
        assert_eq!(before[0].span, Utf16Span::new(2, 5));
        assert_eq!(after.len(), 1);
        assert_eq!((after[0].kind, after[0].value), (FormatKind::Heading, 1));
        assert_eq!(read(&[]), [vec![], vec![]]);
        assert_eq!(read(&[9, 0, 0])[0], []);
    }
}
