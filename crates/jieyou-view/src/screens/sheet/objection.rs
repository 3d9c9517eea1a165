//! 异议函: a matter that was transferred or assigned is not within this unit's powers
//! (条例 23③). From what was recorded, with the day until which it could be said.

use super::{BLANK_DAY, Sheet, SheetLine, SheetPart, Size, day};
use crate::text::{Both, Lang, both, say, words};
use jieyou_domain::Date;
use jieyou_domain::classify::Assessment;
use jieyou_domain::facts::Objected;
use jieyou_domain::ledger::{Book, Event, Matter, Trigger, effective};
use jieyou_domain::rules::{Obligation, Rule};

pub(super) const TITLE: Both = both!("异议函", "Objection");

/// The objection that stands, with its day.
pub(super) fn recorded(matter: &Matter) -> Option<(Date, Objected)> {
    effective(matter.entries()).into_iter().rev().find_map(|fact| match fact.event {
        Event::Objected(objected) => Some((fact.on, objected.clone())),
        _ => None,
    })
}

/// The days in which it may be said.
pub(super) fn window<'a>(
    assessment: &'a Assessment,
    book: &'a Book,
) -> Option<(&'a Obligation, &'a Rule)> {
    let all = assessment.obligations.iter();
    let mut all = all.filter_map(|o| Some((o, book.rules().rule(&o.rule)?)));
    all.find(|(_, rule)| rule.window && rule.met_by.contains(&Trigger::Objected))
}

/// The letter; `None` where no objection was recorded.
pub(super) fn objection(
    book: &Book,
    matter: &Matter,
    assessment: &Assessment,
    lang: Lang,
) -> Option<Sheet> {
    let (unit, (on, objected)) = (book.unit()?, recorded(matter)?);
    let registered = matter.state.registered.as_ref()?;
    let of = |label: Both, text: String| SheetLine::of(label.to(lang), text);
    let received = matter.received_on().map(|received| day(received, lang)).unwrap_or_default();
    let channel = words::channel(registered.channel, lang);
    let doc = registered.order.as_ref().map_or_else(String::new, |o| o.doc.clone());
    let head = vec![
        of(both!("致", "To"), objected.to.clone()),
        of(both!("事项", "Matter"), registered.title.clone()),
        of(both!("本单位编号", "Number here"), matter.number().to_owned()),
        of(both!("来文文号", "Number of the order"), doc),
        of(both!("收到", "Received"), both!("{}，{}", "{}, {}").with(lang, &[&received, channel])),
    ];
    let mut lines = vec![of(both!("理由", "Why"), objected.why.clone())];
    if let Some((o, rule)) = window(assessment, book) {
        let quote = both!("{}「{}」", "{}: “{}”");
        let source = quote.with(lang, &[&say::cite(&rule.cite, lang), &rule.cite.quote]);
        lines.push(of(both!("依据", "Under"), source));
        lines.push(of(both!("期限", "Time"), in_time(o, on, lang)));
    }
    lines.push(SheetLine::said(PLEASE.to(lang)));
    let signs = [
        (both!("单位（盖章）", "The unit (seal)"), Both::NONE),
        (both!("发函日期", "Sent on"), BLANK_DAY),
        (both!("收件人签名", "Received by"), Both::NONE),
        (both!("收件日期", "Received on"), BLANK_DAY),
    ];
    Some(Sheet {
        size: Size::Large,
        title: TITLE.to(lang),
        unit: unit.name.clone(),
        head,
        lead: both!(
            "下列转送、交办的信访事项，经核对不属于本单位职权范围，现提出异议。",
            "This petition was transferred or assigned to this unit and is not within its powers. We object."
        )
        .to(lang),
        parts: vec![SheetPart {
            title: both!("异议", "The objection").to(lang),
            lines,
        }],
        signs: super::named(&signs, lang),
        ..Sheet::default()
    })
}

const PLEASE: Both = both!(
    "请核实后转有权处理的单位。核定之前，本单位照常联系反映人，有危险的照常报告。",
    "Please look into it and pass it to the competent unit. Meanwhile this unit keeps in touch with the petitioner and reports danger as usual."
);

/// Whether it was said in the five working days, as counted.
fn in_time(o: &Obligation, on: Date, lang: Lang) -> String {
    let said = day(on, lang);
    match o.due.day() {
        Some(due) if on <= due => both!(
            "自收到之日起5个工作日，到{}；本函{}提出",
            "5 working days from receipt, until {}; made on {}"
        )
        .with(lang, &[&day(due, lang), &said]),
        Some(due) => both!(
            "自收到之日起5个工作日，到{}已满；本函{}提出，请酌处",
            "The 5 working days from receipt ended on {}; made on {}, for your consideration"
        )
        .with(lang, &[&day(due, lang), &said]),
        None => both!(
            "放假安排没有公布，算不出5个工作日；本函{}提出",
            "The days off are not published, so the 5 working days cannot be counted; made on {}"
        )
        .with(lang, &[&said]),
    }
}
