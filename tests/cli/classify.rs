//! `jieyou classify`: facts, a matter a line, and whole ledgers.

use super::{jieyou, sample};
use jieyou_cli::Exit;
use serde_json::Value;

const FACTS: &str = include_str!("facts.jsonl");
const GOLDEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/golden/v1-first.json");

/// The columns of each line.
fn columns(output: &str) -> Vec<Vec<&str>> {
    output.lines().map(|line| line.split('\t').collect()).collect()
}

#[track_caller]
fn good(arguments: &[&str], input: &str) -> String {
    let arguments = [&["classify"], arguments].concat();
    let (exit, output, errors) = jieyou(&arguments, input.as_bytes());
    assert_eq!((exit, errors.as_str()), (Exit::Good, ""));
    output
}

fn json(output: &str) -> Vec<Value> {
    output.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn facts_are_one_line_a_matter() {
    let output = good(&["-"], FACTS);
    let lines = columns(&output);
    let shown = |at: usize| lines.iter().map(|line| line[at]).collect::<Vec<_>>();
    assert!(lines.iter().all(|line| line.len() == 9), "{output}");
    // Without a number, that of the line.
    assert_eq!(shown(0), ["1", "A-2", "A-3", "A-4"]);
    assert_eq!(shown(1), ["信访事项", "矛盾纠纷", "信访事项", "咨询求助*"]);
    assert_eq!(shown(4), ["三级·重点管理", "二级·特殊管理", "三级·重点管理", "不列清单"]);
    assert_eq!(
        shown(3)[1..],
        ["还定不了", "1: 31条（六）项：信访程序 2: 31条（六）项：信访程序", "-"]
    );
    assert_eq!(shown(7)[3], "-");
    assert!(shown(7)[0].contains("(") && shown(7)[0].contains("工钱"), "{}", shown(7)[0]);
    for (line, ids) in lines.iter().zip([["A2", "B5", "K4"], ["K3"; 3], ["B6", "B8", "K1"]]) {
        let said: Vec<&str> =
            line[8].split("; ").filter_map(|reason| Some(reason.split_once(' ')?.0)).collect();
        assert!(ids.iter().all(|id| said.contains(id)), "{ids:?}: {said:?}");
    }
}

#[test]
fn the_day_and_the_rules_may_be_others() {
    let b2 = |output: &str| json(output)[1]["tier"]["because"].to_string().contains("\"B2\"");
    assert!(!b2(&good(&["-", "--json"], FACTS)));
    assert!(b2(&good(&["--json", "--today=2026-05-02", "-"], FACTS)));
    // A pack of the first version knows no lists.
    let golden: Value = serde_json::from_str(include_str!("../golden/events.json")).unwrap();
    let text = golden.as_array().unwrap().iter().find(|e| e["type"] == "pack.adopted");
    let path = std::env::temp_dir().join(format!("jieyou-{}-pack.json", std::process::id()));
    std::fs::write(&path, text.unwrap()["data"]["text"].as_str().unwrap()).unwrap();
    let output = good(&["-", "--pack", path.to_str().unwrap(), "--json"], FACTS);
    std::fs::remove_file(&path).unwrap();
    let all = json(&output);
    assert_eq!(all[0]["tier"]["because"], Value::Array(Vec::new()));
    let tables: Vec<&str> =
        all[0]["verdicts"].as_array().unwrap().iter().filter_map(|v| v["table"].as_str()).collect();
    assert_eq!(tables, ["kind"]);
}

#[test]
fn json_says_why_and_what_would_change_it() {
    let output = good(&["-", "--json"], FACTS);
    let all = json(&output);
    assert_eq!(all.len(), 4);
    let first = &all[0];
    assert_eq!(first["received_on"], "2026-03-02");
    assert_eq!(
        (&first["kind"]["answer"], &first["tier"]["answer"]),
        (&"petition".into(), &"3".into())
    );
    assert_eq!(first["kind"]["because"][0]["rule"], "K4");
    assert_eq!(first["kind"]["because"][0]["used"][0]["value"], "direct");
    let subject = &first["subject"];
    assert!(subject["chosen"].is_null() && subject["suggestions"][0]["led"][0].is_string());
    for matter in &all {
        for verdict in matter["verdicts"].as_array().unwrap() {
            assert!(verdict["because"][0]["why"].as_str().is_some_and(|why| !why.is_empty()));
            assert!(verdict["words"]["zh"].is_string() && verdict["is_confirmed"].is_boolean());
        }
    }
    // What is not known is named where it would change the list.
    let open = all[1]["tier"]["would_change_if"].as_array().unwrap();
    assert!(open.iter().any(|r| r["status"] == "not_known" && r["rule"] == "A2"), "{open:?}");
}

#[test]
fn a_line_that_is_not_well_is_named_and_the_run_goes_on() {
    let bad = [
        ("{", "input/not-json"),
        ("[]", "input/fields: not an object"),
        (r#"{"unit":"village"}"#, "input/missing: received_on"),
        (r#"{"received_on":"2026-02-30"}"#, "input/value: received_on"),
        (r#"{"received_on":"2026-03-02","dangr":"no"}"#, "input/fields: dangr"),
        (r#"{"received_on":"2026-03-02","danger":"maybe"}"#, "input/value: danger"),
        (r#"{"received_on":"2026-03-02","households":-1}"#, "input/value: households"),
        (r#"{"received_on":"2026-03-02","claims":[]}"#, "input/value: claims"),
        (
            r#"{"received_on":"2026-03-02","claims":[{},{"against":"x"}]}"#,
            "input/value: claims[1].against",
        ),
        (r#"{"received_on":"2026-03-02","claims":[{"name":"x"}]}"#, "input/fields: claims[0].name"),
    ];
    let lines: Vec<&str> = bad.iter().map(|(line, _)| *line).collect();
    let input = format!("{}\n\n{FACTS}", lines.join("\n"));
    let (exit, output, errors) = jieyou(&["classify", "-"], input.as_bytes());
    assert_eq!((exit, output.lines().count()), (Exit::Bad, 4));
    assert_eq!(errors.lines().count(), bad.len(), "{errors}");
    for ((at, said), (_, code)) in (1..).zip(errors.lines()).zip(bad) {
        assert!(said.starts_with(&format!("-:{at}: {code}")), "{said}");
    }
}

#[test]
fn a_ledger_is_one_line_a_matter_in_the_order_of_numbers() {
    let text = sample("60", "3");
    let output = good(&["-"], &text);
    let numbers: Vec<&str> = columns(&output).iter().map(|line| line[0]).collect();
    let mut sorted = numbers.clone();
    sorted.sort_unstable();
    assert_eq!((numbers.len(), &numbers), (60, &sorted));
    // The day is that of the export.
    assert_eq!(output, good(&["-", "--today", "2026-04-16"], &text));
    assert_ne!(output, good(&["-", "--today", "2026-09-01"], &text));
    let all = json(&good(&["-", "--json"], &text));
    assert!(all.iter().all(|m| m["today"] == "2026-04-16"));
}

#[test]
fn an_old_ledger_is_read_with_its_own_rules() {
    let lines = good(&[GOLDEN], "");
    assert!(lines.lines().count() >= 1, "{lines}");
}

#[test]
fn a_ledger_that_is_not_well_is_not_classified() {
    let text = sample("5", "1");
    let cut: String = text.chars().take(9000).collect();
    for (text, code) in [
        (cut.as_str(), "import/not-json"),
        (&text.replacen("青禾镇人民政府", "青禾县人民政府", 3), "import/record"),
        ("{\"format\":\"jieyou-ledger\",\"version\":99}", "import/newer"),
    ] {
        let (exit, output, errors) = jieyou(&["classify", "-"], text.as_bytes());
        assert_eq!((exit, output.as_str()), (Exit::Bad, ""));
        assert!(errors.starts_with(&format!("jieyou: -: {code}")), "{errors}");
    }
    let (exit, _, errors) = jieyou(&["classify", "/no/such/file"], std::io::empty());
    assert_eq!(exit, Exit::Bad);
    assert!(errors.contains("/no/such/file: io/failed"), "{errors}");
}
