//! 设置: the unit, its places and posts, files, language, training, rules, about.

use super::codes::codes_section;
use super::files::{Place, files_section};
use super::private::{contacts_section, curtain_section};
use super::setup::unit_form;
use super::work::{Work, saved, work};
use crate::boot;
use crate::browser::task;
use crate::controls::{Child, El, all, button, div, el, when};
use crate::parts::{Word, moved_list, part, say, section, word};
use crate::routes::Route;
use crate::session::Session;
use crate::state::State;
use jieyou_domain::ledger::Book;
use jieyou_view::Lang;
use jieyou_view::forms::{Draft, setup};
use jieyou_view::screens::moved::Moved;
use jieyou_view::screens::settings as screen;
use jieyou_view::text::{Both, audit, calendar, format, frame, paper, paste, rules as rules_text};
use leptos::prelude::*;
use std::sync::Arc;

/// The settings.
pub(crate) fn settings_page(session: Session) -> AnyView {
    let title = div("h1", "page-head__title").child(word(session, |t| t.nav_settings));
    let lines = move || {
        let version = session.brought().version;
        all(frame::about(&version, session.lang.get()), |l| el("p").child(l))
    };
    vec![
        div("header", "page-head").child(title).draw(),
        files_section(session, Place::Settings).draw(),
        audit_link(session).draw(),
        unit(session).draw(),
        codes_section(session).draw(),
        sealed_link(session).draw(),
        listed(session, ListedForm::Places).draw(),
        listed(session, ListedForm::Posts).draw(),
        paste_section(session).draw(),
        my_post(session),
        contacts_section(session).draw(),
        curtain_section(session).draw(),
        blanks(session).draw(),
        language(session).draw(),
        (!session.is_training()).then(|| training(session)).draw(),
        rules(session).draw(),
        findings(session),
        section(session, "set-about", |t| t.set_about).child(lines).draw(),
    ]
    .draw()
}

fn unit(session: Session) -> El {
    let open = State::new(false);
    let lines = move || {
        let rows = screen::unit(&session.book.get(), session.lang.get());
        all(rows, |(name, value)| {
            div("div", "facts__row")
                .child(div("dt", "facts__name").child(name))
                .child(div("dd", "facts__value").child(value))
        })
    };
    let form = move || {
        if open.get() {
            let done = Arc::new(move || open.set(false));
            return untrack(|| work(session, Work { done, ..unit_form(session) }));
        }
        let label = word(session, |t| t.set_unit_change);
        button("button button--small", label, move |_| open.set(true)).writes().draw()
    };
    section(session, "set-unit", |t| t.set_unit).child(div("dl", "facts").child(lines)).child(form)
}

/// Leads to pasting an old ledger.
fn paste_section(session: Session) -> El {
    let say = move |text: Both| move || text.to(session.lang.get());
    let title = div("h2", "section__title").attr("id", "set-paste").child(say(paste::TITLE));
    let link = div("a", "button").attr("href", Route::Paste.href()).child(say(paste::TITLE));
    div("section", "section flow")
        .attr("aria-labelledby", "set-paste")
        .writes()
        .child(title)
        .child(el("p").child(say(paste::FROM_LEDGER)))
        .child(el("p").child(link))
}

#[derive(Clone, Copy)]
enum ListedForm {
    Places,
    Posts,
}

/// Places or posts: what is listed, and a box to paste more into, one a line.
fn listed(session: Session, form: ListedForm) -> El {
    type Names = fn(&Book) -> Vec<String>;
    let (id, title, names): (_, Word, Names) = match form {
        ListedForm::Places => ("set-places", |t| t.set_places, screen::places),
        ListedForm::Posts => ("set-posts", |t| t.set_posts, screen::posts),
    };
    // A new form after each paste: the box is empty again.
    let round = State::new(0_u32);
    let lines = move || format::listed(&names(&session.book.get()), session.lang.get());
    let paste = move || {
        round.track();
        untrack(|| work(session, listed_form(session, form, round)))
    };
    section(session, id, title).child(div("p", "settings__listed").child(lines)).child(paste)
}

fn listed_form(session: Session, form: ListedForm, round: State<u32>) -> Work {
    let address = match form {
        ListedForm::Places => "places",
        ListedForm::Posts => "posts",
    };
    let notes = StoredValue::new(String::new());
    let done = move || {
        let said = notes.get_value();
        if !said.is_empty() {
            session.say(said);
        }
        round.update(|r| *r += 1);
    };
    Work {
        address: address.to_owned(),
        blank: Draft::default(),
        draw: Box::new(move |cx, _| match form {
            ListedForm::Places => setup::places_form(cx),
            ListedForm::Posts => setup::posts_form(cx),
        }),
        read: Box::new(move |cx, draft| {
            let mut new_id = || session.new_id();
            let read = match form {
                ListedForm::Places => setup::read_places(cx, draft, &mut new_id),
                ListedForm::Posts => setup::read_posts(cx, draft, &mut new_id),
            };
            let listed = read?;
            notes.set_value(listed.notes.join(" "));
            Ok(listed.submission)
        }),
        split_at: "",
        done: Arc::new(done),
        cancel: String::new(),
        level: 2,
    }
}

