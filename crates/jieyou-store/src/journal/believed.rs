//! A damaged ledger, opened to be read: what can still be believed of it, and what cannot.
//!
//! Of each origin the records before its first damage stand; what comes after hangs on
//! something that nobody can vouch for. Nothing is written, and nothing is mended.

use super::held::{Held, check_meta};
use super::missing::{lost_of, reached};
use super::{Journal, NotOpened};
use crate::chain::{Link, Weave};
use crate::event_store::{Damage, EventStore, Loaded, Seq, StoreError, meta};
use crate::local;
use crate::record::{self, Body, Line, Origin, Record, RecordError};
use jieyou_domain::compact::{Map, sort_by};
use jieyou_domain::json::{self, Fields, Twice};
use jieyou_domain::ledger::Book;
use jieyou_domain::{Date, Realm, Subject};
use std::sync::Arc;

/// Something that cannot be believed, and what can be read of it all the same.
#[derive(Clone, Debug, PartialEq)]
pub struct About {
    /// The key of the record.
    pub at: Seq,
    /// What is wrong.
    pub why: StoreError,
    /// What it is about, as far as it says so.
    pub subject: Option<Subject>,
    /// The type of its event; may be empty.
    pub code: String,
    /// The day of the fact.
    pub on: Option<Date>,
}

/// What came of looking through a damaged ledger.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Believed {
    /// Everything wrong, in the order in which it lies.
    pub wrong: Vec<About>,
    /// How many records lie there.
    pub all: usize,
    /// How many of them can be believed.
    pub stand: usize,
}

impl<S: EventStore> Journal<S> {
    /// Opens what can be believed of a damaged ledger. The journal refuses every write.
    ///
    /// # Errors
    ///
    /// Returns the store where nothing of it can be read at all: a newer layout, the other
    /// realm, a machine that does not answer.
    pub async fn open_believed(store: S, realm: Realm) -> Result<Self, NotOpened<S>> {
        let read = store.load().await;
        let checked = read.and_then(|loaded| check_meta(&loaded.meta, realm).map(|()| loaded));
        match checked {
            Ok(loaded) => {
                let (held, believed) = Held::believed(&loaded, realm);
                let pace = super::opening::at_once;
                Ok(Self { store, realm, held, believed: Some(believed), pace })
            }
            Err(error) => Err(NotOpened { all: vec![error.clone()], error, store }),
        }
    }

    /// Whether nothing can be written.
    pub fn is_read_only(&self) -> bool {
        self.believed.is_some()
    }

    /// What was found in a damaged ledger; none where everything is as it was written.
    pub fn believed(&self) -> Option<&Believed> {
        self.believed.as_ref()
    }
}

/// What is being looked through.
#[derive(Default)]
struct Looking {
    wrong: Vec<About>,
    /// By origin, the number from which on nothing is believed.
    cut: Map<Origin, u64>,
    /// Whether something is lost of which nobody knows whose it was.
    is_anybodys: bool,
}

impl Held {
    fn believed(loaded: &Loaded, realm: Realm) -> (Self, Believed) {
        let mut looking = Looking::default();
        let all = looking.lines(&loaded.records, realm);
        let weave = Weave::new(all.iter().map(|(_, record)| Link::of(record)));
        looking.links(&all, &weave, loaded);
        let stands = |record: &Record| {
            looking.cut.get(&record.head.origin).is_none_or(|cut| record.head.n < *cut)
        };
        let records: Vec<&(Seq, Record)> = all.iter().filter(|(_, r)| stands(r)).collect();
        let redactions = record::redactions(records.iter().map(|(_, record)| record));
        let mut imports = local::imports(&loaded.meta);
        let aside = local::aside(&imports);
        let standing = records.iter().filter(|(seq, _)| !aside.contains(*seq));
        let entries = standing.filter_map(|(_, r)| record::entry(r, &redactions)).collect();
        let mut held = Self {
            seq: loaded.records.last().map_or(0, |(seq, _)| *seq),
            weave: Weave::new(records.iter().map(|(_, record)| Link::of(record))),
            entries,
            aside,
            meta: loaded.meta.clone(),
            contacts: loaded.contacts.clone(),
            ..Self::default()
        };
        let kept: Vec<Seq> = records.iter().map(|(seq, _)| *seq).collect();
        local::recount(&mut imports, &kept);
        // In a file of what stands the records lie closer together than here.
        held.meta.extend([local::text(&imports)]);
        let own = loaded.meta.get(meta::ORIGIN).and_then(|origin| origin.parse().ok());
        let read = all.iter().map(|(_, record)| (record.head.origin, record.head.n));
        let places = read.chain(looking.cut.iter().map(|(origin, n)| (*origin, *n)));
        let reached = reached(places, &weave, own, loaded.records.len());
        let known = local::lost(&loaded.meta).into_iter().chain(reached);
        held.meta.extend([local::lost_text(&lost_of(&held.weave, known))]);
        for (_, record) in &records {
            held.clock.accept(record.head.time);
        }
        let book = Book::new().apply_all(&held.entries);
        held.book = Arc::new(book.with_redacted(record::notes(redactions)));
        let mut wrong = looking.wrong;
        sort_by(&mut wrong, |a, b| a.at.cmp(&b.at));
        (held, Believed { wrong, all: loaded.records.len(), stand: records.len() })
    }
}

