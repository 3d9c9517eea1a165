//! Tests of records.

use super::*;
use crate::samples::{by, date, matter};
use jieyou_domain::ledger::{Event, Stamp};
use jieyou_domain::{Id, Realm, Subject};
use serde_json::json;

fn head(code: &str) -> Head {
    Head {
        v: VERSION,
        origin: Id::from_bytes([7; 10]),
        n: 1,
        prev: None,
        seen: vec![EntryId::from_bytes([9; 32])],
        realm: Realm::Real,
        time: Stamp { ms: 1_780_000_000_000, count: 2 },
        on: date("2026-03-02"),
        by: by(),
        subject: Subject::matter(matter(1)).to_string(),
        code: code.to_owned(),
        body_hash: EntryId::from_bytes([0; 32]),
    }
}

fn acted() -> Record {
    Record::write(head("matter.acted"), json!({"activity":"hear","note":"听了"}), [5; 16])
}

#[test]
fn the_head_has_its_fields_in_order_and_names_the_body() {
    let record = acted();
    let Body::Present(body) = &record.body else { panic!("present") };
    let salt = "05".repeat(16);
    let expected = format!(r#"{{"salt":"{salt}","data":{{"activity":"hear","note":"听了"}}}}"#);
    assert_eq!(body, &expected);
    let start = r#"{"v":1,"origin":"0w3ge1r70w3ge1r7","n":1,"prev":null,"seen":["0909"#;
    assert!(record.head_text.starts_with(start), "{}", record.head_text);
    let middle = concat!(
        r#""],"realm":"real","time":[1780000000000,2],"on":"2026-03-02","#,
        r#""by":{"post":"综治专干","unit":"双柳村"},"subject":"matter:"#
    );
    assert!(record.head_text.contains(middle), "{}", record.head_text);
    let end = format!(r#""type":"matter.acted","body_hash":"{}"}}"#, hash(body));
    assert!(record.head_text.ends_with(&end), "{}", record.head_text);
    assert_eq!(record.id, hash(&record.head_text));
}

#[test]
fn a_line_reads_as_it_was_written() {
    let record = acted();
    assert_eq!(Record::read(&record.line()), Ok(record.clone()));
    for body in [Body::Withheld, Body::Redacted { by: EntryId::from_bytes([1; 32]) }] {
        let record = Record { body, ..record.clone() };
        assert_eq!(Record::read(&record.line()), Ok(record));
    }
}

#[test]
fn a_head_reads_as_the_derived_code_reads_it() {
    let text = acted().head_text;
    let Ok(Value::Object(fields)) = serde_json::from_str(&text) else { panic!("an object") };
    let check = |fields: &serde_json::Map<String, Value>| {
        let text = serde_json::to_string(fields).expect("is written");
        assert_eq!(read_head(&text).ok(), serde_json::from_str(&text).ok(), "{text}");
    };
    check(&fields);
    let odd =
        [json!(null), json!(-1), json!(1.5), json!(3), json!("x"), json!([1, 2, 3]), json!({})];
    for name in fields.keys() {
        let mut without = fields.clone();
        without.remove(name);
        check(&without);
        for value in &odd {
            let mut with = fields.clone();
            with.insert(name.clone(), value.clone());
            check(&with);
        }
    }
    let twice = text.replacen('{', "{\"v\":1,", 1);
    assert_eq!(read_head(&twice), Err(RecordError::Head));
    assert_eq!(read_head(&text.replacen("\"v\":1", "\"v\":9,\"w\":0", 1)).map(|h| h.v), Ok(9));
    let newer = r#"{"v": 9, "origin": "unknown"}"#;
    assert_eq!(read_head(newer), Err(RecordError::Newer { v: 9 }));
}

#[test]
fn every_changed_byte_is_noticed_or_changes_the_identity() {
    let record = acted();
    let line = record.line();
    for (at, _) in line.char_indices() {
        let mut changed = line.clone().into_bytes();
        changed[at] = if changed[at] == b'x' { b'y' } else { b'x' };
        let Ok(changed) = String::from_utf8(changed) else { continue };
        if let Ok(read) = Record::read(&changed) {
            assert_ne!(read.id, record.id, "byte {at}");
        }
    }
}

#[test]
fn a_missing_body_is_damage_and_a_withheld_one_is_not() {
    let line = acted().line();
    let (front, _) = line.split_once(r#","body""#).unwrap();
    assert_eq!(Record::read(&format!("{front}}}")), Err(RecordError::BodyMissing));
    assert!(Record::read(&format!(r#"{front},"withheld":true}}"#)).is_ok());
    let both = line.replace(r#","body""#, r#","withheld":true,"body""#);
    assert_eq!(Record::read(&both), Err(RecordError::Line));
}

#[test]
fn what_is_not_known_is_kept_and_not_folded() {
    let unknown = Record::write(head("matter.sung_about"), json!({"song":1}), [5; 16]);
    let value = Record::write(head("matter.acted"), json!({"activity":"fly","note":""}), [5; 16]);
    let newer = Record::write(Head { v: 2, ..head("matter.acted") }, json!({}), [5; 16]);
    let mut other = head("matter.acted");
    other.subject = "sweep:0123456789abcdef".to_owned();
    let other = Record::write(other, json!({}), [5; 16]);
    for record in [&unknown, &value, &newer] {
        let read = Record::read(&record.line()).unwrap();
        assert_eq!(entries([&read])[0].event, None);
    }
    assert!(entries([&Record::read(&other.line()).unwrap()]).is_empty());
    assert_eq!(
        Record::read(r#"{"head":"{\"v\":3}","withheld":true}"#),
        Err(RecordError::Newer { v: 3 })
    );
}

#[test]
fn unknown_fields_survive() {
    let text = acted().line().replace(r#""note\":"#, r#""tune\":7,\"note\":"#);
    // The body's hash has to follow, as a newer program would have written it.
    assert_eq!(Record::read(&text), Err(RecordError::BodyHash));
    let data = json!({"activity":"hear","note":"","tune":7});
    let record = Record::write(head("matter.acted"), data, [5; 16]);
    let read = Record::read(&record.line()).unwrap();
    assert!(read.line().contains("tune"));
    assert!(entries([&read])[0].event.is_some());
}

#[test]
fn redacted_beats_present_beats_withheld() {
    let present = Body::Present("x".into());
    let first = Body::Redacted { by: EntryId::from_bytes([1; 32]) };
    let second = Body::Redacted { by: EntryId::from_bytes([2; 32]) };
    let order = [&Body::Withheld, &present, &first, &second];
    for (a, left) in order.iter().enumerate() {
        for (b, right) in order.iter().enumerate() {
            assert_eq!(prefer(left, right), b > a);
        }
    }
    let record = acted();
    let redacted = Record { body: first, ..record.clone() };
    assert!(replaces(Some(&record.line()), &redacted.line()));
    assert!(!replaces(Some(&redacted.line()), &record.line()));
    let other = Record::write(head("matter.acted"), json!({}), [6; 16]);
    assert!(!replaces(Some(&record.line()), &Record { body: Body::Withheld, ..other }.line()));
}

#[test]
fn what_replaces_a_redacted_body_is_folded() {
    let record = acted();
    let data =
        json!({"entry": record.id, "why": "47", "data": {"activity":"hear","note":"〔已删〕"}});
    let redaction = Record::write(Head { n: 2, ..head(REDACTION) }, data, [5; 16]);
    let gone = Record { body: Body::Redacted { by: redaction.id }, ..record };
    for set in [[&gone, &redaction], [&redaction, &gone]] {
        let entries = entries(set);
        assert_eq!(entries.len(), 1);
        let Some(Event::Acted(acted)) = &entries[0].event else { panic!("acted") };
        assert_eq!(acted.note, "〔已删〕");
    }
}
