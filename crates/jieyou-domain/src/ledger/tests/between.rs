//! One matter on two desks: the same entries, what each of them sees, and what it may do.

use crate::facts::*;
use crate::ledger::*;
use crate::rules::Standing;
use crate::testing::*;

struct Desks {
    village: Ledger,
    township: Ledger,
}

/// Received and handed up on a Tuesday.
fn handed_to_township(change: impl Fn(&mut Registered)) -> Desks {
    let mut village = Ledger::of(UnitKind::Village, "柳树屯村", "LS", 0);
    let place = Place { id: "p1".to_owned(), name: "东头".to_owned(), open: true };
    village.run(Command::ListPlaces(PlacesListed { places: vec![place] }), "2026-01-05").unwrap();
    let mut facts = registered(Channel::Visit, CounterParty::Neighbour);
    (facts.place, facts.spot) = (Some("p1".to_owned()), "屋后".to_owned());
    change(&mut facts);
    village.register("2026-03-02", "2026-03-02", facts, vec![]).unwrap();
    village.ok("2026-03-03", handed_up());
    let township = Ledger::of(UnitKind::Township, "青禾镇", "QH", 5000);
    let mut desks = Desks { village, township };
    desks.up();
    desks
}

impl Desks {
    fn up(&mut self) {
        self.village.send(&mut self.township);
    }

    fn down(&mut self) {
        self.township.send(&mut self.village);
    }

    #[track_caller]
    fn stages(&self) -> (Stage, Stage) {
        (self.village.matter().stage(), self.township.matter().stage())
    }
}

fn desks() -> Desks {
    handed_to_township(|_| ())
}

fn signed() -> Event {
    Event::SignedFor(SignedFor { number: String::new(), place: Some("t7".to_owned()) })
}

fn returned() -> Event {
    Event::Returned(Returned { why: "村里先调一次".to_owned() })
}

fn fed_back(kind: FeedbackKind) -> Event {
    Event::FedBack(FedBack { kind, text: "水利站清了沟".to_owned() })
}

fn passed_on() -> Event {
    Event::PassedOn(PassedOn { text: "沟清了".to_owned(), told: Told::InPerson })
}

fn urged() -> Event {
    Event::Urged(Urged { to: "青禾镇".to_owned(), text: String::new() })
}

#[test]
fn handed_up_signed_fed_back_and_told() {
    let mut two = desks();
    assert_eq!(two.stages(), (Stage::HandedUp, Stage::ToSign));
    let state = two.township.state();
    assert!(state.exchange.is_upper);
    assert_eq!(state.exchange.other_unit, "柳树屯村");
    assert_eq!(state.exchange.their_number, "LS-2026-0001");
    assert_eq!(state.received_on, Some(d("2026-03-03")));
    assert!(!state.has(Trigger::Reopened), "the first time is no second one");
    let registered = state.registered.as_ref().unwrap();
    assert_eq!((registered.channel, registered.spot.as_str()), (Channel::FromVillage, "东头 屋后"));
    assert_eq!(two.township.due("CN-sign", "2026-03-03"), "2026-03-04");
    assert!(two.township.owed("CN-contact", "2026-03-03").is_empty(), "nothing runs before");
    // The village waits for another office: its own lists do not count that.
    let waits = two.village.one("CN-sign-up", "2026-03-05");
    assert_eq!((waits.standing, waits.is_breach()), (Standing::Overdue, false));
    two.village.ok("2026-03-05", urged());

    two.township.ok("2026-03-05", signed());
    assert_eq!(two.township.matter().number(), "QH-2026-0001");
    assert_eq!(two.township.due("CN-contact", "2026-03-05"), "2026-03-09");
    let late = Standing::MetLate(d("2026-03-05"));
    assert_eq!(two.township.one("CN-sign", "2026-03-05").standing, late);
    two.down();
    assert_eq!(two.stages(), (Stage::HandedUp, Stage::Open));
    assert_eq!(two.village.matter().number(), "LS-2026-0001");
    assert_eq!(two.village.state().exchange.their_number, "QH-2026-0001");
    assert_eq!(two.village.one("CN-sign-up", "2026-03-06").standing, late);

    two.township.ok("2026-03-06", planned("2026-03-20"));
    two.township.ok("2026-03-10", fed_back(FeedbackKind::Progress));
    two.down();
    assert_eq!(two.village.matter().stage(), Stage::HandedUp);
    assert!(two.village.state().plans.is_empty(), "the other unit's plan is its own");
    two.village.not_now("2026-03-10", passed_on(), WhyNot::NothingToPassOn);
    two.township.ok("2026-03-18", fed_back(FeedbackKind::Result));
    two.down();
    assert_eq!(two.village.matter().stage(), Stage::FedBack);
    two.village.not_now("2026-03-18", urged(), WhyNot::NothingToUrge);
    two.village.ok("2026-03-19", passed_on());
    assert_eq!(two.village.matter().stage(), Stage::Done);
    two.village.not_now("2026-03-19", passed_on(), WhyNot::NothingToPassOn);
    let told = two.village.assess("2026-03-19").tier.answer;
    assert_eq!(told, crate::classify::TierAnswer::NoList("N11".to_owned()));
    // Another result after that is to be told as well.
    two.township.ok("2026-03-25", fed_back(FeedbackKind::Result));
    two.down();
    assert_eq!(two.village.matter().stage(), Stage::FedBack);
    two.village.ok("2026-03-26", passed_on());
    assert_eq!(two.village.matter().stage(), Stage::Done);
    assert_eq!(audit(&two.village.book), []);
    two.up();
    assert_eq!(audit(&two.township.book), []);
}

