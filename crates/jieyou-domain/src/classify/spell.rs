//! Since when, and until when, each criterion was met: for the fall from 三级, which waits
//! for a person, and is therefore known from what was before.

use super::TierFacts;
use super::inputs::day_of;
use super::must::must_by;
use super::tier::{Fall, open_since, plans_moved};
use crate::facts::{Danger, Owes, ReopenReason, Tier};
use crate::ledger::{Fact, State, Trigger};
use crate::rules::{Criterion, ListPart, Obligation, Standing, Test, Value};
use crate::time::{Date, Term, Unit, count};
use chrono::Days;

/// Days on which a criterion was met: from the first until the day before `until`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Spell {
    from: Date,
    until: Option<Date>,
}

/// The last day, not before `since` nor before it came back, on which the table put the
/// matter on 三级 although it does no more; `None` where there was none.
pub(super) fn fall(facts: &TierFacts<'_>, since: Date) -> Option<Fall> {
    // While it was on no list, or on another desk, it was not on 三级 either.
    let since = Some(since).max(came_back(facts.state))?;
    let of_three = |c: &&Criterion| matches!(c.part, ListPart::A | ListPart::B);
    let criteria: Vec<(&Criterion, Vec<Spell>)> = facts
        .setting
        .rules
        .criteria
        .iter()
        .filter(of_three)
        .map(|c| (c, facts.spells(&c.decided)))
        .collect();
    // What was met changes on these days only; between two of them nothing does.
    let ends = criteria.iter().flat_map(|(_, spells)| spells.iter().filter_map(|s| s.until));
    let mut days: Vec<Date> = ends.filter_map(|until| until.pred_opt()).collect();
    days.retain(|day| since <= *day && *day < facts.setting.today);
    crate::compact::sort_by(&mut days, |a, b| b.cmp(a));
    days.dedup();
    days.into_iter().find_map(|day| {
        let met = |(_, spells): &&(&Criterion, Vec<Spell>)| spells.iter().any(|s| s.holds(day));
        let on: Vec<&Criterion> = criteria.iter().filter(met).map(|(c, _)| *c).collect();
        let ids: Vec<&str> = on.iter().map(|c| c.id.as_str()).collect();
        // A lowering that was confirmed stood over them that day.
        let set = facts.state.tier_set.as_ref().filter(|(_, set)| set.tier == Tier::Two);
        let stood = set.is_some_and(|(on, set)| facts.against(set, *on, &ids, day).is_empty());
        let fell = facts.is_three(&on) && !stood;
        fell.then(|| Fall { last: day, because: ids.into_iter().map(ToOwned::to_owned).collect() })
    })
}

/// The last day on which it came back from where it stood on no list of this desk.
pub(super) fn came_back(state: &State) -> Option<Date> {
    let back = state.facts.iter().filter(|f| {
        use Trigger::{Arrived, Reopened, Returned, RouteEnded, Signed};
        matches!(f.trigger, Reopened | RouteEnded | Returned | Signed | Arrived)
    });
    back.map(|f| f.on).max()
}

impl Spell {
    fn holds(self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|until| day < until)
    }
}

fn later(day: Date, days: u32) -> Option<Date> {
    day.checked_add_days(Days::new(u64::from(days)))
}

