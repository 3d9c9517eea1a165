//! A book to fill forms for.

use super::context::FormContext;
use super::model::{Draft, Form, Problem, Submission};
use crate::Lang;
use jieyou_domain::facts::*;
use jieyou_domain::ids::{EntryId, Id, Subject};
use jieyou_domain::ledger::{Book, Command, Entry, Event, Matter, Rejection, Stamp, decide};
use jieyou_domain::time::{Date, parse_date};
use std::sync::Arc;

pub(super) const ID: Id = Id::from_bytes([7; 10]);

pub(crate) fn day(text: &str) -> Date {
    parse_date(text).unwrap()
}

/// A desk: a book, a day, a counter for entries.
pub(crate) struct Desk {
    pub(crate) book: Book,
    pub(crate) today: Date,
    written: u8,
}

impl Desk {
    pub(crate) fn new(kind: UnitKind) -> Self {
        let mut desk = Self { book: Book::new(), today: day("2026-05-11"), written: 0 };
        let unit = UnitProfile {
            addresses: Default::default(),
            kind,
            name: "青禾镇柳树屯".into(),
            code: "LS".into(),
            reception: String::new(),
            review_body: "清河县人民政府".into(),
            recheck_body: String::new(),
            phone: String::new(),
            help: String::new(),
            upper: String::new(),
        };
        desk.run(Command::ProfileUnit(unit)).unwrap();
        let pack = include_str!("../../../../rules/base/pack.json");
        let text = TextAdopted { name: "base".into(), text: pack.into() };
        desk.run(Command::AdoptPack(text)).unwrap();
        let place = Place { id: "230100000001".into(), name: "东屯".into(), open: true };
        desk.run(Command::ListPlaces(PlacesListed { places: vec![place] })).unwrap();
        let post = |id: &str, name: &str| Post { id: id.into(), name: name.into(), open: true };
        let posts = vec![post("p1", "综治专干"), post("p2", "调解主任")];
        desk.run(Command::ListPosts(PostsListed { posts })).unwrap();
        desk
    }

    pub(crate) fn ctx(&self) -> FormContext<'_> {
        FormContext { book: &self.book, today: self.today, lang: Lang::Zh }
    }

    /// Decides a command and folds what it writes; the ids of the entries.
    pub(crate) fn run(&mut self, command: Command) -> Result<Vec<EntryId>, Rejection> {
        let drafted = decide(&self.book, command, self.today)?;
        let mut ids = Vec::new();
        for d in drafted {
            ids.push(self.fold(d.on, d.subject, d.event));
        }
        Ok(ids)
    }

    fn fold(&mut self, on: Date, subject: Subject, event: Event) -> EntryId {
        self.written += 1;
        let id = EntryId::from_bytes([self.written; 32]);
        let midnight = self.today.and_hms_opt(0, 0, 0).unwrap().and_utc();
        let ms = u64::try_from(midnight.timestamp_millis()).unwrap();
        let time = Stamp { ms, count: u32::from(self.written) };
        let event = Some(event);
        let entry = Entry { id, time, on, by: By::default().into(), subject, event };
        self.book = self.book.clone().apply(&Arc::new(entry));
        id
    }

    pub(super) fn matter(&self) -> &Matter {
        self.book.matter(ID).unwrap()
    }

    /// Records facts about the sample matter, all on `on`.
    pub(super) fn record(&mut self, on: &str, events: Vec<Event>) -> Vec<EntryId> {
        let facts = events.into_iter().map(|e| (day(on), e)).collect();
        self.run(Command::Record { matter: ID, facts }).unwrap()
    }

    /// Folds a fact about the sample matter in, whether or not it could be recorded now.
    pub(super) fn write(&mut self, event: Event) -> EntryId {
        self.fold(self.today, Subject::matter(ID), event)
    }

    /// Registers the least there is, on 11 May 2026.
    pub(super) fn registered(kind: UnitKind, against: CounterParty) -> Self {
        let mut desk = Self::new(kind);
        let mut draft = least(&desk.ctx());
        draft.set("against", against.code());
        let submission = super::register::read(&desk.ctx(), &draft, ID).unwrap();
        desk.run(submission.command).unwrap();
        desk
    }
}

/// The least a clerk must say.
pub(super) fn least(ctx: &FormContext<'_>) -> Draft {
    let mut draft = super::register::blank(ctx);
    for (key, value) in [
        ("danger", "no"),
        ("channel", "visit"),
        ("title", "屋后排水沟堵了"),
        ("against", "neighbour"),
        ("claims", "清沟复原\n赔土豆"),
    ] {
        draft.set(key, value);
    }
    draft
}

pub(super) fn with(draft: &Draft, pairs: &[(&str, &str)]) -> Draft {
    let mut draft = draft.clone();
    for (key, value) in pairs {
        draft.set(*key, *value);
    }
    draft
}

pub(super) fn keys(form: &Form) -> Vec<&str> {
    form.fields.iter().map(|f| f.key.as_str()).collect()
}

/// The one problem there is: field and words.
#[track_caller]
pub(super) fn problem(read: Result<Submission, Vec<Problem>>) -> (String, String) {
    let mut problems = read.unwrap_err();
    assert_eq!(problems.len(), 1, "{problems:?}");
    let problem = problems.remove(0);
    (problem.field, problem.text)
}

pub(crate) fn is_chinese(text: &str) -> bool {
    text.chars().any(|c| ('\u{3001}'..'\u{a000}').contains(&c) || ('！'..'～').contains(&c))
}

/// Every text is there, and none is Chinese but names out of the book.
#[track_caller]
pub(super) fn assert_english(form: &Form) {
    let plain = |text: &str| {
        let text = ["清河县人民政府", "东屯", "综治专干", "调解主任", "清沟复原", "赔土豆", "清沟"]
            .into_iter()
            .fold(text.to_owned(), |text, name| text.replace(name, ""));
        assert!(!is_chinese(&text), "{text}");
    };
    assert!(!form.title.is_empty() && !form.submit.is_empty());
    plain(&form.title);
    plain(&form.intro);
    plain(&form.submit);
    for field in &form.fields {
        for proposal in &field.proposed {
            plain(&proposal.label);
        }
        if let super::Control::Groups(groups) = &field.control {
            for (_, label) in groups.iter().flat_map(|(_, choices)| choices) {
                plain(label);
            }
        }
        assert!(!field.label.is_empty(), "{}", field.key);
        plain(&field.label);
        plain(&field.hint);
        if let super::Control::Choice(options)
        | super::Control::Many(options)
        | super::Control::Select(options) = &field.control
        {
            for (_, label) in options {
                assert!(!label.is_empty(), "{}", field.key);
                plain(label);
            }
        }
    }
}
