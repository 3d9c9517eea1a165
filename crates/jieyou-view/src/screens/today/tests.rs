//! The order of the day on worked examples.

use super::*;
use crate::screens::samples::{Desk, agree, day, ditch, id, plain, wages};
use jieyou_domain::facts::*;
use jieyou_domain::ledger::{Command, Event};

fn screen(desk: &mut Desk, on: &str, lang: Lang) -> TodayScreen {
    desk.refresh(on);
    today(&desk.book, &desk.all, day(on), &TodayFilter::default(), lang)
}

/// `group: duty | date | left | main`, one line a row.
fn drawn(screen: &TodayScreen) -> Vec<String> {
    let mut lines = Vec::new();
    for group in &screen.groups {
        for row in group.rows.iter().chain(&group.more) {
            let day = row.deadline.as_ref().map_or(("", ""), |d| (&d.date, &d.left));
            let main = row.main.as_ref().map_or("", |a| a.word);
            lines.push(format!("{}: {} | {} | {} | {main}", group.code, row.duty, day.0, day.1));
        }
    }
    lines
}

#[test]
fn e1_asks_for_the_duty_first_and_for_contact_on_its_day() {
    let mut desk = ditch();
    let first = screen(&mut desk, "2026-04-16", Lang::Zh);
    assert_eq!(drawn(&first), ["missing: 还没有定：承办单位和岗位、措施和时限 |  |  | 定责任"]);
    assert_eq!(first.sentence, "今天没有到期的事。");
    let part = first.of_what_reads(Lang::Zh);
    assert_eq!(part.sentence, "能读出来的部分里，今天没有到期的事。");
    let monday = screen(&mut desk, "2026-04-20", Lang::Zh);
    assert_eq!(
        drawn(&monday),
        [
            "today: 首次联系反映人 | 4月20日 | 今天到期 | 联系了",
            "missing: 还没有定：承办单位和岗位 |  |  | 定责任",
            "week: 拿出化解方案 | 4月21日 | 还有1天 | 定方案",
        ]
    );
    assert_eq!(monday.sentence, "今天要办1件。");
    let row = &monday.groups[0].rows[0];
    assert_eq!((row.number.as_str(), row.title.as_str()), ("CJ-2026-0001", "屋后排水沟"));
    let deadline = row.deadline.clone().unwrap();
    assert_eq!(
        (deadline.state, deadline.kind, deadline.owner_code),
        ("today", "promised", "office")
    );
    assert_eq!((deadline.weekday, deadline.owner.as_str()), ("周一", "柳树屯村"));
    let main = row.main.clone().unwrap();
    assert_eq!((main.action, main.draft), ("act", vec![("activity", "contact".to_owned())]));
    let cannot = row.cannot.clone().unwrap();
    assert_eq!((cannot.action, cannot.draft), ("say-cannot", vec![("owed", "CN-contact/".into())]));
}

#[test]
fn e1_past_a_promise_is_no_breach() {
    let mut desk = ditch();
    let late = screen(&mut desk, "2026-04-23", Lang::Zh);
    assert_eq!(
        drawn(&late)[..2],
        [
            "overdue: 首次联系反映人 | 4月20日 | 已过承诺日3天 | 联系了".to_owned(),
            "overdue: 拿出化解方案 | 4月21日 | 已过承诺日2天 | 定方案".to_owned(),
        ]
    );
    assert_eq!(late.sentence, "今天没有到期的事，已过约定或承诺日1件。");
    let en = screen(&mut desk, "2026-04-23", Lang::En);
    assert_eq!(en.sentence, "Nothing due today, 1 past an agreed or promised day.");
}

#[test]
fn e1_a_promise_is_checked_on_its_day_and_waited_for_once_found_missed() {
    let mut desk = ditch();
    agree(&mut desk);
    let on = screen(&mut desk, "2026-04-30", Lang::Zh);
    assert_eq!(
        drawn(&on),
        [
            "today: 按约定履行：清沟 | 4月30日 | 今天到期 | 查看履行",
            "missing: 还没有定：承办单位和岗位 |  |  | 定责任",
        ]
    );
    let row = &on.groups[0].rows[0];
    assert_eq!(row.deadline.as_ref().unwrap().owner, "当事人");
    let promise = row.main.as_ref().unwrap().draft[0].1.clone();
    let past = screen(&mut desk, "2026-05-02", Lang::Zh);
    assert_eq!(drawn(&past)[0], "overdue: 按约定履行：清沟 | 4月30日 | 已过约定日2天 | 查看履行");
    let check = PerformanceChecked { promise, note: String::new() };
    desk.record(1, "2026-05-02", Event::NotPerformed(check));
    let found = screen(&mut desk, "2026-05-03", Lang::Zh);
    assert!(drawn(&found)[0].starts_with("waiting: 按约定履行：清沟"), "{:?}", drawn(&found));
}