impl TierFacts<'_> {
    /// Whether a criterion that is met on `day` came to be met after `on`.
    pub(super) fn is_new(&self, id: &str, on: Date, day: Date) -> bool {
        let Some(criterion) = self.setting.rules.criterion(id) else { return false };
        let spells = self.spells(&criterion.decided);
        let mut since = spells.iter().filter(|s| s.holds(day)).map(|s| s.from).min();
        // Met again on the day it ceased, it was met all the time.
        while let Some(from) = since.filter(|from| on < *from) {
            let before = spells.iter().find(|s| s.until == Some(from));
            let Some(before) = before else { return true };
            since = Some(before.from);
        }
        false
    }

    /// How many of the criteria of B that are met must cease, without those of A, until the
    /// table gives 三级 no more.
    pub(super) fn too_many(&self) -> usize {
        let all = self.setting.rules.criteria.iter();
        let met =
            |c: &&Criterion| c.part == ListPart::B && self.one(&c.id) == Some(super::Status::Met);
        let met: Vec<&Criterion> = all.filter(met).collect();
        (0..met.len()).take_while(|n| self.is_three(&met[*n..])).count()
    }

    /// Whether the table gives 三级 with these criteria of A and B, and no others, met.
    fn is_three(&self, met: &[&Criterion]) -> bool {
        let Some(table) = self.setting.rules.table("tier") else { return false };
        let came = super::inputs::Came::new();
        let reader =
            super::inputs::Reader { state: self.state, tier: self, came: &came, claim: None };
        let values = table.inputs.iter().map(|input| {
            let count = |part| met.iter().filter(|c| c.part == part).count();
            let number = |n: usize| vec![Value::Number(u32::try_from(n).unwrap_or(u32::MAX))];
            match (input.fact.code(), input.of.as_str()) {
                ("met", "A") => number(count(ListPart::A)),
                ("met", "B") => number(count(ListPart::B)),
                ("criterion", of) => vec![Value::yes(met.iter().any(|c| c.id == of))],
                _ => reader.read(input).values,
            }
        });
        let values: Vec<Vec<Value>> = values.collect();
        table.row_for(&values).is_some_and(|row| row.answer == Tier::Three.code())
    }

    /// The days on which a criterion of A or B was met, as far as facts tell them.
    fn spells(&self, test: &Test) -> Vec<Spell> {
        let state = self.state;
        let always = |yes: bool| {
            let from = state.received_on.filter(|_| yes);
            from.map(|from| Spell { from, until: None }).into_iter().collect()
        };
        let since =
            |from: Option<Date>| from.map(|from| Spell { from, until: None }).into_iter().collect();
        match test {
            Test::Danger => {
                always(state.registered.as_ref().is_some_and(|r| r.danger == Danger::Yes))
            }
            Test::Answer { question, is } => answered(state, question, is),
            Test::Overdue => self.clocks.iter().filter_map(|o| overdue(self, o)).collect(),
            Test::OfficePromiseMissed { question } => promises(state, question),
            Test::MustByWithin { days, .. } => {
                let must = must_by(state, test).1.map(|on| Spell {
                    from: on.checked_sub_days(Days::new(u64::from(*days))).unwrap_or(on),
                    until: on.succ_opt(),
                });
                must.into_iter().chain(self.untold(*days)).collect()
            }
            Test::DutyUnsettled { question, working_days } => {
                self.unsettled(question, *working_days)
            }
            Test::OpenFor { days } => since(open_since(state).and_then(|on| later(on, *days))),
            Test::PlanMoved { times } => since(moved(state, *times)),
            Test::NoProgress { days } => idle(state, *days),
            Test::Reopened => {
                let failed = state.reopened.iter().find(|(_, r)| {
                    matches!(r.reason, ReopenReason::NotCarriedOut | ReopenReason::Recurred)
                });
                since(failed.map(|(on, _)| *on))
            }
            // As it stands now: these do not come and go with time.
            _ => {
                let met = self.is_met_now(test);
                always(met)
            }
        }
    }

    /// Rights that nobody told of while they were about to lapse, or had.
    fn untold(&self, days: u32) -> impl Iterator<Item = Spell> {
        self.rights().filter_map(move |(right, due)| {
            let known =
                |f: &&Fact| f.trigger == Trigger::Right && Some(f.entry) == right.start_entry;
            let key = self.state.facts.iter().find(known).and_then(|f| f.key.clone());
            let ground =
                key.as_deref().and_then(|key| key.split_once('.')).map(|(g, _)| g.to_owned());
            let noted = ground.and_then(|ground| self.state.rights.get(&ground));
            let told = noted.and_then(|noted| noted.told).map(|(on, _)| on);
            let until = match (right.told, right.standing) {
                (_, Standing::Met(on) | Standing::MetLate(on)) => Some(told.unwrap_or(on).min(on)),
                (Some(true), _) => Some(told?),
                (_, Standing::Ended) => return None,
                _ => None,
            };
            spell(due.checked_sub_days(Days::new(u64::from(days))).max(right.start)?, until)
        })
    }

    fn is_met_now(&self, test: &Test) -> bool {
        let mut all = self.setting.rules.criteria.iter();
        let criterion = all.find(|c| c.decided == *test);
        criterion.and_then(|c| self.one(&c.id)) == Some(super::Status::Met)
    }

    fn unsettled(&self, question: &str, working_days: u32) -> Vec<Spell> {
        let state = self.state;
        let (Some(registered), Some("yes")) = (&state.registered, state.answer(question)) else {
            return Vec::new();
        };
        let term = Term { n: working_days, unit: Unit::WorkingDays };
        let end = count(registered.registered_on, term, false, &[], self.setting.calendar);
        let Some(from) = end.ok().and_then(|counted| counted.due.succ_opt()) else {
            return Vec::new();
        };
        let fixed = state.duty.as_ref().filter(|(_, d)| !d.competent.is_empty());
        spell(from, fixed.map(|(on, _)| *on)).into_iter().collect()
    }
}

