//! The page itself: address, title, language, focus, printing, reloading.

use std::task::Poll;
use wasm_bindgen::prelude::*;
use web_sys::{Document, HtmlElement, Window};

fn window() -> Option<Window> {
    web_sys::window()
}

fn document() -> Option<Document> {
    window()?.document()
}

/// What follows `#` in the address.
pub(crate) fn hash() -> String {
    let hash = window().and_then(|w| w.location().hash().ok()).unwrap_or_default();
    hash.strip_prefix('#').unwrap_or(&hash).to_owned()
}

/// Goes to another address of the page.
pub(crate) fn go(hash: &str) {
    if let Some(window) = window() {
        drop(window.location().set_hash(hash));
    }
}

/// Goes back to the page before, or to an address where there is none.
pub(crate) fn back(otherwise: &str) {
    let history = window().and_then(|w| w.history().ok());
    match history.filter(|h| h.length().is_ok_and(|n| n > 1)) {
        Some(history) => drop(history.back()),
        None => go(otherwise),
    }
}

/// Changes the address without a step in the history, e.g. while a filter is typed.
pub(crate) fn replace(hash: &str) {
    if let Some(history) = window().and_then(|w| w.history().ok()) {
        let url = format!("#{hash}");
        drop(history.replace_state_with_url(&JsValue::NULL, "", Some(&url)));
    }
}

/// The path of the document: where a single file lies.
pub(crate) fn path() -> String {
    window().and_then(|w| w.location().pathname().ok()).unwrap_or_default()
}

/// Loads the page anew.
pub(crate) fn reload() {
    if let Some(window) = window() {
        drop(window.location().reload());
    }
}

/// Opens the print dialog.
pub(crate) fn print() {
    if let Some(window) = window() {
        drop(window.print());
    }
}

/// Calls `act` on every event `name` of the window, for as long as the page lives.
pub(crate) fn on(name: &str, act: impl Fn() + 'static) {
    let act = Closure::<dyn Fn()>::new(act);
    if let Some(window) = window() {
        drop(window.add_event_listener_with_callback(name, act.as_ref().unchecked_ref()));
    }
    act.forget();
}

/// Calls `act` on every event `name` of the document, for as long as the page lives.
pub(crate) fn on_document(name: &str, act: impl Fn() + 'static) {
    let act = Closure::<dyn Fn()>::new(act);
    if let Some(document) = document() {
        drop(document.add_event_listener_with_callback(name, act.as_ref().unchecked_ref()));
    }
    act.forget();
}

/// Calls `act` once after so many milliseconds.
pub(crate) fn after(ms: i32, act: impl FnOnce() + 'static) {
    let act = Closure::once_into_js(act);
    if let Some(window) = window() {
        drop(window.set_timeout_with_callback_and_timeout_and_arguments_0(act.unchecked_ref(), ms));
    }
}

/// Calls `act` every so many milliseconds, for as long as the page lives.
pub(crate) fn every(ms: i32, act: impl Fn() + 'static) {
    let act = Closure::<dyn Fn()>::new(act);
    if let Some(window) = window() {
        drop(window.set_interval_with_callback_and_timeout_and_arguments_0(
            act.as_ref().unchecked_ref(),
            ms,
        ));
    }
    act.forget();
}

/// Sets an attribute of the `html` element.
pub(crate) fn set_root(name: &str, value: &str) {
    if let Some(root) = document().and_then(|d| d.document_element()) {
        drop(root.set_attribute(name, value));
    }
}

/// Sets the line that printed pages carry beside their number.
pub(crate) fn set_print_unit(text: &str) {
    let root = document().and_then(|d| d.document_element());
    if let Some(root) = root.and_then(|r| r.dyn_into::<HtmlElement>().ok()) {
        let quoted = format!("\"{}\"", text.replace(['"', '\\'], ""));
        drop(root.style().set_property("--print-unit", &quoted));
    }
}

/// Sets the window's title.
pub(crate) fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Moves the focus to an element once it is drawn; for a group, to its first control.
pub(crate) fn focus(id: &str) {
    let id = id.to_owned();
    after(0, move || {
        let Some(found) = document().and_then(|d| d.get_element_by_id(&id)) else { return };
        open_around(&found);
        let inner = found.query_selector("input, select, textarea").ok().flatten();
        let is_group = found.tag_name() == "FIELDSET";
        let target = inner.filter(|_| is_group).unwrap_or(found);
        if let Ok(target) = target.dyn_into::<HtmlElement>() {
            drop(target.focus());
            target.scroll_into_view();
        }
    });
}

/// Puts the focus back on a control that was drawn anew, without moving the page.
pub(crate) fn refocus(id: String) {
    after(0, move || {
        let found = document().and_then(|d| d.get_element_by_id(&id));
        if let Some(found) = found.and_then(|f| f.dyn_into::<HtmlElement>().ok()) {
            drop(found.focus());
        }
    });
}

/// Opens every fold around an element, so that it can be seen.
fn open_around(element: &web_sys::Element) {
    let mut at = element.parent_element();
    while let Some(parent) = at {
        if parent.tag_name() == "DETAILS" {
            drop(parent.set_attribute("open", ""));
        }
        at = parent.parent_element();
    }
}