#[test]
fn e2_plan_comes_on_a_working_sunday_and_the_law_is_red() {
    let mut desk = wages();
    let plan = screen(&mut desk, "2026-09-22", Lang::Zh);
    assert!(drawn(&plan).contains(&"today: 拿出化解方案 | 9月22日 | 今天到期 | 定方案".to_owned()));
    let october = screen(&mut desk, "2026-10-05", Lang::Zh);
    let first = &october.groups[0].rows[0];
    let deadline = first.deadline.as_ref().unwrap();
    assert_eq!(
        (first.duty.as_str(), deadline.date.as_str()),
        ("书面告知反映人是否受理", "10月3日")
    );
    assert_eq!(
        (deadline.left.as_str(), deadline.state, deadline.kind),
        ("超期2天", "overdue", "statutory")
    );
    assert!(october.sentence.contains("已超期1件"), "{}", october.sentence);
    assert_eq!(first.main.as_ref().unwrap().word, "告知了");
    let missing = october.groups.iter().find(|g| g.code == "missing").unwrap();
    assert!(missing.rows[0].duty.contains("包案领导"), "三级 needs a leader");
}

#[test]
fn at_most_seven_rows_stand_open() {
    let mut desk = Desk::new(UnitKind::Village, "柳树屯村");
    for n in 1..=9 {
        let facts = plain("路灯不亮", "修好路灯", CounterParty::Neighbour);
        desk.register(n, "2026-04-16", facts);
    }
    let screen = screen(&mut desk, "2026-04-20", Lang::Zh);
    let open: usize = screen.groups.iter().map(|g| g.rows.len()).sum();
    assert_eq!(open, OPEN_ROWS);
    assert_eq!(
        (screen.groups[0].count.as_str(), screen.groups[0].more_label.as_str()),
        ("9件", "还有2件")
    );
    assert_eq!(screen.groups[1].more_label, "9件，点开看");
}

#[test]
fn groups_stand_in_the_order_of_practice_10() {
    let mut desk = ditch();
    let mut danger = plain("危墙", "拆危墙", CounterParty::Neighbour);
    danger.danger = Danger::Yes;
    desk.register(3, "2026-04-20", danger);
    desk.register(4, "2026-04-10", plain("旧事", "退钱", CounterParty::Business));
    let up =
        HandedUp { to: "青禾镇".into(), why: "村里办不了".into(), place: String::new() };
    desk.register(5, "2026-04-18", plain("占地", "退地", CounterParty::Collective));
    desk.record(5, "2026-04-18", Event::HandedUp(up));
    let screen = screen(&mut desk, "2026-04-20", Lang::Zh);
    let codes: Vec<&str> = screen.groups.iter().map(|g| g.code).collect();
    assert_eq!(codes, ["urgent", "overdue", "today", "waiting", "missing", "week", "routine"]);
    let waiting = &screen.groups[3].rows[0];
    assert_eq!(waiting.duty, "已上报青禾镇，等签收");
    assert_eq!((waiting.note.as_str(), waiting.main.as_ref().unwrap().word), ("已等2天", "催办"));
}

