//! Holds `docs/ledger.schema.json` to the code: every type has a schema, every field of
//! every payload stands in it, and what is written is valid.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use jieyou_domain::facts;
use jieyou_domain::ledger::{Event, EventType};
use jieyou_store::record::{Body, Head, REDACTION, Record};
use serde::Deserialize;
use serde::de::value::Error;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

const SCHEMA: &str = include_str!("../docs/ledger.schema.json");
const EVENTS: &str = include_str!("golden/events.json");
const FIRST: &str = include_str!("golden/v1-first.json");

fn read(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// What is wrong with `value` under a definition of the schema.
fn wrong(definition: &str, value: &Value) -> Vec<String> {
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$defs": read(SCHEMA)["$defs"],
        "$ref": format!("#/$defs/{definition}"),
    });
    let validator = jsonschema::validator_for(&schema).unwrap();
    validator
        .iter_errors(value)
        .map(|e| format!("{definition}{}: {e}", e.instance_path()))
        .collect()
}

fn properties(definition: &str) -> BTreeSet<String> {
    let schema = read(SCHEMA);
    let properties = schema["$defs"][definition]["properties"].as_object();
    properties.into_iter().flat_map(|p| p.keys().cloned()).collect()
}

/// Reads only which fields a struct has.
struct Fields<'a>(&'a mut Vec<&'static str>);

