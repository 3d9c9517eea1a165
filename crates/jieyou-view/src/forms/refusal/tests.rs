//! Every refusal is said, in both languages, at its field.

use super::*;
use crate::forms::samples::{day, is_chinese};
use jieyou_domain::time::{CalendarError, Festival};

fn all() -> Vec<Rejection> {
    let on = day("2026-05-11");
    let mut all = vec![
        Rejection::NoSuchMatter,
        Rejection::IdTaken,
        Rejection::NewerRecords,
        Rejection::InTheFuture { on, today: on },
        Rejection::BeforeReceived { on, received: on },
        Rejection::Missing("title"),
        Rejection::Missing("claims"),
        Rejection::Missing("claim"),
        Rejection::Missing("promise"),
        Rejection::Missing("terms"),
        Rejection::TooLong("claims", 51, 50),
        Rejection::TooLong("unit.name", 61, 60),
        Rejection::TooLong("days", 31, 30),
        Rejection::DayBefore("received_on", on),
        Rejection::DayBefore("due", on),
        Rejection::NoSuchEntry,
        Rejection::OtherType,
        Rejection::NotRecordable,
    ];
    let text = || "X1".to_owned();
    all.extend(
        [
            PackError::Unreadable(text()),
            PackError::OtherFormat,
            PackError::Twice(text()),
            PackError::Wordless(text()),
            PackError::NoSuchQuestion(text()),
            PackError::Backwards(text()),
        ]
        .map(Rejection::BadPack),
    );
    all.extend(
        [
            CalendarError::Unreadable(text()),
            CalendarError::OtherKind(text()),
            CalendarError::BadYear(text()),
            CalendarError::TooEarly(2009),
            CalendarError::Empty,
            CalendarError::WrongYear(2026, on),
            CalendarError::NotAWeekend(on),
            CalendarError::Both(on),
            CalendarError::Twice(on),
            CalendarError::NoSource(2026),
            CalendarError::NotOff(on),
            CalendarError::NoFestival(2026, Festival::Spring),
            CalendarError::NoFestival(2026, Festival::Qingming),
            CalendarError::NoFestival(2026, Festival::DragonBoat),
            CalendarError::NoFestival(2026, Festival::MidAutumn),
            CalendarError::NoName,
            CalendarError::Against(on),
        ]
        .map(Rejection::BadCalendar),
    );
    all.extend(
        [
            WhyNot::NotAVillageStep,
            WhyNot::OnlyPetitions,
            WhyNot::OnlyAppeals,
            WhyNot::OnlyVillages,
            WhyNot::OnlyTransferred,
            WhyNot::NoDanger,
            WhyNot::AlreadyDone,
            WhyNot::RouteFirst,
            WhyNot::NotAccepted,
            WhyNot::NotAllReplied,
            WhyNot::NotReplied,
            WhyNot::NotDelivered,
            WhyNot::NoReview,
            WhyNot::ReviewOpen,
            WhyNot::NoRecheck,
            WhyNot::SixtyDaysOver,
            WhyNot::MediationRefused,
            WhyNot::PromisesOpen,
            WhyNot::NoPromises,
            WhyNot::NothingSettled,
            WhyNot::Settled,
            WhyNot::NotSettled,
            WhyNot::VillageMayNotHandle,
            WhyNot::OnNoList,
        ]
        .map(Rejection::NotNow),
    );
    all
}

#[test]
fn every_refusal_is_said_in_both_languages_without_blame() {
    for rejection in all() {
        let zh = say(&rejection, Lang::Zh);
        let en = say(&rejection, Lang::En);
        assert!(zh.ends_with('。') && en.ends_with('.'), "{zh} {en}");
        assert!(!is_chinese(&en), "{en}");
        for text in [&zh, &en] {
            assert!(!text.contains("{}") && !text.contains(['！', '!', '帐']), "{text}");
            assert!(!text.contains("错误") && !text.contains("非法"), "{text}");
        }
    }
}

#[test]
fn a_refusal_stands_at_its_field_where_there_is_one() {
    let at = |rejection| problem(&rejection, Lang::Zh).map(|p| p.field);
    let on = day("2026-05-11");
    assert_eq!(at(Rejection::Missing("title")).as_deref(), Some("title"));
    assert_eq!(at(Rejection::TooLong("unit.name", 61, 60)).as_deref(), Some("name"));
    assert_eq!(at(Rejection::DayBefore("received_on", on)).as_deref(), Some("on"));
    assert_eq!(at(Rejection::InTheFuture { on, today: on }).as_deref(), Some("on"));
    assert_eq!(at(Rejection::NotNow(WhyNot::Settled)), None);
    assert_eq!(at(Rejection::Missing("claim")), None);
}
