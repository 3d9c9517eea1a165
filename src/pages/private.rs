//! 设置: contacts wiped many at once, and the curtain.

use crate::browser::task;
use crate::controls::{El, all, button, div, el, when};
use crate::parts::{part, say};
use crate::session::Session;
use crate::state::{Followed, State, derived};
use jieyou_domain::Subject;
use jieyou_view::screens::privacy::closed_for;
use jieyou_view::text::{Both, privacy as t};
use leptos::prelude::*;

/// After how many days the contact of a closed matter is proposed to be wiped: half a year.
const DAYS: u32 = 180;
/// After how many minutes the curtain can be drawn by itself; 0 is never.
const MINUTES: [u32; 4] = [0, 2, 5, 15];

/// What is chosen to be wiped.
#[derive(Clone, Copy)]
struct Wipe {
    session: Session,
    found: Followed<Vec<Subject>>,
    /// Nothing tells of a contact that goes: they are looked at again after wiping.
    round: State<u32>,
    days: State<u32>,
    is_all: State<bool>,
    asked: State<bool>,
    busy: State<bool>,
}

/// Contacts: how many there are, and wiping those of closed matters or all of them.
pub(super) fn contacts_section(session: Session) -> El {
    let round = State::new(0);
    let found = derived(move |_| {
        round.track();
        session.book.track();
        session.contacts()
    });
    let (days, is_all) = (State::new(DAYS), State::new(false));
    let (asked, busy) = (State::new(false), State::new(false));
    let wipe = Wipe { session, found, round, days, is_all, asked, busy };
    part(session, "set-contacts", t::CONTACTS)
        .child(el("p").child(move || t::contacts(found.with(Vec::len), session.lang.get())))
        .child(el("p").child(say(session, t::CONTACTS_LIMITS)))
        .child(when(move || !found.with(Vec::is_empty), move || choices(wipe)))
}

impl Wipe {
    /// Of which matters.
    fn which(self) -> Vec<Subject> {
        let all = self.found.get();
        if self.is_all.get() {
            return all;
        }
        let (days, today) = (self.days.get(), self.session.today.get());
        self.session.book.with(|book| closed_for(book, &all, days, today))
    }

    /// Asks, and when asked again wipes.
    fn press(self) {
        let (session, subjects) = (self.session, untrack(|| self.which()));
        if subjects.is_empty() {
            return session.say(t::CONTACTS_NONE.to(session.lang.get_untracked()));
        }
        if !self.asked.get_untracked() {
            return self.asked.set(true);
        }
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        task::start(async move {
            match session.wipe_contacts(&subjects).await {
                Ok(n) => session.say(t::contacts_wiped(n, session.lang.get_untracked())),
                Err(why) => session.say_not_stored(&why),
            }
            self.busy.set(false);
            self.asked.set(false);
            self.round.update(|n| *n += 1);
        });
    }
}

fn choices(wipe: Wipe) -> El {
    let session = wipe.session;
    let choice = |of_all: bool, word: Both| {
        let input = div("input", "choice__input")
            .attr("type", "radio")
            .attr("name", "wipe-which")
            .prop("checked", move || wipe.is_all.get() == of_all)
            .on("change", move |_| {
                wipe.asked.set(false);
                wipe.is_all.set(of_all);
            });
        let text = div("span", "choice__text").child(say(session, word));
        div("label", "choice__item").child(input).child(text)
    };
    let group = div("div", "choice")
        .attr("role", "radiogroup")
        .live("aria-label", move || t::CONTACTS_WHICH.to(session.lang.get()))
        .child(choice(false, t::CONTACTS_OLD))
        .child(choice(true, t::CONTACTS_ALL));
    let word = move || {
        let lang = session.lang.get();
        match wipe.asked.get() {
            true => t::contacts_sure(wipe.which().len(), lang),
            false => t::CONTACTS_WIPE.to(lang).to_owned(),
        }
    };
    let leave = move || {
        button("button button--small", say(session, t::LEAVE), move |_| wipe.asked.set(false))
    };
    let press = button("button button--grave button--small", word, move |_| wipe.press());
    div("div", "flow")
        .writes()
        .child(group)
        .child(when(move || !wipe.is_all.get(), move || days(wipe)))
        .child(div("p", "cluster").child(press).child(when(move || wipe.asked.get(), leave)))
}

fn days(wipe: Wipe) -> El {
    let input = div("input", "field__input")
        .attr("type", "number")
        .attr("id", "wipe-days")
        .attr("min", "0")
        .prop("value", move || wipe.days.get())
        .on("change", move |ev| {
            wipe.asked.set(false);
            wipe.days.set(event_target_value(&ev).parse().unwrap_or(DAYS));
        });
    let label = div("label", "field__label").attr("for", "wipe-days");
    div("div", "field").child(label.child(say(wipe.session, t::CONTACTS_DAYS))).child(input)
}

/// The curtain: what it is, when it is drawn by itself, and drawing it now.
pub(super) fn curtain_section(session: Session) -> El {
    let option = move |minutes: u32| {
        let word = move || match minutes {
            0 => t::CURTAIN_OFF.to(session.lang.get()).to_owned(),
            n => t::minutes(n, session.lang.get()),
        };
        el("option")
            .attr("value", minutes.to_string())
            .attr("selected", session.curtain_after() == minutes)
            .child(word)
    };
    let list = div("select", "field__input")
        .attr("id", "curtain-after")
        .on("change", move |ev| {
            session.set_curtain_after(event_target_value(&ev).parse().unwrap_or_default());
        })
        .child(all(MINUTES, option));
    let label = div("label", "field__label").attr("for", "curtain-after");
    let draw = move |_| session.draw_curtain();
    part(session, "set-curtain", t::CURTAIN)
        .child(el("p").child(say(session, t::CURTAIN_TEXT)))
        .child(div("div", "field").child(label.child(say(session, t::CURTAIN_AFTER))).child(list))
        .child(el("p").child(button("button button--small", say(session, t::CURTAIN), draw)))
}
