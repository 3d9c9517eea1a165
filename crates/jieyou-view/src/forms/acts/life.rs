//! Acts that ask about the matter's claims or about another matter: statutory routes,
//! withdrawal, splitting, joining, linking.

use super::record;
use crate::forms::build::Build;
use crate::forms::context::FormContext;
use crate::forms::fact::{self, Section};
use crate::forms::model::{Control, Draft, Submission};
use crate::forms::reader::Reader;
use crate::screens::alike;
use crate::text::forms::{life as t, problem};
use crate::text::words;
use jieyou_domain::Id;
use jieyou_domain::facts::LinkKind;
use jieyou_domain::ledger::{Action, ClaimState, Command, EventType, Matter, TITLE_MAX};
use jieyou_domain::time::Date;
use serde_json::{Value, json};

/// Which claims an act is about.
fn is_open(kind: EventType, claim: &ClaimState) -> bool {
    match kind {
        EventType::RouteEnded => claim
            .referred
            .as_ref()
            .is_some_and(|(on, _)| claim.route_result.as_ref().is_none_or(|(ended, _)| ended < on)),
        _ => claim.is_here(),
    }
}

fn claims(kind: EventType, matter: &Matter) -> Vec<(String, String)> {
    let all = matter.state.claims.iter().enumerate();
    let open = all.filter(|(_, c)| is_open(kind, c));
    open.map(|(at, c)| (at.to_string(), c.claim.text.clone())).collect()
}

/// Asks about one claim, and which where there are several.
pub(super) fn ask_of_claim(build: &mut Build<'_>, kind: EventType, matter: &Matter, draft: &Draft) {
    let mut choices = claims(kind, matter);
    if choices.len() > 1 {
        if kind == EventType::Withdrawn {
            choices.insert(0, ("all".to_owned(), t::ALL_CLAIMS.to(build.lang()).to_owned()));
        }
        build.need("claim", &t::CLAIM, Control::Choice(choices));
    }
    match kind {
        EventType::Referred => super::refer::ask(build, matter, draft),
        kind => fact::ask(build, kind, Section::WHOLE, draft),
    }
}

/// The claim that the draft is about; `None` while that is not said.
pub(super) fn claim_of(kind: EventType, matter: &Matter, draft: &Draft) -> Option<u16> {
    let choices = claims(kind, matter);
    let chosen = match choices.as_slice() {
        // Nothing to choose from: the ledger says why.
        [] => "0",
        [only] => only.0.as_str(),
        several => several.iter().map(|(at, _)| at).find(|at| *at == draft.get("claim"))?,
    };
    chosen.parse().ok()
}

/// Reads what is said of one claim.
pub(super) fn read_of_claim(
    reader: &mut Reader<'_>,
    kind: EventType,
    matter: &Matter,
    on: Option<Date>,
) -> Option<Submission> {
    let choices = claims(kind, matter);
    let raw = reader.raw("claim");
    let is_all = raw == "all" && kind == EventType::Withdrawn;
    let claim = claim_of(kind, matter, reader.draft);
    if claim.is_none() && !is_all {
        reader.wrong("claim", problem::NOT_CHOSEN, &[t::CLAIM.label.to(reader.ctx.lang)]);
    }
    let base = match claim {
        Some(_) if kind == EventType::Withdrawn && choices.len() <= 1 => json!({}),
        Some(claim) => json!({ "claim": claim }),
        None => json!({}),
    };
    let event = match kind {
        EventType::Referred => super::refer::read(reader, matter, on, base),
        kind => fact::read(reader, kind, Section::WHOLE, on, base),
    };
    record(matter, on, event.into_iter().collect())
}

/// Asks which claims go, what the new matter is called, and why.
pub(super) fn ask_split(build: &mut Build<'_>, matter: &Matter) {
    for (at, text) in claims(EventType::Split, matter) {
        let label = t::SPLIT_CLAIM.with(build.lang(), &[&text]);
        build.put(&format!("c{at}"), label, "", Control::Tick);
    }
    build.need("title", &t::SPLIT_TITLE, Control::Line(TITLE_MAX));
    fact::ask(build, EventType::Split, Section::WHOLE, &Draft::default());
}

/// Reads a split; `id` is the new matter's.
pub(super) fn read_split(
    reader: &mut Reader<'_>,
    matter: &Matter,
    on: Option<Date>,
    id: Id,
) -> Option<Submission> {
    let all = claims(EventType::Split, matter);
    let ticked: Vec<u16> = all
        .iter()
        .filter(|(at, _)| reader.ticked(&format!("c{at}")))
        .filter_map(|(at, _)| at.parse().ok())
        .collect();
    let first = all.first().map_or_else(|| "title".to_owned(), |(at, _)| format!("c{at}"));
    if ticked.is_empty() {
        reader.wrong(&first, t::NONE_SPLIT, &[]);
    } else if ticked.len() == all.len() {
        reader.wrong(&first, t::ALL_SPLIT, &[]);
    }
    let title = reader.needed("title", &t::SPLIT_TITLE, TITLE_MAX);
    let why = reader.text("why", &t::WHY, jieyou_domain::ledger::TEXT_MAX);
    let matter = matter.id;
    let command = Command::Split { matter, id, on: on?, claims: ticked, title, why };
    Some(Submission { command, contact: None })
}

