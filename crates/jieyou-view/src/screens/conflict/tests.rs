//! Two desks write differently, a person decides at one of them, and the other follows.

use super::decide::counted_on;
use super::*;
use crate::screens::samples::{day, id, plain};
use jieyou_domain::Realm;
use jieyou_domain::facts::*;
use jieyou_domain::ledger::Command;
use jieyou_store::journal::SubmitError;
use jieyou_store::{Export, Journal, Memory, Purpose};
use std::pin::pin;
use std::task::{Context, Poll, Waker};

const NOW: u64 = 1_780_000_000_000;
const TODAY: &str = "2026-04-20";

pub(crate) type Ledger = Journal<Memory>;

/// Waits for a store in memory, which never has to wait.
pub(crate) fn now<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("a store in memory never waits"),
    }
}

pub(crate) fn open() -> Ledger {
    now(Journal::open(Memory::new(), Realm::Real)).unwrap()
}

pub(crate) fn submit(
    ledger: &mut Ledger,
    post: &str,
    commands: Vec<Command>,
) -> Result<Vec<EntryId>, SubmitError> {
    let by = By { post: post.into(), unit: "青禾镇".into() };
    let mut seed = u64::from(ledger.seq()) * 31 + u64::from(post.as_bytes()[2]);
    let dice = move |bytes: &mut [u8]| {
        for byte in bytes {
            seed = seed
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            *byte = (seed >> 33).to_le_bytes()[0];
        }
    };
    now(ledger.submit_all(commands, None, day(TODAY), by, NOW, dice))
}

pub(crate) fn copy(ledger: &Ledger) -> String {
    let export = Export { app: "test", exported_on: day(TODAY), purpose: Purpose::Copy };
    now(ledger.export(export)).unwrap()
}

pub(crate) fn read(ledger: &mut Ledger, text: &str) {
    let plan = now(ledger.plan_import(text, NOW)).unwrap();
    now(ledger.apply_import(&plan, day(TODAY))).unwrap();
}

pub(crate) fn profile(phone: &str) -> Command {
    Command::ProfileUnit(UnitProfile {
        addresses: Default::default(),
        kind: UnitKind::Township,
        name: "青禾镇".into(),
        code: "QH".into(),
        reception: String::new(),
        review_body: String::new(),
        recheck_body: String::new(),
        phone: phone.into(),
        help: String::new(),
        upper: String::new(),
    })
}

pub(crate) fn register(n: u8, title: &str) -> Command {
    let facts = Box::new(plain(title, "发补偿款", CounterParty::Government));
    Command::Register { id: id(n), on: day("2026-04-16"), facts, then: Vec::new() }
}

fn record(event: Event) -> Command {
    Command::Record { matter: id(1), facts: vec![(day("2026-04-18"), event)] }
}

fn text(name: &str, text: &str) -> TextAdopted {
    TextAdopted { name: name.into(), text: text.into() }
}

const PACK: &str = include_str!("../../../../../rules/base/pack.json");

/// A township's ledger with one matter, and a second computer with the same.
pub(crate) fn desks() -> (Ledger, Ledger) {
    let mut one = open();
    let calendar = include_str!("../../../../../rules/calendar/cn.json");
    let first = vec![
        profile(""),
        Command::AdoptPack(text("base", PACK)),
        Command::AdoptCalendar(text("cn", calendar)),
        register(1, "修路占地补偿"),
        record(classified("先这样")),
        record(Event::Accepted(Accepted { doc: "1号".into() })),
        record(Event::Acted(Acted { activity: ActivityKind::Hear, note: "听了".into() })),
    ];
    submit(&mut one, "信访专干", first).unwrap();
    let mut two = open();
    read(&mut two, &copy(&one));
    (one, two)
}

fn classified(why: &str) -> Event {
    Event::Classified(Classified {
        claim: 0,
        kind: Kind::Petition,
        class: Some(Class::Appeal),
        route: Some(Route::R6),
        body: String::new(),
        category: None,
        against: None,
        why: why.into(),
        post: "信访专干".into(),
    })
}

pub(crate) fn duty(post: &str) -> Command {
    record(Event::DutySet(DutySet {
        body: "镇政府".into(),
        post: post.into(),
        leader: String::new(),
        competent: String::new(),
        no_interest: true,
    }))
}

