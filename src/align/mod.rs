//! Units × units → pairs of sentences, in order and out of order, one to one, one to many and many to one.

mod candidates;
mod chain;
mod section;

use crate::model::pairs::{Pair, Pairs};
use crate::options::Options;
use crate::similarity::sequence;
use crate::similarity::{Bags, Index, SignPairs, Weights};
use crate::text::units::Units;
use candidates::{fingerprints, Link};

/// What the steps of the alignment share.
struct Ground<'a> {
    before: Bags,
    after: Bags,
    options: &'a Options,
}

/// Pairs the sentences of two texts.
///
/// 1. Sentences that are equal and stand once in each text are pairs; the others are looked up by their rare words.
/// 2. The heaviest chain of pairs in order stays in place; of it, the pairs beyond doubt are anchors.
/// 3. Between two anchors every sentence is weighed against every other, one to one, one to many and many to one.
/// 4. What is then left on both sides and still has a partner was moved.
pub fn align(before: &Units, after: &Units, weights: &Weights, options: &Options) -> Pairs {
    let prints = fingerprints(before, after);
    let exact = candidates::exact(&prints);
    let mut settled = (
        vec![false; before.sentences.len()],
        vec![false; after.sentences.len()],
    );
    for link in &exact {
        let (copies_before, copies_after) = prints.copies(link);
        settled.0[link.before] = copies_before <= copies_after;
        settled.1[link.after] = copies_after <= copies_before;
    }
    // A sentence whose equal stands on the other side needs no weighing, unless a neighbour of it does: it may be half of a split.
    let near = |settled: &[bool], at: usize| {
        !settled[at] || at > 0 && !settled[at - 1] || settled.get(at + 1).is_some_and(|done| !done)
    };
    let mut sign_pairs = SignPairs::default();
    let ground = Ground {
        before: Bags::new(before, weights, &mut sign_pairs, |at| near(&settled.0, at)),
        after: Bags::new(after, weights, &mut sign_pairs, |at| near(&settled.1, at)),
        options,
    };
    let mut links = exact;
    candidates::alike(&ground, &settled, &mut links);
    let weight = |link: &Link| candidates::weight(link, before, weights);
    let chain = chain::heaviest(&links, after.sentences.len(), weight);

    let mut pairs = Pairs::default();
    let mut work = options.work;
    let best = candidates::best(&links, before.sentences.len(), after.sentences.len());
    let mut start = (0, 0);
    let anchors = anchors(
        &chain,
        options.anchor,
        (before.sentences.len(), after.sentences.len()),
    );
    for anchor in &anchors {
        let section = (start.0..anchor.before, start.1..anchor.after);
        if !section.0.is_empty() && !section.1.is_empty() {
            let cells = section.0.len() as u64 * section.1.len() as u64;
            if cells <= section::MOST_CELLS && cells <= u64::from(work) {
                work -= cells as u32;
                section::pair(&ground, section, &best, &mut pairs.in_place);
            } else {
                pairs.limited = true;
                keep_chain(&chain, section, &prints, &mut pairs.in_place);
            }
        }
        if anchor.before < before.sentences.len() {
            pairs.in_place.push(anchor.pair());
        }
        start = (anchor.before + 1, anchor.after + 1);
    }
    open(&ground, &mut pairs.in_place);
    if options.moves {
        links.retain(|link| prints.is_single(link));
        pairs.moved = moved(&ground, &links, &pairs.in_place, before, after, weights);
    }
    pairs
}

/// What opens both texts, its headline or lead, is rewritten oftener than anything else and stays what it is: where neither first
/// sentence found a partner, they are each other's.
fn open(ground: &Ground<'_>, in_place: &mut Vec<Pair>) {
    /// Share of weighted words that the two must have in common all the same.
    const LEAST: f32 = 0.08;
    let starts = in_place
        .first()
        .map_or((1, 1), |pair| (pair.before.start, pair.after.start));
    if starts.0 == 0 || starts.1 == 0 || ground.before.is_empty() || ground.after.is_empty() {
        return;
    }
    let likeness = ground.likeness(0, 0);
    if likeness >= LEAST {
        in_place.insert(
            0,
            Pair {
                before: 0..1,
                after: 0..1,
                likeness,
            },
        );
    }
}

