//! Two matters at once: what is written on both, and taken back on both.

use crate::Id;
use crate::facts::*;
use crate::ledger::*;
use crate::rules::Standing;
use crate::testing::*;

const NEW: Id = Id::from_bytes([2; 10]);

/// Three claims before a township: against an institution twice, against a business.
fn three() -> Ledger {
    let mut facts = registered(Channel::Visit, CounterParty::Institution);
    facts.claims.push(claim(CounterParty::Institution));
    facts.claims.push(claim(CounterParty::Business));
    facts.outside = Some(OutsideNumber { number: "12345-7".to_owned(), on: Some(d("2026-03-01")) });
    Ledger::with(UnitKind::Township, "2026-03-02", facts)
}

fn split(l: &mut Ledger, on: &str, claims: &[u16]) -> Result<(), Rejection> {
    let (title, why) = ("补偿没到".to_owned(), "两件事".to_owned());
    let command =
        Command::Split { matter: l.id, id: NEW, on: d(on), claims: claims.to_vec(), title, why };
    l.run(command, on)
}

fn link(l: &mut Ledger, on: &str, other: Id, how: LinkKind) -> Result<(), Rejection> {
    let command = Command::Link { matter: l.id, other, on: d(on), how, note: String::new() };
    l.run(command, on)
}

fn two_matters(other: CounterParty) -> Ledger {
    let mut l = three();
    let id = std::mem::replace(&mut l.id, NEW);
    l.register("2026-03-03", "2026-03-03", registered(Channel::Call, other), vec![]).unwrap();
    l.id = id;
    l
}

fn entry_of_type(l: &Ledger, id: Id, kind: EventType) -> crate::EntryId {
    let matter = l.book.matter(id).unwrap();
    let found =
        matter.entries().iter().rfind(|e| e.event.as_ref().is_some_and(|e| e.kind() == kind));
    found.unwrap().id
}

#[test]
fn claims_split_off_keep_their_day_and_their_clock() {
    let mut l = three();
    for claim in [0, 1] {
        l.ok("2026-03-04", classified(claim, Some(Route::R6)));
    }
    l.ok("2026-03-05", notified());
    l.ok("2026-03-05", accepted());
    l.ok("2026-03-06", acted(ActivityKind::Hear));
    split(&mut l, "2026-04-01", &[1, 2, 1]).unwrap();
    let new = l.book.matter(NEW).unwrap();
    let state = &new.state;
    assert_eq!(new.number(), "QH-2026-0002");
    assert_eq!(state.received_on, Some(d("2026-03-02")));
    assert_eq!(state.claims.len(), 2);
    assert_eq!(state.claims[0].route, Some(Route::R6));
    assert_eq!(state.registered.as_ref().unwrap().split_from, Some(l.id));
    assert_eq!(state.registered.as_ref().unwrap().outside, None);
    assert_eq!(state.links[0].number, "QH-2026-0001");
    let moved: Vec<_> = l.state().claims.iter().map(|c| c.moved).collect();
    assert_eq!(moved, [None, Some(NEW), Some(NEW)]);
    // No limit begins anew by splitting.
    let old = std::mem::replace(&mut l.id, NEW);
    assert_eq!(l.due("XF-34a", "2026-04-01"), "2026-05-04");
    assert_eq!(l.one("XF-23b", "2026-04-01").standing, Standing::Met(d("2026-03-05")));
    let answer = l.assess("2026-05-02").tier;
    let old_age = answer.because.iter().chain(&answer.would_change_if).find(|r| r.rule == "B2");
    assert!(old_age.is_none_or(|r| r.from.is_none()), "as old as the matter it came from");
    l.ok("2026-04-02", replied(0));
    l.id = old;
    l.not_now("2026-04-02", replied(1), WhyNot::ClaimGone);
    l.ok("2026-04-02", replied(0));
    assert_eq!(l.one("XF-34a", "2026-04-03").standing, Standing::Met(d("2026-04-02")));
    assert_eq!(audit(&l.book), []);
}

#[test]
fn what_is_not_split() {
    let mut l = three();
    assert_eq!(split(&mut l, "2026-03-03", &[]), Err(Rejection::Missing("claims")));
    assert_eq!(split(&mut l, "2026-03-03", &[7]), Err(Rejection::Missing("claims")));
    let last = Err(Rejection::NotNow(WhyNot::LastClaim));
    assert_eq!(split(&mut l, "2026-03-03", &[0, 1, 2]), last);
    l.ok("2026-03-04", referred(2));
    let gone = Err(Rejection::NotNow(WhyNot::ClaimGone));
    assert_eq!(split(&mut l, "2026-03-05", &[2]), gone);
    assert_eq!(split(&mut l, "2026-03-05", &[0, 1]), last);
    l.ok("2026-03-05", classified(0, Some(Route::R5)));
    l.ok("2026-03-05", accepted());
    l.ok("2026-03-05", replied(0));
    let done = Err(Rejection::NotNow(WhyNot::AlreadyDone));
    assert_eq!(split(&mut l, "2026-03-06", &[0]), done);
    l.ok("2026-03-07", withdrawn(None));
    assert!(split(&mut l, "2026-03-08", &[1]).is_err());
    // Only by its own command, so that it stands on both.
    let one_sided = [
        Event::Split(Split { claims: vec![0], into: NEW, number: "x".into(), why: String::new() }),
        Event::Joined(Joined { into: NEW, number: "x".into(), why: String::new() }),
        Event::Linked(Linked {
            other: NEW,
            number: "x".into(),
            how: LinkKind::Same,
            note: String::new(),
        }),
    ];
    for event in one_sided {
        assert_eq!(three().record("2026-03-03", event), Err(Rejection::NotRecordable));
    }
}

