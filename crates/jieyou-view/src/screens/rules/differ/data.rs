//! What differs in criteria, decision tables and subjects, item by item.

use crate::screens::rules::lists::by;
use crate::text::{Both, Lang, both, format, lists, tables as t, words};
use jieyou_domain::rules::{CONSULT, CONSULT_DAY, Category, Row, RuleSet, Table};

/// `data-row`, and what of it.
type Line = (&'static str, String);

/// Each item of `then` that is new or another, then those that are gone.
fn compared<'a, T: PartialEq>(
    now: &'a [T],
    then: &'a [T],
    id: impl Fn(&T) -> &str,
    line: impl Fn(&T, Option<&T>) -> String,
) -> Vec<Line> {
    let find = |all: &'a [T], item: &T| all.iter().find(|other| id(other) == id(item));
    let mut lines = Vec::new();
    for item in then {
        match find(now, item) {
            None => lines.push(("new", line(item, None))),
            Some(old) if old != item => lines.push(("changed", line(item, Some(old)))),
            Some(_) => {}
        }
    }
    let gone = now.iter().filter(|item| find(then, item).is_none());
    lines.extend(gone.map(|item| ("gone", line(item, None))));
    lines
}

/// The criteria of the lists, and the day of the consult, with source and reason.
pub(super) fn criteria(now: &RuleSet, then: &RuleSet, lang: Lang) -> Vec<Line> {
    let reason = |about: &str| {
        let set = then.set_by.iter().find(|set| set.about == about);
        set.map_or_else(String::new, |set| lang.pick("；", "; ").to_owned() + &by(set, lang))
    };
    let mut lines = compared(
        &now.criteria,
        &then.criteria,
        |c| &c.id,
        |new, old| {
            let text = |c: &jieyou_domain::rules::Criterion| words(&c.words, lang).to_owned();
            let said = match old.map(text) {
                Some(old) if old != text(new) => lists::FROM_TO.with(lang, &[&old, &text(new)]),
                _ => text(new),
            };
            format!("{} {said}{}", new.id, reason(&new.id))
        },
    );
    let day = |rules: &RuleSet| rules.consult.unwrap_or(CONSULT_DAY).to_string();
    if day(now) != day(then) {
        let days = lists::FROM_TO.with(lang, &[&day(now), &day(then)]);
        let text = format::labelled(lists::CONSULT.to(lang), &days, lang);
        lines.push(("changed", text + &reason(CONSULT)));
    }
    lines
}

/// The decision tables, with the rows that differ.
pub(super) fn tables(now: &RuleSet, then: &RuleSet, lang: Lang) -> Vec<Line> {
    let line = |new: &Table, old: Option<&Table>| {
        let name = t::TABLE.with(lang, &[words(&new.name, lang)]);
        match old.map(|old| rows(old, new, lang)) {
            Some(parts) if !parts.is_empty() => {
                format::labelled(&name, &parts.join(lang.pick("；", "; ")), lang)
            }
            _ => name,
        }
    };
    compared(&now.tables, &then.tables, |table| &table.id, line)
}

fn rows(old: &Table, new: &Table, lang: Lang) -> Vec<String> {
    let mut ids: [(Both, Vec<&str>); 3] =
        [(t::ROWS_NEW, vec![]), (t::ROWS_CHANGED, vec![]), (t::ROWS_GONE, vec![])];
    fn find<'a>(table: &'a Table, id: &str) -> Option<&'a Row> {
        table.rows.iter().find(|row| row.id == id)
    }
    for row in &new.rows {
        match find(old, &row.id) {
            None => ids[0].1.push(&row.id),
            Some(was) if was != row => ids[1].1.push(&row.id),
            Some(_) => {}
        }
    }
    ids[2].1.extend(old.rows.iter().map(|r| r.id.as_str()).filter(|id| find(new, id).is_none()));
    let said = ids.iter().filter(|(_, ids)| !ids.is_empty());
    let mut parts: Vec<String> =
        said.map(|(text, ids)| text.with(lang, &[&format::listed(ids, lang)])).collect();
    let order = |table: &Table, other: &Table| -> Vec<String> {
        let both = table.rows.iter().filter(|row| find(other, &row.id).is_some());
        both.map(|row| row.id.clone()).collect()
    };
    let others = [
        (t::ROWS_MOVED, order(old, new) == order(new, old)),
        (t::INPUTS_CHANGED, old.inputs == new.inputs),
        (t::ANSWERS_CHANGED, old.answers == new.answers),
    ];
    parts.extend(
        others.into_iter().filter(|(_, same)| !same).map(|(text, _)| text.to(lang).to_owned()),
    );
    parts
}

/// The subjects.
pub(super) fn subjects(now: &RuleSet, then: &RuleSet, lang: Lang) -> Vec<Line> {
    let name = |c: &Category| words(&c.words, lang).to_owned();
    let line = |new: &Category, old: Option<&Category>| {
        let said = match old.map(name) {
            Some(old) if old != name(new) => lists::FROM_TO.with(lang, &[&old, &name(new)]),
            _ => name(new),
        };
        let subject = both!("事项分类", "Subject").to(lang);
        let bodies = old.filter(|old| old.bodies != new.bodies);
        let bodies = bodies.map(|old| lists::FROM_TO.with(lang, &[&old.bodies, &new.bodies]));
        let codes = |c: &Category| {
            let all = [&c.codes.mediation, &c.codes.petitions, &c.codes.hotline];
            let all = all.map(|code| if code.is_empty() { "-" } else { code.as_str() });
            format::listed(&all, lang)
        };
        let coded = old.filter(|old| old.codes != new.codes).map(|old| {
            let pair = lists::FROM_TO.with(lang, &[&codes(old), &codes(new)]);
            format::labelled(crate::text::subjects::CODES.to(lang), &pair, lang)
        });
        let said = [Some(said), bodies, coded].into_iter().flatten().collect::<Vec<_>>();
        format::labelled(&format!("{subject} {}", new.id), &said.join(lang.pick("；", "; ")), lang)
    };
    compared(&now.categories, &then.categories, |c| &c.id, line)
}
