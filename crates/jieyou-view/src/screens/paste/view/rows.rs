//! A row of the paste as the page shows it, and how many there are of each kind.

use super::super::row::fix_key;
use super::super::sheet::{Fate, Row, take_key};
use super::super::table::Mapping;
use super::super::target::Target;
use super::{CellView, RowView, TickView};
use crate::forms::{Draft, FormContext, wording};
use crate::text::{Lang, format, paste as t};

pub(super) fn sums(rows: &[Row], lang: Lang) -> Vec<(&'static str, usize, &'static str)> {
    let count = |code: &str| rows.iter().filter(|r| code_of(&r.fate, r.taken) == code).count();
    [
        ("new", t::SUM_READY),
        ("conflict", t::SUM_WRONG),
        ("same", t::SUM_TWICE),
        ("finding", t::SUM_OUT),
    ]
    .into_iter()
    .map(|(code, word)| (code, count(code), word.to(lang)))
    .filter(|(code, n, _)| *n > 0 || *code == "new")
    .collect()
}

fn code_of(fate: &Fate, taken: bool) -> &'static str {
    match fate {
        _ if taken => "new",
        Fate::Ready | Fate::Out => "finding",
        Fate::Wrong => "conflict",
        Fate::TwiceHere(_) | Fate::TwiceThere(_) => "same",
    }
}

/// What can be corrected in an opened row.
const IN_PLACE: [Target; 9] = [
    Target::Title,
    Target::On,
    Target::Place,
    Target::Claims,
    Target::Story,
    Target::Against,
    Target::Households,
    Target::People,
    Target::Outside,
];

/// A row; `text` is what stands in it for a target.
pub(super) fn row_view(
    cx: &FormContext<'_>,
    draft: &Draft,
    mapping: &Mapping,
    row: &Row,
    text: impl Fn(Target) -> String,
) -> RowView {
    let (lang, line) = (cx.lang, &row.line);
    let number = line.number.to_string();
    let open_key = format!("open-{}", line.key);
    let is_open = draft.get(&open_key) == "yes";
    let notes = notes(row, &text, lang);
    let cells = cells(draft, mapping, row, is_open, lang, text);
    let take = (row.fate != Fate::Wrong).then(|| TickView {
        key: take_key(line),
        label: t::TAKE.with(lang, &[&number]),
        is_on: row.taken,
    });
    RowView {
        key: line.key.clone(),
        line: t::ROW.with(lang, &[&number]),
        code: code_of(&row.fate, row.taken),
        mark: mark(row, lang),
        title: row.read.title.clone(),
        about: about(row, lang),
        notes,
        is_wrong: row.fate == Fate::Wrong || (!cells.is_empty() && !is_open),
        open: TickView { key: open_key, label: t::CORRECT.with(lang, &[&number]), is_on: is_open },
        cells,
        take,
    }
}

fn mark(row: &Row, lang: Lang) -> String {
    match &row.fate {
        Fate::TwiceHere(n) => t::TWICE_HERE.with(lang, &[&n.to_string()]),
        Fate::TwiceThere(number) => t::TWICE_THERE.with(lang, &[number]),
        fate => t::mark(code_of(fate, row.taken)).to(lang).to_owned(),
    }
}

/// What is worth knowing, and words to write otherwise, as beside the fields of a form.
fn notes(row: &Row, text: impl Fn(Target) -> String, lang: Lang) -> Vec<String> {
    let told = [Target::Title, Target::Claims, Target::Story].map(text).join("\n");
    let hints = wording(&told, lang).into_iter().map(|hint| hint.say);
    row.read.notes.iter().cloned().chain(hints).collect()
}

/// Day, place and claims in a line.
fn about(row: &Row, lang: Lang) -> String {
    let read = &row.read;
    let day = read.on.map(|on| format::date_full(on, lang)).unwrap_or_default();
    let mut parts = vec![day, read.place.clone(), read.claims.replace('\n', " / ")];
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

/// What is wrong, was corrected, or was opened by hand. A cell that was corrected stays.
fn cells(
    draft: &Draft,
    mapping: &Mapping,
    row: &Row,
    is_open: bool,
    lang: Lang,
    text: impl Fn(Target) -> String,
) -> Vec<CellView> {
    let wrong = &row.read.wrong;
    let problem = |target| wrong.iter().find(|(t, _)| *t == target).map(|(_, text)| text.clone());
    let shown = Target::ALL.into_iter().filter(|target| {
        let has = mapping.has(*target) || *target == Target::Claims;
        problem(*target).is_some()
            || draft.0.contains_key(&fix_key(&row.line, *target))
            || (is_open && has && IN_PLACE.contains(target))
    });
    let cells = shown.map(|target| CellView {
        key: fix_key(&row.line, target),
        label: target.label(lang),
        value: text(target),
        problem: problem(target).unwrap_or_default(),
        is_long: matches!(target, Target::Story | Target::Claims | Target::Title),
    });
    cells.collect()
}
