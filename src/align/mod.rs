//! Articles → pairs of sentences, in order and out of order, one to one, one to many and many to one.

mod candidates;
mod chain;
mod context;
mod lists;
mod lone;
mod moved;
mod section;
mod sentence_ids;
mod shift;

use crate::both::Both;
use crate::model::comparison::Comparison;
use crate::model::pairs::{Alignment, SentencePair};
use crate::similarity::sequence;
use candidates::{best_similarities, Candidate};
use context::{AlignmentContext, Section};
use sentence_ids::SentenceIds;

/// Share of weighted words (0 to 1) that the first sentences of both texts must have in common to be a pair where neither found
/// another partner.
const MIN_FIRST_SIMILARITY: f32 = 0.08;

/// Pairs the sentences of two texts.
///
/// 1. Sentences that are equal are candidates; the others are looked up by their rare words.
/// 2. The heaviest chain of candidates in order stays in place; of it, equal sentences are anchors, and the certain ones too where a
///    section would be too large.
/// 3. Between two anchors every sentence is compared with every other, one to one, one to many and many to one.
/// 4. What is left alone between two pairs on both sides is a pair, and what was inserted or deleted is made whole blocks.
/// 5. Sentences that are then left on both sides, and still have a candidate, were moved.
/// 6. A whole block that is still alone between two sure pairs on both sides is one with the other.
#[inline(never)]
pub fn align(comparison: &Comparison<'_>) -> Alignment {
    let options = comparison.options;
    let ids = SentenceIds::new(comparison.units(), comparison.lexicon.hash_key());
    let mut candidates = candidates::equal_sentences(&ids);
    let mut has_equal = comparison
        .units()
        .map(|units| vec![false; units.sentences.len()]);
    for candidate in &candidates {
        if ids.has_look_alike(candidate.before) {
            continue;
        }
        let copies = ids.copies(candidate.sentences());
        has_equal.before[candidate.before] = copies.before <= copies.after;
        has_equal.after[candidate.after] = copies.after <= copies.before;
    }
    let edited = has_equal.as_ref().map(|has_equal| not(has_equal));
    let edited = edited.as_ref().map(Vec::as_slice);
    let mut context = AlignmentContext::new(comparison, &ids, edited);
    candidates::add_similar_sentences(&context, &has_equal, &mut candidates);
    let sentences = context.sentences();
    let chain = chain::heaviest_chain(&candidates, sentences.after, |candidate| {
        candidate.weight(comparison)
    });
    // A sentence with too few words to be shown as moved has no better partner elsewhere.
    let min_weight = moved::min_weight(options);
    let heavy = candidates
        .iter()
        .filter(|one| one.weight(comparison) >= min_weight);
    let best = best_similarities(heavy, sentences);
    let anchors = anchors(&chain, options.anchor, sentences);
    if let Some(wanted) = unpaired_equals(&anchors, &has_equal) {
        context = AlignmentContext::new(comparison, &ids, wanted.as_ref().map(Vec::as_slice));
    }

    let mut alignment = Alignment::default();
    let mut work = options.work;
    let mut start = Both::new(0, 0);
    for anchor in anchors {
        let section = Both::new(start.before..anchor.before, start.after..anchor.after);
        if !section.before.is_empty() && !section.after.is_empty() {
            let pairs = section.as_ref().map(|side| side.len()).pairs();
            if pairs <= section::MAX_SENTENCE_PAIRS && pairs <= u64::from(work) {
                work -= pairs as u32;
                section::pair_section(&context, &section, &best, &mut alignment.in_place);
            } else {
                alignment.limited = true;
                keep_chain(&chain, &section, &ids, &mut alignment.in_place);
            }
        }
        if anchor.before < sentences.before {
            alignment.in_place.push(anchor.pair());
        }
        start = Both::new(anchor.before + 1, anchor.after + 1);
    }
    pair_first_sentences(&context, &mut alignment.in_place);
    lone::pair_lone_sentences(&context, &mut alignment.in_place);
    shift::make_whole_blocks(&context, &mut alignment.in_place);
    if options.moves {
        candidates.retain(|candidate| ids.is_single(candidate.sentences()));
        alignment.moved = moved::moved_pairs(&context, &candidates, &alignment.in_place);
    }
    lone::pair_lone_blocks(&context, &mut alignment);
    alignment
}