#[test]
fn all_on_one_day() {
    let mut two = desks();
    two.township.ok("2026-03-03", signed());
    two.down();
    let met = Standing::Met(d("2026-03-03"));
    assert_eq!(two.township.one("CN-sign", "2026-03-03").standing, met);
    assert_eq!(two.village.one("CN-sign-up", "2026-03-03").standing, met);
    two.township.ok("2026-03-03", returned());
    two.down();
    assert_eq!(two.stages(), (Stage::Open, Stage::Returned));
    // Handed up again on the day of the return: that return does not answer it.
    two.village.ok("2026-03-03", handed_up());
    assert_eq!(two.village.one("CN-sign-up", "2026-03-03").standing, Standing::Running);
    assert_eq!(two.village.one("CN-plan", "2026-03-03").standing, Standing::Ended);
    two.up();
    assert_eq!(two.stages(), (Stage::HandedUp, Stage::ToSign));
    two.township.ok("2026-03-03", signed());
    assert_eq!(two.township.matter().number(), "QH-2026-0001", "the number it had");
}

#[test]
fn returned_and_handed_up_again_begins_anew() {
    let mut two = desks();
    two.township.ok("2026-03-04", signed());
    two.township.ok("2026-03-04", planned("2026-03-20"));
    two.township.ok("2026-03-05", returned());
    two.township.not_now("2026-03-06", acted(ActivityKind::Contact), WhyNot::Settled);
    two.township.not_now("2026-03-06", returned(), WhyNot::AlreadyDone);
    two.township.not_now("2026-03-06", fed_back(FeedbackKind::Result), WhyNot::NotHandedToUs);
    assert!(two.township.assess("2026-03-20").obligations.is_empty());
    two.down();
    // The village owes a plan again from the day it came back.
    assert_eq!(two.village.due("CN-plan", "2026-03-05"), "2026-03-10");
    assert_eq!(two.village.one("CN-plan", "2026-03-05").standing, Standing::Running);
    two.village.ok("2026-03-09", mediated(MediationResult::Failed));
    two.village.ok("2026-03-10", handed_up());
    two.up();
    assert_eq!(two.township.matter().stage(), Stage::ToSign);
    assert!(two.township.state().plans.is_empty());
    assert_eq!(two.township.due("CN-sign", "2026-03-10"), "2026-03-11");
    two.township.not_now("2026-03-10", acted(ActivityKind::Contact), WhyNot::SignFirst);
    two.township.ok("2026-03-11", signed());
    assert_eq!(two.township.due("CN-contact", "2026-03-11"), "2026-03-13");
    assert_eq!(two.township.matter().stage(), Stage::Open);
    assert_eq!(two.township.state().registered.as_ref().unwrap().spot, "东头 屋后");
}

