//! Telling the other tabs of one ledger that something was written, and asking whether
//! there are any.

use super::page;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{BroadcastChannel, MessageEvent};

/// What a tab says when it wrote.
const WRITTEN: &str = "written";
/// What it says to hear from the others.
const WHO: &str = "who";
/// What they answer.
const HERE: &str = "here";
/// How long an answer may take, in milliseconds.
const ANSWER: i32 = 400;

/// A line to the other tabs. Dropped with the page.
#[derive(Debug)]
pub(crate) struct Tabs {
    channel: Option<BroadcastChannel>,
    answered: Rc<Cell<bool>>,
    /// Kept so that the browser can call it.
    _heard: Closure<dyn FnMut(MessageEvent)>,
}

fn say(channel: Option<&BroadcastChannel>, what: &str) {
    if let Some(channel) = channel {
        drop(channel.post_message(&JsValue::from_str(what)));
    }
}

impl Tabs {
    /// Opens the line of one database; `heard` is called when another tab wrote.
    pub(crate) fn open(database: &str, heard: impl Fn() + 'static) -> Self {
        let channel = BroadcastChannel::new(database).ok();
        let answered = Rc::new(Cell::new(false));
        let heard = Closure::new({
            let (channel, answered) = (channel.clone(), Rc::clone(&answered));
            move |message: MessageEvent| match message.data().as_string().as_deref() {
                Some(WHO) => say(channel.as_ref(), HERE),
                Some(HERE) => answered.set(true),
                _ => heard(),
            }
        });
        if let Some(channel) = &channel {
            channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        }
        Self { channel, answered, _heard: heard }
    }

    /// Says that this tab wrote. A line that does not work costs liveness only: the
    /// other tab finds out when it writes or is looked at.
    pub(crate) fn say_written(&self) {
        say(self.channel.as_ref(), WRITTEN);
    }

    /// Asks who else has this ledger open. What comes back says after a while whether
    /// anybody answered; a tab that sleeps may not.
    pub(crate) fn ask(&self) -> impl Future<Output = bool> + use<> {
        self.answered.set(false);
        say(self.channel.as_ref(), WHO);
        let answered = Rc::clone(&self.answered);
        async move {
            page::sleep(ANSWER).await;
            answered.get()
        }
    }
}
