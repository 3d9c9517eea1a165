//! Stable codes of what has none of its own. Listed in `docs/codes.md`, never reused.

use jieyou_domain::ledger::{Rejection, WhyNot};
use jieyou_domain::rules::PackError;
use jieyou_domain::time::CalendarError;
use jieyou_store::event_store::Damage;
use jieyou_store::record::RecordError;

/// The code of a refused command.
pub fn rejection(rejection: &Rejection) -> &'static str {
    match rejection {
        Rejection::NoSuchMatter => "ledger/no-such-matter",
        Rejection::IdTaken => "ledger/id-taken",
        Rejection::NewerRecords => "ledger/newer-records",
        Rejection::InTheFuture { .. } => "ledger/in-the-future",
        Rejection::BeforeReceived { .. } => "ledger/before-received",
        Rejection::NotNow(why) => why_not(*why),
        Rejection::Missing(_) => "ledger/missing",
        Rejection::TooLong(..) => "ledger/too-long",
        Rejection::DayBefore(..) => "ledger/day-before",
        Rejection::NoSuchEntry => "ledger/no-such-entry",
        Rejection::OtherType => "ledger/other-type",
        Rejection::BadPack(error) => pack(error),
        Rejection::BadCalendar(error) => calendar(error),
        Rejection::NotRecordable => "ledger/not-recordable",
    }
}

/// The code of an act that is not possible now.
pub fn why_not(why: WhyNot) -> &'static str {
    match why {
        WhyNot::NotAVillageStep => "not-now/not-a-village-step",
        WhyNot::OnlyPetitions => "not-now/only-petitions",
        WhyNot::OnlyAppeals => "not-now/only-appeals",
        WhyNot::OnlyVillages => "not-now/only-villages",
        WhyNot::OnlyTransferred => "not-now/only-transferred",
        WhyNot::NoDanger => "not-now/no-danger",
        WhyNot::AlreadyDone => "not-now/already-done",
        WhyNot::RouteFirst => "not-now/route-first",
        WhyNot::NotAccepted => "not-now/not-accepted",
        WhyNot::NotAllReplied => "not-now/not-all-replied",
        WhyNot::NotReplied => "not-now/not-replied",
        WhyNot::NotDelivered => "not-now/not-delivered",
        WhyNot::NoReview => "not-now/no-review",
        WhyNot::ReviewOpen => "not-now/review-open",
        WhyNot::NoRecheck => "not-now/no-recheck",
        WhyNot::SixtyDaysOver => "not-now/sixty-days-over",
        WhyNot::MediationRefused => "not-now/mediation-refused",
        WhyNot::PromisesOpen => "not-now/promises-open",
        WhyNot::NoPromises => "not-now/no-promises",
        WhyNot::NothingSettled => "not-now/nothing-settled",
        WhyNot::Settled => "not-now/settled",
        WhyNot::NotSettled => "not-now/not-settled",
        WhyNot::VillageMayNotHandle => "not-now/village-may-not-handle",
        WhyNot::OnNoList => "not-now/on-no-list",
        WhyNot::SignFirst => "not-now/sign-first",
        WhyNot::NotHandedToUs => "not-now/not-handed-to-us",
        WhyNot::NothingToUrge => "not-now/nothing-to-urge",
        WhyNot::NothingToPassOn => "not-now/nothing-to-pass-on",
        WhyNot::NotOurs => "not-now/not-ours",
        WhyNot::HearFirst => "not-now/hear-first",
        WhyNot::ByNumberOnly => "not-now/by-number-only",
        WhyNot::NoRoute => "not-now/no-route",
        WhyNot::ClaimGone => "not-now/claim-gone",
        WhyNot::NotForwarded => "not-now/not-forwarded",
        WhyNot::RemediesOpen => "not-now/remedies-open",
        WhyNot::NotObserved => "not-now/not-observed",
        WhyNot::StillObserving => "not-now/still-observing",
        WhyNot::NotAsked => "not-now/not-asked",
        WhyNot::SamePost => "not-now/same-post",
        WhyNot::ConsentFirst => "not-now/consent-first",
        WhyNot::TellMayReturn => "not-now/tell-may-return",
        WhyNot::Interest => "not-now/interest",
        WhyNot::LastClaim => "not-now/last-claim",
        WhyNot::NoOtherMatter => "not-now/no-other-matter",
        WhyNot::NothingOwed => "not-now/nothing-owed",
        WhyNot::NotAgreed => "not-now/not-agreed",
        WhyNot::OnlyFirst => "not-now/only-first",
        WhyNot::OnlyOrdinaryRoute => "not-now/only-ordinary-route",
        WhyNot::NotAssigned => "not-now/not-assigned",
        WhyNot::SeveralBodies => "not-now/several-bodies",
        WhyNot::SameProcedure => "not-now/same-procedure",
    }
}