#[test]
fn answered_reopened_and_handed_up_again_is_signed_for_again() {
    let mut two = desks();
    two.township.ok("2026-03-04", signed());
    two.township.ok("2026-03-05", agreed(&[]));
    two.township.ok("2026-03-06", fed_back(FeedbackKind::Result));
    two.township.ok("2026-03-06", resolved());
    two.down();
    two.village.ok("2026-03-07", passed_on());
    two.village.ok("2026-04-01", reopened(ReopenReason::Recurred));
    two.village.ok("2026-04-02", handed_up());
    two.up();
    assert_eq!(two.stages(), (Stage::HandedUp, Stage::ToSign));
    two.township.ok("2026-04-02", signed());
    assert!(two.township.matter().stage() < Stage::ToSign);
    // Nor does an exit of this desk hide what is handed up anew.
    let mut two = desks();
    two.township.ok("2026-03-04", signed());
    two.township.ok("2026-03-05", referred(0));
    two.township.ok("2026-03-06", fed_back(FeedbackKind::Result));
    two.down();
    two.village.ok("2026-03-07", passed_on());
    two.village.ok("2026-04-01", reopened(ReopenReason::NewFacts));
    two.village.ok("2026-04-02", handed_up());
    two.up();
    assert_eq!(two.stages(), (Stage::HandedUp, Stage::ToSign));
    // Handed up a second time while it is on the other desk: nothing to sign for.
    let mut two = desks();
    two.township.ok("2026-03-04", signed());
    two.down();
    two.village.ok("2026-03-05", agreed(&[]));
    two.village.ok("2026-03-05", resolved());
    assert!(!two.village.state().exchange.is_waiting());
    two.village.ok("2026-03-09", reopened(ReopenReason::NotCarriedOut));
    two.village.ok("2026-03-09", handed_up());
    two.up();
    assert_eq!(two.stages(), (Stage::HandedUp, Stage::Open));
    assert_eq!(
        two.village.one("CN-sign-up", "2026-03-20").standing,
        Standing::Met(d("2026-03-09"))
    );
    assert_eq!(two.township.one("CN-sign", "2026-03-20").standing, Standing::Met(d("2026-03-04")));
}

#[test]
fn what_stands_in_the_way_between_desks() {
    let mut two = desks();
    for event in [acted(ActivityKind::Contact), planned("2026-03-30"), resolved()] {
        two.township.not_now("2026-03-03", event, WhyNot::SignFirst);
    }
    two.township.not_now("2026-03-03", fed_back(FeedbackKind::Result), WhyNot::SignFirst);
    assert!(matches!(
        two.township.record("2026-03-02", signed()),
        Err(Rejection::BeforeReceived { .. })
    ));
    for event in [signed(), returned(), fed_back(FeedbackKind::Result)] {
        two.village.not_now("2026-03-04", event, WhyNot::NotHandedToUs);
    }
    two.township.ok("2026-03-04", signed());
    two.township.not_now("2026-03-04", signed(), WhyNot::AlreadyDone);
    two.township.not_now("2026-03-05", handed_up(), WhyNot::OnlyVillages);
    two.township.not_now("2026-03-05", urged(), WhyNot::NothingToUrge);
    two.township.not_now("2026-03-05", passed_on(), WhyNot::NothingToPassOn);
    two.township.ok("2026-03-06", agreed(&[]));
    two.township.ok("2026-03-06", resolved());
    two.township.not_now("2026-03-07", returned(), WhyNot::Settled);
    // A result may be fed back after it is settled.
    two.township.ok("2026-03-07", fed_back(FeedbackKind::Result));
    // What the other unit wrote only that unit corrects or takes back.
    let theirs = two.township.matter().entries()[0].id;
    two.township.not_now("2026-03-07", struck(theirs), WhyNot::NotOurs);
    let facts = registered(Channel::Visit, CounterParty::Neighbour);
    two.township.not_now(
        "2026-03-07",
        corrected(theirs, "2026-03-02", Event::Registered(facts)),
        WhyNot::NotOurs,
    );
}

