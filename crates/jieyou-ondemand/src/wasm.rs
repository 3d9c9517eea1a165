//! What the page's script calls. An error is its stable code.

use crate::Refused;
use wasm_bindgen::prelude::*;

/// Seals bytes with a passphrase; opened again before it is given out.
///
/// # Errors
///
/// Throws the code.
#[wasm_bindgen]
pub fn seal(bytes: &[u8], passphrase: &str) -> Result<Vec<u8>, JsValue> {
    crate::seal(bytes, passphrase).map_err(thrown)
}

/// Opens what was sealed.
///
/// # Errors
///
/// Throws the code.
#[wasm_bindgen]
pub fn open(bytes: &[u8], passphrase: &str) -> Result<Vec<u8>, JsValue> {
    crate::open(bytes, passphrase).map_err(thrown)
}

fn thrown(refused: Refused) -> JsValue {
    JsValue::from_str(refused.code())
}
