//! The register form: ten questions in sight, the deciding questions folded (practice
//! 3.1, 3.2). It asks about the matter; the contact is kept apart, and may stay empty.

mod argued;
mod asked;
mod facts;
mod report;
#[cfg(test)]
mod tests;

use asked::may_not_handle;
pub(super) use asked::{channels, questions};
pub(super) use facts::{fill, read_facts};
pub use report::{ReportView, go_on, is_report, report};

use super::build::Build;
use super::context::FormContext;
use super::model::{Control, Draft, Form, Problem, Shelf, Submission};
use super::reader::{Days, Reader};
use super::watch::PHONE_MAX;
use crate::screens::alike::SAME;
use crate::text::forms::register as t;
use crate::text::words;
use jieyou_domain::facts::*;
use jieyou_domain::ids::Id;
use jieyou_domain::ledger::{Command, Event, Matter, TEXT_MAX};
use jieyou_domain::time::Date;
use jieyou_store::contact::{Contact, Party};

/// The role under which the register form keeps a contact.
pub const CITIZEN: &str = "反映人";

/// A draft with what is usual: received today, answered in person, not done yet.
pub fn blank(ctx: &FormContext<'_>) -> Draft {
    let mut draft = Draft::default();
    draft.set("on", ctx.today.to_string());
    draft.set("reply_by", ReplyBy::InPerson.code());
    draft.set("done", "no");
    draft.set("told", Told::InPerson.code());
    draft
}

/// The form as it stands for `draft`.
pub fn form(ctx: &FormContext<'_>, draft: &Draft) -> Form {
    let mut build = Build::new(ctx);
    questions(&mut build, draft);
    if looks_sealed(draft) {
        build.need("not_sealed", &t::NOT_SEALED, Control::Tick);
    }
    contact(&mut build, draft);
    done(&mut build, draft);
    let form = build.form(t::TITLE.to(ctx.lang), t::INTRO.to(ctx.lang).to_owned(), t::SUBMIT);
    Form { argued: argued::argued(ctx, draft, &form.fields), ..form }
}

fn contact(build: &mut Build<'_>, draft: &Draft) {
    if draft.get("reply_by") == ReplyBy::NoContact.code() {
        return;
    }
    for (key, ask, max) in
        [("name", &t::NAME, 40), ("address", &t::ADDRESS, 120), ("phone", &t::PHONE, PHONE_MAX)]
    {
        build.add(key, ask, Control::Line(max)).shelf = Shelf::Contact;
    }
}

/// Question 10. What the village may not handle cannot be done or agreed on the spot.
fn done(build: &mut Build<'_>, draft: &Draft) {
    if may_not_handle(build.ctx, draft) {
        return;
    }
    let lang = build.lang();
    let option =
        |code: &str, text: crate::text::forms::Both| (code.to_owned(), text.to(lang).into());
    let options = vec![
        option("done", t::DONE_YES),
        option("agreed", t::DONE_AGREED),
        option("no", t::DONE_NO),
    ];
    build.need("done", &t::DONE, Control::Choice(options));
    match draft.get("done") {
        "done" => {
            build.need("what", &t::DONE_WHAT, Control::Line(200));
            let told = words::choices(Told::ALL, Told::code, words::told, lang);
            build.need("told", &t::DONE_TOLD, Control::Choice(told));
        }
        "agreed" => {
            build.need("promise", &t::PROMISE, Control::Line(200));
            build.need("due", &t::DUE, Control::Due);
            let owes = words::choices(&[Owes::Party, Owes::Office], Owes::code, words::owes, lang);
            build.need("owes", &t::OWES, Control::Choice(owes));
        }
        _ => return,
    }
    if asks_day(build.ctx, draft) {
        build.add("done_on", &t::DONE_ON, Control::Date);
    }
}

/// Whether the words are those of a matter that is recorded by number only (practice
/// P0-2). Words only: a person looks and decides.
fn looks_sealed(draft: &Draft) -> bool {
    let texts = ["title", "story", "claims"].map(|key| draft.get(key).to_lowercase());
    [crate::Lang::Zh, crate::Lang::En].iter().any(|lang| {
        let mut words = t::SEALED_WORDS.to(*lang).split(' ');
        words.any(|word| texts.iter().any(|text| text.contains(word)))
    })
}

