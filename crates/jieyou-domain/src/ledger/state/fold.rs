//! How facts become a state: one arm an event, then what needs every fact.

use super::{AgreementState, ClaimState, Fact, PromiseState, State, Trigger, promise_key};
use crate::compact::Map;
use crate::facts::*;
use crate::ledger::effective::Effective;
use crate::ledger::event::Event;
use crate::ledger::seat::Seat;
use crate::time::Date;

impl State {
    /// Folds facts in the order of [`crate::ledger::effective`], as they look from
    /// `seat`: of a matter that was ever handed up, the other unit's facts are its own.
    pub fn fold(facts: &[Effective<'_>], seat: &Seat, was_handed: bool) -> Self {
        let mut state = Self::default();
        let theirs = |f: &&Effective<'_>| !seat.is_own(&f.root.by);
        let mut registrations = facts.iter().filter(theirs);
        state.exchange.is_upper =
            was_handed && registrations.any(|f| matches!(f.event, Event::Registered(_)));
        for fact in facts {
            if was_handed && theirs(&fact) {
                state.take_theirs(fact);
            } else {
                state.take(fact);
            }
        }
        state.settle();
        // A list that grew by itself has room for four; of a hundred thousand matters most
        // have one claim, and that is large.
        state.claims.shrink_to_fit();
        state.facts.shrink_to_fit();
        state
    }

    pub(super) fn push(&mut self, trigger: Trigger, fact: &Effective<'_>) -> &mut Fact {
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
    pub(super) fn act(&mut self, trigger: Trigger, fact: &Effective<'_>) -> &mut Fact {
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
            Event::Classified(c) => self.classify(fact, c),
            Event::Notified(_) => drop_ref(self.act(T::Notified, fact)),
            Event::Objected(_) => drop_ref(self.act(T::Objected, fact)),
            Event::Accepted(_) => self.once(T::Accepted, fact, |s, on| s.accepted_on = Some(on)),
            Event::DutySet(d) => {
                let before = self.duty.as_ref().map_or("", |(_, old)| old.leader.as_str());
                let is_named = !d.leader.trim().is_empty() && d.leader != before;
                self.duty = Some((fact.on, d.clone()));
                self.push(T::DutySet, fact);
                if is_named {
                    self.push(T::LeaderSet, fact);
                }
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
            Event::Resolved(_) => {
                self.resolved_on = Some(fact.on);
                self.done_on = None;
                // A decision about the open matter says nothing about the settled one.
                (self.tier_set, self.tier_asked) = (None, None);
                self.stop_waiting();
                self.act(T::Resolved, fact);
            }
            Event::FollowedUp(f) => {
                self.follow_ups.push((fact.on, f.clone()));
                self.act(T::FollowedUp, fact);
                // Asked about help; asked again half a year later.
                if self.closed.as_ref().is_some_and(|(_, c)| c.visits) {
                    self.push(T::Visits, fact);
                }
            }
            Event::Reopened(r) => self.reopen(fact, r),
            Event::TierSet(t) => self.set_tier(fact, t),
            Event::RightNoted(r) => self.note_right(fact, r),
            Event::FactsNoted(n) => self.note_facts(fact, n),
            Event::Judged(j) => self.judge(fact, j),
            Event::Reexamined(r) => self.reexamine(fact, r),
            Event::ProcedureSet(p) => self.set_procedure(fact, p),
            Event::HandedUp(_)
            | Event::SignedFor(_)
            | Event::Returned(_)
            | Event::FedBack(_)
            | Event::PassedOn(_)
            | Event::Urged(_) => self.exchange(fact),
            Event::Split(_)
            | Event::Joined(_)
            | Event::Linked(_)
            | Event::Forwarded(_)
            | Event::AnswerCame(_)
            | Event::Referred(_)
            | Event::RouteEnded(_)
            | Event::Withdrawn(_)
            | Event::LawfullyClosed(_)
            | Event::SupportReferred(_)
            | Event::DelistAsked(_)
            | Event::DelistRefused(_)
            | Event::Delisted(_)
            | Event::Appointed(_)
            | Event::Hindered(_)
            | Event::OutsideNoted(_) => self.live(fact),
            // About the ledger or about 少记, already worked in by `effective`, or of no
            // effect on the matter: what was handed over stands in the time line.
            Event::UnitProfiled(_)
            | Event::PlacesListed(_)
            | Event::PostsListed(_)
            | Event::PackAdopted(_)
            | Event::CalendarAdopted(_)
            | Event::PackDropped(_)
            | Event::Corrected(_)
            | Event::Struck(_)
            | Event::ContactHanded(_)
            | Event::SealedRecorded(_)
            | Event::SealedFollowed(_)
            | Event::SealedStruck(_) => {}
        }
    }

    /// Records what counts once a round: of two computers that both wrote it, the
    /// earlier day stands, so that no second entry postpones a limit.
    fn once(&mut self, trigger: Trigger, fact: &Effective<'_>, first: impl Fn(&mut Self, Date)) {
        if self.has_now(trigger) {
            self.last_activity = self.last_activity.max(Some(fact.on));
            self.push(Trigger::Activity, fact);
            return;
        }
        first(self, fact.on);
        self.act(trigger, fact);
    }

    /// Begins a round. Where only the carrying out was missing, the answer stands
    /// and is still owed; else every claim is open again.
    fn reopen(&mut self, fact: &Effective<'_>, r: &Reopened) {
        self.reopened.push((fact.on, r.clone()));
        self.joined = None;
        for claim in &mut self.claims {
            (claim.referred, claim.withdrawn) = (None, None);
        }
        self.open_again(fact, r.reason != ReopenReason::NotCarriedOut);
    }

    /// Takes it off every ending and begins a round; `anew`: what was answered is open.
    pub(super) fn open_again(&mut self, fact: &Effective<'_>, anew: bool) {
        (self.resolved_on, self.done_on, self.closed) = (None, None, None);
        (self.withdrawn_on, self.delisted_on, self.delist_asked) = (None, None, None);
        (self.tier_set, self.tier_asked) = (None, None);
        if anew {
            self.delivered_on = None;
            self.claims.iter_mut().for_each(|c| c.reply = None);
        }
        self.push(Trigger::Reopened, fact);
        self.round = self.facts.len();
    }

    fn register(&mut self, fact: &Effective<'_>, r: &Registered) {
        if self.registered.is_some() {
            // A second registration of one subject: the first stands, audit names it.
            return;
        }
        self.received_on = Some(fact.on);
        self.open_claims(r);
        self.push(Trigger::Received, fact);
        self.push(Trigger::Registered, fact).on = r.registered_on.max(fact.on);
        if r.danger == Danger::Yes {
            self.push(Trigger::Danger, fact);
        }
        if let Some(day) = r.order.as_ref().and_then(|o| o.feedback_by) {
            self.push(Trigger::Ordered, fact).due = Some(day);
        }
        self.answers(fact, r);
        self.registered = Some(r.clone());
    }

    /// What the citizen asks for, as registered.
    pub(super) fn open_claims(&mut self, r: &Registered) {
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
                moved: None,
                referred: None,
                route_result: None,
                withdrawn: None,
                answers: Map::new(),
                classified: None,
            })
            .collect();
    }

