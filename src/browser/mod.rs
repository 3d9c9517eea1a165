//! The only folder that names the browser: its clock, storage, files, tabs, focus.
//!
//! Used by `session`, `boot` and `app` only. Nothing here knows the ledger's rules.

#![expect(clippy::disallowed_methods, reason = "this is the one place that may")]

pub(crate) mod chosen;
pub(crate) mod clock;
pub(crate) mod crash;
pub(crate) mod curtain;
pub(crate) mod data;
pub(crate) mod drafts;
pub(crate) mod files;
mod js;
pub(crate) mod ondemand;
pub(crate) mod opening;
pub(crate) mod page;
pub(crate) mod preferences;
pub(crate) mod random;
pub(crate) mod storage;
pub(crate) mod tabs;
pub(crate) mod task;
