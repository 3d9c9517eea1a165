//! Pastes, read: what is registered, what is wrong, what stands twice, what is taken back.

use super::undo::{self, Pasted};
use super::*;
use crate::forms::samples::{Desk, day, is_chinese};
use crate::text::Lang;
use jieyou_domain::facts::{Acted, ActivityKind, CounterParty, UnitKind};
use jieyou_domain::ledger::Event;

const HEAD: &str = "编号\t事项名称\t反映内容\t登记时间\t所属村屯\t主要诉求\t户数\t姓名\t备注\n";

fn mint() -> impl FnMut() -> Id {
    let mut n = 100;
    move || {
        n += 1;
        Id::from_bytes([n; 10])
    }
}

fn draft(pairs: &[(&str, &str)]) -> Draft {
    let mut draft = Draft::default();
    let usual = [
        ("settled", "yes"),
        ("danger", "no"),
        ("against", "neighbour"),
        ("channel", "visit"),
        ("reply_by", "in_person"),
    ];
    for (key, value) in usual.iter().chain(pairs) {
        draft.set(*key, *value);
    }
    draft
}

fn shown(desk: &Desk, rows: &str, pairs: &[(&str, &str)]) -> SheetView {
    let table = Table::read(&format!("{HEAD}{rows}"));
    sheet(&desk.ctx(), &table, &draft(pairs))
}

fn registered(desk: &mut Desk, rows: &str, pairs: &[(&str, &str)]) -> Vec<Id> {
    let table = Table::read(&format!("{HEAD}{rows}"));
    let batch = commands(&desk.ctx(), &table, &draft(pairs), &mut mint()).unwrap();
    let (commands, ids) = batch.unwrap();
    for command in commands {
        desk.run(command).unwrap();
    }
    ids
}

/// The problems of the only row.
#[track_caller]
fn wrong(row: &str, pairs: &[(&str, &str)], says: &str) {
    let sheet = shown(&Desk::new(UnitKind::Village), row, pairs);
    let problems: Vec<_> = sheet.rows[0].cells.iter().map(|c| c.problem.as_str()).collect();
    assert_eq!(sheet.rows[0].code, "conflict", "{row}");
    assert!(problems.iter().any(|p| p.contains(says)), "{problems:?}");
    assert_eq!(sheet.taken, 0);
}

#[test]
fn a_row_is_registered_as_it_was_written() {
    let mut desk = Desk::new(UnitKind::Village);
    let row = "旧12\t水渠堵了\t\"去年冬天起，\n一直没清\"\t2026/3/5\t东屯\t\"清渠\n赔菜\"\t3户\t王某某\t先看现场\n";
    let ids = registered(&mut desk, row, &[]);
    let matter = desk.book.matter(ids[0]).unwrap();
    let facts = matter.state.registered.as_ref().unwrap();
    assert_eq!(matter.received_on(), Some(day("2026-03-05")));
    assert_eq!((facts.title.as_str(), facts.number.as_str()), ("水渠堵了", "LS-2026-0001"));
    assert_eq!(facts.story, "去年冬天起，\n一直没清\n原台账备注：先看现场");
    assert_eq!(facts.place.as_deref(), Some("230100000001"));
    let claims: Vec<_> = facts.claims.iter().map(|c| (c.text.as_str(), c.against)).collect();
    assert_eq!(claims, [("清渠", CounterParty::Neighbour), ("赔菜", CounterParty::Neighbour)]);
    assert_eq!(facts.households, Some(3));
    assert_eq!(facts.outside.as_ref().unwrap().number, "旧12");
    assert!(!format!("{facts:?}").contains("王某某"));
}

#[test]
fn words_about_people_are_hinted_at_in_a_row_and_nothing_is_blocked() {
    let row = "1\t水渠堵了\t该户系缠访老户\t2026/3/5\t东屯\t清渠\t3户\t\t\n";
    let desk = Desk::new(UnitKind::Village);
    let sheet = shown(&desk, row, &[]);
    let notes = &sheet.rows[0].notes;
    assert!(notes.iter().any(|n| n.starts_with("“缠访老户”：台账记事不记人")), "{notes:?}");
    assert_eq!((sheet.rows[0].code, sheet.taken), ("new", 1));
    let plain = shown(&desk, &row.replace("该户系缠访老户", "去年冬天起没清"), &[]);
    assert!(plain.rows[0].notes.iter().all(|n| !n.contains('“')), "{:?}", plain.rows[0].notes);
}

