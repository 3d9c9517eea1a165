//! Words for what is computed: notes, criteria, the facts they read, and refusals.

use crate::text::{Both, Lang, both, format, words};
use jieyou_domain::classify::{Status, Used};
use jieyou_domain::facts::{Class, CounterParty, Danger, Kind, Source, UnitKind};
use jieyou_domain::ledger::{Book, Stage};
use jieyou_domain::rules::{Note, QuestionKind, RuleSet, UNKNOWN};
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

/// A fact as used in a decision.
pub fn used(used: &Used, book: &Book, lang: Lang) -> String {
    let say = |name: Both, value: &str| format::labelled(name.to(lang), value, lang);
    let value = used.value.as_str();
    let day = parse_date(value).map_or_else(|| value.to_owned(), |d| format::date_full(d, lang));
    match used.fact {
        "rule" => {
            let duty = book.rules().rule(value).map(|r| crate::text::words(&r.duty, lang));
            say(both!("已过期限", "past its day"), duty.unwrap_or(value))
        }
        "answer" => answer(value, &used.key, book, lang),
        "against" => {
            let word = CounterParty::from_code(value).map(|c| words::counter_party(c, lang));
            say(both!("对方", "against"), word.unwrap_or(value))
        }
        "kind" => {
            let word = Kind::from_code(value).map(|k| words::kind(k, lang));
            say(both!("性质", "kind"), word.unwrap_or(value))
        }
        "class" => {
            let word = Class::from_code(value).map_or(value, |c| words::class(c, lang));
            let proposed = both!("{}（规则的建议，还没有认定）", "{} (proposed, not decided yet)");
            let is_proposed = !used.key.is_empty();
            let word = if is_proposed { proposed.with(lang, &[word]) } else { word.to_owned() };
            say(both!("类别", "class"), &word)
        }
        "stage" => {
            let stage = Stage::ALL.into_iter().find(|s| s.code() == value);
            say(both!("进展", "stage"), stage.map_or(value, |s| words::stage(s, lang)))
        }
        "danger" => {
            let word = Danger::from_code(value).map(|d| words::danger(d, lang));
            say(both!("危险", "danger"), word.unwrap_or(value))
        }
        "households" => say(both!("户数", "households"), &counted(used, book, lang)),
        "people" => say(both!("人数", "people"), &counted(used, book, lang)),
        "promise_due" => say(both!("约定履行日", "promised for"), &day),
        "must_by" => say(both!("必须赶在", "must be before"), &day),
        "untold" => {
            let duty = book.rules().rule(&used.key).map(|r| crate::text::words(&r.duty, lang));
            let text = both!("{}：还没告知，{}到期", "{}: not told, lapses {}");
            text.with(lang, &[duty.unwrap_or(&used.key), &day])
        }
        "registered_on" => say(both!("登记日", "registered"), &day),
        "plan_moved" => say(both!("改时限次数", "limit moved, times"), value),
        "promises_missed" => say(both!("未兑现次数", "promises not kept"), value),
        "reopened_on" => say(both!("恢复办理", "reopened"), &day),
        "feedback_by" => say(both!("要求反馈日", "result wanted by"), &day),
        "last_activity" => say(both!("最近一次办理", "last work"), &day),
        "handled_on" => say(both!("当场办结", "handled"), &day),
        "delivered_on" => say(both!("答复送达", "answer delivered"), &day),
        _ => input(used, book, lang),
    }
}

/// The answer to a deciding question, in the question's own words.
pub fn answer_to(question: &str, value: &str, book: &Book, lang: Lang) -> String {
    answer_in(question, value, book.rules(), lang)
}

fn answer_in(question: &str, value: &str, rules: &RuleSet, lang: Lang) -> String {
    let Some(q) = rules.questions.iter().find(|q| q.id == question) else {
        return value.to_owned();
    };
    if value.is_empty() || value == UNKNOWN {
        return both!("还不知道", "not known").to(lang).to_owned();
    }
    let chosen = q.choices.iter().find(|(code, _)| code == value);
    let chosen = chosen.map_or(value, |(_, w)| crate::text::words(w, lang));
    let day = if q.kind == QuestionKind::Date { parse_date(value) } else { None };
    match day {
        Some(day) => format::date_full(day, lang),
        None if value == "given" => both!("有", "given").to(lang).to_owned(),
        None => chosen.to_owned(),
    }
}

/// A question with its answer.
fn answer(value: &str, question: &str, book: &Book, lang: Lang) -> String {
    let said = answer_to(question, value, book, lang);
    let Some(q) = book.rules().questions.iter().find(|q| q.id == question) else {
        return said;
    };
    let words = crate::text::words(&q.words, lang);
    both!("{}{}", "{} {}").with(lang, &[bare(words), &said])
}

/// A question without what is said beside it in brackets.
fn bare(question: &str) -> &str {
    let end = question.find(['？', '?']).filter(|_| question.ends_with(['）', ')']));
    end.and_then(|at| question.get(..at + question[at..].chars().next()?.len_utf8()))
        .unwrap_or(question)
}

