//! The way of a matter between two units, as it looks from one of them.

use super::fold::drop_ref;
use super::{Stage, State, Trigger};
use crate::facts::*;
use crate::ledger::effective::Effective;
use crate::ledger::event::Event;
use crate::time::Date;

/// Where a matter that was handed up stands between the two units.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Exchange {
    /// Whether this is the unit it was handed up to.
    pub is_upper: bool,
    /// The last time it was handed up: day, and to whom and why.
    pub handed: Option<(Date, HandedUp)>,
    /// The unit that handed it up or that it was handed up to, as it names itself.
    pub other_unit: String,
    /// The number it has at the other unit; empty when that is not known here.
    pub their_number: String,
    /// The day it was signed for since then, and under which number.
    pub signed: Option<(Date, SignedFor)>,
    /// The day it was returned since then, and why.
    pub returned: Option<(Date, Returned)>,
    /// The result that was fed back since then.
    pub fed_back: Option<(Date, FedBack)>,
    /// The day that was told to the citizen.
    pub passed_on: Option<Date>,
    /// Days on which it was urged since then.
    pub urged: Vec<Date>,
    /// Whether the unit that handed it up no longer waits: settled, ended, told.
    pub(super) is_over: bool,
}

impl Exchange {
    /// Whether this unit has yet to sign for it.
    pub const fn is_to_sign(&self) -> bool {
        self.is_upper && self.handed.is_some() && self.signed.is_none() && self.returned.is_none()
    }

    /// Whether it lies with the unit below again: sent back, or the handing up was taken
    /// back before this unit signed for it.
    pub const fn is_returned_here(&self) -> bool {
        let is_taken_back = self.handed.is_none() && self.signed.is_none();
        self.is_upper && (self.returned.is_some() || is_taken_back)
    }

    /// Whether a result came back that this unit has yet to tell the citizen.
    pub const fn is_to_tell(&self) -> bool {
        !self.is_upper && self.fed_back.is_some() && self.passed_on.is_none()
    }

    /// Whether this unit waits for the other.
    pub const fn is_waiting(&self) -> bool {
        !self.is_upper
            && !self.is_over
            && self.handed.is_some()
            && self.returned.is_none()
            && self.fed_back.is_none()
    }
}

impl State {
    /// Takes a fact that the other unit wrote. Its own handling is history here: its
    /// duties are not ours, and what it did meets none of our limits.
    pub(super) fn take_theirs(&mut self, fact: &Effective<'_>) {
        if self.exchange.other_unit.is_empty() {
            self.exchange.other_unit.clone_from(&fact.root.by.unit);
        }
        match fact.event {
            Event::Registered(r) => self.register_theirs(fact, r),
            Event::HandedUp(h) if self.exchange.is_upper => self.arrive(fact, h),
            Event::Classified(c) if self.category.is_none() => {
                self.category.clone_from(&c.category);
            }
            Event::SignedFor(s) => {
                self.exchange.signed = Some((fact.on, s.clone()));
                self.exchange.their_number.clone_from(&s.number);
                self.push(Trigger::Signed, fact);
            }
            Event::Returned(r) => {
                self.exchange.returned = Some((fact.on, r.clone()));
                self.handed_up_on = None;
                self.push(Trigger::Returned, fact);
            }
            Event::FedBack(f) if f.kind == FeedbackKind::Result => {
                // Another result after one that was told: this one is to be told too.
                if let Some(told) = self.exchange.passed_on.take() {
                    self.done_on = self.done_on.filter(|done| *done != told);
                }
                self.exchange.fed_back = Some((fact.on, f.clone()));
                self.push(Trigger::FedBack, fact);
            }
            Event::Urged(_) => self.exchange.urged.push(fact.on),
            _ => {}
        }
    }

    /// What the other unit registered is known here; nothing runs before it is signed for.
    /// What it is, this unit decides.
    fn register_theirs(&mut self, fact: &Effective<'_>, r: &Registered) {
        if self.registered.is_some() {
            return;
        }
        self.open_claims(r);
        self.kind = None;
        self.received_on = Some(fact.on);
        self.exchange.their_number.clone_from(&r.number);
        let registered = Registered { channel: Channel::FromVillage, order: None, ..r.clone() };
        self.registered = Some(Registered { place: None, kind: None, ..registered });
    }

