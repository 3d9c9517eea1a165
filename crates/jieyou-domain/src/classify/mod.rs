//! Explained decisions: what a matter is and on which list it stands, with reasons
//! and with what would change the answer. A person may decide otherwise; that is an
//! event with a reason, and is shown as such.

mod kind;
#[cfg(test)]
mod tests;
mod tier;

pub use kind::kind;
pub use tier::{TierAnswer, tier};

use crate::facts::Kind;
use crate::ledger::{Book, Matter, Stage, State};
use crate::rules::{
    Decided, Ground, Obligation, Proposal, Said, Setting, Words, holds, obligations, said,
};
use crate::time::Date;

/// Whether a condition is met, as far as the facts say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Met.
    Met,
    /// Not known: a fact is missing.
    NotKnown,
    /// Not met.
    NotMet,
}

/// A fact as used in a decision: a code and its value, for the text layer to word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Used {
    /// What kind of fact.
    pub fact: &'static str,
    /// Its value: a number, an ISO date, a code.
    pub value: String,
}

impl Used {
    fn new(fact: &'static str, value: impl ToString) -> Self {
        Self { fact, value: value.to_string() }
    }
}

/// One condition of a decision, and how it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The criterion's id in the pack, or a rule of this crate (`K1` …).
    pub rule: String,
    /// How it stands.
    pub status: Status,
    /// The facts used.
    pub used: Vec<Used>,
    /// The day it will come true if nothing happens.
    pub from: Option<Date>,
}

/// A human decision over a computed one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Override {
    /// The day.
    pub on: Date,
    /// The post.
    pub post: String,
    /// The reason given.
    pub why: String,
}

/// An answer with its reasons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision<T> {
    /// The answer in force.
    pub answer: T,
    /// What the rules alone say.
    pub computed: T,
    /// Why.
    pub because: Vec<Reason>,
    /// What would change it: open or coming conditions.
    pub would_change_if: Vec<Reason>,
    /// A person's decision, where one is in force.
    pub overridden_by: Option<Override>,
}

/// Everything computed about one matter on one day.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    /// What it is.
    pub kind: Decision<Kind>,
    /// On which list it stands.
    pub tier: Decision<TierAnswer>,
    /// What is owed.
    pub obligations: Vec<Obligation>,
    /// What is to be known besides.
    pub said: Vec<Said>,
    /// How many rights are proposed that nobody has asked about yet; none once the matter
    /// is settled.
    pub unasked: usize,
}

/// Computes everything about `matter` on `today`; `None` while the ledger has no
/// unit profile or the matter's registration is struck.
///
/// The list a matter stands on depends on whether its clocks are overdue, and some
/// habits depend on the list; so the clocks are counted first without those habits.
pub fn assess(matter: &Matter, book: &Book, today: Date) -> Option<Assessment> {
    assess_state(&matter.state, book, today)
}

/// [`assess`] of a matter as it stood.
pub fn assess_state(state: &State, book: &Book, today: Date) -> Option<Assessment> {
    let profile = book.unit()?;
    let (unit, name) = (profile.kind, profile.name.as_str());
    state.registered.as_ref()?;
    let setting = Setting { unit, name, rules: book.rules(), calendar: book.calendar(), today };
    let kind = kind(state, unit);
    let decided = Decided { kind: kind.answer, tier: None };
    let clocks = obligations(state, decided, setting, false);
    let tier = tier(state, kind.answer, &clocks, setting);
    let decided = Decided { kind: kind.answer, tier: tier.answer.tier() };
    // Joined into another matter or sent back: others owe what is owed.
    let is_gone = matches!(state.stage(), Stage::Joined | Stage::Returned);
    let obligations = if is_gone {
        Vec::new()
    } else if setting.rules.rules.iter().any(|r| r.when.needs_tier()) {
        obligations(state, decided, setting, true)
    } else {
        clocks
    };
    let said = if is_gone { Vec::new() } else { said(state, decided, setting) };
    let is_open = state.stage() < Stage::Observing;
    let unasked = |g: &&Ground| state.rights.get(&g.id).is_none();
    let grounds = setting.rules.grounds.iter().filter(|_| is_open).filter(unasked);
    let unasked = grounds.filter(|g| proposal(g, state, decided, setting).is_some()).count();
    Some(Assessment { kind, tier, obligations, said, unasked })
}

/// A ground that is proposed for a matter, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposed {
    /// The ground, by its id in the pack.
    pub ground: String,
    /// Why, in the pack's words.
    pub why: Words,
}

/// Which rights may run out beside a matter, as far as its facts say; confirmed ones too.
/// A person confirms each, since nothing is assumed from silence.
pub fn proposed(matter: &Matter, book: &Book, today: Date) -> Vec<Proposed> {
    let (Some(profile), Some(assessment)) = (book.unit(), assess(matter, book, today)) else {
        return Vec::new();
    };
    let setting = Setting {
        unit: profile.kind,
        name: profile.name.as_str(),
        rules: book.rules(),
        calendar: book.calendar(),
        today,
    };
    let tier = assessment.tier.answer.tier();
    let decided = Decided { kind: assessment.kind.answer, tier };
    let found = book.rules().grounds.iter().filter_map(|ground| {
        let why = proposal(ground, &matter.state, decided, setting)?.why.clone();
        Some(Proposed { ground: ground.id.clone(), why })
    });
    found.collect()
}

/// The first reason for which a ground is proposed.
fn proposal<'a>(
    ground: &'a Ground,
    state: &State,
    decided: Decided,
    setting: Setting<'_>,
) -> Option<&'a Proposal> {
    ground.propose.iter().find(|p| holds(&p.when, state, decided, setting))
}
