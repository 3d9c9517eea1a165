//! Corrects or takes back an entry of a matter. A correction is prefilled from the fact
//! as it stands and asks what its act asked; nothing is ever overwritten.

use super::acts::{facts, refer, right, verdict};
use super::build::Build;
use super::context::FormContext;
use super::fact::{self, Section};
use super::model::{Control, Draft, Form, Problem, Shelf, Submission};
use super::reader::{Days, Reader};
use super::register;
use crate::text::forms::{Ask, acts, correct as t, register as r};
use crate::text::{merge, words};
use jieyou_domain::facts::{Corrected, Struck};
use jieyou_domain::ids::EntryId;
use jieyou_domain::ledger::{
    Book, Command, Effective, Entry, Event, EventType, Matter, TEXT_MAX, effective,
};
use jieyou_domain::time::{Date, day_at};

/// Why; not the name of any fact's own field.
const BECAUSE: &str = "because";

/// Whether the entry, or what it corrected, is a fact in force that can be corrected.
pub fn is_possible(matter: &Matter, entry: EntryId) -> bool {
    fact_of(matter, entry).is_some()
}

/// The fact in force that `entry` wrote or corrected.
fn fact_of(matter: &Matter, entry: EntryId) -> Option<Effective<'_>> {
    let mut id = entry;
    for _ in matter.entries() {
        let Some(Event::Corrected(c)) = &find(matter, id)?.event else { break };
        id = c.entry;
    }
    effective(matter.entries()).into_iter().find(|f| f.root.id == id)
}

fn find(matter: &Matter, id: EntryId) -> Option<&Entry> {
    matter.entries().iter().find(|e| e.id == id).map(AsRef::as_ref)
}

/// The fact as it stands, as a draft.
pub fn blank(_ctx: &FormContext<'_>, matter: &Matter, entry: EntryId) -> Draft {
    let mut draft = Draft::default();
    if let Some(fact) = fact_of(matter, entry) {
        draft.set("on", fact.on.to_string());
        match fact.event {
            Event::Registered(facts) => register::fill(facts, &mut draft),
            Event::RightNoted(noted) => right::fill(noted, &mut draft),
            Event::FactsNoted(noted) => facts::fill_noted(noted, &mut draft),
            Event::Judged(judged) => verdict::fill_judged(judged, &mut draft),
            event => fact::fill(event, Section::WHOLE, &mut draft),
        }
    }
    draft
}

/// The form as it stands for `draft`.
pub fn form(ctx: &FormContext<'_>, matter: &Matter, entry: EntryId, draft: &Draft) -> Form {
    let lang = ctx.lang;
    let mut build = Build::new(ctx);
    let Some(fact) = fact_of(matter, entry) else {
        return build.form(&t::TITLE.with(lang, &[""]), t::GONE_INTRO.to(lang).into(), t::SUBMIT);
    };
    let kind = fact.event.kind();
    if kind == EventType::Registered {
        register::questions(&mut build, draft);
    } else {
        build.need("on", &acts::ON, Control::Date);
        match fact.event {
            Event::RightNoted(noted) => right::ask(&mut build, matter, draft, Some(noted)),
            Event::FactsNoted(noted) => facts::ask_noted(&mut build, matter, noted),
            Event::Referred(_) => refer::ask_again(&mut build, matter, draft),
            Event::Judged(judged) => verdict::ask_judged(&mut build, judged, draft),
            _ => fact::ask(&mut build, kind, Section::WHOLE, draft),
        }
    }
    because(&mut build, &t::WHY, matter, entry);
    let (title, intro, submit) = match fresh(ctx, matter, entry) {
        true => (t::TITLE_TODAY, t::INTRO_TODAY, t::SUBMIT_TODAY),
        false => (t::TITLE, t::INTRO, t::SUBMIT),
    };
    let title = title.with(lang, &[words::event_type(kind, lang)]);
    build.form(&title, intro.to(lang).to_owned(), submit)
}

fn because(build: &mut Build<'_>, ask: &Ask, matter: &Matter, entry: EntryId) {
    let today = fresh(build.ctx, matter, entry);
    let lang = build.lang();
    let field = build.add(BECAUSE, ask, Control::Line(200));
    field.required = !today;
    if today {
        field.shelf = Shelf::Folded;
        t::WHY_TODAY.to(lang).clone_into(&mut field.hint);
    }
}

fn fresh(ctx: &FormContext<'_>, matter: &Matter, entry: EntryId) -> bool {
    find(matter, entry).is_some_and(|entry| is_fresh(ctx.book, entry, ctx.today))
}