/// Moves the focus to the heading of a new page, without scrolling away from the top.
pub(crate) fn focus_heading() {
    after(0, || {
        let heading = document().and_then(|d| d.query_selector("main h1").ok().flatten());
        if let Some(heading) = heading.and_then(|h| h.dyn_into::<HtmlElement>().ok()) {
            drop(heading.set_attribute("tabindex", "-1"));
            drop(heading.focus());
        }
        if let Some(window) = window() {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
    });
}

/// Opens what is folded before printing: paper has no folds.
pub(crate) fn unfold_for_print() {
    on("beforeprint", || {
        let Some(document) = document() else { return };
        // What is met or runs no longer keeps its days folded: the page would be a booklet.
        let folded = ".obligation__details:not([open]):not(.agenda__more *), \
                      .agenda__more:not([open])";
        let Ok(all) = document.query_selector_all(folded) else { return };
        for at in 0..all.length() {
            if let Some(fold) = all.get(at).and_then(|n| n.dyn_into::<web_sys::Element>().ok()) {
                drop(fold.set_attribute("open", ""));
                drop(fold.set_attribute("data-unfolded", ""));
            }
        }
    });
    on("afterprint", || {
        let Some(document) = document() else { return };
        let Ok(all) = document.query_selector_all("[data-unfolded]") else { return };
        for at in 0..all.length() {
            if let Some(fold) = all.get(at).and_then(|n| n.dyn_into::<web_sys::Element>().ok()) {
                drop(fold.remove_attribute("open"));
                drop(fold.remove_attribute("data-unfolded"));
            }
        }
    });
}

/// Waits so many milliseconds.
pub(crate) async fn sleep(ms: i32) {
    let promise = js_sys::Promise::new(&mut |done, _| {
        if let Some(window) = window() {
            drop(window.set_timeout_with_callback_and_timeout_and_arguments_0(&done, ms));
        }
    });
    drop(wasm_bindgen_futures::JsFuture::from(promise).await);
}

/// Waits for something, but no longer than so many milliseconds.
pub(crate) async fn within(ms: i32, work: impl Future<Output = ()>) {
    let (mut work, mut late) = (std::pin::pin!(work), std::pin::pin!(sleep(ms)));
    std::future::poll_fn(|context| {
        let is_over = work.as_mut().poll(context).is_ready();
        if is_over { Poll::Ready(()) } else { late.as_mut().poll(context) }
    })
    .await;
}

/// Draws the app into its place; the boot text goes by itself.
pub(crate) fn mount<N: leptos::prelude::IntoView + 'static>(app: impl FnOnce() -> N + 'static) {
    let place = document().and_then(|d| d.get_element_by_id("app"));
    if let Some(place) = place.and_then(|p| p.dyn_into::<HtmlElement>().ok()) {
        leptos::mount::mount_to(place, app).forget();
    }
}

/// Shows a failure through the page's own script, before the app exists.
pub(crate) fn fail(why: &str) {
    let boot = js_sys::Reflect::get(&js_sys::global(), &"jieyouBoot".into());
    let call = boot.and_then(|b| js_sys::Reflect::get(&b, &"fail".into()));
    if let Some(call) = call.ok().and_then(|c| c.dyn_into::<js_sys::Function>().ok()) {
        drop(call.call1(&JsValue::NULL, &JsValue::from_str(why)));
    }
}

/// Tells the page's own listeners that something happened.
pub(crate) fn tell(name: &str) {
    if let (Some(window), Ok(event)) = (window(), web_sys::Event::new(name)) {
        drop(window.dispatch_event(&event));
    }
}

/// Whether an event tells of one keystroke, after which somebody types on; not of a text
/// that was pasted, dropped or filled in.
pub(crate) fn is_keystroke(event: &web_sys::Event) -> bool {
    let kind = js_sys::Reflect::get(event, &"inputType".into());
    let kind = kind.ok().and_then(|kind| kind.as_string()).unwrap_or_default();
    matches!(kind.as_str(), "insertText" | "insertCompositionText" | "insertLineBreak")
}

/// What is selected in a box of text, as places in UTF-16; the caret is an empty one.
pub(crate) fn selection(id: &str) -> Option<std::ops::Range<usize>> {
    let field = document()?.get_element_by_id(id)?;
    let place = |name: &str| {
        let place = js_sys::Reflect::get(&field, &name.into()).ok()?.as_f64()?;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a length")]
        Some(place as usize)
    };
    Some(place("selectionStart")?..place("selectionEnd")?)
}

/// Whether an element has the focus.
pub(crate) fn is_focused(id: &str) -> bool {
    document().and_then(|d| d.active_element()).is_some_and(|at| at.id() == id)
}

/// Writes a text into a box; with a place, puts the focus and the caret there.
pub(crate) fn put_text(id: &str, text: &str, caret: Option<usize>) {
    let Some(field) = document().and_then(|d| d.get_element_by_id(id)) else { return };
    let set = |name: &str, value: JsValue| drop(js_sys::Reflect::set(&field, &name.into(), &value));
    set("value", text.into());
    let Some(caret) = caret else { return };
    if let Some(field) = field.dyn_ref::<HtmlElement>() {
        drop(field.focus());
    }
    let caret = u32::try_from(caret).unwrap_or(u32::MAX);
    set("selectionEnd", caret.into());
    set("selectionStart", caret.into());
}

/// Whether a date field holds something that is no date: a day that does not exist.
pub(crate) fn is_bad_input(event: &web_sys::Event) -> bool {
    let Some(field) = event.target() else { return false };
    let validity = js_sys::Reflect::get(&field, &"validity".into());
    let bad = validity.and_then(|v| js_sys::Reflect::get(&v, &"badInput".into()));
    bad.is_ok_and(|b| b.is_truthy())
}