/// Asks for the other matter, and how they belong together.
pub(super) fn ask_other(build: &mut Build<'_>, action: Action, matter: &Matter, draft: &Draft) {
    let lang = build.lang();
    let ask = if action == Action::Join { t::JOIN_OTHER } else { t::OTHER };
    let found = pick(build.ctx, matter, draft);
    build.need("other", &ask, Control::Line(40)).required = draft.get("pick").is_empty();
    if !found.is_empty() {
        let pick = build.add("pick", &t::PICK, Control::Choice(found));
        if draft.get("other").trim().is_empty() {
            t::PICK_PROPOSED.to(lang).clone_into(&mut pick.hint);
        }
    }
    if action == Action::Join {
        fact::ask(build, EventType::Joined, Section::WHOLE, &Draft::default());
        return;
    }
    let ways = [LinkKind::Same, LinkKind::Cause];
    let ways = words::choices(&ways, LinkKind::code, words::link_kind, lang);
    build.need("how", &t::LINK_HOW, Control::Choice(ways));
    fact::ask(build, EventType::Linked, Section::WHOLE, &Draft::default());
}

/// What may be chosen: proposals while nothing is typed, else what holds the words typed;
/// nothing where a whole number stands there.
fn pick(ctx: &FormContext<'_>, matter: &Matter, draft: &Draft) -> Vec<(String, String)> {
    let typed = draft.get("other").trim();
    let found = alike::choices(ctx, matter, typed);
    let is_whole = found.iter().any(|(number, _)| number.eq_ignore_ascii_case(typed));
    if is_whole { Vec::new() } else { found }
}

/// Reads a link or a joining.
pub(super) fn read_other(
    reader: &mut Reader<'_>,
    action: Action,
    matter: &Matter,
    on: Option<Date>,
) -> Option<Submission> {
    let ask = if action == Action::Join { t::JOIN_OTHER } else { t::OTHER };
    let picked = pick(reader.ctx, matter, reader.draft);
    let picked = picked.into_iter().find(|(number, _)| number == reader.raw("pick"));
    let number = match picked {
        Some((number, _)) => number,
        None => reader.needed("other", &ask, 40),
    };
    let other = reader.ctx.book.matters().find(|m| m.number().eq_ignore_ascii_case(&number));
    let other = other.map(|m| m.id);
    if other.is_none() && !number.is_empty() {
        reader.wrong("other", t::NO_SUCH_NUMBER, &[&number]);
    } else if other == Some(matter.id) {
        reader.wrong("other", t::SAME_NUMBER, &[]);
    }
    let (how, note) = if action == Action::Join {
        (Some(LinkKind::Merged), reader.raw("why"))
    } else {
        let read = |code: &str| {
            LinkKind::from_code(code).filter(|k| matches!(k, LinkKind::Same | LinkKind::Cause))
        };
        (reader.chosen("how", &t::LINK_HOW, read), reader.raw("note"))
    };
    let (matter, note) = (matter.id, note.to_owned());
    let command = Command::Link { matter, other: other?, on: on?, how: how?, note };
    Some(Submission { command, contact: None })
}

/// What stands in the forms before anything is typed.
pub(super) fn fill(ctx: &FormContext<'_>, action: Action, matter: &Matter, draft: &mut Draft) {
    let exchange = &matter.state.exchange;
    match action {
        Action::Urge => {
            let forwarded = matter.state.forwarded.as_ref().map(|(_, f)| f.to.as_str());
            let handed = exchange.handed.as_ref().map(|(_, h)| h.to.as_str());
            draft.set("to", forwarded.or(handed).unwrap_or_default());
        }
        Action::TakeAnswer => {
            let to = matter.state.forwarded.as_ref().map_or("", |(_, f)| f.to.as_str());
            draft.set("from", to);
        }
        Action::PassOn => {
            let text = exchange.fed_back.as_ref().map_or("", |(_, f)| f.text.as_str());
            draft.set("text", text);
        }
        Action::FeedBack => draft.set("kind", "result"),
        Action::HandUp => {
            // The unit above is the same from matter to matter.
            let handed = ctx.book.matters().filter_map(|m| m.state.exchange.handed.as_ref());
            let last = handed.max_by_key(|(on, _)| *on).map(|(_, last)| last.to.as_str());
            let upper = ctx.book.unit().map_or("", |u| u.upper.as_str());
            draft.set("to", last.unwrap_or(upper));
        }
        _ => {}
    }
}

/// A fact of the matter as a value, for what the form does not ask.
pub(super) fn base(kind: EventType) -> Value {
    // The number is given by the ledger.
    if kind == EventType::SignedFor { json!({ "number": "" }) } else { Value::Null }
}
