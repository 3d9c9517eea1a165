//! 登记一件事

use super::work::{Work, in_context};
use crate::browser::page;
use crate::routes::Route;
use crate::session::Session;
use jieyou_domain::ledger::Command;
use jieyou_view::forms::register;
use leptos::prelude::*;

/// The register form. What is registered is shown at once: class, list and dates.
#[component]
pub(crate) fn RegisterPage() -> impl IntoView {
    let session = Session::get();
    let id = session.new_id();
    let done = Callback::new(move |command: Command| {
        if let Command::Register { id, .. } = command {
            page::go(&Route::Matter(id).href());
        }
    });
    view! {
        <Work
            address="register".to_owned()
            blank=in_context(session, register::blank)
            draw=Box::new(register::form)
            read=Box::new(move |cx, draft| register::read(cx, draft, id))
            split_at="against"
            on_done=done
            cancel=Route::Today.href()
        />
    }
}
