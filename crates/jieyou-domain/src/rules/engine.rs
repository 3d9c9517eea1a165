//! The engine: facts and rules in, obligations out. Knows no rule by name.

mod modify;

use super::obligation::{Due, Note, Obligation, Standing};
use super::pack::{Effect, Pick, Rule, RuleSet, SpecialTerm, When};
use crate::facts::{Class, Kind, Owes, ReplyBy, Tier, UnitKind};
use crate::ledger::{Fact, HinderedState, State, Trigger};
use crate::time::{Calendar, Date, Span};
use modify::{Modifiers, set_day};

/// What an obligation depends on besides the matter.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// What the unit is.
    pub unit: UnitKind,
    /// Its name.
    pub name: &'a str,
    /// The rules in force.
    pub rules: &'a RuleSet,
    /// The calendar in force.
    pub calendar: &'a Calendar,
    /// The civil date at UTC+8.
    pub today: Date,
}

/// Facts about the matter that are decisions of their own.
#[derive(Clone, Copy, Debug)]
pub struct Decided {
    /// The kind.
    pub kind: Kind,
    /// The list it stands on; `None` while it is being decided or when on none.
    pub tier: Option<Tier>,
}

/// Something to know about a matter, without a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The rule.
    pub rule: String,
    /// The day of the fact from which it holds; `None` where it holds from the beginning.
    pub since: Option<Date>,
}

/// Returns every obligation of a matter, in the order of the pack.
///
/// With `tier_rules` false the rules that depend on the tier are left out: the tier
/// itself depends on whether the others are overdue.
pub fn obligations(
    state: &State,
    decided: Decided,
    setting: Setting<'_>,
    tier_rules: bool,
) -> Vec<Obligation> {
    let mut all = Vec::new();
    let acting = Modifiers::of(state, decided, setting);
    for rule in setting.rules.rules.iter().filter(|r| r.effect == Effect::Clock) {
        if rule.when.needs_tier() && !tier_rules {
            continue;
        }
        if !applies(rule, state, decided, setting) {
            continue;
        }
        let starts = starts(rule, state);
        if starts.is_empty() {
            let is_excused = acting.excuse(rule, state, setting.today).is_some();
            if rule.pending.is_some()
                && rule.in_force(setting.today)
                && !is_ended(rule, state)
                && !is_excused
            {
                all.push(blank(rule, Due::NotStarted, Standing::NotStarted));
            }
            continue;
        }
        let counted = starts
            .into_iter()
            .filter(|f| rule.in_force(f.on) && acting.excuse(rule, state, f.on).is_none());
        all.extend(counted.map(|start| owed(rule, start, state, &acting, setting)));
    }
    let groups: Vec<&str> =
        all.iter().map(|o| setting.rules.rule(&o.rule).map_or("", |r| r.group.as_str())).collect();
    mark_governed(&groups, &mut all);
    all
}

/// Returns what is to be known about a matter besides its days, in the order of the pack.
pub fn said(state: &State, decided: Decided, setting: Setting<'_>) -> Vec<Said> {
    let mut all = Vec::new();
    let says = |r: &&Rule| matches!(r.effect, Effect::Says | Effect::Excuses);
    for rule in setting.rules.rules.iter().filter(says) {
        if !applies(rule, state, decided, setting) {
            continue;
        }
        let begun = if rule.starts.is_empty() {
            let holds = rule.in_force(state.received_on.unwrap_or(setting.today));
            holds.then_some(None)
        } else {
            let last = modify::facts(rule, state).reduce(later);
            last.filter(|start| !has_ended(rule, start, state)).map(|f| Some(f.on))
        };
        all.extend(begun.map(|since| Said { rule: rule.id.clone(), since }));
    }
    all
}

fn has_ended(rule: &Rule, start: &Fact, state: &State) -> bool {
    let mut ended = state.facts.iter().filter(|f| rule.ends_by.contains(&f.trigger));
    ended.any(|f| is_after(f, start, state))
}

/// Whether a rule is for a matter at all.
pub fn applies(rule: &Rule, state: &State, decided: Decided, setting: Setting<'_>) -> bool {
    holds(&rule.when, state, decided, setting)
        && rule.unless.as_ref().is_none_or(|unless| !holds(unless, state, decided, setting))
}

