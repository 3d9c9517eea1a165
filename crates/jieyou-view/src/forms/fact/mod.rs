//! One table for every fact that a form asks for: from fact to draft and back by the
//! fact's own stored form, so that acts and corrections ask alike.

mod life;
mod table;
mod terms;

pub(super) use table::specs;

use super::build::{Build, Choices, open_first};
use super::context::FormContext;
use super::model::{Control, Draft};
use super::reader::{Days, Reader};
use crate::text::forms::{Ask, Both, acts as t, law, problem};
use jieyou_domain::ledger::{Event, EventType, TEXT_MAX};
use jieyou_domain::time::Date;
use serde_json::{Map, Value};

/// One question about a fact; the key is the fact's own field.
#[derive(Clone, Copy)]
pub(super) struct Spec {
    pub(super) key: &'static str,
    pub(super) ask: Ask,
    take: Take,
    need: bool,
    /// Asked only when that other field holds one of these.
    when: Option<(&'static str, &'static [&'static str])>,
}

/// What a question takes.
#[derive(Clone, Copy)]
enum Take {
    /// A short text.
    Line,
    /// A longer text.
    Area,
    /// A day not before the fact's own.
    Due,
    /// A day from the fact's own until today.
    Until,
    /// A day not after the fact's own.
    Earlier,
    /// A number of at most this.
    Count(u32),
    /// Yes or nothing.
    Tick,
    /// One of few.
    Pick(fn(crate::Lang) -> Choices),
    /// A post, by name.
    Post,
    /// A place, by id.
    Place,
    /// A subject category.
    Category,
    /// Rows of an agreement.
    Terms,
}

/// Where a fact's questions stand in a form that asks about several.
#[derive(Clone, Copy)]
pub(super) struct Section<'a> {
    /// In front of every key.
    pub(super) prefix: &'a str,
    /// In front of every label.
    pub(super) head: &'a str,
}

impl Section<'_> {
    /// The only one.
    pub(super) const WHOLE: Section<'static> = Section { prefix: "", head: "" };

    /// The key of a field in the draft.
    pub(super) fn key(&self, field: &str) -> String {
        format!("{}{field}", self.prefix)
    }
}

fn is_asked(spec: &Spec, section: Section<'_>, draft: &Draft) -> bool {
    spec.when.is_none_or(|(key, values)| values.contains(&draft.get(&section.key(key))))
}

/// Adds the questions of a fact.
pub(super) fn ask(build: &mut Build<'_>, kind: EventType, section: Section<'_>, draft: &Draft) {
    ask_some(build, kind, section, draft, |_| true);
}

/// Adds those questions of a fact that `which` lets through.
pub(super) fn ask_some(
    build: &mut Build<'_>,
    kind: EventType,
    section: Section<'_>,
    draft: &Draft,
    which: fn(&Spec) -> bool,
) {
    let asked = |s: &&Spec| which(s) && is_asked(s, section, draft);
    for spec in specs(kind).iter().filter(asked) {
        let key = section.key(spec.key);
        let control = control(build.ctx, spec, draft.get(&key));
        let lang = build.lang();
        let label = format!("{}{}", section.head, spec.ask.label.to(lang));
        // The button that adds a row stands behind the rows there are.
        if matches!(spec.take, Take::Terms) {
            terms::ask(build, &key, draft);
        }
        let field = build.put(&key, label, spec.ask.hint.to(lang), control);
        field.required = spec.need;
    }
}

fn control(ctx: &FormContext<'_>, spec: &Spec, current: &str) -> Control {
    match spec.take {
        Take::Line => Control::Line(LINE_MAX),
        Take::Area => Control::Area(TEXT_MAX),
        Take::Due => Control::Due,
        Take::Until | Take::Earlier => Control::Date,
        Take::Count(_) => Control::Number,
        Take::Tick => Control::Tick,
        Take::Pick(choices) if spec.need => Control::Choice(choices(ctx.lang)),
        Take::Pick(choices) => {
            let mut choices = choices(ctx.lang);
            choices.push((String::new(), t::LATER.to(ctx.lang).to_owned()));
            Control::Choice(choices)
        }
        Take::Post => posts(ctx, current, if spec.need { t::NO_POST } else { t::LATER }),
        Take::Place => places(ctx, current),
        Take::Category => super::subject::control(ctx, current),
        Take::Terms => Control::AddRow,
    }
}

/// The longest short text, in characters.
const LINE_MAX: usize = 200;

/// Asks for a post that must be named.
pub(super) fn ask_post(build: &mut Build<'_>, key: &str, ask: &Ask, current: &str) {
    let control = posts(build.ctx, current, t::NO_POST);
    build.need(key, ask, control);
}

