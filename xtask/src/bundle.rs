//! The style sheet and the data that travel beside the wasm.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};

use crate::project::{Project, files};
use crate::texts;

/// Every style file as one sheet, in the order `style/order.txt` gives.
pub(crate) fn style(project: &Project) -> Result<String> {
    let folder = project.root.join("style");
    let found: Vec<PathBuf> = with_extension(&folder, "css")?;
    let order = folder.join("order.txt");
    let listed = if order.is_file() {
        let text = std::fs::read_to_string(&order)?;
        let lines = text.lines().map(str::trim);
        lines
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
            .map(|line| folder.join(line.strip_prefix("style/").unwrap_or(line)))
            .collect()
    } else {
        found.clone()
    };
    for file in &found {
        ensure!(listed.contains(file), "{} is not in style/order.txt", file.display());
    }
    let mut sheet = String::new();
    for file in &listed {
        let text = std::fs::read_to_string(file)
            .with_context(|| format!("cannot read {}", file.display()))?;
        sheet.push_str(text.replace('\r', "").trim_end());
        sheet.push('\n');
    }
    Ok(sheet)
}

/// `data.json`: each file's path from the root (without `public/`) to its content, and
/// the texts of the app.
///
/// A file's text goes in as it stands, so that a hash of it is the same here,
/// on the command line and in the app; examples go in as one text a file.
pub(crate) fn data(project: &Project) -> Result<String> {
    let mut entries = Vec::new();
    for (folder, key) in [("rules", "rules"), ("public/training", "training")] {
        let folder = project.root.join(folder);
        for file in with_extension(&folder, "json")? {
            let text = std::fs::read_to_string(&file)?;
            serde_json::from_str::<serde::de::IgnoredAny>(&text)
                .with_context(|| format!("{} is not JSON", file.display()))?;
            let name = slashed(file.strip_prefix(&folder)?);
            // Examples are read on one page only: a text is faster to open than an object.
            let is_text = ["base/examples/", "base/cases/"].iter().any(|f| name.starts_with(f));
            let name = serde_json::Value::String(format!("{key}/{name}"));
            if is_text {
                let text = serde_json::Value::String(text.trim().to_owned());
                entries.push(format!("{name}:{text}"));
            } else {
                entries.push(format!("{name}:{}", text.trim()));
            }
        }
    }
    entries.push(format!("\"texts.json\":{}", texts::texts(project)?));
    Ok(format!("{{{}}}", entries.join(",\n")))
}

/// The files of `public/` that are served under their own names.
pub(crate) fn public(project: &Project) -> Result<Vec<(String, Vec<u8>)>> {
    let folder = project.root.join("public");
    let mut found = Vec::new();
    for file in files(&folder)? {
        let name = slashed(file.strip_prefix(&folder)?);
        if !name.starts_with("training/") {
            found.push((name, std::fs::read(&file)?));
        }
    }
    Ok(found)
}

fn with_extension(folder: &Path, extension: &str) -> Result<Vec<PathBuf>> {
    let mut found = files(folder)?;
    found.retain(|file| file.extension().is_some_and(|found| found == extension));
    Ok(found)
}

fn slashed(path: &Path) -> String {
    let parts = path.components().map(|part| part.as_os_str().to_string_lossy());
    parts.collect::<Vec<_>>().join("/")
}
