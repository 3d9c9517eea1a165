//! Searching, filtering, sorting and copying out.

use super::*;
use crate::screens::samples::{Desk, day, ditch, id, plain};
use jieyou_domain::facts::*;
use jieyou_domain::ledger::Event;

fn three() -> Desk {
    let mut desk = ditch();
    let mut lamp = plain("=路灯,\"不亮\"", "修好路灯", CounterParty::Business);
    lamp.place = Some("p2".into());
    desk.register(2, "2026-04-10", lamp);
    let done = HandledAtOnce { what: "换了灯泡".into(), told: Told::Phone };
    desk.record(2, "2026-04-10", Event::HandledAtOnce(done));
    desk.register(3, "2026-04-20", plain("院墙 AB", "拆墙", CounterParty::Neighbour));
    desk.refresh("2026-04-20");
    desk
}

fn found(desk: &Desk, query: &str) -> Vec<Id> {
    let query = ListQuery::from_query(query);
    let screen = list(&desk.book, &desk.all, day("2026-04-20"), &query, Lang::Zh);
    screen.rows.iter().map(|r| r.matter).collect()
}

#[test]
fn search_folds_width_and_case_and_asks_for_every_word() {
    let desk = three();
    assert_eq!(found(&desk, "q=ＣＪ－2026－0001"), [id(1)]);
    assert_eq!(found(&desk, "q=ab"), [id(3)]);
    assert_eq!(found(&desk, "q=%E8%8F%9C%E7%AA%96+cj"), [id(1)]);
    assert_eq!(found(&desk, "q=靠山村"), [id(2)]);
    assert_eq!(found(&desk, "q=菜窖 院墙 AB"), []);
}

#[test]
fn filters_and_orders() {
    let desk = three();
    assert_eq!(found(&desk, "tier=none"), [id(2)]);
    assert_eq!(found(&desk, "stage=done"), [id(2)]);
    assert_eq!(found(&desk, "place=p2"), [id(2)]);
    assert_eq!(found(&desk, "due=today"), [id(1)]);
    assert_eq!(found(&desk, "due=none"), [id(2)]);
    assert_eq!(found(&desk, ""), [id(1), id(3), id(2)]);
    assert_eq!(found(&desk, "sort=received"), [id(2), id(1), id(3)]);
    assert_eq!(found(&desk, "sort=number&desc=1"), [id(3), id(2), id(1)]);
}

#[test]
fn an_address_reads_as_it_is_written() {
    let query = ListQuery {
        text: "排水 50%&=+".into(),
        tier: Some(TierFilter::On(Tier::Three)),
        stage: Some(Stage::HandedUp),
        place: Some("p1".into()),
        due: Some(DueFilter::Past),
        decided: Some(DecidedFilter::Confirm),
        sort: Sort::Number,
        descending: true,
        window: 400,
    };
    assert_eq!(ListQuery::from_query(&query.to_query()), query);
    assert_eq!(ListQuery::default().to_query(), "");
}

#[test]
fn the_row_says_what_is_next_and_the_counts_add_up() {
    let desk = three();
    let query = ListQuery::from_query("q=排水");
    let screen = list(&desk.book, &desk.all, day("2026-04-20"), &query, Lang::Zh);
    assert_eq!(screen.result, "共3件，显示1件。");
    let row = &screen.rows[0];
    let (duty, deadline) = row.next.clone().unwrap();
    assert_eq!((duty.as_str(), deadline.date.as_str()), ("首次联系反映人", "4月20日"));
    assert_eq!((row.kind, row.place.as_str(), row.seal.number), ("矛盾纠纷", "柳树屯东屯", "二级"));
    let none = ListQuery::from_query("q=没有这件");
    let screen = list(&desk.book, &desk.all, day("2026-04-20"), &none, Lang::En);
    assert_eq!(screen.empty.unwrap().next, Some(Next::ClearFilters));
}

#[test]
fn csv_is_quoted_and_never_a_formula() {
    let desk = three();
    let query = ListQuery::from_query("sort=number");
    let columns = [Column::Title, Column::Number, Column::Households];
    let table = export(&desk.book, &desk.all, day("2026-04-20"), &query, &columns, Lang::Zh);
    let csv = to_csv(&table);
    assert!(csv.starts_with('\u{feff}'));
    assert_eq!(csv.lines().next().unwrap(), "\u{feff}\"事项\",\"编号\",\"户数\"");
    assert_eq!(csv.lines().nth(2).unwrap(), "\"'=路灯,\"\"不亮\"\"\",\"CJ-2026-0002\",\"2\"");
    let tsv =
        to_tsv(&Table { head: vec!["a"], rows: vec![vec!["x\ty\nz".into()], vec!["@b".into()]] });
    assert_eq!(tsv, "a\nx y z\n'@b\n");
    let rows = table.rows.len();
    assert_eq!(table.clone().noted(None), table);
    let noted = table.noted(Some("台账不完整".to_owned()));
    assert_eq!(noted.rows.len(), rows + 1);
    assert_eq!(to_csv(&noted).lines().last().unwrap(), "\"台账不完整\",\"\",\"\"");
}

