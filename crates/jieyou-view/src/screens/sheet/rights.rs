//! What the citizen may do and by when. The days come from the rules; the sentences cite
//! texts that were verified, and promise nothing that depends on facts not known yet.

use super::owed::to_you;
use super::{SheetLine, day, said};
use crate::text::{Both, Lang, both, format};
use chrono::Datelike as _;
use jieyou_domain::classify::Assessment;
use jieyou_domain::compact::sort_by;
use jieyou_domain::facts::{Class, CounterParty, Kind, Owes, Route, UnitKind, UnitProfile};
use jieyou_domain::ledger::{Book, Matter};
use jieyou_domain::rules::{Obligation, Standing};

/// Running windows first, then what holds for this kind of matter.
pub(super) fn rights(
    matter: &Matter,
    assessment: Option<&Assessment>,
    book: &Book,
    unit: &UnitProfile,
    lang: Lang,
) -> Vec<SheetLine> {
    let mut lines = assessment.map_or_else(Vec::new, |a| windows(a, matter, book, lang));
    lines.extend(assessment.and_then(|a| unconfirmed(a, matter, book, lang)));
    let is_village = unit.kind == UnitKind::Village;
    let kind = assessment.map(|a| a.kind.answer);
    let against = |who: CounterParty| matter.state.claims.iter().any(|c| c.claim.against == who);
    let mut texts: Vec<Both> = Vec::new();
    let mut say = |text: Both| texts.push(text);
    if kind == Some(Kind::Dispute) || against(CounterParty::Employer) {
        say(MEDIATION);
    }
    if against(CounterParty::Employer) {
        say(if is_village { LABOUR } else { LABOUR_OFFICE });
    }
    if against(CounterParty::Government) {
        say(ADMINISTRATIVE);
    }
    if is_village {
        say(VILLAGE);
    } else {
        say(LEVEL);
    }
    lines.extend(said(&texts, lang));
    if !is_village && kind == Some(Kind::Petition) && may_be_reviewed(matter) {
        lines.push(SheetLine::said(review(unit, lang)));
    }
    lines.push(SheetLine::said(AGAIN.to(lang)));
    lines
}

/// The citizen's open rights with their last days: the safe one, not rolled.
pub(super) fn windows(
    assessment: &Assessment,
    matter: &Matter,
    book: &Book,
    lang: Lang,
) -> Vec<SheetLine> {
    let mut open: Vec<&Obligation> = assessment
        .obligations
        .iter()
        .filter(|o| o.owes == Owes::Citizen && o.standing == Standing::Running)
        .filter(|o| o.due.day().is_some())
        // The outermost bound of a right is not the day to act by.
        .filter(|o| book.rules().rule(&o.rule).is_none_or(|rule| !rule.window))
        .collect();
    sort_by(&mut open, |a, b| a.due.day().cmp(&b.due.day()));
    let lines = open.into_iter().map(|o| {
        let on = o.due.day().map(|on| day(on, lang)).unwrap_or_default();
        let label = both!("最迟{}", "By {}").with(lang, &[&on]);
        let duty = crate::screens::today::duty(o, book.rules().rule(&o.rule), matter, lang);
        let mut text = both!("您可以：{}", "you may: {}").with(lang, &[&to_you(&duty, lang)]);
        if let Some(place) = place(o, book) {
            text.push_str(&both!("（{}）", " ({})").with(lang, &[&place]));
        }
        // The last day is the safe one; whether it rolls nobody can say yet.
        let open = o.due.day().filter(|on| book.calendar().kind(*on).is_err());
        if let Some(on) = open {
            text.push_str(&NOT_PUBLISHED.with(lang, &[&on.year().to_string()]));
        }
        SheetLine::of(&label, text)
    });
    lines.collect()
}

const NOT_PUBLISHED: Both = both!(
    "。{}年的放假安排还没有公布，按这天办最稳妥",
    ". The days off of {} are not published; this day is the safe one"
);

/// Where a right is exercised, as far as the unit's profile says.
fn place(o: &Obligation, book: &Book) -> Option<String> {
    address(&book.rules().rule(&o.rule)?.at, book)
}

/// Where the code of an address leads, as far as the unit's profile says.
pub(super) fn address(at: &str, book: &Book) -> Option<String> {
    let unit = book.unit()?;
    let place = match at {
        "" => return None,
        "review" => &unit.review_body,
        "recheck" => &unit.recheck_body,
        "township" => &unit.upper,
        code => unit.addresses.get(&code.to_owned())?,
    };
    (!place.is_empty()).then(|| place.clone())
}

