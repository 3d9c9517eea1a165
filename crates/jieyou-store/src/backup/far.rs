//! What of a file lies far ahead: it waits, so that one wrong clock does not move the clocks
//! of everybody.

use super::sift::File;
use crate::clock::FAR_FUTURE_MS;
use crate::journal::Held;
use crate::record::Record;
use jieyou_domain::compact::Map;
use jieyou_domain::time::day_at;
use jieyou_domain::{Date, EntryId};

/// The code of a record that waits for its day.
pub(super) const FAR: &str = "chain/far-future";

impl File {
    /// Takes out what lies far ahead of this computer's clock and of everything accepted
    /// before, and what follows on it in its chain.
    pub(super) fn hold_back(&mut self, held: &Held, now_ms: u64) {
        let limit = now_ms.max(held.clock.greatest().ms).saturating_add(FAR_FUTURE_MS);
        let last = day_at(limit);
        let mut far: Map<EntryId, ()> = Map::new();
        loop {
            let before = far.len();
            for record in self.records.iter().filter(|r| !held.weave.contains(r.id)) {
                let head = &record.head;
                let follows = head.prev.is_some_and(|prev| far.contains_key(&prev));
                if follows || head.time.ms > limit || last.is_some_and(|last| head.on > last) {
                    far.insert(record.id, ());
                }
            }
            if far.len() == before {
                break;
            }
        }
        if far.is_empty() {
            return;
        }
        let (here, there): (Vec<Record>, Vec<Record>) = std::mem::take(&mut self.records)
            .into_iter()
            .partition(|record| !far.contains_key(&record.id));
        self.records = here;
        self.far = there;
    }

    /// The day on which nothing of it lies far ahead any more.
    pub(super) fn until(&self) -> Option<Date> {
        let day = |record: &Record| Some(day_at(record.head.time.ms)?.max(record.head.on));
        self.far.iter().map(day).max().flatten()
    }
}
