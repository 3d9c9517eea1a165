//! What stands on the pages, for a village and for a township.

use super::*;
use crate::screens::samples::{Desk, agree, ditch, id, plain, wages};
use jieyou_domain::facts::*;
use jieyou_domain::ledger::{Command, Event};
use jieyou_domain::receipt::receipt;

fn of(desk: &mut Desk, n: u8, today: &str, lang: Lang) -> Sheet {
    desk.refresh(today);
    slip(&desk.book, &desk.all, id(n), lang).unwrap()
}

/// Every line as it is read.
fn lines(sheet: &Sheet) -> Vec<String> {
    let parts = sheet.parts.iter().flat_map(|p| &p.lines);
    sheet.head.iter().chain(parts).map(|l| format!("{}|{}", l.label, l.text)).collect()
}

#[track_caller]
fn says(sheet: &Sheet, text: &str) {
    assert!(lines(sheet).iter().any(|l| l.contains(text)), "{text}: {:#?}", lines(sheet));
}

#[track_caller]
fn never_says(sheet: &Sheet, text: &str) {
    assert!(!lines(sheet).iter().any(|l| l.contains(text)), "{text}: {:#?}", lines(sheet));
}

/// A petition against the township itself, classed, accepted, answered and delivered.
fn petition() -> Desk {
    let mut desk = Desk::new(UnitKind::Township, "青禾镇");
    let mut facts = plain("修路占地补偿没有发到户", "发补偿款", CounterParty::Government);
    facts.claims[0].text = "发".repeat(40);
    for n in 1..6 {
        let text = format!("第{n}条");
        facts.claims.push(Claim { text, against: CounterParty::Government });
    }
    desk.register(1, "2026-04-16", facts);
    desk
}

#[test]
fn a_village_s_slip_says_what_a_village_does() {
    let mut desk = ditch();
    let sheet = of(&mut desk, 1, "2026-04-16", Lang::Zh);
    assert_eq!((sheet.title, sheet.unit.as_str()), ("事项回执（时限和权利告知）", "柳树屯村"));
    let number = sheet.head.iter().find(|l| l.is_number).unwrap();
    assert_eq!(number.text, receipt("CJ-2026-0001"));
    says(&sheet, "收到|2026年4月16日（周四），来访");
    says(&sheet, "诉求|清沟，恢复原来的排水");
    says(&sheet, "最迟2026年4月20日（周一）|首次联系您（承诺）");
    says(&sheet, "最迟2026年4月21日（周二）|拿出化解方案（承诺）");
    says(&sheet, "调解不影响您去仲裁、起诉");
    says(&sheet, "不作处理决定");
    says(&sheet, "个人信息保护法");
    for no in ["受理", "复查", "信访工作条例", "行政复议"] {
        never_says(&sheet, no);
    }
    assert_eq!(
        sheet.missing,
        "单位信息里还没有填接待时间、地点、电话，会印成空线，可以手写，也可以到“设置”里补上。"
    );
    assert_eq!(sheet.size, Size::Plain);
    assert_eq!(sheet.signs.iter().filter(|l| l.text.is_empty()).count(), 2);
}

#[test]
fn a_township_s_slip_names_the_level_above_and_the_bodies() {
    let mut desk = petition();
    let sheet = of(&mut desk, 1, "2026-04-16", Lang::Zh);
    says(&sheet, "最迟2026年5月1日（周五）|书面告知您是否受理（法定）");
    says(&sheet, "可以向有权处理的本级或者上一级机关、单位提出");
    says(&sheet, "30日内可以请求清河县人民政府复查");
    says(&sheet, "30日内可以请求再上一级机关复核");
    says(&sheet, "等答复不会停住别的期限");
    says(&sheet, "|另有2条，已一并登记");
    let claim = sheet.head.iter().find(|l| l.label == "诉求").unwrap();
    assert!(claim.text.chars().count() == 30 && claim.text.ends_with('…'));
    never_says(&sheet, "村“两委”");
    never_says(&sheet, "调解自愿");
}

