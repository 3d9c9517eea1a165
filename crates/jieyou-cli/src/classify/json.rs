//! Decisions as a JSON object, whole.

use super::Decided;
use super::line::why;
use jieyou_domain::classify::{
    Decision, Override, Reason, Status, Suggestion, TierAnswer, Verdict,
};
use jieyou_domain::rules::RuleSet;
use serde_json::{Value, json};

/// Everything decided about a matter.
pub(super) fn of(decided: &Decided<'_>) -> Value {
    let Decided { assessment, rules, .. } = decided;
    let notes = &assessment.tier_notes;
    let mut tier = decision(rules, &assessment.tier, list);
    let because = |fall: &jieyou_domain::classify::Fall| fall.because.clone();
    tier["fall"] =
        json!(notes.fall.as_ref().map(|f| json!({ "last": f.last, "because": because(f) })));
    tier["until"] = json!(notes.until);
    let lapsed = |(by, until): &(Override, _)| json!({ "by": person(by), "until": until });
    tier["lapsed"] = json!(notes.lapsed.as_ref().map(lapsed));
    let asked = notes.asked.as_ref();
    tier["asked"] = json!(asked.map(|(by, until)| json!({ "by": person(by), "until": until })));
    let void = notes.void.as_ref();
    tier["void"] = json!(void.map(|v| json!({ "by": person(&v.by), "against": v.against })));
    let verdicts: Vec<Value> = decided.verdicts.iter().map(|v| verdict(rules, v)).collect();
    let suggestion = |s: &Suggestion| {
        let words = rules.category(&s.category).map(|c| &c.words);
        json!({ "category": s.category, "words": words, "score": s.score, "led": s.words })
    };
    let suggestions: Vec<Value> = decided.suggestions.iter().map(suggestion).collect();
    json!({
        "number": decided.number,
        "received_on": decided.received_on,
        "today": decided.today,
        "kind": decision(rules, &assessment.kind, |kind| json!(kind.code())),
        "tier": tier,
        "verdicts": verdicts,
        "subject": { "chosen": decided.subject, "suggestions": suggestions },
    })
}

fn list(answer: &TierAnswer) -> Value {
    match answer {
        TierAnswer::On(tier) => json!(tier.code()),
        TierAnswer::NoList(_) => json!("none"),
    }
}

fn verdict(rules: &RuleSet, verdict: &Verdict) -> Value {
    let mut said = decision(rules, &verdict.decision, |answer| json!(answer));
    let answer = rules.table(&verdict.table).and_then(|t| t.answer(&verdict.decision.answer));
    let needs = answer.into_iter().flat_map(|a| &a.needs).zip(&verdict.needs);
    let needs: Vec<Value> =
        needs.map(|(need, met)| json!({ "words": need.words, "met": met })).collect();
    said["table"] = json!(verdict.table);
    said["claim"] = json!(verdict.claim);
    said["words"] = json!(answer.map(|a| &a.words));
    said["is_confirmed"] = json!(verdict.is_confirmed);
    said["needs"] = json!(needs);
    said
}

fn decision<T>(rules: &RuleSet, decision: &Decision<T>, code: impl Fn(&T) -> Value) -> Value {
    let reasons = |all: &[Reason]| all.iter().map(|r| reason(rules, r)).collect::<Vec<_>>();
    json!({
        "answer": code(&decision.answer),
        "computed": code(&decision.computed),
        "because": reasons(&decision.because),
        "would_change_if": reasons(&decision.would_change_if),
        "overridden_by": decision.overridden_by.as_ref().map(person),
    })
}

fn reason(rules: &RuleSet, reason: &Reason) -> Value {
    let status = match reason.status {
        Status::Met => "met",
        Status::NotKnown => "not_known",
        Status::NotMet => "not_met",
    };
    let used =
        reason.used.iter().map(|u| json!({ "fact": u.fact, "key": u.key, "value": u.value }));
    json!({
        "rule": reason.rule,
        "why": why(rules, &reason.rule),
        "status": status,
        "used": used.collect::<Vec<_>>(),
        "from": reason.from,
    })
}

fn person(by: &Override) -> Value {
    json!({ "on": by.on, "post": by.post, "why": by.why })
}
