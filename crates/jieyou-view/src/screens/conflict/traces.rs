//! What a decision leaves behind: in the time line, in the search, and on the way back.

use super::tests::{copy, desks, duty, read, register, submit};
use super::*;
use crate::screens::matter::{MatterScreen, TimelineItem, matter};
use crate::screens::samples::{day, id};
use crate::screens::{Assessments, import, list};
use jieyou_domain::facts::*;
use jieyou_domain::ledger::Command;
use jieyou_domain::{Realm, receipt};

const TODAY: &str = "2026-04-20";

type Ledger = super::tests::Ledger;

fn screen(ledger: &Ledger, n: u8) -> MatterScreen {
    let book = ledger.book();
    let all = Assessments::default();
    matter(book, &all, id(n), day(TODAY), Realm::Real, Lang::En).unwrap();
    matter(book, &all, id(n), day(TODAY), Realm::Real, Lang::Zh).unwrap()
}

fn decisions(ledger: &Ledger) -> Vec<TimelineItem> {
    let items = screen(ledger, 1).timeline;
    items.into_iter().filter(|item| item.title == "裁定不一致").collect()
}

/// Both desks write, and the first decides for its own, or against it.
fn decided(ours: Vec<Command>, theirs: Vec<Command>, own: bool) -> (Ledger, Ledger, EntryId) {
    let (mut one, mut two) = desks();
    let mine = submit(&mut one, "信访专干", ours).unwrap()[0];
    submit(&mut two, "综治专干", theirs).unwrap();
    read(&mut one, &copy(&two));
    let conflict = one.conflicts().remove(0);
    let chosen = *conflict.entries.iter().find(|id| (**id == mine) == own).unwrap();
    let commands = decision(&conflict, chosen, "两人当面核对", one.book(), day(TODAY));
    let written = submit(&mut one, "分管领导", commands).unwrap();
    assert!(one.conflicts().is_empty());
    (one, two, written[0])
}

/// The registration with another place and more households.
fn correct(ledger: &Ledger, change: impl Fn(&mut Registered)) -> Vec<Command> {
    let matter = ledger.book().matter(id(1)).unwrap();
    let mut facts = matter.state.registered.clone().unwrap();
    change(&mut facts);
    let (entry, on) = (matter.entries()[0].id, day("2026-04-16"));
    let event = Box::new(Event::Registered(facts));
    let corrected = Corrected { entry, on, event, why: "核对后更正".into() };
    vec![Command::Record {
        matter: id(1),
        facts: vec![(day("2026-04-18"), Event::Corrected(corrected))],
    }]
}

#[test]
fn a_decision_stands_in_the_time_line_with_both_sides_and_the_reason() {
    let (mut one, mut two, strike) = decided(vec![duty("甲岗")], vec![duty("乙岗")], true);
    let item = decisions(&one).remove(0);
    assert_eq!((item.entry, item.by.as_str()), (strike, "青禾镇 分管领导"));
    assert_eq!(item.day.text, "2026年4月20日");
    let [what, stands, other, why] = &item.lines[..] else { panic!("{item:?}") };
    assert_eq!(what, "责任落实在两台电脑上写得不一致。");
    assert!(stands.starts_with("以这一次为准：青禾镇 信访专干，"), "{stands}");
    assert!(stands.ends_with("写入：岗位：甲岗"), "{stands}");
    assert!(other.starts_with("没有采用：青禾镇 综治专干，"), "{other}");
    assert!(other.ends_with("岗位：乙岗"), "{other}");
    assert_eq!(why, "理由：两人当面核对");
    let struck: Vec<_> = screen(&one, 1).timeline.into_iter().map(|i| i.struck).collect();
    let gone = "已撤销：两人当面核对（青禾镇 分管领导 2026年4月20日）";
    assert_eq!(struck.iter().filter(|text| *text == gone).count(), 1, "{struck:?}");
    // The other desk reads the same.
    read(&mut two, &copy(&one));
    assert_eq!(decisions(&two)[0].lines, item.lines);
    // It is taken back where it stands, and both are to be decided again.
    assert!(item.can_strike && !item.can_correct);
    let back = Event::Struck(Struck::plain(strike, "要再商量".into()));
    let facts = vec![(day(TODAY), back)];
    submit(&mut one, "分管领导", vec![Command::Record { matter: id(1), facts }]).unwrap();
    assert_eq!(one.conflicts().len(), 1);
    let item = decisions(&one).remove(0);
    assert!(item.struck.starts_with("已撤销：要再商量") && !item.can_strike);
}

