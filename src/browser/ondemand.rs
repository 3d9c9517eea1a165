//! The wasm that is loaded when it is first used: sealed copies. The page's own script
//! fetches it, starts a worker and ends it (see `xtask/assets/ondemand-run.js`).

use js_sys::{Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The code where no other is known.
const FAILED: &str = "sealed-copy/failed";

/// Seals bytes with a passphrase; answers once they were opened again and compared.
pub(crate) async fn seal(bytes: &[u8], passphrase: &str) -> Result<Vec<u8>, String> {
    run("seal", bytes, passphrase).await
}

/// Opens what was sealed, or says by a code why not.
pub(crate) async fn open(bytes: &[u8], passphrase: &str) -> Result<Vec<u8>, String> {
    run("open", bytes, passphrase).await
}

#[inline(never)]
async fn run(what: &str, bytes: &[u8], passphrase: &str) -> Result<Vec<u8>, String> {
    let code = |why: JsValue| why.as_string().unwrap_or_else(|| FAILED.to_owned());
    let run = Reflect::get(&js_sys::global(), &"jieyouOndemand".into()).map_err(code)?;
    let run: Function = run.dyn_into().map_err(code)?;
    let bytes = Uint8Array::from(bytes);
    let answer = run.call3(&JsValue::NULL, &what.into(), &bytes, &passphrase.into());
    let promise: Promise = answer.map_err(code)?.dyn_into().map_err(code)?;
    let done: Uint8Array = JsFuture::from(promise).await.map_err(code)?.dyn_into().map_err(code)?;
    Ok(done.to_vec())
}
