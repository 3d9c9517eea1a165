//! What is noted of the open ledger outside its database, so that it is missed when the
//! browser loses it.

use super::{Inner, Session};
use crate::browser::preferences;
use jieyou_domain::json::Write as _;
use jieyou_view::screens::copies;
use jieyou_view::screens::gone::Seen;
use leptos::prelude::*;

/// Preference of a ledger: what is noted of it.
pub(crate) const SEEN: &str = "seen";

impl Session {
    /// Notes how much there is and which copy to go by.
    pub(super) fn note_seen(self, inner: &Inner) {
        let is_lasting = self.opened.with_value(|o| o.is_kept && o.believed.is_none());
        if self.is_training() || !is_lasting {
            return;
        }
        let (records, last_ms) = inner.shape.get();
        let unit = self.book.with_untracked(|b| b.unit().map(|u| u.name.clone()));
        let copy = self.copies.list.with_untracked(|list| {
            copies::verified(list).or_else(|| copies::latest(list)).cloned()
        });
        let seen = Seen { unit: unit.unwrap_or_default(), records, last_ms, copy };
        preferences::set(&self.key(SEEN), &seen.write());
    }
}