/// Whether an entry was written today by this unit, so that a slip of the pen is put
/// right without a reason.
pub fn is_fresh(book: &Book, entry: &Entry, today: Date) -> bool {
    let unit = entry.by.unit.as_str();
    let is_ours = unit.is_empty() || book.unit().is_some_and(|own| own.name == unit);
    is_ours && written_on(entry) == Some(today)
}

/// The civil date at UTC+8 on which an entry was written.
pub fn written_on(entry: &Entry) -> Option<Date> {
    day_at(entry.time.ms)
}

/// Reads the draft into the command that corrects the fact.
///
/// # Errors
///
/// Returns every problem, each at its field.
pub fn read(
    ctx: &FormContext<'_>,
    matter: &Matter,
    entry: EntryId,
    draft: &Draft,
) -> Result<Submission, Vec<Problem>> {
    let mut reader = Reader::new(ctx, draft);
    let Some(fact) = fact_of(matter, entry) else {
        reader.wrong("on", t::GONE_INTRO, &[]);
        return reader.finish(None);
    };
    let new = read_fact(&mut reader, matter, &fact);
    let why = read_because(&mut reader, &t::WHY, matter, entry);
    if new.as_ref().is_some_and(|(on, event)| *on == fact.on && event == fact.event) {
        reader.wrong("on", t::SAME, &[]);
    }
    let submission = new.map(|(on, event)| {
        let entry = fact.root.id;
        let corrected = Corrected { entry, on, event: Box::new(event), why };
        record(ctx, matter, Event::Corrected(corrected))
    });
    reader.finish(submission)
}

/// The fact as the draft has it, and its day.
fn read_fact(
    reader: &mut Reader<'_>,
    matter: &Matter,
    fact: &Effective<'_>,
) -> Option<(Date, Event)> {
    if let Event::Registered(old) = fact.event {
        let on = reader.needed_day("on", &r::ON, Days::Past { received: None });
        return on.zip(register::read_facts(reader, Some(old)).map(Event::Registered));
    }
    let received = matter.received_on();
    let on = reader.needed_day("on", &acts::ON, Days::Past { received });
    let of_its_own = match fact.event {
        Event::RightNoted(noted) => right::read(reader, matter, on, Some(noted)),
        Event::FactsNoted(noted) => Some(facts::read_noted(reader, noted)),
        Event::Judged(judged) => verdict::read_judged(reader, judged),
        _ => None,
    };
    if matches!(
        fact.event.kind(),
        EventType::RightNoted | EventType::FactsNoted | EventType::Judged
    ) {
        return on.zip(of_its_own);
    }
    let base = fact.event.data();
    on.zip(fact::read(reader, fact.event.kind(), Section::WHOLE, on, base))
}

fn read_because(reader: &mut Reader<'_>, ask: &Ask, matter: &Matter, entry: EntryId) -> String {
    if fresh(reader.ctx, matter, entry) {
        reader.text(BECAUSE, ask, TEXT_MAX)
    } else {
        reader.needed(BECAUSE, ask, TEXT_MAX)
    }
}

fn record(ctx: &FormContext<'_>, matter: &Matter, event: Event) -> Submission {
    let command = Command::Record { matter: matter.id, facts: vec![(ctx.today, event)] };
    Submission { command, contact: None }
}

/// The form that takes an entry back.
pub fn strike_form(ctx: &FormContext<'_>, matter: &Matter, entry: EntryId) -> Form {
    let lang = ctx.lang;
    let event = find(matter, entry).and_then(|e| e.event.as_ref());
    let mut build = Build::new(ctx);
    because(&mut build, &t::STRIKE_WHY, matter, entry);
    let (name, intro) = match event {
        Some(Event::Registered(_)) => (None, t::STRIKE_MATTER),
        Some(Event::Struck(s)) if s.stands.is_some() => (Some(merge::DECIDED), merge::UNDECIDE),
        _ => (None, t::STRIKE_INTRO),
    };
    let kind = event.map_or("", |event| words::event_type(event.kind(), lang));
    let name = name.map_or(kind, |name| name.to(lang));
    build.form(&t::STRIKE_TITLE.with(lang, &[name]), intro.to(lang).to_owned(), t::STRIKE)
}

/// Reads the draft into the command that takes the entry back.
///
/// # Errors
///
/// Returns the problem with the reason.
pub fn read_strike(
    ctx: &FormContext<'_>,
    matter: &Matter,
    entry: EntryId,
    draft: &Draft,
) -> Result<Submission, Vec<Problem>> {
    let mut reader = Reader::new(ctx, draft);
    let why = read_because(&mut reader, &t::STRIKE_WHY, matter, entry);
    reader.finish(Some(record(ctx, matter, Event::Struck(Struck::plain(entry, why)))))
}

#[cfg(test)]
mod tests;