#[test]
fn names_and_numbers_of_people_are_left_out_and_said() {
    let desk = Desk::new(UnitKind::Village);
    let text = "事项\t日期\t反映人\t联系方式\t甲\n\
        水渠\t2026-3-5\t王某\t13812345678\t230124199003072411\n\
        路灯\t2026-3-6\t李某\t13812345679\t230124199103072411\n";
    let view = columns(&desk.ctx(), &Table::read(text), &Draft::default());
    let whys: Vec<_> = view.columns.iter().map(|c| (c.ask.value.as_str(), c.why)).collect();
    assert_eq!(whys[0], ("title", ""));
    for (at, says) in [(2, "人名"), (3, "电话"), (4, "证件号")] {
        assert_eq!(whys[at].0, "drop");
        assert!(whys[at].1.contains(says) && whys[at].1.contains('：'), "{whys:?}");
    }
    assert!(view.lead.contains("2个格子"), "{}", view.lead);
    assert_eq!(view.problem, "");
}

#[test]
fn days_are_read_or_said_never_guessed() {
    let row = |cell: &str| format!("\t水渠\t\t{cell}\t东屯\t清渠\t\t\t\n");
    wrong(&row("03/05/2026"), &[], "看不出");
    wrong(&row("2026-02-30"), &[], "没有“2026-02-30”这一天");
    wrong(&row("2026-05-12"), &[], "还没到");
    wrong(&row("去年"), &[], "不是日期");
    wrong(&row(""), &[], "没有写哪天收到");
    wrong(&row("3月5日"), &[], "没有年份");
    wrong(&row("46086"), &[], "日期序号");
    wrong(&row("1926-03-05"), &[], "年份太早");
    let desk = Desk::new(UnitKind::Village);
    for (cell, help) in [("3月5日", ("year", "2026")), ("46086", ("serial", "yes"))] {
        let sheet = shown(&desk, &row(cell), &[help]);
        assert!(sheet.rows[0].about.starts_with("2026年3月5日"), "{}", sheet.rows[0].about);
        let key = help.0;
        let is_asked =
            sheet.asks.iter().any(|a| a.key == key) || sheet.ticks.iter().any(|t| t.key == key);
        assert!(is_asked);
    }
    let plain = shown(&desk, &row("2026-3-5"), &[]);
    assert!(plain.ticks.is_empty() && plain.asks.iter().all(|a| a.key != "year"));
}

#[test]
fn a_cell_is_corrected_in_place() {
    let desk = Desk::new(UnitKind::Village);
    let row = "\t水渠\t\t03/05/2026\t东屯\t清渠\t\t\t\n";
    let key = shown(&desk, row, &[]).rows[0].cells[0].key.clone();
    let sheet = shown(&desk, row, &[(&key, "2026-03-05")]);
    // The field stays where it is, so that the eye and the focus do too.
    assert_eq!((sheet.rows[0].code, sheet.rows[0].cells.len(), sheet.taken), ("new", 1, 1));
    assert_eq!(sheet.rows[0].cells[0].problem, "");
}

#[test]
fn a_long_title_is_cut_only_by_showing_it() {
    let mut desk = Desk::new(UnitKind::Village);
    let long = "柳树屯东头两家因为屋后的排水沟被院墙占去一半起了争执";
    let row = format!("\t{long}\t去年的事\t2026-3-5\t东屯\t清渠\t\t\t\n");
    let sheet = shown(&desk, &row, &[]);
    assert!(sheet.rows[0].notes[0].contains("标题有26字"), "{:?}", sheet.rows[0].notes);
    let ids = registered(&mut desk, &row, &[]);
    let facts = desk.book.matter(ids[0]).unwrap().state.registered.clone().unwrap();
    assert_eq!(facts.title.chars().count(), 24);
    assert_eq!(facts.story, format!("{long}\n去年的事"));
}

