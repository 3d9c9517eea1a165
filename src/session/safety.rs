//! How safe the open ledger is: what is known for the lamp, and the recovery drill.

use super::Session;
use super::copies::{CLOCK_RIGHT, DRILLED, PUT_OFF};
use crate::backend::Backend;
use crate::browser::{chosen, clock, preferences, storage, task};
use jieyou_domain::EntryId;
use jieyou_domain::time::parse_date;
use jieyou_store::backup::{DrillFailed, Drilled};
use jieyou_store::event_store::StoreError;
use jieyou_store::journal::{Believed, SubmitError};
use jieyou_store::memory::Memory;
use jieyou_view::screens::lamp::{self, Facts, Home, Place};
use jieyou_view::text::{Lang, damaged, safety};
use leptos::prelude::*;

impl Session {
    /// Everything known about the safety of the ledger; follows it.
    pub(crate) fn facts(self) -> Facts {
        let (copies, safety) = (self.copies, self.safety.get());
        let host = storage::host();
        let today = self.today.get();
        let is_empty =
            self.book.with(|b| b.matters().next().is_none() && b.sealed().next().is_none());
        let inner = self.inner();
        let (records, last_ms) = inner.shape.get();
        Facts {
            is_training: self.is_training(),
            is_kept: self.is_kept(),
            is_empty,
            persisted: safety.persisted,
            room: safety.used,
            in_app: host.in_app,
            home: match host.is_file {
                true if host.is_chromium => Home::SharedFiles,
                true => Home::OwnPath,
                false => Home::Web,
            },
            place: copies.place.get(),
            records,
            copies: copies.list.get(),
            drilled: copies.drilled.get(),
            first: inner.first.get().map(clock::day_of),
            last: (last_ms > 0).then(|| clock::day_of(last_ms)),
            rules: self.book.with(|b| parse_date(&b.rules().edition)),
            clock_right: copies.clock_right.get(),
            put_off: copies.put_off.get() == Some(today),
            unsaved: self.unsaved.get(),
            damaged: self.damaged.get(),
            believed: self.believed(),
            apart: inner.apart.get(),
            missing: inner.missing.get(),
            lost: copies.lost.get(),
            today,
        }
    }

    /// That what is here is not all there is; nothing of a ledger that reads whole.
    pub(crate) fn incomplete(self, lang: Lang) -> Option<String> {
        self.believed().map(|believed| damaged::incomplete(&believed, lang))
    }

    /// What can be believed of a damaged ledger that is only read.
    pub(crate) fn believed(self) -> Option<Believed> {
        self.opened.with_value(|o| o.believed.clone())
    }

    /// Refuses to write while the computer's date lies before what was written already.
    pub(super) fn check_clock(self) -> Result<(), SubmitError> {
        let is_behind = untrack(|| lamp::is_behind(&self.facts()));
        if is_behind { Err(StoreError::Clock.into()) } else { Ok(()) }
    }

    /// Takes note of whether the last thing to be written was.
    pub(super) fn written(self, result: &Result<Vec<EntryId>, SubmitError>) {
        let is_lost = match result {
            Err(SubmitError::Store(why)) => {
                !matches!(why, StoreError::Moved | StoreError::ReadOnly)
            }
            Err(SubmitError::Rejected(_)) => return,
            Ok(_) => false,
        };
        if self.unsaved.get_untracked() != is_lost {
            self.unsaved.set(is_lost);
        }
    }

    /// Looks again at what the browser says about its storage and about the chosen file.
    pub(crate) fn look_at_storage(self) {
        task::start(async move {
            let safety = storage::safety().await;
            if self.safety.get_untracked() != safety {
                self.safety.set(safety);
            }
            let database = self.database();
            if self.inner().chosen().is_none() {
                *self.inner().chosen.borrow_mut() = chosen::recall(&database).await;
            }
            self.look_at_place().await;
        });
    }

    pub(super) async fn look_at_place(self) {
        let Some(file) = self.inner().chosen() else { return };
        let name = file.name();
        let is_allowed = file.is_allowed().await;
        self.copies.place.set(if is_allowed { Place::Allowed(name) } else { Place::Asks(name) });
    }

    /// Asks the browser to keep the data; never waited for. `is_asked` says that somebody pressed for it, and
    /// waits for an answer.
    pub(crate) fn ask_to_keep(self, is_asked: bool) {
        task::start(async move {
            let is_kept = storage::ask_to_keep().await;
            self.look_at_storage();
            if is_asked && !is_kept {
                self.say(safety::NOT_KEPT.to(self.lang.get_untracked()));
            }
        });
    }

    /// Puts the reminder off for today.
    pub(crate) fn put_off(self) {
        let today = self.today.get_untracked();
        preferences::set(&self.key(PUT_OFF), &today.to_string());
        self.copies.put_off.set(Some(today));
    }

    /// Takes it that the computer's clock is right, whatever the last record says.
    pub(crate) fn call_clock_right(self) {
        let (_, last) = self.inner().shape.get();
        let day = clock::day_of(last);
        preferences::set(&self.key(CLOCK_RIGHT), &day.to_string());
        self.copies.clock_right.set(Some(day));
    }

    /// Restores a copy in memory and compares it with the ledger; notes the day when it
    /// restores.
    ///
    /// # Errors
    ///
    /// Returns why it does not restore this ledger.
    pub(crate) async fn drill(self, text: &str) -> Result<Drilled, DrillFailed> {
        let mut journal = self.take().await;
        let scratch = Backend::Memory(Memory::new());
        let today = self.today.get_untracked();
        let drilled = journal.drill(scratch, text, self.now(), today).await;
        self.give_back(journal).await;
        if drilled.is_ok() {
            self.copies.drilled.set(Some(today));
            self.remember(DRILLED, &today.to_string()).await;
        }
        drilled
    }

    /// Takes it that the chosen file is no copy: it does not restore, or is not there.
    pub(crate) async fn chosen_is_no_copy(self) {
        if let Some(file) = self.inner().chosen() {
            self.replace(&file.name());
            self.keep_copies(self.copies.list.get_untracked()).await;
            self.copies.drilled.set(None);
            self.remember(DRILLED, "").await;
        }
    }
}