#[test]
fn what_a_losing_correction_said_stays_in_reach() {
    let (one, _) = desks();
    let ours = correct(&one, |r| {
        r.spot = "东头水渠".into();
        r.households = Some(3);
    });
    let theirs = correct(&one, |r| r.reply_by = ReplyBy::NoContact);
    let (one, _, _) = decided(ours, theirs, false);
    let item = screen(&one, 1).timeline.remove(0);
    assert_eq!((item.title.as_str(), item.corrected.as_str()), ("登记", "已更正：核对后更正"));
    assert_eq!(item.earlier.len(), 2);
    let lost = &item.earlier[1];
    assert!(lost.struck.starts_with("已撤销：两人当面核对"), "{lost:?}");
    assert!(lost.lines.contains(&"地点：东头水渠".to_owned()), "{lost:?}");
    assert!(lost.lines.iter().any(|line| line.contains("3户")), "{lost:?}");
    assert!(item.lines.iter().any(|line| line.starts_with("答复方式：")), "{item:?}");
    assert!(!item.lines.iter().any(|line| line.starts_with("危险")), "the same in all");
    let who = "青禾镇 信访专干；2026年4月18日更正：青禾镇 综治专干";
    assert_eq!(item.by, who, "who registered is not lost");
    let decided = decisions(&one).remove(0).lines;
    assert!(decided[0].starts_with("登记在两台电脑上"), "{decided:?}");
    assert!(decided[2].contains("地点：东头水渠"), "{decided:?}");
}

#[test]
fn a_matter_with_a_new_number_is_found_by_the_old_one_and_says_so() {
    let (mut one, mut two) = desks();
    submit(&mut one, "信访专干", vec![register(2, "围墙")]).unwrap();
    submit(&mut two, "综治专干", vec![register(3, "水渠")]).unwrap();
    read(&mut one, &copy(&two));
    let conflict = one.conflicts().remove(0);
    let kept = one.book().matter(id(2)).unwrap().entries()[0].id;
    let commands = decision(&conflict, kept, "先登记的留用", one.book(), day(TODAY));
    let papers = renumbered(&commands, one.book(), Lang::Zh);
    let number = receipt::receipt("QH-2026-0003");
    let said = format!("“水渠”原编号QH-2026-0002，现在改为QH-2026-0003，回执编号{number}。");
    assert_eq!((papers.len(), papers[0].0), (1, id(3)));
    assert!(papers[0].1.starts_with(&said), "{papers:?}");
    assert!(papers[0].1.contains("请收回原来的回执，换一份新的"));
    submit(&mut one, "分管领导", commands).unwrap();
    let item = screen(&one, 3).timeline.remove(0);
    let old = receipt::receipt("QH-2026-0002");
    assert_eq!(item.lines.last().unwrap(), &format!("原编号（回执编号）：{old}"));
    assert_eq!(item.by, "青禾镇 综治专干；2026年4月20日更正：青禾镇 分管领导");
    let mut all = Assessments::new();
    all.refresh(one.book(), day(TODAY));
    for text in ["QH-2026-0002", old.as_str()] {
        let query = list::ListQuery { text: text.into(), ..Default::default() };
        let found = list::list(one.book(), &all, day(TODAY), &query, Lang::Zh).rows;
        let mut found: Vec<_> = found.into_iter().map(|row| row.matter).collect();
        found.sort();
        assert_eq!(found, [id(2), id(3)], "{text}");
    }
}

#[test]
fn the_preview_names_what_will_be_to_decide() {
    let (mut one, mut two) = desks();
    submit(&mut one, "信访专干", vec![register(2, "围墙")]).unwrap();
    submit(&mut two, "综治专干", vec![register(3, "水渠")]).unwrap();
    let (ours, theirs) =
        (correct(&one, |r| r.households = Some(3)), correct(&two, |r| r.households = Some(4)));
    submit(&mut one, "信访专干", ours).unwrap();
    submit(&mut two, "综治专干", theirs).unwrap();
    let plan = super::tests::now(one.plan_import(&copy(&two), 1_780_000_000_000)).unwrap();
    let rows = |lang| import::preview(&plan, one.book(), day(TODAY), lang).rows;
    let said: Vec<String> = rows(Lang::Zh).into_iter().map(|row| row.2).collect();
    let correction = "QH-2026-0001 修路占地补偿：2026年4月16日“登记”的更正在两台电脑上各写了一次。";
    assert!(said.iter().any(|line| line.starts_with(correction)), "{said:?}");
    let number = "编号QH-2026-0002用在了两件事上，本机的一件是“围墙”。";
    assert!(said.iter().any(|line| line.starts_with(number)), "{said:?}");
    drop(rows(Lang::En));
}
