//! The registration as a draft and back. What the form does not ask is kept.

use super::asked::{
    CLAIM_MAX, COUNT_MAX, SPOT_MAX, answer_key, asked, asks_class, is_done, is_ordered,
};
use crate::forms::context::FormContext;
use crate::forms::model::Draft;
use crate::forms::reader::{Days, Reader};
use crate::text::forms::{problem, register as t};
use jieyou_domain::compact::Map;
use jieyou_domain::facts::*;
use jieyou_domain::ledger::{STORY_MAX, TITLE_MAX};
use jieyou_domain::rules::QuestionKind;
use jieyou_domain::time::Date;

/// The questions of the pack about a day before which something must be done: whether,
/// which, what for.
const MUST: [&str; 3] = ["must", "must_on", "must_what"];

/// More claims than these are several matters.
const CLAIMS_MAX: usize = 50;

/// Puts a registration into a draft.
pub(in crate::forms) fn fill(facts: &Registered, draft: &mut Draft) {
    let day = |day: Option<Date>| day.map(|d| d.to_string()).unwrap_or_default();
    let claims: Vec<&str> = facts.claims.iter().map(|c| c.text.as_str()).collect();
    let number = |n: Option<u32>| n.map(|n| n.to_string()).unwrap_or_default();
    let texts = [
        ("danger", facts.danger.code().to_owned()),
        ("channel", facts.channel.code().to_owned()),
        ("place", facts.place.clone().unwrap_or_default()),
        ("spot", facts.spot.clone()),
        ("title", facts.title.clone()),
        ("story", facts.story.clone()),
        ("against", facts.claims.first().map_or("", |c| c.against.code()).to_owned()),
        ("claims", claims.join("\n")),
        ("households", number(facts.households)),
        ("people", number(facts.people)),
        ("reply_by", facts.reply_by.code().to_owned()),
        ("kind", facts.kind.map_or("", Kind::code).to_owned()),
        ("class", facts.class.map_or("", Class::code).to_owned()),
        ("category", facts.category.clone().unwrap_or_default()),
        ("doc", facts.order.as_ref().map(|o| o.doc.clone()).unwrap_or_default()),
        ("feedback_by", day(facts.order.as_ref().and_then(|o| o.feedback_by))),
        ("outside", facts.outside.as_ref().map(|o| o.number.clone()).unwrap_or_default()),
        ("outside_on", day(facts.outside.as_ref().and_then(|o| o.on))),
    ];
    for (key, text) in texts {
        draft.set(key, text);
    }
    for (id, answer) in must(facts).iter().chain(facts.answers.iter()) {
        draft.set(format!("q-{id}"), answer);
    }
}

/// A day before which something must be done, from before it was asked by questions: as
/// the answers to them.
fn must(facts: &Registered) -> Map<String, String> {
    let mut answers = Map::default();
    if let Some(must) = &facts.must_by {
        answers.insert(MUST[0].to_owned(), "yes".to_owned());
        answers.insert(MUST[1].to_owned(), must.on.to_string());
        answers.insert(MUST[2].to_owned(), must.what.clone());
    }
    answers
}

/// Reads a registration; `old` is the one that is corrected. Nothing when an answer that
/// is needed is missing; its problem is noted.
pub(in crate::forms) fn read_facts(
    reader: &mut Reader<'_>,
    old: Option<&Registered>,
) -> Option<Registered> {
    let draft = reader.draft;
    let danger = reader.chosen("danger", &t::DANGER, Danger::from_code);
    let channel = reader.chosen("channel", &t::CHANNEL, Channel::from_code);
    let order = read_order(reader);
    let outside = read_outside(reader);
    let place = Some(reader.raw("place")).filter(|p| !p.is_empty()).map(str::to_owned);
    let spot = reader.text("spot", &t::SPOT, SPOT_MAX);
    let title = reader.needed("title", &t::MATTER, TITLE_MAX);
    let story = reader.text("story", &t::STORY, STORY_MAX);
    let against = reader.chosen("against", &t::AGAINST, CounterParty::from_code);
    let claims = read_claims(reader, &title, against, old);
    let households = reader.number("households", &t::HOUSEHOLDS, COUNT_MAX);
    let people = reader.number("people", &t::PEOPLE, COUNT_MAX);
    let reply_by = reader.chosen("reply_by", &t::REPLY_BY, ReplyBy::from_code);
    let mut answers = read_answers(reader, old);
    // What is not changed stands where it stood.
    let must_by = old.filter(|old| stands(&must(old), &answers)).and_then(|o| o.must_by.clone());
    if must_by.is_some() {
        MUST.iter().for_each(|id| drop(answers.remove(*id)));
    }
    let kind = reader.code("kind", &t::KIND, Kind::from_code);
    let class = if asks_class(reader.ctx, draft) {
        let class = reader.code("class", &t::CLASS, Class::from_code);
        if class == Some(Class::Accusation) && old.and_then(|o| o.class) != class {
            reader.wrong("class", t::NO_ACCUSATION, &[]);
        }
        class
    } else {
        None
    };
    Some(Registered {
        number: old.map(|o| o.number.clone()).unwrap_or_default(),
        registered_on: old.map_or(reader.ctx.today, |o| o.registered_on),
        danger: danger?,
        channel: channel?,
        outside,
        order,
        place,
        spot,
        title,
        story,
        claims,
        households,
        people,
        reply_by: reply_by?,
        kind,
        class,
        category: Some(draft.get("category")).filter(|c| !c.is_empty()).map(str::to_owned),
        must_by,
        answers,
        split_from: old.and_then(|o| o.split_from),
    })
}

