//! The three lists: where they come from, by which criteria, what each asks of the
//! office, and how many matters stand on the heaviest.

use super::tables::{Source, source};
use crate::screens::Assessments;
use crate::text::lists as t;
use crate::text::terms::{SealView, no_list, seal_of};
use crate::text::{Both, Lang, format, rules as rules_text, words};
use jieyou_domain::classify::TierAnswer;
use jieyou_domain::facts::{Owes, Tier};
use jieyou_domain::ledger::{Book, Trigger};
use jieyou_domain::rules::{CONSULT, CONSULT_DAY, Criterion, ListPart, Rule, RuleSet, SetBy, Test};

/// Above this share, in per cent, of list 3 the criteria are asked about.
const MUCH: usize = 40;
/// From so many matters on none on list 3 is worth a question.
const ENOUGH: usize = 5;

/// The page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListsView {
    /// The lists.
    pub tiers: Vec<TierView>,
    /// The criteria, by part.
    pub parts: Vec<PartView>,
    /// What is never a ground.
    pub never: String,
    /// The day of the consult, and where that is set.
    pub consult: Vec<String>,
    /// How many stand on list 3.
    pub share: String,
    /// Whether that should be looked at.
    pub ask: bool,
}

/// A list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TierView {
    /// Its seal.
    pub seal: SealView,
    /// Where it comes from.
    pub source: Option<Source>,
    /// How it is read here.
    pub then: String,
    /// What it asks of the office.
    pub needs: Vec<String>,
    /// The rules that count days for it: their ids, what is owed.
    pub rules: Vec<(String, String)>,
}

/// A part of the criteria.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartView {
    /// What one, two or all of them make.
    pub title: &'static str,
    /// They.
    pub rows: Vec<CriterionView>,
}

/// A criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CriterionView {
    /// Its id.
    pub id: String,
    /// Its words.
    pub words: String,
    /// What is read.
    pub reads: String,
    /// Where it is set otherwise.
    pub set: String,
    /// Whether it has a number that can be set.
    pub has_number: bool,
}

/// The page as it stands.
pub fn lists(book: &Book, all: &Assessments, lang: Lang) -> ListsView {
    let rules = book.rules();
    let parts =
        [(ListPart::A, t::A), (ListPart::B, t::B), (ListPart::One, t::ONE), (ListPart::N, t::NONE)];
    let part = |(part, title): (ListPart, Both)| {
        let own = rules.criteria.iter().filter(|c| c.part == part);
        let rows: Vec<CriterionView> = own.map(|c| criterion(c, book, lang)).collect();
        PartView { title: title.to(lang), rows }
    };
    let day = |rules: &RuleSet| rules.consult.unwrap_or(CONSULT_DAY).to_string();
    let mut consult = vec![t::CONSULT_DAY.with(lang, &[&day(rules)])];
    let old = book.packs().first().map(|base| t::CONSULT_DAY.with(lang, &[&day(base)]));
    consult.extend(set_here(rules, CONSULT, &old.unwrap_or_default(), lang));
    let (share, ask) = share(all, lang);
    ListsView {
        tiers: tiers(rules, lang),
        parts: parts.into_iter().map(part).filter(|p| !p.rows.is_empty()).collect(),
        never: words(&rules.never_a_ground, lang).to_owned(),
        consult,
        share,
        ask,
    }
}

fn tiers(rules: &RuleSet, lang: Lang) -> Vec<TierView> {
    let table = rules.table("tier");
    let of = |code: &str| table.and_then(|table| table.answer(code));
    let view = |tier: Option<Tier>| {
        let answer = of(tier.map_or("none", Tier::code));
        let is_due = |rule: &&Rule| {
            tier.is_some_and(|tier| {
                let is_after = tier == Tier::One && rule.starts.contains(&Trigger::Resolved);
                rule.owes == Owes::Office && (rule.when.tier.contains(&tier) || is_after)
            })
        };
        let duty = |rule: &Rule| {
            let term = rules_text::term(rule.term, rule.kind, lang);
            let duty = words(&rule.duty, lang);
            let text =
                if term.is_empty() { duty.to_owned() } else { t::DUTY.with(lang, &[duty, &term]) };
            (rule.id.clone(), text)
        };
        let needs = answer.into_iter().flat_map(|a| &a.needs);
        let needs = needs.map(|need| words(&need.words, lang).to_owned());
        TierView {
            seal: tier.map_or(no_list(lang), |tier| seal_of(tier, lang)),
            source: answer.and_then(|a| a.cite.as_ref()).map(|cite| source(cite, lang)),
            then: answer.map_or_else(String::new, |a| words(&a.then, lang).to_owned()),
            needs: needs.collect(),
            rules: rules.rules.iter().filter(is_due).map(duty).collect(),
        }
    };
    let all = [Tier::One, Tier::Two, Tier::Three].map(Some);
    all.into_iter()
        .chain([None])
        .map(view)
        .filter(|v| v.seal.tier != "none" || is_said(v))
        .collect()
}

fn is_said(view: &TierView) -> bool {
    view.source.is_some() || !view.then.is_empty() || !view.needs.is_empty()
}

fn criterion(criterion: &Criterion, book: &Book, lang: Lang) -> CriterionView {
    let base = book.packs().first().and_then(|base| base.criterion(&criterion.id));
    let old = base.map_or("", |old| words(&old.words, lang));
    let reads = test(&criterion.decided, book.rules(), lang);
    CriterionView {
        id: criterion.id.clone(),
        words: words(&criterion.words, lang).to_owned(),
        reads: format::labelled(t::READS.to(lang), &reads, lang),
        set: set_here(book.rules(), &criterion.id, old, lang).unwrap_or_default(),
        has_number: !numbers(&criterion.decided).is_empty(),
    }
}

