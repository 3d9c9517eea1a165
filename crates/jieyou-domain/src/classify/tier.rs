//! The three lists (source `001`, criteria of practice section 6), about the matter only.

use super::must::must_by;
use super::{Decision, Override, Reason, Status, Used};
use crate::facts::{Class, Danger, DeadlineKind, Kind, Owes, ReopenReason, Tier};
use crate::ledger::{Stage, State, Trigger};
use crate::rules::{
    Criterion, Decided, ListPart, Obligation, Setting, Standing, Test, When, holds,
};
use crate::time::{Date, Term, Unit, count, parse_date};
use chrono::Days;

/// On which list, or on none and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TierAnswer {
    /// On a list.
    On(Tier),
    /// On no list, by this criterion.
    NoList(String),
}

impl TierAnswer {
    /// The list, if on one.
    pub fn tier(&self) -> Option<Tier> {
        match self {
            Self::On(tier) => Some(*tier),
            Self::NoList(_) => None,
        }
    }
}

/// A fall from 三级 that waits for a person: it no longer meets what put it there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fall {
    /// The last day on which it met it, or by which a person's 三级 was to be confirmed.
    pub last: Date,
    /// The criteria met then; none where a person had put it on 三级.
    pub because: Vec<String>,
}

/// A lower list that a person decided and that does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lowering {
    /// Who decided it.
    pub by: Override,
    /// The criteria that stand against it: a danger, or what came to be met since.
    pub against: Vec<String>,
}

/// What is to be said beside the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tiered {
    /// The row of the table that what the criteria say comes from; empty without a table.
    pub row: String,
    /// It stays on 三级 until a consult or the responsible leader confirms the fall.
    pub fall: Option<Fall>,
    /// The day by which the leaders consult next; a decision of a person in force lapses
    /// after it, unless confirmed.
    pub until: Option<Date>,
    /// A decision of a person that has lapsed, and the day by which it was to be confirmed.
    pub lapsed: Option<(Override, Date)>,
    /// A lower list that was asked for, and the day by which it is to be confirmed.
    pub asked: Option<(Override, Option<Date>)>,
    /// A lower list that was decided and does not count.
    pub void: Option<Lowering>,
    /// How many of the criteria of B that are met must cease, apart from those of A,
    /// before the table gives another list.
    pub too_many: usize,
}

/// What the criteria read, and how each stands.
pub(crate) struct TierFacts<'a> {
    pub(super) state: &'a State,
    pub(super) kind: Kind,
    pub(super) clocks: &'a [Obligation],
    pub(super) setting: Setting<'a>,
    /// Whether it is the same as a matter that was ended or answered before it came.
    pub(super) is_back: bool,
    /// Every criterion of the pack, in its order.
    reasons: Vec<Reason>,
}

/// Decides the list a matter stands on, by the pack's table over its criteria, and by what
/// a person decided over them ([`super::person`]).
pub(super) fn tier(facts: &TierFacts<'_>) -> (Decision<TierAnswer>, Tiered) {
    let (computed, row) = facts.decided();
    let mut notes = Tiered { row, ..Tiered::default() };
    let (because, would_change_if) = facts.reasons_for(&computed);
    let (answer, overridden_by) = super::person::over(facts, &computed, &mut notes);
    if computed == TierAnswer::On(Tier::Three) {
        notes.too_many = facts.too_many();
    }
    (Decision { answer, computed, because, would_change_if, overridden_by }, notes)
}

impl<'a> TierFacts<'a> {
    /// Looks at every criterion. `clocks` are the matter's obligations without those that
    /// depend on the list.
    pub(super) fn of(
        state: &'a State,
        kind: Kind,
        clocks: &'a [Obligation],
        setting: Setting<'a>,
        is_back: bool,
    ) -> Self {
        let mut facts = Self { state, kind, clocks, setting, is_back, reasons: Vec::new() };
        facts.reasons = setting.rules.criteria.iter().map(|c| facts.check(c)).collect();
        facts
    }

    /// The facts without the criteria, for what comes before them.
    pub(super) fn bare(state: &'a State, setting: Setting<'a>, is_back: bool) -> Self {
        let kind = Kind::Dispute;
        Self { state, kind, clocks: &[], setting, is_back, reasons: Vec::new() }
    }

