//! The line of worked examples, in both languages.

use super::*;
use crate::screens::samples::{Desk, agree, day, ditch, id, plain};
use crate::text::Lang;
use jieyou_domain::facts::*;
use jieyou_domain::ledger::Event;

fn line_of(desk: &mut Desk, n: u8, on: &str, lang: Lang) -> LineView {
    desk.refresh(on);
    let assessment = desk.all.get(id(n)).and_then(|h| h.assessment.clone()).unwrap();
    let frame = Frame { with_year: true, ..desk.frame(on, lang) };
    line(&assessment, desk.matter(n), frame).unwrap()
}

/// `day weekday row lane: text | kind | left`, one line a row.
fn drawn(rows: &[LineRow]) -> Vec<String> {
    let draw = |r: &LineRow| {
        let head = format!("{} {} {} {}", r.day.iso, r.day.weekday, r.row, r.owner);
        [head.trim(), &r.text, r.kind_word, &r.left].join(" | ")
    };
    rows.iter().map(draw).collect()
}

fn route() -> Classified {
    Classified {
        claim: 0,
        kind: Kind::Petition,
        class: Some(Class::Appeal),
        route: Some(Route::R6),
        body: "青禾镇".into(),
        category: None,
        against: None,
        why: String::new(),
        post: String::new(),
    }
}

/// A petition with an answer delivered, part of it still to be carried out.
fn petition() -> Desk {
    let mut desk = Desk::new(UnitKind::Township, "青禾镇");
    desk.register(1, "2026-02-02", plain("道路补偿", "要补偿款", CounterParty::Government));
    desk.record(1, "2026-02-02", Event::Classified(route()));
    desk.record(1, "2026-02-03", Event::Accepted(Accepted { doc: String::new() }));
    let hear = Acted { activity: ActivityKind::Hear, note: "听取了".into() };
    desk.record(1, "2026-02-03", Event::Acted(hear));
    let reply = Replied {
        claim: 0,
        outcome: Outcome::SupportedPending,
        text: "补差额".into(),
        doc: String::new(),
        carry_out_by: Some(day("2026-04-20")),
    };
    desk.record(1, "2026-03-10", Event::Replied(reply));
    let delivered = |what| {
        let (told, proof) = (Told::Written, String::new());
        Event::Delivered(Delivered { what, told, proof, remedies_told: true })
    };
    desk.record(1, "2026-03-12", delivered(Delivery::Reply));
    desk
}

#[test]
fn all_who_owe_stand_in_the_order_of_days() {
    let mut desk = petition();
    let view = line_of(&mut desk, 1, "2026-03-20", Lang::Zh);
    assert_eq!(view.lanes, [("office", "办理单位"), ("citizen", "群众"), ("party", "当事人")]);
    assert_eq!(
        drawn(&view.rows),
        [
            "2026-02-02 周一 mark | 收到 · 登记 |  | ",
            "2026-02-03 周二 mark | 受理 |  | ",
            "2026-02-04 周三 due 办理单位 | 首次联系反映人 | 承诺 | 2026年2月3日已办",
            "2026-02-05 周四 due 办理单位 | 拿出化解方案 | 承诺 | 2026年3月10日已办，晚33天",
            "2026-02-17 周二 due 办理单位 | 书面告知反映人是否受理 | 法定 | 超期31天",
            "2026-03-10 周二 mark | 答复 |  | ",
            "2026-03-12 周四 mark | 送达 |  | ",
            "2026-03-20 周五 today | 今天 |  | ",
            "2026-03-27 周五 due 办理单位 | 告知反映人办到哪一步 | 承诺 | 还有7天",
            "2026-04-04 周六 due 办理单位 | 办结：作出处理意见并答复 | 法定 | 2026年3月10日已办",
            "2026-04-11 周六 due 群众 | 请求复查 | 法定 | 还剩22天",
            "2026-04-20 周一 due 办理单位 | 按答复或协议兑现：补差额 | 约定 | 还有31天",
        ]
    );
    // A right shows the certain day, and the day it may roll to beside it.
    let review = view.rows.iter().find(|r| r.text == "请求复查").unwrap();
    assert!(review.hint.contains("2026年4月13日"), "{}", review.hint);
    let en = line_of(&mut desk, 1, "2026-03-20", Lang::En);
    assert_eq!(en.lanes[1].1, "Citizen");
    let review = en.rows.iter().find(|r| r.text == "Ask for a review").unwrap();
    assert_eq!((review.day.text.as_str(), review.day.weekday), ("11 Apr 2026", "Sat"));
    assert_eq!(review.left, "22 days left");
}

