//! What can be done about a decision: note a fact, decide, confirm.

use super::{About, is_proposal};
use crate::screens::today::ActView;
use crate::text::{Both, both, format, words};
use jieyou_domain::Date;
use jieyou_domain::classify::{Assessment, Used, Verdict};
use jieyou_domain::facts::{Class, LinkKind, Linked, Tier};
use jieyou_domain::ledger::{Action, Book, Stage, Trigger};
use jieyou_domain::rules::{Decided, InputFact, Question, Setting, UNKNOWN, holds};

/// How the form of a verdict names a decision: `rung`, `merits/1`.
pub(crate) fn about(table: &str, claim: Option<usize>) -> String {
    claim.map_or_else(|| table.to_owned(), |at| format!("{table}/{at}"))
}

/// What is offered beside a decision.
pub(super) fn acts(verdict: &Verdict, about: About<'_>) -> Vec<ActView> {
    let lang = about.frame.lang;
    let of = |action: Action, word: Both| {
        about.allows(action).then(|| ActView::of(action, word.to(lang)))
    };
    let mut acts: Vec<ActView> = Vec::new();
    let (table, answer) = (verdict.table.as_str(), verdict.decision.answer.as_str());
    acts.extend(each(verdict, about));
    match (table, answer) {
        ("kind" | "class" | "route", _) => {
            // A report of wrongdoing is not recorded here, so that nothing is confirmed.
            let word = if verdict.is_confirmed || is_report(answer) {
                both!("另行认定", "Decide otherwise")
            } else {
                both!("按建议认定，或另定", "Decide, as proposed or otherwise")
            };
            // One button does for all three: the form asks them together.
            acts.extend(of(Action::Classify, word).filter(|_| table != "class"));
            if objection(verdict, about).is_some() {
                acts.extend(of(Action::Object, both!("提出异议", "Object")));
            }
            return acts;
        }
        ("simple", "may") => {
            acts.extend(of(Action::SetProcedure, both!("按简易办理", "Simplify")));
        }
        ("again", "propose") => {
            acts.extend(of(Action::Reexamine, both!("登记重新研究", "Note a second look")));
        }
        ("support", "refer") => {
            acts.extend(of(Action::ReferSupport, both!("登记帮扶转介", "Note the referral")));
        }
        ("first", _) => {
            let join = of(Action::Join, both!("并案", "Join them"));
            let other = open_twin(about).zip(join);
            acts.extend(other.map(|(number, act)| act.with("other", number)));
        }
        _ => {}
    }
    if about.allows(Action::Judge) {
        acts.extend(judge(verdict, about));
    }
    acts
}

/// Whether an answer is that of a report of wrongdoing.
fn is_report(answer: &str) -> bool {
    answer == Class::Accusation.code() || answer == "s30"
}

/// Confirm, decide otherwise, or let the rules decide again.
fn judge(verdict: &Verdict, about: About<'_>) -> Vec<ActView> {
    let lang = about.frame.lang;
    let decision = &verdict.decision;
    let name = self::about(&verdict.table, verdict.claim);
    let open = |word: Both| ActView::of(Action::Judge, word.to(lang)).with("table", name.clone());
    let mut acts = Vec::new();
    if verdict.is_confirmed {
        let why = both!("情况有变，按规则判断", "Things changed; as the rules say").to(lang);
        let back = open(both!("改回按规则判断", "Back to the rules"));
        acts.push(back.with("answer", "rules").with("why", why));
    } else if is_proposal(&verdict.table)
        && !matches!(decision.computed.as_str(), "ask" | "none_yet")
    {
        let word = if verdict.table == "rung" && decision.computed != "1" {
            both!("提到这一层", "Take it to this rung")
        } else {
            both!("按规则确认", "Confirm as the rules say")
        };
        let why = super::why_of(&decision.because, about.frame.book, lang);
        acts.push(open(word).with("answer", decision.computed.clone()).with("why", why));
    }
    acts.push(open(both!("另行认定", "Decide otherwise")).with("answer", "").with("why", ""));
    acts
}

/// The last day of an objection that is open: where a superior sent the matter here.
pub(crate) fn objection_day(assessment: &Assessment, book: &Book) -> Option<Date> {
    let meets = |rule: &str| {
        let rule = book.rules().rule(rule);
        rule.is_some_and(|r| r.met_by.contains(&Trigger::Objected))
    };
    let mut open = assessment.obligations.iter().filter(|o| o.standing.is_open());
    open.find(|o| meets(&o.rule))?.due.day()
}

fn objection(verdict: &Verdict, about: About<'_>) -> Option<Date> {
    let day = || objection_day(about.assessment, about.frame.book);
    (verdict.table == "route").then(day).flatten()
}

/// The number of another matter that is the same and still open: the two can be joined.
fn open_twin(about: About<'_>) -> Option<String> {
    let mut same = about.matter.state.links.iter().filter(|l| l.how == LinkKind::Same);
    let open = |l: &&Linked| {
        let other = about.frame.book.matter(l.other);
        other.is_some_and(|o| o.state.stage() < Stage::Observing)
    };
    same.find(open).map(|l| l.number.clone())
}

