//! Routes, endings and exits: ordinary, late, corrected, taken back, and refused.

use crate::classify::TierAnswer;
use crate::facts::*;
use crate::ledger::*;
use crate::rules::Standing;
use crate::testing::*;

fn village() -> Ledger {
    let facts = registered(Channel::Visit, CounterParty::Neighbour);
    Ledger::with(UnitKind::Village, "2026-03-02", facts)
}

/// Two claims, before a township.
fn township() -> Ledger {
    let mut facts = registered(Channel::Visit, CounterParty::Institution);
    facts.claims.push(claim(CounterParty::Business));
    Ledger::with(UnitKind::Township, "2026-03-02", facts)
}

/// A petition under 31(六), answered and delivered on 2026-03-20.
fn answered_petition() -> Ledger {
    let mut l = Ledger::accepted("2026-03-02");
    l.ok("2026-03-20", replied(0));
    l.ok("2026-03-20", delivered(Delivery::Reply));
    l
}

/// Resolved on 2026-03-04.
fn observed() -> Ledger {
    let mut l = village();
    l.ok("2026-03-03", agreed(&[]));
    l.ok("2026-03-04", resolved());
    l
}

#[track_caller]
fn on_no_list(l: &Ledger, today: &str, criterion: &str) {
    assert_eq!(l.assess(today).tier.answer, TierAnswer::NoList(criterion.to_owned()));
}

/// Every ending: how it comes about, its stage and its criterion.
fn endings() -> Vec<(&'static str, Ledger, Event, Stage, &'static str)> {
    let mut asked = observed();
    asked.ok("2026-09-07", delist_asked("村文书"));
    vec![
        ("2026-03-05", village(), referred(0), Stage::LegalRoute, "N4"),
        ("2026-03-05", village(), withdrawn(None), Stage::Withdrawn, "N7"),
        (
            "2026-04-21",
            answered_petition(),
            closed(CloseGround::WindowsClosed, true),
            Stage::LawfullyClosed,
            "N5",
        ),
        ("2026-09-08", asked, delisted("综治主任"), Stage::Delisted, "N10"),
    ]
}

#[test]
fn each_ending_is_reached_corrected_taken_back_and_reopened() {
    for (on, mut l, event, stage, criterion) in endings() {
        let before = l.matter().stage();
        let entry = l.ok(on, event.clone());
        assert_eq!(l.matter().stage(), stage);
        on_no_list(&l, on, criterion);
        let open = l.assess("2026-12-30").obligations;
        let open: Vec<_> = open.iter().filter(|o| o.standing.is_open()).collect();
        let visits = stage == Stage::LawfullyClosed;
        assert!(open.iter().all(|o| visits && o.rule == "LX-visit"), "{stage:?}: {open:?}");
        // A second time is refused; nothing else is done here any more.
        assert!(matches!(l.record(on, event.clone()), Err(Rejection::NotNow(_))), "{stage:?}");
        l.not_now(on, acted(ActivityKind::Contact), WhyNot::Settled);
        l.not_now(on, planned("2026-12-30"), WhyNot::Settled);
        // Corrected to the day it was, which may be later.
        let day = d(on).succ_opt().unwrap().to_string();
        l.ok("2026-12-30", corrected(entry, &day, event.clone()));
        assert_eq!(l.matter().stage(), stage);
        // Reopened, it is worked on again, and may end once more.
        let again = l.ok("2026-10-09", reopened(ReopenReason::NewFacts));
        assert!(l.matter().stage() < Stage::Observing, "{stage:?}");
        l.ok("2026-10-12", acted(ActivityKind::Contact));
        l.ok("2026-12-30", struck(again));
        assert_eq!(l.matter().stage(), stage);
        l.ok("2026-12-30", struck(entry));
        assert_eq!(l.matter().stage(), before);
    }
}

#[test]
fn what_was_done_before_an_ending_may_be_written_after_it() {
    for (on, mut l, event, stage, _) in endings() {
        l.ok(on, event);
        l.ok("2026-03-02", acted(ActivityKind::Contact));
        assert_eq!(l.matter().stage(), stage);
    }
}

