//! What is proposed beside the form and on a matter's page, and what is looked at first.

use super::*;
use crate::forms::register;
use crate::screens::samples::{Desk, agree, day, ditch, id, plain};
use jieyou_domain::facts::*;
use jieyou_domain::ledger::Command;

fn context(desk: &Desk) -> FormContext<'_> {
    FormContext { book: &desk.book, today: day("2026-05-20"), lang: Lang::Zh }
}

fn typing(pairs: &[(&str, &str)]) -> Draft {
    let mut draft = Draft::default();
    for (key, text) in pairs {
        draft.set(*key, *text);
    }
    draft
}

/// A ditch with its thing named.
fn named() -> Desk {
    let mut desk = ditch();
    let mut facts = plain("水渠被堵", "清开", CounterParty::Neighbour);
    facts.category = Some("neigh.water".into());
    facts.answers.insert("thing".into(), "东沟子水渠".into());
    desk.register(2, "2026-05-18", facts);
    desk
}

#[test]
fn what_is_typed_is_met_with_the_reason_and_the_state_of_the_other() {
    let desk = named();
    let draft = typing(&[
        ("place", "p1"),
        ("title", "东沟子水渠漏水"),
        ("category", "neigh.water"),
        ("name", "张三"),
    ]);
    let found = proposed(&context(&desk), &typed("thing", &draft));
    let first = &found[0];
    assert_eq!((first.number.as_str(), first.title.as_str()), ("CJ-2026-0002", "水渠被堵"));
    assert!(first.why.starts_with("同在柳树屯东屯，都写了“东沟子水渠”，都是"), "{}", first.why);
    assert_eq!(first.received, "2026年5月18日收到");
    assert_eq!(first.first, "");
    // Who it concerns is looked at nowhere.
    let by_name = typing(&[("name", "张三"), ("phone", "13800000000"), ("address", "东沟子")]);
    assert_eq!(proposed(&context(&desk), &typed("thing", &by_name)), []);
}

#[test]
fn what_was_marked_is_linked_when_it_is_registered() {
    let mut desk = named();
    let pairs = [
        ("on", "2026-05-20"),
        ("danger", "no"),
        ("channel", "visit"),
        ("place", "p1"),
        ("title", "水渠又堵了"),
        ("against", "neighbour"),
        ("claims", "清开"),
        ("reply_by", "in_person"),
        ("done", "no"),
    ];
    let mut draft = typing(&pairs);
    draft.set(SAME, format!("{} {} x", id(2), id(9)));
    let read = register::read(&context(&desk), &draft, id(5)).unwrap();
    assert!(matches!(&read.command, Command::Register { then, .. } if then.len() == 1));
    desk.run("2026-05-20", read.command);
    for (of, to) in [(5, 2), (2, 5)] {
        let links = &desk.matter(of).state.links;
        assert_eq!((links.len(), links[0].other, links[0].how), (1, id(to), LinkKind::Same));
    }
    assert_eq!(beside(&desk.book, id(5), Lang::Zh).iter().filter(|a| a.matter == id(2)).count(), 0);
}

#[test]
fn an_earlier_answer_is_looked_at_first() {
    let mut desk = named();
    assert_eq!(first(&desk.book, id(2), Lang::Zh), []);
    agree(&mut desk);
    let on = day("2026-05-18");
    let (matter, other, how) = (id(2), id(1), LinkKind::Same);
    desk.run("2026-05-18", Command::Link { matter, other, on, how, note: String::new() });
    let found = first(&desk.book, id(2), Lang::Zh);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].0, Some(id(1)));
    let text = "先查上次答复落实没有：CJ-2026-0001 屋后排水沟，2026年4月20日有过答复或者约定。";
    assert_eq!(found[0].1, text);
    // On the one that was answered nothing is to be looked at first.
    assert_eq!(first(&desk.book, id(1), Lang::Zh), []);
    assert!(first(&desk.book, id(2), Lang::En)[0].1.contains("CJ-2026-0001"));
    // The citizen says so.
    let mut facts = plain("路灯不亮", "修好", CounterParty::Government);
    facts.answers.insert("earlier".into(), "undone".into());
    desk.register(3, "2026-05-18", facts);
    assert_eq!(first(&desk.book, id(3), Lang::Zh)[0].0, None);
}

#[test]
fn the_other_matter_is_picked_or_found_by_words() {
    let desk = named();
    let ctx = context(&desk);
    let numbers = |typed: &str| -> Vec<String> {
        choices(&ctx, desk.matter(2), typed).into_iter().map(|(number, _)| number).collect()
    };
    assert_eq!(numbers("排水"), ["CJ-2026-0001"]);
    assert_eq!(numbers("cj-2026-0001"), ["CJ-2026-0001"]);
    assert_eq!(numbers("没有这样的"), [""; 0]);
    // In one place and of one subject, both open.
    let all = choices(&ctx, desk.matter(2), "");
    assert_eq!(all.len(), 1);
    assert!(all[0].1.starts_with("CJ-2026-0001 屋后排水沟（"), "{}", all[0].1);
    assert!(all[0].1.contains("同在柳树屯东屯"), "{}", all[0].1);
}
