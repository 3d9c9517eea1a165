//! Sifting a file: which of its records are as they were written, which are not let in,
//! and which wait because their day lies far ahead. Loses none, and repairs none.
//!
//! The sum of a file vouches for all its heads. Where it does not match, a head is believed
//! when another one names it by its hash; where none does, its origin is not let in from
//! there on.

use super::envelope::{ApartLine, Envelope, Given, Local, Purpose, sum};
use super::error::ImportError;
use crate::contact::Stored;
use crate::event_store::Seq;
use crate::journal::Held;
use crate::local::{self, Apart, Imported, Lost, Note, Stopped};
use crate::record::{Body, Origin, Record, RecordError};
use jieyou_domain::compact::Map;
use jieyou_domain::json::{self, Fields, Twice};
use jieyou_domain::ledger::Event;
use jieyou_domain::{EntryId, Realm, Subject, SubjectKind};

/// The code of a record that neither the sum nor another record vouches for.
pub(super) const UNVOUCHED: &str = "import/sum";

/// The code of a record that does not follow from the one before it.
pub(super) const UNLINKED: &str = "chain/broken-link";

/// A sifted file.
#[derive(Clone, Debug)]
pub(super) struct File {
    /// What may be merged.
    pub(super) records: Vec<Record>,
    /// What waits for its day.
    pub(super) far: Vec<Record>,
    /// What is not let in.
    pub(super) stopped: Vec<Stopped>,
    pub(super) contacts: Vec<(String, String)>,
    /// How many contacts are left out, because nothing vouches for them.
    pub(super) contacts_left: usize,
    /// The last records of the origins that something is stopped of.
    pub(super) tips: Vec<EntryId>,
    pub(super) realm: Realm,
    pub(super) unit: Option<String>,
    /// The files that the ledger of a copy had read in.
    pub(super) imports: Vec<Imported>,
    /// The lines that these speak of, by their keys there.
    pub(super) keys: Vec<(Seq, EntryId)>,
    /// What of them was not let in there: each note, and its lines as a text.
    pub(super) carried: Vec<(Note, String)>,
    /// How far chains reached that it does not hold as a whole.
    pub(super) lost: Vec<Lost>,
    /// What had been set aside there. Of no effect here, but it does not stand again here
    /// by being read in with it.
    pub(super) aside: Map<EntryId, ()>,
    /// What a strict reader would refuse the file for.
    pub(super) wrong: Option<ImportError>,
}

/// A line whose head reads.
struct Line {
    number: u32,
    record: Record,
    /// What is wrong with its body, and its text.
    wrong: Option<(RecordError, String)>,
}

#[derive(Default)]
struct Sieve {
    lines: Vec<Line>,
    /// Lines whose head does not read.
    torn: Vec<Stopped>,
    /// The first line that a strict reader refuses.
    wrong: Option<ImportError>,
    /// By origin, from which number on nothing vouches for it.
    from: Map<Origin, u64>,
}

/// Sifts a file for the ledger in `held`.
pub(super) fn sift(envelope: Envelope, held: &Held, realm: Realm) -> Result<File, ImportError> {
    if envelope.realm != realm {
        return Err(ImportError::OtherRealm { file: envelope.realm });
    }
    let mut sieve = Sieve::default();
    for (given, number) in envelope.records.into_iter().zip(1..) {
        sieve.take(given, number, realm)?;
    }
    let mut contacts: Vec<_> = envelope.contacts.into_iter().map(|c| (c.subject, c.text)).collect();
    let all = contacts.len();
    let pairs = contacts.iter().map(|(subject, text)| (subject.as_str(), text.as_str()));
    let heads = sieve.lines.iter().map(|line| &line.record);
    if !sieve.torn.is_empty() || sum(heads, pairs) != envelope.sum {
        sieve.distrust(&envelope.tips, held);
        contacts.clear();
    }
    check_contacts(&contacts)?;
    contacts.retain(|(_, text)| Stored::read(text).is_some());
    let contacts_left = all - contacts.len();
    let tips = sieve.tips(&envelope.tips);
    let Local { imports, apart, mut lost } = envelope.local.unwrap_or_default();
    // A file between two units holds parts of chains, and nothing is lost by that.
    lost.retain(|_| envelope.purpose == Purpose::Copy);
    let mut keys = Vec::new();
    if !imports.is_empty() {
        keys.extend(sieve.lines.iter().map(|line| (line.number, line.record.id)));
    }
    let there = local::aside(&imports);
    let of_aside = keys.iter().filter(|(key, _)| there.contains(*key));
    let aside = of_aside.map(|(_, id)| (*id, ())).collect();
    let (records, stopped, wrong) = sieve.part(held);
    if let Some(wrong) = wrong.as_ref().filter(|_| records.is_empty()) {
        return Err(wrong.clone());
    }
    let unit = envelope.unit.map(|unit| unit.name);
    let far = Vec::new();
    Ok(File {
        records,
        far,
        stopped,
        contacts,
        contacts_left,
        tips,
        realm,
        unit,
        imports,
        keys,
        carried: apart.into_iter().filter_map(carried).collect(),
        lost,
        aside,
        wrong,
    })
}

