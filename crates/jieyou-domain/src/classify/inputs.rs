//! What a decision table reads of a matter.

use super::{Status, TierFacts};
use crate::facts::{DeadlineKind, LinkKind, Owes};
use crate::ledger::{Book, State, Trigger};
use crate::rules::{
    Input, InputFact, ListPart, Obligation, QuestionKind, RuleSet, Standing, Value,
};
use crate::time::{Date, parse_date};
use chrono::Months;

/// What tables came to so far: table, claim, answer.
pub(super) type Came = Vec<(String, Option<usize>, String)>;

/// Everything a table may read.
pub(super) struct Reader<'a> {
    pub(super) state: &'a State,
    pub(super) tier: &'a TierFacts<'a>,
    /// Answers of the tables above, those of people before those of rules.
    pub(super) came: &'a Came,
    /// The claim that is decided; `None` for the whole matter.
    pub(super) claim: Option<usize>,
}

/// The values of one input, and for what grows with time the day it counts from.
pub(super) struct Known {
    pub(super) values: Vec<Value>,
    pub(super) since: Option<Date>,
}

impl Known {
    fn one(value: Value) -> Self {
        Self { values: vec![value], since: None }
    }
}

impl Reader<'_> {
    fn today(&self) -> Date {
        self.tier.setting.today
    }

    fn rules(&self) -> &RuleSet {
        self.tier.setting.rules
    }

    /// Reads one input.
    pub(super) fn read(&self, input: &Input) -> Known {
        let state = self.state;
        let registered = state.registered.as_ref();
        let part = |part| self.tier.part(part);
        let count = |n: usize| Value::Number(u32::try_from(n).unwrap_or(u32::MAX));
        match input.fact {
            InputFact::DaysOpen => self.days_since(state.received_on),
            InputFact::DaysStuck => self.days_since(stirred(state)),
            InputFact::MonthsOpen => self.months_since(state.received_on),
            InputFact::Against => Known { values: self.against(), since: None },
            InputFact::Table => Known { values: self.came(&input.of), since: None },
            fact => Known::one(match fact {
                InputFact::Answer => self.answer(&input.of),
                InputFact::Criterion => match self.tier.one(&input.of) {
                    Some(Status::Met) => Value::yes(true),
                    Some(Status::NotMet) => Value::yes(false),
                    Some(Status::NotKnown) | None => Value::Unknown,
                },
                InputFact::Met => {
                    let all = part(list_part(&input.of));
                    count(all.iter().filter(|r| r.status == Status::Met).count())
                }
                InputFact::Unmet => {
                    let all = part(list_part(&input.of));
                    count(all.iter().filter(|r| r.status != Status::Met).count())
                }
                InputFact::Unit => Value::code(self.tier.setting.unit.code()),
                InputFact::Source => {
                    registered.map_or(Value::Unknown, |r| Value::code(r.channel.source().code()))
                }
                InputFact::Subject => {
                    let subject = state.category.as_deref().filter(|id| id.contains('.'));
                    subject.map_or(Value::Unknown, Value::code)
                }
                InputFact::Danger => {
                    registered.map_or(Value::Unknown, |r| Value::known(r.danger.code()))
                }
                InputFact::Returned => Value::yes(has_returned(state)),
                InputFact::Settled => Value::yes(state.resolved_on.is_some()),
                InputFact::Linked => Value::yes(self.tier.is_back),
                InputFact::Limits => Value::code(self.limits()),
                InputFact::Households => number(registered.and_then(|r| r.households)),
                InputFact::People => number(registered.and_then(|r| r.people)),
                InputFact::DaysOpen
                | InputFact::DaysStuck
                | InputFact::MonthsOpen
                | InputFact::Against
                | InputFact::Table => Value::Unknown,
            }),
        }
    }

    fn against(&self) -> Vec<Value> {
        let of = |c: &crate::ledger::ClaimState| Value::known(c.claim.against.code());
        match self.claim.and_then(|at| self.state.claims.get(at)) {
            Some(claim) => vec![of(claim)],
            None => self.state.claims_kept().map(of).collect(),
        }
    }

    /// What a table above came to: for this claim, or for the whole matter, or for each
    /// claim where this table decides the whole.
    fn came(&self, table: &str) -> Vec<Value> {
        let fits =
            |claim: &Option<usize>| claim.is_none() || self.claim.is_none() || *claim == self.claim;
        let came = self.came.iter().filter(|(t, claim, _)| t == table && fits(claim));
        let mut values: Vec<Value> = Vec::new();
        for value in came.map(|(.., answer)| Value::known(answer)) {
            if !values.contains(&value) {
                values.push(value);
            }
        }
        if values.is_empty() { vec![Value::Unknown] } else { values }
    }

    fn answer(&self, question: &str) -> Value {
        let answer = match self.claim {
            Some(at) => self.state.claim_answer(at, question),
            None => self.state.answer(question),
        };
        let Some(answer) = answer else { return Value::Unknown };
        let question = self.rules().questions.iter().find(|q| q.id == question);
        match question.map(|q| &q.kind) {
            Some(QuestionKind::Choice) => Value::code(answer),
            _ => Value::code("given"),
        }
    }

    fn days_since(&self, since: Option<Date>) -> Known {
        let days = since.map(|day| (self.today() - day).num_days());
        let days = days.map(|n| u32::try_from(n).unwrap_or(0));
        Known { values: vec![Value::Number(days.unwrap_or(0))], since }
    }

    /// Full months: the day with the same number counts, as in the counting of terms.
    fn months_since(&self, since: Option<Date>) -> Known {
        let Some(day) = since else { return self.days_since(None) };
        let reached = |n: &u32| {
            day.checked_add_months(Months::new(*n)).is_some_and(|end| end <= self.today())
        };
        let months = (1..=1_200).take_while(reached).last().unwrap_or(0);
        Known { values: vec![Value::Number(months)], since }
    }

    /// How the statutory limits of the office stand: of what was met nothing is asked.
    fn limits(&self) -> &'static str {
        let own = |o: &&Obligation| {
            o.owes == Owes::Office && !o.elsewhere && o.kind == DeadlineKind::Statutory
        };
        let all = || self.tier.clocks.iter().filter(own);
        if all().any(|o| matches!(o.standing, Standing::Overdue | Standing::MetLate(_))) {
            "past"
        } else if all().any(|o| o.standing.is_open() && o.due.day().is_some()) {
            "running"
        } else {
            "none"
        }
    }
}

