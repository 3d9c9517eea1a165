//! What a person prefers on this computer: language, columns, which ledger. Never
//! anything about a matter. A preference that does not read is no preference.

use gloo_storage::{LocalStorage, SessionStorage, Storage as _};
use jieyou_domain::json::{Read, read};
use serde::Serialize;

/// Every key of ours starts so: other local files share the storage in Chromium.
fn full(key: &str) -> String {
    format!("jieyou:{key}")
}

/// Reads a preference of this computer.
pub(crate) fn get<T: Read>(key: &str) -> Option<T> {
    stored(&LocalStorage::raw(), key)
}

fn stored<T: Read>(storage: &web_sys::Storage, key: &str) -> Option<T> {
    read(&storage.get_item(&full(key)).ok()??).ok()
}

/// Writes one. A full or forbidden storage loses a preference, never data.
pub(crate) fn set<T: Serialize>(key: &str, value: &T) {
    drop(LocalStorage::set(full(key), serde_json::to_value(value).unwrap_or_default()));
}

/// Reads a text of this tab.
pub(crate) fn tab(key: &str) -> Option<String> {
    stored(&SessionStorage::raw(), key)
}

/// Writes one, or removes it.
pub(crate) fn set_tab(key: &str, value: Option<&str>) {
    match value {
        Some(value) => drop(SessionStorage::set(full(key), value)),
        None => SessionStorage::delete(full(key)),
    }
}
