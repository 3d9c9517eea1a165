//! `cargo xtask bench …`: what things cost, as ratios within one run.
//!
//! Machines differ and are busy; what stands side by side in one run does not. Absolute
//! times are a hint. How to read the tables stands in docs/benchmarks.md.

use std::fs::File;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use serde::Deserialize;

use crate::project::{Project, output, run};
use crate::tools;
use crate::wasm::{self, Profile};

/// What there is to measure.
pub(crate) const LIST: &str = "\
cargo xtask bench deadlines    obligations of 1,000 to 100,000 matters, native and in Chromium,
                               beside the same working-day additions by npm's chinese-days";

/// Sizes, and how often each is measured.
const SIZES: [(usize, usize); 4] = [(1_000, 25), (10_000, 11), (30_000, 9), (100_000, 7)];

/// The ledger is several samples, one a seed: one of 100,000 takes far longer to play.
const SAMPLES: usize = 10;

/// The day of the ledger; what it owes ends in years that have a calendar.
const DAY: &str = "2026-09-01";

/// One size as it was measured; times are in milliseconds, one a round.
#[derive(Deserialize)]
struct Measured {
    matters: u32,
    obligations: u32,
    additions: u32,
    /// Everything about each matter of the first size, measured in the same round.
    base: Vec<f64>,
    /// Everything about each matter.
    assess: Vec<f64>,
    /// The working-day additions among it, by `count`.
    add: Vec<f64>,
    /// The same by chinese-days; in the browser only.
    #[serde(default)]
    theirs: Vec<f64>,
    /// Ends on which the two differ.
    #[serde(default)]
    differ: u32,
}

/// Measures obligations and prints what came of it.
pub(crate) fn deadlines(project: &Project) -> Result<()> {
    tools::npm_packages(project)?;
    let browsers = tools::browsers()?;
    let folder = project.target.join("xtask/deadlines");
    std::fs::create_dir_all(&folder)?;
    let ledger = folder.join("ledger.json");
    println!("Making a ledger of {} matters.", SIZES[SIZES.len() - 1].0);
    sample(project, &ledger)?;
    println!("Building for this machine and for the browser.");
    page(project, &folder)?;
    run(project.cargo().args([
        "build",
        "--release",
        "-p",
        "jieyou-store",
        "--example",
        "deadlines",
    ]))?;
    let program = format!("release/examples/deadlines{}", std::env::consts::EXE_SUFFIX);
    let native = || measured(Command::new(project.target.join(&program)).arg(&ledger));
    println!("Measuring natively.");
    let mut here = native()?;
    println!("Measuring in Chromium.");
    let mut browser = Command::new("node");
    browser.arg(project.e2e().join("deadlines.mjs")).arg(&folder).current_dir(project.e2e());
    let there = measured(browser.env("CHROMIUM", &browsers.chromium))?;
    // Before and after, so that a machine that gets slower or faster favours neither.
    println!("Measuring natively again.");
    for (first, second) in here.iter_mut().zip(native()?) {
        first.base.extend(second.base);
        first.assess.extend(second.assess);
    }
    print(&here, &there)
}

/// Writes the samples one behind another; the program that measures skips what stands
/// between the records.
fn sample(project: &Project, ledger: &Path) -> Result<()> {
    run(project.cargo().args(["build", "--profile", "tool", "-p", "jieyou-cli"]))?;
    let program = format!("tool/jieyou{}", std::env::consts::EXE_SUFFIX);
    let matters = (SIZES[SIZES.len() - 1].0 / SAMPLES).to_string();
    let file = File::create(ledger)?;
    for seed in 1..=SAMPLES {
        let mut command = Command::new(project.target.join(&program));
        command.args(["sample", "--matters", &matters, "--on", DAY, "--seed", &seed.to_string()]);
        run(command.stdout(file.try_clone()?))?;
    }
    Ok(())
}

/// Puts the page beside the ledger: the wasm as it is shipped, and chinese-days.
fn page(project: &Project, folder: &Path) -> Result<()> {
    let file = wasm::compile_example(project, "deadlines", Profile::Release)?;
    let module = wasm::bind(&file, "deadlines", Profile::Release)?;
    std::fs::write(folder.join("deadlines.js"), &module.glue)?;
    let small = wasm::optimise(project, &module.wasm)?;
    std::fs::write(folder.join("deadlines_bg.wasm"), small)?;
    std::fs::write(folder.join("index.html"), include_str!("../assets/deadlines.html"))?;
    let theirs = project.e2e().join("node_modules/chinese-days/dist/index.es.js");
    std::fs::copy(theirs, folder.join("chinese-days.js"))?;
    Ok(())
}

