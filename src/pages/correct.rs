//! An entry corrected or taken back: a new entry, never an edit.

use super::work::{Work, in_context};
use crate::browser::page;
use crate::routes::Route;
use crate::session::Session;
use jieyou_domain::ledger::Command;
use jieyou_domain::{EntryId, Id};
use jieyou_view::forms::{Draft, Form, correct};
use leptos::prelude::*;

/// What an entry should have said.
#[component]
pub(crate) fn CorrectPage(id: Id, entry: EntryId) -> impl IntoView {
    let session = Session::get();
    let home = Route::Matter(id).href();
    let back = home.clone();
    let done = Callback::new(move |_: Command| page::go(&home));
    let blank = in_context(session, |cx| {
        cx.book.matter(id).map(|m| correct::blank(cx, m, entry)).unwrap_or_default()
    });
    view! {
        <Work
            address=Route::Correct(id, entry).href()
            blank
            draw=Box::new(move |cx, draft: &Draft| match cx.book.matter(id) {
                Some(matter) => correct::form(cx, matter, entry, draft),
                None => Form::default(),
            })
            read=Box::new(move |cx, draft| match cx.book.matter(id) {
                Some(matter) => correct::read(cx, matter, entry, draft),
                None => Err(Vec::new()),
            })
            on_done=done
            cancel=back
        />
    }
}

/// Why an entry is taken back.
#[component]
pub(crate) fn StrikePage(id: Id, entry: EntryId) -> impl IntoView {
    let session = Session::get();
    let home = Route::Matter(id).href();
    let back = home.clone();
    let done = Callback::new(move |_: Command| {
        // A struck registration takes the matter off the book.
        let stands =
            session.book.with_untracked(|b| b.matter(id).is_some_and(|m| m.is_registered()));
        page::go(&if stands { home.clone() } else { Route::Ledger(String::new()).href() });
    });
    view! {
        <Work
            address=Route::Strike(id, entry).href()
            blank=Draft::default()
            draw=Box::new(move |cx, _: &Draft| match cx.book.matter(id) {
                Some(matter) => correct::strike_form(cx, matter, entry),
                None => Form::default(),
            })
            read=Box::new(move |cx, draft| match cx.book.matter(id) {
                Some(matter) => correct::read_strike(cx, matter, entry, draft),
                None => Err(Vec::new()),
            })
            on_done=done
            cancel=back
        />
    }
}
