//! Decision tables: what is planted in them is found, and how rows are looked through.

use crate::rules::*;
use crate::testing::PACK;
use serde_json::{Value as Json, json};

fn words() -> Json {
    json!({ "zh": "甲", "en": "a" })
}

fn input(id: &str, fact: &str, of: &str) -> Json {
    json!({ "id": id, "fact": fact, "of": of, "words": words() })
}

fn row(id: &str, when: &Json, answer: &str) -> Json {
    json!({ "id": id, "when": when, "answer": answer, "why": words() })
}

fn table(id: &str, inputs: &[Json], rows: &[Json]) -> Json {
    let answers = ["x", "y", "ask"].map(|code| json!({ "code": code, "words": words() }));
    json!({ "id": id, "name": words(), "inputs": inputs, "answers": answers, "rows": rows })
}

fn unique(mut table: Json) -> Json {
    table["hit"] = json!("unique");
    table
}

/// A pack with two questions, `a` and `b`, answered yes or no, and these tables.
fn pack(tables: &[Json]) -> Result<RuleSet, PackError> {
    let question = |id: &str| {
        json!({ "id": id, "kind": "choice", "words": words(),
            "choices": [["yes", words()], ["no", words()]] })
    };
    let pack = json!({
        "format": "jieyou-pack", "version": 3, "id": "p", "name": words(),
        "edition": "2026-11-22", "questions": [question("a"), question("b")], "tables": tables,
    });
    RuleSet::from_json(&pack.to_string())
}

fn a() -> Json {
    input("a", "answer", "a")
}

fn b() -> Json {
    input("b", "answer", "b")
}

#[test]
fn a_planted_gap_is_refused_with_its_case() {
    let gap = |inputs: &[Json], rows: &[Json]| match pack(&[table("t", inputs, rows)]) {
        Err(PackError::TableGap(case)) => case,
        other => panic!("{other:?}"),
    };
    let two = [a(), b()];
    let rows = [row("R1", &json!({"a": ["yes", "no"]}), "x")];
    assert_eq!(gap(&two, &rows), "t: a=unknown");
    let rows = [
        row("R1", &json!({"a": ["yes"]}), "x"),
        row("R2", &json!({"a": ["no", "unknown"], "b": ["yes", "unknown"]}), "y"),
    ];
    assert_eq!(gap(&two, &rows), "t: a=no, b=no");
    let rows = [row("R1", &json!({"n": ["..4"]}), "x"), row("R2", &json!({"n": ["6.."]}), "y")];
    assert_eq!(gap(&[input("n", "days_open", "")], &rows), "t: n=5");
    // A subject of the upper level stands for all below it, and no other.
    let rows = [row("R1", &json!({"against": ["family", "neighbour"]}), "x")];
    assert_eq!(gap(&[input("against", "against", "")], &rows), "t: against=employer");
}

#[test]
fn a_planted_overlap_is_refused_in_a_unique_table_only() {
    let rows = |answer: &str| {
        [
            row("R1", &json!({"a": ["yes"]}), "x"),
            row("R2", &json!({"b": ["no"]}), answer),
            row("R3", &json!({"a": ["no", "unknown"], "b": ["yes", "unknown"]}), "x"),
        ]
    };
    let planted = table("t", &[a(), b()], &rows("y"));
    let overlap = PackError::TableOverlap("t: R1, R2: a=yes, b=no".to_owned());
    assert_eq!(pack(&[unique(planted.clone())]), Err(overlap));
    assert!(pack(&[planted]).is_ok(), "the first that fits counts");
    assert!(pack(&[unique(table("t", &[a(), b()], &rows("x")))]).is_ok(), "one answer");
}

#[test]
fn a_planted_shadow_is_pointed_out() {
    let shadowed = |rows: &[Json]| {
        let rules = pack(&[table("t", &[a(), b()], rows)]).unwrap();
        let never: Vec<String> =
            rules.shadowed(&rules.tables[0]).iter().map(|row| row.id.clone()).collect();
        let lints = rules.lint(|_| true).into_iter().filter_map(|lint| match lint {
            Lint::Shadowed(id) => Some(id),
            _ => None,
        });
        assert_eq!(lints.collect::<Vec<_>>(), never);
        never
    };
    let rest = row("R9", &json!({}), "y");
    let wide = row("R1", &json!({"a": ["yes", "no"]}), "x");
    let within = row("R2", &json!({"a": ["yes"], "b": ["no"]}), "y");
    assert_eq!(shadowed(&[wide.clone(), within.clone(), rest.clone()]), ["R2"]);
    assert_eq!(shadowed(&[within, wide, rest.clone()]), [""; 0]);
    // By two rows together, of which neither takes it alone.
    let pair = [
        row("R1", &json!({"a": ["yes"], "b": ["yes"]}), "x"),
        row("R2", &json!({"b": ["no", "unknown"]}), "x"),
        row("R3", &json!({"a": ["yes"]}), "y"),
        rest,
    ];
    assert_eq!(shadowed(&pair), ["R3"]);
}