#[test]
fn danger_outlasts_a_route_and_an_answer() {
    let danger = |l: &mut Ledger| {
        let mut facts = l.state().registered.clone().unwrap();
        facts.danger = Danger::Yes;
        let first = l.matter().entries()[0].id;
        let on = l.state().received_on.unwrap().to_string();
        l.ok(&on, corrected(first, &on, Event::Registered(facts)));
    };
    for (on, mut l, event, stage, criterion) in endings() {
        danger(&mut l);
        l.ok(on, event);
        if matches!(stage, Stage::LegalRoute | Stage::LawfullyClosed) {
            assert_eq!(l.assess(on).tier.answer, TierAnswer::On(Tier::Three));
        } else {
            on_no_list(&l, on, criterion);
        }
    }
}

#[test]
fn claims_go_their_ways_one_by_one() {
    let mut l = township();
    l.ok("2026-03-03", classified(0, Some(Route::R6)));
    l.ok("2026-03-03", classified(1, Some(Route::R1)));
    l.ok("2026-03-04", accepted());
    l.ok("2026-03-05", referred(1));
    // Told of one claim where to go is not told of the other.
    assert!(l.one("XF-23b", "2026-03-05").standing.is_open());
    l.not_now("2026-03-06", referred(1), WhyNot::ClaimGone);
    l.not_now("2026-03-06", replied(1), WhyNot::ClaimGone);
    assert_eq!(l.record("2026-03-06", referred(7)), Err(Rejection::Missing("claim")));
    assert_eq!(l.matter().stage(), Stage::Handling);
    l.ok("2026-03-06", acted(ActivityKind::Hear));
    l.ok("2026-03-10", replied(0));
    assert_eq!(l.one("XF-34a", "2026-03-10").standing, Standing::Met(d("2026-03-10")));
    l.ok("2026-03-11", delivered(Delivery::Reply));
    l.ok("2026-03-12", resolved());
    // The court's ruling is not carried out: the claim is ours again, the answer stands.
    l.ok("2026-06-01", route_ended(1, RouteResult::NotCarriedOut));
    assert_eq!(l.matter().stage(), Stage::Handling);
    l.not_now("2026-06-02", delivered(Delivery::Reply), WhyNot::NotAllReplied);
    l.ok("2026-06-02", acted(ActivityKind::Hear));
    l.ok("2026-06-03", replied(1));
    l.ok("2026-06-04", delivered(Delivery::Reply));
    assert_eq!(l.matter().stage(), Stage::Answered);
}

#[test]
fn a_route_ends_and_what_follows() {
    let mut l = village();
    l.not_now("2026-03-03", route_ended(0, RouteResult::Settled), WhyNot::NoRoute);
    let entry = l.ok("2026-03-05", referred(0));
    assert!(l.owed("CN-plan", "2026-03-06").is_empty(), "on no list, no plan");
    let end = l.ok("2026-05-11", route_ended(0, RouteResult::Settled));
    assert_eq!(l.matter().stage(), Stage::LegalRoute);
    l.not_now("2026-05-12", route_ended(0, RouteResult::Settled), WhyNot::NoRoute);
    for result in [RouteResult::NotCarriedOut, RouteResult::NotTaken] {
        l.ok("2026-05-12", corrected(end, "2026-05-11", route_ended(0, result)));
        assert_eq!(l.matter().stage(), Stage::Open);
        assert_eq!(l.assess("2026-05-12").tier.answer, TierAnswer::On(Tier::Two));
        assert_eq!(l.due("CN-plan", "2026-05-12"), "2026-05-14");
    }
    l.ok("2026-05-12", referred(0));
    assert_eq!(l.matter().stage(), Stage::LegalRoute);
    l.ok("2026-05-13", struck(end));
    l.ok("2026-05-13", struck(entry));
    assert_eq!(l.matter().stage(), Stage::LegalRoute, "the second referral stands");
    // Closed lawfully while a claim is at court: what comes back opens it.
    let mut l = township();
    l.ok("2026-03-03", classified(0, Some(Route::R6)));
    l.ok("2026-03-03", accepted());
    l.ok("2026-03-03", acted(ActivityKind::Hear));
    l.ok("2026-03-05", referred(1));
    l.ok("2026-03-10", replied(0));
    l.ok("2026-03-10", delivered(Delivery::Reply));
    l.ok("2026-04-15", closed(CloseGround::WindowsClosed, false));
    l.ok("2026-06-01", route_ended(1, RouteResult::NotTaken));
    assert_eq!(l.matter().stage(), Stage::Handling);
}

