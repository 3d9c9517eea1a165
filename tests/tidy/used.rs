//! What is written down twice must agree: classes and styles, texts and their uses,
//! codes of the command line and its help.

use super::settle;
use super::tree::{files, shipped, text};
use std::collections::{BTreeMap, BTreeSet};

/// Calls that are given a class, and how many texts stand before it.
const CALLS: [(&str, usize); 4] = [("div(", 1), ("unless_empty(", 1), ("attr(", 1), ("button(", 0)];

/// Every class that the app writes, with its place.
fn classes() -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    for source in shipped("src/") {
        let before = |at: usize| source.before(&source.literals[at]);
        for (at, literal) in source.literals.iter().enumerate() {
            // Texts are blank in the code: what is left before the second is a comma.
            let call = before(at).strip_suffix(',').map_or(before(at), str::trim_end);
            let order = usize::from(before(at).ends_with(','));
            let is_class = CALLS.iter().any(|(name, n)| *n == order && call.ends_with(name));
            let is_other = call.ends_with("attr(") && source.literals[at - order].text != "class";
            let is_named = call.ends_with("class =");
            if is_class && !is_other || is_named && order == 0 {
                for word in literal.text.split_whitespace() {
                    all.entry(word.to_owned())
                        .or_insert_with(|| format!("{}:{}", source.path, literal.line));
                }
            }
        }
    }
    assert!(all.len() > 100, "only {} classes were found in src/", all.len());
    all
}

/// Every class that the style sheet knows.
fn styled() -> BTreeSet<&'static str> {
    let sheets = files().iter().filter(|f| f.path.ends_with(".css"));
    let parts = sheets.flat_map(|f| f.text.split('.').skip(1));
    let names = parts.map(|part| {
        let end = part.find(|c: char| !(c.is_ascii_alphanumeric() || "_-".contains(c)));
        &part[..end.unwrap_or(part.len())]
    });
    names.collect()
}

/// The block of a class.
fn block(class: &str) -> &str {
    let class = class.split_once("__").map_or(class, |(block, _)| block);
    class.split_once("--").map_or(class, |(block, _)| block)
}

#[test]
fn every_class_has_a_style() {
    let styled = styled();
    let blocks: BTreeSet<&str> = styled.iter().map(|name| block(name)).collect();
    // An element may go without a rule of its own; a block and a modifier may not.
    let bare = classes().into_iter().filter(|(name, _)| {
        !blocks.contains(block(name)) || name.contains("--") && !styled.contains(name.as_str())
    });
    let problems: Vec<_> = bare.map(|(name, place)| format!("{place}: .{name}")).collect();
    settle(&problems, "correct the class, give it a rule in style/, or leave it out");
}

#[test]
fn every_block_is_drawn() {
    let literals = shipped("src/").flat_map(|s| &s.literals);
    let mut words: BTreeSet<&str> = literals.flat_map(|l| l.text.split_whitespace()).collect();
    let classes = classes();
    words.extend(classes.keys().map(String::as_str));
    let page = text("index.html");
    let mut problems = Vec::new();
    for file in files() {
        let Some(name) = file.path.strip_prefix("style/components/") else { continue };
        let name = name.trim_end_matches(".css");
        let is_drawn = words.iter().any(|word| block(word) == name) || page.contains(name);
        if name != "shapes" && !is_drawn {
            problems.push(file.path.clone());
        }
    }
    settle(&problems, "no component draws this block: remove the file and its line in order.txt");
}

#[test]
fn every_text_is_said() {
    let mut texts = BTreeMap::new();
    for source in shipped("crates/jieyou-view/src/text") {
        for literal in &source.literals {
            if let Some(before) = source.before(literal).strip_suffix(':') {
                let start = before.rfind(|c: char| !(c.is_alphanumeric() || c == '_'));
                let name = &before[start.map_or(0, |at| at + 1)..];
                texts.entry(name).or_insert_with(|| format!("{}:{}", source.path, literal.line));
            }
        }
    }
    for source in shipped("src/").chain(shipped("crates/jieyou-view/src/")) {
        for (at, name) in source.names() {
            if source.code[..at].ends_with('.') {
                texts.remove(name);
            }
        }
    }
    let problems: Vec<_> = texts.into_iter().map(|(name, at)| format!("{at}: {name}")).collect();
    settle(&problems, "nobody says this text: remove it, in both languages");
}

fn is_code(text: &str) -> bool {
    let mut parts = text.split('/');
    let is_word = |part: &str| {
        part.starts_with(|c: char| c.is_ascii_lowercase())
            && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    };
    let is_pair = parts.by_ref().filter(|part| is_word(part)).count() == 2;
    is_pair && text.matches('/').count() == 1
}

#[test]
fn every_code_of_the_command_line_stands_in_its_help() {
    // Other codes are compared with docs/codes.md by a test of jieyou-view.
    let help = text("crates/jieyou-cli/src/help.rs");
    let literals = shipped("crates/jieyou-cli/src/").flat_map(|s| &s.literals);
    let codes: BTreeSet<&str> =
        literals.map(|l| l.text.as_str()).filter(|text| is_code(text)).collect();
    assert!(!codes.is_empty(), "no code was found in crates/jieyou-cli");
    let lost = codes.into_iter().filter(|code| !help.contains(code)).map(str::to_owned);
    settle(&lost.collect::<Vec<_>>(), "explain the code in crates/jieyou-cli/src/help.rs");
}