#[test]
fn a_slip_of_the_pen_is_refused_by_name() {
    let bad = |table: &Json| match pack(std::slice::from_ref(table)) {
        Err(PackError::BadTable(what)) => what,
        other => panic!("{other:?}"),
    };
    let rest = row("R9", &json!({}), "y");
    let one = |when: &Json| table("t", &[a()], &[row("R1", when, "x"), rest.clone()]);
    assert_eq!(bad(&one(&json!({"a": ["maybe"]}))), "R1: a: maybe");
    assert_eq!(bad(&one(&json!({"a": []}))), "R1: a");
    assert_eq!(bad(&one(&json!({"c": ["yes"]}))), "R1: c");
    assert_eq!(bad(&table("t", &[a()], &[row("R1", &json!({}), "z")])), "R1: z");
    let days = |range: &str| {
        let rows = [row("R1", &json!({"n": [range]}), "x"), rest.clone()];
        table("t", &[input("n", "days_open", "")], &rows)
    };
    for range in ["9..5", "a..b", "", "unknown", "-1"] {
        assert_eq!(bad(&days(range)), format!("R1: n: {range}"));
    }
    assert_eq!(bad(&table("t", &[a(), a()], std::slice::from_ref(&rest))), "t.a: a");
    // What is read must be there, and a table only what stands above it.
    let reads = |fact: &str, of: &str| {
        bad(&table("t", &[input("i", fact, of)], std::slice::from_ref(&rest)))
    };
    assert_eq!(reads("criterion", "A1"), "t.i: A1");
    assert_eq!(reads("met", "C"), "t.i: C");
    assert_eq!(reads("table", "t"), "t.i: t");
    let lost = pack(&[table("t", &[input("i", "answer", "c")], std::slice::from_ref(&rest))]);
    assert_eq!(lost, Err(PackError::NoSuchQuestion("t.i: c".to_owned())));
    let upper = table("u", &[input("i", "table", "t")], &[row("R1", &json!({}), "x")]);
    let lower = table("t", &[a()], std::slice::from_ref(&rest));
    assert!(pack(&[lower.clone(), upper.clone()]).is_ok());
    assert_eq!(pack(&[upper, lower]), Err(PackError::BadTable("u.i: t".to_owned())));
    let twice = table("u", &[a()], std::slice::from_ref(&rest));
    let once = table("t", &[a()], std::slice::from_ref(&rest));
    assert_eq!(pack(&[once.clone(), twice]), Err(PackError::Twice("R9".to_owned())));
    // The program knows what a class may be.
    let strange = table("class", &[a()], std::slice::from_ref(&rest));
    assert_eq!(pack(&[strange]), Err(PackError::BadTable("class: x".to_owned())));
    let mut wordless = once.clone();
    wordless["rows"][0]["why"]["zh"] = json!("");
    assert_eq!(pack(&[wordless]), Err(PackError::Wordless("R9".to_owned())));
    let mut uncited = once;
    let cite = json!({ "instrument": "甲", "article": "1", "quote": " ", "verified": "V1" });
    uncited["rows"][0]["cite"] = cite;
    assert_eq!(pack(&[uncited]), Err(PackError::Uncited("R9".to_owned())));
}

fn run(rules: &RuleSet, table: &str, given: &[(&str, &str)]) -> String {
    let given = given.iter().map(|(id, v)| ((*id).to_owned(), (*v).to_owned())).collect();
    let (title, expect, row) = (Words::default(), String::new(), String::new());
    let case = Case { table: table.to_owned(), title, given, expect, row };
    case.run(rules).map_or_else(|why| why, |(_, row)| row.to_owned())
}

#[test]
fn numbers_count_at_both_ends() {
    let rows = [
        row("few", &json!({"n": ["..4"]}), "x"),
        row("some", &json!({"n": ["5..9"]}), "y"),
        row("ten", &json!({"n": ["10"]}), "x"),
        row("more", &json!({"n": ["11.."]}), "y"),
    ];
    let rules = pack(&[unique(table("t", &[input("n", "days_open", "")], &rows))]).unwrap();
    for (n, row) in [
        ("0", "few"),
        ("4", "few"),
        ("5", "some"),
        ("9", "some"),
        ("10", "ten"),
        ("11", "more"),
        ("4294967295", "more"),
    ] {
        assert_eq!(run(&rules, "t", &[("n", n)]), row);
    }
    assert_eq!(run(&rules, "t", &[("n", "many")]), "t.n: many");
    assert_eq!(run(&rules, "t", &[("m", "1")]), "t: m");
}

