//! Step three: questions for all rows, unknown words, and the rows.

use super::super::days::NoDay;
use super::super::row::{needs_help, text_of};
use super::super::sheet::{Sheet, asked};
use super::super::table::Table;
use super::super::target::Target;
use super::super::words::{Unknown, choices, word_key};
use super::rows::{row_view, sums};
use super::{AskView, RowView, SheetView, TickView};
use crate::forms::{Draft, FormContext};
use crate::text::forms::{Ask, register as r};
use crate::text::{Both, Lang, paste as t, words as w};
use chrono::Datelike as _;
use jieyou_domain::facts::{Channel, CounterParty, Danger, ReplyBy};

/// Step three: every row, with what becomes of it.
pub fn sheet(cx: &FormContext<'_>, table: &Table, draft: &Draft) -> SheetView {
    let lang = cx.lang;
    let sheet = Sheet::read(cx, table, draft);
    let words: Vec<AskView> =
        sheet.words.unknown.iter().map(|word| unknown(cx, draft, word)).collect();
    let is_place = |w: &&AskView| w.key.starts_with("word-place-") && w.value.is_empty();
    let places: Vec<String> = words.iter().filter(is_place).map(|w| w.key.clone()).collect();
    let body = sheet.mapping.body(table);
    let rows: Vec<RowView> = sheet
        .rows
        .iter()
        .enumerate()
        .map(|(at, row)| {
            let text = |target| text_of(&sheet.mapping, draft, &body[..at], &row.line, target);
            row_view(cx, draft, &sheet.mapping, row, text)
        })
        .collect();
    let taken = sheet.rows.iter().filter(|r| r.taken).count();
    let asks: Vec<AskView> =
        asked(&sheet.words).into_iter().map(|key| shared(key, draft, lang)).collect();
    let first_open = sheet.open.first().copied().unwrap_or_default().to_owned();
    let open = asks.iter().find(|a| a.key == first_open);
    SheetView {
        ticks: ticks(cx, draft, &sheet, table),
        sums: sums(&sheet.rows, lang),
        open: open.map_or_else(String::new, |a| t::OPEN_FIRST.with(lang, &[&a.label])),
        first_open,
        submit: t::submit(taken, lang),
        asks: with_year(asks, draft, &sheet, table, cx),
        words,
        places: if places.len() > 1 { places } else { Vec::new() },
        rows,
        taken,
    }
}

/// A word that is not known, to be decided once.
fn unknown(cx: &FormContext<'_>, draft: &Draft, word: &Unknown) -> AskView {
    let key = word_key(word.target, &word.text);
    AskView {
        label: t::unknown(word.target, &word.text, word.rows, cx.lang),
        hint: String::new(),
        value: draft.get(&key).to_owned(),
        options: choices(cx, word.target),
        key,
    }
}

/// A question for all rows.
fn shared(key: &'static str, draft: &Draft, lang: Lang) -> AskView {
    let (ask, options): (&Ask, _) = match key {
        "danger" => {
            // What is dangerous now is registered and reported at once, not pasted.
            let safe = [Danger::No, Danger::Unknown];
            (&t::DANGER, w::choices(&safe, Danger::code, w::danger, lang))
        }
        "against" => {
            (&r::AGAINST, w::choices(CounterParty::ALL, CounterParty::code, w::counter_party, lang))
        }
        "channel" => (&r::CHANNEL, w::choices(Channel::ALL, Channel::code, w::channel, lang)),
        _ => (&r::REPLY_BY, w::choices(ReplyBy::ALL, ReplyBy::code, w::reply_by, lang)),
    };
    let hint = match key {
        "danger" => t::DANGER.hint,
        "reply_by" => t::FOR_ALL,
        _ => t::FOR_SILENT,
    };
    let mut all = vec![(String::new(), t::NOT_CHOSEN.to(lang).to_owned())];
    all.extend(options);
    AskView {
        key: key.to_owned(),
        label: ask.label.to(lang).to_owned(),
        hint: hint.to(lang).to_owned(),
        value: draft.get(key).to_owned(),
        options: all,
    }
}

/// Whether some day of the paste needs what the user has to allow.
fn needs(draft: &Draft, sheet: &Sheet, table: &Table, why: NoDay) -> bool {
    let body = sheet.mapping.body(table);
    body.iter().enumerate().any(|(at, line)| {
        let cell = text_of(&sheet.mapping, draft, &body[..at], line, Target::On);
        needs_help(&cell) == Some(why)
    })
}

/// The year of days without one, where there are such days.
fn with_year(
    mut asks: Vec<AskView>,
    draft: &Draft,
    sheet: &Sheet,
    table: &Table,
    cx: &FormContext<'_>,
) -> Vec<AskView> {
    if needs(draft, sheet, table, NoDay::NoYear) {
        let year = cx.today.year();
        let mut options = vec![(String::new(), t::NO_YEAR_CHOSEN.to(cx.lang).to_owned())];
        options.extend((year - 5..=year).rev().map(|y| (y.to_string(), y.to_string())));
        asks.push(AskView {
            key: "year".to_owned(),
            label: t::YEAR.label.to(cx.lang).to_owned(),
            hint: t::YEAR.hint.to(cx.lang).to_owned(),
            value: draft.get("year").to_owned(),
            options,
        });
    }
    asks
}

fn ticks(cx: &FormContext<'_>, draft: &Draft, sheet: &Sheet, table: &Table) -> Vec<TickView> {
    let body = sheet.mapping.body(table);
    let has_silent = body.iter().enumerate().any(|(at, line)| {
        text_of(&sheet.mapping, draft, &body[..at], line, Target::Claims).is_empty()
    });
    let tick = |key: &str, label: Both| TickView {
        key: key.to_owned(),
        label: label.to(cx.lang).to_owned(),
        is_on: draft.get(key) == "yes",
    };
    let mut ticks = Vec::new();
    if has_silent {
        ticks.push(tick("claims_title", t::CLAIMS_TITLE));
    }
    if needs(draft, sheet, table, NoDay::Serial) {
        ticks.push(tick("serial", t::SERIAL));
    }
    ticks
}