    fn acted(&mut self, fact: &Effective<'_>, a: &Acted) {
        match a.activity {
            ActivityKind::Contact => drop_ref(self.act(Trigger::Contacted, fact)),
            ActivityKind::Hear => {
                self.act(Trigger::Heard, fact);
                self.push(Trigger::Contacted, fact);
            }
            ActivityKind::LeaderHeard => {
                self.act(Trigger::LeaderHeard, fact);
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
            | ActivityKind::Remind
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
        // Facts come in the order of their days: this is the day the last claim
        // was answered, and a second answer to one claim does not move it.
        self.look_replied(fact);
        if let Some(due) = r.carry_out_by {
            let key = promise_key(fact.root.id, 0);
            self.promise(fact, key, &r.text, due, Owes::Office);
        }
    }

    fn deliver(&mut self, fact: &Effective<'_>, d: &Delivered) {
        let trigger = match d.what {
            // The first delivery of a round starts the citizen's window.
            Delivery::Reply if self.has_now(Trigger::Delivered) => Trigger::Activity,
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
        self.mediation_asked(fact, m);
        self.act(Trigger::Mediated, fact);
        self.push(Trigger::Contacted, fact);
        if m.result != MediationResult::Ongoing {
            self.push(Trigger::MediationEnded, fact).told = Some(m.remedies_told);
        }
        self.mediation = Some((fact.on, m.clone()));
    }

    fn agree(&mut self, fact: &Effective<'_>, a: &Agreed) {
        self.act(Trigger::Agreed, fact);
        if a.replaces {
            self.replace(fact);
        }
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

    /// What was promised before and is open has a new promise in its place.
    fn replace(&mut self, fact: &Effective<'_>) {
        let performed = |key: &str| {
            self.facts
                .iter()
                .any(|f| f.trigger == Trigger::Performed && f.key.as_deref() == Some(key))
        };
        let open: Vec<String> = self
            .promises
            .iter()
            .filter(|p| p.replaced.is_none() && !performed(&p.key))
            .map(|p| p.key.clone())
            .collect();
        for key in open {
            if let Some(p) = self.promises.iter_mut().find(|p| p.key == key) {
                p.replaced = Some(fact.on);
            }
            self.push(Trigger::Replaced, fact).key = Some(key);
        }
    }

    fn promise(&mut self, fact: &Effective<'_>, key: String, what: &str, due: Date, owes: Owes) {
        let trigger =
            if owes == Owes::Office { Trigger::OfficePromise } else { Trigger::PartyPromise };
        let made = self.push(trigger, fact);
        made.due = Some(due);
        made.key = Some(key.clone());
        let what = what.to_owned();
        let (performed, missed, replaced) = (None, None, None);
        let made = fact.on;
        self.promises.push(PromiseState {
            key,
            what,
            made,
            due,
            owes,
            performed,
            missed,
            replaced,
        });
    }

    fn performed(&mut self, fact: &Effective<'_>, p: &PerformanceChecked) {
        self.act(Trigger::Performed, fact).key = Some(p.promise.clone());
    }

    fn missed(&mut self, fact: &Effective<'_>, p: &PerformanceChecked) {
        self.act(Trigger::NotPerformed, fact).key = Some(p.promise.clone());
    }

    /// What needs every fact: whether promises were kept, until when the plan runs.
    /// Done last, so that it does not depend on the order of entry.
    fn settle(&mut self) {
        let places = self.promises.iter().enumerate().map(|(at, p)| (p.key.clone(), at));
        let places: Map<String, usize> = places.collect();
        for fact in &self.facts {
            let Some(&at) = fact.key.as_ref().and_then(|key| places.get(key)) else { continue };
            let promise = &mut self.promises[at];
            if fact.on < promise.made {
                continue;
            }
            match fact.trigger {
                Trigger::Performed => {
                    let first = promise.performed.map_or(fact.on, |day| day.min(fact.on));
                    promise.performed = Some(first);
                }
                Trigger::NotPerformed => promise.missed = promise.missed.max(Some(fact.on)),
                _ => {}
            }
        }
        if self.delivered_on.is_some() && self.all_replied() {
            self.stop_waiting();
        }
        self.settle_appointments();
        self.settle_rights();
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

/// Ends a mutable borrow where only the effect was wanted.
pub(super) fn drop_ref(_: &mut Fact) {}
