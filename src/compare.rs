//! Two texts → report. This file knows the order of the stages; `stages.rs` repeats it for benches and for `ARCHITECTURE.md`.

use crate::align::align;
use crate::assemble;
use crate::boilerplate::block_kinds;
use crate::both::Both;
use crate::changes::raw_changes;
use crate::classify::classify;
use crate::diff::match_words;
use crate::document::Document;
use crate::formats;
use crate::model::comparison::Comparison;
use crate::options::{Options, WordFinder};
use crate::refine::refine;
use crate::report::Report;
use crate::text::char_cache::CharCache;
use crate::text::interner::HashKey;
use crate::text::lexicon::Lexicon;
use crate::text::platform::{Platform, WithoutDictionary};
use crate::text::segment;
use crate::text::source::{decode, SurrogatePlaceholders, Text};

/// Compares two texts.
///
/// ```
/// use article_diff::{compare, Options};
/// let report = compare("The river rose.", "The river rose fast.", &Options::default());
/// assert_eq!(report.summary.words.after, 4);
/// assert_eq!(report.changes.len(), 1);
/// ```
#[cfg(not(target_arch = "wasm32"))]
pub fn compare(before: &str, after: &str, options: &Options) -> Report {
    compare_on(before, after, options, &crate::text::platform::Native)
}

/// Compares two strings of UTF-16 code units, well-formed or not.
///
/// ```
/// use article_diff::{compare_utf16, Options};
/// let lone_surrogate = [0x41, 0xd800];
/// let report = compare_utf16(&lone_surrogate, &lone_surrogate, &Options::default());
/// assert!(report.changes.is_empty());
/// ```
#[cfg(not(target_arch = "wasm32"))]
pub fn compare_utf16(before: &[u16], after: &[u16], options: &Options) -> Report {
    compare_utf16_on(before, after, options, &crate::text::platform::Native)
}

/// Compares two texts with the services of a [`Platform`]. In WebAssembly this takes the place of `compare`.
///
/// ```
/// use article_diff::{compare_on, platform::Native, Options};
/// let report = compare_on("One word.", "Two words.", &Options::default(), &Native);
/// assert!(report.precise);
/// ```
pub fn compare_on(before: &str, after: &str, options: &Options, platform: &dyn Platform) -> Report {
    canonical(Both::new(before, after), None, None, options, platform)
}

/// Compares two strings of UTF-16 code units, well-formed or not, with the services of a [`Platform`].
///
/// ```
/// use article_diff::{compare_utf16_on, platform::Native, Options};
/// let text: Vec<u16> = "One word.".encode_utf16().collect();
/// let report = compare_utf16_on(&text, &text, &Options::default(), &Native);
/// assert_eq!(report.summary.similarity, 1.0);
/// ```
pub fn compare_utf16_on(
    before: &[u16],
    after: &[u16],
    options: &Options,
    platform: &dyn Platform,
) -> Report {
    let decoded = decode(before, after);
    let texts = Both::new(&*decoded.before, &*decoded.after);
    canonical(texts, decoded.placeholders, None, options, platform)
}

/// Compares two documents: their texts, and over what both have, their structure.
///
/// ```
/// use article_diff::document::{Document, Format, FormatKind};
/// use article_diff::{compare_documents, span::Utf16Span, Options};
/// let text: Vec<u16> = "The report is here.".encode_utf16().collect();
/// let link = |address| Format { kind: FormatKind::Link, span: Utf16Span::new(14, 18), value: address };
/// let (before, after) = ([link(0)], [link(1)]);
/// let report = compare_documents(
///     Document { text: &text, formats: &before },
///     Document { text: &text, formats: &after },
///     &Options::default(),
/// );
/// assert!(report.changes.is_empty());
/// assert_eq!((report.formats[0].was, report.formats[0].now), (Some(0), Some(1)));
/// ```
#[cfg(not(target_arch = "wasm32"))]
pub fn compare_documents(before: Document<'_>, after: Document<'_>, options: &Options) -> Report {
    compare_documents_on(before, after, options, &crate::text::platform::Native)
}

/// Compares two documents with the services of a platform.
pub fn compare_documents_on(
    before: Document<'_>,
    after: Document<'_>,
    options: &Options,
    platform: &dyn Platform,
) -> Report {
    let decoded = decode(before.text, after.text);
    let texts = Both::new(&*decoded.before, &*decoded.after);
    let documents = Both::new(before, after);
    canonical(
        texts,
        decoded.placeholders,
        Some(documents),
        options,
        platform,
    )
}