#[test]
fn withdrawal_is_in_the_citizens_words_and_per_claim() {
    let mut l = township();
    let Event::Withdrawn(mut w) = withdrawn(None) else { unreachable!() };
    w.told_may_return = false;
    l.not_now("2026-03-05", Event::Withdrawn(w.clone()), WhyNot::TellMayReturn);
    (w.told_may_return, w.words) = (true, " ".to_owned());
    assert_eq!(l.record("2026-03-05", Event::Withdrawn(w)), Err(Rejection::Missing("words")));
    l.ok("2026-03-05", withdrawn(Some(1)));
    assert!(l.matter().stage() < Stage::Observing);
    l.not_now("2026-03-06", withdrawn(Some(1)), WhyNot::ClaimGone);
    l.ok("2026-03-06", referred(0));
    assert_eq!(l.matter().stage(), Stage::LegalRoute);
    l.not_now("2026-03-07", withdrawn(None), WhyNot::Settled);
    l.ok("2026-03-08", reopened(ReopenReason::NewFacts));
    assert!(l.state().claims.iter().all(ClaimState::is_here));
}

#[test]
fn lawful_closing_waits_for_the_remedies() {
    let by = |ground| closed(ground, false);
    village().not_now("2026-03-05", by(CloseGround::WindowsClosed), WhyNot::NotAVillageStep);
    let mut l = Ledger::accepted("2026-03-02");
    l.not_now("2026-03-05", by(CloseGround::WindowsClosed), WhyNot::NotAllReplied);
    l.ok("2026-03-20", replied(0));
    l.not_now("2026-03-21", by(CloseGround::WindowsClosed), WhyNot::NotDelivered);
    let entry = l.ok("2026-03-20", delivered(Delivery::Reply));
    // The 30 days end on Sunday 2026-04-19; perhaps they roll, so the Monday is waited for.
    for on in ["2026-04-19", "2026-04-20"] {
        l.not_now(on, by(CloseGround::WindowsClosed), WhyNot::RemediesOpen);
    }
    l.not_now("2026-04-21", by(CloseGround::RemediesUsed), WhyNot::RemediesOpen);
    // A right that was not told does not run out here.
    let Event::Delivered(mut untold) = delivered(Delivery::Reply) else { unreachable!() };
    untold.remedies_told = false;
    l.ok("2026-04-21", corrected(entry, "2026-03-20", Event::Delivered(untold)));
    l.not_now("2026-06-01", by(CloseGround::WindowsClosed), WhyNot::RemediesOpen);
    l.ok("2026-04-21", corrected(entry, "2026-03-20", delivered(Delivery::Reply)));
    l.ok("2026-04-10", Event::ReviewAsked(Asked::default()));
    l.not_now("2026-04-21", by(CloseGround::WindowsClosed), WhyNot::ReviewOpen);
    l.ok("2026-05-06", Event::ReviewAnswered(answered()));
    l.ok("2026-05-06", delivered(Delivery::Review));
    l.not_now("2026-06-05", by(CloseGround::WindowsClosed), WhyNot::RemediesOpen);
    l.ok("2026-05-20", Event::RecheckAsked(Asked::default()));
    l.not_now("2026-06-10", by(CloseGround::WindowsClosed), WhyNot::ReviewOpen);
    l.ok("2026-06-10", Event::RecheckAnswered(answered()));
    l.ok("2026-06-11", by(CloseGround::RemediesUsed));
    assert_eq!(l.matter().stage(), Stage::LawfullyClosed);
}

#[test]
fn another_route_than_the_sixth_has_a_longer_window() {
    let mut l = township();
    for claim in [0, 1] {
        l.ok("2026-03-03", classified(claim, Some(Route::R5)));
    }
    l.ok("2026-03-03", accepted());
    for claim in [0, 1] {
        l.ok("2026-03-10", replied(claim));
    }
    l.ok("2026-03-10", delivered(Delivery::Reply));
    let by = || closed(CloseGround::WindowsClosed, false);
    l.not_now("2026-05-11", by(), WhyNot::RemediesOpen);
    l.not_now("2026-09-10", by(), WhyNot::RemediesOpen);
    l.ok("2026-09-11", by());
}

