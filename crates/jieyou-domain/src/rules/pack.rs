//! The shape of a rule pack.

mod check;
mod compose;
mod ground;
mod lists;
mod read;
mod sign;
mod table;

pub use check::{Lint, PackError};
pub use ground::{Ask, AskKind, Ground, Proposal};
pub use lists::{Category, Codes, Criterion, ListPart, Question, QuestionKind, Test, UsualRoute};
pub(crate) use sign::group;
pub use sign::{Fold, Sign};
pub use table::{Hit, Input, InputFact, Need, Row, Table, TableAnswer, UNKNOWN, Value};

use super::case::Case;
use super::example::Example;
use crate::compact::Map;
use crate::facts::{
    Channel, Class, CounterParty, DeadlineKind, Kind, Owes, Route, Source, Tier, UnitKind,
};
use crate::ledger::Trigger;
use crate::time::{Date, Unit};
use serde::{Deserialize, Serialize};

/// A text in both languages, out of a pack.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// Chinese.
    pub zh: String,
    /// English.
    #[serde(default)]
    pub en: String,
}

/// How well a text was verified; see docs/rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Verified {
    /// Verbatim in two stored texts.
    V2,
    /// Verbatim in two stored texts, the second compared by eye.
    #[serde(rename = "V2*")]
    V2Eye,
    /// Verbatim in one stored text.
    V1,
    /// Seen as an excerpt of a page only.
    P,
    /// A local rule or promise: no law, and not shown as law.
    Local,
}

/// Where a rule comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cite {
    /// The instrument, or the local source of a promise.
    pub instrument: String,
    /// The article, with paragraph and item.
    pub article: String,
    /// Its words, in its own language.
    pub quote: String,
    /// How well they were verified.
    pub verified: Verified,
}

/// Conditions on a matter. An empty list asks nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct When {
    /// Kinds of unit.
    pub unit: Vec<UnitKind>,
    /// How it reached the unit.
    pub source: Vec<Source>,
    /// The exact channel.
    pub channel: Vec<Channel>,
    /// Kinds of matter.
    pub kind: Vec<Kind>,
    /// Classes; one claim suffices.
    pub class: Vec<Class>,
    /// Routes; one claim suffices.
    pub route: Vec<Route>,
    /// Counter-parties; one claim suffices.
    pub against: Vec<CounterParty>,
    /// Lists the matter stands on.
    pub tier: Vec<Tier>,
    /// Whether this unit is the body that may decide on the claim.
    pub own: Option<bool>,
    /// Whether the citizen left a way to be reached.
    pub reachable: Option<bool>,
    /// Subjects; a subject of the upper level stands for all below it.
    pub category: Vec<String>,
    /// Whether it is handled by the simplified procedure (简易办理).
    pub simple: Option<bool>,
    /// Answers to questions: the answer must be one of these.
    pub answers: Map<String, Vec<String>>,
}

impl When {
    /// Whether the conditions can be decided only after the tier is known.
    pub fn needs_tier(&self) -> bool {
        !self.tier.is_empty()
    }
}

/// How long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum RuleTerm {
    /// A number of a unit.
    Count {
        /// How many.
        n: u32,
        /// Of what.
        unit: Unit,
    },
    /// A day that the starting fact carries, or the start day itself.
    Special(SpecialTerm),
}

/// Terms without a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SpecialTerm {
    /// The day the starting fact carries.
    AsGiven,
    /// The start day itself: at once.
    SameDay,
    /// The day by which the leaders consult next.
    NextConsult,
    /// No day: the rule does something else than count one.
    #[default]
    None,
}

impl Default for RuleTerm {
    fn default() -> Self {
        Self::Special(SpecialTerm::None)
    }
}

/// What a rule does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// Makes an obligation: who owes what by when.
    #[default]
    Clock,
    /// Lengthens other clocks by the days its fact carries, at most by its own term, if
    /// that was decided before they ran out.
    Extends,
    /// The days from its fact to the last one it carries do not count (期间扣除).
    Suspends,
    /// Its fact starts other clocks anew (中断), and the end of what it began once more.
    Interrupts,
    /// An obstacle in the last part of other clocks, as long as its own term, lets them
    /// end only that long after it (中止).
    Stays,
    /// Other clocks are not owed while it applies.
    Excuses,
    /// Something to know, without a day.
    Says,
    /// A rule of computing; applied to every clock, and to no matter by itself.
    Counts,
    /// Cited and shown, not computed on matters.
    Listed,
}

/// What happens when the last day is a rest day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Roll {
    /// The day stays. Duties of the office do not roll.
    #[default]
    No,
    /// The day moves to the next working day.
    Yes,
    /// The unrolled day is shown as the safe one, the rolled one as a hint.
    Hint,
}