#[test]
fn an_unknown_place_is_asked_once_and_becomes_what_was_said() {
    let mut desk = Desk::new(UnitKind::Village);
    let rows = "\t水渠\t\t2026-3-5\t南屯\t清渠\t\t\t\n\t路灯\t\t2026-3-6\t南屯\t修灯\t\t\t\n";
    let sheet = shown(&desk, rows, &[]);
    assert_eq!((sheet.words.len(), sheet.taken), (1, 0));
    assert_eq!(sheet.words[0].label, "地点“南屯”（2行）");
    let key = sheet.words[0].key.clone();
    let spot = shown(&desk, rows, &[(&key, "+words")]);
    assert_eq!(spot.taken, 2);
    let ids = registered(&mut desk, rows, &[(&key, "+new")]);
    let names: Vec<_> = desk.book.places().map(|p| p.name.as_str()).collect();
    assert_eq!(names, ["东屯", "南屯"]);
    let place = |id: &Id| desk.book.matter(*id).unwrap().state.registered.clone().unwrap().place;
    assert!(place(&ids[0]).is_some() && place(&ids[0]) == place(&ids[1]));
}

#[test]
fn a_name_too_long_for_a_place_is_said_at_its_row() {
    let long = "屯".repeat(61);
    let row = format!("\t水渠\t\t2026-3-5\t{long}\t清渠\t\t\t\n");
    wrong(&row, &[(&format!("word-place-{long}"), "+new")], "最多60字");
}

#[test]
fn merged_cells_are_filled_only_when_ticked() {
    let desk = Desk::new(UnitKind::Village);
    let rows = "\t水渠\t\t2026-3-5\t东屯\t清渠\t\t\t\n\t路灯\t\t\t\t修灯\t\t\t\n";
    let table = Table::read(&format!("{HEAD}{rows}"));
    let view = columns(&desk.ctx(), &table, &draft(&[]));
    let fill = view.columns[3].fill.clone().unwrap();
    assert!(!fill.is_on && view.columns[0].fill.is_none());
    assert_eq!(shown(&desk, rows, &[]).taken, 1);
    assert_eq!(shown(&desk, rows, &[(&fill.key, "yes")]).taken, 2);
}

#[test]
fn double_rows_are_shown_and_left_out_unless_ticked() {
    let mut desk = Desk::new(UnitKind::Village);
    let rows =
        "\t水渠堵了\t\t2026-3-5\t东屯\t清渠\t\t\t\n\t水渠 堵了\t\t2026.3.5\t东屯\t清\t\t\t\n";
    let sheet = shown(&desk, rows, &[]);
    assert_eq!((sheet.rows[1].code, sheet.taken), ("same", 1));
    assert_eq!(sheet.rows[1].mark, "和第2行的标题、日期、地点都一样");
    let take = sheet.rows[1].take.clone().unwrap().key;
    assert_eq!(shown(&desk, rows, &[(&take, "yes")]).taken, 2);
    registered(&mut desk, rows, &[]);
    let again = shown(&desk, rows, &[]);
    assert_eq!((again.rows[0].mark.as_str(), again.taken), ("台账里已有：LS-2026-0001", 0));
}

#[test]
fn a_row_without_claims_is_wrong_unless_its_title_may_stand_for_them() {
    let row = "\t水渠\t\t2026-3-5\t东屯\t\t\t\t\n";
    wrong(row, &[], "请至少写一条");
    let sheet = shown(&Desk::new(UnitKind::Village), row, &[("claims_title", "yes")]);
    assert_eq!(sheet.taken, 1);
}

#[test]
fn questions_for_all_rows_come_first() {
    let desk = Desk::new(UnitKind::Village);
    let row = "\t水渠\t\t2026-3-5\t东屯\t清渠\t\t\t\n";
    let table = Table::read(&format!("{HEAD}{row}"));
    let open = draft(&[("danger", "")]);
    let sheet = sheet(&desk.ctx(), &table, &open);
    assert_eq!((sheet.first_open.as_str(), sheet.taken), ("danger", 1));
    assert!(sheet.open.starts_with("请先回答："));
    assert_eq!(commands(&desk.ctx(), &table, &open, &mut mint()), Ok(None));
    let danger = &sheet.asks[0];
    assert!(danger.options.iter().all(|(code, _)| code != "yes"));
}

