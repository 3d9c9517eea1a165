//! The files of the repository, as they lie on the disk.

use super::scan::Source;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// Folders that hold what tools made.
const MADE: [&str; 5] = ["target", "dist", "node_modules", ".git", "out"];

/// A file by its path from the root, with `/` between the parts.
#[derive(Debug)]
pub(crate) struct File {
    pub(crate) path: String,
    pub(crate) text: String,
}

pub(crate) fn root() -> PathBuf {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.parent().unwrap_or(tests).to_owned()
}

/// Every text file. What is not UTF-8 is no text.
pub(crate) fn files() -> &'static [File] {
    static ALL: OnceLock<Vec<File>> = OnceLock::new();
    ALL.get_or_init(|| {
        let mut all = Vec::new();
        walk(&root(), "", &mut all);
        all.sort_by(|a, b| a.path.cmp(&b.path));
        all
    })
}

fn walk(folder: &Path, prefix: &str, all: &mut Vec<File>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{prefix}{name}");
        let Ok(kind) = entry.file_type() else { continue };
        if kind.is_dir() && !MADE.contains(&name.as_str()) {
            walk(&entry.path(), &format!("{path}/"), all);
        } else if kind.is_file()
            && let Ok(text) = fs::read_to_string(entry.path())
        {
            all.push(File { path, text });
        }
    }
}

/// The text of one file; empty when it is not there.
pub(crate) fn text(path: &str) -> &'static str {
    files().iter().find(|f| f.path == path).map_or("", |f| f.text.as_str())
}

/// Every Rust file, scanned.
pub(crate) fn sources() -> &'static [Source] {
    static ALL: OnceLock<Vec<Source>> = OnceLock::new();
    ALL.get_or_init(|| {
        let rust = files().iter().filter(|f| f.path.ends_with(".rs"));
        let mut all: Vec<Source> = rust.map(|f| Source::scan(&f.path, &f.text)).collect();
        let of_tests: Vec<String> = all.iter().flat_map(Source::test_modules).collect();
        for source in &mut all {
            source.is_test |= of_tests.iter().any(|prefix| source.path.starts_with(prefix));
        }
        all
    })
}

/// The Rust files under a folder that are not tests.
pub(crate) fn shipped(folder: &str) -> impl Iterator<Item = &'static Source> {
    sources().iter().filter(move |s| s.path.starts_with(folder) && !s.is_test)
}
