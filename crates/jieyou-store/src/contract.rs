//! What every store must do, as checks that run natively on memory and in a browser on
//! IndexedDB. Nothing of it is shipped: what is not called is not linked.

use crate::contact::{Contact, Stored};
use crate::event_store::{Batch, EventStore, Seq, StoreError};
use crate::journal::Journal;
use crate::record::{Body, Head, Record, VERSION};
use jieyou_domain::facts::{By, Post, PostsListed};
use jieyou_domain::ledger::{Command, Stamp};
use jieyou_domain::{Date, EntryId, Id, Realm};
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;

/// How one check ended: its name, and why it failed.
pub type Outcome = (&'static str, Result<(), String>);

type Checked = Result<(), String>;

/// Runs every check. `open` opens the store of that name: the same data for the same
/// name, an own connection for every call. Names are not used twice.
pub async fn check_all<S, F>(open: impl Fn(String) -> F) -> Vec<Outcome>
where
    S: EventStore,
    F: Future<Output = Result<S, StoreError>>,
{
    let two = async |name: &str| -> Result<(S, S), String> {
        let first = open(name.to_owned()).await.map_err(said)?;
        Ok((first, open(name.to_owned()).await.map_err(said)?))
    };
    let mut outcomes = Vec::new();
    macro_rules! check {
        ($($check:ident),+ $(,)?) => {$(
            let outcome = match two(stringify!($check)).await {
                Ok((first, second)) => $check(first, second).await,
                Err(why) => Err(why),
            };
            outcomes.push((stringify!($check), outcome));
        )+};
    }
    check!(
        an_empty_store_is_empty,
        what_was_appended_reads_back_in_order,
        the_second_tab_is_told_that_it_moved,
        nothing_is_written_when_one_record_collides,
        five_megabytes_in_one_text,
        every_character_survives,
        a_thousand_records_in_one_batch,
        a_wiped_contact_stays_wiped,
        thousands_of_contacts_are_all_there,
        a_body_changes_only_for_the_better,
        large_texts_are_kept_until_dropped,
        sealing_changes_nothing_that_is_read,
        a_tab_that_slept_over_sealing_is_told_that_it_moved,
        two_tabs_at_random_lose_nothing,
        two_journals_keep_one_chain,
    );
    outcomes
}

fn said(error: impl std::fmt::Debug) -> String {
    format!("{error:?}")
}

fn same<T: PartialEq + std::fmt::Debug>(what: &str, found: T, expected: T) -> Checked {
    if found == expected {
        return Ok(());
    }
    let short = |value: T| format!("{value:?}").chars().take(300).collect::<String>();
    Err(format!("{what}: {} instead of {}", short(found), short(expected)))
}

fn lines(lines: &[&str]) -> Batch {
    let records = lines.iter().map(|line| (*line).to_owned()).collect();
    Batch { records, ..Batch::default() }
}

async fn texts(store: &impl EventStore) -> Result<Vec<String>, String> {
    let loaded = store.load().await.map_err(said)?;
    let keys: Vec<Seq> = loaded.records.iter().map(|(seq, _)| *seq).collect();
    let n = Seq::try_from(keys.len()).unwrap_or_default();
    same("keys", keys, (1..=n).collect())?;
    Ok(loaded.records.into_iter().map(|(_, line)| line).collect())
}

async fn an_empty_store_is_empty<S: EventStore>(store: S, _: S) -> Checked {
    same("loaded", store.load().await, Ok(crate::event_store::Loaded::default()))?;
    same("size", store.size().await, Ok(0))
}

async fn what_was_appended_reads_back_in_order<S: EventStore>(store: S, other: S) -> Checked {
    let mut batch = lines(&["b", "a"]);
    batch.meta = vec![("k".into(), "1".into()), ("k".into(), "2".into())];
    same("first", store.append(0, &batch).await, Ok(2))?;
    same("second", store.append(2, &lines(&["c"])).await, Ok(3))?;
    same("lines", texts(&other).await?, vec!["b".into(), "a".into(), "c".into()])?;
    let tail = other.load_after(2).await.map_err(said)?;
    same("tail", tail.records, vec![(3, "c".to_owned())])?;
    same("meta", tail.meta.get("k").cloned(), Some("2".to_owned()))?;
    same("nothing", store.append(3, &Batch::default()).await, Ok(3))?;
    same("size", other.size().await, Ok(3))
}

async fn the_second_tab_is_told_that_it_moved<S: EventStore>(first: S, second: S) -> Checked {
    same("first", first.append(0, &lines(&["a"])).await, Ok(1))?;
    same("second", second.append(0, &lines(&["b"])).await, Err(StoreError::Moved))?;
    same("again", second.append(1, &lines(&["b"])).await, Ok(2))?;
    same("lines", texts(&first).await?, vec!["a".into(), "b".into()])
}

async fn nothing_is_written_when_one_record_collides<S: EventStore>(a: S, b: S) -> Checked {
    // A key out of row, so that the first of the batch is free and the second taken.
    same("taken", a.append(1, &lines(&["taken"])).await, Ok(2))?;
    let mut batch = lines(&["x", "y"]);
    batch.contacts = vec![("matter:1".into(), stored(1, Some("某")))];
    batch.meta = vec![("k".into(), "v".into())];
    same("batch", b.append(0, &batch).await, Err(StoreError::Moved))?;
    let loaded = a.load().await.map_err(said)?;
    same("records", loaded.records, vec![(2, "taken".to_owned())])?;
    same("beside", (loaded.meta.len(), loaded.contacts.len()), (0, 0))
}

async fn five_megabytes_in_one_text<S: EventStore>(store: S, other: S) -> Checked {
    let text = "账".repeat(5 * 1024 * 1024 / 3);
    same("append", store.append(0, &lines(&[&text])).await, Ok(1))?;
    let read = texts(&other).await?;
    same("length", read.first().map(String::len), Some(text.len()))?;
    same("text", read.first() == Some(&text), true)
}

async fn every_character_survives<S: EventStore>(store: S, other: S) -> Checked {
    let text = "\u{0}\"\\\n\u{2028}\u{fffd}𠮷👩‍🌾é e\u{301}";
    let mut batch = lines(&[text]);
    batch.meta = vec![("键".into(), text.into())];
    same("append", store.append(0, &batch).await, Ok(1))?;
    let loaded = other.load().await.map_err(said)?;
    same("line", loaded.records, vec![(1, text.to_owned())])?;
    same("meta", loaded.meta.get("键").cloned(), Some(text.to_owned()))
}

async fn a_thousand_records_in_one_batch<S: EventStore>(store: S, other: S) -> Checked {
    let records: Vec<String> = (0..1000).map(|n| format!("record {n}")).collect();
    let batch = Batch { records: records.clone(), ..Batch::default() };
    same("append", store.append(0, &batch).await, Ok(1000))?;
    same("lines", texts(&other).await?, records)
}

fn stored(at: u64, name: Option<&str>) -> String {
    let party = |name: &str| crate::contact::Party {
        role: "反映人".to_owned(),
        name: name.to_owned(),
        ..crate::contact::Party::default()
    };
    let contact = name.map(|name| Contact { parties: vec![party(name)] });
    Stored::after(None, contact, Stamp { ms: at, count: 0 }).text()
}

async fn a_wiped_contact_stays_wiped<S: EventStore>(store: S, other: S) -> Checked {
    let subject = "matter:1".to_owned();
    let (written, wiped, late) = (stored(1, Some("甲")), stored(2, None), stored(3, Some("乙")));
    let mut batch = lines(&["a"]);
    batch.contacts = vec![(subject.clone(), written.clone())];
    same("append", store.append(0, &batch).await, Ok(1))?;
    let contact = async || other.load_after(1).await.map(|l| l.contacts.get(&subject).cloned());
    same("written", contact().await, Ok(Some(written)))?;
    for (text, expected) in [(&wiped, &wiped), (&late, &wiped)] {
        let contacts = vec![(subject.clone(), text.clone())];
        let batch = Batch { contacts, ..Batch::default() };
        same("write", store.append(1, &batch).await, Ok(1))?;
        same("stands", contact().await, Ok(Some(expected.clone())))?;
    }
    Ok(())
}

async fn thousands_of_contacts_are_all_there<S: EventStore>(store: S, other: S) -> Checked {
    // More than are read at a time, and as many as are read in whole rounds.
    for all in [4_000, 4_001] {
        let subject = |n: usize| (format!("matter:{n:05}"), stored(1, Some("某")));
        let contacts: Vec<_> = (0..all).map(subject).collect();
        let batch = Batch { contacts: contacts.clone(), ..Batch::default() };
        store.append(0, &batch).await.map_err(said)?;
        let read = other.load_after(0).await.map_err(said)?.contacts;
        same("there", read, contacts.into_iter().collect())?;
    }
    Ok(())
}

/// One record withheld, present and redacted.
fn body_lines() -> [String; 3] {
    let head = Head {
        v: VERSION,
        origin: Id::from_bytes([1; 10]),
        n: 1,
        prev: None,
        seen: Vec::new(),
        realm: Realm::Real,
        time: Stamp { ms: 1, count: 0 },
        on: Date::default(),
        by: By::default(),
        subject: "matter:0000000000000000".to_owned(),
        code: "matter.none".to_owned(),
        body_hash: EntryId::from_bytes([0; 32]),
    };
    let present = Record::write(head, serde_json::Value::Null, [0; 16]);
    let with = |body| Record { body, ..present.clone() }.line();
    let redacted = with(Body::Redacted { by: EntryId::from_bytes([2; 32]) });
    [with(Body::Withheld), present.line(), redacted]
}

async fn a_body_changes_only_for_the_better<S: EventStore>(store: S, other: S) -> Checked {
    let [withheld, present, redacted] = body_lines();
    same("append", store.append(0, &lines(&[&withheld])).await, Ok(1))?;
    let steps = [
        (present.clone(), present.clone()),
        (redacted.clone(), redacted.clone()),
        (present, redacted.clone()),
        ("other".to_owned(), redacted.clone()),
    ];
    for (line, expected) in steps {
        let batch = Batch { replaced: vec![(1, line)], ..Batch::default() };
        same("replace", store.append(1, &batch).await, Ok(1))?;
        same("stands", texts(&other).await?, vec![expected])?;
    }
    Ok(())
}

async fn large_texts_are_kept_until_dropped<S: EventStore>(store: S, other: S) -> Checked {
    let large = "字".repeat(300_000);
    for (text, expected) in [(Some(&large), Some(&large)), (None, None)] {
        let kept = vec![("big".to_owned(), text.cloned())];
        let batch = Batch { kept, ..Batch::default() };
        same("write", store.append(0, &batch).await, Ok(0))?;
        let read = other.kept("big").await.map_err(said)?;
        same("kept", read.as_ref() == expected, true)?;
    }
    same("others", other.kept("none").await, Ok(None))?;
    let loaded = other.load().await.map_err(said)?;
    same("beside", loaded.meta.is_empty() && loaded.records.is_empty(), true)
}

/// Seals all there is to seal.
async fn seal_all(store: &impl EventStore) -> Checked {
    while store.seal().await.map_err(said)? {}
    Ok(())
}

async fn sealing_changes_nothing_that_is_read<S: EventStore>(store: S, other: S) -> Checked {
    let mut records: Vec<String> = (1..=3_456).map(|n| format!("record {n}")).collect();
    let withheld = body_lines();
    records[41].clone_from(&withheld[0]);
    let batch = Batch { records: records.clone(), ..Batch::default() };
    same("append", store.append(0, &batch).await, Ok(3_456))?;
    seal_all(&store).await?;
    same("size", other.size().await, Ok(3_456))?;
    same("lines", texts(&other).await? == records, true)?;
    for after in [0, 1, 999, 1_000, 1_001, 2_000, 2_500, 3_455, 3_456, 9_999] {
        let rest = other.load_after(after).await.map_err(said)?.records;
        let expected = records.iter().zip(1..).filter(|(_, seq)| *seq > after);
        let is_same = rest.iter().map(|(seq, line)| (line, *seq)).eq(expected);
        same("after", (after, is_same), (after, true))?;
    }
    let mut parts = Vec::new();
    loop {
        let after = parts.last().map_or(0, |(seq, _): &(Seq, String)| *seq);
        let part = other.part(after).await.map_err(said)?;
        if part.is_empty() {
            break;
        }
        same("size of a part", part.len() <= 1_000, true)?;
        parts.extend(part);
    }
    same("parts", parts.iter().map(|(_, line)| line).eq(&records), true)?;
    // A body changes for the better there, too.
    records[41].clone_from(&withheld[1]);
    let replaced = vec![(7, "other".to_owned()), (42, withheld[1].clone())];
    let batch = Batch { replaced, ..Batch::default() };
    same("replace", store.append(3_456, &batch).await, Ok(3_456))?;
    same("stands", texts(&other).await? == records, true)
}

async fn a_tab_that_slept_over_sealing_is_told_that_it_moved<S: EventStore>(
    store: S,
    slept: S,
) -> Checked {
    same("first", slept.append(0, &lines(&["a"])).await, Ok(1))?;
    let records: Vec<String> = (2..=2_500).map(|n| format!("record {n}")).collect();
    let batch = Batch { records, ..Batch::default() };
    same("others", store.append(1, &batch).await, Ok(2_500))?;
    seal_all(&store).await?;
    same("slept", slept.append(1, &lines(&["b"])).await, Err(StoreError::Moved))?;
    same("size", store.size().await, Ok(2_500))?;
    same("again", slept.append(2_500, &lines(&["b"])).await, Ok(2_501))
}

/// Waits for both at once, as two tabs run at once.
async fn both<A, B>(a: impl Future<Output = A>, b: impl Future<Output = B>) -> (A, B) {
    let (mut a, mut b) = (pin!(a), pin!(b));
    let (mut done_a, mut done_b) = (None, None);
    poll_fn(move |context| {
        if done_a.is_none()
            && let Poll::Ready(value) = a.as_mut().poll(context)
        {
            done_a = Some(value);
        }
        if done_b.is_none()
            && let Poll::Ready(value) = b.as_mut().poll(context)
        {
            done_b = Some(value);
        }
        match (done_a.take(), done_b.take()) {
            (Some(a), Some(b)) => Poll::Ready((a, b)),
            (a, b) => {
                (done_a, done_b) = (a, b);
                Poll::Pending
            }
        }
    })
    .await
}

async fn two_tabs_at_random_lose_nothing<S: EventStore>(first: S, second: S) -> Checked {
    let tab = async |store: &S, name: &str| -> Checked {
        let mut last = 0;
        for n in 0..40_u32 {
            let line = format!("{name} {n}");
            let batch = lines(&[&line]);
            loop {
                match store.append(last, &batch).await {
                    Ok(seq) => break last = seq,
                    Err(StoreError::Moved) => {
                        let tail = store.load_after(last).await.map_err(said)?;
                        last = tail.records.last().map_or(last, |(seq, _)| *seq);
                    }
                    Err(error) => return Err(said(error)),
                }
            }
        }
        Ok(())
    };
    let (a, b) = both(tab(&first, "a"), tab(&second, "b")).await;
    a?;
    b?;
    let all = texts(&first).await?;
    for name in ["a", "b"] {
        let own: Vec<_> = all.iter().filter(|line| line.starts_with(name)).cloned().collect();
        same(name, own, (0..40).map(|n| format!("{name} {n}")).collect())?;
    }
    Ok(())
}

async fn two_journals_keep_one_chain<S: EventStore>(first: S, second: S) -> Checked {
    let day = Date::default();
    let write = async |journal: &mut Journal<S>, seed: u8| -> Checked {
        for n in 0..10_u8 {
            let id = format!("{seed}-{n}");
            let post = Post { id: id.clone(), name: id, open: true };
            let command = Command::ListPosts(PostsListed { posts: vec![post] });
            let by = By { post: "岗".into(), unit: "村".into() };
            let random = |bytes: &mut [u8]| bytes.fill(seed.wrapping_mul(31).wrapping_add(n));
            journal.submit(command, day, by, 1_000, random).await.map_err(said)?;
        }
        Ok(())
    };
    let open = async |store| Journal::open(store, Realm::Real).await.map_err(|e| said(e.error));
    let (mut a, mut b) = (open(first).await?, open(second).await?);
    let (done_a, done_b) = both(write(&mut a, 1), write(&mut b, 2)).await;
    done_a?;
    done_b?;
    a.refresh().await.map_err(said)?;
    same("records", a.seq(), 20)?;
    same("posts", a.book().posts().count(), 20)?;
    same("findings", a.findings(1_000), Vec::new())?;
    same("chains", a.weave().tips().count(), 1)?;
    a.reload().await.map_err(said)?;
    same("again", a.book().posts().count(), 20)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memory::Memory;
    use std::cell::RefCell;
    use std::collections::BTreeMap;

    #[test]
    fn memory_keeps_the_contract() {
        let stores = RefCell::new(BTreeMap::<String, Memory>::new());
        let open =
            |name| std::future::ready(Ok(stores.borrow_mut().entry(name).or_default().clone()));
        let outcomes = crate::samples::now(check_all(open));
        assert_eq!(outcomes.len(), 15);
        for (name, outcome) in outcomes {
            assert_eq!(outcome, Ok(()), "{name}");
        }
    }
}
