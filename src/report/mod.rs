//! The report: plain data without any text, in version 1 of its contract. Fields may be added; to rename or drop one is a new version.
//!
//! All offsets are UTF-16 code units of the texts exactly as they were given. An empty span marks the place where the other side's text
//! would be.
//!
//! ```
//! let report = article_diff::compare("It cost 2,000.", "It cost 3,000.", &Default::default());
//! let change = report.changes[0];
//! assert_eq!((change.before.start, change.before.end), (8, 13));
//! ```

mod order;

pub use crate::both::Both;
pub use crate::document::FormatKind;
use crate::text::span::Utf16Span;
pub use crate::text::units::{BlockKind, Role};
use serde::Serialize;

/// Everything found in one comparison.
///
/// ```
/// let report = article_diff::compare("It rained.", "It rained a lot.", &Default::default());
/// assert_eq!((report.version, report.precise), (1, true));
/// println!("{} changes, {:.0} % alike", report.changes.len(), 100.0 * report.summary.similarity);
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Report {
    /// Version of this contract: 1.
    pub version: u32,
    /// False if a limit of work was reached. The laws hold all the same.
    pub precise: bool,
    /// How words of scripts without spaces were found.
    pub segmenter: Segmenter,
    /// The name and the version of the dictionary, where one found the words and its platform tells them. Reports of two engines are
    /// sure to be the same only where both used the same dictionary, or none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dictionary: Option<String>,
    /// Paragraphs, headlines and lines of furniture of each text, in text order.
    pub blocks: Both<Vec<Block>>,
    /// Rows of blocks in the order in which a reader sees them. Each block is in exactly one row.
    pub rows: Vec<Row>,
    /// Ordered by `after`, then `before`.
    pub changes: Vec<Change>,
    /// Ranges that are in both texts, but in another place. Spans of one side never overlap.
    pub moves: Vec<Move>,
    /// The longest ranges that are in both texts word for word, longest first, at most 20.
    pub passages: Vec<Passage>,
    /// Where the structure of two documents differs over text that both have; none where texts alone are compared. Ordered by
    /// `after`, then `before`.
    pub formats: Vec<FormatChange>,
    /// The figures.
    pub summary: Summary,
}

/// How words of scripts without spaces were found.
///
/// ```
/// use article_diff::report::Segmenter;
/// let report = article_diff::compare("東京", "京都", &Default::default());
/// assert_eq!(report.segmenter, Segmenter::Grapheme);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Segmenter {
    /// Neither text has such a script.
    None,
    /// By the platform's dictionary.
    Intl,
    /// The platform has no dictionary: each grapheme cluster is a word.
    Grapheme,
}

/// A paragraph, a headline or a line of furniture.
///
/// ```
/// let report = article_diff::compare("It rained.\n\nIt was late.", "", &Default::default());
/// let block = report.blocks.before[1];
/// assert_eq!((block.span.start, block.span.end), (12, 24));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Block {
    /// Without the white space around it.
    pub span: Utf16Span,
    /// What it is to the reader.
    pub kind: BlockKind,
    /// The part of the story's frame that it is; `null` for the story's own paragraphs, subheads and all other furniture.
    pub role: Option<Role>,
}

/// Blocks of both texts that a reader sees side by side.
///
/// ```
/// let report = article_diff::compare("It rained.", "It rained.\n\nIt was late.", &Default::default());
/// assert_eq!((&report.rows[0].before[..], &report.rows[0].after[..]), (&[0][..], &[0][..]));
/// assert!(report.rows[1].before.is_empty());
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Row {
    /// Indices into `blocks.before`.
    pub before: Vec<u32>,
    /// Indices into `blocks.after`.
    pub after: Vec<u32>,
    /// How the two sides belong together.
    pub relation: Relation,
    /// Index into `moves` for a row that moved as a whole.
    #[serde(rename = "move")]
    pub moved: Option<u32>,
    /// Share of words in common, 0 to 1.
    pub likeness: f32,
}

/// How the two sides of a row belong together.
///
/// ```
/// use article_diff::report::Relation;
/// let report = article_diff::compare("It rained.", "It rained.\n\nIt was late.", &Default::default());
/// assert_eq!(report.rows[0].relation, Relation::Same);
/// assert_eq!(report.rows[1].relation, Relation::Inserted);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Relation {
    /// Nothing differs but spacing and typography.
    Same,
    /// One block each, with changes.
    Edited,
    /// One block became several.
    Split,
    /// Several blocks became one.
    Merged,
    /// It is elsewhere in the second text.
    Moved,
    /// Only in the second text.
    Inserted,
    /// Only in the first text.
    Deleted,
}

/// What a change does.
///
/// ```
/// use article_diff::report::Op;
/// let report = article_diff::compare("It rained.", "It rained hard.", &Default::default());
/// assert_eq!(report.changes[0].op, Op::Insert);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Op {
    /// Adds text that is only in the second text.
    Insert,
    /// Drops text that is only in the first text.
    Delete,
    /// Puts text of the second text in place of text of the first.
    Replace,
}

