//! Decision tables: rows that are looked through from the top, over facts of a matter.

mod space;

use super::{Cite, Question, QuestionKind, RuleSet, When, Words};
use crate::compact::Map;
use crate::facts::{Class, CounterParty, Danger, Kind, Route, Source, UnitKind};
use crate::ledger::Trigger;
use serde::{Deserialize, Serialize};

/// The value of an input whose fact is not known yet.
pub const UNKNOWN: &str = "unknown";

/// The answer of a table that asks for more facts; to the tables below it is not known.
const ASK: &str = "ask";

/// What an input of a table reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InputFact {
    /// The answer to the question `of`: a choice's code; of a day `given`.
    Answer,
    /// What the table `of`, which stands above, came to; of a whole matter, for each of
    /// its claims where that table decides each. Where it asks for more (`ask`), not known yet.
    Table,
    /// Whether the criterion `of` is met.
    Criterion,
    /// How many criteria of the part `of` of the lists are met.
    Met,
    /// How many criteria of the part `of` are not met, or not known.
    Unmet,
    /// What the unit is.
    Unit,
    /// How the matter reached it.
    Source,
    /// Whom the claim is against; of a whole matter, each of its claims.
    Against,
    /// The subject. A subject of the upper level stands for all below it.
    Subject,
    /// Whether somebody is in danger.
    Danger,
    /// Whether it was settled or ended before and is open again, or came back from a
    /// statutory route.
    Returned,
    /// Whether it is resolved.
    Settled,
    /// Whether a link says that it is the same matter as another.
    Linked,
    /// Its statutory limits of the office: `none`, `running`, `past`.
    Limits,
    /// Days since it was received.
    DaysOpen,
    /// Full months since it was received.
    MonthsOpen,
    /// Days since anything was done about it.
    DaysStuck,
    /// Households concerned.
    Households,
    /// People concerned.
    People,
}

impl InputFact {
    /// Its code, as written in packs.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::Table => "table",
            Self::Criterion => "criterion",
            Self::Met => "met",
            Self::Unmet => "unmet",
            Self::Unit => "unit",
            Self::Source => "source",
            Self::Against => "against",
            Self::Subject => "subject",
            Self::Danger => "danger",
            Self::Returned => "returned",
            Self::Settled => "settled",
            Self::Linked => "linked",
            Self::Limits => "limits",
            Self::DaysOpen => "days_open",
            Self::MonthsOpen => "months_open",
            Self::DaysStuck => "days_stuck",
            Self::Households => "households",
            Self::People => "people",
        }
    }

    /// Whether it is a number, compared with ranges such as `5..9`, `30..`, `..4`.
    pub const fn is_number(self) -> bool {
        matches!(
            self,
            Self::Met
                | Self::Unmet
                | Self::DaysOpen
                | Self::MonthsOpen
                | Self::DaysStuck
                | Self::Households
                | Self::People
        )
    }

    /// Whether it may be not known yet.
    const fn may_be_unknown(self) -> bool {
        matches!(
            self,
            Self::Answer
                | Self::Table
                | Self::Criterion
                | Self::Against
                | Self::Danger
                | Self::Subject
                | Self::Households
                | Self::People
        )
    }
}

/// One input of a table: a column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Input {
    /// Its name in the rows.
    pub id: String,
    /// What it reads.
    pub fact: InputFact,
    /// Which question, table, criterion or part of the lists.
    #[serde(default)]
    pub of: String,
    /// The heading of the column.
    pub words: Words,
}

/// Something an answer asks of the office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Need {
    /// What is to be done.
    pub words: Words,
    /// What shows that it was done in this round; one suffices. Empty: people see to it.
    #[serde(default)]
    pub by: Vec<Trigger>,
    /// Whether somebody has to be reached for it: not to be done where no contact was left.
    #[serde(default)]
    pub reachable: bool,
}

/// What a table may come to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableAnswer {
    /// Its code.
    pub code: String,
    /// Its words.
    pub words: Words,
    /// What follows for the office.
    #[serde(default)]
    pub then: Words,
    /// Where the answer itself comes from.
    #[serde(default)]
    pub cite: Option<Cite>,
    /// What it asks of the office, point by point.
    #[serde(default)]
    pub needs: Vec<Need>,
}

