//! Examples: what is given, what is expected and found, and a clock to move over one.

use crate::screens::day_strip::{self, DayStrip};
use crate::text::deadline::Frame;
use crate::text::rules as t;
use crate::text::{Lang, both, calendar, entry, format, words};
use jieyou_domain::Date;
use jieyou_domain::facts::{CounterParty, Danger, Registered, ReplyBy, UnitKind};
use jieyou_domain::json::Value;
use jieyou_domain::ledger::{Book, Event};
use jieyou_domain::rules::{Example, Got, RuleSet, read_examples};
use jieyou_domain::time::{Calendar, parse_date};
use std::sync::Arc;

/// What an example is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExampleView {
    /// What it shows.
    pub title: String,
    /// The unit.
    pub unit: String,
    /// What happened: the day, and what.
    pub facts: Vec<(String, String)>,
}

/// What is expected on a day, and what was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LookView {
    /// The day.
    pub day: String,
    /// What is expected.
    pub expected: String,
    /// What was found.
    pub found: String,
    /// Whether they agree.
    pub agrees: bool,
}

/// What came of running all examples.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ran {
    /// How many agree.
    pub sum: String,
    /// Those that do not: the rule, and what is the matter.
    pub wrong: Vec<(String, String)>,
}

/// How an example stands on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct ClockView {
    /// The day, for the field.
    pub iso: String,
    /// How it stands.
    pub line: String,
    /// Why that day; empty where a strip says it.
    pub sum: String,
    /// The count.
    pub strip: Option<DayStrip>,
}

/// What examples are run under.
#[derive(Clone, Copy, Debug)]
pub struct Basis<'a> {
    /// The rules.
    pub rules: &'a Arc<RuleSet>,
    /// The calendar.
    pub calendar: &'a Arc<Calendar>,
    /// The language.
    pub lang: Lang,
}

impl<'a> Basis<'a> {
    /// What is in force.
    pub fn of(book: &'a Book, lang: Lang) -> Self {
        Self { rules: book.rules(), calendar: book.calendar(), lang }
    }
}

/// The examples of the files that came with the page, and those inside packs, of the
/// rules there are.
pub fn examples<'a>(files: impl Iterator<Item = &'a str>, rules: &RuleSet) -> Vec<Example> {
    let mut all: Vec<Example> = Vec::new();
    for file in files {
        all.extend(read_examples(file).unwrap_or_default());
    }
    all.extend(rules.examples.iter().cloned());
    all.retain(|e| rules.rule(&e.rule).is_some());
    all
}

/// What an example gives.
pub fn example(example: &Example, basis: Basis<'_>) -> ExampleView {
    let lang = basis.lang;
    let mut facts = Vec::new();
    if let Some(count) = example.count {
        let term = jieyou_domain::rules::RuleTerm::Count { n: count.n, unit: count.unit };
        let kind = jieyou_domain::facts::DeadlineKind::Statutory;
        let text = if count.roll {
            both!(
                "当日不计，从次日起数{}，末日休息就顺延",
                "not counted; {} from the next day, rolling over rest days"
            )
        } else {
            both!("当日不计，从次日起数{}", "not counted; {} from the next day")
        };
        let start = calendar::day(count.start, lang);
        facts.push((start, text.with(lang, &[&t::term(term, kind, lang)])));
    }
    if let Ok(book) = example.book(basis.rules, basis.calendar, Date::MAX)
        && let Some(matter) = Example::matter(&book)
    {
        for wrote in matter.entries() {
            let Some(event) = &wrote.event else { continue };
            let text = match event {
                Event::Registered(r) => registered(r, basis),
                _ => {
                    let text = entry::entry(event, matter, &book, lang);
                    std::iter::once(text.title).chain(text.lines).collect()
                }
            };
            let text: Vec<String> = text.into_iter().filter(|line| line != "-").collect();
            facts.push((calendar::day(wrote.on, lang), text.join(lang.pick("；", "; "))));
        }
    }
    for happened in &example.events {
        let Some(written) = happened.written.filter(|day| *day != happened.on) else { continue };
        let days = [happened.on, written].map(|day| calendar::day(day, lang));
        let late = both!("{}的事，这一天才登记", "what happened on {} was written down");
        facts.push((days[1].clone(), late.with(lang, &[&days[0]])));
    }
    let unit = words::unit_kind(example.unit.unwrap_or(UnitKind::Township), lang);
    ExampleView {
        title: words(&example.title, lang).to_owned(),
        unit: if example.count.is_some() {
            String::new()
        } else {
            format::labelled(unit, &example.name, lang)
        },
        facts,
    }
}

