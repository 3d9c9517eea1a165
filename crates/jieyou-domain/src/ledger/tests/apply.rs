//! Any order, any number of times: the same book.

use crate::Subject;
use crate::facts::*;
use crate::ledger::*;
use crate::testing::*;
use std::sync::Arc;

/// A petition's life with a correction, a strike, two profiles and two packs.
fn history() -> Vec<Arc<Entry>> {
    let mut l = Ledger::accepted("2026-03-02");
    let plan = l.ok("2026-03-05", planned("2026-03-20"));
    l.ok("2026-03-06", corrected(plan, "2026-03-04", planned("2026-03-25")));
    let act = l.ok("2026-03-07", acted(ActivityKind::Hear));
    l.ok("2026-03-10", replied(0));
    l.ok("2026-03-08", struck(act));
    l.ok("2026-03-12", delivered(Delivery::Reply));
    let mut unit = UnitProfile::clone(l.book.unit().unwrap());
    unit.name = "青禾镇(新)".to_owned();
    l.run(Command::ProfileUnit(unit), "2026-03-12").unwrap();
    let text = PACK.replace("\"2026-11-22\"", "\"2026-12-01\"");
    let pack = TextAdopted { name: "new".to_owned(), text };
    l.run(Command::AdoptPack(pack), "2026-03-12").unwrap();
    adopt_calendars(&mut l);
    list_posts_and_places(&mut l);
    l.ok("2026-03-14", resolved());
    l.ok("2026-04-14", followed_up());
    l.entries
}

/// A place's days, a year, a whole calendar that holds that year, and the place's anew.
fn adopt_calendars(l: &mut Ledger) {
    let place = r#"{"kind":"local","id":"gx","name":"广西","days":{"2026":{"off":["2026-04-20"],"work":[],"source":"x"}}}"#;
    let year = CALENDAR.lines().find(|line| line.starts_with("\"2026\"")).unwrap();
    let added = format!("{{\"kind\":\"years\",\"days\":{{{year}}}}}");
    let texts = [
        place.to_owned(),
        added.replace("2026-05-03", "2026-05-06"),
        CALENDAR.to_owned(),
        added.replace("2026-06-21", "2026-06-22"),
        place.replace("04-20", "04-21"),
    ];
    for text in texts {
        let text = TextAdopted { name: "x".to_owned(), text };
        l.run(Command::AdoptCalendar(text), "2026-03-12").unwrap();
    }
}

/// Some of each, then one of them renamed and one new.
fn list_posts_and_places(l: &mut Ledger) {
    let said = |id: &str, name: &str| (id.to_owned(), name.to_owned(), true);
    let first = [said("a", "综治专干"), said("b", "信访专干")];
    let second = [said("b", "信访专员"), said("c", "分管副镇长")];
    for listed in [first, second] {
        let post = |(id, name, open)| Post { id, name, open };
        let posts = listed.clone().map(post).to_vec();
        l.run(Command::ListPosts(PostsListed { posts }), "2026-03-12").unwrap();
        let place = |(id, name, open)| Place { id, name, open };
        let places = listed.map(place).to_vec();
        l.run(Command::ListPlaces(PlacesListed { places }), "2026-03-12").unwrap();
    }
}

#[track_caller]
fn same(a: &Book, b: &Book) {
    assert!(a.all_matters().eq(b.all_matters()));
    assert_eq!(a.unit(), b.unit());
    assert!(a.places().eq(b.places()));
    assert!(a.posts().eq(b.posts()));
    assert_eq!(a.rules(), b.rules());
    assert_eq!(a.calendar(), b.calendar());
    assert_eq!(a.basis(), b.basis());
    assert_eq!(a.ledger_entries(), b.ledger_entries());
}

/// Gathered in two parts, and settled a few matters at a time.
fn in_steps(entries: &[Arc<Entry>], n: usize) -> Book {
    let mut book = Book::new();
    let (first, second) = entries.split_at(entries.len() / 2);
    book.gather(first);
    book.gather(second);
    book.gather(first);
    let mut last = None;
    loop {
        last = book.settle(last, n);
        if last.is_none() {
            return book;
        }
    }
}

