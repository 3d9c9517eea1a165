//! The page of worked examples.

use super::*;
use crate::screens::samples::{Desk, agree, day, ditch, id, wages};
use crate::screens::verdict::VerdictView;
use jieyou_domain::facts::*;
use jieyou_domain::ledger::{Action, Event};

fn screen(desk: &mut Desk, n: u8, on: &str, lang: Lang) -> MatterScreen {
    desk.refresh(on);
    matter(&desk.book, &desk.all, id(n), day(on), Realm::Real, lang).unwrap()
}

fn verdict<'a>(screen: &'a MatterScreen, id: &str) -> &'a VerdictView {
    screen.verdicts.shown.iter().find(|v| v.id == id).unwrap()
}

#[test]
fn e1_says_what_it_is_and_why() {
    let mut desk = ditch();
    let screen = screen(&mut desk, 1, "2026-04-16", Lang::Zh);
    assert_eq!((screen.number.as_str(), screen.title.as_str()), ("CJ-2026-0001", "屋后排水沟"));
    assert_eq!((screen.seal.tier, screen.stage.word), ("2", "待办"));
    let kind = verdict(&screen, "v-kind");
    assert_eq!((kind.answer.as_str(), kind.because[0].id.as_str()), ("矛盾纠纷", "K3"));
    assert!(kind.because[0].facts.starts_with("依据：对方：邻里村民"), "{kind:?}");
    let tier = verdict(&screen, "v-tier");
    assert_eq!(tier.answer, "二级·特殊管理");
    assert_eq!(tier.lead, "还没有化解，也没有达到三级的条件");
    let a2 = tier.because.iter().find(|r| r.id == "A2").unwrap();
    assert_eq!((a2.met, a2.mark), ("unknown", "还不知道"));
    let b2 = tier.because.iter().find(|r| r.id == "B2").unwrap();
    assert_eq!(b2.facts, "依据：登记日：2026年4月16日。到2026年6月15日还没有变化，就符合。");
    assert!(
        tier.missing.iter().any(|m| m.starts_with("转为一级还差：每条诉求都有结果")),
        "{:?}",
        tier.missing
    );
    assert!(tier.missing.iter().any(|m| m.starts_with("A2还不知道，要问：工资")));
    let facts: Vec<(&str, &str)> =
        screen.facts.iter().map(|f| (f.label.as_str(), f.value.as_str())).collect();
    assert!(facts.contains(&("收到", "2026年4月16日（周四）")), "{facts:?}");
    assert!(facts.contains(&("双方愿意调解吗？", "都愿意")));
    assert_eq!((screen.claims.len(), screen.claims[1].lines[0].as_str()), (2, "对：邻里村民"));
    assert!(!screen.no_duty.is_empty());
    assert!(screen.remedies.is_empty(), "a dispute has no review");
}

#[test]
fn e1_obligations_carry_law_count_and_sentence() {
    let mut desk = ditch();
    let screen = screen(&mut desk, 1, "2026-04-16", Lang::Zh);
    let contact = &screen.obligations[0];
    assert_eq!((contact.rule.as_str(), contact.duty.as_str()), ("CN-contact", "首次联系反映人"));
    assert_eq!(contact.deadline.date, "2026年4月20日");
    assert_eq!(
        (contact.level, contact.article.as_str()),
        ("X", "地方承诺（默认，可改）：首接负责")
    );
    assert_eq!(
        contact.sum,
        "2026年4月16日（周四）登记，当日不计；从次日起数2个工作日；周末不计；2026年4月20日（周一）到期。"
    );
    assert!(contact.strip.is_some() && contact.is_open);
}

#[test]
fn e1_what_can_be_done_and_what_not_yet() {
    let mut desk = ditch();
    let first = screen(&mut desk, 1, "2026-04-16", Lang::Zh);
    assert_eq!((first.can[0].action, first.can[0].is_main), (Action::Act, true));
    assert!(first.can.iter().all(|a| a.action != Action::Accept), "no step of a township");
    let resolve = first.cannot.iter().find(|a| a.word == "化解").unwrap();
    assert!(!resolve.why.is_empty());
    agree(&mut desk);
    let later = screen(&mut desk, 1, "2026-04-21", Lang::Zh);
    assert_eq!(later.can[0].action, Action::CheckPerformance);
    let agreed = later.obligations.iter().find(|o| o.duty == "按约定履行：清沟").unwrap();
    assert_eq!(agreed.sum, "按约定的日子：2026年4月30日（周四），不顺延。");
    assert!(agreed.strip.is_none());
}

