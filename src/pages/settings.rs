//! 设置: the unit, its places and posts, files, language, training, rules, about.

use super::work::{Work, in_context, saved};
use crate::app::COPIED;
use crate::browser::{clock, files, page, task};
use crate::routes::Route;
use crate::session::Session;
use jieyou_domain::ledger::Command;
use jieyou_store::backup::ImportPlan;
use jieyou_store::journal::SubmitError;
use jieyou_view::Lang;
use jieyou_view::forms::{refusal, setup};
use jieyou_view::screens::import::{ImportView, preview};
use jieyou_view::screens::settings::{SettingsScreen, settings};
use jieyou_view::text::{frame, say};
use leptos::html;
use leptos::prelude::*;

/// The settings.
#[component]
pub(crate) fn SettingsPage() -> impl IntoView {
    let session = Session::get();
    let t = move || frame::texts(session.lang.get());
    let screen = Memo::new(move |_| {
        let (today, lang) = (session.today.get(), session.lang.get());
        session.book.with(|b| settings(b, today, lang))
    });
    view! {
        <header class="page-head"><h1 class="page-head__title">{move || t().nav_settings}</h1></header>
        <Files with_export=true/>
        <Unit screen/>
        <Listed
            title=Signal::derive(move || t().set_places)
            lines=Signal::derive(move || screen.get().places)
            form=ListedForm::Places
        />
        <Listed
            title=Signal::derive(move || t().set_posts)
            lines=Signal::derive(move || screen.get().posts)
            form=ListedForm::Posts
        />
        <MyPost screen/>
        <Language/>
        <Show when=move || !session.is_training()>
            <Section title=Signal::derive(move || t().set_training) id="training">
                <p>{move || t().set_training_hint}</p>
                <button class="button" on:click=|_| crate::app::train()>
                    {move || t().set_training_open}
                </button>
            </Section>
        </Show>
        <Rules screen/>
        <Findings screen/>
        <Section title=Signal::derive(move || t().set_about) id="about">
            {move || {
                let version = session.brought().version;
                let lines = frame::about(&version, session.lang.get());
                lines.into_iter().map(|l| view! { <p>{l}</p> }).collect_view()
            }}
        </Section>
    }
}

#[component]
fn Section(
    #[prop(into)] title: Signal<&'static str>,
    id: &'static str,
    children: Children,
) -> impl IntoView {
    let heading = format!("set-{id}");
    view! {
        <section class="section flow" aria-labelledby=heading>
            <h2 class="section__title" id=format!("set-{id}")>{move || title.get()}</h2>
            {children()}
        </section>
    }
}

#[component]
fn Unit(screen: Memo<SettingsScreen>) -> impl IntoView {
    let session = Session::get();
    let t = move || frame::texts(session.lang.get());
    let open = RwSignal::new(false);
    let lines = move || {
        screen
            .get()
            .unit
            .into_iter()
            .map(|(name, value)| {
                view! {
                    <div class="facts__row">
                        <dt class="facts__name">{name}</dt>
                        <dd class="facts__value">{value}</dd>
                    </div>
                }
            })
            .collect_view()
    };
    view! {
        <Section title=Signal::derive(move || t().set_unit) id="unit">
            <dl class="facts">{lines}</dl>
            <Show
                when=move || open.get()
                fallback=move || {
                    view! {
                        <button class="button button--small" on:click=move |_| open.set(true)>
                            {move || t().set_unit_change}
                        </button>
                    }
                }
            >
                <Work
                    address="unit".to_owned()
                    blank=in_context(session, |cx| setup::unit_blank(cx, &session.new_code()))
                    draw=Box::new(setup::unit_form)
                    read=Box::new(setup::read_unit)
                    on_done=Callback::new(move |_: Command| open.set(false))
                    cancel=String::new()
                    level=3
                />
            </Show>
        </Section>
    }
}

#[derive(Clone, Copy, PartialEq)]
enum ListedForm {
    Places,
    Posts,
}

/// Places or posts: what is listed, and a box to paste more into, one a line.
#[component]
fn Listed(
    #[prop(into)] title: Signal<&'static str>,
    #[prop(into)] lines: Signal<Vec<String>>,
    form: ListedForm,
) -> impl IntoView {
    let session = Session::get();
    let (id, address) = match form {
        ListedForm::Places => ("places", "places"),
        ListedForm::Posts => ("posts", "posts"),
    };
    // A new form after each paste: the box is empty again.
    let round = RwSignal::new(0_u32);
    let notes = StoredValue::new(Vec::<String>::new());
    let listed = move |_: Command| {
        let said = notes.get_value();
        if !said.is_empty() {
            session.say(said.join(" "));
        }
        round.update(|r| *r += 1);
    };
    view! {
        <Section title=title id=id>
            <p class="settings__listed">
                {move || lines.get().join(session.lang.get().pick("、", ", "))}
            </p>
            {move || {
                round.track();
                view! {
                    <Work
                        address=address.to_owned()
                        blank=Default::default()
                        draw=Box::new(move |cx, _| match form {
                            ListedForm::Places => setup::places_form(cx),
                            ListedForm::Posts => setup::posts_form(cx),
                        })
                        read=Box::new(move |cx, draft| {
                            let mut new_id = || session.new_id();
                            let read = match form {
                                ListedForm::Places => setup::read_places(cx, draft, &mut new_id),
                                ListedForm::Posts => setup::read_posts(cx, draft, &mut new_id),
                            };
                            read.map(|listed| {
                                notes.set_value(listed.notes);
                                listed.submission
                            })
                        })
                        on_done=Callback::new(listed)
                        cancel=String::new()
                        level=3
                    />
                }
            }}
        </Section>
    }
}

