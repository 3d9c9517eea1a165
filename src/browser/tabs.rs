//! Telling the other tabs of one ledger that something was written.

use wasm_bindgen::prelude::*;
use web_sys::{BroadcastChannel, MessageEvent};

/// A line to the other tabs. Dropped with the page.
#[derive(Debug)]
pub(crate) struct Tabs {
    channel: Option<BroadcastChannel>,
    /// Kept so that the browser can call it.
    _heard: Closure<dyn FnMut(MessageEvent)>,
}

impl Tabs {
    /// Opens the line of one database; `heard` is called when another tab wrote.
    pub(crate) fn open(database: &str, heard: impl Fn() + 'static) -> Self {
        let heard = Closure::new(move |_: MessageEvent| heard());
        let channel = BroadcastChannel::new(database).ok();
        if let Some(channel) = &channel {
            channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        }
        Self { channel, _heard: heard }
    }

    /// Says that this tab wrote. A line that does not work costs liveness only: the
    /// other tab finds out when it writes or is looked at.
    pub(crate) fn say_written(&self) {
        if let Some(channel) = &self.channel {
            drop(channel.post_message(&JsValue::from_str("written")));
        }
    }
}