impl Looking {
    /// Notes what is wrong with a line, and that its origin is not believed from there on.
    fn note(&mut self, at: Seq, why: StoreError, line: Option<&str>) {
        let peek = line.and_then(peek);
        let place = peek.as_ref().and_then(|peek| peek.place);
        self.is_anybodys |= place.is_none();
        if let Some((origin, n)) = place {
            self.cut_at(origin, n);
        }
        let (subject, code, on) = peek.map(|p| (p.subject, p.code, p.on)).unwrap_or_default();
        self.wrong.push(About { at, why, subject, code, on });
    }

    fn cut_at(&mut self, origin: Origin, n: u64) {
        let cut = self.cut.get_or_insert_with(origin, || n);
        *cut = n.min(*cut);
    }

    /// The lines that read.
    fn lines(&mut self, lines: &[(Seq, String)], realm: Realm) -> Vec<(Seq, Record)> {
        let mut records = Vec::with_capacity(lines.len());
        let mut expected = 0;
        for (at, line) in lines {
            expected += 1;
            if *at != expected {
                self.note(expected, StoreError::Damaged { at: expected, why: Damage::Hole }, None);
                expected = *at;
            }
            let why = match Record::read(line) {
                Ok(record) if record.head.realm == realm => {
                    records.push((*at, record));
                    continue;
                }
                Ok(_) => StoreError::Damaged { at: *at, why: Damage::OtherRealm },
                Err(RecordError::Newer { .. }) => StoreError::NewerFormat,
                Err(why) => StoreError::Damaged { at: *at, why: Damage::Record(why) },
            };
            self.note(*at, why, Some(line));
        }
        records
    }

    /// What only all records together can show.
    fn links(&mut self, records: &[(Seq, Record)], weave: &Weave, loaded: &Loaded) {
        let broken = weave.broken();
        let own = loaded.meta.get(meta::ORIGIN).and_then(|origin| origin.parse().ok());
        let partial = weave.partial();
        for (at, record) in records {
            let (origin, n) = (record.head.origin, record.head.n);
            let is_lost = record.head.prev.is_some_and(|prev| !weave.contains(prev));
            let is_whole = own == Some(origin) || !partial.contains_key(&origin);
            let damaged = |why| StoreError::Damaged { at: *at, why };
            if let Body::Redacted { by } = record.body
                && !weave.contains(by)
            {
                let why = Damage::Record(RecordError::BodyMissing);
                self.note(*at, damaged(why), Some(&record.line()));
            } else if broken.contains_key(&record.id) {
                self.note(*at, damaged(Damage::BrokenLink), Some(&record.line()));
                // Of the two one was changed, and nobody knows which.
                self.cut_at(origin, n.saturating_sub(1));
            } else if is_lost && is_whole && self.is_anybodys {
                self.cut_at(origin, n);
            }
        }
        if self.wrong.is_empty() {
            self.sum(records, weave);
        }
    }

