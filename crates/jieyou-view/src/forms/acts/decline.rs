//! 不予受理: which article it rests on. What the pack in force quotes is offered; another
//! one is written by hand, and none is made up.

use crate::forms::build::Build;
use crate::forms::context::FormContext;
use crate::forms::fact::{self, Section};
use crate::forms::model::{Control, Draft};
use crate::forms::reader::Reader;
use crate::screens::sheet::{is_way, source};
use crate::text::forms::acts as t;
use crate::text::{Lang, words};
use jieyou_domain::facts::NoticeKind;
use jieyou_domain::ledger::{Event, EventType, TEXT_MAX};
use jieyou_domain::rules::{Cite, Effect, Words};
use jieyou_domain::time::Date;
use serde_json::Value;

/// In the form: an article that is written by hand.
const OWN: &str = "own";
/// The field it is written to.
const OWN_KEY: &str = "basis_own";
/// Articles that let a petition not be accepted, beside the items of article 31.
const ARTICLES: [&str; 2] = ["19③", "36③"];

/// What may be rested on: a code, what it says, and where.
fn offered<'a>(ctx: &FormContext<'a>) -> Vec<(&'a str, &'a Words, &'a Cite)> {
    let rules = ctx.book.rules();
    let answers = rules.table("route").into_iter().flat_map(|t| &t.answers);
    let mut all: Vec<_> = answers
        .filter(|a| is_way(&a.code))
        .filter_map(|a| Some((a.code.as_str(), &a.words, a.cite.as_ref()?)))
        .collect();
    let Some(instrument) = all.first().map(|(.., cite)| cite.instrument.as_str()) else {
        return all;
    };
    let says = rules.rules.iter().filter(|r| r.effect == Effect::Says);
    let says = says.filter(|r| r.cite.instrument == instrument);
    let says = says.filter(|r| ARTICLES.contains(&r.cite.article.as_str()));
    all.extend(says.map(|r| (r.id.as_str(), &r.duty, &r.cite)));
    all
}

/// Asks what a notice says; of 不予受理 also the article.
pub(super) fn ask(build: &mut Build<'_>, draft: &Draft) {
    fact::ask(build, EventType::Notified, Section::WHOLE, draft);
    let (ctx, lang) = (*build.ctx, build.lang());
    let label = |text: &Words, cite: &Cite| match lang {
        Lang::Zh => format!("{}。{}", words(text, lang), source(cite, lang)),
        Lang::En => words(text, lang).to_owned(),
    };
    let mut choices: Vec<(String, String)> = offered(&ctx)
        .into_iter()
        .map(|(code, text, cite)| (code.into(), label(text, cite)))
        .collect();
    choices.push((OWN.to_owned(), t::DECLINE_OWN.to(lang).to_owned()));
    let Some(field) = build.by_key("basis") else { return };
    field.control = Control::Choice(choices);
    field.tells = false;
    if draft.get("basis") == OWN {
        build.need_after("basis", OWN_KEY, &t::DECLINE_OWN_BASIS, Control::Area(TEXT_MAX));
    }
}

/// Reads a notice; the article as it stands in the pack in force.
pub(super) fn read(reader: &mut Reader<'_>, on: Option<Date>) -> Option<Event> {
    let chosen = reader.raw("basis");
    let is_declined = reader.raw("notice") == NoticeKind::Declined.code();
    let found = offered(reader.ctx).into_iter().find(|(code, ..)| *code == chosen);
    let mut draft = reader.draft.clone();
    let basis = match found {
        Some((.., cite)) => source(cite, Lang::Zh),
        None if chosen == OWN && is_declined => {
            // What is missing is said at the field that is empty.
            let own = reader.needed(OWN_KEY, &t::DECLINE_OWN_BASIS, TEXT_MAX);
            if own.is_empty() { OWN.to_owned() } else { own }
        }
        None => String::new(),
    };
    draft.set("basis", basis);
    reader.with(&draft, |reader| {
        fact::read(reader, EventType::Notified, Section::WHOLE, on, Value::Null)
    })
}
