//! A person decides about a decision table: confirms what the rules say, decides
//! otherwise, or lets the rules decide again.

use crate::forms::build::{Build, open_first};
use crate::forms::context::FormContext;
use crate::forms::model::{Control, Draft};
use crate::forms::reader::Reader;
use crate::screens::verdict::{about, answer_of, why_of};
use crate::text::forms::{acts, judge as t, problem};
use crate::text::words;
use jieyou_domain::classify::{Verdict, assess, verdicts};
use jieyou_domain::facts::Judged;
use jieyou_domain::ledger::{Event, Matter, TEXT_MAX};
use jieyou_domain::rules::Table;

/// In the form: as the rules say.
const RULES: &str = "rules";

/// Every decision about the matter, as it stands.
pub(super) fn decisions(ctx: &FormContext<'_>, matter: &Matter) -> Vec<Verdict> {
    let assessment = assess(matter, ctx.book, ctx.today);
    assessment.map_or_else(Vec::new, |a| verdicts(matter, ctx.book, ctx.today, &a))
}

/// What has an act of its own.
fn is_elsewhere(table: &str) -> bool {
    matches!(table, "kind" | "class" | "route" | "tier")
}

/// Which decision, the answer, why, and who.
pub(super) fn ask(build: &mut Build<'_>, matter: &Matter, draft: &Draft) {
    let (ctx, lang) = (*build.ctx, build.lang());
    let rules = ctx.book.rules();
    let mut all = decisions(&ctx, matter);
    all.retain(|v| !is_elsewhere(&v.table));
    let several = matter.state.claims.len() > 1;
    let choices = all.iter().filter_map(|v| {
        let name = words(&rules.table(&v.table)?.name, lang);
        let claim = v.claim.filter(|_| several).and_then(|at| matter.state.claims.get(at));
        let label = claim.map_or_else(
            || name.to_owned(),
            |c| crate::text::format::labelled(name, &c.claim.text, lang),
        );
        Some((about(&v.table, v.claim), label))
    });
    let choices = open_first(t::NO_TABLE.to(lang), choices.collect());
    build.need("table", &t::TABLE, Control::Select(choices));
    let chosen = draft.get("table").trim();
    let verdict = all.iter().find(|v| about(&v.table, v.claim) == chosen);
    let Some((verdict, table)) = verdict.and_then(|v| Some((v, rules.table(&v.table)?))) else {
        return;
    };
    let why = why_of(&verdict.decision.because, ctx.book, lang);
    let computed = answer_of(table, &verdict.decision.computed, lang);
    answers(build, table, draft.get("post"));
    if let Some(field) = build.by_key("answer") {
        field.hint = t::RULES_SAY.with(lang, &[&computed, &why]);
    }
}

/// Whether an answer only says that more must be asked: nothing a person decides.
fn is_open(answer: &str) -> bool {
    matches!(answer, "ask" | "none_yet")
}

/// The answer, why, and who.
fn answers(build: &mut Build<'_>, table: &Table, post: &str) {
    let lang = build.lang();
    let decided = table.answers.iter().filter(|a| !is_open(&a.code));
    let named = decided.map(|a| (a.code.clone(), words(&a.words, lang).to_owned()));
    let mut options: Vec<(String, String)> = named.collect();
    options.push((RULES.to_owned(), t::AS_RULES.to(lang).to_owned()));
    build.need("answer", &t::ANSWER, Control::Choice(options));
    build.need("why", &acts::TIER_WHY, Control::Area(TEXT_MAX));
    crate::forms::fact::ask_post(build, "post", &acts::TIER_POST, post);
}

/// Reads the verdict.
pub(super) fn read(reader: &mut Reader<'_>, matter: &Matter) -> Option<Event> {
    let lang = reader.ctx.lang;
    let chosen = reader.raw("table");
    let all = decisions(reader.ctx, matter);
    let found = all.iter().find(|v| !is_elsewhere(&v.table) && about(&v.table, v.claim) == chosen);
    let Some(verdict) = found else {
        reader.wrong("table", problem::NOT_CHOSEN, &[t::TABLE.label.to(lang)]);
        return None;
    };
    let claim = verdict.claim.and_then(|at| u16::try_from(at).ok());
    let table = verdict.table.clone();
    read_answers(
        reader,
        Judged { table, claim, answer: String::new(), why: String::new(), post: String::new() },
    )
}

fn read_answers(reader: &mut Reader<'_>, judged: Judged) -> Option<Event> {
    let lang = reader.ctx.lang;
    let answer = reader.raw("answer");
    let table = reader.ctx.book.rules().table(&judged.table);
    // What was once decided stays when it is corrected.
    let is_offered = |t: &Table| t.answer(answer).is_some() && !is_open(answer);
    let is_kept = !answer.is_empty() && answer == judged.answer;
    let is_known = answer == RULES || is_kept || table.is_some_and(is_offered);
    if !is_known {
        let text = if answer.is_empty() { problem::NOT_CHOSEN } else { problem::NOT_OFFERED };
        reader.wrong("answer", text, &[t::ANSWER.label.to(lang)]);
    }
    let why = reader.needed("why", &acts::TIER_WHY, TEXT_MAX);
    let post = reader.needed("post", &acts::TIER_POST, TEXT_MAX);
    let answer = if answer == RULES { "" } else { answer };
    is_known.then(|| Event::Judged(Judged { answer: answer.to_owned(), why, post, ..judged }))
}

/// The questions of a verdict that is corrected: what it was about stays.
pub(in crate::forms) fn ask_judged(build: &mut Build<'_>, judged: &Judged, draft: &Draft) {
    if let Some(table) = build.ctx.book.rules().table(&judged.table) {
        answers(build, table, draft.get("post"));
    }
}

/// A verdict as it was given.
pub(in crate::forms) fn fill_judged(judged: &Judged, draft: &mut Draft) {
    let answer = if judged.answer.is_empty() { RULES } else { &judged.answer };
    for (key, text) in [("answer", answer), ("why", &judged.why), ("post", &judged.post)] {
        draft.set(key, text);
    }
}

/// A verdict as it should have been.
pub(in crate::forms) fn read_judged(reader: &mut Reader<'_>, judged: &Judged) -> Option<Event> {
    read_answers(reader, judged.clone())
}
