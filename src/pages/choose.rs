//! Which of the ledgers on this computer: asked, never guessed.

use crate::boot::{self, Found};
use crate::browser::{clock, preferences};
use jieyou_view::Lang;
use jieyou_view::text::{format, frame};
use leptos::prelude::*;

/// The language before a session exists.
pub(crate) fn lang() -> Lang {
    let en = preferences::get::<String>("lang").is_some_and(|l| l == "en");
    if en { Lang::En } else { Lang::Zh }
}

/// The ledgers found.
#[component]
pub(crate) fn ChoosePage(found: Vec<Found>) -> impl IntoView {
    let lang = lang();
    let t = frame::texts(lang);
    let row = |found: Found| {
        let name = if found.unit.is_empty() { t.choose_unnamed.to_owned() } else { found.unit };
        let last = (found.last_ms > 0).then(|| {
            let day = clock::day_of(found.last_ms);
            view! { <p class="quiet">{t.choose_last} {format::date_full(day, lang)}</p> }
        });
        let database = found.database;
        view! {
            <li class="choose__item flow">
                <h2 class="choose__name">{name}</h2>
                {last}
                <button
                    class="button button--primary"
                    on:click=move |_| boot::choose(&database)
                >
                    {t.choose_open}
                </button>
            </li>
        }
    };
    view! {
        <main class="boot flow" id="main">
            <p class="boot__name">{t.app}</p>
            <h1>{t.choose_title}</h1>
            <p class="boot__message">{t.choose_why}</p>
            <ul class="choose flow">{found.into_iter().map(row).collect_view()}</ul>
            <button class="button" on:click=|_| boot::choose_new()>{t.choose_new}</button>
        </main>
    }
}