/// A note of a copy, where both of its texts read. 少记 as in [`Sieve::refuse`].
fn carried(ApartLine { note, lines }: ApartLine) -> Option<(Note, String)> {
    json::read::<Apart>(&lines).ok().filter(|_| !speaks_of_sealed(&lines))?;
    Some((json::read(&note).ok()?, lines))
}

/// Whether a text may speak of what is recorded by number only.
fn speaks_of_sealed(text: &str) -> bool {
    text.contains("sealed:") || text.contains("sealed.")
}

/// Nobody is named beside what is recorded by number only.
fn check_contacts(contacts: &[(String, String)]) -> Result<(), ImportError> {
    for ((subject, text), number) in contacts.iter().zip(1..) {
        if is_sealed(subject) && Stored::read(text).is_none_or(|s| s.contact.is_some()) {
            return Err(ImportError::Contact { number });
        }
    }
    Ok(())
}

impl Sieve {
    fn take(&mut self, given: Given, number: u32, realm: Realm) -> Result<(), ImportError> {
        let line = match given.0 {
            Ok(line) => line,
            Err(text) => return self.tear(number, None, RecordError::Line, text),
        };
        let (record, wrong) = match Record::from_line(&line) {
            Ok(record) => (record, None),
            Err(RecordError::Newer { v }) => return Err(ImportError::Newer { version: v }),
            Err(why) => match Record::from_line(&line.bare()) {
                Ok(bare) if !matches!(why, RecordError::Line) => {
                    let record = Record { body: Body::Present(String::new()), ..bare };
                    (record, Some((why, line.text())))
                }
                _ => return self.tear(number, place(&line.head), why, line.text()),
            },
        };
        let head = &record.head;
        if head.realm != realm {
            return Err(ImportError::OtherRealm { file: head.realm });
        }
        if let Some((why, text)) = &wrong {
            self.refuse(number, Some((head.origin, head.n)), why, text)?;
        } else if is_sealed(&head.subject) && !is_exact(&record) {
            // 少记: words that this program cannot vouch for are not let in, nor kept aside.
            return Err(ImportError::Newer { version: head.v });
        }
        self.lines.push(Line { number, record, wrong });
        Ok(())
    }

    fn tear(
        &mut self,
        number: u32,
        place: Option<(Origin, u64)>,
        why: RecordError,
        text: String,
    ) -> Result<(), ImportError> {
        self.refuse(number, place, &why, &text)?;
        let (origin, n) = place.unzip();
        self.torn.push(Stopped { number, origin, n, id: None, why: why.code().to_owned(), text });
        Ok(())
    }

    /// Notes what a strict reader refuses. 少记: a text that may speak of such a matter is
    /// not kept aside.
    fn refuse(
        &mut self,
        number: u32,
        place: Option<(Origin, u64)>,
        why: &RecordError,
        text: &str,
    ) -> Result<(), ImportError> {
        let number = usize::try_from(number).unwrap_or(usize::MAX);
        let error = ImportError::Record { number, place, why: why.clone() };
        if speaks_of_sealed(text) {
            return Err(error);
        }
        self.wrong.get_or_insert(error);
        Ok(())
    }

