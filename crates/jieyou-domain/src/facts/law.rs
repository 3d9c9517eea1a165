//! What law asks to know about a matter: the days from which rights run out, and by
//! which procedure it is handled.

use super::words::{SimpleGround, Told};
use crate::compact::Map;
use serde::{Deserialize, Serialize};

/// A ground confirmed or ruled out: which right may run out, and since when.
///
/// The days may lie before the matter was received; the entry's `on` is the day it was
/// written down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RightNoted {
    /// The ground, by its id in the pack.
    pub ground: String,
    /// Whether it does not apply.
    #[serde(default)]
    pub ruled_out: bool,
    /// Days by their name in the ground: an ISO date, or `yes` for what has no day. The
    /// last day of a span stands under `<name>_to`.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub days: Map<String, String>,
    /// How the citizen was told of the right and its day; absent while not told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told: Option<Told>,
    /// Proof of the days: paper, receipt, where it lies; or why it does not apply.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// Taken into the simplified procedure (简易办理) or out of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProcedureSet {
    /// Whether it is handled by the simplified procedure from now on.
    pub simple: bool,
    /// Why it qualifies; absent when it is taken out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ground: Option<SimpleGround>,
    /// In words; needed when it is taken out.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
}

/// An overlay of rules taken off again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackDropped {
    /// The pack's id.
    pub id: String,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
}
