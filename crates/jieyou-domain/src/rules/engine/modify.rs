//! Rules that act on other rules: what lengthens, suspends, starts anew or stays a clock.

use super::{Setting, applies};
use crate::compact::sort_by;
use crate::ledger::{Fact, State, Trigger};
use crate::rules::obligation::{Due, Note, Obligation};
use crate::rules::pack::{Effect, Rule, RuleTerm};
use crate::time::{CountError, Counted, Date, Span, Step, StepKind, Term, Unit, back, count};

/// The rules that act on others and apply to a matter.
pub(super) struct Modifiers<'a> {
    all: Vec<&'a Rule>,
}

impl<'a> Modifiers<'a> {
    /// Finds them for one matter.
    pub(super) fn of(state: &State, decided: super::Decided, setting: Setting<'a>) -> Self {
        let acting = setting.rules.rules.iter().filter(|r| !r.of.is_empty());
        Self { all: acting.filter(|r| applies(r, state, decided, setting)).collect() }
    }

    fn on<'s>(&'s self, rule: &'s Rule, effect: Effect) -> impl Iterator<Item = &'a Rule> + 's {
        self.all.iter().copied().filter(move |m| m.effect == effect && m.of.contains(&rule.id))
    }

    /// The rule by which a clock that starts on `start` is not owed.
    pub(super) fn excuse(&self, rule: &Rule, state: &State, start: Date) -> Option<&'a Rule> {
        self.on(rule, Effect::Excuses).find(|m| {
            if m.starts.is_empty() { m.in_force(start) } else { facts(m, state).next().is_some() }
        })
    }
}

/// The facts that set a rule going while it is in force.
pub(super) fn facts<'s>(rule: &'s Rule, state: &'s State) -> impl Iterator<Item = &'s Fact> {
    state
        .facts
        .iter()
        .filter(|f| rule.starts_from(f.trigger, f.key.as_deref()) && rule.in_force(f.on))
}

/// Counts a clock and writes day, steps, notes and what acted on it.
pub(super) fn set_day(
    o: &mut Obligation,
    rule: &Rule,
    start: &Fact,
    state: &State,
    acting: &Modifiers<'_>,
    setting: Setting<'_>,
) -> Vec<Span> {
    let term = match setting.rules.term_on(rule, start.on).0 {
        RuleTerm::Count { n, unit } => Term { n, unit },
        RuleTerm::Special(special) => {
            o.due = special.day(start, setting);
            return Vec::new();
        }
    };
    let spans = spans(o, rule, state, acting);
    let clock = Clock { rule, term, spans: &spans, state, acting, setting };
    let (from, before) = clock.restarted(o, start.on);
    match clock.count(from, rule.roll == crate::rules::Roll::Yes) {
        Ok(counted) => {
            o.due = Due::On(counted.due);
            o.steps = before.into_iter().chain(counted.steps).collect();
            o.notes.extend(counted.notes.into_iter().map(Note::from));
        }
        Err(CountError::YearNotPublished { year, unrolled }) => {
            o.due = Due::Unanswerable { year, unrolled };
        }
        Err(CountError::OutOfRange) => o.notes.push(Note::OutOfRange),
    }
    clock.extend(o, start);
    clock.stay(o);
    clock.hint(o, from);
    spans
}

fn spans(o: &mut Obligation, rule: &Rule, state: &State, acting: &Modifiers<'_>) -> Vec<Span> {
    let span = |f: &Fact| Span { from: f.on, to: f.due.unwrap_or(f.on) };
    let own = state.facts.iter().filter(|f| rule.suspended_by.contains(&f.trigger));
    let mut all: Vec<Span> = own.map(span).collect();
    for by in acting.on(rule, Effect::Suspends) {
        let before = all.len();
        all.extend(facts(by, state).map(span));
        if all.len() > before {
            o.by.push(by.id.clone());
        }
    }
    all
}

struct Clock<'a> {
    rule: &'a Rule,
    term: Term,
    spans: &'a [Span],
    state: &'a State,
    acting: &'a Modifiers<'a>,
    setting: Setting<'a>,
}

