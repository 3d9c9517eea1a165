//! What a pack is refused for, and what a careful reader would ask about it.

use super::{
    Criterion, Effect, Override, Rule, RuleSet, RuleTerm, Sign, SpecialTerm, Test, Unit, Verified,
    group,
};
use crate::compact::Map;
use crate::facts::{DeadlineKind, Owes};
use crate::time::Date;

/// Why a pack is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackError {
    /// Not JSON of the expected shape; the parser's words with line and column.
    Unreadable(String),
    /// Another format or a newer version.
    OtherFormat,
    /// An id is used twice.
    Twice(String),
    /// A rule or criterion lacks words.
    Wordless(String),
    /// A rule or a number set otherwise lacks its instrument, article or quotation.
    Uncited(String),
    /// A condition or criterion names a question the pack does not have.
    NoSuchQuestion(String),
    /// A rule starts from a day of a ground the pack does not have.
    NoSuchGround(String),
    /// A rule acts on one the pack does not have.
    NoSuchRule(String),
    /// In force until a day before the first.
    Backwards(String),
    /// A clock that nothing starts, or that has no term.
    NoClock(String),
    /// Two rules for one thing, or two numbers for one rule, on the same days.
    Overlap(String),
    /// Called law, and not verified word by word.
    NotLaw(String),
    /// A number of law set longer than the law, or in another unit.
    NotStricter(String),
    /// Law is not switched off.
    LawStays(String),
    /// A citizen's right by law is not shortened.
    RightStays(String),
    /// Laid over a pack that is not in force.
    NotOver(String),
    /// A decision table names an input, a value or an answer that it does not have.
    BadTable(String),
    /// A decision table leaves a case open.
    TableGap(String),
    /// Two rows of a decision table answer one case in two ways.
    TableOverlap(String),
    /// A word that leads to a subject is not written as one.
    BadSign(String),
}

/// What a careful reader would ask about a pack that is not refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lint {
    /// Between a rule and the one that follows it there are days without either.
    Gap(String),
    /// A rule without an example.
    NoExample(String),
    /// A row of a decision table that never counts: those above it take every case.
    Shadowed(String),
    /// Numbers of households or people that neither of two criteria has, or both have.
    Scales(String),
    /// A duty of law is made easier, or a number of law longer than the one in force.
    Loosens(String),
}

impl RuleSet {
    /// Reads and validates a pack.
    ///
    /// # Errors
    ///
    /// Returns the first thing wrong, with the id it concerns.
    pub fn from_json(text: &str) -> Result<Self, PackError> {
        let mut set: Self =
            crate::json::read(text).map_err(|e| PackError::Unreadable(e.to_string()))?;
        if set.format != "jieyou-pack" || !(1..=3).contains(&set.version) {
            return Err(PackError::OtherFormat);
        }
        // Before 3 the program itself decided the kind and the list; the same as data.
        if set.version < 3 && set.over.is_empty() && set.tables.is_empty() {
            set.tables = crate::json::read(include_str!("tables-v2.json"))
                .map_err(|e| PackError::Unreadable(e.to_string()))?;
            if set.criteria.is_empty() {
                set.tables.retain(|t| t.id == "kind");
            }
        }
        set.check_each()?;
        // What an overlay leans on is known once it is laid over its base.
        if set.over.is_empty() {
            set.check_whole()?;
        }
        Ok(set)
    }

    /// What can be said of each item by itself.
    fn check_each(&self) -> Result<(), PackError> {
        self.check_ids()?;
        self.rules.iter().try_for_each(check_rule)?;
        for (at, set) in self.overrides.iter().enumerate() {
            check_override(set)?;
            let same = |o: &&Override| o.rule == set.rule;
            if self.overrides[..at].iter().filter(same).any(|o| overlap(o, set)) {
                return Err(PackError::Overlap(set.rule.clone()));
            }
        }
        for category in &self.categories {
            if let Some(bad) = category.signs.iter().find(|sign| Sign::read(sign).is_none()) {
                return Err(PackError::BadSign(format!("{}: {bad}", category.id)));
            }
        }
        let wordless = self.criteria.iter().find(|c| c.words.zh.is_empty());
        wordless.map_or(Ok(()), |c| Err(PackError::Wordless(c.id.clone())))
    }

    /// No id is used twice, and every ground says what it is.
    pub(super) fn check_ids(&self) -> Result<(), PackError> {
        let mut seen: Map<&String, ()> = Map::new();
        let rules = self.rules.iter().map(|r| &r.id);
        let criteria = self.criteria.iter().map(|c| &c.id);
        let questions = self.questions.iter().map(|q| &q.id);
        let categories = self.categories.iter().map(|c| &c.id);
        let rows = self.tables.iter().flat_map(|t| &t.rows).map(|r| &r.id);
        for id in rules.chain(criteria).chain(questions).chain(categories).chain(rows) {
            if seen.insert(id, ()).is_some() {
                return Err(PackError::Twice(id.clone()));
            }
        }
        let mut tables: Map<&String, ()> = Map::new();
        if let Some(twice) = self.tables.iter().find(|t| tables.insert(&t.id, ()).is_some()) {
            return Err(PackError::Twice(twice.id.clone()));
        }
        let mut grounds: Map<&String, ()> = Map::new();
        for ground in &self.grounds {
            if grounds.insert(&ground.id, ()).is_some() {
                return Err(PackError::Twice(ground.id.clone()));
            }
            if ground.name.zh.is_empty() || ground.asks.iter().any(|a| a.words.zh.is_empty()) {
                return Err(PackError::Wordless(ground.id.clone()));
            }
        }
        Ok(())
    }