#[test]
fn a_signature_is_corrected_and_taken_back() {
    let mut two = desks();
    let entry = two.township.ok("2026-03-05", signed());
    two.township.ok("2026-03-09", acted(ActivityKind::Contact));
    // An earlier day is fine down to the day it was handed up, a later one to what was done.
    two.township.ok("2026-03-10", corrected(entry, "2026-03-04", signed()));
    assert_eq!(two.township.state().received_on, Some(d("2026-03-04")));
    assert_eq!(two.township.matter().number(), "QH-2026-0001");
    assert!(matches!(
        two.township.record("2026-03-10", corrected(entry, "2026-03-02", signed())),
        Err(Rejection::BeforeReceived { .. })
    ));
    assert_eq!(
        two.township.record("2026-03-10", corrected(entry, "2026-03-10", signed())),
        Err(Rejection::DayBefore("on", d("2026-03-09")))
    );
    two.township.ok("2026-03-11", struck(entry));
    assert_eq!(two.township.matter().stage(), Stage::ToSign);
    two.township.ok("2026-03-11", signed());
    assert_eq!(two.township.matter().number(), "QH-2026-0001");
}

#[test]
fn handing_up_is_taken_back_until_it_was_answered() {
    let mut two = desks();
    let entry = two.village.matter().entries()[1].id;
    let mut other = handed_up();
    if let Event::HandedUp(h) = &mut other {
        h.why = "两村之间的事".to_owned();
    }
    two.village.ok("2026-03-03", corrected(entry, "2026-03-03", other.clone()));
    two.up();
    let handed = |l: &Ledger| l.state().exchange.handed.clone().unwrap().1;
    assert_eq!(handed(&two.township).why, "两村之间的事");
    assert_eq!(handed(&two.village).place, "东头", "a correction keeps the place's name");
    two.village.ok("2026-03-03", struck(entry));
    two.up();
    // Taken back before anybody signed: it lies with the village and is on no list here.
    assert_eq!(two.stages(), (Stage::Open, Stage::Returned));
    assert!(two.township.assess("2026-03-20").obligations.is_empty());
    two.township.not_now("2026-03-04", signed(), WhyNot::AlreadyDone);
    two.village.ok("2026-03-04", handed_up());
    two.up();
    assert_eq!(two.stages(), (Stage::HandedUp, Stage::ToSign));
    two.township.ok("2026-03-04", signed());
    // The village does not know yet and takes it back: who signed keeps it.
    let again = two.village.entries.last().unwrap().id;
    two.village.ok("2026-03-05", struck(again));
    two.up();
    assert_eq!(two.township.matter().stage(), Stage::Open);
    assert!(two.township.state().exchange.is_upper);
    assert_eq!(two.township.due("CN-contact", "2026-03-05"), "2026-03-06");
    // Nor does a registration that is struck below take it off the book here.
    let first = two.village.matter().entries()[0].id;
    two.village.ok("2026-03-05", struck(first));
    assert_eq!(two.village.book.matters().count(), 0);
    two.up();
    assert_eq!(two.township.book.matters().count(), 1);
    two.down();
    assert_eq!(two.village.book.matters().count(), 1, "and it stands below again");
    // Once it knows, it can no longer.
    let mut two = desks();
    two.township.ok("2026-03-04", signed());
    two.down();
    let (first, entry) =
        (two.village.matter().entries()[0].id, two.village.matter().entries()[1].id);
    two.village.not_now("2026-03-05", struck(entry), WhyNot::AlreadyDone);
    two.village.not_now("2026-03-05", struck(first), WhyNot::AlreadyDone);
    two.village.not_now(
        "2026-03-05",
        corrected(entry, "2026-03-04", handed_up()),
        WhyNot::AlreadyDone,
    );
    two.village.ok("2026-03-05", corrected(entry, "2026-03-03", other));
}

