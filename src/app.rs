//! The frame around every page: header, training bar, safety note, status line; and
//! which page is shown.

use crate::boot::{self, Booted, Training};
use crate::browser::{data, page, task};
use crate::pages::*;
use crate::parts::TrainerBar;
use crate::routes::Route;
use crate::session::Session;
use jieyou_view::text::{format, frame, safety};
use leptos::prelude::*;

/// Opens the ledger, then draws.
pub(crate) fn start() {
    task::start(async {
        match boot::boot().await {
            Ok(Booted::Ready(session)) => page::mount(move || view! { <App session/> }),
            Ok(Booted::Choose(found)) => page::mount(move || view! { <ChoosePage found/> }),
            Ok(Booted::Damaged { errors, raw }) => {
                page::mount(move || view! { <DamagedPage errors raw/> });
            }
            Ok(Booted::NotOpened(error)) => page::mount(move || view! { <NotOpenedPage error/> }),
            // Before the app exists the page's own script shows what went wrong.
            Err(why) => page::fail(&why),
        }
    });
}

/// The app over an open ledger.
#[component]
fn App(session: Session) -> impl IntoView {
    provide_context(session);
    let route = RwSignal::new(Route::read(&page::hash()));
    page::on("hashchange", move || {
        let next = Route::read(&page::hash());
        let moved = route.get_untracked() != next;
        if moved {
            session.said.set(None);
            route.set(next);
            page::focus_heading();
        }
    });
    page::unfold_for_print();
    let t = move || frame::texts(session.lang.get());
    // Outward only: title, language and print line follow the state.
    Effect::new(move |_| {
        let lang = session.lang.get();
        page::set_root("lang", lang.tag());
        let unit = session.book.with(|b| b.unit().map(|u| u.name.clone())).unwrap_or_default();
        let t = frame::texts(lang);
        let realm = if session.is_training() { t.training } else { "" };
        page::set_print_unit(&format!("{unit} {realm}"));
        page::set_title(&frame::title(
            page_name(&route.get(), lang),
            &unit,
            session.is_training(),
            lang,
        ));
    });
    let has_unit = Memo::new(move |_| session.book.with(|b| b.unit().is_some()));
    let shown = move || {
        if !has_unit.get() {
            return view! { <SetupPage/> }.into_any();
        }
        match route.get() {
            Route::Today => view! { <TodayPage/> }.into_any(),
            Route::Ledger(query) => view! { <LedgerPage query/> }.into_any(),
            Route::Register => view! { <RegisterPage/> }.into_any(),
            Route::Matter(id) => view! { <MatterPage id/> }.into_any(),
            Route::Act(id, action) => view! { <ActPage id action/> }.into_any(),
            Route::Correct(id, entry) => view! { <CorrectPage id entry/> }.into_any(),
            Route::Strike(id, entry) => view! { <StrikePage id entry/> }.into_any(),
            Route::Settings => view! { <SettingsPage/> }.into_any(),
            Route::NotFound => view! { <NotFound/> }.into_any(),
        }
    };
    view! {
        <button class="skip-link" on:click=move |_| page::focus("main")>{move || t().skip}</button>
        <Header route has_unit/>
        {session.is_training().then(|| view! { <TrainerBar/> })}
        <Safety has_unit/>
        <main class="page-frame__main wrapper flow" id="main" tabindex="-1">
            <PrintHead/>
            {shown}
        </main>
        <Status/>
    }
}

fn page_name(route: &Route, lang: jieyou_view::Lang) -> &'static str {
    let t = frame::texts(lang);
    match route {
        Route::Ledger(_) => t.nav_ledger,
        Route::Register => t.register,
        Route::Settings => t.nav_settings,
        _ => t.nav_today,
    }
}

