//! How safe the browser's storage is, and asking for more.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

/// What the browser says about its storage. `None` where it does not say.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Safety {
    /// Whether it promised not to clear it by itself.
    pub(crate) persisted: Option<bool>,
    /// Bytes used, and the most it allows.
    pub(crate) used: Option<(f64, f64)>,
}

fn manager() -> Option<JsValue> {
    let navigator = web_sys::window()?.navigator();
    Reflect::get(&navigator, &"storage".into()).ok().filter(|v| !v.is_undefined())
}

async fn ask(method: &str) -> Option<JsValue> {
    let manager = manager()?;
    let call: Function = Reflect::get(&manager, &method.into()).ok()?.dyn_into().ok()?;
    let promise: Promise = call.call0(&manager).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()
}

/// Asks how things stand.
pub(crate) async fn safety() -> Safety {
    let persisted = ask("persisted").await.map(|v| v.is_truthy());
    let estimate = ask("estimate").await;
    let number = |key: &str| Reflect::get(estimate.as_ref()?, &key.into()).ok()?.as_f64();
    Safety { persisted, used: number("usage").zip(number("quota")) }
}

/// Asks the browser to keep the data. Firefox may wait for the person: never await this
/// before the screen is drawn.
pub(crate) async fn ask_to_keep() -> bool {
    ask("persist").await.is_some_and(|v| v.is_truthy())
}
