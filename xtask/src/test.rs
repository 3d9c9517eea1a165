//! `cargo xtask test`: every check there is, phase by phase.
//!
//! A phase that fails does not keep the others from running, unless they
//! would test what it did not make. What drives browsers mostly waits, so it runs beside
//! what compiles, which lets it go first: it takes longer. What it prints comes when a phase
//! of it has ended.

use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

use crate::dist;
use crate::project::{Project, run};
use crate::proofs::{self, Proofs};
use crate::tally::Tally;
use crate::tools::{self, Browsers};
use crate::wasm::{self, Profile};

/// How much is tested.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    Everything,
    WithoutBrowsers,
    /// Only the store, in a browser.
    Store,
}

const CONTRACT: &str = "Running the store's contract tests in a browser.";

/// Runs the phases and prints the closing line.
pub(crate) fn test(project: &Project, extent: Extent) -> Result<ExitCode> {
    let mut report = Report::default();
    if extent == Extent::Store {
        tools::npm_packages(project)?;
        let browsers = tools::browsers()?;
        report.phase(CONTRACT, || contract(project, &browsers));
        return Ok(report.close());
    }
    report.phase("Checking the format of the Rust code.", || {
        one(run(project.cargo().args(["fmt", "--all", "--check"])))
    });
    let mut browsers = None;
    if extent == Extent::Everything {
        report.phase("Seeing that the browsers and the npm packages are there.", || {
            tools::npm_packages(project)?;
            browsers = Some(tools::browsers()?);
            Ok(Tally::default())
        });
    }
    std::thread::scope(|scope| {
        let apart = browsers.map(|found| scope.spawn(move || browser_phases(project, &found)));
        native_phases(&project.behind(), extent, &mut report);
        match apart.map(std::thread::ScopedJoinHandle::join) {
            Some(Ok(apart)) => report.phases.extend(apart.phases),
            Some(Err(_)) => report.phase("Driving the browsers.", || bail!("it broke off")),
            None => {}
        }
    });
    Ok(report.close())
}

fn native_phases(project: &Project, extent: Extent, report: &mut Report) {
    report.phase("Checking the native code with clippy.", || one(clippy_host(project)));
    report.phase("Running the native tests.", || native(project, None));
    report.phase("Running the native tests again, as a PC in Los Angeles.", || {
        native(project, Some("America/Los_Angeles"))
    });
    report.phase("Running the tests of xtask.", || {
        let mut command = project.cargo();
        // Nothing is packed here, so xtask need not be optimised, which takes longest.
        command.args(["--config", "profile.dev.package.xtask.opt-level=0"]);
        counted(command.args(["test", "--no-fail-fast", "-p", "xtask"]))
    });
    report
        .phase("Comparing counted days with npm's chinese-days.", || counted_days(project, extent));
    let mut proofs = Proofs::short(project);
    report.phase("Reading broken files in.", || proofs.fuzz());
    // Behind the others: it waits for the build of what is shipped.
    report.phase("Checking the browser code with clippy.", || one(clippy_wasm(project)));
}

fn clippy_host(project: &Project) -> Result<()> {
    // As they are built: so what the macros are made of is compiled once.
    for package in [&[][..], &["-p", "xtask"]] {
        let mut command = project.cargo();
        command.args(["clippy", "--all-targets"]).args(package);
        run(command.args(["--", "-D", "warnings"]))?;
    }
    Ok(())
}

fn clippy_wasm(project: &Project) -> Result<()> {
    tools::wasm_target()?;
    // Each as it is shipped, for the same reason; the app brings the crates it is made of.
    for package in ["jieyou", "jieyou-ondemand"] {
        let mut command = project.cargo();
        command.args(["clippy", "--release", "--target", "wasm32-unknown-unknown", "-p", package]);
        run(command.args(["--", "-D", "warnings"]))?;
    }
    Ok(())
}

/// The default members: everything that needs no browser.
fn native(project: &Project, zone: Option<&str>) -> Result<Tally> {
    let mut command = project.cargo();
    command.args(["test", "--no-fail-fast"]);
    if let Some(zone) = zone {
        command.env("TZ", zone);
    }
    counted(&mut command)
}

/// Needs node and its packages, which a fast run does not fetch.
fn counted_days(project: &Project, extent: Extent) -> Result<Tally> {
    if extent == Extent::WithoutBrowsers && !tools::has_npm_packages(project)? {
        println!("left out: the npm packages are not there; a full run fetches them");
        return Ok(Tally::default());
    }
    tools::npm_packages(project)?;
    let program = proofs::build(project)?.join(format!("jieyou{}", std::env::consts::EXE_SUFFIX));
    let mut command = Command::new("node");
    counted(command.arg(project.e2e().join("due.mjs")).arg(program))
}

