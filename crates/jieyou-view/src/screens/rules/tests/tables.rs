//! Decision tables on the screen, tried, and refused in words.

use super::*;
use crate::forms::{Control, attempt as attempt_form};
use jieyou_domain::rules::Case;

const KINDS: &str = include_str!("../../../../../../rules/base/cases/kind.json");

fn township() -> Desk {
    Desk::new(UnitKind::Township, "青禾镇")
}

#[test]
fn every_row_of_every_table_is_said_in_both_languages() {
    let desk = township();
    for lang in [Lang::Zh, Lang::En] {
        let all = tables(&desk.book, lang);
        assert_eq!(all.len(), desk.book.rules().tables.len());
        for line in all {
            assert!(line.checks.iter().all(|c| c.is_fine), "{line:?}");
            let view = table(&desk.book, &line.id, lang).unwrap();
            assert!(!view.name.is_empty() && view.heads.iter().all(|h| !h.is_empty()));
            for row in &view.rows {
                assert!(!row.answer.is_empty() && !row.why.is_empty(), "{row:?}");
                assert_eq!(row.cells.len(), view.heads.len());
                let is_code = |text: &str| text.chars().all(|c| c.is_ascii_lowercase() || c == '_');
                let said = row.cells.iter().flat_map(|cell| cell.split(['、', '/', ' ']));
                let codes: Vec<&str> = said.filter(|s| !s.is_empty() && is_code(s)).collect();
                assert!(lang == Lang::En || codes.is_empty(), "{} {codes:?}", row.id);
            }
            assert!(view.answers.iter().all(|a| !a.words.is_empty()));
        }
    }
    assert!(table(&desk.book, "no-such", Lang::Zh).is_none());
}

#[test]
fn a_row_says_what_it_asks_and_leaves_out_what_it_does_not() {
    let desk = township();
    let view = table(&desk.book, "tier", Lang::Zh).unwrap();
    let row = |id: &str| view.rows.iter().find(|r| r.id == id).unwrap();
    assert_eq!(row("LB-3-b").cells, ["", "", "", "", "", "2以上"]);
    assert_eq!(row("LB-none").cells[..2], ["否、还不知道", "1以上"]);
    assert!(row("LB-2").cells.iter().all(String::is_empty), "everything else");
    let three = view.answers.iter().find(|a| a.words.starts_with("三级")).unwrap();
    assert!(three.needs.iter().any(|n| n.contains("包案领导") && n.contains("就算做到")));
    assert_eq!(three.source.as_ref().unwrap().quote, "矛盾未化解，需密切关注，解决合理诉求");
    let group = table(&desk.book, "group", Lang::Zh).unwrap();
    assert!(group.rows.iter().any(|r| r.cells.iter().any(|c| c.contains("至"))), "{group:?}");
}

#[test]
fn a_try_says_the_row_and_each_single_change_that_matters() {
    let desk = township();
    let try_of = |draft: &Draft| attempt(&desk.book, "kind", draft, Lang::Zh).unwrap();
    let mut draft = start(&desk.book, "kind");
    assert_eq!(draft.get("unit"), "township", "the ledger's own unit");
    draft.set("against", "neighbour");
    let came = try_of(&draft);
    assert_eq!((came.row.as_str(), came.line.as_str()), ("K3", "结果：矛盾纠纷（K3）"));
    assert!(came.why.contains("群众之间"), "{came:?}");
    let to_petition = came.changes.iter().any(|c| c.contains("信访事项") && c.contains("（K1）"));
    assert!(to_petition, "{:?}", came.changes);
    // Of several values one suffices, and the upper row counts.
    draft.set("against", "neighbour government");
    assert_eq!(try_of(&draft).row, "K1");
    draft.set("against", "");
    assert_eq!(try_of(&draft).row, "K4", "nothing ticked is not known");
    draft.set("unit", "no such unit");
    let open = try_of(&draft);
    assert!(open.row.is_empty() && open.line.ends_with("还没有选。"), "{open:?}");
    let cx = FormContext { book: &desk.book, today: day(TODAY), lang: Lang::Zh };
    let form = attempt_form::form(&cx, "kind");
    let against = form.fields.iter().find(|f| f.key == "against").unwrap();
    assert!(matches!(against.control, Control::Many(_)), "a matter has several claims");
    assert_eq!(desk.book.matters().count(), 0, "nothing is recorded");
}

#[test]
fn examples_of_tables_run_and_are_tried() {
    let desk = township();
    let all = cases(std::iter::once(KINDS), desk.book.rules());
    assert!(all.len() > 5);
    let ran = run_cases(&all, &desk.book, Lang::Zh);
    assert_eq!((ran.sum, ran.wrong), (format!("{}个例子都对。", all.len()), vec![]));
    for case in &all {
        let came = attempt(&desk.book, "kind", &taken(case, &desk.book), Lang::Zh).unwrap();
        assert_eq!(came.row, case.row, "{case:?}");
        let view = case_view(case, &desk.book, Lang::Zh);
        assert!(!view.expected.is_empty() && !view.given.contains("unknown"), "{view:?}");
    }
    let right = all.iter().find(|case| case.expect != "inquiry").unwrap();
    let wrong = Case { expect: "inquiry".to_owned(), row: String::new(), ..right.clone() };
    let ran = run_cases(&[wrong], &desk.book, Lang::Zh);
    assert_eq!(ran.sum, "1个例子，1个不对：");
    assert!(ran.wrong[0].1.contains("应当是咨询求助，算出"), "{:?}", ran.wrong);
    // Numbers of the same stretch are one choice.
    let tier = cases(
        std::iter::once(include_str!("../../../../../../rules/base/cases/tier.json")),
        desk.book.rules(),
    );
    for case in &tier {
        let came = attempt(&desk.book, "tier", &taken(case, &desk.book), Lang::Zh).unwrap();
        assert_eq!(came.row, case.row, "{case:?}");
    }
}

