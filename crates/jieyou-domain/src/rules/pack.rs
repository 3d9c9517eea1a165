//! The shape of a rule pack, and its validation.

mod read;

use crate::compact::Map;
use crate::facts::{
    Channel, Class, CounterParty, DeadlineKind, Kind, Owes, Route, Source, Tier, UnitKind,
};
use crate::ledger::{Stage, Trigger};
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SpecialTerm {
    /// The day the starting fact carries.
    AsGiven,
    /// The start day itself: at once.
    SameDay,
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
    /// Which of the five kinds of deadline.
    pub kind: DeadlineKind,
    /// Who owes.
    pub owes: Owes,
    /// What is owed, as a short verb phrase.
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
    /// What starts it; one suffices.
    pub starts: Vec<Trigger>,
    /// Of what starts it, only what names this: the question whose answer is the day.
    #[serde(default)]
    pub start_key: String,
    /// Which start counts.
    #[serde(default)]
    pub pick: Pick,
    /// How long.
    pub term: RuleTerm,
    /// What a rest day does to the last day.
    #[serde(default)]
    pub roll: Roll,
    /// What meets it; one suffices.
    #[serde(default)]
    pub met_by: Vec<Trigger>,
    /// What ends it without meeting it.
    #[serde(default)]
    pub ends_by: Vec<Trigger>,
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
    /// overdue.
    #[serde(default)]
    pub window: bool,
    /// Owed by another office: this one can only ask, and its lists do not count it.
    #[serde(default)]
    pub elsewhere: bool,
    /// Days before the end at which it is soon due; the first is the widest.
    #[serde(default)]
    pub remind: Vec<u32>,
    /// What to say while the conditions hold and nothing has started it.
    #[serde(default)]
    pub pending: Option<Words>,
    /// What its expiry means.
    pub expiry: Words,
}

/// Which part of the lists a criterion belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ListPart {
    /// One of these makes 三级.
    A,
    /// Two of these make 三级.
    B,
    /// On no list.
    N,
    /// All of these make 一级.
    One,
}

/// How a criterion is decided from facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "test", rename_all = "snake_case")]
pub enum Test {
    /// Danger is ticked on the registration.
    Danger,
    /// The answer to a question is one of these.
    Answer {
        /// The question's id.
        question: String,
        /// The answers that meet it.
        is: Vec<String>,
    },
    /// A 法定 or 指定 duty of this unit is overdue.
    Overdue,
    /// A promise owed by an office is past its day and not performed; also one from before
    /// the matter came, whose day is the answer to a question.
    OfficePromiseMissed {
        /// The question's id; may be empty.
        #[serde(default)]
        question: String,
    },
    /// The day before which something must happen is this near.
    MustByWithin {
        /// In days.
        days: u32,
    },
    /// So many households or people are concerned, and nothing is settled.
    Scale {
        /// Households, at least and at most.
        households: (u32, Option<u32>),
        /// People, at least and at most.
        people: (u32, Option<u32>),
    },
    /// Several bodies are concerned and no duty is set after so many working days.
    DutyUnsettled {
        /// The question whether several bodies are concerned.
        question: String,
        /// In working days from registration.
        working_days: u32,
    },
    /// Open for so long since registration.
    OpenFor {
        /// In days.
        days: u32,
    },
    /// The plan's limit was moved so many times, or promises broken.
    PlanMoved {
        /// How often.
        times: u32,
    },
    /// Open again after being resolved.
    Reopened,
    /// Assigned with a day for the result.
    OrderedFeedback,
    /// A claim is against one of these.
    Against {
        /// The kinds of counter-party.
        is: Vec<CounterParty>,
    },
    /// Nothing was done for so long.
    NoProgress {
        /// In days.
        days: u32,
    },
    /// The matter is of one of these kinds, or a claim of one of these classes.
    IsA {
        /// Kinds.
        #[serde(default)]
        kind: Vec<Kind>,
        /// Classes.
        #[serde(default)]
        class: Vec<Class>,
    },
    /// Handled at once and told.
    HandledAtOnce,
    /// It stands at one of these stages.
    Stage {
        /// The stages.
        is: Vec<Stage>,
    },
    /// Every claim has an outcome and the citizen was told.
    AllToldOutcome,
    /// Nothing promised is open and late.
    NothingLate,
    /// No danger is open.
    NoOpenDanger,
}

/// A criterion of the lists, about the matter only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// `A1`, `B5`, `N3` …
    pub id: String,
    /// Which part of the lists.
    pub part: ListPart,
    /// Its words.
    pub words: Words,
    /// How it is decided.
    pub decided: Test,
}

