//! What is said claim by claim: classification, acceptance, answers. With one claim
//! nothing is said of claims.

use crate::forms::build::Build;
use crate::forms::context::FormContext;
use crate::forms::fact::{self, Section};
use crate::forms::model::{Control, Draft};
use crate::forms::reader::Reader;
use crate::screens::verdict::{answer_of, why_of};
use crate::text::forms::{acts as t, judge};
use crate::text::words as w;
use jieyou_domain::classify::Verdict;
use jieyou_domain::facts::*;
use jieyou_domain::ledger::{ClaimState, Event, EventType, Matter};
use jieyou_domain::time::Date;
use serde_json::json;

pub(super) fn prefix(at: usize) -> String {
    format!("c{at}-")
}

/// Claims with their place, for which `open` holds.
pub(super) fn claims(
    matter: &Matter,
    open: fn(&ClaimState) -> bool,
) -> impl Iterator<Item = (usize, &ClaimState)> {
    matter.state.claims.iter().enumerate().filter(move |(_, c)| open(c))
}

/// Asks `ask` for each claim, and shows the claim under its first question.
pub(super) fn each(
    build: &mut Build<'_>,
    matter: &Matter,
    open: fn(&ClaimState) -> bool,
    ask: impl Fn(&mut Build<'_>, Section<'_>),
) {
    let several = matter.state.claims.len() > 1;
    for (at, claim) in claims(matter, open) {
        let number = (at + 1).to_string();
        let head = if several { t::CLAIM.with(build.lang(), &[&number]) } else { String::new() };
        let prefix = prefix(at);
        let first = build.len();
        ask(build, Section { prefix: &prefix, head: &head });
        if let Some(field) = build.at(first).filter(|f| f.hint.is_empty()) {
            field.hint.clone_from(&claim.claim.text);
        }
    }
}

/// Claims without a route, which acceptance must settle.
fn is_unrouted(claim: &ClaimState) -> bool {
    claim.route.is_none() && claim.is_here()
}

/// The route where it is not chosen yet, then the notice's number.
pub(super) fn ask_acceptance(build: &mut Build<'_>, matter: &Matter, draft: &Draft) {
    let lang = build.lang();
    let several = matter.state.claims.len() > 1;
    each(build, matter, is_unrouted, |build, section| {
        if several {
            let classes = [Class::Appeal, Class::Suggestion];
            let classes = w::choices(&classes, Class::code, w::class, lang);
            let label = format!("{}{}", section.head, t::CLASS.label.to(lang));
            build.put(&section.key("class"), label, "", Control::Choice(classes)).required = true;
            if draft.get(&section.key("class")) != Class::Appeal.code() {
                return;
            }
        }
        let mut routes = w::choices(Route::ALL, Route::code, w::route, lang);
        if several {
            routes.push((String::new(), t::LATER.to(lang).to_owned()));
        }
        let label = format!("{}{}", section.head, t::ROUTE.label.to(lang));
        let hint = t::ROUTE.hint.to(lang);
        build.put(&section.key("route"), label, hint, Control::Choice(routes)).required = !several;
    });
    fact::ask(build, EventType::Accepted, Section::WHOLE, draft);
}

/// As the tables propose it; where they say nothing, item 6, which is what a unit itself
/// accepts and answers.
pub(super) fn fill_acceptance(ctx: &FormContext<'_>, matter: &Matter, draft: &mut Draft) {
    let proposed = super::verdict::decisions(ctx, matter);
    for (at, claim) in claims(matter, is_unrouted) {
        let of = |table: &str| {
            let found = proposed.iter().find(|v| v.table == table && v.claim == Some(at));
            found.map(|v| v.decision.answer.as_str())
        };
        let class = claim.class.or(of("class").and_then(Class::from_code));
        draft.set(format!("{}class", prefix(at)), class.unwrap_or(Class::Appeal).code());
        // Wages go to arbitration or inspection; the sixty days are for (六) only, so that
        // nobody comes by them unasked.
        let usual = (claim.claim.against != CounterParty::Employer).then_some(Route::R6);
        let route = of("route").and_then(Route::from_code).or(usual);
        if let Some(route) = route.filter(|_| class.is_none_or(|c| c == Class::Appeal)) {
            draft.set(format!("{}route", prefix(at)), route.code());
        }
    }
}