/// Whether the conditions hold for a matter.
pub fn holds(when: &When, state: &State, decided: Decided, setting: Setting<'_>) -> bool {
    fn among<T: PartialEq>(allowed: &[T], value: Option<T>) -> bool {
        allowed.is_empty() || value.is_some_and(|v| allowed.contains(&v))
    }
    let Some(registered) = &state.registered else { return false };
    among(&when.unit, Some(setting.unit))
        && among(&when.source, Some(registered.channel.source()))
        && among(&when.channel, Some(registered.channel))
        && among(&when.kind, Some(decided.kind))
        && among(&when.tier, decided.tier)
        // One claim must meet them all: the route of one says nothing about another.
        && state.claims.iter().enumerate().filter(|(_, c)| c.moved.is_none()).any(|(at, c)| {
            let answered = |id: &str, allowed: &[String]| {
                let answer = state.claim_answer(at, id);
                answer.is_some_and(|a| allowed.iter().any(|x| x == a))
            };
            among(&when.class, Some(c.class.unwrap_or(Class::Appeal)))
                && among(&when.route, c.route)
                && among(&when.against, Some(c.claim.against))
                && when.own.is_none_or(|want| want == is_own(&c.body, setting.name))
                && when.answers.iter().all(|(id, allowed)| answered(id, allowed))
        })
        && is_subject(&when.category, state.category.as_deref())
        && when.simple.is_none_or(|want| want == state.is_simple())
        && when.reachable.is_none_or(|want| want == (registered.reply_by != ReplyBy::NoContact))
}

/// Whether a subject is one of these, or lies below one.
fn is_subject(allowed: &[String], subject: Option<&str>) -> bool {
    let below = |of: &String| {
        let rest = subject.and_then(|s| s.strip_prefix(of.as_str()));
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    allowed.is_empty() || allowed.iter().any(below)
}

/// Whether a body is this unit. Names are typed as people say them, so one within the
/// other is the same.
fn is_own(body: &str, name: &str) -> bool {
    !body.is_empty() && !name.is_empty() && (name.contains(body) || body.contains(name))
}

fn starts<'a>(rule: &Rule, state: &'a State) -> Vec<&'a Fact> {
    let all = state.facts.iter().filter(|f| rule.starts_from(f.trigger, f.key.as_deref()));
    // A day that was confirmed stands in the place of one that was only answered.
    let is_confirmed = all.clone().any(|f| f.trigger == Trigger::Right);
    let all = all.filter(|f| !is_confirmed || f.trigger != Trigger::Answer);
    match rule.pick {
        Pick::Each => all.collect(),
        // Facts are not sorted by day across triggers; the first of equal days stands.
        Pick::First => all.reduce(|a, b| if b.on < a.on { b } else { a }).into_iter().collect(),
        Pick::Last => all.reduce(later).into_iter().collect(),
    }
}

/// Facts that turn a matter: what else lies on their day stands before or after them.
const TURNS: [Trigger; 4] =
    [Trigger::Reopened, Trigger::Returned, Trigger::Visits, Trigger::HandedUp];

/// The later of two starts. On one day the order of writing says something only around
/// the facts that turn a matter.
fn later<'a>(a: &'a Fact, b: &'a Fact) -> &'a Fact {
    if a.on != b.on {
        return if b.on > a.on { b } else { a };
    }
    if TURNS.contains(&a.trigger) || TURNS.contains(&b.trigger) {
        return b;
    }
    let key = |f: &Fact| (f.trigger != Trigger::Registered, f.entry);
    if key(b) >= key(a) { b } else { a }
}

fn is_ended(rule: &Rule, state: &State) -> bool {
    state.this_round().iter().any(|f| rule.ends_by.contains(&f.trigger))
}

fn blank(rule: &Rule, due: Due, standing: Standing) -> Obligation {
    Obligation {
        rule: rule.id.clone(),
        key: String::new(),
        kind: rule.kind,
        owes: rule.owes,
        elsewhere: rule.elsewhere,
        start: None,
        start_entry: None,
        due,
        hint: None,
        standing,
        told: None,
        by: Vec::new(),
        steps: Vec::new(),
        notes: Vec::new(),
        soon: rule.remind.first().copied().unwrap_or_default(),
        hindered: None,
    }
}

fn owed(
    rule: &Rule,
    start: &Fact,
    state: &State,
    acting: &Modifiers<'_>,
    setting: Setting<'_>,
) -> Obligation {
    let mut o = blank(rule, Due::NotStarted, Standing::Running);
    o.key = start.key.clone().filter(|_| rule.pick == Pick::Each).unwrap_or_default();
    o.start = Some(start.on);
    o.start_entry = Some(start.entry);
    o.told = start.told.filter(|_| rule.owes == Owes::Citizen);
    let spans = set_day(&mut o, rule, start, state, acting, setting);
    o.standing = standing(&o, rule, start, state, &spans, setting.today);
    if o.may_be_hindered(setting.rules) {
        o.hindered = hindered(&o, start, state);
        if o.hindered.is_some() && !o.is_binding() {
            o.standing = Standing::Ended;
        }
    }
    o
}

