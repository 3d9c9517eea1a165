//! Facts found out, verdicts of people and second looks, as the time line words them.

use super::{Lines, claim};
use crate::text::{both, format, say};
use jieyou_domain::compact::Map;
use jieyou_domain::facts::{FactsNoted, Judged, Reexamined, Second};
use jieyou_domain::ledger::{Book, Event, Matter};

/// Words one of these entries.
pub(super) fn lines(l: &mut Lines, event: &Event, matter: &Matter, book: &Book) {
    match event {
        Event::FactsNoted(noted) => facts(l, noted, matter, book),
        Event::Judged(judged) => verdict(l, judged, matter, book),
        Event::Reexamined(looked) => again(l, looked),
        _ => {}
    }
}

fn facts(l: &mut Lines, noted: &FactsNoted, matter: &Matter, book: &Book) {
    if let Some(at) = noted.claim {
        claim(l, matter, at);
    }
    answers(l, &noted.answers, book);
    l.text(&noted.note);
}

/// What was answered to the questions of the rules.
pub(super) fn answers(l: &mut Lines, answers: &Map<String, String>, book: &Book) {
    let lang = l.lang;
    for (id, answer) in answers.iter() {
        let question = book.rules().questions.iter().find(|q| q.id == *id);
        let asked = question.map_or(id.as_str(), |q| crate::text::words(&q.words, lang));
        let said = say::answer_to(id, answer, book, lang);
        l.lines.push(format::labelled(asked, &said, lang));
    }
}

fn verdict(l: &mut Lines, judged: &Judged, matter: &Matter, book: &Book) {
    let lang = l.lang;
    if let Some(at) = judged.claim {
        claim(l, matter, at);
    }
    let table = book.rules().table(&judged.table);
    let name = table.map_or(judged.table.as_str(), |t| crate::text::words(&t.name, lang));
    let answer = table.and_then(|t| t.answer(&judged.answer));
    let answer = match answer {
        Some(answer) => crate::text::words(&answer.words, lang).to_owned(),
        None if judged.answer.is_empty() => {
            both!("按规则判断", "as the rules say").to(lang).to_owned()
        }
        None => judged.answer.clone(),
    };
    l.lines.push(format::labelled(name, &answer, lang));
    l.pair(both!("理由", "Why"), &judged.why);
    l.pair(both!("岗位", "Post"), &judged.post);
}

fn again(l: &mut Lines, looked: &Reexamined) {
    let lang = l.lang;
    let mut row = |name: crate::text::Both, second: &Second| {
        let both = both!("原来：{}；现在：{}", "before: {}; now: {}");
        let said = both.with(lang, &[&second.old, &second.new]);
        l.lines.push(format::labelled(name.to(lang), &said, lang));
    };
    row(both!("重新研究案情", "The facts again"), &looked.findings);
    row(both!("重新调查核实", "The handling again"), &looked.opinion);
    row(both!("重新听取诉求", "The claim again"), &looked.stance);
    l.pair(both!("岗位", "Post"), &looked.post);
}
