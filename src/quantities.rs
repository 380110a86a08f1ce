//! Words that stand for a value: number words, months, days, parts of the day, units that go with a number.

/// Whether a folded word is one.
pub fn is_quantity(word: &str) -> bool {
    WORDS.contains(&word)
}

/// Sorted for reading, by language; short on purpose, for a word missing here is called wording, which is never false.
const WORDS: &[&str] = &[
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "dozen",
    "hundred",
    "thousand",
    "million",
    "billion",
    "trillion",
    "january",
    "february",
    "march",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];
