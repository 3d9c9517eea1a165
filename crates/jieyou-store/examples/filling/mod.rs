//! Puts exports of `jieyou sample`, one behind another, into a database: as one ledger, with
//! a contact for every matter, and with its old lines in segments.

use jieyou_domain::SubjectKind;
use jieyou_store::contact::{Contact, Party, Stored};
use jieyou_store::event_store::{Batch, EventStore, FORMAT, SEGMENT, Seq, meta};
use jieyou_store::hash::hash;
use jieyou_store::indexed_db::IndexedDb;
use jieyou_store::record::{Origin, Record};

/// The type of the record that begins a matter.
const REGISTERED: &str = "matter.registered";

/// A database that is being filled.
pub(crate) struct Filling {
    store: IndexedDb,
    seq: Seq,
    /// The origin whose ledger it becomes; of the others only matters are taken.
    first: Option<Origin>,
    sum: String,
    /// What is not written yet.
    batch: Batch,
}

impl Filling {
    pub(crate) fn new(store: IndexedDb) -> Self {
        Self { store, seq: 0, first: None, sum: String::new(), batch: Batch::default() }
    }

    /// How many records are written.
    pub(crate) fn seq(&self) -> Seq {
        self.seq
    }

    /// Reads lines of an export; what stands around the records says nothing here.
    pub(crate) fn take(&mut self, lines: &str) -> Result<(), String> {
        for line in lines.lines().filter(|line| line.starts_with("{\"head\"")) {
            let line = line.trim_end_matches(',');
            let record = Record::read(line).map_err(|e| format!("{e}: {line}"))?;
            let is_first = *self.first.get_or_insert(record.head.origin) == record.head.origin;
            let kind = record.head.subject().map(|subject| subject.kind);
            if !is_first && kind != Some(SubjectKind::Matter) {
                continue;
            }
            self.sum = hash(&format!("{}\n{}\n", self.sum, record.id)).to_string();
            self.batch.records.push(line.to_owned());
            if record.head.code == REGISTERED {
                let party = Party {
                    role: "反映人".to_owned(),
                    name: "王某某".to_owned(),
                    phone: "13800000000".to_owned(),
                    ..Party::default()
                };
                let contact = Contact { parties: vec![party] };
                let text = Stored::after(None, Some(contact), record.head.time).text();
                self.batch.contacts.push((record.head.subject, text));
            }
        }
        Ok(())
    }

    /// Writes what was taken, when it is enough or the last, and seals what can be sealed.
    pub(crate) async fn write(&mut self, is_last: bool) -> Result<(), String> {
        let is_enough = self.batch.records.len() >= usize::try_from(SEGMENT).unwrap_or_default();
        if !is_last && !is_enough {
            return Ok(());
        }
        let mut batch = std::mem::take(&mut self.batch);
        let texts = [
            (meta::REALM, "training".to_owned()),
            (meta::FORMAT, FORMAT.to_string()),
            (meta::SUM, self.sum.clone()),
            (meta::ORIGIN, self.first.map(|first| first.to_string()).unwrap_or_default()),
        ];
        batch.meta.extend(texts.map(|(key, text)| (key.to_owned(), text)));
        let written = self.store.append(self.seq, &batch).await;
        self.seq = written.map_err(|e| format!("{e}"))?;
        while self.store.seal().await.map_err(|e| format!("{e}"))? {}
        Ok(())
    }
}
