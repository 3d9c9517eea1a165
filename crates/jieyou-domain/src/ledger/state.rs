//! What a matter's facts add up to, without a clock: claims, agreements, flags,
//! and the dated facts that rules start from.

use super::effective::Effective;
use super::event::Event;
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
    /// The answer, with its day.
    pub reply: Option<(Date, Replied)>,
}

/// A promise out of an agreement or an opinion.
#[derive(Clone, Debug, PartialEq)]
pub struct PromiseState {
    /// Its key, used by the events that check it.
    pub key: String,
    /// What was promised.
    pub what: String,
    /// By when.
    pub due: Date,
    /// Who owes.
    pub owes: Owes,
    /// The day it was performed.
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
    /// The day of acceptance.
    pub accepted_on: Option<Date>,
    /// The day the answer was delivered.
    pub delivered_on: Option<Date>,
    /// Open extension days.
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
    /// Dated facts for the rules.
    pub facts: Vec<Fact>,
}

impl State {
    /// Folds facts in the order of [`super::effective`].
    pub fn fold(facts: &[Effective<'_>]) -> Self {
        let mut state = Self::default();
        for fact in facts {
            state.take(fact);
        }
        state.settle();
        state
    }

    /// Whether `trigger` has happened.
    pub fn has(&self, trigger: Trigger) -> bool {
        self.facts.iter().any(|f| f.trigger == trigger)
    }

    /// Whether every claim is answered.
    pub fn all_replied(&self) -> bool {
        !self.claims.is_empty() && self.claims.iter().all(|c| c.reply.is_some())
    }

    /// Promises that are neither performed nor given up.
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

    fn push(&mut self, trigger: Trigger, fact: &Effective<'_>) -> &mut Fact {
        self.facts.push(Fact {
            trigger,
            on: fact.on,
            due: None,
            n: None,
            key: None,
            told: None,
            entry: fact.root.id,
        });
        let last = self.facts.len() - 1;
        &mut self.facts[last]
    }

    /// Records that the office did something about the matter.
    fn act(&mut self, trigger: Trigger, fact: &Effective<'_>) -> &mut Fact {
        self.last_activity = self.last_activity.max(Some(fact.on));
        self.push(Trigger::Activity, fact);
        self.push(trigger, fact)
    }

    fn take(&mut self, fact: &Effective<'_>) {
        use Trigger as T;
        match fact.event {
            Event::Registered(r) => self.register(fact, r),
            Event::HandledAtOnce(_) => {
                self.done_on = Some(fact.on);
                self.act(T::Contacted, fact);
                self.push(T::Notified, fact);
                self.push(T::HandledAtOnce, fact);
            }
            Event::Reported(_) => drop_ref(self.act(T::Reported, fact)),
            Event::Classified(c) => self.classify(c),
            Event::Notified(_) => drop_ref(self.act(T::Notified, fact)),
            Event::Objected(_) => drop_ref(self.act(T::Objected, fact)),
            Event::Accepted(_) => {
                self.accepted_on = self.accepted_on.or(Some(fact.on));
                self.act(T::Accepted, fact);
            }
            Event::DutySet(d) => {
                self.duty = Some((fact.on, d.clone()));
                self.push(T::DutySet, fact);
            }
            Event::Planned(p) => {
                self.plans.push((fact.on, p.clone()));
                self.act(T::Planned, fact);
            }
            Event::Acted(a) => self.acted(fact, a),
            Event::Extended(e) => {
                self.extended_days = e.days;
                self.act(T::Extended, fact).n = Some(e.days);
            }
            Event::Replied(r) => self.reply(fact, r),
            Event::Delivered(d) => self.deliver(fact, d),
            Event::ReviewAsked(_) => drop_ref(self.push(T::ReviewAsked, fact)),
            Event::ReviewAnswered(_) => drop_ref(self.push(T::ReviewAnswered, fact)),
            Event::RecheckAsked(_) => drop_ref(self.push(T::RecheckAsked, fact)),
            Event::HearingHeld(h) => self.push(T::Hearing, fact).due = Some(h.to),
            Event::RecheckAnswered(_) => drop_ref(self.push(T::RecheckAnswered, fact)),
            Event::Mediated(m) => self.mediate(fact, m),
            Event::Agreed(a) => self.agree(fact, a),
            Event::Performed(p) => self.performed(fact, p),
            Event::NotPerformed(p) => self.missed(fact, p),
            Event::HandedUp(_) => {
                self.handed_up_on = Some(fact.on);
                self.act(T::HandedUp, fact);
            }
            Event::Resolved(_) => {
                self.resolved_on = Some(fact.on);
                self.done_on = None;
                self.handed_up_on = None;
                self.act(T::Resolved, fact);
            }
            Event::FollowedUp(f) => {
                self.follow_ups.push((fact.on, f.clone()));
                self.act(T::FollowedUp, fact);
            }
            Event::Reopened(r) => {
                self.reopened.push((fact.on, r.clone()));
                self.resolved_on = None;
                self.done_on = None;
                self.push(T::Reopened, fact);
            }
            Event::TierSet(t) => self.tier_set = Some((fact.on, t.clone())),
            // About the ledger, or already worked in by `effective`.
            Event::UnitProfiled(_)
            | Event::PlacesListed(_)
            | Event::PostsListed(_)
            | Event::PackAdopted(_)
            | Event::CalendarAdopted(_)
            | Event::Corrected(_)
            | Event::Struck(_) => {}
        }
    }

    fn register(&mut self, fact: &Effective<'_>, r: &Registered) {
        if self.registered.is_some() {
            // A second registration of one subject: the first stands, audit names it.
            return;
        }
        self.received_on = Some(fact.on);
        self.kind = r.kind;
        self.category.clone_from(&r.category);
        self.claims = r
            .claims
            .iter()
            .map(|claim| ClaimState {
                claim: claim.clone(),
                class: r.class,
                route: None,
                body: String::new(),
                reply: None,
            })
            .collect();
        self.push(Trigger::Received, fact);
        self.push(Trigger::Registered, fact).on = r.registered_on.max(fact.on);
        if r.danger == Danger::Yes {
            self.push(Trigger::Danger, fact);
        }
        if let Some(day) = r.order.as_ref().and_then(|o| o.feedback_by) {
            self.push(Trigger::Ordered, fact).due = Some(day);
        }
        self.registered = Some(r.clone());
    }

    fn classify(&mut self, c: &Classified) {
        self.kind = Some(c.kind);
        if c.category.is_some() {
            self.category.clone_from(&c.category);
        }
        if let Some(claim) = self.claims.get_mut(usize::from(c.claim)) {
            claim.class = c.class;
            claim.route = c.route;
            claim.body.clone_from(&c.body);
        }
    }

    fn acted(&mut self, fact: &Effective<'_>, a: &Acted) {
        match a.activity {
            ActivityKind::Contact => drop_ref(self.act(Trigger::Contacted, fact)),
            ActivityKind::Hear => {
                self.act(Trigger::Heard, fact);
                self.push(Trigger::Contacted, fact);
            }
            ActivityKind::Progress => {
                self.act(Trigger::Progress, fact);
                self.push(Trigger::Contacted, fact);
            }
            ActivityKind::SiteVisit
            | ActivityKind::Investigate
            | ActivityKind::Meeting
            | ActivityKind::Execute
            | ActivityKind::Other => {
                self.last_activity = self.last_activity.max(Some(fact.on));
                self.push(Trigger::Activity, fact);
            }
        }
    }

    fn reply(&mut self, fact: &Effective<'_>, r: &Replied) {
        if let Some(claim) = self.claims.get_mut(usize::from(r.claim)) {
            claim.reply = Some((fact.on, r.clone()));
        }
        self.act(Trigger::Replied, fact).key = Some(r.claim.to_string());
        if let Some(due) = r.carry_out_by {
            let key = promise_key(fact.root.id, 0);
            self.promise(fact, key, &r.text, due, Owes::Office);
        }
    }

    fn deliver(&mut self, fact: &Effective<'_>, d: &Delivered) {
        let trigger = match d.what {
            Delivery::Reply => {
                self.delivered_on = Some(fact.on);
                Trigger::Delivered
            }
            Delivery::Review => Trigger::ReviewDelivered,
            Delivery::Recheck => Trigger::RecheckAnswered,
        };
        self.act(trigger, fact).told = Some(d.remedies_told);
        // Whoever received an answer in hand has been told, and spoken with.
        self.push(Trigger::Contacted, fact);
    }

    fn mediate(&mut self, fact: &Effective<'_>, m: &Mediated) {
        self.act(Trigger::Mediated, fact);
        self.push(Trigger::Contacted, fact);
        if m.result != MediationResult::Ongoing {
            self.push(Trigger::MediationEnded, fact).told = Some(m.remedies_told);
        }
        self.mediation = Some((fact.on, m.clone()));
    }

    fn agree(&mut self, fact: &Effective<'_>, a: &Agreed) {
        self.act(Trigger::Agreed, fact);
        for (at, term) in a.terms.iter().enumerate() {
            let key = promise_key(fact.root.id, at);
            self.promise(fact, key, &term.what, term.due, term.owes);
        }
        self.agreements.push(AgreementState {
            entry: fact.root.id,
            on: fact.on,
            agreed: a.clone(),
        });
    }

    fn promise(&mut self, fact: &Effective<'_>, key: String, what: &str, due: Date, owes: Owes) {
        let trigger =
            if owes == Owes::Office { Trigger::OfficePromise } else { Trigger::PartyPromise };
        let made = self.push(trigger, fact);
        made.due = Some(due);
        made.key = Some(key.clone());
        let what = what.to_owned();
        self.promises.push(PromiseState { key, what, due, owes, performed: None, missed: None });
    }

    fn performed(&mut self, fact: &Effective<'_>, p: &PerformanceChecked) {
        self.act(Trigger::Performed, fact).key = Some(p.promise.clone());
    }

    fn missed(&mut self, fact: &Effective<'_>, p: &PerformanceChecked) {
        self.act(Trigger::NotPerformed, fact).key = Some(p.promise.clone());
    }

    /// What needs every fact: whether promises were kept, whether all is answered.
    /// Done last, so that it does not depend on the order of entry.
    fn settle(&mut self) {
        for fact in &self.facts {
            let Some(key) = &fact.key else { continue };
            let Some(promise) = self.promises.iter_mut().find(|p| p.key == *key) else { continue };
            match fact.trigger {
                Trigger::Performed => promise.performed = promise.performed.max(Some(fact.on)),
                Trigger::NotPerformed => promise.missed = promise.missed.max(Some(fact.on)),
                _ => {}
            }
        }
        if self.all_replied()
            && let Some(last) =
                self.facts.iter().filter(|f| f.trigger == Trigger::Replied).max_by_key(|f| f.on)
        {
            let all = Fact { trigger: Trigger::AllReplied, key: None, ..last.clone() };
            self.facts.push(all);
        }
        if self.delivered_on.is_some() && self.all_replied() {
            self.handed_up_on = None;
        }
        if let Some((on, plan)) = self.plans.last()
            && let Some(made) =
                self.facts.iter().rev().find(|f| f.trigger == Trigger::Planned && f.on == *on)
        {
            let due = Some(plan.due);
            let limit = Fact { trigger: Trigger::PlanLimit, due, ..made.clone() };
            self.facts.push(limit);
        }
    }
}

/// The key of the promise number `at` in the entry `id`.
fn promise_key(id: EntryId, at: usize) -> String {
    let mut key = id.to_string();
    key.truncate(16);
    format!("{key}.{at}")
}

/// Ends a mutable borrow where only the effect was wanted.
fn drop_ref(_: &mut Fact) {}
