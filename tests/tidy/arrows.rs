//! Who may know whom: crates by their manifests, folders of the app by their paths.

use super::scan::Source;
use super::settle;
use super::tree::{shipped, sources, text};

/// A manifest and the crates of ours that it may name.
const CRATES: [(&str, &[&str]); 8] = [
    ("crates/jieyou-domain/Cargo.toml", &[]),
    ("crates/jieyou-store/Cargo.toml", &["jieyou-domain"]),
    ("crates/jieyou-view/Cargo.toml", &["jieyou-domain", "jieyou-store"]),
    ("crates/jieyou-cli/Cargo.toml", &["jieyou-domain", "jieyou-store", "jieyou-view"]),
    ("crates/jieyou-ondemand/Cargo.toml", &[]),
    ("Cargo.toml", &["jieyou-domain", "jieyou-store", "jieyou-view"]),
    ("tests/Cargo.toml", &["jieyou-domain", "jieyou-store", "jieyou-view", "jieyou-cli"]),
    ("xtask/Cargo.toml", &[]),
];

/// Starts of the names of crates that are of no use without a browser.
const BROWSER: [&str; 6] = ["leptos", "web-sys", "js-sys", "wasm-bindgen", "gloo", "indexed_db"];

/// Names that only stand where the browser is spoken to.
const BROWSER_NAMES: [&str; 7] = [
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "gloo_storage",
    "indexed_db_futures",
    "spawn_local",
];

/// A folder of the app, what its files must not name, and what of that they may.
const FOLDERS: [(&str, &[&str], &[&str]); 4] = [
    (
        "src/controls/",
        &[
            "jieyou_domain",
            "jieyou_store",
            "crate::session",
            "crate::boot",
            "crate::backend",
            "crate::routes",
            "crate::app",
            "crate::pages",
            "crate::parts",
            "crate::browser",
        ],
        &["crate::browser::page"],
    ),
    (
        "src/parts/",
        &["crate::pages", "crate::app", "crate::backend", "crate::browser"],
        &["crate::browser::page", "crate::browser::task"],
    ),
    (
        "src/pages/",
        &["crate::app", "crate::backend", "crate::browser"],
        &[
            "crate::browser::page",
            "crate::browser::task",
            "crate::browser::files",
            "crate::browser::preferences",
        ],
    ),
    (
        "src/browser/",
        &[
            "jieyou_store",
            "crate::session",
            "crate::boot",
            "crate::backend",
            "crate::routes",
            "crate::app",
            "crate::pages",
            "crate::parts",
            "crate::controls",
        ],
        &[],
    ),
];

/// Pages that stand where no ledger is open, or of one that is not there: no session knows
/// the day.
const WITHOUT_A_SESSION: [&str; 3] =
    ["src/pages/choose.rs", "src/pages/damaged.rs", "src/pages/gone.rs"];

/// The dependencies of a manifest: the section, and the crate's name.
pub(crate) fn dependencies(manifest: &str) -> Vec<(String, String)> {
    let mut all = Vec::new();
    let mut section = String::new();
    for line in manifest.lines().map(str::trim) {
        if let Some(head) = line.strip_prefix('[') {
            section = head.trim_end_matches(']').to_owned();
            if let Some((parent, name)) = section.rsplit_once("dependencies.") {
                all.push((format!("{parent}dependencies"), name.to_owned()));
                section.clear();
            }
        } else if section.ends_with("dependencies")
            && let Some((name, _)) = line.split_once(['.', ' ', '='])
            && !name.is_empty()
            && !name.starts_with('#')
        {
            all.push((section.clone(), name.to_owned()));
        }
    }
    all.retain(|(section, _)| section != "workspace.dependencies");
    all
}