#[test]
fn what_was_granted_is_not_closed_away() {
    let mut l = Ledger::accepted("2026-03-02");
    let Event::Replied(mut reply) = replied(0) else { unreachable!() };
    reply.carry_out_by = Some(d("2026-04-30"));
    l.ok("2026-03-20", Event::Replied(reply));
    l.ok("2026-03-20", delivered(Delivery::Reply));
    let by = || closed(CloseGround::WindowsClosed, false);
    l.not_now("2026-05-06", by(), WhyNot::PromisesOpen);
    // Nor joined away, nor forgotten when the citizen goes to court about it.
    l.ok("2026-05-06", referred(0));
    let owed = l.one("YD-office", "2026-05-06");
    assert_eq!(owed.standing, Standing::Overdue);
    let key = l.state().promises[0].key.clone();
    l.ok("2026-05-07", Event::Performed(checked(&key)));
    assert_eq!(l.one("YD-office", "2026-05-07").standing, Standing::MetLate(d("2026-05-07")));
    // What a party promised ends with the matter: the court sees to it.
    let mut l = village();
    l.ok("2026-03-03", agreed(&[("2026-04-30", Owes::Party)]));
    l.ok("2026-05-06", referred(0));
    assert_eq!(l.one("YD-party", "2026-05-07").standing, Standing::Ended);
}

#[test]
fn visits_are_asked_for_every_half_year() {
    let mut l = answered_petition();
    let entry = l.ok("2026-04-21", closed(CloseGround::WindowsClosed, true));
    assert_eq!(l.due("LX-visit", "2026-04-21"), "2026-10-21");
    l.ok("2026-10-21", followed_up());
    let next = l.one("LX-visit", "2026-10-21");
    assert_eq!((next.start, next.standing), (Some(d("2026-10-21")), Standing::Running));
    l.ok("2026-10-22", corrected(entry, "2026-04-21", closed(CloseGround::WindowsClosed, false)));
    assert!(l.owed("LX-visit", "2026-10-22").is_empty(), "only with consent");
    l.ok("2026-11-02", support(true));
    l.ok("2026-11-03", reopened(ReopenReason::NewFacts));
}

fn support(consent: bool) -> Event {
    Event::SupportReferred(SupportReferred {
        to: "民政办".to_owned(),
        need: Need::Living,
        consent,
        note: String::new(),
    })
}

#[test]
fn help_needs_consent_and_is_possible_after_an_ending() {
    let mut l = village();
    l.not_now("2026-03-05", support(false), WhyNot::ConsentFirst);
    l.ok("2026-03-05", support(true));
    for (on, mut l, event, stage, _) in endings() {
        l.ok(on, event);
        if stage == Stage::Delisted {
            l.not_now(on, support(true), WhyNot::Settled);
        } else {
            l.ok(on, support(true));
            assert_eq!(l.matter().stage(), stage);
        }
    }
}

#[test]
fn delisting_is_applied_for_and_decided_by_two_posts() {
    let mut l = observed();
    village().not_now("2026-03-03", delist_asked("村文书"), WhyNot::NotObserved);
    l.not_now("2026-08-03", delisted("综治主任"), WhyNot::NotAsked);
    l.not_now("2026-09-03", delist_asked("村文书"), WhyNot::StillObserving);
    l.ok("2026-09-04", delist_asked("村文书"));
    l.not_now("2026-09-05", delist_asked("村文书"), WhyNot::AlreadyDone);
    for event in [delisted("村文书 "), delist_refused("村文书")] {
        l.not_now("2026-09-05", event, WhyNot::SamePost);
    }
    let no = l.ok("2026-09-07", delist_refused("综治主任"));
    l.not_now("2026-09-08", delisted("综治主任"), WhyNot::NotAsked);
    l.ok("2026-09-08", struck(no));
    let gone = l.ok("2026-09-08", delisted("综治主任"));
    // Nothing is taken off the book whose application was taken back.
    let is_asked = |e: &&std::sync::Arc<Entry>| matches!(e.event, Some(Event::DelistAsked(_)));
    let asked = l.matter().entries().iter().find(is_asked).unwrap().id;
    let strike = l.ok("2026-09-08", struck(asked));
    assert_eq!(l.matter().stage(), Stage::Observing);
    l.ok("2026-09-08", struck(strike));
    assert_eq!(l.matter().stage(), Stage::Delisted);
    l.not_now("2026-09-09", delisted("综治主任"), WhyNot::AlreadyDone);
    l.ok("2026-09-09", struck(gone));
    assert_eq!(l.matter().stage(), Stage::Observing);
    // Another computer reopened it before: it is not taken off the book.
    let again = l.ok("2026-09-09", delisted("综治主任"));
    l.ok("2026-08-03", reopened(ReopenReason::Recurred));
    assert_eq!(l.matter().stage(), Stage::Mediating);
    l.ok("2026-09-10", struck(again));
    l.not_now("2026-09-10", delisted("综治主任"), WhyNot::NotObserved);
}

