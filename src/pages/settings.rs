//! 设置: the unit, its places and posts, files, language, training, rules, about.

use super::files::Files;
use super::work::{Work, in_context, saved};
use crate::boot;
use crate::browser::task;
use crate::routes::Route;
use crate::session::Session;
use jieyou_domain::ledger::Command;
use jieyou_store::journal::SubmitError;
use jieyou_view::Lang;
use jieyou_view::forms::{refusal, setup};
use jieyou_view::screens::settings::{SettingsScreen, settings};
use jieyou_view::text::{format, frame, say};
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
                <button class="button" on:click=|_| boot::train()>
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
pub(crate) fn Section(
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
                    level=2
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
                {move || format::listed(&lines.get(), session.lang.get())}
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
                        level=2
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
        <Section title=Signal::derive(move || t().set_lang) id="lang">
            <div class="choice" role="radiogroup" aria-labelledby="set-lang">
                {chip(Lang::Zh, frame::LANGUAGES[0])} {chip(Lang::En, frame::LANGUAGES[1])}
            </div>
        </Section>
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
            {move || {
                let lines = screen.get().basis.into_iter();
                lines.map(|l| view! { <p lang="zh-CN">{l}</p> }).collect_view()
            }}
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
