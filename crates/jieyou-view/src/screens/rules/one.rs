//! One rule, everything of it in words.

use super::cond::{conditions, start_keys, triggers};
use super::set_here;
use crate::text::forms::setup;
use crate::text::rules as t;
use crate::text::{Both, Lang, both, format, say, words};
use jieyou_domain::facts::{DeadlineKind, Owes};
use jieyou_domain::ledger::{Book, Trigger};
use jieyou_domain::rules::{Effect, Pick, Roll, Rule, RuleSet, RuleTerm, When};

/// A name and what stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The name.
    pub name: &'static str,
    /// What stands there.
    pub lines: Vec<String>,
}

/// What a unit may set itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LocalWay {
    /// Nothing.
    Nothing,
    /// A shorter number.
    Shorter,
    /// Any number, or that it does without.
    Any,
}

/// One rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleView {
    /// Its id.
    pub id: String,
    /// What it does.
    pub duty: String,
    /// Everything of it.
    pub rows: Vec<Row>,
    /// The article.
    pub article: String,
    /// Its words, in Chinese.
    pub quote: String,
    /// `data-level`.
    pub level: &'static str,
    /// How well the words were checked.
    pub verified: &'static str,
    /// Numbers set otherwise.
    pub local: Vec<String>,
    /// What a unit may set itself.
    pub way: LocalWay,
}

/// The rule with this id.
pub fn rule(book: &Book, id: &str, lang: Lang) -> Option<RuleView> {
    let rules = book.rules();
    let rule = rules.rule(id)?;
    let (level, verified) = say::level(rule.cite.verified, lang);
    Some(RuleView {
        id: rule.id.clone(),
        duty: words(&rule.duty, lang).to_owned(),
        rows: rows(rule, rules, lang),
        article: say::cite(&rule.cite, lang),
        quote: rule.cite.quote.clone(),
        level,
        verified,
        local: set_here(rule, rules, lang),
        way: way(rule),
    })
}

/// What a unit may set of a rule itself.
pub(super) fn way(rule: &Rule) -> LocalWay {
    let is_number = matches!(rule.term, RuleTerm::Count { .. });
    match rule.kind {
        _ if rule.effect != Effect::Clock || !is_number => LocalWay::Nothing,
        DeadlineKind::Promised | DeadlineKind::Routine => LocalWay::Any,
        DeadlineKind::Statutory | DeadlineKind::Ordered if rule.owes == Owes::Office => {
            LocalWay::Shorter
        }
        _ => LocalWay::Nothing,
    }
}

struct Rows<'a> {
    rules: &'a RuleSet,
    lang: Lang,
    rows: Vec<Row>,
}

impl Rows<'_> {
    fn lines(&mut self, name: Both, lines: Vec<String>) {
        if !lines.is_empty() {
            self.rows.push(Row { name: name.to(self.lang), lines });
        }
    }

    fn text(&mut self, name: Both, text: &str) {
        if !text.is_empty() {
            self.lines(name, vec![text.to_owned()]);
        }
    }

    fn facts(&mut self, name: Both, all: &[Trigger], keys: &[&str]) {
        let lines = triggers(all, keys, self.rules, self.lang);
        self.lines(name, lines);
    }

    /// Other rules, by id and what they do.
    fn others<'r>(&mut self, name: Both, rules: impl Iterator<Item = &'r Rule>) {
        let lang = self.lang;
        let line = |r: &Rule| format!("{} {}", r.id, words(&r.duty, lang));
        self.lines(name, rules.map(line).collect());
    }
}