fn seen(ledger: &Ledger) -> Vec<ConflictView> {
    let all = ledger.conflicts();
    let ids: Vec<EntryId> = all.iter().flat_map(|c| c.entries.clone()).collect();
    let came = now(ledger.came(&ids)).unwrap();
    let view = |lang| conflicts(&all, &came, ledger.book(), day(TODAY), lang);
    drop(view(Lang::En));
    view(Lang::Zh)
}

/// Which sides are said to be in use.
fn in_use(views: &[ConflictView]) -> Vec<&'static str> {
    views.iter().flat_map(|view| view.writes.iter().map(|write| write.now)).collect()
}

fn decide(ledger: &mut Ledger, post: &str, at: usize) -> EntryId {
    let conflict = ledger.conflicts().remove(0);
    let chosen = conflict.entries[at];
    let commands = decision(&conflict, chosen, "两人核对过", ledger.book(), day(TODAY));
    submit(ledger, post, commands).unwrap();
    chosen
}

/// Both desks write; whichever is chosen, the conflict is closed there and where it is read,
/// also where both decide at the same time, and differently.
#[track_caller]
fn check(code: &str, ours: Vec<Command>, theirs: Vec<Command>) -> Vec<ConflictView> {
    let mut views = Vec::new();
    for at in [0, 1] {
        let (mut one, mut two) = desks();
        submit(&mut one, "信访专干", ours.clone()).unwrap();
        submit(&mut two, "综治专干", theirs.clone()).unwrap();
        read(&mut one, &copy(&two));
        read(&mut two, &copy(&one));
        views = seen(&one);
        assert_eq!(views.len(), 1, "{views:?}");
        assert_eq!((views[0].code, views[0].writes.len()), (code, 2));
        let sides = views[0].writes.iter();
        assert!(sides.clone().all(|side| side.lines.iter().any(|line| line.1)), "{views:?}");
        decide(&mut one, "信访专干", at);
        assert!(one.conflicts().is_empty(), "{:?}", one.conflicts());
        let mut three = open();
        read(&mut three, &copy(&one));
        assert!(three.conflicts().is_empty());
        // The other desk decided otherwise before it knew.
        decide(&mut two, "综治专干", 1 - at);
        assert!(two.conflicts().is_empty());
        read(&mut two, &copy(&one));
        read(&mut one, &copy(&two));
        assert!(!one.conflicts().is_empty(), "two decisions disagree");
        assert_eq!(one.conflicts(), two.conflicts());
        for _ in 0..4 {
            if !one.conflicts().is_empty() {
                decide(&mut one, "信访专干", 0);
            }
        }
        assert!(one.conflicts().is_empty(), "{:?}", one.conflicts());
        read(&mut two, &copy(&one));
        assert!(two.conflicts().is_empty());
    }
    views
}

#[test]
fn acts_on_one_matter_are_decided_by_taking_the_other_back() {
    let views = check("field/duty", vec![duty("甲岗")], vec![duty("乙岗")]);
    assert_eq!(views[0].title, "责任落实");
    assert_eq!(views[0].matter.as_ref().unwrap().1, "QH-2026-0001 修路占地补偿");
    assert_eq!(views[0].neither, Some(Neither::Act(id(1), Action::SetDuty)));
    let said = |view: &ConflictView, word: &str| {
        view.writes.iter().filter(|w| w.lines.iter().any(|l| l.0.contains(word))).count()
    };
    assert_eq!((said(&views[0], "甲岗"), said(&views[0], "镇政府")), (1, 2));
    let by: Vec<_> = views[0].writes.iter().map(|write| write.by.as_str()).collect();
    assert!(by.iter().any(|by| by.starts_with("青禾镇 综治专干，")), "{by:?}");
    assert!(by.iter().all(|by| by.ends_with(":26写入")), "{by:?}");
    let class = |why| vec![record(classified(why))];
    check("field/classification", class("甲"), class("乙"));
    let tier = |tier| {
        let (why, post) = ("会商".into(), "主任".into());
        vec![record(Event::TierSet(TierSet { tier, why, post, confirms: false, despite: vec![] }))]
    };
    check("field/tier", tier(Tier::Two), tier(Tier::Three));
    let reply = |words: &str| {
        vec![record(Event::Replied(Replied {
            claim: 0,
            outcome: Outcome::Explained,
            text: words.into(),
            doc: String::new(),
            carry_out_by: None,
        }))]
    };
    let views = check("field/reply", reply("月底发"), reply("不发"));
    assert_eq!(views[0].neither, None);
    let judged = |answer: &str| {
        vec![record(Event::Judged(Judged {
            table: "track".into(),
            claim: None,
            answer: answer.into(),
            why: "看过".into(),
            post: "信访专干".into(),
        }))]
    };
    let rules = jieyou_domain::rules::RuleSet::from_json(PACK).unwrap();
    let answers = &rules.table("track").unwrap().answers;
    check("field/judgement", judged(&answers[0].code), judged(&answers[1].code));
}