    /// The criteria of a part of the lists.
    pub(super) fn part(&self, part: ListPart) -> Vec<&Reason> {
        let criteria = self.setting.rules.criteria.iter().zip(&self.reasons);
        criteria.filter(|(c, _)| c.part == part).map(|(_, r)| r).collect()
    }

    /// How one criterion stands.
    pub(super) fn one(&self, id: &str) -> Option<Status> {
        self.reasons.iter().find(|r| r.rule == id).map(|r| r.status)
    }

    /// What the table says, and the row that says so.
    fn decided(&self) -> (TierAnswer, String) {
        let came = super::inputs::Came::new();
        let reader =
            super::inputs::Reader { state: self.state, tier: self, came: &came, claim: None };
        let table = self.setting.rules.table("tier");
        let found = table.and_then(|table| super::table::row(table, &reader));
        let answer = match found.map(|row| row.answer.as_str()) {
            Some("none") => {
                let met = |r: &&&Reason| r.status == Status::Met;
                let none = self.part(ListPart::N).iter().find(met).map(|r| r.rule.clone());
                TierAnswer::NoList(none.unwrap_or_default())
            }
            Some(code) => TierAnswer::On(Tier::from_code(code).unwrap_or(Tier::Two)),
            None => TierAnswer::On(Tier::Two),
        };
        (answer, found.map(|row| row.id.clone()).unwrap_or_default())
    }

    /// Which criteria led there, and which would lead elsewhere.
    fn reasons_for(&self, answer: &TierAnswer) -> (Vec<Reason>, Vec<Reason>) {
        let is_met = |r: &&Reason| r.status == Status::Met;
        let not_met = |r: &&Reason| r.status != Status::Met;
        let open = |r: &&Reason| r.status == Status::NotKnown || r.from.is_some();
        let one = self.part(ListPart::One);
        let of_three = || self.part(ListPart::A).into_iter().chain(self.part(ListPart::B));
        match answer {
            TierAnswer::NoList(id) => {
                let none = self.reasons.iter().filter(|r| r.rule == *id);
                (none.cloned().collect(), Vec::new())
            }
            TierAnswer::On(Tier::One) => (one.into_iter().cloned().collect(), Vec::new()),
            _ if self.state.resolved_on.is_some() => {
                (one.into_iter().filter(not_met).cloned().collect(), Vec::new())
            }
            TierAnswer::On(tier) => {
                let because = of_three().filter(is_met).cloned().collect();
                let mut change: Vec<Reason> = Vec::new();
                if *tier != Tier::Three {
                    change.extend(of_three().filter(open).cloned());
                }
                change.extend(one.into_iter().filter(not_met).cloned());
                (because, change)
            }
        }
    }

    pub(super) fn check(&self, criterion: &Criterion) -> Reason {
        let mut reason = Reason {
            rule: criterion.id.clone(),
            status: Status::NotMet,
            used: Vec::new(),
            from: None,
        };
        self.decide(&criterion.decided, &mut reason);
        if reason.status == Status::Met {
            reason.from = None;
        }
        reason
    }