#[test]
fn what_stands_in_the_way_of_the_rows_is_said() {
    let desk = Desk::new(UnitKind::Village);
    let problem = |text: &str| columns(&desk.ctx(), &Table::read(text), &draft(&[])).problem;
    assert!(problem("事项\t日期\n").contains("表头下面没有内容"));
    assert!(problem("事项\t内容\n水渠\t堵了\n").contains("“哪天收到”"));
    assert!(problem("事项\t标题\t日期\n水渠\t堵了\t2026-3-5\n").contains("不止一列"));
    let many = format!("事项\t日期\n{}", "水渠\t2026-3-5\n".repeat(ROWS_MAX + 1));
    assert!(problem(&many).contains("1000行"));
}

#[test]
fn a_paste_is_taken_back_but_for_what_was_worked_on() {
    let mut desk = Desk::new(UnitKind::Village);
    let rows = "\t水渠\t\t2026-3-5\t东屯\t清渠\t\t\t\n\t路灯\t\t2026-3-6\t东屯\t修灯\t\t\t\n\t噪声\t\t2026-3-7\t东屯\t停\t\t\t\n";
    let ids = registered(&mut desk, rows, &[]);
    let acted = Acted { activity: ActivityKind::Contact, note: "看过现场".into() };
    let facts = vec![(desk.today, Event::Acted(acted))];
    desk.run(Command::Record { matter: ids[1], facts }).unwrap();
    let note = undo::write(&[Pasted { time: "14:02".into(), ids: ids.clone() }], desk.today);
    assert!(undo::read(&note, day("2026-05-12")).is_empty());
    let pasted = undo::read(&note, desk.today).remove(0);
    assert_eq!((pasted.time.as_str(), pasted.ids.len()), ("14:02", 3));
    let has_contact = |id: Id| id == ids[2];
    let view = undo::undo(&desk.ctx(), &pasted, &has_contact);
    assert_eq!((view.count, view.stays.len()), (1, 2));
    assert_eq!(view.stays[0].1, "LS-2026-0002 路灯");
    assert!(view.lead.contains("现有3件，编号LS-2026-0001到LS-2026-0003"), "{}", view.lead);
    for command in undo::commands(&desk.ctx(), &pasted, &has_contact) {
        desk.run(command).unwrap();
    }
    let left: Vec<_> = desk.book.matters().map(|m| m.number().to_owned()).collect();
    assert_eq!(left.len(), 2);
    assert!(!left.contains(&"LS-2026-0001".to_owned()));
    // Numbers go on, and the rows can be pasted again.
    let again = shown(&desk, rows, &[]);
    assert_eq!(again.taken, 1);
}

#[test]
fn everything_is_said_in_english_too() {
    let desk = Desk::new(UnitKind::Village);
    let cx = FormContext { lang: Lang::En, ..desk.ctx() };
    let rows = "1\tditch\tlong ago\t03/05/2026\tnowhere\tclear it\t3\tA\tsee\n\
        2\tditch\t\t2026-03-05\tnowhere\t\t\t\t\n2\tditch\t\t2026-03-05\tnowhere\t\t\t\t\n";
    let head = "no.\ttitle\tstory\tdate\tplace\tclaims\thouseholds\tname\tremarks\n";
    let table = Table::read(&format!("{head}{rows}"));
    let screen = screen(&cx, &table, &draft(&[("word-place-nowhere", "+words")]));
    let sheet = screen.sheet.unwrap();
    let said = format!("{:?} {sheet:?}", screen.columns).replace("东屯", "");
    let found: String = said.chars().filter(|c| is_chinese(&c.to_string())).collect();
    assert_eq!(found, "");
    assert_eq!(sheet.rows[0].code, "conflict");
    let pasted = Pasted { time: "14:02".into(), ids: vec![Id::from_bytes([1; 10])] };
    assert_eq!(undo::undo(&cx, &pasted, &|_| false).lead, "");
}
