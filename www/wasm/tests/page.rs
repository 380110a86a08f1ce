//! The exports in a page: what JavaScript hands in and gets back.
#![cfg(target_arch = "wasm32")]

// A test program cannot link a `cdylib`, so it takes the binding in as a module.
#[path = "../src/lib.rs"]
mod binding;
#[path = "shared/exports.rs"]
mod exports;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
