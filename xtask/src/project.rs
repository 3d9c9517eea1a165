//! Where the project lies, and how its commands are run.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};

/// The checkout this command was called in.
pub(crate) struct Project {
    /// The folder of the workspace manifest.
    pub(crate) root: PathBuf,
    /// Where cargo builds, whatever `CARGO_TARGET_DIR` or the configuration says.
    pub(crate) target: PathBuf,
    /// Whether its commands let others go first.
    is_behind: bool,
}

impl Project {
    /// Asks cargo.
    pub(crate) fn find() -> Result<Self> {
        let mut command = cargo(false);
        command.args(["metadata", "--no-deps", "--format-version", "1"]);
        let metadata: serde_json::Value = serde_json::from_str(&output(&mut command)?)?;
        let folder = |key: &str| {
            metadata[key]
                .as_str()
                .map(PathBuf::from)
                .with_context(|| format!("cargo gave no {key}"))
        };
        Ok(Self {
            root: folder("workspace_root")?,
            target: folder("target_directory")?,
            is_behind: false,
        })
    }

    /// The same, but its cargo commands let what runs beside them go first.
    pub(crate) fn behind(&self) -> Self {
        Self { root: self.root.clone(), target: self.target.clone(), is_behind: true }
    }

    /// A cargo command at the root.
    pub(crate) fn cargo(&self) -> Command {
        let mut command = cargo(self.is_behind);
        command.current_dir(&self.root);
        command
    }

    /// The folder of the browser tests and of npm's packages.
    pub(crate) fn e2e(&self) -> PathBuf {
        self.root.join("tests/e2e")
    }

    /// The short commit, or nothing outside a repository.
    pub(crate) fn commit(&self) -> String {
        let mut command = Command::new("git");
        command.args(["rev-parse", "--short", "HEAD"]).current_dir(&self.root);
        command.stderr(Stdio::null());
        output(&mut command).map(|text| text.trim().to_owned()).unwrap_or_default()
    }
}

/// The version of the workspace, which the app and xtask share.
pub(crate) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Cargo without flags from the environment: they would replace the project's
/// own and rebuild everything under another key.
fn cargo(is_behind: bool) -> Command {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command =
        Command::new(if is_behind && cfg!(unix) { "nice".into() } else { program.clone() });
    if is_behind && cfg!(unix) {
        command.args(["-n", "10"]).arg(program);
    }
    for name in ["RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS", "CARGO_BUILD_RUSTFLAGS"] {
        command.env_remove(name);
    }
    command
}

/// Runs to the end, showing what the command shows.
///
/// # Errors
/// When the command cannot start or does not succeed.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let name = describe(command);
    let status = command.status().with_context(|| format!("cannot run {name}"))?;
    if !status.success() {
        bail!("{name} failed ({status})");
    }
    Ok(())
}

/// Runs to the end and returns what the command printed.
///
/// # Errors
/// When the command cannot start or does not succeed.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let name = describe(command);
    let done = command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("cannot run {name}"))?;
    if !done.status.success() {
        bail!("{name} failed ({})", done.status);
    }
    String::from_utf8(done.stdout).with_context(|| format!("{name} printed no UTF-8"))
}

fn describe(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let mut words = vec![program.file_name().unwrap_or_default().to_string_lossy().into_owned()];
    words.extend(command.get_args().take(4).map(|word| word.to_string_lossy().into_owned()));
    words.join(" ")
}

/// Every file under a folder, sorted; none if there is no such folder.
pub(crate) fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop().filter(|folder| folder.is_dir()) {
        for entry in std::fs::read_dir(&folder)? {
            let path = entry?.path();
            if path.is_dir() { folders.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    Ok(found)
}
