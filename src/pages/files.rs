//! Files of the ledger: saved as a copy, read in with a preview first.

use super::settings::Section;
use crate::browser::{files, page, task};
use crate::session::Session;
use jieyou_store::backup::ImportPlan;
use jieyou_view::screens::import::{ImportView, preview};
use jieyou_view::text::{frame, say};
use leptos::html;
use leptos::prelude::*;

/// Saving the ledger to a file, and reading one in with a preview first.
#[component]
pub(crate) fn Files(with_export: bool) -> impl IntoView {
    let session = Session::get();
    let t = move || frame::texts(session.lang.get());
    let title = Signal::derive(move || if with_export { t().set_files } else { t().setup_import });
    view! {
        <Section title=title id="files">
            <Show when=move || with_export><Save/></Show>
            <Read/>
        </Section>
    }
}

#[component]
fn Save() -> impl IntoView {
    let session = Session::get();
    let t = move || frame::texts(session.lang.get());
    let busy = RwSignal::new(false);
    let save = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        task::start(async move {
            let lang = session.lang.get_untracked();
            match session.export().await {
                Ok(text) => {
                    let name = frame::file_name("copy", session.real_today(), "json", lang);
                    match files::download(&name, "application/json", &text) {
                        Ok(()) => {
                            session.note_copy().await;
                            session.say(frame::handed_over(&name, lang));
                        }
                        Err(why) => session.say_bad(why),
                    }
                }
                Err(why) => session.say_bad(say::store_error(&why, lang).line(lang)),
            }
            let _gone = busy.try_set(false);
        });
    };
    view! {
        <p>
            <button
                class="button button--primary"
                aria-busy=move || busy.get().to_string()
                on:click=save
            >
                {move || if busy.get() { t().saving } else { t().export }}
            </button>
            " "
            {move || t().export_hint}
        </p>
    }
}

/// A file read, and what would come of it.
#[derive(Clone)]
enum Looked {
    Nothing,
    Reading,
    Plan(StoredValue<ImportPlan, LocalStorage>, ImportView),
    Refused(say::Notice),
}

#[component]
fn Read() -> impl IntoView {
    let session = Session::get();
    let t = move || frame::texts(session.lang.get());
    let input = NodeRef::<html::Input>::new();
    let looked = RwSignal::new_local(Looked::Nothing);
    let chosen = move |_| {
        let Some(input) = input.get_untracked() else { return };
        looked.set(Looked::Reading);
        task::start(async move {
            let lang = session.lang.get_untracked();
            let read = files::read_chosen(&input).await;
            let Some((_, text)) = read.into_iter().next() else {
                let _gone = looked.try_set(Looked::Nothing);
                return;
            };
            let found = match text {
                Err(why) => Looked::Refused(frame::not_text(&why, lang)),
                Ok(text) => match session.plan_import(&text).await {
                    Ok(plan) => {
                        let today = session.today.get_untracked();
                        let view = session.book.with_untracked(|b| preview(&plan, b, today, lang));
                        Looked::Plan(StoredValue::new_local(plan), view)
                    }
                    Err(why) => Looked::Refused(say::import_failed(&why, lang)),
                },
            };
            let _gone = looked.try_set(found);
            page::focus("import-result");
        });
    };
    let apply = move |plan: StoredValue<ImportPlan, LocalStorage>| {
        looked.set(Looked::Reading);
        task::start(async move {
            let lang = session.lang.get_untracked();
            let Some(plan) = plan.try_get_value() else { return };
            match session.apply_import(&plan).await {
                Ok(()) => {
                    session.say(frame::texts(lang).imported);
                    let _gone = looked.try_set(Looked::Nothing);
                    session.ensure_basis();
                    session.ask_to_keep();
                }
                Err(why) => {
                    let _gone = looked.try_set(Looked::Refused(say::import_failed(&why, lang)));
                }
            }
        });
    };
    let shown = move || match looked.get() {
        Looked::Nothing => ().into_any(),
        Looked::Reading => view! { <p role="status">{t().reading}</p> }.into_any(),
        Looked::Refused(notice) => view! {
            <div class="notice" data-tone="act" role="alert" id="import-result" tabindex="-1">
                <p class="notice__text"><b>{notice.title}</b></p>
                <p class="notice__text">{notice.detail}</p>
                <p class="notice__text">{notice.next}</p>
            </div>
        }
        .into_any(),
        Looked::Plan(plan, seen) => {
            // Nothing new, or another unit's ledger: there is nothing to read in.
            let button = seen.can_apply.then(|| {
                view! {
                    <button class="button button--primary" on:click=move |_| apply(plan)>
                        {t().import_apply}
                    </button>
                }
            });
            view! {
                <Preview seen/>
                <p class="cluster">
                    {button}
                    <button class="button" on:click=move |_| looked.set(Looked::Nothing)>
                        {t().import_cancel}
                    </button>
                </p>
            }
            .into_any()
        }
    };
    view! {
        <div class="field">
            <label class="field__label" for="import-file">{move || t().import}</label>
            <p class="field__hint" id="import-hint">{move || t().import_hint}</p>
            <input
                class="field__input"
                type="file"
                id="import-file"
                accept=".json,application/json"
                aria-describedby="import-hint"
                node_ref=input
                on:change=chosen
            />
        </div>
        {shown}
    }
}

#[component]
fn Preview(seen: ImportView) -> impl IntoView {
    let sums = seen.sums.into_iter().map(|(row, n, what)| {
        view! {
            <li class="preview-sum__item" data-row=row>
                <b class="preview-sum__n">{n}</b>
                " "
                {what}
            </li>
        }
    });
    let lines = seen.lines.into_iter().map(|l| view! { <p>{l}</p> });
    let rows = seen.rows.into_iter().map(|(row, mark, text)| {
        view! {
            <li class="preview-table__row" data-row=row>
                <span class="preview-table__mark">{mark}</span>
                " "
                {text}
            </li>
        }
    });
    view! {
        <section class="flow" id="import-result" tabindex="-1">
            <p>{seen.head}</p>
            <ul class="preview-sum">{sums.collect_view()}</ul>
            {lines.collect_view()}
            <ul class="flow">{rows.collect_view()}</ul>
        </section>
    }
}