#[test]
fn sent_on_and_answered() {
    village().not_now("2026-03-05", forwarded("2026-03-20"), WhyNot::NotAVillageStep);
    let mut l = township();
    l.not_now("2026-03-05", answer_came(), WhyNot::NotForwarded);
    assert_eq!(
        l.record("2026-03-05", forwarded("2026-03-04")),
        Err(Rejection::DayBefore("feedback_by", d("2026-03-05")))
    );
    let entry = l.ok("2026-03-05", forwarded("2026-03-20"));
    l.not_now("2026-03-06", forwarded("2026-03-20"), WhyNot::AlreadyDone);
    l.ok("2026-03-21", Event::Urged(Urged { to: "水利站".to_owned(), text: String::new() }));
    let answer = l.ok("2026-03-23", answer_came());
    assert_eq!(l.state().forwarded, None);
    l.ok("2026-03-24", struck(answer));
    l.ok("2026-03-24", corrected(entry, "2026-03-04", forwarded("2026-03-25")));
    let (on, f) = l.state().forwarded.clone().unwrap();
    assert_eq!((on, f.feedback_by), (d("2026-03-04"), Some(d("2026-03-25"))));
    // The answer may come after the matter ended here.
    l.ok("2026-03-24", withdrawn(None));
    l.ok("2026-03-25", answer_came());
    // 条例 22: a petition office has done its part when it sent the matter on.
    let facts = registered(Channel::Letter, CounterParty::Government);
    let mut l = Ledger::with(UnitKind::PetitionOffice, "2026-03-02", facts);
    l.ok("2026-03-16", forwarded("2026-05-15"));
    assert_eq!(l.one("XF-22", "2026-03-30").standing, Standing::Met(d("2026-03-16")));
}

#[test]
fn appointments_are_kept_or_not() {
    let appointed = |day: &str| {
        let (time, place, who) = ("9:30".to_owned(), String::new(), String::new());
        Event::Appointed(Appointed { what: MeetingKind::SiteVisit, day: d(day), time, place, who })
    };
    let mut l = village();
    assert_eq!(
        l.record("2026-03-05", appointed("2026-03-04")),
        Err(Rejection::DayBefore("day", d("2026-03-05")))
    );
    let entry = l.ok("2026-03-05", appointed("2026-03-10"));
    l.ok("2026-03-06", acted(ActivityKind::Contact));
    assert!(!l.state().appointments[0].is_kept);
    l.ok("2026-03-10", acted(ActivityKind::SiteVisit));
    assert!(l.state().appointments[0].is_kept);
    l.ok("2026-03-11", corrected(entry, "2026-03-05", appointed("2026-03-12")));
    assert!(!l.state().appointments[0].is_kept);
    l.ok("2026-03-11", struck(entry));
    assert!(l.state().appointments.is_empty());
}

#[test]
fn the_last_word_on_a_number_elsewhere_stands() {
    let noted = |mark, number: &str| {
        let number = number.to_owned();
        Event::OutsideNoted(OutsideNoted { system: OutsideSystem::Petition, mark, number })
    };
    let mut l = observed();
    assert_eq!(
        l.record("2026-03-05", noted(OutsideMark::Entered, "")),
        Err(Rejection::Missing("number"))
    );
    l.ok("2026-03-05", noted(OutsideMark::ToDo, ""));
    let second = l.ok("2026-03-06", noted(OutsideMark::Entered, "XF-77"));
    // Written late, it was said before.
    l.ok("2026-03-05", noted(OutsideMark::NotNeeded, ""));
    let mark = |l: &Ledger| l.state().outside.iter().map(|o| o.mark).collect::<Vec<_>>();
    assert_eq!(mark(&l), [OutsideMark::Entered]);
    l.ok("2026-03-07", struck(second));
    assert_eq!(mark(&l), [OutsideMark::NotNeeded]);
}

#[test]
fn duty_needs_the_question_of_interest() {
    let duty = |no_interest| {
        Event::DutySet(DutySet {
            body: "水利站".to_owned(),
            post: "站长".to_owned(),
            leader: String::new(),
            competent: String::new(),
            no_interest,
        })
    };
    let mut l = village();
    l.not_now("2026-03-05", duty(false), WhyNot::Interest);
    l.ok("2026-03-05", duty(true));
}