#[test]
fn on_paper_stand_the_columns_chosen_and_the_filters_in_words() {
    let desk = three();
    let paper = |query: &str, columns: &Columns| {
        let query = ListQuery::from_query(query);
        sheet(&desk.book, &desk.all, day("2026-04-20"), &query, columns.all(), Lang::Zh)
    };
    let whole = paper("", &Columns::default());
    assert_eq!((whole.unit.as_str(), whole.scope.as_str()), ("柳树屯村", ""));
    assert_eq!((whole.count.as_str(), whole.made.as_str()), ("共3件", "制表日期：2026年4月20日"));
    let some = paper("place=p1&due=week&q=排水", &Columns::read("title,number"));
    assert_eq!(some.head, [("title", "事项"), ("number", "编号")]);
    assert_eq!(some.rows, [["屋后排水沟", "CJ-2026-0001"]]);
    assert_eq!(some.scope, "范围：柳树屯东屯、本周到期、按搜索结果");
    for row in whole.rows.iter().flatten() {
        assert!(!row.contains("倒灌进菜窖"), "the course of events: {row}");
    }
}

#[test]
fn a_receipt_number_finds_its_matter_with_and_without_its_check_character() {
    let desk = three();
    let receipt = jieyou_domain::receipt::receipt("CJ-2026-0002");
    for text in [receipt.clone(), receipt.to_lowercase(), receipt.replace('-', "")] {
        assert_eq!(found(&desk, &format!("q={text}")), [id(2)], "{text}");
    }
    assert_eq!(found(&desk, "q=CJ20260002"), [id(2)]);
    assert_eq!(found(&desk, "q=CJ-2026-0002-"), [id(2)]);
    let says = |query: &str| {
        let query = ListQuery::from_query(query);
        let screen = list(&desk.book, &desk.all, day("2026-04-20"), &query, Lang::Zh);
        screen.empty.map_or("", |e| e.text)
    };
    let last = receipt.chars().last().unwrap();
    let other = if last == '7' { '8' } else { '7' };
    let wrong = "回执编号对不上，可能有一位抄错了。";
    assert_eq!(says(&format!("q=CJ-2026-0002-{other}")), wrong);
    assert_eq!(says(&format!("q=CJ20260002{other}")), wrong);
    assert_eq!(says(&format!("q=CJ-2026-0020-{last}")), wrong);
    let theirs = jieyou_domain::receipt::receipt("QH-2026-0001");
    assert_eq!(says(&format!("q={theirs}")), "编号没有抄错，但这本台账里没有这件事。");
    // Its matter is here, only filtered out.
    assert_eq!(says(&format!("q={receipt}&tier=3")), "没有符合的事项。");
    assert_eq!(says("q=CJ-2026-0009"), "没有符合的事项。");
}

#[test]
fn what_was_decided_is_a_filter_and_a_column_and_no_mark_of_repetition() {
    let mut desk = three();
    let set = TierSet {
        tier: Tier::Three,
        why: "开春还会堵".into(),
        post: "村书记".into(),
        confirms: false,
        despite: Vec::new(),
    };
    desk.record(1, "2026-04-20", Event::TierSet(set));
    desk.refresh("2026-04-20");
    assert_eq!(found(&desk, "decided=confirm"), [id(1)]);
    assert_eq!(found(&desk, "decided=pending"), []);
    let columns = [Column::Number, Column::Route, Column::Track, Column::Rung, Column::Pending];
    let rows = |desk: &Desk, on: &str| {
        let query = ListQuery::from_query("sort=number&decided=pending");
        export(&desk.book, &desk.all, day(on), &query, &columns, Lang::Zh).rows
    };
    assert!(rows(&desk, "2026-04-20").is_empty());
    desk.refresh("2026-10-20");
    let late = rows(&desk, "2026-10-20");
    assert_eq!(late.len(), 2, "two are open for six months: {late:?}");
    assert_eq!(late[0][1..2], ["向法院起诉（建议）"]);
    assert_eq!(late[0][4], "积案");
    let all: String = Column::ALL.into_iter().map(|c| c.label(Lang::Zh)).collect();
    assert!(!all.contains("初次") && !all.contains("重复"), "{all}");
}
