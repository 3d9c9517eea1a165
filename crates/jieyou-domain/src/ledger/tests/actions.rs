//! Each action once where it fits and where it does not.

use crate::facts::*;
use crate::ledger::*;
use crate::testing::*;

fn at(kind: UnitKind, channel: Channel, against: CounterParty) -> Ledger {
    Ledger::with(kind, "2026-03-02", registered(channel, against))
}

fn township() -> Ledger {
    at(UnitKind::Township, Channel::Visit, CounterParty::Institution)
}

fn village() -> Ledger {
    at(UnitKind::Village, Channel::Visit, CounterParty::Neighbour)
}

fn settled() -> Ledger {
    let mut l = village();
    l.ok("2026-03-03", agreed(&[]));
    l.ok("2026-03-04", resolved());
    l
}

/// A petition answered and delivered on 2026-03-20.
fn answered_petition() -> Ledger {
    let mut l = Ledger::accepted("2026-03-02");
    l.ok("2026-03-20", replied(0));
    l.ok("2026-03-20", delivered(Delivery::Reply));
    l
}

#[test]
fn a_village_has_no_petition_steps() {
    let mut l = at(UnitKind::Village, Channel::Visit, CounterParty::Government);
    for event in [notified(), accepted(), objected(), replied(0), delivered(Delivery::Reply)] {
        l.not_now("2026-03-03", event, WhyNot::NotAVillageStep);
    }
    for event in [extended(5), Event::ReviewAsked(Asked::default())] {
        l.not_now("2026-03-03", event, WhyNot::NotAVillageStep);
    }
    l.ok("2026-03-03", handed_up());
    l.not_now("2026-03-04", handed_up(), WhyNot::AlreadyDone);
    township().not_now("2026-03-03", handed_up(), WhyNot::OnlyVillages);
}

#[test]
fn a_dispute_has_no_petition_steps() {
    let mut l = at(UnitKind::Township, Channel::Visit, CounterParty::Neighbour);
    for event in [notified(), accepted(), replied(0), delivered(Delivery::Reply)] {
        l.not_now("2026-03-03", event, WhyNot::OnlyPetitions);
    }
}

#[test]
fn a_village_does_not_handle_what_is_about_itself() {
    let mut l = at(UnitKind::Village, Channel::Visit, CounterParty::Collective);
    for event in [mediated(MediationResult::Ongoing), agreed(&[]), at_once(), resolved()] {
        l.not_now("2026-03-02", event, WhyNot::VillageMayNotHandle);
    }
    // Nor does it send the citizen away, or take the matter back for the citizen.
    for event in [referred(0), withdrawn(None)] {
        l.not_now("2026-03-02", event, WhyNot::VillageMayNotHandle);
    }
    l.ok("2026-03-02", handed_up());
}

#[test]
fn danger_is_reported_once() {
    let report = || Event::Reported(Reported { to: "派出所".to_owned() });
    village().not_now("2026-03-02", report(), WhyNot::NoDanger);
    let mut facts = registered(Channel::Visit, CounterParty::Neighbour);
    facts.danger = Danger::Yes;
    let mut l = Ledger::with(UnitKind::Village, "2026-03-02", facts);
    l.ok("2026-03-02", report());
    l.not_now("2026-03-02", report(), WhyNot::AlreadyDone);
}

#[test]
fn only_what_a_superior_sent_is_objected_to() {
    township().not_now("2026-03-03", objected(), WhyNot::OnlyTransferred);
    let mut l = at(UnitKind::Township, Channel::Assigned, CounterParty::Institution);
    l.ok("2026-03-03", objected());
    l.not_now("2026-03-04", objected(), WhyNot::AlreadyDone);
}