/// The links that part the texts into sections: equal sentences, and where that leaves a section too large, those beyond doubt.
///
/// Not those beyond doubt everywhere: a long sentence that lost a short part to its neighbour is beyond doubt, and so is its loss.
/// ```text
/// before  [It has three parts: a fleet, a port and a school.]
/// after   [It has three parts: a fleet, a port.] [And a school.]
/// ```
fn anchors(chain: &[Link], beyond_doubt: f32, end: (usize, usize)) -> Vec<Link> {
    let end = Link {
        before: end.0,
        after: end.1,
        likeness: 1.0,
    };
    let mut anchors = Vec::with_capacity(chain.len() + 1);
    let mut start = (0, 0);
    let mut doubtless: Vec<Link> = Vec::new();
    for link in chain.iter().copied().chain([end]) {
        if link.likeness < 1.0 {
            if link.likeness >= beyond_doubt {
                doubtless.push(link);
            }
            continue;
        }
        let cells = (link.before - start.0) as u64 * (link.after - start.1) as u64;
        if cells > section::MOST_CELLS {
            anchors.append(&mut doubtless);
        }
        doubtless.clear();
        anchors.push(link);
        start = (link.before + 1, link.after + 1);
    }
    anchors
}

/// A section too large to weigh: the chain is kept as it is, and equal sentences between its links.
fn keep_chain(
    chain: &[Link],
    section: (std::ops::Range<usize>, std::ops::Range<usize>),
    prints: &candidates::Prints,
    out: &mut Vec<Pair>,
) {
    let inside = chain
        .iter()
        .filter(|link| section.0.contains(&link.before) && section.1.contains(&link.after));
    let mut start = (section.0.start, section.1.start);
    let end = Link {
        before: section.0.end,
        after: section.1.end,
        likeness: 0.0,
    };
    for link in inside.chain([&end]) {
        for run in sequence::runs(
            &prints.before[start.0..link.before],
            &prints.after[start.1..link.after],
        ) {
            for k in 0..run.length {
                let (i, j) = (start.0 + run.before + k, start.1 + run.after + k);
                out.push(Pair {
                    before: i..i + 1,
                    after: j..j + 1,
                    likeness: 1.0,
                });
            }
        }
        if link.before < section.0.end {
            out.push(link.pair());
        }
        start = (link.before + 1, link.after + 1);
    }
}

/// Pairs among the sentences that found none in place.
fn moved(
    ground: &Ground<'_>,
    links: &[Link],
    in_place: &[Pair],
    before: &Units,
    after: &Units,
    weights: &Weights,
) -> Vec<Pair> {
    let options = ground.options;
    let mut free = (
        vec![true; before.sentences.len()],
        vec![true; after.sentences.len()],
    );
    for pair in in_place {
        free.0[pair.before.clone()].fill(false);
        free.1[pair.after.clone()].fill(false);
    }
    let evidence = (options.evidence * crate::similarity::UNIT as f32) as u64;
    let mut open: Vec<(u64, &Link)> = links
        .iter()
        .filter(|link| {
            free.0[link.before] && free.1[link.after] && link.likeness >= options.likeness
        })
        .map(|link| (candidates::weight(link, before, weights), link))
        .filter(|(weight, _)| *weight >= evidence)
        .collect();
    // Links come in the order of both texts, and keep it where weights are equal.
    open.sort_by_cached_key(|(weight, _)| !weight);
    let mut moved = Vec::new();
    for (_, link) in open {
        if free.0[link.before] && free.1[link.after] {
            free.0[link.before] = false;
            free.1[link.after] = false;
            moved.push(link.pair());
        }
    }
    // Neighbours that went along: the place is evidence for them as it is in order.
    let mut at = 0;
    while at < moved.len() {
        let (i, j) = (moved[at].before.start, moved[at].after.start);
        for (i, j) in [(i + 1, j + 1), (i.wrapping_sub(1), j.wrapping_sub(1))] {
            if i < free.0.len() && j < free.1.len() && free.0[i] && free.1[j] {
                let likeness = ground.likeness(i, j);
                if likeness >= options.candidate {
                    free.0[i] = false;
                    free.1[j] = false;
                    moved.push(Pair {
                        before: i..i + 1,
                        after: j..j + 1,
                        likeness,
                    });
                }
            }
        }
        at += 1;
    }
    moved.sort_by_cached_key(|pair| pair.before.start as u64);
    moved
}

impl Ground<'_> {
    fn likeness(&self, before: usize, after: usize) -> f32 {
        let shared = crate::similarity::shared(self.before.of(before), self.after.of(after));
        crate::similarity::dice(shared, self.before.total(before), self.after.total(after))
    }

    fn index(&self) -> Index {
        Index::new(&self.before)
    }
}
