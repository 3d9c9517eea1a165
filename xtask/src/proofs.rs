//! Proofs that a ledger survives what machines and people do to it: short ones among the
//! checks of `cargo xtask test`, long ones in `cargo xtask soak`. What is shown how stands
//! in docs/proofs.md.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use crate::project::{Project, run};
use crate::tally::Tally;
use crate::test::{heard_apart, node, told};
use crate::tools::Browsers;
use crate::wasm::{self, Profile};

/// How long the proofs are.
#[derive(Clone, Copy)]
pub(crate) struct Length {
    /// Files that are read in broken.
    files: u32,
    /// How often the browser is killed.
    kills: u32,
    /// What each of the tabs writes.
    writes: u32,
    /// How many times as many histories as usual are merged.
    pub(crate) histories: u32,
}

/// Together a minute or two.
pub(crate) const SHORT: Length = Length { files: 1_500, kills: 7, writes: 20, histories: 1 };
/// Together an hour or so.
pub(crate) const LONG: Length = Length { files: 100_000, kills: 200, writes: 400, histories: 40 };

/// The same seed makes the same files and the same moments.
pub(crate) struct Proofs<'a> {
    pub(crate) project: &'a Project,
    pub(crate) length: Length,
    pub(crate) seed: u32,
    /// What came of them, a line each.
    pub(crate) figures: Vec<String>,
    /// Whether they run beside something else: then they print when they have ended.
    pub(crate) is_apart: bool,
}

impl<'a> Proofs<'a> {
    /// The short ones, always the same.
    pub(crate) fn short(project: &'a Project) -> Self {
        Self { project, length: SHORT, seed: 1, figures: Vec::new(), is_apart: false }
    }

    fn told(&mut self, command: &mut Command) -> Result<Tally> {
        let (tally, text) = if self.is_apart { heard_apart(command)? } else { told(command)? };
        let figures = text.lines().filter_map(|line| line.strip_prefix("= "));
        self.figures.extend(figures.map(str::to_owned));
        Ok(tally)
    }

    /// Broken files are read in.
    pub(crate) fn fuzz(&mut self) -> Result<Tally> {
        let name = format!("examples/fuzz{}", std::env::consts::EXE_SUFFIX);
        let mut command = Command::new(build(self.project)?.join(name));
        command.args(["--files", &self.length.files.to_string()]);
        command.args(["--seed", &self.seed.to_string()]);
        self.told(command.current_dir(&self.project.root))
    }

    /// Histories are merged, and a store fails at every call.
    pub(crate) fn histories(&mut self) -> Result<Tally> {
        let mut command = self.project.cargo();
        command.args(["test", "-p", "jieyou-store", "--lib", "--", "properties", "faults"]);
        command.env("JIEYOU_HISTORIES", self.length.histories.to_string());
        self.told(&mut command)
    }

    /// The plug is pulled while a ledger is written.
    pub(crate) fn kill(&mut self, browsers: &Browsers, folder: &Path) -> Result<Tally> {
        let kills = self.length.kills;
        self.page_script(browsers, "kill.mjs", folder, kills)
    }

    /// Tabs write at the same time.
    pub(crate) fn tabs(&mut self, browsers: &Browsers, folder: &Path) -> Result<Tally> {
        let writes = self.length.writes;
        self.page_script(browsers, "tabs.mjs", folder, writes)
    }

    fn page_script(
        &mut self,
        browsers: &Browsers,
        script: &str,
        folder: &Path,
        times: u32,
    ) -> Result<Tally> {
        let mut command = node(self.project, browsers, script);
        command.arg(folder).arg(times.to_string()).arg(self.seed.to_string());
        self.told(&mut command)
    }
}

/// Builds the programs that are run natively; where they lie. Both at once and of the
/// default members: so they are made of what the tests are made of.
pub(crate) fn build(project: &Project) -> Result<PathBuf> {
    run(project.cargo().args(["build", "--bin", "jieyou", "--example", "fuzz"]))?;
    Ok(project.target.join("debug"))
}

/// Builds the page that writes; where it lies.
pub(crate) fn page(project: &Project) -> Result<PathBuf> {
    let file = wasm::compile_example(project, "proof")?;
    let module = wasm::bind(&file, "proof", Profile::Release)?;
    let folder = project.target.join("xtask/proof");
    std::fs::create_dir_all(&folder)?;
    std::fs::write(folder.join("proof.js"), &module.glue)?;
    std::fs::write(folder.join("proof_bg.wasm"), &module.wasm)?;
    std::fs::write(folder.join("index.html"), include_str!("../assets/proof.html"))?;
    Ok(folder)
}
