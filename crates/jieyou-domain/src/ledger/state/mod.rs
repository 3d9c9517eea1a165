//! What a matter's facts add up to, without a clock: claims, agreements, flags,
//! and the dated facts that rules start from.

mod fold;

use crate::facts::*;
use crate::ids::EntryId;
use crate::time::Date;
use serde::{Deserialize, Serialize};

/// What a rule may start from, be met by, be suspended by or end with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trigger {
    /// The matter was received.
    Received,
    /// The matter was written down.
    Registered,
    /// Danger was ticked.
    Danger,
    /// Danger was reported.
    Reported,
    /// A superior gave a day for the result; carries it.
    Ordered,
    /// Somebody spoke with the citizen.
    Contacted,
    /// The citizen was notified (or notice is not owed and that is recorded).
    Notified,
    /// A wrong assignment was objected to.
    Objected,
    /// Accepted.
    Accepted,
    /// The citizen was heard.
    Heard,
    /// Time was extended; carries the days.
    Extended,
    /// A plan was made.
    Planned,
    /// The plan's own limit; carries the day.
    PlanLimit,
    /// A claim was answered.
    Replied,
    /// Every claim is answered.
    AllReplied,
    /// The answer was delivered.
    Delivered,
    /// Review was asked for.
    ReviewAsked,
    /// Review was answered.
    ReviewAnswered,
    /// The review's answer was delivered.
    ReviewDelivered,
    /// Recheck was asked for.
    RecheckAsked,
    /// Recheck was answered.
    RecheckAnswered,
    /// First day of a hearing; carries the last.
    Hearing,
    /// A mediation session.
    Mediated,
    /// A mediation ended without agreement.
    MediationEnded,
    /// An agreement was reached.
    Agreed,
    /// A party promised to perform by a day; carries it.
    PartyPromise,
    /// The office or a paying body promised to perform by a day; carries it.
    OfficePromise,
    /// A promise was performed.
    Performed,
    /// A promise was found not performed.
    NotPerformed,
    /// A duty was set.
    DutySet,
    /// Anything was done.
    Activity,
    /// The citizen was told how it stands.
    Progress,
    /// Handed up.
    HandedUp,
    /// Handled at once.
    HandledAtOnce,
    /// Resolved.
    Resolved,
    /// Followed up.
    FollowedUp,
    /// Open again.
    Reopened,
}

crate::reads! { enum Trigger {
    Received = "received",
    Registered = "registered",
    Danger = "danger",
    Reported = "reported",
    Ordered = "ordered",
    Contacted = "contacted",
    Notified = "notified",
    Objected = "objected",
    Accepted = "accepted",
    Heard = "heard",
    Extended = "extended",
    Planned = "planned",
    PlanLimit = "plan_limit",
    Replied = "replied",
    AllReplied = "all_replied",
    Delivered = "delivered",
    ReviewAsked = "review_asked",
    ReviewAnswered = "review_answered",
    ReviewDelivered = "review_delivered",
    RecheckAsked = "recheck_asked",
    RecheckAnswered = "recheck_answered",
    Hearing = "hearing",
    Mediated = "mediated",
    MediationEnded = "mediation_ended",
    Agreed = "agreed",
    PartyPromise = "party_promise",
    OfficePromise = "office_promise",
    Performed = "performed",
    NotPerformed = "not_performed",
    DutySet = "duty_set",
    Activity = "activity",
    Progress = "progress",
    HandedUp = "handed_up",
    HandledAtOnce = "handled_at_once",
    Resolved = "resolved",
    FollowedUp = "followed_up",
    Reopened = "reopened",
} }

/// A dated fact, as rules read it.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// What happened.
    pub trigger: Trigger,
    /// On which day.
    pub on: Date,
    /// A day that the fact itself carries.
    pub due: Option<Date>,
    /// A number that the fact itself carries.
    pub n: Option<u32>,
    /// Which of several: a promise's key or a claim's number.
    pub key: Option<String>,
    /// Whether remedies were told with it.
    pub told: Option<bool>,
    /// The entry that wrote it.
    pub entry: EntryId,
}

/// A claim and what became of it.
#[derive(Clone, Debug, PartialEq)]
pub struct ClaimState {
    /// As put by the citizen.
    pub claim: Claim,
    /// The class chosen for it.
    pub class: Option<Class>,
    /// The route chosen for it.
    pub route: Option<Route>,
    /// The body that may decide.
    pub body: String,
    /// The answer, with its day; none again once reopened for more than the
    /// carrying out of it.
    pub reply: Option<(Date, Replied)>,
}

/// A promise out of an agreement or an opinion.
#[derive(Clone, Debug, PartialEq)]
pub struct PromiseState {
    /// Its key, used by the events that check it.
    pub key: String,
    /// What was promised.
    pub what: String,
    /// The day it was made; performance before it is not performance of it.
    pub made: Date,
    /// By when.
    pub due: Date,
    /// Who owes.
    pub owes: Owes,
    /// The day it was performed: the first, if it was written down twice.
    pub performed: Option<Date>,
    /// The day it was found not performed.
    pub missed: Option<Date>,
}