fn read_order(reader: &mut Reader<'_>) -> Option<Order> {
    if !is_ordered(reader.draft) {
        return None;
    }
    let doc = reader.text("doc", &t::ORDER_DOC, 60);
    let feedback_by = reader.day("feedback_by", Days::Any);
    (!doc.is_empty() || feedback_by.is_some()).then_some(Order { doc, feedback_by })
}

fn read_outside(reader: &mut Reader<'_>) -> Option<OutsideNumber> {
    let number = reader.text("outside", &t::OUTSIDE, 60);
    let on = reader.day("outside_on", Days::Past { received: None });
    if number.is_empty() {
        if on.is_some() {
            reader.wrong("outside", problem::DATE_WITHOUT_NUMBER, &[]);
        }
        return None;
    }
    Some(OutsideNumber { number, on })
}

/// Whether answers say the same as those of before.
fn stands(before: &Map<String, String>, answers: &Map<String, String>) -> bool {
    before.iter().all(|(id, answer)| answers.get(id) == Some(answer))
}

/// One claim a line, all against the same; what was done on the spot may go without,
/// and then its title is what was asked for.
fn read_claims(
    reader: &mut Reader<'_>,
    title: &str,
    against: Option<CounterParty>,
    old: Option<&Registered>,
) -> Vec<Claim> {
    let lines: Vec<&str> =
        reader.raw("claims").lines().map(str::trim).filter(|l| !l.is_empty()).collect();
    for (at, line) in lines.iter().enumerate() {
        let length = line.chars().count();
        if length > CLAIM_MAX {
            let parts = [at + 1, length, CLAIM_MAX].map(|n| n.to_string());
            let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
            reader.wrong("claims", problem::CLAIM_TOO_LONG, &parts);
        }
    }
    if lines.len() > CLAIMS_MAX {
        reader.wrong("claims", problem::TOO_MANY_CLAIMS, &[&CLAIMS_MAX.to_string()]);
    }
    let Some(against) = against else { return Vec::new() };
    let done = old.is_none() && is_done(reader.ctx, reader.draft);
    if lines.is_empty() && done && !title.is_empty() {
        return vec![Claim { text: title.to_owned(), against }];
    }
    if lines.is_empty() {
        reader.wrong("claims", problem::NO_CLAIM, &[]);
    }
    // Claims of one matter may be against different parties: what was not touched stays.
    let same = old.and_then(|o| o.claims.first()).is_some_and(|c| c.against == against);
    let kept = |at: usize| old.filter(|_| same).and_then(|o| o.claims.get(at)).map(|c| c.against);
    lines
        .iter()
        .enumerate()
        .map(|(at, line)| Claim { text: (*line).to_owned(), against: kept(at).unwrap_or(against) })
        .collect()
}

/// Answers to what is asked now. An old answer to what was not asked then either stays;
/// one to a question that no longer comes up goes.
fn read_answers(reader: &mut Reader<'_>, old: Option<&Registered>) -> Map<String, String> {
    let mut answers = old.map(|o| o.answers.clone()).unwrap_or_default();
    if let Some(old) = old {
        let mut before = Draft::default();
        fill(old, &mut before);
        forget(reader.ctx, &before, &mut answers);
    }
    let (ctx, draft) = (reader.ctx, reader.draft);
    for question in asked(ctx, draft) {
        let key = answer_key(question);
        let answer = reader.raw(&key);
        match question.kind {
            QuestionKind::Date => drop(reader.day(&key, Days::Any)),
            QuestionKind::Choice if !answer.is_empty() => {
                if !question.choices.iter().any(|(code, _)| code == answer) {
                    reader.wrong(&key, problem::NOT_OFFERED, &[&question.words.zh]);
                }
            }
            QuestionKind::Choice | QuestionKind::Text => {}
        }
        if answer.is_empty() {
            answers.remove(&question.id);
        } else {
            answers.insert(question.id.clone(), answer.to_owned());
        }
    }
    answers
}

/// Drops the answers to questions that `before` called for.
fn forget(ctx: &FormContext<'_>, before: &Draft, answers: &mut Map<String, String>) {
    for question in asked(ctx, before) {
        answers.remove(&question.id);
    }
}
