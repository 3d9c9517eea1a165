//! One moment of a ledger on disk: its lines, part by part and verified, and what stands
//! beside them. Other tabs may write meanwhile; what they write later is not in it.

use crate::event_store::{Damage, EventStore, Seq, StoreError, meta};
use crate::journal::{Held, Journal, add_to_sum, read_lines, unwatched};
use crate::record::Record;
use jieyou_domain::compact::Map;
use std::borrow::Cow;

/// How often reading begins again because bodies were replaced meanwhile.
const ATTEMPTS: usize = 8;

/// The texts beside the records that tell whether the records are those known.
const MARKS: [&str; 3] = [meta::SUM, meta::BODIES, meta::IMPORTS];

/// What is on disk now, without the lines.
pub(super) struct Moment<'a> {
    pub(super) held: Cow<'a, Held>,
    pub(super) contacts: Map<String, String>,
}

/// A stored line, and the record that it was verified to be.
pub(super) type Verified<'a> = (&'a (Seq, String), Record);

impl<S: EventStore> Journal<S> {
    /// What is on disk now. Only when another tab wrote since this journal looked, that has
    /// to be read and folded; of a damaged ledger it is what can be believed of it.
    pub(super) async fn moment(&self) -> Result<Moment<'_>, StoreError> {
        let held = self.held();
        let now = self.store().load_after(held.seq).await?;
        let is_known = |mark: &&str| now.meta.get(*mark) == held.meta.get(*mark);
        if self.is_read_only() || now.records.is_empty() && MARKS.iter().all(is_known) {
            return Ok(Moment { held: Cow::Borrowed(held), contacts: now.contacts });
        }
        let read = Held::read(self.store(), self.realm(), &mut unwatched).await;
        let held = read.map_err(|mut all| all.swap_remove(0))?;
        Ok(Moment { contacts: held.contacts.clone(), held: Cow::Owned(held) })
    }

    /// Reads and verifies the lines of a moment part by part.
    ///
    /// # Errors
    ///
    /// Returns what is wrong with them; `Moved` when bodies were replaced meanwhile, so that
    /// what was read is of two moments.
    pub(super) async fn walk(
        &self,
        held: &Held,
        each: &mut dyn FnMut(Vec<Verified<'_>>),
    ) -> Result<(), StoreError> {
        let (mut seq, mut sum) = (0, None);
        while seq < held.seq {
            let mut lines = self.store().part(seq).await?;
            lines.retain(|(at, _)| *at <= held.seq);
            let Some((last, _)) = lines.last() else {
                return Err(StoreError::Damaged { at: seq + 1, why: Damage::Hole });
            };
            let from = std::mem::replace(&mut seq, *last);
            let verified = self.verified(held, &lines, from)?;
            sum = verified.iter().fold(sum, |sum, (_, record)| Some(add_to_sum(sum, record.id)));
            each(verified);
            self.breathe().await;
        }
        let now = self.store().texts().await?;
        if now.get(meta::BODIES) != held.meta.get(meta::BODIES) {
            return Err(StoreError::Moved);
        }
        if sum != held.sum && !self.is_read_only() {
            return Err(StoreError::Damaged { at: seq, why: Damage::Sum });
        }
        Ok(())
    }

    /// The records of lines that follow on key `from`: all of them, or it is an error; of a
    /// damaged ledger those that are believed.
    fn verified<'a>(
        &self,
        held: &Held,
        lines: &'a [(Seq, String)],
        from: Seq,
    ) -> Result<Vec<Verified<'a>>, StoreError> {
        if self.is_read_only() {
            let read = lines.iter().filter_map(|line| Some((line, Record::read(&line.1).ok()?)));
            return Ok(read.filter(|(_, record)| held.weave.contains(record.id)).collect());
        }
        let records = read_lines(lines, from, self.realm());
        let records = records.map_err(|mut all| all.swap_remove(0))?;
        Ok(lines.iter().zip(records).collect())
    }
}

/// Does something again for as long as it met two moments.
pub(super) async fn at_one_moment<T>(
    mut attempt: impl AsyncFnMut() -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    for _ in 1..ATTEMPTS {
        match attempt().await {
            Err(StoreError::Moved) => {}
            outcome => return outcome,
        }
    }
    attempt().await
}

