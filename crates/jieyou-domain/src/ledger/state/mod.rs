//! What a matter's facts add up to, without a clock: claims, agreements, flags,
//! and the dated facts that rules start from.

mod exchange;
mod fold;
mod judge;
mod law;
mod life;
mod stage;
mod trigger;

pub use exchange::Exchange;
pub use stage::Stage;
pub use trigger::{Fact, Trigger};

use crate::compact::Map;
use crate::facts::*;
use crate::ids::{EntryId, Id};
use crate::time::Date;

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
    /// The matter it was split off into.
    pub moved: Option<Id>,
    /// The statutory route it goes, while that is under way or settled there.
    pub referred: Option<(Date, Referred)>,
    /// What came of the last statutory route.
    pub route_result: Option<(Date, RouteEnded)>,
    /// The day the citizen withdrew it.
    pub withdrawn: Option<Date>,
    /// Answers to deciding questions about it alone, by question.
    pub answers: Map<String, String>,
    /// The last classification of it, with its day.
    pub classified: Option<(Date, Classified)>,
}

impl ClaimState {
    /// Whether it is still worked on here: not split off, not on a statutory route, not
    /// withdrawn.
    pub const fn is_here(&self) -> bool {
        self.moved.is_none() && self.referred.is_none() && self.withdrawn.is_none()
    }
}

/// A deciding question answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Answered {
    /// The day it was known.
    pub on: Date,
    /// Of which claim; `None` of the whole matter.
    pub claim: Option<u16>,
    /// The question.
    pub question: String,
    /// The answer; empty: not known any more.
    pub answer: String,
}

/// An appointment.
#[derive(Clone, Debug, PartialEq)]
pub struct AppointmentState {
    /// The entry that wrote it.
    pub entry: EntryId,
    /// What was agreed.
    pub appointed: Appointed,
    /// How many facts there were when it was made.
    pub from: usize,
    /// Whether somebody was met or the matter worked on since, on its day or later.
    pub is_kept: bool,
}

/// Why a duty cannot be done, as said on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct HinderedState {
    /// The entry that wrote it.
    pub entry: EntryId,
    /// The day it was said.
    pub on: Date,
    /// Of which duty, and why.
    pub said: Hindered,
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
    /// The day a later agreement took its place.
    pub replaced: Option<Date>,
}

/// A ground, as last noted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RightState {
    /// The day it was noted last.
    pub on: Date,
    /// Whether it was found not to apply.
    pub ruled_out: bool,
    /// The day the citizen was told of it first, and how.
    pub told: Option<(Date, Told)>,
    /// Every day that was noted, by its name; of several the last.
    pub days: Map<String, String>,
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
    /// The last classification of any claim, with its day.
    pub classified: Option<(Date, Classified)>,
    /// Answers to deciding questions about the matter in force, by question.
    pub answers: Map<String, String>,
    /// Every answer, in order.
    pub answered: Vec<Answered>,
    /// What people decided about decision tables, in force, with its day.
    pub judged: Vec<(Date, Judged)>,
    /// Second looks (三不限三重新), with their days.
    pub reexamined: Vec<(Date, Reexamined)>,
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
    /// A lower tier that was asked for since, and that nobody confirmed.
    pub tier_asked: Option<(Date, TierSet)>,
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
    /// The way between this unit and another.
    pub exchange: Exchange,
    /// The body it was sent on to and that has not answered, with its day.
    pub forwarded: Option<(Date, Forwarded)>,
    /// Closed without the citizen's agreement, unless reopened since.
    pub closed: Option<(Date, LawfullyClosed)>,
    /// The day the citizen withdrew all that was left, unless reopened since.
    pub withdrawn_on: Option<Date>,
    /// The matter in which this one goes on.
    pub joined: Option<(Date, Joined)>,
    /// The application to delist that is not answered yet.
    pub delist_asked: Option<(Date, DelistAsked)>,
    /// The day delisted, unless reopened since.
    pub delisted_on: Option<Date>,
    /// Matters that belong to this one.
    pub links: Vec<Linked>,
    /// Numbers in other systems: the last word on each.
    pub outside: Vec<OutsideNoted>,
    /// Grounds that were confirmed or ruled out, by id.
    pub rights: Map<String, RightState>,
    /// Whether it is handled by the simplified procedure, and since when.
    pub simple: Option<(Date, ProcedureSet)>,
    /// Appointments, in the order they were made.
    pub appointments: Vec<AppointmentState>,
    /// Duties of which it was said that they cannot be done, in order, each with how many
    /// facts there were before.
    pub hindered: Vec<(usize, HinderedState)>,
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

    /// Whether it is handled by the simplified procedure.
    pub fn is_simple(&self) -> bool {
        self.simple.as_ref().is_some_and(|(_, set)| set.simple)
    }

    /// The last day of `trigger`, in any round.
    pub fn last(&self, trigger: Trigger) -> Option<Date> {
        self.facts.iter().filter(|f| f.trigger == trigger).map(|f| f.on).max()
    }

    /// Whether every claim is answered.
    pub fn all_replied(&self) -> bool {
        let mut here = self.claims.iter().filter(|c| c.is_here()).peekable();
        here.peek().is_some() && here.all(|c| c.reply.is_some())
    }

    /// The claims that are still this matter's: not split off.
    pub fn claims_kept(&self) -> impl Iterator<Item = &ClaimState> {
        self.claims.iter().filter(|c| c.moved.is_none())
    }

    /// Whether a claim is still worked on here.
    pub fn has_claims_here(&self) -> bool {
        self.claims.is_empty() || self.claims.iter().any(ClaimState::is_here)
    }

    /// Promises that are not performed, and that none took the place of.
    pub fn open_promises(&self) -> impl Iterator<Item = &PromiseState> {
        self.promises.iter().filter(|p| p.performed.is_none() && p.replaced.is_none())
    }

    /// Where the matter stands.
    pub fn stage(&self) -> Stage {
        if let Some(off) = self.off_desk() {
            off
        } else if self.resolved_on.is_some() {
            Stage::Observing
        } else if self.done_on.is_some() {
            Stage::Done
        } else if self.exchange.is_to_sign() {
            Stage::ToSign
        } else if self.exchange.is_to_tell() {
            Stage::FedBack
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

impl State {
    /// How it left this desk, if it did other than by being settled or handled.
    fn off_desk(&self) -> Option<Stage> {
        let on_route = || self.claims.iter().any(|c| c.referred.is_some());
        let is_split_up = !self.claims.is_empty() && self.claims_kept().next().is_none();
        if self.joined.is_some() || is_split_up {
            Some(Stage::Joined)
        } else if self.exchange.is_returned_here() {
            Some(Stage::Returned)
        } else if self.delisted_on.is_some() {
            Some(Stage::Delisted)
        } else if self.closed.is_some() {
            Some(Stage::LawfullyClosed)
        } else if self.withdrawn_on.is_some() {
            Some(Stage::Withdrawn)
        } else if !self.has_claims_here() && on_route() {
            Some(Stage::LegalRoute)
        } else {
            None
        }
    }
}

/// The key of the promise number `at` in the entry `id`.
pub(crate) fn promise_key(id: EntryId, at: usize) -> String {
    let mut key = id.to_string();
    key.truncate(16);
    format!("{key}.{at}")
}
