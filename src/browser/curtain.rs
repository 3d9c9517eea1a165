//! Where somebody was when the page was covered: the control with the focus, and how far the
//! page was scrolled.

use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, KeyboardEvent};

thread_local! {
    static PLACE: RefCell<Option<(Option<HtmlElement>, f64)>> = const { RefCell::new(None) };
}

/// Remembers the place, and takes the selection away: what is selected could be copied.
pub(crate) fn leave() {
    let Some(window) = web_sys::window() else { return };
    let focused = window.document().and_then(|d| d.active_element());
    let focused = focused.and_then(|at| at.dyn_into::<HtmlElement>().ok());
    let down = window.scroll_y().unwrap_or_default();
    PLACE.with(|place| drop(place.replace(Some((focused, down)))));
    if let Ok(Some(selection)) = window.get_selection() {
        drop(selection.remove_all_ranges());
    }
}

/// Goes back to the place, once the page is drawn again and the key that asked is let go.
pub(crate) fn back() {
    super::page::after(0, || {
        let Some((focused, down)) = PLACE.with(RefCell::take) else { return };
        if let Some(focused) = focused {
            drop(focused.focus());
        }
        if let Some(window) = web_sys::window() {
            window.scroll_to_with_x_and_y(0.0, down);
        }
    });
}

/// Whether a key was pressed by itself: to print with a shortcut is not to go on.
pub(crate) fn is_plain_key(event: &web_sys::Event) -> bool {
    let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return false };
    let is_alone = !event.ctrl_key() && !event.alt_key() && !event.meta_key();
    is_alone && !matches!(event.key().as_str(), "Shift" | "CapsLock" | "PrintScreen")
}
