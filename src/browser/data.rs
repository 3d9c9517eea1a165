//! The data beside the wasm: texts, rule packs, calendars, training scripts.

use jieyou_domain::json::read;
use jieyou_view::text::bring;
use serde_json::{Map, Value};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The data the page brought along, and what build it is.
#[derive(Clone, Debug, Default)]
pub(crate) struct Brought {
    files: Map<String, Value>,
    /// The version, with the commit where known.
    pub(crate) version: String,
    /// Whether this is the single file.
    pub(crate) single: bool,
}

impl Brought {
    /// The text of a file, or nothing when the build lacks it.
    pub(crate) fn text(&self, path: &str) -> String {
        self.files.get(path).map(Value::to_string).unwrap_or_default()
    }

    /// The files of a folder that came as texts.
    pub(crate) fn texts<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = &'a str> {
        self.files
            .iter()
            .filter(move |(path, _)| path.starts_with(folder))
            .filter_map(|(_, text)| text.as_str())
    }
}

fn get(target: &JsValue, key: &str) -> JsValue {
    js_sys::Reflect::get(target, &JsValue::from_str(key)).unwrap_or(JsValue::UNDEFINED)
}

/// Waits for the data that the boot script fetches (see index.html), and brings the texts.
pub(crate) async fn brought() -> Result<Brought, String> {
    let global = js_sys::global();
    let promise: js_sys::Promise =
        get(&global, "jieyouData").dyn_into().map_err(|_e| "jieyouData".to_owned())?;
    let text = JsFuture::from(promise).await.map_err(|e| format!("{e:?}"))?;
    let text = text.as_string().unwrap_or_default();
    let mut files: Map<String, Value> = read(&text).map_err(|e| e.to_string())?;
    // Now, since whatever is drawn says something.
    bring(files.remove("texts.json").unwrap_or_default())?;
    let build = get(&global, "jieyouBuild");
    let version = get(&build, "version").as_string().unwrap_or_default();
    let commit = get(&build, "commit").as_string().unwrap_or_default();
    let version = if commit.is_empty() { version } else { format!("{version} ({commit})") };
    Ok(Brought { files, version, single: get(&build, "single").is_truthy() })
}

/// Whether a newer build of the page waits to be taken.
pub(crate) fn update_waits() -> bool {
    get(&get(&js_sys::global(), "jieyouUpdate"), "waiting").is_truthy()
}

/// Takes the newer build; the page reloads.
pub(crate) fn take_update() {
    let update = get(&js_sys::global(), "jieyouUpdate");
    if let Ok(apply) = get(&update, "apply").dyn_into::<js_sys::Function>() {
        drop(apply.call0(&update));
    }
}
