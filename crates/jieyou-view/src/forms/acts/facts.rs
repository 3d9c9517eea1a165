//! Deciding facts found out while a matter is handled: the questions of the pack that fit
//! it, those first that would settle a decision. Only what changed is written.

use super::verdict::decisions;
use crate::forms::build::Build;
use crate::forms::context::FormContext;
use crate::forms::model::{Control, Draft, Shelf};
use crate::forms::reader::{Days, Reader};
use crate::text::forms::{judge as t, problem, register};
use crate::text::{format, words};
use jieyou_domain::classify::{Reason, Status, assess, leads_to_report};
use jieyou_domain::compact::{Map, sort_by};
use jieyou_domain::facts::FactsNoted;
use jieyou_domain::ledger::{ClaimState, Event, Matter, TEXT_MAX};
use jieyou_domain::rules::{Decided, Question, QuestionKind, holds};

/// The longest answer in words, in characters.
const ANSWER_MAX: usize = 200;

/// The key of a question's field: for the matter, or for one claim.
pub(crate) fn answer_key(question: &str, claim: Option<usize>) -> String {
    claim.map_or_else(|| format!("q-{question}"), |at| format!("c{at}-q-{question}"))
}

/// A question, of whom, and what is known.
struct Asked<'a> {
    question: &'a Question,
    claim: Option<usize>,
    known: &'a str,
}

impl Asked<'_> {
    fn key(&self) -> String {
        answer_key(&self.question.id, self.claim)
    }
}

/// The questions that fit the matter as the draft has it, in the order of the pack: one
/// answer may call for the next.
fn asked<'a>(ctx: &FormContext<'a>, matter: &'a Matter, draft: &Draft) -> Vec<Asked<'a>> {
    let state = &matter.state;
    let mut tried = state.clone();
    for question in ctx.book.rules().questions.iter().filter(|q| q.is_of_matter()) {
        if let Some(answer) = draft.0.get(&answer_key(&question.id, None)) {
            tried.answers.insert(question.id.clone(), answer.clone());
        }
    }
    let (Some(setting), Some(assessment)) = (ctx.setting(), assess(matter, ctx.book, ctx.today))
    else {
        return Vec::new();
    };
    let decided = Decided { kind: assessment.kind.answer, tier: assessment.tier.answer.tier() };
    let mut all = Vec::new();
    for question in &setting.rules.questions {
        if !holds(&question.when, &tried, decided, setting) {
            continue;
        }
        if question.is_of_matter() {
            let known = state.answer(&question.id).unwrap_or_default();
            all.push(Asked { question, claim: None, known });
        }
        let against = &question.when.against;
        let fits = |c: &ClaimState| against.is_empty() || against.contains(&c.claim.against);
        let each = question.is_of_claims(state.claims_kept().count());
        let claims = state.claims.iter().enumerate().filter(|(_, c)| each && c.is_here());
        for (at, claim) in claims.filter(|(_, c)| fits(c)) {
            let known = claim.answers.get(&question.id).map_or("", String::as_str);
            all.push(Asked { question, claim: Some(at), known });
        }
    }
    all
}

/// What an open answer keeps open: the field, the decision, and whether it waits for it.
struct Settles {
    key: String,
    what: String,
    waits: bool,
}

fn settles(ctx: &FormContext<'_>, matter: &Matter) -> Vec<Settles> {
    let rules = ctx.book.rules();
    let several = matter.state.claims_kept().count();
    let of_claims =
        |id: &str| rules.questions.iter().any(|q| q.id == id && q.is_of_claims(several));
    let mut all: Vec<Settles> = Vec::new();
    for verdict in decisions(ctx, matter) {
        let name = rules.table(&verdict.table).map_or("", |t| words(&t.name, ctx.lang));
        let waits = matches!(verdict.decision.answer.as_str(), "ask" | "none_yet");
        let open = verdict.decision.would_change_if.iter();
        for used in open.filter(|r| r.status == Status::NotKnown).flat_map(|r| r.used.first()) {
            if used.fact == "answer" {
                let claim = verdict.claim.filter(|_| of_claims(&used.key));
                let key = answer_key(&used.key, claim);
                all.push(Settles { key, what: name.to_owned(), waits });
            }
        }
    }
    let tier = assess(matter, ctx.book, ctx.today).map(|a| a.tier.would_change_if);
    let name = rules.table("tier").map_or("", |t| words(&t.name, ctx.lang));
    for reason in tier.iter().flatten().filter(|r| r.status == Status::NotKnown) {
        if let Some(question) = question_of(ctx, matter, reason) {
            let key = answer_key(&question, None);
            all.push(Settles { key, what: name.to_owned(), waits: false });
        }
    }
    all
}

