//! Where a matter stands, as a word.

use serde::{Deserialize, Serialize};

/// Where a matter stands, in the order of its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// 待办: registered, nothing accepted or mediated yet.
    Open,
    /// 办理中: accepted.
    Handling,
    /// 调解中
    Mediating,
    /// 履行中: agreed, something still to be performed.
    Performing,
    /// 已答复: every claim answered and delivered; settling is still open.
    Answered,
    /// 待签收: handed up to this unit, not signed for yet.
    ToSign,
    /// 已上报: handed up, an answer is awaited.
    HandedUp,
    /// 已反馈: the result came back; the citizen is to be told.
    FedBack,
    /// 化解·观察
    Observing,
    /// 办结: handled and told.
    Done,
    /// 依法办结
    LawfullyClosed,
    /// 转入法定途径
    LegalRoute,
    /// 已撤回
    Withdrawn,
    /// 已并案
    Joined,
    /// 已退回: returned to the unit that handed it up.
    Returned,
    /// 已销号
    Delisted,
}

crate::reads! { enum Stage {
    Open = "open",
    Handling = "handling",
    Mediating = "mediating",
    Performing = "performing",
    Answered = "answered",
    ToSign = "to_sign",
    HandedUp = "handed_up",
    FedBack = "fed_back",
    Observing = "observing",
    Done = "done",
    LawfullyClosed = "lawfully_closed",
    LegalRoute = "legal_route",
    Withdrawn = "withdrawn",
    Joined = "joined",
    Returned = "returned",
    Delisted = "delisted",
} }

impl Stage {
    /// Every stage, in order.
    pub const ALL: [Self; 16] = [
        Self::Open,
        Self::Handling,
        Self::Mediating,
        Self::Performing,
        Self::Answered,
        Self::ToSign,
        Self::HandedUp,
        Self::FedBack,
        Self::Observing,
        Self::Done,
        Self::LawfullyClosed,
        Self::LegalRoute,
        Self::Withdrawn,
        Self::Joined,
        Self::Returned,
        Self::Delisted,
    ];

    /// The stage's code in addresses and exports.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Handling => "handling",
            Self::Mediating => "mediating",
            Self::Performing => "performing",
            Self::Answered => "answered",
            Self::ToSign => "to_sign",
            Self::HandedUp => "handed_up",
            Self::FedBack => "fed_back",
            Self::Observing => "observing",
            Self::Done => "done",
            Self::LawfullyClosed => "lawfully_closed",
            Self::LegalRoute => "legal_route",
            Self::Withdrawn => "withdrawn",
            Self::Joined => "joined",
            Self::Returned => "returned",
            Self::Delisted => "delisted",
        }
    }
}
