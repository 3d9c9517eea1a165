//! The book: everything the entries add up to.

mod gather;

use super::entry::Entry;
use super::event::Event;
use super::matter::Matter;
use super::packs::Packs;
use super::sealed::Sealed;
use super::seat::Seat;
use crate::classify::Suggester;
use crate::compact::{Map, sort_by};
use crate::facts::{By, Place, Post, UnitProfile};
use crate::ids::{EntryId, Id, SubjectKind};
use crate::rules::{PackError, RuleSet};
use crate::time::{Calendar, CalendarError, CalendarText, Date};
use std::sync::{Arc, OnceLock};

/// The folded ledger. Cloning is cheap.
#[derive(Clone, Debug, Default)]
pub struct Book {
    matters: imbl::OrdMap<Id, Arc<Matter>>,
    /// Matters recorded by number only, apart from all others.
    sealed: imbl::OrdMap<Id, Arc<Sealed>>,
    /// Whose desk this is.
    seat: Seat,
    unit: Option<Arc<UnitProfile>>,
    places: Arc<Vec<Place>>,
    posts: Arc<Vec<Post>>,
    rules: Arc<RuleSet>,
    /// Made of the rules when it is first asked for, and with them never again.
    suggester: Arc<OnceLock<Suggester>>,
    /// The packs that the rules are made of.
    packs: Packs,
    calendar: Arc<Calendar>,
    /// The entries that wrote the pack and the whole calendar in force.
    pack_entry: Option<EntryId>,
    calendar_entry: Option<EntryId>,
    /// Entries about the ledger itself, in fold order.
    ledger: Arc<Vec<Arc<Entry>>>,
    troubles: Arc<Vec<(EntryId, Trouble)>>,
    /// The entries that stand without a part of what they first said.
    redacted: Arc<Map<EntryId, Redacted>>,
}

/// Who took a part of an entry away, when and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redacted {
    /// The day.
    pub on: Date,
    /// Post and unit.
    pub by: By,
    /// Why.
    pub why: String,
}

/// An adopted text that does not read. The text before it stays in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// A rule pack.
    Pack(PackError),
    /// A calendar.
    Calendar(CalendarError),
}

impl Book {
    /// An empty book.
    pub fn new() -> Self {
        Self::default()
    }

    /// Folds one entry in. Total: what was stored is a fact, even an odd one.
    ///
    /// Entries may come in any order and more than once.
    #[must_use]
    pub fn apply(mut self, entry: &Arc<Entry>) -> Self {
        match entry.subject.kind {
            SubjectKind::Matter => {
                let id = entry.subject.id;
                let mut matter = self.known(id);
                matter.take(Arc::clone(entry));
                self.matters.insert(id, Arc::new(matter));
            }
            SubjectKind::Ledger => self.apply_to_ledger(entry),
            SubjectKind::Sealed => self.apply_to_sealed(entry),
        }
        self
    }

    fn apply_to_sealed(&mut self, entry: &Arc<Entry>) {
        let id = entry.subject.id;
        let mut sealed = self.sealed.get(&id).map_or_else(|| Sealed::new(id), |s| Sealed::clone(s));
        sealed.take(Arc::clone(entry));
        self.sealed.insert(id, Arc::new(sealed));
    }