fn measured(command: &mut Command) -> Result<Vec<Measured>> {
    command.arg(DAY);
    for (matters, rounds) in SIZES {
        command.arg(matters.to_string()).arg(rounds.to_string());
    }
    let text = output(command)?;
    let line = text.lines().last().context("nothing was measured")?;
    serde_json::from_str(line).context("what was measured does not read")
}

fn fastest(times: &[f64]) -> f64 {
    times.iter().copied().fold(f64::INFINITY, f64::min)
}

fn middle(times: &[f64]) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN)
}

/// How many times the one took as long as the other in the middle one of the rounds: what
/// keeps the machine busy meets both.
fn paired(these: &[f64], those: &[f64]) -> f64 {
    let ratios: Vec<f64> = these.iter().zip(those).map(|(a, b)| a / b).collect();
    middle(&ratios)
}

fn print(native: &[Measured], browser: &[Measured]) -> Result<()> {
    for (n, b) in native.iter().zip(browser) {
        let (here, there) = ((n.obligations, n.additions), (b.obligations, b.additions));
        ensure!(here == there, "native and wasm found other obligations: {here:?}, {there:?}");
        ensure!(b.differ == 0, "chinese-days ends {} additions on another day", b.differ);
    }
    print_ratios(native, browser);
    print_times(native, browser);
    println!("\nEvery addition ended on the same day by both.");
    Ok(())
}

fn print_ratios(native: &[Measured], browser: &[Measured]) {
    let first = SIZES[0].0;
    let growth = |m: &Measured| {
        let times = f64::from(m.matters) / f64::from(u32::try_from(first).unwrap_or(1));
        paired(&m.assess, &m.base) / times
    };
    println!("\nRatios, middle of all rounds (wasm : native, fastest rounds).");
    println!("growth: cost per matter beside that of {first} matters.");
    println!(
        "{}",
        row([
            "matters",
            "growth, native",
            "growth, wasm",
            "wasm : native",
            "chinese-days : ours",
            "all : chinese-days"
        ]
        .map(str::to_owned))
    );
    for (n, b) in native.iter().zip(browser) {
        let ratio = |ratio: f64| format!("{ratio:.2}");
        println!(
            "{}",
            row([
                n.matters.to_string(),
                ratio(growth(n)),
                ratio(growth(b)),
                ratio(fastest(&b.assess) / fastest(&n.assess)),
                ratio(paired(&b.theirs, &b.add)),
                ratio(paired(&b.assess, &b.theirs)),
            ])
        );
    }
}

fn print_times(native: &[Measured], browser: &[Measured]) {
    println!("\nA hint only: microseconds, fastest (and middle) round");
    println!(
        "{}",
        row([
            "obligations",
            "additions",
            "a matter, native",
            "a matter, wasm",
            "an addition, wasm",
            "by chinese-days"
        ]
        .map(str::to_owned))
    );
    for (n, b) in native.iter().zip(browser) {
        let cell = |times: &[f64], of: u32| {
            let each = |time: f64| time * 1000.0 / f64::from(of);
            format!("{:.2} ({:.2})", each(fastest(times)), each(middle(times)))
        };
        println!(
            "{}",
            row([
                n.obligations.to_string(),
                n.additions.to_string(),
                cell(&n.assess, n.matters),
                cell(&b.assess, b.matters),
                cell(&b.add, b.additions),
                cell(&b.theirs, b.additions),
            ])
        );
    }
}

fn row(cells: [String; 6]) -> String {
    let [first, rest @ ..] = cells;
    rest.iter().fold(format!("{first:>11}"), |line, cell| format!("{line}  {cell:>19}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_are_paired_before_the_middle_is_taken() {
        // The third round met a busy machine, and so did what it is compared with.
        assert_eq!(paired(&[2.0, 2.2, 20.0], &[1.0, 1.0, 10.0]), 2.0);
        assert_eq!((fastest(&[3.0, 1.0, 2.0]), middle(&[3.0, 1.0, 2.0])), (1.0, 2.0));
        assert!(middle(&[]).is_nan());
    }

    #[test]
    fn what_the_programs_print_is_read() {
        let text =
            r#"{"matters":1,"obligations":5,"additions":2,"base":[1],"assess":[1.5],"add":[1]}"#;
        let read: Measured = serde_json::from_str(text).unwrap();
        assert_eq!((read.assess, read.theirs, read.differ), (vec![1.5], vec![], 0));
    }
}