#[test]
fn each_step_back_and_forth_is_undone() {
    let mut two = desks();
    two.township.ok("2026-03-04", signed());
    let back = two.township.ok("2026-03-05", returned());
    two.township.ok("2026-03-05", struck(back));
    assert_eq!(two.township.matter().stage(), Stage::Open);
    let fed = two.township.ok("2026-03-06", fed_back(FeedbackKind::Result));
    two.down();
    assert_eq!(two.village.matter().stage(), Stage::FedBack);
    let told = two.village.ok("2026-03-07", passed_on());
    two.village.ok("2026-03-07", corrected(told, "2026-03-06", passed_on()));
    assert_eq!(two.village.state().done_on, Some(d("2026-03-06")));
    two.village.ok("2026-03-07", struck(told));
    assert_eq!(two.village.matter().stage(), Stage::FedBack);
    two.township.ok("2026-03-08", struck(fed));
    two.down();
    assert_eq!(two.village.matter().stage(), Stage::HandedUp);
    let urge = two.village.ok("2026-03-09", urged());
    assert_eq!(two.village.state().exchange.urged, [d("2026-03-09")]);
    two.village.ok("2026-03-09", struck(urge));
    assert!(two.village.state().exchange.urged.is_empty());
}

#[test]
fn danger_is_each_units_own_to_report() {
    let mut two = handed_to_township(|f| f.danger = Danger::Yes);
    let report = || Event::Reported(Reported { to: "派出所".to_owned() });
    two.village.ok("2026-03-02", report());
    two.up();
    two.township.ok("2026-03-03", signed());
    // 条例 25: the township reports to its own superiors, whatever the village did.
    assert_eq!(two.township.one("XF-25", "2026-03-03").standing, Standing::Running);
    two.township.ok("2026-03-03", report());
    assert_eq!(two.township.one("XF-25", "2026-03-04").standing, Standing::Met(d("2026-03-03")));
}

#[test]
fn what_kind_it_is_each_desk_decides() {
    let mut two = handed_to_township(|f| {
        f.kind = Some(Kind::Inquiry);
        f.claims = vec![claim(CounterParty::Government)];
    });
    assert_eq!(two.village.assess("2026-03-03").kind.answer, Kind::Inquiry);
    assert_eq!(two.township.assess("2026-03-03").kind.answer, Kind::Petition);
    two.township.ok("2026-03-04", signed());
    two.township.ok("2026-03-04", classified(0, Some(Route::R6)));
    two.township.ok("2026-03-05", accepted());
    assert_eq!(two.township.due("XF-34a", "2026-03-05"), "2026-05-04");
    two.down();
    assert_eq!(two.village.assess("2026-03-05").kind.answer, Kind::Inquiry);
    assert_eq!(two.village.state().accepted_on, None);
}

#[test]
fn a_unit_that_was_renamed_is_still_the_one() {
    let mut two = desks();
    two.township.ok("2026-03-04", signed());
    let mut unit = UnitProfile::clone(two.village.book.unit().unwrap());
    unit.name = "柳树屯社区".to_owned();
    two.village.run(Command::ProfileUnit(unit), "2026-03-05").unwrap();
    two.village.unit.0 = "柳树屯社区";
    two.down();
    two.village.ok("2026-03-06", urged());
    two.up();
    assert_eq!(two.stages(), (Stage::HandedUp, Stage::Open));
    assert_eq!(two.township.state().exchange.urged, [d("2026-03-06")]);
    let first = two.village.matter().entries()[0].clone();
    assert!(two.village.matter().is_own(&first));
    // The same entries, the profile read last: the same book.
    let all: Vec<_> = two.village.entries.iter().rev().cloned().collect();
    let again = Book::new().apply_all(&all);
    assert_eq!(again.matter(two.village.id), two.village.book.matter(two.village.id));
}

#[test]
fn contacts_are_handed_over_with_a_purpose() {
    let mut two = desks();
    let handed = |purpose: &str| {
        Event::ContactHanded(ContactHanded {
            to: "青禾镇".to_owned(), purpose: purpose.to_owned()
        })
    };
    assert_eq!(two.village.record("2026-03-03", handed(" ")), Err(Rejection::Missing("purpose")));
    let before = two.village.state().clone();
    two.village.ok("2026-03-03", handed("联系反映人量沟"));
    assert_eq!(two.village.state(), &before);
}
