//! A ledger that cannot be read: its raw data first, nothing replaced.

use super::choose::lang;
use crate::boot;
use crate::browser::{clock, files, page};
use jieyou_store::event_store::StoreError;
use jieyou_view::text::{frame, say};
use leptos::prelude::*;

/// The ledger does not add up.
#[component]
pub(crate) fn DamagedPage(errors: Vec<StoreError>, raw: String) -> impl IntoView {
    let lang = lang();
    let t = frame::texts(lang);
    let said = RwSignal::new(String::new());
    let save = move |_| {
        let name = frame::file_name("raw", clock::today(), "txt", lang);
        said.set(match files::download(&name, "text/plain;charset=utf-8", &raw) {
            Ok(()) => frame::handed_over(&name, lang),
            Err(why) => why,
        });
    };
    let codes = errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    view! {
        <main class="crash" id="main">
            <h1 class="crash__title">{t.damaged_title}</h1>
            <p class="crash__text">{t.damaged_text}</p>
            <div class="crash__actions cluster">
                <button class="button button--primary" on:click=save>{t.damaged_save}</button>
                <button class="button" on:click=|_| boot::choose_new()>{t.damaged_new}</button>
                <button class="button" on:click=|_| page::reload()>{t.reload}</button>
            </div>
            <p role="status">{move || said.get()}</p>
            <details class="crash__details">
                <summary>{frame::crash().details}</summary>
                <pre class="keep">{codes}</pre>
            </details>
        </main>
    }
}

/// The ledger cannot be opened at all.
#[component]
pub(crate) fn NotOpenedPage(error: StoreError) -> impl IntoView {
    let lang = lang();
    let t = frame::texts(lang);
    let notice = say::store_error(&error, lang);
    view! {
        <main class="crash" id="main">
            <h1 class="crash__title">{t.not_opened_title}</h1>
            <p class="crash__text">{notice.title}</p>
            <p class="crash__text">{notice.detail}</p>
            <p class="crash__text">{notice.next}</p>
            <div class="crash__actions cluster">
                <button class="button button--primary" on:click=|_| page::reload()>{t.reload}</button>
            </div>
            <details class="crash__details">
                <summary>{frame::crash().details}</summary>
                <pre class="keep">{error.to_string()}</pre>
            </details>
        </main>
    }
}