/// How deep a change goes: the two sides differ only in what the class names.
///
/// ```
/// use article_diff::report::Class;
/// let report = article_diff::compare("In grey and 12 boats", "In gray and 14 boats", &Default::default());
/// let classes: Vec<Class> = report.changes.iter().map(|change| change.class).collect();
/// assert_eq!(classes, [Class::Spelling, Class::Number]);
/// assert!(Class::Spelling < Class::Number);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Class {
    /// White space, line ends, invisible characters.
    Spacing,
    /// Quotation marks, dashes, ellipses, apostrophes, ligatures, width, Unicode composition.
    Typography,
    /// Upper and lower case.
    Case,
    /// A paragraph break that comes or goes.
    Break,
    /// Punctuation marks.
    Punctuation,
    /// One word for a near-identical one.
    Spelling,
    /// A number, date, time, percentage or amount.
    Number,
    /// A capitalised name for another.
    Name,
    /// The same words in another order.
    Order,
    /// Anything else.
    Wording,
}

impl Class {
    /// All classes, lightest first.
    ///
    /// ```
    /// use article_diff::report::Class;
    /// assert_eq!(Class::ALL.map(Class::name)[0], "spacing");
    /// ```
    pub const ALL: [Class; 10] = [
        Class::Spacing,
        Class::Typography,
        Class::Case,
        Class::Break,
        Class::Punctuation,
        Class::Spelling,
        Class::Number,
        Class::Name,
        Class::Order,
        Class::Wording,
    ];

    /// The name in the report.
    ///
    /// ```
    /// assert_eq!(article_diff::report::Class::Wording.name(), "wording");
    /// ```
    pub fn name(self) -> &'static str {
        match self {
            Class::Spacing => "spacing",
            Class::Typography => "typography",
            Class::Case => "case",
            Class::Break => "break",
            Class::Punctuation => "punctuation",
            Class::Spelling => "spelling",
            Class::Number => "number",
            Class::Name => "name",
            Class::Order => "order",
            Class::Wording => "wording",
        }
    }
}

/// How much a change or a move covers.
///
/// ```
/// use article_diff::report::Unit;
/// let report = article_diff::compare("It rained.", "It rained. Nobody came.", &Default::default());
/// assert_eq!(report.changes[0].unit, Unit::Sentence);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Unit {
    /// Moves only: part of a sentence.
    Phrase,
    /// Changes only: a part of a sentence.
    Word,
    /// A whole sentence or several.
    Sentence,
    /// A whole block.
    Paragraph,
}

/// One difference.
///
/// ```
/// let report = article_diff::compare("He said: “No.”", "He said: “Never.”", &Default::default());
/// let change = report.changes[0];
/// assert!(change.quoted && !change.furniture);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Change {
    /// What it does.
    pub op: Op,
    /// How deep it goes.
    pub class: Class,
    /// How much it covers.
    pub unit: Unit,
    /// In the first text.
    pub before: Utf16Span,
    /// In the second text.
    pub after: Utf16Span,
    /// Whether it is inside quotation marks.
    pub quoted: bool,
    /// Whether it is in page furniture.
    pub furniture: bool,
    /// The facts that differ between its two sides, in the order of [`Fact`]; none for a fact that is the same on both sides, and
    /// none for a time stamp or for a dateline that came or went whole. As JSON a list of `"number"`, `"name"`, `"negation"`,
    /// `"quotation"`.
    pub facts: Facts,
    /// The part of a story's frame that it lies in as a whole, on each side that has text: then it is a change of that part
    /// and not of the story. `null` in the story itself.
    pub field: Option<Role>,
}

/// What changes the meaning of a story when it differs.
///
/// ```
/// use article_diff::report::Fact;
/// let report = article_diff::compare("She did come.", "She did not come.", &Default::default());
/// assert!(report.changes[0].facts.has(Fact::Negation));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Fact {
    /// A number, a date, a time, an amount.
    Number,
    /// A name, or the order of its parts.
    Name,
    /// A word that says no, inserted or deleted.
    Negation,
    /// Words in quotation marks.
    Quotation,
}

/// Some of the four facts.
///
/// ```
/// use article_diff::report::{Fact, Facts};
/// let facts = Facts::default().with(Fact::Number);
/// assert!(facts.has(Fact::Number) && !facts.has(Fact::Name));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facts(u8);

impl Facts {
    /// All facts, in the order of a report.
    ///
    /// ```
    /// use article_diff::report::{Fact, Facts};
    /// assert_eq!(Facts::ALL[0], Fact::Number);
    /// ```
    pub const ALL: [Fact; 4] = [Fact::Number, Fact::Name, Fact::Negation, Fact::Quotation];

    /// These and one more.
    ///
    /// ```
    /// use article_diff::report::{Fact, Facts};
    /// assert!(Facts::default().with(Fact::Name).has(Fact::Name));
    /// ```
    pub fn with(self, fact: Fact) -> Self {
        Self(self.0 | 1 << fact as u8)
    }

