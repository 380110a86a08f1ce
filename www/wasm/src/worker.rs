//! The worker's message loop: takes jobs, posts progress and reports.
//!
//! A job is `{ job, before, after, options, formats }`; answers are `{ job, progress: { stage, done } }` any number of times (none where
//! it is quick), then `{ job, report }` (in the compact form of `report.rs`, its buffers handed over and not copied) or
//! `{ job, error: { name, message } }`.

use super::compare_with;
use super::host::Host;
use super::report::Compact;
use js_sys::{Error, JsString, Object, Reflect, Uint32Array};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Milliseconds before a job reports its progress. An article is compared in less, and each message would interrupt the page between
/// a key and its marks.
const MIN_TIME_TO_PROGRESS: f64 = 20.0;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_name = globalThis)]
    static GLOBAL: JsValue;
}

/// Starts to listen. Call once, in a dedicated worker.
#[wasm_bindgen(skip_typescript)]
pub fn serve() -> Result<(), JsValue> {
    let scope: DedicatedWorkerGlobalScope = GLOBAL
        .with(JsValue::clone)
        .dyn_into()
        .map_err(|_| Error::new("serve() is for dedicated workers"))?;
    let answering = scope.clone();
    let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        answer(&answering, &event.data())
    });
    scope.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    // The loop lives as long as the worker, so the listener is never dropped.
    listener.forget();
    post(&scope, &[("ready", JsValue::TRUE)]);
    Ok(())
}

fn answer(scope: &DedicatedWorkerGlobalScope, message: &JsValue) {
    let get = |name: &str| Reflect::get(message, &name.into()).unwrap_or(JsValue::UNDEFINED);
    let job = get("job");
    if job.is_undefined() {
        return;
    }
    let performance = scope.performance();
    let now = || {
        performance
            .as_ref()
            .map_or(f64::INFINITY, |performance| performance.now())
    };
    let mark = |what: &str| {
        if let Some(performance) = &performance {
            // A mark that cannot be set is no reason to fail.
            let _ = performance.mark(&["article-diff:", what].concat());
        }
    };
    let began = now();
    let progress = |stage: &'static str, done: f64| {
        mark(stage);
        if now() < began + MIN_TIME_TO_PROGRESS {
            return;
        }
        let state = object(&[("stage", stage.into()), ("done", done.into())]);
        post(scope, &[("job", job.clone()), ("progress", state.into())]);
    };
    let text = |name: &str| {
        get(name)
            .dyn_into::<JsString>()
            .map_err(|_| JsValue::from(Error::new(&[name, " must be a string"].concat())))
    };
    let formats = get("formats").dyn_into::<Uint32Array>();
    let formats = formats.ok().map(|formats| formats.to_vec());
    let result = text("before").and_then(|before| {
        compare_with(
            &before,
            &text("after")?,
            &get("options"),
            formats,
            &Host::new(Some(&progress)),
        )
    });
    mark("done");
    match result {
        Ok(Compact { report, buffers }) => {
            let answer = object(&[("job", job), ("report", report)]);
            // Plain data can always be sent.
            let _ = scope.post_message_with_transfer(&answer, &buffers);
        }
        Err(error) => {
            let part =
                |name: &str| Reflect::get(&error, &name.into()).unwrap_or(JsValue::UNDEFINED);
            let told = object(&[("name", part("name")), ("message", part("message"))]);
            post(scope, &[("job", job), ("error", told.into())]);
        }
    }
}

fn object(entries: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in entries {
        // A plain object takes any property.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object
}

fn post(scope: &DedicatedWorkerGlobalScope, entries: &[(&str, JsValue)]) {
    // Plain data can always be cloned.
    let _ = scope.post_message(&object(entries));
}
