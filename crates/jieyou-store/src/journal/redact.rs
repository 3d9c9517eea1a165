//! Redaction: a part of what was written about a matter is taken away for good, by a record
//! that says who did it, when and why, and what folds from now on. The old body goes in the
//! same transaction. Never another matter, never a day, never a record's head.

use super::write::Fact;
use super::{ATTEMPTS, Journal, SubmitError, after_writing};
use crate::event_store::{Batch, EventStore, Seq, StoreError, meta};
use crate::record::{self, Body, Hidden, Hide, REDACTION, Record};
use jieyou_domain::facts::By;
use jieyou_domain::json::Object;
use jieyou_domain::ledger::{Event, Rejection, TEXT_MAX};
use jieyou_domain::mask::mask;
use jieyou_domain::{Date, EntryId, Id, Subject};

/// Where lines are kept that are no records: these, each with a number behind.
const KEPT: [&str; 2] = ["quarantine", "waiting"];
/// The greatest number that is looked for.
const KEPT_MOST: u32 = 64;

/// What is to be redacted of one matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Redact {
    /// Names, numbers: in every entry of the matter.
    pub words: Vec<String>,
    /// Whole texts: the entry, and the path of the text in it.
    pub whole: Vec<(EntryId, String)>,
    /// Why.
    pub why: String,
}

impl Redact {
    /// What this hides of one entry.
    pub fn of(&self, entry: EntryId, event: &Event) -> Hidden {
        self.hide(entry, event.kind().code(), event.data())
    }

    fn hide(&self, entry: EntryId, code: &str, data: serde_json::Value) -> Hidden {
        let of_it = self.whole.iter().filter(|(id, _)| *id == entry);
        let whole: Vec<String> = of_it.map(|(_, path)| path.clone()).collect();
        record::hide(code, data, &Hide { words: &self.words, whole: &whole })
    }

    /// What stands against it.
    fn check(&self, by: &By) -> Result<(), Rejection> {
        let texts = [("why", &self.why), ("post", &by.post)];
        if let Some((field, _)) = texts.into_iter().find(|(_, text)| text.trim().is_empty()) {
            return Err(Rejection::Missing(field));
        }
        let n = self.why.chars().count();
        if n > TEXT_MAX { Err(Rejection::TooLong("why", n, TEXT_MAX)) } else { Ok(()) }
    }
}

/// A stored record about the matter, and the data that folds of it now.
struct Line {
    seq: Seq,
    record: Record,
}

impl<S: EventStore> Journal<S> {
    /// Redacts a part of what was written about a matter, whoever wrote it. Returns the
    /// records that say so, one for each entry that something was taken from.
    ///
    /// # Errors
    ///
    /// Returns why nothing was written.
    pub async fn redact(
        &mut self,
        matter: Id,
        what: &Redact,
        (on, by, now_ms): (Date, By, u64),
        mut random: impl FnMut(&mut [u8]),
    ) -> Result<Vec<EntryId>, SubmitError> {
        what.check(&by).map_err(SubmitError::Rejected)?;
        let subject = Subject::matter(matter).to_string();
        for _ in 0..ATTEMPTS {
            let lines = self.lines_of(&subject).await?;
            let (facts, redacted) = facts(&lines, &subject, what, on);
            if facts.is_empty() {
                return Err(SubmitError::Rejected(Rejection::NoSuchEntry));
            }
            let realm = self.realm;
            let (records, mut batch) = self.held.lay(facts, (&by, now_ms), realm, &mut random);
            batch.replaced = replaced(&lines, &redacted, &records);
            self.held.forget_bodies(&mut batch);
            self.purge(&subject, what, &mut batch).await?;
            match self.append(&batch).await {
                Ok(_) => self.reload().await.map_err(after_writing)?,
                Err(StoreError::Moved) => {
                    self.refresh().await?;
                    continue;
                }
                Err(error) => self.look_again(error, &batch, &records).await?,
            }
            return Ok(records.iter().map(|record| record.id).collect());
        }
        Err(StoreError::Moved.into())
    }