#[test]
fn an_untold_right_comes_first_and_is_put_right_in_the_delivery() {
    let mut desk = Desk::new(UnitKind::Township, "青禾镇");
    for (n, told) in [(6, true), (7, false)] {
        let facts = plain("道路补偿", "要补偿款", CounterParty::Government);
        desk.register(n, "2026-03-02", facts);
        let route = Classified {
            claim: 0,
            kind: Kind::Petition,
            class: Some(Class::Appeal),
            route: Some(Route::R6),
            body: "青禾镇".into(),
            category: None,
            against: None,
            why: String::new(),
            post: String::new(),
        };
        desk.record(n, "2026-03-02", Event::Classified(route));
        desk.record(n, "2026-03-02", Event::Accepted(Accepted { doc: String::new() }));
        let hear = Acted { activity: ActivityKind::Hear, note: "听取了".into() };
        desk.record(n, "2026-03-03", Event::Acted(hear));
        let reply = Replied {
            claim: 0,
            outcome: Outcome::Explained,
            text: "说明".into(),
            doc: String::new(),
            carry_out_by: None,
        };
        desk.record(n, "2026-03-10", Event::Replied(reply));
        let delivered = Delivered {
            what: Delivery::Reply,
            told: Told::Written,
            proof: String::new(),
            remedies_told: told,
        };
        desk.record(n, "2026-03-12", Event::Delivered(delivered));
    }
    let screen = screen(&mut desk, "2026-04-03", Lang::Zh);
    let rights = screen.groups.iter().find(|g| g.code == "rights").unwrap();
    assert_eq!(rights.rows[0].matter, id(7));
    assert_eq!((rights.rows[0].note.as_str(), rights.rows[1].note.as_str()), ("未告知", "已告知"));
    assert_eq!(rights.rows[0].main.as_ref().unwrap().action, "correct");
    assert_eq!(rights.rows[1].main.as_ref().unwrap().action, "ask-review");
    let deadline = rights.rows[0].deadline.as_ref().unwrap();
    // 30 days after 12 March: Saturday 11 April; the safe day is shown, the rolled one is a hint.
    assert_eq!((deadline.date.as_str(), deadline.left.as_str()), ("4月11日", "还剩8天"));
    assert!(deadline.hint.contains("4月13日"), "{}", deadline.hint);
    assert!(screen.sentence.contains("群众的2项权利10日内到期；1项权利还没有告知"));
}

#[test]
fn the_post_filter_keeps_what_is_nobodys() {
    let mut desk = ditch();
    desk.register(3, "2026-04-16", plain("院墙", "拆墙", CounterParty::Neighbour));
    let duty = DutySet {
        body: "调委会".into(),
        post: "调解主任".into(),
        leader: String::new(),
        competent: String::new(),
        no_interest: true,
    };
    desk.record(3, "2026-04-16", Event::DutySet(duty));
    desk.refresh("2026-04-20");
    let filter = |post: &str| TodayFilter { post: Some(post.into()), ..TodayFilter::default() };
    let count = |post: &str| {
        let screen = today(&desk.book, &desk.all, day("2026-04-20"), &filter(post), Lang::Zh);
        screen.groups[0].rows.len()
    };
    assert_eq!((count("调解主任"), count("综治专干")), (2, 1));
}

#[test]
fn one_event_costs_one_matter() {
    let mut desk = ditch();
    desk.register(3, "2026-04-16", plain("院墙", "拆墙", CounterParty::Neighbour));
    assert_eq!(desk.refresh("2026-04-16"), 2);
    let before = desk.all.clone();
    assert_eq!(desk.refresh("2026-04-16"), 0);
    assert_eq!(desk.all, before);
    let act = Acted { activity: ActivityKind::Contact, note: "去过".into() };
    desk.record(3, "2026-04-16", Event::Acted(act));
    assert_eq!(desk.refresh("2026-04-16"), 1);
    assert_ne!(desk.all, before);
    let post = Post { id: "x".into(), name: "文书".into(), open: true };
    desk.run("2026-04-16", Command::ListPosts(PostsListed { posts: vec![post] }));
    assert_eq!(desk.refresh("2026-04-16"), 0);
    assert_eq!(desk.refresh("2026-04-17"), 2);
}

#[test]
fn an_empty_book_says_what_to_do_first() {
    let empty = today(
        &Book::new(),
        &Assessments::new(),
        day("2026-04-16"),
        &TodayFilter::default(),
        Lang::Zh,
    );
    assert_eq!(empty.empty.unwrap().next, Some(Next::SetUp));
    let mut desk = Desk::new(UnitKind::Village, "柳树屯村");
    let first = screen(&mut desk, "2026-04-16", Lang::En).empty.unwrap();
    assert_eq!(first.next, Some(Next::Register));
}

#[test]
fn the_leaders_view_holds_list_three_and_what_is_led() {
    let mut desk = wages();
    desk.register(3, "2026-09-18", plain("院墙", "拆墙", CounterParty::Neighbour));
    desk.refresh("2026-09-22");
    let filter = TodayFilter { leader: true, ..TodayFilter::default() };
    let screen = today(&desk.book, &desk.all, day("2026-09-22"), &filter, Lang::Zh);
    let all = screen.groups.iter().flat_map(|g| g.rows.iter().chain(&g.more));
    assert!(all.clone().count() > 0);
    assert!(all.into_iter().all(|row| row.matter == id(2)));
}
