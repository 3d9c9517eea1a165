//! 分类: what a matter is, and the class, the route and the body of each claim. The form
//! begins with what the tables propose; who decides otherwise says why.

mod body;

use super::claims::{claims, each, prefix};
use crate::forms::build::Build;
use crate::forms::context::FormContext;
use crate::forms::fact::{self, Section, Spec};
use crate::forms::model::{Control, Draft};
use crate::forms::reader::Reader;
use crate::forms::subject;
use crate::screens::verdict::{answer_of, why_of};
use crate::text::forms::{acts as t, judge};
use jieyou_domain::classify::{self, Reason, Verdict, assess_state, verdicts};
use jieyou_domain::facts::*;
use jieyou_domain::ledger::{Event, EventType, Matter, TEXT_MAX};
use jieyou_domain::time::Date;
use serde_json::json;

/// The questions about the whole matter in a classification.
const OF_MATTER: [&str; 2] = ["kind", "category"];
/// Asked only of who decides otherwise than the tables.
const OTHERWISE: [&str; 2] = ["why", "post"];

fn is_of_matter(spec: &Spec) -> bool {
    OF_MATTER.contains(&spec.key)
}

fn is_of_claim(spec: &Spec) -> bool {
    !is_of_matter(spec) && !OTHERWISE.contains(&spec.key)
}

/// One `Classified` a claim; what is of the matter is asked once.
pub(super) fn ask(build: &mut Build<'_>, matter: &Matter, draft: &Draft) {
    let ctx = *build.ctx;
    fact::ask_some(build, EventType::Classified, Section::WHOLE, draft, is_of_matter);
    subject::propose(build, matter);
    let kind = classify::kind(&matter.state, ctx.unit(), ctx.book);
    propose(build, "kind", words_of(&ctx, "kind", kind.computed.code(), &kind.because));
    if !ctx.is_village() && draft.get("kind") == Kind::Petition.code() {
        each(
            build,
            matter,
            |_| true,
            |build, section| {
                let mut draft = draft.clone();
                draft.set(section.key("kind"), Kind::Petition.code());
                fact::ask_some(build, EventType::Classified, section, &draft, is_of_claim);
            },
        );
        for v in as_drafted(&ctx, matter, draft) {
            let text = words_of(&ctx, &v.table, &v.decision.computed, &v.decision.because);
            let key = v.claim.map_or_else(String::new, |at| format!("{}{}", prefix(at), v.table));
            propose(build, &key, text);
            let is_other = draft.get(&key) != v.decision.computed;
            if let (true, Some(at)) = (v.table == "route" && is_other, v.claim) {
                ask_body(build, draft, at);
            }
        }
    }
    if differs(&ctx, matter, draft) {
        build.need("why", &judge::WHY_OTHER, Control::Area(TEXT_MAX));
        fact::ask_post(build, "post", &judge::POST_OTHER, draft.get("post"));
    }
}

/// Asks whether a body that somebody typed is right on a route that is not proposed.
fn ask_body(build: &mut Build<'_>, draft: &Draft, at: usize) {
    if body::is_typed(draft, at) {
        propose(
            build,
            &format!("{}body", prefix(at)),
            Some(judge::BODY_OTHER.to(build.lang()).to_owned()),
        );
    }
}

/// Puts what the tables propose beside the question.
fn propose(build: &mut Build<'_>, key: &str, text: Option<String>) {
    if let (Some(field), Some(text)) = (build.by_key(key), text) {
        field.hint = text;
    }
}

fn words_of(ctx: &FormContext<'_>, table: &str, code: &str, why: &[Reason]) -> Option<String> {
    if code == Class::Accusation.code() {
        return Some(judge::REPORT_CLASS.to(ctx.lang).to_owned());
    }
    let table = ctx.book.rules().table(table)?;
    let answer = answer_of(table, code, ctx.lang);
    Some(judge::PROPOSED.with(ctx.lang, &[&answer, &why_of(why, ctx.book, ctx.lang)]))
}

/// What the tables say of class and route, were the matter as the draft has it.
fn as_drafted(ctx: &FormContext<'_>, matter: &Matter, draft: &Draft) -> Vec<Verdict> {
    let mut tried = matter.clone();
    tried.state.kind = Kind::from_code(draft.get("kind"));
    let category = draft.get("category");
    tried.state.category = Some(category).filter(|c| !c.is_empty()).map(str::to_owned);
    for (at, claim) in tried.state.claims.iter_mut().enumerate() {
        let of = |key: &str| draft.get(&format!("{}{key}", prefix(at)));
        claim.class = Class::from_code(of("class"));
        claim.route = None;
        claim.claim.against = CounterParty::from_code(of("against")).unwrap_or(claim.claim.against);
    }
    let assessment = assess_state(&tried.state, ctx.book, ctx.today);
    let mut all = assessment.map_or_else(Vec::new, |a| verdicts(&tried, ctx.book, ctx.today, &a));
    all.retain(|v| matches!(v.table.as_str(), "class" | "route"));
    all
}

