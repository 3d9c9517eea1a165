//! Which of the ledgers on this computer: asked, never guessed.

use crate::boot::{self, Found, lang};
use crate::browser::clock;
use crate::controls::{El, all, button, div, el};
use jieyou_view::text::{format, frame};

/// The ledgers found.
pub(crate) fn choose_page(found: Vec<Found>) -> El {
    let t = frame::texts(lang());
    div("main", "boot flow")
        .attr("id", "main")
        .child(div("p", "boot__name").child(t.app))
        .child(el("h1").child(t.choose_title))
        .child(div("p", "boot__message").child(t.choose_why))
        .child(ledgers(found))
        .child(button("button", t.choose_new, |_| boot::choose_new()))
}

/// A list of them, each to be opened.
pub(super) fn ledgers(found: Vec<Found>) -> El {
    let t = frame::texts(lang());
    let row = |found: Found| {
        let last = last_entry(&found);
        let name = if found.unit.is_empty() { t.choose_unnamed.to_owned() } else { found.unit };
        let database = found.database;
        let open = move |_| boot::choose(&database);
        div("li", "choose__item flow")
            .child(div("h2", "choose__name").child(name))
            .child(last)
            .child(button("button button--primary", t.choose_open, open))
    };
    div("ul", "choose flow").child(all(found, row))
}

/// The day a ledger was last written.
pub(super) fn last_entry(found: &Found) -> Option<El> {
    let lang = lang();
    (found.last_ms > 0).then(|| {
        let day = clock::day_of(found.last_ms);
        let day = format::date_full(day, lang);
        div("p", "quiet").child(frame::texts(lang).choose_last).child(day)
    })
}