impl<'de> serde::Deserializer<'de> for Fields<'_> {
    type Error = Error;

    fn deserialize_any<V: serde::de::Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(serde::de::Error::custom("not a struct"))
    }

    fn deserialize_struct<V: serde::de::Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Error> {
        self.0.extend(fields);
        Err(serde::de::Error::custom("enough"))
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

#[track_caller]
fn same_fields<T: for<'de> Deserialize<'de>>(definition: &str) {
    let mut fields = Vec::new();
    assert!(T::deserialize(Fields(&mut fields)).is_err());
    let fields: BTreeSet<String> = fields.into_iter().map(str::to_owned).collect();
    assert!(!fields.is_empty() || definition == "matter.accepted", "{definition}");
    assert_eq!(fields, properties(definition), "{definition}");
}

#[test]
fn the_schema_has_the_fields_of_the_code() {
    same_fields::<facts::UnitProfile>("unit.profiled");
    same_fields::<facts::PlacesListed>("place.listed");
    same_fields::<facts::PostsListed>("post.listed");
    same_fields::<facts::TextAdopted>("pack.adopted");
    same_fields::<facts::TextAdopted>("calendar.adopted");
    same_fields::<facts::Registered>("matter.registered");
    same_fields::<facts::Corrected>("matter.corrected");
    same_fields::<facts::Struck>("matter.struck");
    same_fields::<facts::HandledAtOnce>("matter.handled_at_once");
    same_fields::<facts::Reported>("matter.reported");
    same_fields::<facts::Classified>("matter.classified");
    same_fields::<facts::Notified>("matter.notified");
    same_fields::<facts::Objected>("matter.objected");
    same_fields::<facts::Accepted>("matter.accepted");
    same_fields::<facts::DutySet>("matter.duty_set");
    same_fields::<facts::Planned>("matter.planned");
    same_fields::<facts::Acted>("matter.acted");
    same_fields::<facts::Extended>("matter.extended");
    same_fields::<facts::Replied>("matter.replied");
    same_fields::<facts::Delivered>("matter.delivered");
    same_fields::<facts::Asked>("matter.review_asked");
    same_fields::<facts::Asked>("matter.recheck_asked");
    same_fields::<facts::Answered>("matter.review_answered");
    same_fields::<facts::Answered>("matter.recheck_answered");
    same_fields::<facts::HearingHeld>("matter.hearing_held");
    same_fields::<facts::Mediated>("matter.mediated");
    same_fields::<facts::Agreed>("matter.agreed");
    same_fields::<facts::PerformanceChecked>("matter.performed");
    same_fields::<facts::PerformanceChecked>("matter.not_performed");
    same_fields::<facts::HandedUp>("matter.handed_up");
    same_fields::<facts::Resolved>("matter.resolved");
    same_fields::<facts::FollowedUp>("matter.followed_up");
    same_fields::<facts::Reopened>("matter.reopened");
    same_fields::<facts::TierSet>("matter.tier_set");
    same_fields::<facts::Split>("matter.split");
    same_fields::<facts::Joined>("matter.joined");
    same_fields::<facts::Linked>("matter.linked");
    same_fields::<facts::Forwarded>("matter.forwarded");
    same_fields::<facts::AnswerCame>("matter.answer_came");
    same_fields::<facts::Referred>("matter.referred");
    same_fields::<facts::RouteEnded>("matter.route_ended");
    same_fields::<facts::Withdrawn>("matter.withdrawn");
    same_fields::<facts::LawfullyClosed>("matter.lawfully_closed");
    same_fields::<facts::SupportReferred>("matter.support_referred");
    same_fields::<facts::DelistAsked>("matter.delist_asked");
    same_fields::<facts::DelistRefused>("matter.delist_refused");
    same_fields::<facts::Delisted>("matter.delisted");
    same_fields::<facts::Appointed>("matter.appointed");
    same_fields::<facts::Hindered>("matter.hindered");
    same_fields::<facts::OutsideNoted>("matter.outside_noted");
    same_fields::<facts::SignedFor>("matter.signed_for");
    same_fields::<facts::Returned>("matter.returned");
    same_fields::<facts::Urged>("matter.urged");
    same_fields::<facts::FedBack>("matter.fed_back");
    same_fields::<facts::PassedOn>("matter.passed_on");
    same_fields::<facts::ContactHanded>("matter.contact_handed");
    same_fields::<facts::FactsNoted>("matter.facts_noted");
    same_fields::<facts::Judged>("matter.judged");
    same_fields::<facts::Reexamined>("matter.reexamined");
    same_fields::<facts::RightNoted>("matter.right_noted");
    same_fields::<facts::ProcedureSet>("matter.procedure_set");
    same_fields::<facts::PackDropped>("pack.dropped");
    same_fields::<facts::SealedRecorded>("sealed.recorded");
    same_fields::<facts::SealedFollowed>("sealed.followed");
    same_fields::<facts::SealedStruck>("sealed.struck");
    // What stands inside them.
    same_fields::<facts::By>("by");
    same_fields::<facts::Place>("place");
    same_fields::<facts::Post>("post");
    same_fields::<facts::Claim>("claim");
    same_fields::<facts::OutsideNumber>("outside_number");
    same_fields::<facts::Order>("order");
    same_fields::<facts::MustBy>("must_by");
    same_fields::<facts::Second>("second");
    same_fields::<facts::Performance>("performance");
    same_fields::<Head>("head");
    same_fields::<jieyou_store::Party>("party");
    same_fields::<jieyou_store::Contact>("contact");
    same_fields::<jieyou_store::contact::Stored>("stored_contact");
}

/// The values of a closed set in the code.
macro_rules! words {
    ($($name:ident = $definition:literal),+ $(,)?) => {
        #[test]
        fn the_schema_has_the_words_of_the_code() {
            let schema = read(SCHEMA);
            $({
                let codes: Vec<_> = facts::$name::ALL.iter().map(|word| word.code()).collect();
                assert_eq!(schema["$defs"][$definition]["enum"], json!(codes), $definition);
            })+
        }
    };
}

words! {
    UnitKind = "unit_kind", Danger = "danger", Channel = "channel", ReplyBy = "reply_by",
    CounterParty = "counter_party", Kind = "kind", Class = "class", Route = "route",
    Owes = "owes", Outcome = "outcome", Tier = "tier", Told = "told",
    NoticeKind = "notice_kind", Delivery = "delivery", MediationResult = "mediation_result",
    AgreementForm = "agreement_form", ActivityKind = "activity_kind",
    ReopenReason = "reopen_reason", Tri = "tri", Forwarding = "forwarding",
    LegalWay = "legal_way", RouteResult = "route_result", CloseGround = "close_ground",
    FeedbackKind = "feedback_kind", Need = "need", MeetingKind = "meeting_kind",
    LinkKind = "link_kind", OutsideSystem = "outside_system", OutsideMark = "outside_mark",
    Hindrance = "hindrance",
    SealedKind = "sealed_kind", Organ = "organ", Service = "service",
}

#[test]
fn every_type_has_a_schema_that_allows_nothing_else() {
    let schema = read(SCHEMA);
    for code in EventType::ALL.iter().map(|kind| kind.code()).chain([REDACTION]) {
        assert_eq!(schema["$defs"][code]["additionalProperties"], json!(false), "{code}");
    }
}

#[test]
fn one_event_of_every_type_with_every_field_is_valid_and_reads() {
    let events: Vec<BTreeMap<String, Value>> = serde_json::from_str(EVENTS).unwrap();
    let mut codes = BTreeSet::new();
    for event in &events {
        let (code, data) = (event["type"].as_str().unwrap(), &event["data"]);
        assert_eq!(wrong(code, data), Vec::<String>::new());
        let read = Event::from_parts(code, data.clone()).unwrap();
        assert_eq!(&read.data(), data, "{code}: every field is read and written");
        let there: BTreeSet<String> = data.as_object().unwrap().keys().cloned().collect();
        assert_eq!(there, properties(code), "{code}: the sample has every field");
        codes.insert(code);
    }
    let all: BTreeSet<_> = EventType::ALL.iter().map(|kind| kind.code()).collect();
    assert_eq!(codes, all);
}

#[test]
fn the_first_golden_file_is_valid() {
    let schema = read(SCHEMA);
    let validator = jsonschema::validator_for(&schema).unwrap();
    let file = read(FIRST);
    let errors: Vec<_> = validator.iter_errors(&file).map(|e| e.to_string()).collect();
    assert_eq!(errors, Vec::<String>::new());
    let mut unknown_fields = 0;
    for line in file["records"].as_array().unwrap() {
        let record = Record::read(&line.to_string()).unwrap();
        assert_eq!(wrong("head", &read(&record.head_text)), Vec::<String>::new());
        let Body::Present(body) = &record.body else { continue };
        assert_eq!(wrong("body", &read(body)), Vec::<String>::new());
        let code = record.head.code.as_str();
        let is_known = EventType::from_code(code).is_some() || code == REDACTION;
        if is_known && record.head.is_known_version() {
            unknown_fields += wrong(code, &record.data().unwrap()).len();
        }
    }
    // One record has a field of a newer program: kept, not listed.
    assert_eq!(unknown_fields, 1);
    for contact in file["contacts"].as_array().unwrap() {
        let text = read(contact["text"].as_str().unwrap());
        assert_eq!(wrong("stored_contact", &text), Vec::<String>::new());
    }
}
