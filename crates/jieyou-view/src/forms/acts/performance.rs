//! Whether a promise was kept.

use crate::forms::build::{Build, open_first};
use crate::forms::fact::{self, Section};
use crate::forms::model::Control;
use crate::forms::reader::Reader;
use crate::text::forms::{acts as t, problem};
use crate::text::words;
use jieyou_domain::ledger::{Event, EventType, Matter};
use jieyou_domain::time::Date;
use serde_json::json;

/// Which promise, kept or not, what was seen.
pub(super) fn ask(build: &mut Build<'_>, matter: &Matter) {
    let lang = build.lang();
    let promises = matter.state.open_promises().map(|p| {
        let label = format!("{} · {} · {}", p.what, p.due, words::owes(p.owes, lang));
        (p.key.clone(), label)
    });
    let promises = open_first(t::NO_PROMISE.to(lang), promises.collect());
    build.need("promise", &t::PROMISE, Control::Select(promises));
    let kept = [("yes", t::KEPT_YES), ("no", t::KEPT_NO)];
    let kept = kept.map(|(code, text)| (code.to_owned(), text.to(lang).to_owned())).to_vec();
    build.need("kept", &t::KEPT, Control::Choice(kept));
    fact::ask(build, EventType::Performed, Section::WHOLE, &Default::default());
}

/// Reads what was seen of one promise.
pub(super) fn read(reader: &mut Reader<'_>, matter: &Matter, on: Option<Date>) -> Vec<Event> {
    let key = reader.raw("promise");
    if key.is_empty() {
        reader.wrong("promise", problem::NOT_CHOSEN, &[t::PROMISE.label.to(reader.ctx.lang)]);
    } else if !matter.state.open_promises().any(|p| p.key == key) {
        reader.wrong("promise", problem::NOT_OFFERED, &[t::PROMISE.label.to(reader.ctx.lang)]);
    }
    let kind = reader.chosen("kept", &t::KEPT, |code| match code {
        "yes" => Some(EventType::Performed),
        "no" => Some(EventType::NotPerformed),
        _ => None,
    });
    let base = json!({ "promise": key });
    kind.and_then(|kind| fact::read(reader, kind, Section::WHOLE, on, base)).into_iter().collect()
}
