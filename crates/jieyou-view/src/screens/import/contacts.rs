//! Contacts that a file would replace or wipe: both sides, side by side.

use crate::text::{Both, Lang, merge};
use jieyou_domain::ledger::Book;
use jieyou_domain::{Subject, SubjectKind};
use jieyou_store::backup::{Differing, ImportPlan};
use jieyou_store::{Contact, Party};

/// A line, and whether the other side says otherwise.
type Lines = Vec<(String, bool)>;

/// A contact of which the file says something else than this computer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactView {
    /// The matter, by number and title.
    pub title: String,
    /// What stands here.
    pub here: Lines,
    /// What stands in the file.
    pub there: Lines,
    /// What taking the file's does.
    pub take: &'static str,
}

/// The contacts that a plan would replace or wipe, in its order.
pub(super) fn contacts(plan: &ImportPlan, book: &Book, lang: Lang) -> Vec<ContactView> {
    let of = |differing: &Differing| {
        let here = parties(&differing.here);
        let (there, take) = match &differing.there {
            Some(there) => (parties(there), merge::CONTACT_TAKE),
            None => (vec![merge::CONTACT_GONE.to(lang).to_owned()], merge::CONTACT_WIPE),
        };
        let title = title(&differing.subject, book, lang);
        let marked = |lines: &[String], other: &[String]| {
            lines.iter().map(|line| (line.clone(), !other.contains(line))).collect()
        };
        let (here, there) = (marked(&here, &there), marked(&there, &here));
        ContactView { title, here, there, take: take.to(lang) }
    };
    plan.differing.iter().map(of).collect()
}

/// What is to be known of them before anybody chooses.
pub(super) fn lead(plan: &ImportPlan) -> [(Both, usize); 2] {
    let wiped = plan.differing.iter().filter(|d| d.there.is_none()).count();
    [(merge::CONTACTS_DIFFER, plan.differing.len() - wiped), (merge::CONTACTS_WIPED, wiped)]
}

/// One line a party.
fn parties(contact: &Contact) -> Vec<String> {
    let of = |p: &Party| {
        let known = [&p.role, &p.name, &p.phone, &p.address].map(String::as_str);
        known.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    };
    contact.parties.iter().map(of).collect()
}

fn title(subject: &str, book: &Book, lang: Lang) -> String {
    let subject = subject.parse::<Subject>().ok().filter(|s| s.kind == SubjectKind::Matter);
    let matter = subject.and_then(|subject| book.matter(subject.id));
    match matter.and_then(|matter| Some((matter.number(), matter.state.registered.as_ref()?))) {
        Some((number, registered)) => format!("{number} {}", registered.title),
        None => merge::MATTER_UNNAMED.to(lang).to_owned(),
    }
}

#[cfg(test)]
mod tests;
