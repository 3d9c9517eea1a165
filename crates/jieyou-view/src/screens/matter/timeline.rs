//! What was recorded: one item a fact. A corrected fact shows what stands, with the
//! earlier text in reach; one that was taken back is struck out, never gone.

use super::decided::decided;
use crate::forms::correct::{is_fresh, written_on};
use crate::text::deadline::Frame;
use crate::text::entry::{entry, whole};
use crate::text::format::{self, DayView};
use crate::text::{Lang, both, privacy, words};
use jieyou_domain::compact::{Map, sort_by};
use jieyou_domain::facts::By;
use jieyou_domain::ledger::{Book, Entry, Event, EventType, Matter, effective};
use jieyou_domain::{Date, EntryId, Id, Realm, receipt};
use std::sync::Arc;

/// One fact.
#[derive(Clone, Debug, PartialEq)]
pub struct TimelineItem {
    /// The entry that wrote it; 更正 and 撤销 name it.
    pub entry: EntryId,
    /// Its day.
    pub day: DayView,
    /// What it is.
    pub title: String,
    /// What it says.
    pub lines: Vec<String>,
    /// Who wrote it.
    pub by: String,
    /// 「补登：4月20日登记」 when written later than its day; else empty.
    pub late: String,
    /// 「已更正」 when a correction stands over it, 「改过1次」 when it was changed on the
    /// day of writing only; else empty.
    pub corrected: String,
    /// What it said before, the oldest first.
    pub earlier: Vec<EarlierVersion>,
    /// 「已撤销」 and why, when it was taken back; else empty.
    pub struck: String,
    /// 「已遮蔽」, why, by whom and when, when a part of it was taken away; else empty.
    pub redacted: String,
    /// Whether it can be corrected.
    pub can_correct: bool,
    /// Whether it was written today by this unit: then 「改」 asks for no reason.
    pub is_fresh: bool,
    /// Whether it can be taken back.
    pub can_strike: bool,
}

/// What a corrected fact said before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlierVersion {
    /// The day it had.
    pub day: DayView,
    /// What it said.
    pub lines: Vec<String>,
    /// Who wrote it.
    pub by: String,
    /// 「已撤销」, why and by whom, where it was taken back; else empty.
    pub struck: String,
}

/// The oldest fact first; what was taken back stands at its day.
pub(super) fn timeline(matter: &Matter, frame: Frame<'_>, realm: Realm) -> Vec<TimelineItem> {
    let entries = matter.entries();
    let struck = struck(entries);
    let corrections = corrections(entries);
    let versions = |root: EntryId| corrections.get(&root).map_or(&[][..], Vec::as_slice);
    let open = !matter.has_unknown();
    let mut items: Vec<((bool, Date), TimelineItem)> = Vec::new();
    for fact in effective(entries) {
        let of = Versions { root: fact.root, later: versions(fact.root.id), struck: &struck };
        let standing = fact.corrected_by.and_then(|id| of.later.iter().find(|e| e.id == id));
        let mut item = item(fact.root, fact.on, fact.event, matter, frame, realm);
        of.tell(&mut item, standing.copied(), matter, frame);
        // What another unit wrote stays as it wrote it.
        let open = open && matter.is_own(fact.root);
        item.can_correct = open && !is_text(fact.event.kind());
        item.is_fresh = is_fresh(frame.book, fact.root, frame.today);
        // Without its registration a matter is gone; that is what striking it means.
        item.can_strike = open;
        items.push(((fact.event.kind() != EventType::Registered, fact.on), item));
    }
    for entry in entries {
        let Some(event) = entry.event.as_ref() else {
            items.push(((true, entry.on), unknown(entry, frame.lang)));
            continue;
        };
        let strike = struck.get(&entry.id);
        let item = match event {
            Event::Corrected(_) => None,
            Event::Struck(decision) => decided(entry, decision, matter, frame).map(|mut item| {
                item.can_strike = open && strike.is_none() && matter.is_own(entry);
                item
            }),
            // What was taken back is what stood last; what it said before is in reach.
            event => strike.map(|_| {
                let of = Versions { root: entry, later: versions(entry.id), struck: &struck };
                let last = of.later.iter().rfind(|e| !struck.contains_key(&e.id)).copied();
                let (on, event) = last.and_then(said).unwrap_or((entry.on, event));
                let mut item = item(entry, on, event, matter, frame, realm);
                of.tell(&mut item, last, matter, frame);
                item
            }),
        };
        if let Some(mut item) = item {
            item.struck = strike.map(|strike| taken_back(strike, frame)).unwrap_or_default();
            items.push(((event.kind() != EventType::Registered, entry.on), item));
        }
    }
    // Stable: facts of one day keep the order in which they were folded.
    sort_by(&mut items, |a, b| a.0.cmp(&b.0));
    items.into_iter().map(|(_, item)| item).collect()
}