#[component]
fn MyPost(screen: Memo<SettingsScreen>) -> impl IntoView {
    let session = Session::get();
    let t = move || frame::texts(session.lang.get());
    let options = move || {
        let now = session.post();
        let posts = screen.get().posts;
        posts
            .into_iter()
            .map(|post| {
                let is_now = post == now;
                view! { <option value=post.clone() selected=is_now>{post.clone()}</option> }
            })
            .collect_view()
    };
    view! {
        <Show when=move || screen.with(|s| !s.posts.is_empty())>
            <div class="field">
                <label class="field__label" for="my-post">{move || t().set_my_post}</label>
                <select
                    class="field__input"
                    id="my-post"
                    on:change=move |ev| session.set_post(&event_target_value(&ev))
                >
                    <option value="">{move || t().set_my_post_none}</option>
                    {options}
                </select>
            </div>
        </Show>
    }
}

#[component]
fn Language() -> impl IntoView {
    let session = Session::get();
    let t = move || frame::texts(session.lang.get());
    let chip = move |lang: Lang, name: &'static str| {
        view! {
            <label class="choice__item">
                <input
                    class="choice__input"
                    type="radio"
                    name="lang"
                    prop:checked=move || session.lang.get() == lang
                    on:change=move |_| session.set_lang(lang)
                />
                <span class="choice__text" lang=lang.tag()>{name}</span>
            </label>
        }
    };
    view! {
        <fieldset class="section field">
            <legend class="section__title">{move || t().set_lang}</legend>
            <div class="choice">{chip(Lang::Zh, "中文")} {chip(Lang::En, "English")}</div>
        </fieldset>
    }
}

/// The rules and the calendar in force; newer ones are adopted on request only.
#[component]
fn Rules(screen: Memo<SettingsScreen>) -> impl IntoView {
    let session = Session::get();
    let t = move || frame::texts(session.lang.get());
    let newer = Memo::new(move |_| {
        session.book.track();
        session.newer_basis()
    });
    let adopt = move |_| {
        let (calendar, pack) = newer.get_untracked();
        task::start(async move {
            for command in session.basis_commands(calendar, pack) {
                match session.submit(command, None).await {
                    Ok(_) => session.say(saved(session)),
                    Err(SubmitError::Rejected(why)) => {
                        session.say_bad(refusal::say(&why, session.lang.get_untracked()));
                    }
                    Err(SubmitError::Store(why)) => {
                        let lang = session.lang.get_untracked();
                        session.say_bad(say::store_error(&why, lang).line(lang));
                    }
                }
            }
        });
    };
    view! {
        <Section title=Signal::derive(move || t().set_rules) id="rules">
            {move || screen.get().basis.into_iter().map(|l| view! { <p>{l}</p> }).collect_view()}
            <Show when=move || newer.get() != (false, false)>
                <div class="notice" data-tone="note" role="note">
                    <p class="notice__text">{move || t().set_rules_newer}</p>
                    <button class="button button--small" on:click=adopt>
                        {move || t().set_rules_adopt}
                    </button>
                </div>
            </Show>
        </Section>
    }
}

/// What a strict reader would object to, each with what to do.
#[component]
fn Findings(screen: Memo<SettingsScreen>) -> impl IntoView {
    let session = Session::get();
    let t = move || frame::texts(session.lang.get());
    let rows = move || {
        let lang = session.lang.get();
        screen
            .get()
            .findings
            .into_iter()
            .map(|f| {
                let link = f.matter.map(|id| {
                    let href = Route::Matter(id).href();
                    view! { <a class="number" href=href>{f.number}</a> " " }
                });
                view! { <li>{link} {f.notice.line(lang)}</li> }
            })
            .collect_view()
    };
    view! {
        <Show when=move || screen.with(|s| !s.findings.is_empty())>
            <Section title=Signal::derive(move || t().set_findings) id="findings">
                <ul class="flow">{rows}</ul>
            </Section>
        </Show>
    }
}

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
                    let name = frame::file_name("copy", clock::today(), "json", lang);
                    match files::download(&name, "application/json", &text) {
                        Ok(()) => {
                            let day = clock::today();
                            let note = format!("{day} {}", session.size());
                            // A note that is not kept asks for another copy: harmless.
                            drop(session.remember(COPIED, &note).await);
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
        Looked::Plan(plan, seen) => view! {
            <Preview seen/>
            <p class="cluster">
                <button class="button button--primary" on:click=move |_| apply(plan)>
                    {t().import_apply}
                </button>
                <button class="button" on:click=move |_| looked.set(Looked::Nothing)>
                    {t().import_cancel}
                </button>
            </p>
        }
        .into_any(),
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
