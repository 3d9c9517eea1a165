//! The payloads of a matter's way between two units: handed up, signed for, returned,
//! urged, fed back, told to the citizen.

use super::life_words::*;
use super::words::Told;
use serde::{Deserialize, Serialize};

/// Signed for by the unit it was handed up to (签收).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedFor {
    /// The number it has there.
    pub number: String,
    /// The place, by that unit's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
}

/// Returned to the unit that handed it up (退回).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Returned {
    /// Why, and what should be done instead.
    pub why: String,
}

/// Urged (催办): an answer that is waited for was asked for again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Urged {
    /// Whom.
    pub to: String,
    /// What was said.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
}

/// Fed back to the unit that handed it up (反馈).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FedBack {
    /// Progress or the result.
    pub kind: FeedbackKind,
    /// What is to be told to the citizen.
    pub text: String,
}

/// The feedback was told to the citizen by the unit that handed up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PassedOn {
    /// What was told.
    pub text: String,
    /// How.
    pub told: Told,
}

/// The contact was handed to another unit (practice P1-9).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactHanded {
    /// To which unit.
    pub to: String,
    /// What for.
    pub purpose: String,
}