/// A spell that is not empty.
fn spell(from: Date, until: Option<Date>) -> Option<Spell> {
    until.is_none_or(|until| from < until).then_some(Spell { from, until })
}

fn answered(state: &State, question: &str, is: &[String]) -> Vec<Spell> {
    let mut given: Vec<(Date, bool)> = Vec::new();
    for a in state.answered.iter().filter(|a| a.claim.is_none() && a.question == question) {
        given.push((a.on, is.contains(&a.answer)));
    }
    let next = |at: usize| given.get(at + 1).map(|(on, _)| *on);
    let met = given.iter().enumerate().filter(|(_, (_, met))| *met);
    met.filter_map(|(at, (on, _))| spell(*on, next(at))).collect()
}

/// What is a breach now, or was one until it was met late.
fn overdue(facts: &TierFacts<'_>, o: &Obligation) -> Option<Spell> {
    let from = o.due.day()?.succ_opt()?;
    let is_ours = o.owes == Owes::Office && !o.elsewhere && o.is_binding();
    match o.standing {
        Standing::MetLate(on) if is_ours => spell(from, Some(on)),
        _ if o.is_breach() && from <= facts.setting.today => spell(from, None),
        _ => None,
    }
}

fn promises(state: &State, question: &str) -> Vec<Spell> {
    let office = state.promises.iter().filter(|p| p.owes == Owes::Office);
    let mut all: Vec<Spell> = office
        .filter_map(|p| {
            let kept = [p.performed, p.replaced].into_iter().flatten().min();
            spell(p.due.succ_opt()?, kept)
        })
        .collect();
    // What was promised before the matter came is broken until it is settled here.
    let replied = state.last(Trigger::AllReplied).filter(|_| state.all_replied());
    let agreed = state.agreements.first().map(|a| a.on);
    let settled = [agreed, replied].into_iter().flatten().min();
    let before = state.answer(question).and_then(day_of).and_then(|day| day.succ_opt());
    all.extend(before.and_then(|from| spell(from, settled)));
    all
}

/// The day on which the plan's limit was moved, or a promise broken, for the n-th time.
fn moved(state: &State, times: u32) -> Option<Date> {
    let nth = |mut days: Vec<Date>| {
        crate::compact::sort_by(&mut days, |a, b| a.cmp(b));
        days.get(usize::try_from(times).ok()?.checked_sub(1)?).copied()
    };
    let missed = state.promises.iter().filter_map(|p| p.missed).collect();
    [nth(plans_moved(state)), nth(missed)].into_iter().flatten().min()
}

fn idle(state: &State, days: u32) -> Vec<Spell> {
    let mut on: Vec<Date> = super::inputs::stirs(state).collect();
    crate::compact::sort_by(&mut on, |a, b| a.cmp(b));
    on.dedup();
    let next = |at: usize| on.get(at + 1).copied();
    let all = on.iter().enumerate();
    all.filter_map(|(at, day)| spell(later(*day, days)?, next(at))).collect()
}
