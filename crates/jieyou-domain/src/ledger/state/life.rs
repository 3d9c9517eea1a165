//! How the facts of a matter's later life change its state.

use super::fold::drop_ref;
use super::{AppointmentState, HinderedState, Stage, State, Trigger};
use crate::facts::*;
use crate::ledger::effective::Effective;
use crate::ledger::event::Event;

impl State {
    /// Takes a fact of the later life.
    pub(super) fn live(&mut self, fact: &Effective<'_>) {
        use Trigger as T;
        match fact.event {
            Event::Split(s) => {
                for at in &s.claims {
                    if let Some(claim) = self.claims.get_mut(usize::from(*at)) {
                        claim.moved = Some(s.into);
                    }
                }
                self.last_activity = self.last_activity.max(Some(fact.on));
                self.look_replied(fact);
                // Two computers split off what was left: nothing is worked on here.
                if self.claims_kept().next().is_none() {
                    self.end(fact);
                }
            }
            Event::Joined(j) => {
                self.joined = Some((fact.on, j.clone()));
                self.end(fact);
            }
            Event::Linked(l) => {
                self.links.retain(|old| old.other != l.other);
                self.links.push(l.clone());
            }
            Event::Forwarded(f) => {
                self.forwarded = Some((fact.on, f.clone()));
                self.act(T::Forwarded, fact).due = f.feedback_by;
            }
            Event::AnswerCame(_) => {
                self.forwarded = None;
                self.act(T::AnswerCame, fact);
            }
            Event::Referred(r) => self.refer(fact, r),
            Event::RouteEnded(r) => self.end_route(fact, r),
            Event::Withdrawn(w) => self.withdraw(fact, w),
            Event::LawfullyClosed(c) => {
                self.closed = Some((fact.on, c.clone()));
                self.act(T::LawfullyClosed, fact);
                self.push(T::Contacted, fact);
                if c.visits {
                    self.push(T::Visits, fact);
                }
                self.end(fact);
            }
            Event::SupportReferred(_) => drop_ref(self.act(T::SupportReferred, fact)),
            // Reopened meanwhile, as another computer wrote: it stays open.
            Event::DelistAsked(_) | Event::Delisted(_) if self.resolved_on.is_none() => {}
            // The application was taken back.
            Event::Delisted(_) if self.delist_asked.is_none() => {}
            Event::DelistAsked(a) => {
                self.delist_asked = Some((fact.on, a.clone()));
                self.act(T::DelistAsked, fact);
            }
            Event::DelistRefused(_) => {
                // As if not applied for: it may be applied for again, and is waited for.
                if self.delist_asked.take().is_some()
                    && let Some(asked) =
                        self.facts.iter_mut().rev().find(|f| f.trigger == T::DelistAsked)
                {
                    asked.trigger = T::Activity;
                }
                self.push(T::Activity, fact);
            }
            Event::Delisted(_) => {
                self.delisted_on = Some(fact.on);
                self.delist_asked = None;
                self.push(T::Delisted, fact);
                self.push(T::Ended, fact);
            }
            Event::Appointed(a) => self.appointments.push(AppointmentState {
                entry: fact.root.id,
                appointed: a.clone(),
                from: self.facts.len(),
                is_kept: false,
            }),
            // No activity: what stands still is not moved by saying why.
            Event::Hindered(h) => {
                let said = HinderedState { entry: fact.root.id, on: fact.on, said: h.clone() };
                self.hindered.push((self.facts.len(), said));
            }
            Event::OutsideNoted(o) => {
                self.outside.retain(|old| old.system != o.system);
                self.outside.push(o.clone());
            }
            _ => {}
        }
    }

    /// The matter leaves this desk. A person's decision about the open one says nothing
    /// about the closed one.
    pub(super) fn end(&mut self, fact: &Effective<'_>) {
        (self.tier_set, self.tier_asked) = (None, None);
        self.stop_waiting();
        self.last_activity = self.last_activity.max(Some(fact.on));
        self.push(Trigger::Ended, fact);
    }

    /// The day the last claim here was answered.
    pub(super) fn look_replied(&mut self, fact: &Effective<'_>) {
        if self.all_replied() && !self.has_now(Trigger::AllReplied) {
            self.push(Trigger::AllReplied, fact);
        }
    }

    fn refer(&mut self, fact: &Effective<'_>, r: &Referred) {
        if let Some(claim) = self.claims.get_mut(usize::from(r.claim)) {
            claim.referred = Some((fact.on, r.clone()));
            claim.route_result = None;
        }
        self.act(Trigger::Referred, fact).key = Some(r.claim.to_string());
        self.push(Trigger::Contacted, fact);
        self.look_replied(fact);
        if !self.has_claims_here() {
            // Told of every claim where to go: told what becomes of the petition.
            self.push(Trigger::Notified, fact);
            self.end(fact);
        }
    }

    fn end_route(&mut self, fact: &Effective<'_>, r: &RouteEnded) {
        // Nothing else is waited for here: what comes back is a round of its own.
        let is_idle = self.stage() >= Stage::Observing
            || self.delivered_on.is_some()
            || self.has_now(Trigger::AllReplied);
        let mut is_back = false;
        if let Some(claim) = self.claims.get_mut(usize::from(r.claim)) {
            claim.route_result = Some((fact.on, r.clone()));
            // Not carried out, or never taken up there: the claim is ours again.
            if r.result != RouteResult::Settled && claim.referred.is_some() {
                (claim.referred, claim.reply) = (None, None);
                is_back = claim.is_here();
            }
        }
        self.act(Trigger::RouteEnded, fact).key = Some(r.claim.to_string());
        if is_back && is_idle {
            self.open_again(fact, false);
            self.delivered_on = None;
        }
    }

    fn withdraw(&mut self, fact: &Effective<'_>, w: &Withdrawn) {
        for (claim, at) in self.claims.iter_mut().zip(0_u16..) {
            if claim.is_here() && w.claim.is_none_or(|only| only == at) {
                claim.withdrawn = Some(fact.on);
            }
        }
        self.push(Trigger::Contacted, fact);
        self.push(Trigger::Activity, fact);
        self.look_replied(fact);
        if self.has_claims_here() {
            return;
        }
        if !self.claims.iter().any(|c| c.referred.is_some()) {
            self.withdrawn_on = Some(fact.on);
        }
        self.end(fact);
    }

    /// Whether appointments were kept: what was recorded since, for their day or later,
    /// and is work on the matter rather than paper about it.
    pub(super) fn settle_appointments(&mut self) {
        let paper = |trigger: Trigger| {
            use Trigger as T;
            matches!(
                trigger,
                T::HandedUp
                    | T::Urged
                    | T::Signed
                    | T::Returned
                    | T::FedBack
                    | T::Forwarded
                    | T::AnswerCame
                    | T::Planned
                    | T::Notified
                    | T::Reported
                    | T::SupportReferred
            )
        };
        for appointment in &mut self.appointments {
            let day = appointment.appointed.day;
            let since = self.facts.get(appointment.from..).unwrap_or_default();
            appointment.is_kept = since.iter().any(|f| {
                let is_paper =
                    || since.iter().any(|other| other.entry == f.entry && paper(other.trigger));
                f.trigger == Trigger::Activity && f.on >= day && !is_paper()
            });
        }
    }
}
