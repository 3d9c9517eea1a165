//! 建账: every matter, searched, filtered, copied out.

use super::today::empty;
use crate::browser::{files, page, preferences, task};
use crate::controls::{Child, El, all, button, div, each, el, entry, when};
use crate::parts::{columns, deadline, small_seal, tag_of};
use crate::routes::Route;
use crate::session::Session;
use crate::state::{Followed, State, derived};
use jieyou_view::screens::list::{
    Columns, FiltersView, HeadView, ListQuery, ListRow, ListScreen, WINDOW, export, list, to_csv,
    to_tsv,
};
use jieyou_view::text::{frame, paper, paste};
use leptos::prelude::*;

type Choices = (&'static str, Vec<(String, String)>);

/// The list. Filters stand in the address.
pub(crate) fn ledger_page(session: Session, query: &str) -> AnyView {
    let asked = State::new(ListQuery::from_query(query));
    let screen = derived(move |_| {
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
    let head = div("header", "page-head")
        .child(div("h1", "page-head__title").child(move || t().nav_ledger))
        .child(
            div("div", "page-head__actions cluster screen-only")
                .child(take(session, asked))
                .child(to_paste(session)),
        );
    let result = div("p", "filters__result")
        .attr("role", "status")
        .child(move || screen.with(|s| s.result.clone()));
    let nothing = move || {
        let is_new = session.book.with(|b| b.matters().next().is_none());
        let hint = is_new.then(|| {
            let word = move || paste::FROM_LEDGER.to(session.lang.get());
            div("p", "cluster screen-only").writes().child(word).child(to_paste(session))
        });
        screen.with(|s| s.empty.clone()).map(|view| vec![empty(view).draw(), hint.draw()])
    };
    let table =
        when(move || screen.with(|s| !s.rows.is_empty()), move || table(screen, asked, set));
    let widen = move |_| {
        let rows = asked.with_untracked(|q| q.window.max(WINDOW) + WINDOW);
        set.run(("rows", rows.to_string()));
    };
    let further = when(
        move || !more().is_empty(),
        move || div("p", "screen-only").child(button("button", more, widen)),
    );
    let filters = filters(asked, screen, set);
    vec![head.draw(), filters.draw(), result.draw(), nothing.draw(), table, further].draw()
}

/// Leads to pasting an old ledger.
fn to_paste(session: Session) -> El {
    div("a", "button button--small")
        .attr("href", Route::Paste.href())
        .writes()
        .child(move || paste::TITLE.to(session.lang.get()))
}

type Set = Callback<(&'static str, String)>;

fn table(screen: Followed<ListScreen>, asked: State<ListQuery>, set: Set) -> El {
    let heads = move || all(screen.with(|s| s.heads.clone()), |h| head(h, asked, set));
    let rows = each(move || {
        let (rows, heads) = screen.with(|s| (s.rows.clone(), s.heads.clone()));
        let labels: Vec<&'static str> = heads.iter().map(|h| h.label).collect();
        let entries = rows.into_iter().map(|r| {
            let labels = labels.clone();
            entry(r.key.clone(), move || list_row(r, &labels))
        });
        entries.collect()
    });
    let caption = move || screen.with(|s| s.caption);
    div("table", "ledger-table")
        .attr("role", "table")
        .child(div("caption", "ledger-table__caption").child(caption))
        .child(
            div("thead", "ledger-table__head")
                .attr("role", "rowgroup")
                .child(el("tr").attr("role", "row").child(heads)),
        )
        .child(el("tbody").attr("role", "rowgroup").child(rows))
}

fn filters(asked: State<ListQuery>, screen: Followed<ListScreen>, set: Set) -> El {
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
    let select = move |name: &'static str, choices: fn(&FiltersView) -> Choices| {
        let id = format!("filter-{name}");
        let value = move || {
            if name == "sort" {
                // The usual order stands in no address.
                return asked.with(|q| q.sort.code().to_owned());
            }
            let query = asked.with(ListQuery::to_query);
            let found = query.split('&').find_map(|p| p.strip_prefix(name)?.strip_prefix('='));
            found.unwrap_or_default().to_owned()
        };
        let options = move || {
            let now = untrack(value);
            all(screen.with(|s| choices(&s.filters).1), |(code, text)| {
                let is_now = code == now;
                el("option").attr("value", code).attr("selected", is_now).child(text)
            })
        };
        let label = div("label", "field__label")
            .attr("for", id.clone())
            .child(move || screen.with(|s| choices(&s.filters).0));
        let list = div("select", "field__input")
            .attr("id", id)
            .prop("value", value)
            .on("change", move |ev| set.run((name, event_target_value(&ev))))
            .child(options);
        div("div", "field").child(label).child(list)
    };
    let label = div("label", "field__label")
        .attr("for", "q")
        .child(move || screen.with(|s| s.filters.search));
    let text = asked.with_untracked(|q| q.text.clone());
    let input = div("input", "field__input")
        .attr("type", "search")
        .attr("id", "q")
        .attr("autocomplete", "off")
        .prop("value", move || text.clone())
        .on("input", move |ev| search(event_target_value(&ev)))
        .on("compositionstart", move |_| composing.set_value(true))
        .on("compositionend", move |ev| {
            composing.set_value(false);
            search(event_target_value(&ev));
        });
    let row = div("div", "filters__row")
        .child(select("tier", |s| s.tier.clone()))
        .child(select("stage", |s| s.stage.clone()))
        .child(select("place", |s| s.place.clone()))
        .child(select("due", |s| s.due.clone()))
        .child(select("decided", |s| s.decided.clone()))
        .child(select("sort", |s| s.sort.clone()));
    div("form", "filters screen-only")
        .attr("role", "search")
        .on("submit", |ev| ev.prevent_default())
        .child(div("div", "filters__search field").child(label).child(input))
        .child(row)
}

fn head(head: HeadView, asked: State<ListQuery>, set: Set) -> El {
    let cell = el("th").attr("scope", "col").attr("role", "columnheader");
    let Some(sort) = head.sort else { return cell.child(head.label) };
    let turn = move |_| {
        let same = asked.with_untracked(|q| q.sort == sort && !q.descending);
        set.run(("desc", if same { "1" } else { "" }.to_owned()));
        set.run(("sort", sort.code().to_owned()));
    };
    let sorted = (!head.sorted.is_empty()).then_some(head.sorted);
    cell.attr("aria-sort", sorted).child(button("ledger-table__sort", head.label, turn))
}

fn list_row(row: ListRow, labels: &[&'static str]) -> El {
    let title = el("a").attr("href", Route::Matter(row.matter).href()).child(row.title);
    let day = div("time", "nowrap").attr("datetime", row.received.iso).child(row.received.text);
    let next = row.next.map(|(duty, view)| {
        div("div", "ledger-table__next")
            .child(div("span", "ledger-table__duty").child(duty))
            .space()
            .child(deadline(view))
    });
    let cells = [
        div("span", "number").child(row.number).draw(),
        title.draw(),
        row.place.draw(),
        row.kind.draw(),
        small_seal(&row.seal).draw(),
        tag_of(&row.stage).draw(),
        day.draw(),
        next.draw(),
        row.post.draw(),
    ];
    let cells = all(cells.into_iter().enumerate(), |(at, inner)| {
        let class = match at {
            1 => "ledger-table__cell ledger-table__cell--title",
            _ => "ledger-table__cell",
        };
        let label = labels.get(at).copied().unwrap_or_default();
        div("td", class).attr("role", "cell").attr("data-label", label).child(inner)
    });
    div("tr", "ledger-table__row").attr("role", "row").child(cells)
}

/// The columns of copies, files and paper, as this ledger remembers them.
pub(super) fn chosen_columns(session: Session) -> Columns {
    let kept = preferences::get::<String>(&session.key("columns"));
    // Before each ledger remembered its own there was one choice for all.
    let kept = kept.or_else(|| preferences::get::<String>("columns"));
    Columns::read(&kept.unwrap_or_default())
}

/// Printing, copying and saving what the list shows, with chosen columns, never with
/// contacts.
fn take(session: Session, asked: State<ListQuery>) -> AnyView {
    let chosen = State::new(chosen_columns(session));
    let table = move || {
        let (day, lang) = (session.today.get_untracked(), session.lang.get_untracked());
        let (query, columns) = (asked.get_untracked(), chosen.get_untracked());
        session
            .assessed
            .with_untracked(|all| {
                session.book.with_untracked(|b| export(b, all, day, &query, columns.all(), lang))
            })
            .noted(session.incomplete(lang))
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
        let what = if session.is_read_only() { "part-list" } else { "ledger" };
        let name = session.file_name(what, "csv");
        match files::download(&name, "text/csv;charset=utf-8", &to_csv(&table())) {
            Ok(()) => session.say(frame::handed_over(&name, lang)),
            Err(why) => session.say_bad(why),
        }
    };
    let keep = move |chosen: &Columns| preferences::set(&session.key("columns"), &chosen.write());
    let picker = div("details", "columns")
        .child(div("summary", "button button--small").child(move || t().columns))
        .child(columns(session, chosen, keep));
    let print = div("a", "button button--small")
        .live("href", move || Route::PrintLedger(asked.with(ListQuery::to_query)).href())
        .child(move || paper::texts(session.lang.get()).ledger);
    let copy = button("button button--small", move || t().copy_table, copy);
    let save = button("button button--small", move || t().save_csv, save);
    vec![print, copy, save, picker].draw()
}