/// Whether kind, class or route are others than the tables say, as far as they say one.
fn differs(ctx: &FormContext<'_>, matter: &Matter, draft: &Draft) -> bool {
    is_other_kind(ctx, matter, draft) || !others(ctx, matter, draft).is_empty()
}

fn is_other_kind(ctx: &FormContext<'_>, matter: &Matter, draft: &Draft) -> bool {
    let says = classify::kind(&matter.state, ctx.unit(), ctx.book).computed;
    Kind::from_code(draft.get("kind")).is_some_and(|kind| kind != says)
}

/// The claims that are classed or routed otherwise.
fn others(ctx: &FormContext<'_>, matter: &Matter, draft: &Draft) -> Vec<usize> {
    if ctx.is_village() || draft.get("kind") != Kind::Petition.code() {
        return Vec::new();
    }
    let is_other = |v: &Verdict| {
        let at = v.claim?;
        let chosen = draft.get(&format!("{}{}", prefix(at), v.table));
        let says = v.decision.computed.as_str();
        let is_said = Class::from_code(says).is_some() || Route::from_code(says).is_some();
        let is_asked = v.table == "class"
            || draft.get(&format!("{}class", prefix(at))) == Class::Appeal.code();
        (is_said && is_asked && !chosen.is_empty() && chosen != says).then_some(at)
    };
    as_drafted(ctx, matter, draft).iter().filter_map(is_other).collect()
}

/// What is known of the matter and its claims; else what the tables propose.
pub(super) fn fill(ctx: &FormContext<'_>, matter: &Matter, draft: &mut Draft) {
    let proposed = super::verdict::decisions(ctx, matter);
    for (at, _) in claims(matter, |_| true) {
        let mut known = known(ctx, matter, at);
        let of = |table: &str| {
            proposed.iter().find(|v| v.table == table && v.claim == Some(at)).map(|v| &v.decision)
        };
        // What would not be recorded is not filled in.
        let class = of("class").and_then(|d| Class::from_code(&d.answer));
        let class = class.filter(|class| *class != Class::Accusation);
        known.class = known.class.or(class);
        if known.class == Some(Class::Appeal) {
            let route = of("route").and_then(|d| Route::from_code(&d.answer));
            known.route = known.route.or(route);
        }
        let category = matter.state.category.as_deref().unwrap_or_default();
        if known.body.is_empty() {
            known.body = body::of_route(ctx, category, of("route"), known.route);
        }
        let is_filled = known.body.is_empty()
            || known.body != matter.state.claims[at].body
            || body::is_of_table(ctx, &known.body);
        let filled = if is_filled { known.body.clone() } else { String::new() };
        let known = Event::Classified(known);
        fact::fill(&known, Section { prefix: &prefix(at), head: "" }, draft);
        body::begin(draft, at, &filled);
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

/// What goes along with what was chosen: the body with the route.
pub(super) fn follow(
    ctx: &FormContext<'_>,
    matter: &Matter,
    draft: &Draft,
) -> Vec<(String, String)> {
    body::follow(ctx, matter, draft)
}

/// The claims whose classification changed; the first when none did, for then a person
/// confirms what was proposed.
pub(super) fn read(reader: &mut Reader<'_>, matter: &Matter, on: Option<Date>) -> Vec<Event> {
    let kind = reader.chosen("kind", &t::KIND, Kind::from_code);
    let Some(kind) = kind else { return Vec::new() };
    let is_other_kind = is_other_kind(reader.ctx, matter, reader.draft);
    let others = others(reader.ctx, matter, reader.draft);
    let (mut why, mut post) = (String::new(), String::new());
    if is_other_kind || !others.is_empty() {
        why = reader.needed("why", &judge::WHY_OTHER, TEXT_MAX);
        post = reader.needed("post", &judge::POST_OTHER, TEXT_MAX);
    }
    let mut draft = reader.draft.clone();
    draft.0.extend(follow(reader.ctx, matter, reader.draft));
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
        if let Some(Event::Classified(mut new)) = read {
            let same = new.class == old.class
                && new.route == old.route
                && new.body == old.body
                && new.against == old.against;
            if is_other_kind || others.contains(&at) {
                new.why.clone_from(&why);
                new.post.clone_from(&post);
            }
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
