//! The seal of a list and the tag of a stage: word and drawing state together.

use super::{Lang, both, words};
use jieyou_domain::classify::TierAnswer;
use jieyou_domain::facts::Tier;
use jieyou_domain::ledger::Stage;

/// The seal of a list: `data-tier`, number and name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SealView {
    /// `1`, `2`, `3` or `none`.
    pub tier: &'static str,
    /// `三级`; empty when on no list.
    pub number: &'static str,
    /// `重点管理`, or 「不列清单」.
    pub name: &'static str,
}

impl SealView {
    /// Number and name in one line: `三级·重点管理`.
    pub fn line(&self, lang: Lang) -> String {
        if self.number.is_empty() {
            self.name.to_owned()
        } else {
            format!("{}{}{}", self.number, lang.pick("·", ", "), self.name)
        }
    }
}

/// The seal of an answer.
pub fn seal(answer: &TierAnswer, lang: Lang) -> SealView {
    answer.tier().map_or(no_list(lang), |tier| seal_of(tier, lang))
}

/// The seal of what stands on no list.
pub fn no_list(lang: Lang) -> SealView {
    SealView { tier: "none", number: "", name: both!("不列清单", "On no list").to(lang) }
}

/// The seal of a list.
pub fn seal_of(tier: Tier, lang: Lang) -> SealView {
    let line = words::tier(tier, lang);
    let (number, name) = line.split_once(lang.pick("·", ", ")).unwrap_or((line, ""));
    SealView { tier: tier.code(), number, name }
}

/// A word in a frame, with its `data-state`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TagView {
    /// The word.
    pub word: &'static str,
    /// `data-state`.
    pub state: &'static str,
}

/// Where a matter stands.
pub fn stage(stage: Stage, lang: Lang) -> TagView {
    let state = match stage {
        Stage::Open | Stage::Handling | Stage::Mediating | Stage::Performing => "running",
        Stage::ToSign | Stage::FedBack => "soon",
        Stage::HandedUp | Stage::LegalRoute => "waiting",
        Stage::Answered
        | Stage::Observing
        | Stage::Done
        | Stage::LawfullyClosed
        | Stage::Withdrawn
        | Stage::Joined
        | Stage::Returned
        | Stage::Delisted => "met",
    };
    TagView { word: words::stage(stage, lang), state }
}
