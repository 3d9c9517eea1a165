//! Which right may run out beside a matter, and the days it runs from. The questions are
//! the pack's; those proposed for the matter come first, with why.

use crate::forms::build::{Build, open_first};
use crate::forms::model::{Control, Draft, Shelf};
use crate::forms::reader::{Days, Reader};
use crate::text::forms::{law as t, problem};
use crate::text::words as w;
use jieyou_domain::classify::assess;
use jieyou_domain::facts::{RightNoted, Told};
use jieyou_domain::ledger::{Event, Matter, RightState, TEXT_MAX};
use jieyou_domain::rules::{Ask, AskKind, Ground};
use jieyou_domain::time::{Date, parse_date};

/// So many days are asked for in sight.
const OPEN_DAYS: usize = 2;

/// What a day of a ground is called in the draft.
fn key(day: &str) -> String {
    format!("day.{day}")
}

/// Which ground, whether it applies, its days, and whether the citizen was told. One that is
/// corrected keeps its ground.
pub(in crate::forms) fn ask(
    build: &mut Build<'_>,
    matter: &Matter,
    draft: &Draft,
    old: Option<&RightNoted>,
) {
    let lang = build.lang();
    let id = if let Some(old) = old {
        old.ground.clone()
    } else {
        let grounds = open_first(t::CHOOSE.to(lang), grounds(build, matter));
        build.need("ground", &t::GROUND, Control::Select(grounds));
        draft.get("ground").to_owned()
    };
    let book = build.ctx.book;
    let Some(ground) = book.rules().ground(&id) else { return };
    let choices = [("applies", t::APPLIES_YES), ("ruled_out", t::APPLIES_NO)];
    let choices = choices.map(|(code, text)| (code.to_owned(), text.to(lang).to_owned()));
    build.need("applies", &t::APPLIES, Control::Choice(choices.to_vec()));
    if draft.get("applies") == "ruled_out" {
        build.need("note", &t::WHY_NOT, Control::Area(TEXT_MAX));
        return;
    }
    let known = matter.state.rights.get(&id).filter(|_| old.is_none());
    let first = build.len();
    let registered = matter.state.registered.as_ref().filter(|_| old.is_none());
    for ask in &ground.asks {
        let answer = registered.and_then(|r| r.answers.get(&ask.from));
        ask_day(build, ask, known, answer.map(String::as_str));
    }
    // What starts it comes first; what was noted already and what is rarer is folded.
    for at in first + OPEN_DAYS..build.len() {
        if let Some(field) = build.at(at)
            && draft.get(&field.key).is_empty()
        {
            field.shelf = Shelf::Folded;
        }
    }
    let mut told = w::choices(Told::ALL, Told::code, w::told, lang);
    told.push((String::new(), t::NOT_TOLD.to(lang).to_owned()));
    build.add("told", &t::TOLD, Control::Choice(told));
    build.add("note", &t::NOTE, Control::Area(TEXT_MAX));
}

/// The grounds of the pack, proposed ones first.
fn grounds(build: &Build<'_>, matter: &Matter) -> Vec<(String, String)> {
    let (ctx, lang) = (build.ctx, build.lang());
    let assessment = assess(matter, ctx.book, ctx.today);
    let proposed = assessment.map(|a| a.proposed).unwrap_or_default();
    let name = |g: &Ground| crate::text::words(&g.name, lang).to_owned();
    let all = &ctx.book.rules().grounds;
    let mut first: Vec<_> = Vec::new();
    let mut others: Vec<_> = Vec::new();
    for ground in all {
        let reason = proposed.iter().find(|p| p.ground == ground.id);
        match reason.and_then(|p| ctx.book.rules().why(&p.ground, p.reason)) {
            Some(why) => {
                let why = crate::text::words(why, lang);
                let label = t::PROPOSED.with(lang, &[&name(ground), why]);
                first.push((ground.id.clone(), label));
            }
            None => others.push((ground.id.clone(), name(ground))),
        }
    }
    first.extend(others);
    first
}