/// How a question is answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuestionKind {
    /// One of the choices.
    Choice,
    /// A day.
    Date,
    /// A few words.
    Text,
}

/// A deciding question of the register form; every one may stay open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Never reused.
    pub id: String,
    /// When it is asked.
    #[serde(default)]
    pub when: When,
    /// How it is answered.
    pub kind: QuestionKind,
    /// The question.
    pub words: Words,
    /// Choices by code, for [`QuestionKind::Choice`].
    #[serde(default)]
    pub choices: Vec<(String, Words)>,
}

/// A category of subject; two levels.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Category {
    /// `neigh` or `neigh.water`.
    pub id: String,
    /// Its name.
    pub words: Words,
    /// Words clerks use for it.
    #[serde(default)]
    pub hints: String,
    /// Usual competent bodies, county / township side.
    #[serde(default)]
    pub bodies: String,
    /// Recorded by number only (少记): no matter of the book is of this subject.
    #[serde(default)]
    pub by_number: bool,
}

/// Everything a pack holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleSet {
    /// Always `jieyou-pack`.
    pub format: String,
    /// 1.
    pub version: u32,
    /// The pack's id.
    pub id: String,
    /// The pack's name.
    pub name: Words,
    /// The edition: the day it was finished.
    pub edition: String,
    /// The rules, by instrument and article.
    pub rules: Vec<Rule>,
    /// The criteria of the lists.
    pub criteria: Vec<Criterion>,
    /// What is never a ground for a list; printed with it.
    pub never_a_ground: Words,
    /// The deciding questions.
    pub questions: Vec<Question>,
    /// The categories.
    pub categories: Vec<Category>,
}

/// Why a pack is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackError {
    /// Not JSON of the expected shape; the parser's words with line and column.
    Unreadable(String),
    /// Another format or a newer version.
    OtherFormat,
    /// An id is used twice.
    Twice(String),
    /// A rule or criterion lacks words or a quotation.
    Wordless(String),
    /// A condition or criterion names a question the pack does not have.
    NoSuchQuestion(String),
    /// In force until a day before the first.
    Backwards(String),
}

impl RuleSet {
    /// Reads and validates a pack.
    ///
    /// # Errors
    ///
    /// Returns the first thing wrong, with the id it concerns.
    pub fn from_json(text: &str) -> Result<Self, PackError> {
        let set: Self =
            crate::json::read(text).map_err(|e| PackError::Unreadable(e.to_string()))?;
        if set.format != "jieyou-pack" || set.version != 1 {
            return Err(PackError::OtherFormat);
        }
        set.check()?;
        Ok(set)
    }

    fn check(&self) -> Result<(), PackError> {
        let mut seen: Map<&String, ()> = Map::new();
        let rules = self.rules.iter().map(|r| &r.id);
        let criteria = self.criteria.iter().map(|c| &c.id);
        let questions = self.questions.iter().map(|q| &q.id);
        let categories = self.categories.iter().map(|c| &c.id);
        for id in rules.chain(criteria).chain(questions).chain(categories) {
            if seen.insert(id, ()).is_some() {
                return Err(PackError::Twice(id.clone()));
            }
        }
        for rule in &self.rules {
            if rule.duty.zh.is_empty()
                || rule.cite.quote.is_empty()
                || rule.cite.instrument.is_empty()
                || rule.starts.is_empty()
            {
                return Err(PackError::Wordless(rule.id.clone()));
            }
            if rule.to.is_some_and(|to| to < rule.from) {
                return Err(PackError::Backwards(rule.id.clone()));
            }
            self.knows(rule.when.answers.keys(), &rule.id)?;
            if !rule.start_key.is_empty() {
                self.knows(std::iter::once(&rule.start_key), &rule.id)?;
            }
        }
        for criterion in &self.criteria {
            if criterion.words.zh.is_empty() {
                return Err(PackError::Wordless(criterion.id.clone()));
            }
            if let Test::Answer { question, .. }
            | Test::DutyUnsettled { question, .. }
            | Test::OfficePromiseMissed { question } = &criterion.decided
                && !question.is_empty()
            {
                self.knows(std::iter::once(question), &criterion.id)?;
            }
        }
        Ok(())
    }

    fn knows<'a>(
        &self,
        questions: impl Iterator<Item = &'a String>,
        by: &str,
    ) -> Result<(), PackError> {
        for id in questions {
            if !self.questions.iter().any(|q| q.id == *id) {
                return Err(PackError::NoSuchQuestion(format!("{by}: {id}")));
            }
        }
        Ok(())
    }

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
}
