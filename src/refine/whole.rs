//! A sentence of which little is kept → shown whole, as one replacement.

use crate::model::comparison::Comparison;
use crate::model::matching::Matching;

/// Takes the matches out of pairs of which little is kept.
///
/// ```text
/// word by word   The [ferry|mayor] [ran until late|of the town said] on [Friday|the phone] that …
/// whole          [The ferry ran until late on Friday.|The mayor of the town said on the phone that …]
/// ```
#[inline(never)]
pub fn show_rewritten_sentences_whole(comparison: &Comparison<'_>, matching: &mut Matching) {
    let (units, weights) = (comparison.units(), &comparison.weights);
    for at in 0..matching.pairs.len() {
        let tokens = matching.pairs[at].tokens.clone();
        let all = units
            .zip(tokens.as_ref())
            .map(|(units, tokens)| weights.sum(units.words(tokens)));
        let partners = &matching.partners.before;
        let kept = units
            .before
            .words_where(&tokens.before, |at| partners.has(at));
        let share_of_both = 2 * weights.sum(kept);
        if (share_of_both as f32) < comparison.options.kept * (all.before + all.after) as f32 {
            for at in tokens.before {
                matching.unlink(at);
            }
        }
    }
}
