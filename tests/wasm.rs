//! The exports in a page: what JavaScript hands in and gets back.
#![cfg(target_arch = "wasm32")]

#[path = "wasm/exports.rs"]
mod exports;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
