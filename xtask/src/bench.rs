//! `cargo xtask bench …`: what things cost, as ratios within one run.
//!
//! Machines differ and are busy; what stands side by side in one run does not. Absolute
//! times are a hint. How to read the tables stands in docs/benchmarks.md.

pub(crate) mod classify;
pub(crate) mod store;

use std::fs::File;
use std::ops::RangeInclusive;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result};
use serde::Deserialize;

use crate::project::{Project, output, run};
use crate::tools;
use crate::wasm::{self, Profile};

/// What there is to measure.
pub(crate) const LIST: &str = "\
cargo xtask bench deadlines    obligations of 1,000 to 100,000 matters, native and in Chromium,
                               beside the same working-day additions by npm's chinese-days
cargo xtask bench classify     decisions about 1,000 to 100,000 matters and the memory they take,
                               native and in Chromium, beside reading the same facts as JSON;
                               --quick: up to 10,000 matters, in a few minutes
cargo xtask bench store        opening, writing to and exporting ledgers of 1,000 to 100,000
                               matters in Chromium, beside the bare cost of the same bytes;
                               --quick: up to 10,000 matters";

/// Sizes, and how often each is measured.
const SIZES: [(usize, usize); 4] = [(1_000, 25), (10_000, 11), (30_000, 9), (100_000, 7)];

/// Heads of the tables.
const RATIOS: [&str; 6] = [
    "matters",
    "growth, native",
    "growth, wasm",
    "wasm : native",
    "chinese-days : ours",
    "all : chinese-days",
];
const TIMES: [&str; 6] = [
    "obligations",
    "additions",
    "a matter, native",
    "a matter, wasm",
    "an addition, wasm",
    "by chinese-days",
];

/// The ledger is several samples, one a seed: one of 100,000 takes far longer to play.
const SAMPLES: usize = 10;

/// The day of the ledger; what it owes ends in years that have a calendar.
const DAY: &str = "2026-09-01";

/// One size as it was measured, round by round in two places.
#[derive(Deserialize)]
struct Measured {
    matters: u32,
    obligations: u32,
    additions: u32,
    native: Vec<Round>,
    wasm: Vec<Round>,
}

/// Milliseconds of one round.
#[derive(Deserialize)]
struct Round {
    /// Everything about each matter of the first size.
    base: f64,
    /// Everything about each matter.
    assess: f64,
    /// The working-day additions among it, by `count`.
    add: f64,
    /// The same by chinese-days; in the browser only.
    #[serde(default)]
    theirs: f64,
}

/// Measures obligations and prints what came of it.
pub(crate) fn deadlines(project: &Project) -> Result<()> {
    tools::npm_packages(project)?;
    let browsers = tools::browsers()?;
    let folder = project.target.join("xtask/deadlines");
    std::fs::create_dir_all(&folder)?;
    let ledger = folder.join("ledger.json");
    println!("Making a ledger of {} matters.", SIZES[SIZES.len() - 1].0);
    let matters = SIZES[SIZES.len() - 1].0 / SAMPLES;
    write_samples(project, &ledger, matters, 1..=SAMPLES)?;
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
    println!("Measuring, natively and in Chromium in turn.");
    let mut command = Command::new("node");
    command.arg(project.e2e().join("deadlines.mjs")).arg(&folder);
    command.arg(project.target.join(program)).arg(DAY).current_dir(project.e2e());
    for (matters, rounds) in SIZES {
        command.arg(matters.to_string()).arg(rounds.to_string());
    }
    let text = output(command.env("CHROMIUM", &browsers.chromium))?;
    let line = text.lines().last().context("nothing was measured")?;
    let sizes: Vec<Measured> =
        serde_json::from_str(line).context("what was measured does not read")?;
    print_ratios(&sizes);
    print_times(&sizes);
    println!("\nEvery addition ended on the same day by both.");
    Ok(())
}

