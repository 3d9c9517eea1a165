//! Says how far opening is, in the place of the boot text, and lets it be stopped.

use std::cell::{Cell, RefCell};
use std::pin::Pin;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::Element;

/// Work between two breaths of the page, in milliseconds: two frames and a bit.
const WORK: f64 = 40.0;
/// The same where nobody looks; the browser makes hidden pages wait a second each time.
const HIDDEN: f64 = 2_000.0;
/// What takes less is not spoken of.
const LONG: f64 = 700.0;

/// Opening that takes a while.
#[derive(Debug)]
pub(crate) struct Opening {
    begun: f64,
    breath: Cell<f64>,
    is_stopped: Rc<Cell<bool>>,
    /// The words and the bar, once they are shown.
    shown: RefCell<Option<(Element, Element)>>,
}

impl Opening {
    /// Begins.
    pub(crate) fn new() -> Self {
        let now = now();
        Self {
            begun: now,
            breath: Cell::new(now),
            is_stopped: Rc::default(),
            shown: RefCell::default(),
        }
    }

    /// Tells how far it is, when it is time to; whether to go on. `words` says it, and is
    /// asked only then; `stop` is on the button.
    pub(crate) async fn at(
        &self,
        done: usize,
        all: usize,
        words: impl Fn() -> String,
        stop: &str,
    ) -> bool {
        if self.breathe().await && self.is_long() {
            // What cannot be shown does not keep it from opening.
            let _shown = self.show(done, all, &words(), stop);
        }
        !self.is_stopped.get()
    }

    /// Lets the page answer, when it is time to; whether it was.
    pub(crate) async fn breathe(&self) -> bool {
        let is_hidden = document().is_some_and(|d| d.hidden());
        if now() - self.breath.get() < if is_hidden { HIDDEN } else { WORK } {
            return false;
        }
        super::page::sleep(0).await;
        self.breath.set(now());
        true
    }

    /// Whether it takes long enough to be spoken of.
    pub(crate) fn is_long(&self) -> bool {
        now() - self.begun > LONG
    }

    fn show(&self, done: usize, all: usize, words: &str, stop: &str) -> Option<()> {
        let mut shown = self.shown.borrow_mut();
        if shown.is_none() {
            *shown = Some(self.draw(stop)?);
        }
        let (text, bar) = shown.as_ref()?;
        text.set_text_content(Some(words));
        bar.set_attribute("max", &all.to_string()).ok()?;
        bar.set_attribute("value", &done.to_string()).ok()
    }

    fn draw(&self, stop: &str) -> Option<(Element, Element)> {
        let document = document()?;
        let boot = document.get_element_by_id("boot")?;
        let node = |tag: &str| document.create_element(tag).ok();
        let (text, bar, button) = (node("p")?, node("progress")?, node("button")?);
        bar.set_attribute("aria-labelledby", "boot-words").ok()?;
        text.set_id("boot-words");
        button.set_attribute("type", "button").ok()?;
        button.set_text_content(Some(stop));
        let is_stopped = Rc::clone(&self.is_stopped);
        let act = Closure::<dyn Fn()>::new(move || is_stopped.set(true));
        button.add_event_listener_with_callback("click", act.as_ref().unchecked_ref()).ok()?;
        act.forget();
        boot.set_text_content(None);
        for part in [&text, &bar, &button] {
            boot.append_child(part).ok()?;
        }
        Some((text, bar))
    }
}

thread_local! {
    /// When the page last answered.
    static BREATH: Cell<f64> = const { Cell::new(0.0) };
}

/// Lets the page answer, when it is time to, while an open ledger is gone through.
pub(crate) fn pace() -> Pin<Box<dyn Future<Output = ()>>> {
    Box::pin(async {
        if now() - BREATH.get() >= WORK {
            super::page::sleep(0).await;
            BREATH.set(now());
        }
    })
}

/// Says what opening waits for, in the place of the boot text.
pub(crate) fn say(words: &str) {
    let boot = document().and_then(|document| document.get_element_by_id("boot"));
    if let Some(text) = boot.and_then(|boot| boot.first_element_child()) {
        text.set_text_content(Some(words));
        // So the page does not call it slow on top of that.
        text.set_class_name("");
    }
}

fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}

fn now() -> f64 {
    js_sys::Date::now()
}
