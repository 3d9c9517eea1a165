//! What fell due in days of absence, and what was said to be impossible.

use super::*;
use crate::screens::samples::{Desk, agree, day, ditch, plain, wages};
use jieyou_domain::facts::*;
use jieyou_domain::ledger::Event;

const AWAY: Absence = Absence {
    from: Date::from_ymd_opt(2026, 4, 10).unwrap(),
    until: Date::from_ymd_opt(2026, 4, 20).unwrap(),
};

fn screen(desk: &mut Desk, on: &str, away: Option<Absence>, lang: Lang) -> TodayScreen {
    desk.refresh(on);
    today(&desk.book, &desk.all, day(on), &TodayFilter { away, ..TodayFilter::default() }, lang)
}

/// `duty | clock | day | left`, one line a row of a group.
fn drawn(screen: &TodayScreen, group: &str) -> Vec<String> {
    let of = screen.groups.iter().filter(|g| g.code == group);
    let rows = of.flat_map(|g| g.rows.iter().chain(&g.more));
    rows.map(|row| match &row.deadline {
        Some(d) => [&row.duty, d.kind_word, &d.date, &d.left].join(" | "),
        None => [row.duty.as_str(), &row.note].join(" | "),
    })
    .collect()
}

fn first<'a>(screen: &'a TodayScreen, group: &str) -> &'a AgendaRow {
    let group = screen.groups.iter().find(|g| g.code == group).unwrap();
    group.rows.iter().chain(&group.more).next().unwrap()
}

fn hindered(rule: &str, again_by: Option<&str>) -> Event {
    Event::Hindered(Hindered {
        rule: rule.into(),
        key: String::new(),
        cause: Hindrance::Absent,
        why: "两家都外出打工".into(),
        again_by: again_by.map(day),
        post: "村文书".into(),
    })
}

fn acted(activity: ActivityKind) -> Event {
    Event::Acted(Acted { activity, note: "听取了".into() })
}

fn delivered(what: Delivery) -> Event {
    let (told, proof) = (Told::Written, String::new());
    Event::Delivered(Delivered { what, told, proof, remedies_told: true })
}

fn reply(text: &str) -> Event {
    Event::Replied(Replied {
        claim: 0,
        outcome: Outcome::Explained,
        text: text.into(),
        doc: String::new(),
        carry_out_by: None,
    })
}

/// A township on which something of each kind falls due between 10 and 19 April 2026.
fn township() -> Desk {
    let mut desk = Desk::new(UnitKind::Township, "青禾镇");
    let petition = |title: &str| plain(title, "要个说法", CounterParty::Government);
    // 法定: told whether it is accepted by the 11th. 指定: fed back by the 14th.
    let mut order = petition("交办的水费");
    order.channel = Channel::Assigned;
    order.order = Some(Order { doc: String::new(), feedback_by: Some(day("2026-04-14")) });
    desk.register(1, "2026-03-27", order);
    desk.record(1, "2026-04-08", acted(ActivityKind::Progress));
    // The power to object ends on the 15th.
    let mut sent = petition("转来的占道");
    sent.channel = Channel::Transferred;
    desk.register(2, "2026-04-08", sent);
    desk.record(2, "2026-04-08", acted(ActivityKind::Contact));
    // A review that another body owes, the citizen's right to one, and an appointment.
    for (n, asked) in [(3, true), (4, false)] {
        desk.register(n, "2026-02-02", petition("道路补偿"));
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
        desk.record(n, "2026-02-02", Event::Classified(route));
        desk.record(n, "2026-02-02", Event::Accepted(Accepted { doc: String::new() }));
        desk.record(n, "2026-02-03", acted(ActivityKind::Hear));
        desk.record(n, "2026-03-10", reply("说明"));
        desk.record(n, "2026-03-12", delivered(Delivery::Reply));
        if asked {
            let asked = Asked { note: String::new() };
            desk.record(n, "2026-03-18", Event::ReviewAsked(asked));
        }
    }
    // 约定 of a party and of the office, and people who were to meet.
    desk.register(5, "2026-04-01", plain("地界", "划清地界", CounterParty::Neighbour));
    let term = |what: &str, due: &str, owes| Performance { what: what.into(), due: day(due), owes };
    desk.record(
        5,
        "2026-04-01",
        Event::Agreed(Agreed {
            replaces: false,
            form: AgreementForm::Written,
            text: "量地，立桩。".into(),
            terms: vec![
                term("拔掉界桩", "2026-04-12", Owes::Party),
                term("派人丈量", "2026-04-13", Owes::Office),
            ],
        }),
    );
    let appointed = Appointed {
        what: MeetingKind::SiteVisit,
        day: day("2026-04-16"),
        time: String::new(),
        place: String::new(),
        who: String::new(),
    };
    desk.record(5, "2026-04-02", Event::Appointed(appointed));
    desk
}

