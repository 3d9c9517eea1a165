//! The frame around every page: header with its lamp, training bar, notices, status line;
//! and which page is shown.

use crate::boot::{self, Booted};
use crate::browser::curtain::is_plain_key;
use crate::browser::{data, page, task};
use crate::controls::{Child, El, button, div, el, when};
use crate::pages::*;
use crate::parts::{say, trainer_bar, word};
use crate::routes::Route;
use crate::session::Session;
use crate::session::curtain::CURTAIN;
use crate::state::{Followed, State, derived, outward};
use jieyou_view::screens::lamp::{Level, lamp as judge};
use jieyou_view::text::{
    audit, calendar, damaged, format, frame, lists, merge, paper, paste, privacy, rules, safety,
    sealed_copy, subjects, tables,
};
use leptos::prelude::*;

/// Opens the ledger, then draws.
pub(crate) fn start() {
    // No page of the app: it opens no ledger, so the page loads anew.
    page::on("hashchange", || {
        if page::hash() == boot::RAW {
            page::reload();
        }
    });
    task::start(async {
        match boot::boot().await {
            Ok(Booted::Ready(session)) => page::mount(move || app(*session)),
            Ok(Booted::Choose(found)) => page::mount(move || choose_page(found).draw()),
            Ok(Booted::Gone(found)) => page::mount(move || gone_page(found).draw()),
            Ok(Booted::Damaged(found)) => page::mount(move || damaged_page(*found).draw()),
            Ok(Booted::Newer { database, found }) => {
                page::mount(move || newer_page(database, found).draw());
            }
            Ok(Booted::Raw(found)) => page::mount(move || raw_page(found).draw()),
            Ok(Booted::Cleared(lines)) => page::mount(move || cleared_page(&lines).draw()),
            Ok(Booted::NotOpened(error)) => page::mount(move || not_opened_page(&error).draw()),
            // Before the app exists the page's own script shows what went wrong.
            Err(why) => page::fail(&why),
        }
    });
}

/// The app over an open ledger.
fn app(session: Session) -> AnyView {
    let route = State::new(Route::read(&page::hash()));
    page::on("hashchange", move || {
        let next = Route::read(&page::hash());
        let moved = route.get_untracked() != next;
        if moved {
            session.arrive();
            route.set(next);
            page::focus_heading();
        }
    });
    page::unfold_for_print();
    let t = move || frame::texts(session.lang.get());
    // Outward only: title, language and print line follow the state.
    outward(move |_| {
        let lang = session.lang.get();
        let is_covered = session.curtain.get();
        page::set_root("data-curtain", if is_covered { "drawn" } else { "" });
        page::set_root("data-read-only", if session.is_read_only() { "true" } else { "" });
        page::set_root("lang", lang.tag());
        page::set_root("data-paper", route.with(Route::paper));
        let unit = session.book.with(|b| b.unit().map(|u| u.name.clone())).unwrap_or_default();
        let t = frame::texts(lang);
        if is_covered {
            page::set_print_unit("");
            return page::set_title(t.app);
        }
        let realm = if session.is_training() { t.training } else { "" };
        page::set_print_unit(&format!("{unit} {realm}"));
        page::set_title(&frame::title(
            page_name(&route.get(), lang),
            &unit,
            session.is_training(),
            lang,
        ));
    });
    let has_unit = derived(move |_| session.book.with(|b| b.unit().is_some()));
    // A page follows what it reads by itself; here only the address counts.
    let shown = move || {
        if !has_unit.get() {
            return untrack(|| setup_page(session));
        }
        let route = route.get();
        // One more level: a page is drawn from nothing, never over the one before.
        (move || untrack(|| page_of(session, route.clone()))).draw()
    };
    let main = div("main", "page-frame__main wrapper flow")
        .attr("id", "main")
        .attr("tabindex", "-1")
        .child(incomplete(session, "print-only incomplete"))
        .child(print_head(session))
        .child(shown);
    vec![
        button("skip-link", move || t().skip, |_| page::focus("main")).draw(),
        header(session, route, has_unit).draw(),
        session.is_training().then(|| trainer_bar(session)).draw(),
        session.is_read_only().then(|| only_read(session)).draw(),
        notices(session),
        main.draw(),
        status(session).draw(),
        when(move || session.curtain.get(), move || curtain(session)),
    ]
    .draw()
}

