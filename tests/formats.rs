//! What is told of structure, in the notation of a small markup: `*strong*`, `[link|address]`, `{image}`, `# heading`, `- item`, `> quotation`.
#![cfg(not(target_arch = "wasm32"))]

use article_diff::document::{Document, Format, FormatKind};
use article_diff::report::{BlockKind, Report};
use article_diff::span::Utf16Span;
use article_diff::Options;
use testkit::documents::check_documents;

/// The values of both documents; the number of each is its place.
#[derive(Default)]
struct Values(Vec<String>);

impl Values {
    fn number(&mut self, value: &str) -> u32 {
        let known = self.0.iter().position(|known| known == value);
        known.unwrap_or_else(|| {
            self.0.push(value.to_owned());
            self.0.len() - 1
        }) as u32
    }
}

/// A text with its structure.
#[derive(Default)]
struct Read {
    text: Vec<u16>,
    formats: Vec<Format>,
}

impl Read {
    fn new(markup: &str, values: &mut Values) -> Self {
        let mut read = Self::default();
        for (number, line) in markup.lines().enumerate() {
            if number > 0 {
                read.text.extend("\n\n".encode_utf16());
            }
            let signs = [
                ("# ", FormatKind::Heading, "1"),
                ("## ", FormatKind::Heading, "2"),
                ("- ", FormatKind::List, "unordered"),
                ("1. ", FormatKind::List, "ordered"),
                ("> ", FormatKind::Quote, ""),
                ("= ", FormatKind::Caption, ""),
                ("", FormatKind::Paragraph, ""),
            ];
            let (sign, kind, value) = signs
                .into_iter()
                .find(|(sign, ..)| line.starts_with(sign))
                .expect("the last sign is at the start of every line");
            let start = read.text.len() as u32;
            read.line(&line[sign.len()..], values);
            read.add(kind, start, values.number(value));
        }
        read
    }

    fn line(&mut self, line: &str, values: &mut Values) {
        let mut opened = Vec::new();
        let mut parts = line.chars();
        while let Some(c) = parts.next() {
            let at = self.text.len() as u32;
            let mut value = |end: char| {
                let value: String = parts.by_ref().take_while(|&c| c != end).collect();
                values.number(&value)
            };
            match c {
                '*' if opened.last().is_some_and(|&(sign, _)| sign == '*') => {
                    let (_, start) = opened.pop().expect("it was there");
                    self.add(FormatKind::Strong, start, values.number(""));
                }
                '*' | '[' => opened.push((c, at)),
                '|' => {
                    let (_, start) = opened.pop().expect("a link begins with [");
                    let address = value(']');
                    self.add(FormatKind::Link, start, address);
                }
                '{' => {
                    let source = value('|');
                    self.add(FormatKind::Image, at, source);
                    let alt = parts.by_ref().take_while(|&c| c != '}');
                    let alt = values.number(&alt.collect::<String>());
                    self.add(FormatKind::Alt, at, alt);
                }
                c => self.text.extend(c.encode_utf16(&mut [0; 2]).iter()),
            }
        }
    }

    fn add(&mut self, kind: FormatKind, start: u32, value: u32) {
        let span = Utf16Span::new(start, self.text.len() as u32);
        self.formats.push(Format { kind, span, value });
    }

    fn document(&self) -> Document<'_> {
        Document {
            text: &self.text,
            formats: &self.formats,
        }
    }
}

fn compared(before: &str, after: &str) -> (Report, String) {
    let mut values = Values::default();
    let (before, after) = (
        Read::new(before, &mut values),
        Read::new(after, &mut values),
    );
    let report = check_documents(before.document(), after.document(), &Options::default())
        .unwrap_or_else(|broken| panic!("{broken}"));
    let slice = |text: &[u16], span: Utf16Span| {
        String::from_utf16_lossy(&text[span.start as usize..span.end as usize])
    };
    let value = |value: Option<u32>| match value {
        Some(number) => format!("{:?}", values.0[number as usize]),
        None => "none".to_owned(),
    };
    let told = report.formats.iter().map(|format| {
        let (one, other) = (
            slice(&before.text, format.before),
            slice(&after.text, format.after),
        );
        let words = if one == other {
            one
        } else {
            format!("{one}/{other}")
        };
        let kind = format!("{:?}", format.kind).to_lowercase();
        format!(
            "{kind} [{words}] {} -> {}",
            value(format.was),
            value(format.now)
        )
    });
    let told = told.collect::<Vec<_>>().join("\n");
    (report, told)
}

fn told(before: &str, after: &str) -> String {
    compared(before, after).1
}

