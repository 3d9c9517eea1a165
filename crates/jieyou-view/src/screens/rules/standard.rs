//! A criterion's number, or the day of the consult, set otherwise by the unit: written
//! into its own pack, beside the numbers of rules.

use super::local::{holds_nothing, laid, own, taken};
use crate::text::{Lang, both};
use jieyou_domain::Date;
use jieyou_domain::json::{Read as _, Value, read};
use jieyou_domain::ledger::Book;
use jieyou_domain::rules::{CONSULT, SetBy, Test};
use serde_json::{Map, json};

/// The unit's own pack with these numbers for a criterion, or for the day of the consult;
/// `by` says who decided it, and why.
pub fn with_numbers(book: &Book, numbers: &[u32], by: &SetBy, today: Date) -> String {
    let mut pack = own(book, today);
    clear(&mut pack, &by.about);
    if by.about == CONSULT {
        pack.insert(CONSULT.to_owned(), json!(numbers.first()));
    } else if let Some(criterion) = book.rules().criterion(&by.about)
        && let Some(mut item) = item(book, "criteria", &by.about)
    {
        let old = super::lists::numbers(&criterion.decided);
        put(&mut item["decided"], numbers);
        for (key, lang) in [("zh", Lang::Zh), ("en", Lang::En)] {
            let text = item["words"][key].as_str().unwrap_or_default().to_owned();
            let text = reworded(&text, &old, numbers, lang).or_else(|| {
                let test = Test::read(item["decided"].clone()).ok()?;
                Some(super::lists::test(&test, book.rules(), lang))
            });
            item["words"][key] = json!(text);
        }
        add(&mut pack, "criteria", item);
    }
    add(&mut pack, "set_by", json!({ "about": by.about, "source": by.source, "why": by.why }));
    laid(&pack)
}

/// The unit's own pack without what it set of this; nothing where that leaves it empty.
pub fn without(book: &Book, about: &str, today: Date) -> Option<String> {
    let mut pack = own(book, today);
    clear(&mut pack, about);
    (!holds_nothing(&pack)).then(|| laid(&pack))
}

/// Whether the unit's own pack sets it.
pub fn is_set(book: &Book, about: &str) -> bool {
    let id = super::local::own_id(book);
    let pack = book.packs().iter().find(|p| p.id == id);
    pack.is_some_and(|p| p.set_by.iter().any(|by| by.about == about))
}

fn clear(pack: &mut Map<String, Value>, about: &str) {
    for (list, key) in [("criteria", "id"), ("set_by", "about")] {
        let mut items = taken(pack, list);
        items.retain(|item| item[key].as_str() != Some(about));
        if !items.is_empty() {
            pack.insert(list.to_owned(), Value::Array(items));
        }
    }
    if about == CONSULT {
        pack.remove(CONSULT);
    }
}

pub(super) fn add(pack: &mut Map<String, Value>, list: &str, item: Value) {
    let mut items = taken(pack, list);
    items.push(item);
    pack.insert(list.to_owned(), Value::Array(items));
}

/// What a pack says of something, as it is written; the last one that does counts.
pub(super) fn item(book: &Book, list: &str, id: &str) -> Option<Value> {
    let mut texts = (0..book.packs().len()).rev().filter_map(|at| book.pack_text(at));
    texts.find_map(|text| {
        let mut pack = read::<Map<String, Value>>(text).ok()?;
        taken(&mut pack, list).into_iter().find(|item| item["id"].as_str() == Some(id))
    })
}

/// Puts the numbers into a test, in the order they are said.
fn put(test: &mut Value, numbers: &[u32]) {
    let mut numbers = numbers.iter();
    for key in ["days", "working_days", "times"] {
        if test[key].is_number() {
            test[key] = json!(numbers.next());
        }
    }
    for key in ["households", "people"] {
        for end in test[key].as_array_mut().into_iter().flatten().filter(|end| end.is_number()) {
            *end = json!(numbers.next());
        }
    }
}

/// The criterion's words with the new numbers in the place of the old; nothing where one
/// of the old does not stand there.
fn reworded(text: &str, old: &[u32], new: &[u32], lang: Lang) -> Option<String> {
    let (mut out, mut run, mut next) = (String::new(), String::new(), 0);
    let last = old.len().min(new.len()).checked_sub(1)?;
    for c in text.chars().chain(std::iter::once('\0')) {
        if c.is_ascii_digit() {
            run.push(c);
            continue;
        }
        if !run.is_empty() {
            let place = last.min(next);
            if run.parse() == Ok(old[place]) {
                out.push_str(&new[place].to_string());
                next += 1;
            } else {
                out.push_str(&run);
            }
            run.clear();
        }
        out.push(c);
    }
    out.pop();
    if next > last {
        return Some(out);
    }
    // The one number that is written as a word.
    let two = both!("两", "twice").to(lang);
    let times = both!("{}", "{} times").with(lang, &[&new[0].to_string()]);
    (old == [2] && text.contains(two)).then(|| text.replace(two, &times))
}