#[test]
fn e2_stands_on_list_three_and_names_its_article() {
    let mut desk = wages();
    let screen = screen(&mut desk, 2, "2026-09-18", Lang::Zh);
    let tier = verdict(&screen, "v-tier");
    assert_eq!(
        (tier.answer.as_str(), tier.lead.as_str()),
        ("三级·重点管理", "符合A类：A2；另符合B类：B5")
    );
    let a2 = tier.because.iter().find(|r| r.id == "A2").unwrap();
    assert!(a2.facts.contains("是否已欠满一个支付周期？是"), "{a2:?}");
    assert!(tier.missing[0].starts_with("A2不再符合，才可能转二级"), "{:?}", tier.missing);
    let notice = screen.obligations.iter().find(|o| o.rule == "XF-23b").unwrap();
    assert_eq!(notice.article, "《信访工作条例》第23条第二款");
    assert_eq!((notice.level, notice.deadline.iso.as_str()), ("V2", "2026-10-03"));
    assert!(notice.sum.ends_with("那天休息，不顺延。"), "{}", notice.sum);
    let plan = screen.obligations.iter().find(|o| o.rule == "CN-plan").unwrap();
    assert_eq!(plan.deadline.iso, "2026-09-22");
    assert_eq!(screen.remedies[0].value, "清河县人民政府");
}

#[test]
fn corrections_fold_strikes_stay_and_late_entries_say_so() {
    let mut desk = ditch();
    let act = |note: &str| Acted { activity: ActivityKind::SiteVisit, note: note.into() };
    let first = desk.record(1, "2026-04-17", Event::Acted(act("量了沟，宽一米")));
    let corrected = Corrected {
        entry: first,
        on: day("2026-04-17"),
        event: Box::new(Event::Acted(act("量了沟，宽两米"))),
        why: "写错数字".into(),
    };
    desk.record(1, "2026-04-18", Event::Corrected(corrected));
    let wrong = desk.record(1, "2026-04-18", Event::Acted(act("别家的事")));
    let strike = Struck::plain(wrong, "记错了事项".into());
    desk.record(1, "2026-04-18", Event::Struck(strike));
    let late = (day("2026-04-17"), Event::Acted(act("补看一次")));
    let command = jieyou_domain::ledger::Command::Record { matter: id(1), facts: vec![late] };
    desk.run("2026-04-20", command);
    let screen = screen(&mut desk, 1, "2026-04-20", Lang::Zh);
    let lines: Vec<(&str, &str, &str, &str)> = screen
        .timeline
        .iter()
        .map(|t| (t.title.as_str(), t.corrected.as_str(), t.struck.as_str(), t.late.as_str()))
        .collect();
    assert_eq!(
        lines,
        [
            ("登记", "", "", ""),
            ("现场查看", "已更正：写错数字", "", ""),
            ("现场查看", "", "", "补登：2026年4月20日登记"),
            ("现场查看", "", "已撤销：记错了事项（柳树屯村 村文书 2026年4月18日）", ""),
        ]
    );
    let fixed = &screen.timeline[1];
    assert_eq!((fixed.entry, fixed.lines[0].as_str()), (first, "量了沟，宽两米"));
    assert_eq!(fixed.earlier[0].lines[0], "量了沟，宽一米");
    assert!(fixed.can_correct && !screen.timeline[3].can_correct);
    assert_eq!(fixed.by, "柳树屯村 村文书");
}

#[test]
fn what_is_changed_on_the_day_of_writing_stays_one_entry() {
    let mut desk = ditch();
    let act = |note: &str| Acted { activity: ActivityKind::SiteVisit, note: note.into() };
    let entry = desk.record(1, "2026-04-17", Event::Acted(act("量了沟，宽一米")));
    let change = |note: &str, why: &str| {
        let event = Box::new(Event::Acted(act(note)));
        Event::Corrected(Corrected { entry, on: day("2026-04-17"), event, why: why.into() })
    };
    let fixed = |desk: &mut Desk, on: &str| screen(desk, 1, on, Lang::Zh).timeline.remove(1);
    assert!(fixed(&mut desk, "2026-04-17").is_fresh);
    assert!(!fixed(&mut desk, "2026-04-18").is_fresh);
    desk.record(1, "2026-04-17", change("量了沟，宽两米", ""));
    desk.record(1, "2026-04-17", change("量了沟，宽三米", ""));
    assert_eq!(desk.matter(1).entries().len(), 4);
    for on in ["2026-04-17", "2026-04-20"] {
        let item = fixed(&mut desk, on);
        assert_eq!(
            (item.corrected.as_str(), item.lines[0].as_str()),
            ("改过2次", "量了沟，宽三米")
        );
        assert_eq!(item.earlier.len(), 2);
        assert_eq!(screen(&mut desk, 1, on, Lang::Zh).timeline.len(), 2);
    }
    desk.record(1, "2026-04-18", change("量了沟，宽四米", "又量了一次"));
    assert_eq!(fixed(&mut desk, "2026-04-18").corrected, "已更正：又量了一次");
}

