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

/// Every line of a copy, with its heading, lead and draft mark.
fn all_lines(sheet: &Sheet) -> String {
    let signs = sheet.signs.iter().map(|l| format!("{}|{}", l.label, l.text));
    let mut all = lines(sheet);
    all.extend(signs);
    all.push(sheet.lead.to_owned());
    all.join("\n")
}

fn copies(desk: &mut Desk, n: u8, which: Paper, today: &str, lang: Lang) -> Option<Vec<Sheet>> {
    desk.refresh(today);
    let today = jieyou_domain::time::parse_date(today).unwrap();
    paper(&desk.book, &desk.all, (id(n), which), today, lang)
}

fn names(desk: &mut Desk, n: u8, today: &str) -> Vec<String> {
    desk.refresh(today);
    let on = jieyou_domain::time::parse_date(today).unwrap();
    let found = papers(&desk.book, &desk.all, id(n), on, Lang::Zh);
    found.into_iter().map(|link| link.word).collect()
}

fn routed(desk: &mut Desk, n: u8, on: &str, route: Route) {
    let classified = Classified {
        claim: 0,
        kind: Kind::Petition,
        class: Some(Class::Appeal),
        route: Some(route),
        body: String::new(),
        category: None,
        against: None,
        why: "问过本人，选仲裁".into(),
        post: "信访专干".into(),
    };
    desk.record(n, on, Event::Classified(classified));
}

#[test]
fn a_route_that_is_only_proposed_is_no_notice() {
    let mut desk = wages();
    let found = copies(&mut desk, 2, Paper::Referral(0), "2026-09-18", Lang::Zh).unwrap();
    assert!(found.iter().all(|s| s.draft.contains("还没有人认定")));
    assert_eq!(names(&mut desk, 2, "2026-09-18"), [""; 0]);
    assert_eq!(copies(&mut desk, 2, Paper::Referral(7), "2026-09-18", Lang::Zh), None);
    assert_eq!(copies(&mut desk, 2, Paper::Objection, "2026-09-18", Lang::Zh), None);
}

#[test]
fn the_notice_names_the_route_its_words_why_where_and_by_when() {
    let mut desk = wages();
    let mut unit = UnitProfile::clone(desk.book.unit().unwrap());
    unit.phone = "0451-0000000".into();
    unit.addresses.insert("labour".into(), "县仲裁委，人社局三楼".into());
    unit.addresses.insert("inspect".into(), "县劳动监察大队，人社局一楼".into());
    desk.run("2026-09-18", Command::ProfileUnit(unit));
    routed(&mut desk, 2, "2026-09-18", Route::R5);
    let found = copies(&mut desk, 2, Paper::Referral(0), "2026-09-18", Lang::Zh).unwrap();
    assert_eq!(found.len(), 2);
    let (mine, file) = (&found[0], &found[1]);
    assert_eq!((mine.title, mine.draft), ("依法分类处理（法定途径）告知书", ""));
    assert_eq!((mine.copy, file.copy), ("第一联　交反映人", "第二联　存卷"));
    let number = mine.head.iter().find(|l| l.is_number).unwrap();
    assert_eq!(number.text, receipt("CJ-2026-0001"));
    says(mine, "诉求|发7月、8月工资");
    says(mine, "途径|31条（五）项");
    says(mine, "依据|《信访工作条例》第31条第（五）项「属于申请查处违法行为、履行保护人身权");
    says(mine, "为什么|欠薪、没缴社保，先请人社监察查处");
    says(mine, "由谁办|");
    says(mine, "（县劳动监察大队，人社局一楼）");
    says(mine, "是第31条第（六）项事项的程序");
    says(mine, "一般1年（《劳动争议调解仲裁法》第27条");
    says(mine, "告知了途径，不等于不办");
    says(mine, "接着原来的办");
    says(mine, "电话|0451-0000000");
    says(mine, "12348");
    says(mine, "任何组织和个人不得打击报复信访人");
    // The office's own right and the delivery stand on its copy only.
    let mine = all_lines(mine);
    for text in ["异议", "送达", "只表示收到"] {
        assert!(!mine.contains(text), "{text}");
    }
    assert!(all_lines(file).contains("只表示收到"));
    assert_eq!(names(&mut desk, 2, "2026-09-18"), ["依法分类处理（法定途径）告知书"]);
    let slip = of(&mut desk, 2, "2026-09-18", Lang::Zh);
    says(&slip, "办理途径|第（五）项");
}

