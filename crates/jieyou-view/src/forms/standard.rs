//! A criterion's number, or the day of the consult, set otherwise by the unit: the form,
//! and the pack that comes of it. Nothing but numbers can be set, so no criterion about
//! persons can be made.

use super::build::Build;
use super::context::FormContext;
use super::model::{Control, Draft, Form, Problem};
use super::reader::Reader;
use crate::screens::rules::standard::{is_set, with_numbers, without};
use crate::screens::rules::{Proposal, Trial, adopting, dropping_own, numbers};
use crate::text::forms::{Ask, local, problem, standard as t};
use crate::text::{lists, rules, words};
use jieyou_domain::rules::{CONSULT, CONSULT_DAY, Example, SetBy, Test};

/// The longest number of anything.
const N_MAX: u32 = 3_660;
/// The last day that every month has.
const LAST_DAY: u32 = 28;

/// What stands there at first.
pub fn blank(ctx: &FormContext<'_>, about: &str) -> Draft {
    let mut draft = Draft::default();
    draft.set("what", about);
    draft.set("how", "set");
    for (at, n) in now(ctx, about).into_iter().enumerate() {
        draft.set(format!("n{at}"), n.to_string());
    }
    draft
}

/// The form.
pub fn form(ctx: &FormContext<'_>, draft: &Draft) -> Form {
    let lang = ctx.lang;
    let about = draft.get("what");
    let mut build = Build::of_unit(ctx);
    if is_set(ctx.book, about) {
        let choices = [("set", t::SET), ("back", t::BACK)];
        let choices = choices.map(|(code, word)| (code.to_owned(), word.to(lang).to_owned()));
        build.need("how", &t::HOW, Control::Choice(choices.to_vec()));
    }
    if is_back(ctx, draft) {
        build.need("why", &t::WHY, Control::Area(200));
    } else {
        for (at, (ask, n)) in asks(ctx, about).iter().zip(now(ctx, about)).enumerate() {
            let hint = t::NOW.with(lang, &[&n.to_string()]);
            let label = ask.label.to(lang).to_owned();
            build.put(&format!("n{at}"), label, &hint, Control::Number).required = true;
        }
        build.need("source", &t::SOURCE, Control::Line(100));
        build.need("why", &t::WHY, Control::Area(200));
    }
    let title = match ctx.book.rules().criterion(about) {
        Some(criterion) => format!("{} {}", criterion.id, words(&criterion.words, lang)),
        None => lists::CONSULT.to(lang).to_owned(),
    };
    build.form(&title, String::new(), rules::CHECK)
}

fn is_back(ctx: &FormContext<'_>, draft: &Draft) -> bool {
    draft.get("how") == "back" && is_set(ctx.book, draft.get("what"))
}

/// The numbers as they are.
fn now(ctx: &FormContext<'_>, about: &str) -> Vec<u32> {
    let rules = ctx.book.rules();
    if about == CONSULT {
        return vec![rules.consult.unwrap_or(CONSULT_DAY)];
    }
    rules.criterion(about).map_or_else(Vec::new, |c| numbers(&c.decided))
}

/// What each number is.
fn asks(ctx: &FormContext<'_>, about: &str) -> Vec<Ask> {
    let criterion = ctx.book.rules().criterion(about);
    match criterion.map(|c| &c.decided) {
        Some(Test::DutyUnsettled { .. }) => vec![t::WORKING_DAYS],
        Some(Test::PlanMoved { .. }) => vec![t::TIMES],
        Some(Test::Scale { households, people }) => {
            let ends = [
                (households.1, t::HOUSEHOLDS, t::HOUSEHOLDS_TO),
                (people.1, t::PEOPLE, t::PEOPLE_TO),
            ];
            let each = ends
                .into_iter()
                .flat_map(|(to, first, last)| std::iter::once(first).chain(to.map(|_| last)));
            each.collect()
        }
        Some(_) => vec![t::DAYS],
        None => vec![t::CONSULT],
    }
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
    let about = draft.get("what");
    let trial = Trial { book: ctx.book, examples, today: ctx.today, lang: ctx.lang };
    let mut reader = Reader::new(ctx, draft);
    let why = reader.needed("why", &t::WHY, 200);
    let name = ctx.book.unit().map_or("", |u| u.name.as_str());
    let first = if is_back(ctx, draft) { "why" } else { "n0" };
    let refused = |text| vec![Problem { field: first.to_owned(), text }];
    if is_back(ctx, draft) {
        reader.finish(Some(()))?;
        return match without(ctx.book, about, ctx.today) {
            Some(text) => adopting(trial, name, &text).map_err(refused),
            None => dropping_own(trial, &why).ok_or_else(Vec::new),
        };
    }
    let source = reader.needed("source", &t::SOURCE, 100);
    let numbers = read_numbers(&mut reader, about);
    let numbers = reader.finish(numbers)?;
    let by = SetBy { about: about.to_owned(), source, why };
    let text = with_numbers(ctx.book, &numbers, &by, ctx.today);
    adopting(trial, name, &text).map_err(refused)
}

fn read_numbers(reader: &mut Reader<'_>, about: &str) -> Option<Vec<u32>> {
    let max = if about == CONSULT { LAST_DAY } else { N_MAX };
    let asks = asks(reader.ctx, about);
    let mut all = Vec::new();
    for (at, ask) in asks.iter().enumerate() {
        let key = format!("n{at}");
        if reader.raw(&key).is_empty() {
            reader.wrong(&key, problem::MISSING, &[ask.label.to(reader.ctx.lang)]);
        }
        all.push(reader.number(&key, ask, max));
    }
    let all: Vec<u32> = all.into_iter().collect::<Option<_>>()?;
    // Of four the first two, and the last two, are from and to.
    for at in [0, 2] {
        if let (4, Some([from, to])) = (all.len(), all.get(at..at + 2))
            && from > to
        {
            reader.wrong(&format!("n{}", at + 1), t::ORDER, &[]);
        }
    }
    if all == now(reader.ctx, about) {
        reader.wrong("n0", local::SAME, &[]);
    }
    Some(all)
}