#[test]
fn the_sixty_days_are_said_ahead_and_then_by_their_day() {
    let mut desk = petition();
    for claim in 0..6 {
        let classified = Classified {
            claim,
            kind: Kind::Petition,
            class: Some(Class::Appeal),
            route: Some(Route::R6),
            body: "青禾镇人民政府".into(),
            category: None,
            against: None,
            why: String::new(),
            post: String::new(),
        };
        desk.record(1, "2026-04-17", Event::Classified(classified));
    }
    let sheet = of(&mut desk, 1, "2026-04-17", Lang::Zh);
    says(&sheet, "受理之日起60日内|办结：作出处理意见并答复（法定）；经批准延期的，告诉您理由");
    desk.record(1, "2026-04-20", Event::Accepted(Accepted { doc: String::new() }));
    let sheet = of(&mut desk, 1, "2026-04-20", Lang::Zh);
    says(&sheet, "最迟2026年6月19日（周五）|办结：作出处理意见并答复（法定）");
    let sheet = of(&mut desk, 1, "2026-06-22", Lang::Zh);
    says(&sheet, "应在2026年6月19日（周五）前|办结：作出处理意见并答复（法定），还没有办到");
}

#[test]
fn wages_are_told_of_arbitration_and_aid() {
    let mut desk = wages();
    let sheet = of(&mut desk, 2, "2026-09-18", Lang::Zh);
    says(&sheet, "调解组织收到申请15日没有调成的，可以申请仲裁");
    says(&sheet, "请留好这张回执作凭据");
    says(&sheet, "免予核查经济困难状况");
}

#[test]
fn what_was_agreed_stands_with_its_day() {
    let mut desk = ditch();
    agree(&mut desk);
    let sheet = of(&mut desk, 1, "2026-04-20", Lang::Zh);
    says(&sheet, "最迟2026年4月30日（周四）|按约定履行：清沟（当事人、约定）");
}

#[test]
fn the_unit_s_own_lines_are_printed() {
    let mut desk = ditch();
    let unit = UnitProfile {
        addresses: Default::default(),
        reception: "村部东屋".into(),
        phone: "0451-0000000".into(),
        help: "镇司法所\n县法院立案庭".into(),
        upper: String::new(),
        ..UnitProfile::clone(desk.book.unit().unwrap())
    };
    desk.run("2026-04-16", Command::ProfileUnit(unit));
    let sheet = of(&mut desk, 1, "2026-04-16", Lang::Zh);
    says(&sheet, "接待|村部东屋");
    says(&sheet, "电话|0451-0000000");
    says(&sheet, "还可以找|镇司法所；县法院立案庭");
    assert_eq!(sheet.missing, "");
}

#[test]
fn in_english_everything_but_what_was_typed_is_english() {
    let mut desk = wages();
    let sheet = of(&mut desk, 2, "2026-09-18", Lang::En);
    let said = sheet.parts.iter().flat_map(|p| &p.lines);
    let said = said.chain(&sheet.signs).flat_map(|l| [l.label.as_str(), l.text.as_str()]);
    let bodies = "清河县人民政府";
    for text in said {
        assert!(text.replace(bodies, "").is_ascii(), "{text}");
    }
    assert!(slip(&desk.book, &desk.all, id(9), Lang::En).is_none());
}

#[test]
fn the_sealed_receipt_is_blank() {
    let desk = ditch();
    let sheet = sealed(&desk.book, Lang::Zh);
    let blanks = sheet.head.iter().chain(&sheet.signs);
    for line in blanks {
        let text = line.text.replace(['　', '年', '月', '日', '共', '封', '，'], "");
        assert!(text.is_empty() || text == "未拆", "{}", line.text);
    }
    assert!(sheet.lead.contains("未拆封"));
    assert!(sealed(&desk.book, Lang::En).lead.is_ascii());
}
