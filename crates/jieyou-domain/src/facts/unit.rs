//! The unit that keeps the ledger, its places and its posts.

use super::words::UnitKind;
use crate::compact::Map;
use serde::{Deserialize, Serialize};

/// The unit's profile. What the slip needs to say stands here (practice P1-14).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitProfile {
    /// What the unit is.
    pub kind: UnitKind,
    /// Its name.
    pub name: String,
    /// The code in front of its matters' numbers, e.g. `CJ`.
    pub code: String,
    /// Where and when people are received.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reception: String,
    /// The body that reviews this unit's opinions (复查机关).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub review_body: String,
    /// The body that rechecks (复核机关).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub recheck_body: String,
    /// The telephone at which progress is asked about.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub phone: String,
    /// Who else helps near by, one a line: labour inspection, court, land arbitration.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub help: String,
    /// Where people go with a right of their own: name, address and telephone by the code
    /// that rules use (`court`, `labour`, …).
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub addresses: Map<String, String>,
    /// The unit to which a village hands up what it cannot do.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub upper: String,
}

/// A place below the unit: village, group, hamlet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The official 12-digit code where there is one, else a random id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Whether it is still offered in forms.
    #[serde(default = "yes", skip_serializing_if = "is_true")]
    pub open: bool,
}

/// A post: a public function, never a person's account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Post {
    /// A random id.
    pub id: String,
    /// Its name, e.g. 综治专干.
    pub name: String,
    /// Whether it is still offered in forms.
    #[serde(default = "yes", skip_serializing_if = "is_true")]
    pub open: bool,
}

fn yes() -> bool {
    true
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature serde asks for")]
fn is_true(value: &bool) -> bool {
    *value
}

/// Who wrote an entry: post and unit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct By {
    /// The post's name; empty when the unit has not said.
    pub post: String,
    /// The unit's name.
    pub unit: String,
}
