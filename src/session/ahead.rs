//! What follows about each matter, computed before it is shown, when all of it changes:
//! with the day, the unit, the pack or the calendar. The page answers meanwhile.

use super::{CLOCK, Session};
use crate::boot::COMPUTED;
use crate::browser::opening::Opening;
use crate::browser::{clock, task};
use jieyou_domain::Date;
use jieyou_domain::ledger::Book;
use jieyou_store::event_store::StoreError;
use jieyou_view::text::frame;
use leptos::prelude::*;
use std::sync::Arc;

impl Session {
    /// Shows a book and a day, once what follows from them is computed.
    pub(super) async fn show(self, book: Arc<Book>, today: Date) {
        let old = self.assessed.get_untracked();
        if !old.is_of(&book, today) {
            let (mut all, n) = (old.anew(), book.matters().count());
            let (pace, before) = (Opening::new(), self.said.get_untracked());
            while all.begin(&book, today, COMPUTED) {
                let words = || frame::opening(3, all.len(), n, self.lang.get_untracked());
                if pace.breathe().await && pace.is_long() {
                    self.say(words());
                }
            }
            if pace.is_long() {
                self.said.set(before);
            }
            self.ahead.set_value(Some(Arc::new(all)));
        }
        if today != self.today.get_untracked() {
            self.set_today.set(today);
        }
        if !Arc::ptr_eq(&book, &self.book.get_untracked()) {
            self.set_book.set(book);
        }
        // Taken over here, not when a page comes to ask.
        drop(self.assessed.get_untracked());
        self.ahead.set_value(None);
    }

    /// A tab left open over night must not lie.
    pub(super) fn look_at_clock(self) {
        let now = clock::today();
        if self.is_training() || self.today.get_untracked() == now {
            return;
        }
        task::start(async move {
            let journal = self.take().await;
            self.give_back_on(journal, Some(now)).await;
            self.let_in_due();
        });
    }

    /// Moves the trainer's clock; real ledgers have none.
    pub(crate) async fn move_clock(self, day: Date) -> Result<(), StoreError> {
        if !self.is_training() {
            return Ok(());
        }
        let mut journal = self.take().await;
        let result = journal.remember(CLOCK, &day.to_string()).await;
        self.give_back_on(journal, result.is_ok().then_some(day)).await;
        if result.is_ok()
            && let Some(tabs) = &*self.inner().tabs.borrow()
        {
            tabs.say_written();
        }
        result
    }
}
