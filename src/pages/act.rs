//! Something is done to a matter: one form an action; an entry corrected or taken back,
//! which is a new entry, never an edit.

use super::work::{Work, in_context, work, work_under};
use crate::browser::page;
use crate::controls::{Child, El, div, el, nothing};
use crate::parts::{part, timeline};
use crate::routes::Route;
use crate::session::Session;
use jieyou_domain::ledger::Action;
use jieyou_domain::{EntryId, Id, Realm, Subject};
use jieyou_view::forms::{Draft, Form, acts, contact, correct};
use jieyou_view::screens::matter::one_entry;
use jieyou_view::text::forms::{correct::STRIKE_WHICH, judge};
use jieyou_view::text::{frame, words};
use leptos::prelude::*;
use std::sync::Arc;

/// What is done.
#[derive(Clone, Copy)]
pub(crate) enum Deed {
    /// An action of the life of a matter.
    Act(Action),
    /// What an entry should have said.
    Correct(EntryId),
    /// Why an entry is taken back.
    Strike(EntryId),
}

/// The form of a deed. Of an unknown matter it asks nothing and leads back to it.
pub(crate) fn act_page(session: Session, id: Id, deed: Deed) -> AnyView {
    let home = Route::Matter(id).href();
    // For a matter that is split off: one id a page, so that pressing twice is once.
    let fresh = session.new_id();
    let cancel = home.clone();
    let blank = in_context(session, |cx| match (cx.book.matter(id), deed) {
        (Some(matter), Deed::Act(action)) => acts::blank(action, cx, matter),
        (Some(matter), Deed::Correct(entry)) => correct::blank(cx, matter, entry),
        _ => Draft::default(),
    });
    // A question that was called for has the keyboard.
    let called = session.drafts.begin(&Route::Act(id, Action::NoteFacts).href()).draft;
    let called = called.get(acts::FOCUS).to_owned();
    if matches!(deed, Deed::Act(Action::NoteFacts)) && !called.is_empty() {
        page::after(50, move || page::focus(&format!("f-{called}")));
    }
    let address = match deed {
        Deed::Act(action) => Route::Act(id, action),
        Deed::Correct(entry) => Route::Correct(id, entry),
        Deed::Strike(entry) => Route::Strike(id, entry),
    };
    let form = Work {
        address: address.href(),
        blank,
        draw: Box::new(move |cx, draft| match (cx.book.matter(id), deed) {
            (Some(matter), Deed::Act(action)) => acts::form(action, cx, matter, draft),
            (Some(matter), Deed::Correct(entry)) => correct::form(cx, matter, entry, draft),
            (Some(matter), Deed::Strike(entry)) => correct::strike_form(cx, matter, entry),
            (None, _) => Form::default(),
        }),
        read: Box::new(move |cx, draft| match (cx.book.matter(id), deed) {
            (Some(matter), Deed::Act(action)) => acts::read(action, cx, matter, draft, fresh),
            (Some(matter), Deed::Correct(entry)) => correct::read(cx, matter, entry, draft),
            (Some(matter), Deed::Strike(entry)) => correct::read_strike(cx, matter, entry, draft),
            (None, _) => Err(Vec::new()),
        }),
        split_at: "",
        done: Arc::new(move || {
            // A struck registration takes the matter off the book.
            let stands =
                session.book.with_untracked(|b| b.matter(id).is_some_and(|m| m.is_registered()));
            page::go(&if stands { home.clone() } else { Route::Ledger(String::new()).href() });
        }),
        cancel,
        level: 1,
    };
    let others = matches!(deed, Deed::Act(Action::Judge)).then(|| elsewhere(session, id));
    let shown = move |_| match deed {
        Deed::Strike(entry) => taken_back(session, id, entry),
        _ => nothing(),
    };
    let none = StoredValue::new(Vec::new());
    vec![work_under(session, form, none, shown), others.draw()].draw()
}

/// The entry that would be taken back, as it stands in the time line.
fn taken_back(session: Session, id: Id, entry: EntryId) -> AnyView {
    let realm = if session.is_training() { Realm::Training } else { Realm::Real };
    let draw = move || {
        let (day, lang) = (session.today.get(), session.lang.get());
        let item = session.book.with(|book| one_entry(book, id, entry, day, realm, lang));
        let shown = |item| timeline(id, vec![item], frame::texts(lang));
        item.map(|item| part(session, "strike-which", STRIKE_WHICH).child(shown(item)))
    };
    draw.draw()
}

/// Where the other decisions about a matter are taken.
fn elsewhere(session: Session, id: Id) -> El {
    let lang = session.lang.get_untracked();
    let link = |action: Action| {
        el("a").attr("href", Route::Act(id, action).href()).child(words::action(action, lang))
    };
    div("p", "quiet cluster")
        .child(judge::ELSEWHERE.to(lang))
        .child(link(Action::Classify))
        .child(link(Action::SetTier))
}

/// How to reach the parties of a matter; no entry, and no draft of it is kept.
pub(crate) fn contact_page(session: Session, id: Id) -> AnyView {
    let home = Route::Matter(id).href();
    let cancel = home.clone();
    let known = session.contact(Subject::matter(id));
    let form = Work {
        address: Route::Contact(id).href(),
        blank: contact::blank(known.as_ref()),
        draw: Box::new(contact::form),
        read: Box::new(move |cx, draft| contact::read(cx, id, draft)),
        split_at: "",
        done: Arc::new(move || page::go(&home)),
        cancel,
        level: 1,
    };
    work(session, form)
}
