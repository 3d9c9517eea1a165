//! The payloads of a matter's later life: splitting, statutory routes, endings, delisting.

use super::life_words::*;
use super::words::{Route, Told};
use crate::ids::Id;
use crate::time::Date;
use serde::{Deserialize, Serialize};

/// Some claims made a matter of their own (分案). Written on the old matter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Split {
    /// Which claims, counted from 0.
    pub claims: Vec<u16>,
    /// The new matter.
    pub into: Id,
    /// Its number, for people.
    pub number: String,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
}

/// The matter goes on in another one (并案). Written on the one that ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Joined {
    /// The matter that goes on.
    pub into: Id,
    /// Its number, for people.
    pub number: String,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
}

/// Another matter belongs to this one (关联). Written on both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Linked {
    /// The other matter.
    pub other: Id,
    /// Its number, for people.
    pub number: String,
    /// How they belong together.
    pub how: LinkKind,
    /// In words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// Sent on to another body, down or sideways (转送、交办).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Forwarded {
    /// Transferred or assigned.
    pub how: Forwarding,
    /// To which body.
    pub to: String,
    /// Its document number.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub doc: String,
    /// The day by which an answer is wanted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub feedback_by: Option<Date>,
}

/// The answer of the body it was sent to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerCame {
    /// From which body.
    pub from: String,
    /// What it says.
    pub text: String,
}

/// A claim goes a statutory route (转入法定途径). The citizen was told where and how.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Referred {
    /// Which claim, counted from 0.
    #[serde(default)]
    pub claim: u16,
    /// Which route.
    pub way: LegalWay,
    /// The body that decides there.
    pub body: String,
    /// How the citizen was told.
    pub told: Told,
    /// Number of the notice, receipt; where the paper lies.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub proof: String,
    /// The item of article 31, where the way does not tell it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub route: Option<Route>,
    /// Why, where that is not what was proposed or decided.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
    /// The post that decided so.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub post: String,
}

impl Referred {
    /// The item of article 31 that the claim goes; not known of another way that nobody
    /// named the item of.
    pub fn item(&self) -> Option<Route> {
        self.way.route().or(self.route)
    }
}

/// What came of the statutory route of a claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RouteEnded {
    /// Which claim, counted from 0.
    #[serde(default)]
    pub claim: u16,
    /// What came of it.
    pub result: RouteResult,
    /// In a sentence: document, day, what is owed.
    pub text: String,
}

/// Withdrawn by the citizen, in the citizen's own words (撤回).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawn {
    /// Which claim, counted from 0; absent for the whole matter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claim: Option<u16>,
    /// The citizen's own words.
    pub words: String,
    /// Who was present, as posts.
    pub present: String,
    /// Whether the citizen was told that the matter may be brought again.
    pub told_may_return: bool,
}

/// Closed without the citizen's agreement, all remedies used or their days over (依法办结).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LawfullyClosed {
    /// Why that is possible.
    pub ground: CloseGround,
    /// What was decided last, and what stays owed.
    pub text: String,
    /// How the citizen was told.
    pub told: Told,
    /// Whether the citizen agrees to be asked once a half-year whether help is needed.
    #[serde(default)]
    pub visits: bool,
}

/// Referred for support (帮扶救助转介), with the citizen's consent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupportReferred {
    /// To which organ.
    pub to: String,
    /// What help.
    pub need: Need,
    /// Whether the citizen agreed; needed.
    pub consent: bool,
    /// In words, nothing about health.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// Delisting applied for (申请销号).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DelistAsked {
    /// The post that applies.
    pub post: String,
    /// The evidence: what, date, pages, where the paper lies.
    pub evidence: String,
}

/// Delisting refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DelistRefused {
    /// The post that decided; not the applicant's.
    pub post: String,
    /// Why.
    pub why: String,
}

/// Delisting approved (核准销号): taken off the book.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delisted {
    /// The post that approved; not the applicant's.
    pub post: String,
    /// In words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// An appointment. The entry's `on` is the day it was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appointed {
    /// What for.
    pub what: MeetingKind,
    /// The day it is for.
    pub day: Date,
    /// The time of day, as written: `9:30`; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub time: String,
    /// Where.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// Who takes part, as posts and roles.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub who: String,
}

/// Said why a duty of the office cannot be done (办不了，因为…). It is no work on the
/// matter and meets nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hindered {
    /// The rule of the duty.
    pub rule: String,
    /// Which of several under the rule: a promise's key; empty where there is one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub key: String,
    /// What is in the way.
    pub cause: Hindrance,
    /// In words.
    pub why: String,
    /// The day by which it will be done or looked at again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub again_by: Option<Date>,
    /// The post that says so.
    pub post: String,
}

/// A number in another system, or that none is needed (「已录入/不需要」).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutsideNoted {
    /// Which system.
    pub system: OutsideSystem,
    /// Entered there, not needed, or still to be done.
    pub mark: OutsideMark,
    /// The number there.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub number: String,
}