fn set_here(rules: &RuleSet, about: &str, old: &str, lang: Lang) -> Option<String> {
    let by = rules.set_by.iter().find(|by| by.about == about)?;
    Some(t::SET.with(lang, &[old, &by.source, &by.why]))
}

/// Source and reason.
pub(super) fn by(by: &SetBy, lang: Lang) -> String {
    t::BY.with(lang, &[&by.source, &by.why])
}

/// The unresolved matters on a list, how many of them on list 3, and whether to ask.
fn share(all: &Assessments, lang: Lang) -> (String, bool) {
    let open = all.iter().filter(|h| h.matter.state.resolved_on.is_none());
    let on = open.filter_map(|h| match h.assessment.as_ref()?.tier.answer {
        TierAnswer::On(tier) => Some(tier),
        TierAnswer::NoList(_) => None,
    });
    let on: Vec<Tier> = on.collect();
    let three = on.iter().filter(|tier| **tier == Tier::Three).count();
    if on.is_empty() {
        return (t::SHARE_NONE.to(lang).to_owned(), false);
    }
    let share = (three * 100 + on.len() / 2) / on.len();
    let parts = [on.len(), three, share].map(|n| n.to_string());
    let line = t::SHARE_LINE.with(lang, &[&parts[0], &parts[1], &parts[2]]);
    let is_much = three * 100 > on.len() * MUCH;
    (line, on.len() >= ENOUGH && (is_much || three == 0))
}

/// The numbers of a test that can be set, in the order they are said.
pub fn numbers(test: &Test) -> Vec<u32> {
    match test {
        Test::MustByWithin { days, .. } | Test::OpenFor { days } | Test::NoProgress { days } => {
            vec![*days]
        }
        Test::Scale { households, people } => {
            let ends = [*households, *people];
            ends.into_iter().flat_map(|(from, to)| std::iter::once(from).chain(to)).collect()
        }
        Test::DutyUnsettled { working_days, .. } => vec![*working_days],
        Test::PlanMoved { times } => vec![*times],
        _ => Vec::new(),
    }
}

/// What a criterion reads, in words.
pub(super) fn test(test: &Test, rules: &RuleSet, lang: Lang) -> String {
    let question = |id: &str| {
        let found = rules.questions.iter().find(|q| q.id == id);
        found.map_or(id, |q| words(&q.words, lang)).to_owned()
    };
    let named = |all: Vec<&str>| format::listed(&all, lang);
    use crate::text::words as w;
    let (text, parts) = match test {
        Test::Danger => (t::DANGER, vec![]),
        Test::Answer { question: id, is } => {
            let choices = rules.questions.iter().filter(|q| q.id == *id).flat_map(|q| &q.choices);
            let said = choices.filter(|(code, _)| is.contains(code)).map(|(_, w)| words(w, lang));
            (t::ANSWER, vec![question(id), named(said.collect())])
        }
        Test::Overdue => (t::OVERDUE, vec![]),
        Test::OfficePromiseMissed { question: id } if id.is_empty() => (t::PROMISE, vec![]),
        Test::OfficePromiseMissed { question: id } => (t::PROMISE_OR, vec![question(id)]),
        Test::MustByWithin { days, .. } => (t::MUST_BY, vec![days.to_string()]),
        Test::Scale { households: (_, to), .. } => {
            let text = if to.is_some() { t::SCALE_BETWEEN } else { t::SCALE };
            (text, numbers(test).iter().map(u32::to_string).collect())
        }
        Test::DutyUnsettled { question: id, working_days } => {
            (t::UNSETTLED, vec![question(id), working_days.to_string()])
        }
        Test::OpenFor { days } => (t::OPEN_FOR, vec![days.to_string()]),
        Test::PlanMoved { times } => (t::PLAN_MOVED, vec![times.to_string(), times.to_string()]),
        Test::Reopened => (t::REOPENED, vec![]),
        Test::OrderedFeedback => (t::ORDERED, vec![]),
        Test::Against { is, unless } => {
            let against = named(is.iter().map(|v| w::counter_party(*v, lang)).collect());
            let but = super::cond::conditions(unless, rules, lang).join(lang.pick("，", ", "));
            if but.is_empty() {
                (t::AGAINST, vec![against])
            } else {
                (t::AGAINST_BUT, vec![against, but])
            }
        }
        Test::NoProgress { days } => (t::NO_PROGRESS, vec![days.to_string()]),
        Test::IsA { kind, class } => {
            let kinds = kind.iter().map(|v| w::kind(*v, lang));
            let classes = class.iter().map(|v| w::class(*v, lang));
            (t::IS_A, vec![named(kinds.chain(classes).collect())])
        }
        Test::HandledAtOnce => (t::AT_ONCE, vec![]),
        Test::Stage { is } => {
            (t::STAGE, vec![named(is.iter().map(|v| w::stage(*v, lang)).collect())])
        }
        Test::AllToldOutcome => (t::ALL_TOLD, vec![]),
        Test::NothingLate => (t::NOTHING_LATE, vec![]),
        Test::NoOpenDanger => (t::NO_DANGER, vec![]),
    };
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    text.with(lang, &parts)
}
