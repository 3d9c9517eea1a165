//! How records hang together: each origin's chain, what every record had seen, forks,
//! gaps. Keeps links only, never texts, and judges nothing as good or bad.
//!
//! Records are laid into lanes: a record continues the lane of its `prev` unless
//! another record of the lane already does (a fork), then it opens a lane of its own.
//! What a record knows is then one number a lane, shared along the chain.

mod conflict;
mod finding;
mod nodes;
#[cfg(test)]
mod tests;

pub use conflict::{Conflict, Field, conflicts};
pub use finding::{ChainFinding, find};

use crate::record::{Origin, Record};
use jieyou_domain::compact::{Key, Map, sort_by};
use jieyou_domain::ledger::Stamp;
use jieyou_domain::{EntryId, SubjectKind};
use nodes::{Known, Lane, Named, Node, count, place_of, raise};
use std::sync::Arc;

/// What a record's head says about its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The record.
    pub id: EntryId,
    /// Who wrote it.
    pub origin: Origin,
    /// Its number there.
    pub n: u64,
    /// The record before it.
    pub prev: Option<EntryId>,
    /// Tips seen.
    pub seen: Vec<EntryId>,
    /// Its stamp.
    pub time: Stamp,
    /// Whether it is about the ledger itself: a unit's own chain has such records, the
    /// part of another unit's chain that came with a matter has none.
    pub about_ledger: bool,
}

impl Link {
    /// The link of a record.
    pub fn of(record: &Record) -> Self {
        let head = &record.head;
        Self {
            id: record.id,
            origin: head.origin,
            n: head.n,
            prev: head.prev,
            seen: head.seen.clone(),
            time: head.time,
            about_ledger: head.subject().is_some_and(|s| s.kind == SubjectKind::Ledger),
        }
    }
}

/// All links, with what each reaches.
#[derive(Clone, Debug, Default)]
pub struct Weave {
    nodes: Map<EntryId, Node>,
    lanes: Vec<Lane>,
}

impl Weave {
    /// Weaves links given in any order.
    pub fn new(links: impl IntoIterator<Item = Link>) -> Self {
        let links: Vec<Link> = links.into_iter().collect();
        let mut weave = Self::default();
        weave.make_room(links.len());
        weave.extend(links);
        weave
    }

    /// Weaves in links that came from outside, in any order.
    pub fn extend(&mut self, links: impl IntoIterator<Item = Link>) {
        let mut links: Vec<Link> = links.into_iter().filter(|l| !self.contains(l.id)).collect();
        sort_by(&mut links, |a, b| a.id.cmp(&b.id));
        links.dedup_by_key(|link| link.id);
        let is_new = |id: &EntryId| links.binary_search_by(|l| l.id.cmp(id)).is_ok();
        let is_late = self.names_any(is_new);
        let order = parents_first(&links);
        let mut waiting: Vec<Option<Link>> = links.into_iter().map(Some).collect();
        for link in order.into_iter().filter_map(|at| waiting[at].take()) {
            self.add(link);
        }
        if is_late {
            self.weave_anew();
        }
    }

    /// Whether a record here names one of these.
    fn names_any(&self, is_one: impl Fn(&EntryId) -> bool) -> bool {
        let mut named = self.nodes.values().filter_map(|node| node.named.as_deref());
        named.any(|named| named.prev.iter().chain(&named.seen).any(&is_one))
    }

    /// Weaves everything again: a late parent changes what its children reach.
    pub(crate) fn weave_anew(&mut self) {
        let known: Vec<Link> = self.links().collect();
        *self = Self::new(known);
    }

