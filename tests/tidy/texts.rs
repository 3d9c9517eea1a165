//! Where sentences may stand, and which words may not.

use super::scan::{Literal, Source};
use super::settle;
use super::tree::{files, shipped};
use std::collections::BTreeSet;

/// Code right before a literal that is not read by people.
const NOT_READ: [&str; 7] = [
    "class=",
    "class:",
    "reason =",
    "query_selector(",
    "query_selector_all(",
    "closest(",
    "expect(",
];

/// Where the words of control are named, so that a form can say what to write instead.
const WORDING_TABLE: &str = "crates/jieyou-view/src/text/forms/wording.rs";

/// Words of control over persons. Terms of the glossary say what is used instead.
const WORDS_OF_CONTROL: [&str; 12] = [
    "稳控",
    "重点人员",
    "缠访",
    "闹访",
    "非访",
    "非正常上访",
    "息诉",
    "息访",
    "罢访",
    "维稳",
    "老上访户",
    "涉稳",
];

fn is_cjk(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}')
}

/// Three English words with blanks between them.
fn is_english(text: &str) -> bool {
    let mut run = 0;
    text.split_whitespace().any(|word| {
        let word = word.trim_matches(|c: char| ".,;:!?()'\"".contains(c));
        let is_word = !word.is_empty() && word.chars().all(|c| c.is_ascii_alphabetic());
        run = if is_word { run + 1 } else { 0 };
        run >= 3
    })
}

/// Texts that are said when nothing can be asked, and names that both languages share.
const IN_THE_WASM: [&str; 6] = [
    "中文",
    "反映人",
    "程序出错停住了 · The program stopped",
    "说过“已存到本机”的都在本机，没有丢。刷新页面接着用；没写完的一般也还在，联系方式要重填。",
    "刷新页面 · Reload",
    "给维护人员看的 · For maintainers",
];

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

fn say(source: &Source, literal: &Literal) -> String {
    let start: String = literal.text.chars().take(40).collect();
    format!("{}:{}: {start:?}", source.path, literal.line)
}

#[test]
fn the_app_holds_no_sentences() {
    let mut problems = Vec::new();
    for source in shipped("src/") {
        for literal in &source.literals {
            let is_read = !NOT_READ.iter().any(|end| source.before(literal).ends_with(end));
            if literal.text.contains(is_cjk) || (is_read && is_english(&literal.text)) {
                problems.push(say(source, literal));
            }
        }
        if let Some(at) = source.code.find(is_cjk) {
            problems.push(format!("{}: Chinese outside a string", source.place(at)));
        }
    }
    settle(&problems, "move the words to crates/jieyou-view/src/text, in both languages");
}

#[test]
fn texts_are_pairs_that_the_build_can_take_out() {
    let mut problems = Vec::new();
    // Words of forms' samples are typed by a person, not said by the app.
    let view = shipped("crates/jieyou-view/src/").filter(|s| !s.path.ends_with("/samples.rs"));
    for source in view {
        for literal in source.literals.iter().filter(|l| l.text.contains(is_han)) {
            let is_pair = source.before(literal).ends_with("both!(");
            if !is_pair && !IN_THE_WASM.contains(&literal.text.as_str()) {
                problems.push(say(source, literal));
            }
        }
    }
    settle(
        &problems,
        "write both!(\"中文\", \"English\"), so that the text travels beside the wasm (ADR 17)",
    );
}

#[test]
fn domain_and_store_hold_no_chinese() {
    let mut problems = Vec::new();
    for folder in ["crates/jieyou-domain/src/", "crates/jieyou-store/src/"] {
        // The mask's sign is data; the contract's texts are samples and never shipped.
        let is_sample = |path: &str| path.ends_with("/mask.rs") || path.contains("/contract");
        for source in shipped(folder).filter(|s| !is_sample(&s.path)) {
            let chinese = source.literals.iter().filter(|l| l.text.contains(is_cjk));
            problems.extend(chinese.map(|l| say(source, l)));
        }
    }
    settle(
        &problems,
        "domain and store speak in codes and values; the words belong to jieyou-view, or to a \
         rule pack",
    );
}

