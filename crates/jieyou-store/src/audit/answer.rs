//! What a printed code comes to in what was read.

use super::{Asked, Place, Seen};
use crate::chain::Link;
use jieyou_domain::compact::sort_by;

/// What is the matter with something before a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The record is not here, or does not verify.
    Lost(Place),
    /// The record is here, and the one after it names another.
    Changed(Place),
}

impl Trouble {
    /// Where.
    pub const fn place(&self) -> &Place {
        match self {
            Self::Lost(place) | Self::Changed(place) => place,
        }
    }
}

/// What a printed code comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The record is here.
    Known {
        /// Where.
        place: Place,
        /// How many records it vouches for: itself and all that it rests on.
        before: usize,
        /// How many came after it in its chain.
        after: u64,
        /// The first record before it that is not as it was; nothing, if nothing changed.
        trouble: Option<Trouble>,
    },
    /// No record has that code; of the only chain it can be of, the record under that
    /// number is another.
    Other(Place),
    /// No record has that code, and the chain ends before that number: at this one.
    Ends(u64),
    /// No record has that code: a later print, another ledger, or a chain that was written
    /// anew.
    Unknown,
}

impl Answer {
    /// Whether the code is here with the number that was typed beside it, and nothing
    /// before it changed.
    pub fn is_well(&self, asked: &Asked) -> bool {
        matches!(self, Self::Known { trouble: None, .. }) && self.number(asked).is_none()
    }

    /// The number of the code's record, where another was typed beside it.
    pub fn number(&self, asked: &Asked) -> Option<u64> {
        match self {
            Self::Known { place, .. } => Some(place.n).filter(|n| asked.n.is_some_and(|a| a != *n)),
            _ => None,
        }
    }
}

impl Seen<'_> {
    pub(super) fn answer(&self, asked: &Asked) -> Answer {
        match self.weave.links().find(|link| asked.is_of(link.id)) {
            Some(head) => self.known(&head),
            None => self.unknown(asked),
        }
    }

    fn known(&self, head: &Link) -> Answer {
        let before: Vec<Link> =
            self.weave.links().filter(|link| self.weave.reaches(head.id, link.id)).collect();
        let after = self.weave.links().filter(|link| {
            link.id != head.id && link.origin == head.origin && self.weave.reaches(link.id, head.id)
        });
        let after = after.count() as u64;
        let trouble = self.first_trouble(head, &before);
        Answer::Known { place: self.place(head.id), before: before.len(), after, trouble }
    }

    /// The first thing that is not as it was: in the head's own chain, lowest number first,
    /// then in what it had seen.
    fn first_trouble(&self, head: &Link, before: &[Link]) -> Option<Trouble> {
        let partial = self.weave.partial();
        let mut broken: Vec<&Link> = before
            .iter()
            .filter(|link| !partial.contains_key(&link.origin))
            .filter(|link| match link.prev {
                Some(prev) => self.weave.link(prev).is_none_or(|p| p.n + 1 != link.n),
                None => link.n != 1,
            })
            .collect();
        sort_by(&mut broken, |a, b| {
            (a.origin != head.origin, a.n, a.id).cmp(&(b.origin != head.origin, b.n, b.id))
        });
        let after = broken.first()?;
        let n = after.n.saturating_sub(1);
        let other = self.weave.links().find(|link| (link.origin, link.n) == (after.origin, n));
        Some(match other {
            Some(other) => Trouble::Changed(self.place(other.id)),
            None => Trouble::Lost(self.lost(after.origin, n)),
        })
    }

    /// What can still be said by the number beside the code, where one chain is whole here.
    fn unknown(&self, asked: &Asked) -> Answer {
        let whole: Vec<_> = super::heads(self.weave).into_iter().filter(|h| h.is_whole).collect();
        let Some(n) = asked.n else { return Answer::Unknown };
        let Some(head) =
            whole.first().filter(|first| whole.iter().all(|h| h.origin == first.origin))
        else {
            return Answer::Unknown;
        };
        let found = self.weave.links().find(|l| (l.origin, l.n) == (head.origin, n));
        let last = whole.iter().map(|h| h.n).max().unwrap_or_default();
        match found {
            Some(found) => Answer::Other(self.place(found.id)),
            None if n > last => Answer::Ends(last),
            None => Answer::Other(self.lost(head.origin, n)),
        }
    }
}