fn number(n: Option<u32>) -> Value {
    n.map_or(Value::Unknown, Value::Number)
}

fn list_part(of: &str) -> ListPart {
    match of {
        "A" => ListPart::A,
        "B" => ListPart::B,
        "N" => ListPart::N,
        _ => ListPart::One,
    }
}

/// Whether it came back: reopened, or back from a statutory route.
fn has_returned(state: &State) -> bool {
    !state.reopened.is_empty() || state.claims.iter().any(|c| c.route_result.is_some())
}

/// What ends or answers a matter.
const ANSWERED: [Trigger; 8] = [
    Trigger::HandledAtOnce,
    Trigger::Replied,
    Trigger::MediationEnded,
    Trigger::PassedOn,
    Trigger::Resolved,
    Trigger::LawfullyClosed,
    Trigger::Ended,
    Trigger::Delisted,
];

/// Whether another matter of the book that is the same was ended or answered before this
/// one was received. One that was open then is no earlier round: the two can be joined.
pub(super) fn is_back(state: &State, book: &Book) -> bool {
    let same = state.links.iter().filter(|l| l.how == LinkKind::Same);
    let mut others = same.filter_map(|l| book.matter(l.other));
    others.any(|other| {
        let mut ends = other.state.facts.iter().filter(|f| ANSWERED.contains(&f.trigger));
        ends.any(|f| Some(f.on) < state.received_on)
    })
}

/// The last day anything was done; else the day it was registered, or came back.
pub(super) fn stirred(state: &State) -> Option<Date> {
    stirs(state).max()
}

/// The days on which something was done: the same that start the habits of taking a step
/// (`LX-idle`). To register is the first step of this desk.
pub(super) fn stirs(state: &State) -> impl Iterator<Item = Date> {
    let stirs = state.facts.iter().filter(|f| {
        use Trigger::{Activity, Registered, Reopened, Returned};
        matches!(f.trigger, Registered | Reopened | Returned | Activity)
    });
    stirs.map(|f| f.on)
}

/// The day on which what counts from `since` reaches `n`.
pub(super) fn reached_on(fact: InputFact, since: Date, n: u32) -> Option<Date> {
    match fact {
        InputFact::MonthsOpen => since.checked_add_months(Months::new(n)),
        _ => since.checked_add_days(chrono::Days::new(u64::from(n))),
    }
}

/// A day as an answer says it.
pub(super) fn day_of(answer: &str) -> Option<Date> {
    parse_date(answer)
}
