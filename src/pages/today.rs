//! 今日: what is due, in the order of what hurts most.

use super::audit::printed;
use super::conflicts::to_decide;
use super::gone::{left_to_record, others};
use super::paper::realm;
use crate::browser::{page, preferences};
use crate::controls::{Child, El, all, button, div, each, el, entry, unless_empty, when};
use crate::parts::{day_sheet, deadline, small_seal, tag};
use crate::routes::Route;
use crate::session::Session;
use crate::state::{State, derived};
use jieyou_domain::ledger::Action;
use jieyou_domain::time::parse_date;
use jieyou_domain::{Date, Id};
use jieyou_view::screens::day_sheet as on_paper;
use jieyou_view::screens::today::{
    Absence, ActView, AgendaGroup, AgendaRow, TodayFilter, absence, is_listed, today,
};
use jieyou_view::screens::{EmptyView, Next};
use jieyou_view::text::frame;
use leptos::prelude::*;

/// The first page of the day.
pub(crate) fn today_page(session: Session) -> AnyView {
    let leader = State::new(false);
    let mine = State::new(preferences::get::<bool>(&session.key("mine")).unwrap_or(false));
    let put_away = State::new(0_u32);
    let away = derived(move |_| {
        put_away.get();
        away(session, session.today.get())
    });
    let screen = derived(move |_| {
        let post = session.post();
        let post = (mine.get() && !post.is_empty()).then_some(post);
        let filter = TodayFilter { post, leader: leader.get(), away: away.get() };
        let (day, lang) = (session.today.get(), session.lang.get());
        let screen =
            session.assessed.with(|all| session.book.with(|b| today(b, all, day, &filter, lang)));
        if session.is_read_only() { screen.of_what_reads(lang) } else { screen }
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
        let entries =
            groups.into_iter().map(|g| entry(key(&g), move || group(session, g, put_away)));
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
        let lost = session.lost();
        let day_of = |b: &std::sync::Arc<_>| screen.with(|s| on_paper::day_sheet(b, s, lost, lang));
        let sheet = session.book.with(day_of);
        day_sheet(sheet, realm).child(printed(session))
    };
    let decide = to_decide(session, None);
    let left = left_to_record(session);
    let others = move || others(session);
    let notices = vec![left.draw(), others.draw(), decide, sealed.draw()];
    vec![head.draw(), notices.draw(), nothing.draw(), agenda.draw(), printed.draw()].draw()
}

/// Changes whenever the group does. A row's own key follows the matter and the day, not
/// the language and not its place in the group.
fn key(group: &AgendaGroup) -> String {
    let mut key =
        format!("{} {} {} {}", group.title, group.count, group.rows.len(), group.more_label);
    for row in group.rows.iter().chain(&group.more) {
        for part in [&row.key, &row.duty, &row.note, &row.reason, &row.number, &row.title] {
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

/// The key of the day this computer last showed 今日, and of the absence before it.
const SEEN: &str = "seen";
const AWAY: &str = "away";

/// The absence whose list nobody has put away yet. That the page was opened is noted, but
/// takes nothing off the list: only 「看过了」 does, or a list with nothing on it.
fn away(session: Session, today: Date) -> Option<Absence> {
    let [seen, away] = [SEEN, AWAY].map(|key| session.key(key));
    let kept = preferences::get::<String>(&away).and_then(|text| Absence::read(&text));
    let last = preferences::get::<String>(&seen).and_then(|d| parse_date(&d));
    let absence = absence(kept, last, today).filter(|absence| {
        let filter = TodayFilter { away: Some(*absence), ..TodayFilter::default() };
        session.assessed.with(|all| session.book.with(|b| is_listed(b, all, today, &filter)))
    });
    preferences::set(&seen, &today.to_string());
    preferences::set(&away, &absence.map(Absence::text).unwrap_or_default());
    absence
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
        let link = div("a", "button button--primary").attr("href", href).child(view.button);
        if next == Next::ClearFilters { link } else { link.writes() }
    });
    div("div", "empty")
        .child(div("p", "empty__text").child(view.text))
        .child(div("p", "empty__hint").child(view.hint))
        .child(button)
}

fn group(session: Session, group: AgendaGroup, put_away: State<u32>) -> El {
    let id = format!("group-{}", group.code);
    let rows = |rows: Vec<AgendaRow>| {
        (!rows.is_empty())
            .then(|| div("ul", "agenda__list").child(all(rows, |r| agenda_row(session, r))))
    };
    let more = rows(group.more).map(|rows| {
        div("details", "agenda__more").child(el("summary").child(group.more_label)).child(rows)
    });
    let seen = (!group.seen.is_empty()).then(|| {
        let press = move |_| {
            preferences::set(&session.key(AWAY), &String::new());
            put_away.update(|n| *n += 1);
        };
        let seen = group.seen;
        button("button button--small", move || seen, press)
    });
    let seen = seen.map(|seen| div("p", "screen-only").child(seen));
    let title = div("h2", "agenda__title")
        .attr("id", id.clone())
        .child(group.title)
        .space()
        .child(div("span", "agenda__count").child(group.count));
    div("section", "agenda__group")
        .attr("data-group", group.code)
        .attr("aria-labelledby", id)
        .child(title)
        .child(unless_empty("p", "agenda__hint", group.hint))
        .child(seen)
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
        .child(div("p", "agenda__duty").child(row.duty).space().child(note))
        .child(unless_empty("p", "agenda__reason", row.reason));
    div("li", "agenda__row")
        .child(what)
        .child(div("div", "agenda__when").child(row.deadline.map(deadline)))
        .child(div("div", "agenda__do screen-only").writes().child(main).child(other).child(cannot))
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

pub(super) fn fill(session: Session, route: &Route, fields: &[(&'static str, String)]) {
    if fields.is_empty() {
        return;
    }
    session.drafts.fill(route.href(), fields);
}
