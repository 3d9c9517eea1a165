//! The subjects: the tree with bodies, usual ways and outside codes, how many matters of
//! each, and what a unit sets of them itself.

use super::local::{holds_nothing, laid, own, own_id, taken};
use super::standard::add;
use crate::screens::Assessments;
use crate::text::subjects as t;
use crate::text::{Lang, format, words};
use jieyou_domain::Date;
use jieyou_domain::ledger::Book;
use jieyou_domain::rules::{Category, UsualRoute};
use serde_json::json;

/// The page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubjectsView {
    /// The upper level.
    pub groups: Vec<SubjectGroup>,
    /// How many matters of each upper subject, without one, and all together.
    pub counts: Vec<(String, String)>,
    /// All matters.
    pub sum: String,
}

/// A subject of the upper level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubjectGroup {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Those below it.
    pub rows: Vec<SubjectRow>,
}

/// A subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubjectRow {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What is known of it, each with its name.
    pub facts: Vec<String>,
    /// Whether the unit set it otherwise.
    pub is_set: bool,
}

/// The page as it stands.
pub fn subjects(book: &Book, all: &Assessments, lang: Lang) -> SubjectsView {
    let rules = book.rules();
    let mut groups: Vec<SubjectGroup> = Vec::new();
    for category in &rules.categories {
        let (top, is_top) = top(&category.id);
        if is_top {
            let name = words(&category.words, lang).to_owned();
            groups.push(SubjectGroup { id: top.to_owned(), name, rows: Vec::new() });
        } else if let Some(group) = groups.iter_mut().find(|g| g.id == top) {
            group.rows.push(row(category, book, lang));
        }
    }
    let (counts, sum) = counts(&groups, all, lang);
    SubjectsView { groups, counts, sum }
}

fn top(id: &str) -> (&str, bool) {
    id.split_once('.').map_or((id, true), |(top, _)| (top, false))
}

fn row(category: &Category, book: &Book, lang: Lang) -> SubjectRow {
    let codes = &category.codes;
    let facts = [
        (t::HINTS, category.hints.clone()),
        (t::BODIES, bodies(&category.bodies, lang)),
        (t::ROUTES, routes(&category.routes, lang)),
        (t::UNSETTLED, routes(&category.unsettled, lang)),
        (t::MEDIATION, codes.mediation.clone()),
        (t::PETITIONS, codes.petitions.clone()),
        (t::HOTLINE, codes.hotline.clone()),
    ];
    let facts = facts.into_iter().filter(|(_, text)| !text.is_empty());
    let facts = facts.map(|(name, text)| format::labelled(name.to(lang), &text, lang));
    let by_number = category.by_number.then(|| t::BY_NUMBER.to(lang).to_owned());
    SubjectRow {
        id: category.id.clone(),
        name: words(&category.words, lang).to_owned(),
        facts: by_number.into_iter().chain(facts).collect(),
        is_set: is_set(book, &category.id),
    }
}

fn bodies(text: &str, lang: Lang) -> String {
    match text.split_once('/') {
        Some((county, township)) if !township.contains('/') => {
            t::COUNTY.with(lang, &[county, township])
        }
        _ => text.to_owned(),
    }
}

fn routes(all: &[UsualRoute], lang: Lang) -> String {
    let all: Vec<&str> = all.iter().map(|route| t::route(*route, lang)).collect();
    format::listed(&all, lang)
}

/// Every registered matter is counted once.
fn counts(
    groups: &[SubjectGroup],
    all: &Assessments,
    lang: Lang,
) -> (Vec<(String, String)>, String) {
    let of = |id: &str| {
        let own = all.iter().filter(|h| {
            let subject = h.matter.state.category.as_deref();
            subject.is_some_and(|subject| top(subject).0 == id)
        });
        own.count()
    };
    let mut counts: Vec<(String, usize)> =
        groups.iter().map(|g| (g.name.clone(), of(&g.id))).collect();
    let without = all.iter().filter(|h| h.matter.state.category.is_none()).count();
    let known: usize = counts.iter().map(|(_, n)| n).sum();
    counts.push((t::NO_SUBJECT.to(lang).to_owned(), without));
    let lost = all.len() - known - without;
    if lost > 0 {
        counts.push((t::LOST.to(lang).to_owned(), lost));
    }
    let counts = counts.into_iter().map(|(name, n)| (name, n.to_string())).collect();
    (counts, all.len().to_string())
}

/// Whether the unit's own pack says something of it.
pub fn is_set(book: &Book, id: &str) -> bool {
    let own = own_id(book);
    let pack = book.packs().iter().find(|p| p.id == own);
    pack.is_some_and(|p| p.categories.iter().any(|c| c.id == id))
}

/// The unit's own pack with these subjects told anew: name, bodies and codes as given.
pub fn with_subjects(book: &Book, changed: &[Category], today: Date) -> String {
    let mut pack = own(book, today);
    let mut items = taken(&mut pack, "categories");
    for category in changed {
        let Category { id, words, bodies, codes, .. } = category;
        let at = items.iter().position(|item| item["id"].as_str() == Some(id));
        let mut item = at.map_or_else(|| json!({ "id": id }), |at| items.remove(at));
        item["words"] = json!({ "zh": words.zh, "en": words.en });
        item["bodies"] = json!(bodies);
        item["codes"] = json!({
            "mediation": codes.mediation,
            "petitions": codes.petitions,
            "hotline": codes.hotline,
        });
        items.push(item);
    }
    for item in items {
        add(&mut pack, "categories", item);
    }
    laid(&pack)
}

/// The unit's own pack without what it says of a subject; nothing where that leaves it
/// empty.
pub fn without_subject(book: &Book, id: &str, today: Date) -> Option<String> {
    let mut pack = own(book, today);
    for item in taken(&mut pack, "categories") {
        if item["id"].as_str() != Some(id) {
            add(&mut pack, "categories", item);
        }
    }
    (!holds_nothing(&pack)).then(|| laid(&pack))
}