/// The posts of the unit, and the one that stands there; a line while none are listed.
fn posts(ctx: &FormContext<'_>, current: &str, open: Both) -> Control {
    let names = ctx.book.posts().filter(|p| p.open).map(|p| p.name.as_str());
    let mut names: Vec<&str> = names.collect();
    if names.is_empty() {
        return Control::Line(LINE_MAX);
    }
    if !current.is_empty() && !names.contains(&current) {
        names.push(current);
    }
    let names = names.into_iter().map(|n| (n.to_owned(), n.to_owned())).collect();
    Control::Select(open_first(open.to(ctx.lang), names))
}

/// The places of the unit, open ones and the one that stands there.
fn places(ctx: &FormContext<'_>, current: &str) -> Control {
    let places = ctx.book.places().filter(|p| p.open || p.id == current);
    let places = places.map(|p| (p.id.clone(), p.name.clone())).collect();
    Control::Select(open_first(t::LATER.to(ctx.lang), places))
}

/// Puts a fact into a draft.
pub(super) fn fill(event: &Event, section: Section<'_>, draft: &mut Draft) {
    let data = event.data();
    for spec in specs(event.kind()) {
        let key = section.key(spec.key);
        match at(&data, spec.key) {
            Some(Value::String(text)) => draft.set(key, text),
            Some(Value::Number(number)) => draft.set(key, number.to_string()),
            Some(Value::Bool(true)) => draft.set(key, "yes"),
            Some(Value::Array(rows)) => terms::fill(rows, &key, draft),
            _ => {}
        }
    }
}

/// Reads a fact of the day `on`. What the form does not ask is taken from `base`: the
/// fact that is corrected, or what is known beforehand.
pub(super) fn read(
    reader: &mut Reader<'_>,
    kind: EventType,
    section: Section<'_>,
    on: Option<Date>,
    base: Value,
) -> Option<Event> {
    let mut data = if let Value::Object(map) = base { map } else { Map::new() };
    for spec in specs(kind) {
        let value = if is_asked(spec, section, reader.draft) {
            value(reader, spec, &section.key(spec.key), on)
        } else {
            matches!(spec.take, Take::Tick).then_some(Value::Bool(false))
        };
        put(&mut data, spec.key, value);
    }
    // What is missing has its problem already; what is there has the shape of the table.
    Event::from_parts(kind.code(), Value::Object(data)).ok()
}

/// The field of a fact; `findings.old` is a field within one.
fn at<'a>(data: &'a Value, key: &str) -> Option<&'a Value> {
    key.split('.').try_fold(data, |data, key| data.get(key))
}

fn put(data: &mut Map<String, Value>, key: &str, value: Option<Value>) {
    if let Some((outer, inner)) = key.split_once('.') {
        let outer = data.entry(outer).or_insert_with(|| Value::Object(Map::new()));
        if let Value::Object(map) = outer {
            put(map, inner, value);
        }
        return;
    }
    match value {
        Some(value) => data.insert(key.to_owned(), value),
        None => data.remove(key),
    };
}

fn value(reader: &mut Reader<'_>, spec: &Spec, key: &str, on: Option<Date>) -> Option<Value> {
    let text = |text: String| (!text.is_empty()).then_some(Value::String(text));
    let silent = reader.raw(key).is_empty() && !reader.is_bad_day(key);
    if spec.need && silent && !matches!(spec.take, Take::Tick | Take::Terms) {
        let lang = reader.ctx.lang;
        let chosen = matches!(spec.take, Take::Pick(_) | Take::Post | Take::Place | Take::Category);
        let missing = if chosen { problem::NOT_CHOSEN } else { problem::MISSING };
        reader.wrong(key, missing, &[spec.ask.label.to(lang)]);
        return None;
    }
    match spec.take {
        Take::Line | Take::Area | Take::Post | Take::Place | Take::Category => {
            text(reader.text(key, &spec.ask, TEXT_MAX))
        }
        Take::Due => day(reader, key, Days::Due { from: on }),
        Take::Until => day(reader, key, Days::Past { received: on }),
        Take::Earlier => {
            let day = reader.day(key, Days::Past { received: None });
            if let (Some(day), Some(on)) = (day, on)
                && day > on
            {
                reader.wrong(key, law::LATER_THAN_NOTED, &[&on.to_string()]);
            }
            day.map(|day| Value::String(day.to_string()))
        }
        Take::Count(max) => reader.number(key, &spec.ask, max).map(Value::from),
        Take::Tick => Some(Value::Bool(reader.ticked(key))),
        Take::Pick(choices) => {
            let code = reader.raw(key);
            let lang = reader.ctx.lang;
            if !code.is_empty() && !choices(lang).iter().any(|(known, _)| known == code) {
                reader.wrong(key, problem::NOT_OFFERED, &[spec.ask.label.to(lang)]);
            }
            text(code.to_owned())
        }
        Take::Terms => Some(Value::Array(terms::read(reader, key, on))),
    }
}

fn day(reader: &mut Reader<'_>, key: &str, days: Days) -> Option<Value> {
    reader.day(key, days).map(|day| Value::String(day.to_string()))
}
