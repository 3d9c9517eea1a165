//! Lines inside one transaction: those that lie singly, and those in sealed segments.
//! Nothing is awaited here but the transaction's own requests.

use super::{CONTACTS, KEPT, META, RECORDS, SEGMENTS};
use crate::event_store::{Batch, Loaded, SEGMENT, Seq};
use crate::{contact, record};
use indexed_db_futures::object_store::ObjectStore;
use indexed_db_futures::prelude::*;
use indexed_db_futures::primitive::{TryFromJs, TryToJs};
use indexed_db_futures::transaction::Transaction;
use indexed_db_futures::{KeyRange, error::Error};
use jieyou_domain::compact::Map;

/// How many contacts are asked for at a time.
const CONTACTS_AT_ONCE: u32 = 2_000;

/// The number of the segment that holds a key, once it is sealed.
const fn segment_of(seq: Seq) -> Seq {
    seq.saturating_sub(1) / SEGMENT + 1
}

/// The keys of a segment.
const fn keys_of(segment: Seq) -> std::ops::RangeInclusive<Seq> {
    (segment - 1) * SEGMENT + 1..=segment * SEGMENT
}

/// Keys and texts of a store within a range of keys, at most `limit`.
async fn within<K: TryFromJs + Clone>(
    store: &ObjectStore<'_>,
    range: KeyRange<K>,
    limit: u32,
) -> Result<Vec<(K, String)>, Error>
where
    KeyRange<K>: TryToJs,
{
    let keys = store.get_all_keys::<K>().with_query::<K, _>(range.clone()).with_limit(limit);
    let texts = store.get_all::<String>().with_query::<K, _>(range).with_limit(limit);
    let (keys, texts) = (keys.primitive()?, texts.primitive()?);
    let keys = keys.await?.collect::<Result<Vec<_>, _>>()?;
    let texts = texts.await?.collect::<Result<Vec<_>, _>>()?;
    Ok(keys.into_iter().zip(texts).collect())
}

/// Everything from a line or a segment on, at most `limit`.
async fn from(
    store: &ObjectStore<'_>,
    first: Seq,
    limit: u32,
) -> Result<Vec<(Seq, String)>, Error> {
    within(store, KeyRange::LowerBound(first, false), limit).await
}

/// The lines of a segment after a key.
fn unpack(segment: Seq, text: &str, after: Seq, to: &mut Vec<(Seq, String)>) {
    let lines = keys_of(segment).zip(text.split('\n'));
    to.extend(lines.filter(|(seq, _)| *seq > after).map(|(seq, line)| (seq, line.to_owned())));
}

/// Reads the lines after a key.
pub(super) async fn after(tx: &Transaction<'_>, after: Seq) -> Result<Vec<(Seq, String)>, Error> {
    let next = after.saturating_add(1);
    let mut records = Vec::new();
    for (segment, text) in from(&tx.object_store(SEGMENTS)?, segment_of(next), u32::MAX).await? {
        unpack(segment, &text, after, &mut records);
    }
    records.extend(from(&tx.object_store(RECORDS)?, next, u32::MAX).await?);
    Ok(records)
}

/// Reads the lines after a key, and all contacts and texts.
pub(super) async fn read(tx: &Transaction<'_>, seq: Seq) -> Result<Loaded, Error> {
    let records = after(tx, seq).await?;
    Ok(Loaded { records, meta: beside(tx).await?, contacts: contacts(tx).await? })
}

/// All contacts, some at a time: there may be one for every matter, and between two requests
/// the page can answer.
async fn contacts(tx: &Transaction<'_>) -> Result<Map<String, String>, Error> {
    let store = tx.object_store(CONTACTS)?;
    // No contact has an empty key.
    let (mut all, mut last) = (Vec::new(), String::new());
    loop {
        let some = within(&store, KeyRange::LowerBound(last, true), CONTACTS_AT_ONCE).await?;
        let is_full = some.len() == CONTACTS_AT_ONCE as usize;
        all.extend(some);
        match all.last() {
            Some((key, _)) if is_full => last = key.clone(),
            _ => return Ok(all.into_iter().collect()),
        }
    }
}

/// The texts beside the lines.
pub(super) async fn beside(tx: &Transaction<'_>) -> Result<Map<String, String>, Error> {
    let every = KeyRange::LowerBound(String::new(), false);
    Ok(within(&tx.object_store(META)?, every, u32::MAX).await?.into_iter().collect())
}

/// One contact.
pub(super) async fn contact(tx: &Transaction<'_>, subject: &str) -> Result<Option<String>, Error> {
    tx.object_store(CONTACTS)?.get(subject).primitive()?.await
}

/// Reads the rest of a segment after a key, or as many of the single lines.
pub(super) async fn part(tx: &Transaction<'_>, after: Seq) -> Result<Vec<(Seq, String)>, Error> {
    let next = after.saturating_add(1);
    let segment = segment_of(next);
    let mut lines = Vec::new();
    if let Some(text) = sealed(tx, segment).await? {
        unpack(segment, &text, after, &mut lines);
        return Ok(lines);
    }
    from(&tx.object_store(RECORDS)?, next, SEGMENT).await
}

async fn sealed(tx: &Transaction<'_>, segment: Seq) -> Result<Option<String>, Error> {
    tx.object_store(SEGMENTS)?.get(segment).primitive()?.await
}

/// One line.
pub(super) async fn single(tx: &Transaction<'_>, seq: Seq) -> Result<Option<String>, Error> {
    let line: Option<String> = tx.object_store(RECORDS)?.get(seq).primitive()?.await?;
    if line.is_some() {
        return Ok(line);
    }
    let segment = segment_of(seq);
    let Some(text) = sealed(tx, segment).await? else { return Ok(None) };
    let line = keys_of(segment).zip(text.split('\n')).find(|(at, _)| *at == seq);
    Ok(line.map(|(_, line)| line.to_owned()))
}

