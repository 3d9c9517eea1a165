//! What days are counted by: the pack and the calendar in force, those that the page
//! brought, and putting others into force. Never without being asked, but for a ledger
//! that has none.

use super::Session;
use crate::browser::task;
use jieyou_domain::EntryId;
use jieyou_domain::facts::TextAdopted;
use jieyou_domain::ledger::{Book, Command, Event};
use jieyou_domain::rules::RuleSet;
use jieyou_domain::time::{Calendar, CalendarText};
use jieyou_store::journal::SubmitError;
use jieyou_view::forms::refusal;
use jieyou_view::screens::moved::{Moved, moved};
use std::sync::Arc;

const CALENDAR: &str = "rules/calendar/cn.json";
const PACK: &str = "rules/base/pack.json";

impl Session {
    /// Puts the built-in calendar and pack into force where a ledger has none: right
    /// after its unit is written, or after that was interrupted.
    pub(crate) fn ensure_basis(self) {
        let (has_unit, basis) = self.book.with_untracked(|b| (b.unit().is_some(), b.basis()));
        if !has_unit || (basis.0.is_some() && basis.1.is_some()) {
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
            let (pack, calendar) = book.basis();
            let is_other = |text: CalendarText| {
                text.years().iter().any(|(n, year)| book.calendar().year(*n) != Some(year))
            };
            (
                calendar.is_some()
                    && CalendarText::read(&brought.text(CALENDAR)).is_ok_and(is_other),
                pack.and_then(|id| adopted(book, id)).is_some_and(|t| t != brought.text(PACK)),
            )
        })
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
            let rules = pack.map_or_else(|| Arc::clone(book.rules()), Arc::new);
            moved(book, &rules, &Arc::new(calendar), today, lang)
        })
    }
}

/// The text that an entry put into force.
fn adopted(book: &Book, id: EntryId) -> Option<String> {
    let entry = book.ledger_entries().iter().find(|e| e.id == id)?;
    match &entry.event {
        Some(Event::PackAdopted(t) | Event::CalendarAdopted(t)) => Some(t.text.clone()),
        _ => None,
    }
}