    fn arrive(&mut self, fact: &Effective<'_>, h: &HandedUp) {
        if self.exchange.returned.is_some() {
            self.begin_anew();
        } else if self.exchange.signed.is_some()
            && (self.exchange.fed_back.is_some() || self.stage() >= Stage::Observing)
        {
            // Answered before and handed up again: open again, and signed for again.
            self.exchange.signed = None;
            self.joined = None;
            for claim in &mut self.claims {
                (claim.referred, claim.withdrawn) = (None, None);
            }
            self.open_again(fact, true);
        }
        self.exchange.returned = None;
        self.exchange.fed_back = None;
        self.exchange.urged.clear();
        if self.exchange.handed.is_none()
            && !h.place.is_empty()
            && let Some(registered) = &mut self.registered
        {
            let spot = std::mem::take(&mut registered.spot);
            registered.spot =
                if spot.is_empty() { h.place.clone() } else { format!("{} {spot}", h.place) };
        }
        self.exchange.handed = Some((fact.on, h.clone()));
        // Handed up a second time while it is on this desk: nothing new to sign for.
        if self.exchange.signed.is_none() {
            self.received_on = Some(fact.on);
            self.push(Trigger::Arrived, fact);
        }
    }

    /// Sent back before: what was done here then says nothing about the new time.
    fn begin_anew(&mut self) {
        let old = std::mem::take(self);
        self.registered = old.registered;
        self.category = old.category;
        self.exchange = old.exchange;
        self.exchange.signed = None;
        (self.links, self.outside) = (old.links, old.outside);
        self.claims = old.claims;
        for claim in &mut self.claims {
            (claim.reply, claim.referred, claim.route_result) = (None, None, None);
            claim.withdrawn = None;
        }
    }

    /// Takes a fact about the exchange that this unit wrote.
    pub(super) fn exchange(&mut self, fact: &Effective<'_>) {
        match fact.event {
            Event::HandedUp(h) => self.hand_up(fact, h),
            Event::SignedFor(s) => self.sign(fact, s),
            Event::Returned(r) => {
                self.exchange.returned = Some((fact.on, r.clone()));
                self.act(Trigger::Returned, fact);
                self.push(Trigger::Ended, fact);
            }
            Event::FedBack(f) => {
                if f.kind == FeedbackKind::Result {
                    self.exchange.fed_back = Some((fact.on, f.clone()));
                }
                self.act(Trigger::FedBack, fact);
            }
            Event::PassedOn(_) => {
                self.act(Trigger::PassedOn, fact);
                self.push(Trigger::Contacted, fact);
                self.push(Trigger::Progress, fact);
                if self.exchange.fed_back.is_some() {
                    self.exchange.passed_on = Some(fact.on);
                    self.stop_waiting();
                    self.done_on = Some(fact.on);
                    self.push(Trigger::Ended, fact);
                }
            }
            Event::Urged(_) => {
                self.exchange.urged.push(fact.on);
                drop_ref(self.act(Trigger::Urged, fact));
            }
            _ => {}
        }
    }

    fn hand_up(&mut self, fact: &Effective<'_>, h: &HandedUp) {
        self.handed_up_on = Some(fact.on);
        let e = &mut self.exchange;
        e.handed = Some((fact.on, h.clone()));
        e.is_over = false;
        e.urged.clear();
        // Still on the other desk, if it was signed for and neither returned nor answered.
        let stays = e.signed.is_some() && e.returned.is_none() && e.fed_back.is_none();
        (e.returned, e.fed_back, e.passed_on) = (None, None, None);
        if !stays {
            e.signed = None;
        }
        self.act(Trigger::HandedUp, fact);
        if stays {
            self.push(Trigger::Signed, fact);
        }
    }

    /// Nothing is waited for from the unit it was handed up to.
    pub(super) fn stop_waiting(&mut self) {
        self.handed_up_on = None;
        self.exchange.is_over = true;
    }

    fn sign(&mut self, fact: &Effective<'_>, s: &SignedFor) {
        if self.exchange.signed.is_some() {
            return;
        }
        self.exchange.signed = Some((fact.on, s.clone()));
        self.received_on = Some(fact.on);
        let mut is_danger = false;
        if let Some(registered) = &mut self.registered {
            registered.number.clone_from(&s.number);
            registered.place.clone_from(&s.place);
            registered.registered_on = fact.on;
            is_danger = registered.danger == Danger::Yes;
        }
        if let Some(registered) = self.registered.clone() {
            self.answers(fact, &registered);
        }
        self.push(Trigger::Received, fact);
        self.push(Trigger::Registered, fact);
        self.push(Trigger::Signed, fact);
        // Whom the unit below told is its duty; this one reports to its own superiors.
        if is_danger {
            self.push(Trigger::Danger, fact);
        }
    }
}
