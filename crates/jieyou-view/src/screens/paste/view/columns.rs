//! Step two: the header, and what each column becomes.

use super::super::ROWS_MAX;
use super::super::table::{Column, Mapping, Table};
use super::super::target::Target;
use super::{AskView, ColumnView, ColumnsView, TickView};
use crate::forms::{Draft, FormContext};
use crate::text::{Lang, paste as t};

/// Step two: what the columns become.
pub fn columns(cx: &FormContext<'_>, table: &Table, draft: &Draft) -> ColumnsView {
    let lang = cx.lang;
    let mapping = Mapping::of(table, draft);
    let body = mapping.body(table);
    let columns = mapping.columns.iter().enumerate().map(|(at, column)| {
        let cells = body.iter().map(|line| line.cells[at].as_str());
        let samples = cells.clone().filter(|c| !c.is_empty()).take(3).map(short).collect();
        let has_gaps = cells.clone().skip_while(|c| c.is_empty()).any(str::is_empty);
        column_view(column, at, samples, has_gaps, lang)
    });
    let columns = columns.collect();
    let mut lead = t::lead(body.len(), mapping.columns.len(), lang);
    if table.masked > 0 {
        lead.push_str(&t::masked(table.masked, lang));
    }
    ColumnsView {
        lead,
        header: header(table, &mapping, lang),
        columns,
        problem: problem(&mapping, body.len(), lang),
    }
}

fn short(cell: &str) -> String {
    let first: String = cell.chars().take(24).map(|c| if c == '\n' { ' ' } else { c }).collect();
    if first.chars().count() < cell.chars().count() { format!("{first}…") } else { first }
}

fn header(table: &Table, mapping: &Mapping, lang: Lang) -> AskView {
    let mut options = vec![("0".to_owned(), t::NO_HEADER.to(lang).to_owned())];
    for (at, line) in table.lines.iter().take(5).enumerate() {
        let first = line.cells.iter().find(|c| !c.is_empty()).map_or("", String::as_str);
        let label = t::HEADER_ROW.with(lang, &[&line.number.to_string(), &short(first)]);
        options.push(((at + 1).to_string(), label));
    }
    AskView {
        key: "header".to_owned(),
        label: t::HEADER.to(lang).to_owned(),
        hint: String::new(),
        value: mapping.header.map_or(0, |at| at + 1).to_string(),
        options,
    }
}

fn column_view(
    column: &Column,
    at: usize,
    samples: Vec<String>,
    has_gaps: bool,
    lang: Lang,
) -> ColumnView {
    let options = Target::ALL.map(|t| (t.code().to_owned(), t.label(lang).to_owned()));
    let may_fill = matches!(
        column.target,
        Target::On | Target::Place | Target::Against | Target::Channel | Target::Body
    );
    let label = match column.name.as_str() {
        "" => t::COLUMN.with(lang, &[&(at + 1).to_string()]),
        name => name.replace('\n', " "),
    };
    ColumnView {
        ask: AskView {
            key: column.key.clone(),
            label,
            hint: String::new(),
            value: column.target.code().to_owned(),
            options: options.to_vec(),
        },
        samples,
        why: column.proposal.why.map_or("", |why| t::why(why).to(lang)),
        fill: (has_gaps && may_fill).then(|| TickView {
            key: format!("fill-{}", column.key),
            label: t::FILL.to(lang).to_owned(),
            is_on: column.fills,
        }),
    }
}

fn problem(mapping: &Mapping, rows: usize, lang: Lang) -> String {
    if rows == 0 {
        return t::NO_ROWS.to(lang).to_owned();
    }
    if rows > ROWS_MAX {
        return t::TOO_MANY.with(lang, &[&ROWS_MAX.to_string()]);
    }
    if let Some(target) = mapping.twice() {
        return t::TWICE.with(lang, &[target.label(lang)]);
    }
    for target in [Target::Title, Target::On] {
        if !mapping.has(target) {
            return t::NEEDED.with(lang, &[target.label(lang)]);
        }
    }
    String::new()
}
