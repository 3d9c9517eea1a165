//! What a person decided about the list, and what of it counts today.
//!
//! A rise takes effect at once; no 三级 falls, by a person, by the criteria or by a decision
//! that lapses, before the consult or the responsible leader confirms it.

use super::spell::came_back;
use super::tier::{Fall, Lowering, Tiered};
use super::{Override, Status, TierAnswer, TierFacts};
use crate::facts::{Tier, TierSet};
use crate::rules::{ListPart, Test, next_consult};
use crate::time::Date;

/// The list in force over what the criteria give, who decided it, and what is to be said.
pub(super) fn over(
    facts: &TierFacts<'_>,
    computed: &TierAnswer,
    notes: &mut Tiered,
) -> (TierAnswer, Option<Override>) {
    // Nobody can put a matter on a list that is on none, or keep one there; 一级 is reached
    // by settling, never by decision, and left by reopening.
    let TierAnswer::On(rules @ (Tier::Two | Tier::Three)) = computed else {
        return (computed.clone(), None);
    };
    if facts.state.resolved_on.is_some() {
        return (computed.clone(), None);
    }
    let set = facts.state.tier_set.as_ref().filter(|(_, t)| t.tier != Tier::One);
    let (tier, by) = match (set, rules) {
        (Some((on, t)), Tier::Two) if t.tier == Tier::Three && !t.confirms => {
            raised(facts, *on, t, notes)
        }
        (_, Tier::Two) => {
            let since = set.map(|(on, _)| *on).or(facts.state.received_on);
            notes.fall = since.and_then(|since| super::spell::fall(facts, since));
            (if notes.fall.is_some() { Tier::Three } else { Tier::Two }, None)
        }
        (Some((on, t)), _) if t.tier == Tier::Two => lowered(facts, *on, t, notes),
        _ => (Tier::Three, None),
    };
    if tier == Tier::Three
        && let Some((on, asked)) = &facts.state.tier_asked
    {
        ask(facts, *on, asked, notes);
    }
    (TierAnswer::On(tier), by)
}

/// Raised by a person: until the consult; then it waits like any other fall.
fn raised(
    facts: &TierFacts<'_>,
    on: Date,
    set: &TierSet,
    notes: &mut Tiered,
) -> (Tier, Option<Override>) {
    let by = named(on, set);
    let until = next_consult(on, facts.setting);
    let Some(until) = until.filter(|until| *until < facts.setting.today) else {
        notes.until = until;
        return (Tier::Three, Some(by));
    };
    notes.lapsed = Some((by, until));
    let is_here = came_back(facts.state).is_none_or(|back| back <= until);
    let raise = || is_here.then(|| Fall { last: until, because: Vec::new() });
    notes.fall = super::spell::fall(facts, until).or_else(raise);
    (if notes.fall.is_some() { Tier::Three } else { Tier::Two }, None)
}

/// Lowered against the criteria, and confirmed: until another criterion is met.
fn lowered(
    facts: &TierFacts<'_>,
    on: Date,
    set: &TierSet,
    notes: &mut Tiered,
) -> (Tier, Option<Override>) {
    let met = facts.part(ListPart::A).into_iter().chain(facts.part(ListPart::B));
    let met = met.filter(|r| r.status == Status::Met).map(|r| r.rule.as_str());
    let met: Vec<&str> = met.collect();
    let against = facts.against(set, on, &met, facts.setting.today);
    if against.is_empty() {
        return (Tier::Two, Some(named(on, set)));
    }
    notes.void = Some(Lowering { by: named(on, set), against });
    (Tier::Three, None)
}

/// Asked for and not confirmed: the matter stays where it is until it is.
fn ask(facts: &TierFacts<'_>, on: Date, asked: &TierSet, notes: &mut Tiered) {
    let by = named(on, asked);
    let danger = facts.dangers();
    if !danger.is_empty() {
        notes.void = Some(Lowering { by, against: danger });
        return;
    }
    match next_consult(on, facts.setting) {
        Some(until) if until < facts.setting.today => notes.lapsed = Some((by, until)),
        until => notes.asked = Some((by, until)),
    }
}

fn named(on: Date, set: &TierSet) -> Override {
    Override { on, post: set.post.clone(), why: set.why.clone() }
}

impl TierFacts<'_> {
    /// The criteria that are met because somebody is in danger.
    fn dangers(&self) -> Vec<String> {
        let danger = self.setting.rules.criteria.iter().filter(|c| c.decided == Test::Danger);
        let met = danger.filter(|c| self.one(&c.id) == Some(Status::Met));
        met.map(|c| c.id.clone()).collect()
    }

    /// Of the criteria `met` on `day`, those that a lowering confirmed on `on` does not
    /// stand over: danger, else what came to be met since, else what it did not name.
    pub(super) fn against(&self, set: &TierSet, on: Date, met: &[&str], day: Date) -> Vec<String> {
        let of = |is: &dyn Fn(&str) -> bool| -> Vec<String> {
            met.iter().filter(|id| is(id)).map(|id| (*id).to_owned()).collect()
        };
        let danger = self.dangers();
        let first = of(&|id| danger.iter().any(|d| d == id));
        if !first.is_empty() {
            return first;
        }
        let since = of(&|id| self.is_new(id, on, day));
        if !since.is_empty() {
            return since;
        }
        of(&|id| !set.despite.iter().any(|d| d == id))
    }
}
