//! Commands about two matters at once: splitting, joining, linking.

use super::action::WhyNot;
use super::actions::may_not_handle;
use super::book::Book;
use super::check::frame;
use super::command::{Drafted, Rejection};
use super::decide::{TEXT_MAX, record_on, register};
use super::effective::{effective, is_void};
use super::entry::Entry;
use super::event::Event;
use super::matter::Matter;
use super::state::Stage;
use super::texts::fits;
use crate::facts::*;
use crate::ids::{EntryId, Id, Subject};
use crate::time::Date;
use std::sync::Arc;

pub(super) struct Splitting {
    pub(super) matter: Id,
    pub(super) id: Id,
    pub(super) on: Date,
    pub(super) claims: Vec<u16>,
    pub(super) title: String,
    pub(super) why: String,
}

pub(super) struct Linking {
    pub(super) matter: Id,
    pub(super) other: Id,
    pub(super) on: Date,
    pub(super) how: LinkKind,
    pub(super) note: String,
}

fn standing(book: &Book, id: Id, missing: Rejection) -> Result<&Matter, Rejection> {
    let Some(matter) = book.matter(id).filter(|m| m.is_registered()) else { return Err(missing) };
    if matter.has_unknown() { Err(Rejection::NewerRecords) } else { Ok(matter) }
}

/// The new matter has the old one's facts of registration and its claims, and what was
/// done about them in this round: no clock begins anew.
pub(super) fn split(book: &Book, s: Splitting, today: Date) -> Result<Vec<Drafted>, Rejection> {
    let matter = standing(book, s.matter, Rejection::NoSuchMatter)?;
    let state = &matter.state;
    let (Some(old), Some(received)) = (&state.registered, state.received_on) else {
        return Err(Rejection::NoSuchMatter);
    };
    fits("why", &s.why, TEXT_MAX)?;
    if s.claims.is_empty() {
        return Err(Rejection::Missing("claims"));
    }
    let mut moved: Vec<u16> = Vec::new();
    let mut claims = Vec::new();
    for at in &s.claims {
        match state.claims.get(usize::from(*at)) {
            Some(_) if moved.contains(at) => {}
            // An answer given here is carried out here.
            Some(claim) if claim.reply.is_some() => {
                return Err(Rejection::NotNow(WhyNot::AlreadyDone));
            }
            Some(claim) if claim.is_here() => {
                claims.push(claim.claim.clone());
                moved.push(*at);
            }
            Some(_) => return Err(Rejection::NotNow(WhyNot::ClaimGone)),
            None => return Err(Rejection::Missing("claims")),
        }
    }
    if state.claims.iter().filter(|c| c.is_here()).count() <= claims.len() {
        return Err(Rejection::NotNow(WhyNot::LastClaim));
    }
    let facts = Registered {
        number: String::new(),
        title: s.title,
        claims,
        outside: None,
        split_from: Some(s.matter),
        ..old.clone()
    };
    let (mut new, mut trial) = register(book, s.id, received, facts, Vec::new(), today)?;
    for fact in carried(matter, &moved) {
        // What does not fit the claims that were split off was not about them.
        let subject = Subject::matter(s.id);
        if let Ok(drafted) = record_on(book, &mut trial, subject, vec![fact], today) {
            new.extend(drafted);
        }
    }
    let (other, number) = (s.matter, matter.number().to_owned());
    let back = Linked { other, number, how: LinkKind::Split, note: String::new() };
    let subject = Subject::matter(s.id);
    let back = vec![(s.on, Event::Linked(back))];
    new.extend(record_on(book, &mut trial, subject, back, today)?);
    let number = trial.number().to_owned();
    let event = Event::Split(Split { claims: moved, into: s.id, number, why: s.why });
    let mut old = Matter::clone(matter);
    let facts = vec![(s.on, event)];
    let mut all = record_on(book, &mut old, Subject::matter(s.matter), facts, today)?;
    all.extend(new);
    Ok(all)
}

