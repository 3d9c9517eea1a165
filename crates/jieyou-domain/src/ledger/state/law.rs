//! Days that rights run from, and the simplified procedure.

use super::{State, Trigger};
use crate::facts::{Mediated, ProcedureSet, RightNoted};
use crate::ledger::effective::Effective;
use crate::time::parse_date;

impl State {
    pub(super) fn note_right(&mut self, fact: &Effective<'_>, noted: &RightNoted) {
        self.act(Trigger::RightNoted, fact);
        let mut right = self.rights.get(&noted.ground).cloned().unwrap_or_default();
        (right.on, right.ruled_out) = (fact.on, noted.ruled_out);
        if let Some(told) = noted.told {
            right.told = right.told.or(Some((fact.on, told)));
            self.push(Trigger::Right, fact).key = Some(format!("{}.told", noted.ground));
        }
        for (name, value) in noted.days.iter().filter(|_| !noted.ruled_out) {
            right.days.insert(name.clone(), value.clone());
            let is_end = name.strip_suffix("_to").is_some_and(|of| noted.days.get(of).is_some());
            let day = parse_date(value);
            if is_end || day.is_none() && value != "yes" {
                continue;
            }
            let last = noted.days.get(&format!("{name}_to"));
            let known = self.push(Trigger::Right, fact);
            known.on = day.unwrap_or(fact.on);
            known.due = last.and_then(|last| parse_date(last));
            known.key = Some(format!("{}.{name}", noted.ground));
        }
        self.rights.insert(noted.ground.clone(), right);
    }

    /// What needs every note: whether it was told, and what was ruled out after all.
    pub(super) fn settle_rights(&mut self) {
        let rights = &self.rights;
        let of = |key: &Option<String>| {
            let ground = key.as_deref().and_then(|key| key.split_once('.'))?.0;
            rights.get(&ground.to_owned())
        };
        let is_out = |f: &super::Fact| {
            f.trigger == Trigger::Right && of(&f.key).is_some_and(|right| right.ruled_out)
        };
        let mut facts = std::mem::take(&mut self.facts);
        let gone = facts.iter().take(self.round).filter(|f| is_out(f)).count();
        facts.retain(|f| !is_out(f));
        for fact in facts.iter_mut().filter(|f| f.trigger == Trigger::Right) {
            fact.told = Some(of(&fact.key).is_some_and(|right| right.told.is_some()));
        }
        (self.facts, self.round) = (facts, self.round - gone);
    }

    pub(super) fn set_procedure(&mut self, fact: &Effective<'_>, set: &ProcedureSet) {
        self.simple = Some((fact.on, set.clone()));
        self.act(if set.simple { Trigger::Simplified } else { Trigger::Converted }, fact);
    }

    /// The day mediation was asked for, where the session says it.
    pub(super) fn mediation_asked(&mut self, fact: &Effective<'_>, m: &Mediated) {
        if let Some(day) = m.asked_on {
            self.push(Trigger::MediationAsked, fact).on = day;
        }
    }
}
