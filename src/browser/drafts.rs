//! Texts of forms that were not sent yet, kept on this computer by ledger and form. Never
//! how to reach somebody. A text that cannot be kept costs the text, never the typing.

use gloo_storage::{LocalStorage, Storage as _};

/// In front of every draft of a ledger; the ledger's name ends with a colon, so that no
/// name is the beginning of another.
fn of_ledger(database: &str) -> String {
    format!("jieyou:draft:{database}:")
}

/// Reads what is kept of a form.
pub(crate) fn get(database: &str, form: &str) -> Option<String> {
    LocalStorage::raw().get_item(&(of_ledger(database) + form)).ok()?
}

/// Keeps a text, or drops what was kept. A full storage keeps what it had before.
pub(crate) fn set(database: &str, form: &str, text: Option<&str>) {
    let (storage, key) = (LocalStorage::raw(), of_ledger(database) + form);
    drop(match text {
        Some(text) => storage.set_item(&key, text),
        None => storage.remove_item(&key),
    });
}

/// Moves everything kept of a ledger to another.
pub(crate) fn move_all(from: &str, to: &str) {
    let (storage, start) = (LocalStorage::raw(), of_ledger(from));
    let count = storage.length().unwrap_or_default();
    let keys: Vec<String> = (0..count).filter_map(|at| storage.key(at).ok()?).collect();
    for key in keys {
        let Some(form) = key.strip_prefix(&start) else { continue };
        let text = storage.get_item(&key).ok().flatten();
        // What is moved is gone first: there may be no room for both.
        drop(storage.remove_item(&key));
        set(to, form, text.as_deref());
    }
}

/// Drops everything kept of a ledger.
pub(crate) fn drop_all(database: &str) {
    drop_about(database, "");
}

/// Drops everything kept of forms of a ledger whose address holds `name`.
pub(crate) fn drop_about(database: &str, name: &str) {
    let (storage, start) = (LocalStorage::raw(), of_ledger(database));
    let count = storage.length().unwrap_or_default();
    let keys: Vec<String> = (0..count).filter_map(|at| storage.key(at).ok()?).collect();
    let is_about = |key: &String| key.strip_prefix(&start).is_some_and(|form| form.contains(name));
    for key in keys.iter().filter(|key| is_about(key)) {
        drop(storage.remove_item(key));
    }
}