    /// What a sign calls a group must be one.
    fn check_groups(&self) -> Result<(), PackError> {
        let knows = |word: &String| group(word).is_none_or(|name| self.groups.contains_key(name));
        for category in &self.categories {
            let is_lost = |text: &&String| {
                Sign::read(text).is_none_or(|sign| !sign.parts.iter().flatten().all(knows))
            };
            if let Some(bad) = category.signs.iter().find(is_lost) {
                return Err(PackError::BadSign(format!("{}: {bad}", category.id)));
            }
        }
        Ok(())
    }

    /// What one item says of another.
    pub(super) fn check_whole(&self) -> Result<(), PackError> {
        for rule in &self.rules {
            self.knows(rule.when.answers.keys(), &rule.id)?;
            if let Some(unless) = &rule.unless {
                self.knows(unless.answers.keys(), &rule.id)?;
            }
            if let Some(of) = rule.of.iter().find(|of| self.rule(of).is_none()) {
                return Err(PackError::NoSuchRule(format!("{}: {of}", rule.id)));
            }
            let keys = rule.start_keys.iter().chain(&rule.met_keys).chain(&rule.end_keys);
            let keys = keys.chain(std::iter::once(&rule.start_key));
            keys.filter(|k| !k.is_empty()).try_for_each(|key| self.knows_day(key, &rule.id))?;
            self.check_place(rule)?;
        }
        for criterion in &self.criteria {
            if let Test::Answer { question, .. }
            | Test::DutyUnsettled { question, .. }
            | Test::OfficePromiseMissed { question } = &criterion.decided
                && !question.is_empty()
            {
                self.knows(std::iter::once(question), &criterion.id)?;
            }
        }
        self.check_groups()?;
        for ground in &self.grounds {
            for proposal in &ground.propose {
                self.knows(proposal.when.answers.keys(), &ground.id)?;
            }
            let asked = ground.asks.iter().map(|ask| &ask.from);
            self.knows(asked.filter(|from| !from.is_empty()), &ground.id)?;
        }
        for (at, table) in self.tables.iter().enumerate() {
            self.knows(table.when.answers.keys(), &table.id)?;
            self.check_table(table, &self.tables[..at])?;
        }
        if !self.thing.is_empty() {
            self.knows(std::iter::once(&self.thing), "thing")?;
        }
        if let Some(day) = self.consult.filter(|day| !(1..=28).contains(day)) {
            return Err(PackError::BadTable(format!("consult: {day}")));
        }
        if let Some(lost) = self.cases.iter().find(|c| self.table(&c.table).is_none()) {
            return Err(PackError::BadTable(lost.table.clone()));
        }
        let lost = self.examples.iter().find(|e| self.rule(&e.rule).is_none());
        lost.map_or(Ok(()), |e| Err(PackError::NoSuchRule(e.rule.clone())))
    }

    /// A rule that follows another begins after its last day.
    fn check_place(&self, rule: &Rule) -> Result<(), PackError> {
        if rule.follows.is_empty() {
            return Ok(());
        }
        match self.rule(&rule.follows) {
            None => Err(PackError::NoSuchRule(format!("{}: {}", rule.id, rule.follows))),
            Some(old) if old.to.is_none_or(|to| to >= rule.from) => {
                Err(PackError::Overlap(format!("{}, {}", old.id, rule.id)))
            }
            Some(_) => Ok(()),
        }
    }