    /// Folds many entries in, each matter once: the same book as one after the
    /// other, in a fraction of the time.
    #[must_use]
    pub fn apply_all<'a>(mut self, entries: impl IntoIterator<Item = &'a Arc<Entry>>) -> Self {
        let mut about: Vec<&Arc<Entry>> = Vec::new();
        let mut of_ledger: Vec<&Arc<Entry>> = Vec::new();
        for entry in entries {
            match entry.subject.kind {
                SubjectKind::Ledger => of_ledger.push(entry),
                SubjectKind::Sealed => self.apply_to_sealed(entry),
                SubjectKind::Matter => about.push(entry),
            }
        }
        self.apply_all_to_ledger(&of_ledger);
        sort_by(&mut about, |a, b| a.subject.id.cmp(&b.subject.id));
        for entries in about.chunk_by(|a, b| a.subject.id == b.subject.id) {
            let id = entries[0].subject.id;
            let mut matter = self.known(id);
            for entry in entries {
                matter.insert(Arc::clone(entry));
            }
            matter.refold();
            self.matters.insert(id, Arc::new(matter));
        }
        self
    }

    /// The matter as it stands; an empty one where there is none.
    fn known(&self, id: Id) -> Matter {
        self.matters
            .get(&id)
            .map_or_else(|| Matter::new(id, self.seat.clone()), |m| Matter::clone(m))
    }

    /// Takes a ledger entry in at its place in fold order. A new last one adds to what is
    /// there; before others, all are folded again, so that the order of arrival does not
    /// matter.
    fn apply_to_ledger(&mut self, entry: &Arc<Entry>) {
        let Some(at) = self.list_of_ledger(entry) else { return };
        let Some(event) = &entry.event else { return };
        if at + 1 < self.ledger.len() {
            self.fold_ledger(is_text(event));
            return;
        }
        self.take_fact(event);
        self.sit();
        if is_text(event) {
            self.read_texts();
        }
    }

    /// Takes many in and folds them all once.
    fn apply_all_to_ledger(&mut self, entries: &[&Arc<Entry>]) {
        if let [entry] = entries {
            return self.apply_to_ledger(entry);
        }
        let (mut is_new, mut texts) = (false, false);
        for entry in entries {
            if self.list_of_ledger(entry).is_some() {
                is_new = true;
                texts |= entry.event.as_ref().is_some_and(is_text);
            }
        }
        if is_new {
            self.fold_ledger(texts);
        }
    }

    /// Lists a ledger entry at its place; returns the place if the entry was new.
    fn list_of_ledger(&mut self, entry: &Arc<Entry>) -> Option<usize> {
        let key = (entry.time, entry.id);
        let at = self.ledger.partition_point(|e| (e.time, e.id) < key);
        if self.ledger.get(at).is_some_and(|e| e.id == entry.id) {
            return None;
        }
        Arc::make_mut(&mut self.ledger).insert(at, Arc::clone(entry));
        Some(at)
    }

    fn fold_ledger(&mut self, texts: bool) {
        (self.unit, self.places, self.posts) = (None, Arc::default(), Arc::default());
        for entry in Arc::clone(&self.ledger).iter() {
            if let Some(event) = &entry.event {
                self.take_fact(event);
            }
        }
        self.sit();
        if texts {
            self.read_texts();
        }
    }

    fn take_fact(&mut self, event: &Event) {
        match event {
            Event::UnitProfiled(unit) => self.unit = Some(Arc::new(unit.clone())),
            Event::PlacesListed(listed) => {
                merge(Arc::make_mut(&mut self.places), &listed.places, |p| &p.id);
            }
            Event::PostsListed(listed) => {
                merge(Arc::make_mut(&mut self.posts), &listed.posts, |p| &p.id);
            }
            // Texts are read all together; a matter's event under a ledger's subject is
            // kept and audit names it.
            _ => {}
        }
    }

    /// A unit that is renamed is still the one that wrote what it wrote before.
    fn written_seat(&self) -> Seat {
        let mut names: Vec<String> = Vec::new();
        for entry in self.ledger.iter() {
            if let Some(Event::UnitProfiled(unit)) = &entry.event
                && !names.contains(&unit.name)
            {
                names.push(unit.name.clone());
            }
        }
        Seat::new(names)
    }

    fn sit(&mut self) {
        let seat = self.written_seat();
        if seat == self.seat {
            return;
        }
        self.seat = seat;
        let mut moved = Vec::new();
        for (id, matter) in &self.matters {
            let mut matter = Matter::clone(matter);
            matter.sit(&self.seat);
            moved.push((*id, Arc::new(matter)));
        }
        self.matters.extend(moved);
    }

    /// Puts the packs into force, and what the calendars that read add up to.
    fn read_texts(&mut self) {
        let entries = Arc::clone(&self.ledger);
        let events = entries.iter().filter_map(|e| e.event.as_ref().map(|event| (e.id, event)));
        let events: Vec<_> = events.collect();
        self.troubles = Arc::default();
        let troubles = self.packs.read(&events);
        Arc::make_mut(&mut self.troubles).extend(troubles);
        if !self.packs.is_empty() {
            (self.pack_entry, self.rules) = (self.packs.last(), Arc::new(self.packs.rules()));
            self.suggester = Arc::default();
        }
        self.read_calendars(&events);
    }

    /// A whole calendar that reads leaves nothing to say about the texts before it.
    fn read_calendars(&mut self, events: &[(EntryId, &Event)]) {
        let mut calendar = Calendar::default();
        let (mut whole, mut troubles) = (None, Vec::new());
        for (id, event) in events {
            let Event::CalendarAdopted(adopted) = event else { continue };
            match CalendarText::read(&adopted.text) {
                Ok(text) => {
                    if matches!(text, CalendarText::Whole(_)) {
                        whole = Some(*id);
                        troubles.clear();
                    }
                    calendar.take(text);
                }
                Err(e) => troubles.push((*id, Trouble::Calendar(e))),
            }
        }
        Arc::make_mut(&mut self.troubles).extend(troubles);
        self.calendar_entry = whole;
        // The same calendar stays the same one: what was computed by it stands.
        if *self.calendar != calendar {
            self.calendar = Arc::new(calendar);
        }
    }

    /// The same book under other rules and another calendar, to see what would follow.
    #[must_use]
    pub fn with_basis(&self, rules: Arc<RuleSet>, calendar: Arc<Calendar>) -> Self {
        Self { rules, calendar, suggester: Arc::default(), ..self.clone() }
    }

    /// The unit, once its profile is written.
    pub fn unit(&self) -> Option<&Arc<UnitProfile>> {
        self.unit.as_ref()
    }

    /// Places, in the order they were first listed.
    pub fn places(&self) -> impl Iterator<Item = &Place> {
        self.places.iter()
    }

    /// The place with this id.
    pub fn place(&self, id: &str) -> Option<&Place> {
        self.places().find(|p| p.id == id)
    }

    /// Posts, in the order they were first listed.
    pub fn posts(&self) -> impl Iterator<Item = &Post> {
        self.posts.iter()
    }

    /// The rules in force; empty before a pack is adopted.
    pub fn rules(&self) -> &Arc<RuleSet> {
        &self.rules
    }

    /// What proposes subjects, by the rules in force.
    pub fn suggester(&self) -> &Suggester {
        self.suggester.get_or_init(|| Suggester::new(&self.rules))
    }

    /// The packs that the rules are made of: the base, then what is laid over it.
    pub fn packs(&self) -> &[RuleSet] {
        self.packs.all()
    }

    /// The exact text of a pack in force, by its place among [`Self::packs`].
    pub fn pack_text(&self, at: usize) -> Option<&str> {
        let id = self.packs.entry(at)?;
        let entry = self.ledger.iter().find(|e| e.id == id)?;
        match &entry.event {
            Some(Event::PackAdopted(adopted)) => Some(&adopted.text),
            _ => None,
        }
    }

    /// The rules as they would be with this pack: as the base, or laid over it in the
    /// place of one with its id. An overlay that does not fit a new base is left out.
    ///
    /// # Errors
    ///
    /// Returns why it cannot be laid over the base.
    pub fn rules_with(&self, pack: &RuleSet) -> Result<RuleSet, PackError> {
        self.packs.with(pack)
    }

    /// The rules as they would be without this overlay.
    pub fn rules_without(&self, id: &str) -> RuleSet {
        self.packs.without(id)
    }

    /// An empty book that counts by these rules and this calendar, as examples do.
    pub fn on_basis(rules: Arc<RuleSet>, calendar: Arc<Calendar>) -> Self {
        Self { rules, calendar, ..Self::default() }
    }

    /// The calendar in force; empty before one is adopted.
    pub fn calendar(&self) -> &Arc<Calendar> {
        &self.calendar
    }

    /// The entries that put the pack and the whole calendar into force. Years and places
    /// added to the calendar have entries of their own.
    pub fn basis(&self) -> (Option<EntryId>, Option<EntryId>) {
        (self.pack_entry, self.calendar_entry)
    }

    /// Every matter that stands in the book, by id.
    pub fn matters(&self) -> impl Iterator<Item = &Arc<Matter>> {
        self.matters.values().filter(|m| m.is_registered())
    }

    /// A matter by id, also one whose registration was struck.
    pub fn matter(&self, id: Id) -> Option<&Arc<Matter>> {
        self.matters.get(&id)
    }

    /// Every subject with entries, struck ones included.
    pub fn all_matters(&self) -> impl Iterator<Item = &Arc<Matter>> {
        self.matters.values()
    }

    /// Whether the unit of this ledger has had a name.
    pub fn was_named(&self, name: &str) -> bool {
        self.seat.was_named(name)
    }

    /// From whose desk matters are looked at.
    pub(super) fn seat(&self) -> &Seat {
        &self.seat
    }

    /// Matters recorded by number only that stand; for their own page and one figure.
    pub fn sealed(&self) -> impl Iterator<Item = &Arc<Sealed>> {
        self.sealed.values().filter(|s| s.recorded.is_some())
    }

    /// Every such subject, also what was taken back.
    pub(super) fn all_sealed(&self) -> impl Iterator<Item = &Arc<Sealed>> {
        self.sealed.values()
    }

    /// One of them, also when it was taken back.
    pub fn sealed_one(&self, id: Id) -> Option<&Arc<Sealed>> {
        self.sealed.get(&id)
    }

    /// The same book, knowing which entries were redacted.
    pub fn with_redacted(mut self, redacted: Map<EntryId, Redacted>) -> Self {
        self.redacted = Arc::new(redacted);
        self
    }

    /// Who took a part of an entry away, if anybody did.
    pub fn redacted(&self, entry: EntryId) -> Option<&Redacted> {
        self.redacted.get(&entry)
    }

    /// Entries about the ledger itself, in fold order.
    pub fn ledger_entries(&self) -> &[Arc<Entry>] {
        &self.ledger
    }

    /// Adopted texts that do not read.
    pub fn troubles(&self) -> impl Iterator<Item = &(EntryId, Trouble)> {
        self.troubles.iter()
    }
}

/// Whether an event adopts or drops a text that the rules or the calendar are read from.
fn is_text(event: &Event) -> bool {
    matches!(event, Event::PackAdopted(_) | Event::PackDropped(_) | Event::CalendarAdopted(_))
}

/// Adds items; one with a known id replaces the old one at its place.
fn merge<T: Clone>(all: &mut Vec<T>, new: &[T], id: impl Fn(&T) -> &String) {
    for item in new {
        match all.iter_mut().find(|old| id(old) == id(item)) {
            Some(old) => old.clone_from(item),
            None => all.push(item.clone()),
        }
    }
}
