//! What a unit sets by form: numbers of criteria, the day of the consult, subjects.

use super::*;
use crate::forms::{category, standard};
use crate::screens::list::{Column, ListQuery, export};
use jieyou_domain::rules::CONSULT;

fn cx<'a>(desk: &'a Desk, lang: Lang) -> FormContext<'a> {
    FormContext { book: &desk.book, today: day(TODAY), lang }
}

fn set(desk: &Desk, about: &str, pairs: &[(&str, &str)]) -> Result<Proposal, Vec<String>> {
    let mut draft = standard::blank(&cx(desk, Lang::Zh), about);
    draft.set("source", "4月会诊纪要");
    draft.set("why", "三级太多");
    for (key, value) in pairs {
        draft.set(*key, *value);
    }
    let read = standard::read(&cx(desk, Lang::Zh), &draft, &[]);
    read.map_err(|all| all.into_iter().map(|p| format!("{}: {}", p.field, p.text)).collect())
}

/// A township with a quarrel of 65 days in which nothing moved: B2 and B9.
fn idle() -> Desk {
    let mut desk = Desk::new(UnitKind::Township, "青禾镇");
    desk.register(1, "2026-02-10", plain("地边", "恢复地边", CounterParty::Neighbour));
    desk.refresh(TODAY);
    desk
}

fn words_of(desk: &Desk, id: &str) -> String {
    let view = lists(&desk.book, &desk.all, Lang::Zh);
    let mut rows = view.parts.into_iter().flat_map(|p| p.rows);
    rows.find(|r| r.id == id).unwrap().words
}

#[test]
fn the_lists_are_said_with_their_source_criteria_and_duties() {
    for lang in [Lang::Zh, Lang::En] {
        let desk = idle();
        let view = lists(&desk.book, &desk.all, lang);
        let n: usize = view.parts.iter().map(|p| p.rows.len()).sum();
        assert_eq!(n, desk.book.rules().criteria.len());
        for row in view.parts.iter().flat_map(|p| &p.rows) {
            assert!(!row.words.is_empty() && !row.reads.is_empty() && row.set.is_empty());
            assert!(!row.reads.contains("“”") && !row.reads.ends_with('是'), "{row:?}");
        }
        assert!(view.never.len() > 100 && view.consult.len() == 1);
    }
    let desk = idle();
    let view = lists(&desk.book, &desk.all, Lang::Zh);
    let quotes: Vec<&str> =
        view.tiers.iter().filter_map(|t| Some(t.source.as_ref()?.quote.as_str())).collect();
    assert_eq!(quotes.len(), 3);
    assert!(quotes[2].contains("解决合理诉求"), "{quotes:?}");
    let three = &view.tiers[2];
    assert!(three.rules.iter().any(|(id, _)| id == "CN-lead"), "{three:?}");
    assert!(view.tiers[1].rules.iter().all(|(id, _)| id != "CN-lead"));
    assert_eq!(view.share, "没有化解、列在清单上的事共1件，其中三级1件，占100%。");
    assert!(!view.ask, "one matter is no share");
    let numbers = view.parts.iter().flat_map(|p| &p.rows).filter(|r| r.has_number);
    assert_eq!(
        numbers.map(|r| r.id.as_str()).collect::<Vec<_>>(),
        ["A6", "A7", "B1", "B2", "B3", "B5", "B9"],
        "only what has a number"
    );
}

#[test]
fn too_many_or_none_on_list_three_is_asked_about() {
    let mut desk = Desk::new(UnitKind::Township, "青禾镇");
    let ask = |desk: &mut Desk| {
        desk.refresh(TODAY);
        let view = lists(&desk.book, &desk.all, Lang::Zh);
        (view.ask, view.share)
    };
    for n in 1..=4 {
        desk.register(n, "2026-04-14", plain("地边", "恢复地边", CounterParty::Neighbour));
    }
    assert!(!ask(&mut desk).0, "four are too few to tell");
    desk.register(5, "2026-04-14", plain("地边", "恢复地边", CounterParty::Neighbour));
    assert!(ask(&mut desk).0, "none of five");
    for n in 6..=7 {
        desk.register(n, "2026-02-10", plain("地边", "恢复地边", CounterParty::Neighbour));
    }
    let (is_asked, share) = ask(&mut desk);
    assert!(!is_asked && share.ends_with("共7件，其中三级2件，占29%。"), "{share}");
    for n in 8..=9 {
        desk.register(n, "2026-02-10", plain("地边", "恢复地边", CounterParty::Neighbour));
    }
    let (is_asked, share) = ask(&mut desk);
    assert!(is_asked && share.ends_with("占44%。"), "{share}");
}