/// The registration, without what an example leaves as it always is.
fn registered(r: &Registered, basis: Basis<'_>) -> Vec<String> {
    let (lang, rules) = (basis.lang, basis.rules);
    let mut lines = vec![both!("收到", "Received").to(lang).to_owned()];
    let mut add = |text: &str| lines.push(text.to_owned());
    add(words::channel(r.channel, lang));
    r.kind.into_iter().for_each(|kind| add(words::kind(kind, lang)));
    r.class.into_iter().for_each(|class| add(words::class(class, lang)));
    let subject = r.category.as_deref().and_then(|id| rules.category(id));
    subject.into_iter().for_each(|c| add(words(&c.words, lang)));
    for claim in &r.claims {
        let against = words::counter_party(claim.against, lang);
        match (claim.text.as_str(), claim.against) {
            ("-", CounterParty::Unknown) => {}
            ("-", _) => add(&both!("对{}", "against: {}").with(lang, &[against])),
            (text, _) => add(&both!("{}（对{}）", "{} (against: {})").with(lang, &[text, against])),
        }
    }
    if r.danger != Danger::No {
        add(&format::labelled(
            both!("有无危险", "Danger").to(lang),
            words::danger(r.danger, lang),
            lang,
        ));
    }
    if r.reply_by == ReplyBy::NoContact {
        add(words::reply_by(r.reply_by, lang));
    }
    if let Some(by) = r.order.as_ref().and_then(|order| order.feedback_by) {
        add(&format::labelled(
            both!("要求反馈", "Answer wanted by").to(lang),
            &calendar::day(by, lang),
            lang,
        ));
    }
    for (id, answer) in r.answers.iter() {
        let Some(q) = rules.questions.iter().find(|q| q.id == *id) else { continue };
        let choice = q.choices.iter().find(|(code, _)| code == answer);
        let said = choice.map_or(answer.as_str(), |(_, name)| words(name, lang));
        add(&format::labelled(words(&q.words, lang), said, lang));
    }
    lines
}

/// Runs an example.
pub fn run(example: &Example, basis: Basis<'_>) -> Vec<LookView> {
    let lang = basis.lang;
    let looks = example.looks.iter().map(|look| {
        let got = example.look(basis.rules, basis.calendar, look.on);
        let (found, agrees) = match &got {
            Ok(got) => (said(&got.is, &got.due, got.hint, lang), got.is_as(look)),
            Err(why) => (t::BROKEN.with(lang, &[why]), false),
        };
        LookView {
            day: look.on.map_or_else(String::new, |day| calendar::day(day, lang)),
            expected: said(&look.is, &look.due, look.hint, lang),
            found,
            agrees,
        }
    });
    looks.collect()
}

/// Runs all of them.
pub fn run_all(examples: &[Example], basis: Basis<'_>) -> Ran {
    let lang = basis.lang;
    let mut wrong = Vec::new();
    let mut agree = 0_usize;
    for example in examples {
        let looks = run(example, basis);
        let Some(look) = looks.iter().find(|look| !look.agrees) else {
            agree += 1;
            continue;
        };
        let is_set = basis.rules.overrides.iter().any(|o| o.rule == example.looked_at());
        let why = if is_set { t::IS_SET.to(lang) } else { "" };
        let title = words(&example.title, lang);
        let parts = [title, &look.day, &look.expected, &look.found, why];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        wrong.push((example.rule.clone(), parts.join(lang.pick("；", "; "))));
    }
    let sum = t::RAN.with(lang, &[&agree.to_string(), &examples.len().to_string()]);
    Ran { sum, wrong }
}

