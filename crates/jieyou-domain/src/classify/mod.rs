//! Explained decisions: what a matter is and on which list it stands, with reasons
//! and with what would change the answer. A person may decide otherwise; that is an
//! event with a reason, and is shown as such.

mod alike;
mod inputs;
mod kind;
mod must;
mod person;
mod preview;
mod spell;
mod subject;
mod table;
#[cfg(test)]
mod tests;
mod tier;
mod verdict;
mod wrongdoing;

pub use alike::{Alike, Likeness, alike};
pub use kind::kind;
pub use preview::preview;
pub use subject::{Suggester, Suggestion, subject_text};
pub use tier::{Fall, Lowering, TierAnswer, Tiered};
pub use verdict::{Verdict, verdicts};
pub use wrongdoing::{Wrongdoing, leads_to_report, wrongdoing};

pub(crate) use tier::TierFacts;

use crate::facts::Kind;
use crate::ledger::{Book, Matter, Stage, State};
use crate::rules::{Decided, Obligation, Said, Setting, holds, obligations, said};
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
    /// Which of them, e.g. the question that was answered; may be empty.
    pub key: String,
    /// Its value: a number, an ISO date, a code.
    pub value: String,
}

impl Used {
    fn new(fact: &'static str, value: impl ToString) -> Self {
        Self { fact, key: String::new(), value: value.to_string() }
    }
}

/// One condition of a decision, and how it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The id of a criterion, or of the row of a decision table.
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
    /// What is to be said beside the list: a fall that waits for a person, a decision of a
    /// person that lapses or has lapsed.
    pub tier_notes: Tiered,
    /// What is owed.
    pub obligations: Vec<Obligation>,
    /// What is to be known besides.
    pub said: Vec<Said>,
    /// Which rights may run out beside it, as far as its facts say; confirmed ones too. A
    /// person confirms each, since nothing is assumed from silence.
    pub proposed: Vec<Proposed>,
}

/// A ground that is proposed for a matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposed {
    /// The ground, by its id in the pack.
    pub ground: String,
    /// Why: which of the ground's proposals.
    pub reason: usize,
}

impl Assessment {
    /// The rights that are proposed and that nobody has asked about yet; none once the
    /// matter is settled.
    pub fn unasked<'a>(&'a self, state: &'a State) -> impl Iterator<Item = &'a Proposed> {
        let is_open = state.stage() < Stage::Observing;
        self.proposed.iter().filter(move |p| is_open && state.rights.get(&p.ground).is_none())
    }
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
    let kind = kind(state, unit, book);
    let decided = Decided { kind: kind.answer, tier: None };
    let clocks = obligations(state, decided, setting, false);
    let facts = TierFacts::of(state, kind.answer, &clocks, setting, inputs::is_back(state, book));
    let (tier, tier_notes) = tier::tier(&facts);
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
    let proposed = proposed(state, decided, setting);
    Some(Assessment { kind, tier, tier_notes, obligations, said, proposed })
}

fn proposed(state: &State, decided: Decided, setting: Setting<'_>) -> Vec<Proposed> {
    let grounds = setting.rules.grounds.iter();
    let found = grounds.filter_map(|ground| {
        let mut reasons = ground.propose.iter();
        let reason = reasons.position(|p| holds(&p.when, state, decided, setting))?;
        Some(Proposed { ground: ground.id.clone(), reason })
    });
    found.collect()
}
