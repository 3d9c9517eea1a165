//! Reads a draft field by field and gathers every problem, so that all are shown at once.

use super::context::FormContext;
use super::model::{BAD_DATE, Draft, Problem};
use crate::text::forms::{Ask, Both, problem as t};
use jieyou_domain::time::{Date, parse_date};

/// Which days a field takes.
#[derive(Clone, Copy, Debug)]
pub(super) enum Days {
    /// What happened: not after today, not before the matter was received.
    Past {
        /// The day received.
        received: Option<Date>,
    },
    /// What is to come: not before the fact it belongs to.
    Due {
        /// The day of that fact.
        from: Option<Date>,
    },
    /// Any sensible day.
    Any,
}

/// A draft being read.
pub(super) struct Reader<'a> {
    pub(super) ctx: &'a FormContext<'a>,
    pub(super) draft: &'a Draft,
    problems: Vec<Problem>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(ctx: &'a FormContext<'a>, draft: &'a Draft) -> Self {
        Self { ctx, draft, problems: Vec::new() }
    }

    /// Notes what is wrong with a field.
    pub(super) fn wrong(&mut self, key: &str, text: Both, parts: &[&str]) {
        let text = text.with(self.ctx.lang, parts);
        self.problems.push(Problem { field: key.to_owned(), text });
    }

    /// What stands in a field, without the space around it.
    pub(super) fn raw(&self, key: &str) -> &'a str {
        self.draft.get(key).trim()
    }

    /// A text of at most `max` characters.
    pub(super) fn text(&mut self, key: &str, ask: &Ask, max: usize) -> String {
        let text = self.raw(key);
        let length = text.chars().count();
        if length > max {
            let label = ask.label.to(self.ctx.lang);
            self.wrong(key, t::TOO_LONG, &[label, &length.to_string(), &max.to_string()]);
        }
        text.to_owned()
    }

    /// A text that must say something.
    pub(super) fn needed(&mut self, key: &str, ask: &Ask, max: usize) -> String {
        let text = self.text(key, ask, max);
        if text.is_empty() {
            self.wrong(key, t::MISSING, &[ask.label.to(self.ctx.lang)]);
        }
        text
    }

    /// A choice; nothing when it is open.
    pub(super) fn code<T>(
        &mut self,
        key: &str,
        ask: &Ask,
        read: fn(&str) -> Option<T>,
    ) -> Option<T> {
        let code = self.raw(key);
        if code.is_empty() {
            return None;
        }
        let value = read(code);
        if value.is_none() {
            self.wrong(key, t::NOT_OFFERED, &[ask.label.to(self.ctx.lang)]);
        }
        value
    }

    /// A choice that must be made.
    pub(super) fn chosen<T>(
        &mut self,
        key: &str,
        ask: &Ask,
        read: fn(&str) -> Option<T>,
    ) -> Option<T> {
        if self.raw(key).is_empty() {
            self.wrong(key, t::NOT_CHOSEN, &[ask.label.to(self.ctx.lang)]);
        }
        self.code(key, ask, read)
    }

    /// A day; nothing when the field is empty.
    pub(super) fn day(&mut self, key: &str, days: Days) -> Option<Date> {
        let raw = self.raw(key);
        if raw.is_empty() {
            if self.is_bad_day(key) {
                self.wrong(key, t::NOT_A_DAY, &[]);
            }
            return None;
        }
        let Some(day) = parse_date(raw) else {
            self.wrong(key, t::NO_SUCH_DAY, &[raw]);
            return None;
        };
        let today = self.ctx.today;
        let early = |year| Date::from_ymd_opt(year, 1, 1).is_some_and(|first| day < first);
        let found = match days {
            Days::Past { .. } if day > today => Some((t::FUTURE, today)),
            Days::Past { received: Some(received) } if day < received => {
                Some((t::BEFORE_RECEIVED, received))
            }
            Days::Past { .. } if early(2000) => Some((t::TOO_EARLY, day)),
            Days::Due { from: Some(from) } if day < from => Some((t::BEFORE_FACT, from)),
            Days::Any if early(1950) => Some((t::TOO_EARLY, day)),
            Days::Due { .. } | Days::Any if !early(2100) => Some((t::TOO_LATE, day)),
            Days::Past { .. } | Days::Due { .. } | Days::Any => None,
        };
        if let Some((text, about)) = found {
            self.wrong(key, text, &[&about.to_string()]);
        }
        Some(day)
    }

    /// A day that must be given.
    pub(super) fn needed_day(&mut self, key: &str, ask: &Ask, days: Days) -> Option<Date> {
        if self.raw(key).is_empty() && !self.is_bad_day(key) {
            self.wrong(key, t::MISSING, &[ask.label.to(self.ctx.lang)]);
        }
        self.day(key, days)
    }

    /// Whether the browser holds a day there that does not exist.
    pub(super) fn is_bad_day(&self, key: &str) -> bool {
        self.raw(&format!("{key}{BAD_DATE}")) == "yes"
    }

    /// A whole number from 1 to `max`; nothing when the field is empty.
    pub(super) fn number(&mut self, key: &str, ask: &Ask, max: u32) -> Option<u32> {
        let raw = self.raw(key);
        if raw.is_empty() {
            return None;
        }
        let number = raw.parse().ok().filter(|n| (1..=max).contains(n));
        if number.is_none() {
            let label = ask.label.to(self.ctx.lang);
            self.wrong(key, t::NOT_A_NUMBER, &[label, &max.to_string()]);
        }
        number
    }

    /// Whether a tick is set.
    pub(super) fn ticked(&self, key: &str) -> bool {
        self.raw(key) == "yes"
    }

    /// Reads something from another draft, gathering its problems here.
    pub(super) fn with<T>(&mut self, draft: &Draft, read: impl FnOnce(&mut Reader<'_>) -> T) -> T {
        let mut other =
            Reader { ctx: self.ctx, draft, problems: std::mem::take(&mut self.problems) };
        let value = read(&mut other);
        self.problems = other.problems;
        value
    }

    /// Whether anything is wrong so far.
    pub(super) fn has_problems(&self) -> bool {
        !self.problems.is_empty()
    }

    /// What was read, or every problem. A missing value always has its problem.
    pub(super) fn finish<T>(self, value: Option<T>) -> Result<T, Vec<Problem>> {
        match value {
            Some(value) if self.problems.is_empty() => Ok(value),
            _ => Err(self.problems),
        }
    }
}
