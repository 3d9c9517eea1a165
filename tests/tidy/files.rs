//! What no file of the repository may hold.

use super::settle;
use super::tree::{files, text};

#[test]
fn no_file_names_a_machine() {
    // Written in two parts, so that this file does not find itself.
    let paths =
        [["/wo", "rk/"], ["/ro", "ot/"], ["/ho", "me/"], ["/Us", "ers/"]].map(|p| p.concat());
    let mut problems = Vec::new();
    for file in files() {
        for (n, line) in file.text.lines().enumerate() {
            problems.extend(
                paths
                    .iter()
                    .filter(|path| line.contains(path.as_str()))
                    .map(|path| format!("{}:{}: {path}", file.path, n + 1)),
            );
        }
    }
    settle(&problems, "write the path from the root of the repository");
}

#[test]
fn locks_name_the_public_registries() {
    const CRATES: &str = "source = \"registry+https://github.com/rust-lang/crates.io-index\"";
    const NPM: &str = "\"resolved\": \"https://registry.npmjs.org/";
    let mut problems = Vec::new();
    let strays = text("Cargo.lock").lines().filter(|l| l.starts_with("source =") && *l != CRATES);
    problems.extend(strays.map(|l| format!("Cargo.lock: {l}")));
    for lock in files().iter().filter(|f| f.path.ends_with("package-lock.json")) {
        let lines = lock.text.lines().map(str::trim);
        let strays = lines.filter(|l| l.starts_with("\"resolved\"") && !l.starts_with(NPM));
        problems.extend(strays.map(|l| format!("{}: {l}", lock.path)));
    }
    let config =
        files().iter().filter(|f| f.path.ends_with(".npmrc") || f.path == ".cargo/config.toml");
    let config = config.filter(|f| ["registry", "[source"].iter().any(|w| f.text.contains(w)));
    problems.extend(config.map(|f| format!("{} names a registry", f.path)));
    settle(
        &problems,
        "a mirror is a setting of one machine; locks name crates.io and registry.npmjs.org",
    );
}

#[test]
fn lines_end_well() {
    let mut problems = Vec::new();
    let kinds = [".rs", ".md", ".css", ".toml", ".mjs", ".js", ".html", ".txt"];
    for file in files().iter().filter(|f| kinds.iter().any(|kind| f.path.ends_with(kind))) {
        if file.path.starts_with("LICENSE") {
            continue;
        }
        if file.text.contains('\r') || (!file.text.is_empty() && !file.text.ends_with('\n')) {
            problems.push(format!("{}: line ends", file.path));
        }
        let blank = file.text.lines().position(|l| l.ends_with([' ', '\t']));
        problems.extend(blank.map(|n| format!("{}:{}: blanks at the end", file.path, n + 1)));
    }
    settle(&problems, "lines end with one line feed and without blanks before it");
}
