//! What differs between two sets of rules, in words.

mod data;

use crate::text::rules as t;
use crate::text::{Both, Lang, both, format, say, words};
use jieyou_domain::rules::{Override, Rule, RuleSet};

/// A difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// `data-row`: `new`, `gone`, `changed`.
    pub row: &'static str,
    /// The same in a word.
    pub mark: &'static str,
    /// The rule, and what of it.
    pub text: String,
}

/// Every difference, in the order of the packs.
pub(super) fn changes(now: &RuleSet, then: &RuleSet, lang: Lang) -> Vec<Change> {
    let mut all = Vec::new();
    let mut add = |row: &'static str, text: String| {
        let mark = match row {
            "new" => t::ADDED,
            "gone" => t::GONE,
            _ => t::CHANGED,
        };
        all.push(Change { row, mark: mark.to(lang), text });
    };
    for rule in &then.rules {
        match now.rule(&rule.id) {
            None => add("new", cited(rule, lang)),
            Some(old) if old != rule => add("changed", changed(old, rule, lang)),
            Some(_) => {}
        }
    }
    for rule in now.rules.iter().filter(|r| then.rule(&r.id).is_none()) {
        add("gone", cited(rule, lang));
    }
    for set in then.overrides.iter().filter(|o| !now.overrides.contains(o)) {
        add("changed", number(set, now, then, lang));
    }
    let is_replaced = |o: &Override| then.overrides.iter().any(|x| x.rule == o.rule);
    let gone = now.overrides.iter().filter(|o| !then.overrides.contains(o) && !is_replaced(o));
    for set in gone {
        if let Some(rule) = then.rule(&set.rule) {
            let terms = [set.term, rule.term].map(|term| t::term(term, rule.kind, lang));
            let text = t::SET_GONE.with(lang, &[&terms[0], &terms[1]]);
            add("changed", format::labelled(&named(rule, lang), &text, lang));
        }
    }
    for (row, text) in data::criteria(now, then, lang) {
        add(row, text);
    }
    for (row, text) in data::tables(now, then, lang) {
        add(row, text);
    }
    for (row, text) in data::subjects(now, then, lang) {
        add(row, text);
    }
    let others: [(Both, bool); 2] = [
        (both!("登记时的问题", "Deciding questions"), now.questions == then.questions),
        (both!("权利期限的起算日", "Days of rights"), now.grounds == then.grounds),
    ];
    for (name, is_same) in others {
        if !is_same {
            add("changed", name.to(lang).to_owned());
        }
    }
    all
}

fn named(rule: &Rule, lang: Lang) -> String {
    format!("{} {}", rule.id, words(&rule.duty, lang))
}

fn cited(rule: &Rule, lang: Lang) -> String {
    let term = t::term(rule.term, rule.kind, lang);
    let parts = [named(rule, lang), term, say::cite(&rule.cite, lang)];
    let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|p| !p.is_empty()).collect();
    parts.join(lang.pick("，", ", "))
}

/// What of a rule is another: the number first.
fn changed(old: &Rule, new: &Rule, lang: Lang) -> String {
    let mut parts = Vec::new();
    if old.term != new.term {
        let terms = [old, new].map(|r| t::term(r.term, r.kind, lang));
        parts.push(terms.join(" → "));
    }
    let what = [
        (both!("施行日期", "days in force"), (old.from, old.to) == (new.from, new.to)),
        (both!("出处或原文", "source"), old.cite == new.cite),
        (
            both!("适用范围", "for which matters"),
            (&old.when, &old.unless) == (&new.when, &new.unless),
        ),
        (
            both!("起算", "what starts it"),
            (&old.starts, &old.start_key, &old.start_keys, old.pick)
                == (&new.starts, &new.start_key, &new.start_keys, new.pick),
        ),
        (
            both!("怎样算做到、不再计", "what meets and ends it"),
            (&old.met_by, &old.met_keys, &old.ends_by)
                == (&new.met_by, &new.met_keys, &new.ends_by),
        ),
    ];
    parts.extend(
        what.into_iter().filter(|(_, same)| !same).map(|(name, _)| name.to(lang).to_owned()),
    );
    if parts.is_empty() {
        parts.push(both!("说明文字或其他", "words or other details").to(lang).to_owned());
    }
    format::labelled(&named(new, lang), &format::listed(&parts, lang), lang)
}

/// A number set otherwise, beside the one that counts now, with its source.
fn number(set: &Override, now: &RuleSet, then: &RuleSet, lang: Lang) -> String {
    let Some(rule) = then.rule(&set.rule) else { return set.rule.clone() };
    let old = now.term_on(rule, set.from).0;
    let terms = [old, set.term].map(|term| t::term(term, rule.kind, lang));
    let from = format::date_full(set.from, lang);
    let source = say::cite(&set.cite, lang);
    let text = t::SET_NEW.with(lang, &[&terms[0], &terms[1], &from, &source, &set.cite.quote]);
    format::labelled(&named(rule, lang), &text, lang)
}