/// The last reason given since `start`. A start of the same day that was written later
/// begins anew.
fn hindered(o: &Obligation, start: &Fact, state: &State) -> Option<Box<HinderedState>> {
    // By the entry: the limit of a plan stands behind every other fact.
    let at = state.facts.iter().position(|f| f.entry == start.entry);
    let late = start.trigger == Trigger::Registered;
    let since = |before: usize, on: Date| {
        late || on > start.on || on == start.on && at.is_some_and(|at| at < before)
    };
    let mut last = state.hindered.iter().rev();
    let last = last
        .find(|(before, h)| h.said.rule == o.rule && h.said.key == o.key && since(*before, h.on));
    last.map(|(_, h)| Box::new(h.clone()))
}

impl SpecialTerm {
    /// The day it gives a clock that starts with this fact.
    fn day(self, start: &Fact, setting: Setting<'_>) -> Due {
        match self {
            Self::NextConsult => {
                super::next_consult(start.on, setting).map_or(Due::NotStarted, Due::On)
            }
            Self::SameDay => Due::On(start.on),
            Self::AsGiven => start.due.map_or(Due::NotStarted, Due::On),
            Self::None => Due::NotStarted,
        }
    }
}

fn standing(
    o: &Obligation,
    rule: &Rule,
    start: &Fact,
    state: &State,
    spans: &[Span],
    today: Date,
) -> Standing {
    // A promise of its own is met only by a fact that names it.
    let about = |f: &&Fact| rule.pick != Pick::Each || start.key.is_none() || f.key == start.key;
    // What starts it again cannot meet it: the last of these is the start.
    let restarts =
        |f: &Fact| rule.pick == Pick::Last && rule.starts_from(f.trigger, f.key.as_deref());
    let meets = |f: &&Fact| rule.is_met_by(f.trigger, f.key.as_deref()) && !restarts(f);
    let met = state.facts.iter().filter(meets);
    let met = met.filter(about).filter(|f| is_after(f, start, state)).map(|f| f.on).min();
    // A right whose last day may roll is neither late nor lost before that day is over too.
    let due = o.due.day();
    let last = if rule.owes == Owes::Citizen { due.max(o.hint) } else { due };
    if let Some(on) = met {
        return match last {
            Some(last) if on > last => Standing::MetLate(on),
            _ => Standing::Met(on),
        };
    }
    let mut ended = state.facts.iter().filter(|f| rule.ends_by.contains(&f.trigger));
    // What names another promise says nothing about this one.
    if ended.any(|f| (f.key.is_none() || about(&f)) && is_after(f, start, state)) {
        return Standing::Ended;
    }
    if last.is_none_or(|last| today <= last) {
        let suspended = spans.iter().any(|s| s.from <= today && today <= s.to);
        return if suspended { Standing::Suspended } else { Standing::Running };
    }
    if rule.owes == Owes::Citizen || rule.window {
        Standing::Closed
    } else if rule.met_by.is_empty() {
        // A habit without anything to meet it simply runs out.
        Standing::Ended
    } else {
        Standing::Overdue
    }
}

/// Whether `fact` may meet or end what `start` started.
///
/// A matter written down late was worked on before: what was done since it was
/// received counts for what its registration started. Within one day order means
/// nothing, except around the facts that open and close a round, send a matter back, or
/// start the next visit with the last one.
fn is_after(fact: &Fact, start: &Fact, state: &State) -> bool {
    if start.trigger == Trigger::Registered {
        return state.received_on.is_none_or(|received| fact.on >= received);
    }
    if fact.on != start.on {
        return fact.on > start.on;
    }
    let is_turn = |f: &Fact| TURNS.contains(&f.trigger);
    // Handing up ends what ran that day whatever the order; only as a start it turns.
    let reopens = is_turn(start) || is_turn(fact) && fact.trigger != Trigger::HandedUp;
    let at = |f: &Fact| state.facts.iter().position(|x| std::ptr::eq(x, f));
    !reopens || at(fact) > at(start)
}

/// Marks open duties of the office behind the earlier 法定 or 指定 one of their group.
fn mark_governed(groups: &[&str], all: &mut [Obligation]) {
    let binding = |o: &Obligation| o.owes == Owes::Office && o.standing.is_open() && o.is_binding();
    for at in 0..all.len() {
        let (group, day) = (groups[at], all[at].due.day());
        if group.is_empty() || !binding(&all[at]) {
            continue;
        }
        let earlier = (0..all.len()).any(|other| {
            other != at
                && groups[other] == group
                && binding(&all[other])
                && all[other].due.day().is_some()
                && (day.is_none() || all[other].due.day() < day)
        });
        if earlier {
            all[at].notes.push(Note::EarlierGoverns);
        }
    }
}
