//! The first page of an empty ledger: which unit. Or bring a file, or train first.

use super::files::Files;
use super::work::{Work, in_context};
use crate::boot;
use crate::browser::page;
use crate::routes::Route;
use crate::session::Session;
use jieyou_domain::ledger::Command;
use jieyou_view::forms::setup;
use jieyou_view::text::frame;
use leptos::prelude::*;

/// Asks for the unit's profile.
#[component]
pub(crate) fn SetupPage() -> impl IntoView {
    let session = Session::get();
    let t = move || frame::texts(session.lang.get());
    let done = Callback::new(move |_: Command| {
        session.ensure_basis();
        page::go(&Route::Today.href());
        page::focus_heading();
    });
    view! {
        <Work
            address="setup".to_owned()
            blank=in_context(session, |cx| setup::unit_blank(cx, &session.new_code()))
            draw=Box::new(setup::unit_form)
            read=Box::new(setup::read_unit)
            on_done=done
            cancel=String::new()
        />
        <section class="section flow" aria-labelledby="setup-other">
            <h2 class="section__title" id="setup-other">{move || t().setup_other}</h2>
            <Show when=move || !session.is_training()>
                <p>
                    <button class="button" on:click=|_| boot::train()>
                        {move || t().setup_train}
                    </button>
                    " "
                    {move || t().set_training_hint}
                </p>
            </Show>
            <Files with_export=false/>
        </section>
    }
}
