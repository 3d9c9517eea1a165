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
    /// 转入法定途径
    Refer,
    /// 登记法定途径的结果
    EndRoute,
    /// 转送、交办
    Forward,
    /// 登记对方答复
    TakeAnswer,
    /// 约日子
    Appoint,
    /// 帮扶救助转介
    ReferSupport,
    /// 说明办不了
    SayCannot,
    /// 外部编号
    NoteOutside,
    /// 关联
    Link,
    /// 分案
    Split,
    /// 并案
    Join,
    /// 补充查明的情况
    NoteFacts,
    /// 人工认定
    Judge,
    /// 三不限三重新
    Reexamine,
    /// 登记权利期限
    NoteRight,
    /// 简易办理、转普通程序
    SetProcedure,
    /// 签收
    SignFor,
    /// 退回
    Return,
    /// 催办
    Urge,
    /// 反馈
    FeedBack,
    /// 把反馈告知反映人
    PassOn,
    /// 撤回
    Withdraw,
    /// 依法办结
    CloseLawfully,
    /// 申请销号
    AskDelist,
    /// 不予销号
    RefuseDelist,
    /// 核准销号
    Delist,
}

impl Action {
    /// Every action, in the order of a matter's life.
    pub const ALL: [Self; 51] = [
        Self::SignFor,
        Self::Return,
        Self::Report,
        Self::Classify,
        Self::NoteFacts,
        Self::Judge,
        Self::Reexamine,
        Self::Act,
        Self::Appoint,
        Self::HandleAtOnce,
        Self::Notify,
        Self::Object,
        Self::Accept,
        Self::SetProcedure,
        Self::NoteRight,
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
        Self::Urge,
        Self::PassOn,
        Self::FeedBack,
        Self::Forward,
        Self::TakeAnswer,
        Self::Refer,
        Self::EndRoute,
        Self::Resolve,
        Self::FollowUp,
        Self::SayCannot,
        Self::AskDelist,
        Self::RefuseDelist,
        Self::Delist,
        Self::CloseLawfully,
        Self::Withdraw,
        Self::Reopen,
        Self::SetTier,
        Self::ReferSupport,
        Self::Split,
        Self::Join,
        Self::Link,
        Self::NoteOutside,
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
            Self::Refer => "refer",
            Self::EndRoute => "end-route",
            Self::Forward => "forward",
            Self::TakeAnswer => "take-answer",
            Self::Appoint => "appoint",
            Self::ReferSupport => "refer-support",
            Self::SayCannot => "say-cannot",
            Self::NoteOutside => "note-outside",
            Self::Link => "link",
            Self::Split => "split",
            Self::Join => "join",
            Self::NoteFacts => "note-facts",
            Self::Judge => "judge",
            Self::Reexamine => "reexamine",
            Self::NoteRight => "note-right",
            Self::SetProcedure => "set-procedure",
            Self::SignFor => "sign-for",
            Self::Return => "return",
            Self::Urge => "urge",
            Self::FeedBack => "feed-back",
            Self::PassOn => "pass-on",
            Self::Withdraw => "withdraw",
            Self::CloseLawfully => "close-lawfully",
            Self::AskDelist => "ask-delist",
            Self::RefuseDelist => "refuse-delist",
            Self::Delist => "delist",
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
    /// Handed up to this unit; sign for it or return it first.
    SignFirst,
    /// Not handed up to this unit.
    NotHandedToUs,
    /// Nothing is waited for.
    NothingToUrge,
    /// No result came back that is still to be told.
    NothingToPassOn,
    /// The other unit wrote it; only that unit corrects it.
    NotOurs,
    /// 31(六): the citizen must be heard first.
    HearFirst,
    /// Recorded by number only: nothing of it is written here.
    ByNumberOnly,
    /// No claim is on a statutory route.
    NoRoute,
    /// The claim is not worked on here any more.
    ClaimGone,
    /// Sent on and not answered yet.
    NotForwarded,
    /// Remedies are still open to the citizen.
    RemediesOpen,
    /// Only what is resolved and observed is delisted.
    NotObserved,
    /// The observation is not over.
    StillObserving,
    /// Delisting was not applied for.
    NotAsked,
    /// The post that applied does not decide.
    SamePost,
    /// Only with the citizen's consent.
    ConsentFirst,
    /// The citizen is told that the matter may be brought again.
    TellMayReturn,
    /// A direct interest: another post takes it (条例 28③).
    Interest,
    /// At least one claim stays.
    LastClaim,
    /// There is no such other matter, or it is this one.
    NoOtherMatter,
    /// This office owes no such thing now.
    NothingOwed,
    /// A claim was refused and nothing agreed: that is no resolution.
    NotAgreed,
    /// The simplified procedure is for matters brought for the first time.
    OnlyFirst,
    /// Not for what goes one of the routes (一) to (五) of 条例 31.
    OnlyOrdinaryRoute,
    /// Not for what a superior assigned.
    NotAssigned,
    /// Not for what concerns several responsible bodies.
    SeveralBodies,
    /// It is handled by that procedure already.
    SameProcedure,
}