/// Writes the samples one behind another; the program that measures skips what stands
/// between the records. What the same programs made before is left as it is.
fn write_samples(
    project: &Project,
    ledger: &Path,
    matters: usize,
    seeds: RangeInclusive<usize>,
) -> Result<()> {
    run(project.cargo().args(["build", "--bin", "jieyou"]))?;
    let program = project.target.join(format!("debug/jieyou{}", std::env::consts::EXE_SUFFIX));
    let made = |path: &Path| std::fs::metadata(path).and_then(|file| file.modified()).ok();
    let newest = made(&program).max(made(&std::env::current_exe()?));
    if made(ledger) > newest {
        return Ok(());
    }
    let matters = matters.to_string();
    // It has its name once it is whole.
    let begun = ledger.with_extension("begun");
    let file = File::create(&begun)?;
    for seed in seeds {
        let mut command = Command::new(&program);
        command.args(["sample", "--matters", &matters, "--on", DAY, "--seed", &seed.to_string()]);
        run(command.stdout(file.try_clone()?))?;
    }
    std::fs::rename(&begun, ledger)?;
    Ok(())
}

/// Puts the page beside the ledger: the wasm as it is shipped, and chinese-days.
fn page(project: &Project, folder: &Path) -> Result<()> {
    let file = wasm::compile_example(project, "deadlines")?;
    let module = wasm::bind(&file, "deadlines", Profile::Release)?;
    std::fs::write(folder.join("deadlines.js"), &module.glue)?;
    let small = wasm::optimise(project, &module.wasm)?;
    std::fs::write(folder.join("deadlines_bg.wasm"), small)?;
    std::fs::write(folder.join("index.html"), include_str!("../assets/deadlines.html"))?;
    let theirs = project.e2e().join("node_modules/chinese-days/dist/index.es.js");
    std::fs::copy(theirs, folder.join("chinese-days.js"))?;
    Ok(())
}

fn middle(numbers: impl Iterator<Item = f64>) -> f64 {
    let mut sorted: Vec<f64> = numbers.collect();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN)
}

/// Ratios are taken within a round, and the middle one stands: what keeps the machine busy
/// for a while meets both sides.
fn print_ratios(sizes: &[Measured]) {
    let first = f64::from(sizes.first().map_or(1, |m| m.matters));
    println!("\nRatios within a round, the middle of all rounds.");
    println!("growth: cost per matter beside that of {first} matters.");
    println!("{}", row(RATIOS.map(str::to_owned)));
    for m in sizes {
        let times = f64::from(m.matters) / first;
        let growth = |rounds: &[Round]| middle(rounds.iter().map(|r| r.assess / r.base / times));
        let pairs = m.wasm.iter().zip(&m.native);
        let cells = [
            growth(&m.native),
            growth(&m.wasm),
            middle(pairs.map(|(wasm, native)| wasm.assess / native.assess)),
            middle(m.wasm.iter().map(|r| r.theirs / r.add)),
            middle(m.wasm.iter().map(|r| r.assess / r.theirs)),
        ];
        let [a, b, c, d, e] = cells.map(|ratio| format!("{ratio:.2}"));
        println!("{}", row([m.matters.to_string(), a, b, c, d, e]));
    }
}

fn print_times(sizes: &[Measured]) {
    println!("\nA hint only: microseconds, middle (and fastest) round");
    println!("{}", row(TIMES.map(str::to_owned)));
    for m in sizes {
        let cell = |rounds: &[Round], time: fn(&Round) -> f64, of: u32| {
            let each = rounds.iter().map(|round| time(round) * 1000.0 / f64::from(of));
            let fastest = each.clone().fold(f64::INFINITY, f64::min);
            format!("{:.2} ({fastest:.2})", middle(each))
        };
        println!(
            "{}",
            row([
                m.obligations.to_string(),
                m.additions.to_string(),
                cell(&m.native, |r| r.assess, m.matters),
                cell(&m.wasm, |r| r.assess, m.matters),
                cell(&m.wasm, |r| r.add, m.additions),
                cell(&m.wasm, |r| r.theirs, m.additions),
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
    fn what_is_printed_by_the_script_is_read() {
        let round = r#"{"base":1,"assess":1.5,"add":1}"#;
        let text = format!(
            r#"{{"matters":1,"obligations":5,"additions":2,"native":[{round}],"wasm":[]}}"#
        );
        let read: Measured = serde_json::from_str(&text).unwrap();
        assert_eq!((read.native[0].assess, read.native[0].theirs), (1.5, 0.0));
    }

    #[test]
    fn the_middle_is_no_mean() {
        assert_eq!(middle([3.0, 1.0, 20.0].into_iter()), 3.0);
        assert!(middle([].into_iter()).is_nan());
    }
}
