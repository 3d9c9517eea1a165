//! What is typed would come to so far, with reasons, and which questions would settle
//! more. Nothing of it is stored.

use super::facts::read_facts;
use crate::forms::context::FormContext;
use crate::forms::model::{Argued, Draft, Field};
use crate::forms::reader::Reader;
use crate::text::forms::register as t;
use crate::text::{Lang, both, format, say, terms, words as pack_words};
use jieyou_domain::classify::{Assessment, Decision, Reason, Status, TierAnswer, Verdict, preview};
use jieyou_domain::facts::{Danger, ReplyBy, Tier};
use jieyou_domain::ledger::Book;
use jieyou_domain::time::parse_date;

/// The tables that are shown while a matter is registered; the others need its life.
const SHOWN: [&str; 5] = ["kind", "class", "route", "fallback", "simple"];
/// More questions at once are not asked.
const ASKS_MAX: usize = 3;

/// The form as it stands: what is not asked there cannot be answered there.
#[derive(Clone, Copy)]
struct Asked<'a> {
    draft: &'a Draft,
    fields: &'a [Field],
}

impl Asked<'_> {
    /// The key, if its field is on the form and open.
    fn open(self, key: &str) -> Option<String> {
        let is_asked = self.fields.iter().any(|field| field.key == key);
        (is_asked && matches!(self.draft.get(key), "" | "unknown")).then(|| key.to_owned())
    }
}

/// What the draft would come to; empty before it says how it came and whom it is against.
/// `fields` are those of the form.
pub(super) fn argued(ctx: &FormContext<'_>, draft: &Draft, fields: &[Field]) -> Vec<Argued> {
    if draft.get("channel").is_empty() || draft.get("against").is_empty() {
        return Vec::new();
    }
    let mut whole = draft.clone();
    let mut unless = |key: &str, value: &str| {
        if whole.get(key).trim().is_empty() {
            whole.set(key, value);
        }
    };
    unless("danger", Danger::Unknown.code());
    unless("reply_by", ReplyBy::InPerson.code());
    unless("title", "-");
    unless("claims", "-");
    let mut reader = Reader::new(ctx, &whole);
    let Some(facts) = read_facts(&mut reader, None) else { return Vec::new() };
    let on = parse_date(draft.get("on")).filter(|on| *on <= ctx.today).unwrap_or(ctx.today);
    let Some((assessment, verdicts)) = preview(ctx.book, on, facts, ctx.today) else {
        return Vec::new();
    };
    let asked = Asked { draft, fields };
    let mut all: Vec<Argued> = Vec::new();
    for verdict in verdicts.iter().filter(|v| SHOWN.contains(&v.table.as_str())) {
        let argued = of(verdict, asked, ctx);
        if !all.contains(&argued) {
            all.push(argued);
        }
    }
    all.push(list(&assessment, asked, ctx));
    all
}

fn of(verdict: &Verdict, asked: Asked<'_>, ctx: &FormContext<'_>) -> Argued {
    let FormContext { book, lang, .. } = *ctx;
    let table = book.rules().table(&verdict.table);
    let answer = table.and_then(|t| t.answer(&verdict.decision.answer));
    let why = verdict.decision.because.first().and_then(|r| book.rules().row(&r.rule));
    Argued {
        name: table.map_or("", |t| pack_words(&t.name, lang)).to_owned(),
        answer: answer.map_or("", |a| pack_words(&a.words, lang)).to_owned(),
        why: why.map_or("", |(_, row)| pack_words(&row.why, lang)).to_owned(),
        asks: asks(&verdict.decision, asked, book, lang),
    }
}

fn list(assessment: &Assessment, asked: Asked<'_>, ctx: &FormContext<'_>) -> Argued {
    let FormContext { book, lang, .. } = *ctx;
    let decision = &assessment.tier;
    let criterion = |r: &Reason| {
        let found = book.rules().criterion(&r.rule)?;
        Some(format!("{} {}", found.id, pack_words(&found.words, lang)))
    };
    let met = decision.because.iter().filter(|r| r.status == Status::Met);
    let why: Vec<String> = met.filter_map(criterion).collect();
    let open = |r: &&Reason| {
        r.status == Status::NotKnown && decision.answer != TierAnswer::On(Tier::Three)
    };
    let open = decision.would_change_if.iter().filter(open);
    let questions = open.filter_map(|r| Some((r, key_of(r, asked, book)?)));
    let asks = questions.map(|(r, key)| (key, criterion(r).unwrap_or_default()));
    Argued {
        name: t::LIST.to(lang).to_owned(),
        answer: terms::seal(&decision.answer, lang).line(lang),
        why: why.join(lang.pick("；", "; ")),
        asks: asks.take(ASKS_MAX).collect(),
    }
}

/// The open field of the form that answers what a reason does not know.
fn key_of(reason: &Reason, asked: Asked<'_>, book: &Book) -> Option<String> {
    let used = reason.used.first();
    let criterion = book.rules().criterion(&reason.rule).map(|c| &c.decided);
    let questions = match (used.map(|u| u.fact), criterion) {
        (_, Some(jieyou_domain::rules::Test::Scale { .. }))
        | (Some("households" | "people"), _) => {
            return asked.open("households").or_else(|| asked.open("people"));
        }
        (_, Some(jieyou_domain::rules::Test::Danger)) => return asked.open("danger"),
        (Some("subject"), _) => return asked.open("category"),
        (_, Some(test)) => test.questions(),
        (Some("answer"), _) => used.iter().map(|u| u.key.as_str()).collect(),
        _ => Vec::new(),
    };
    questions.into_iter().find_map(|question| asked.open(&format!("q-{question}")))
}

/// Which open questions of the form would give another answer, and which.
fn asks(
    decision: &Decision<String>,
    asked: Asked<'_>,
    book: &Book,
    lang: Lang,
) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = Vec::new();
    // What two answers together would give is no question for one.
    let is_one = |r: &&Reason| r.used.windows(2).all(|two| two[0].key == two[1].key);
    let open = decision.would_change_if.iter().filter(|r| r.status == Status::NotKnown);
    for reason in open.filter(is_one) {
        let (Some(key), Some((table, row))) =
            (key_of(reason, asked, book), book.rules().row(&reason.rule))
        else {
            continue;
        };
        // A subject has its own suggestions; eighty of them are no question.
        if key == "category" || all.iter().any(|(k, _)| *k == key) {
            continue;
        }
        let answer = table.answer(&row.answer).map_or("", |a| pack_words(&a.words, lang));
        let used: Vec<String> =
            reason.used.iter().map(|u| say::input_value(u, book, lang)).collect();
        let question = reason.used.first().map(|u| question(&u.key, book, lang));
        let if_ = format::listed(&used, lang);
        let text = both!("{}（{}：{}）", "{} ({}: {})");
        all.push((key, text.with(lang, &[&question.unwrap_or_default(), &if_, answer])));
    }
    all.truncate(ASKS_MAX);
    all
}

fn question(id: &str, book: &Book, lang: Lang) -> String {
    let found = book.rules().questions.iter().find(|q| q.id == id);
    found.map_or_else(String::new, |q| pack_words(&q.words, lang).to_owned())
}