#[test]
fn corrections_of_one_entry_are_decided_by_taking_the_other_back() {
    let (one, _) = desks();
    let heard = one.book().matter(id(1)).unwrap().entries().iter().find_map(|e| match &e.event {
        Some(Event::Acted(_)) => Some(e.id),
        _ => None,
    });
    let correct = |note: &str| {
        let event = Event::Acted(Acted { activity: ActivityKind::Hear, note: note.into() });
        let (on, why) = (day("2026-04-17"), "写漏了".into());
        let corrected = Corrected { entry: heard.unwrap(), on, event: Box::new(event), why };
        vec![record(Event::Corrected(corrected))]
    };
    let views = check("field/correction", correct("听了一方"), correct("听了双方"));
    assert_eq!(views[0].neither, Some(Neither::Correct(id(1), heard.unwrap())));
}

#[test]
fn one_number_on_two_matters_is_decided_by_renumbering_one() {
    let views = check("field/number", vec![register(2, "围墙")], vec![register(3, "水渠")]);
    assert_eq!(views[0].title, "编号QH-2026-0002用在了两件事上");
    assert_eq!(views[0].matter, None);
    let (mut one, mut two) = desks();
    submit(&mut one, "信访专干", vec![register(2, "围墙")]).unwrap();
    submit(&mut two, "综治专干", vec![register(3, "水渠")]).unwrap();
    read(&mut one, &copy(&two));
    let conflict = one.conflicts().remove(0);
    let both = matters_of(&conflict, one.book());
    assert!(both.contains(&id(2)) && both.contains(&id(3)));
    assert!(reminder_of(&[conflict], id(2), one.book(), Lang::Zh).contains("1处"));
    decide(&mut one, "信访专干", 0);
    let mut numbers: Vec<_> =
        [2, 3].map(|n| one.book().matter(id(n)).unwrap().number().to_owned()).to_vec();
    numbers.sort();
    assert_eq!(numbers, ["QH-2026-0002", "QH-2026-0003"]);
    assert_eq!(counted_on("QH-2026-0009", 1), "QH-2026-0010");
    assert_eq!(counted_on("2026-0999", 2), "2026-1001");
}

#[test]
fn what_is_about_the_ledger_is_written_again() {
    let views = check("field/unit", vec![profile("111")], vec![profile("222")]);
    assert!(!views[0].asks_why && views[0].matter.is_none());
    assert_eq!(views[0].writes[0].lines.iter().filter(|line| line.1).count(), 1);
    let pack = |edition: &str| {
        let mut pack: serde_json::Value = serde_json::from_str(PACK).unwrap();
        pack["edition"] = edition.into();
        vec![Command::AdoptPack(text("base", &pack.to_string()))]
    };
    check("field/pack", pack("2026-12-01"), pack("2026-12-02"));
    let calendar = include_str!("../../../../../rules/calendar/cn.json");
    let of = |name: &str, text_: String| vec![Command::AdoptCalendar(text(name, &text_))];
    check("field/calendar", of("甲", calendar.to_owned()), of("乙", format!("{calendar}\n")));
}

#[test]
fn nothing_to_decide_says_so() {
    let (one, _) = desks();
    assert!(seen(&one).is_empty());
    assert!(reminder(&one.conflicts(), Lang::Zh).is_empty());
    assert!(reminder_of(&one.conflicts(), id(1), one.book(), Lang::En).is_empty());
}

