//! How a rule pack is read from JSON: what must be there, and after the semicolon what
//! may be left out.

use super::*;
use crate::json::{Fields, Read, Value, Wrong};
use crate::reads;

reads!(Words { zh; en });
reads!(Cite, only { instrument, article, quote, verified });
reads!(When, only {
    ;
    unit, source, channel, kind, class, route, against, tier, own, reachable, category, simple,
    answers
});
reads!(Rule, only {
    id, kind, owes, duty, cite, from, expiry;
    effect, of, to, when, unless, starts, start_key, start_keys, pick, term, roll, met_by,
    met_keys, end_keys, ends_by, extended_by, suspended_by, group, window, elsewhere, at, follows, remind, pending
});
reads!(SetBy, only { about, source, why });
reads!(Override, only { rule, term, from, cite; to });
reads!(Ask, only { key, words; kind, hint, from });
reads!(Proposal, only { when, why });
reads!(Ground, only { id, name, asks; propose });
reads!(Criterion, only { id, part, words, decided });
reads!(Question, only { id, kind, words; when, choices, later, per_claim });
reads!(Category, only { id, words; hints, bodies, by_number, routes, unsettled, signs, codes });
reads!(Codes, only { ; mediation, petitions, hotline });
reads!(RuleSet, only {
    format, version, id, name, edition;
    over, rules, criteria, never_a_ground, questions, categories, grounds, overrides, off, examples,
    tables, cases, consult, thing, unnamed, set_by, alike, negations,
    groups, leans
});
reads!(Unnamed, only {
    ;
    surnames, doubtful, landforms, houses, callings, joints, plain
});

reads!(Input, only { id, fact, words; of });
reads!(Need, only { words; by, reachable });
reads!(TableAnswer, only { code, words; then, cite, needs });
reads!(Row, only { id, answer, why; when, cite, body, at });
reads!(Table, only { id, name, inputs, answers, rows; per_claim, when, hit });

reads! { enum Hit { First = "first", Unique = "unique" } }
reads! { enum InputFact {
    Answer = "answer",
    Table = "table",
    Criterion = "criterion",
    Met = "met",
    Unmet = "unmet",
    Unit = "unit",
    Source = "source",
    Against = "against",
    Subject = "subject",
    Danger = "danger",
    Returned = "returned",
    Settled = "settled",
    Linked = "linked",
    Limits = "limits",
    DaysOpen = "days_open",
    MonthsOpen = "months_open",
    DaysStuck = "days_stuck",
    Households = "households",
    People = "people",
} }
reads! { enum Effect {
    Clock = "clock",
    Extends = "extends",
    Suspends = "suspends",
    Interrupts = "interrupts",
    Stays = "stays",
    Excuses = "excuses",
    Says = "says",
    Counts = "counts",
    Listed = "listed",
} }
reads! { enum AskKind { Day = "day", By = "by", Span = "span", Yes = "yes" } }
reads! { enum Verified { V2 = "V2", V2Eye = "V2*", V1 = "V1", P = "P", Local = "Local" } }
reads! { enum SpecialTerm {
    AsGiven = "as_given",
    SameDay = "same_day",
    NextConsult = "next_consult",
    None = "none",
} }
reads! { enum Roll { No = "no", Yes = "yes", Hint = "hint" } }
reads! { enum Pick { First = "first", Last = "last", Each = "each" } }
reads! { enum ListPart { A = "A", B = "B", N = "N", One = "One" } }
reads! { enum UsualRoute {
    Mediate = "mediate",
    MediateCounty = "mediate_county",
    Adjudicate = "adjudicate",
    Enforce = "enforce",
    Arbitrate = "arbitrate",
    Sue = "sue",
    Reconsider = "reconsider",
    Petition = "petition",
    AtOnce = "at_once",
    Report = "report",
    Suggest = "suggest",
    Supervise = "supervise",
    Anew = "anew",
    Recognise = "recognise",
    Apply = "apply",
} }
reads! { enum QuestionKind { Choice = "choice", Date = "date", Text = "text" } }

impl Read for RuleTerm {
    fn read(value: Value) -> Result<Self, Wrong> {
        if value.is_string() {
            return SpecialTerm::read(value).map(Self::Special);
        }
        let mut fields = Fields::of(value)?;
        Ok(Self::Count { n: fields.take("n")?, unit: fields.take("unit")? })
    }
}

impl Read for Test {
    fn read(value: Value) -> Result<Self, Wrong> {
        let mut fields = Fields::of(value)?;
        let test: String = fields.take("test")?;
        Ok(match test.as_str() {
            "danger" => Self::Danger,
            "answer" => Self::Answer { question: fields.take("question")?, is: fields.take("is")? },
            "overdue" => Self::Overdue,
            "office_promise_missed" => {
                Self::OfficePromiseMissed { question: fields.or_default("question")? }
            }
            "must_by_within" => Self::MustByWithin {
                days: fields.take("days")?,
                question: fields.or_default("question")?,
                on: fields.or_default("on")?,
                what: fields.or_default("what")?,
            },
            "scale" => Self::Scale {
                households: fields.take("households")?,
                people: fields.take("people")?,
            },
            "duty_unsettled" => Self::DutyUnsettled {
                question: fields.take("question")?,
                working_days: fields.take("working_days")?,
            },
            "open_for" => Self::OpenFor { days: fields.take("days")? },
            "plan_moved" => Self::PlanMoved { times: fields.take("times")? },
            "reopened" => Self::Reopened,
            "ordered_feedback" => Self::OrderedFeedback,
            "against" => Self::Against {
                is: fields.take("is")?,
                unless: Box::new(fields.or_default("unless")?),
            },
            "no_progress" => Self::NoProgress { days: fields.take("days")? },
            "is_a" => {
                Self::IsA { kind: fields.or_default("kind")?, class: fields.or_default("class")? }
            }
            "handled_at_once" => Self::HandledAtOnce,
            "stage" => Self::Stage { is: fields.take("is")? },
            "all_told_outcome" => Self::AllToldOutcome,
            "nothing_late" => Self::NothingLate,
            "no_open_danger" => Self::NoOpenDanger,
            other => return Err(Wrong::new(format!("unknown variant `{other}`"))),
        })
    }
}
