//! What may be done to a matter now, and for what may not, why not.
//!
//! The same checks stand behind the buttons and behind [`super::decide`].

use super::matter::Matter;
use super::state::{Stage, State, Trigger};
use crate::facts::{Class, Kind, MediationResult, UnitKind};

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

/// What the checks read besides the matter.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    /// What the unit is.
    pub unit: UnitKind,
    /// What the matter is.
    pub kind: Kind,
}

/// Says whether `action` is possible.
///
/// # Errors
///
/// Returns the first thing in the way, the weightiest first.
pub fn allowed(action: Action, matter: &Matter, frame: Frame) -> Result<(), WhyNot> {
    let state = &matter.state;
    let settled = matter.stage() >= Stage::Observing;
    let no_if = |wrong: bool, why: WhyNot| if wrong { Err(why) } else { Ok(()) };
    let petition_step = || {
        no_if(frame.unit == UnitKind::Village, WhyNot::NotAVillageStep)?;
        no_if(frame.kind != Kind::Petition, WhyNot::OnlyPetitions)
    };
    let has = |t: Trigger| state.has(t);
    match action {
        Action::FollowUp => no_if(!settled, WhyNot::NotSettled),
        Action::Reopen => no_if(!settled, WhyNot::NotSettled),
        Action::Act | Action::Classify => no_if(settled, WhyNot::Settled),
        // After a settlement nothing but the above, and the citizen's own remedies.
        _ if settled && !is_remedy(action) => Err(WhyNot::Settled),
        Action::Report => {
            no_if(!has(Trigger::Danger), WhyNot::NoDanger)?;
            no_if(has(Trigger::Reported), WhyNot::AlreadyDone)
        }
        Action::Notify => {
            petition_step()?;
            no_if(has(Trigger::Notified), WhyNot::AlreadyDone)
        }
        Action::Object => {
            petition_step()?;
            no_if(!is_transferred(state), WhyNot::OnlyTransferred)?;
            no_if(has(Trigger::Objected) || has(Trigger::Accepted), WhyNot::AlreadyDone)
        }
        Action::Accept => {
            petition_step()?;
            no_if(!is_appeal(state), WhyNot::OnlyAppeals)?;
            no_if(has(Trigger::Accepted), WhyNot::AlreadyDone)?;
            no_if(state.claims.iter().all(|c| c.route.is_none()), WhyNot::RouteFirst)
        }
        Action::SetDuty | Action::Plan => Ok(()),
        Action::Mediate | Action::Agree => mediate(action, state, frame),
        Action::CheckPerformance => {
            no_if(state.open_promises().next().is_none(), WhyNot::NoPromises)
        }
        Action::Reply => {
            petition_step()?;
            no_if(is_appeal(state) && !has(Trigger::Accepted), WhyNot::NotAccepted)?;
            no_if(state.all_replied(), WhyNot::AlreadyDone)
        }
        Action::Deliver => {
            petition_step()?;
            no_if(!has(Trigger::Replied), WhyNot::NotReplied)?;
            no_if(!state.all_replied(), WhyNot::NotAllReplied)?;
            let review_answer = has(Trigger::ReviewAnswered) && !has(Trigger::ReviewDelivered);
            no_if(has(Trigger::Delivered) && !review_answer, WhyNot::AlreadyDone)
        }
        Action::Extend => {
            petition_step()?;
            no_if(!has(Trigger::Accepted), WhyNot::NotAccepted)?;
            no_if(has(Trigger::Extended) || state.all_replied(), WhyNot::AlreadyDone)
        }
        Action::AskReview => {
            petition_step()?;
            no_if(!has(Trigger::Delivered), WhyNot::NotDelivered)?;
            no_if(has(Trigger::ReviewAsked), WhyNot::AlreadyDone)
        }
        Action::AnswerReview => {
            petition_step()?;
            no_if(!has(Trigger::ReviewAsked), WhyNot::NoReview)?;
            no_if(has(Trigger::ReviewAnswered), WhyNot::AlreadyDone)
        }
        Action::AskRecheck => {
            petition_step()?;
            no_if(!has(Trigger::ReviewAsked), WhyNot::NoReview)?;
            no_if(!has(Trigger::ReviewDelivered), WhyNot::ReviewOpen)?;
            no_if(has(Trigger::RecheckAsked), WhyNot::AlreadyDone)
        }
        Action::Hearing | Action::AnswerRecheck => {
            petition_step()?;
            no_if(!has(Trigger::RecheckAsked), WhyNot::NoRecheck)?;
            no_if(has(Trigger::RecheckAnswered), WhyNot::AlreadyDone)
        }
        Action::HandUp => {
            no_if(frame.unit != UnitKind::Village, WhyNot::OnlyVillages)?;
            no_if(state.handed_up_on.is_some(), WhyNot::AlreadyDone)
        }
        Action::HandleAtOnce => {
            no_if(may_not_handle(state, frame), WhyNot::VillageMayNotHandle)?;
            no_if(has(Trigger::Accepted) || !state.agreements.is_empty(), WhyNot::AlreadyDone)
        }
        Action::Resolve => resolve(state, frame),
        Action::SetTier => Ok(()),
    }
}

/// Every action with its answer, in the order of a matter's life.
pub fn actions(matter: &Matter, frame: Frame) -> Vec<(Action, Result<(), WhyNot>)> {
    Action::ALL.into_iter().map(|a| (a, allowed(a, matter, frame))).collect()
}

/// The citizen's remedies and their answers go on after a settlement.
fn is_remedy(action: Action) -> bool {
    matches!(
        action,
        Action::AskReview
            | Action::AnswerReview
            | Action::AskRecheck
            | Action::Hearing
            | Action::AnswerRecheck
            | Action::Deliver
    )
}

fn is_appeal(state: &State) -> bool {
    state.claims.iter().any(|c| c.class.unwrap_or(Class::Appeal) == Class::Appeal)
}

fn is_transferred(state: &State) -> bool {
    use crate::facts::Source;
    let source = state.registered.as_ref().map(|r| r.channel.source());
    matches!(source, Some(Source::Transferred | Source::Assigned))
}

/// A village is never 承办单位 of a claim against its committee or collective (P0-7).
fn may_not_handle(state: &State, frame: Frame) -> bool {
    use crate::facts::CounterParty;
    frame.unit == UnitKind::Village
        && state.claims.iter().any(|c| c.claim.against == CounterParty::Collective)
}

fn mediate(action: Action, state: &State, frame: Frame) -> Result<(), WhyNot> {
    if may_not_handle(state, frame) {
        return Err(WhyNot::VillageMayNotHandle);
    }
    let refused =
        state.mediation.as_ref().is_some_and(|(_, m)| m.result == MediationResult::Refused);
    if refused && action == Action::Mediate {
        return Err(WhyNot::MediationRefused);
    }
    Ok(())
}

fn resolve(state: &State, frame: Frame) -> Result<(), WhyNot> {
    if may_not_handle(state, frame) {
        return Err(WhyNot::VillageMayNotHandle);
    }
    if state.open_promises().next().is_some() {
        return Err(WhyNot::PromisesOpen);
    }
    let answered = state.all_replied() && state.delivered_on.is_some();
    if !answered && state.agreements.is_empty() {
        if frame.kind == Kind::Petition && state.has(Trigger::Replied) {
            return Err(if state.all_replied() {
                WhyNot::NotDelivered
            } else {
                WhyNot::NotAllReplied
            });
        }
        return Err(WhyNot::NothingSettled);
    }
    Ok(())
}
