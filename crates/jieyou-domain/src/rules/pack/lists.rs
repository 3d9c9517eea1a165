//! The criteria of the lists, the deciding questions and the subjects.

use super::{Sign, When, Words};
use crate::facts::{Class, CounterParty, Kind};
use crate::ledger::Stage;
use serde::{Deserialize, Serialize};

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
        /// The question whether there is such a day; may be empty.
        #[serde(default)]
        question: String,
        /// The question which day.
        #[serde(default)]
        on: String,
        /// The question what is lost after it.
        #[serde(default)]
        what: String,
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
        /// When those that it names do not count after all.
        #[serde(default)]
        unless: Box<When>,
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

impl Test {
    /// The questions whose answers it reads, in the order in which they are asked; not that
    /// of a promise from before, which is no open question.
    pub fn questions(&self) -> Vec<&str> {
        match self {
            Self::Answer { question, .. } | Self::DutyUnsettled { question, .. } => {
                vec![question]
            }
            Self::MustByWithin { question, on, what, .. } => {
                [question, on, what].into_iter().map(String::as_str).collect()
            }
            _ => Vec::new(),
        }
    }
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
    /// Asked while the matter is handled, not at registration.
    #[serde(default)]
    pub later: bool,
    /// Answered for each claim by itself: always where it is `later`; else once there are
    /// several, and what was answered at registration counts where a claim says nothing.
    #[serde(default)]
    pub per_claim: bool,
}

impl Question {
    /// Whether it is asked of each claim of a matter that has so many.
    pub const fn is_of_claims(&self, claims: usize) -> bool {
        self.per_claim && (self.later || claims > 1)
    }

    /// Whether it is asked of the matter as a whole.
    pub const fn is_of_matter(&self) -> bool {
        !(self.per_claim && self.later)
    }
}

/// A category of subject; two levels.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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
    /// The ways such a matter usually goes, in the order they are thought of.
    #[serde(default)]
    pub routes: Vec<UsualRoute>,
    /// The ways that are left where mediation came to nothing (调解不成时).
    #[serde(default)]
    pub unsettled: Vec<UsualRoute>,
    /// The words that lead to it, as written in the pack: signs with a space between, in
    /// as many lines as one likes.
    #[serde(default)]
    pub signs: Vec<String>,
    /// What others call it.
    #[serde(default)]
    pub codes: Codes,
}

impl Category {
    /// Its signs one by one; none where one does not read.
    pub fn signs(&self) -> impl Iterator<Item = (&str, Option<Sign>)> {
        self.signs.iter().flat_map(|l| l.split_whitespace()).map(|text| (text, Sign::read(text)))
    }
}

/// A way that matters of a subject usually go. Not the route of one claim, which is a
/// decision: see [`crate::facts::Route`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UsualRoute {
    /// 调: people's mediation.
    Mediate,
    /// Mediation by the county.
    MediateCounty,
    /// 裁: the township or the county decides whose it is; 31(四).
    Adjudicate,
    /// 查: the body whose duty it is looks into it; 31(五).
    Enforce,
    /// 仲: arbitration; 31(二).
    Arbitrate,
    /// 诉: a suit; 31(一).
    Sue,
    /// 复: administrative reconsideration; 31(四).
    Reconsider,
    /// 信: accepted and answered as a petition; 31(六).
    Petition,
    /// 即: often handled at once.
    AtOnce,
    /// Reported at once to those who must know.
    Report,
    /// A suggestion (建议).
    Suggest,
    /// Pressed on by the level above (督办); article 40.
    Supervise,
    /// Looked at anew (三不限三重新).
    Anew,
    /// Recognition of an injury at work is applied for.
    Recognise,
    /// Help is applied for.
    Apply,
}

/// What a subject is called in three lists of others; empty where a township has not said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Codes {
    /// 司法所调解统计口径.
    pub mediation: String,
    /// 全国信访系统内容分类.
    pub petitions: String,
    /// 12345分类.
    pub hotline: String,
}
