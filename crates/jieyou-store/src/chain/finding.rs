//! What a strict reader would object to in a set of chains. Reports, never refuses.

use super::Weave;
use crate::clock::is_far_future;
use crate::record::Origin;
use jieyou_domain::EntryId;
use jieyou_domain::compact::sort_by;

/// Something remarkable about the chains. Nothing is lost by it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChainFinding {
    /// One number twice: a copied profile or a restored backup was written on.
    Fork {
        /// Who wrote them.
        origin: Origin,
        /// The number.
        n: u64,
        /// The records, sorted.
        records: Vec<EntryId>,
    },
    /// The record before this one is not here.
    Gap {
        /// Who wrote it.
        origin: Origin,
        /// The number of the record after the gap.
        n: u64,
    },
    /// The record before this one is here, but with another hash: one of the two was
    /// changed after it was written.
    BrokenLink {
        /// Who wrote them.
        origin: Origin,
        /// The number of the record whose `prev` does not match.
        n: u64,
    },
    /// The record names a tip as seen that is not here.
    SeenMissing {
        /// The record.
        record: EntryId,
        /// What it had seen.
        seen: EntryId,
    },
    /// Only a part of this origin's records is here: they came with matters handed over
    /// by another unit.
    Partial {
        /// Who wrote them.
        origin: Origin,
        /// How many are here.
        records: u64,
    },
    /// The stamp lies far ahead of this computer's clock: one of the two is wrong.
    FarFuture {
        /// The record.
        record: EntryId,
        /// Its milliseconds.
        ms: u64,
    },
}

impl ChainFinding {
    /// The stable code, listed in `docs/codes.md`.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Fork { .. } => "chain/fork",
            Self::Gap { .. } => "chain/gap",
            Self::BrokenLink { .. } => "chain/broken-link",
            Self::SeenMissing { .. } => "chain/seen-missing",
            Self::Partial { .. } => "chain/partial",
            Self::FarFuture { .. } => "chain/far-future",
        }
    }
}

/// Looks through all chains. `now_ms` is this computer's clock.
pub fn find(weave: &Weave, now_ms: u64) -> Vec<ChainFinding> {
    let mut places: Vec<(Origin, u64, EntryId)> =
        weave.links().map(|link| (link.origin, link.n, link.id)).collect();
    sort_by(&mut places, Ord::cmp);
    let has =
        |origin, n| places.binary_search_by(|place| (place.0, place.1).cmp(&(origin, n))).is_ok();
    let partial = weave.partial();
    let mut findings: Vec<ChainFinding> = partial
        .iter()
        .map(|(origin, records)| ChainFinding::Partial { origin: *origin, records: *records })
        .collect();
    for link in weave.links() {
        if is_far_future(link.time, now_ms) {
            findings.push(ChainFinding::FarFuture { record: link.id, ms: link.time.ms });
        }
        if partial.contains_key(&link.origin) {
            continue;
        }
        for seen in link.seen.iter().filter(|seen| !weave.contains(**seen)) {
            findings.push(ChainFinding::SeenMissing { record: link.id, seen: *seen });
        }
        let (origin, n) = (link.origin, link.n);
        let before = n.checked_sub(1).filter(|before| *before > 0);
        let is_linked = match (link.prev, before) {
            (None, None) => n == 1,
            (Some(prev), Some(before)) => {
                weave.link(prev).is_some_and(|p| (p.origin, p.n) == (origin, before))
            }
            _ => false,
        };
        if is_linked {
            continue;
        }
        let is_here = before.is_none_or(|before| has(origin, before));
        findings.push(if is_here {
            ChainFinding::BrokenLink { origin, n }
        } else {
            ChainFinding::Gap { origin, n }
        });
    }
    for records in places.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)).filter(|all| all.len() > 1) {
        let (origin, n, _) = records[0];
        let records = records.iter().map(|(_, _, id)| *id).collect();
        findings.push(ChainFinding::Fork { origin, n, records });
    }
    sort_by(&mut findings, Ord::cmp);
    findings
}