/// One entry of a matter by itself, as it stands in the time line, to be looked at and not
/// acted on: what would be taken back. A correction shows what it says.
pub fn one_entry(
    book: &Book,
    id: Id,
    entry: EntryId,
    today: Date,
    realm: Realm,
    lang: Lang,
) -> Option<TimelineItem> {
    let matter = book.matter(id)?;
    let frame = Frame { book, today, lang, with_year: true };
    let correction = || {
        let wrote = matter.entries().iter().find(|e| e.id == entry)?;
        let Some(Event::Corrected(c)) = &wrote.event else { return None };
        Some(item(wrote, c.on, &c.event, matter, frame, realm))
    };
    let listed = timeline(matter, frame, realm).into_iter().find(|item| item.entry == entry);
    let found = listed.or_else(correction)?;
    Some(TimelineItem { can_correct: false, can_strike: false, ..found })
}

fn is_text(kind: EventType) -> bool {
    matches!(kind, EventType::PackAdopted | EventType::CalendarAdopted)
}

fn item(
    wrote: &Arc<Entry>,
    on: Date,
    event: &Event,
    matter: &Matter,
    frame: Frame<'_>,
    realm: Realm,
) -> TimelineItem {
    let text = entry(event, matter, frame.book, frame.lang);
    let mut item = bare(wrote, on, text.title, text.lines, frame.lang);
    item.late = late(wrote, on, event, realm, frame);
    item.redacted = redacted(wrote, frame);
    item
}

/// An item of which nothing more is known.
pub(super) fn bare(
    wrote: &Entry,
    on: Date,
    title: String,
    lines: Vec<String>,
    lang: Lang,
) -> TimelineItem {
    TimelineItem {
        entry: wrote.id,
        day: DayView::full(on, lang),
        title,
        lines,
        by: said_by(&wrote.by),
        late: String::new(),
        corrected: String::new(),
        earlier: Vec::new(),
        struck: String::new(),
        redacted: String::new(),
        can_correct: false,
        is_fresh: false,
        can_strike: false,
    }
}

/// Who took a part of an entry away, when and why.
fn redacted(entry: &Entry, frame: Frame<'_>) -> String {
    let Some(note) = frame.book.redacted(entry.id) else { return String::new() };
    let who = said_by(&note.by);
    let day = format::date_full(note.on, frame.lang);
    privacy::redacted_note(&note.why, &who, &day, frame.lang)
}

fn unknown(entry: &Arc<Entry>, lang: Lang) -> TimelineItem {
    let title = both!("新版本写的记录", "Written by a newer version").to(lang);
    bare(entry, entry.on, title.to_owned(), Vec::new(), lang)
}

pub(super) fn said_by(by: &By) -> String {
    let parts = [by.unit.as_str(), by.post.as_str()];
    parts.iter().filter(|p| !p.is_empty()).copied().collect::<Vec<_>>().join(" ")
}

/// A day of writing that has not come yet is that of a clock that was ahead: which day it
/// was is not known.
fn late(wrote: &Entry, on: Date, event: &Event, realm: Realm, frame: Frame<'_>) -> String {
    let lang = frame.lang;
    let written = match (event, realm) {
        (Event::Registered(r), _) => Some(r.registered_on),
        (_, Realm::Training) => None,
        (_, Realm::Real) => written_on(wrote).filter(|day| *day <= frame.today),
    };
    match written.filter(|day| *day > on) {
        None => String::new(),
        Some(day) => {
            both!("补登：{}登记", "entered on {}").with(lang, &[&format::date_full(day, lang)])
        }
    }
}

/// What an entry says a fact is, and its day.
pub(super) fn said(entry: &Arc<Entry>) -> Option<(Date, &Event)> {
    Some(match entry.event.as_ref()? {
        Event::Corrected(c) => (c.on, c.event.as_ref()),
        event => (entry.on, event),
    })
}

/// That something was taken back: why, by whom and when.
fn taken_back(strike: &Entry, frame: Frame<'_>) -> String {
    let why = match &strike.event {
        Some(Event::Struck(s)) => s.why.as_str(),
        _ => "",
    };
    let text = match why.is_empty() {
        true => both!("已撤销", "Taken back"),
        false => both!("已撤销：{}", "Taken back: {}"),
    };
    let mut said = text.with(frame.lang, &[why]);
    let (who, day) = (said_by(&strike.by), format::date_full(strike.on, frame.lang));
    let who = format!("{who} {day}");
    said += &both!("（{}）", " ({})").with(frame.lang, &[who.trim()]);
    said
}

/// A fact and everything that was written over it.
struct Versions<'a> {
    /// The entry that wrote it.
    root: &'a Arc<Entry>,
    /// Its corrections in fold order, also those that were taken back.
    later: &'a [&'a Arc<Entry>],
    /// What was taken back.
    struck: &'a Map<EntryId, &'a Arc<Entry>>,
}

