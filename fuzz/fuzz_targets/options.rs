//! Any two texts under any options: the laws hold whatever is set.
#![no_main]

use arbitrary::Unstructured;
use libfuzzer_sys::fuzz_target;
use testkit::{generate, laws, units};

fuzz_target!(|data: &[u8]| {
    let mut bytes = Unstructured::new(data);
    let Ok(options) = generate::any_options(&mut bytes) else {
        return;
    };
    let (before, after) = generate::two_texts(bytes.take_rest());
    if let Err(broken) = laws::check_pair(&units(&before), &units(&after), &options) {
        panic!("{broken}\nbefore {before:?}\nafter  {after:?}\n{options:?}");
    }
});