/// What an example is expected to be, or was found to be.
fn said(is: &str, due: &str, hint: Option<Date>, lang: Lang) -> String {
    let mut parts = Vec::new();
    let met =
        is.strip_prefix("met late ").map(|day| (day, both!("{}已办，超过期限", "met {}, late")));
    let met = met.or_else(|| is.strip_prefix("met ").map(|day| (day, both!("{}已办", "met {}"))));
    match met {
        Some((on, text)) => parts.push(text.with(lang, &[&day(on, lang)])),
        None => parts.push(t::standing(is, lang).to_owned()),
    }
    let due = match due.split_once(" not published") {
        Some((year, rest)) => {
            let unrolled = day(rest.trim_start_matches(", "), lang);
            both!("{}年放假安排未公布，先按{}，不顺延", "days off of {} not published; unrolled {}")
                .with(lang, &[year, &unrolled])
        }
        None if parse_date(due).is_none() => String::new(),
        None => both!("{}到期", "due {}").with(lang, &[&day(due, lang)]),
    };
    parts.push(due);
    if let Some(hint) = hint {
        parts.push(
            both!("可能顺延到{}", "may roll to {}").with(lang, &[&calendar::day(hint, lang)]),
        );
    }
    parts.retain(|part| !part.is_empty());
    parts.join(lang.pick("，", ", "))
}

fn day(iso: &str, lang: Lang) -> String {
    parse_date(iso).map_or_else(|| iso.to_owned(), |day| calendar::day(day, lang))
}

/// How an example stands on a day.
pub fn clock(example: &Example, on: Date, basis: Basis<'_>) -> ClockView {
    let lang = basis.lang;
    let got = example.look(basis.rules, basis.calendar, example.count.is_none().then_some(on));
    let mut view =
        ClockView { iso: format::iso(on), line: String::new(), sum: String::new(), strip: None };
    let got = match got {
        Ok(got) => got,
        Err(why) => return ClockView { line: t::BROKEN.with(lang, &[&why]), ..view },
    };
    view.line = said(&got.is, &got.due, got.hint, lang);
    if let Some(o) = &got.obligation
        && let Ok(book) = example.book(basis.rules, basis.calendar, on)
        && let Some(matter) = Example::matter(&book)
    {
        let frame = Frame { book: &book, today: on, lang, with_year: true };
        view.strip = day_strip::day_strip(o, matter, frame);
        if view.strip.is_none() {
            view.sum = day_strip::sum(o, matter, frame);
        }
    }
    view
}

/// The next day on which an example stands otherwise, after `on`.
pub fn next_change(example: &Example, on: Date, basis: Basis<'_>) -> Option<Date> {
    let look = |on| example.look(basis.rules, basis.calendar, Some(on)).ok();
    let now = look(on)?;
    let mut days: Vec<Date> = example.on.into_iter().collect();
    collect(&example.matter, &mut days);
    for happened in &example.events {
        days.extend([Some(happened.on), happened.written].into_iter().flatten());
        collect(&happened.data, &mut days);
    }
    days.extend(now.obligation.as_ref().and_then(|o| o.due.day()));
    days.extend(now.hint);
    let after: Vec<Date> = days.iter().filter_map(|day| day.succ_opt()).collect();
    days.extend(after);
    jieyou_domain::compact::sort_by(&mut days, Ord::cmp);
    let is_other = |got: &Got| (&got.is, &got.due) != (&now.is, &now.due);
    days.into_iter()
        .filter(|day| *day > on)
        .find(|day| look(*day).is_some_and(|got| is_other(&got)))
}

/// Every day that a value names.
fn collect(value: &Value, days: &mut Vec<Date>) {
    match value {
        Value::String(text) => days.extend(parse_date(text)),
        Value::Array(items) => items.iter().for_each(|item| collect(item, days)),
        Value::Object(map) => map.values().for_each(|item| collect(item, days)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
