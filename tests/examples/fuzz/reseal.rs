//! Files broken where it hurts, and sealed again: what a record, a contact or a note beside
//! them says is changed, and every hash, link and sum is made right afterwards. So it gets
//! past the sums, as a file of another program would.

use crate::rng::Rng;
use jieyou_store::chain::{Link, Weave};
use jieyou_store::hash::hash;
use jieyou_store::record::Record;
use serde_json::{Map, Value, json};

/// A record taken apart.
#[derive(Clone)]
struct Part {
    /// Its id in the file.
    old: String,
    head: Value,
    /// The body, read, or the states `withheld` and `redacted`.
    body: Result<Value, (String, Value)>,
}

/// Changes what a file says. One that does not read is given back as it is.
pub(crate) fn reseal(text: &str, rng: &mut Rng) -> String {
    let Some((mut file, mut parts)) = apart(text) else { return text.to_owned() };
    for _ in 0..rng.up_to(3) {
        change(&mut file, &mut parts, rng);
    }
    let is_linked = !rng.one_in(4);
    join(file, parts, is_linked)
}

fn apart(text: &str) -> Option<(Map<String, Value>, Vec<Part>)> {
    let Value::Object(mut file) = serde_json::from_str(text).ok()? else { return None };
    let Value::Array(records) = file.remove("records")? else { return None };
    let parts = records.into_iter().map(|record| {
        let Value::Object(mut line) = record else { return None };
        let head = line.remove("head")?;
        let body = match line.remove("body") {
            Some(body) => Ok(serde_json::from_str(body.as_str()?).ok()?),
            None => Err(line.into_iter().next()?),
        };
        let (old, head) = (hash(head.as_str()?).to_string(), serde_json::from_str(head.as_str()?));
        Some(Part { old, head: head.ok()?, body })
    });
    Some((file, parts.collect::<Option<Vec<_>>>()?))
}

/// A value of any type and size.
fn anything(rng: &mut Rng) -> Value {
    match rng.below(16) {
        0 => Value::Null,
        1 => json!(true),
        2 => json!(0),
        3 => json!(u64::MAX),
        4 => json!(i64::MIN),
        5 => json!(9_007_199_254_740_991_u64),
        6 => json!(1.5),
        7 => json!(""),
        8 => json!("账".repeat(rng.up_to(5_000))),
        9 => json!("9999-12-31"),
        10 => json!("0000-01-01"),
        11 => json!([]),
        12 => json!({}),
        13 => (0..rng.up_to(120)).fold(json!(1), |inner, _| json!([inner])),
        14 => json!(vec![0; rng.up_to(20_000)]),
        _ => json!("\u{0}\u{2028}\u{202e}'\"<\\"),
    }
}

fn change(file: &mut Map<String, Value>, parts: &mut Vec<Part>, rng: &mut Rng) {
    if parts.is_empty() {
        return;
    }
    let at = rng.below(parts.len());
    match rng.below(14) {
        0..=3 => change_head(parts, at, rng),
        4..=6 => change_body(&mut parts[at], rng),
        7 => drop(parts.remove(at)),
        8 => parts.push(parts[at].clone()),
        9 => {
            let to = rng.below(parts.len());
            parts.swap(at, to);
        }
        10 => change_state(parts, at, rng),
        11 => redact(parts, at, rng),
        12 => change_contacts(file, rng),
        _ => change_beside(file, rng),
    }
}

