//! Files: written whole or for another unit, and read in.

use super::Session;
use crate::browser::files::Parts;
use crate::browser::ondemand;
use jieyou_domain::EntryId;
use jieyou_domain::Id;
use jieyou_store::backup::{Export, ImportFailed, ImportPlan, Part, Purpose};
use jieyou_store::event_store::{Seq, StoreError};
use jieyou_store::hash::Hashing;

/// The whole ledger as a file.
#[derive(Debug)]
pub(crate) struct Whole {
    /// Its text.
    pub(crate) parts: Parts,
    /// The hash of its bytes.
    pub(crate) hash: EntryId,
    /// How many records it holds at least.
    pub(crate) records: Seq,
}

impl Session {
    /// Writes the whole ledger as a file, part by part.
    pub(crate) async fn export(self) -> Result<Whole, StoreError> {
        let mut journal = self.take().await;
        let app = format!("jieyou {}", self.inner().brought.version);
        let exported_on = self.today.get_untracked();
        let export = Export { app: &app, exported_on, purpose: Purpose::Copy };
        let (mut parts, mut hashing) = (Parts::default(), Hashing::default());
        let mut take = |part: Part<'_>| match part {
            Part::Begin => {
                parts.clear();
                hashing = Hashing::default();
            }
            Part::Text(text) => {
                hashing.add(text.as_bytes());
                parts.push(text);
            }
        };
        // What another tab wrote is taken in once, not read again for the file.
        let written = match journal.refresh().await {
            Ok(_) => journal.export_in_parts(export, &mut take).await,
            Err(error) => Err(error),
        };
        let records = journal.seq();
        self.give_back(journal).await;
        written.map(|()| Whole { parts, hash: hashing.finish(), records })
    }

    /// Seals a file with a passphrase; says by a code why not.
    pub(crate) async fn seal_copy(self, plain: &[u8], passphrase: &str) -> Result<Vec<u8>, String> {
        ondemand::seal(plain, passphrase).await
    }

    /// Opens a sealed file; says by a code why not.
    pub(crate) async fn open_copy(
        self,
        sealed: &[u8],
        passphrase: &str,
    ) -> Result<Vec<u8>, String> {
        ondemand::open(sealed, passphrase).await
    }

    /// Writes what another unit needs of matters as one text.
    pub(crate) async fn hand_over(
        self,
        matters: &[Id],
        is_up: bool,
        contacts: bool,
    ) -> Result<String, StoreError> {
        let journal = self.take().await;
        let app = format!("jieyou {}", self.inner().brought.version);
        let exported_on = self.today.get_untracked();
        let purpose = if is_up { Purpose::HandedUp } else { Purpose::FedBack };
        let export = Export { app: &app, exported_on, purpose };
        let result = journal.hand_over(export, matters, contacts).await;
        self.give_back(journal).await;
        result
    }

    /// Says what importing a file would do.
    pub(crate) async fn plan_import(self, text: &str) -> Result<ImportPlan, ImportFailed> {
        let mut journal = self.take().await;
        let result = journal.plan_import(text, self.now()).await;
        self.give_back(journal).await;
        result
    }

    /// Carries an import out.
    pub(crate) async fn apply_import(self, plan: &ImportPlan) -> Result<(), ImportFailed> {
        let mut journal = self.take().await;
        let result = journal.apply_import(plan, self.today.get_untracked()).await;
        if result.is_ok()
            && let Some(tabs) = &*self.inner().tabs.borrow()
        {
            tabs.say_written();
        }
        self.give_back(journal).await;
        result
    }
}
