//! For which matters a rule is, and what starts it, in plain words.

use crate::text::{Lang, both, format, words};
use jieyou_domain::ledger::Trigger;
use jieyou_domain::rules::{Rule, RuleSet, When};

/// Each condition as a line; none where a rule is for every matter.
pub(super) fn conditions(when: &When, rules: &RuleSet, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    let mut add = |name: crate::text::Both, values: Vec<&str>| {
        if !values.is_empty() {
            lines.push(format::labelled(
                name.to(lang),
                &format::joined(&values, " / ", lang),
                lang,
            ));
        }
    };
    add(both!("单位", "Unit"), of(&when.unit, words::unit_kind, lang));
    add(both!("来源", "Source"), of(&when.source, words::source, lang));
    add(both!("渠道", "Channel"), of(&when.channel, words::channel, lang));
    add(both!("性质", "Kind"), of(&when.kind, words::kind, lang));
    add(both!("类别", "Class"), of(&when.class, words::class, lang));
    add(both!("办理途径", "Route"), of(&when.route, words::route, lang));
    add(both!("反映的对象", "Against"), of(&when.against, words::counter_party, lang));
    add(both!("清单", "List"), of(&when.tier, words::tier, lang));
    let subject = |id: &String| rules.category(id).map_or("", |c| words(&c.words, lang));
    add(both!("事项分类", "Subject"), when.category.iter().map(subject).collect());
    let mut says = |value: Option<bool>, yes: crate::text::Both, no: crate::text::Both| {
        if let Some(value) = value {
            lines.push((if value { yes } else { no }).to(lang).to_owned());
        }
    };
    says(
        when.own,
        both!("由本单位决定", "This unit decides on it"),
        both!("由别的机关决定", "Another body decides on it"),
    );
    says(
        when.reachable,
        both!("留了联系方式", "The citizen left a contact"),
        both!("没有留联系方式", "No contact was left"),
    );
    says(
        when.simple,
        both!("按简易办理程序办", "By the simplified procedure"),
        both!("按普通程序办", "By the ordinary procedure"),
    );
    for (id, allowed) in when.answers.iter() {
        let Some(question) = rules.questions.iter().find(|q| q.id == *id) else { continue };
        let choices = question.choices.iter().filter(|(code, _)| allowed.contains(code));
        let choices: Vec<&str> = choices.map(|(_, name)| words(name, lang)).collect();
        let answer = format::joined(&choices, " / ", lang);
        lines.push(
            both!("“{}”答“{}”", "“{}”: {}").with(lang, &[words(&question.words, lang), &answer]),
        );
    }
    lines
}

fn of<T: Copy>(all: &[T], word: fn(T, Lang) -> &'static str, lang: Lang) -> Vec<&'static str> {
    all.iter().map(|v| word(*v, lang)).collect()
}

/// What happened; of days that people named, their questions.
pub(super) fn triggers(all: &[Trigger], keys: &[&str], rules: &RuleSet, lang: Lang) -> Vec<String> {
    let is_named = |t: &&Trigger| matches!(t, Trigger::Answer | Trigger::Right);
    let plain = all.iter().filter(|t| !is_named(t)).map(|t| words::trigger(*t, lang).to_owned());
    let mut lines: Vec<String> = plain.collect();
    if all.iter().any(|t| is_named(&t)) {
        lines.extend(keys.iter().map(|key| named(key, rules, lang)));
    }
    lines
}

/// The question behind a day that people name.
fn named(key: &str, rules: &RuleSet, lang: Lang) -> String {
    let Some((ground, day)) = key.split_once('.') else {
        let question = rules.questions.iter().find(|q| q.id == key);
        return question.map_or(key, |q| words(&q.words, lang)).to_owned();
    };
    let Some(ground) = rules.ground(ground) else { return key.to_owned() };
    let plain = day.strip_suffix("_to").unwrap_or(day);
    let ask = ground.asks.iter().find(|a| a.key == day || a.key == plain);
    let asked = ask.map_or(day, |a| words(&a.words, lang));
    format::labelled(words(&ground.name, lang), asked, lang)
}

/// The names of days that may start a rule.
pub(super) fn start_keys(rule: &Rule) -> Vec<&str> {
    let keys = rule.start_keys.iter().chain(std::iter::once(&rule.start_key));
    keys.filter(|key| !key.is_empty()).map(String::as_str).collect()
}
