//! Texts as the generators of the property tests make and edit them: the laws hold, that of classes too.
#![no_main]

use libfuzzer_sys::fuzz_target;
use testkit::generate::Pair;
use testkit::{classes, laws};

fuzz_target!(|pair: Pair| {
    let checked = laws::check_pair(&pair.before, &pair.after, &pair.options)
        .and_then(|report| classes::check(&report, &pair.before, &pair.after));
    if let Err(broken) = checked {
        panic!("{broken}\n{}", pair.shown());
    }
});
