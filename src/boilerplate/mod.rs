//! Boilerplate detection: blocks → which of them are page furniture and which are headings, by form, place, repetition and the other
//! text.

mod line;
mod page;
mod phrases;
mod roles;

use crate::both::Both;
use crate::model::comparison::Comparison;
use crate::model::matching::{Matching, Partners};
use crate::text::article::Article;
use crate::text::interner::{HashKey, Interner};
use crate::text::lexicon::Lexicon;
use crate::text::units::{Block, BlockKind, Role, TokenKind, Units};
use line::Form;
use page::Side;
use std::ops::Range;

/// Letters of the shortest line whose repetition is looked at.
const REPEATED: u32 = 12;
/// Bytes of the shortest word that tells of a story when it stands in it: not `the`, not `and`.
const ECHOED: u32 = 4;
/// Share of a block's words that must stand in the other text's story, in percent, for the block to be story too.
const SHARED: usize = 60;
/// Words of the shortest block that the other text may speak for; `More` stands in many stories.
const SHARED_WORDS: usize = 3;

/// What each block of both texts is, and which part of the story's frame.
pub fn block_kinds(
    comparison: &Comparison<'_>,
    matching: &Matching,
) -> Both<Vec<(BlockKind, Option<Role>)>> {
    let (units, partners) = (comparison.units(), matching.partners.as_ref());
    let mut sides = comparison
        .articles
        .as_ref()
        .map(|article| read(article, &comparison.lexicon));
    let in_first_story = sides.as_ref().map(|side| stands(side, &side.story()));
    let shared_with = |stands: Both<&[bool]>| {
        units
            .with_other()
            .zip(partners)
            .zip(stands.swap())
            .map(|(((units, other), partners), stands)| shared(units, partners, other, stands))
    };
    let shared = shared_with(in_first_story.as_ref().map(Vec::as_slice));
    for (side, shared) in sides.as_mut().zip(shared) {
        side.shared = shared;
    }
    let stories = sides.as_ref().map(Side::story);
    for ((side, units), story) in sides.as_mut().zip(units).zip(stories.as_ref()) {
        side.echo = echo(units, story);
    }
    let kinds = sides
        .as_ref()
        .zip(stories.as_ref())
        .map(|(side, story)| kinds(side, story));
    let sides = sides.as_ref();
    let is_doubtful = sides
        .zip(kinds.as_ref())
        .into_iter()
        .any(|(side, kinds)| (0..kinds.len()).any(|at| is_doubtful(kinds[at], &side.forms[at])));
    let mut kinds = if is_doubtful {
        let kept = kinds.as_ref().map(|kinds| kept(kinds));
        let in_other = shared_with(kept.as_ref().map(Vec::as_slice));
        sides
            .zip(kinds)
            .zip(in_other)
            .map(|((side, kinds), in_other)| settled(side, kinds, &in_other))
    } else {
        kinds
    };
    make_pairs_alike(comparison, matching, sides, &mut kinds);
    sides.zip(kinds).zip(stories).map(|((side, kinds), story)| {
        let page = story.as_ref().filter(|story| side.is_page(story));
        let headline = page.and_then(|story| side.headline(story));
        let roles = roles::roles(side, &kinds, headline);
        kinds.into_iter().zip(roles).collect()
    })
}

/// Blocks that stand for each other are of one kind: where one is a heading and the other a paragraph, both are headings if neither
/// ends as a sentence, else both are paragraphs.
fn make_pairs_alike(
    comparison: &Comparison<'_>,
    matching: &Matching,
    sides: Both<&Side>,
    kinds: &mut Both<Vec<BlockKind>>,
) {
    let units = comparison.units();
    let partners = matching.partners.as_ref();
    for at in 0..units.before.blocks.len() {
        let tokens = &units.before.blocks[at].tokens;
        let mut linked = tokens.clone().filter_map(|token| partners.before.of(token));
        let Some(first) = linked.next() else {
            continue;
        };
        let partner = units.after.block_at(first);
        if kinds.before[at] == kinds.after[partner] {
            continue;
        }
        let other = &units.after.blocks[partner].tokens;
        let words = 1 + linked.clone().count();
        let mut back = other.clone().filter_map(|token| partners.after.of(token));
        // One to one, and mostly of the same words.
        let one_to_one =
            linked.all(|token| other.contains(&token)) && back.all(|token| tokens.contains(&token));
        if !one_to_one || 2 * words < tokens.len().max(other.len()) {
            continue;
        }
        if kinds.before[at] != BlockKind::Furniture && kinds.after[partner] != BlockKind::Furniture
        {
            let line = !sides.before.forms[at].ends && !sides.after.forms[partner].ends;
            let kind = if line {
                BlockKind::Heading
            } else {
                BlockKind::Paragraph
            };
            kinds.before[at] = kind;
            kinds.after[partner] = kind;
        }
    }
}

