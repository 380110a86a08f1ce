//! Boilerplate detection: blocks → which of them are page furniture and which are headings, by form, place, repetition and the other
//! text.

mod alike;
mod blocks;
mod head;
mod headline;
mod line;
mod page;
mod phrases;
mod roles;
mod times;

use crate::both::Both;
use crate::model::comparison::Comparison;
use crate::model::matching::Matching;
use crate::text::units::{BlockKind, Role};
use blocks::{shared, story_overlap, TextBlocks};
use line::{Form, Hint};

/// What each block of both texts is, and which part of the story's frame.
#[inline(never)]
pub fn block_kinds(
    comparison: &Comparison<'_>,
    matching: &Matching,
) -> Both<Vec<(BlockKind, Option<Role>)>> {
    let (units, partners) = (comparison.units(), matching.partners.as_ref());
    let mut texts = comparison
        .articles
        .as_ref()
        .map(|article| TextBlocks::read(article, &comparison.lexicon));
    let in_first_story = texts
        .as_ref()
        .map(|blocks| blocks.in_story(&blocks.story()));
    let shared_with = |wanted: Both<&[bool]>| {
        units
            .with_other()
            .zip(partners)
            .zip(wanted.swap())
            .map(|(((units, other), partners), wanted)| shared(units, partners, other, wanted))
    };
    let shared = shared_with(in_first_story.as_ref().map(Vec::as_slice));
    for (blocks, shared) in texts.as_mut().zip(shared) {
        blocks.shared = shared;
    }
    // With what the other text says, the story may be found in another place.
    let stories = texts.as_ref().map(TextBlocks::story);
    for ((blocks, units), story) in texts.as_mut().zip(units).zip(stories.as_ref()) {
        blocks.story_overlap = story_overlap(units, story);
    }
    let kinds = texts
        .as_ref()
        .zip(stories.as_ref())
        .map(|(blocks, story)| match story {
            Some(story) => blocks.kinds(story),
            None => vec![BlockKind::Paragraph; blocks.forms.len()],
        });
    let texts = texts.as_ref();
    let has_doubtful = texts
        .zip(kinds.as_ref())
        .into_iter()
        .any(|(blocks, kinds)| {
            (0..kinds.len()).any(|at| is_doubtful(kinds[at], &blocks.forms[at]))
        });
    let mut kinds = if has_doubtful {
        let kept = kinds.as_ref().map(|kinds| is_kept(kinds));
        let in_other = shared_with(kept.as_ref().map(Vec::as_slice));
        texts
            .zip(kinds)
            .zip(in_other)
            .map(|((blocks, kinds), in_other)| without_doubtful(blocks, kinds, &in_other))
    } else {
        kinds
    };
    let on_page = texts.zip(stories.as_ref()).map(|(blocks, story)| {
        let story = story.as_ref();
        story.filter(|story| blocks.is_page(story))
    });
    let counterparts = alike::counterparts(comparison, matching);
    alike::make_alike(&counterparts, texts, on_page, &mut kinds);
    let (articles, chars) = (comparison.articles.as_ref(), comparison.lexicon.chars());
    let mut named = texts.zip(articles).zip(kinds).zip(on_page).map(
        |(((blocks, article), mut kinds), story)| {
            let headline = story.and_then(|story| blocks.headline(story));
            let roles = roles::roles(blocks, article, chars, &mut kinds, headline);
            kinds.into_iter().zip(roles).collect::<Vec<_>>()
        },
    );
    alike::make_roles_alike(&counterparts, texts, &mut named);
    named
}

/// Whether a block was called furniture by its place alone; the other text may show that it is story.
fn is_doubtful(kind: BlockKind, form: &Form) -> bool {
    kind == BlockKind::Furniture && form.hint == Hint::None
}

/// Which blocks are no furniture.
fn is_kept(kinds: &[BlockKind]) -> Vec<bool> {
    let kept = kinds.iter().map(|&kind| kind != BlockKind::Furniture);
    kept.collect()
}