/// A value of a decision table's input, with its name.
fn input(used: &Used, book: &Book, lang: Lang) -> String {
    let say = |name: Both, value: &str| format::labelled(name.to(lang), value, lang);
    let value = input_value(used, book, lang);
    let name = match used.fact {
        "table" => {
            let table = book.rules().table(&used.key);
            let name = table.map_or(used.key.as_str(), |t| crate::text::words(&t.name, lang));
            return format::labelled(name, &value, lang);
        }
        "criterion" => return format::labelled(&used.key, &stands(used, lang), lang),
        "met" => return MET.with(lang, &[&used.key, &value]),
        "unmet" => return both!("转一级还差{}条", "missing for list 1: {}").with(lang, &[&value]),
        "unit" => both!("本单位", "this unit"),
        "source" => both!("怎么来的", "how it came"),
        "subject" => both!("事项分类", "subject"),
        "returned" | "settled" | "linked" => return is_so(used, lang).to_owned(),
        "limits" => both!("本单位法定期限", "statutory limits"),
        "days_open" => return both!("收到{}天", "days since received: {}").with(lang, &[&value]),
        "months_open" if value == "0" => {
            return both!("收到还不满1个月", "received less than a month ago").to(lang).to_owned();
        }
        "months_open" => {
            return both!("收到满{}个月", "full months since received: {}").with(lang, &[&value]);
        }
        "days_stuck" if value == "0" => {
            return both!("今天刚有动静", "work was done today").to(lang).to_owned();
        }
        "days_stuck" => {
            return both!("{}天没有动静", "days without any work: {}").with(lang, &[&value]);
        }
        other => return format::labelled(other, &value, lang),
    };
    say(name, &value)
}

/// Criteria of a part that are met: the part, how many.
const MET: Both = both!("{}类符合{}条", "criteria of {} met: {}");

/// Households or people, with the word behind the number.
fn counted(used: &Used, book: &Book, lang: Lang) -> String {
    match used.value.parse::<u32>() {
        Ok(_) if used.fact == "households" => both!("{}户", "{}").with(lang, &[&used.value]),
        Ok(_) => both!("{}人", "{}").with(lang, &[&used.value]),
        Err(_) => input_value(used, book, lang),
    }
}

/// How a criterion stands.
fn stands(used: &Used, lang: Lang) -> String {
    let status = match used.value.as_str() {
        "yes" => Status::Met,
        "no" => Status::NotMet,
        _ => Status::NotKnown,
    };
    let word = if status == Status::NotMet {
        both!("不符合", "Not met").to(lang)
    } else {
        mark(status, lang)
    };
    word.to_owned()
}

/// What is so or not, as a clerk would write it.
fn is_so(used: &Used, lang: Lang) -> &'static str {
    let text = match (used.fact, used.value == "yes") {
        ("returned", true) => both!("办结后又回来过", "it came back"),
        ("returned", false) => both!("没有办结后又回来", "it has not come back"),
        ("linked", true) => both!("和台账里另一件关联为同一件事", "linked as the same matter"),
        ("linked", false) => both!("台账里没有关联的同一件事", "not linked as the same matter"),
        (_, true) => both!("已经化解", "resolved"),
        (_, false) => both!("还没有化解", "not resolved"),
    };
    text.to(lang)
}

/// A value of a decision table's input, in words.
pub fn input_value(used: &Used, book: &Book, lang: Lang) -> String {
    value_in(used, book.rules(), lang)
}

/// The same under rules that need not be in force.
pub fn value_in(used: &Used, rules: &RuleSet, lang: Lang) -> String {
    let value = used.value.as_str();
    let yes_no = || match value {
        "yes" => Some(both!("是", "yes")),
        "no" => Some(both!("否", "no")),
        "none" => Some(both!("没有在计算的", "none running")),
        "running" => Some(both!("还没到期", "running")),
        "past" => Some(both!("已过期", "past")),
        UNKNOWN => Some(both!("还不知道", "not known")),
        _ => None,
    };
    let word = match used.fact {
        "answer" => return answer_in(&used.key, value, rules, lang),
        "table" => {
            let answer = rules.table(&used.key).and_then(|t| t.answer(value));
            answer.map(|a| crate::text::words(&a.words, lang))
        }
        "unit" => UnitKind::from_code(value).map(|v| words::unit_kind(v, lang)),
        "source" => Source::from_code(value).map(|v| words::source(v, lang)),
        "against" => CounterParty::from_code(value).map(|v| words::counter_party(v, lang)),
        "danger" => Danger::from_code(value).map(|v| words::danger(v, lang)),
        "subject" => rules.category(value).map(|c| crate::text::words(&c.words, lang)),
        _ => None,
    };
    let word = word.or_else(|| yes_no().map(|text| text.to(lang)));
    word.unwrap_or(value).to_owned()
}
