//! Hiding parts of what an event says: names and numbers inside its free texts, or a whole
//! text. Days, numbers, choices and everything that is counted by have no free text, so
//! what is owed cannot change.

use jieyou_domain::mask::REDACTED;
use serde_json::Value;

/// The fields that a person writes sentences into, in the order in which they are read.
const FREE: [&str; 22] = [
    "title", "story", "spot", "text", "what", "how", "note", "measure", "words", "evidence",
    "proof", "why", "basis", "reason", "wish", "mediator", "present", "who", "place", "purpose",
    "old", "new",
];

/// Fields of these names that are no free text: a choice, or the id of a place.
const BOUND: [(&str, &str); 7] = [
    ("matter.appointed", "what"),
    ("matter.delivered", "what"),
    ("matter.forwarded", "how"),
    ("matter.linked", "how"),
    ("matter.reopened", "reason"),
    ("matter.registered", "place"),
    ("matter.signed_for", "place"),
];

/// What to hide.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hide<'a> {
    /// Names, numbers: wherever they stand.
    pub words: &'a [String],
    /// Whole texts, by their path.
    pub whole: &'a [String],
}

/// A free text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where it stands in the data: `claims.0.text`.
    pub path: String,
    /// The name of its field.
    pub field: String,
    /// As it was.
    pub old: String,
    /// With what is hidden.
    pub new: String,
}

/// An event's data with parts hidden.
#[derive(Clone, Debug, PartialEq)]
pub struct Hidden {
    /// The data.
    pub data: Value,
    /// Every free text, in the order in which they are read.
    pub pieces: Vec<Piece>,
    /// Fields that hold one of the words, and that nothing is hidden in.
    pub left: Vec<String>,
}

impl Hidden {
    /// Whether anything was hidden.
    pub fn is_changed(&self) -> bool {
        self.pieces.iter().any(|piece| piece.old != piece.new)
    }
}

/// Hides parts of the data of an event of type `code`.
pub fn hide(code: &str, mut data: Value, what: &Hide<'_>) -> Hidden {
    let mut walk = Walk { what, pieces: Vec::new(), left: Vec::new() };
    walk.walk(code, &mut data, "", "");
    let Walk { mut pieces, left, .. } = walk;
    let place = |piece: &Piece| FREE.iter().position(|field| *field == piece.field);
    pieces.sort_by_key(place);
    Hidden { data, pieces, left }
}

/// A text with every one of the words hidden.
pub(crate) fn without(text: &str, words: &[String]) -> String {
    let mut words: Vec<&str> = words.iter().map(String::as_str).collect();
    words.retain(|word| !word.is_empty() && !REDACTED.contains(word));
    // The longer first: a name may be a part of another.
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    words.into_iter().fold(text.to_owned(), |text, word| text.replace(word, REDACTED))
}

struct Walk<'a> {
    what: &'a Hide<'a>,
    pieces: Vec<Piece>,
    left: Vec<String>,
}