fn my_post(session: Session) -> AnyView {
    let posts = move || screen::posts(&session.book.get());
    let options = move || {
        let now = session.post();
        all(posts(), |post| {
            let is_now = post == now;
            el("option").attr("value", post.clone()).attr("selected", is_now).child(post)
        })
    };
    let field = move || {
        let label = div("label", "field__label")
            .attr("for", "my-post")
            .child(word(session, |t| t.set_my_post));
        let none = el("option").attr("value", "").child(word(session, |t| t.set_my_post_none));
        let list = div("select", "field__input")
            .attr("id", "my-post")
            .on("change", move |ev| session.set_post(&event_target_value(&ev)))
            .child(none)
            .child(options);
        div("div", "field").child(label).child(list)
    };
    when(move || !posts().is_empty(), field)
}

/// Forms that are printed empty and filled in by hand.
fn blanks(session: Session) -> El {
    let t = move || paper::texts(session.lang.get());
    let sealed = div("a", "button button--small")
        .attr("href", Route::SealedReceipt.href())
        .child(move || t().sealed);
    let title = div("h2", "section__title").attr("id", "set-blanks").child(move || t().blanks);
    div("section", "section flow")
        .attr("aria-labelledby", "set-blanks")
        .child(title)
        .child(el("p").child(sealed))
}

fn language(session: Session) -> El {
    let chip = move |lang: Lang, name: &'static str| {
        let input = div("input", "choice__input")
            .attr("type", "radio")
            .attr("name", "lang")
            .prop("checked", move || session.lang.get() == lang)
            .on("change", move |_| session.set_lang(lang));
        let text = div("span", "choice__text").attr("lang", lang.tag()).child(name);
        div("label", "choice__item").child(input).child(text)
    };
    let choice = div("div", "choice")
        .attr("role", "radiogroup")
        .attr("aria-labelledby", "set-lang")
        .child(chip(Lang::Zh, frame::LANGUAGES[0]))
        .child(chip(Lang::En, frame::LANGUAGES[1]));
    section(session, "set-lang", |t| t.set_lang).child(choice)
}

fn training(session: Session) -> El {
    let open = word(session, |t| t.set_training_open);
    section(session, "set-training", |t| t.set_training)
        .child(el("p").child(word(session, |t| t.set_training_hint)))
        .child(button("button", open, |_| boot::train()))
}

/// To the audit.
fn audit_link(session: Session) -> El {
    let link =
        div("a", "button").attr("href", Route::Audit.href()).child(say(session, audit::TITLE));
    part(session, "set-audit", audit::TITLE)
        .child(el("p").child(link).space().child(say(session, audit::WHY)))
}

/// To what is recorded by number only: it is in no list that would lead there.
fn sealed_link(session: Session) -> El {
    let link = div("a", "button button--small")
        .attr("href", Route::Sealed.href())
        .child(word(session, |t| t.sealed_look));
    section(session, "set-sealed", |t| t.sealed).child(el("p").child(link))
}

/// The rules and the calendar in force; newer ones are adopted on request only, and once
/// it was seen which days would move.
fn rules(session: Session) -> El {
    let lines = move || {
        let lines = screen::basis(&session.book.get(), session.today.get(), session.lang.get());
        all(lines, |l| el("p").attr("lang", "zh-CN").child(l))
    };
    let seen: State<Option<Vec<Moved>>> = State::new(None);
    let adopt = move |_| {
        let (calendar, pack) = session.newer_basis();
        task::start(async move {
            if session.adopt(session.brought_commands(calendar, pack)).await {
                session.say(saved(session));
            }
            seen.set(None);
        });
    };
    let shown = move || {
        let Some(rows) = seen.get() else {
            let look = move |_| seen.set(Some(session.moved_by_newer()));
            let word = move || calendar::LOOK_NEWER.to(session.lang.get());
            return button("button button--small", word, look);
        };
        let adopt = button("button button--primary", word(session, |t| t.set_rules_adopt), adopt);
        let leave = move || calendar::LEAVE.to(session.lang.get());
        let leave = button("button", leave, move |_| seen.set(None));
        div("div", "flow")
            .child(moved_list(rows, session.lang.get()))
            .child(div("p", "cluster").child(adopt).child(leave))
    };
    let newer = move || {
        div("div", "notice")
            .attr("data-tone", "note")
            .attr("role", "note")
            .writes()
            .child(div("p", "notice__text").child(word(session, |t| t.set_rules_newer)))
            .child(shown)
    };
    let is_newer = move || {
        session.book.track();
        session.newer_basis() != (false, false)
    };
    let all_rules = div("a", "button button--small")
        .attr("href", Route::Rules.href())
        .child(say(session, rules_text::OPEN));
    let link = div("a", "button button--small")
        .attr("href", Route::Calendar.href())
        .child(move || calendar::TITLE.to(session.lang.get()));
    section(session, "set-rules", |t| t.set_rules)
        .child(lines)
        .child(div("p", "cluster").child(all_rules).child(link))
        .child(when(is_newer, newer))
}

/// What a strict reader would object to, each with what to do.
fn findings(session: Session) -> AnyView {
    let found =
        move || screen::findings(&session.book.get(), session.is_aside(), session.lang.get());
    let rows = move || {
        let lang = session.lang.get();
        all(found(), |f| {
            let href = f.matter.map(|id| Route::Matter(id).href());
            let link = href.map(|href| {
                vec![div("a", "number").attr("href", href).child(f.number).draw(), " ".draw()]
            });
            el("li").child(link).child(f.notice.line(lang))
        })
    };
    let list = move || {
        section(session, "set-findings", |t| t.set_findings).child(div("ul", "flow").child(rows))
    };
    when(move || !found().is_empty(), list)
}