#[test]
fn any_order_and_duplicates_give_the_same_book() {
    let entries = history();
    let book = Book::new().apply_all(&entries);
    assert_eq!(book.unit().unwrap().name, "青禾镇(新)");
    assert_eq!(book.rules().edition, "2026-12-01");
    let one_by_one = entries.iter().fold(Book::new(), Book::apply);
    same(&book, &one_by_one);
    let names: Vec<&str> = book.posts().map(|post| post.name.as_str()).collect();
    assert!(names.ends_with(&["综治专干", "信访专员", "分管副镇长"]), "{names:?}");
    let mut shuffled = entries.clone();
    for seed in 1..12_usize {
        // Swaps that are the same on every run.
        let n = shuffled.len();
        for at in 0..n {
            shuffled.swap(at, (at * seed + seed * seed) % n);
        }
        same(&book, &Book::new().apply_all(&shuffled));
        same(&book, &shuffled.chunks(seed).fold(Book::new(), Book::apply_all));
        same(&book, &shuffled.iter().chain(&entries).fold(Book::new(), Book::apply));
        same(&book, &in_steps(&shuffled, seed));
    }
}

#[test]
fn facts_of_different_days_may_be_written_in_any_order() {
    let id = crate::Id::from_bytes([1; 10]);
    let registration = || {
        let mut facts = registered(Channel::Visit, CounterParty::Institution);
        facts.registered_on = d("2026-03-02");
        ("2026-03-02", Event::Registered(facts))
    };
    let facts = [
        registration(),
        ("2026-03-03", classified(0, Some(Route::R6))),
        ("2026-03-04", accepted()),
        ("2026-03-05", acted(ActivityKind::Hear)),
        ("2026-03-06", extended(10)),
        ("2026-03-07", planned("2026-03-20")),
        ("2026-03-08", planned("2026-03-25")),
        ("2026-03-09", replied(0)),
        ("2026-03-10", delivered(Delivery::Reply)),
        ("2026-03-11", resolved()),
        ("2026-03-12", reopened(ReopenReason::NewFacts)),
        ("2026-03-13", replied(0)),
        ("2026-03-14", tier_set(Tier::Three)),
    ];
    let state = |order: &[usize]| {
        let entries = order.iter().zip(0..).map(|(&at, n)| {
            let (on, event) = facts[at].clone();
            entry(n, on, Subject::matter(id), event)
        });
        let entries: Vec<_> = entries.collect();
        let mut state = Book::new().apply_all(&entries).matter(id).unwrap().state.clone();
        // Which entry wrote a fact is the only thing that may differ.
        state.facts.iter_mut().for_each(|f| f.entry = entry_id(0));
        state
    };
    let forward: Vec<usize> = (0..facts.len()).collect();
    let want = state(&forward);
    for step in [2, 3, 5, 7, 11, 12] {
        let order: Vec<usize> = (0..facts.len()).map(|at| at * step % facts.len()).collect();
        assert_eq!(state(&order), want);
    }
}

#[test]
fn a_second_entry_of_what_counts_once_changes_no_day() {
    // Two computers wrote the same acceptance and answer without knowing.
    let mut l = Ledger::accepted("2026-03-02");
    l.ok("2026-03-10", replied(0));
    let before = l.due("XF-34a", "2026-03-20");
    let standing = l.one("XF-34a", "2026-03-20").standing;
    for (n, on, event) in [(500, "2026-03-08", accepted()), (501, "2026-05-20", replied(0))] {
        let entry = entry(n, on, Subject::matter(l.id), event);
        l.book = l.book.clone().apply(&entry);
    }
    assert_eq!(l.due("XF-34a", "2026-03-20"), before);
    assert_eq!(l.one("XF-34a", "2026-03-20").standing, standing);
}

#[test]
fn an_older_entry_that_arrives_late_changes_the_revision() {
    let l = Ledger::accepted("2026-03-02");
    let all = Book::new().apply_all(&l.entries);
    let late = l.entries.iter().filter(|e| !matches!(e.event, Some(Event::Classified(_))));
    let without = Book::new().apply_all(late);
    let revision = |book: &Book| book.matter(l.id).unwrap().revision();
    assert_ne!(revision(&all), revision(&without));
    assert_eq!(revision(&all), l.matter().revision());
}

