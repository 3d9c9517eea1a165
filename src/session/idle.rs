//! What can wait until nobody does anything.

use super::Session;
use crate::browser::{page, task};
use jieyou_store::event_store::EventStore as _;

/// How long after opening, and how often then, in milliseconds.
const EVERY: i32 = 30_000;
/// Between two segments, so that a click never waits for more than one.
const BREATH: i32 = 100;

impl Session {
    /// Puts old lines into segments, now and then. When it does not work nothing has
    /// changed, and the next time is soon enough.
    pub(super) fn tidy_up_when_idle(self) {
        page::every(EVERY, move || {
            task::start(async move {
                while self.seal().await {
                    page::sleep(BREATH).await;
                }
            });
        });
    }

    /// Seals one segment; whether there is more to do.
    async fn seal(self) -> bool {
        // Whoever is at work goes first.
        let Some(journal) = self.inner().journal.borrow_mut().take() else { return false };
        let more = journal.store().seal().await.unwrap_or_default();
        self.give_back(journal).await;
        more
    }
}