#[test]
fn manifests_hold_the_arrows_between_crates() {
    let mut problems = Vec::new();
    for (path, allowed) in CRATES {
        for (_, name) in dependencies(text(path)) {
            if name.starts_with("jieyou-") && !allowed.contains(&name.as_str()) {
                problems.push(format!("{path}: {name}"));
            }
        }
    }
    settle(
        &problems,
        "the arrows are domain <- store <- view <- app, cli and tests at the end; move the \
         code to the crate that may know both, or change ARCHITECTURE.md with an ADR",
    );
}

#[test]
fn only_the_app_and_the_wasm_parts_need_a_browser() {
    let mut problems = Vec::new();
    for (path, _) in CRATES.iter().filter(|(path, _)| *path != "Cargo.toml") {
        for (section, name) in dependencies(text(path)) {
            let is_browser = BROWSER.iter().any(|start| name.starts_with(start));
            let has_wasm_part =
                ["jieyou-store", "jieyou-ondemand"].iter().any(|n| path.contains(n));
            let is_wasm_part = has_wasm_part && section.contains("wasm32");
            let is_tool = *path == "xtask/Cargo.toml" && name == "wasm-bindgen-cli-support";
            if is_browser && !is_wasm_part && !is_tool {
                problems.push(format!("{path}: [{section}] {name}"));
            }
        }
    }
    settle(
        &problems,
        "native crates must build without a browser; in the store and on demand such a crate stands under \
         [target.'cfg(target_arch = \"wasm32\")'.dependencies]",
    );
}

fn may_name_the_browser(source: &Source) -> bool {
    let path = source.path.as_str();
    path.starts_with("src/browser/")
        // The one element type sets attributes and listens: the renderer's other half
        // (ADR 16).
        || path.starts_with("src/controls/el")
        || path.starts_with("crates/jieyou-store/src/indexed_db")
        || path.starts_with("crates/jieyou-store/src/contract")
        || path == "crates/jieyou-ondemand/src/wasm.rs"
        || path.starts_with("crates/jieyou-store/examples/")
        || path.starts_with("xtask/")
}

#[test]
fn the_browser_is_named_in_its_folder_only() {
    let mut problems = Vec::new();
    for source in sources().iter().filter(|s| !may_name_the_browser(s)) {
        for (at, name) in source.names() {
            if BROWSER_NAMES.contains(&name) {
                problems.push(format!("{}: {name}", source.place(at)));
            }
        }
    }
    settle(
        &problems,
        "write a small function in src/browser and call that; in the store, only \
         indexed_db and contract speak to the browser, on demand only wasm",
    );
}

#[test]
fn the_store_s_browser_part_is_compiled_for_wasm_only() {
    let lib = text("crates/jieyou-store/src/lib.rs");
    let is_guarded = lib.contains("#[cfg(target_arch = \"wasm32\")]\npub mod indexed_db;");
    let problems = if is_guarded { vec![] } else { vec!["crates/jieyou-store/src/lib.rs".into()] };
    settle(&problems, "put #[cfg(target_arch = \"wasm32\")] right above `pub mod indexed_db;`");
}

#[test]
fn folders_of_the_app_keep_their_direction() {
    let mut problems = Vec::new();
    for (folder, forbidden, allowed) in FOLDERS {
        for source in shipped(folder) {
            for (at, path) in source.paths() {
                let begins = |start: &&&str| {
                    path.strip_prefix(**start).is_some_and(|r| r.is_empty() || r.starts_with("::"))
                };
                let is_day = begins(&&"crate::browser::clock")
                    && WITHOUT_A_SESSION.contains(&source.path.as_str());
                let is_allowed = is_day || allowed.iter().any(|a| begins(&a));
                if forbidden.iter().any(|f| begins(&f)) && !is_allowed {
                    problems.push(format!("{}: {path}", source.place(at)));
                }
            }
        }
    }
    settle(
        &problems,
        "pages -> parts -> controls; of src/browser a control uses page, a part also task, a \
         page also files and preferences; let the session do the rest, or pass data down",
    );
}
