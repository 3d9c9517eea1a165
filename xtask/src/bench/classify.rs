//! `cargo xtask bench classify`: what deciding everything about a matter costs, in time and
//! in memory, and how both grow with the number of matters.

use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result};
use serde::Deserialize;

use super::{DAY, middle, write_samples};
use crate::project::{Project, output, run};
use crate::tools;
use crate::wasm::{self, Profile};

/// Sizes, and how often each is measured.
const SIZES: [(usize, usize); 3] = [(1_000, 15), (10_000, 7), (100_000, 3)];
/// The same to try it in a minute or two.
const QUICK: [(usize, usize); 2] = [(1_000, 9), (10_000, 5)];

/// More matters in one sample take far longer to play.
const SAMPLE_MAX: usize = 10_000;

/// One size as it was measured, round by round in two places.
#[derive(Deserialize)]
struct Measured {
    matters: u32,
    decisions: f64,
    entries: f64,
    heap: Heap,
    native: Vec<Round>,
    wasm: Vec<Round>,
}

/// What the page held for the program, in bytes; it only ever grows.
#[derive(Deserialize)]
struct Heap {
    begun: f64,
    read: f64,
    folded: f64,
    classified: f64,
    kept: f64,
}

/// Milliseconds of one round.
#[derive(Deserialize)]
struct Round {
    /// Everything decided about each matter of the first size.
    base: f64,
    /// Everything decided about each matter.
    classify: f64,
    /// What is owed, kind and list alone.
    assess: f64,
    /// The subject proposed alone.
    suggest: f64,
    /// The facts of each matter written as JSON and read back.
    json: f64,
}

/// Measures decisions and prints what came of it.
pub(crate) fn classify(project: &Project, is_quick: bool) -> Result<()> {
    tools::npm_packages(project)?;
    let browsers = tools::browsers()?;
    let folder = project.target.join("xtask/classify");
    std::fs::create_dir_all(&folder)?;
    let sizes = if is_quick { &QUICK[..] } else { &SIZES[..] };
    println!("Making ledgers of up to {} matters.", sizes[sizes.len() - 1].0);
    for (at, (matters, _)) in sizes.iter().enumerate() {
        let samples = matters.div_ceil(SAMPLE_MAX);
        let seeds = at * 100 + 1..=at * 100 + samples;
        let ledger = folder.join(format!("ledger-{matters}.json"));
        write_samples(project, &ledger, matters / samples, seeds)?;
    }
    println!("Building for this machine and for the browser.");
    page(project, &folder)?;
    run(project.cargo().args([
        "build",
        "--release",
        "-p",
        "jieyou-store",
        "--example",
        "classify",
    ]))?;
    let program = format!("release/examples/classify{}", std::env::consts::EXE_SUFFIX);
    println!("Measuring, natively and in Chromium in turn.");
    let mut command = Command::new("node");
    command.arg(project.e2e().join("classify.mjs")).arg(&folder);
    command.arg(project.target.join(program)).arg(DAY).current_dir(project.e2e());
    for (matters, rounds) in sizes {
        command.arg(matters.to_string()).arg(rounds.to_string());
    }
    let text = output(command.env("CHROMIUM", &browsers.chromium))?;
    let line = text.lines().last().context("nothing was measured")?;
    let sizes: Vec<Measured> =
        serde_json::from_str(line).context("what was measured does not read")?;
    print_ratios(&sizes);
    print_memory(&sizes);
    print_times(&sizes);
    Ok(())
}

/// Puts the page beside the ledgers: the wasm as it is shipped.
fn page(project: &Project, folder: &Path) -> Result<()> {
    let file = wasm::compile_example(project, "classify")?;
    let module = wasm::bind(&file, "classify", Profile::Release)?;
    std::fs::write(folder.join("classify.js"), &module.glue)?;
    let small = wasm::optimise(project, &module.wasm)?;
    std::fs::write(folder.join("classify_bg.wasm"), small)?;
    std::fs::write(folder.join("index.html"), include_str!("../../assets/classify.html"))?;
    Ok(())
}

