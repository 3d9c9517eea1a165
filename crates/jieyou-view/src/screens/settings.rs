//! 设置: the unit, its places and posts, and what the days are counted by.

use crate::text::forms::setup;
use crate::text::{Lang, both, format, merge, say, words};
use chrono::Datelike as _;
use jieyou_domain::facts::{UnitKind, UnitProfile};
use jieyou_domain::ledger::{Book, Finding, FindingCode, audit};
use jieyou_domain::{Date, Id};

/// A finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingView {
    /// The matter, if one.
    pub matter: Option<Id>,
    /// Its number; may be empty.
    pub number: String,
    /// The words.
    pub notice: say::Notice,
}

/// What a strict reader would object to. Where a file that was read in is taken back,
/// `is_aside`, what is not here may be in it: reading that very file in is no advice then.
pub fn findings(book: &Book, is_aside: bool, lang: Lang) -> Vec<FindingView> {
    let view = |f: Finding| {
        let mut notice = say::finding(f.code, lang);
        let lacks = matches!(f.code, FindingCode::NoRegistration | FindingCode::TargetMissing);
        if is_aside && lacks {
            notice.next = merge::FINDING_ASIDE.to(lang).to_owned();
        }
        let is_unnamed = f.matter.is_some() && f.number.is_empty();
        let number = if is_unnamed { merge::MATTER_UNNAMED.to(lang).to_owned() } else { f.number };
        FindingView { matter: f.matter, number, notice }
    };
    audit(book).into_iter().map(view).collect()
}

/// Names of the places that forms offer.
pub fn places(book: &Book) -> Vec<String> {
    book.places().filter(|p| p.open).map(|p| p.name.clone()).collect()
}

/// Names of the posts that forms offer.
pub fn posts(book: &Book) -> Vec<String> {
    book.posts().filter(|p| p.open).map(|p| p.name.clone()).collect()
}

/// The unit's profile: label and value.
pub fn unit(book: &Book, lang: Lang) -> Vec<(&'static str, String)> {
    book.unit().map(|unit| profile(unit, lang)).unwrap_or_default()
}

/// A profile: label and value.
pub(super) fn profile(unit: &UnitProfile, lang: Lang) -> Vec<(&'static str, String)> {
    let open = |text: &String| {
        let none = both!("还没有填", "not filled in yet").to(lang);
        if text.is_empty() { none.to_owned() } else { text.clone() }
    };
    let mut rows = vec![
        (both!("单位类型", "Kind").to(lang), words::unit_kind(unit.kind, lang).to_owned()),
        (both!("名称", "Name").to(lang), unit.name.clone()),
        (both!("编号代码", "Code").to(lang), unit.code.clone()),
        (both!("接待时间、地点", "Reception").to(lang), open(&unit.reception)),
        (both!("电话", "Telephone").to(lang), open(&unit.phone)),
    ];
    // A village gives no opinions that anybody reviews; it hands up.
    if unit.kind == UnitKind::Village {
        rows.push((both!("办不了的上报给", "Hands up to").to(lang), open(&unit.upper)));
    } else {
        rows.push((both!("复查机关", "Reviewing body").to(lang), open(&unit.review_body)));
        rows.push((both!("复核机关", "Rechecking body").to(lang), open(&unit.recheck_body)));
    }
    for (_, code, ask) in &setup::ADDRESSES {
        if let Some(text) = unit.addresses.get(&(*code).to_owned()) {
            rows.push((ask.label.to(lang), text.clone()));
        }
    }
    let help = open(&unit.help.replace('\n', lang.pick("；", "; ")));
    rows.push((both!("附近还能找谁", "Who else helps").to(lang), help));
    rows
}

/// The rule pack and the calendar in force, in sentences.
pub fn basis(book: &Book, today: Date, lang: Lang) -> Vec<String> {
    let rules = book.rules();
    let mut lines = Vec::new();
    if rules.rules.is_empty() {
        lines.push(
            both!(
                "还没有启用规则包，期限算不出来。",
                "No rule pack is in force; no deadline can be counted."
            )
            .to(lang)
            .to_owned(),
        );
    } else {
        let (name, n) = (words(&rules.name, lang), rules.rules.len());
        lines.push(
            both!("规则包：{}，{}版，{}条规则。", "Rule pack: {}, edition {}, {} rules.")
                .with(lang, &[name, &rules.edition, &n.to_string()]),
        );
    }
    lines.extend(calendar(book, today, lang));
    lines.extend(book.troubles().map(|(_, trouble)| say::trouble(trouble, lang).to_owned()));
    lines
}

fn calendar(book: &Book, today: Date, lang: Lang) -> Vec<String> {
    let calendar = book.calendar();
    let Some((first, last)) = calendar.range() else {
        return vec![
            both!(
                "还没有启用节假日历，工作日算不出来。",
                "No calendar is in force; working days cannot be counted."
            )
            .to(lang)
            .to_owned(),
        ];
    };
    let source = calendar.year(last).map_or("", |y| y.source.as_str());
    let mut lines = vec![
        both!("节假日历：{}年至{}年；{}年依据{}。", "Calendar: {} to {}; {} by {}.")
            .with(lang, &[&first.to_string(), &last.to_string(), &last.to_string(), source]),
    ];
    // Next year's notice comes out in the last weeks of the year.
    let needed = if today.month() >= 10 { today.year() + 1 } else { today.year() };
    if last < needed {
        let end = Date::from_ymd_opt(last, 12, 31).map(|d| format::date_full(d, lang));
        let end = end.unwrap_or_default();
        let text = both!(
            "{}年放假安排还没有装进来：{}以后的工作日先不算，也不顺延；公布后换上新日历就能算。",
            "Days off of {} are not in the calendar: after {} working days are not counted and nothing rolls, until a new calendar is adopted."
        );
        lines.push(text.with(lang, &[&needed.to_string(), &end]));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screens::samples::{Desk, day};
    use jieyou_domain::facts::UnitKind;

    #[test]
    fn it_says_what_days_are_counted_by_and_what_is_not_published() {
        let desk = Desk::new(UnitKind::Village, "柳树屯村");
        assert_eq!(unit(&desk.book, Lang::Zh)[1], ("名称", "柳树屯村".to_owned()));
        assert_eq!(places(&desk.book), ["柳树屯东屯", "靠山村"]);
        let spring = basis(&desk.book, day("2026-04-16"), Lang::Zh);
        assert!(spring[0].starts_with("规则包：基本规则包，"), "{spring:?}");
        assert_eq!(spring.len(), 2);
        let autumn = basis(&desk.book, day("2026-11-22"), Lang::Zh);
        assert!(autumn[2].starts_with("2027年放假安排还没有装进来"), "{autumn:?}");
        assert!(findings(&desk.book, false, Lang::Zh).is_empty());
    }
}