impl Versions<'_> {
    /// Puts into the item of the fact what was said before and what does not stand. Every
    /// field in which versions differ is said, also those the time line leaves out.
    fn tell(
        &self,
        item: &mut TimelineItem,
        standing: Option<&Arc<Entry>>,
        matter: &Matter,
        frame: Frame<'_>,
    ) {
        if self.later.is_empty() {
            return;
        }
        let (book, lang) = (frame.book, frame.lang);
        let shown = standing.unwrap_or(self.root);
        item.corrected = self.corrected(standing, lang);
        item.by = by(self.root, standing, lang);
        if let Some(standing) = standing.filter(|_| item.redacted.is_empty()) {
            item.redacted = redacted(standing, frame);
        }
        let all = || std::iter::once(self.root).chain(self.later.iter().copied());
        let all: Vec<(&Arc<Entry>, Date, &Event)> =
            all().filter_map(|e| said(e).map(|(on, event)| (e, on, event))).collect();
        let whole: Vec<Vec<String>> =
            all.iter().map(|(_, _, event)| whole(event, matter, book, lang)).collect();
        for ((wrote, on, event), lines) in all.iter().zip(&whole) {
            let usual = entry(event, matter, book, lang).lines;
            let differs = |line: &String| whole.iter().any(|other| !other.contains(line));
            let is_said = |line: &&String| usual.contains(line) || differs(line);
            let lines = lines.iter().filter(is_said).cloned().collect();
            if wrote.id == shown.id {
                item.lines = lines;
                continue;
            }
            let struck = self.struck.get(&wrote.id).map(|strike| taken_back(strike, frame));
            item.earlier.push(EarlierVersion {
                day: DayView::full(*on, lang),
                lines,
                by: said_by(&wrote.by),
                struck: struck.unwrap_or_default(),
            });
        }
        item.lines.extend(former(matter, shown, lang));
    }

    /// What was changed on the day of writing is no correction to speak of: one entry, and
    /// what it said before folded away.
    fn corrected(&self, standing: Option<&Arc<Entry>>, lang: Lang) -> String {
        let why = match standing.map(|e| &e.event) {
            Some(Some(Event::Corrected(c))) => c.why.as_str(),
            _ => "",
        };
        let is_of_the_day = self.later.iter().all(|e| written_on(e) == written_on(self.root));
        if standing.is_none() || why.is_empty() && is_of_the_day {
            let text = match self.later.len() {
                1 => both!("改过{}次", "changed once"),
                _ => both!("改过{}次", "changed {} times"),
            };
            return text.with(lang, &[&self.later.len().to_string()]);
        }
        if why.is_empty() {
            return words::event_type(EventType::Corrected, lang).to_owned();
        }
        both!("已更正：{}", "Corrected: {}").with(lang, &[why])
    }
}

/// Who wrote the fact, and who put it right where that was somebody else.
fn by(root: &Entry, standing: Option<&Arc<Entry>>, lang: Lang) -> String {
    let first = said_by(&root.by);
    let Some(standing) = standing else { return first };
    let last = said_by(&standing.by);
    if first.is_empty() || first == last {
        return last;
    }
    let day = format::date_full(standing.on, lang);
    both!("{}；{}更正：{}", "{}; corrected {}: {}").with(lang, &[&first, &day, &last])
}

/// The numbers that a matter had before: its papers may still carry them.
fn former(matter: &Matter, shown: &Arc<Entry>, lang: Lang) -> Option<String> {
    let (_, Event::Registered(_)) = said(shown)? else { return None };
    let mut numbers: Vec<String> = Vec::new();
    for number in matter.former_numbers().map(receipt::receipt) {
        if !numbers.contains(&number) {
            numbers.push(number);
        }
    }
    let numbers = format::listed(&numbers, lang);
    let text = both!("原编号（回执编号）：{}", "Former receipt number: {}");
    (!numbers.is_empty()).then(|| text.with(lang, &[&numbers]))
}

/// What is taken back, with the strike that does it. A strike is later in fold order than
/// what it strikes, so one pass from the end settles strikes of strikes.
fn struck(entries: &[Arc<Entry>]) -> Map<EntryId, &Arc<Entry>> {
    let mut struck = Map::new();
    for entry in entries.iter().rev() {
        if let Some(Event::Struck(s)) = &entry.event
            && !struck.contains_key(&entry.id)
        {
            struck.get_or_insert_with(s.entry, || entry);
        }
    }
    struck
}

/// The corrections of each fact, in fold order, by the entry that wrote it.
fn corrections(entries: &[Arc<Entry>]) -> Map<EntryId, Vec<&Arc<Entry>>> {
    let targets: Map<EntryId, EntryId> = entries
        .iter()
        .filter_map(|e| match &e.event {
            Some(Event::Corrected(c)) => Some((e.id, c.entry)),
            _ => None,
        })
        .collect();
    let mut all: Map<EntryId, Vec<&Arc<Entry>>> = Map::new();
    for entry in entries {
        let Some(mut root) = targets.get(&entry.id).copied() else { continue };
        let mut seen = Map::new();
        while let Some(below) = targets.get(&root) {
            if seen.insert(root, ()).is_some() {
                break;
            }
            root = *below;
        }
        all.get_or_insert_with(root, Vec::new).push(entry);
    }
    all
}