/// Builds what runs in browsers and drives them; what the tools print is kept until a
/// phase has ended.
fn browser_phases(project: &Project, browsers: &Browsers) -> Report {
    let (mut report, mut is_made, mut pages) = (Report::default(), false, None);
    report.phase("Building what is shipped.", || {
        let is_small = dist::dist(project)?;
        is_made = true;
        Ok(Tally { passed: is_small.into(), failed: (!is_small).into() })
    });
    if is_made {
        let mut script = node(project, browsers, "run.mjs");
        report.phase("Driving what is shipped in the browsers.", || heard(&mut script));
    }
    report.phase("Building the pages that try the store.", || {
        pages = Some((contract_page(project)?, proofs::page(project)?));
        Ok(Tally::default())
    });
    let Some((contract, proof)) = pages else { return report };
    let mut script = node(project, browsers, "contract.mjs");
    report.phase(CONTRACT, || heard(script.arg(contract)));
    let mut proofs = Proofs { is_apart: true, ..Proofs::short(project) };
    report
        .phase("Killing the browser while a ledger is written.", || proofs.kill(browsers, &proof));
    report.phase("Writing in two tabs and in five.", || proofs.tabs(browsers, &proof));
    report
}

fn contract(project: &Project, browsers: &Browsers) -> Result<Tally> {
    let folder = contract_page(project)?;
    counted(node(project, browsers, "contract.mjs").arg(folder))
}

fn contract_page(project: &Project) -> Result<PathBuf> {
    if !project.root.join("crates/jieyou-store/examples/contract.rs").is_file() {
        bail!("crates/jieyou-store/examples/contract.rs is not there");
    }
    let file = wasm::compile_example(project, "contract")?;
    let module = wasm::bind(&file, "contract", Profile::Release)?;
    let folder = project.target.join("xtask/contract");
    std::fs::create_dir_all(&folder)?;
    std::fs::write(folder.join("contract.js"), &module.glue)?;
    std::fs::write(folder.join("contract_bg.wasm"), &module.wasm)?;
    std::fs::write(folder.join("index.html"), include_str!("../assets/contract.html"))?;
    Ok(folder)
}

pub(crate) fn node(project: &Project, browsers: &Browsers, script: &str) -> Command {
    let mut command = Command::new("node");
    command.arg(project.e2e().join(script)).current_dir(project.e2e());
    command.env("CHROMIUM", &browsers.chromium).env("FIREFOX", &browsers.firefox);
    command
}

/// Runs a command whose output ends in a count, showing it meanwhile.
fn counted(command: &mut Command) -> Result<Tally> {
    told(command).map(|(tally, _)| tally)
}

/// The same, with everything that was shown.
pub(crate) fn told(command: &mut Command) -> Result<(Tally, String)> {
    let mut child = command.stdout(Stdio::piped()).spawn().context("cannot start the tests")?;
    let mut text = String::new();
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).lines() {
            let line = line?;
            println!("{line}");
            text.push_str(&line);
            text.push('\n');
        }
    }
    let status = child.wait()?;
    let tally = Tally::read(&text);
    if !status.success() && tally.failed == 0 {
        // It did not compile, or broke off: what passed before still counts.
        eprintln!("the tests ended early ({status})");
        return Ok((Tally { failed: 1, ..tally }, text));
    }
    Ok((tally, text))
}

/// The same, printed in one piece when it has ended.
pub(crate) fn heard_apart(command: &mut Command) -> Result<(Tally, String)> {
    let output = command.output().context("cannot start the tests")?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let wrong = String::from_utf8_lossy(&output.stderr);
    let mut tally = Tally::read(&text);
    if !output.status.success() && tally.failed == 0 {
        tally.failed = 1;
    }
    println!("{text}{wrong}({}, beside the others)", output.status);
    Ok((tally, text))
}

fn heard(command: &mut Command) -> Result<Tally> {
    heard_apart(command).map(|(tally, _)| tally)
}

fn one(outcome: Result<()>) -> Result<Tally> {
    outcome.map(|()| Tally { passed: 1, failed: 0 })
}

/// What ran, how long, and what came of it.
#[derive(Default)]
pub(crate) struct Report {
    phases: Vec<(&'static str, Duration, Tally)>,
}

impl Report {
    /// Runs one phase; an error counts as one failed check.
    pub(crate) fn phase(&mut self, sentence: &'static str, run: impl FnOnce() -> Result<Tally>) {
        println!("\n== {sentence}");
        #[expect(clippy::disallowed_methods, reason = "phases are timed; nothing of it is shipped")]
        let start = Instant::now();
        let tally = run().unwrap_or_else(|error| {
            eprintln!("failed: {error:#}");
            Tally { passed: 0, failed: 1 }
        });
        self.phases.push((sentence, start.elapsed(), tally));
    }

    pub(crate) fn close(&self) -> ExitCode {
        let mut sum = Tally::default();
        println!("\n{:>7}{:>8}{:>8}  phase", "min:s", "passed", "failed");
        for (sentence, time, tally) in &self.phases {
            let (minutes, seconds) = (time.as_secs() / 60, time.as_secs() % 60);
            let time = format!("{minutes}:{seconds:02}");
            println!("{time:>7}{:>8}{:>8}  {sentence}", tally.passed, tally.failed);
            sum += *tally;
        }
        println!("{} passed, {} failed", sum.passed, sum.failed);
        if sum.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}