fn not(flags: &[bool]) -> Vec<bool> {
    flags.iter().map(|flag| !flag).collect()
}

/// Which sentences need comparing where some have an equal that turned out to be out of order: all that are no anchors.
fn unpaired_equals(anchors: &[Candidate], has_equal: &Both<Vec<bool>>) -> Option<Both<Vec<bool>>> {
    let mut wanted = has_equal
        .as_ref()
        .map(|has_equal| vec![true; has_equal.len()]);
    for anchor in anchors {
        if let Some(wanted) = wanted.before.get_mut(anchor.before) {
            *wanted = false;
        }
        if let Some(wanted) = wanted.after.get_mut(anchor.after) {
            *wanted = false;
        }
    }
    let unpaired = wanted
        .iter()
        .zip(has_equal.iter())
        .any(|(wanted, has_equal)| {
            let mut sentences = wanted.iter().zip(has_equal);
            sentences.any(|(&wanted, &has_equal)| wanted && has_equal)
        });
    unpaired.then_some(wanted)
}

/// Pairs the first sentences of both texts where neither has a partner. A text's headline or lead is rewritten more often than any
/// other sentence, and is still its headline or lead.
#[inline(never)]
fn pair_first_sentences(context: &AlignmentContext<'_>, in_place: &mut Vec<SentencePair>) {
    let paired = in_place
        .first()
        .is_some_and(|pair| pair.sentences.iter().any(|sentences| sentences.start == 0));
    if paired || context.bags.iter().any(|bags| bags.is_empty()) {
        return;
    }
    let similarity = context.similarity(0, 0);
    if similarity >= MIN_FIRST_SIMILARITY {
        in_place.insert(0, SentencePair::one_to_one(0, 0, similarity));
    }
}

/// The candidates that part the texts into sections: equal sentences, and where that leaves a section too large, those that are
/// `certain` by their similarity. The last one is the end of both texts.
///
/// Certain ones are not anchors everywhere, because a long sentence that lost a short part to its neighbour is certain too:
/// ```text
/// before  [It has three parts: a fleet, a port and a school.]
/// after   [It has three parts: a fleet, a port.] [And a school.]
/// ```
#[inline(never)]
fn anchors(chain: &[Candidate], certain: f32, sentences: Both<usize>) -> Vec<Candidate> {
    let end = Candidate {
        before: sentences.before,
        after: sentences.after,
        similarity: 1.0,
    };
    let mut anchors = Vec::with_capacity(chain.len() + 1);
    let mut start = Both::new(0, 0);
    let mut certain_ones: Vec<Candidate> = Vec::new();
    for candidate in chain.iter().copied().chain([end]) {
        if candidate.similarity < 1.0 {
            if candidate.similarity >= certain {
                certain_ones.push(candidate);
            }
            continue;
        }
        let pairs = Both::new(
            candidate.before - start.before,
            candidate.after - start.after,
        )
        .pairs();
        if pairs > section::MAX_SENTENCE_PAIRS {
            anchors.append(&mut certain_ones);
        }
        certain_ones.clear();
        anchors.push(candidate);
        start = Both::new(candidate.before + 1, candidate.after + 1);
    }
    anchors
}

/// Pairs a section that is too large to compare: the candidates of the chain, and equal sentences between them.
fn keep_chain(
    chain: &[Candidate],
    section: &Section,
    ids: &SentenceIds,
    out: &mut Vec<SentencePair>,
) {
    let inside = chain.iter().filter(|candidate| {
        section.before.contains(&candidate.before) && section.after.contains(&candidate.after)
    });
    let mut start = Both::new(section.before.start, section.after.start);
    let end = Candidate {
        before: section.before.end,
        after: section.after.end,
        similarity: 0.0,
    };
    for candidate in inside.chain([&end]) {
        let runs = sequence::runs(
            &ids.of.before[start.before..candidate.before],
            &ids.of.after[start.after..candidate.after],
        );
        for run in runs {
            for k in 0..run.length {
                let (i, j) = (start.before + run.before + k, start.after + run.after + k);
                out.push(SentencePair::one_to_one(i, j, 1.0));
            }
        }
        if candidate.before < section.before.end {
            out.push(candidate.pair());
        }
        start = Both::new(candidate.before + 1, candidate.after + 1);
    }
}
