//! Packs laid over one another: a base, and over it what a unit has of its own.

use super::check::{PackError, is_law, is_stricter};
use super::{Category, Codes, RuleSet, Verified};
use crate::facts::Owes;

impl RuleSet {
    /// The pack with `overlay` laid over it.
    ///
    /// Rules, questions, grounds and subjects of the overlay are added; a subject that the
    /// base has is told anew; its criteria and
    /// tables take the place of those with the same id, or are added; its
    /// numbers take the place of the base's, never longer where that is law; promises and
    /// habits that it switches off are left out.
    ///
    /// # Errors
    ///
    /// Returns the first thing that does not fit; neither pack is changed.
    pub fn with(&self, overlay: &Self) -> Result<Self, PackError> {
        if overlay.over != self.id {
            return Err(PackError::NotOver(overlay.over.clone()));
        }
        let mut all = self.clone();
        for set in &overlay.overrides {
            let rule =
                self.rule(&set.rule).ok_or_else(|| PackError::NoSuchRule(set.rule.clone()))?;
            if is_law(rule.kind) && rule.owes != Owes::Office {
                return Err(PackError::RightStays(set.rule.clone()));
            }
            // Past its day the duty is a breach; a promise of the unit makes none.
            let is_promise = matches!(set.cite.verified, Verified::Local | Verified::P);
            if is_law(rule.kind) && is_promise {
                return Err(PackError::NotLaw(set.rule.clone()));
            }
            if !is_stricter(rule, set.term) {
                return Err(PackError::NotStricter(set.rule.clone()));
            }
        }
        for id in &overlay.off {
            let rule = self.rule(id).ok_or_else(|| PackError::NoSuchRule(id.clone()))?;
            if is_law(rule.kind) {
                return Err(PackError::LawStays(id.clone()));
            }
            all.rules.retain(|r| r.id != *id);
        }
        all.rules.extend(overlay.rules.iter().cloned());
        replace(&mut all.criteria, &overlay.criteria, |c| &c.id);
        replace(&mut all.tables, &overlay.tables, |t| &t.id);
        all.questions.extend(overlay.questions.iter().cloned());
        for category in &overlay.categories {
            match all.categories.iter_mut().find(|c| c.id == category.id) {
                Some(known) => known.tell_anew(category),
                None => all.categories.push(category.clone()),
            }
        }
        all.alike.extend(overlay.alike.iter().cloned());
        all.negations.push_str(&overlay.negations);
        for (name, group) in overlay.groups.iter() {
            all.groups.insert(name.clone(), group.clone());
        }
        all.grounds.extend(overlay.grounds.iter().cloned());
        all.overrides.extend(overlay.overrides.iter().cloned());
        all.examples.extend(overlay.examples.iter().cloned());
        all.off.extend(overlay.off.iter().cloned());
        all.cases.extend(overlay.cases.iter().cloned());
        replace(&mut all.set_by, &overlay.set_by, |s| &s.about);
        all.consult = overlay.consult.or(all.consult);
        all.unnamed.plain = [all.unnamed.plain.as_str(), &overlay.unnamed.plain].join(" ");
        all.check_ids()?;
        // What is switched off may still be named by what acts on it.
        for rule in &mut all.rules {
            rule.of.retain(|of| !all.off.contains(of));
        }
        all.check_whole()?;
        Ok(all)
    }
}

/// Puts each item in the place of the one with the same id, or at the end.
fn replace<T: Clone>(all: &mut Vec<T>, by: &[T], id: impl Fn(&T) -> &String) {
    for item in by {
        match all.iter().position(|old| id(old) == id(item)) {
            Some(at) => all[at] = item.clone(),
            None => all.push(item.clone()),
        }
    }
}

impl Category {
    /// Takes the place of the subject with the same id; what `new` leaves out stays. What
    /// is recorded by number only stays so.
    fn tell_anew(&mut self, new: &Self) {
        self.words.clone_from(&new.words);
        self.by_number |= new.by_number;
        for (old, new) in [(&mut self.hints, &new.hints), (&mut self.bodies, &new.bodies)] {
            if !new.is_empty() {
                old.clone_from(new);
            }
        }
        // The two belong together.
        if !(new.routes.is_empty() && new.unsettled.is_empty()) {
            self.routes.clone_from(&new.routes);
            self.unsettled.clone_from(&new.unsettled);
        }
        if !new.signs.is_empty() {
            self.signs.clone_from(&new.signs);
        }
        if new.codes != Codes::default() {
            self.codes.clone_from(&new.codes);
        }
    }
}
