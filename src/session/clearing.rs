//! Closing a ledger and clearing it from this computer: only after a verified copy that
//! holds everything, never while another tab has it open, and never by half.

use super::Session;
use crate::browser::{page, preferences};
use crate::missed;
use jieyou_store::event_store::{StoreError, meta, name};
use jieyou_store::indexed_db;
use jieyou_view::text::copies::{self, Clearing};
use jieyou_view::text::{Both, safety, say};

/// This tab's key of what is said once the ledger is gone.
pub(crate) const CLEARED: &str = "cleared";

/// What would be cleared.
#[derive(Clone, Debug)]
pub(crate) struct Going {
    /// The unit.
    pub(crate) unit: String,
    /// How many matters.
    pub(crate) matters: usize,
    records: u32,
    copy: String,
    others: Vec<String>,
}

impl Going {
    /// What goes and what stays, or what is gone, line by line.
    pub(crate) fn lines(&self, is_done: bool, lang: jieyou_view::Lang) -> Vec<String> {
        let Self { unit, matters, records, copy, others } = self;
        let what = Clearing { unit, matters: *matters, records: *records, copy, others };
        copies::clearing(&what, is_done, lang)
    }
}

impl Session {
    /// What clearing would take away; else why it may not be done now.
    pub(crate) async fn look_at_clearing(self) -> Result<Going, String> {
        let lang = self.lang.get_untracked();
        let not = |why: Both| why.to(lang).to_owned();
        let failed = |why: StoreError| say::store_error(&why, lang).line(lang);
        if self.is_open_elsewhere().await {
            return Err(not(safety::CLEAR_OTHER_TAB));
        }
        let copy = self.complete_copy().await.map_err(failed)?;
        let copy = copy.ok_or_else(|| not(safety::CLEAR_NO_COPY))?;
        let (unit, matters) = self.book.with_untracked(|book| {
            (book.unit().map(|u| u.name.clone()).unwrap_or_default(), book.matters().count())
        });
        let others = self.others().await;
        Ok(Going { unit, matters, records: self.size(), copy, others })
    }

    /// The units of the other ledgers on this computer.
    async fn others(self) -> Vec<String> {
        let mut others = Vec::new();
        let here = self.database();
        for database in indexed_db::list_databases(name::REAL).await.unwrap_or_default() {
            if database != here {
                let texts = indexed_db::peek(&database).await.map(|(l, _)| l.meta);
                others
                    .push(texts.ok().and_then(|t| t.get(meta::UNIT).cloned()).unwrap_or_default());
            }
        }
        others
    }

    async fn is_open_elsewhere(self) -> bool {
        let asked = self.inner().tabs.borrow().as_ref().map(|tabs| tabs.ask());
        match asked {
            Some(answer) => answer.await,
            None => false,
        }
    }

    /// Clears the ledger and loads the page anew, which says what was done. Looks at
    /// everything once more first.
    ///
    /// # Errors
    ///
    /// Returns why nothing was cleared.
    pub(crate) async fn clear(self) -> Result<(), String> {
        let going = self.look_at_clearing().await?;
        let lang = self.lang.get_untracked();
        let database = self.database();
        let said = going.lines(true, lang).join("\n");
        missed::clearing(&database, Some(&said));
        drop(self.close().await);
        if let Err(why) = indexed_db::delete_database(&database).await {
            // The connection is gone either way.
            page::tell("jieyou-closed");
            return Err(match why {
                // The browser clears it later: then the page that opens says so.
                StoreError::Blocked => safety::CLEAR_BLOCKED.to(lang).to_owned(),
                why => {
                    missed::clearing(&database, None);
                    say::store_error(&why, lang).line(lang)
                }
            });
        }
        // Only what belongs to a ledger that is gone.
        self.drafts.close();
        missed::drop_beside(&database).await;
        preferences::set_tab(CLEARED, Some(&said));
        // Not by going there: a page that is drawn may write preferences.
        page::replace("/today");
        page::reload();
        Ok(())
    }
}
