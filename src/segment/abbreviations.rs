//! Which full stops do not end a sentence.

use crate::text::place_in;

/// Titles and the like: a name or a number always follows.
const TITLES: &str = "mr mrs ms mx dr prof st sen rep gov gen lt col sgt capt cmdr adm maj pvt rev hon pres supt det insp messrs mt \
    ft vs cf fig figs vol pp nos approx ca al art hr fr frl dipl ing nr bzw ggf vgl sog usw evtl inkl mme mlle mgr \
    sr sra srta dña dn ud uds d sig dott avv dhr mevr ul im inż np tzw г гг ул им проф акад тыс млн млрд руб см др \
    р рр вул грн αρ κ κα";

/// Words that often end a sentence too: what follows decides.
const OFTEN_LAST: &str = "inc corp co ltd bros jr etc no jan feb mar apr jun jul aug sep sept oct nov dec ave blvd rd dept univ assn ph \
    ed eds est min max dc calif fla mass conn ariz tex penn wash ore okla wis mich minn ga va md tel abs bd jh mio \
    mrd av págs pág núm gg обл т т.д т.п т.е";

/// Words that begin a sentence much more often than they follow an abbreviation inside one.
const STARTERS: &str = "the a an he she it they we i you this that these those there in on at but and if when while as his her its \
    their our after before since for with by from what who however although some many most no not one so both last \
    earlier meanwhile according der die das ein eine er sie es wir ich im am und aber doch wenn als nach auch le la \
    les un une il elle ils elles ce cette mais el los las una en pero él";

/// Months after an ordinal: `3. Mai`.
const MONTHS: &str = "januar jänner februar märz april mai juni juli august september oktober november dezember januari februari \
    marts maj desember december ledna února března dubna května června července srpna září října listopadu prosince \
    jahrhundert jahrhunderts";

fn is_in(list: &str, word: &str) -> bool {
    place_in(list, word).is_some()
}

/// Whether the full stop between two words (both folded) ends no sentence.
///
/// `capital` tells whether the word before it is a capital letter alone, `opens` whether that word is the block's first.
pub fn holds_on(word: &str, next: &str, capital: bool, opens: bool) -> bool {
    let starter = || is_in(STARTERS, next);
    if is_in(TITLES, word) {
        return true;
    }
    if word.bytes().all(|b| b.is_ascii_digit()) && word.len() <= 2 {
        return opens || is_in(MONTHS, next);
    }
    let single = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
    if single && capital {
        return !matches!(next, "the" | "he" | "she" | "it" | "but" | "they");
    }
    if is_in(OFTEN_LAST, word) || word.contains('.') || single {
        return !starter();
    }
    false
}