/// An agreement.
#[derive(Clone, Debug, PartialEq)]
pub struct AgreementState {
    /// The entry that wrote it.
    pub entry: EntryId,
    /// The day it was reached.
    pub on: Date,
    /// What was agreed.
    pub agreed: Agreed,
}

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
    /// 已上报: handed up, an answer is awaited.
    HandedUp,
    /// 化解·观察
    Observing,
    /// 办结: handled at once and told.
    Done,
}

impl Stage {
    /// Every stage, in order.
    pub const ALL: [Self; 8] = [
        Self::Open,
        Self::Handling,
        Self::Mediating,
        Self::Performing,
        Self::Answered,
        Self::HandedUp,
        Self::Observing,
        Self::Done,
    ];

    /// The stage's code in addresses and exports.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Handling => "handling",
            Self::Mediating => "mediating",
            Self::Performing => "performing",
            Self::Answered => "answered",
            Self::HandedUp => "handed_up",
            Self::Observing => "observing",
            Self::Done => "done",
        }
    }
}

/// What a matter's facts add up to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// The registration; `None` when it was struck or has not arrived.
    pub registered: Option<Registered>,
    /// The day received.
    pub received_on: Option<Date>,
    /// The claims.
    pub claims: Vec<ClaimState>,
    /// The kind a person chose.
    pub kind: Option<Kind>,
    /// The category in force.
    pub category: Option<String>,
    /// The duty in force, with its day.
    pub duty: Option<(Date, DutySet)>,
    /// Every plan, with its day, in order.
    pub plans: Vec<(Date, Planned)>,
    /// Agreements, in order.
    pub agreements: Vec<AgreementState>,
    /// Promises out of agreements and opinions.
    pub promises: Vec<PromiseState>,
    /// The last mediation session.
    pub mediation: Option<(Date, Mediated)>,
    /// The tier a person set last, with its day.
    pub tier_set: Option<(Date, TierSet)>,
    /// The day of acceptance, the last one if accepted again after reopening.
    pub accepted_on: Option<Date>,
    /// The day the answers in force were delivered.
    pub delivered_on: Option<Date>,
    /// Days of the last extension.
    pub extended_days: u32,
    /// The day handled at once, unless reopened since.
    pub done_on: Option<Date>,
    /// The day resolved, unless reopened since.
    pub resolved_on: Option<Date>,
    /// The day handed up, unless resolved or answered since.
    pub handed_up_on: Option<Date>,
    /// Days of reopening.
    pub reopened: Vec<(Date, Reopened)>,
    /// Follow-ups, in order.
    pub follow_ups: Vec<(Date, FollowedUp)>,
    /// The last day anything was done by the office.
    pub last_activity: Option<Date>,
    /// Dated facts for the rules, ordered by day, then by fold order.
    pub facts: Vec<Fact>,
    /// Where in `facts` the present round begins: after the last reopening.
    pub round: usize,
}

impl State {
    /// Whether `trigger` has ever happened.
    pub fn has(&self, trigger: Trigger) -> bool {
        self.facts.iter().any(|f| f.trigger == trigger)
    }

    /// Whether `trigger` has happened in the present round: since the last
    /// reopening, or at all where the matter was never reopened.
    pub fn has_now(&self, trigger: Trigger) -> bool {
        self.this_round().iter().any(|f| f.trigger == trigger)
    }

    /// The facts of the present round.
    pub fn this_round(&self) -> &[Fact] {
        self.facts.get(self.round..).unwrap_or_default()
    }

    /// The last day of `trigger`, in any round.
    pub fn last(&self, trigger: Trigger) -> Option<Date> {
        self.facts.iter().filter(|f| f.trigger == trigger).map(|f| f.on).max()
    }

    /// Whether every claim is answered.
    pub fn all_replied(&self) -> bool {
        !self.claims.is_empty() && self.claims.iter().all(|c| c.reply.is_some())
    }

    /// Promises that are not performed.
    pub fn open_promises(&self) -> impl Iterator<Item = &PromiseState> {
        self.promises.iter().filter(|p| p.performed.is_none())
    }

    /// Where the matter stands.
    pub fn stage(&self) -> Stage {
        if self.resolved_on.is_some() {
            Stage::Observing
        } else if self.done_on.is_some() {
            Stage::Done
        } else if self.handed_up_on.is_some() {
            Stage::HandedUp
        } else if self.open_promises().next().is_some() {
            Stage::Performing
        } else if self.all_replied() && self.delivered_on.is_some() {
            Stage::Answered
        } else if self.accepted_on.is_some() {
            Stage::Handling
        } else if self.has(Trigger::Mediated) || !self.agreements.is_empty() {
            Stage::Mediating
        } else {
            Stage::Open
        }
    }
}

/// The key of the promise number `at` in the entry `id`.
pub(super) fn promise_key(id: EntryId, at: usize) -> String {
    let mut key = id.to_string();
    key.truncate(16);
    format!("{key}.{at}")
}
