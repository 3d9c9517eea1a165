//! 查账: the ledger on disk, or a file, is read anew and compared with printed codes. And the
//! line of codes that stands on reports.

use super::sealed_copy::{Unsealing, unseal};
use crate::boot;
use crate::browser::{files, page, task};
use crate::controls::{Child, El, all, button, div, el, unless_empty};
use crate::parts::{part, say};
use crate::routes::Route;
use crate::session::Session;
use crate::state::State;
use jieyou_store::audit::{Asked, Report};
use jieyou_store::event_store::StoreError;
use jieyou_view::screens::audit::{AuditView, Audited, audit};
use jieyou_view::text::{Both, audit as text, damaged, frame, safety, say::import_error};
use leptos::prelude::*;
use std::sync::Arc;

/// What is shown of an audit.
#[derive(Clone)]
enum Found {
    Nothing,
    /// How far it is.
    Reading(String),
    Sealed(Arc<Vec<u8>>),
    Refused(String),
    Report(AuditView),
}

type Look = State<Found>;

/// The page.
pub(crate) fn audit_page(session: Session) -> AnyView {
    let found = State::new(Found::Nothing);
    let codes = State::new(String::new());
    let title = div("h1", "page-head__title").child(say(session, text::TITLE));
    let head = div("header", "page-head")
        .child(title)
        .child(div("p", "page-head__lead").child(say(session, text::LEAD)));
    vec![head.draw(), heads(session).draw(), ask(session, codes, found).draw()].draw()
}

/// The codes as they are now, with all their digits.
fn heads(session: Session) -> El {
    let line = printed(session);
    let rows = move || {
        session.book.track();
        let lang = session.lang.get();
        all(session.heads(), |(head, writer)| {
            let partial = (!head.is_whole).then(|| text::PARTIAL.to(lang));
            let full = div("p", "head-code__full")
                .child(text::FULL.to(lang))
                .space()
                .child(head.id.to_string());
            let origin = text::origin(&head, &writer, lang);
            div("li", "head-code__item")
                .child(div("b", "head-code__code").child(head.code()))
                .space()
                .child(origin)
                .child(partial)
                .child(full)
        })
    };
    let print = button("button button--small", say(session, text::PRINT), |_| page::print());
    part(session, "audit-now", text::NOW)
        .child(line)
        .child(div("ul", "flow").child(rows))
        .child(div("p", "field__hint screen-only").child(say(session, text::NOW_HINT)))
        .child(div("p", "screen-only").child(print))
}

fn labelled(session: Session, id: &'static str, label: Both, hint: Both, control: El) -> El {
    let hint_id = format!("{id}-h");
    div("div", "field")
        .child(div("label", "field__label").attr("for", id).child(say(session, label)))
        .child(div("p", "field__hint").attr("id", hint_id.clone()).child(say(session, hint)))
        .child(control.attr("id", id).attr("aria-describedby", hint_id))
}

fn ask(session: Session, codes: State<String>, found: Look) -> El {
    let stopped = State::new(false);
    let area = div("textarea", "field__input")
        .attr("rows", "3")
        .attr("spellcheck", "false")
        .attr("autocomplete", "off")
        .on("input", move |ev| codes.set(event_target_value(&ev)));
    let disk = move |_| {
        let Some(asked) = asked(session, codes, found) else { return };
        stopped.set(false);
        found.set(Found::Reading(String::new()));
        task::start(async move {
            let tell = move |done, all| {
                found.set(Found::Reading(text::progress(done, all, session.lang.get_untracked())));
                !stopped.get_untracked()
            };
            match session.audit(asked, tell).await {
                Ok(report) => show(session, found, Audited::Ledger, &report),
                Err(why) => {
                    if why != StoreError::Stopped {
                        session.say_not_stored(&why);
                    }
                    found.set(Found::Nothing);
                }
            }
        });
    };
    let file = div("input", "field__input")
        .attr("type", "file")
        .attr("accept", ".json,.age,application/json")
        .on("change", move |ev| {
            let Some(input) = files::field(&ev) else { return };
            found.set(Found::Reading(String::new()));
            task::start(async move {
                match files::read_bytes(input).await {
                    None => found.set(Found::Nothing),
                    Some(Err(why)) => found.set(Found::Refused(why)),
                    Some(Ok(chosen)) if chosen.is_sealed => {
                        found.set(Found::Sealed(Arc::new(chosen.bytes)));
                        page::focus("audit-result");
                    }
                    Some(Ok(chosen)) => look_into(session, codes, found, chosen.bytes).await,
                }
            });
        });
    let go =
        button("button button--primary", say(session, text::DISK), disk).attr("id", "audit-disk");
    // On paper only what came of it stands, not what was asked with.
    let ask = part(session, "audit-ask", text::CHECK)
        .child(labelled(session, "audit-codes", text::CODES, text::CODES_HINT, area))
        .child(el("p").child(go))
        .child(labelled(session, "audit-file", text::FILE, text::FILE_HINT, file));
    div("div", "flow")
        .child(div("div", "screen-only").child(ask))
        .child(move || shown(session, codes, found, stopped))
}