    fn decide(&self, test: &Test, r: &mut Reason) {
        let state = self.state;
        let today = self.setting.today;
        match test {
            Test::Danger => self.danger(r),
            Test::Answer { question, is } => self.answer(question, is, r),
            Test::Overdue => {
                let breaches = self.clocks.iter().filter(|o| o.is_breach());
                r.used = breaches.map(|o| Used::new("rule", &o.rule)).collect();
                r.status = if r.used.is_empty() { Status::NotMet } else { Status::Met };
                let running = self.clocks.iter().filter(|o| {
                    let rule = self.setting.rules.rule(&o.rule);
                    o.owes == Owes::Office
                        && !o.elsewhere
                        && rule.is_some_and(|rule| !rule.window && !rule.met_by.is_empty())
                        && matches!(o.kind, DeadlineKind::Statutory | DeadlineKind::Ordered)
                        && o.standing == Standing::Running
                });
                r.from = running.filter_map(|o| o.due.day()).min().and_then(next);
            }
            Test::OfficePromiseMissed { question } => {
                let office = state.open_promises().filter(|p| p.owes == Owes::Office);
                let due = office.map(|p| p.due).min();
                // What was promised before the matter came is broken until it is settled here.
                let settled = !state.agreements.is_empty() || state.all_replied();
                let before = state.answer(question);
                let before = before.filter(|_| !settled).and_then(parse_date);
                let due = due.into_iter().chain(before).min();
                self.after(due, "promise_due", r);
            }
            Test::MustByWithin { days, .. } => self.must_by(test, *days, r),
            Test::Scale { households, people } => self.scale(*households, *people, r),
            Test::DutyUnsettled { question, working_days } => {
                self.duty_unsettled(question, *working_days, r);
            }
            Test::OpenFor { days } => {
                if let Some(day) = open_since(state) {
                    r.used.push(Used::new("registered_on", day));
                    set_from(r, day.checked_add_days(Days::new(u64::from(*days))), today);
                }
            }
            Test::PlanMoved { times } => {
                let moved = u32::try_from(plans_moved(state).len()).unwrap_or(u32::MAX);
                let missed = state.promises.iter().filter(|p| p.missed.is_some()).count();
                let missed = u32::try_from(missed).unwrap_or(u32::MAX);
                r.used.push(Used::new("plan_moved", moved));
                r.used.push(Used::new("promises_missed", missed));
                r.status = met(moved >= *times || missed >= *times);
            }
            Test::Reopened => {
                // New facts or a wrong closing are no failure of the solution.
                let failed = state.reopened.iter().filter(|(_, x)| {
                    matches!(x.reason, ReopenReason::NotCarriedOut | ReopenReason::Recurred)
                });
                r.used = failed.map(|(on, _)| Used::new("reopened_on", on)).collect();
                r.status = met(!r.used.is_empty());
            }
            Test::OrderedFeedback => {
                let day = state.registered.as_ref().and_then(|x| x.order.as_ref()?.feedback_by);
                r.used = day.iter().map(|d| Used::new("feedback_by", d)).collect();
                r.status = met(day.is_some());
            }
            Test::Against { is, unless } => {
                let decided = Decided { kind: self.kind, tier: None };
                let is_off =
                    **unless != When::default() && holds(unless, state, decided, self.setting);
                let mut against = state.claims_kept().map(|c| c.claim.against);
                let hit =
                    against.find(|a| is.contains(a) && !(is_off && unless.against.contains(a)));
                r.used = hit.iter().map(|a| Used::new("against", a.code())).collect();
                r.status = met(hit.is_some());
            }
            Test::NoProgress { days } => {
                if let Some(last) = super::inputs::stirred(state) {
                    r.used.push(Used::new("last_activity", last));
                    set_from(r, last.checked_add_days(Days::new(u64::from(*days))), today);
                }
            }
            Test::IsA { kind, class } => self.is_a(kind, class, r),
            Test::HandledAtOnce => {
                // Told what another unit did about it is done, but not handled at once.
                let done = state.done_on.filter(|_| state.has_now(Trigger::HandledAtOnce));
                r.used = done.iter().map(|d| Used::new("handled_on", d)).collect();
                r.status = met(done.is_some());
            }
            Test::Stage { is } => {
                let stage = state.stage();
                r.used.push(Used::new("stage", stage.code()));
                r.status = met(is.contains(&stage));
            }
            Test::AllToldOutcome => self.all_told(r),
            Test::NothingLate => {
                let late = state.open_promises().find(|p| p.due < today);
                r.used = late.iter().map(|p| Used::new("promise_due", p.due)).collect();
                r.status = met(late.is_none());
            }
            Test::NoOpenDanger => {
                let danger = state.registered.as_ref().map(|x| x.danger);
                let closed = danger == Some(Danger::No) || state.resolved_on.is_some();
                r.status = met(closed);
                r.used = danger.iter().map(|d| Used::new("danger", d.code())).collect();
            }
        }
    }

