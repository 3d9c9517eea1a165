//! Why a matter is what it is and stands where it stands, in words.

use crate::text::deadline::Frame;
use crate::text::terms::{self, SealView};
use crate::text::{Lang, both, format, say, words};
use jieyou_domain::classify::{Decision, Override, Reason, Status, TierAnswer};
use jieyou_domain::facts::{Kind, Tier};
use jieyou_domain::ledger::Book;
use jieyou_domain::rules::ListPart;

/// One criterion and how it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReasonView {
    /// `A1`.
    pub id: String,
    /// `data-met`.
    pub met: &'static str,
    /// The word on it.
    pub mark: &'static str,
    /// The criterion.
    pub text: String,
    /// The facts used, and the day it comes true; may be empty.
    pub facts: String,
}

/// The list and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TierView {
    /// The list.
    pub seal: SealView,
    /// 「二级·特殊管理，因为…」
    pub verdict: String,
    /// A person decided otherwise: who, when, why, and what the criteria say; may be empty.
    pub overridden: String,
    /// The criteria: met, not known, coming.
    pub reasons: Vec<ReasonView>,
    /// 「还差什么」: what is open for the next lighter list, and what to ask.
    pub missing: Vec<String>,
    /// What is never a ground.
    pub never: String,
}

/// What the matter is and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KindView {
    /// The word.
    pub word: &'static str,
    /// Why.
    pub reasons: Vec<ReasonView>,
    /// A person chose another kind; may be empty.
    pub overridden: String,
}

/// Words the tier decision.
pub(super) fn tier(decision: &Decision<TierAnswer>, frame: Frame<'_>) -> TierView {
    let Frame { book, lang, .. } = frame;
    let part = |r: &Reason| book.rules().criterion(&r.rule).map(|c| c.part);
    let is_one = |r: &&Reason| part(r) == Some(ListPart::One);
    let all = || decision.because.iter().chain(&decision.would_change_if);
    let reasons: Vec<ReasonView> = all()
        .filter(|r| part(r) != Some(ListPart::One) || r.status == Status::Met)
        .map(|r| reason(r, frame))
        .collect();
    let mut missing: Vec<String> = all()
        .filter(is_one)
        .filter(|r| r.status != Status::Met)
        .map(|r| to_one(&criterion_words(&r.rule, book, lang), lang))
        .collect();
    missing.extend(
        all()
            .filter(|r| !is_one(r) && r.status == Status::NotKnown)
            .map(|r| to_ask(&r.rule, &criterion_words(&r.rule, book, lang), lang)),
    );
    TierView {
        seal: terms::seal(&decision.answer, lang),
        verdict: verdict(decision, book, lang),
        overridden: decision
            .overridden_by
            .as_ref()
            .map(|o| overridden(o, &terms::seal(&decision.computed, lang).line(lang), lang))
            .unwrap_or_default(),
        reasons,
        missing,
        never: words_of_pack(&book.rules().never_a_ground, lang),
    }
}

fn words_of_pack(words: &jieyou_domain::rules::Words, lang: Lang) -> String {
    crate::text::words(words, lang).to_owned()
}

fn criterion_words(id: &str, book: &Book, lang: Lang) -> String {
    book.rules().criterion(id).map_or_else(|| id.to_owned(), |c| words_of_pack(&c.words, lang))
}

fn verdict(decision: &Decision<TierAnswer>, book: &Book, lang: Lang) -> String {
    let line = terms::seal(&decision.computed, lang).line(lang);
    let ids: Vec<&str> = decision
        .because
        .iter()
        .filter(|r| r.status == Status::Met)
        .map(|r| r.rule.as_str())
        .collect();
    let ids = format::listed(&ids, lang);
    match &decision.computed {
        TierAnswer::NoList(id) => {
            let why = criterion_words(id, book, lang);
            both!("{}，因为：{}。", "{}: {}.").with(lang, &[&line, &why])
        }
        TierAnswer::On(Tier::Three) => {
            both!("{}，因为符合{}。", "{}: {} met.").with(lang, &[&line, &ids])
        }
        TierAnswer::On(Tier::One) => both!(
            "{}，因为诉求有结果、已告知，答应的已落实，没有危险。",
            "{}: answered, told, carried out, no danger."
        )
        .with(lang, &[&line]),
        TierAnswer::On(Tier::Two) => {
            let resolved = decision
                .because
                .iter()
                .any(|r| book.rules().criterion(&r.rule).is_some_and(|c| c.part == ListPart::One));
            let text = if resolved {
                both!(
                    "{}，因为已经化解，但转一级的条件还没有齐。",
                    "{}: resolved, but not everything for list 1 is met."
                )
            } else {
                both!(
                    "{}，因为还没有化解，也没有达到三级的条件。",
                    "{}: unresolved, and list 3 is not reached."
                )
            };
            text.with(lang, &[&line])
        }
    }
}

fn to_one(criterion: &str, lang: Lang) -> String {
    both!("转为一级还差：{}。", "For list 1: {}.").with(lang, &[criterion])
}

fn to_ask(id: &str, criterion: &str, lang: Lang) -> String {
    both!("{}还不知道，问一下：{}？", "{} is not known, please ask: {}?")
        .with(lang, &[id, criterion])
}

fn overridden(o: &Override, computed: &str, lang: Lang) -> String {
    let on = format::date_full(o.on, lang);
    both!("{}于{}另定，理由：{}。按条件是{}。", "Set by {} on {}: {}. By the criteria: {}.")
        .with(lang, &[&o.post, &on, &o.why, computed])
}

fn reason(r: &Reason, frame: Frame<'_>) -> ReasonView {
    let Frame { book, lang, .. } = frame;
    let used: Vec<String> = r.used.iter().map(|u| say::used(u, book, lang)).collect();
    let mut facts = if used.is_empty() {
        String::new()
    } else {
        both!("依据：{}。", "From: {}.").with(lang, &[&used.join(lang.pick("，", ", "))])
    };
    if let Some(from) = r.from {
        let day = format::date_full(from, lang);
        let comes = both!("到{}还没有变化，就符合。", "Met from {} if nothing changes.")
            .with(lang, &[&day]);
        if !facts.is_empty() && lang == Lang::En {
            facts.push(' ');
        }
        facts.push_str(&comes);
    }
    ReasonView {
        id: r.rule.clone(),
        met: say::met(r.status),
        mark: say::mark(r.status, lang),
        text: criterion_words(&r.rule, book, lang),
        facts,
    }
}

/// Why a row of a decision table counts.
fn row_words(id: &str, book: &Book, lang: Lang) -> String {
    book.rules().row(id).map_or_else(|| id.to_owned(), |(_, row)| words_of_pack(&row.why, lang))
}

/// Words the kind decision.
pub(super) fn kind(decision: &Decision<Kind>, book: &Book, lang: Lang) -> KindView {
    let reasons = decision
        .because
        .iter()
        .map(|r| {
            let used: Vec<String> = r.used.iter().map(|u| say::used(u, book, lang)).collect();
            ReasonView {
                id: r.rule.clone(),
                met: say::met(r.status),
                mark: say::mark(r.status, lang),
                text: row_words(&r.rule, book, lang),
                facts: used.join(lang.pick("，", ", ")),
            }
        })
        .collect();
    let overridden = match &decision.overridden_by {
        None => String::new(),
        Some(_) => both!("人工选定；按规则是{}。", "Chosen by a person; by rule: {}.")
            .with(lang, &[words::kind(decision.computed, lang)]),
    };
    KindView { word: words::kind(decision.answer, lang), reasons, overridden }
}