impl Clock<'_> {
    fn count(&self, from: Date, roll: bool) -> Result<Counted, CountError> {
        count(from, self.term, roll, self.spans, self.setting.calendar)
    }

    /// The day from which it runs in the end, and the steps until there. What comes after
    /// its last day starts nothing anew.
    fn restarted(&self, o: &mut Obligation, start: Date) -> (Date, Vec<Step>) {
        let mut anew: Vec<(Date, Date, &Rule)> = Vec::new();
        for by in self.acting.on(self.rule, Effect::Interrupts) {
            anew.extend(facts(by, self.state).map(|f| (f.on, ended(by, f, self.state), by)));
        }
        sort_by(&mut anew, |a, b| (a.0, a.1).cmp(&(b.0, b.1)));
        let (mut from, mut steps) = (start, Vec::new());
        for (on, end, by) in anew {
            let Ok(counted) = self.count(from, false) else { break };
            if on <= from || on > counted.due {
                continue;
            }
            steps.push(Step { kind: StepKind::Start, from, to: from, n: None });
            if let (Some(first), Some(last)) = (from.succ_opt(), end.pred_opt())
                && first <= last
            {
                let kind = StepKind::Interrupted;
                steps.push(Step { kind, from: first, to: last, n: None });
            }
            from = end;
            if !o.by.contains(&by.id) {
                o.by.push(by.id.clone());
            }
        }
        (from, steps)
    }

    /// Counts an extension on from the last day, and says so in the steps.
    fn extend(&self, o: &mut Obligation, start: &Fact) {
        let Due::On(day) = o.due else { return };
        let is_ours = |f: &&Fact| f.on >= start.on;
        let own = self.state.facts.iter().filter(|f| self.rule.extended_by.contains(&f.trigger));
        // An extension of an earlier round says nothing about this one.
        let mut most = own.filter(is_ours).filter_map(|f| f.n).max();
        for by in self.acting.on(self.rule, Effect::Extends) {
            let RuleTerm::Count { n: at_most, .. } = by.term else { continue };
            // Decided once the time was over, it lengthens nothing.
            let days = facts(by, self.state).filter(is_ours).filter(|f| f.on <= day);
            if let Some(n) = days.filter_map(|f| f.n).max() {
                most = most.max(Some(n.min(at_most)));
                o.by.push(by.id.clone());
            }
        }
        let Some(n) = most else { return };
        let term = Term { n, unit: Unit::CalendarDays };
        if let Ok(counted) = count(day, term, false, &[], self.setting.calendar) {
            o.due = Due::On(counted.due);
            o.steps.retain(|s| s.kind != StepKind::Due);
            let added = counted.steps.into_iter().filter(|s| s.kind != StepKind::Start);
            o.steps.extend(added.map(|s| match s.kind {
                StepKind::Counted => Step { kind: StepKind::Extended, ..s },
                _ => s,
            }));
        }
    }

    /// An obstacle in its last part lets it end only so long after the obstacle.
    fn stay(&self, o: &mut Obligation) {
        for by in self.acting.on(self.rule, Effect::Stays) {
            let (Due::On(due), RuleTerm::Count { n, unit }) = (&o.due, by.term) else { continue };
            let (due, term) = (*due, Term { n, unit });
            let Some(last_part) = back(due, term) else { continue };
            let over = facts(by, self.state).filter_map(|f| Some((f.on, f.due?)));
            let over = over.filter(|(from, to)| *from <= due && *to > last_part);
            let Some((from, to)) = over.max_by_key(|(_, to)| *to) else { continue };
            let Ok(counted) = count(to, term, false, &[], self.setting.calendar) else { continue };
            if counted.due <= due {
                continue;
            }
            o.due = Due::On(counted.due);
            o.by.push(by.id.clone());
            o.steps.retain(|s| s.kind != StepKind::Due);
            let from = from.max(last_part);
            o.steps.push(Step { kind: StepKind::Stayed, from, to, n: None });
            o.steps.extend(counted.steps.into_iter().filter(|s| s.kind != StepKind::Start));
        }
    }

    /// For a citizen's right the day to which its last day may roll.
    fn hint(&self, o: &mut Obligation, from: Date) {
        if self.rule.roll != crate::rules::Roll::Hint {
            return;
        }
        let acted = o.steps.iter().any(|s| matches!(s.kind, StepKind::Extended | StepKind::Stayed));
        let rolled = match (acted, &o.due) {
            (true, Due::On(day)) => count(
                *day,
                Term { n: 0, unit: Unit::CalendarDays },
                true,
                &[],
                self.setting.calendar,
            ),
            _ => self.count(from, true),
        };
        if let Ok(rolled) = rolled
            && o.due != Due::On(rolled.due)
        {
            o.hint = Some(rolled.due);
            o.notes.extend(rolled.notes.into_iter().map(Note::from));
        }
    }
}

/// The day from which an interrupted clock runs anew: the end of what was begun, or while
/// that goes on its beginning.
fn ended(by: &Rule, fact: &Fact, state: &State) -> Date {
    let named = |f: &Fact| {
        f.trigger == Trigger::Right && f.key.as_ref().is_some_and(|key| by.end_keys.contains(key))
    };
    let ends = state.facts.iter().filter(|f| by.ends_by.contains(&f.trigger) || named(f));
    let ends = ends.filter(|f| f.on >= fact.on);
    ends.map(|f| f.on).min().unwrap_or(fact.on)
}