    /// Adds a link whose parents, as far as they are here at all, were added before.
    pub fn add(&mut self, link: Link) {
        if self.contains(link.id) {
            return;
        }
        let prev = link.prev.and_then(|prev| self.node(prev));
        let prev = prev.filter(|prev| self.origin_of(prev) == Some(link.origin));
        let (lane, at, mut known) = match prev {
            Some(p) if self.is_tip(p) => (p.lane, p.at + 1, Arc::clone(&p.known)),
            Some(p) => {
                let mut known = Vec::clone(&p.known);
                raise(&mut known, p.lane, p.at);
                (count(self.lanes.len()), 1, Arc::new(known))
            }
            None => (count(self.lanes.len()), 1, Known::default()),
        };
        for seen in link.seen.iter().filter_map(|id| self.nodes.get(id)) {
            let known = Arc::make_mut(&mut known);
            raise(known, seen.lane, seen.at);
            for &(lane, at) in seen.known.iter() {
                raise(known, lane, at);
            }
        }
        let place = count(self.nodes.len());
        match self.lanes.get_mut(place_of(lane)) {
            Some(lane) => lane.nodes.push(place),
            None => self.lanes.push(Lane { origin: link.origin, nodes: vec![place] }),
        }
        let Link { id, n, prev, seen, time, about_ledger, .. } = link;
        let named = (at == 1 || !seen.is_empty()).then(|| Box::new(Named { prev, seen }));
        self.nodes.insert(id, Node { n, time, lane, at, known, named, about_ledger });
    }

    /// Whether the record is here.
    pub fn contains(&self, id: EntryId) -> bool {
        self.node(id).is_some()
    }

    /// How many records are here.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether nothing is here.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// Every link, by id.
    pub fn links(&self) -> impl Iterator<Item = Link> {
        self.nodes.iter().filter_map(|(id, node)| self.whole(*id, node))
    }

    /// The link of a record.
    pub fn link(&self, id: EntryId) -> Option<Link> {
        self.whole(id, self.node(id)?)
    }

    /// Whether `later` was written knowing `earlier`; a record knows itself.
    pub fn reaches(&self, later: EntryId, earlier: EntryId) -> bool {
        match (self.nodes.get(&later), self.nodes.get(&earlier)) {
            (Some(later), Some(earlier)) => later.knows(earlier.lane, earlier.at),
            _ => false,
        }
    }

    /// The last record of an origin, by number; of a fork the one with the greater id.
    pub fn tip(&self, origin: Origin) -> Option<Link> {
        self.tips().filter(|link| link.origin == origin).max_by_key(|link| (link.n, link.id))
    }

    /// The last record of every lane.
    pub fn tips(&self) -> impl Iterator<Item = Link> {
        self.lanes.iter().filter_map(|lane| self.link(self.tip_of(lane)?))
    }

    /// The last record of every lane, and whether the lane begins with the first record of
    /// its origin and has no gap.
    pub fn ends(&self) -> impl Iterator<Item = (Link, bool)> {
        let ends =
            self.lanes.iter().filter_map(|lane| Some((lane, self.link(self.tip_of(lane)?)?)));
        ends.map(|(lane, link)| {
            let is_whole = u64::from(lane.len()) == link.n;
            (link, is_whole)
        })
    }

    /// Whether an origin has more than one lane: it was copied and written on twice.
    pub fn is_forked(&self, origin: Origin) -> bool {
        self.lanes.iter().filter(|lane| lane.origin == origin).count() > 1
    }

    /// The origins of which only a part is here, because it came with matters of another
    /// unit: there are gaps, and no record about the ledger.
    pub fn partial(&self) -> Map<Origin, u64> {
        let mut seen: Vec<(Origin, u64, bool)> =
            self.places().map(|(place, node)| (place.0, place.1, node.about_ledger)).collect();
        sort_by(&mut seen, Ord::cmp);
        let mut partial = Map::new();
        for of in seen.chunk_by(|a, b| a.0 == b.0) {
            let mut numbers: Vec<u64> = of.iter().map(|(_, n, _)| *n).collect();
            numbers.dedup();
            let has_gaps = (1..).zip(&numbers).any(|(n, found)| n != *found);
            if has_gaps && !of.iter().any(|(_, _, about_ledger)| *about_ledger) {
                partial.insert(of[0].0, numbers.len() as u64);
            }
        }
        partial
    }

    /// The records that name one that is not here.
    pub(crate) fn naming(&self) -> Map<EntryId, ()> {
        // Where nothing is named, the one before is in the lane.
        let named = self.nodes.iter().filter_map(|(id, node)| Some((id, node.named.as_ref()?)));
        let lacks =
            |named: &Named| named.prev.iter().chain(&named.seen).any(|id| !self.contains(*id));
        named.filter(|(_, named)| lacks(named)).map(|(id, _)| (*id, ())).collect()
    }

