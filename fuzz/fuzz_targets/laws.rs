//! Any two texts: every law but that of classes holds.
#![no_main]

use article_diff::Options;
use libfuzzer_sys::fuzz_target;
use testkit::{generate, laws, units};

fuzz_target!(|data: &[u8]| {
    let (before, after) = generate::two_texts(data);
    if let Err(broken) = laws::check_pair(&units(&before), &units(&after), &Options::default()) {
        panic!("{broken}\nbefore {before:?}\nafter  {after:?}");
    }
});
