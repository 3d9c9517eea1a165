//! Every decision about a matter that a table of the pack makes, in the pack's order.

use super::inputs::{Came, Reader, is_back};
use super::table::by_table;
use super::{Assessment, Decision, Override, TierAnswer, TierFacts};
use crate::facts::Classified;
use crate::ledger::{Book, Matter, State};
use crate::rules::{Decided, Setting, Table, holds};
use crate::time::Date;

/// One decision of a table about a matter, or about one of its claims.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The table.
    pub table: String,
    /// Which claim, counted from 0, where each is decided by itself.
    pub claim: Option<usize>,
    /// The answer's code, with reasons.
    pub decision: Decision<String>,
    /// Whether a person chose the answer or confirmed it; else it is a proposal.
    pub is_confirmed: bool,
    /// What the answer asks of the office, in the order of the pack, and whether a fact of
    /// this round shows it; `None` where only people can tell.
    pub needs: Vec<Option<bool>>,
}

/// Decides everything the pack has tables for, but the lists, which are part of
/// [`Assessment`]; tables that are for other matters are left out.
///
/// `assessment` is what [`super::assess`] found for the same matter, book and day. Nothing
/// is returned for a book without a unit.
pub fn verdicts(
    matter: &Matter,
    book: &Book,
    today: Date,
    assessment: &Assessment,
) -> Vec<Verdict> {
    let Some(profile) = book.unit() else { return Vec::new() };
    let state = &matter.state;
    let setting = Setting {
        unit: profile.kind,
        name: profile.name.as_str(),
        rules: book.rules(),
        calendar: book.calendar(),
        today,
    };
    let owed = &assessment.obligations;
    let back = is_back(state, book);
    let facts = TierFacts::of(state, assessment.kind.answer, owed, setting, back);
    let tier = assessment.tier.answer.tier();
    let decided = Decided { kind: assessment.kind.answer, tier };
    let mut came: Came = vec![("tier".into(), None, code(&assessment.tier.answer).into())];
    let mut all = Vec::new();
    let tables = setting.rules.tables.iter().filter(|t| t.id != "tier");
    for table in tables.filter(|t| holds(&t.when, state, decided, setting)) {
        let claims = state.claims.iter().enumerate().filter(|(_, c)| c.moved.is_none());
        let places: Vec<Option<usize>> =
            if table.per_claim { claims.map(|(at, _)| Some(at)).collect() } else { vec![None] };
        for claim in places {
            let reader = Reader { state, tier: &facts, came: &came, claim };
            let Some(verdict) = one(table, &reader) else { continue };
            came.push((table.id.clone(), claim, verdict.decision.answer.clone()));
            all.push(verdict);
        }
    }
    all
}

/// The answer's code of a list.
pub(super) const fn code(answer: &TierAnswer) -> &'static str {
    match answer {
        TierAnswer::On(tier) => tier.code(),
        TierAnswer::NoList(_) => "none",
    }
}

fn one(table: &Table, reader: &Reader<'_>) -> Option<Verdict> {
    let mut decision = by_table(table, reader)?;
    let state = reader.state;
    let person = person(table, state, reader.claim);
    let is_confirmed = person.is_some();
    if let Some((answer, by)) = person {
        if answer != decision.computed {
            decision.overridden_by = Some(by);
        }
        decision.answer = answer;
    }
    let needs = table.answer(&decision.answer).into_iter().flat_map(|a| &a.needs);
    let needs = needs.map(|need| {
        let is_met = || need.by.iter().any(|trigger| state.has_now(*trigger));
        (!need.by.is_empty()).then(is_met)
    });
    let needs = needs.collect();
    Some(Verdict { table: table.id.clone(), claim: reader.claim, decision, is_confirmed, needs })
}

/// What a person decided in its place.
fn person(table: &Table, state: &State, claim: Option<usize>) -> Option<(String, Override)> {
    let of_claim = claim.and_then(|at| state.claims.get(at));
    let by = |of: Option<&(Date, Classified)>| {
        let empty = || Override {
            on: state.received_on.unwrap_or_default(),
            post: String::new(),
            why: String::new(),
        };
        of.map_or_else(empty, |(on, c)| Override {
            on: *on,
            post: c.post.clone(),
            why: c.why.clone(),
        })
    };
    let claimed = || by(of_claim.and_then(|c| c.classified.as_ref()));
    match table.id.as_str() {
        "kind" => {
            let kind = state.kind?;
            Some((kind.code().to_owned(), by(state.classified.as_ref())))
        }
        "class" => Some((of_claim?.class?.code().to_owned(), claimed())),
        "route" => {
            let claim = of_claim?;
            // Sent another way than was decided: that is the later decision.
            if let Some((on, r)) = &claim.referred
                && let Some(item) = r.item().filter(|item| claim.route != Some(*item))
            {
                let by = Override { on: *on, post: r.post.clone(), why: r.why.clone() };
                return Some((item.code().to_owned(), by));
            }
            Some((claim.route?.code().to_owned(), claimed()))
        }
        _ => {
            let claim = claim.and_then(|at| u16::try_from(at).ok());
            let (on, judged) = state.judgement(&table.id, claim)?;
            let (post, why) = (judged.post.clone(), judged.why.clone());
            Some((judged.answer.clone(), Override { on: *on, post, why }))
        }
    }
}
