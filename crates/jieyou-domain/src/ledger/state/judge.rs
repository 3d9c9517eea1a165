//! Answers to deciding questions, verdicts of people, a second look.

use super::{Answered, State, Trigger};
use crate::compact::Map;
use crate::facts::{Classified, FactsNoted, Judged, Reexamined, Registered, TierSet};
use crate::ledger::effective::Effective;
use crate::time::parse_date;

/// What was asked by two questions for a time: that the cause is old is an answer to the
/// first, of which the second was a part.
fn asked_now<'a>(question: &'a str, answer: &'a str) -> (&'a str, &'a str) {
    match (question, answer) {
        ("cause_old", "yes") => ("old_cause", "age"),
        _ => (question, answer),
    }
}

impl State {
    /// What was answered at registration.
    pub(super) fn answers(&mut self, fact: &Effective<'_>, r: &Registered) {
        self.answer_all(fact, None, &r.answers);
    }

    pub(super) fn note_facts(&mut self, fact: &Effective<'_>, noted: &FactsNoted) {
        self.answer_all(fact, noted.claim, &noted.answers);
        self.last_activity = self.last_activity.max(Some(fact.on));
        self.push(Trigger::Activity, fact);
    }

    fn answer_all(
        &mut self,
        fact: &Effective<'_>,
        claim: Option<u16>,
        answers: &Map<String, String>,
    ) {
        for (question, answer) in answers.iter() {
            let (question, answer) = asked_now(question, answer);
            self.answered.push(Answered {
                on: fact.on,
                claim,
                question: question.to_owned(),
                answer: answer.to_owned(),
            });
            let of_claim = claim.and_then(|at| self.claims.get_mut(usize::from(at)));
            match (claim, of_claim) {
                (Some(_), Some(claim)) => {
                    claim.answers.insert(question.to_owned(), answer.to_owned());
                }
                (Some(_), None) => {}
                (None, _) => {
                    self.answers.insert(question.to_owned(), answer.to_owned());
                    self.answer_day(fact, question, answer);
                }
            }
        }
    }

    /// Days that the citizen named in answer to a question: rights may run from them. One
    /// that was found to be otherwise takes the place of the first.
    fn answer_day(&mut self, fact: &Effective<'_>, question: &str, answer: &str) {
        let is_old =
            |f: &super::Fact| f.trigger == Trigger::Answer && f.key.as_deref() == Some(question);
        let gone = self.facts.iter().take(self.round).filter(|f| is_old(f)).count();
        self.facts.retain(|f| !is_old(f));
        self.round -= gone;
        if let Some(day) = parse_date(answer) {
            let known = self.push(Trigger::Answer, fact);
            known.on = day;
            known.key = Some(question.to_owned());
        }
    }

    pub(super) fn judge(&mut self, fact: &Effective<'_>, judged: &Judged) {
        self.judged.retain(|(_, old)| old.table != judged.table || old.claim != judged.claim);
        if !judged.answer.is_empty() {
            self.judged.push((fact.on, judged.clone()));
        }
    }

    /// A lower list that nobody confirmed is asked for, and takes nothing away.
    pub(super) fn set_tier(&mut self, fact: &Effective<'_>, set: &TierSet) {
        let set_on = Some((fact.on, set.clone()));
        if set.is_asked() {
            self.tier_asked = set_on;
        } else {
            (self.tier_set, self.tier_asked) = (set_on, None);
        }
        if !set.confirms {
            self.push(Trigger::TierSet, fact);
        }
    }

    pub(super) fn reexamine(&mut self, fact: &Effective<'_>, looked: &Reexamined) {
        self.act(Trigger::Reexamined, fact);
        self.reexamined.push((fact.on, looked.clone()));
    }

    pub(super) fn classify(&mut self, fact: &Effective<'_>, c: &Classified) {
        self.kind = Some(c.kind);
        self.classified = Some((fact.on, c.clone()));
        if c.category.is_some() {
            self.category.clone_from(&c.category);
        }
        if let Some(claim) = self.claims.get_mut(usize::from(c.claim)) {
            claim.class = c.class;
            claim.route = c.route;
            claim.body.clone_from(&c.body);
            claim.claim.against = c.against.unwrap_or(claim.claim.against);
            claim.classified = Some((fact.on, c.clone()));
        }
    }

    /// The answer to a question about the matter; `None` while it is not known.
    pub fn answer(&self, question: &str) -> Option<&str> {
        let answer = self.answers.get(question).map(String::as_str);
        answer.filter(|answer| !answer.is_empty())
    }

    /// The answer to a question as it is for one claim: its own, else the matter's.
    pub fn claim_answer(&self, claim: usize, question: &str) -> Option<&str> {
        let own = self.claims.get(claim).and_then(|c| c.answers.get(question));
        let own = own.map(String::as_str).filter(|answer| !answer.is_empty());
        own.or_else(|| self.answer(question))
    }

    /// What a person decided about a table, and when.
    pub fn judgement(&self, table: &str, claim: Option<u16>) -> Option<&(super::Date, Judged)> {
        self.judged.iter().rev().find(|(_, j)| j.table == table && j.claim == claim)
    }
}
