//! Changing a subject: its name, its bodies, what others call it; and codes of many
//! subjects at once. What comes of it is a pack of the unit's own.

use super::build::Build;
use super::context::FormContext;
use super::model::{Control, Draft, Form, Problem};
use super::reader::Reader;
use crate::screens::rules::subjects::{is_set, with_subjects, without_subject};
use crate::screens::rules::{Proposal, Trial, adopting, dropping_own};
use crate::text::forms::{Ask, category as t, problem};
use crate::text::{Both, rules, subjects};
use jieyou_domain::rules::{Category, Codes, Example};

/// What stands in the place of an id while codes are pasted.
pub const PASTE: &str = "+";

/// The three lists of others: their keys, and what they are called.
const LISTS: [(&str, Both); 3] = [
    ("mediation", subjects::MEDIATION),
    ("petitions", subjects::PETITIONS),
    ("hotline", subjects::HOTLINE),
];

fn code<'a>(codes: &'a mut Codes, list: &str) -> &'a mut String {
    match list {
        "mediation" => &mut codes.mediation,
        "petitions" => &mut codes.petitions,
        _ => &mut codes.hotline,
    }
}

/// What stands there at first.
pub fn blank(ctx: &FormContext<'_>, id: &str) -> Draft {
    let mut draft = Draft::default();
    draft.set("what", id);
    draft.set("how", "set");
    if let Some(category) = ctx.book.rules().category(id) {
        let mut codes = category.codes.clone();
        draft.set("name", category.words.zh.as_str());
        draft.set("name_en", category.words.en.as_str());
        draft.set("bodies", category.bodies.as_str());
        for (list, _) in LISTS {
            draft.set(list, code(&mut codes, list).as_str());
        }
    }
    draft
}

/// The form.
pub fn form(ctx: &FormContext<'_>, draft: &Draft) -> Form {
    let (lang, id) = (ctx.lang, draft.get("what"));
    let mut build = Build::of_unit(ctx);
    let choices = |all: &[(&str, Both)]| {
        all.iter().map(|(code, word)| ((*code).to_owned(), word.to(lang).to_owned())).collect()
    };
    if id == PASTE {
        build.need("list", &t::LIST, Control::Choice(choices(&LISTS)));
        build.need("lines", &t::LINES, Control::Lines);
        return build.form(
            subjects::PASTE.to(lang),
            subjects::PASTE_HINT.to(lang).to_owned(),
            rules::CHECK,
        );
    }
    if is_set(ctx.book, id) {
        let ways = choices(&[("set", t::SET), ("back", t::BACK)]);
        build.need("how", &t::HOW, Control::Choice(ways));
    }
    if !is_back(ctx, draft) {
        build.need("name", &t::NAME, Control::Line(40));
        build.add("name_en", &t::NAME_EN, Control::Line(80));
        build.add("bodies", &t::BODIES, Control::Line(80));
        for (list, name) in LISTS {
            build.put(list, name.to(lang).to_owned(), "", Control::Line(20));
        }
    }
    let name = ctx.book.rules().category(id).map_or("", |c| crate::text::words(&c.words, lang));
    build.form(&format!("{id} {name}"), String::new(), rules::CHECK)
}

fn is_back(ctx: &FormContext<'_>, draft: &Draft) -> bool {
    draft.get("how") == "back" && is_set(ctx.book, draft.get("what"))
}

/// What would follow.
///
/// # Errors
///
/// Returns every problem, each at its field.
pub fn read(
    ctx: &FormContext<'_>,
    draft: &Draft,
    examples: &[Example],
) -> Result<Proposal, Vec<Problem>> {
    let id = draft.get("what");
    let trial = Trial { book: ctx.book, examples, today: ctx.today, lang: ctx.lang };
    let unit = ctx.book.unit().map_or("", |u| u.name.as_str());
    let first = if id == PASTE { "lines" } else { "name" };
    let refused = |text| vec![Problem { field: first.to_owned(), text }];
    if is_back(ctx, draft) {
        let why = t::WHY_BACK.to(ctx.lang);
        return match without_subject(ctx.book, id, ctx.today) {
            Some(text) => adopting(trial, unit, &text).map_err(refused),
            None => dropping_own(trial, why).ok_or_else(Vec::new),
        };
    }
    let mut reader = Reader::new(ctx, draft);
    let changed = if id == PASTE { pasted(&mut reader) } else { one(&mut reader, id) };
    let changed = reader.finish(changed)?;
    let text = with_subjects(ctx.book, &changed, ctx.today);
    adopting(trial, unit, &text).map_err(refused)
}

fn one(reader: &mut Reader<'_>, id: &str) -> Option<Vec<Category>> {
    let old = reader.ctx.book.rules().category(id)?;
    let mut new = old.clone();
    new.words.zh = reader.needed("name", &t::NAME, 40);
    new.words.en = reader.text("name_en", &t::NAME_EN, 80);
    new.bodies = reader.text("bodies", &t::BODIES, 80);
    for (list, name) in LISTS {
        *code(&mut new.codes, list) = reader.text(list, &Ask { label: name, hint: Both::NONE }, 20);
    }
    if new == *old {
        reader.wrong("name", t::SAME, &[]);
    }
    Some(vec![new])
}

/// One line a subject: its id or name, a tab, the code.
fn pasted(reader: &mut Reader<'_>) -> Option<Vec<Category>> {
    let list = reader.raw("list");
    if !LISTS.iter().any(|(key, _)| *key == list) {
        reader.wrong("list", problem::NOT_CHOSEN, &[t::LIST.label.to(reader.ctx.lang)]);
    }
    let rules = reader.ctx.book.rules();
    let mut all: Vec<Category> = Vec::new();
    for (at, line) in reader.raw("lines").lines().enumerate() {
        let line = line.trim();
        if line.is_empty() {
            continue;
        }
        let n = (at + 1).to_string();
        let Some((name, value)) = line.split_once('\t').map(|(a, b)| (a.trim(), b.trim())) else {
            reader.wrong("lines", t::BAD_LINE, &[&n]);
            continue;
        };
        let found = rules.categories.iter().find(|c| c.id == name || c.words.zh == name);
        let Some(found) = found else {
            reader.wrong("lines", t::NO_SUBJECT, &[&n, name]);
            continue;
        };
        if all.iter().any(|c| c.id == found.id) {
            reader.wrong("lines", t::TWICE, &[&n, name]);
            continue;
        }
        let mut category = found.clone();
        value.clone_into(code(&mut category.codes, list));
        all.push(category);
    }
    if all.is_empty() && !reader.has_problems() {
        reader.wrong("lines", problem::MISSING, &[t::LINES.label.to(reader.ctx.lang)]);
    }
    all.retain(|category| rules.category(&category.id) != Some(category));
    if all.is_empty() && !reader.has_problems() {
        reader.wrong("lines", t::SAME, &[]);
    }
    Some(all)
}
