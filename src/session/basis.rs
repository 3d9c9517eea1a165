//! What days are counted by: the pack and the calendar in force, those that the page
//! brought, and putting others into force. Never without being asked, but for a ledger
//! that has none.

use super::Session;
use crate::browser::task;
use jieyou_domain::facts::TextAdopted;
use jieyou_domain::ledger::Command;
use jieyou_domain::rules::{Case, Example, RuleSet};
use jieyou_domain::time::{Calendar, CalendarText};
use jieyou_store::journal::SubmitError;
use jieyou_view::forms::refusal;
use jieyou_view::screens::moved::{Moved, moved};
use jieyou_view::screens::rules::{cases, examples};
use std::sync::Arc;

const CALENDAR: &str = "rules/calendar/cn.json";
const PACK: &str = "rules/base/pack.json";
/// Texts, read only when a page shows them.
const EXAMPLES: &str = "rules/base/examples/";
const CASES: &str = "rules/base/cases/";

impl Session {
    /// Puts the built-in calendar and pack into force where a ledger has none: right
    /// after its unit is written, or after that was interrupted.
    pub(crate) fn ensure_basis(self) {
        let (has_unit, basis) = self.book.with_untracked(|b| (b.unit().is_some(), b.basis()));
        if !has_unit || self.is_read_only() || (basis.0.is_some() && basis.1.is_some()) {
            return;
        }
        task::start(async move {
            self.adopt(self.brought_commands(basis.1.is_none(), basis.0.is_none())).await;
        });
    }

    /// Puts calendars and packs into force; whether that worked. If not, the status line
    /// says why.
    pub(crate) async fn adopt(self, commands: Vec<Command>) -> bool {
        for command in commands {
            match self.submit(command, None).await {
                Ok(_) => {}
                Err(SubmitError::Rejected(why)) => {
                    self.say_bad(refusal::say(&why, self.lang.get_untracked()));
                    return false;
                }
                Err(SubmitError::Store(why)) => {
                    self.say_not_stored(&why);
                    return false;
                }
            }
        }
        true
    }

    /// The commands that adopt what the page brought along.
    pub(crate) fn brought_commands(self, calendar: bool, pack: bool) -> Vec<Command> {
        let brought = self.brought();
        let text = |path: &str| TextAdopted {
            name: format!("{path} {}", brought.version),
            text: brought.text(path),
        };
        let mut commands = Vec::new();
        if calendar {
            commands.push(Command::AdoptCalendar(text(CALENDAR)));
        }
        if pack {
            commands.push(Command::AdoptPack(text(PACK)));
        }
        commands
    }

    /// Whether the page brought another (calendar, pack) than the ones in force. A
    /// calendar is another one when a year in it is; years that were added stay anyway.
    pub(crate) fn newer_basis(self) -> (bool, bool) {
        let brought = self.brought();
        self.book.with_untracked(|book| {
            let (_, calendar) = book.basis();
            let is_other = |text: CalendarText| {
                text.years().iter().any(|(n, year)| book.calendar().year(*n) != Some(year))
            };
            (
                calendar.is_some()
                    && CalendarText::read(&brought.text(CALENDAR)).is_ok_and(is_other),
                book.pack_text(0).is_some_and(|text| text != brought.text(PACK)),
            )
        })
    }

    /// The examples that the page brought, and those inside packs. Read when asked for.
    pub(crate) fn examples(self) -> Vec<Example> {
        let brought = self.brought();
        let files = brought.texts(EXAMPLES);
        self.book.with_untracked(|book| examples(files, book.rules()))
    }

    /// The examples of decision tables, from the page and inside packs.
    pub(crate) fn cases(self) -> Vec<Case> {
        let brought = self.brought();
        let files = brought.texts(CASES);
        self.book.with_untracked(|book| cases(files, book.rules()))
    }

    /// What would move if what the page brought were put into force.
    pub(crate) fn moved_by_newer(self) -> Vec<Moved> {
        let (brought, newer) = (self.brought(), self.newer_basis());
        let (today, lang) = (self.today.get_untracked(), self.lang.get_untracked());
        self.book.with_untracked(|book| {
            let mut calendar = Calendar::clone(book.calendar());
            if let (true, Ok(text)) = (newer.0, CalendarText::read(&brought.text(CALENDAR))) {
                calendar.take(text);
            }
            let pack = newer.1.then(|| RuleSet::from_json(&brought.text(PACK)).ok()).flatten();
            let rules = pack.and_then(|pack| book.rules_with(&pack).ok());
            let rules = rules.map_or_else(|| Arc::clone(book.rules()), Arc::new);
            moved(book, &rules, &Arc::new(calendar), today, lang)
        })
    }
}