/// Whether the day it was done or agreed is asked: when it was received earlier.
fn asks_day(ctx: &FormContext<'_>, draft: &Draft) -> bool {
    draft.get("on") != ctx.today.to_string()
}

/// Reads the draft into the command that registers the matter under `id`.
///
/// # Errors
///
/// Returns every problem, each at its field.
pub fn read(ctx: &FormContext<'_>, draft: &Draft, id: Id) -> Result<Submission, Vec<Problem>> {
    let mut reader = Reader::new(ctx, draft);
    let on = reader.needed_day("on", &t::ON, Days::Past { received: None });
    let facts = read_facts(&mut reader, None);
    if looks_sealed(draft) && !reader.ticked("not_sealed") {
        reader.wrong("not_sealed", t::SEALED_FIRST, &[]);
    }
    if is_report(draft) {
        reader.wrong(report::AIM, t::REPORT_NOT_HERE, &[]);
    }
    let contact = read_contact(&mut reader);
    let mut then = if may_not_handle(ctx, draft) { Vec::new() } else { read_done(&mut reader, on) };
    then.extend(links(&reader));
    let command =
        on.zip(facts).map(|(on, facts)| Command::Register { id, on, facts: Box::new(facts), then });
    reader.finish(command).map(|command| Submission { command, contact })
}

/// Which matters it was said to be the same as; what is gone meanwhile is left out.
fn links(reader: &Reader<'_>) -> Vec<(Date, Event)> {
    let codes = reader.draft.codes(SAME).filter_map(|code| code.parse::<Id>().ok());
    let known = codes.filter_map(|id| reader.ctx.book.matter(id)).filter(|m| m.is_registered());
    let link = |other: &std::sync::Arc<Matter>| {
        let (other, number) = (other.id, other.number().to_owned());
        let how = LinkKind::Same;
        (reader.ctx.today, Event::Linked(Linked { other, number, how, note: String::new() }))
    };
    known.map(link).collect()
}

fn read_contact(reader: &mut Reader<'_>) -> Option<Contact> {
    if reader.raw("reply_by") == ReplyBy::NoContact.code() {
        return None;
    }
    let party = Party {
        role: CITIZEN.to_owned(),
        name: reader.text("name", &t::NAME, 40),
        address: reader.text("address", &t::ADDRESS, 120),
        phone: reader.text("phone", &t::PHONE, PHONE_MAX),
    };
    let says = !(party.name.is_empty() && party.address.is_empty() && party.phone.is_empty());
    says.then(|| Contact { parties: vec![party] })
}

/// What was done on the spot; the facts that follow the registration.
fn read_done(reader: &mut Reader<'_>, received: Option<Date>) -> Vec<(Date, Event)> {
    let asked = asks_day(reader.ctx, reader.draft);
    let later = if asked { reader.day("done_on", Days::Past { received }) } else { None };
    let on = later.or(received);
    let fact = match reader.chosen("done", &t::DONE, |code| Some(code.to_owned())).as_deref() {
        Some("done") => {
            let what = reader.needed("what", &t::DONE_WHAT, TEXT_MAX);
            let told = reader.chosen("told", &t::DONE_TOLD, Told::from_code);
            told.map(|told| Event::HandledAtOnce(HandledAtOnce { what, told }))
        }
        Some("agreed") => {
            let what = reader.needed("promise", &t::PROMISE, TEXT_MAX);
            let due = reader.needed_day("due", &t::DUE, Days::Due { from: on });
            let owes = reader.chosen("owes", &t::OWES, Owes::from_code);
            due.zip(owes).map(|(due, owes)| {
                let terms = vec![Performance { what: what.clone(), due, owes }];
                Event::Agreed(Agreed {
                    form: AgreementForm::Oral,
                    text: what,
                    terms,
                    replaces: false,
                })
            })
        }
        _ => None,
    };
    on.zip(fact).into_iter().collect()
}
