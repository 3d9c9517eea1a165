//! Grounds: which rights may run out beside a matter, why they are proposed, and which
//! days a person has to know to count them. Nothing is assumed from silence.

use super::{When, Words};
use serde::{Deserialize, Serialize};

/// How a day of a ground is answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AskKind {
    /// One day.
    #[default]
    Day,
    /// One day, which may lie ahead: the last day of what was promised or ordered.
    By,
    /// A first and a last day; the last is kept under `<key>_to`.
    Span,
    /// Yes, or nothing.
    Yes,
}

/// A day that a clock of the ground hangs on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ask {
    /// Its name within the ground.
    pub key: String,
    /// How it is answered.
    #[serde(default)]
    pub kind: AskKind,
    /// The question, as it is put across a table.
    pub words: Words,
    /// What the law means by it.
    #[serde(default)]
    pub hint: Words,
    /// The question of the registration that may have answered it.
    #[serde(default)]
    pub from: String,
}

/// When a ground is proposed, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proposal {
    /// For which matters.
    pub when: When,
    /// Why, in plain words.
    pub why: Words,
}

/// A reason for which rights may run out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ground {
    /// Never reused.
    pub id: String,
    /// Its name.
    pub name: Words,
    /// When it is proposed; one suffices.
    #[serde(default)]
    pub propose: Vec<Proposal>,
    /// The days it asks for.
    pub asks: Vec<Ask>,
}

impl Ground {
    /// Whether a name of a day belongs to it: one that is asked, or the end of a span.
    pub fn knows(&self, key: &str) -> bool {
        self.asks.iter().any(|ask| {
            let rest = key.strip_prefix(ask.key.as_str());
            rest == Some("") || ask.kind == AskKind::Span && rest == Some("_to")
        })
    }
}
