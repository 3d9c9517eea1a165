//! A person sets the list: who confirms that 三级 is left, and what stands against it.

use crate::forms::build::Build;
use crate::forms::context::FormContext;
use crate::forms::model::{Control, Draft};
use crate::forms::reader::Reader;
use crate::text::forms::{acts as t, judge, problem};
use crate::text::{format, words};
use jieyou_domain::classify::{Assessment, Status, TierAnswer, assess};
use jieyou_domain::facts::Tier;
use jieyou_domain::ledger::Matter;
use jieyou_domain::rules::{ListPart, Test, next_consult};
use serde_json::{Value, json};

/// In the form: who confirms that 三级 is left; nobody yet, so that it is asked for.
const CONSULT: &str = "consult";
const LEADER: &str = "leader";
const NOBODY: &str = "ask";

/// What waits for the consult, until when a decision stands, and what is never a ground.
pub(super) fn intro(ctx: &FormContext<'_>, matter: &Matter) -> String {
    let lang = ctx.lang;
    let mut said = Vec::new();
    let assessment = assess(matter, ctx.book, ctx.today);
    let fall = assessment.as_ref().and_then(|a| a.tier_notes.fall.as_ref());
    if let Some(fall) = fall.filter(|fall| !fall.because.is_empty()) {
        let ids = format::listed(&fall.because, lang);
        said.push(judge::FALL.with(lang, &[&ids, &format::date_full(fall.last, lang)]));
    }
    if assessment.as_ref().is_some_and(is_three) {
        said.push(judge::LOWER.to(lang).to_owned());
    }
    if let Some(until) = ctx.setting().and_then(|s| next_consult(ctx.today, s)) {
        said.push(judge::UNTIL.with(lang, &[&format::date_full(until, lang)]));
    }
    let never = words(&ctx.book.rules().never_a_ground, lang);
    if !never.is_empty() {
        said.push(t::NEVER.with(lang, &[never]));
    }
    said.join(lang.pick("", " "))
}

fn is_three(assessment: &Assessment) -> bool {
    assessment.tier.answer == TierAnswer::On(Tier::Three)
}

/// What the matter stands on where `draft` takes it off 三级.
fn leaving(ctx: &FormContext<'_>, matter: &Matter, draft: &Draft) -> Option<Assessment> {
    let assessment = assess(matter, ctx.book, ctx.today)?;
    (is_three(&assessment) && draft.get("tier") == Tier::Two.code()).then_some(assessment)
}

/// Asks who confirms it, where 三级 would be left.
pub(super) fn ask(build: &mut Build<'_>, matter: &Matter, draft: &Draft) {
    let (ctx, lang) = (*build.ctx, build.lang());
    if leaving(&ctx, matter, draft).is_none() {
        return;
    }
    let leader = matter.state.duty.as_ref().map_or("", |(_, duty)| duty.leader.as_str());
    let mut choices = vec![(CONSULT.to_owned(), judge::BY_CONSULT.to(lang).to_owned())];
    if !leader.is_empty() {
        choices.push((LEADER.to_owned(), judge::BY_LEADER.with(lang, &[leader])));
    }
    choices.push((NOBODY.to_owned(), judge::BY_NOBODY.to(lang).to_owned()));
    build.need("confirm", &judge::CONFIRM, Control::Choice(choices));
}

/// What the form does not ask as it is kept: whether nothing is left to be confirmed, and
/// which criteria are met all the same.
pub(super) fn base(reader: &mut Reader<'_>, matter: &Matter, draft: &Draft) -> Value {
    let ctx = reader.ctx;
    let Some(assessment) = leaving(ctx, matter, draft) else {
        // Whoever sets the list that the criteria give leaves nothing to be confirmed.
        let says = assess(matter, ctx.book, ctx.today).and_then(|a| a.tier.computed.tier());
        return json!({ "confirms": says.is_some_and(|tier| tier.code() == draft.get("tier")) });
    };
    let by = draft.get("confirm");
    let leader = matter.state.duty.as_ref().map_or("", |(_, duty)| duty.leader.as_str());
    if ![CONSULT, LEADER, NOBODY].contains(&by) {
        reader.wrong("confirm", problem::NOT_CHOSEN, &[judge::CONFIRM.label.to(ctx.lang)]);
    } else if by == LEADER && leader.trim() != draft.get("post").trim() {
        reader.wrong("post", judge::NOT_LEADER, &[leader]);
    }
    let is_met = |id: &String| {
        let criterion = ctx.book.rules().criterion(id);
        let part = criterion.map(|c| c.part);
        let is_danger = criterion.is_some_and(|c| c.decided == Test::Danger);
        (matches!(part, Some(ListPart::A | ListPart::B)), is_danger)
    };
    let met = assessment.tier.because.iter().filter(|r| r.status == Status::Met);
    let met: Vec<&String> = met.map(|r| &r.rule).filter(|id| is_met(id).0).collect();
    if by != NOBODY && met.iter().any(|id| is_met(id).1) {
        reader.wrong("tier", judge::IN_DANGER, &[]);
    }
    if by == NOBODY { Value::Null } else { json!({ "confirms": true, "despite": met }) }
}