#[test]
fn a_broken_pack_leaves_the_one_before_in_force() {
    let mut l = Ledger::new(UnitKind::Village);
    let broken = TextAdopted { name: "x".to_owned(), text: "{".to_owned() };
    let entry = entry(700, "2026-03-02", l.entries[0].subject, Event::PackAdopted(broken));
    l.book = l.book.clone().apply(&entry);
    assert!(!l.book.rules().rules.is_empty());
    assert_eq!(l.book.troubles().count(), 1);
    let early: Vec<_> = [&entry].into_iter().chain(&l.entries).cloned().collect();
    same(&l.book, &Book::new().apply_all(&early));
}

#[test]
fn calendars_add_up_in_the_order_of_the_ledger() {
    let book = Book::new().apply_all(&history());
    let off = |day| book.calendar().kind(d(day)).is_ok_and(|kind| !kind.is_working());
    // The whole calendar came after the first year and before the second.
    assert!(!off("2026-05-06") && off("2026-06-22") && book.calendar().is_added(2026));
    assert!(!off("2026-04-20") && off("2026-04-21"));
    let trial = book.with_basis(Arc::clone(book.rules()), Arc::default());
    assert_eq!((trial.calendar().range(), trial.matters().count()), (None, 1));
}

#[test]
fn a_calendar_that_does_not_read_is_named_until_a_whole_one_does() {
    let mut l = Ledger::new(UnitKind::Village);
    let broken = TextAdopted { name: "x".to_owned(), text: "{\"kind\":\"years\"}".to_owned() };
    let entry = entry(700, "2026-03-02", l.entries[0].subject, Event::CalendarAdopted(broken));
    l.book = l.book.clone().apply(&entry);
    assert_eq!(l.book.calendar().range(), Some((2010, 2026)));
    assert_eq!(l.book.troubles().count(), 1);
    let early: Vec<_> = [&entry].into_iter().chain(&l.entries).cloned().collect();
    same(&l.book, &Book::new().apply_all(&early));
    l.entries.push(entry);
    let whole = TextAdopted { name: "cn".to_owned(), text: CALENDAR.to_owned() };
    l.run(Command::AdoptCalendar(whole), "2026-03-03").unwrap();
    assert_eq!(l.book.troubles().count(), 0);
}

#[test]
fn a_long_matter_folds_in_no_time() {
    let mut l = Ledger::accepted("2026-03-02");
    let subject = Subject::matter(l.id);
    let many =
        (0..10_000).map(|n| entry(1000 + n, "2026-03-05", subject, acted(ActivityKind::Hear)));
    let many: Vec<_> = many.collect();
    l.book = l.book.clone().apply_all(&many);
    assert_eq!(l.matter().entries().len(), 10_004);
    l.record("2026-03-10", replied(0)).unwrap();
    assert!(l.assess("2026-03-11").obligations.len() > 2);
}

#[test]
fn strange_histories_fold_without_a_panic() {
    let id = crate::Id::from_bytes([1; 10]);
    let ghost = entry_id(77);
    let odd = [
        replied(9),
        classified(9, Some(Route::R6)),
        Event::Performed(checked("nobody")),
        corrected(ghost, "2026-03-02", replied(0)),
        struck(ghost),
        extended(u32::MAX),
        resolved(),
        reopened(ReopenReason::Recurred),
        agreed(&[("9999-12-31", Owes::Office), ("0001-01-01", Owes::Party)]),
        Event::HearingHeld(HearingHeld { to: d("0001-01-01") }),
    ];
    let mut entries: Vec<_> = odd
        .into_iter()
        .zip(0..)
        .map(|(event, n)| entry(n, "9999-12-30", Subject::matter(id), event))
        .collect();
    let l = Ledger::new(UnitKind::Township);
    let book = l.book.clone().apply_all(&entries);
    assert!(crate::classify::assess(book.matter(id).unwrap(), &book, d("9999-12-31")).is_none());
    for on in ["0001-01-01", "9999-12-31"] {
        let facts = registered(Channel::Visit, CounterParty::Institution);
        entries.push(entry(50, on, Subject::matter(id), Event::Registered(facts)));
        let book = l.book.clone().apply_all(&entries);
        for today in ["0001-01-01", "2026-03-02", "9999-12-31"] {
            crate::classify::assess(book.matter(id).unwrap(), &book, d(today)).unwrap();
        }
        audit(&book);
        entries.pop();
    }
}
