//! The same checks for a page and for a worker; `page.rs` and `worker.rs` say where they run.

use super::binding::compare;
use js_sys::{Array, JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

/// The report on two texts, compared without options, with its tables as lists of objects again.
fn report(before: &JsString, after: &JsString) -> JsValue {
    let report = compare(before.clone(), after.clone(), JsValue::UNDEFINED, None)
        .expect("two strings can always be compared");
    let set = |object: &JsValue, name: &str| {
        let list = entries(&at(object, &[name]));
        Reflect::set(object, &name.into(), &list).expect("the report is a plain object")
    };
    for name in ["rows", "changes", "moves", "passages"] {
        set(&report, name);
    }
    let blocks = at(&report, &["blocks"]);
    set(&blocks, "before");
    set(&blocks, "after");
    report
}

/// A table as a list of objects. It knows no field by its name: the table says itself what is in each of its columns.
fn entries(table: &JsValue) -> Array {
    let list = Array::new();
    for column in Object::entries(table.unchecked_ref()) {
        let (name, column) = (Array::from(&column).get(0), Array::from(&column).get(1));
        for (index, value) in values(&column).iter().enumerate() {
            if list.length() as usize == index {
                list.push(&Object::new());
            }
            let entry = list.get(index as u32);
            Reflect::set(&entry, &name, value).expect("a plain object takes a property");
        }
    }
    list
}

/// The values of a column, one for each entry.
fn values(column: &JsValue) -> Vec<JsValue> {
    let part = |name: &str| {
        // A typed array inherits `values`.
        let there = Object::has_own(column.unchecked_ref::<Object>(), &JsValue::from(name));
        there.then(|| Array::from(&at(column, &[name])).to_vec())
    };
    match (part("values"), part("items"), part("start"), part("end")) {
        (Some(values), ..) => Array::from(&at(column, &["indices"]))
            .iter()
            .map(|index| values[number(&index) as usize].clone())
            .collect(),
        (_, Some(items), _, Some(ends)) => {
            let ends = ends.iter().map(|end| number(end) as usize);
            let starts = std::iter::once(0).chain(ends.clone());
            starts
                .zip(ends)
                .map(|(start, end)| items[start..end].iter().collect::<Array>().into())
                .collect()
        }
        (_, _, Some(starts), Some(ends)) => starts
            .iter()
            .zip(&ends)
            .map(|(start, end)| Array::of2(start, end).into())
            .collect(),
        _ => Array::from(column).to_vec(),
    }
}

/// The value at a path of names and indices.
fn at(value: &JsValue, path: &[&str]) -> JsValue {
    path.iter().fold(value.clone(), |value, key| {
        let there = Reflect::has(&value, &(*key).into()).expect("the path leads through objects");
        assert!(there, "there is no `{key}` on the way {path:?}");
        Reflect::get(&value, &(*key).into()).expect("it was there")
    })
}

fn number(value: &JsValue) -> f64 {
    value.as_f64().expect("a plain JavaScript number")
}

fn list(value: &JsValue) -> Array {
    value.clone().dyn_into().expect("a plain JavaScript array")
}

/// A span as start and end.
fn span(value: &JsValue) -> (u32, u32) {
    let ends = list(value);
    assert_eq!(ends.length(), 2);
    (number(&ends.get(0)) as u32, number(&ends.get(1)) as u32)
}

/// A text with the spans of all changes on one side taken out of it.
fn what_is_left(text: &JsString, report: &JsValue, side: &str) -> JsString {
    let mut cuts: Vec<_> = list(&at(report, &["changes"]))
        .iter()
        .map(|change| span(&at(&change, &[side])))
        .collect();
    cuts.sort_unstable();
    let mut left = JsString::from("");
    let mut from = 0;
    for (start, end) in cuts {
        assert!(
            start <= end && end <= text.length(),
            "the span {start}..{end} lies outside the text"
        );
        assert!(start >= from, "two changes overlap at {start}");
        left = left.concat(&text.slice(from, start));
        from = end;
    }
    left.concat(&text.slice(from, text.length()))
}

/// The code units of a string, which Rust's own strings could not all hold.
fn units(text: &JsString) -> Vec<u16> {
    text.iter().collect()
}

#[wasm_bindgen_test]
fn equal_texts_have_no_changes() {
    let text = JsString::from("The tide turned at noon. Nobody saw it.\n\nThe harbour slept.");
    let report = report(&text, &text);
    assert_eq!(number(&at(&report, &["version"])), 1.0);
    assert_eq!(list(&at(&report, &["changes"])).length(), 0);
    assert_eq!(list(&at(&report, &["moves"])).length(), 0);
    assert_eq!(number(&at(&report, &["summary", "similarity"])), 1.0);
}

#[wasm_bindgen_test]
fn empty_texts_are_texts() {
    let empty = JsString::from("");
    assert_eq!(list(&at(&report(&empty, &empty), &["changes"])).length(), 0);
    let some = JsString::from("Something at last.");
    let inserted = report(&empty, &some);
    assert_eq!(list(&at(&inserted, &["changes"])).length(), 1);
    assert_eq!(
        at(&inserted, &["changes", "0", "op"]),
        JsValue::from("insert")
    );
    assert_eq!(
        span(&at(&inserted, &["changes", "0", "after"])),
        (0, some.length())
    );
}

#[wasm_bindgen_test]
fn the_report_is_plain_data_under_its_documented_names() {
    let before = JsString::from("Prices rose by 2,000 euros.");
    let after = JsString::from("Prices rose by 3,000 euros.");
    let report = report(&before, &after);
    assert!(at(&report, &["precise"]).as_bool().is_some());
    assert!(at(&report, &["segmenter"]).as_string().is_some());
    for side in ["before", "after"] {
        assert_eq!(list(&at(&report, &["blocks", side])).length(), 1);
        assert_eq!(
            at(&report, &["blocks", side, "0", "kind"]),
            JsValue::from("paragraph")
        );
        assert_eq!(list(&at(&report, &["rows", "0", side])).length(), 1);
        assert_eq!(number(&at(&report, &["summary", "words", side])), 5.0);
        assert_eq!(number(&at(&report, &["summary", "shared", side])), 4.0);
        assert_eq!(number(&at(&report, &["summary", "containment", side])), 0.8);
    }
    assert_eq!(
        at(&report, &["rows", "0", "relation"]),
        JsValue::from("edited")
    );
    assert_eq!(list(&at(&report, &["rows", "0", "move"])).length(), 0);
    let change = at(&report, &["changes", "0"]);
    assert_eq!(at(&change, &["op"]), JsValue::from("replace"));
    assert_eq!(at(&change, &["class"]), JsValue::from("number"));
    assert_eq!(at(&change, &["unit"]), JsValue::from("word"));
    assert_eq!(at(&change, &["quoted"]), JsValue::FALSE);
    assert_eq!(at(&change, &["furniture"]), JsValue::FALSE);
    assert_eq!(span(&at(&change, &["before"])), (15, 20));
    let counts = at(&report, &["summary", "counts"]);
    assert!(
        !counts.is_instance_of::<js_sys::Map>(),
        "a Map would be lost in JSON"
    );
    assert_eq!(number(&at(&counts, &["number"])), 1.0);
}

#[wasm_bindgen_test]
fn offsets_count_utf16_code_units() {
    // A bear is two units of UTF-16 and four bytes of UTF-8; an é one and two.
    let before = JsString::from("🐻 Née in the café, she sang softly.");
    let after = JsString::from("🐻 Née in the café, she sang loudly.");
    let report = report(&before, &after);
    assert_eq!(list(&at(&report, &["changes"])).length(), 1);
    let (start, end) = span(&at(&report, &["changes", "0", "before"]));
    assert_eq!(before.slice(start, end), JsString::from("softly"));
    let (start, end) = span(&at(&report, &["changes", "0", "after"]));
    assert_eq!(after.slice(start, end), JsString::from("loudly"));
}

#[wasm_bindgen_test]
fn lone_surrogates_are_accepted_and_told_apart() {
    let half = |unit: u32| JsString::from_char_code1(unit);
    let sentence = |middle: &JsString| {
        JsString::from("One half stands ")
            .concat(middle)
            .concat(&" in the middle of this.".into())
    };
    let before = sentence(&half(0xd83d));
    let after = sentence(&half(0xdc3b));
    let different = report(&before, &after);
    assert!(
        list(&at(&different, &["changes"])).length() > 0,
        "two different halves are a difference"
    );
    assert_eq!(
        units(&what_is_left(&before, &different, "before")),
        units(&what_is_left(&after, &different, "after")),
    );
    assert_eq!(
        list(&at(&report(&before, &before), &["changes"])).length(),
        0
    );
    assert_eq!(
        span(&at(&different, &["blocks", "before", "0", "span"])),
        (0, before.length())
    );
}

#[wasm_bindgen_test]
fn what_is_left_without_the_changes_is_the_same_on_both_sides() {
    let before = JsString::from(
        "The mayor said the bridge would open in May. “It is late,” she said.\r\n\r\nTraffic will be diverted until then.",
    );
    let after = JsString::from(
        "The mayor said that the bridge would open in June. \"It is late,\" she said.\n\nTraffic will be diverted until then. Buses too.",
    );
    let report = report(&before, &after);
    assert_eq!(list(&at(&report, &["moves"])).length(), 0);
    let left = what_is_left(&before, &report, "before");
    assert_eq!(units(&left), units(&what_is_left(&after, &report, "after")));
    assert!(left.length() > 80, "most of the text stands on both sides");
}

#[wasm_bindgen_test]
fn words_of_scripts_without_spaces_come_from_the_platform() {
    let before = JsString::from("東京で新しい図書館が開館した。");
    let after = JsString::from("京都で新しい図書館が開館した。");
    let report = report(&before, &after);
    assert_eq!(at(&report, &["segmenter"]), JsValue::from("intl"));
    assert_eq!(span(&at(&report, &["changes", "0", "before"])), (0, 2));
}

#[wasm_bindgen_test]
fn an_unknown_option_is_refused_by_its_name() {
    let options = Object::new();
    Reflect::set(&options, &"colour".into(), &"red".into()).expect("an object takes a property");
    let text = JsString::from("Some text.");
    let error =
        compare(text.clone(), text, options.into(), None).expect_err("there is no such option");
    let error: js_sys::Error = error.dyn_into().expect("what is thrown is an Error");
    assert_eq!(String::from(error.name()), "UnknownOption");
    assert!(
        String::from(error.message()).contains("colour"),
        "the message names the option: {:?}",
        error.message()
    );
}

#[wasm_bindgen_test]
fn options_may_be_absent_null_or_empty_and_nothing_else() {
    let text = JsString::from("Some text.");
    for options in [JsValue::UNDEFINED, JsValue::NULL, Object::new().into()] {
        compare(text.clone(), text.clone(), options, None).expect("no option is asked for");
    }
    for options in [JsValue::from(7), JsValue::from("fast"), JsValue::TRUE] {
        let error =
            compare(text.clone(), text.clone(), options, None).expect_err("options are an object");
        assert!(error.is_instance_of::<js_sys::Error>());
    }
}

#[wasm_bindgen_test]
fn a_long_report_has_typed_arrays_in_buffers_of_their_own() {
    let text = JsString::from("The tide turned at noon.");
    let report = compare(text.clone(), text, JsValue::UNDEFINED, None).expect("two strings");
    for path in [
        ["blocks", "before", "span", "start"],
        ["blocks", "after", "span", "end"],
    ] {
        let array: js_sys::Uint32Array = at(&report, &path).dyn_into().expect("a typed array");
        let buffer = array.buffer();
        // A view of the module's whole memory could not be handed over.
        assert_eq!(buffer.byte_length(), array.byte_length());
    }
}

/// 65,536 lines times as many lines are 2 to the power of 32: a product that a `usize` of WebAssembly takes for 0, and that these
/// tests, which are built with checks of overflow, end at.
#[wasm_bindgen_test]
fn more_pairs_of_lines_than_32_bits_can_count() {
    for (before, after) in [
        ("a", "b"),
        ("* * *", "* *"),
        ("0,0,0", "1,2,3"),
        (". ", ". ."),
    ] {
        let text = |line: &str| JsString::from([line, "\n"].concat().repeat(1 << 16));
        let (before, after) = (text(before), text(after));
        let report = compare(before.clone(), after, JsValue::UNDEFINED, None)
            .expect("two strings can always be compared");
        let ends = values(&at(&report, &["blocks", "before", "span"]));
        let last = ends.last().expect("a text has a block");
        assert!(span(last).1 <= before.length());
        assert!(!values(&at(&report, &["changes", "op"])).is_empty());
    }
}

#[wasm_bindgen_test]
fn the_structure_of_documents_comes_as_numbers_and_goes_as_numbers() {
    let text = JsString::from("The report is here.");
    // A link over "here", to the address 5 before and to the address 6 after.
    let formats = vec![1, 0, 14, 18, 5, 0, 14, 18, 6];
    let report = compare(text.clone(), text, JsValue::UNDEFINED, Some(formats))
        .expect("two documents can always be compared");
    // One format: a link, where it is before and after, and both addresses.
    let formats: Vec<f64> = Array::from(&at(&report, &["formats"]))
        .iter()
        .map(|value| number(&value))
        .collect();
    assert_eq!(formats, [0.0, 14.0, 18.0, 14.0, 18.0, 5.0, 6.0]);
    assert_eq!(number(&at(&report, &["summary", "formats"])), 1.0);
}