/// The code of a rule pack that does not read.
pub fn pack(error: &PackError) -> &'static str {
    match error {
        PackError::Unreadable(_) => "pack/unreadable",
        PackError::OtherFormat => "pack/other-format",
        PackError::Twice(_) => "pack/twice",
        PackError::Wordless(_) => "pack/wordless",
        PackError::NoSuchQuestion(_) => "pack/no-such-question",
        PackError::Backwards(_) => "pack/backwards",
        PackError::Uncited(_) => "pack/uncited",
        PackError::NoSuchGround(_) => "pack/no-such-ground",
        PackError::NoSuchRule(_) => "pack/no-such-rule",
        PackError::NoClock(_) => "pack/no-clock",
        PackError::Overlap(_) => "pack/overlap",
        PackError::NotLaw(_) => "pack/not-law",
        PackError::NotStricter(_) => "pack/not-stricter",
        PackError::LawStays(_) => "pack/law-stays",
        PackError::RightStays(_) => "pack/right-stays",
        PackError::NotOver(_) => "pack/not-over",
        PackError::BadTable(_) => "pack/bad-table",
        PackError::TableGap(_) => "pack/table-gap",
        PackError::TableOverlap(_) => "pack/table-overlap",
        PackError::BadSign(_) => "pack/bad-sign",
    }
}

/// The code of a calendar that does not read.
pub fn calendar(error: &CalendarError) -> &'static str {
    match error {
        CalendarError::Unreadable(_) => "calendar/unreadable",
        CalendarError::OtherKind(_) => "calendar/other-kind",
        CalendarError::BadYear(_) => "calendar/bad-year",
        CalendarError::TooEarly(_) => "calendar/too-early",
        CalendarError::Empty => "calendar/empty",
        CalendarError::WrongYear(..) => "calendar/wrong-year",
        CalendarError::NotAWeekend(_) => "calendar/not-a-weekend",
        CalendarError::Both(_) => "calendar/both",
        CalendarError::Twice(_) => "calendar/twice",
        CalendarError::NoSource(_) => "calendar/no-source",
        CalendarError::NotOff(_) => "calendar/not-off",
        CalendarError::NoFestival(..) => "calendar/no-festival",
        CalendarError::NoName => "calendar/no-name",
        CalendarError::Against(_) => "calendar/against",
    }
}

/// The code of damage in a database.
pub fn damage(damage: &Damage) -> &'static str {
    match damage {
        Damage::Record(error) => record(error),
        Damage::Hole => "damage/hole",
        Damage::OtherRealm => "damage/other-realm",
        Damage::BrokenLink => "damage/broken-link",
        Damage::Sum => "damage/sum",
        Damage::ReadBack => "damage/read-back",
    }
}

/// The code of a line that is no record.
pub fn record(error: &RecordError) -> &'static str {
    match error {
        RecordError::Line => "record/line",
        RecordError::Head => "record/head",
        RecordError::Newer { .. } => "record/newer",
        RecordError::BodyHash => "record/body-hash",
        RecordError::BodyMissing => "record/body-missing",
        RecordError::Body => "record/body",
    }
}