#[test]
fn a_split_is_taken_back_from_either_side() {
    for from_new in [false, true] {
        let mut l = three();
        split(&mut l, "2026-03-04", &[2]).unwrap();
        let (id, kind) =
            if from_new { (NEW, EventType::Registered) } else { (l.id, EventType::Split) };
        let entry = entry_of_type(&l, id, kind);
        let old = std::mem::replace(&mut l.id, id);
        let strike = l.ok("2026-03-05", struck(entry));
        // The command's own strike is written first, the other matter's after it.
        let own = l
            .entries
            .iter()
            .rfind(|e| matches!(&e.event, Some(Event::Struck(s)) if s.entry == entry));
        let own = own.unwrap().id;
        assert_ne!(own, strike);
        assert_eq!(l.book.matters().count(), 1);
        assert!(l.book.matter(old).unwrap().state.claims.iter().all(ClaimState::is_here));
        // And stands again, on both.
        l.ok("2026-03-05", struck(own));
        assert_eq!(l.book.matters().count(), 2);
        assert_eq!(l.book.matter(old).unwrap().state.claims[2].moved, Some(NEW));
    }
}

#[test]
fn a_split_with_a_life_of_its_own_stands() {
    let mut l = three();
    l.ok("2026-03-03", acted(ActivityKind::Contact));
    split(&mut l, "2026-03-04", &[2]).unwrap();
    let entry = entry_of_type(&l, l.id, EventType::Split);
    let old = std::mem::replace(&mut l.id, NEW);
    l.ok("2026-03-05", planned("2026-03-20"));
    l.id = old;
    l.not_now("2026-03-06", struck(entry), WhyNot::AlreadyDone);
    // Its words may be corrected, its claims not.
    let with = |claims: Vec<u16>, why: &str| {
        let number = "QH-2026-0002".to_owned();
        Event::Split(Split { claims, into: NEW, number, why: why.to_owned() })
    };
    l.ok("2026-03-06", corrected(entry, "2026-03-04", with(vec![2], "三件事")));
    assert_eq!(
        l.record("2026-03-06", corrected(entry, "2026-03-04", with(vec![1], ""))),
        Err(Rejection::NotRecordable)
    );
    // A claim that was split off stays in the registration.
    let first = l.matter().entries()[0].id;
    let mut facts = l.state().registered.clone().unwrap();
    facts.claims.truncate(2);
    assert_eq!(
        l.record("2026-03-06", corrected(first, "2026-03-02", Event::Registered(facts))),
        Err(Rejection::Missing("claims"))
    );
}

#[test]
fn two_computers_that_split_off_everything_leave_nothing_here() {
    let mut l = three();
    split(&mut l, "2026-03-04", &[1, 2]).unwrap();
    let other = Split {
        claims: vec![0],
        into: Id::from_bytes([3; 10]),
        number: "QH-2026-0003".to_owned(),
        why: String::new(),
    };
    l.force(900, "2026-03-05", Event::Split(other));
    assert_eq!(l.matter().stage(), Stage::Joined);
    assert!(l.assess("2026-06-01").obligations.is_empty());
    let answer = l.assess("2026-06-01").tier.answer;
    assert_eq!(answer, crate::classify::TierAnswer::NoList("N6".to_owned()));
}

#[test]
fn joined_matters_go_on_as_one() {
    let mut l = two_matters(CounterParty::Institution);
    let own = l.id;
    assert!(link(&mut l, "2026-03-04", own, LinkKind::Merged).is_err());
    let nowhere = Err(Rejection::NotNow(WhyNot::NoOtherMatter));
    assert_eq!(link(&mut l, "2026-03-04", Id::from_bytes([9; 10]), LinkKind::Merged), nowhere);
    assert_eq!(link(&mut l, "2026-03-04", NEW, LinkKind::Split), Err(Rejection::NotRecordable));
    link(&mut l, "2026-03-04", NEW, LinkKind::Merged).unwrap();
    assert_eq!(l.matter().stage(), Stage::Joined);
    assert!(l.assess("2026-06-01").obligations.is_empty());
    let other = l.book.matter(NEW).unwrap();
    assert_eq!((other.stage(), other.state.links[0].other), (Stage::Open, l.id));
    l.not_now("2026-03-05", acted(ActivityKind::Contact), WhyNot::Settled);
    // What goes on in it keeps it in the book, and does not join back into it.
    let old = std::mem::replace(&mut l.id, NEW);
    let first = l.matter().entries()[0].id;
    l.not_now("2026-03-05", struck(first), WhyNot::AlreadyDone);
    assert_eq!(link(&mut l, "2026-03-05", old, LinkKind::Merged), nowhere);
    // Taken back on one side, it is on both.
    let linked = entry_of_type(&l, NEW, EventType::Linked);
    l.ok("2026-03-05", struck(linked));
    assert_eq!(l.book.matter(old).unwrap().stage(), Stage::Open);
    assert!(l.state().links.is_empty());
    l.id = old;
    link(&mut l, "2026-03-06", NEW, LinkKind::Merged).unwrap();
    l.ok("2026-03-09", reopened(ReopenReason::NewFacts));
    assert_eq!(l.matter().stage(), Stage::Open);
}