    /// These but one.
    pub(crate) fn without(self, fact: Fact) -> Self {
        Self(self.0 & !(1 << fact as u8))
    }

    /// Whether one is among them.
    ///
    /// ```
    /// use article_diff::report::{Fact, Facts};
    /// assert!(!Facts::default().has(Fact::Name));
    /// ```
    pub fn has(self, fact: Fact) -> bool {
        self.0 & 1 << fact as u8 > 0
    }

    /// One bit for each, the first fact lowest.
    #[doc(hidden)]
    pub fn bits(self) -> u32 {
        u32::from(self.0)
    }
}

impl Serialize for Facts {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(Self::ALL.into_iter().filter(|&fact| self.has(fact)))
    }
}

/// A range that is in both texts, but in another place.
///
/// ```
/// let (one, two) = ("The ferry to Holm sails again.", "Nobody was hurt when it ran aground.");
/// let before = format!("{one}\n\n{two}");
/// let after = format!("{two}\n\n{one}");
/// let report = article_diff::compare(&before, &after, &Default::default());
/// assert_eq!(report.moves.len(), 1);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Move {
    /// How much it covers.
    pub unit: Unit,
    /// In the first text.
    pub before: Utf16Span,
    /// In the second text.
    pub after: Utf16Span,
}

/// A difference of structure over text that both documents have: a link leads elsewhere, a heading has another level, bold type is gone.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct FormatChange {
    /// What differs.
    pub kind: FormatKind,
    /// In the first text. What came or went without text, such as an image, has an empty span on the other side.
    pub before: Utf16Span,
    /// In the second text.
    pub after: Utf16Span,
    /// The value in the first document, by the caller's number; `None` where the text is nothing of the kind.
    pub was: Option<u32>,
    /// The value in the second document.
    pub now: Option<u32>,
}

/// A range that is in both texts word for word. Case, typography and punctuation may differ.
///
/// ```
/// let report = article_diff::compare("At last the rain stopped.", "The rain stopped at noon.", &Default::default());
/// assert_eq!(report.passages[0].words, 3);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Passage {
    /// In the first text.
    pub before: Utf16Span,
    /// In the second text.
    pub after: Utf16Span,
    /// Its words.
    pub words: u32,
}

/// The figures. Furniture is left out of all of them.
///
/// ```
/// let summary = article_diff::compare("It rained.", "It rained hard today.", &Default::default()).summary;
/// assert_eq!((summary.shared.before, summary.containment.before), (2, 1.0));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Summary {
    /// Words of each text.
    pub words: Both<u32>,
    /// Words of each text that the other has too, in place or moved.
    pub shared: Both<u32>,
    /// `shared / words`, 0 where there are no words.
    pub containment: Both<f64>,
    /// `2 · shared / (words before + words after)`, 1 for two texts without words.
    pub similarity: f64,
    /// Changes by class.
    pub counts: Counts,
    /// Quotations that differ, each counted once however many of its words do.
    pub quotations: Quotations,
    /// How many differences of structure there are.
    pub formats: u32,
}

/// Quotations that differ between the texts, furniture left out.
///
/// ```
/// let report = article_diff::compare("“No,” he said.", "“Never,” he said.", &Default::default());
/// assert_eq!(report.summary.quotations.changed, 1);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Quotations {
    /// Are in both texts, with other words.
    pub changed: u32,
    /// Are only in the second text.
    pub added: u32,
    /// Are only in the first text.
    pub cut: u32,
}

/// Changes by class, and moves.
///
/// ```
/// let report = article_diff::compare("12 boats", "14 boats", &Default::default());
/// assert_eq!(report.summary.counts.number, 1);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[allow(missing_docs, reason = "the fields are the classes")]
#[non_exhaustive]
pub struct Counts {
    pub spacing: u32,
    pub typography: u32,
    pub case: u32,
    #[serde(rename = "break")]
    pub breaks: u32,
    pub punctuation: u32,
    pub spelling: u32,
    pub number: u32,
    pub name: u32,
    pub order: u32,
    pub wording: u32,
    pub moved: u32,
}

impl Counts {
    /// The count of one class.
    ///
    /// ```
    /// use article_diff::report::Class;
    /// let report = article_diff::compare("12 boats", "14 boats", &Default::default());
    /// assert_eq!(report.summary.counts.of(Class::Number), 1);
    /// ```
    pub fn of(mut self, class: Class) -> u32 {
        *self.of_mut(class)
    }

    /// The count of one class, to change it.
    pub(crate) fn of_mut(&mut self, class: Class) -> &mut u32 {
        match class {
            Class::Spacing => &mut self.spacing,
            Class::Typography => &mut self.typography,
            Class::Case => &mut self.case,
            Class::Break => &mut self.breaks,
            Class::Punctuation => &mut self.punctuation,
            Class::Spelling => &mut self.spelling,
            Class::Number => &mut self.number,
            Class::Name => &mut self.name,
            Class::Order => &mut self.order,
            Class::Wording => &mut self.wording,
        }
    }
}