/// The codes that were typed; none where something was typed that is no code.
fn asked(session: Session, codes: State<String>, found: Look) -> Option<Vec<Asked>> {
    let typed = codes.get_untracked();
    let asked = Asked::read(&typed);
    if asked.is_empty() && !typed.trim().is_empty() {
        found.set(Found::Refused(text::NO_CODE.to(session.lang.get_untracked()).to_owned()));
        page::focus("audit-result");
        return None;
    }
    Some(asked)
}

async fn look_into(session: Session, codes: State<String>, found: Look, bytes: Vec<u8>) {
    let lang = session.lang.get_untracked();
    let Some(asked) = asked(session, codes, found) else { return };
    let said = match files::text(bytes) {
        Err(why) => Err(frame::not_text(&why, lang)),
        Ok(read) => session.audit_file(&read, asked).await.map_err(|why| import_error(&why, lang)),
    };
    match said {
        Ok(report) => show(session, found, Audited::File, &report),
        Err(notice) => {
            found.set(Found::Refused(notice.line(lang)));
            page::focus("audit-result");
        }
    }
}

fn show(session: Session, found: Look, what: Audited, report: &Report) {
    let lang = session.lang.get_untracked();
    let view = session.book.with_untracked(|book| audit(report, what, book, lang));
    found.set(Found::Report(view));
    page::focus("audit-result");
}

fn shown(
    session: Session,
    codes: State<String>,
    found: Look,
    stopped: State<bool>,
) -> Option<AnyView> {
    let result = || div("div", "flow").attr("id", "audit-result").attr("tabindex", "-1");
    match found.get() {
        Found::Nothing => None,
        Found::Reading(words) => {
            let stop = button("button button--small", say(session, text::STOP), move |_| {
                stopped.set(true);
            });
            Some(vec![el("p").attr("role", "status").child(words), el("p").child(stop)].draw())
        }
        Found::Sealed(sealed) => {
            let then = move |opened: Option<Vec<u8>>| match opened {
                Some(bytes) => task::start(look_into(session, codes, found, bytes)),
                None => found.set(Found::Nothing),
            };
            let then = Arc::new(then);
            Some(untrack(|| unseal(session, Unsealing::ToLook, "audit-result", sealed, then)))
        }
        Found::Refused(why) => Some(result().child(notice("act", why)).draw()),
        Found::Report(view) => {
            let tone = if view.is_well { "note" } else { "act" };
            let lines = all(view.lines, |line| el("li").child(line));
            let lines = div("ul", "flow").child(lines);
            let next = (!view.next.is_empty()).then(|| next(session, view.next, view.offers_raw));
            Some(
                result()
                    .attr("data-well", view.is_well)
                    .child(notice(tone, view.head))
                    .child(lines)
                    .child(next)
                    .draw(),
            )
        }
    }
}

/// What to do, and where.
fn next(session: Session, steps: Vec<&'static str>, offers_raw: bool) -> El {
    let link = |href: String, word| {
        div("a", "button button--small").attr("href", href).child(say(session, word))
    };
    let raw = offers_raw.then(|| link(format!("#{}", boot::RAW), damaged::RAW_TITLE));
    let links =
        div("p", "cluster screen-only").child(raw).child(link(Route::Safety.href(), safety::TITLE));
    div("div", "flow")
        .child(el("h3").child(say(session, text::NEXT)))
        .child(el("ol").child(all(steps, |step| el("li").child(step))))
        .child(links)
}

fn notice(tone: &'static str, words: String) -> El {
    div("div", "notice")
        .attr("data-tone", tone)
        .attr("role", if tone == "act" { "alert" } else { "status" })
        .child(div("p", "notice__text").child(words))
}

/// The line of codes on a report; follows the ledger.
pub(crate) fn printed(session: Session) -> El {
    let line = move || {
        session.book.track();
        let (today, lang) = (session.today.get(), session.lang.get());
        let records = session
            .believed()
            .map_or_else(|| session.size(), |b| b.stand.try_into().unwrap_or(u32::MAX));
        let line = text::printed(&session.heads(), records, today, lang);
        unless_empty("p", "head-code", line)
    };
    el("div").child(line)
}