#[cfg(test)]
mod tests {
    use crate::backup::{Export, Part, Purpose};
    use crate::event_store::{Batch, Damage, EventStore as _, StoreError, meta};
    use crate::memory::Memory;
    use crate::record::{Body, Record};
    use crate::samples::*;

    const COPY: fn() -> Export<'static> = || {
        let exported_on = date("2026-03-05");
        Export { app: "jieyou 0.1.0", exported_on, purpose: Purpose::Copy }
    };

    /// A village with many lines, which are many parts.
    fn long() -> (Memory, Ledger) {
        let (store, mut ledger) = village(1);
        for n in 0..9 {
            submit(&mut ledger, acted(1, "又去看了一次"), 100 + n).unwrap();
        }
        (store, ledger)
    }

    /// Exports; `meanwhile` is done once, after the second part.
    fn parts(
        ledger: &Ledger,
        mut meanwhile: impl FnMut(),
    ) -> (usize, Vec<String>, Result<(), StoreError>) {
        let (mut begun, mut parts, mut taken) = (0, Vec::new(), 0);
        let outcome = now(ledger.export_in_parts(COPY(), &mut |part| match part {
            Part::Begin => {
                begun += 1;
                parts.clear();
            }
            Part::Text(text) => {
                parts.push(text.to_owned());
                taken += 1;
                if taken == 2 {
                    meanwhile();
                }
            }
        }));
        (begun, parts, outcome)
    }

    #[test]
    fn parts_together_are_the_file() {
        let (_, ledger) = long();
        let (begun, parts, outcome) = parts(&ledger, || {});
        assert_eq!((begun, outcome), (1, Ok(())));
        assert_eq!(parts.len(), 7, "in front, five of at most three lines, behind");
        assert_eq!(parts.concat(), now(ledger.export(COPY())).unwrap());
    }

    #[test]
    fn what_another_tab_wrote_is_in_it_and_what_it_writes_meanwhile_is_not() {
        let (store, ledger) = long();
        let mut tab = open(&store);
        submit(&mut tab, acted(1, "另一个窗口写的"), 50).unwrap();
        let (_, before, _) = parts(&ledger, || {});
        assert!(before.concat().contains("另一个窗口写的"));
        let mut late = || drop(submit(&mut tab, acted(1, "后来写的"), 60).unwrap());
        let (begun, after, outcome) = parts(&ledger, &mut late);
        assert_eq!((begun, outcome), (1, Ok(())));
        assert_eq!(after.concat(), before.concat());
    }

    #[test]
    fn bodies_replaced_meanwhile_begin_the_file_anew() {
        let (store, ledger) = long();
        let lines = now(store.load()).unwrap().records;
        let by = Record::read(&lines[0].1).unwrap().id;
        let hidden = Record { body: Body::Redacted { by }, ..Record::read(&lines[3].1).unwrap() };
        let batch = Batch {
            replaced: vec![(4, hidden.line())],
            meta: vec![(meta::BODIES.to_owned(), "1".to_owned())],
            ..Batch::default()
        };
        let (begun, parts, outcome) =
            parts(&ledger, || assert!(now(store.append(0, &batch)).is_ok()));
        assert_eq!((begun, outcome), (2, Ok(())));
        let text = parts.concat();
        assert!(!text.contains("听了双方") && text.contains("redacted"));
        assert_eq!(text, now(open(&store).export(COPY())).unwrap());
    }

    #[test]
    fn a_line_that_cannot_be_believed_ends_it() {
        let (store, ledger) = long();
        let lines = now(store.load()).unwrap().records;
        let (_, _, outcome) = parts(&ledger, || store.spoil(9, Some(&lines[9].1)));
        assert_eq!(outcome, Err(StoreError::Damaged { at: 13, why: Damage::Sum }));
        let (_, _, outcome) = parts(&ledger, || store.spoil(9, Some("x")));
        assert!(matches!(outcome, Err(StoreError::Damaged { at: 9, .. })), "{outcome:?}");
        let (_, _, outcome) = parts(&ledger, || store.spoil(9, None));
        assert_eq!(outcome, Err(StoreError::Damaged { at: 9, why: Damage::Hole }));
    }
}
