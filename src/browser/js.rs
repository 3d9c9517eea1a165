//! Calling what the browser offers under a name: interfaces that the bindings do not know
//! or hold back as unstable.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

/// A property; undefined where there is none.
pub(super) fn get(target: &JsValue, name: &str) -> JsValue {
    Reflect::get(target, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// Whether a method is there.
pub(super) fn has(target: &JsValue, name: &str) -> bool {
    get(target, name).is_function()
}

/// Calls a method.
#[inline(never)]
pub(super) fn call(target: &JsValue, name: &str, given: &[JsValue]) -> Result<JsValue, JsValue> {
    let method: Function = get(target, name).dyn_into()?;
    let all = Array::new();
    for one in given {
        all.push(one);
    }
    method.apply(target, &all)
}

/// Calls a method and waits for its promise.
pub(super) async fn ask(
    target: &JsValue,
    name: &str,
    given: &[JsValue],
) -> Result<JsValue, JsValue> {
    let answer = call(target, name, given)?;
    JsFuture::from(Promise::resolve(&answer)).await
}

/// An object of named values.
pub(super) fn object(values: &[(&str, JsValue)]) -> JsValue {
    let object: JsValue = js_sys::Object::new().into();
    for (name, value) in values {
        // A plain object takes everything.
        drop(Reflect::set(&object, &(*name).into(), value));
    }
    object
}

/// The name of an error, and its words.
pub(super) fn error(error: &JsValue) -> (String, String) {
    let text = |name| get(error, name).as_string().unwrap_or_default();
    (text("name"), text("message"))
}
