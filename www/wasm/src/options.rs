//! A JavaScript object of options → the core's options. A name or a value that the core does not know is refused by its name.

use article_diff::options::{OptionError, OptionValue};
use article_diff::Options;
use js_sys::{Error, JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Reads `given`, which is an object, null or undefined.
///
/// # Errors
/// A JavaScript error whose name is `UnknownOption` or `InvalidOption`.
pub fn read(given: &JsValue) -> Result<Options, JsValue> {
    let mut options = Options::default();
    if given.is_undefined() || given.is_null() {
        return Ok(options);
    }
    if !given.is_object() {
        return Err(error(
            "InvalidOption",
            "Options are an object, like { moves: false }.",
        ));
    }
    for name in Object::keys(given.unchecked_ref::<Object>()) {
        let value = Reflect::get(given, &name)?;
        // JavaScript treats an option that is undefined as one that was left out.
        if value.is_undefined() {
            continue;
        }
        let text = value.as_string();
        let value = match (value.as_bool(), value.as_f64(), &text) {
            (Some(on), _, _) => OptionValue::Switch(on),
            (None, Some(number), _) => OptionValue::Number(number),
            (None, None, Some(text)) => OptionValue::Text(text),
            (None, None, None) => OptionValue::Other,
        };
        let name = String::from(name.unchecked_ref::<JsString>());
        options.set(&name, value).map_err(|refused| {
            let kind = match refused {
                OptionError::Unknown { .. } => "UnknownOption",
                _ => "InvalidOption",
            };
            error(kind, &refused.to_string())
        })?;
    }
    Ok(options)
}

fn error(name: &str, message: &str) -> JsValue {
    let error = Error::new(message);
    error.set_name(name);
    error.into()
}
