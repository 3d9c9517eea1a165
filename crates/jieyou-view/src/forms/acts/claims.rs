//! What is said claim by claim: classification, acceptance, answers. With one claim
//! nothing is said of claims.

use crate::forms::build::Build;
use crate::forms::context::FormContext;
use crate::forms::fact::{self, Section, Spec};
use crate::forms::model::{Control, Draft};
use crate::forms::reader::Reader;
use crate::forms::subject;
use crate::text::forms::acts as t;
use crate::text::words as w;
use jieyou_domain::classify;
use jieyou_domain::facts::*;
use jieyou_domain::ledger::{ClaimState, Event, EventType, Matter};
use jieyou_domain::time::Date;
use serde_json::json;

/// The questions about the whole matter in a classification.
const OF_MATTER: [&str; 2] = ["kind", "category"];

fn is_of_matter(spec: &Spec) -> bool {
    OF_MATTER.contains(&spec.key)
}

fn prefix(at: usize) -> String {
    format!("c{at}-")
}

/// Claims with their place, for which `open` holds.
fn claims(
    matter: &Matter,
    open: fn(&ClaimState) -> bool,
) -> impl Iterator<Item = (usize, &ClaimState)> {
    matter.state.claims.iter().enumerate().filter(move |(_, c)| open(c))
}

/// Asks `ask` for each claim, and shows the claim under its first question.
fn each(
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

/// One `Classified` a claim; what is of the matter is asked once.
pub(super) fn ask_classes(build: &mut Build<'_>, matter: &Matter, draft: &Draft) {
    fact::ask_some(build, EventType::Classified, Section::WHOLE, draft, is_of_matter);
    subject::propose(build, matter);
    if build.ctx.is_village() || draft.get("kind") != Kind::Petition.code() {
        return;
    }
    each(
        build,
        matter,
        |_| true,
        |build, section| {
            let mut draft = draft.clone();
            draft.set(section.key("kind"), Kind::Petition.code());
            fact::ask_some(build, EventType::Classified, section, &draft, |s| !is_of_matter(s));
        },
    );
}

/// What is known of the matter and its claims.
pub(super) fn fill_classes(ctx: &FormContext<'_>, matter: &Matter, draft: &mut Draft) {
    for (at, _) in claims(matter, |_| true) {
        let known = Event::Classified(known(ctx, matter, at));
        fact::fill(&known, Section { prefix: &prefix(at), head: "" }, draft);
        if at == 0 {
            fact::fill(&known, Section::WHOLE, draft);
        }
    }
}

fn known(ctx: &FormContext<'_>, matter: &Matter, at: usize) -> Classified {
    let claim = matter.state.claims.get(at);
    Classified {
        claim: u16::try_from(at).unwrap_or(u16::MAX),
        kind: classify::kind(&matter.state, ctx.unit(), ctx.book).answer,
        class: claim.and_then(|c| c.class),
        route: claim.and_then(|c| c.route),
        body: claim.map(|c| c.body.clone()).unwrap_or_default(),
        category: matter.state.category.clone(),
        against: claim.map(|c| c.claim.against),
        why: String::new(),
        post: String::new(),
    }
}

/// The claims whose classification changed; the first when none did, for then a person
/// confirms what was proposed.
pub(super) fn read_classes(
    reader: &mut Reader<'_>,
    matter: &Matter,
    on: Option<Date>,
) -> Vec<Event> {
    let kind = reader.chosen("kind", &t::KIND, Kind::from_code);
    let Some(kind) = kind else { return Vec::new() };
    let mut draft = reader.draft.clone();
    for (at, _) in claims(matter, |_| true) {
        draft.set(format!("{}kind", prefix(at)), kind.code());
        draft.set(format!("{}category", prefix(at)), reader.raw("category"));
    }
    let mut events = Vec::new();
    for (at, _) in claims(matter, |_| true) {
        let old = known(reader.ctx, matter, at);
        let base = json!({ "claim": old.claim });
        let read = reader.with(&draft, |reader| {
            let section = Section { prefix: &prefix(at), head: "" };
            fact::read(reader, EventType::Classified, section, on, base)
        });
        if let Some(Event::Classified(new)) = read {
            let same = new.class == old.class
                && new.route == old.route
                && new.body == old.body
                && new.against == old.against;
            if at == 0 || !same {
                events.push((same, Event::Classified(new)));
            }
        }
    }
    let first_stays = events.first().is_some_and(|(same, _)| *same) && events.len() > 1;
    let of_matter = matter.state.kind == Some(kind)
        && matter.state.category.as_deref().unwrap_or_default() == reader.raw("category");
    let skip = usize::from(first_stays && of_matter);
    events.into_iter().skip(skip).map(|(_, event)| event).collect()
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

/// Item 6 is what a unit itself accepts and answers.
pub(super) fn fill_acceptance(matter: &Matter, draft: &mut Draft) {
    for (at, claim) in claims(matter, is_unrouted) {
        let class = claim.class.unwrap_or(Class::Appeal);
        draft.set(format!("{}class", prefix(at)), class.code());
        // Wages go to arbitration or inspection; the sixty days are for (六) only, so that
        // nobody comes by them unasked.
        if claim.claim.against != CounterParty::Employer {
            draft.set(format!("{}route", prefix(at)), Route::R6.code());
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
    let single = claims(matter, is_unanswered).count() < 2;
    each(build, matter, is_unanswered, |build, section| {
        let first = build.len();
        fact::ask(build, EventType::Replied, section, draft);
        if !single && !is_filled(draft, section) {
            build.free_from(first);
        }
    });
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