    /// Nothing is wrong but the sum: a head was changed that no other record names.
    fn sum(&mut self, records: &[(Seq, Record)], weave: &Weave) {
        let last = records.last().map_or(0, |(at, _)| *at);
        for tip in weave.tips() {
            let is_named = weave.links().any(|link| link.seen.contains(&tip.id));
            if !is_named {
                self.cut_at(tip.origin, tip.n);
            }
        }
        let why = StoreError::Damaged { at: last, why: Damage::Sum };
        let (subject, code, on) = Default::default();
        self.wrong.push(About { at: last, why, subject, code, on });
    }
}

/// What a line that cannot be believed says about itself.
struct Peek {
    place: Option<(Origin, u64)>,
    subject: Option<Subject>,
    code: String,
    on: Option<Date>,
}

fn peek(line: &str) -> Option<Peek> {
    let line: Line<'_> = json::read(line).ok()?;
    let mut head = Fields::of(json::value(&line.head, Twice::Nowhere).ok()?).ok()?;
    let origin: Option<Origin> = head.take("origin").ok();
    let n: Option<u64> = head.take("n").ok();
    let subject: Option<String> = head.take("subject").ok();
    Some(Peek {
        place: origin.zip(n),
        subject: subject.and_then(|subject| subject.parse().ok()),
        code: head.take("type").unwrap_or_default(),
        on: head.take("on").ok(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backup::{Export, ImportPlan, Purpose};
    use crate::event_store::Batch;
    use crate::journal::SubmitError;
    use crate::local::Aside;
    use crate::memory::Memory;
    use crate::samples::*;

    fn line(store: &Memory, seq: usize) -> String {
        now(store.load()).unwrap().records[seq - 1].1.clone()
    }

    fn believed(store: &Memory) -> (Ledger, Believed) {
        let ledger = now(Journal::open_believed(store.clone(), Realm::Real)).unwrap();
        let found = ledger.believed().unwrap().clone();
        (ledger, found)
    }

    /// What is wrong at which key, and how many records stand.
    #[track_caller]
    fn check(store: &Memory, at: Seq, stand: usize) -> Believed {
        let before = now(store.load()).unwrap();
        let (mut ledger, found) = believed(store);
        assert_eq!((found.wrong[0].at, found.stand), (at, stand), "{found:?}");
        assert!(ledger.is_read_only());
        // Nothing is written, whatever is tried.
        let tried = submit(&mut ledger, acted(1, "再记一笔"), 40);
        let refused = matches!(
            tried,
            Err(SubmitError::Store(StoreError::ReadOnly) | SubmitError::Rejected(_))
        );
        assert!(refused, "{tried:?}");
        assert_eq!(now(ledger.remember("today", "x")), Err(StoreError::ReadOnly));
        assert_eq!(now(ledger.wipe_contacts(&[], NOW)), Err(StoreError::ReadOnly));
        assert_eq!(now(ledger.refresh()), Ok(false));
        assert_eq!(now(store.load()).unwrap(), before);
        found
    }

    #[test]
    fn the_records_before_the_first_damage_stand() {
        let (store, _) = village(1);
        store.spoil(3, Some(&line(&store, 3).replace("水渠", "水沟")));
        let found = check(&store, 3, 2);
        assert_eq!((found.wrong.len(), found.all), (1, 4));
        let about = &found.wrong[0];
        assert_eq!(about.subject, Some(Subject::matter(matter(2))));
        assert_eq!(
            (about.code.as_str(), about.on),
            ("matter.registered", Some(date("2026-03-02")))
        );
        let (ledger, _) = believed(&store);
        assert_eq!(ledger.book().matters().count(), 1);
    }

    #[test]
    fn what_says_nothing_of_itself_cuts_where_the_chain_breaks() {
        let (store, _) = village(1);
        store.spoil(3, Some("{"));
        let found = check(&store, 3, 2);
        assert_eq!((found.wrong[0].subject, found.wrong[0].code.as_str()), (None, ""));
        let (store, _) = village(1);
        store.spoil(3, None);
        check(&store, 3, 2);
    }

    #[test]
    fn of_two_that_do_not_fit_neither_stands() {
        let (store, _) = village(1);
        store.spoil(3, Some(&line(&store, 3).replace("综治专干", "综治专员")));
        check(&store, 4, 2);
    }

    #[test]
    fn a_changed_last_head_shows_in_the_sum_alone() {
        let (store, _) = village(1);
        store.spoil(4, Some(&line(&store, 4).replace("综治专干", "综治专员")));
        check(&store, 4, 3);
    }

    #[test]
    fn a_newer_head_that_does_not_read_is_left_out_and_named() {
        let (store, _) = village(1);
        store.spoil(4, Some(r#"{"head":"{\"v\":9,\"subject\":\"x\"}","withheld":true}"#));
        let found = check(&store, 4, 3);
        assert_eq!(found.wrong[0].why, StoreError::NewerFormat);
    }

    #[test]
    fn another_origin_is_not_drawn_in() {
        let (store, ledger) = village(1);
        let exported_on = date("2026-03-05");
        let purpose = Purpose::Copy;
        let copy = Export { app: "jieyou", exported_on, purpose };
        let text = now(ledger.export(copy)).unwrap();
        let (other_store, mut other) = village(50);
        let plan = now(other.plan_import(&text, NOW)).unwrap();
        now(other.apply_import(&plan, exported_on)).unwrap();
        assert_eq!(now(store.size()), Ok(4));
        other_store.spoil(6, Some(&line(&other_store, 6).replace("田埂", "田坎")));
        // Four of its own, and the one before the damage.
        check(&other_store, 6, 5);
    }

    fn file(ledger: &Ledger) -> String {
        let purpose = Purpose::Copy;
        let copy = Export { app: "jieyou", exported_on: date("2026-03-05"), purpose };
        now(ledger.export(copy)).unwrap()
    }

    fn read_in(ledger: &mut Ledger, text: &str) -> ImportPlan {
        let plan = now(ledger.plan_import(text, NOW)).unwrap();
        now(ledger.apply_import(&plan, date("2026-03-05"))).unwrap();
        plan
    }

    #[test]
    fn what_stands_is_a_file_that_restores_and_is_filled_up_by_a_copy() {
        for spoilt in [Some("{"), None] {
            let (store, ledger) = village(1);
            let whole = file(&ledger);
            store.spoil(3, spoilt);
            let (part, _) = believed(&store);
            let mut restored = open(&Memory::new());
            let plan = read_in(&mut restored, &file(&part));
            assert_eq!((plan.new, plan.wrong, plan.stopped.len()), (2, None, 0));
            assert_eq!(summary(restored.book()), summary(part.book()));
            assert_eq!(read_in(&mut restored, &whole).new, 2);
            assert_eq!(summary(restored.book()), summary(ledger.book()));
        }
    }

    #[test]
    fn another_unit_gets_no_part_of_a_matter() {
        let (store, _) = village(1);
        store.spoil(3, None);
        let (part, _) = believed(&store);
        let purpose = Purpose::HandedUp;
        let up = Export { app: "jieyou", exported_on: date("2026-03-05"), purpose };
        assert_eq!(now(part.hand_over(up, &[matter(1)], false)), Err(StoreError::ReadOnly));
    }

    #[test]
    fn what_was_set_aside_stays_so_in_the_file() {
        let (_, village_ledger) = village(1);
        let text = file(&village_ledger);
        let (store, mut ledger) = village(50);
        read_in(&mut ledger, &text);
        let (on, post) = (date("2026-03-06"), "岗".to_owned());
        let aside = Aside { on, post, why: "读错了".to_owned() };
        now(ledger.set_aside(1, aside)).unwrap();
        // Of its own records one is left, so those of the file lie closer to the front.
        store.spoil(2, Some("{"));
        let (part, found) = believed(&store);
        assert_eq!(found.stand, 5);
        let mut restored = open(&Memory::new());
        read_in(&mut restored, &file(&part));
        assert_eq!(now(restored.store().size()), Ok(5));
        assert_eq!(summary(restored.book()), summary(part.book()));
        assert_eq!(restored.book().matters().count(), 0);
    }

    #[test]
    fn a_newer_layout_is_refused_with_its_store() {
        let (store, _) = village(1);
        let meta = vec![(meta::FORMAT.to_owned(), "99".to_owned())];
        now(store.append(4, &Batch { meta, ..Batch::default() })).unwrap();
        let refused = now(Journal::open_believed(store.clone(), Realm::Real)).unwrap_err();
        assert_eq!(refused.error, StoreError::NewerFormat);
        assert_eq!(now(refused.store.size()), Ok(4));
    }
}
