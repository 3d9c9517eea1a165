//! Every code is documented and worded in both languages.

use super::*;
use crate::screens::copies::Trouble;
use crate::text::Lang;
use jieyou_domain::ledger::{FindingCode, Rejection, WhyNot};
use jieyou_domain::rules::{Note, PackError};
use jieyou_domain::time::{CalendarError, Date, Festival, Part, parse_date};
use jieyou_domain::{EntryId, Realm};
use jieyou_store::backup::{Broken, DrillFailed, ImportError};
use jieyou_store::chain::{ChainFinding, Field};
use jieyou_store::event_store::{Damage, StoreError};
use jieyou_store::record::{Origin, RecordError};

fn day() -> Date {
    parse_date("2026-04-16").unwrap()
}

fn rejections() -> Vec<Rejection> {
    use Rejection as R;
    vec![
        R::NoSuchMatter,
        R::IdTaken,
        R::NewerRecords,
        R::InTheFuture { on: day(), today: day() },
        R::BeforeReceived { on: day(), received: day() },
        R::Missing("title"),
        R::TooLong("title", 30, 24),
        R::DayBefore("due", day()),
        R::NoSuchEntry,
        R::OtherType,
        R::NotRecordable,
    ]
}

const WHY_NOT: [WhyNot; 51] = [
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
    WhyNot::SignFirst,
    WhyNot::NotHandedToUs,
    WhyNot::NothingToUrge,
    WhyNot::NothingToPassOn,
    WhyNot::NotOurs,
    WhyNot::HearFirst,
    WhyNot::ByNumberOnly,
    WhyNot::NoRoute,
    WhyNot::ClaimGone,
    WhyNot::NotForwarded,
    WhyNot::RemediesOpen,
    WhyNot::NotObserved,
    WhyNot::StillObserving,
    WhyNot::NotAsked,
    WhyNot::SamePost,
    WhyNot::ConsentFirst,
    WhyNot::TellMayReturn,
    WhyNot::Interest,
    WhyNot::LastClaim,
    WhyNot::NoOtherMatter,
    WhyNot::NothingOwed,
    WhyNot::NotAgreed,
    WhyNot::OnlyFirst,
    WhyNot::OnlyOrdinaryRoute,
    WhyNot::NotAssigned,
    WhyNot::SeveralBodies,
    WhyNot::SameProcedure,
];

fn packs() -> Vec<PackError> {
    let id = || "x".to_owned();
    vec![
        PackError::Unreadable(id()),
        PackError::OtherFormat,
        PackError::Twice(id()),
        PackError::Wordless(id()),
        PackError::NoSuchQuestion(id()),
        PackError::Backwards(id()),
        PackError::Uncited(id()),
        PackError::NoSuchGround(id()),
        PackError::NoSuchRule(id()),
        PackError::NoClock(id()),
        PackError::Overlap(id()),
        PackError::NotLaw(id()),
        PackError::NotStricter(id()),
        PackError::LawStays(id()),
        PackError::RightStays(id()),
        PackError::NotOver(id()),
        PackError::BadTable(id()),
        PackError::TableGap(id()),
        PackError::TableOverlap(id()),
        PackError::BadSign(id()),
    ]
}

fn calendars() -> Vec<CalendarError> {
    vec![
        CalendarError::Unreadable("x".into()),
        CalendarError::OtherKind("x".into()),
        CalendarError::BadYear("x".into()),
        CalendarError::TooEarly(2009),
        CalendarError::Empty,
        CalendarError::WrongYear(2026, day()),
        CalendarError::NotAWeekend(day()),
        CalendarError::Both(day()),
        CalendarError::Twice(day()),
        CalendarError::NoSource(2026),
        CalendarError::NotOff(day()),
        CalendarError::NoFestival(2026, Festival::Spring),
        CalendarError::NoFestival(2026, Festival::Qingming),
        CalendarError::NoFestival(2026, Festival::DragonBoat),
        CalendarError::NoFestival(2026, Festival::MidAutumn),
        CalendarError::NoName,
        CalendarError::Against(day()),
    ]
}

fn records() -> Vec<RecordError> {
    vec![
        RecordError::Line,
        RecordError::Head,
        RecordError::Newer { v: 2 },
        RecordError::BodyHash,
        RecordError::BodyMissing,
        RecordError::Body,
    ]
}

fn damages() -> Vec<Damage> {
    vec![
        Damage::Hole,
        Damage::OtherRealm,
        Damage::BrokenLink,
        Damage::Sum,
        Damage::ReadBack,
        Damage::Record(RecordError::Line),
    ]
}

fn stores() -> Vec<StoreError> {
    vec![
        StoreError::Full,
        StoreError::Blocked,
        StoreError::Moved,
        StoreError::NewerFormat,
        StoreError::Damaged { at: 3, why: Damage::Hole },
        StoreError::Unavailable,
        StoreError::Stopped,
        StoreError::Clock,
        StoreError::ReadOnly,
        StoreError::Unread,
        StoreError::Other("QuotaExceededError".into()),
    ]
}

