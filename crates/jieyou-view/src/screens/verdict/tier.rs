//! The list a matter stands on, as a decision like the others: with its criteria, what is
//! missing for the next lighter list, and what waits for the consult.

use super::because::{answer_source, criterion, criterion_words, row_source};
use super::{About, BecauseView, VerdictView, by_person, by_rules, needs, offer, otherwise};
use crate::text::forms::register;
use crate::text::terms::{self, TagView};
use crate::text::{Lang, both, format, words};
use jieyou_domain::classify::{Decision, Override, Reason, Status, TierAnswer};
use jieyou_domain::facts::Tier;
use jieyou_domain::rules::{ListPart, Test};

/// Words the decision.
pub(super) fn view(about: About<'_>) -> VerdictView {
    let About { frame, assessment, matter } = about;
    let (lang, book) = (frame.lang, frame.book);
    let decision = &assessment.tier;
    let table = book.rules().table("tier");
    let seal = terms::seal(&decision.answer, lang);
    let code = decision.answer.tier().map_or("none", Tier::code);
    let answer = table.and_then(|t| t.answer(code));
    let done: Vec<Option<bool>> = answer
        .into_iter()
        .flat_map(|a| &a.needs)
        .map(|need| {
            let is_met = || need.by.iter().any(|t| matter.state.has_now(*t));
            (!need.by.is_empty()).then(is_met)
        })
        .collect();
    let title = table.map_or_else(String::new, |t| words(&t.name, lang).to_owned());
    let mut because = vec![row(about)];
    because.extend(answer_source(answer, &because, lang));
    because.extend(criteria(decision, about));
    VerdictView {
        id: "v-tier".to_owned(),
        title,
        of: String::new(),
        answer: seal.line(lang),
        seal: Some(seal),
        state: state(about),
        lead: lead(about),
        notes: notes(about),
        is_person: decision.overridden_by.is_some(),
        person: person(about),
        then: answer.map_or_else(String::new, |a| words(&a.then, lang).to_owned()),
        needs: needs(answer, &done, about),
        because,
        change: Vec::new(),
        in_time: Vec::new(),
        missing: missing(decision, about),
        never: words(&book.rules().never_a_ground, lang).to_owned(),
        acts: offer::tier(about),
        is_quiet: false,
        is_open: false,
    }
}

fn state(about: About<'_>) -> TagView {
    let lang = about.frame.lang;
    let notes = &about.assessment.tier_notes;
    if about.assessment.tier.overridden_by.is_some() {
        otherwise(lang)
    } else if notes.fall.is_some() {
        let word = both!("下调等确认", "A fall waits to be confirmed");
        TagView { word: word.to(lang), state: "waiting" }
    } else if notes.asked.is_some() {
        let word = both!("申请下调，等确认", "Asked to leave list 3, not confirmed");
        TagView { word: word.to(lang), state: "waiting" }
    } else {
        by_rules(lang)
    }
}

/// The row of the table that the criteria lead to.
fn row(about: About<'_>) -> BecauseView {
    let (book, lang) = (about.frame.book, about.frame.lang);
    let id = &about.assessment.tier_notes.row;
    let why = book.rules().row(id).map_or("", |(_, row)| words(&row.why, lang));
    BecauseView {
        id: id.clone(),
        met: "yes",
        mark: "",
        why: match &about.assessment.tier.computed {
            TierAnswer::NoList(id) => format::labelled(
                why.trim_end_matches(['。', '.']),
                &criterion_words(id, book, lang),
                lang,
            ),
            TierAnswer::On(_) => why.trim_end_matches(['。', '.']).to_owned(),
        },
        source: row_source(id, book, lang),
        facts: String::new(),
    }
}

fn part(reason: &Reason, about: About<'_>) -> Option<ListPart> {
    about.frame.book.rules().criterion(&reason.rule).map(|c| c.part)
}

/// The criteria: met, not known, coming. Those of 一级 that are open stand under what is
/// missing.
fn criteria(decision: &Decision<TierAnswer>, about: About<'_>) -> Vec<BecauseView> {
    let all = decision.because.iter().chain(&decision.would_change_if);
    let is_shown = |r: &&Reason| part(r, about) != Some(ListPart::One) || r.status == Status::Met;
    all.filter(is_shown).map(|r| criterion(r, about)).collect()
}

/// Why, in a line: the row, and the criteria that are met.
fn lead(about: About<'_>) -> String {
    let decision = &about.assessment.tier;
    if let Some(by) = &decision.overridden_by {
        return by.why.clone();
    }
    let why = row(about).why;
    if decision.computed != TierAnswer::On(Tier::Three) {
        return why;
    }
    by_part(decision, about).unwrap_or(why)
}