/// Whether a file holds what the app says, as data or as a page.
fn is_said(path: &str) -> bool {
    path.starts_with("rules/") || path.starts_with("public/") || path == "index.html"
}

#[test]
fn the_ledger_is_written_with_one_character() {
    let mut problems = Vec::new();
    for source in ["src/", "crates/"].into_iter().flat_map(shipped) {
        let wrong = source.literals.iter().filter(|l| l.text.contains('帐'));
        problems.extend(wrong.map(|l| say(source, l)));
    }
    let wrong = files().iter().filter(|f| is_said(&f.path) && f.text.contains('帐'));
    problems.extend(wrong.map(|f| f.path.clone()));
    settle(&problems, "write 账");
}

#[test]
fn nothing_said_is_a_word_of_control() {
    let mut problems = Vec::new();
    let bad = |text: &str| WORDS_OF_CONTROL.into_iter().find(|word| text.contains(word));
    let said = ["src/", "crates/"].into_iter().flat_map(shipped);
    for source in said.filter(|s| s.path != WORDING_TABLE) {
        for literal in &source.literals {
            problems.extend(bad(&literal.text).map(|w| format!("{} ({w})", say(source, literal))));
        }
    }
    for file in files().iter().filter(|f| is_said(&f.path)) {
        problems.extend(bad(&file.text).map(|word| format!("{}: {word}", file.path)));
    }
    settle(&problems, "the ledger follows matters and duties; docs/glossary.md names the words");
}

#[test]
fn the_app_writes_no_markup_and_no_style() {
    let mut problems = Vec::new();
    for source in shipped("src/") {
        let names = source.names();
        for (at, name) in names {
            let is_markup =
                ["inner_html", "set_inner_html", "insert_adjacent_html"].contains(&name);
            let is_style = name == "style" && source.code[at + name.len()..].starts_with('=');
            if is_markup || is_style {
                problems.push(format!("{}: {name}", source.place(at)));
            }
        }
    }
    settle(
        &problems,
        "the content security policy forbids inline styles, and imported text is never markup; \
         use a class, and text nodes",
    );
}

/// Boxes that take longer text, and why each needs no hint of its own about wording.
const BOXES: [(&str, &str); 8] = [
    ("src/controls/field.rs", "has the hints"),
    ("src/pages/paste/mod.rs", "what is pasted is shown row by row, with the hints"),
    ("src/pages/paste/controls.rs", "the hints stand in the row"),
    ("src/pages/rules/load.rs", "the text of a pack"),
    ("src/pages/calendar/form.rs", "the text of a calendar"),
    ("src/pages/redact.rs", "what is typed there is hidden, and stored nowhere"),
    ("src/pages/audit.rs", "the digits of head codes"),
    ("src/browser/files.rs", "nobody types there"),
];

#[test]
fn every_box_for_text_has_hints_about_wording_or_says_why_not() {
    let app = shipped("src/");
    let with_box = app.filter(|s| s.literals.iter().any(|l| l.text == "textarea"));
    let found: BTreeSet<&str> = with_box.map(|s| s.path.as_str()).collect();
    let known: BTreeSet<&str> = BOXES.iter().map(|(path, _)| *path).collect();
    let problems: Vec<String> =
        found.symmetric_difference(&known).map(|path| (*path).to_owned()).collect();
    settle(&problems, "ask by a form field, which has the hints; or say in BOXES why not");
    let field = shipped("src/").find(|s| s.path == "src/controls/field.rs");
    let names = field.map(|s| s.names().iter().filter(|(_, n)| *n == "below").count());
    // Its import, and one for each of the three controls that take text.
    settle(
        &if names == Some(4) { Vec::new() } else { vec![format!("field.rs: below {names:?}")] },
        "put `below` under every control that takes text",
    );
}
