//! Something is done to a matter: one form an action.

use super::work::{Work, in_context};
use crate::browser::page;
use crate::routes::Route;
use crate::session::Session;
use jieyou_domain::Id;
use jieyou_domain::ledger::{Action, Command};
use jieyou_view::forms::{Draft, Form, acts};
use leptos::prelude::*;

/// The form of an action. Unknown matters lead back to 今日.
#[component]
pub(crate) fn ActPage(id: Id, action: Action) -> impl IntoView {
    let session = Session::get();
    let home = Route::Matter(id).href();
    let back = home.clone();
    let done = Callback::new(move |_: Command| page::go(&home));
    let blank = in_context(session, |cx| {
        cx.book.matter(id).map(|m| acts::blank(action, cx, m)).unwrap_or_default()
    });
    view! {
        <Work
            address=Route::Act(id, action).href()
            blank
            draw=Box::new(move |cx, draft: &Draft| match cx.book.matter(id) {
                Some(matter) => acts::form(action, cx, matter, draft),
                None => Form::default(),
            })
            read=Box::new(move |cx, draft| match cx.book.matter(id) {
                Some(matter) => acts::read(action, cx, matter, draft),
                None => Err(Vec::new()),
            })
            on_done=done
            cancel=back
        />
    }
}