/// How many tokens both texts have. Benchmarks measure this as the least work that a comparison can do.
#[doc(hidden)]
pub fn count_tokens(before: &str, after: &str, platform: &dyn Platform) -> usize {
    segment::count_tokens(
        &Text::new(before),
        &Text::new(after),
        &mut Lexicon::new(&CharCache::new(platform), HashKey::of(before, after)),
    )
}

/// Compares the texts in one order only, and mirrors the report if they came in the other. So a swap gives the mirror image.
fn canonical(
    texts: Both<&str>,
    placeholders: Option<SurrogatePlaceholders>,
    documents: Option<Both<Document<'_>>>,
    options: &Options,
    platform: &dyn Platform,
) -> Report {
    let texts = texts.map(|text| Text::with_placeholders(text, placeholders));
    let without_dictionary = WithoutDictionary(platform);
    let chars = CharCache::new(match options.segmenter {
        WordFinder::Dictionary => platform,
        WordFinder::Grapheme => &without_dictionary,
    });
    let order = texts.as_ref().map(|text| (text.str.len(), text.str));
    if order.before <= order.after {
        run(texts, documents, options, &chars).sorted()
    } else {
        run(texts.swap(), documents.map(Both::swap), options, &chars)
            .mirrored()
            .sorted()
    }
}

fn run<'t>(
    texts: Both<Text<'t>>,
    documents: Option<Both<Document<'_>>>,
    options: &'t Options,
    chars: &'t CharCache<'t>,
) -> Report {
    let platform = chars.platform();
    let key = HashKey::of(texts.before.str, texts.after.str);
    let mut lexicon = Lexicon::new(chars, key);
    platform.progress("reading", 0.0);
    let articles = segment::segment_both(texts, &mut lexicon);

    platform.progress("aligning", 0.3);
    let mut comparison = Comparison::new(articles, lexicon, options);
    let alignment = align(&comparison);

    platform.progress("comparing", 0.6);
    let mut matching = match_words(&comparison, &alignment);
    refine(&comparison, &mut matching);

    platform.progress("naming", 0.8);
    if options.furniture {
        comparison.set_kinds(block_kinds(&comparison, &matching));
    }
    if let Some(documents) = documents {
        comparison.set_kinds(formats::settled(&comparison, documents));
    }
    let mut raw = raw_changes(&comparison, &matching);
    let classified = classify(&comparison, &matching, std::mem::take(&mut raw.changes));
    raw.changes = classified.raw;

    platform.progress("measuring", 0.95);
    let mut report = assemble::report(
        &comparison,
        &matching,
        &raw,
        (classified.changes, classified.quotations),
    );
    if let Some(documents) = documents {
        report.formats = formats::format_changes(documents, &report);
        report.summary.formats = report.formats.len() as u32;
    }
    report
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Segmenter;
    use crate::text::platform::Native;

    /// Its dictionary knows one word, 東京都, and has the given name.
    struct Engine(&'static str);

    impl Platform for Engine {
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
            Some(if text == "東京都" { 0b001 } else { u64::MAX })
        }

        fn dictionary(&self) -> Option<String> {
            Some(self.0.to_owned())
        }
    }

    #[test]
    fn a_report_names_the_dictionary_that_it_used() {
        let compared = |before: &str, options: &Options| {
            compare_on(before, "東京府", options, &Engine("ICU 77.1, Unicode 16.0"))
        };
        let report = compared("東京都", &Options::default());
        assert_eq!(report.segmenter, Segmenter::Intl);
        assert_eq!(report.dictionary.as_deref(), Some("ICU 77.1, Unicode 16.0"));
        assert_eq!(report.summary.words.before, 1);
        let latin = compare_on("One.", "Two.", &Options::default(), &Engine("ICU"));
        assert_eq!((latin.segmenter, latin.dictionary), (Segmenter::None, None));
    }

    #[test]
    fn by_grapheme_clusters_every_platform_gives_the_same_report() {
        let options = Options {
            segmenter: WordFinder::Grapheme,
            ..Options::default()
        };
        let report = compare_on("東京都で", "東京府で", &options, &Engine("ICU"));
        assert_eq!(report.segmenter, Segmenter::Grapheme);
        assert_eq!(report.dictionary, None);
        assert_eq!(report.summary.words.before, 4);
        let native = compare("東京都で", "東京府で", &options);
        assert_eq!(format!("{report:?}"), format!("{native:?}"));
    }
}