#[test]
fn after_ten_days_everything_that_fell_due_is_listed_by_clock() {
    let mut desk = township();
    let away = screen(&mut desk, "2026-04-20", Some(AWAY), Lang::Zh);
    assert_eq!(away.groups[0].code, "away");
    assert_eq!(
        drawn(&away, "away"),
        [
            "书面告知接收情况、处理途径和程序 | 法定 | 4月11日 | 超期9天",
            "按交办要求反馈结果 | 指定 | 4月14日 | 超期6天",
            "按约定履行：拔掉界桩 | 约定 | 4月12日 | 已过约定日8天",
            "按答复或协议兑现：派人丈量 | 约定 | 4月13日 | 已过约定日7天",
            "拿出化解方案 | 承诺 | 4月13日 | 已过承诺日7天",
            "告知反映人办到哪一步 | 承诺 | 4月16日 | 已过承诺日4天",
            "好些天没有动静，推进一步 | 例行 | 4月15日 | 已过5天",
            "复查机关提出复查意见 | 法定 | 4月17日 | 超期3天",
            "现场查看 | 4月16日约过，还没记结果",
            "请求复查 | 法定 | 4月11日 | 已过期",
            "不属本单位职权的，提出异议 | 法定 | 4月15日 | 已过期",
        ]
    );
    // Nothing is listed twice.
    let rows = away.groups.iter().flat_map(|g| g.rows.iter().chain(&g.more));
    let mut keys: Vec<&str> = rows.map(|r| r.key.as_str()).collect();
    let all = keys.len();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), all);
    assert!(away.sentence.ends_with("您不在的这几天到期了11项，列在最前面。"), "{}", away.sentence);
    assert_eq!(away.groups[0].seen, "看过了");
    let en = screen(&mut desk, "2026-04-20", Some(AWAY), Lang::En);
    assert!(en.sentence.contains("11 fell due while you were away"), "{}", en.sentence);
    // Put away, what is not done stands where it stands on every day.
    let seen = screen(&mut desk, "2026-04-20", None, Lang::Zh);
    assert!(seen.groups.iter().all(|g| g.code != "away"));
    assert_eq!(seen.groups[0].code, "overdue");
}

#[test]
fn who_sees_a_part_cannot_put_the_list_away() {
    let mut desk = township();
    desk.refresh("2026-04-20");
    let filter = TodayFilter { post: Some("信访专干".into()), leader: false, away: Some(AWAY) };
    let part = today(&desk.book, &desk.all, day("2026-04-20"), &filter, Lang::Zh);
    let group = &part.groups[0];
    assert_eq!((group.code, group.seen), ("away", ""));
    assert!(group.hint.contains("一部分"), "{}", group.hint);
}

#[test]
fn an_absence_is_kept_until_it_is_seen() {
    let (first, second) = (day("2026-04-10"), day("2026-04-20"));
    let fresh = absence(None, Some(first), second);
    assert_eq!(fresh, Some(AWAY));
    assert_eq!(fresh.and_then(|a| Absence::read(&a.text())), fresh);
    // A reload, and the next morning.
    assert_eq!(absence(fresh, Some(second), second), fresh);
    assert_eq!(absence(fresh, Some(second), day("2026-04-21")), fresh);
    // Away again before it was seen: drawn out, so that nothing between is lost.
    let longer = Absence { from: first, until: day("2026-05-06") };
    assert_eq!(absence(fresh, Some(second), longer.until), Some(longer));
    // A weekday after a weekday is no absence; a clock moved back has no future.
    assert_eq!(absence(None, Some(second), day("2026-04-21")), None);
    assert_eq!(absence(fresh, Some(second), day("2026-04-12")), None);
    assert_eq!(absence(None, None, second), None);
}