#[test]
fn a_number_is_set_with_source_and_reason_and_shows_who_changes_lists() {
    let mut desk = idle();
    let seen = set(&desk, "B9", &[("n0", "90")]).unwrap();
    assert_eq!(seen.lists.len(), 1, "{seen:?}");
    assert_eq!(seen.lists[0].old, "三级·重点管理");
    assert_eq!(seen.lists[0].new, "二级·特殊管理");
    let change = &seen.changes[0];
    assert_eq!(change.row, "changed");
    assert!(
        change.text.starts_with("B9 连续30日没有实质进展")
            && change.text.contains(" → 连续90日没有实质进展")
            && change.text.ends_with("依据：4月会诊纪要。理由：三级太多"),
        "{}",
        change.text
    );
    desk.run(TODAY, seen.ask.command());
    desk.refresh(TODAY);
    assert!(words_of(&desk, "B9").starts_with("连续90日没有实质进展"));
    let view = lists(&desk.book, &desk.all, Lang::Zh);
    let row = view.parts.iter().flat_map(|p| &p.rows).find(|r| r.id == "B9").unwrap();
    assert!(row.set.contains("原来是“连续30日") && row.set.contains("4月会诊纪要"), "{row:?}");
    assert!(view.share.ends_with("其中三级0件，占0%。"), "{}", view.share);
    // Beside a number of a rule in the same pack; and back again, alone.
    let number = read(&desk, "CN-contact", &draft(&[("n", "3"), ("level", "Local")])).unwrap();
    desk.run(TODAY, number.ask.command());
    assert_eq!(desk.book.packs().len(), 2, "one pack of the unit's own");
    let back = set(&desk, "B9", &[("how", "back")]).unwrap();
    assert_eq!(back.lists[0].new, "三级·重点管理");
    desk.run(TODAY, back.ask.command());
    assert!(words_of(&desk, "B9").starts_with("连续30日没有实质进展"));
    assert_eq!(desk.book.packs()[1].overrides.len(), 1, "the rest stays");
}

#[test]
fn the_last_thing_set_takes_the_pack_with_it() {
    let mut desk = idle();
    let seen = set(&desk, CONSULT, &[("n0", "15")]).unwrap();
    assert!(seen.changes[0].text.starts_with("会诊日：10 → 15；依据："), "{:?}", seen.changes);
    desk.run(TODAY, seen.ask.command());
    assert_eq!(desk.book.rules().consult, Some(15));
    let back = set(&desk, CONSULT, &[("how", "back")]).unwrap();
    assert!(matches!(back.ask, Ask::Drop(_)), "{back:?}");
    desk.run(TODAY, back.ask.command());
    assert_eq!((desk.book.packs().len(), desk.book.rules().consult), (1, Some(10)));
}

#[test]
fn numbers_keep_their_words_in_both_languages() {
    let mut desk = idle();
    for (id, pairs, zh, en) in [
        ("A6", vec![("n0", "20")], "20日内", "Within 20 days"),
        ("A7", vec![("n0", "12"), ("n1", "40")], "12户以上或40人以上", "12 households or 40"),
        ("B1", vec![("n0", "3")], "涉及两个以上部门或村，3个工作日内", "within 3 working days"),
        ("B3", vec![("n0", "3")], "改过3次或承诺3次", "3 times"),
        ("B5", vec![("n1", "11"), ("n3", "39")], "5至11户或10至39人", "5 to 11 households"),
    ] {
        let seen = set(&desk, id, &pairs).unwrap_or_else(|e| panic!("{id}: {e:?}"));
        desk.run(TODAY, seen.ask.command());
        let words = &desk.book.rules().criterion(id).unwrap().words;
        assert!(words.zh.contains(zh) && words.en.contains(en), "{id}: {words:?}");
    }
}

#[test]
fn numbers_that_do_not_fit_are_said_at_their_field() {
    let desk = idle();
    assert_eq!(set(&desk, "B2", &[]).unwrap_err(), ["n0: 和现在一样，没有要改的。"]);
    assert_eq!(set(&desk, "B2", &[("n0", "")]).unwrap_err().len(), 1);
    assert_eq!(
        set(&desk, "B2", &[("n0", "90"), ("source", ""), ("why", " ")]).unwrap_err().len(),
        2
    );
    assert!(set(&desk, CONSULT, &[("n0", "29")]).unwrap_err()[0].starts_with("n0: "));
    assert!(set(&desk, "B5", &[("n0", "12")]).unwrap_err()[0].starts_with("n1: "));
    // A7 alone leaves those of 10 and 11 households in neither.
    let seen = set(&desk, "A7", &[("n0", "12")]).unwrap();
    assert!(seen.lints.iter().any(|l| l.starts_with("B5, A7两条的户数、人数接不上")), "{seen:?}");
}

