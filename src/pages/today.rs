//! 今日: what is due, in the order of what hurts most.

use crate::browser::{page, preferences};
use crate::parts::{DeadlineMark, Seal, Tag};
use crate::routes::Route;
use crate::session::Session;
use jieyou_domain::ledger::Action;
use jieyou_domain::time::parse_date;
use jieyou_domain::{Date, Id};
use jieyou_view::forms::Draft;
use jieyou_view::screens::today::{ActView, AgendaGroup, AgendaRow, TodayFilter, today};
use jieyou_view::screens::{EmptyView, Next};
use jieyou_view::text::frame;
use leptos::prelude::*;

/// The first page of the day.
#[component]
pub(crate) fn TodayPage() -> impl IntoView {
    let session = Session::get();
    let leader = RwSignal::new(false);
    let mine = RwSignal::new(preferences::get::<bool>(&session.key("mine")).unwrap_or(false));
    let last_seen = last_seen(session);
    let screen = Memo::new(move |_| {
        let post = session.post();
        let post = (mine.get() && !post.is_empty()).then_some(post);
        let filter = TodayFilter { post, leader: leader.get(), last_seen };
        let (day, lang) = (session.today.get(), session.lang.get());
        session.assessed.with(|all| session.book.with(|b| today(b, all, day, &filter, lang)))
    });
    let t = move || frame::texts(session.lang.get());
    view! {
        <header class="page-head">
            <h1 class="page-head__title">{move || t().nav_today}</h1>
            <p class="page-head__lead">{move || screen.with(|s| s.sentence.clone())}</p>
            <div class="page-head__actions cluster screen-only">
                <Show when=move || !session.post().is_empty()>
                    <Toggle
                        pressed=mine
                        text=Signal::derive(move || t().my_post)
                        on_press=Callback::new(move |on: bool| {
                            preferences::set(&session.key("mine"), &on);
                        })
                    />
                </Show>
                <Toggle
                    pressed=leader
                    text=Signal::derive(move || t().leader_view)
                    on_press=Callback::new(|_| {})
                />
                <button class="button button--small" on:click=move |_| page::print()>
                    {move || t().print_today}
                </button>
            </div>
        </header>
        {move || screen.with(|s| s.empty.clone()).map(|e| view! { <Empty view=e/> })}
        <section class="agenda" aria-label=move || t().nav_today>
            <For
                each=move || screen.with(|s| s.groups.clone())
                key=|g| format!("{g:?}")
                children=|group| view! { <Group group/> }
            />
        </section>
    }
}

/// The day this computer last showed 今日, and notes that it does so today.
fn last_seen(session: Session) -> Option<Date> {
    let key = session.key("seen");
    let today = session.today.get_untracked();
    let seen = preferences::get::<String>(&key).and_then(|d| parse_date(&d));
    if seen != Some(today) {
        preferences::set(&key, &today.to_string());
        preferences::set(&session.key("seen-before"), &seen.map(|d| d.to_string()));
        return seen;
    }
    preferences::get::<Option<String>>(&session.key("seen-before"))
        .flatten()
        .and_then(|d| parse_date(&d))
}

#[component]
fn Toggle(
    pressed: RwSignal<bool>,
    #[prop(into)] text: Signal<&'static str>,
    on_press: Callback<bool>,
) -> impl IntoView {
    view! {
        <button
            class="button button--small"
            aria-pressed=move || pressed.get().to_string()
            on:click=move |_| {
                pressed.update(|p| *p = !*p);
                on_press.run(pressed.get_untracked());
            }
        >
            {move || text.get()}
        </button>
    }
}

/// What an empty screen says, and what to do next.
#[component]
pub(crate) fn Empty(view: EmptyView) -> impl IntoView {
    let button = view.next.map(|next| {
        let href = match next {
            Next::SetUp => Route::Settings.href(),
            Next::Register => Route::Register.href(),
            Next::ClearFilters => Route::Ledger(String::new()).href(),
        };
        view! { <a class="button button--primary" href=href>{view.button}</a> }
    });
    view! {
        <div class="empty">
            <p class="empty__text">{view.text}</p>
            <p class="empty__hint">{view.hint}</p>
            {button}
        </div>
    }
}

#[component]
fn Group(group: AgendaGroup) -> impl IntoView {
    let id = format!("group-{}", group.code);
    let rows = |rows: Vec<AgendaRow>| {
        view! {
            <ul class="agenda__list">
                {rows.into_iter().map(|row| view! { <Row row/> }).collect_view()}
            </ul>
        }
    };
    let more = (!group.more.is_empty()).then(|| {
        view! {
            <details class="agenda__more">
                <summary>{group.more_label}</summary>
                {rows(group.more)}
            </details>
        }
    });
    let open = (!group.rows.is_empty()).then(|| rows(group.rows));
    view! {
        <section class="agenda__group" data-group=group.code aria-labelledby=id>
            <h2 class="agenda__title" id=format!("group-{}", group.code)>
                {group.title} " " <span class="agenda__count">{group.count}</span>
            </h2>
            {open}
            {more}
        </section>
    }
}

#[component]
fn Row(row: AgendaRow) -> impl IntoView {
    let session = Session::get();
    let id = row.matter;
    let href = Route::Matter(id).href();
    let told = match row.told {
        Some(true) => "met",
        _ => "waiting",
    };
    let note = (!row.note.is_empty()).then(|| view! { <Tag text=row.note state=told/> });
    let button = |act: ActView, class: &'static str| {
        let label = format!("{} {}", act.word, row.number);
        view! {
            <button class=class aria-label=label on:click=move |_| open(session, id, &act)>
                {act.word}
            </button>
        }
    };
    view! {
        <li class="agenda__row">
            <div class="agenda__what">
                <span class="number">{row.number.clone()}</span>
                " "
                <a class="agenda__link" href=href>{row.title}</a>
                " "
                <Seal view=row.seal inline=true/>
                <p class="agenda__duty">{row.duty} " " {note}</p>
            </div>
            <div class="agenda__when">
                {row.deadline.map(|view| view! { <DeadlineMark view/> })}
            </div>
            <div class="agenda__do screen-only">
                {row.main.map(|a| button(a, "button button--primary button--small"))}
                {row.cannot.map(|a| button(a, "button button--quiet button--small"))}
            </div>
        </li>
    }
}

/// Opens the form of an act with what is known filled in.
pub(crate) fn open(session: Session, id: Id, act: &ActView) {
    let route = match (Action::from_code(act.action), act.entry) {
        (Some(action), _) => Route::Act(id, action),
        (None, Some(entry)) => Route::Correct(id, entry),
        (None, None) => Route::Matter(id),
    };
    fill(session, &route, &act.draft);
    page::go(&route.href());
}

fn fill(session: Session, route: &Route, fields: &[(&'static str, String)]) {
    if fields.is_empty() {
        return;
    }
    session.drafts.update_value(|all| {
        let draft: &mut Draft = all.entry(route.href()).or_default();
        for (key, text) in fields {
            draft.set(*key, text.clone());
        }
    });
}
