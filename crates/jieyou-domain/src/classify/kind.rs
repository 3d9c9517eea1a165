//! What a matter is: a dispute, a petition, or a question (practice P1-1, section 2).

use super::{Decision, Override, Reason, Status, Used};
use crate::facts::{CounterParty, Kind, Source, UnitKind};
use crate::ledger::State;

/// Proposes the kind of a matter; a kind that a person chose stands.
///
/// `K1`: a claim against government is a petition. `K2`: in a village, a claim
/// against the committee or the collective is a petition, and goes up. `K3`: what
/// is between private parties is a dispute in a village, between family or
/// neighbours, and when the citizen did not bring it as a petition: found by a sweep,
/// handed up by a village, handed over by 12345, the police, a court. `K4`: what a citizen
/// brings to a township, a department or a petition office is a petition.
pub fn kind(state: &State, unit: UnitKind) -> Decision<Kind> {
    let (computed, rule, used) = propose(state, unit);
    let chosen = state.kind;
    Decision {
        answer: chosen.unwrap_or(computed),
        computed,
        because: vec![Reason { rule: rule.to_owned(), status: Status::Met, used, from: None }],
        would_change_if: Vec::new(),
        overridden_by: chosen.filter(|k| *k != computed).map(|_| Override {
            on: state.received_on.unwrap_or_default(),
            post: String::new(),
            why: String::new(),
        }),
    }
}

fn propose(state: &State, unit: UnitKind) -> (Kind, &'static str, Vec<Used>) {
    let against = |kind| state.claims_kept().any(|c| c.claim.against == kind);
    let used = |kind: CounterParty| vec![Used::new("against", kind.code())];
    if against(CounterParty::Government) {
        return (Kind::Petition, "K1", used(CounterParty::Government));
    }
    if against(CounterParty::Collective) {
        return (Kind::Petition, "K2", used(CounterParty::Collective));
    }
    let source = state.registered.as_ref().map(|r| r.channel.source());
    let mut facts: Vec<Used> =
        state.claims_kept().map(|c| Used::new("against", c.claim.against.code())).collect();
    crate::compact::sort_by(&mut facts, |a, b| a.value.cmp(&b.value));
    facts.dedup();
    let private = against(CounterParty::Family) || against(CounterParty::Neighbour);
    let brought = matches!(source, Some(Source::Direct | Source::Transferred | Source::Assigned));
    if unit == UnitKind::Village || private || !brought {
        return (Kind::Dispute, "K3", facts);
    }
    (Kind::Petition, "K4", facts)
}