fn rows(rule: &Rule, rules: &RuleSet, lang: Lang) -> Vec<Row> {
    let mut r = Rows { rules, lang, rows: Vec::new() };
    r.text(both!("作用", "Does"), t::effect(rule.effect, lang));
    r.others(both!("作用于", "Acts on"), rules.rules.iter().filter(|o| rule.of.contains(&o.id)));
    r.text(both!("性质", "Kind"), words::deadline_kind(rule.kind, lang));
    r.text(both!("谁", "Who"), words::owes(rule.owes, lang));
    if rule.elsewhere {
        r.text(
            both!("承担的单位", "Owed by"),
            both!("别的单位，本单位催办", "another office; this one asks").to(lang),
        );
    }
    r.text(both!("期限", "Term"), &t::term(rule.term, rule.kind, lang));
    r.text(both!("末日休息", "Rest days"), roll(rule, lang));
    let mut matters = conditions(&rule.when, rules, lang);
    if rule.when == When::default() {
        matters.push(both!("所有事项", "Every matter").to(lang).to_owned());
    }
    r.lines(both!("适用", "For"), matters);
    let not = rule.unless.as_ref().map(|unless| conditions(unless, rules, lang));
    r.lines(both!("不适用", "Not for"), not.unwrap_or_default());
    facts(&mut r, rule);
    let acting = rules.rules.iter().filter(|o| o.of.contains(&rule.id));
    r.others(both!("受哪些规则影响", "Acted on by"), acting);
    r.text(both!("到哪里提", "Where"), place(&rule.at, lang));
    let days: Vec<String> = rule.remind.iter().map(|n| format::days(i64::from(*n), lang)).collect();
    r.text(both!("提前提醒", "Reminder"), &format::listed(&days, lang));
    r.text(both!("过了期限", "When over"), words(&rule.expiry, lang));
    let pending = rule.pending.as_ref().map_or("", |p| words(p, lang));
    r.text(both!("没起算时", "Before"), pending);
    r.text(both!("施行", "In force"), &in_force(rule, lang));
    r.others(both!("接替", "Follows"), rules.rule(&rule.follows).into_iter());
    r.rows
}

/// What starts, suspends, lengthens, meets and ends it.
fn facts(r: &mut Rows<'_>, rule: &Rule) {
    let lang = r.lang;
    r.facts(both!("起算", "Starts from"), &rule.starts, &start_keys(rule));
    if rule.starts.len() > 1 || rule.pick != Pick::First {
        let text = match rule.pick {
            Pick::First => both!("以最早的一次为准", "the earliest counts"),
            Pick::Last => both!("再发生就重新起算", "each time anew"),
            Pick::Each => both!("每一次各算各的", "each counts by itself"),
        };
        r.text(both!("多次发生", "If several"), text.to(lang));
    }
    r.facts(both!("暂停", "Suspended by"), &rule.suspended_by, &[]);
    r.facts(both!("延长", "Lengthened by"), &rule.extended_by, &[]);
    let met: Vec<&str> = rule.met_keys.iter().map(String::as_str).collect();
    r.facts(both!("怎样算做到", "Met by"), &rule.met_by, &met);
    r.facts(both!("何时不再计", "Ended by"), &rule.ends_by, &[]);
}

fn roll(rule: &Rule, lang: Lang) -> &'static str {
    if !matches!(rule.effect, Effect::Clock) || !matches!(rule.term, RuleTerm::Count { .. }) {
        return "";
    }
    let text = match rule.roll {
        Roll::No => both!("不顺延", "does not roll"),
        Roll::Yes => both!("顺延到下一个工作日", "rolls to the next working day"),
        Roll::Hint => both!(
            "以不顺延的日子为准，可能顺延到的日子另外注明",
            "the unrolled day is the safe one; the rolled one is shown as a hint"
        ),
    };
    text.to(lang)
}

/// Where a citizen goes with it.
fn place(at: &str, lang: Lang) -> &'static str {
    if let Some((.., ask)) = setup::ADDRESSES.iter().find(|(_, code, _)| *code == at) {
        return ask.label.to(lang);
    }
    let text = match at {
        "review" => both!("复查机关", "Reviewing body"),
        "recheck" => both!("复核机关", "Rechecking body"),
        "township" => both!("乡镇人民政府", "Township government"),
        _ => Both::NONE,
    };
    text.to(lang)
}

/// `2022年5月1日起`, with the last day where there is one.
pub(super) fn in_force(rule: &Rule, lang: Lang) -> String {
    let from = format::date_full(rule.from, lang);
    match rule.to {
        None => both!("{}起", "from {}").with(lang, &[&from]),
        Some(to) => both!("{}至{}", "{} to {}").with(lang, &[&from, &format::date_full(to, lang)]),
    }
}