/// Which starting fact counts when there are several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pick {
    /// The first.
    #[default]
    First,
    /// The last: the clock starts again.
    Last,
    /// Each makes an obligation of its own.
    Each,
}

/// A rule: who owes what, from which fact, within what term.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Never reused.
    pub id: String,
    /// What it does.
    #[serde(default)]
    pub effect: Effect,
    /// The rules it acts on, for what is no clock of its own.
    #[serde(default)]
    pub of: Vec<String>,
    /// Which of the five kinds of deadline.
    pub kind: DeadlineKind,
    /// Who owes, or whom it binds.
    pub owes: Owes,
    /// What is owed, or what it does, as a short verb phrase.
    pub duty: Words,
    /// Where it comes from.
    pub cite: Cite,
    /// First day in force.
    pub from: Date,
    /// Last day in force.
    #[serde(default)]
    pub to: Option<Date>,
    /// For which matters.
    #[serde(default)]
    pub when: When,
    /// For which of these not.
    #[serde(default)]
    pub unless: Option<When>,
    /// What starts it; one suffices.
    #[serde(default)]
    pub starts: Vec<Trigger>,
    /// Of the days that people named, only the answer to this question, or this day of a
    /// ground (`labour.known`).
    #[serde(default)]
    pub start_key: String,
    /// The same, where several serve.
    #[serde(default)]
    pub start_keys: Vec<String>,
    /// Which start counts.
    #[serde(default)]
    pub pick: Pick,
    /// How long.
    #[serde(default)]
    pub term: RuleTerm,
    /// What a rest day does to the last day.
    #[serde(default)]
    pub roll: Roll,
    /// What meets it; one suffices.
    #[serde(default)]
    pub met_by: Vec<Trigger>,
    /// Of the days that people named, those that meet it.
    #[serde(default)]
    pub met_keys: Vec<String>,
    /// What ends it without meeting it.
    #[serde(default)]
    pub ends_by: Vec<Trigger>,
    /// Of the days that people named, those that end what interrupts.
    #[serde(default)]
    pub end_keys: Vec<String>,
    /// What extends it; the fact carries the days.
    #[serde(default)]
    pub extended_by: Vec<Trigger>,
    /// What suspends it; the fact carries the last day.
    #[serde(default)]
    pub suspended_by: Vec<Trigger>,
    /// Obligations of one group: the earlier of 法定 and 指定 governs.
    #[serde(default)]
    pub group: String,
    /// A power that runs out rather than a duty: after its day it is closed, never
    /// overdue. Of a citizen's right the outermost bound, which no slip gives as the day.
    #[serde(default)]
    pub window: bool,
    /// Owed by another office: this one can only ask, and its lists do not count it.
    #[serde(default)]
    pub elsewhere: bool,
    /// Where the citizen goes with it: a code of the unit's addresses.
    #[serde(default)]
    pub at: String,
    /// The rule whose place it takes from its first day on.
    #[serde(default)]
    pub follows: String,
    /// Days before the end at which it is soon due; the first is the widest.
    #[serde(default)]
    pub remind: Vec<u32>,
    /// What to say while the conditions hold and nothing has started it.
    #[serde(default)]
    pub pending: Option<Words>,
    /// What its expiry means.
    pub expiry: Words,
}

impl Rule {
    /// Whether a fact may start it.
    pub fn starts_from(&self, trigger: Trigger, key: Option<&str>) -> bool {
        let is_named = matches!(trigger, Trigger::Answer | Trigger::Right);
        let by_key = |key: &str| self.start_key == key || self.start_keys.iter().any(|k| k == key);
        let all = self.start_key.is_empty() && self.start_keys.is_empty();
        self.starts.contains(&trigger) && (!is_named || all || key.is_some_and(by_key))
    }

    /// Whether a fact may meet it.
    pub fn is_met_by(&self, trigger: Trigger, key: Option<&str>) -> bool {
        let is_named = matches!(trigger, Trigger::Answer | Trigger::Right);
        self.met_by.contains(&trigger)
            && (!is_named || key.is_some_and(|key| self.met_keys.iter().any(|k| k == key)))
    }

    /// Whether a fact of this day comes under it.
    pub fn in_force(&self, on: Date) -> bool {
        self.from <= on && self.to.is_none_or(|to| on <= to)
    }
}

/// A number of a rule that a unit has set otherwise, with its own source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Override {
    /// The rule.
    pub rule: String,
    /// How long, in the unit of the rule: for what is law never longer.
    pub term: RuleTerm,
    /// The first starting day it is for.
    pub from: Date,
    /// The last.
    #[serde(default)]
    pub to: Option<Date>,
    /// Where it comes from.
    pub cite: Cite,
}

