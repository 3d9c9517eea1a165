//! How links are kept: some ten of them a matter, so what follows from the lane they lie in
//! is not kept twice.

use super::{Link, Weave};
use crate::record::Origin;
use jieyou_domain::EntryId;
use jieyou_domain::ledger::Stamp;
use std::sync::Arc;

/// Positions reached, by lane.
pub(super) type Known = Arc<Vec<(u32, u32)>>;

/// A link as it is kept: there are some ten of them a matter. Its id is its key, its origin
/// and mostly its `prev` follow from its lane.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) n: u64,
    pub(super) time: Stamp,
    pub(super) lane: u32,
    /// Position in the lane, from 1.
    pub(super) at: u32,
    /// Positions reached in other lanes.
    pub(super) known: Known,
    /// What its head names, where that is not just the one before it in the lane.
    pub(super) named: Option<Box<Named>>,
    pub(super) about_ledger: bool,
}

#[derive(Clone, Debug)]
pub(super) struct Named {
    pub(super) prev: Option<EntryId>,
    pub(super) seen: Vec<EntryId>,
}

#[derive(Clone, Debug)]
pub(super) struct Lane {
    pub(super) origin: Origin,
    /// Its nodes, by when they came.
    pub(super) nodes: Vec<u32>,
}

impl Lane {
    pub(super) fn len(&self) -> u32 {
        count(self.nodes.len())
    }
}

impl Weave {
    /// Makes room for so many links.
    pub(crate) fn make_room(&mut self, links: usize) {
        self.nodes.make_room(links);
    }

    pub(super) fn lane(&self, lane: u32) -> Option<&Lane> {
        self.lanes.get(place_of(lane))
    }

    pub(super) fn is_tip(&self, node: &Node) -> bool {
        self.lane(node.lane).is_some_and(|lane| lane.len() == node.at)
    }

    pub(super) fn origin_of(&self, node: &Node) -> Option<Origin> {
        Some(self.lane(node.lane)?.origin)
    }

    /// Mostly it is the last that came, which need not be looked for.
    pub(super) fn node(&self, id: EntryId) -> Option<&Node> {
        let last = self.nodes.len().checked_sub(1).and_then(|last| self.nodes.nth(last));
        match last {
            Some((key, node)) if *key == id => Some(node),
            _ => self.nodes.get(&id),
        }
    }

    /// The record that came as the n-th, counted from 0.
    pub(super) fn id_of(&self, place: u32) -> Option<EntryId> {
        Some(*self.nodes.nth(place_of(place))?.0)
    }

    /// The link of a node, put together again.
    pub(super) fn whole(&self, id: EntryId, node: &Node) -> Option<Link> {
        let lane = self.lane(node.lane)?;
        let (prev, seen) = match &node.named {
            Some(named) => (named.prev, named.seen.clone()),
            None => {
                let before = place_of(node.at).checked_sub(2);
                let before = before.and_then(|before| lane.nodes.get(before));
                (before.and_then(|place| self.id_of(*place)), Vec::new())
            }
        };
        let Node { n, time, about_ledger, .. } = *node;
        Some(Link { id, origin: lane.origin, n, prev, seen, time, about_ledger })
    }

    pub(super) fn tip_of(&self, lane: &Lane) -> Option<EntryId> {
        self.id_of(*lane.nodes.last()?)
    }
}

impl Node {
    pub(super) fn knows(&self, lane: u32, at: u32) -> bool {
        if self.lane == lane {
            return self.at >= at;
        }
        place(&self.known, lane).is_ok_and(|known| self.known[known].1 >= at)
    }
}

pub(super) fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

pub(super) fn place_of(at: u32) -> usize {
    usize::try_from(at).unwrap_or(usize::MAX)
}

fn place(known: &[(u32, u32)], lane: u32) -> Result<usize, usize> {
    known.binary_search_by_key(&lane, |(lane, _)| *lane)
}

pub(super) fn raise(known: &mut Vec<(u32, u32)>, lane: u32, at: u32) {
    match place(known, lane) {
        Ok(found) => known[found].1 = at.max(known[found].1),
        Err(free) => known.insert(free, (lane, at)),
    }
}
