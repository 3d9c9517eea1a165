//! 建账: every matter, searched, filtered, copied out.

use super::today::Empty;
use crate::browser::{files, page, preferences, task};
use crate::parts::{DeadlineMark, Seal, Tag};
use crate::routes::Route;
use crate::session::Session;
use jieyou_view::screens::list::{
    Column, HeadView, ListQuery, ListRow, WINDOW, export, list, to_csv, to_tsv,
};
use jieyou_view::text::frame;
use leptos::prelude::*;

type Choices = (&'static str, Vec<(String, String)>);

/// The list. Filters stand in the address.
#[component]
pub(crate) fn LedgerPage(query: String) -> impl IntoView {
    let session = Session::get();
    let asked = RwSignal::new(ListQuery::from_query(&query));
    let screen = Memo::new(move |_| {
        let (day, lang) = (session.today.get(), session.lang.get());
        let query = asked.get();
        session.assessed.with(|all| session.book.with(|b| list(b, all, day, &query, lang)))
    });
    let set = Callback::new(move |(name, value): (&'static str, String)| {
        asked.update(|q| q.set(name, &value));
        let query = asked.with_untracked(ListQuery::to_query);
        page::replace(Route::Ledger(query).href().trim_start_matches('#'));
    });
    let t = move || frame::texts(session.lang.get());
    let more = move || screen.with(|s| s.more.clone());
    view! {
        <header class="page-head">
            <h1 class="page-head__title">{move || t().nav_ledger}</h1>
            <div class="page-head__actions cluster screen-only"><Take asked/></div>
        </header>
        <Filters asked screen=Signal::derive(move || screen.get().filters) set/>
        <p class="filters__result" role="status">{move || screen.with(|s| s.result.clone())}</p>
        {move || screen.with(|s| s.empty.clone()).map(|e| view! { <Empty view=e/> })}
        <Show when=move || screen.with(|s| !s.rows.is_empty())>
            <table class="ledger-table" role="table">
                <caption class="ledger-table__caption">
                    {move || screen.with(|s| s.caption)}
                </caption>
                <thead class="ledger-table__head" role="rowgroup">
                    <tr role="row">
                        {move || {
                            let heads = screen.with(|s| s.heads.clone());
                            heads.into_iter().map(|h| head(h, asked, set)).collect_view()
                        }}
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    <For
                        each=move || screen.with(|s| s.rows.clone())
                        key=|r| r.key.clone()
                        children=move |row| view! { <Row row screen=Signal::derive(move || screen.with(|s| s.heads.clone()))/> }
                    />
                </tbody>
            </table>
        </Show>
        <Show when=move || !more().is_empty()>
            <p class="screen-only">
                <button
                    class="button"
                    on:click=move |_| {
                        let rows = asked.with_untracked(|q| q.window.max(WINDOW) + WINDOW);
                        set.run(("rows", rows.to_string()));
                    }
                >
                    {more}
                </button>
            </p>
        </Show>
    }
}

#[component]
fn Filters(
    asked: RwSignal<ListQuery>,
    #[prop(into)] screen: Signal<jieyou_view::screens::list::FiltersView>,
    set: Callback<(&'static str, String)>,
) -> impl IntoView {
    let composing = StoredValue::new(false);
    let turn = StoredValue::new(0_u32);
    let search = move |text: String| {
        if composing.get_value() {
            return;
        }
        // A pause in typing, not each key, asks for a new list.
        turn.update_value(|t| *t += 1);
        let mine = turn.get_value();
        page::after(120, move || {
            if turn.try_get_value() == Some(mine) {
                set.run(("q", text));
            }
        });
    };
    let select =
        move |name: &'static str,
              choices: fn(&jieyou_view::screens::list::FiltersView) -> Choices| {
            let id = format!("filter-{name}");
            let value = move || {
                let query = asked.with(ListQuery::to_query);
                let found = query.split('&').find_map(|p| p.strip_prefix(name)?.strip_prefix('='));
                found.unwrap_or_default().to_owned()
            };
            view! {
                <div class="field">
                    <label class="field__label" for=id.clone()>
                        {move || screen.with(|s| choices(s).0)}
                    </label>
                    <select
                        class="field__input"
                        id=id
                        prop:value=value
                        on:change=move |ev| set.run((name, event_target_value(&ev)))
                    >
                        {move || {
                            let now = untrack(value);
                            screen
                                .with(|s| choices(s).1)
                                .into_iter()
                                .map(|(code, text)| {
                                    let is_now = code == now;
                                    view! { <option value=code selected=is_now>{text}</option> }
                                })
                                .collect_view()
                        }}
                    </select>
                </div>
            }
        };
    view! {
        <form class="filters screen-only" role="search" on:submit=|ev| ev.prevent_default()>
            <div class="filters__search field">
                <label class="field__label" for="q">{move || screen.with(|s| s.search)}</label>
                <input
                    class="field__input"
                    type="search"
                    id="q"
                    autocomplete="off"
                    prop:value=asked.with_untracked(|q| q.text.clone())
                    on:input=move |ev| search(event_target_value(&ev))
                    on:compositionstart=move |_| composing.set_value(true)
                    on:compositionend=move |ev| {
                        composing.set_value(false);
                        search(event_target_value(&ev));
                    }
                />
            </div>
            <div class="filters__row">
                {select("tier", |s| s.tier.clone())}
                {select("stage", |s| s.stage.clone())}
                {select("place", |s| s.place.clone())}
                {select("due", |s| s.due.clone())}
                {select("sort", |s| s.sort.clone())}
            </div>
        </form>
    }
}

fn head(
    head: HeadView,
    asked: RwSignal<ListQuery>,
    set: Callback<(&'static str, String)>,
) -> AnyView {
    let Some(sort) = head.sort else {
        return view! { <th scope="col" role="columnheader">{head.label}</th> }.into_any();
    };
    let turn = move |_| {
        let same = asked.with_untracked(|q| q.sort == sort && !q.descending);
        set.run(("desc", if same { "1" } else { "" }.to_owned()));
        set.run(("sort", sort.code().to_owned()));
    };
    let sorted = (!head.sorted.is_empty()).then_some(head.sorted);
    view! {
        <th scope="col" role="columnheader" aria-sort=sorted>
            <button class="ledger-table__sort" on:click=turn>{head.label}</button>
        </th>
    }
    .into_any()
}

#[component]
fn Row(row: ListRow, #[prop(into)] screen: Signal<Vec<HeadView>>) -> impl IntoView {
    let labels: Vec<&'static str> =
        untrack(|| screen.with(|h| h.iter().map(|h| h.label).collect()));
    let label = move |at: usize| labels.get(at).copied().unwrap_or_default();
    let (class, title) = ("ledger-table__cell", "ledger-table__cell ledger-table__cell--title");
    let href = Route::Matter(row.matter).href();
    let next = row.next.map(|(duty, view)| {
        view! { <span class="ledger-table__duty">{duty}</span> " " <DeadlineMark view/> }
    });
    view! {
        <tr class="ledger-table__row" role="row">
            <td class=class role="cell" data-label=label(0)><span class="number">{row.number}</span></td>
            <td class=title role="cell" data-label=label(1)><a href=href>{row.title}</a></td>
            <td class=class role="cell" data-label=label(2)>{row.place}</td>
            <td class=class role="cell" data-label=label(3)>{row.kind}</td>
            <td class=class role="cell" data-label=label(4)><Seal view=row.seal inline=true/></td>
            <td class=class role="cell" data-label=label(5)>
                <Tag text=row.stage.word state=row.stage.state/>
            </td>
            <td class=class role="cell" data-label=label(6)>
                <time class="nowrap" datetime=row.received.iso>{row.received.text}</time>
            </td>
            <td class=class role="cell" data-label=label(7)>{next}</td>
            <td class=class role="cell" data-label=label(8)>{row.post}</td>
        </tr>
    }
}

/// Copying and saving what the list shows, with chosen columns, never with contacts.
#[component]
fn Take(asked: RwSignal<ListQuery>) -> impl IntoView {
    let session = Session::get();
    let chosen =
        RwSignal::new(Column::read(&preferences::get::<String>("columns").unwrap_or_default()));
    let table = move || {
        let (day, lang) = (session.today.get_untracked(), session.lang.get_untracked());
        let (query, columns) = (asked.get_untracked(), chosen.get_untracked());
        session.assessed.with_untracked(|all| {
            session.book.with_untracked(|b| export(b, all, day, &query, &columns, lang))
        })
    };
    let t = move || frame::texts(session.lang.get());
    let copy = move |_| {
        let (text, t) = (to_tsv(&table()), frame::texts(session.lang.get_untracked()));
        task::start(async move {
            if files::copy(&text).await {
                session.say(t.copied);
            } else {
                session.say_bad(t.copy_failed);
            }
        });
    };
    let save = move |_| {
        let lang = session.lang.get_untracked();
        let name = frame::file_name("ledger", session.today.get_untracked(), "csv", lang);
        match files::download(&name, "text/csv;charset=utf-8", &to_csv(&table())) {
            Ok(()) => session.say(frame::handed_over(&name, lang)),
            Err(why) => session.say_bad(why),
        }
    };
    let toggle = move |column: Column, on: bool| {
        chosen.update(|all| {
            all.retain(|c| *c != column);
            if on {
                all.push(column);
            }
        });
        preferences::set("columns", &chosen.with_untracked(|c| Column::write(c)));
    };
    view! {
        <button class="button button--small" on:click=copy>{move || t().copy_table}</button>
        <button class="button button--small" on:click=save>{move || t().save_csv}</button>
        <details class="columns">
            <summary class="button button--small">{move || t().columns}</summary>
            <fieldset class="columns__list choice choice--stacked">
                <legend class="visually-hidden">{move || t().columns}</legend>
                {Column::ALL
                    .into_iter()
                    .map(|column| {
                        view! {
                            <label class="choice__item">
                                <input
                                    class="choice__input"
                                    type="checkbox"
                                    prop:checked=move || chosen.with(|c| c.contains(&column))
                                    on:change=move |ev| toggle(column, event_target_checked(&ev))
                                />
                                <span class="choice__text">
                                    {move || column.label(session.lang.get())}
                                </span>
                            </label>
                        }
                    })
                    .collect_view()}
            </fieldset>
        </details>
    }
}
