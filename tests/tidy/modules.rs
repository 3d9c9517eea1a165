//! Rust files: their heads, their length, what must not stand in them, and that the
//! compiler sees each of them.

use super::settle;
use super::tree::{shipped, sources};

/// A file that is longer without its tests is split.
const LONGEST: usize = 500;

#[test]
fn every_file_says_what_it_is() {
    let heads = super::tree::files().iter().filter(|f| f.path.ends_with(".rs"));
    let bare = heads.filter(|f| !f.text.starts_with("//! ")).map(|f| f.path.clone());
    settle(
        &bare.collect::<Vec<_>>(),
        "begin the file with `//!`: what this is, and what it must never do",
    );
}

#[test]
fn no_file_is_too_long() {
    let long = sources().iter().filter(|s| !s.is_test && s.lines > LONGEST);
    let problems: Vec<_> = long.map(|s| format!("{}: {} lines", s.path, s.lines)).collect();
    settle(&problems, "split the file along its nouns; tests may move to a tests.rs beside it");
}

#[test]
fn nothing_is_left_undone() {
    let mut problems = Vec::new();
    for source in sources() {
        for (at, name) in source.names() {
            let after = &source.code[at + name.len()..];
            let is_macro = after.starts_with('!');
            let is_undone = is_macro && ["todo", "unimplemented", "dbg"].contains(&name);
            let is_skipped = name == "ignore" && source.code[..at].ends_with("#[");
            if is_undone || is_skipped {
                problems.push(format!("{}: {name}", source.place(at)));
            }
        }
    }
    settle(
        &problems,
        "finish it, or leave it out; a test that cannot pass asserts what happens today and \
         says in a comment what should",
    );
}

#[test]
fn markup_is_data() {
    let mut problems = Vec::new();
    for source in shipped("src/") {
        for (at, name) in source.names() {
            let is_macro = name == "view" && source.code[at + name.len()..].starts_with('!');
            let is_component = name == "component" && source.code[..at].ends_with("#[");
            if is_macro || is_component {
                problems.push(format!("{}: {name}", source.place(at)));
            }
        }
    }
    settle(&problems, "draw it with `el` and `div` of src/controls in a plain function (ADR 16)");
}

#[test]
fn standard_maps_stay_out_of_the_app() {
    let mut problems = Vec::new();
    let folders = ["src/", "crates/jieyou-domain/", "crates/jieyou-store/", "crates/jieyou-view/"];
    for source in folders.into_iter().flat_map(shipped) {
        for (at, name) in source.names() {
            if ["BTreeMap", "BTreeSet", "HashMap", "HashSet"].contains(&name) {
                problems.push(format!("{}: {name}", source.place(at)));
            }
        }
    }
    settle(&problems, "use `jieyou_domain::compact::Map`, or a sorted list (ADR 18)");
}

#[test]
fn every_file_is_a_module() {
    let mut problems = Vec::new();
    let roots = ["/lib.rs", "/main.rs", "/mod.rs"];
    for source in sources() {
        let is_root = roots.iter().any(|r| source.path.ends_with(r))
            || source.path.contains("/examples/")
            || source.path.contains("/benches/");
        let (folder, name) = source.path.rsplit_once('/').unwrap_or(("", &source.path));
        let name = name.trim_end_matches(".rs");
        let parents = sources().iter().filter(|p| p.folder() == format!("{folder}/"));
        if !is_root && !parents.clone().any(|p| p.declares().contains(&name)) {
            problems.push(source.path.clone());
        }
    }
    settle(
        &problems,
        "declare it with `mod` in its parent (tests/main.rs for tests), or delete it",
    );
}

#[test]
fn what_is_computed_reads_no_clock() {
    const TYPES: [&str; 2] = ["SystemTime", "Instant"];
    let mut problems = Vec::new();
    for folder in
        ["crates/jieyou-domain/src/", "crates/jieyou-store/src/", "crates/jieyou-view/src/"]
    {
        for source in shipped(folder) {
            for (at, name) in source.names() {
                // Of a type: a function of our own may be called so.
                let is_call = name == "now" && source.code[..at].ends_with("::");
                if is_call || TYPES.contains(&name) {
                    problems.push(format!("{}: {name}", source.place(at)));
                }
            }
        }
    }
    let manifest = super::tree::text("Cargo.toml");
    let chrono = manifest.lines().find(|l| l.starts_with("chrono = ")).unwrap_or_default();
    if !chrono.contains("default-features = false") || chrono.contains("clock") {
        problems.push("Cargo.toml: chrono must stay without its clock".to_owned());
    }
    settle(&problems, "take `today` (a civil date at UTC+8) or `now_ms` as an argument");
}

#[test]
fn the_domain_keeps_its_order() {
    let mut problems = Vec::new();
    for source in shipped("crates/jieyou-domain/src/") {
        for (at, name) in source.names() {
            if ["HashMap", "HashSet"].contains(&name) {
                problems.push(format!("{}: {name}", source.place(at)));
            }
        }
    }
    settle(&problems, "use compact::Map or imbl::OrdMap: the same facts give the same order");
}
