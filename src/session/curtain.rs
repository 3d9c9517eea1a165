//! The curtain: drawn by a button, or after some time in which nobody did anything. No
//! protection, and nothing of the ledger changes by it.

use super::Session;
use crate::browser::{clock, curtain, page, preferences};
use std::cell::Cell;
use std::rc::Rc;

/// The id of the curtain.
pub(crate) const CURTAIN: &str = "curtain";

/// How often it is looked at, in milliseconds.
const EVERY: i32 = 5_000;

impl Session {
    /// After how many minutes the curtain is drawn by itself; 0 for never, as it is until
    /// somebody chooses otherwise for this ledger.
    pub(crate) fn curtain_after(self) -> u32 {
        preferences::get(&self.key("curtain")).unwrap_or_default()
    }

    /// Chooses that.
    pub(crate) fn set_curtain_after(self, minutes: u32) {
        preferences::set(&self.key("curtain"), &minutes);
    }

    /// Draws the curtain.
    pub(crate) fn draw_curtain(self) {
        if !self.curtain.get_untracked() {
            self.drafts.flush();
            curtain::leave();
            self.curtain.set(true);
            page::refocus(CURTAIN.to_owned());
        }
    }

    /// Takes it off.
    pub(crate) fn lift_curtain(self) {
        if self.curtain.get_untracked() {
            self.curtain.set(false);
            curtain::back();
        }
    }

    /// Draws it once nobody has done anything for as long as was chosen.
    pub(super) fn watch_for_idleness(self) {
        let last = Rc::new(Cell::new(clock::now_ms()));
        for act in ["pointerdown", "pointermove", "keydown", "wheel", "touchstart", "input"] {
            let last = Rc::clone(&last);
            page::on_document(act, move || last.set(clock::now_ms()));
        }
        page::every(EVERY, move || {
            let minutes = u64::from(self.curtain_after());
            let idle = clock::now_ms().saturating_sub(last.get());
            if minutes > 0 && idle >= minutes * 60_000 {
                self.draw_curtain();
            }
        });
    }
}