fn change_head(parts: &mut [Part], at: usize, rng: &mut Rng) {
    let other = parts[rng.below(parts.len())].clone();
    let head = &mut parts[at].head;
    match rng.below(12) {
        0 => {
            head["n"] =
                rng.pick(&[json!(0), json!(1), json!(u64::MAX), json!(1_u64 << 53)]).clone();
        }
        1 => {
            head["prev"] =
                rng.pick(&[Value::Null, json!("00".repeat(32)), json!(other.old)]).clone();
        }
        2 => head["seen"] = json!(vec![json!(other.old), json!("11".repeat(32))]),
        3 => head["seen"] = json!(vec![json!(other.old); rng.up_to(3_000)]),
        4 => {
            head["time"] =
                rng.pick(&[json!([u64::MAX, u32::MAX]), json!([0, 0]), json!([1])]).clone();
        }
        5 => head["on"] = rng.pick(&[json!("0000-01-01"), json!("9999-12-31"), json!("x")]).clone(),
        6 => head["origin"] = other.head["origin"].clone(),
        7 => head["subject"] = rng.pick(&subjects(&other)).clone(),
        8 => head["type"] = other.head["type"].clone(),
        9 => head["v"] = rng.pick(&[json!(0), json!(2), json!(u32::MAX)]).clone(),
        10 => head["colour"] = anything(rng),
        _ => {
            let names = ["v", "n", "time", "on", "by", "subject", "type", "realm", "origin"];
            head[*rng.pick(&names)] = anything(rng);
        }
    }
}

fn subjects(other: &Part) -> [Value; 5] {
    let kinds = ["sealed:0123456789abcdef", "sweep:0123456789abcdef", "matter:", "ledger:x"];
    let [a, b, c, d] = kinds.map(|kind| json!(kind));
    [a, b, c, d, other.head["subject"].clone()]
}

fn change_body(part: &mut Part, rng: &mut Rng) {
    let Ok(body) = &mut part.body else { return };
    let data = &mut body["data"];
    let Value::Object(fields) = data else { return };
    let names: Vec<String> = fields.keys().cloned().collect();
    match rng.below(5) {
        0 => *data = anything(rng),
        1 => drop(fields.insert("weather".to_owned(), anything(rng))),
        2 if !names.is_empty() => drop(fields.remove(rng.pick(&names))),
        3 => body["salt"] = anything(rng),
        _ if !names.is_empty() => drop(fields.insert(rng.pick(&names).clone(), anything(rng))),
        _ => {}
    }
}

fn change_state(parts: &mut [Part], at: usize, rng: &mut Rng) {
    let by = parts[rng.below(parts.len())].old.clone();
    parts[at].body = Err(match rng.below(4) {
        0 => ("redacted".to_owned(), json!(by)),
        1 => ("redacted".to_owned(), json!("22".repeat(32))),
        2 => ("withheld".to_owned(), json!(false)),
        _ => ("withheld".to_owned(), json!(true)),
    });
}

/// Adds a redaction of a record, of another or of nothing.
fn redact(parts: &mut Vec<Part>, at: usize, rng: &mut Rng) {
    let entry = if rng.one_in(5) { "33".repeat(32) } else { parts[at].old.clone() };
    let mut part = parts[at].clone();
    let last = parts.iter().rev().find(|p| p.head["origin"] == part.head["origin"]);
    let (n, prev) = last.map_or((json!(1), Value::Null), |last| {
        (json!(last.head["n"].as_u64().unwrap_or_default().saturating_add(1)), json!(last.old))
    });
    (part.head["n"], part.head["prev"]) = (n, prev);
    part.head["type"] = json!("record.redacted");
    let data = if rng.one_in(4) {
        anything(rng)
    } else {
        json!({"activity":"hear","note":"〔已删〕"})
    };
    part.body =
        Ok(json!({"salt": "00".repeat(16), "data": {"entry": entry, "why": "47", "data": data}}));
    part.old = format!("new {}", parts.len());
    parts.push(part);
}

fn change_contacts(file: &mut Map<String, Value>, rng: &mut Rng) {
    let subject = ["matter:0101010101010101", "sealed:0123456789abcdef", "", "nobody"];
    let round = rng.pick(&[json!(0), json!(u32::MAX), json!(u64::MAX)]).clone();
    let mut stored = json!({"round": round, "at": [NEVER, 1]});
    if !rng.one_in(3) {
        stored["contact"] = json!({"parties": [{"role": "反映人", "name": anything(rng)}]});
    }
    let text = if rng.one_in(5) { anything(rng).to_string() } else { stored.to_string() };
    let contact = json!({"subject": rng.pick(&subject), "text": text});
    match file.get_mut("contacts") {
        Some(Value::Array(all)) => all.push(contact),
        _ => drop(file.insert("contacts".to_owned(), json!([contact]))),
    }
}

