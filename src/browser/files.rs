//! Files in and out, and the clipboard.

use jieyou_view::text::frame::NotText;
use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, Event, HtmlAnchorElement, HtmlInputElement, Url};

/// A file that is put together part by part. Each part becomes the browser's own at once,
/// so that a large file never lies in the page's memory.
#[derive(Debug, Default)]
pub(crate) struct Parts(Array);

impl Parts {
    /// Forgets what was added.
    pub(crate) fn clear(&mut self) {
        self.0 = Array::new();
    }

    /// Adds a text at the end.
    pub(crate) fn push(&mut self, text: &str) {
        let part = Array::of1(&JsValue::from_str(text));
        // A browser that makes no file of it takes the text itself as a part.
        let blob = Blob::new_with_str_sequence(&part).map_or_else(|_| part.get(0), JsValue::from);
        self.0.push(&blob);
    }

    /// Adds bytes at the end.
    pub(crate) fn push_bytes(&mut self, bytes: &[u8]) {
        self.0.push(&js_sys::Uint8Array::from(bytes));
    }

    /// All of it, for what needs it in memory.
    pub(crate) async fn bytes(&self) -> Result<Vec<u8>, String> {
        let buffer = self.blob("")?.array_buffer();
        let buffer = JsFuture::from(buffer).await.map_err(|e| format!("{e:?}"))?;
        Ok(js_sys::Uint8Array::new(&buffer).to_vec())
    }

    /// The file.
    pub(crate) fn blob(&self, kind: &str) -> Result<Blob, String> {
        let bag = BlobPropertyBag::new();
        bag.set_type(kind);
        Blob::new_with_blob_sequence_and_options(&self.0, &bag).map_err(|e| format!("{e:?}"))
    }
}

/// Hands a text to the browser as a download under `name`.
///
/// Whether the person kept the file is not known here: say "handed over", not "saved".
pub(crate) fn download(name: &str, kind: &str, text: &str) -> Result<(), String> {
    let mut parts = Parts::default();
    parts.push(text);
    download_parts(name, kind, &parts)
}

/// Like [`download`], of a file that was put together part by part.
pub(crate) fn download_parts(name: &str, kind: &str, parts: &Parts) -> Result<(), String> {
    let say = |e: JsValue| format!("{e:?}");
    let document = web_sys::window().and_then(|w| w.document()).ok_or("document")?;
    let blob = parts.blob(kind)?;
    let url = Url::create_object_url_with_blob(&blob).map_err(say)?;
    let link: HtmlAnchorElement =
        document.create_element("a").map_err(say)?.dyn_into().map_err(|_e| "a".to_owned())?;
    link.set_href(&url);
    link.set_download(name);
    let body = document.body().ok_or("body")?;
    body.append_child(&link).map_err(say)?;
    link.click();
    link.remove();
    // The browser may still be reading: give the address back later.
    super::page::after(60_000, move || drop(Url::revoke_object_url(&url)));
    Ok(())
}

/// A field in which a person chooses a file.
pub(crate) type Field = HtmlInputElement;

/// The file field in which a person just chose.
pub(crate) fn field(event: &Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
}

/// The name of the file chosen in a file field.
pub(crate) fn name(input: &HtmlInputElement) -> String {
    let file = input.files().and_then(|files| files.get(0));
    file.map(|file| file.name()).unwrap_or_default()
}

/// The text of the file chosen in a file field, if one was.
///
/// A file that is not UTF-8 text is an error that says where.
pub(crate) async fn read_chosen(input: HtmlInputElement) -> Option<Result<String, NotText>> {
    let chosen = read_bytes(input).await?.map_err(NotText::Unread);
    Some(chosen.and_then(|chosen| text(chosen.bytes)))
}

/// A file that was chosen.
pub(crate) struct Chosen {
    /// What is in it.
    pub(crate) bytes: Vec<u8>,
    /// Whether it is a sealed copy, by its name or by how it begins.
    pub(crate) is_sealed: bool,
}

/// The file chosen in a file field, if one was.
pub(crate) async fn read_bytes(input: HtmlInputElement) -> Option<Result<Chosen, String>> {
    let file = input.files()?.get(0)?;
    let read = JsFuture::from(file.array_buffer()).await;
    let chosen = read.map_err(|e| format!("{e:?}")).map(|buffer| {
        let bytes = js_sys::Uint8Array::new(&buffer).to_vec();
        let begins = |start: &[u8]| bytes.starts_with(start);
        let is_sealed = file.name().ends_with(".age")
            || begins(b"age-encryption.org/")
            || begins(b"-----BEGIN AGE");
        Chosen { bytes, is_sealed }
    });
    // The same file may be chosen again.
    input.set_value("");
    Some(chosen)
}

/// Bytes as text; what is not UTF-8 is an error that says in which line.
pub(crate) fn text(bytes: Vec<u8>) -> Result<String, NotText> {
    String::from_utf8(bytes).map_err(|e| {
        let good = &e.as_bytes()[..e.utf8_error().valid_up_to()];
        NotText::Line(good.iter().filter(|byte| **byte == b'\n').count() + 1)
    })
}

/// Puts a text on the clipboard; falls back to the old way where the new one is refused
/// (plain http, old browsers).
pub(crate) async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    let clipboard = js_sys::Reflect::get(&window.navigator(), &"clipboard".into())
        .unwrap_or(JsValue::UNDEFINED);
    if let Ok(write) = js_sys::Reflect::get(&clipboard, &"writeText".into())
        && let Ok(write) = write.dyn_into::<js_sys::Function>()
        && let Ok(promise) = write.call1(&clipboard, &text.into())
        && let Ok(promise) = promise.dyn_into::<Promise>()
        && JsFuture::from(promise).await.is_ok()
    {
        return true;
    }
    copy_by_selection(text).unwrap_or(false)
}

/// The old way, which waits for nothing.
pub(super) fn copy_by_selection(text: &str) -> Option<bool> {
    let document = web_sys::window()?.document()?;
    let area: web_sys::HtmlTextAreaElement =
        document.create_element("textarea").ok()?.dyn_into().ok()?;
    area.set_value(text);
    document.body()?.append_child(&area).ok()?;
    area.select();
    let exec = js_sys::Reflect::get(&document, &"execCommand".into()).ok()?;
    let exec: js_sys::Function = exec.dyn_into().ok()?;
    let done = exec.call1(&document, &"copy".into()).is_ok_and(|v| v.is_truthy());
    area.remove();
    Some(done)
}
