//! One decision as an argument: the answer, whether rules or people gave it, why, with
//! quotations and facts, what would change it, and what can be done about it. Every
//! decision about a matter is shown by this one model.

mod because;
mod change;
mod needs;
mod offer;
mod sheet;
#[cfg(test)]
mod tests;
mod tier;

pub use because::{BecauseView, SourceView};
pub(crate) use because::{answer_of, why_of};
pub use change::ChangeView;
use needs::needs;
pub(crate) use offer::{about, objection_day};
pub use sheet::{VerdictSheet, verdict_sheet};

use super::today::ActView;
use crate::text::deadline::Frame;
use crate::text::terms::{SealView, TagView};
use crate::text::{Lang, both, format, words};
use jieyou_domain::classify::{Assessment, Decision, Override, Verdict, verdicts};
use jieyou_domain::compact::sort_by;
use jieyou_domain::ledger::{self, Action, Matter};
use jieyou_domain::rules::Table;

/// One decision.
#[derive(Clone, Debug, PartialEq)]
pub struct VerdictView {
    /// Its id on the page: `v-route-0`.
    pub id: String,
    /// What is decided.
    pub title: String,
    /// For which claim; empty where it is for the matter, or the only claim.
    pub of: String,
    /// The answer in words.
    pub answer: String,
    /// The seal, of the lists only.
    pub seal: Option<SealView>,
    /// Whether rules or people gave it.
    pub state: TagView,
    /// Why, in a line.
    pub lead: String,
    /// What is to be said first: a fall that waits, a decision that lapses or has lapsed.
    pub notes: Vec<String>,
    /// A person's decision: who, when, why, and what the rules say; may be empty.
    pub person: String,
    /// Whether a person decided: what follows from the rules is said as theirs.
    pub is_person: bool,
    /// What follows for the office; may be empty.
    pub then: String,
    /// What it asks, point by point.
    pub needs: Vec<NeedView>,
    /// Why, row by row.
    pub because: Vec<BecauseView>,
    /// What would change it, by the fact that is not known.
    pub change: Vec<ChangeView>,
    /// What time alone would change.
    pub in_time: Vec<String>,
    /// What is missing for the next lighter list.
    pub missing: Vec<String>,
    /// What is never a ground; may be empty.
    pub never: String,
    /// What can be done about it.
    pub acts: Vec<ActView>,
    /// A mere no, which nobody gave by hand: said in one line with the others.
    pub is_quiet: bool,
    /// Whether it waits for facts, and nobody decided in their place.
    pub is_open: bool,
}

/// A point that an answer asks of the office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NeedView {
    /// The point.
    pub text: String,
    /// Whether it is done: word and shape.
    pub state: TagView,
}

/// All decisions about a matter.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VerdictsView {
    /// Those to be read, in the order of the page.
    pub shown: Vec<VerdictView>,
    /// Those that are a mere no.
    pub quiet: Vec<VerdictView>,
    /// These in one line; empty without any.
    pub quiet_line: String,
}

/// What a decision is worded from.
#[derive(Clone, Copy)]
pub(crate) struct About<'a> {
    pub(crate) frame: Frame<'a>,
    pub(crate) matter: &'a Matter,
    pub(crate) assessment: &'a Assessment,
}

impl About<'_> {
    /// Whether an act is possible now.
    fn allows(&self, action: Action) -> bool {
        let kind = self.assessment.kind.answer;
        let unit = self.frame.book.unit().map(|u| u.kind);
        unit.is_some_and(|unit| {
            !self.matter.has_unknown()
                && ledger::allowed(action, self.matter, ledger::Frame { unit, kind }).is_ok()
        })
    }
}

/// The order on the page; what a pack adds stands behind.
const ORDER: [&str; 15] = [
    "kind", "class", "route", "fallback", "tier", "track", "rung", "first", "pending", "group",
    "bodies", "simple", "merits", "support", "again",
];

/// Where a decision stands: by what belongs together, by claim, by table.
type Place = (usize, Option<usize>, usize);

fn place(table: &str) -> usize {
    ORDER.iter().position(|id| *id == table).unwrap_or(ORDER.len())
}

/// Class and route are read claim by claim, one behind the other.
fn band(table: &str) -> usize {
    if matches!(table, "route" | "fallback") { place("class") } else { place(table) }
}

/// Words every decision about a matter.
pub fn verdict_views(matter: &Matter, assessment: &Assessment, frame: Frame<'_>) -> VerdictsView {
    let about = About { frame, matter, assessment };
    let mut all: Vec<(Place, VerdictView)> = verdicts(matter, frame.book, frame.today, assessment)
        .iter()
        .filter_map(|v| {
            let key = (band(&v.table), v.claim, place(&v.table));
            Some((key, view(v, frame.book.rules().table(&v.table)?, about)))
        })
        .collect();
    all.push(((place("tier"), None, 0), tier::view(about)));
    sort_by(&mut all, |a, b| a.0.cmp(&b.0));
    let mut views = VerdictsView::default();
    for (_, view) in all {
        if view.is_quiet { &mut views.quiet } else { &mut views.shown }.push(view);
    }
    let line = |v: &VerdictView| format::labelled(&v.title, &v.answer, frame.lang);
    let lines: Vec<String> = views.quiet.iter().map(line).collect();
    views.quiet_line = lines.join(frame.lang.pick("；", "; "));
    views
}