/// The first open question of a criterion.
fn question_of(ctx: &FormContext<'_>, matter: &Matter, reason: &Reason) -> Option<String> {
    let test = &ctx.book.rules().criterion(&reason.rule)?.decided;
    let open = test.questions().into_iter().find(|id| matter.state.answer(id).is_none());
    open.map(str::to_owned)
}

/// Which decisions wait for the answer, or may change by it.
fn hint(all: &[Settles], key: &str, ctx: &FormContext<'_>) -> String {
    let mine = |waits: bool| {
        let mut names: Vec<&str> = Vec::new();
        for s in all.iter().filter(|s| s.key == key && s.waits == waits) {
            if !names.contains(&s.what.as_str()) {
                names.push(&s.what);
            }
        }
        names
    };
    let (waiting, others) = (mine(true), mine(false));
    let (text, names) = match (waiting.is_empty(), others.is_empty()) {
        (true, true) => return String::new(),
        (true, false) => (t::MAY_CHANGE, others),
        _ => (t::SETTLES, waiting),
    };
    text.with(ctx.lang, &[&format::listed(&names, ctx.lang)])
}

/// Asks what fits; first the question that was called for, then what would settle a
/// decision. What is known, and what settles nothing, is folded.
pub(super) fn ask(build: &mut Build<'_>, matter: &Matter, draft: &Draft) {
    let ctx = *build.ctx;
    let settles = settles(&ctx, matter);
    let focus = draft.get(FOCUS);
    let rank = |a: &Asked<'_>| {
        let key = a.key();
        let waits = |waits: bool| settles.iter().any(|s| s.key == key && s.waits == waits);
        match () {
            () if key == focus => 0_u8,
            () if !a.known.is_empty() => 4,
            () if waits(true) => 1,
            () if waits(false) => 2,
            () => 3,
        }
    };
    let mut all: Vec<(u8, Asked<'_>)> =
        asked(&ctx, matter, draft).into_iter().map(|a| (rank(&a), a)).collect();
    sort_by(&mut all, |a, b| a.0.cmp(&b.0));
    let is_settling = all.iter().any(|(rank, _)| *rank < 3);
    for (rank, a) in &all {
        let help = hint(&settles, &a.key(), &ctx);
        put(build, matter, a.question, a.claim, &help);
        let last = build.len() - 1;
        if let Some(field) = build.at(last).filter(|_| *rank > 2 && (is_settling || *rank > 3)) {
            field.shelf = Shelf::Folded;
        }
    }
    build.add("note", &t::NOTE, Control::Area(TEXT_MAX));
}

/// Holds the key of the question that was called for.
pub const FOCUS: &str = "focus";

fn put(
    build: &mut Build<'_>,
    matter: &Matter,
    question: &Question,
    claim: Option<usize>,
    help: &str,
) {
    let lang = build.lang();
    let several = matter.state.claims.len() > 1;
    let head = match claim {
        Some(at) if several => {
            let text = matter.state.claims.get(at).map_or("", |c| c.claim.text.as_str());
            t::OF_CLAIM.with(lang, &[&(at + 1).to_string(), text])
        }
        None if several && question.per_claim => t::OF_ALL.to(lang).to_owned(),
        _ => String::new(),
    };
    let label = head + words(&question.words, lang);
    let is_known = question.is_of_matter() && matter.state.answer(&question.id).is_some();
    let open = if claim.is_some() && is_known { t::AS_WHOLE } else { register::NOT_KNOWN };
    let control = match question.kind {
        QuestionKind::Choice => {
            let all = question.choices.iter();
            let named = |(code, text): &(String, _)| (code.clone(), words(text, lang).to_owned());
            let mut options: Vec<(String, String)> = all.map(named).collect();
            options.push((String::new(), open.to(lang).to_owned()));
            Control::Choice(options)
        }
        QuestionKind::Date => Control::Date,
        QuestionKind::Text => Control::Line(ANSWER_MAX),
    };
    build.put(&answer_key(&question.id, claim), label, help, control);
}