fn imports() -> Vec<ImportError> {
    vec![
        ImportError::NotJson { line: 1, column: 2, how: Broken::Empty },
        ImportError::NotJson { line: 1, column: 2, how: Broken::CutOff },
        ImportError::NotJson { line: 1, column: 2, how: Broken::Line },
        ImportError::NotJson { line: 1, column: 2, how: Broken::Foreign },
        ImportError::OtherProgram,
        ImportError::Newer { version: 2 },
        ImportError::Shape { line: 1, column: 2 },
        ImportError::OtherRealm { file: Realm::Real },
        ImportError::OtherRealm { file: Realm::Training },
        ImportError::Record { number: 1, place: None, why: RecordError::Line },
        ImportError::Sum { suspect: None },
        ImportError::Contact { number: 1 },
        ImportError::NoUnit,
        ImportError::NotOfMatters,
    ]
}

fn origin() -> Origin {
    serde_json::from_str("\"0123456789abcdef\"").unwrap()
}

fn chains() -> Vec<ChainFinding> {
    let record = EntryId::from_bytes([1; 32]);
    vec![
        ChainFinding::Fork { origin: origin(), n: 1, records: vec![record] },
        ChainFinding::Gap { origin: origin(), n: 1 },
        ChainFinding::BrokenLink { origin: origin(), n: 1 },
        ChainFinding::SeenMissing { record, seen: record },
        ChainFinding::FarFuture { record, ms: 1 },
        ChainFinding::Partial { origin: origin(), records: 1 },
    ]
}

fn fields() -> Vec<Field> {
    let subject = jieyou_domain::Subject::matter(jieyou_domain::Id::from_bytes([1; 10]));
    vec![
        Field::Correction(subject, EntryId::from_bytes([1; 32])),
        Field::Duty(subject),
        Field::Classification(subject, 0),
        Field::Unit(subject),
        Field::Tier(subject),
        Field::Judgement(subject, "rung".into(), None),
        Field::Reply(subject, 0),
        Field::Pack(subject, String::new()),
        Field::Calendar(subject, Part::Whole),
        Field::Number("CJ-2026-0001".into()),
    ]
}

#[test]
fn every_code_is_in_docs_once() {
    let docs = include_str!("../../../../../docs/codes.md");
    let mut codes: Vec<&str> = Vec::new();
    codes.extend(rejections().iter().map(codes::rejection));
    codes.extend(WHY_NOT.map(codes::why_not));
    codes.extend(packs().iter().map(codes::pack));
    codes.extend(calendars().iter().map(codes::calendar));
    codes.extend(records().iter().map(codes::record));
    codes.extend(damages().iter().map(codes::damage));
    codes.extend(FindingCode::ALL.map(FindingCode::code));
    codes.extend(stores().iter().map(StoreError::code));
    codes.extend(imports().iter().map(ImportError::code));
    codes.extend(chains().iter().map(ChainFinding::code));
    codes.extend(fields().iter().map(Field::code));
    codes.extend(Trouble::all().iter().map(Trouble::code));
    let ledger = DrillFailed::OtherLedger { unit: String::new() };
    let why = ImportError::Sum { suspect: None };
    let damaged = DrillFailed::Damaged { why, restores: 0, lost: 0 };
    codes.extend([DrillFailed::NotACopy, ledger, damaged].iter().map(DrillFailed::code));
    codes.extend(crate::text::sealed_copy::CODES);
    codes.sort_unstable();
    codes.dedup();
    for code in &codes {
        let rows = docs.lines().filter(|l| l.starts_with(&format!("| `{code}` |"))).count();
        assert_eq!(rows, 1, "docs/codes.md lists {code} {rows} times");
    }
    let listed = docs.lines().filter(|l| l.starts_with("| `")).count();
    assert_eq!(listed, codes.len(), "docs/codes.md lists a code that does not exist");
}

#[test]
fn store_and_record_codes_are_those_of_the_store() {
    for error in records() {
        assert!(error.to_string().starts_with(codes::record(&error)), "{error}");
    }
    for damage in damages() {
        assert!(damage.to_string().contains(codes::damage(&damage)), "{damage}");
    }
}

#[test]
fn every_message_says_what_is_safe_and_what_to_do_in_both_languages() {
    for lang in [Lang::Zh, Lang::En] {
        let mut notices: Vec<Notice> = Vec::new();
        notices.extend(FindingCode::ALL.map(|c| finding(c, lang)));
        notices.extend(chains().iter().map(|c| chain_finding(c, lang)));
        notices.extend(fields().iter().map(|f| conflict(f, field(f, lang), lang)));
        notices.extend(stores().iter().map(|e| store_error(e, lang)));
        notices.extend(imports().iter().map(|e| import_error(e, lang)));
        for n in notices {
            for text in [&n.title, &n.detail, &n.next] {
                assert!(!text.is_empty(), "{n:?}");
                assert!(!text.contains(['！', '!', '帐']), "{text}");
                let han = text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
                assert_eq!(han, lang == Lang::Zh, "{text}");
            }
        }
        for note_ in [Note::YearEndMayMove(2026), Note::EarlierGoverns, Note::OutOfRange] {
            assert!(!note(note_, lang).is_empty());
        }
    }
}

#[test]
fn a_missing_number_is_said_with_the_next_year() {
    let said = note(Note::YearEndMayMove(2026), Lang::Zh);
    assert_eq!(said, "用到了2026年12月下旬；2027年放假通知公布后，这几天还可能调整。");
}
