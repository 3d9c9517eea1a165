//! A panic ends the program: say so, say that the data is safe, and offer to reload.
//!
//! The page is drawn with plain nodes, since nothing of the app can be trusted then.
//! What was acknowledged is on disk: the book shows nothing else.

use wasm_bindgen::prelude::*;

/// Watches for a panic.
pub(crate) fn watch() {
    std::panic::set_hook(Box::new(|info| {
        let what = info.to_string();
        web_error(&what);
        // What cannot be drawn stands in the console.
        let _drawn = show(&what);
    }));
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = console, js_name = error)]
    fn web_error(text: &str);
}

fn show(what: &str) -> Option<()> {
    let t = jieyou_view::text::frame::crash();
    let document = web_sys::window()?.document()?;
    let node = |tag: &str, class: &str, text: &str| {
        let node = document.create_element(tag).ok()?;
        node.set_class_name(class);
        node.set_text_content(Some(text));
        Some(node)
    };
    let main = node("main", "crash", "")?;
    main.append_child(&*node("h1", "crash__title", t.title)?).ok()?;
    for line in t.lines {
        main.append_child(&*node("p", "crash__text", line)?).ok()?;
    }
    let actions = node("div", "crash__actions cluster", "")?;
    let again = node("button", "button button--primary", t.reload)?;
    let reload = Closure::<dyn Fn()>::new(super::page::reload);
    again.add_event_listener_with_callback("click", reload.as_ref().unchecked_ref()).ok()?;
    reload.forget();
    actions.append_child(&again).ok()?;
    main.append_child(&actions).ok()?;
    let details = node("details", "crash__details", "")?;
    details.append_child(&*node("summary", "", t.details)?).ok()?;
    details.append_child(&*node("pre", "keep", what)?).ok()?;
    main.append_child(&details).ok()?;
    let body = document.body()?;
    body.set_text_content(None);
    body.append_child(&main).ok()?;
    Some(())
}
