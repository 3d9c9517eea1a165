//! 今日: what is due, in the order of what hurts most.

use super::paper::realm;
use crate::browser::{page, preferences};
use crate::controls::{Child, El, all, button, div, each, el, entry, when};
use crate::parts::{day_sheet, deadline, small_seal, tag};
use crate::routes::Route;
use crate::session::Session;
use crate::state::{State, derived};
use jieyou_domain::ledger::Action;
use jieyou_domain::time::parse_date;
use jieyou_domain::{Date, Id};
use jieyou_view::screens::day_sheet as on_paper;
use jieyou_view::screens::today::{ActView, AgendaGroup, AgendaRow, TodayFilter, today};
use jieyou_view::screens::{EmptyView, Next};
use jieyou_view::text::frame;
use leptos::prelude::*;

/// The first page of the day.
pub(crate) fn today_page(session: Session) -> AnyView {
    let leader = State::new(false);
    let mine = State::new(preferences::get::<bool>(&session.key("mine")).unwrap_or(false));
    let last_seen = last_seen(session);
    let screen = derived(move |_| {
        let post = session.post();
        let post = (mine.get() && !post.is_empty()).then_some(post);
        let filter = TodayFilter { post, leader: leader.get(), last_seen };
        let (day, lang) = (session.today.get(), session.lang.get());
        session.assessed.with(|all| session.book.with(|b| today(b, all, day, &filter, lang)))
    });
    let t = move || frame::texts(session.lang.get());
    let mine_toggle = move || {
        let keep = move |on: bool| preferences::set(&session.key("mine"), &on);
        toggle(mine, move || t().my_post, keep)
    };
    let head = div("header", "page-head")
        .child(div("h1", "page-head__title").child(move || t().nav_today))
        .child(div("p", "page-head__lead").child(move || screen.with(|s| s.sentence.clone())))
        .child(
            div("div", "page-head__actions cluster screen-only")
                .child(when(move || !session.post().is_empty(), mine_toggle))
                .child(toggle(leader, move || t().leader_view, |_| {}))
                .child(button("button button--small", move || t().print_today, |_| page::print())),
        );
    let groups = each(move || {
        let groups = screen.with(|s| s.groups.clone());
        let entries = groups.into_iter().map(|g| entry(key(&g), move || group(session, g)));
        entries.collect()
    });
    let agenda = div("section", "agenda").live("aria-label", move || t().nav_today).child(groups);
    let sealed = move || {
        let lang = session.lang.get();
        let text = session.book.with(|b| jieyou_view::screens::sealed::reminder(b, lang));
        (!text.is_empty()).then(|| {
            let look = div("a", "button button--small")
                .attr("href", Route::Sealed.href())
                .child(t().sealed_look);
            div("div", "notice screen-only")
                .attr("data-tone", "note")
                .attr("role", "note")
                .child(div("p", "notice__text").child(text))
                .child(look)
        })
    };
    let nothing = move || screen.with(|s| s.empty.clone()).map(empty);
    let printed = move || {
        let realm = realm(session);
        let lang = session.lang.get();
        let sheet = session.book.with(|b| screen.with(|s| on_paper::day_sheet(b, s, lang)));
        day_sheet(sheet, realm)
    };
    vec![head.draw(), sealed.draw(), nothing.draw(), agenda.draw(), printed.draw()].draw()
}

/// Changes whenever the group does. A row's own key follows the matter and the day, not
/// the language and not its place in the group.
fn key(group: &AgendaGroup) -> String {
    let mut key =
        format!("{} {} {} {}", group.title, group.count, group.rows.len(), group.more_label);
    for row in group.rows.iter().chain(&group.more) {
        for part in [&row.key, &row.duty, &row.note, &row.number, &row.title] {
            key.push('/');
            key.push_str(part);
        }
        let deadline = row.deadline.as_ref().map(|d| (d.left.as_str(), d.state));
        let (left, state) = deadline.unwrap_or_default();
        let acts = [&row.main, &row.other, &row.cannot].map(|a| a.as_ref().map_or("", |a| a.word));
        for part in [left, state, acts[0], acts[1], acts[2], row.seal.name] {
            key.push('/');
            key.push_str(part);
        }
    }
    key
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

fn toggle(
    pressed: State<bool>,
    text: impl Fn() -> &'static str + Send + 'static,
    on_press: impl Fn(bool) + Send + 'static,
) -> El {
    let press = move |_| {
        pressed.update(|p| *p = !*p);
        on_press(pressed.get_untracked());
    };
    button("button button--small", text, press)
        .live("aria-pressed", move || pressed.get().to_string())
}

/// What an empty screen says, and what to do next.
pub(crate) fn empty(view: EmptyView) -> El {
    let button = view.next.map(|next| {
        let href = match next {
            Next::SetUp => Route::Settings.href(),
            Next::Register => Route::Register.href(),
            Next::ClearFilters => Route::Ledger(String::new()).href(),
        };
        div("a", "button button--primary").attr("href", href).child(view.button)
    });
    div("div", "empty")
        .child(div("p", "empty__text").child(view.text))
        .child(div("p", "empty__hint").child(view.hint))
        .child(button)
}

fn group(session: Session, group: AgendaGroup) -> El {
    let id = format!("group-{}", group.code);
    let rows = |rows: Vec<AgendaRow>| {
        (!rows.is_empty())
            .then(|| div("ul", "agenda__list").child(all(rows, |r| agenda_row(session, r))))
    };
    let more = rows(group.more).map(|rows| {
        div("details", "agenda__more").child(el("summary").child(group.more_label)).child(rows)
    });
    let title = div("h2", "agenda__title")
        .attr("id", id.clone())
        .child(group.title)
        .space()
        .child(div("span", "agenda__count").child(group.count));
    div("section", "agenda__group")
        .attr("data-group", group.code)
        .attr("aria-labelledby", id)
        .child(title)
        .child(rows(group.rows))
        .child(more)
}

fn agenda_row(session: Session, row: AgendaRow) -> El {
    let id = row.matter;
    let told = if row.told == Some(true) { "met" } else { "waiting" };
    let note = (!row.note.is_empty()).then(|| tag(row.note, told));
    let act_button = |act: ActView, class: &'static str| {
        let (word, label) = (act.word, format!("{} {}", act.word, row.number));
        button(class, word, move |_| open(session, id, &act)).attr("aria-label", label)
    };
    let main = row.main.map(|a| act_button(a, "button button--primary button--small"));
    let other = row.other.map(|a| act_button(a, "button button--small"));
    let cannot = row.cannot.map(|a| act_button(a, "button button--quiet button--small"));
    let link = div("a", "agenda__link").attr("href", Route::Matter(id).href()).child(row.title);
    let what = div("div", "agenda__what")
        .child(div("span", "number").child(row.number))
        .space()
        .child(link)
        .space()
        .child(small_seal(&row.seal))
        .child(div("p", "agenda__duty").child(row.duty).space().child(note));
    div("li", "agenda__row")
        .child(what)
        .child(div("div", "agenda__when").child(row.deadline.map(deadline)))
        .child(div("div", "agenda__do screen-only").child(main).child(other).child(cannot))
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
    session.drafts.fill(route.href(), fields);
}