/// The classification of what had no route, then the acceptance.
pub(super) fn read_acceptance(
    reader: &mut Reader<'_>,
    matter: &Matter,
    on: Option<Date>,
) -> Vec<Event> {
    let several = matter.state.claims.len() > 1;
    let mut events = Vec::new();
    let mut first = None;
    for (at, claim) in claims(matter, is_unrouted) {
        let (class_key, route_key) =
            (format!("{}class", prefix(at)), format!("{}route", prefix(at)));
        let class = if several {
            reader.chosen(&class_key, &t::CLASS, Class::from_code)
        } else {
            Some(claim.class.unwrap_or(Class::Appeal))
        };
        let appeal = class == Some(Class::Appeal);
        let route = reader.code(&route_key, &t::ROUTE, Route::from_code).filter(|_| appeal);
        if appeal {
            first = first.or(Some(route_key));
        }
        if route.is_some() || (several && class.is_some_and(|c| Some(c) != claim.class)) {
            events.push(Event::Classified(Classified {
                claim: u16::try_from(at).unwrap_or(u16::MAX),
                kind: Kind::Petition,
                class,
                route,
                body: claim.body.clone(),
                category: None,
                against: None,
                why: String::new(),
                post: String::new(),
            }));
        }
    }
    let routed = matter.state.claims.iter().any(|c| c.route.is_some());
    let routes_now = |e: &Event| matches!(e, Event::Classified(c) if c.route.is_some());
    if !routed && !events.iter().any(routes_now) {
        reader.wrong(first.as_deref().unwrap_or("on"), t::NO_ROUTE, &[]);
    }
    events.extend(fact::read(reader, EventType::Accepted, Section::WHOLE, on, json!({})));
    events
}

fn is_unanswered(claim: &ClaimState) -> bool {
    claim.reply.is_none() && claim.is_here()
}

/// A section a claim that is not answered yet.
pub(super) fn ask_replies(build: &mut Build<'_>, matter: &Matter, draft: &Draft) {
    let ctx = *build.ctx;
    let single = claims(matter, is_unanswered).count() < 2;
    let merits = merits(&ctx, matter);
    each(build, matter, is_unanswered, |build, section| {
        let first = build.len();
        fact::ask(build, EventType::Replied, section, draft);
        let verdict =
            merits.iter().find(|v| v.claim.is_some_and(|at| prefix(at) == section.prefix));
        if let (Some(v), Some(field)) = (verdict, build.at(first)) {
            field.hint = proposed(&ctx, v, matter);
        }
        if !single && !is_filled(draft, section) {
            build.free_from(first);
        }
    });
}

/// What the tables say of the merits, claim by claim.
fn merits(ctx: &FormContext<'_>, matter: &Matter) -> Vec<Verdict> {
    let mut all = super::verdict::decisions(ctx, matter);
    all.retain(|v| v.table == "merits");
    all
}

/// The claim, and what is proposed for it.
fn proposed(ctx: &FormContext<'_>, verdict: &Verdict, matter: &Matter) -> String {
    let claim = verdict.claim.and_then(|at| matter.state.claims.get(at));
    let claim = claim.map_or("", |c| c.claim.text.as_str());
    let Some(table) = ctx.book.rules().table(&verdict.table) else { return claim.to_owned() };
    let decision = &verdict.decision;
    let answer = answer_of(table, &decision.answer, ctx.lang);
    let by = decision.overridden_by.as_ref().map(|by| by.why.clone());
    let why = by.unwrap_or_else(|| why_of(&decision.because, ctx.book, ctx.lang));
    let said = judge::PROPOSED.with(ctx.lang, &[&answer, &why]);
    format!("{claim}{}{said}", ctx.lang.pick("。", ". "))
}

/// Nothing is chosen beforehand but what a person decided already; where several claims
/// are open, each is chosen when it is answered.
pub(super) fn fill_replies(ctx: &FormContext<'_>, matter: &Matter, draft: &mut Draft) {
    if claims(matter, is_unanswered).count() > 1 {
        return;
    }
    for verdict in merits(ctx, matter).iter().filter(|v| v.is_confirmed) {
        let Some(at) = verdict.claim else { continue };
        let outcome = match verdict.decision.answer.as_str() {
            "supported" => Outcome::SupportedPending,
            "explained" => Outcome::Explained,
            "not_supported" => Outcome::NotSupported,
            _ => continue,
        };
        draft.set(format!("{}outcome", prefix(at)), outcome.code());
    }
}

/// Whether anything was said about the claim.
fn is_filled(draft: &Draft, section: Section<'_>) -> bool {
    ["outcome", "text", "doc"].iter().any(|f| !draft.get(&section.key(f)).trim().is_empty())
}

/// The answers to the claims that were filled in.
pub(super) fn read_replies(
    reader: &mut Reader<'_>,
    matter: &Matter,
    on: Option<Date>,
) -> Vec<Event> {
    let single = claims(matter, is_unanswered).count() < 2;
    let mut events = Vec::new();
    let mut any = false;
    for (at, _) in claims(matter, is_unanswered) {
        let prefix = prefix(at);
        let section = Section { prefix: &prefix, head: "" };
        if single || is_filled(reader.draft, section) {
            any = true;
            let base = json!({ "claim": at });
            events.extend(fact::read(reader, EventType::Replied, section, on, base));
        }
    }
    if !any {
        let first = claims(matter, is_unanswered).next().map_or(0, |(at, _)| at);
        reader.wrong(&format!("{}outcome", prefix(first)), t::NO_REPLY, &[]);
    }
    events
}
