//! The documents: links lead somewhere, names exist, lengths are held.

use super::arrows::dependencies;
use super::settle;
use super::tree::{File, files, root, sources, text};
use std::collections::{BTreeMap, BTreeSet};

/// A name that is written before its code.
const LATER: &str = "later issue";

fn documents() -> impl Iterator<Item = &'static File> {
    files().iter().filter(|f| f.path.ends_with(".md"))
}

#[test]
fn links_lead_to_files() {
    let mut problems = Vec::new();
    for document in documents() {
        let folder = document.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        for (_, after) in
            document.text.match_indices("](").map(|(at, m)| (m, &document.text[at + 2..]))
        {
            let target = after.split([')', '#']).next().unwrap_or_default();
            let is_outside = target.is_empty() || target.contains(':');
            if !is_outside && !root().join(folder).join(target).exists() {
                problems.push(format!("{}: {target}", document.path));
            }
        }
    }
    settle(&problems, "a link is a path from the document's own folder");
}

#[test]
fn documents_keep_their_length() {
    let mut problems = Vec::new();
    let mut limits = vec![
        ("README.md", 120),
        ("README.zh-CN.md", 120),
        ("ARCHITECTURE.md", 250),
        ("CONTRIBUTING.md", 120),
    ];
    let adrs = documents().filter(|f| f.path.starts_with("docs/adr/"));
    limits.extend(adrs.map(|f| (f.path.as_str(), 60)));
    for (path, most) in limits {
        let lines = text(path).lines().count();
        if lines == 0 || lines > most {
            problems.push(format!("{path}: {lines} lines, at most {most}"));
        }
    }
    settle(&problems, "say it shorter, or move the detail to docs/");
}

#[test]
fn decisions_are_numbered_and_complete() {
    let mut problems = Vec::new();
    let adrs: Vec<_> = documents().filter(|f| f.path.starts_with("docs/adr/")).collect();
    for (at, adr) in adrs.iter().enumerate() {
        let number = format!("{:04}", at + 1);
        if !adr.path["docs/adr/".len()..].starts_with(&number) {
            problems.push(format!("{}: its number should be {number}", adr.path));
        }
        for part in ["## Context", "## Options", "## Decision", "## Consequences"] {
            if !adr.text.contains(part) {
                problems.push(format!("{}: no {part}", adr.path));
            }
        }
    }
    settle(&problems, "an ADR has context, options, decision, consequences; numbers have no gaps");
}

/// Rows of the glossary: Chinese, English, Rust, meaning.
fn glossary() -> Vec<[&'static str; 4]> {
    let rows = text("docs/glossary.md").lines().filter(|l| l.starts_with("| "));
    let rows = rows.filter_map(|l| {
        let cells: Vec<&str> = l.trim_matches('|').split('|').map(str::trim).collect();
        <[&str; 4]>::try_from(cells).ok()
    });
    rows.filter(|row| row[0] != "中文" && !row[0].starts_with("--")).collect()
}

#[test]
fn the_glossary_names_what_exists() {
    let code =
        sources().iter().filter(|s| s.path.starts_with("crates/") || s.path.starts_with("src/"));
    let known: BTreeSet<&str> = code.flat_map(|s| s.names()).map(|(_, name)| name).collect();
    let mut problems = Vec::new();
    let rows = glossary();
    assert!(rows.len() > 30, "docs/glossary.md has no table of four columns");
    for [zh, _, rust, _] in &rows {
        if *rust == LATER {
            continue;
        }
        let names: Vec<&str> = rust.split('`').skip(1).step_by(2).collect();
        if names.is_empty() {
            problems.push(format!("{zh}: neither a name in backticks nor \"{LATER}\""));
        }
        for name in names.iter().flat_map(|n| n.split("::")) {
            if !known.contains(name) {
                problems.push(format!("{zh}: {name} is not in crates/ or src/"));
            }
        }
    }
    settle(&problems, "correct the Rust column of docs/glossary.md");
}

#[test]
fn the_glossary_has_each_term_once() {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for [zh, en, _, _] in glossary() {
        *seen.entry(zh).or_default() += 1;
        *seen.entry(en).or_default() += 1;
    }
    let twice = seen.into_iter().filter(|(_, n)| *n > 1).map(|(term, _)| term.to_owned());
    settle(&twice.collect::<Vec<_>>(), "one row a term in docs/glossary.md");
}

#[test]
fn every_dependency_has_a_reason() {
    let architecture = text("ARCHITECTURE.md");
    let mut problems = Vec::new();
    for manifest in files().iter().filter(|f| f.path.ends_with("Cargo.toml")) {
        for (_, name) in dependencies(&manifest.text) {
            if !name.starts_with("jieyou-") && !architecture.contains(&format!("| `{name}` |")) {
                problems.push(format!("{}: {name}", manifest.path));
            }
        }
    }
    settle(
        &problems,
        "say in the table of ARCHITECTURE.md what the dependency is for, or remove it",
    );
}

#[test]
fn the_code_map_names_every_folder() {
    let architecture = text("ARCHITECTURE.md");
    let mut folders: BTreeSet<String> = BTreeSet::new();
    for source in sources().iter().filter(|s| !s.path.starts_with("tests/")) {
        let parts: Vec<&str> = source.path.split('/').collect();
        folders.insert(match parts.as_slice() {
            ["crates", name, ..] => format!("crates/{name}"),
            ["src", folder, _, ..] => format!("src/{folder}"),
            [folder, ..] => (*folder).to_owned(),
            [] => continue,
        });
    }
    let lost = folders.into_iter().filter(|f| !architecture.contains(&format!("`{f}")));
    settle(&lost.collect::<Vec<_>>(), "add the folder to the code map of ARCHITECTURE.md");
}