/// Rights that may run out and whose days nobody has named yet.
fn unconfirmed(
    assessment: &Assessment,
    matter: &Matter,
    book: &Book,
    lang: Lang,
) -> Option<SheetLine> {
    let open = assessment.unasked(&matter.state);
    let names = open.filter_map(|p| book.rules().ground(&p.ground));
    let names: Vec<&str> = names.map(|g| crate::text::words(&g.name, lang)).collect();
    if names.is_empty() {
        return None;
    }
    let text = both!(
        "可能还有别的期限在走，起算的日子还没有登记：{}。请尽快问清，或拨打12348。",
        "Other limits may be running whose first day is not noted yet: {}. Ask soon, or call 12348."
    );
    Some(SheetLine::said(text.with(lang, &[&format::listed(&names, lang)])))
}

/// An opinion, and so a review, is for what goes its ordinary way (article 31, item 6); a
/// claim not classed yet may still come to it.
fn may_be_reviewed(matter: &Matter) -> bool {
    matter.state.claims.iter().any(|c| {
        c.class.is_none_or(|class| class == Class::Appeal)
            && c.referred.is_none()
            && c.route.is_none_or(|route| route == Route::R6)
    })
}

fn review(unit: &UnitProfile, lang: Lang) -> String {
    let name = |body: &str, open: Both| {
        if body.is_empty() { open.to(lang).to_owned() } else { body.to_owned() }
    };
    let review = name(&unit.review_body, both!("上一级机关", "the level above"));
    let recheck = name(&unit.recheck_body, both!("再上一级机关", "the level above that"));
    both!(
        "收到处理意见书后不服的，30日内可以请求{}复查；对复查意见不服的，30日内可以请求{}复核。（信访工作条例第35条、第36条）",
        "If you disagree with a written opinion you may ask {} for a review within 30 days, and {} for a recheck within 30 days of that (Petition Regulations 35, 36)."
    )
    .with(lang, &[&review, &recheck])
}

/// People's Mediation Law 3(3) and 17.
const MEDIATION: Both = both!(
    "调解自愿：可以不调解，也可以随时停下。调解不影响您去仲裁、起诉，或者走行政途径。（人民调解法第3条、第17条）",
    "Mediation is voluntary; you may refuse or stop it. It keeps nobody from arbitration, court or administrative remedies (Mediation Law 3, 17)."
);
/// Labour Mediation and Arbitration Law 14(3), 27(1).
const LABOUR: Both = both!(
    "劳动争议：调解组织收到申请15日没有调成的，可以申请仲裁；申请仲裁的时效一般是一年。（劳动争议调解仲裁法第14条、第27条）",
    "Labour: 15 days after asking for mediation without a result you may go to arbitration; its limit is one year in general (Labour Arbitration Law 14, 27)."
);
/// The same, where the request itself interrupts the year: 27(2).
const LABOUR_OFFICE: Both = both!(
    "劳动争议：调解组织收到申请15日没有调成的，可以申请仲裁；申请仲裁的时效一般是一年，向有关部门请求权利救济的，时效中断，请留好这张回执作凭据。（劳动争议调解仲裁法第14条、第27条）",
    "Labour: 15 days after asking for mediation without a result you may go to arbitration; its limit is one year in general and is interrupted by asking an authority for redress: keep this slip as proof (Labour Arbitration Law 14, 27)."
);
/// Reconsideration Law 20(1), Administrative Litigation Law 46(1); law.md 1.10.
const ADMINISTRATIVE: Both = both!(
    "等答复不会停住别的期限：不服行政行为的，行政复议一般60日内，行政诉讼一般6个月内。拿不准哪天起算，请尽快问12348。（行政复议法第20条、行政诉讼法第46条）",
    "Waiting for an answer stops no other limit: against an administrative act, reconsideration in general within 60 days, suit within 6 months. If in doubt ask 12348 soon (Reconsideration Law 20, Administrative Litigation Law 46)."
);
/// A village mediates and hands up; it decides nothing.
const VILLAGE: Both = both!(
    "村（社区）负责登记、调解和上报，不作处理决定。不愿在村里办、不同意村里的办法，或者事情涉及村“两委”、村集体的，可以直接向乡镇（街道）反映。",
    "The village registers, mediates and hands up; it decides nothing. You may go to the township directly if you do not agree, or if it is about the village's own committees or collective."
);
/// Petition Regulations 20(1).
const LEVEL: Both = both!(
    "到场反映的，可以向有权处理的本级或者上一级机关、单位提出。（信访工作条例第20条）",
    "In person you may turn to the body that may decide, or to the level above it (Petition Regulations 20)."
);
/// A matter goes on under its number (practice L-16).
const AGAIN: Both = both!(
    "答应的事没有落实，或者有了新情况，可以再来，接着原来的编号办。",
    "If a promise is not kept or something new happens, come again; it goes on under the same number."
);