/// What is known stands in the form.
pub(super) fn fill(ctx: &FormContext<'_>, matter: &Matter, draft: &mut Draft) {
    for a in asked(ctx, matter, &Draft::default()) {
        draft.set(a.key(), a.known);
    }
}

/// The answers that changed: one fact for the matter, one for each claim.
pub(super) fn read(reader: &mut Reader<'_>, matter: &Matter) -> Vec<Event> {
    let ctx = reader.ctx;
    let note = reader.text("note", &t::NOTE, TEXT_MAX);
    let mut noted: Vec<FactsNoted> = Vec::new();
    let mut first = None;
    for a in asked(ctx, matter, reader.draft) {
        first.get_or_insert_with(|| a.key());
        let answer = answer(reader, a.question, &a.key());
        if answer == a.known {
            continue;
        }
        no_report(reader, a.question, &a.key(), answer);
        let claim = a.claim.and_then(|at| u16::try_from(at).ok());
        let at = noted.iter().position(|n| n.claim == claim).unwrap_or_else(|| {
            noted.push(FactsNoted { claim, answers: Map::new(), note: note.clone() });
            noted.len() - 1
        });
        noted[at].answers.insert(a.question.id.clone(), answer.to_owned());
    }
    if noted.is_empty() && !reader.has_problems() {
        reader.wrong(first.as_deref().unwrap_or("note"), t::NOTHING_NEW, &[]);
    }
    noted.into_iter().map(Event::FactsNoted).collect()
}

fn answer<'a>(reader: &mut Reader<'a>, question: &Question, key: &str) -> &'a str {
    let answer = reader.raw(key);
    let label = words(&question.words, reader.ctx.lang);
    match question.kind {
        QuestionKind::Date => drop(reader.day(key, Days::Any)),
        QuestionKind::Choice if !answer.is_empty() => {
            if !question.choices.iter().any(|(code, _)| code == answer) {
                reader.wrong(key, problem::NOT_OFFERED, &[label]);
            }
        }
        QuestionKind::Text if answer.chars().count() > ANSWER_MAX => {
            let length = answer.chars().count().to_string();
            reader.wrong(key, problem::TOO_LONG, &[label, &length, &ANSWER_MAX.to_string()]);
        }
        QuestionKind::Choice | QuestionKind::Text => {}
    }
    answer
}

/// That wrongdoing is reported is noted nowhere here, as it is not at registration.
fn no_report(reader: &mut Reader<'_>, question: &Question, key: &str, answer: &str) {
    if leads_to_report(reader.ctx.book.rules(), &question.id, answer) {
        reader.wrong(key, t::REPORT_NOT_HERE, &[]);
    }
}

/// The questions that were answered once, to be answered otherwise.
fn again<'a>(ctx: &FormContext<'a>, noted: &'a FactsNoted) -> impl Iterator<Item = &'a Question> {
    let questions = ctx.book.rules().questions.iter();
    questions.filter(|q| noted.answers.get(&q.id).is_some())
}

/// Asks anew what was noted; of a question the pack dropped the answer stays.
pub(in crate::forms) fn ask_noted(build: &mut Build<'_>, matter: &Matter, noted: &FactsNoted) {
    let ctx = *build.ctx;
    for question in again(&ctx, noted) {
        put(build, matter, question, noted.claim.map(usize::from), "");
    }
    build.add("note", &t::NOTE, Control::Area(TEXT_MAX));
}

/// What was noted.
pub(in crate::forms) fn fill_noted(noted: &FactsNoted, draft: &mut Draft) {
    for (id, answer) in noted.answers.iter() {
        draft.set(answer_key(id, noted.claim.map(usize::from)), answer);
    }
    draft.set("note", &noted.note);
}

/// What was noted, as it should have been.
pub(in crate::forms) fn read_noted(reader: &mut Reader<'_>, noted: &FactsNoted) -> Event {
    let ctx = reader.ctx;
    let mut new = noted.clone();
    new.note = reader.text("note", &t::NOTE, TEXT_MAX);
    for question in again(ctx, noted) {
        let key = answer_key(&question.id, noted.claim.map(usize::from));
        let answer = answer(reader, question, &key).to_owned();
        if noted.answers.get(&question.id) != Some(&answer) {
            no_report(reader, question, &key, &answer);
        }
        new.answers.insert(question.id.clone(), answer);
    }
    Event::FactsNoted(new)
}
