//! The exports in a dedicated worker, where the page calls them: what JavaScript hands in and gets back.
#![cfg(target_arch = "wasm32")]

#[path = "wasm/exports.rs"]
mod exports;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_dedicated_worker);