fn view(verdict: &Verdict, table: &Table, about: About<'_>) -> VerdictView {
    let About { frame, matter, .. } = about;
    let (lang, book) = (frame.lang, frame.book);
    let decision = &verdict.decision;
    let answer = table.answer(&decision.answer);
    let cause = why_of(&decision.because, book, lang);
    let person = person(verdict, table, about);
    let (change, in_time) = change::changes(verdict, table, about);
    let claim = verdict.claim.map(|at| format!("-{at}")).unwrap_or_default();
    VerdictView {
        id: format!("v-{}{claim}", table.id),
        title: words(&table.name, lang).to_owned(),
        of: of_claim(verdict.claim, matter, lang),
        answer: answer_of(table, &decision.answer, lang),
        seal: None,
        state: state(verdict, lang),
        lead: match &decision.overridden_by {
            Some(by) if !by.why.is_empty() => by.why.clone(),
            Some(_) => String::new(),
            None => cause,
        },
        notes: offer::notes(verdict, about),
        is_person: !person.is_empty(),
        person,
        then: answer.map_or_else(String::new, |a| words(&a.then, lang).to_owned()),
        needs: needs(answer, &verdict.needs, about),
        because: because::rows(decision, answer, about),
        change,
        in_time,
        missing: Vec::new(),
        never: String::new(),
        acts: offer::acts(verdict, about),
        is_quiet: !verdict.is_confirmed && is_no(&table.id, &decision.answer),
        is_open: !verdict.is_confirmed && matches!(decision.answer.as_str(), "ask" | "none_yet"),
    }
}

/// Answers that say that nothing is the case.
fn is_no(table: &str, answer: &str) -> bool {
    matches!(
        (table, answer),
        ("pending", "not_pending" | "settled")
            | ("again" | "simple" | "support", "not")
            | ("group", "single")
            | ("bodies", "one")
    )
}

/// The claim, where there are several.
fn of_claim(claim: Option<usize>, matter: &Matter, lang: Lang) -> String {
    let Some(at) = claim.filter(|_| matter.state.claims.len() > 1) else { return String::new() };
    let text = matter.state.claims.get(at).map_or("", |c| c.claim.text.as_str());
    both!("诉求{}：{}", "Claim {}: {}").with(lang, &[&(at + 1).to_string(), text])
}

/// What only a person can settle; until then the rules propose it.
fn is_proposal(table: &str) -> bool {
    matches!(
        table,
        "class" | "route" | "fallback" | "track" | "rung" | "simple" | "merits" | "again"
    )
}

fn state(verdict: &Verdict, lang: Lang) -> TagView {
    let tag = |word: crate::text::Both, state| TagView { word: word.to(lang), state };
    if verdict.decision.overridden_by.is_some() {
        otherwise(lang)
    } else if verdict.is_confirmed {
        tag(both!("人工认定，与规则一致", "Decided by a person, as the rules say"), "met")
    } else if is_proposal(&verdict.table) {
        tag(both!("建议，还没有认定", "Proposed, not decided yet"), "not-started")
    } else {
        by_rules(lang)
    }
}

fn otherwise(lang: Lang) -> TagView {
    let word = both!("人工认定，与规则不同", "Decided by a person, not as the rules say");
    TagView { word: word.to(lang), state: "soon" }
}

fn by_rules(lang: Lang) -> TagView {
    TagView { word: both!("按规则", "By the rules").to(lang), state: "running" }
}

/// Who decided, when and why; and what the rules say where that is something else.
fn person(verdict: &Verdict, table: &Table, about: About<'_>) -> String {
    let lang = about.frame.lang;
    let decision = &verdict.decision;
    let mut text = match &decision.overridden_by {
        Some(by) => by_person(by, lang),
        None => {
            let claim = verdict.claim.and_then(|at| u16::try_from(at).ok());
            let Some((on, judged)) = about.matter.state.judgement(&table.id, claim) else {
                return String::new();
            };
            let by = Override { on: *on, post: judged.post.clone(), why: judged.why.clone() };
            return by_person(&by, lang);
        }
    };
    let computed = answer_of(table, &decision.computed, lang);
    text.push_str(&rules_say(decision, &computed, about));
    text
}

/// 「青禾镇综治专干于…认定，理由：…。」
fn by_person(by: &Override, lang: Lang) -> String {
    let on = format::date_full(by.on, lang);
    let mut text = if by.post.is_empty() {
        both!("{}人工选定", "Chosen by a person on {}").with(lang, &[&on])
    } else {
        both!("{}于{}认定", "Decided by {} on {}").with(lang, &[&by.post, &on])
    };
    if !by.why.is_empty() {
        text.push_str(&both!("，理由：{}", ": {}").with(lang, &[by.why.trim_end_matches('。')]));
    }
    text.push_str(lang.pick("。", "."));
    text
}

/// What the rules say beside a person's decision, and why.
fn rules_say<T>(decision: &Decision<T>, computed: &str, about: About<'_>) -> String {
    let lang = about.frame.lang;
    let why = why_of(&decision.because, about.frame.book, lang);
    if why.is_empty() {
        return both!("按规则是{}。", " By the rules: {}.").with(lang, &[computed]);
    }
    both!("按规则是{}（{}）。", " By the rules: {} ({}).").with(lang, &[computed, &why])
}