#[test]
fn acceptance_follows_the_route_and_is_for_appeals() {
    let mut l = township();
    l.not_now("2026-03-03", accepted(), WhyNot::RouteFirst);
    l.not_now("2026-03-03", replied(0), WhyNot::NotAccepted);
    l.not_now("2026-03-03", extended(5), WhyNot::NotAccepted);
    l.ok("2026-03-03", classified(0, Some(Route::R6)));
    l.ok("2026-03-03", accepted());
    l.not_now("2026-03-03", accepted(), WhyNot::AlreadyDone);
    l.not_now("2026-03-03", at_once(), WhyNot::AlreadyDone);
    let mut facts = registered(Channel::Net, CounterParty::Institution);
    facts.class = Some(Class::Suggestion);
    let mut l = Ledger::with(UnitKind::Township, "2026-03-02", facts);
    l.not_now("2026-03-03", accepted(), WhyNot::OnlyAppeals);
    l.ok("2026-03-03", replied(0));
}

#[test]
fn every_claim_is_answered_before_delivery() {
    let mut facts = registered(Channel::Visit, CounterParty::Institution);
    facts.claims.push(claim(CounterParty::Business));
    let mut l = Ledger::with(UnitKind::Township, "2026-03-02", facts);
    l.ok("2026-03-02", classified(0, Some(Route::R6)));
    l.ok("2026-03-02", accepted());
    l.not_now("2026-03-03", delivered(Delivery::Reply), WhyNot::NotReplied);
    l.ok("2026-03-04", replied(1));
    l.not_now("2026-03-05", delivered(Delivery::Reply), WhyNot::NotAllReplied);
    l.not_now("2026-03-05", resolved(), WhyNot::NotAllReplied);
    l.not_now("2026-03-05", replied(1), WhyNot::AlreadyDone);
    // The claim under 31(六) waits for the citizen to be heard, the other did not.
    l.not_now("2026-03-05", replied(0), WhyNot::HearFirst);
    l.ok("2026-03-05", acted(ActivityKind::Hear));
    assert_eq!(l.record("2026-03-05", replied(2)), Err(Rejection::Missing("claim")));
    l.ok("2026-03-05", replied(0));
    l.not_now("2026-03-05", replied(0), WhyNot::AlreadyDone);
    l.not_now("2026-03-05", resolved(), WhyNot::NotDelivered);
    l.not_now("2026-03-05", extended(5), WhyNot::AlreadyDone);
    l.ok("2026-03-06", delivered(Delivery::Reply));
    l.not_now("2026-03-06", delivered(Delivery::Reply), WhyNot::AlreadyDone);
    l.ok("2026-03-07", resolved());
}

#[test]
fn remedies_follow_one_another() {
    let mut l = answered_petition();
    let ask = || Event::ReviewAsked(Asked::default());
    let recheck = || Event::RecheckAsked(Asked::default());
    l.not_now("2026-03-21", Event::ReviewAnswered(answered()), WhyNot::NoReview);
    l.not_now("2026-03-21", recheck(), WhyNot::NoReview);
    l.not_now("2026-03-21", delivered(Delivery::Review), WhyNot::AlreadyDone);
    // A remedy goes on although the matter is settled.
    l.ok("2026-03-21", resolved());
    l.ok("2026-03-25", ask());
    l.not_now("2026-03-26", ask(), WhyNot::AlreadyDone);
    l.not_now("2026-03-26", recheck(), WhyNot::ReviewOpen);
    l.ok("2026-04-20", Event::ReviewAnswered(answered()));
    l.not_now("2026-04-21", Event::ReviewAnswered(answered()), WhyNot::AlreadyDone);
    l.not_now("2026-04-21", recheck(), WhyNot::ReviewOpen);
    l.not_now("2026-04-21", delivered(Delivery::Reply), WhyNot::AlreadyDone);
    l.ok("2026-04-21", delivered(Delivery::Review));
    l.not_now("2026-04-22", Event::RecheckAnswered(answered()), WhyNot::NoRecheck);
    l.ok("2026-05-06", recheck());
    l.not_now("2026-05-06", recheck(), WhyNot::AlreadyDone);
    l.ok("2026-05-11", Event::HearingHeld(HearingHeld { to: d("2026-05-12") }));
    l.not_now("2026-05-13", delivered(Delivery::Recheck), WhyNot::AlreadyDone);
    l.ok("2026-06-01", Event::RecheckAnswered(answered()));
    l.not_now("2026-06-02", Event::RecheckAnswered(answered()), WhyNot::AlreadyDone);
    l.ok("2026-06-02", delivered(Delivery::Recheck));
    l.not_now("2026-06-03", delivered(Delivery::Recheck), WhyNot::AlreadyDone);
}

