//! Any two strings of JavaScript, with lone surrogates and whatever else: the laws hold.
#![no_main]

use article_diff::Options;
use libfuzzer_sys::fuzz_target;
use testkit::{generate, laws};

fuzz_target!(|data: &[u8]| {
    let (before, after) = generate::two_strings(data);
    if let Err(broken) = laws::check_pair(&before, &after, &Options::default()) {
        panic!("{broken}\nbefore {before:x?}\nafter  {after:x?}");
    }
});