impl Walk<'_> {
    fn walk(&mut self, code: &str, value: &mut Value, path: &str, field: &str) {
        match value {
            Value::String(text) => self.text(code, text, path, field),
            Value::Array(items) => {
                for (item, at) in items.iter_mut().zip(0_usize..) {
                    self.walk(code, item, &under(path, &at.to_string()), field);
                }
            }
            Value::Object(fields) => {
                // A correction holds the event as it should have been.
                let inner = fields.get("type").and_then(Value::as_str).map(str::to_owned);
                let code = inner.as_deref().filter(|_| field == "event").unwrap_or(code);
                for (name, value) in fields.iter_mut() {
                    self.walk(code, value, &under(path, name), name);
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    fn text(&mut self, code: &str, text: &mut String, path: &str, field: &str) {
        if !FREE.contains(&field) || BOUND.contains(&(code, field)) {
            if self.what.words.iter().any(|word| !word.is_empty() && text.contains(word)) {
                self.left.push(field.to_owned());
            }
            return;
        }
        let is_whole = self.what.whole.iter().any(|whole| whole == path);
        let new = match is_whole {
            true => REDACTED.to_owned(),
            false => without(text, self.what.words),
        };
        let old = std::mem::replace(text, new.clone());
        self.pieces.push(Piece { path: path.to_owned(), field: field.to_owned(), old, new });
    }
}

fn under(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jieyou_domain::ledger::Event;
    use serde_json::json;

    const EVENTS: &str = include_str!("../../../../tests/golden/events.json");

    /// Every text hidden, as if each had been ticked.
    fn all_hidden(code: &str, data: &Value) -> Hidden {
        let seen = hide(code, data.clone(), &Hide::default());
        let whole: Vec<String> = seen.pieces.into_iter().map(|piece| piece.path).collect();
        hide(code, data.clone(), &Hide { words: &[], whole: &whole })
    }

    /// What is left of data without its free texts.
    fn blank(code: &str, data: &Value) -> Value {
        all_hidden(code, data).data
    }

    #[test]
    fn every_fact_still_reads_with_all_its_texts_hidden() {
        let events: Vec<Value> = serde_json::from_str(EVENTS).unwrap();
        let (mut hidden, mut wrong) = (0, Vec::new());
        for event in events {
            let code = event["type"].as_str().unwrap();
            if !code.starts_with("matter.") {
                continue;
            }
            let after = all_hidden(code, &event["data"]);
            hidden += after.pieces.len();
            assert!(after.pieces.iter().all(|piece| piece.new == REDACTED), "{code}");
            if let Err(why) = Event::from_parts(code, after.data.clone()) {
                wrong.push(format!("{code}: {why:?}"));
            }
            // Nothing but free texts differs.
            assert_eq!(blank(code, &after.data), blank(code, &event["data"]), "{code}");
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
        assert!(hidden > 60, "{hidden}");
    }

    #[test]
    fn words_are_hidden_wherever_they_stand_and_named_where_they_cannot_be() {
        let data = json!({
            "title": "田埂被占", "story": "王某甲家的田埂，王某甲说电话13800000000",
            "claims": [{"text": "王某甲退地", "against": "neighbour"}],
            "outside": {"number": "王某甲1号"},
        });
        let words = ["某甲".to_owned(), "王某甲".to_owned(), "13800000000".to_owned()];
        let hidden = hide("matter.registered", data, &Hide { words: &words, whole: &[] });
        let fields: Vec<&str> = hidden.pieces.iter().map(|p| p.path.as_str()).collect();
        assert_eq!(fields, ["title", "story", "claims.0.text"]);
        assert_eq!(hidden.data["story"], "〔已遮蔽〕家的田埂，〔已遮蔽〕说电话〔已遮蔽〕");
        assert_eq!(hidden.data["title"], "田埂被占");
        assert_eq!(hidden.left, ["number"]);
        assert!(hidden.is_changed());
    }

    #[test]
    fn a_corrected_fact_is_hidden_inside_the_correction() {
        let event = json!({"type": "matter.appointed", "data": {"what": "mediation", "who": "王某甲", "day": "2026-03-09"}});
        let data = json!({"entry": "e", "on": "2026-03-04", "event": event, "why": "王某甲改期"});
        let words = ["王某甲".to_owned()];
        let hidden = hide("matter.corrected", data, &Hide { words: &words, whole: &[] });
        let fields: Vec<&str> = hidden.pieces.iter().map(|p| p.path.as_str()).collect();
        assert_eq!(fields, ["why", "event.data.who"]);
        assert_eq!(hidden.data["event"]["data"]["what"], "mediation");
        assert!(!hidden.data.to_string().contains("王某甲"));
    }

    #[test]
    fn the_mark_itself_is_never_hidden() {
        let words = ["遮蔽".to_owned(), String::new()];
        let data = json!({"note": "〔已遮蔽〕来过"});
        assert!(!hide("matter.acted", data, &Hide { words: &words, whole: &[] }).is_changed());
    }
}