    /// The origins that wrote about the ledger.
    pub(crate) fn about_ledger(&self) -> Map<Origin, ()> {
        let about = self.nodes.values().filter(|node| node.about_ledger);
        about.filter_map(|node| Some((self.origin_of(node)?, ()))).collect()
    }

    /// How many of the first `n` records of an origin are here.
    pub(crate) fn count(&self, origin: Origin, n: u64) -> u64 {
        let here = self.places().map(|(place, _)| place);
        let mut here: Vec<u64> =
            here.filter(|place| place.0 == origin && place.1 <= n).map(|place| place.1).collect();
        sort_by(&mut here, Ord::cmp);
        here.dedup();
        here.len() as u64
    }

    fn places(&self) -> impl Iterator<Item = (Place, &Node)> {
        self.nodes.values().filter_map(|node| Some((Place(self.origin_of(node)?, node.n), node)))
    }

    /// The records whose `prev` is not here although records of that origin and number
    /// are: of the two heads one was changed.
    pub fn broken(&self) -> Map<EntryId, ()> {
        // Where nothing is named, the one before is in the lane.
        let named = self.nodes.iter().filter(|(_, node)| node.named.is_some());
        let lost: Vec<Link> = named
            .filter_map(|(id, node)| self.whole(*id, node))
            .filter(|link| link.prev.is_some_and(|prev| !self.contains(prev)))
            .collect();
        if lost.is_empty() {
            return Map::new();
        }
        // Few are lost: all others are asked once whether they stand where one should.
        let before = |link: &Link| Some(Place(link.origin, link.n.checked_sub(1)?));
        let mut places: Vec<Place> = lost.iter().filter_map(before).collect();
        sort_by(&mut places, Ord::cmp);
        let stands = |place: &Place| places.binary_search(place).is_ok();
        let taken: Map<Place, ()> = self
            .places()
            .filter(|(place, _)| stands(place))
            .map(|(place, _)| (place, ()))
            .collect();
        let is_taken = |link: &Link| before(link).is_some_and(|place| taken.contains_key(&place));
        lost.into_iter().filter(is_taken).map(|link| (link.id, ())).collect()
    }

    /// What a next record after `prev` has to name as seen: the tips that `prev` does
    /// not know, sorted.
    pub fn unseen(&self, prev: Option<EntryId>) -> Vec<EntryId> {
        let prev = prev.and_then(|id| self.nodes.get(&id));
        let mut unseen: Vec<EntryId> = self
            .lanes
            .iter()
            .zip(0_u32..)
            .filter(|(lane, at)| prev.is_none_or(|p| !p.knows(*at, lane.len())))
            .filter_map(|(lane, _)| self.tip_of(lane))
            .collect();
        sort_by(&mut unseen, Ord::cmp);
        unseen
    }
}

/// An origin's number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Place(Origin, u64);

impl Key for Place {
    fn hint(&self) -> u32 {
        self.0.hint()
    }
}

/// Orders the places of links, which are sorted by id, so that parents come first.
/// Hashes cannot form a ring, so all are given.
fn parents_first(links: &[Link]) -> Vec<usize> {
    let mut missing = vec![0_usize; links.len()];
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); links.len()];
    for (at, link) in links.iter().enumerate() {
        for parent in link.prev.iter().chain(&link.seen) {
            if let Ok(parent) = links.binary_search_by(|l| l.id.cmp(parent)) {
                children[parent].push(at);
                missing[at] += 1;
            }
        }
    }
    let mut ready: Vec<usize> = (0..links.len()).filter(|at| missing[*at] == 0).collect();
    let mut order = Vec::with_capacity(links.len());
    while let Some(at) = ready.pop() {
        order.push(at);
        for child in std::mem::take(&mut children[at]) {
            missing[child] -= 1;
            if missing[child] == 0 {
                ready.push(child);
            }
        }
    }
    order
}
