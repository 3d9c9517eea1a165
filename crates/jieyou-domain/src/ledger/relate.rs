//! Commands about two matters at once: splitting, joining, linking.

use super::action::WhyNot;
use super::book::Book;
use super::command::{Drafted, Rejection};
use super::decide::{TEXT_MAX, record_on, register};
use super::event::Event;
use super::matter::Matter;
use super::texts::fits;
use crate::facts::*;
use crate::ids::{Id, Subject};
use crate::time::Date;

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

/// The new matter has the old one's facts of registration and its claims; the clocks of
/// what was received that day do not begin anew.
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
    let mut claims = Vec::new();
    for at in &s.claims {
        match state.claims.get(usize::from(*at)) {
            Some(claim) if claim.is_here() => claims.push(claim.claim.clone()),
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
    let back = Linked {
        other: s.matter,
        number: matter.number().to_owned(),
        how: LinkKind::Split,
        note: String::new(),
    };
    let then = vec![(s.on, Event::Linked(back))];
    let new = register(book, s.id, received, facts, then, today)?;
    let number = match new.first().map(|d| &d.event) {
        Some(Event::Registered(r)) => r.number.clone(),
        _ => String::new(),
    };
    let event = Event::Split(Split { claims: s.claims, into: s.id, number, why: s.why });
    let facts = vec![(s.on, event)];
    let mut all = record_on(book, matter.clone(), Subject::matter(s.matter), facts, today)?;
    all.extend(new);
    Ok(all)
}

/// Both matters name each other; of two joined ones, one ends.
pub(super) fn link(book: &Book, l: Linking, today: Date) -> Result<Vec<Drafted>, Rejection> {
    let nowhere = Rejection::NotNow(WhyNot::NoOtherMatter);
    if l.matter == l.other {
        return Err(nowhere);
    }
    let matter = standing(book, l.matter, Rejection::NoSuchMatter)?;
    let other = standing(book, l.other, nowhere.clone())?;
    if l.how == LinkKind::Merged && other.state.joined.is_some() {
        return Err(nowhere);
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
    let facts = vec![(on(matter), here)];
    let mut all = record_on(book, matter.clone(), Subject::matter(l.matter), facts, today)?;
    let facts = vec![(on(other), linked(of(matter)))];
    all.extend(record_on(book, other.clone(), Subject::matter(l.other), facts, today)?);
    Ok(all)
}