    /// Takes the words out of lines about the matter that were kept beside the records: in
    /// quarantine, or waiting for their day. A line that waited fails then, as it has to.
    async fn purge(
        &self,
        subject: &str,
        what: &Redact,
        batch: &mut Batch,
    ) -> Result<(), StoreError> {
        for place in KEPT {
            for n in 1..=KEPT_MOST {
                let key = format!("{place}.{n}");
                let Some(text) = self.store.kept(&key).await? else { continue };
                let hide = |line: &str| match line.contains(subject) {
                    true => record::without(line, &what.words),
                    false => line.to_owned(),
                };
                let new = text.split('\n').map(hide).collect::<Vec<_>>().join("\n");
                if new != text {
                    batch.kept.push((key, Some(new)));
                }
            }
        }
        Ok(())
    }

    /// The stored records about a subject, in order, those that were set aside too.
    async fn lines_of(&self, subject: &str) -> Result<Vec<Line>, StoreError> {
        let mut found = Vec::new();
        let mut after = 0;
        loop {
            let lines = self.store.part(after).await?;
            let Some((last, _)) = lines.last() else { return Ok(found) };
            after = *last;
            for (seq, line) in lines.iter().filter(|(_, line)| line.contains(subject)) {
                let damaged = |why| StoreError::Damaged { at: *seq, why };
                let record = Record::read(line).map_err(|e| damaged(e.into()))?;
                if record.head.subject == subject && record.head.is_known_version() {
                    found.push(Line { seq: *seq, record });
                }
            }
        }
    }
}

/// What the redaction records say, and which record each is about.
fn facts(lines: &[Line], subject: &str, what: &Redact, on: Date) -> (Vec<Fact>, Vec<EntryId>) {
    let before = record::redactions(lines.iter().map(|line| &line.record));
    let mut facts = Vec::new();
    let mut redacted = Vec::new();
    let why = mask(&what.why).into_owned();
    let why = record::without(&why, &what.words);
    for Line { record, .. } in lines.iter().filter(|line| line.record.head.code != REDACTION) {
        let standing = before.get(&record.id).map(|redaction| redaction.data.clone());
        let Some(data) = standing.or_else(|| record.data()) else { continue };
        let code = &record.head.code;
        if Event::from_parts(code, data.clone()).is_err() {
            continue;
        }
        let hidden = what.hide(record.id, code, data);
        if !hidden.is_changed() {
            continue;
        }
        let mut data = Object::default();
        data.put("entry", &record.id.to_string());
        data.put("why", &why);
        data.set("data", hidden.data);
        let (subject, code) = (subject.to_owned(), REDACTION.to_owned());
        facts.push(Fact { on, subject, code, data: data.done() });
        redacted.push(record.id);
    }
    (facts, redacted)
}

/// The lines that lose their bodies: of the records redacted, and of earlier redactions of
/// them, which say what is hidden only now.
fn replaced(lines: &[Line], redacted: &[EntryId], records: &[Record]) -> Vec<(Seq, String)> {
    let by = |id: EntryId| redacted.iter().zip(records).find(|(r, _)| **r == id).map(|(_, r)| r.id);
    lines
        .iter()
        .filter_map(|Line { seq, record }| {
            let about = record::redaction(record).map(|(entry, _)| entry);
            let by = by(about.unwrap_or(record.id))?;
            let record = Record { body: Body::Redacted { by }, ..record.clone() };
            Some((*seq, record.line()))
        })
        .collect()
}

