//! Contacts of a file against those here: merged by their order, but what would go here is
//! named first, and a person may keep it.

use super::import::ContactCounts;
use crate::contact::{self, Contact, Stored};
use crate::event_store::Batch;
use crate::journal::Held;
use jieyou_domain::ledger::Stamp;

/// A contact here that a file would replace or wipe, with another text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Differing {
    /// Of what.
    pub subject: String,
    /// What stands here.
    pub here: Contact,
    /// What stands in the file; none where it was wiped there.
    pub there: Option<Contact>,
    /// Whether a person keeps what stands here; none while nobody said. What is kept is
    /// written anew, after what the file says: so it stands in every ledger, in whatever
    /// order they merge. A wipe goes through unless somebody says otherwise.
    pub keeps: Option<bool>,
}

/// What a person decided about the contacts that they were shown.
pub(super) struct Decided<'a> {
    pub(super) all: &'a [Differing],
    pub(super) now_ms: u64,
}

impl Decided<'_> {
    /// Whether a contact stays: somebody says so, or nobody was shown that it goes.
    fn keeps(&self, found: &Differing) -> bool {
        let is_it = |shown: &&Differing| {
            (&shown.subject, &shown.here, &shown.there)
                == (&found.subject, &found.here, &found.there)
        };
        self.all.iter().find(is_it).is_none_or(|shown| shown.keeps == Some(true))
    }
}

/// Merges contacts into a batch. While nothing is decided yet it says what would come of it
/// by their order alone; where it is, nothing that nobody was shown is replaced: another tab
/// may have written since.
pub(super) fn merge_contacts(
    batch: &mut Batch,
    held: &Held,
    given: &[(String, String)],
    decided: Option<&Decided<'_>>,
) -> (ContactCounts, Vec<Differing>) {
    let (mut counts, mut differing) = (ContactCounts::default(), Vec::new());
    for (subject, text) in given {
        let old = held.contacts.get(subject).map(String::as_str);
        let Some(new) = Stored::read(text).filter(|_| contact::prefer(old, text)) else {
            counts.kept += 1;
            continue;
        };
        let here = old.and_then(Stored::read).and_then(|old| old.contact);
        let is_wiped = new.contact.is_none();
        if let Some(here) = here.filter(|here| new.contact.as_ref() != Some(here)) {
            let there = new.contact.clone();
            let keeps = is_wiped.then_some(false);
            let found = Differing { subject: subject.clone(), here, there, keeps };
            if let Some(decided) = decided.filter(|decided| decided.keeps(&found)) {
                counts.kept += 1;
                let kept = after(&new, found.here, held, decided.now_ms);
                batch.contacts.push((subject.clone(), kept.text()));
                continue;
            }
            differing.push(found);
        }
        *match (old, is_wiped) {
            (_, true) => &mut counts.wiped,
            (None, false) => &mut counts.new,
            (Some(_), false) => &mut counts.changed,
        } += 1;
        batch.contacts.push((subject.clone(), text.clone()));
    }
    (counts, differing)
}

/// The contact here, after what the file says. The clock of contacts is not kept, so the
/// file's stamp may lie ahead of this computer's.
fn after(there: &Stored, here: Contact, held: &Held, now_ms: u64) -> Stored {
    let (ms, count) = there.at;
    let mut clock = held.clock;
    clock.accept(Stamp { ms, count });
    Stored::after(Some(there), Some(here), clock.tick(now_ms))
}

#[cfg(test)]
mod tests {
    use crate::backup::tests::{copy, import, plan};
    use crate::memory::Memory;
    use crate::samples::*;
    use jieyou_domain::Subject;

    /// Two computers with one matter; the second wrote another contact later.
    fn two(there: Option<&str>) -> (Ledger, Ledger, Subject) {
        let (_, mut ours) = village(1);
        let subject = Subject::matter(matter(1));
        now(ours.set_contact(subject, Some(contact("甲")), NOW)).unwrap();
        let mut theirs = open(&Memory::new());
        import(&mut theirs, &copy(&ours));
        now(theirs.set_contact(subject, there.map(contact), NOW + 5_000)).unwrap();
        (ours, theirs, subject)
    }

    #[test]
    fn what_a_file_would_replace_is_named_and_may_be_kept() {
        let (mut ours, mut theirs, subject) = two(Some("乙"));
        let mut plan = plan(&mut ours, &copy(&theirs)).unwrap();
        let differing = &mut plan.differing[0];
        assert_eq!(differing.subject, subject.to_string());
        assert_eq!((&differing.here, &differing.there), (&contact("甲"), &Some(contact("乙"))));
        differing.keeps = Some(true);
        now(ours.apply_import(&plan, date("2026-03-05"))).unwrap();
        assert_eq!(ours.contact(subject), Some(contact("甲")));
        // The other computer is asked in its turn, and both say the same afterwards.
        assert_eq!(import(&mut theirs, &copy(&ours)).differing.len(), 1);
        assert_eq!(theirs.contact(subject), Some(contact("甲")));
        assert!(import(&mut ours, &copy(&theirs)).differing.is_empty());
    }

    #[test]
    fn a_wipe_goes_through_unless_a_person_keeps_the_contact() {
        let (mut ours, theirs, subject) = two(None);
        let (mut again, _, _) = two(None);
        let wiped = import(&mut ours, &copy(&theirs));
        assert_eq!((wiped.differing.len(), wiped.contacts.wiped), (1, 1));
        assert!(wiped.differing[0].there.is_none() && ours.is_wiped(subject));
        let mut plan = plan(&mut again, &copy(&theirs)).unwrap();
        plan.differing[0].keeps = Some(true);
        now(again.apply_import(&plan, date("2026-03-05"))).unwrap();
        assert_eq!(again.contact(subject), Some(contact("甲")));
        // Whoever kept it knew of the wipe, so the wipe does not come back.
        import(&mut again, &copy(&ours));
        assert_eq!(again.contact(subject), Some(contact("甲")));
    }

    #[test]
    fn what_was_written_after_the_preview_is_kept() {
        let (mut ours, theirs, subject) = two(Some("乙"));
        let plan = plan(&mut ours, &copy(&theirs)).unwrap();
        now(ours.set_contact(subject, Some(contact("丙")), NOW + 1)).unwrap();
        now(ours.apply_import(&plan, date("2026-03-05"))).unwrap();
        assert_eq!(ours.contact(subject), Some(contact("丙")));
    }
}
