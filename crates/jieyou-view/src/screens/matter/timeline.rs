//! What was recorded: one item a fact. A corrected fact shows what stands, with the
//! earlier text in reach; one that was taken back is struck out, never gone.

use crate::forms::correct::{is_fresh, written_on};
use crate::text::deadline::Frame;
use crate::text::entry::entry;
use crate::text::format::{self, DayView};
use crate::text::{Lang, both, privacy, words};
use jieyou_domain::compact::{Map, sort_by};
use jieyou_domain::facts::By;
use jieyou_domain::ledger::{Book, Entry, Event, EventType, Matter, effective};
use jieyou_domain::{Date, EntryId, Id, Realm};
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
}

/// The oldest fact first; what was taken back stands at its day.
pub(super) fn timeline(matter: &Matter, frame: Frame<'_>, realm: Realm) -> Vec<TimelineItem> {
    let entries = matter.entries();
    let struck = struck(entries);
    let corrections = corrections(entries, &struck);
    let open = !matter.has_unknown();
    let mut items: Vec<((bool, Date), TimelineItem)> = Vec::new();
    for fact in effective(entries) {
        let history = corrections.get(&fact.root.id).map_or(&[][..], Vec::as_slice);
        let standing = fact.corrected_by.and_then(|id| history.iter().find(|e| e.id == id));
        let mut item = item(fact.root, fact.on, fact.event, matter, frame, realm);
        if let Some(standing) = standing {
            item.by = by(standing);
            item.corrected = corrected(fact.root, history, standing, frame.lang);
            if item.redacted.is_empty() {
                item.redacted = redacted(standing, frame);
            }
            item.earlier = std::iter::once(fact.root)
                .chain(history.iter().copied().filter(|e| e.id != standing.id))
                .filter_map(|e| earlier(e, matter, frame))
                .collect();
        }
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
        if let Some(why) = struck.get(&entry.id)
            && !matches!(event, Event::Corrected(_) | Event::Struck(_))
        {
            // What was taken back is what stood last; what it said before is in reach.
            let history = corrections.get(&entry.id).map_or(&[][..], Vec::as_slice);
            let last = history.last().and_then(|e| match e.event.as_ref() {
                Some(Event::Corrected(c)) => Some((c.on, c.event.as_ref())),
                _ => None,
            });
            let (on, event) = last.unwrap_or((entry.on, event));
            let mut item = item(entry, on, event, matter, frame, realm);
            if let Some(standing) = history.last() {
                item.by = by(standing);
                item.corrected = corrected(entry, history, standing, frame.lang);
                let before = history.iter().copied().filter(|e| e.id != standing.id);
                let before = std::iter::once(entry).chain(before);
                item.earlier = before.filter_map(|e| earlier(e, matter, frame)).collect();
            }
            let text = match why.is_empty() {
                true => both!("已撤销", "Taken back"),
                false => both!("已撤销：{}", "Taken back: {}"),
            };
            item.struck = text.with(frame.lang, &[why]);
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
    TimelineItem {
        entry: wrote.id,
        day: DayView::full(on, frame.lang),
        title: text.title,
        lines: text.lines,
        by: by(wrote),
        late: late(wrote, on, event, realm, frame),
        corrected: String::new(),
        earlier: Vec::new(),
        struck: String::new(),
        redacted: redacted(wrote, frame),
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
    TimelineItem {
        entry: entry.id,
        day: DayView::full(entry.on, lang),
        title: both!("新版本写的记录", "Written by a newer version").to(lang).to_owned(),
        lines: Vec::new(),
        by: by(entry),
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

fn by(entry: &Entry) -> String {
    said_by(&entry.by)
}

fn said_by(by: &By) -> String {
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

/// What was changed on the day of writing is no correction to speak of: one entry, and
/// what it said before folded away.
fn corrected(root: &Entry, history: &[&Arc<Entry>], standing: &Entry, lang: Lang) -> String {
    let why = match &standing.event {
        Some(Event::Corrected(c)) => c.why.as_str(),
        _ => "",
    };
    if why.is_empty() && history.iter().all(|e| written_on(e) == written_on(root)) {
        let text = match history.len() {
            1 => both!("改过{}次", "changed once"),
            _ => both!("改过{}次", "changed {} times"),
        };
        return text.with(lang, &[&history.len().to_string()]);
    }
    if why.is_empty() {
        return words::event_type(EventType::Corrected, lang).to_owned();
    }
    both!("已更正：{}", "Corrected: {}").with(lang, &[why])
}

fn earlier(entry_: &Arc<Entry>, matter: &Matter, frame: Frame<'_>) -> Option<EarlierVersion> {
    let (on, event) = match entry_.event.as_ref()? {
        Event::Corrected(c) => (c.on, c.event.as_ref()),
        event => (entry_.on, event),
    };
    let text = entry(event, matter, frame.book, frame.lang);
    Some(EarlierVersion { day: DayView::full(on, frame.lang), lines: text.lines, by: by(entry_) })
}

/// What is taken back, with the reason. A strike is later in fold order than what it
/// strikes, so one pass from the end settles strikes of strikes.
fn struck(entries: &[Arc<Entry>]) -> Map<EntryId, &str> {
    let mut struck = Map::new();
    for entry in entries.iter().rev() {
        if let Some(Event::Struck(s)) = &entry.event
            && !struck.contains_key(&entry.id)
        {
            struck.get_or_insert_with(s.entry, || s.why.as_str());
        }
    }
    struck
}

/// The corrections in force of each fact, in fold order, by the entry that wrote it.
fn corrections<'a>(
    entries: &'a [Arc<Entry>],
    struck: &Map<EntryId, &str>,
) -> Map<EntryId, Vec<&'a Arc<Entry>>> {
    let targets: Map<EntryId, EntryId> = entries
        .iter()
        .filter_map(|e| match &e.event {
            Some(Event::Corrected(c)) => Some((e.id, c.entry)),
            _ => None,
        })
        .collect();
    let mut all: Map<EntryId, Vec<&Arc<Entry>>> = Map::new();
    for entry in entries.iter().filter(|e| !struck.contains_key(&e.id)) {
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
