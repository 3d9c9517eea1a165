//! What people find out and decide about a matter: facts, verdicts, a second look.

use crate::compact::Map;
use serde::{Deserialize, Serialize};

/// Deciding facts found out after registration, or found to be otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactsNoted {
    /// Which claim, counted from 0; absent for what concerns the whole matter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claim: Option<u16>,
    /// Answers by question id; an empty one is not known any more.
    pub answers: Map<String, String>,
    /// How it is known: who said it, which paper.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// A person decided otherwise than a decision table, or confirmed it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judged {
    /// Which table of the pack.
    pub table: String,
    /// Which claim, counted from 0, for a table that decides each claim.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claim: Option<u16>,
    /// The answer; empty: the table decides again.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub answer: String,
    /// Why.
    pub why: String,
    /// The post that decided.
    pub post: String,
}

/// What was found before, and what is found now.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Second {
    /// Before.
    pub old: String,
    /// Now: a gap, an opening, a part that is reasonable.
    pub new: String,
}

/// Looked at anew (三不限三重新): not bound by what was found, opined or said before.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reexamined {
    /// 不限原调查结论 → 重新研究案情，找差距
    pub findings: Second,
    /// 不限原处理意见 → 重新调查核实，找突破口
    pub opinion: Second,
    /// 不限原领导表态 → 重新听取诉求，找合理成份
    pub stance: Second,
    /// The post that looked.
    pub post: String,
}