fn page_of(session: Session, route: Route) -> AnyView {
    match route {
        Route::Today => today_page(session),
        Route::Ledger(query) => ledger_page(session, &query),
        Route::Register => register_page(session),
        Route::Matter(id) => matter_page(session, id),
        Route::Slip(id) => slip_page(session, id),
        Route::Verdicts(id) => verdicts_page(session, id),
        Route::Paper(id, paper) => paper_page(session, id, paper),
        Route::PrintLedger(query) => ledger_print_page(session, &query),
        Route::SealedReceipt => sealed_receipt_page(session),
        Route::RecoveryCard(day) => recovery_card_page(session, day),
        Route::Contact(id) => contact_page(session, id),
        Route::Redact(id) => redact_page(session, id),
        Route::Act(id, action) => act_page(session, id, Deed::Act(action)),
        Route::Correct(id, entry) => act_page(session, id, Deed::Correct(entry)),
        Route::Strike(id, entry) => act_page(session, id, Deed::Strike(entry)),
        Route::Paste => paste_page(session),
        Route::Settings => settings_page(session),
        Route::Imports => imports_page(session),
        Route::Conflicts => conflicts_page(session),
        Route::Safety => safety_page(session),
        Route::Rules => rules_page(session),
        Route::Rule(id) => rule_page(session, id),
        Route::Tables => tables_page(session),
        Route::Table(id) => table_page(session, id),
        Route::Lists => lists_page(session),
        Route::Subjects => subjects_page(session),
        Route::Audit => audit_page(session),
        Route::Calendar => calendar_page(session),
        Route::Sealed => sealed_page(session),
        Route::SealedNew => sealed_new_page(session),
        Route::SealedFollow(id) => sealed_follow_page(session, id),
        Route::NotFound => not_found(session),
    }
}

fn page_name(route: &Route, lang: jieyou_view::Lang) -> &'static str {
    let t = frame::texts(lang);
    match route {
        Route::Ledger(_) => t.nav_ledger,
        Route::Register => t.register,
        Route::Paste => paste::TITLE.to(lang),
        Route::Redact(_) => privacy::REDACT.to(lang),
        Route::Settings => t.nav_settings,
        Route::Imports => merge::IMPORTS.to(lang),
        Route::Conflicts => merge::CONFLICTS.to(lang),
        Route::Safety => safety::TITLE.to(lang),
        Route::Rules | Route::Rule(_) => rules::TITLE.to(lang),
        Route::Tables | Route::Table(_) => tables::TITLE.to(lang),
        Route::Lists => lists::TITLE.to(lang),
        Route::Subjects => subjects::TITLE.to(lang),
        Route::Audit => audit::TITLE.to(lang),
        Route::Calendar => calendar::TITLE.to(lang),
        Route::Sealed | Route::SealedNew | Route::SealedFollow(_) => t.sealed,
        Route::Slip(_) => paper::texts(lang).slip,
        Route::Verdicts(_) => paper::texts(lang).verdicts,
        Route::Paper(..) => paper::texts(lang).paper,
        Route::PrintLedger(_) => paper::texts(lang).ledger,
        Route::SealedReceipt => paper::texts(lang).sealed,
        Route::RecoveryCard(_) => sealed_copy::CARD_NAME.to(lang),
        _ => t.nav_today,
    }
}

fn header(session: Session, route: State<Route>, has_unit: Followed<bool>) -> El {
    let t = move || frame::texts(session.lang.get());
    let unit = move || session.book.with(|b| b.unit().map(|u| u.name.clone()));
    let day = move || format::date_full(session.today.get(), session.lang.get());
    let weekday = move || format::weekday(session.today.get(), session.lang.get());
    let realm = session
        .is_training()
        .then(|| div("span", "site-header__realm").child(move || t().training));
    let link = move |to: Route, name: fn(&frame::FrameText) -> &'static str| {
        let href = to.href();
        let is_here = move || {
            let here = route.get();
            let same = std::mem::discriminant(&here) == std::mem::discriminant(&to);
            same.then_some("page")
        };
        let link = div("a", "nav__link")
            .attr("href", href)
            .live("aria-current", is_here)
            .child(move || name(t()));
        div("li", "nav__item").child(link)
    };
    let nav = move || {
        let links = div("ul", "nav__list")
            .child(link(Route::Today, |t| t.nav_today))
            .child(link(Route::Ledger(String::new()), |t| t.nav_ledger))
            .child(link(Route::Settings, |t| t.nav_settings));
        let register = div("a", "button button--primary site-header__action")
            .attr("href", Route::Register.href())
            .writes()
            .child(move || t().register);
        let cover = button("nav__link nav__button", say(session, privacy::CURTAIN), {
            move |_| session.draw_curtain()
        });
        let nav = div("nav", "nav").live("aria-label", move || t().nav_label).child(links);
        vec![nav, cover, register]
    };
    let date = el("time").live("datetime", move || session.today.get().to_string()).child(day);
    let name = div("p", "site-header__name").child(move || t().app).space().child(realm);
    let inner = div("div", "site-header__inner")
        .child(name)
        .child(div("p", "site-header__unit").child(unit))
        .child(div("p", "site-header__today").child(date).space().child(weekday))
        .child(lamp(session, has_unit))
        .child(when(move || has_unit.get(), nav));
    div("header", "site-header").child(inner)
}

