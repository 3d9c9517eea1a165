//! A panic ends the program: say so, say what is on the disk, and offer to reload, to take
//! the raw data out and to copy a report that has nothing of the ledger.
//!
//! The page is drawn with plain nodes, since nothing of the app can be trusted then, and no
//! task is started. What was acknowledged is on disk: the book shows nothing else.

use super::{clock, files, page};
use jieyou_view::Lang;
use jieyou_view::text::{damaged, frame};
use std::cell::{Cell, OnceCell};
use std::panic::PanicHookInfo;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element};

thread_local! {
    /// How many records are on the disk, and the milliseconds of the last.
    static SAVED: Cell<(u32, u64)> = const { Cell::new((0, 0)) };
    /// The program's version.
    static VERSION: OnceCell<String> = const { OnceCell::new() };
}

/// Watches for a panic. Tests ask for one by an event: no button does.
pub(crate) fn watch() {
    std::panic::set_hook(Box::new(|info| {
        let what = info.to_string();
        web_error(&what);
        // What cannot be drawn stands in the console.
        let _drawn = show(info);
    }));
    page::on("jieyou-test-panic", || panic!("jieyou-test-panic"));
}

/// Notes which program this is.
pub(crate) fn ready(version: &str) {
    VERSION.with(|known| drop(known.set(version.to_owned())));
}

/// Notes what is on the disk.
pub(crate) fn saved(records: u32, last_ms: u64) {
    SAVED.set((records, last_ms));
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = console, js_name = error)]
    fn web_error(text: &str);
}

/// What a maintainer needs, and nothing of the ledger: no address of a matter, no text that
/// was put together while the program ran.
fn report(info: &PanicHookInfo<'_>) -> String {
    let version = VERSION.with(|known| known.get().cloned()).unwrap_or_default();
    let place = info.location().map(ToString::to_string).unwrap_or_default();
    // Only a text that stands in the program; others may hold what somebody typed.
    let why = info.payload().downcast_ref::<&'static str>().copied().unwrap_or("-");
    let browser = web_sys::window().and_then(|w| w.navigator().user_agent().ok());
    let (browser, route) = (browser.unwrap_or_default(), pattern(&page::hash()));
    let records = SAVED.get().0;
    format!("jieyou {version}\n{place}\n{why}\n#{route}\n{browser}\nrecords {records}\n")
}

/// An address without ids and queries.
fn pattern(hash: &str) -> String {
    let path = hash.split('?').next().unwrap_or_default();
    let is_word = |part: &str| {
        part.len() <= 14 && part.chars().all(|c| c.is_ascii_lowercase() || matches!(c, '-' | '_'))
    };
    let parts = path.split('/').map(|part| if is_word(part) { part } else { "*" });
    parts.collect::<Vec<_>>().join("/")
}

/// How much is on the disk, in words; nothing where no ledger was open.
fn on_disk(lang: Lang) -> Option<String> {
    let (records, ms) = SAVED.get();
    (records > 0).then(|| damaged::crash_saved(records, &clock::moment(ms, lang), lang))
}

fn node(document: &Document, tag: &str, class: &str, text: &str) -> Option<Element> {
    let node = document.create_element(tag).ok()?;
    node.set_class_name(class);
    node.set_text_content(Some(text));
    Some(node)
}

fn add(to: &Element, tag: &str, class: &str, text: &str) -> Option<Element> {
    let node = node(&to.owner_document()?, tag, class, text)?;
    to.append_child(&node).ok()?;
    Some(node)
}

fn button(to: &Element, class: &str, text: &str, act: impl Fn() + 'static) -> Option<()> {
    let button = add(to, "button", class, text)?;
    let act = Closure::<dyn Fn()>::new(act);
    button.add_event_listener_with_callback("click", act.as_ref().unchecked_ref()).ok()?;
    act.forget();
    Some(())
}

fn show(info: &PanicHookInfo<'_>) -> Option<()> {
    let t = frame::crash();
    let document = web_sys::window()?.document()?;
    let root = document.document_element()?;
    // A curtain that is drawn would hide this, too.
    root.remove_attribute("data-curtain").ok()?;
    let lang = if root.get_attribute("lang")? == "en" { Lang::En } else { Lang::Zh };
    let main = node(&document, "main", "crash", "")?;
    let body = document.body()?;
    body.set_text_content(None);
    body.append_child(&main).ok()?;
    add(&main, "h1", "crash__title", t.title)?;
    for line in t.lines {
        add(&main, "p", "crash__text", line)?;
    }
    let actions = node(&document, "div", "crash__actions cluster", "")?;
    button(&actions, "button button--primary", t.reload, page::reload)?;
    if let Some(said) = on_disk(lang) {
        add(&main, "p", "crash__text", &said)?.set_id("crash-saved");
    }
    main.append_child(&actions).ok()?;
    button(&actions, "button", damaged::CRASH_RAW.to(lang), || {
        page::go("/raw");
        page::reload();
    })?;
    let report = report(info);
    let details = add(&main, "details", "crash__details", "")?;
    add(&details, "summary", "", t.details)?;
    add(&details, "p", "", damaged::CRASH_HINT.to(lang))?;
    add(&details, "pre", "keep", &report)?;
    button(&details, "button button--small", damaged::CRASH_COPY.to(lang), move || {
        // It stands above, to be copied by hand.
        let _copied = files::copy_by_selection(&report);
    })
}