/// A ledger of a desk that wrote, and read what the other wrote.
fn disagreeing(ours: Vec<Command>, theirs: Vec<Command>) -> (Ledger, Ledger) {
    let (mut one, mut two) = desks();
    submit(&mut one, "信访专干", ours).unwrap();
    submit(&mut two, "综治专干", theirs).unwrap();
    let (mine, other) = (copy(&one), copy(&two));
    read(&mut one, &other);
    read(&mut two, &mine);
    (one, two)
}

#[test]
fn after_opposite_decisions_neither_is_said_to_be_in_use() {
    let (mut one, mut two) = disagreeing(vec![duty("甲岗")], vec![duty("乙岗")]);
    let held = one.book().matter(id(1)).unwrap().state.duty.clone().unwrap().1.post;
    let view = seen(&one).remove(0);
    for write in &view.writes {
        let is_held = write.lines.iter().any(|line| line.0.contains(&held));
        assert_eq!(write.now, if is_held { "现在按这一次" } else { "" }, "{view:?}");
    }
    decide(&mut one, "信访专干", 0);
    decide(&mut two, "综治专干", 1);
    read(&mut one, &copy(&two));
    assert_eq!(one.book().matter(id(1)).unwrap().state.duty, None);
    let views = seen(&one);
    assert_eq!(in_use(&views), ["已撤销，现在不算", "已撤销，现在不算"]);
    assert!(views[0].lead.contains("下面的现在都不算"), "{views:?}");
    decide(&mut one, "信访专干", 1);
    assert!(one.book().matter(id(1)).unwrap().state.duty.is_some());
}

#[test]
fn what_is_in_use_is_what_the_book_holds() {
    // Of two days the later one holds, whoever wrote last.
    let on = |date: &str, post: &str| match duty(post) {
        Command::Record { matter, facts } => {
            let facts = facts.into_iter().map(|(_, event)| (day(date), event)).collect();
            vec![Command::Record { matter, facts }]
        }
        other => vec![other],
    };
    let (one, _) = disagreeing(on("2026-04-20", "甲岗"), on("2026-04-17", "乙岗"));
    let view = seen(&one).remove(0);
    let shown = view.writes.iter().find(|write| write.now == "现在按这一次").unwrap();
    assert!(shown.lines.iter().any(|line| line.0.contains("甲岗")), "{view:?}");
    // A lower list that nobody confirmed is only asked for.
    let tier = |tier, day_: &str| {
        let (why, post) = ("会商".into(), "主任".into());
        let set = TierSet { tier, why, post, confirms: false, despite: vec![] };
        let facts = vec![(day(day_), Event::TierSet(set))];
        vec![Command::Record { matter: id(1), facts }]
    };
    let (one, _) = disagreeing(tier(Tier::Three, "2026-04-17"), tier(Tier::Two, "2026-04-18"));
    let held = one.book().matter(id(1)).unwrap().state.tier_set.clone().unwrap().1;
    assert_eq!(held.tier, Tier::Three);
    let shown: Vec<_> = seen(&one)[0].writes.iter().map(|w| (w.now, w.lines.clone())).collect();
    let in_use = shown.iter().find(|(now, _)| !now.is_empty()).unwrap();
    assert!(in_use.1.iter().any(|line| line.0.contains("三级")), "{shown:?}");
}

#[test]
fn each_side_says_where_it_comes_from_and_what_is_known_of_who_wrote_it() {
    let (mut one, mut two) = desks();
    submit(&mut one, "信访专干", vec![profile("111")]).unwrap();
    let by = By { post: String::new(), unit: String::new() };
    now(two.submit_all(vec![profile("222")], None, day(TODAY), by, NOW, |b| b.fill(7))).unwrap();
    let mut plan = now(one.plan_import(&copy(&two), NOW)).unwrap();
    plan.name = "综治.json".into();
    now(one.apply_import(&plan, day(TODAY))).unwrap();
    let view = seen(&one).remove(0);
    let mut said: Vec<_> = view.writes.iter().map(|w| (w.from.as_str(), w.by.as_str())).collect();
    said.sort_unstable();
    assert_eq!(said[0].0, "本机登记的");
    assert_eq!(said[1].0, "读入文件带来的：青禾镇的整本台账，4月20日存出 · 综治.json");
    assert!(said[1].1.starts_with("没有记单位和岗位，"), "{said:?}");
}