/// How safe the ledger is: a mark, a word, and why. Before there is a unit only what is
/// worth a look.
fn lamp(session: Session, has_unit: Followed<bool>) -> AnyView {
    let lamp = derived(move |_| judge(&session.facts(), session.lang.get()));
    let lit = move || {
        let name = move || safety::LAMP.to(session.lang.get());
        let word = move || lamp.with(|l| l.level.word(session.lang.get()));
        let why = div("span", "lamp__why").child(move || lamp.with(|l| l.short.clone()));
        div("a", "lamp")
            .attr("href", Route::Safety.href())
            .live("data-level", move || lamp.with(|l| l.level.code()))
            .child(div("span", "lamp__mark").attr("aria-hidden", "true"))
            .child(div("span", "visually-hidden").child(name))
            .space()
            .child(div("b", "lamp__word").child(word))
            .space()
            .child(why)
    };
    let is_lit = move || has_unit.get() || lamp.with(|l| l.level > Level::Calm);
    when(is_lit, lit)
}

/// What everybody has to know, wherever they are: the connection was closed, or a newer
/// version waits.
fn notices(session: Session) -> AnyView {
    let t = move || frame::texts(session.lang.get());
    let waits = State::new(data::update_waits());
    page::on("jieyou-update", move || waits.set(data::update_waits()));
    let closed = State::new(false);
    page::on("jieyou-closed", move || closed.set(true));
    let shut = move || {
        let reload = button("button button--small", move || t().reload, |_| page::reload());
        notice("act", "alert", move || t().closed, reload)
    };
    let update = move || {
        let take = button("button button--small", move || t().update_take, |_| data::take_update());
        notice("note", "note", move || t().update_waits, take)
    };
    vec![when(move || closed.get(), shut), when(move || waits.get(), update)].draw()
}

/// On every page of a damaged ledger that is only read.
fn only_read(session: Session) -> El {
    let see = |_| boot::read_only(None);
    let see = button("button button--small", say(session, damaged::SEE_WRONG), see);
    let text = vec![incomplete(session, "").draw(), say(session, damaged::ONLY_READ)].draw();
    div("section", "screen-only")
        .live("aria-label", move || safety::TITLE.to(session.lang.get()))
        .child(notice("act", "note", text, see))
}

/// That what is shown is not all there is; nothing of a ledger that reads whole.
fn incomplete(session: Session, class: &'static str) -> Option<El> {
    session.incomplete(session.lang.get_untracked())?;
    Some(div("strong", class).child(move || session.incomplete(session.lang.get())))
}

/// What covers the page; everything else is not drawn then (style/components/curtain.css).
fn curtain(session: Session) -> El {
    let lift = button("button button--primary", say(session, privacy::CURTAIN_LIFT), |_| {});
    div("main", "curtain")
        .attr("id", CURTAIN)
        .attr("tabindex", "-1")
        .attr("aria-labelledby", "curtain-name")
        .on("click", move |_| session.lift_curtain())
        .on("keydown", move |ev| {
            if is_plain_key(&ev) {
                session.lift_curtain();
            }
        })
        .child(div("h1", "boot__name").attr("id", "curtain-name").child(word(session, |t| t.app)))
        .child(lift)
}

fn notice(tone: &'static str, role: &'static str, text: impl Child, action: El) -> El {
    div("div", "notice screen-only")
        .attr("data-tone", tone)
        .attr("role", role)
        .child(div("p", "notice__text").child(text))
        .child(div("div", "notice__actions cluster").child(action))
}

/// What stands on top of every printed page.
fn print_head(session: Session) -> El {
    let unit = move || session.book.with(|b| b.unit().map(|u| u.name.clone()));
    let what =
        move || frame::printed(session.today.get(), session.is_training(), session.lang.get());
    div("header", "print-head print-only")
        .child(div("p", "print-head__unit").child(unit))
        .child(div("p", "print-head__what").child(what))
}

/// The one status line; stays in the page so that screen readers follow it.
fn status(session: Session) -> El {
    let said = session.said;
    let is_bad = move || said.with(|s| s.as_ref().is_some_and(|s| s.is_bad));
    div("div", "status-line screen-only")
        .attr("role", "status")
        .live("data-tone", move || is_bad().then_some("act"))
        .child(move || said.get().map(|s| div("p", "status-line__text").child(s.text)))
        .child(move || said.get().filter(|s| !s.undo.is_empty()).map(|s| undo(session, s.undo)))
}

/// To taking back what was just recorded.
fn undo(session: Session, href: String) -> El {
    let word = merge::UNDO.to(session.lang.get());
    div("a", "status-line__undo").attr("href", href).child(word)
}

fn not_found(session: Session) -> AnyView {
    let t = move || frame::texts(session.lang.get());
    let home = div("a", "button button--primary")
        .attr("href", Route::Today.href())
        .child(move || t().nav_today);
    vec![div("h1", "page-head__title").child(move || t().not_found), el("p").child(home)].draw()
}