#[test]
fn a_link_that_leads_elsewhere() {
    assert_eq!(
        told(
            "The report is [here|https://a.test/1].",
            "The report is [here|https://b.test/2]."
        ),
        r#"link [here] "https://a.test/1" -> "https://b.test/2""#
    );
    assert_eq!(
        told(
            "The [report|/a] came and the [answer|/b] followed it.",
            "The report came and the [answer|/b] followed it."
        ),
        r#"link [report] "/a" -> none"#
    );
    assert_eq!(told("It is [here|/a].", "It is [here|/a]."), "");
}

#[test]
fn a_link_whose_words_changed_too() {
    assert_eq!(
        told(
            "You can read [the whole report|/a] here.",
            "You can read [the new whole report|/b] here."
        ),
        r#"link [the whole report/the new whole report] "/a" -> "/b""#
    );
    assert_eq!(
        told(
            "The minister spoke about it on [Monday|/a] in Paris.",
            "The minister spoke about it on [Tuesday|/b] in Paris."
        ),
        r#"link [Monday/Tuesday] "/a" -> "/b""#
    );
}

#[test]
fn two_neighbouring_differences_of_one_kind() {
    assert_eq!(
        told(
            "- One thing to do first.\n- Another thing to do.",
            "1. One thing to do first.\n1. Another thing to do."
        ),
        "list [One thing to do first.\n\nAnother thing to do.] \"unordered\" -> \"ordered\""
    );
    assert_eq!(
        told("# The harbour opens\n# The ferry sails again", "## The harbour opens\n## The ferry sails again"),
        "heading [The harbour opens] \"1\" -> \"2\"\nheading [The ferry sails again] \"1\" -> \"2\""
    );
    assert_eq!(
        told(
            "The *old* harbour and the *new* one.",
            "The old harbour and the new one."
        ),
        "strong [old] \"\" -> none\nstrong [new] \"\" -> none"
    );
}

#[test]
fn white_space_has_no_type() {
    assert_eq!(told("The *old *harbour.", "The *old* harbour."), "");
}

#[test]
fn a_quotation_that_moved_is_none_any_more() {
    let told = told(
        "> Nobody was hurt when it ran aground in June.\nThe ferry to Holm will sail again from Monday.\nRepairs took twelve weeks, and the harbour office paid for them.",
        "The ferry to Holm will sail again from Monday.\nRepairs took twelve weeks, and the harbour office paid for them.\nNobody was hurt when it ran aground in June.",
    );
    assert_eq!(
        told,
        "quote [Nobody was hurt when it ran aground in June.] \"\" -> none"
    );
}

#[test]
fn images() {
    let story =
        "The ferry sails again.\n= {/a.jpg|The ferry}The ferry at Holm\nRepairs took weeks.";
    assert_eq!(told(story, story), "");
    assert_eq!(
        told(story, &story.replace("a.jpg", "b.jpg")),
        r#"image [] "/a.jpg" -> "/b.jpg""#
    );
    assert_eq!(
        told(story, &story.replace("|The ferry", "|A ferry")),
        r#"alt [] "The ferry" -> "A ferry""#
    );
    assert_eq!(
        told(story, &story.replace("{/a.jpg|The ferry}", "")),
        "image [] \"/a.jpg\" -> none\nalt [] \"The ferry\" -> none"
    );
    // At the end of one paragraph or at the beginning of the next.
    assert_eq!(
        told(
            "One came.{/a.jpg|}\nTwo went.",
            "One came.\n{/a.jpg|}Two went."
        ),
        ""
    );
    // Two pictures under the captions of one another.
    assert_eq!(
        told(
            "{/a.jpg|}Ann Finch in Holm\n{/b.jpg|}Ruth Ambler in Ellerby",
            "{/b.jpg|}Ann Finch in Holm\n{/a.jpg|}Ruth Ambler in Ellerby"
        ),
        "image [] \"/a.jpg\" -> \"/b.jpg\"\nimage [] \"/b.jpg\" -> \"/a.jpg\""
    );
}

#[test]
fn a_document_knows_its_headings() {
    let kinds = |markup: &str| {
        let (report, _) = compared(markup, markup);
        let kinds = report.blocks.after.iter().map(|block| block.kind);
        kinds.collect::<Vec<_>>()
    };
    let body = "The ferry to Holm will sail again from Monday, the harbour office said.";
    assert_eq!(
        kinds(&format!(
            "# The ferry sails\n{body}\n- Cyclists may use the gates\n= The ferry at Holm"
        )),
        [
            BlockKind::Heading,
            BlockKind::Paragraph,
            BlockKind::Paragraph,
            BlockKind::Paragraph
        ]
    );
}