#[test]
fn a_day_that_was_confirmed_stands_as_the_safe_one_also_in_a_year_not_published() {
    let mut desk = wages();
    routed(&mut desk, 2, "2026-09-18", Route::R2);
    let days = [("left", "2026-09-10"), ("known", "2026-09-10")];
    let noted = RightNoted {
        ground: "labour".into(),
        days: days.map(|(k, v)| (k.into(), v.into())).into_iter().collect(),
        ruled_out: false,
        told: None,
        note: String::new(),
    };
    desk.record(2, "2026-09-18", Event::RightNoted(noted));
    let found = copies(&mut desk, 2, Paper::Referral(0), "2026-09-18", Lang::Zh).unwrap();
    says(&found[0], "最迟2027年9月10日（周五）|您可以：");
    says(&found[0], "2027年的放假安排还没有公布，按这天办最稳妥");
    // A person chose otherwise than the rules: the person's reason stands there.
    says(&found[0], "为什么|问过本人，选仲裁");
}

#[test]
fn a_transferred_matter_has_the_objection_on_the_file_s_copy_and_as_a_letter() {
    let mut desk = Desk::new(UnitKind::Township, "青禾镇");
    let mut facts = plain("物业费收得不明白", "公开账目", CounterParty::Business);
    facts.channel = Channel::Transferred;
    facts.order = Some(Order { doc: "清信转〔2026〕7号".into(), feedback_by: None });
    desk.register(3, "2026-04-28", facts);
    routed(&mut desk, 3, "2026-04-28", Route::R5);
    let found = copies(&mut desk, 3, Paper::Referral(0), "2026-04-28", Lang::Zh).unwrap();
    // Labour Day: 29, 30 April, 6, 7, 8 May.
    let line = "异议|不属本单位职权的，最迟2026年5月8日（周五）提出。";
    says(&found[1], line);
    never_says(&found[0], "异议");
    let why = "物业由县住建局主管".to_owned();
    let objected = Objected { to: "清河县信访局".into(), why };
    desk.record(3, "2026-05-06", Event::Objected(objected));
    let letter = copies(&mut desk, 3, Paper::Objection, "2026-05-06", Lang::Zh).unwrap();
    let letter = &letter[0];
    says(letter, "致|清河县信访局");
    says(letter, "来文文号|清信转〔2026〕7号");
    says(letter, "理由|物业由县住建局主管");
    says(letter, "应当自收到之日起5个工作日内提出异议");
    says(letter, "到2026年5月8日（周五）；本函2026年5月6日（周三）提出");
    assert!(names(&mut desk, 3, "2026-05-06").contains(&"异议函".to_owned()));
    let found = copies(&mut desk, 3, Paper::Referral(0), "2026-05-06", Lang::Zh).unwrap();
    says(&found[1], "异议|已于2026年5月6日（周三）提出");
}

