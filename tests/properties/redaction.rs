//! Hiding texts for good changes nothing of what is owed, of the stage and of the list.

use super::*;
use jieyou_store::journal::Redact;

/// The same entries with every free text hidden.
fn hidden(entries: &[Arc<Entry>]) -> Vec<Arc<Entry>> {
    let hide = |entry: &Arc<Entry>| {
        let event = entry.event.as_ref().unwrap();
        let texts = Redact::default().of(entry.id, event).pieces;
        let whole = texts.into_iter().map(|piece| (entry.id, piece.path)).collect();
        let what = Redact { whole, ..Redact::default() };
        let data = what.of(entry.id, event).data;
        let event = Event::from_parts(event.kind().code(), data).unwrap();
        Arc::new(Entry { event: Some(event), ..Entry::clone(entry) })
    };
    entries.iter().map(hide).collect()
}

/// What is owed by when and why, where the matter stands, on which list.
fn owed(book: &Book) -> (String, Vec<String>) {
    let matter = book.matter(MATTER).unwrap();
    let assessed = assess(matter, book, today()).unwrap();
    let stands = format!("{:?} {:?}", matter.stage(), assessed.tier.answer);
    // What was said about a duty is quoted beside it, and is a text.
    let one = |o: Obligation| format!("{:?}", Obligation { hindered: None, ..o });
    (stands, assessed.obligations.into_iter().map(one).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_matter_without_its_texts_owes_the_same(
        unit in units(), bits in any::<u8>(), drafts in drafts(),
    ) {
        let book = empty(unit);
        let entries = history(&book, bits, &drafts);
        let whole = owed(&book.clone().apply_all(&entries));
        prop_assert_eq!(owed(&book.apply_all(&hidden(&entries))), whole);
    }
}