/// What this unit did about the claims in this round: how they were classed, that the
/// citizen was heard and told, that they were accepted and extended.
fn carried(matter: &Matter, moved: &[u16]) -> Vec<(Date, Event)> {
    let round = matter.state.reopened.last().map(|(on, _)| *on);
    let facts = effective(matter.entries());
    let own = || facts.iter().filter(|f| matter.is_own(f.root));
    let classed = own().filter_map(|f| match f.event {
        Event::Classified(c) => {
            let at = moved.iter().position(|claim| *claim == c.claim)?;
            let claim = u16::try_from(at).ok()?;
            Some((f.on, Event::Classified(Classified { claim, ..c.clone() })))
        }
        _ => None,
    });
    let done = own().filter(|f| match f.event {
        Event::Reported(_) => true,
        Event::Notified(_) | Event::Objected(_) | Event::Accepted(_) | Event::Extended(_) => {
            round.is_none_or(|round| round <= f.on)
        }
        Event::Acted(a) => {
            let is_said = matches!(a.activity, ActivityKind::Contact | ActivityKind::Hear);
            is_said && round.is_none_or(|round| round <= f.on)
        }
        _ => false,
    });
    classed.chain(done.map(|f| (f.on, f.event.clone()))).collect()
}

/// Both matters name each other; of two joined ones, one ends.
pub(super) fn link(book: &Book, l: Linking, today: Date) -> Result<Vec<Drafted>, Rejection> {
    let nowhere = Rejection::NotNow(WhyNot::NoOtherMatter);
    if l.how == LinkKind::Split {
        return Err(Rejection::NotRecordable);
    }
    if l.matter == l.other {
        return Err(nowhere);
    }
    let matter = standing(book, l.matter, Rejection::NoSuchMatter)?;
    let other = standing(book, l.other, nowhere.clone())?;
    // It goes on in a matter that is worked on, or that says why it is not.
    let stage = other.stage();
    let goes_on = matches!(stage, Stage::LegalRoute | Stage::LawfullyClosed);
    if l.how == LinkKind::Merged && stage >= Stage::Observing && !goes_on {
        return Err(nowhere);
    }
    let is_ours = |m: &Matter| may_not_handle(&m.state, frame(book, m));
    if l.how == LinkKind::Merged && is_ours(matter) && !is_ours(other) {
        return Err(Rejection::NotNow(WhyNot::VillageMayNotHandle));
    }
    let of = |m: &Matter| (m.id, m.number().to_owned());
    let linked = |(other, number): (Id, String)| {
        Event::Linked(Linked { other, number, how: l.how, note: l.note.clone() })
    };
    let here = if l.how == LinkKind::Merged {
        let (into, number) = of(other);
        Event::Joined(Joined { into, number, why: l.note.clone() })
    } else {
        linked(of(other))
    };
    let on = |m: &Matter| l.on.max(m.received_on().unwrap_or(l.on));
    let mut all = Vec::new();
    for (m, event) in [(matter, here), (other, linked(of(matter)))] {
        let mut trial = Matter::clone(m);
        let facts = vec![(on(m), event)];
        all.extend(record_on(book, &mut trial, Subject::matter(m.id), facts, today)?);
    }
    Ok(all)
}

/// Whether it is written on two matters or on none.
pub(super) const fn is_pair(event: &Event) -> bool {
    matches!(event, Event::Split(_) | Event::Joined(_) | Event::Linked(_))
}

/// Links of a matter that is registered in the same act: both matters name each other.
/// It may only be the same matter as another, or have one cause with it.
pub(super) fn link_new(
    book: &Book,
    trial: &mut Matter,
    links: Vec<(Date, Event)>,
    today: Date,
) -> Result<Vec<Drafted>, Rejection> {
    let mut all = Vec::new();
    for (on, event) in links {
        let Event::Linked(link) = event else { return Err(Rejection::NotRecordable) };
        if !matches!(link.how, LinkKind::Same | LinkKind::Cause) {
            return Err(Rejection::NotRecordable);
        }
        let nowhere = Rejection::NotNow(WhyNot::NoOtherMatter);
        let mut other = Matter::clone(standing(book, link.other, nowhere)?);
        let back = Linked { other: trial.id, number: trial.number().to_owned(), ..link.clone() };
        let here = Linked { number: other.number().to_owned(), ..link };
        let received = other.received_on().unwrap_or(on);
        let subject = Subject::matter(trial.id);
        all.extend(record_on(book, trial, subject, vec![(on, Event::Linked(here))], today)?);
        let subject = Subject::matter(other.id);
        let back = vec![(on.max(received), Event::Linked(back))];
        all.extend(record_on(book, &mut other, subject, back, today)?);
    }
    Ok(all)
}