#[test]
fn parties_have_a_lane_and_what_is_met_or_overdue_says_so() {
    let mut desk = ditch();
    agree(&mut desk);
    let view = line_of(&mut desk, 1, "2026-05-02", Lang::Zh);
    assert_eq!(
        drawn(&view.rows),
        [
            "2026-04-16 周四 mark | 登记 |  | ",
            "2026-04-20 周一 mark | 协议 |  | ",
            "2026-04-20 周一 due 办理单位 | 首次联系反映人 | 承诺 | 2026年4月20日已办",
            "2026-04-21 周二 due 办理单位 | 拿出化解方案 | 承诺 | 2026年4月20日已办",
            "2026-04-30 周四 due 当事人 | 按约定履行：清沟 | 约定 | 已过约定日2天",
            "2026-05-02 周六 today | 今天 |  | ",
            "2026-05-15 周五 due 当事人 | 按约定履行：付土豆款 | 约定 | 还有13天",
            "2026-05-20 周三 due 群众 | 双方共同申请司法确认 | 法定 | 还剩18天",
            "2026-05-20 周三 due 办理单位 | 告知反映人办到哪一步 | 承诺 | 还有18天",
        ]
    );
}

#[test]
fn what_has_not_started_stands_below_with_why() {
    let mut desk = Desk::new(UnitKind::Township, "青禾镇");
    desk.register(1, "2026-02-02", plain("道路补偿", "要补偿款", CounterParty::Government));
    desk.record(1, "2026-02-02", Event::Classified(route()));
    let view = line_of(&mut desk, 1, "2026-02-02", Lang::Zh);
    let conclude = view.later.iter().find(|r| r.text.starts_with("办结")).unwrap();
    assert_eq!((conclude.row, conclude.state, conclude.lane), ("later", "not-started", "office"));
    assert!(!conclude.hint.is_empty() && conclude.day.iso.is_empty());
}

#[test]
fn a_reason_stands_on_the_line() {
    let mut desk = ditch();
    let said = Hindered {
        rule: "CN-contact".into(),
        key: String::new(),
        cause: Hindrance::Absent,
        why: "在外打工".into(),
        again_by: None,
        post: "村文书".into(),
    };
    desk.record(1, "2026-04-21", Event::Hindered(said));
    let view = line_of(&mut desk, 1, "2026-04-22", Lang::Zh);
    let row = view.rows.iter().find(|r| r.text == "首次联系反映人").unwrap();
    assert_eq!((row.state, row.left.as_str()), ("ended", "已说明办不了"));
    assert!(row.hint.contains("在外打工"), "{}", row.hint);
}

#[test]
fn a_year_without_a_calendar_is_said_on_the_line() {
    let mut desk = Desk::new(UnitKind::Village, "柳树屯村");
    desk.register(1, "2026-12-31", plain("路灯", "修好", CounterParty::Neighbour));
    let view = line_of(&mut desk, 1, "2026-12-31", Lang::Zh);
    let all = [view.rows, view.later].concat();
    let contact = all.iter().find(|r| r.text == "首次联系反映人").unwrap();
    assert!(contact.left.contains("2027年放假安排未公布"), "{contact:?}");
}

#[test]
fn what_stands_still_is_one_row_for_all_who_wait() {
    let mut desk = petition();
    let asked = || Asked { note: String::new() };
    let answered = || Answered { text: "维持".into(), doc: String::new() };
    desk.record(1, "2026-03-20", Event::ReviewAsked(asked()));
    desk.record(1, "2026-04-01", Event::ReviewAnswered(answered()));
    let (told, proof) = (Told::Written, String::new());
    let what = Delivery::Review;
    let delivered = Delivered { what, told, proof, remedies_told: true };
    desk.record(1, "2026-04-02", Event::Delivered(delivered));
    desk.record(1, "2026-04-10", Event::RecheckAsked(asked()));
    desk.record(1, "2026-04-20", Event::HearingHeld(HearingHeld { to: day("2026-04-20") }));
    let view = line_of(&mut desk, 1, "2026-04-22", Lang::Zh);
    let spans: Vec<&LineRow> = view.rows.iter().filter(|r| r.row == "span").collect();
    assert_eq!(spans.len(), 1);
    assert_eq!(spans[0].text, "2026年4月20日（周一）暂停，不计");
    let recheck = view.rows.iter().find(|r| r.text == "复核机关提出复核意见").unwrap();
    assert_eq!(
        (recheck.lane, recheck.owner.as_str(), recheck.is_own),
        ("office", "复核机关", false)
    );
}

#[test]
fn a_long_line_counts_what_was_met_in_time() {
    let row = |state| LineRow { state, ..LineRow::default() };
    let mut rows: Vec<LineRow> = (0..30).map(|_| row("met")).collect();
    rows.extend([row("met-late"), row("running")]);
    assert_eq!((fold(&mut rows), rows.len()), (7, ROWS));
    let mut short = vec![row("met"); 3];
    assert_eq!((fold(&mut short), short.len()), (0, 3));
}
