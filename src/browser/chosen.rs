//! A file that a person chose and that may be written again (Chromium only), and where
//! the browser keeps which one it was: a database of its own, beside every ledger.
//!
//! The picker empties an existing file before anything is written to it
//! (WICG/file-system-access#360): have the content ready, choose, write at once.

use super::js::{ask, call, error, get, has, object};
use js_sys::{Array, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

/// The database that holds the chosen files, by ledger. Not named as ledgers are, so that
/// it is never taken for one.
const FILES: &str = "jieyou.files";
/// How many bytes are read at once.
const PART: f64 = 4_194_304.0;
/// Its one store.
const STORE: &str = "files";

/// Why a file was not chosen, written or read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Failed {
    /// The person closed the picker.
    Left,
    /// A file may be chosen only right after a press, and that was too long ago.
    TooLate,
    /// Writing was not allowed.
    Refused,
    /// The file is not there.
    Gone,
    /// Anything else, in the browser's words.
    Other(String),
}

impl From<JsValue> for Failed {
    fn from(why: JsValue) -> Self {
        let (name, words) = error(&why);
        match name.as_str() {
            "AbortError" => Self::Left,
            "SecurityError" => Self::TooLate,
            "NotAllowedError" => Self::Refused,
            "NotFoundError" => Self::Gone,
            _ => Self::Other(format!("{name} {words}")),
        }
    }
}

/// A file to which a person lets the page write.
#[derive(Clone, Debug)]
pub(crate) struct Chosen(JsValue);

fn window() -> JsValue {
    web_sys::window().map(JsValue::from).unwrap_or_default()
}

/// Whether files can be chosen here.
pub(crate) fn can_choose() -> bool {
    has(&window(), "showSaveFilePicker")
}

/// Lets the person choose a file to write to. An existing one is empty afterwards.
pub(crate) async fn choose(name: &str, kind: &str, ending: &str) -> Result<Chosen, Failed> {
    let endings = Array::of1(&ending.into());
    let types = object(&[("accept", object(&[(kind, endings.into())]))]);
    let options = object(&[
        ("id", "jieyou-copy".into()),
        ("suggestedName", name.into()),
        ("types", Array::of1(&types).into()),
    ]);
    Ok(Chosen(ask(&window(), "showSaveFilePicker", &[options]).await?))
}

impl Chosen {
    /// The file's name, without its folder.
    pub(crate) fn name(&self) -> String {
        get(&self.0, "name").as_string().unwrap_or_default()
    }

    async fn permission(&self, method: &str) -> bool {
        let mode = object(&[("mode", "readwrite".into())]);
        let answer = ask(&self.0, method, &[mode]).await;
        answer.is_ok_and(|state| state.as_string().is_some_and(|s| s == "granted"))
    }

    /// Whether it may be written without asking.
    pub(crate) async fn is_allowed(&self) -> bool {
        self.permission("queryPermission").await
    }

    /// Asks the person, where the browser has to; only right after a press.
    pub(crate) async fn allow(&self) -> bool {
        self.is_allowed().await || self.permission("requestPermission").await
    }

    /// Writes the whole file. Until it is closed the old content
    /// stands; where that fails it still does.
    pub(crate) async fn write(&self, content: &Blob) -> Result<(), Failed> {
        let writable = ask(&self.0, "createWritable", &[]).await?;
        let written = ask(&writable, "write", &[content.clone().into()]).await;
        if let Err(why) = written {
            drop(ask(&writable, "abort", &[]).await);
            return Err(why.into());
        }
        ask(&writable, "close", &[]).await?;
        Ok(())
    }

    /// Hands over what the disk holds now, part by part.
    pub(crate) async fn read_in_parts(&self, take: &mut dyn FnMut(&[u8])) -> Result<(), Failed> {
        let file: Blob = ask(&self.0, "getFile", &[]).await?.unchecked_into();
        let mut at = 0.0;
        while at < file.size() {
            let part = file.slice_with_f64_and_f64(at, at + PART)?;
            let buffer = ask(&part, "arrayBuffer", &[]).await?;
            take(&Uint8Array::new(&buffer).to_vec());
            at += PART;
        }
        Ok(())
    }

    /// Reads what the disk holds now.
    pub(crate) async fn read(&self) -> Result<Vec<u8>, Failed> {
        let file = ask(&self.0, "getFile", &[]).await?;
        let buffer = ask(&file, "arrayBuffer", &[]).await?;
        Ok(Uint8Array::new(&buffer).to_vec())
    }
}

/// Waits for a request of the database.
async fn answer(request: &JsValue) -> Result<JsValue, JsValue> {
    let promise = Promise::new(&mut |done, failed| {
        drop(Reflect::set(request, &"onsuccess".into(), &done));
        drop(Reflect::set(request, &"onerror".into(), &failed));
    });
    JsFuture::from(promise).await?;
    Ok(get(request, "result"))
}

/// One call to the store, in one transaction.
async fn in_store(method: &str, given: &[JsValue]) -> Result<JsValue, JsValue> {
    let request = call(&get(&window(), "indexedDB"), "open", &[FILES.into(), 1.into()])?;
    let made = request.clone();
    let make = Closure::once_into_js(move || {
        drop(call(&get(&made, "result"), "createObjectStore", &[STORE.into()]));
    });
    Reflect::set(&request, &"onupgradeneeded".into(), &make)?;
    let database = answer(&request).await?;
    let transaction = call(&database, "transaction", &[STORE.into(), "readwrite".into()])?;
    let store = call(&transaction, "objectStore", &[STORE.into()])?;
    let found = answer(&call(&store, method, given)?).await;
    drop(call(&database, "close", &[]));
    found
}

/// The file chosen for a ledger, if one was and the browser still knows it.
pub(crate) async fn recall(ledger: &str) -> Option<Chosen> {
    if !can_choose() {
        return None;
    }
    let found = in_store("get", &[ledger.into()]).await.ok()?;
    found.is_object().then_some(Chosen(found))
}

/// Keeps which file was chosen. One that is not kept is chosen again: harmless.
pub(crate) async fn keep(ledger: &str, file: &Chosen) {
    drop(in_store("put", &[file.0.clone(), ledger.into()]).await);
}

/// Forgets it; the file itself stays as it is. Whether it is forgotten.
pub(crate) async fn forget(ledger: &str) -> bool {
    !can_choose() || in_store("delete", &[ledger.into()]).await.is_ok()
}