/// 「符合A类：A2；另符合B类：B5」: the criteria that are met, each under its own part.
fn by_part(decision: &Decision<TierAnswer>, about: About<'_>) -> Option<String> {
    let lang = about.frame.lang;
    let of = |wanted: ListPart| {
        let met = decision.because.iter().filter(|r| r.status == Status::Met);
        let mine = met.filter(|r| part(r, about) == Some(wanted));
        let ids: Vec<&str> = mine.map(|r| r.rule.as_str()).collect();
        (!ids.is_empty()).then(|| format::listed(&ids, lang))
    };
    match (of(ListPart::A), of(ListPart::B)) {
        (Some(a), Some(b)) => Some(
            both!("符合A类：{}；另符合B类：{}", "Of A: {}; and of B: {}").with(lang, &[&a, &b]),
        ),
        (Some(a), None) => Some(both!("符合A类：{}", "Of A: {}").with(lang, &[&a])),
        (None, Some(b)) => Some(both!("符合B类：{}", "Of B: {}").with(lang, &[&b])),
        (None, None) => None,
    }
}

/// A fall that waits, a decision that lapses, one that has lapsed.
fn notes(about: About<'_>) -> Vec<String> {
    let lang = about.frame.lang;
    let notes = &about.assessment.tier_notes;
    let full = |day| format::date_full(day, lang);
    let mut all = Vec::new();
    all.extend(lowering(about));
    if let Some(fall) = &notes.fall
        && fall.because.is_empty()
    {
        let text = both!(
            "按条件是二级，人工改列的三级到期没有再确认；下调等会诊或包案领导确认。",
            "By the criteria it is on list 2, and the list 3 set by a person was not confirmed again; the fall waits for the consult or the responsible leader."
        );
        all.push(text.to(lang).to_owned());
    } else if let Some(fall) = &notes.fall {
        let ids = format::listed(&fall.because, lang);
        all.push(
            both!(
                "准则上已够二级（最后一天符合{}是{}），下调等会诊或包案领导确认。",
                "By the criteria it is on list 2 now (the last day {} was met: {}); the fall waits for the consult or the responsible leader."
            )
            .with(lang, &[&ids, &full(fall.last)]),
        );
    }
    if let Some(until) = notes.until {
        all.push(
            both!(
                "到{}会诊没有确认就失效，下调还要确认。",
                "It lapses unless it is confirmed by the consult of {}; leaving list 3 is to be confirmed too."
            )
            .with(lang, &[&full(until)]),
        );
    }
    if let Some((by, until)) = &notes.lapsed {
        let who = who(by, lang);
        all.push(
            both!(
                "{}{}的改判没有在{}会诊确认，已失效。",
                "The decision of {} of {} was not confirmed by the consult of {} and has lapsed."
            )
            .with(lang, &[who, &full(by.on), &full(*until)]),
        );
    }
    all
}

fn who(by: &Override, lang: Lang) -> &str {
    if by.post.is_empty() { both!("人工", "a person").to(lang) } else { &by.post }
}

/// A lower list that was asked for, or that does not count, and why.
fn lowering(about: About<'_>) -> Vec<String> {
    let (book, lang) = (about.frame.book, about.frame.lang);
    let notes = &about.assessment.tier_notes;
    let mut all = Vec::new();
    if let Some((by, until)) = &notes.asked {
        let on = format::date_full(by.on, lang);
        let why = by.why.trim_end_matches('。');
        let text = both!(
            "{}于{}申请下调：{}。会诊或包案领导确认以前留在三级。",
            "{} asked on {} to leave list 3: {}. It stays until the consult or the responsible leader confirms it."
        );
        all.push(text.with(lang, &[who(by, lang), &on, why]));
        if let Some(until) = until {
            let text = both!(
                "到{}会诊没有确认，申请就失效。",
                "Not confirmed by the consult of {}, that lapses."
            );
            all.push(text.with(lang, &[&format::date_full(*until, lang)]));
        }
    }
    if let Some(void) = &notes.void {
        let is_danger =
            |id: &String| book.rules().criterion(id).is_some_and(|c| c.decided == Test::Danger);
        let text = if void.against.iter().any(is_danger) {
            both!(
                "{}{}的下调不算：符合{}，危险还在，不下调。",
                "The lowering of {} of {} does not count: {} is met, the danger stands."
            )
        } else {
            both!(
                "{}{}的下调不再算：后来又符合{}，马上回到三级。",
                "The lowering of {} of {} counts no more: {} came to be met, so it is on list 3 again."
            )
        };
        let on = format::date_full(void.by.on, lang);
        let ids = format::listed(&void.against, lang);
        all.push(text.with(lang, &[who(&void.by, lang), &on, &ids]));
    }
    all
}