fn ask_day(build: &mut Build<'_>, ask: &Ask, known: Option<&RightState>, answer: Option<&str>) {
    let lang = build.lang();
    let label = crate::text::words(&ask.words, lang).to_owned();
    let mut hint = crate::text::words(&ask.hint, lang).to_owned();
    let known = known.and_then(|right| right.days.get(&ask.key));
    let stands = known.map(|day| t::KNOWN.with(lang, &[day]));
    let answered = answer.map(|day| t::ANSWERED.with(lang, &[day]));
    if let Some(stands) = stands.or(answered) {
        hint = if hint.is_empty() { stands } else { format!("{hint} {stands}") };
    }
    match ask.kind {
        AskKind::Yes => drop_ref(build.put(&key(&ask.key), label, &hint, Control::Tick)),
        AskKind::Day => drop_ref(build.put(&key(&ask.key), label, &hint, Control::Date)),
        AskKind::By => drop_ref(build.put(&key(&ask.key), label, &hint, Control::Due)),
        AskKind::Span => {
            let from = t::SPAN_FROM.with(lang, &[&label]);
            let to = t::SPAN_TO.with(lang, &[&label]);
            build.put(&key(&ask.key), from, &hint, Control::Date);
            build.put(&key(&format!("{}_to", ask.key)), to, "", Control::Date);
        }
    }
}

fn drop_ref(_: &mut crate::forms::model::Field) {}

/// Puts a ground as noted into a draft.
pub(in crate::forms) fn fill(noted: &RightNoted, draft: &mut Draft) {
    draft.set("ground", &noted.ground);
    draft.set("applies", if noted.ruled_out { "ruled_out" } else { "applies" });
    for (name, value) in noted.days.iter() {
        draft.set(key(name), value);
    }
    draft.set("told", noted.told.map_or("", Told::code));
    draft.set("note", &noted.note);
}

/// Reads a ground and its days; of `old` the ground is kept.
pub(in crate::forms) fn read(
    reader: &mut Reader<'_>,
    matter: &Matter,
    on: Option<Date>,
    old: Option<&RightNoted>,
) -> Option<Event> {
    let lang = reader.ctx.lang;
    let id = old.map_or_else(|| reader.raw("ground").to_owned(), |old| old.ground.clone());
    let Some(ground) = reader.ctx.book.rules().ground(&id) else {
        reader.wrong("ground", problem::NOT_CHOSEN, &[t::GROUND.label.to(lang)]);
        return None;
    };
    let ruled_out = match reader.raw("applies") {
        "ruled_out" => true,
        "applies" => false,
        _ => {
            reader.wrong("applies", problem::NOT_CHOSEN, &[t::APPLIES.label.to(lang)]);
            return None;
        }
    };
    let mut noted = RightNoted {
        ground: id,
        ruled_out,
        days: Default::default(),
        told: None,
        note: String::new(),
    };
    if ruled_out {
        noted.note = reader.needed("note", &t::WHY_NOT, TEXT_MAX);
        return Some(Event::RightNoted(noted));
    }
    for ask in &ground.asks {
        read_ask(reader, ask, on, &mut noted);
    }
    noted.told = reader.code("told", &t::TOLD, Told::from_code);
    noted.note = reader.text("note", &t::NOTE, TEXT_MAX);
    let known = matter.state.rights.get(&noted.ground).is_some();
    let first = ground.asks.first().map(|ask| key(&ask.key));
    if let Some(first) = first.filter(|_| noted.days.is_empty() && (!known || noted.told.is_none()))
    {
        reader.wrong(&first, t::ONE_DAY, &[]);
    }
    Some(Event::RightNoted(noted))
}

fn read_ask(reader: &mut Reader<'_>, ask: &Ask, on: Option<Date>, noted: &mut RightNoted) {
    let mut day = |reader: &mut Reader<'_>, name: &str| {
        let found = reader.day(&key(name), Days::Any);
        if let (Some(found), Some(on)) = (found, on)
            && found > on
            && ask.kind != AskKind::By
        {
            reader.wrong(&key(name), t::LATER_THAN_NOTED, &[&on.to_string()]);
        }
        if let Some(found) = found {
            noted.days.insert(name.to_owned(), found.to_string());
        }
        found
    };
    match ask.kind {
        AskKind::Yes => {
            if reader.ticked(&key(&ask.key)) {
                noted.days.insert(ask.key.clone(), "yes".to_owned());
            }
        }
        AskKind::Day | AskKind::By => drop(day(reader, &ask.key)),
        AskKind::Span => {
            let last = format!("{}_to", ask.key);
            let (from, to) = (day(reader, &ask.key), day(reader, &last));
            match (from, to) {
                (Some(from), Some(to)) if to < from => {
                    reader.wrong(&key(&last), problem::BEFORE_FACT, &[&from.to_string()]);
                }
                (Some(_), None) if parse_date(reader.raw(&key(&last))).is_none() => {
                    reader.wrong(&key(&last), t::LAST_TOO, &[]);
                }
                (None, Some(_)) => reader.wrong(&key(&ask.key), t::LAST_TOO, &[]),
                _ => {}
            }
        }
    }
}