    /// A day before which it must be done, and rights that lapse untold.
    fn must_by(&self, test: &Test, days: u32, r: &mut Reason) {
        let today = self.setting.today;
        let (used, day, is_none) = must_by(self.state, test);
        r.used = used;
        match day {
            // Afterwards it has happened, or has not: no longer a coming day.
            Some(on) if today <= on => {
                set_from(r, on.checked_sub_days(Days::new(u64::from(days))), today);
            }
            None if !is_none => r.status = Status::NotKnown,
            _ => {}
        }
        for (right, due) in self.rights().filter(|(o, _)| o.told == Some(false)) {
            let is_open = matches!(right.standing, Standing::Running | Standing::Suspended);
            let from = due.checked_sub_days(Days::new(u64::from(days))).unwrap_or(due);
            if !is_open && right.standing != Standing::Closed {
                continue;
            }
            if from <= today {
                r.status = Status::Met;
            }
            r.from = Some(r.from.map_or(from, |day| day.min(from)));
            let key = right.rule.clone();
            r.used.push(Used { fact: "untold", key, value: due.to_string() });
        }
    }

    /// Rights of the citizen under the law that lapse on a day, and not before the matter
    /// came; whether they were told is asked of each.
    pub(super) fn rights(&self) -> impl Iterator<Item = (&Obligation, Date)> {
        let rights = self.clocks.iter().filter(|o| {
            o.owes == Owes::Citizen && o.kind == DeadlineKind::Statutory && o.told.is_some()
        });
        let dated = rights.filter_map(|o| Some((o, o.due.day()?)));
        dated.filter(|(_, due)| Some(*due) >= self.state.received_on)
    }

    fn danger(&self, r: &mut Reason) {
        let danger = self.state.registered.as_ref().map_or(Danger::Unknown, |x| x.danger);
        r.used.push(Used::new("danger", danger.code()));
        r.status = match danger {
            // Neither a court's time nor an answer takes a danger away; settling does.
            Danger::Yes => {
                let stage = self.state.stage();
                let stays = matches!(stage, Stage::LegalRoute | Stage::LawfullyClosed);
                met(stays || stage < Stage::Observing)
            }
            Danger::No => Status::NotMet,
            Danger::Unknown => Status::NotKnown,
        };
    }

    /// The class of a claim counts as the table has it until a person decides on one: what
    /// somebody came to suggest is a suggestion from the first day.
    fn is_a(&self, kinds: &[Kind], classes: &[Class], r: &mut Reason) {
        r.used.push(Used::new("kind", self.kind.code()));
        let mut found = Vec::new();
        if self.kind == Kind::Petition {
            let claims = self.state.claims.iter().enumerate().filter(|(_, c)| c.moved.is_none());
            found.extend(claims.map(|(at, c)| (c.class.or_else(|| self.proposed_class(at)), c)));
        }
        let is_one = |class: &Option<Class>| class.is_some_and(|x| classes.contains(&x));
        let by_class = !found.is_empty() && found.iter().all(|(class, _)| is_one(class));
        if let (true, Some((Some(class), of))) = (by_class, found.first()) {
            let key = if of.class.is_none() { "proposed" } else { "" };
            r.used.push(Used { key: key.to_owned(), ..Used::new("class", class.code()) });
        }
        r.status = met(kinds.contains(&self.kind) || by_class);
    }

    /// What the table says of a claim's class; `None` where no table speaks for the matter.
    fn proposed_class(&self, claim: usize) -> Option<Class> {
        let came = super::inputs::Came::new();
        let reader = super::inputs::Reader {
            state: self.state,
            tier: self,
            came: &came,
            claim: Some(claim),
        };
        let decided = Decided { kind: self.kind, tier: None };
        let table = self.setting.rules.table("class")?;
        let is_asked = holds(&table.when, self.state, decided, self.setting);
        let row = super::table::row(table, &reader).filter(|_| is_asked)?;
        Class::from_code(&row.answer)
    }