#[test]
fn what_is_promised_or_settled_is_not_joined() {
    let mut l = two_matters(CounterParty::Neighbour);
    l.ok("2026-03-04", agreed(&[("2026-05-15", Owes::Party)]));
    let open = Err(Rejection::NotNow(WhyNot::PromisesOpen));
    assert_eq!(link(&mut l, "2026-03-05", NEW, LinkKind::Merged), open);
    let mut l = two_matters(CounterParty::Neighbour);
    let old = std::mem::replace(&mut l.id, NEW);
    l.ok("2026-03-04", agreed(&[]));
    l.ok("2026-03-04", resolved());
    l.id = old;
    let nowhere = Err(Rejection::NotNow(WhyNot::NoOtherMatter));
    assert_eq!(link(&mut l, "2026-03-05", NEW, LinkKind::Merged), nowhere);
    // Into one on a statutory route it may go: that says why nothing is done here.
    let mut l = two_matters(CounterParty::Neighbour);
    let old = std::mem::replace(&mut l.id, NEW);
    l.ok("2026-03-04", referred(0));
    l.id = old;
    link(&mut l, "2026-03-05", NEW, LinkKind::Merged).unwrap();
}

#[test]
fn a_village_does_not_join_away_what_is_about_itself() {
    for (other, refused) in [(CounterParty::Neighbour, true), (CounterParty::Collective, false)] {
        let facts = registered(Channel::Visit, CounterParty::Collective);
        let mut l = Ledger::with(UnitKind::Village, "2026-03-02", facts);
        let id = std::mem::replace(&mut l.id, NEW);
        l.register("2026-03-03", "2026-03-03", registered(Channel::Call, other), vec![]).unwrap();
        l.id = id;
        let joined = link(&mut l, "2026-03-04", NEW, LinkKind::Merged);
        let no = Err(Rejection::NotNow(WhyNot::VillageMayNotHandle));
        assert_eq!(joined, if refused { no } else { Ok(()) });
    }
}

#[test]
fn links_stand_on_both_and_fall_on_both() {
    let mut l = two_matters(CounterParty::Neighbour);
    let (other, note) = (NEW, String::new());
    let how = LinkKind::Cause;
    let command = Command::Link { matter: l.id, other, on: d("2026-03-02"), how, note };
    l.run(command, "2026-03-04").unwrap();
    let other = |l: &Ledger| l.book.matter(NEW).unwrap().state.links.len();
    assert_eq!((l.state().links.len(), other(&l)), (1, 1));
    // The other was received a day later: its entry has that day.
    assert_eq!(l.book.matter(NEW).unwrap().entries().last().unwrap().on, d("2026-03-03"));
    let entry = entry_of_type(&l, l.id, EventType::Linked);
    l.ok("2026-03-04", struck(entry));
    assert_eq!((l.state().links.len(), other(&l)), (0, 0));
}

#[test]
fn a_matter_registered_as_the_same_is_linked_on_both_or_not_registered() {
    let registering = |other: Id, how: LinkKind| {
        let mut l = three();
        let old = std::mem::replace(&mut l.id, NEW);
        let link = Linked { other, number: String::new(), how, note: String::new() };
        let then = vec![(d("2026-03-05"), Event::Linked(link))];
        let facts = registered(Channel::Call, CounterParty::Institution);
        (l.register("2026-03-04", "2026-03-05", facts, then), l, old)
    };
    let old = three().id;
    let (done, mut l, _) = registering(old, LinkKind::Same);
    done.unwrap();
    for (from, to, number) in [(NEW, old, "QH-2026-0001"), (old, NEW, "QH-2026-0002")] {
        let links = &l.book.matter(from).unwrap().state.links;
        assert_eq!(links.len(), 1);
        assert_eq!((links[0].other, links[0].number.as_str()), (to, number));
    }
    // Taken back on one, it is taken back on both.
    let entry = entry_of_type(&l, NEW, EventType::Linked);
    l.id = NEW;
    l.ok("2026-03-06", struck(entry));
    assert!(l.book.matter(old).unwrap().state.links.is_empty());
    for (other, how) in [(Id::from_bytes([8; 10]), LinkKind::Same), (old, LinkKind::Merged)] {
        let (refused, l, _) = registering(other, how);
        assert!(refused.is_err(), "{how:?}");
        assert!(l.book.matter(NEW).is_none());
    }
}