/// Words that name no thing, so that no two matters are alike by them. People's names are
/// known by what stands around them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unnamed {
    /// Family names, one character each.
    #[serde(default)]
    pub surnames: String,
    /// Family names that begin many other words: names only with what marks one.
    #[serde(default)]
    pub doubtful: String,
    /// Characters after a family name that make it the name of a place.
    #[serde(default)]
    pub landforms: String,
    /// Characters after a name that make it somebody's household.
    #[serde(default)]
    pub houses: String,
    /// Words after a name, a space between.
    #[serde(default)]
    pub callings: String,
    /// Characters that join words and name nothing.
    #[serde(default)]
    pub joints: String,
    /// Plain words, a space between. An overlay adds its own.
    #[serde(default)]
    pub plain: String,
}

/// Who set a criterion's number, or the day of the consult, otherwise, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetBy {
    /// The criterion's id, or [`CONSULT`].
    pub about: String,
    /// The document or meeting that decided it.
    pub source: String,
    /// Why.
    pub why: String,
}

/// What [`SetBy::about`] says of the day of the consult.
pub const CONSULT: &str = "consult";

/// Everything a pack holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleSet {
    /// Always `jieyou-pack`.
    pub format: String,
    /// 2; 1 had clocks only.
    pub version: u32,
    /// The pack's id.
    pub id: String,
    /// The pack it is laid over; empty for one that stands by itself.
    #[serde(default)]
    pub over: String,
    /// The pack's name.
    pub name: Words,
    /// The edition: the day it was finished.
    pub edition: String,
    /// The rules, by instrument and article.
    #[serde(default)]
    pub rules: Vec<Rule>,
    /// The criteria of the lists.
    #[serde(default)]
    pub criteria: Vec<Criterion>,
    /// What is never a ground for a list; printed with it.
    #[serde(default)]
    pub never_a_ground: Words,
    /// The deciding questions.
    #[serde(default)]
    pub questions: Vec<Question>,
    /// The categories.
    #[serde(default)]
    pub categories: Vec<Category>,
    /// Words that say the same, by the name under which signs call them (`#名`).
    #[serde(default)]
    pub groups: Map<String, Vec<String>>,
    /// Characters that are taken for one another when words are looked for: in each text
    /// the first stands for all.
    #[serde(default)]
    pub alike: Vec<String>,
    /// Characters before a word that say that it is not so, as in 没动手.
    #[serde(default)]
    pub negations: String,
    /// How characters and pairs of characters lean to subjects, by subject: `3 租地 流转 -2
    /// 补偿`, each number the weight of what follows it.
    #[serde(default)]
    pub leans: Map<String, String>,
    /// Which rights may run beside a matter.
    #[serde(default)]
    pub grounds: Vec<Ground>,
    /// Numbers set otherwise.
    #[serde(default)]
    pub overrides: Vec<Override>,
    /// Promises and habits that the unit does not use.
    #[serde(default)]
    pub off: Vec<String>,
    /// Examples of its rules.
    #[serde(default)]
    pub examples: Vec<Example>,
    /// The decision tables; each reads those above it.
    #[serde(default)]
    pub tables: Vec<Table>,
    /// Examples of its tables.
    #[serde(default)]
    pub cases: Vec<Case>,
    /// The day of the month by which the leaders consult (会诊); none: the 10th.
    #[serde(default)]
    pub consult: Option<u32>,
    /// The question whose answer names the thing that a matter is about; matters about one
    /// thing may be the same matter.
    #[serde(default)]
    pub thing: String,
    /// Which words name no thing.
    #[serde(default)]
    pub unnamed: Unnamed,
    /// Where criteria and the day of the consult come from, where they are set otherwise.
    #[serde(default)]
    pub set_by: Vec<SetBy>,
}

impl RuleSet {
    /// The rule with this id.
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|r| r.id == id)
    }

    /// The criterion with this id.
    pub fn criterion(&self, id: &str) -> Option<&Criterion> {
        self.criteria.iter().find(|c| c.id == id)
    }

    /// The category with this id.
    pub fn category(&self, id: &str) -> Option<&Category> {
        self.categories.iter().find(|c| c.id == id)
    }

    /// The ground with this id.
    pub fn ground(&self, id: &str) -> Option<&Ground> {
        self.grounds.iter().find(|g| g.id == id)
    }

    /// Why a ground is proposed, by the place of the reason.
    pub fn why(&self, ground: &str, reason: usize) -> Option<&Words> {
        Some(&self.ground(ground)?.propose.get(reason)?.why)
    }

    /// The number of `rule` for a clock that starts on `start`, and what set it otherwise.
    pub fn term_on(&self, rule: &Rule, start: Date) -> (RuleTerm, Option<&Override>) {
        let set =
            self.overrides.iter().rev().find(|o| {
                o.rule == rule.id && o.from <= start && o.to.is_none_or(|to| start <= to)
            });
        set.map_or((rule.term, None), |o| (o.term, Some(o)))
    }
}
