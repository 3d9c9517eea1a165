//! Files: written whole or for another unit, and read in.

use super::Session;
use crate::browser::files::Parts;
use jieyou_domain::Id;
use jieyou_store::backup::{Export, ImportFailed, ImportPlan, Part, Purpose};
use jieyou_store::event_store::StoreError;

impl Session {
    /// Writes the whole ledger as a file, part by part.
    pub(crate) async fn export(self) -> Result<Parts, StoreError> {
        let mut journal = self.take().await;
        let app = format!("jieyou {}", self.inner().brought.version);
        let exported_on = self.today.get_untracked();
        let export = Export { app: &app, exported_on, purpose: Purpose::Copy };
        let mut parts = Parts::default();
        let mut take = |part: Part<'_>| match part {
            Part::Begin => parts.clear(),
            Part::Text(text) => parts.push(text),
        };
        // What another tab wrote is taken in once, not read again for the file.
        let written = match journal.refresh().await {
            Ok(_) => journal.export_in_parts(export, &mut take).await,
            Err(error) => Err(error),
        };
        self.give_back(journal);
        written.map(|()| parts)
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
        self.give_back(journal);
        result
    }

    /// Says what importing a file would do.
    pub(crate) async fn plan_import(self, text: &str) -> Result<ImportPlan, ImportFailed> {
        let mut journal = self.take().await;
        let result = journal.plan_import(text, self.now()).await;
        self.give_back(journal);
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
        self.give_back(journal);
        result
    }
}
