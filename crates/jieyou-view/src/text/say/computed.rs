//! Words for what is computed: notes, criteria, the facts they read, and refusals.

use crate::text::{Both, Lang, both, format, words};
use jieyou_domain::classify::{Status, Used};
use jieyou_domain::facts::{CounterParty, Danger, Kind};
use jieyou_domain::ledger::{Book, Stage};
use jieyou_domain::rules::{Note, QuestionKind, Test};
use jieyou_domain::time::parse_date;

/// A note beside an obligation.
pub fn note(note: Note, lang: Lang) -> String {
    let (text, year) = match note {
        Note::YearEndMayMove(year) => (
            both!(
                "用到了{}年12月下旬；{}年放假通知公布后，这几天还可能调整。",
                "Uses late December {}, which the notice for {} may still change."
            ),
            year,
        ),
        Note::EarlierGoverns => (
            both!(
                "同一件事另有更早的法定或指定期限，以早的为准。",
                "An earlier limit by law or order for the same duty governs."
            ),
            0,
        ),
        Note::OutOfRange => (
            both!("日期超出了能写的范围。", "The day lies beyond the dates that can be written."),
            0,
        ),
    };
    text.with(lang, &[&year.to_string(), &(year + 1).to_string()])
}

/// `data-met`.
pub fn met(status: Status) -> &'static str {
    match status {
        Status::Met => "yes",
        Status::NotKnown => "unknown",
        Status::NotMet => "no",
    }
}

/// The word on a criterion.
pub fn mark(status: Status, lang: Lang) -> &'static str {
    match status {
        Status::Met => both!("符合", "Met").to(lang),
        Status::NotKnown => both!("还不知道", "Not known").to(lang),
        Status::NotMet => both!("还不符合", "Not met").to(lang),
    }
}

/// Why a matter is of its kind: the rules K1 to K4 of the program.
pub fn kind_reason(rule: &str, lang: Lang) -> &'static str {
    match rule {
        "K1" => both!(
            "反映的是政府、部门或其工作人员的决定、行为，按信访事项办。",
            "About a decision or act of government or its staff: a petition."
        )
        .to(lang),
        "K2" => both!(
            "反映的是村“两委”或村集体的决定、行为，按信访事项办；村里不承办，当日上报。",
            "About the village committees or the collective: a petition; the village hands it up."
        )
        .to(lang),
        "K3" => both!(
            "是群众之间、群众与单位之间的事，按矛盾纠纷办，先看愿不愿调解。",
            "Between private parties: a dispute; mediation first, if both are willing."
        )
        .to(lang),
        "K4" => both!(
            "本人向乡镇、部门提出，要求处理，按信访事项办。",
            "Brought to the township or department for a decision: a petition."
        )
        .to(lang),
        _ => "",
    }
}

/// A fact as used in a decision. `criterion` is the one that read it.
pub fn used(used: &Used, criterion: &str, book: &Book, lang: Lang) -> String {
    let say = |name: Both, value: &str| format::labelled(name.to(lang), value, lang);
    let value = used.value.as_str();
    let day = parse_date(value).map_or_else(|| value.to_owned(), |d| format::date_full(d, lang));
    match used.fact {
        "rule" => {
            let duty = book.rules().rule(value).map(|r| crate::text::words(&r.duty, lang));
            say(both!("已过期限", "past its day"), duty.unwrap_or(value))
        }
        "answer" => answer(value, criterion, book, lang),
        "against" => {
            let word = CounterParty::from_code(value).map(|c| words::counter_party(c, lang));
            say(both!("对方", "against"), word.unwrap_or(value))
        }
        "kind" => {
            let word = Kind::from_code(value).map(|k| words::kind(k, lang));
            say(both!("性质", "kind"), word.unwrap_or(value))
        }
        "stage" => {
            let stage = Stage::ALL.into_iter().find(|s| s.code() == value);
            say(both!("进展", "stage"), stage.map_or(value, |s| words::stage(s, lang)))
        }
        "danger" => {
            let word = Danger::from_code(value).map(|d| words::danger(d, lang));
            say(both!("危险", "danger"), word.unwrap_or(value))
        }
        "households" => say(both!("户数", "households"), value),
        "people" => say(both!("人数", "people"), value),
        "promise_due" => say(both!("约定履行日", "promised for"), &day),
        "must_by" => say(both!("必须赶在", "must be before"), &day),
        "registered_on" => say(both!("登记日", "registered"), &day),
        "plan_moved" => say(both!("改时限次数", "limit moved, times"), value),
        "promises_missed" => say(both!("未兑现次数", "promises not kept"), value),
        "reopened_on" => say(both!("恢复办理", "reopened"), &day),
        "feedback_by" => say(both!("要求反馈日", "result wanted by"), &day),
        "last_activity" => say(both!("最近一次办理", "last work"), &day),
        "handled_on" => say(both!("当场办结", "handled"), &day),
        "delivered_on" => say(both!("答复送达", "answer delivered"), &day),
        other => format::labelled(other, value, lang),
    }
}

/// The answer to the question that a criterion reads, in the question's own words.
fn answer(value: &str, criterion: &str, book: &Book, lang: Lang) -> String {
    let test = book.rules().criterion(criterion).map(|c| &c.decided);
    let (Some(Test::Answer { question, .. }) | Some(Test::DutyUnsettled { question, .. })) = test
    else {
        return value.to_owned();
    };
    let Some(q) = book.rules().questions.iter().find(|q| q.id == *question) else {
        return value.to_owned();
    };
    let chosen = q.choices.iter().find(|(code, _)| code == value);
    let chosen = chosen.map_or(value, |(_, w)| crate::text::words(w, lang));
    let day = if q.kind == QuestionKind::Date { parse_date(value) } else { None };
    let said = day.map_or_else(|| chosen.to_owned(), |d| format::date_full(d, lang));
    let asked = crate::text::words(&q.words, lang);
    both!("{}{}", "{} {}").with(lang, &[asked, &said])
}