fn person(about: About<'_>) -> String {
    let lang = about.frame.lang;
    let decision = &about.assessment.tier;
    let Some(by) = &decision.overridden_by else { return String::new() };
    let mut text = by_person(by, lang);
    let computed = terms::seal(&decision.computed, lang).line(lang);
    let says = both!("按条件是{}（{}）。", " By the criteria: {} ({}).");
    text.push_str(&says.with(lang, &[&computed, &row(about).why]));
    text
}

/// 「还差什么」: what is open for the next lighter list, and what to ask.
fn missing(decision: &Decision<TierAnswer>, about: About<'_>) -> Vec<String> {
    let (book, lang) = (about.frame.book, about.frame.lang);
    let all = || decision.because.iter().chain(&decision.would_change_if);
    let mut lines = Vec::new();
    let is_three = decision.computed == TierAnswer::On(Tier::Three);
    lines.extend(too_many(decision, about));
    for r in all() {
        let text = criterion_words(&r.rule, book, lang);
        let line = match (part(r, about), r.status) {
            (Some(ListPart::One), Status::Met) => continue,
            (Some(ListPart::One), _) => to_one(r, &text, lang),
            (Some(ListPart::A), Status::Met) if is_three => {
                both!("{}不再符合，才可能转二级：{}", "{} must no longer be met for list 2: {}")
                    .with(lang, &[&r.rule, &sentence(&text, lang)])
            }
            (_, Status::NotKnown) => {
                let Some(question) = question(r, about) else { continue };
                both!("{}还不知道，要问：{}", "{} is not known; ask: {}")
                    .with(lang, &[&r.rule, &question])
            }
            _ => continue,
        };
        lines.push(line);
    }
    lines
}

/// Of the criteria of B, so many must cease, whichever they are.
fn too_many(decision: &Decision<TierAnswer>, about: About<'_>) -> Option<String> {
    let lang = about.frame.lang;
    let n = about.assessment.tier_notes.too_many;
    let met = decision.because.iter().filter(|r| r.status == Status::Met);
    let met = met.filter(|r| part(r, about) == Some(ListPart::B)).map(|r| r.rule.as_str());
    let ids = format::listed(&met.collect::<Vec<_>>(), lang);
    let text = both!(
        "{}里至少有{}条不再符合，才可能转二级。",
        "Of {}, at least {} must no longer be met for list 2."
    );
    (n > 0).then(|| text.with(lang, &[&ids, &n.to_string()]))
}

/// What a clerk asks to know it: the pack's own question, or that of the registration.
fn question(r: &Reason, about: About<'_>) -> Option<String> {
    let About { frame, matter, .. } = about;
    let (book, lang) = (frame.book, frame.lang);
    let label = |ask: crate::text::forms::Ask| ask.label.to(lang).to_owned();
    match &book.rules().criterion(&r.rule)?.decided {
        Test::Danger => Some(label(register::DANGER)),
        Test::Scale { .. } => {
            let known = |name: &str| r.used.iter().any(|u| u.fact == name);
            let open = [("households", register::HOUSEHOLDS), ("people", register::PEOPLE)];
            let open: Vec<String> = open
                .into_iter()
                .filter(|(name, _)| !known(name))
                .map(|(_, ask)| label(ask))
                .collect();
            Some(open.join(lang.pick("；", "; ")))
        }
        test => {
            let mut open =
                test.questions().into_iter().filter(|id| matter.state.answer(id).is_none());
            let id = open.next()?;
            let question = book.rules().questions.iter().find(|q| q.id == id)?;
            offer::is_asked(question, about).then(|| words(&question.words, lang).to_owned())
        }
    }
}

fn to_one(r: &Reason, text: &str, lang: Lang) -> String {
    let mut line = both!("转为一级还差：{}", "For list 1: {}").with(lang, &[&sentence(text, lang)]);
    if let Some(from) = r.from {
        let day = format::date_full(from, lang);
        line.push_str(&both!("最早{}。", " {} at the earliest.").with(lang, &[&day]));
    }
    line
}

/// The words with one full stop.
fn sentence(text: &str, lang: Lang) -> String {
    format!("{}{}", text.trim_end_matches(['。', '.']), lang.pick("。", "."))
}