    fn answer(&self, question: &str, is: &[String], r: &mut Reason) {
        let answer = self.state.answer(question);
        r.used = answer.iter().map(|a| Used::new("answer", a)).collect();
        r.used.iter_mut().for_each(|u| question.clone_into(&mut u.key));
        // What this kind of unit is never asked is no open question.
        let when = self.setting.rules.questions.iter().find(|q| q.id == question).map(|q| &q.when);
        let is_asked =
            when.is_none_or(|w| w.unit.is_empty() || w.unit.contains(&self.setting.unit));
        let none = if is_asked { Status::NotKnown } else { Status::NotMet };
        r.status = answer.map_or(none, |a| met(is.iter().any(|x| x == a)));
    }

    /// Met from the day after `due`.
    fn after(&self, due: Option<Date>, fact: &'static str, r: &mut Reason) {
        if let Some(due) = due {
            r.used.push(Used::new(fact, due));
            set_from(r, next(due), self.setting.today);
        }
    }

    fn scale(&self, households: (u32, Option<u32>), people: (u32, Option<u32>), r: &mut Reason) {
        let Some(registered) = &self.state.registered else { return };
        let hit = |value: Option<u32>, (from, to): (u32, Option<u32>)| {
            value.map(|v| v >= from && to.is_none_or(|to| v <= to))
        };
        let counts = [
            ("households", registered.households, households),
            ("people", registered.people, people),
        ];
        let mut answers = Vec::new();
        for (name, value, range) in counts {
            if let Some(v) = value {
                r.used.push(Used::new(name, v));
            }
            answers.push(hit(value, range));
        }
        r.status = if answers.contains(&Some(true)) {
            Status::Met
        } else if answers.contains(&None) {
            Status::NotKnown
        } else {
            Status::NotMet
        };
    }

    fn duty_unsettled(&self, question: &str, working_days: u32, r: &mut Reason) {
        self.answer(question, &["yes".to_owned()], r);
        let settled = self.state.duty.as_ref().is_some_and(|(_, d)| !d.competent.is_empty());
        if settled || r.status == Status::NotMet {
            r.status = Status::NotMet;
            return;
        }
        let Some(registered) = &self.state.registered else { return };
        let term = Term { n: working_days, unit: Unit::WorkingDays };
        let end = count(registered.registered_on, term, false, &[], self.setting.calendar);
        let known = r.status == Status::Met;
        let Ok(counted) = end else {
            // The days of an unpublished year are not guessed.
            r.status = Status::NotKnown;
            return;
        };
        let from = next(counted.due);
        if known {
            r.status = Status::NotMet;
            set_from(r, from, self.setting.today);
        }
    }

    fn all_told(&self, r: &mut Reason) {
        let state = self.state;
        let settled = !state.agreements.is_empty() || state.resolved_on.is_some();
        let answered = state.all_replied() && state.delivered_on.is_some();
        let told = match self.kind {
            Kind::Petition => answered || !state.agreements.is_empty(),
            Kind::Dispute | Kind::Inquiry => settled || answered,
        };
        r.used = state.delivered_on.iter().map(|d| Used::new("delivered_on", d)).collect();
        r.status = met(told);
    }
}

/// The day it was written down; split off later, it is as old as the matter it came from.
pub(super) fn open_since(state: &State) -> Option<Date> {
    let registered = state.registered.as_ref()?;
    match registered.split_from {
        Some(_) => state.received_on.or(Some(registered.registered_on)),
        None => Some(registered.registered_on),
    }
}

/// The days on which the plan's limit was moved; a plan of a new round is a first plan.
pub(super) fn plans_moved(state: &State) -> Vec<Date> {
    let new_round =
        |from: Date, to: Date| state.reopened.iter().any(|(on, _)| from <= *on && *on <= to);
    let pairs = state.plans.iter().zip(state.plans.iter().skip(1));
    let moved = pairs.filter(|((a, old), (b, new))| old.due != new.due && !new_round(*a, *b));
    moved.map(|(_, (on, _))| *on).collect()
}

fn met(yes: bool) -> Status {
    if yes { Status::Met } else { Status::NotMet }
}

fn next(day: Date) -> Option<Date> {
    day.succ_opt()
}

/// Met once `from` has come; before, the day it will.
fn set_from(r: &mut Reason, from: Option<Date>, today: Date) {
    let Some(from) = from else { return };
    if from <= today {
        r.status = Status::Met;
    } else {
        r.status = Status::NotMet;
        r.from = Some(from);
    }
}