    /// The sum does not match: says from where on nothing vouches for an origin.
    fn distrust(&mut self, tips: &Map<Origin, EntryId>, held: &Held) {
        let mut named: Map<EntryId, ()> = tips.values().map(|id| (*id, ())).collect();
        for head in self.lines.iter().map(|line| &line.record.head) {
            named.extend(head.prev.iter().chain(&head.seen).map(|id| (*id, ())));
        }
        let mut suspect = None;
        for Line { record, .. } in &self.lines {
            let (origin, n) = (record.head.origin, record.head.n);
            if !named.contains_key(&record.id) && !held.weave.contains(record.id) {
                let from = self.from.get_or_insert_with(origin, || n);
                *from = n.min(*from);
                suspect = suspect.or(Some((origin, n)));
            }
        }
        self.wrong.get_or_insert(ImportError::Sum { suspect });
    }

    fn is_vouched(&self, record: &Record) -> bool {
        self.from.get(&record.head.origin).is_none_or(|from| record.head.n < *from)
    }

    /// The tips of the origins that something is stopped of, of all where that is not known.
    fn tips(&self, tips: &Map<Origin, EntryId>) -> Vec<EntryId> {
        let is_lost = |origin: Option<Origin>| origin.is_none_or(|o| !tips.contains_key(&o));
        let is_anywhere = self.torn.iter().any(|line| is_lost(line.origin))
            || self.from.keys().any(|origin| is_lost(Some(*origin)));
        let of = |origin: &Origin| {
            self.from.contains_key(origin)
                || self.torn.iter().any(|line| line.origin == Some(*origin))
        };
        let concerned = tips.iter().filter(|(origin, _)| is_anywhere || of(origin));
        concerned.map(|(_, id)| *id).collect()
    }

    /// What may be merged, and what is stopped. Of what is here already no wrong copy is kept.
    fn part(mut self, held: &Held) -> (Vec<Record>, Vec<Stopped>, Option<ImportError>) {
        let mut records = Vec::with_capacity(self.lines.len());
        let mut stopped = std::mem::take(&mut self.torn);
        for Line { number, record, wrong } in std::mem::take(&mut self.lines) {
            let is_here = held.weave.contains(record.id);
            let is_vouched = self.is_vouched(&record);
            let (why, text) = match wrong {
                Some(_) if is_here => continue,
                Some((why, text)) => (why.code(), text),
                None if is_here || is_vouched => {
                    records.push(record);
                    continue;
                }
                None => (UNVOUCHED, record.line()),
            };
            stopped.push(of(&record, number, is_vouched, why, text));
        }
        (records, stopped, self.wrong)
    }
}

/// A record as it is stopped. With its id, where something vouches for its head.
pub(super) fn of(
    record: &Record,
    number: u32,
    is_vouched: bool,
    why: &str,
    text: String,
) -> Stopped {
    let (origin, n) = (Some(record.head.origin), Some(record.head.n));
    let id = is_vouched.then_some(record.id);
    Stopped { number, origin, n, id, why: why.to_owned(), text }
}

fn is_sealed(subject: &str) -> bool {
    subject.parse::<Subject>().is_ok_and(|s| s.kind == SubjectKind::Sealed)
}

/// Whether a record about something recorded by number only says what its type has fields
/// for, and nothing else.
fn is_exact(record: &Record) -> bool {
    let Some(data) = record.data() else { return true };
    let event = Event::from_parts(&record.head.code, data.clone());
    event.is_ok_and(|event| {
        let is_sealed = matches!(
            event,
            Event::SealedRecorded(_) | Event::SealedFollowed(_) | Event::SealedStruck(_)
        );
        is_sealed && event.data() == data
    })
}

fn place(head: &str) -> Option<(Origin, u64)> {
    let mut fields = Fields::of(json::value(head, Twice::Nowhere).ok()?).ok()?;
    Some((fields.take("origin").ok()?, fields.take("n").ok()?))
}
