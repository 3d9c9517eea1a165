//! From decided events to records and the batch that writes them. Writes nothing itself.

use super::held::{Held, add_to_sum, realm_code};
use crate::contact::{Contact, Stored};
use crate::event_store::{Batch, FORMAT, meta};
use crate::record::{Head, Record, VERSION};
use jieyou_domain::facts::By;
use jieyou_domain::ledger::{Command, Drafted, Event};
use jieyou_domain::{Date, EntryId, Id, Realm, Subject, SubjectKind};
use serde_json::Value;

/// Commands with everything they are written with.
pub(super) struct Draft {
    pub(super) commands: Vec<Command>,
    pub(super) contact: Option<(Subject, Contact)>,
    /// A text of the app that goes with them: key and text.
    pub(super) note: Option<(String, String)>,
    pub(super) today: Date,
    pub(super) by: By,
    pub(super) now_ms: u64,
}

/// What one record is to say.
pub(super) struct Fact {
    pub(super) on: Date,
    pub(super) subject: String,
    pub(super) code: String,
    pub(super) data: Value,
}

impl Held {
    /// Makes the records of decided events, and the batch. Only the clock moves; it may
    /// run ahead of a batch that is not written.
    pub(super) fn write(
        &mut self,
        drafted: Vec<Drafted>,
        draft: &Draft,
        realm: Realm,
        random: &mut dyn FnMut(&mut [u8]),
    ) -> (Vec<Record>, Batch) {
        let mut unit = None;
        let facts = drafted.into_iter().map(|Drafted { on, subject, event }| {
            if let Event::UnitProfiled(profile) = &event {
                unit = Some((meta::UNIT.to_owned(), profile.name.clone()));
            }
            let (subject, code) = (subject.to_string(), event.kind().code().to_owned());
            Fact { on, subject, code, data: event.data() }
        });
        let facts = facts.collect();
        let (records, mut batch) = self.lay(facts, (&draft.by, draft.now_ms), realm, random);
        batch.meta.extend(unit);
        batch.meta.extend(draft.note.clone());
        batch.contacts.extend(self.contact_after(draft));
        (records, batch)
    }

    /// Makes records of facts and their batch, by whom and at which milliseconds.
    pub(super) fn lay(
        &mut self,
        facts: Vec<Fact>,
        (by, now_ms): (&By, u64),
        realm: Realm,
        random: &mut dyn FnMut(&mut [u8]),
    ) -> (Vec<Record>, Batch) {
        let mut batch = Batch::default();
        let origin = self.origin().unwrap_or_else(|| {
            let mut bytes = [0; 10];
            random(&mut bytes);
            let origin = Id::from_bytes(bytes);
            batch.meta.push((meta::ORIGIN.to_owned(), origin.to_string()));
            origin
        });
        let (mut n, mut prev) = match self.weave.tip(origin) {
            Some(tip) => (tip.n, Some(tip.id)),
            None => (0, None),
        };
        let mut seen = self.weave.unseen(prev);
        let mut sum = self.sum;
        let mut records = Vec::with_capacity(facts.len());
        for Fact { on, subject, code, data } in facts {
            n += 1;
            let head = Head {
                v: VERSION,
                origin,
                n,
                prev,
                seen: std::mem::take(&mut seen),
                realm,
                time: self.clock.tick(now_ms),
                on,
                by: by.clone(),
                subject,
                code,
                body_hash: EntryId::from_bytes([0; 32]),
            };
            let mut salt = [0; 16];
            random(&mut salt);
            let record = Record::write(head, data, salt);
            prev = Some(record.id);
            sum = Some(add_to_sum(sum, record.id));
            batch.records.push(record.line());
            records.push(record);
        }
        batch.meta.extend(meta_after(realm, sum, self.clock.greatest().ms));
        (records, batch)
    }

    fn contact_after(&mut self, draft: &Draft) -> Option<(String, String)> {
        let (subject, contact) = draft.contact.clone()?;
        if !may_be_named(subject) {
            return None;
        }
        let subject = subject.to_string();
        let old = self.contacts.get(&subject).and_then(|text| Stored::read(text));
        let at = self.clock.tick(draft.now_ms);
        Some((subject, Stored::after(old.as_ref(), Some(contact), at).text()))
    }
}

/// Nobody is named beside what is recorded by number only.
pub(super) fn may_be_named(subject: Subject) -> bool {
    subject.kind != SubjectKind::Sealed
}

/// The texts that go with every batch of records. `last` is the greatest stamp then.
pub(crate) fn meta_after(realm: Realm, sum: Option<EntryId>, last: u64) -> Vec<(String, String)> {
    let mut texts = vec![
        (meta::REALM.to_owned(), realm_code(realm).to_owned()),
        (meta::FORMAT.to_owned(), FORMAT.to_string()),
        (meta::LAST.to_owned(), last.to_string()),
    ];
    if let Some(sum) = sum {
        texts.push((meta::SUM.to_owned(), sum.to_string()));
    }
    texts
}