/// The question that decided, where it was answered for the whole matter and this is only
/// one of its claims.
fn of_all<'a>(verdict: &Verdict, about: About<'a>) -> Option<(usize, &'a Question)> {
    let state = &about.matter.state;
    let several = state.claims_kept().count();
    let at = verdict.claim.filter(|_| !verdict.is_confirmed)?;
    let own = &state.claims.get(at)?.answers;
    let used = verdict.decision.because.iter().flat_map(|r| &r.used);
    let mut whole = used.filter(|u| u.fact == InputFact::Answer.code() && u.value != UNKNOWN);
    let questions = &about.frame.book.rules().questions;
    whole.find_map(|u| {
        let question = questions.iter().find(|q| q.id == u.key)?;
        let is_open = own.get(&u.key).is_none_or(String::is_empty);
        (question.is_of_claims(several) && is_open).then_some((at, question))
    })
}

/// Answers that question for one claim by itself.
fn each(verdict: &Verdict, about: About<'_>) -> Option<ActView> {
    let (at, question) = of_all(verdict, about).filter(|_| about.allows(Action::NoteFacts))?;
    let word = both!("这条诉求单独补充", "Note it for this claim").to(about.frame.lang);
    let key = crate::forms::acts::answer_key(&question.id, Some(at));
    Some(ActView::of(Action::NoteFacts, word).with("focus", key))
}

/// What is said first beside a decision.
pub(super) fn notes(verdict: &Verdict, about: About<'_>) -> Vec<String> {
    let lang = about.frame.lang;
    let whole = of_all(verdict, about).map(|(_, question)| {
        both!(
            "“{}”这一问是对整件事答的，几项诉求不同的，分别补充。",
            "“{}” was answered for the whole matter; where the claims differ, note it for each."
        )
        .with(lang, &[words(&question.words, lang)])
    });
    let twin = Some(()).filter(|()| verdict.table == "first").and_then(|()| open_twin(about));
    let twin = twin.map(|number| {
        both!(
            "和{}记了是同一件事，那一件还没办结：建议并案，一起办。",
            "Linked as the same as {}, which is still open: join them and handle them as one."
        )
        .with(lang, &[&number])
    });
    let text = both!(
        "上级转来、交来的：不属本单位职权的，{}前可以提出异议。",
        "Sent here by a superior: if it is not within this unit's powers, object by {}."
    );
    let day = objection(verdict, about).map(|day| format::date_full(day, lang));
    let day = day.map(|day| text.with(lang, &[&day]));
    whole.into_iter().chain(twin).chain(day).collect()
}

/// Whether a question is asked of this matter: one that another answer calls for comes
/// behind it.
pub(super) fn is_asked(question: &Question, about: About<'_>) -> bool {
    let book = about.frame.book;
    let Some(profile) = book.unit() else { return false };
    let setting = Setting {
        unit: profile.kind,
        name: &profile.name,
        rules: book.rules(),
        calendar: book.calendar(),
        today: about.frame.today,
    };
    let (kind, tier) = (about.assessment.kind.answer, about.assessment.tier.answer.tier());
    holds(&question.when, &about.matter.state, Decided { kind, tier }, setting)
}

/// The button that notes a fact that is not known.
pub(super) fn ask(used: &Used, claim: Option<usize>, about: About<'_>) -> Option<ActView> {
    if used.fact == InputFact::Subject.code() && about.allows(Action::Classify) {
        let word = both!("定事项分类", "Choose the subject");
        return Some(ActView::of(Action::Classify, word.to(about.frame.lang)));
    }
    if used.fact != InputFact::Answer.code() || !about.allows(Action::NoteFacts) {
        return None;
    }
    let rules = about.frame.book.rules();
    let question = rules.questions.iter().find(|q| q.id == used.key)?;
    if !is_asked(question, about) {
        return None;
    }
    let word = both!("查明了，补记", "Note it").to(about.frame.lang);
    let several = about.matter.state.claims_kept().count();
    let at = claim.filter(|_| question.is_of_claims(several));
    let key = crate::forms::acts::answer_key(&question.id, at);
    Some(ActView::of(Action::NoteFacts, word).with("focus", key))
}

/// What is offered beside the lists.
pub(super) fn tier(about: About<'_>) -> Vec<ActView> {
    let lang = about.frame.lang;
    let mut acts = Vec::new();
    if about.allows(Action::NoteFacts) {
        let word = both!("补记查明的情况", "Note what was found out");
        acts.push(ActView::of(Action::NoteFacts, word.to(lang)));
    }
    if !about.allows(Action::SetTier) || about.assessment.tier.answer.tier().is_none() {
        return acts;
    }
    let set = |word: Both| ActView::of(Action::SetTier, word.to(lang));
    let notes = &about.assessment.tier_notes;
    let confirm = |why: String| {
        let act = set(both!("确认下调", "Confirm the fall"));
        act.with("tier", Tier::Two.code()).with("why", why)
    };
    if let Some((by, _)) = &notes.asked {
        acts.insert(0, confirm(by.why.clone()));
    } else if let Some(fall) = &notes.fall {
        let why = both!(
            "{}最后一天符合{}，现已不再符合三级的条件",
            "{} was the last day {} was met; list 3 is no longer reached"
        );
        let last = format::date_full(fall.last, lang);
        let why = why.with(lang, &[&last, &format::listed(&fall.because, lang)]);
        acts.insert(0, confirm(if fall.because.is_empty() { String::new() } else { why }));
    }
    acts.push(set(both!("改列清单", "Set another list")).with("tier", "").with("why", ""));
    acts
}