fn told(desk: &Desk, id: &str, pairs: &[(&str, &str)]) -> Result<Proposal, Vec<String>> {
    let mut draft = category::blank(&cx(desk, Lang::Zh), id);
    for (key, value) in pairs {
        draft.set(*key, *value);
    }
    let read = category::read(&cx(desk, Lang::Zh), &draft, &[]);
    read.map_err(|all| all.into_iter().map(|p| format!("{}: {}", p.field, p.text)).collect())
}

#[test]
fn a_subject_is_told_anew_and_goes_back() {
    let mut desk = idle();
    let view = subjects(&desk.book, &desk.all, Lang::Zh);
    let flow = view.groups[0].rows.iter().find(|r| r.id == "land.flow").unwrap();
    assert!(
        flow.facts.contains(&"属事单位：县里农业农村局，乡镇农业服务中心".to_owned()),
        "{flow:?}"
    );
    let pairs = [("bodies", "经管站"), ("hotline", "0312")];
    let seen = told(&desk, "land.flow", &pairs).unwrap();
    assert!(seen.changes[0].text.contains("农业农村局/农业服务中心 → 经管站"), "{seen:?}");
    desk.run(TODAY, seen.ask.command());
    let rules = desk.book.rules();
    let told_now = rules.category("land.flow").unwrap();
    assert_eq!((told_now.bodies.as_str(), told_now.codes.hotline.as_str()), ("经管站", "0312"));
    assert!(!told_now.signs.is_empty() && !told_now.hints.is_empty(), "the rest stays");
    assert_eq!(told(&desk, "land.flow", &[]).unwrap_err(), ["name: 和现在一样，没有要改的。"]);
    let back = told(&desk, "land.flow", &[("how", "back")]).unwrap();
    desk.run(TODAY, back.ask.command());
    assert_eq!(desk.book.packs().len(), 1);
}

#[test]
fn codes_of_many_are_pasted_and_stand_in_the_exported_list() {
    let mut desk = idle();
    let mut facts = plain("排水", "清沟", CounterParty::Neighbour);
    facts.category = Some("neigh.water".to_owned());
    desk.register(2, "2026-04-13", facts);
    desk.refresh(TODAY);
    let paste = |desk: &Desk, lines: &str| {
        told(desk, category::PASTE, &[("list", "petitions"), ("lines", lines)])
    };
    let wrong = paste(&desk, "neigh.water 0101\nno.such\t1\nfam.old\t2\n赡养\t3").unwrap_err();
    assert_eq!(wrong.len(), 3, "{wrong:?}");
    assert!(wrong[1].starts_with("lines: 第2行：没有“no.such”"), "{wrong:?}");
    assert!(paste(&desk, "").unwrap_err()[0].starts_with("lines: "));
    let seen = paste(&desk, "neigh.water\t0101\n\n赡养\t0203\n").unwrap();
    desk.run(TODAY, seen.ask.command());
    desk.refresh(TODAY);
    assert_eq!(desk.book.rules().category("fam.old").unwrap().codes.petitions, "0203");
    let columns = [Column::Title, Column::Petitions];
    let query = ListQuery::default();
    let table = export(&desk.book, &desk.all, day(TODAY), &query, &columns, Lang::Zh);
    assert!(table.rows.contains(&vec!["排水".to_owned(), "0101".to_owned()]), "{table:?}");
    assert!(table.rows.contains(&vec!["地边".to_owned(), String::new()]));
}

#[test]
fn matters_by_subject_add_up() {
    let mut desk = idle();
    for (n, subject) in
        [(2, Some("neigh.water")), (3, Some("neigh")), (4, Some("gone.away")), (5, None)]
    {
        let mut facts = plain("事", "办", CounterParty::Neighbour);
        facts.category = subject.map(str::to_owned);
        desk.register(n, "2026-04-13", facts);
    }
    desk.refresh(TODAY);
    let view = subjects(&desk.book, &desk.all, Lang::Zh);
    let n = |name: &str| {
        view.counts.iter().find(|(x, _)| x == name).map(|(_, n)| n.as_str()).unwrap_or_default()
    };
    assert_eq!((n("邻里与相邻关系"), n("没有分类的"), n("分类不在规则包里的")), ("2", "2", "1"));
    let sum: usize = view.counts.iter().map(|(_, n)| n.parse::<usize>().unwrap()).sum();
    assert_eq!((sum.to_string(), view.sum.as_str()), (view.sum.clone(), "5"));
}