/// A row: under which conditions which answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// Never reused.
    pub id: String,
    /// Allowed values by input; an input that is not named may have any.
    #[serde(default)]
    pub when: Map<String, Vec<String>>,
    /// The code of the answer.
    pub answer: String,
    /// Why, in a sentence.
    pub why: Words,
    /// Where the row comes from.
    #[serde(default)]
    pub cite: Option<Cite>,
    /// The body that may decide there, where the row knows it.
    #[serde(default)]
    pub body: Words,
    /// Where the citizen goes with it: a code of the unit's addresses.
    #[serde(default)]
    pub at: String,
}

/// How rows may meet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hit {
    /// The first row that fits counts.
    #[default]
    First,
    /// No two rows with different answers may fit at once.
    Unique,
}

/// A decision table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// `kind`, `route`, `track` …
    pub id: String,
    /// What it decides.
    pub name: Words,
    /// Whether each claim is decided by itself.
    #[serde(default)]
    pub per_claim: bool,
    /// For which matters.
    #[serde(default)]
    pub when: When,
    /// How rows may meet.
    #[serde(default)]
    pub hit: Hit,
    /// Its columns.
    pub inputs: Vec<Input>,
    /// What it may come to.
    pub answers: Vec<TableAnswer>,
    /// Its rows, looked through from the top.
    pub rows: Vec<Row>,
}

/// The value of an input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A code.
    Code(String),
    /// A number.
    Number(u32),
    /// Not known yet.
    Unknown,
}

impl Value {
    /// A code.
    pub fn code(code: &str) -> Self {
        Self::Code(code.to_owned())
    }

    /// A code, but not known where that is what it says.
    pub fn known(code: &str) -> Self {
        if matches!(code, UNKNOWN | ASK) { Self::Unknown } else { Self::code(code) }
    }

    /// Yes or no.
    pub fn yes(yes: bool) -> Self {
        Self::code(if yes { "yes" } else { "no" })
    }

    /// As written in examples and on screens.
    pub fn text(&self) -> String {
        match self {
            Self::Code(code) => code.clone(),
            Self::Number(n) => n.to_string(),
            Self::Unknown => UNKNOWN.to_owned(),
        }
    }

    /// Whether it is one of the allowed values.
    pub fn is_among(&self, allowed: &[String]) -> bool {
        match self {
            Self::Unknown => allowed.iter().any(|a| a == UNKNOWN),
            Self::Number(n) => {
                allowed.iter().filter_map(|a| range(a)).any(|(from, to)| (from..=to).contains(n))
            }
            Self::Code(code) => allowed.iter().any(|a| {
                let rest = code.strip_prefix(a.as_str());
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
            }),
        }
    }
}

/// A range of numbers as written: `3`, `5..9`, `30..`, `..4`; both ends count.
pub(crate) fn range(text: &str) -> Option<(u32, u32)> {
    let Some((from, to)) = text.split_once("..") else {
        return text.parse().ok().map(|n| (n, n));
    };
    let from = if from.is_empty() { 0 } else { from.parse().ok()? };
    let to = if to.is_empty() { u32::MAX } else { to.parse().ok()? };
    (from <= to).then_some((from, to))
}

impl Table {
    /// The input with this name.
    pub fn input(&self, id: &str) -> Option<&Input> {
        self.inputs.iter().find(|i| i.id == id)
    }

    /// The answer with this code.
    pub fn answer(&self, code: &str) -> Option<&TableAnswer> {
        self.answers.iter().find(|a| a.code == code)
    }

    /// The first row that fits these values, in the order of the inputs. An input may have
    /// several values at once, of which one suffices.
    pub fn row_for(&self, values: &[Vec<Value>]) -> Option<&Row> {
        self.rows.iter().find(|row| self.fits(row, values, None))
    }

    /// The rows that fit in every input but the one at this place, from the top.
    pub(crate) fn rows_but(&self, values: &[Vec<Value>], at: usize) -> Vec<&Row> {
        self.rows.iter().filter(|row| self.fits(row, values, Some(at))).collect()
    }

