//! Rule packs: nothing without its source, nothing shown as law that is not.

use super::settle;
use super::tree::{File, files};
use serde_json::Value;

fn packs() -> impl Iterator<Item = (&'static File, Value)> {
    let packs = files().iter().filter(|f| f.path.starts_with("rules/"));
    let packs = packs.filter(|f| f.path.ends_with("/pack.json"));
    packs.map(|f| (f, serde_json::from_str(&f.text).unwrap_or_default()))
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

fn word<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

#[test]
fn every_rule_cites_its_source() {
    let mut problems = Vec::new();
    let mut n = 0;
    for (file, pack) in packs() {
        for rule in list(&pack, "rules") {
            n += 1;
            let id = word(rule, "id");
            let cite = &rule["cite"];
            for key in ["instrument", "article", "quote", "verified"] {
                if word(cite, key).is_empty() {
                    problems.push(format!("{}: {id} has no {key}", file.path));
                }
            }
            for text in ["duty", "expiry"] {
                if ["zh", "en"].iter().any(|lang| word(&rule[text], lang).is_empty()) {
                    problems.push(format!("{}: {id} lacks a language in {text}", file.path));
                }
            }
            if word(rule, "from").is_empty() {
                problems.push(format!("{}: {id} does not say from when it is in force", file.path));
            }
        }
    }
    assert!(n > 0, "no rule was found under rules/");
    settle(&problems, "a rule names instrument, article, quotation, how well it was verified");
}

#[test]
fn nothing_unverified_is_called_law() {
    let mut problems = Vec::new();
    for (file, pack) in packs() {
        for rule in list(&pack, "rules") {
            let is_law = ["statutory", "ordered"].contains(&word(rule, "kind"));
            if is_law && !["V2", "V2*", "V1"].contains(&word(&rule["cite"], "verified")) {
                problems.push(format!("{}: {}", file.path, word(rule, "id")));
            }
        }
    }
    settle(
        &problems,
        "law is verified verbatim (V1 or better); else the rule is promised or routine",
    );
}

#[test]
fn every_rule_and_criterion_is_explained() {
    let docs = || files().iter().filter(|f| f.path.starts_with("docs/rules/"));
    let mut problems = Vec::new();
    for (file, pack) in packs() {
        for rule in list(&pack, "rules") {
            let cite = &rule["cite"];
            let row = |line: &str| {
                line.starts_with(&format!("| {} |", word(rule, "id")))
                    && line.contains(word(cite, "quote"))
                    && line.contains(word(cite, "article"))
                    && line.contains(&format!("| {} |", word(cite, "verified")))
            };
            if !docs().any(|f| f.text.lines().any(row)) {
                problems.push(format!("{}: {}", file.path, word(rule, "id")));
            }
        }
        for criterion in list(&pack, "criteria") {
            let (id, zh) = (word(criterion, "id"), word(&criterion["words"], "zh"));
            let row = |line: &str| line.starts_with(&format!("| {id} |")) && line.contains(zh);
            if !docs().any(|f| f.text.lines().any(row)) {
                problems.push(format!("{}: criterion {id}", file.path));
            }
        }
    }
    settle(
        &problems,
        "docs/rules has a row `| id | …` with the article, the quotation and the level of each \
         rule, and the words of each criterion",
    );
}

#[test]
fn every_table_is_explained_and_its_quotations_listed() {
    let docs = || files().iter().filter(|f| f.path.starts_with("docs/rules/"));
    let mut problems = Vec::new();
    for (file, pack) in packs() {
        for table in list(&pack, "tables") {
            let id = word(table, "id");
            let heading = |line: &str| line.starts_with('#') && line.ends_with(&format!("`{id}`"));
            if !docs().any(|f| f.text.lines().any(heading)) {
                problems.push(format!("{}: table {id}", file.path));
            }
            for item in list(table, "answers").iter().chain(list(table, "rows")) {
                let own = [word(item, "id"), word(item, "code"), word(item, "answer")].concat();
                for text in ["why", "words", "then", "body"].map(|key| &item[key]) {
                    if !text.is_null() && ["zh", "en"].iter().any(|l| word(text, l).is_empty()) {
                        problems.push(format!("{}: {id} {own} lacks a language", file.path));
                    }
                }
                let cite = &item["cite"];
                let row = |line: &str| {
                    line.contains(&format!("| {} |", word(cite, "quote")))
                        && line.contains(word(cite, "article"))
                        && line.ends_with(&format!("| {} |", word(cite, "verified")))
                };
                if !cite.is_null() && !docs().any(|f| f.text.lines().any(row)) {
                    problems.push(format!("{}: {id} {own}", file.path));
                }
            }
        }
    }
    settle(
        &problems,
        "docs/rules/tables.md has a heading with the id of each table, and a row with each \
         quotation, its article and its level",
    );
}