    fn knows<'a>(
        &self,
        questions: impl Iterator<Item = &'a String>,
        by: &str,
    ) -> Result<(), PackError> {
        for id in questions {
            if !self.questions.iter().any(|q| q.id == *id) {
                return Err(PackError::NoSuchQuestion(format!("{by}: {id}")));
            }
        }
        Ok(())
    }

    /// A day that people name: the answer to a question, or a day of a ground.
    fn knows_day(&self, key: &String, by: &str) -> Result<(), PackError> {
        let Some((ground, day)) = key.split_once('.') else {
            return self.knows(std::iter::once(key), by);
        };
        // The day the citizen was told is a fact of every ground.
        if self.ground(ground).is_some_and(|g| day == "told" || g.knows(day)) {
            Ok(())
        } else {
            Err(PackError::NoSuchGround(format!("{by}: {key}")))
        }
    }

    /// What a careful reader would ask. `examples` stand in files of their own.
    pub fn lint(&self, has_example: impl Fn(&str) -> bool) -> Vec<Lint> {
        let mut found = Vec::new();
        for rule in &self.rules {
            let before = self.rule(&rule.follows).and_then(|r| r.to);
            if before.is_some_and(|to| to.succ_opt() < Some(rule.from)) {
                found.push(Lint::Gap(format!("{}, {}", rule.follows, rule.id)));
            }
            let own = self.examples.iter().any(|e| e.rule == rule.id);
            if rule.effect != Effect::Listed && !own && !has_example(&rule.id) {
                found.push(Lint::NoExample(rule.id.clone()));
            }
            let eases = matches!(
                rule.effect,
                Effect::Extends | Effect::Suspends | Effect::Stays | Effect::Excuses
            );
            if eases && !self.over.is_empty() && rule.owes == Owes::Office {
                found.push(Lint::Loosens(rule.id.clone()));
            }
        }
        for table in &self.tables {
            found.extend(self.shadowed(table).into_iter().map(|r| Lint::Shadowed(r.id.clone())));
        }
        found.extend(self.scales());
        found
    }

    /// What ends at a number goes on in the criterion that begins there.
    fn scales(&self) -> Option<Lint> {
        let scale = |c: &'_ Criterion| match c.decided {
            Test::Scale { households, people } => Some((households, people)),
            _ => None,
        };
        let all = || self.criteria.iter().filter_map(|c| Some((c, scale(c)?)));
        let (above, (more, many)) = all().find(|(_, (h, p))| h.1.is_none() && p.1.is_none())?;
        let (below, (some, few)) = all().find(|(_, (h, p))| h.1.is_some() && p.1.is_some())?;
        let meets = |below: Option<u32>, above: u32| below.is_some_and(|n| n + 1 == above);
        let fits = meets(some.1, more.0) && meets(few.1, many.0);
        (!fits).then(|| Lint::Scales(format!("{}, {}", below.id, above.id)))
    }

    /// Numbers of law that are longer here than in `before`, or in another unit: as a base
    /// in its place it may say so, and somebody should look at it.
    pub fn longer_than(&self, before: &Self) -> Vec<Lint> {
        let longer = self.rules.iter().filter(|rule| {
            let old = before.rule(&rule.id).filter(|old| is_law(old.kind));
            old.is_some_and(|old| old.term != rule.term && !is_stricter(old, rule.term))
        });
        longer.map(|rule| Lint::Loosens(rule.id.clone())).collect()
    }
}

/// Whether a deadline of this kind is law: never longer, never switched off here.
pub(super) fn is_law(kind: DeadlineKind) -> bool {
    matches!(kind, DeadlineKind::Statutory | DeadlineKind::Ordered)
}

fn check_rule(rule: &Rule) -> Result<(), PackError> {
    let id = || rule.id.clone();
    let cite = &rule.cite;
    if rule.duty.zh.is_empty() || rule.expiry.zh.is_empty() {
        return Err(PackError::Wordless(id()));
    }
    if [&cite.instrument, &cite.article, &cite.quote].iter().any(|text| text.trim().is_empty()) {
        return Err(PackError::Uncited(id()));
    }
    if rule.to.is_some_and(|to| to < rule.from) {
        return Err(PackError::Backwards(id()));
    }
    let is_verified = matches!(cite.verified, Verified::V1 | Verified::V2 | Verified::V2Eye);
    if is_law(rule.kind) && !is_verified {
        return Err(PackError::NotLaw(id()));
    }
    let has_term = rule.term != RuleTerm::Special(SpecialTerm::None);
    let (starts, acts) = (!rule.starts.is_empty(), !rule.of.is_empty());
    let is_whole = match rule.effect {
        Effect::Clock => starts && has_term,
        Effect::Extends | Effect::Stays => starts && has_term && acts,
        Effect::Suspends | Effect::Interrupts => starts && acts,
        Effect::Excuses => acts,
        Effect::Says | Effect::Counts | Effect::Listed => true,
    };
    if is_whole { Ok(()) } else { Err(PackError::NoClock(id())) }
}

fn check_override(set: &Override) -> Result<(), PackError> {
    let cite = &set.cite;
    if [&cite.instrument, &cite.article, &cite.quote].iter().any(|text| text.trim().is_empty()) {
        return Err(PackError::Uncited(set.rule.clone()));
    }
    if set.to.is_some_and(|to| to < set.from) {
        return Err(PackError::Backwards(set.rule.clone()));
    }
    Ok(())
}

fn overlap(a: &Override, b: &Override) -> bool {
    let reaches = |to: Option<Date>, from: Date| to.is_none_or(|to| from <= to);
    reaches(a.to, b.from) && reaches(b.to, a.from)
}

/// Whether a number may take the place of another that is law: the same unit, and no
/// longer. One that is no law may be any.
pub(super) fn is_stricter(rule: &Rule, term: RuleTerm) -> bool {
    let size = |term: RuleTerm| match term {
        RuleTerm::Count { n, unit } => Some((n, unit)),
        RuleTerm::Special(_) => None,
    };
    let (Some((n, unit)), Some((most, of))) = (size(term), size(rule.term)) else { return false };
    let is_term = n > 0 && (n <= 400 || unit == Unit::CalendarDays && n <= 3_660);
    is_term && (!is_law(rule.kind) || unit == of && n <= most)
}