#[test]
fn a_law_day_that_cannot_be_kept_moves_below_and_comes_back() {
    let mut desk = township();
    let overdue = |s: &TodayScreen, group: &str| {
        drawn(s, group).iter().any(|row| row.starts_with("按交办要求反馈结果"))
    };
    assert!(overdue(&screen(&mut desk, "2026-04-20", None, Lang::Zh), "overdue"));
    desk.record(1, "2026-04-20", hindered("XF-22c", Some("2026-04-27")));
    let after = screen(&mut desk, "2026-04-20", None, Lang::Zh);
    assert!(!overdue(&after, "overdue") && overdue(&after, "hindered"));
    assert!(after.sentence.contains("已超期"), "overdue stays overdue: {}", after.sentence);
    let row = first(&after, "hindered");
    assert_eq!(
        row.reason,
        "4月20日村文书说明办不了：两家都外出打工（当事人没到场或联系不上）；4月27日再看"
    );
    assert!(row.cannot.is_some(), "it may be said again");
    assert!(overdue(&screen(&mut desk, "2026-04-26", None, Lang::Zh), "hindered"));
    assert!(overdue(&screen(&mut desk, "2026-04-27", None, Lang::Zh), "today"));
    let en = screen(&mut desk, "2026-04-20", None, Lang::En);
    let row = first(&en, "hindered");
    assert!(row.reason.ends_with("to look again on 27 Apr"), "{}", row.reason);
}

#[test]
fn the_offices_own_word_is_gone_or_waits_for_its_day() {
    let mut desk = ditch();
    let contact = |s: &TodayScreen| -> Option<&'static str> {
        let has = |g: &&AgendaGroup| drawn(s, g.code).iter().any(|r| r.starts_with("首次联系"));
        s.groups.iter().find(has).map(|g| g.code)
    };
    assert_eq!(contact(&screen(&mut desk, "2026-04-22", None, Lang::Zh)), Some("overdue"));
    let entry = desk.record(1, "2026-04-22", hindered("CN-contact", None));
    assert_eq!(contact(&screen(&mut desk, "2026-04-22", None, Lang::Zh)), None);
    let strike = Struck::plain(entry, String::new());
    desk.record(1, "2026-04-22", Event::Struck(strike));
    desk.record(1, "2026-04-22", hindered("CN-contact", Some("2026-04-27")));
    let waits = screen(&mut desk, "2026-04-22", None, Lang::Zh);
    assert_eq!(contact(&waits), Some("hindered"));
    assert!(drawn(&waits, "hindered")[0].ends_with("已说明办不了"));
    assert_eq!(contact(&screen(&mut desk, "2026-04-28", None, Lang::Zh)), Some("today"));
    // The day to look again fell in an absence.
    let away = Absence { from: day("2026-04-24"), until: day("2026-04-29") };
    assert_eq!(contact(&screen(&mut desk, "2026-04-29", Some(away), Lang::Zh)), Some("away"));
}

#[test]
fn only_what_the_office_owes_can_be_answered_so() {
    let mut desk = ditch();
    agree(&mut desk);
    let past = screen(&mut desk, "2026-05-02", None, Lang::Zh);
    let row = &past.groups[0].rows[0];
    assert_eq!(row.duty, "按约定履行：清沟");
    assert_eq!(row.cannot, None, "a party's promise is 未履行");
}

#[test]
fn a_fall_stands_there_in_the_week_before_the_consult() {
    let mut desk = wages();
    let answers = [("livelihood".to_owned(), "no".to_owned())].into_iter().collect();
    let noted = FactsNoted { claim: None, answers, note: String::new() };
    desk.record(2, "2026-09-22", Event::FactsNoted(noted));
    let mut rows = |on: &str| {
        desk.refresh(on);
        let filter = TodayFilter::default();
        let screen = today(&desk.book, &desk.all, day(on), &filter, Lang::Zh);
        let all = screen.groups.into_iter().flat_map(|g| g.rows.into_iter().chain(g.more));
        all.filter(|r| r.duty.starts_with("够二级了")).collect::<Vec<_>>()
    };
    assert!(rows("2026-09-30").is_empty(), "ten days before");
    let near = rows("2026-10-03");
    assert_eq!(near.len(), 1);
    assert_eq!(near[0].note, "10月10日前会诊");
    assert_eq!(near[0].main.as_ref().unwrap().draft, [("tier", "2".to_owned())]);
}