/// The kinds of one text's blocks, where each doubtful block that is in the other text's story is a paragraph.
fn without_doubtful(
    blocks: &TextBlocks,
    kinds: Vec<BlockKind>,
    in_other: &[bool],
) -> Vec<BlockKind> {
    let kinds = kinds.into_iter().enumerate();
    kinds
        .map(|(at, kind)| {
            if in_other[at] && is_doubtful(kind, &blocks.forms[at]) {
                BlockKind::Paragraph
            } else {
                kind
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::report::Report;
    use crate::text::platform::Native;
    use crate::text::units::BlockKind;
    use crate::{compare_on, Options};

    /// The blocks of one side, one a line: `-` furniture, `#` heading, nothing paragraph.
    fn read(text: &str, blocks: &[crate::report::Block]) -> String {
        let units: Vec<u16> = text.encode_utf16().collect();
        let line = |block: &crate::report::Block| {
            let sign = match block.kind {
                BlockKind::Furniture => "- ",
                BlockKind::Heading => "# ",
                BlockKind::Paragraph => "",
            };
            let words = String::from_utf16_lossy(
                &units[block.span.start as usize..block.span.end as usize],
            );
            format!("{sign}{}", words.chars().take(34).collect::<String>())
        };
        blocks.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    fn report(before: &str, after: &str) -> Report {
        compare_on(before, after, &Options::default(), &Native)
    }

    fn alone(text: &str) -> String {
        read(text, &report(text, "").blocks.before)
    }

    const STORY: &str = "ELLERBY (Northern Wire) — The town of Ellerby has voted to keep its railway station open for another ten years.

He declined to comment.

Trains have stopped there since the line was built to carry slate from the quarries to the coast, and nobody remembers a winter without them.

“We kept the clock,” said Ruth Ambler.";

    #[test]
    fn a_page_is_taken_apart() {
        let page = format!("Home\nWorld\nWorld > Europe\nEllerby votes to keep its railway station\nThe vote was close, and it was counted twice.\nBy Ann Finch\nShare this article\n{STORY}\nRelated Stories\nSlate quarry to reopen as museum\nLeave a Comment");
        assert_eq!(
            alone(&page),
            "- Home\n- World\n- World > Europe\n# Ellerby votes to keep its railway \nThe vote was close, and it was cou\n- By Ann Finch\n- Share this article\n\
             ELLERBY (Northern Wire) — The town\nHe declined to comment.\nTrains have stopped there since th\n“We kept the clock,” said Ruth Amb\n\
             - Related Stories\n- Slate quarry to reopen as museum\n- Leave a Comment"
        );
    }

    #[test]
    fn of_a_headline_printed_thrice_one_stays() {
        let line = "Ellerby votes to keep its railway station";
        let page = format!("{line}\nRecent Features\n{line}\nThe vote was close, and it had to be counted twice in the gymnasium.\n{line}\nCredit: Agency\n{STORY}");
        let read = alone(&page);
        assert!(
            read.starts_with("- Ellerby votes to keep its railway \n- Recent Features\n# Ellerby"),
            "{read}"
        );
        assert_eq!(read.matches("- Ellerby").count(), 2);
    }

    #[test]
    fn a_box_inside_the_story_is_furniture_and_a_subhead_is_not() {
        let halves: Vec<&str> = STORY.split("\n\n").collect();
        let page = format!("{0}\n{1}\nRead also\nSlate quarry to reopen as a museum in spring\nA line reborn\n{0}\nAdvertisement\n{1}\nShare this", halves[0], halves[2]);
        let read = alone(&page);
        assert!(
            read.contains("- Read also\n- Slate quarry to reopen as a museum\n# A line reborn\n"),
            "{read}"
        );
        assert!(read.contains("- Advertisement"));
    }

    #[test]
    fn what_the_other_story_holds_is_story() {
        let page = format!("World\nSlate quarry closes\nThe bell of St. Anne\nBy Ann Finch\nShare this article\n{STORY}\nRead more\nFollow us");
        let clean = format!("A night in Ellerby, as those who were there remember it today.\n\nThe bell of St. Anne\n\n{STORY}");
        let report = report(&page, &clean);
        assert!(!read(&page, &report.blocks.before).contains("- The bell"));
        assert!(!read(&clean, &report.blocks.after).contains("- "));
    }

    #[test]
    fn a_text_that_is_no_page_keeps_its_lines() {
        for text in [
            "She walks in beauty, like the night\nOf cloudless climes and starry skies;\nAnd all that's best of dark and bright\nMeet in her aspect and her eyes",
            "Erster Teil\n\n§ 3 Zweck\n\nDieses Gesetz regelt den Zugang zu den Akten der Behörden des Bundes.\n\n§ 4 Begriffe\n\nAkten im Sinne dieses Gesetzes sind alle Aufzeichnungen.",
            "Effective March 10, 2022\n\nWe keep as little of what you write as we can, and nothing of it leaves your machine.",
            "“Who is there?”\n“Nobody.”\n“Then open the door.”",
        ] {
            assert!(!alone(text).contains("- "), "{}", alone(text));
        }
    }

    #[test]
    fn sides_and_order_do_not_matter() {
        let page = format!("World\nBy Staff Writer\n{STORY}\nRecent Posts\nFollow us");
        let (one, other) = (report(&page, STORY), report(STORY, &page));
        assert_eq!(
            read(&page, &one.blocks.before),
            read(&page, &other.blocks.after)
        );
        assert_eq!(
            one.blocks
                .before
                .iter()
                .filter(|block| block.kind == BlockKind::Furniture)
                .count(),
            4
        );
    }
}
