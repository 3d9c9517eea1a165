//! What a person prefers on this computer: language, columns, which ledger; and what is
//! noted of a ledger outside its database (`crate::missed`). Never anything about a matter.
//! What does not read is not there.

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

/// Drops one.
pub(crate) fn drop_one(key: &str) {
    LocalStorage::delete(full(key));
}

/// What stands in front of `ending` in the keys that end so.
pub(crate) fn names(ending: &str) -> Vec<String> {
    let storage = LocalStorage::raw();
    let name = |at| {
        let key = storage.key(at).ok()??;
        Some(key.strip_prefix(&full(""))?.strip_suffix(ending)?.to_owned())
    };
    (0..storage.length().unwrap_or_default()).filter_map(name).collect()
}

/// Drops what is preferred in a ledger that goes, and that it is opened from any path.
pub(crate) fn drop_all(database: &str) {
    let storage = LocalStorage::raw();
    let (ours, of_it) = (full(""), format!("{database}:"));
    let count = storage.length().unwrap_or_default();
    let keys: Vec<String> = (0..count).filter_map(|at| storage.key(at).ok()?).collect();
    for key in keys {
        let Some(name) = key.strip_prefix(&ours) else { continue };
        let opens = || {
            name.starts_with("ledger:")
                && stored::<String>(&storage, name).is_some_and(|opened| opened == database)
        };
        if name.starts_with(&of_it) || opens() {
            drop(storage.remove_item(&key));
        }
    }
}