/// What must be taken back, or stand again, on the other matter together with an entry of
/// this one: claims are never in two matters, nor in none.
pub(super) fn pair(
    book: &Book,
    matter: &Matter,
    s: &Struck,
    today: Date,
) -> Result<Option<Drafted>, Rejection> {
    let Some(entry) = meant(matter.entries(), s.entry) else { return Ok(None) };
    let here = matter.id;
    let (other, is_it): (Id, &dyn Fn(&Event) -> bool) = match &entry.event {
        Some(Event::Split(split)) => (split.into, &|e| matches!(e, Event::Registered(_))),
        Some(Event::Registered(Registered { split_from: Some(from), .. })) => {
            (*from, &|e| matches!(e, Event::Split(s) if s.into == here))
        }
        Some(Event::Joined(joined)) => (joined.into, &|e| is_link(e, here, LinkKind::Merged)),
        Some(Event::Linked(linked)) => match linked.how {
            LinkKind::Merged => {
                (linked.other, &|e| matches!(e, Event::Joined(j) if j.into == here))
            }
            LinkKind::Split => return Ok(None),
            LinkKind::Same => (linked.other, &|e| is_link(e, here, LinkKind::Same)),
            LinkKind::Cause => (linked.other, &|e| is_link(e, here, LinkKind::Cause)),
        },
        _ => return Ok(None),
    };
    let Some(other) = book.matter(other) else { return Ok(None) };
    let mut entries = other.entries().iter();
    let Some(twin) = entries.rfind(|e| e.event.as_ref().is_some_and(is_it)) else {
        return Ok(None);
    };
    if other.has_unknown() {
        return Err(Rejection::NewerRecords);
    }
    let takes_back = !is_void(matter.entries(), entry.id);
    if is_void(other.entries(), twin.id) == takes_back {
        return Ok(None);
    }
    if matches!(entry.event, Some(Event::Split(_))) && takes_back && has_own_life(matter, other) {
        return Err(Rejection::NotNow(WhyNot::AlreadyDone));
    }
    let mut strikes = other.entries().iter().rev();
    let strike = strikes.find(|e| {
        matches!(&e.event, Some(Event::Struck(s)) if s.entry == twin.id)
            && !is_void(other.entries(), e.id)
    });
    let entry = if takes_back { Some(twin.id) } else { strike.map(|e| e.id) };
    let Some(entry) = entry else { return Ok(None) };
    let event = Event::Struck(Struck::plain(entry, s.why.clone()));
    Ok(Some(Drafted { on: today, subject: Subject::matter(other.id), event }))
}

fn is_link(event: &Event, to: Id, how: LinkKind) -> bool {
    matches!(event, Event::Linked(l) if l.other == to && l.how == how)
}

/// The entry that a strike is about: of a strike of a strike, what that one took back.
fn meant(entries: &[Arc<Entry>], mut id: EntryId) -> Option<&Arc<Entry>> {
    for _ in entries {
        let entry = entries.iter().find(|e| e.id == id)?;
        match &entry.event {
            Some(Event::Struck(s)) => id = s.entry,
            _ => return Some(entry),
        }
    }
    None
}

/// Whether more happened to a matter that was split off than what it took with it.
fn has_own_life(old: &Matter, new: &Matter) -> bool {
    let before = effective(old.entries());
    effective(new.entries()).iter().any(|f| match f.event {
        Event::Registered(_) | Event::Linked(_) => false,
        event => !before.iter().any(|b| b.on == f.on && b.event.kind() == event.kind()),
    })
}
