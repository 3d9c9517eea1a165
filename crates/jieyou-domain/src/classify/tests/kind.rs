//! K1 to K4.

use crate::facts::*;
use crate::testing::*;

#[track_caller]
fn check(unit: UnitKind, channel: Channel, against: CounterParty, rule: &str, kind: Kind) {
    let l = Ledger::with(unit, "2026-03-02", registered(channel, against));
    let decision = l.assess("2026-03-02").kind;
    assert_eq!((decision.because[0].rule.as_str(), decision.answer), (rule, kind));
}

#[test]
fn the_counter_party_and_the_unit_decide() {
    use CounterParty::*;
    use UnitKind::{PetitionOffice, Township, Village};
    check(Village, Channel::Visit, Government, "K1", Kind::Petition);
    check(Village, Channel::Visit, Collective, "K2", Kind::Petition);
    check(Village, Channel::Visit, Employer, "K3-village", Kind::Dispute);
    check(Township, Channel::Visit, Neighbour, "K3", Kind::Dispute);
    check(Township, Channel::Sweep, Employer, "K3-found", Kind::Dispute);
    check(Township, Channel::Police, Business, "K3-found", Kind::Dispute);
    check(Township, Channel::Visit, Employer, "K4", Kind::Petition);
    check(Township, Channel::Assigned, Unknown, "K4", Kind::Petition);
    check(PetitionOffice, Channel::Letter, Institution, "K4", Kind::Petition);
}

#[test]
fn one_claim_against_government_makes_a_petition() {
    let mut facts = registered(Channel::Visit, CounterParty::Neighbour);
    facts.claims.push(claim(CounterParty::Government));
    let l = Ledger::with(UnitKind::Township, "2026-03-02", facts);
    assert_eq!(l.assess("2026-03-02").kind.answer, Kind::Petition);
}

#[test]
fn a_person_may_choose_otherwise_and_it_shows() {
    let mut facts = registered(Channel::Visit, CounterParty::Neighbour);
    facts.kind = Some(Kind::Inquiry);
    let l = Ledger::with(UnitKind::Village, "2026-03-02", facts);
    let decision = l.assess("2026-03-02").kind;
    assert_eq!((decision.answer, decision.computed), (Kind::Inquiry, Kind::Dispute));
    assert!(decision.overridden_by.is_some());
}
