//! What most visits do not need, as a wasm of its own that is loaded when it is first used:
//! sealed copies (加封副本).
//!
//! Knows bytes and passphrases, nothing of the ledger, and keeps neither. It must never be
//! needed to open the app.

mod sealed_copy;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

pub use sealed_copy::{MOST_WORK, Refused, WORK, open, seal};