const NEVER: u64 = u64::MAX;

fn change_beside(file: &mut Map<String, Value>, rng: &mut Rng) {
    let runs = |rng: &mut Rng| {
        let runs = [json!([[1, u32::MAX]]), json!([[9, 3], [0, 0]]), json!([[2, 3], [3, 9]])];
        rng.pick(&runs).clone()
    };
    let import = json!({"n": u32::MAX, "on": "2026-03-05", "unit": "某镇", "exported_on": "2026-03-05",
        "purpose": "copy", "new": runs(rng), "known": runs(rng),
        "aside": {"on": "2026-03-06", "post": "", "why": ""}});
    match rng.below(5) {
        0 => file.insert("local".to_owned(), json!({"imports": [import]})),
        1 => file.insert("local".to_owned(), anything(rng)),
        2 => file.insert(
            "unit".to_owned(),
            rng.pick(&[Value::Null, anything(&mut rng.clone())]).clone(),
        ),
        3 => file.insert("exported_on".to_owned(), json!("9999-12-31")),
        _ => file.insert("colour".to_owned(), anything(rng)),
    };
}

/// Puts the new id in the place of an old one, wherever it stands.
fn follow(value: &mut Value, ids: &[(String, String)]) {
    match value {
        Value::String(text) => {
            if let Some((_, new)) = ids.iter().find(|(old, _)| old == text) {
                text.clone_from(new);
            }
        }
        Value::Array(items) if items.len() < 100 => items.iter_mut().for_each(|v| follow(v, ids)),
        Value::Object(fields) => fields.values_mut().for_each(|v| follow(v, ids)),
        _ => {}
    }
}

/// Writes a file whose hashes are right, and its links too where they shall be.
fn join(mut file: Map<String, Value>, parts: Vec<Part>, is_linked: bool) -> String {
    let mut ids: Vec<(String, String)> = Vec::new();
    let mut lines = Vec::new();
    for mut part in parts {
        if is_linked {
            follow(&mut part.head, &ids);
        }
        let line = match &mut part.body {
            Ok(body) => {
                follow(body, &ids);
                let body = body.to_string();
                part.head["body_hash"] = json!(hash(&body).to_string());
                json!({"head": part.head.to_string(), "body": body})
            }
            Err((state, value)) => {
                follow(value, &ids);
                let mut line = json!({"head": part.head.to_string()});
                line[state.as_str()] = value.clone();
                line
            }
        };
        let id = hash(line["head"].as_str().unwrap_or_default()).to_string();
        ids.push((part.old, id));
        lines.push(line);
    }
    file.insert("tips".to_owned(), tips(&lines));
    file.insert("sum".to_owned(), json!(sum(&file, &lines)));
    file.insert("records".to_owned(), Value::Array(lines));
    Value::Object(file).to_string()
}

fn tips(lines: &[Value]) -> Value {
    let records: Vec<Record> =
        lines.iter().filter_map(|line| Record::read(&line.to_string()).ok()).collect();
    let weave = Weave::new(records.iter().map(Link::of));
    let origins = records.iter().map(|record| record.head.origin);
    let tip = |origin| weave.tip(origin).map(|tip| (origin.to_string(), json!(tip.id.to_string())));
    Value::Object(origins.filter_map(tip).collect())
}

fn sum(file: &Map<String, Value>, lines: &[Value]) -> String {
    let mut text = String::new();
    let mut add = |line: &str| text.extend([line, "\n"]);
    for line in lines {
        add(&hash(line["head"].as_str().unwrap_or_default()).to_string());
        if line["withheld"] == true {
            add("withheld");
        } else if let Some(by) = line["redacted"].as_str() {
            add(by);
        }
    }
    for contact in file.get("contacts").and_then(Value::as_array).into_iter().flatten() {
        add(contact["subject"].as_str().unwrap_or_default());
        add(contact["text"].as_str().unwrap_or_default());
    }
    hash(&text).to_string()
}
