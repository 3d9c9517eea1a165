//! What may be asked of the ledger, and how it refuses.

use super::action::WhyNot;
use super::event::Event;
use crate::facts::{
    LinkKind, PackDropped, PlacesListed, PostsListed, Registered, SealedFollowed, SealedRecorded,
    TextAdopted, UnitProfile,
};
use crate::ids::{EntryId, Id, Subject};
use crate::time::Date;

/// Something a person asks the ledger to record.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Write the unit's profile.
    ProfileUnit(UnitProfile),
    /// List places.
    ListPlaces(PlacesListed),
    /// List posts.
    ListPosts(PostsListed),
    /// Adopt a rule pack.
    AdoptPack(TextAdopted),
    /// Adopt a calendar.
    AdoptCalendar(TextAdopted),
    /// Take an overlay of rules off.
    DropPack(PackDropped),
    /// Register a matter. An empty number is given the next one.
    Register {
        /// The new matter's id, minted by the caller.
        id: Id,
        /// The day received.
        on: Date,
        /// What is known.
        facts: Box<Registered>,
        /// Facts recorded in the same act, e.g. handled at once, or an oral agreement.
        then: Vec<(Date, Event)>,
    },
    /// Record facts about a registered matter, all or none, in order.
    Record {
        /// The matter.
        matter: Id,
        /// The facts, each with its day.
        facts: Vec<(Date, Event)>,
    },
    /// Make a matter of its own out of some claims (分案). It keeps the day received.
    Split {
        /// The matter.
        matter: Id,
        /// The new matter's id, minted by the caller.
        id: Id,
        /// The day of the decision.
        on: Date,
        /// Which claims, counted from 0.
        claims: Vec<u16>,
        /// What the new one is called.
        title: String,
        /// Why.
        why: String,
    },
    /// Say that two matters belong together, on both.
    Link {
        /// The matter.
        matter: Id,
        /// The other.
        other: Id,
        /// The day it was noticed.
        on: Date,
        /// How they belong together; [`LinkKind::Merged`]: `matter` goes on in `other`.
        how: LinkKind,
        /// In words.
        note: String,
    },
    /// Record a matter by number only. An empty number is given the next one.
    Seal {
        /// The new id, minted by the caller.
        id: Id,
        /// The day received.
        on: Date,
        /// What may be known.
        facts: SealedRecorded,
    },
    /// Record how such a matter went on.
    FollowSealed {
        /// Which.
        id: Id,
        /// The day.
        on: Date,
        /// What.
        facts: SealedFollowed,
    },
    /// Take an entry about such a matter back.
    StrikeSealed {
        /// Which.
        id: Id,
        /// The entry.
        entry: EntryId,
    },
}

/// An event that may be written: what, about what, on which day.
#[derive(Clone, Debug, PartialEq)]
pub struct Drafted {
    /// The day of the fact.
    pub on: Date,
    /// What it is about.
    pub subject: Subject,
    /// The fact.
    pub event: Event,
}

/// Why a command is refused. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rejection {
    /// No such matter.
    NoSuchMatter,
    /// The id is taken.
    IdTaken,
    /// A newer program wrote something about this matter that this one cannot read.
    NewerRecords,
    /// The day lies after today.
    InTheFuture {
        /// The day given.
        on: Date,
        /// Today.
        today: Date,
    },
    /// The day lies before the matter was received.
    BeforeReceived {
        /// The day given.
        on: Date,
        /// The day received.
        received: Date,
    },
    /// Not possible now, and why.
    NotNow(WhyNot),
    /// A text that must say something is empty, by field code.
    Missing(&'static str),
    /// A text is too long: field code, length, limit in characters.
    TooLong(&'static str, usize, usize),
    /// A day lies before the day it follows, by field code.
    DayBefore(&'static str, Date),
    /// The entry to correct or take back is not in this matter.
    NoSuchEntry,
    /// A correction must be of the same type as the entry.
    OtherType,
    /// An adopted pack does not read.
    BadPack(crate::rules::PackError),
    /// An adopted calendar does not read.
    BadCalendar(crate::time::CalendarError),
    /// The event cannot be recorded this way.
    NotRecordable,
}
