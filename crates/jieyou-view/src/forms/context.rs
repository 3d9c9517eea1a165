//! What a form reads besides the draft.

use crate::Lang;
use jieyou_domain::facts::UnitKind;
use jieyou_domain::ledger::Book;
use jieyou_domain::rules::Setting;
use jieyou_domain::time::Date;

/// What a form reads besides the draft.
#[derive(Clone, Copy, Debug)]
pub struct FormContext<'a> {
    /// The book as it stands.
    pub book: &'a Book,
    /// The civil date.
    pub today: Date,
    /// The language of the screen.
    pub lang: Lang,
}

impl<'a> FormContext<'a> {
    /// What the unit is; a village while its profile is not written.
    pub(super) fn unit(&self) -> UnitKind {
        self.book.unit().map_or(UnitKind::Village, |u| u.kind)
    }

    /// What rules read besides a matter; nothing while there is no profile.
    pub(super) fn setting(&self) -> Option<Setting<'a>> {
        let profile = self.book.unit()?;
        Some(Setting {
            unit: profile.kind,
            name: profile.name.as_str(),
            rules: self.book.rules(),
            calendar: self.book.calendar(),
            today: self.today,
        })
    }

    /// Whether the unit is a village.
    pub(super) fn is_village(&self) -> bool {
        self.unit() == UnitKind::Village
    }
}