/// A pack of a table with these rows, laid over the base.
fn pack(hit: &str, rows: &str) -> String {
    format!(
        r#"{{"format": "jieyou-pack", "version": 3, "id": "local-x", "over": "base-cn",
"name": {{"zh": "试", "en": "x"}}, "edition": "2026-04-16",
"tables": [
{{"id": "size", "name": {{"zh": "大小", "en": "Size"}}, "hit": "{hit}",
"inputs": [{{"id": "households", "fact": "households", "words": {{"zh": "户数", "en": "Households"}}}},
{{"id": "danger", "fact": "danger", "words": {{"zh": "有没有危险", "en": "Danger"}}}}],
"answers": [{{"code": "small", "words": {{"zh": "小", "en": "small"}}}}, {{"code": "large", "words": {{"zh": "大", "en": "large"}}}}],
"rows": [
{rows}
]}}]}}"#
    )
}

const LOW: &str = r#"{"id": "Z1", "when": {"households": ["..4"]}, "answer": "small", "why": {"zh": "四户以下", "en": "few"}}"#;
const HIGH: &str = r#"{"id": "Z2", "when": {"households": ["6..", "unknown"]}, "answer": "large", "why": {"zh": "六户以上", "en": "many"}}"#;
const REST: &str = r#"{"id": "Z3", "answer": "large", "why": {"zh": "其余", "en": "rest"}}"#;

fn refused(rows: &[&str], hit: &str, lang: Lang) -> String {
    let desk = township();
    adopting(trial(&desk, &[], lang), "x", &pack(hit, &rows.join(",\n"))).unwrap_err()
}

#[test]
fn a_gap_an_overlap_and_a_slip_are_refused_in_words_with_their_line() {
    let gap = refused(&[LOW, HIGH], "first", Lang::Zh);
    assert!(gap.contains("“大小”表有空档：“户数”是“5”的时候，没有哪一行管"), "{gap}");
    assert!(gap.ends_with("（第4行）"), "{gap}");
    let gap = refused(&[LOW, HIGH], "first", Lang::En);
    assert!(gap.contains("table “Size” leaves a case open: when “Households” is “5”"), "{gap}");
    assert!(refused(&[], "first", Lang::Zh).contains("一行也没有"));
    let over = refused(&[LOW, REST], "unique", Lang::Zh);
    assert!(over.contains("“大小”表里Z1, Z3两行重叠：“户数”是“4以下”的时候"), "{over}");
    let bad = LOW.replace("\"households\": [\"..4\"]", "\"danger\": [\"perhaps\"]");
    let slip = refused(&[&bad, REST], "first", Lang::Zh);
    assert!(slip.contains("Z1这一行，“有没有危险”没有“perhaps”这个取值"), "{slip}");
    assert!(slip.ends_with("（第9行）"), "{slip}");
    let bad = LOW.replace("\"answer\": \"small\"", "\"answer\": \"tiny\"");
    assert!(refused(&[&bad, REST], "first", Lang::Zh).contains("Z1这一行写的“tiny”"));
    let bad = pack("first", REST).replace("\"fact\": \"danger\"", "\"fact\": \"criterion\"");
    let desk = township();
    let why = adopting(trial(&desk, &[], Lang::Zh), "x", &bad).unwrap_err();
    assert!(why.contains("“大小”表的“有没有危险”这一列写错了"), "{why}");
}

#[test]
fn a_row_that_never_counts_is_pointed_out_with_its_line() {
    let desk = township();
    let text = pack("first", &[REST, LOW].join(",\n"));
    let seen = adopting(trial(&desk, &[], Lang::Zh), "x", &text).unwrap();
    let never = "“大小”表的Z1（小）这一行永远轮不到，上面的行已经把它的情形都占了（第10行）";
    assert_eq!(seen.lints, [never]);
    let table = seen.changes.iter().find(|c| c.text.starts_with("“大小”表")).unwrap();
    assert_eq!(table.row, "new");
}

#[test]
fn a_table_that_is_told_anew_is_compared_row_by_row() {
    let mut desk = township();
    adopt(&mut desk, &pack("first", &[LOW, REST].join(",\n")));
    let other = LOW.replace("..4", "..9");
    let text = pack("first", &[&other, &HIGH.replace("6..", "20.."), REST].join(",\n"));
    let seen = adopting(trial(&desk, &[], Lang::Zh), "x", &text).unwrap();
    assert_eq!(seen.changes[0].text, "“大小”表：新增行Z2；改动行Z1");
}
