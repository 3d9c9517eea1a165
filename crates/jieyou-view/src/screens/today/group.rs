//! The groups of 今日, their order and their names.

use crate::text::{Lang, both};

/// The groups, in the order of practice section 10.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Group {
    Away,
    Urgent,
    Overdue,
    Today,
    Meetings,
    Rights,
    Waiting,
    Hindered,
    Missing,
    Week,
    Routine,
}

impl Group {
    pub(super) const ALL: [Self; 11] = [
        Self::Away,
        Self::Urgent,
        Self::Overdue,
        Self::Today,
        Self::Meetings,
        Self::Rights,
        Self::Waiting,
        Self::Hindered,
        Self::Missing,
        Self::Week,
        Self::Routine,
    ];

    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Away => "away",
            Self::Urgent => "urgent",
            Self::Overdue => "overdue",
            Self::Today => "today",
            Self::Meetings => "meetings",
            Self::Rights => "rights",
            Self::Waiting => "waiting",
            Self::Hindered => "hindered",
            Self::Missing => "missing",
            Self::Week => "week",
            Self::Routine => "routine",
        }
    }

    pub(super) fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::Away => {
                both!("您不在的这几天到期了这些", "Fell due while you were away").to(lang)
            }
            Self::Urgent => both!("紧急未报", "Danger not reported yet").to(lang),
            Self::Overdue => both!("已过期限", "Past their day").to(lang),
            Self::Today => both!("今天到期", "Due today").to(lang),
            Self::Meetings => both!("约好的", "Appointments").to(lang),
            Self::Rights => both!("群众的权利快到期", "Citizens' rights about to run out").to(lang),
            Self::Waiting => both!("等别人回音", "Waiting for others").to(lang),
            Self::Hindered => both!("说明了办不了的", "Said to be impossible for now").to(lang),
            Self::Missing => both!("缺责任、措施、时限", "Without duty, measure or limit").to(lang),
            Self::Week => both!("本周其余和快到期的", "Rest of the week, and soon due").to(lang),
            Self::Routine => both!("例行", "Routine").to(lang),
        }
    }
}