#[component]
fn Header(route: RwSignal<Route>, has_unit: Memo<bool>) -> impl IntoView {
    let session = Session::get();
    let t = move || frame::texts(session.lang.get());
    let unit = move || session.book.with(|b| b.unit().map(|u| u.name.clone()));
    let day = move || format::date_full(session.today.get(), session.lang.get());
    let weekday = move || format::weekday(session.today.get(), session.lang.get());
    let realm = session
        .is_training()
        .then(|| view! { <span class="site-header__realm">{move || t().training}</span> });
    let link = move |to: Route, name: fn(&frame::FrameText) -> &'static str| {
        let href = to.href();
        let is_here = move || {
            let here = route.get();
            let same = std::mem::discriminant(&here) == std::mem::discriminant(&to);
            same.then_some("page")
        };
        view! {
            <li class="nav__item">
                <a class="nav__link" href=href aria-current=is_here>{move || name(t())}</a>
            </li>
        }
    };
    view! {
        <header class="site-header">
            <div class="site-header__inner">
                <p class="site-header__name">{move || t().app} " " {realm}</p>
                <p class="site-header__unit">{unit}</p>
                <p class="site-header__today">
                    <time datetime=move || session.today.get().to_string()>{day}</time>
                    " "
                    {weekday}
                </p>
                <Show when=move || has_unit.get()>
                    <nav class="nav" aria-label=move || t().nav_label>
                        <ul class="nav__list">
                            {link(Route::Today, |t| t.nav_today)}
                            {link(Route::Ledger(String::new()), |t| t.nav_ledger)}
                            {link(Route::Settings, |t| t.nav_settings)}
                        </ul>
                    </nav>
                    <a
                        class="button button--primary site-header__action"
                        href=Route::Register.href()
                    >
                        {move || t().register}
                    </a>
                </Show>
            </div>
        </header>
    }
}

/// What protects the data, in a line; and a newer version, when one waits.
#[component]
fn Safety(has_unit: Memo<bool>) -> impl IntoView {
    let session = Session::get();
    let t = move || frame::texts(session.lang.get());
    let waits = RwSignal::new(data::update_waits());
    page::on("jieyou-update", move || waits.set(data::update_waits()));
    let note = Memo::new(move |_| {
        session.book.track();
        let facts = safety::Safety {
            is_training: session.is_training(),
            is_kept: session.opened.with_value(|o| o.is_kept),
            persisted: session.safety.get().persisted,
            records: session.size(),
            copied: session.recall(COPIED),
            today: Some(session.today.get()),
        };
        safety::safety(&facts, session.lang.get())
    });
    view! {
        <Show when=move || waits.get()>
            <div class="notice screen-only" data-tone="note" role="note">
                <p class="notice__text">{move || t().update_waits}</p>
                <div class="notice__actions cluster">
                    <button class="button button--small" on:click=move |_| data::take_update()>
                        {move || t().update_take}
                    </button>
                </div>
            </div>
        </Show>
        <Show when=move || has_unit.get() && note.with(|n| !n.text.is_empty())>
            <section
                class="safety-note screen-only"
                aria-label=move || t().safety_label
                data-level=move || note.with(|n| n.level)
            >
                <p class="safety-note__text">{move || note.with(|n| n.text.clone())}</p>
                <Show when=move || note.with(|n| n.offers_copy)>
                    <a class="button button--small" href=Route::Settings.href()>
                        {move || t().safety_copy}
                    </a>
                </Show>
            </section>
        </Show>
    }
}

/// Key of "day of the last file copy, and how many records it held".
pub(crate) const COPIED: &str = "copied";

/// What stands on top of every printed page.
#[component]
fn PrintHead() -> impl IntoView {
    let session = Session::get();
    let unit = move || session.book.with(|b| b.unit().map(|u| u.name.clone()));
    let what =
        move || frame::printed(session.today.get(), session.is_training(), session.lang.get());
    view! {
        <header class="print-head print-only">
            <p class="print-head__unit">{unit}</p>
            <p class="print-head__what">{what}</p>
        </header>
    }
}

/// The one status line; stays in the page so that screen readers follow it.
#[component]
fn Status() -> impl IntoView {
    let session = Session::get();
    let said = session.said;
    let is_bad = move || said.with(|s| s.as_ref().is_some_and(|s| s.is_bad));
    view! {
        <div class="status-line screen-only" role="status" data-tone=move || is_bad().then_some("act")>
            {move || said.get().map(|s| view! { <p class="status-line__text">{s.text}</p> })}
        </div>
    }
}

#[component]
fn NotFound() -> impl IntoView {
    let session = Session::get();
    let t = move || frame::texts(session.lang.get());
    view! {
        <h1 class="page-head__title">{move || t().not_found}</h1>
        <p><a class="button button--primary" href=Route::Today.href()>{move || t().nav_today}</a></p>
    }
}

/// Opens a training ledger in this tab.
pub(crate) fn train() {
    boot::switch(Some(Training::Village));
}