    fn fits(&self, row: &Row, values: &[Vec<Value>], but: Option<usize>) -> bool {
        self.inputs.iter().zip(values).enumerate().all(|(at, (input, values))| {
            let allowed = row.when.get(&input.id).filter(|_| Some(at) != but);
            allowed.is_none_or(|allowed| values.iter().any(|v| v.is_among(allowed)))
        })
    }
}

impl RuleSet {
    /// The table with this id.
    pub fn table(&self, id: &str) -> Option<&Table> {
        self.tables.iter().find(|t| t.id == id)
    }

    /// The row with this id, and its table.
    pub fn row(&self, id: &str) -> Option<(&Table, &Row)> {
        self.tables.iter().find_map(|t| Some((t, t.rows.iter().find(|r| r.id == id)?)))
    }

    /// Every value an input may have: codes in the order of forms; of a number the first
    /// of each stretch that the rows tell apart.
    pub fn values_of(&self, table: &Table, input: &Input) -> Vec<Value> {
        fn all<T: Copy>(all: &[T], code: impl Fn(T) -> &'static str) -> Vec<Value> {
            all.iter().map(|v| Value::known(code(*v))).collect()
        }
        let codes = |codes: &[&str]| codes.iter().map(|c| Value::code(c)).collect();
        let mut values: Vec<Value> = match input.fact {
            InputFact::Answer => {
                let question = self.questions.iter().find(|q| q.id == input.of);
                question.map_or_else(Vec::new, answers)
            }
            InputFact::Table => {
                let answers = self.table(&input.of).into_iter().flat_map(|t| &t.answers);
                answers.map(|a| Value::known(&a.code)).collect()
            }
            InputFact::Unit => all(UnitKind::ALL, UnitKind::code),
            InputFact::Source => all(Source::ALL, Source::code),
            InputFact::Against => all(CounterParty::ALL, CounterParty::code),
            InputFact::Danger => all(Danger::ALL, Danger::code),
            InputFact::Subject => {
                let leaves = self.categories.iter().filter(|c| c.id.contains('.') && !c.by_number);
                leaves.map(|c| Value::code(&c.id)).collect()
            }
            InputFact::Limits => codes(&["none", "running", "past"]),
            InputFact::Criterion | InputFact::Returned | InputFact::Settled | InputFact::Linked => {
                codes(&["yes", "no"])
            }
            _ => table.stretches(&input.id).into_iter().map(Value::Number).collect(),
        };
        values.retain(|value| *value != Value::Unknown);
        if input.fact.may_be_unknown() {
            values.push(Value::Unknown);
        }
        values
    }
}

fn answers(question: &Question) -> Vec<Value> {
    match question.kind {
        QuestionKind::Choice => question.choices.iter().map(|(c, _)| Value::code(c)).collect(),
        QuestionKind::Date | QuestionKind::Text => vec![Value::code("given")],
    }
}

impl Table {
    /// The first number of each stretch that the rows tell apart.
    pub(crate) fn stretches(&self, input: &str) -> Vec<u32> {
        let mut from = vec![0];
        for allowed in self.rows.iter().filter_map(|row| row.when.get(input)) {
            for (low, high) in allowed.iter().filter_map(|a| range(a)) {
                from.push(low);
                from.extend(high.checked_add(1));
            }
        }
        crate::compact::sort_by(&mut from, |a, b| a.cmp(b));
        from.dedup();
        from
    }

    /// The answers that the program itself reads must be ones it knows.
    pub(super) fn knows_answers(&self) -> Result<(), String> {
        let is_known = |code: &str| match self.id.as_str() {
            "kind" => Kind::from_code(code).is_some(),
            "class" => Class::from_code(code).is_some(),
            "route" => Route::from_code(code).is_some() || matches!(code, "s29" | "s30"),
            "tier" => matches!(code, "none" | "1" | "2" | "3"),
            _ => true,
        };
        let strange = self.answers.iter().find(|a| !is_known(&a.code));
        strange.map_or(Ok(()), |a| Err(format!("{}: {}", self.id, a.code)))
    }
}