#[test]
fn of_several_values_one_suffices_and_the_upper_row_counts() {
    let rows = [
        row("R1", &json!({"against": ["government"]}), "x"),
        row("R2", &json!({"against": ["family"], "a": ["yes"]}), "y"),
        row("R3", &json!({}), "x"),
    ];
    let rules = pack(&[table("t", &[input("against", "against", ""), a()], &rows)]).unwrap();
    assert_eq!(run(&rules, "t", &[("against", "family government"), ("a", "yes")]), "R1");
    assert_eq!(run(&rules, "t", &[("against", "neighbour family"), ("a", "yes")]), "R2");
    assert_eq!(run(&rules, "t", &[("against", "neighbour"), ("a", "yes")]), "R3");
    // Nothing said: not known, which is a value like any other.
    assert_eq!(run(&rules, "t", &[("against", "family")]), "R3");
}

#[test]
fn what_asks_for_more_is_not_known_below() {
    let upper =
        table("t", &[a()], &[row("R1", &json!({"a": ["yes"]}), "x"), row("R2", &json!({}), "ask")]);
    let lower = |value: &str| {
        let rows = [row("S1", &json!({"i": [value]}), "x"), row("S2", &json!({}), "y")];
        table("u", &[input("i", "table", "t")], &rows)
    };
    let rules = pack(&[upper.clone(), lower("unknown")]).unwrap();
    assert_eq!(run(&rules, "u", &[]), "S1");
    assert_eq!(run(&rules, "u", &[("i", "x")]), "S2");
    assert_eq!(pack(&[upper, lower("ask")]), Err(PackError::BadTable("S1: i: ask".to_owned())));
}

#[test]
fn the_tables_of_the_base_are_read_by_people() {
    let rules = RuleSet::from_json(PACK).unwrap();
    for table in &rules.tables {
        assert!(table.inputs.len() <= 7 && table.rows.len() <= 28, "{}", table.id);
        assert_eq!(rules.shadowed(table), Vec::<&Row>::new(), "{}", table.id);
        let answers = table.answers.iter();
        let unused = answers.filter(|a| !table.rows.iter().any(|r| r.answer == a.code));
        assert_eq!(unused.count(), 0, "{}", table.id);
        let cites = table.rows.iter().map(|r| &r.cite).chain(table.answers.iter().map(|a| &a.cite));
        for cite in cites.flatten() {
            // A clause with what governs it, and no whole article.
            assert!(cite.quote.chars().count() <= 100, "{}", cite.quote);
            assert!(
                cite.instrument != "地方承诺（默认，可改）" || cite.verified == Verified::Local
            );
            assert!(!cite.quote.contains("未见原文") || cite.verified == Verified::P);
        }
    }
    let ids: Vec<&str> = rules.tables.iter().map(|t| t.id.as_str()).collect();
    let all = "kind class route fallback first tier pending group bodies track rung merits \
               support simple again";
    assert_eq!(ids.join(" "), all);
}

#[test]
fn the_documented_overlay_reads_and_its_cases_come_out() {
    let base = RuleSet::from_json(PACK).unwrap();
    let text = include_str!("../../../../../docs/rules/table-example.json");
    let overlay = RuleSet::from_json(text).unwrap();
    let rules = base.with(&overlay).unwrap();
    assert_eq!(rules.tables.len(), base.tables.len(), "in the place of the base's");
    assert_eq!(rules.criteria.len(), base.criteria.len());
    let days = |rules: &RuleSet| rules.criterion("B2").map(|c| c.decided.clone());
    assert_eq!(days(&base), Some(Test::OpenFor { days: 60 }));
    assert_eq!(days(&rules), Some(Test::OpenFor { days: 45 }));
    assert_eq!(overlay.cases.len(), 4);
    for case in &overlay.cases {
        let wanted = (case.expect.as_str(), case.row.as_str());
        assert_eq!(case.run(&rules), Ok(wanted), "{:?}", case.given);
    }
    let others = overlay.cases.iter().filter(|c| c.run(&base) != c.run(&rules));
    assert_eq!(others.count(), 2, "10 and 20 days come out otherwise by the base");
    // With a gap it is refused as a whole.
    let open = text.replace("20..", "21..");
    let open = open
        .replace("{\"id\": \"RU-1\", ", "{\"id\": \"RU-1\", \"when\": {\"stuck\": [\"..9\"]}, ");
    let open = RuleSet::from_json(&open).unwrap();
    assert!(
        matches!(base.with(&open), Err(PackError::TableGap(case)) if case.contains("stuck=20"))
    );
}
