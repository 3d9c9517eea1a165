//! The acts on a matter and the reasons against them, as words.

/// An act on a matter, as a button names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Action {
    /// 登记联系、走访、会商等办理情况
    Act,
    /// 紧急报告
    Report,
    /// 分类、办理途径
    Classify,
    /// 告知
    Notify,
    /// 提出异议
    Object,
    /// 受理
    Accept,
    /// 落实责任
    SetDuty,
    /// 制定方案
    Plan,
    /// 调解
    Mediate,
    /// 达成协议
    Agree,
    /// 登记履行情况
    CheckPerformance,
    /// 答复
    Reply,
    /// 送达
    Deliver,
    /// 延期
    Extend,
    /// 申请复查
    AskReview,
    /// 复查意见
    AnswerReview,
    /// 申请复核
    AskRecheck,
    /// 复核听证
    Hearing,
    /// 复核意见
    AnswerRecheck,
    /// 上报
    HandUp,
    /// 当场办结
    HandleAtOnce,
    /// 化解
    Resolve,
    /// 回访
    FollowUp,
    /// 恢复办理
    Reopen,
    /// 调整清单
    SetTier,
}

impl Action {
    /// Every action, in the order of a matter's life.
    pub const ALL: [Self; 25] = [
        Self::Report,
        Self::Classify,
        Self::Act,
        Self::HandleAtOnce,
        Self::Notify,
        Self::Object,
        Self::Accept,
        Self::SetDuty,
        Self::Plan,
        Self::Mediate,
        Self::Agree,
        Self::CheckPerformance,
        Self::Reply,
        Self::Deliver,
        Self::Extend,
        Self::AskReview,
        Self::AnswerReview,
        Self::AskRecheck,
        Self::Hearing,
        Self::AnswerRecheck,
        Self::HandUp,
        Self::Resolve,
        Self::FollowUp,
        Self::Reopen,
        Self::SetTier,
    ];

    /// The action's code in addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Act => "act",
            Self::Report => "report",
            Self::Classify => "classify",
            Self::Notify => "notify",
            Self::Object => "object",
            Self::Accept => "accept",
            Self::SetDuty => "set-duty",
            Self::Plan => "plan",
            Self::Mediate => "mediate",
            Self::Agree => "agree",
            Self::CheckPerformance => "check-performance",
            Self::Reply => "reply",
            Self::Deliver => "deliver",
            Self::Extend => "extend",
            Self::AskReview => "ask-review",
            Self::AnswerReview => "answer-review",
            Self::AskRecheck => "ask-recheck",
            Self::Hearing => "hearing",
            Self::AnswerRecheck => "answer-recheck",
            Self::HandUp => "hand-up",
            Self::HandleAtOnce => "handle-at-once",
            Self::Resolve => "resolve",
            Self::FollowUp => "follow-up",
            Self::Reopen => "reopen",
            Self::SetTier => "set-tier",
        }
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|a| a.code() == code)
    }
}

/// Why an action is not possible now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WhyNot {
    /// A village mediates, reports and hands up; it has no such step.
    NotAVillageStep,
    /// Only for petitions.
    OnlyPetitions,
    /// Only for 申诉求决.
    OnlyAppeals,
    /// Only a village hands up.
    OnlyVillages,
    /// Only for matters transferred or assigned by a superior.
    OnlyTransferred,
    /// No danger was recorded.
    NoDanger,
    /// Already done.
    AlreadyDone,
    /// Choose the route of the claims first.
    RouteFirst,
    /// Not accepted yet.
    NotAccepted,
    /// Not every claim is answered.
    NotAllReplied,
    /// Not answered yet.
    NotReplied,
    /// The answer is not delivered yet.
    NotDelivered,
    /// No review was asked for.
    NoReview,
    /// The review is not answered.
    ReviewOpen,
    /// No recheck was asked for.
    NoRecheck,
    /// The sixty days are over.
    SixtyDaysOver,
    /// A party refused mediation.
    MediationRefused,
    /// A promise is still open.
    PromisesOpen,
    /// Nothing was promised, or all of it is settled.
    NoPromises,
    /// Neither answered and delivered nor agreed.
    NothingSettled,
    /// The matter is settled or done.
    Settled,
    /// The matter is not settled or done.
    NotSettled,
    /// A claim against the collective or the committee: the village may not handle it.
    VillageMayNotHandle,
    /// The matter is on no list.
    OnNoList,
}