#[test]
fn a_dispute_is_told_its_ways_before_anybody_decides() {
    let mut desk = ditch();
    let found = copies(&mut desk, 1, Paper::Referral(0), "2026-04-16", Lang::Zh).unwrap();
    let mine = &found[0];
    assert_eq!((mine.title, mine.draft), ("调解不成时的途径告知书", ""));
    says(mine, "途径|向法院起诉（建议，您可以另选）");
    says(mine, "调解不成的，应当终止调解，并依据有关法律");
    says(mine, "不得因调解而阻止当事人");
    for no in ["信访", "第31条", "复查"] {
        never_says(mine, no);
    }
    let slip = of(&mut desk, 1, "2026-04-16", Lang::Zh);
    never_says(&slip, "调解不成时的途径");
    let judged = Judged {
        table: "fallback".into(),
        claim: Some(0),
        answer: "sue".into(),
        why: "双方都问过".into(),
        post: "调解员".into(),
    };
    desk.record(1, "2026-04-17", Event::Judged(judged));
    let slip = of(&mut desk, 1, "2026-04-17", Lang::Zh);
    says(&slip, "调解不成时的途径|第1条诉求向法院起诉");
    let found = copies(&mut desk, 1, Paper::Referral(0), "2026-04-17", Lang::Zh).unwrap();
    never_says(&found[0], "建议，您可以另选");
}

#[test]
fn a_second_look_is_a_table_of_before_and_now() {
    let mut desk = ditch();
    let second = |old: &str, new: &str| Second { old: old.into(), new: new.into() };
    let looked = Reexamined {
        findings: second("沟是自己淤的", "院墙占了半条沟"),
        opinion: second("各清各的", "墙后退三十厘米"),
        stance: second("不再管", "土豆该赔"),
        post: "司法所长".into(),
    };
    desk.record(1, "2026-04-20", Event::Reexamined(looked));
    let found = copies(&mut desk, 1, Paper::Second(0), "2026-04-20", Lang::Zh).unwrap();
    let grid = found[0].grid.as_ref().unwrap();
    assert_eq!(grid.rows.len(), 3);
    assert_eq!(grid.rows[0][0], "不限原调查结论：重新研究案情，找差距");
    assert_eq!(grid.rows[1][1..], ["各清各的", "墙后退三十厘米"]);
    says(&found[0], "复核岗位|司法所长");
    assert_eq!(copies(&mut desk, 1, Paper::Second(1), "2026-04-20", Lang::Zh), None);
}

#[test]
fn the_papers_in_english_are_english_but_for_quotations_and_what_was_typed() {
    let mut desk = wages();
    routed(&mut desk, 2, "2026-09-18", Route::R5);
    let found = copies(&mut desk, 2, Paper::Referral(0), "2026-09-18", Lang::En).unwrap();
    for sheet in &found {
        assert!(sheet.title.is_ascii() && sheet.copy.is_ascii() && sheet.lead.is_ascii());
        let parts = sheet.parts.iter().flat_map(|p| &p.lines);
        assert!(parts.clone().all(|l| l.label.is_ascii()), "{sheet:#?}");
        assert!(parts.filter(|l| l.text.is_ascii()).count() > 5);
    }
}

#[test]
fn a_notice_says_what_the_profile_lacks_and_leaves_a_line_for_it() {
    let mut desk = wages();
    routed(&mut desk, 2, "2026-09-18", Route::R5);
    let found = copies(&mut desk, 2, Paper::Referral(0), "2026-09-18", Lang::Zh).unwrap();
    let whom = found[0].parts.iter().flat_map(|p| &p.lines);
    let blank: Vec<&str> = whom.filter(|l| l.text.is_empty()).map(|l| l.label.as_str()).collect();
    assert_eq!(blank, ["接待", "电话"]);
    assert!(found[0].missing.contains("接待时间、地点、电话"), "{}", found[0].missing);
}

#[test]
fn an_address_reads_back() {
    for paper in [
        Paper::Referral(0),
        Paper::Referral(12),
        Paper::Declined,
        Paper::Objection,
        Paper::Second(1),
    ] {
        assert_eq!(Paper::from_code(&paper.code()), Some(paper));
    }
    for wrong in ["", "referral", "referral-x", "objection-1", "slip", "second--1"] {
        assert_eq!(Paper::from_code(wrong), None, "{wrong}");
    }
}

