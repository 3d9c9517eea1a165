//! What a unit sets itself: a pack of its own over the base, written out so that it can be
//! read and passed on.

use super::one::{LocalWay, way};
use crate::text::{Lang, both};
use jieyou_domain::Date;
use jieyou_domain::json::{Value, read};
use jieyou_domain::ledger::Book;
use jieyou_domain::rules::{Cite, Rule, RuleTerm};
use serde_json::{Map, json};

/// What is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Setting {
    /// Another number, from a day on, with its source.
    Number(u32, Date, Cite),
    /// The unit does without the rule.
    Off,
}

/// What a unit may set of a rule itself.
pub fn may(book: &Book, id: &str) -> LocalWay {
    book.rules().rule(id).map_or(LocalWay::Nothing, way)
}

/// The unit's own pack with one more thing set.
pub fn composed(book: &Book, rule: &Rule, setting: Setting, today: Date) -> String {
    let mut pack = own(book, today);
    let mut numbers = taken(&mut pack, "overrides");
    let mut off = taken(&mut pack, "off");
    off.retain(|id| id.as_str() != Some(&rule.id));
    match setting {
        Setting::Off => {
            numbers.retain(|set| set["rule"].as_str() != Some(&rule.id));
            off.push(json!(rule.id));
        }
        Setting::Number(n, from, cite) => {
            make_room(&mut numbers, &rule.id, from);
            numbers.push(number(rule, n, from, &cite));
        }
    }
    for (key, list) in [("overrides", numbers), ("off", off)] {
        if !list.is_empty() {
            pack.insert(key.to_owned(), Value::Array(list));
        }
    }
    laid(&pack)
}

/// The id of the unit's own pack.
pub(super) fn own_id(book: &Book) -> String {
    format!("local-{}", book.unit().map_or("", |u| u.code.as_str()))
}

/// The unit's own pack as it stands, or a new one, in today's edition.
pub(super) fn own(book: &Book, today: Date) -> Map<String, Value> {
    let base = book.packs().iter().find(|p| p.over.is_empty());
    let base = base.map_or("", |p| p.id.as_str());
    let name = book.unit().map_or("", |u| u.name.as_str());
    let id = own_id(book);
    let at = book.packs().iter().position(|p| p.id == id);
    let old =
        at.and_then(|at| book.pack_text(at)).and_then(|text| read::<Map<String, Value>>(text).ok());
    let mut pack = old.unwrap_or_default();
    let names = both!("{}的规定", "{}: set here");
    let name = json!({ "zh": names.with(Lang::Zh, &[name]), "en": names.with(Lang::En, &[name]) });
    let own = [
        ("format", json!("jieyou-pack")),
        ("version", json!(3)),
        ("id", json!(id)),
        ("over", json!(base)),
        ("name", name),
        ("edition", json!(today.to_string())),
    ];
    pack.extend(own.map(|(key, value)| (key.to_owned(), value)));
    pack
}

/// Whether a pack says nothing but what it is.
pub(super) fn holds_nothing(pack: &Map<String, Value>) -> bool {
    pack.keys().all(|key| FIRST.contains(&key.as_str()))
}

pub(super) fn taken(pack: &mut Map<String, Value>, key: &str) -> Vec<Value> {
    match pack.remove(key) {
        Some(Value::Array(items)) => items,
        _ => Vec::new(),
    }
}

/// A number that stands ends the day before; one that would begin later gives way.
fn make_room(numbers: &mut Vec<Value>, rule: &str, from: Date) {
    let day = |value: &Value| value.as_str().and_then(jieyou_domain::time::parse_date);
    numbers.retain(|set| {
        set["rule"].as_str() != Some(rule) || day(&set["from"]).is_some_and(|first| first < from)
    });
    for set in numbers.iter_mut().filter(|set| set["rule"].as_str() == Some(rule)) {
        if day(&set["to"]).is_none_or(|to| to >= from) {
            let last = from.pred_opt().unwrap_or(from).to_string();
            if let Some(set) = set.as_object_mut() {
                set.insert("to".to_owned(), Value::String(last));
            }
        }
    }
}

fn number(rule: &Rule, n: u32, from: Date, cite: &Cite) -> Value {
    let unit = match rule.term {
        RuleTerm::Count { unit, .. } => unit.code(),
        RuleTerm::Special(_) => "",
    };
    let level = match cite.verified {
        jieyou_domain::rules::Verified::Local => "Local",
        _ => "V1",
    };
    json!({
        "rule": rule.id,
        "term": { "n": n, "unit": unit },
        "from": from.to_string(),
        "cite": {
            "instrument": cite.instrument,
            "article": cite.article,
            "quote": cite.quote,
            "verified": level,
        },
    })
}

/// A pack's text with one item a line.
pub(super) fn laid_out(text: &str) -> String {
    read::<Map<String, Value>>(text).map_or_else(|_| text.to_owned(), |pack| laid(&pack))
}

const FIRST: [&str; 6] = ["format", "version", "id", "over", "name", "edition"];

pub(super) fn laid(pack: &Map<String, Value>) -> String {
    let first = FIRST.iter().filter_map(|key| Some((*key, pack.get(*key)?)));
    let rest = pack.iter().map(|(key, value)| (key.as_str(), value));
    let rest = rest.filter(|(key, _)| !FIRST.contains(key));
    let lines = first.chain(rest).map(|(key, value)| match value {
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(Value::to_string).collect();
            format!("\"{key}\": [\n{}\n]", items.join(",\n"))
        }
        _ => format!("\"{key}\": {value}"),
    });
    format!("{{\n{}\n}}\n", lines.collect::<Vec<_>>().join(",\n"))
}