impl super::Held {
    /// Tells other tabs that bodies changed.
    pub(crate) fn forget_bodies(&self, batch: &mut Batch) {
        let times = self.meta.get(meta::BODIES).and_then(|n| n.parse::<u64>().ok());
        let times = times.unwrap_or_default().saturating_add(1);
        batch.meta.push((meta::BODIES.to_owned(), times.to_string()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backup::{Export, Purpose};
    use crate::memory::Memory;
    use crate::samples::*;
    use jieyou_domain::Realm;
    use jieyou_domain::mask::REDACTED;

    fn words(words: &[&str]) -> Redact {
        let words = words.iter().map(|w| (*w).to_owned()).collect();
        Redact { words, why: "按本人要求".into(), ..Redact::default() }
    }

    fn redact(ledger: &mut Ledger, what: &Redact, seed: u64) -> Result<usize, SubmitError> {
        let when = (date("2026-03-06"), by(), NOW);
        now(ledger.redact(matter(1), what, when, dice(seed))).map(|records| records.len())
    }

    /// Everything that lies on the disk.
    fn disk(store: &Memory) -> String {
        let loaded = now(store.load()).unwrap();
        loaded.records.iter().map(|(_, line)| line.as_str()).collect::<Vec<_>>().join("\n")
    }

    fn copy(ledger: &Ledger) -> String {
        let exported_on = date("2026-03-05");
        let export = Export { app: "jieyou 0.1.0", exported_on, purpose: Purpose::Copy };
        now(ledger.export(export)).unwrap()
    }

    fn import(ledger: &mut Ledger, text: &str) {
        let plan = now(ledger.plan_import(text, NOW)).unwrap();
        now(ledger.apply_import(&plan, date("2026-03-07"))).unwrap();
    }

    fn notes(ledger: &Ledger) -> Vec<String> {
        let book = ledger.book();
        let entries = book.matter(matter(1)).unwrap().entries().to_vec();
        let acted = entries.iter().filter_map(|e| match e.event.as_ref() {
            Some(Event::Acted(acted)) => Some(acted.note.clone()),
            _ => None,
        });
        acted.collect()
    }

    /// A ledger in which a name stands in an entry and in its correction.
    fn named() -> (Memory, Ledger) {
        let (store, mut ledger) = village(1);
        submit(&mut ledger, acted(1, "李某乙说电话13912345678打不通"), 9).unwrap();
        (store, ledger)
    }

    #[test]
    fn what_was_redacted_is_on_no_disk_and_the_reason_stands() {
        let (store, mut ledger) = named();
        let before = ledger.book().matter(matter(1)).unwrap().stage();
        assert_eq!(redact(&mut ledger, &words(&["李某乙"]), 20), Ok(1));
        assert!(!disk(&store).contains("李某乙"));
        let again = open(&store);
        for ledger in [&ledger, &again] {
            assert_eq!(notes(ledger)[1], "〔已遮蔽〕说电话13912345678打不通");
            let matter = ledger.book().matter(matter(1)).unwrap();
            assert_eq!(matter.stage(), before);
            let entry = matter.entries().iter().rfind(|e| e.event.is_some()).unwrap();
            let note = ledger.book().redacted(entry.id).unwrap();
            assert_eq!((note.by.post.as_str(), note.why.as_str()), ("综治专干", "按本人要求"));
        }
        assert_eq!(summary(again.book()), summary(ledger.book()));
        assert!(again.findings(NOW).is_empty());
    }

    #[test]
    fn an_older_copy_does_not_bring_it_back() {
        let (store, mut ledger) = named();
        let old = copy(&ledger);
        redact(&mut ledger, &words(&["李某乙"]), 20).unwrap();
        import(&mut ledger, &old);
        assert!(!disk(&store).contains("李某乙"));
        // Nor does a ledger that was restored from it, once it reads the newer one in.
        let twin = Memory::new();
        let mut other = open(&twin);
        import(&mut other, &old);
        assert!(disk(&twin).contains("李某乙"));
        import(&mut other, &copy(&ledger));
        assert!(!disk(&twin).contains("李某乙"));
        assert_eq!(summary(other.book()), summary(ledger.book()));
        assert!(!copy(&other).contains("李某乙"));
    }

    #[test]
    fn a_second_redaction_takes_the_first_one_s_words_away_too() {
        let (store, mut ledger) = named();
        redact(&mut ledger, &words(&["李某乙"]), 20).unwrap();
        redact(&mut ledger, &words(&["13912345678"]), 21).unwrap();
        assert!(!disk(&store).contains("13912345678"));
        assert_eq!(notes(&open(&store))[1], "〔已遮蔽〕说电话〔已遮蔽〕打不通");
        assert!(open(&store).findings(NOW).is_empty());
        // A copy of it reads in elsewhere.
        let mut other = open(&Memory::new());
        import(&mut other, &copy(&ledger));
        assert_eq!(summary(other.book()), summary(ledger.book()));
    }

    #[test]
    fn two_that_did_not_know_of_each_other_hide_what_either_hides() {
        let (_, mut ledger) = named();
        let mut other = open(&Memory::new());
        import(&mut other, &copy(&ledger));
        redact(&mut ledger, &words(&["李某乙"]), 20).unwrap();
        redact(&mut other, &words(&["13912345678"]), 21).unwrap();
        let (mine, theirs) = (copy(&ledger), copy(&other));
        import(&mut ledger, &theirs);
        import(&mut other, &mine);
        for ledger in [&ledger, &other] {
            assert_eq!(notes(ledger)[1], REDACTED);
        }
        assert_eq!(summary(other.book()), summary(ledger.book()));
    }

    #[test]
    fn nothing_is_redacted_without_a_reason_a_post_or_anything_to_hide() {
        let (store, mut ledger) = named();
        let before = disk(&store);
        let missing = |field| Err(SubmitError::Rejected(Rejection::Missing(field)));
        let nameless = Redact { why: " ".into(), ..words(&["李某乙"]) };
        assert_eq!(redact(&mut ledger, &nameless, 20), missing("why"));
        let when = (date("2026-03-06"), By { post: String::new(), ..by() }, NOW);
        let refused = now(ledger.redact(matter(1), &words(&["李某乙"]), when, dice(20)));
        assert_eq!(refused.map(|r| r.len()), missing("post"));
        let nothing = redact(&mut ledger, &words(&["没有这个人"]), 20);
        assert_eq!(nothing, Err(SubmitError::Rejected(Rejection::NoSuchEntry)));
        assert_eq!(disk(&store), before);
    }

    #[test]
    fn a_whole_text_goes_with_its_entry_only_and_the_reason_holds_no_word() {
        let (store, mut ledger) = named();
        let entry = ledger.book().matter(matter(1)).unwrap().entries()[1].id;
        let why = "李某乙本人要求".to_owned();
        let whole = vec![(entry, "note".to_owned())];
        let what = Redact { words: vec!["李某乙".into()], whole, why };
        assert_eq!(redact(&mut ledger, &what, 20), Ok(2));
        assert_eq!(notes(&ledger), [REDACTED, "〔已遮蔽〕说电话13912345678打不通"]);
        assert_eq!(ledger.book().redacted(entry).unwrap().why, "〔已遮蔽〕本人要求");
        assert!(!disk(&store).contains("李某乙"));
    }

    #[test]
    fn lines_in_quarantine_lose_the_words_as_well() {
        let (store, mut ledger) = named();
        let line = format!("{} 李某乙", Subject::matter(matter(1)));
        let other = format!("{} 李某乙", Subject::matter(matter(2)));
        let kept = vec![("quarantine.3".to_owned(), Some(format!("{line}\n{other}")))];
        now(store.append(5, &Batch { kept, ..Batch::default() })).unwrap();
        redact(&mut ledger, &words(&["李某乙"]), 20).unwrap();
        let kept = now(store.kept("quarantine.3")).unwrap().unwrap();
        assert_eq!(kept, format!("{}\n{other}", line.replace("李某乙", REDACTED)));
    }

    #[test]
    fn what_is_handed_up_later_is_redacted_and_the_other_unit_s_copy_follows() {
        let (_, mut ledger) = named();
        let hand = |ledger: &Ledger| {
            let exported_on = date("2026-03-05");
            let export = Export { app: "jieyou 0.1.0", exported_on, purpose: Purpose::HandedUp };
            now(ledger.hand_over(export, &[matter(1)], false)).unwrap()
        };
        let store = Memory::new();
        let mut upper = now(Journal::open(store.clone(), Realm::Real)).unwrap();
        submit(&mut upper, profile("青禾镇"), 50).unwrap();
        import(&mut upper, &hand(&ledger));
        assert!(disk(&store).contains("李某乙"));
        redact(&mut ledger, &words(&["李某乙"]), 20).unwrap();
        import(&mut upper, &hand(&ledger));
        assert!(!disk(&store).contains("李某乙"));
        assert_eq!(notes(&upper), notes(&ledger));
    }
}
