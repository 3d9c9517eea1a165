//! Why a duty of the office cannot be done, and when it is looked at again.

use crate::forms::build::{Build, open_first};
use crate::forms::context::FormContext;
use crate::forms::fact::{self, Section};
use crate::forms::model::Control;
use crate::forms::reader::Reader;
use crate::screens::today::duty;
use crate::text::forms::{life as t, problem};
use crate::text::{format, words};
use jieyou_domain::classify;
use jieyou_domain::ledger::{Event, EventType, Matter};
use jieyou_domain::rules::Obligation;
use jieyou_domain::time::Date;
use serde_json::json;

/// What this office owes on the matter and may answer so.
fn owed(ctx: &FormContext<'_>, matter: &Matter) -> Vec<Obligation> {
    let assessment = classify::assess(matter, ctx.book, ctx.today);
    let mut owed = assessment.map(|a| a.obligations).unwrap_or_default();
    owed.retain(|o| o.may_be_hindered(ctx.book.rules()));
    owed
}

/// How a form names a duty.
pub(crate) fn code(o: &Obligation) -> String {
    format!("{}/{}", o.rule, o.key)
}

/// The only duty there is to name.
pub(super) fn only(ctx: &FormContext<'_>, matter: &Matter) -> Option<String> {
    match owed(ctx, matter).as_slice() {
        [one] => Some(code(one)),
        _ => None,
    }
}

/// Which duty, what is in the way, and until when.
pub(super) fn ask(build: &mut Build<'_>, matter: &Matter) {
    let lang = build.lang();
    let ctx = build.ctx;
    let choices = owed(ctx, matter).into_iter().map(|o| {
        let what = duty(&o, ctx.book.rules().rule(&o.rule), matter, lang);
        let day = o.due.day().map(|d| format::date_full(d, lang)).unwrap_or_default();
        let kind = words::deadline_kind(o.kind, lang);
        (code(&o), [what.as_str(), kind, day.as_str()].join(" · "))
    });
    let choices = open_first(t::NOTHING_CHOSEN.to(lang), choices.collect());
    build.need("owed", &t::OWED, Control::Select(choices));
    fact::ask(build, EventType::Hindered, Section::WHOLE, &Default::default());
}

/// Reads why one duty cannot be done.
pub(super) fn read(reader: &mut Reader<'_>, matter: &Matter, on: Option<Date>) -> Vec<Event> {
    let chosen = reader.raw("owed");
    let label = t::OWED.label.to(reader.ctx.lang);
    let of = owed(reader.ctx, matter).into_iter().find(|o| code(o) == chosen);
    if of.is_none() {
        let text = if chosen.is_empty() { problem::NOT_CHOSEN } else { problem::NOT_OFFERED };
        reader.wrong("owed", text, &[label]);
    }
    let base = of.map(|o| json!({ "rule": o.rule, "key": o.key })).unwrap_or_default();
    fact::read(reader, EventType::Hindered, Section::WHOLE, on, base).into_iter().collect()
}