/// Whether only its place calls a block furniture: then the other text may speak for it.
fn is_doubtful(kind: BlockKind, form: &Form) -> bool {
    kind == BlockKind::Furniture && form.sign == line::Sign::None
}
fn read(article: &Article<'_>, lexicon: &Lexicon<'_>) -> Side {
    let units = &article.units;
    let blocks = 0..units.blocks.len();
    let forms: Vec<Form> = blocks
        .map(|at| Form::read(article.block(at), lexicon.chars()))
        .collect();
    let keys = keys(units, lexicon.hash_key());
    let times = times(&keys);
    let copies = times
        .iter()
        .zip(&forms)
        .map(|(&times, form)| if form.breadth >= REPEATED { times } else { 1 })
        .collect();
    Side {
        shared: vec![false; forms.len()],
        echo: vec![0; forms.len()],
        keys,
        forms,
        copies,
    }
}

/// How often each key stands among all.
fn times(keys: &[u32]) -> Vec<u32> {
    let mut counts = vec![0; keys.len()];
    for &key in keys {
        counts[key as usize] += 1;
    }
    keys.iter().map(|&key| counts[key as usize]).collect()
}

/// A number for each block; the same for blocks of the same words.
fn keys(units: &Units, hash_key: HashKey) -> Vec<u32> {
    let mut ids = Interner::default();
    // Of each number, the first block that has it.
    let mut first: Vec<&Block> = Vec::new();
    let keys = units.blocks.iter().map(|block| {
        let words = units.words(&block.tokens);
        let same = |id: u32| units.words(&first[id as usize].tokens).eq(words.clone());
        let (id, new) = ids.id(hash_key.hash_ids(words.clone()), same);
        if new {
            first.push(block);
        }
        id
    });
    keys.collect()
}

/// How many words of each block right above the story stand in it, in percent.
fn echo(units: &Units, story: &Option<Range<usize>>) -> Vec<u32> {
    let mut stand = vec![
        false;
        units
            .tokens
            .iter()
            .map(|token| token.folded as usize + 1)
            .max()
            .unwrap_or(0)
    ];
    let Some(story) = story else {
        return vec![0; units.blocks.len()];
    };
    for block in &units.blocks[story.clone()] {
        for token in &units.tokens[block.tokens.clone()] {
            stand[token.folded as usize] = true;
        }
    }
    let above = story.start.saturating_sub(page::REACH)..story.start;
    let share = |(at, block): (usize, &Block)| {
        if !above.contains(&at) {
            return 0;
        }
        let words = || {
            units.tokens[block.tokens.clone()].iter().filter(|token| {
                token.is_word()
                    && (token.kind == TokenKind::Unspaced || token.end - token.start >= ECHOED)
            })
        };
        let hits = words().filter(|token| stand[token.folded as usize]).count();
        (hits * 100 / words().count().max(1)) as u32
    };
    units.blocks.iter().enumerate().map(share).collect()
}
fn kinds(side: &Side, story: &Option<Range<usize>>) -> Vec<BlockKind> {
    match story {
        Some(story) => side.kinds(story),
        None => vec![BlockKind::Paragraph; side.forms.len()],
    }
}

/// Which blocks lie in the story.
fn stands(side: &Side, story: &Option<Range<usize>>) -> Vec<bool> {
    (0..side.forms.len())
        .map(|at| story.as_ref().is_some_and(|story| story.contains(&at)))
        .collect()
}

fn kept(kinds: &[BlockKind]) -> Vec<bool> {
    kinds
        .iter()
        .map(|&kind| kind != BlockKind::Furniture)
        .collect()
}

/// Which blocks have most of their words in the other text's blocks that `stand`.
fn shared(units: &Units, partners: &Partners, other: &Units, stand: &[bool]) -> Vec<bool> {
    let mut stands = vec![false; other.tokens.len()];
    for (block, _) in other.blocks.iter().zip(stand).filter(|(_, &stand)| stand) {
        stands[block.tokens.clone()].fill(true);
    }
    units
        .blocks
        .iter()
        .map(|block| {
            let (mut all, mut hit) = (0, 0);
            for at in block.tokens.clone() {
                if units.tokens[at].is_word() {
                    all += 1;
                    hit += usize::from(partners.of(at).is_some_and(|partner| stands[partner]));
                }
            }
            all >= SHARED_WORDS && hit * 100 >= SHARED * all
        })
        .collect()
}
/// The kinds of one text's blocks, when the other text has spoken for those of which only their place tells.
fn settled(side: &Side, kinds: Vec<BlockKind>, in_other: &[bool]) -> Vec<BlockKind> {
    let kinds = kinds.into_iter().enumerate();
    kinds
        .map(|(at, kind)| {
            if in_other[at] && is_doubtful(kind, &side.forms[at]) {
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