/// 高龄津贴, sent to court although the tables propose the petition procedure.
fn sent_to_court(why: &str) -> Desk {
    let mut desk = Desk::new(UnitKind::Township, "青禾镇");
    desk.register(3, "2026-04-28", plain("高龄津贴停发", "补发高龄津贴", CounterParty::Government));
    let sent = Referred {
        claim: 0,
        way: LegalWay::Court,
        body: "清河县人民法院".into(),
        told: Told::Written,
        proof: "告知书第9号".into(),
        route: None,
        why: why.into(),
        post: "信访专干".into(),
    };
    desk.record(3, "2026-04-28", Event::Referred(sent));
    desk
}

#[test]
fn a_referral_against_the_proposal_prints_the_item_its_words_and_the_reason() {
    let mut desk = sent_to_court("本人已经起诉，法院已经立案");
    let found = copies(&mut desk, 3, Paper::Referral(0), "2026-04-28", Lang::Zh).unwrap();
    says(&found[0], "途径|31条（一）项：诉讼等政法程序；诉讼");
    says(&found[0], "依据|《信访工作条例》第31条第（一）项「应当通过审判机关诉讼程序");
    says(&found[0], "为什么|本人已经起诉，法院已经立案");
    says(&found[0], "根据的情况|");
    says(&found[0], "由谁办|清河县人民法院");
    says(&found[0], "不同意的|对这样定有不同意见的，请向本单位说明理由");
    // A referral of before, without a reason: nothing is made up in its place.
    let mut desk = sent_to_court("");
    let found = copies(&mut desk, 3, Paper::Referral(0), "2026-04-28", Lang::Zh).unwrap();
    says(&found[0], "依据|《信访工作条例》第31条第（一）项");
    assert!(lines(&found[0]).contains(&"为什么|".to_owned()), "a line to write on");
    never_says(&found[0], "不属于前五项");
}

#[test]
fn a_notice_of_not_accepting_says_why_under_what_and_where_to_turn() {
    let mut desk = Desk::new(UnitKind::Township, "柳树屯村");
    desk.register(3, "2026-04-28", plain("高龄津贴停发", "补发高龄津贴", CounterParty::Government));
    assert_eq!(copies(&mut desk, 3, Paper::Declined, "2026-04-28", Lang::Zh), None);
    let told = Notified {
        notice: NoticeKind::Declined,
        told: Told::Written,
        proof: "告知书第9号".into(),
        why: "县法院已经立案".into(),
        basis: "《信访工作条例》第31条第（一）项「涉法涉诉」".into(),
        body: "清河县人民法院".into(),
    };
    let entry = desk.record(3, "2026-04-29", Event::Notified(told));
    assert!(names(&mut desk, 3, "2026-04-29").contains(&"不予受理告知书".to_owned()));
    let found = copies(&mut desk, 3, Paper::Declined, "2026-04-29", Lang::Zh).unwrap();
    let (mine, file) = (&found[0], &found[1]);
    says(mine, "编号|CJ-2026-0001");
    says(mine, "收到|2026年4月28日（周二）");
    says(mine, "理由|县法院已经立案");
    says(mine, "依据|《信访工作条例》第31条第（一）项「涉法涉诉」");
    says(mine, "有权处理的机关、单位|清河县人民法院");
    says(mine, "不同意的|");
    assert!(!all_lines(mine).contains("告知书第9号") && all_lines(file).contains("告知书第9号"));
    let english = copies(&mut desk, 3, Paper::Declined, "2026-04-29", Lang::En).unwrap();
    assert!(english[0].title.is_ascii() && english[0].lead.is_ascii());
    let struck = Struck::plain(entry, "登错了".into());
    desk.record(3, "2026-04-30", Event::Struck(struck));
    assert_eq!(copies(&mut desk, 3, Paper::Declined, "2026-04-30", Lang::Zh), None);
}