fn print_ratios(sizes: &[Measured]) {
    let first = f64::from(sizes.first().map_or(1, |m| m.matters));
    println!("\nRatios within a round, the middle of all rounds.");
    println!("growth: cost per matter beside that of {first} matters.\n");
    let heads = [
        "matters",
        "growth, native",
        "growth, wasm",
        "wasm : native",
        "all : JSON",
        "all : owed",
        "all : subject",
    ];
    head(&heads);
    for m in sizes {
        let times = f64::from(m.matters) / first;
        let growth = |rounds: &[Round]| middle(rounds.iter().map(|r| r.classify / r.base / times));
        let pairs = m.wasm.iter().zip(&m.native);
        let ratios = [
            growth(&m.native),
            growth(&m.wasm),
            middle(pairs.map(|(wasm, native)| wasm.classify / native.classify)),
            middle(m.wasm.iter().map(|r| r.classify / r.json)),
            middle(m.wasm.iter().map(|r| r.classify / r.assess)),
            middle(m.wasm.iter().map(|r| r.classify / r.suggest)),
        ];
        row(m.matters, ratios.map(|ratio| format!("{ratio:.2}")));
    }
}

/// What each step added to what the page holds.
fn print_memory(sizes: &[Measured]) {
    println!("\nMemory of the page, MiB, and what each step added, bytes a matter\n");
    head(&["matters", "in the end", "read and folded", "deciding", "keeping decisions"]);
    for m in sizes {
        let each = |from: f64, to: f64| format!("{:.0}", (to - from) / f64::from(m.matters));
        let Heap { begun, read, folded, classified, kept } = m.heap;
        let all = format!("{:.0}", kept / f64::from(1 << 20));
        let steps =
            [each(begun, folded.max(read)), each(folded, classified), each(classified, kept)];
        let [a, b, c] = steps;
        row(m.matters, [all, a, b, c]);
    }
}

fn print_times(sizes: &[Measured]) {
    println!("\nA hint only: microseconds a matter, middle (and fastest) round\n");
    head(&[
        "matters",
        "decisions",
        "entries",
        "all, native",
        "all, wasm",
        "owed, wasm",
        "subject, wasm",
        "JSON, wasm",
    ]);
    for m in sizes {
        let matters = f64::from(m.matters);
        let cell = |rounds: &[Round], time: fn(&Round) -> f64| {
            let each = rounds.iter().map(|round| time(round) * 1000.0 / matters);
            let fastest = each.clone().fold(f64::INFINITY, f64::min);
            format!("{:.1} ({fastest:.1})", middle(each))
        };
        let cells = [
            format!("{:.1}", m.decisions / matters),
            format!("{:.1}", m.entries / matters),
            cell(&m.native, |r| r.classify),
            cell(&m.wasm, |r| r.classify),
            cell(&m.wasm, |r| r.assess),
            cell(&m.wasm, |r| r.suggest),
            cell(&m.wasm, |r| r.json),
        ];
        row(m.matters, cells);
    }
}

/// The head of a table, as documents have it.
fn head(names: &[&str]) {
    println!("| {} |", names.join(" | "));
    println!("|{}", "---|".repeat(names.len()));
}

fn row<const N: usize>(matters: u32, cells: [String; N]) {
    println!("| {matters} | {} |", cells.join(" | "));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_printed_by_the_script_is_read() {
        let round = r#"{"base":1,"classify":1.5,"assess":1,"suggest":1,"json":2}"#;
        let heap = r#"{"begun":1,"read":2,"folded":3,"classified":4,"kept":5}"#;
        let text = format!(
            r#"{{"matters":1,"decisions":5,"entries":2,"heap":{heap},"native":[{round}],"wasm":[]}}"#
        );
        let read: Measured = serde_json::from_str(&text).unwrap();
        assert_eq!((read.native[0].classify, read.heap.kept), (1.5, 5.0));
    }
}
