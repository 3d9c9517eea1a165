//! A ledger that cannot be opened as it is: what is wrong, its raw data, what can be believed
//! of it, and a new one beside it to restore a copy into. Nothing is ever replaced.

use super::choose::last_entry;
use super::gone::missed_one;
use crate::boot::{self, Damaged, Found, lang};
use crate::browser::{clock, page, task};
use crate::controls::{Child, El, all, button, div, el, unless_empty};
use crate::missed;
use crate::state::State;
use jieyou_store::event_store::{FORMAT, StoreError};
use jieyou_view::screens::damaged::damaged;
use jieyou_view::text::{Both, damaged as t, frame, say};

fn details(codes: String) -> El {
    div("details", "crash__details")
        .child(el("summary").child(frame::crash().details))
        .child(div("pre", "keep").child(codes))
}

fn crash(title: &'static str) -> El {
    div("main", "crash").attr("id", "main").child(div("h1", "crash__title").child(title))
}

fn paragraph(text: impl Into<String>) -> Option<El> {
    unless_empty("p", "crash__text", text)
}

/// The ledger does not add up.
pub(crate) fn damaged_page(found: Damaged) -> El {
    let lang = lang();
    let Damaged { database, believed, book } = found;
    let view = damaged(&believed, &book, clock::today(), lang);
    let unit = book.unit().map(|u| u.name.clone()).unwrap_or_default();
    let codes = believed.wrong.iter().map(|about| about.why.to_string()).collect::<Vec<_>>();
    let read = database.clone();
    let read = view.can_read.then(|| {
        vec![
            button("button", t::READ.to(lang), move |_| boot::read_only(Some(&read))).draw(),
            el("p").child(t::READ_HINT.to(lang)).draw(),
        ]
    });
    let none = (!view.can_read).then(|| el("p").child(t::READ_NONE.to(lang)));
    crash(frame::texts(lang).damaged_title)
        .child(paragraph(view.lead))
        .child(div("ul", "flow").child(all(view.wrong, |line| el("li").child(line))))
        .child(paragraph(view.more))
        .child(paragraph(frame::texts(lang).damaged_text))
        .child(raw_button("button button--primary", database, unit))
        .child(read)
        .child(none)
        .child(beside())
        .child(details(codes.join("\n")))
}

/// A newer program made the ledger.
pub(crate) fn newer_page(database: String, found: u32) -> El {
    let lang = lang();
    crash(t::NEWER.to(lang))
        .child(paragraph(t::newer(found, FORMAT, lang)))
        .child(raw_button("button button--primary", database, String::new()))
        .child(beside())
        .child(details(StoreError::NewerFormat.to_string()))
}

/// Only raw data: no ledger is open.
pub(crate) fn raw_page(found: Vec<Found>) -> El {
    let lang = lang();
    let none = found.is_empty().then(|| paragraph(t::RAW_NONE.to(lang)));
    let row = |found: Found| {
        let is_training = !found.database.starts_with(boot::REAL);
        let name = t::ledger(&found.unit, is_training, lang);
        let last = last_entry(&found);
        let is_open = boot::is_chosen(&found.database);
        let here = is_open.then(|| el("p").child(el("b").child(t::RAW_OPEN.to(lang))));
        let open = found.database.clone();
        // A training ledger opens from the settings.
        let open = (!is_training).then(|| {
            let word = frame::texts(lang).choose_open;
            button("button", word, move |_| boot::choose(&open))
        });
        div("li", "choose__item flow")
            .child(div("h2", "choose__name").child(name))
            .child(here)
            .child(last)
            .child(raw_button("button button--primary", found.database, found.unit))
            .child(open)
    };
    let back = |_| {
        page::go("/today");
        page::reload();
    };
    crash(t::RAW_TITLE.to(lang))
        .child(paragraph(t::RAW_TEXT.to(lang)))
        .child(none)
        .child(div("ul", "choose flow").child(all(found, row)))
        .child(all(missed::others(), missed_one))
        .child(
            div("p", "cluster").child(button("button", t::RAW_BACK.to(lang), back)).child(button(
                "button",
                frame::texts(lang).choose_new,
                |_| boot::choose_new(),
            )),
        )
}

/// Hands the raw data over, and says what it is.
fn raw_button(class: &'static str, database: String, unit: String) -> El {
    let lang = lang();
    let said = State::new(String::new());
    let save = move |_| {
        let (database, unit) = (database.clone(), unit.clone());
        said.set(t::RAW_BUSY.to(lang).to_owned());
        task::start(async move {
            // Of ledgers without a unit only this tells the files apart.
            let whose = if unit.is_empty() { &database } else { &unit };
            let is_training = !database.starts_with(boot::REAL);
            let now = (clock::today(), clock::time_of_day());
            let name = frame::file_name("raw", (whose, is_training), (now.0, &now.1), "txt", lang);
            said.set(match boot::save_raw(&database, &name).await {
                Ok(()) => frame::handed_over(&name, lang),
                Err(why) => why,
            });
        });
    };
    div("div", "flow")
        .child(button(class, t::SAVE_RAW.to(lang), save))
        .child(el("p").child(t::RAW_HINT.to(lang)))
        .child(el("p").attr("role", "status").child(move || said.get()))
}

/// A new ledger beside it.
fn beside() -> El {
    let word = |text: Both| text.to(lang());
    div("div", "flow")
        .child(button("button", word(t::BESIDE), |_| boot::choose_new()))
        .child(el("p").child(word(t::BESIDE_HINT)))
}

/// The ledger cannot be opened at all.
pub(crate) fn not_opened_page(error: &StoreError) -> El {
    let lang = lang();
    let t = frame::texts(lang);
    let notice = say::store_error(error, lang);
    let reload = button("button button--primary", t.reload, |_| page::reload());
    crash(t.not_opened_title)
        .child(all([notice.title, notice.detail, notice.next], paragraph))
        .child(div("div", "crash__actions cluster").child(reload))
        .child(details(error.to_string()))
}