/// A large text.
pub(super) async fn kept(tx: &Transaction<'_>, key: &str) -> Result<Option<String>, Error> {
    tx.object_store(KEPT)?.get(key).primitive()?.await
}

/// How many lines there are.
pub(super) async fn size(tx: &Transaction<'_>) -> Result<Seq, Error> {
    let count = async |store| tx.object_store(store)?.count().primitive()?.await;
    let (segments, single): (Seq, Seq) = (count(SEGMENTS).await?, count(RECORDS).await?);
    Ok(segments.saturating_mul(SEGMENT).saturating_add(single))
}

/// Puts a batch into a transaction. Returns the last key; none when another tab wrote, and
/// sealed what it wrote.
pub(super) async fn fill(
    tx: &Transaction<'_>,
    expected: Seq,
    batch: &Batch,
) -> Result<Option<Seq>, Error> {
    let segments = tx.object_store(SEGMENTS)?;
    let range = KeyRange::LowerBound(segment_of(expected + 1), false);
    let taken = segments.get_all_keys::<Seq>().with_query::<Seq, _>(range).with_limit(1);
    if !batch.records.is_empty() && taken.primitive()?.await?.next().is_some() {
        return Ok(None);
    }
    let records = tx.object_store(RECORDS)?;
    let mut requests = Vec::with_capacity(batch.records.len());
    let mut last = expected;
    for line in &batch.records {
        last += 1;
        requests.push(records.add(line.as_str()).with_key(last).without_key_type().primitive()?);
    }
    for request in requests {
        request.await?;
    }
    replace(tx, &batch.replaced).await?;
    let contacts = tx.object_store(CONTACTS)?;
    for (subject, text) in &batch.contacts {
        let old: Option<String> = contacts.get(subject.as_str()).primitive()?.await?;
        if contact::prefer(old.as_deref(), text) {
            put(&contacts, subject, text).await?;
        }
    }
    let meta = tx.object_store(META)?;
    for (key, text) in &batch.meta {
        put(&meta, key, text).await?;
    }
    let kept = tx.object_store(KEPT)?;
    for (key, text) in &batch.kept {
        match text {
            Some(text) => put(&kept, key, text).await?,
            None => kept.delete(key.as_str()).primitive()?.await?,
        }
    }
    Ok(Some(last))
}

async fn put(store: &ObjectStore<'_>, key: &str, text: &str) -> Result<(), Error> {
    store.put(text).with_key(key.to_owned()).without_key_type().primitive()?.await
}

async fn put_line(store: &ObjectStore<'_>, key: Seq, text: &str) -> Result<(), Error> {
    store.put(text).with_key(key).without_key_type().primitive()?.await
}

/// Puts better bodies in their places; a segment is written once, however many of its
/// lines change.
async fn replace(tx: &Transaction<'_>, replaced: &[(Seq, String)]) -> Result<(), Error> {
    let (records, segments) = (tx.object_store(RECORDS)?, tx.object_store(SEGMENTS)?);
    let mut in_segments: Vec<(Seq, &str)> = Vec::new();
    for (seq, line) in replaced {
        let old: Option<String> = records.get(*seq).primitive()?.await?;
        if old.is_none() {
            in_segments.push((*seq, line));
        } else if record::replaces(old.as_deref(), line) {
            put_line(&records, *seq, line).await?;
        }
    }
    for changes in in_segments.chunk_by(|a, b| segment_of(a.0) == segment_of(b.0)) {
        let segment = segment_of(changes[0].0);
        let Some(text) = sealed(tx, segment).await? else { continue };
        let mut lines: Vec<&str> = text.split('\n').collect();
        for (seq, line) in changes {
            let at = usize::try_from((seq - 1) % SEGMENT).unwrap_or(usize::MAX);
            if let Some(old) = lines.get_mut(at).filter(|old| record::replaces(Some(old), line)) {
                *old = line;
            }
        }
        put_line(&segments, segment, &lines.join("\n")).await?;
    }
    Ok(())
}

/// Moves the oldest single lines into a segment. Returns how many single lines are left;
/// none when nothing was moved.
pub(super) async fn seal(tx: &Transaction<'_>) -> Result<Option<Seq>, Error> {
    let (records, segments) = (tx.object_store(RECORDS)?, tx.object_store(SEGMENTS)?);
    let count: Seq = records.count().primitive()?.await?;
    if count < 2 * SEGMENT {
        return Ok(None);
    }
    let lines = from(&records, 0, SEGMENT).await?;
    let segment = lines.first().map_or(0, |(seq, _)| segment_of(*seq));
    let is_whole = segment > 0
        && keys_of(segment).eq(lines.iter().map(|(seq, _)| *seq))
        && !lines.iter().any(|(_, line)| line.contains('\n'));
    if !is_whole {
        // A damaged ledger is left as it is.
        return Ok(None);
    }
    let texts: Vec<&str> = lines.iter().map(|(_, line)| line.as_str()).collect();
    let text = texts.join("\n");
    segments.add(text.as_str()).with_key(segment).without_key_type().primitive()?.await?;
    if sealed(tx, segment).await?.is_none_or(|stored| stored != text) {
        return Ok(None);
    }
    let keys = keys_of(segment);
    records
        .delete::<Seq, _>(KeyRange::Bound(*keys.start(), false, *keys.end(), false))
        .primitive()?
        .await?;
    Ok(Some(count - SEGMENT))
}