#[test]
fn a_refusal_ends_mediation_but_not_agreement() {
    let mut l = village();
    l.ok("2026-03-03", mediated(MediationResult::Ongoing));
    l.ok("2026-03-04", mediated(MediationResult::Refused));
    l.not_now("2026-03-05", mediated(MediationResult::Ongoing), WhyNot::MediationRefused);
    l.ok("2026-03-06", agreed(&[]));
    l.ok("2026-03-07", resolved());
    l.ok("2026-04-07", reopened(ReopenReason::Recurred));
    l.ok("2026-04-08", mediated(MediationResult::Ongoing));
}

#[test]
fn promises_are_kept_before_the_matter_is_settled() {
    let mut l = village();
    l.not_now("2026-03-03", resolved(), WhyNot::NothingSettled);
    l.not_now("2026-03-03", Event::Performed(checked("x")), WhyNot::NoPromises);
    l.ok("2026-03-03", agreed(&[("2026-03-10", Owes::Party)]));
    l.not_now("2026-03-04", resolved(), WhyNot::PromisesOpen);
    assert_eq!(
        l.record("2026-03-04", Event::Performed(checked("x"))),
        Err(Rejection::Missing("promise"))
    );
    let key = l.state().promises[0].key.clone();
    l.ok("2026-03-11", Event::NotPerformed(checked(&key)));
    l.ok("2026-03-12", Event::Performed(checked(&key)));
    l.not_now("2026-03-13", Event::Performed(checked(&key)), WhyNot::NoPromises);
    l.ok("2026-03-13", resolved());
}

#[test]
fn a_settled_matter_is_followed_up_or_reopened() {
    village().not_now("2026-03-03", followed_up(), WhyNot::NotSettled);
    village().not_now("2026-03-03", reopened(ReopenReason::Recurred), WhyNot::NotSettled);
    let mut l = settled();
    for event in [acted(ActivityKind::Contact), planned("2026-03-30"), tier_set(Tier::Three)] {
        l.not_now("2026-03-05", event, WhyNot::Settled);
    }
    l.not_now("2026-03-05", mediated(MediationResult::Ongoing), WhyNot::Settled);
    l.not_now("2026-03-05", classified(0, None), WhyNot::Settled);
    l.ok("2026-04-03", followed_up());
    l.ok("2026-04-04", reopened(ReopenReason::Recurred));
    l.ok("2026-04-05", planned("2026-05-30"));
    assert_eq!(l.matter().stage(), Stage::Mediating);
}

#[test]
fn lists_are_set_by_people_only_where_there_is_a_list() {
    let mut l = village();
    l.not_now("2026-03-03", tier_set(Tier::One), WhyNot::NotSettled);
    l.ok("2026-03-03", tier_set(Tier::Three));
    let mut facts = registered(Channel::Visit, CounterParty::Unknown);
    facts.kind = Some(Kind::Inquiry);
    let mut l = Ledger::with(UnitKind::Village, "2026-03-02", facts);
    l.not_now("2026-03-03", tier_set(Tier::Three), WhyNot::OnNoList);
}

#[test]
fn buttons_and_commands_agree() {
    for l in [township(), village(), settled(), answered_petition()] {
        let unit = l.book.unit().unwrap().kind;
        let frame = Frame { unit, kind: l.assess("2026-12-31").kind.answer };
        let all = actions(l.matter(), frame);
        assert_eq!(all.len(), Action::ALL.len());
        for (action, answer) in all {
            assert_eq!(Action::from_code(action.code()), Some(action));
            assert_eq!(answer, allowed(action, l.matter(), frame));
        }
    }
}