#[test]
fn what_would_be_taken_back_is_shown_and_not_acted_on() {
    let mut desk = ditch();
    let act = |note: &str| Acted { activity: ActivityKind::SiteVisit, note: note.into() };
    let entry = desk.record(1, "2026-04-17", Event::Acted(act("量了沟，宽一米")));
    let one = |desk: &Desk, entry| {
        one_entry(&desk.book, id(1), entry, day("2026-04-17"), Realm::Real, Lang::Zh)
    };
    let item = one(&desk, entry).unwrap();
    assert_eq!(item.lines, ["量了沟，宽一米"]);
    assert!(!item.can_correct && !item.can_strike);
    let event = Box::new(Event::Acted(act("量了沟，宽两米")));
    let on = day("2026-04-17");
    let fix = Event::Corrected(Corrected { entry, on, event, why: String::new() });
    let fix = desk.record(1, "2026-04-17", fix);
    for entry in [entry, fix] {
        assert_eq!(one(&desk, entry).unwrap().lines, ["量了沟，宽两米"]);
    }
    let unknown = one_entry(&desk.book, id(99), fix, on, Realm::Real, Lang::Zh);
    assert_eq!(unknown, None);
}

#[test]
fn the_english_page_is_english() {
    let mut desk = ditch();
    agree(&mut desk);
    let screen = screen(&mut desk, 1, "2026-04-21", Lang::En);
    let tier = verdict(&screen, "v-tier");
    let texts = [
        tier.lead.clone(),
        tier.missing.join(""),
        verdict(&screen, "v-kind").because[0].why.clone(),
        screen.stage.word.to_owned(),
        screen.can.iter().map(|a| a.word).collect::<String>(),
        screen.cannot.iter().map(|a| a.why).collect::<String>(),
        screen.facts.iter().map(|f| f.label.as_str()).collect::<String>(),
        screen.timeline.iter().map(|t| t.title.as_str()).collect::<String>(),
        screen.obligations.iter().map(|o| o.deadline.left.as_str()).collect::<String>(),
        screen.obligations.iter().map(|o| o.verified).collect::<String>(),
    ];
    for text in texts {
        assert!(!text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)), "{text}");
    }
}

#[test]
fn an_unknown_matter_is_none() {
    let desk = ditch();
    let none = matter(&desk.book, &desk.all, id(99), day("2026-04-16"), Realm::Real, Lang::Zh);
    assert!(none.is_none());
}

#[test]
fn why_not_is_offered_only_where_something_is_owed() {
    let offered = |s: &MatterScreen| s.seldom.iter().any(|act| act.action == Action::SayCannot);
    let mut desk = ditch();
    assert!(offered(&screen(&mut desk, 1, "2026-04-16", Lang::Zh)));
    let done = HandledAtOnce { what: "当场清了沟".into(), told: Told::InPerson };
    desk.record(1, "2026-04-16", Event::HandledAtOnce(done));
    let done = screen(&mut desk, 1, "2026-04-16", Lang::Zh);
    assert!(!offered(&done));
    assert!(done.cannot.iter().all(|act| !act.word.starts_with("办不了")), "{:?}", done.cannot);
}

#[test]
fn what_was_found_out_stands_with_the_facts() {
    let mut desk = ditch();
    let answers = [("willing", "one"), ("old_cause", "age"), ("must", "no")];
    let answers = answers.map(|(id, answer)| (id.to_owned(), answer.to_owned()));
    let noted =
        FactsNoted { claim: None, answers: answers.into_iter().collect(), note: String::new() };
    desk.record(1, "2026-04-17", Event::FactsNoted(noted));
    let screen = screen(&mut desk, 1, "2026-04-17", Lang::Zh);
    let value = |label: &str| {
        let row = screen.facts.iter().find(|f| f.label.starts_with(label));
        row.map_or("", |f| f.value.as_str())
    };
    assert_eq!(value("双方愿意调解吗？"), "一方不愿意", "what holds now, not what was said first");
    assert_eq!(value("是否起因在3年以前"), "起因在3年以前");
    assert_eq!(value("有没有必须赶在某一天之前的事？"), "没有");
    let tier = verdict(&screen, "v-tier");
    assert!(!tier.missing.iter().any(|m| m.starts_with("A6")), "{:?}", tier.missing);
}
