//! `cargo xtask bench store`: what opening a large ledger, writing to it and exporting it
//! cost in a browser, beside the bare cost of the same bytes.

use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result};
use serde::Deserialize;

use super::{DAY, middle, write_samples};
use crate::project::{Project, output};
use crate::tools;
use crate::wasm::{self, Profile};

/// Sizes, and how often each is measured.
const SIZES: [(usize, usize); 3] = [(1_000, 9), (10_000, 5), (100_000, 3)];
/// The same to try it in a few minutes.
const QUICK: [(usize, usize); 2] = [(1_000, 5), (10_000, 3)];

/// More matters in one sample take far longer to play.
const SAMPLE_MAX: usize = 10_000;

const MIB: f64 = 1_048_576.0;

/// One size as it was measured, round by round.
#[derive(Deserialize)]
struct Measured {
    matters: u32,
    records: u32,
    rounds: Vec<Round>,
}

/// Milliseconds of one round.
#[derive(Deserialize)]
struct Round {
    bare: Bare,
    open: Open,
    steps: Steps,
    /// One fact recorded.
    append: f64,
    write: Written,
}

/// The same bytes with nothing else.
#[derive(Deserialize)]
struct Bare {
    read: f64,
    /// A line at a time, with the two texts in it.
    parse: f64,
    /// The segments written.
    put: f64,
    /// One line added and read back.
    add: f64,
    /// Read, and put together as a file.
    export: f64,
    bytes: f64,
}

/// Opening as the app does it. The sizes are what the page held for the program, in bytes.
#[derive(Deserialize)]
struct Open {
    read: f64,
    lay: f64,
    fold: f64,
    assess: f64,
    begun: f64,
    folded: f64,
    heap: f64,
    longest: f64,
}

impl Open {
    fn all(&self) -> f64 {
        self.read + self.lay + self.fold + self.assess
    }
}

/// What opening does with the lines, one after another.
#[derive(Deserialize)]
struct Steps {
    read: f64,
    /// From a line to a record, its hashes compared.
    record: f64,
    /// The hashes alone.
    hash: f64,
    weave: f64,
    /// From a record to the event in it.
    event: f64,
}

/// The export.
#[derive(Deserialize)]
struct Written {
    time: f64,
    bytes: f64,
    heap: f64,
    longest: f64,
}

/// Measures the store and prints what came of it.
pub(crate) fn store(project: &Project, is_quick: bool) -> Result<()> {
    tools::npm_packages(project)?;
    let browsers = tools::browsers()?;
    let folder = project.target.join("xtask/store");
    std::fs::create_dir_all(&folder)?;
    let sizes = if is_quick { &QUICK[..] } else { &SIZES[..] };
    println!("Making ledgers of up to {} matters.", sizes[sizes.len() - 1].0);
    for (at, (matters, _)) in sizes.iter().enumerate() {
        let samples = matters.div_ceil(SAMPLE_MAX);
        let seeds = at * 100 + 1..=at * 100 + samples;
        let ledger = folder.join(format!("ledger-{matters}.json"));
        write_samples(project, &ledger, matters / samples, seeds)?;
    }
    println!("Building for the browser.");
    page(project, &folder)?;
    println!("Filling databases in Chromium, and measuring.");
    let mut command = Command::new("node");
    command.arg(project.e2e().join("store.mjs")).arg(&folder).arg(DAY).current_dir(project.e2e());
    for (matters, rounds) in sizes {
        command.arg(matters.to_string()).arg(rounds.to_string());
    }
    let text = output(command.env("CHROMIUM", &browsers.chromium))?;
    let line = text.lines().last().context("nothing was measured")?;
    let sizes: Vec<Measured> =
        serde_json::from_str(line).context("what was measured does not read")?;
    print_ratios(&sizes);
    print_shares(&sizes);
    print_memory(&sizes);
    print_times(&sizes);
    Ok(())
}

/// Puts the page beside the ledgers: the wasm as it is shipped.
fn page(project: &Project, folder: &Path) -> Result<()> {
    let file = wasm::compile_example(project, "store")?;
    let module = wasm::bind(&file, "store", Profile::Release)?;
    std::fs::write(folder.join("store.js"), &module.glue)?;
    let small = wasm::optimise(project, &module.wasm)?;
    std::fs::write(folder.join("store_bg.wasm"), small)?;
    std::fs::write(folder.join("index.html"), include_str!("../../assets/store.html"))?;
    Ok(())
}

fn of(m: &Measured, number: impl Fn(&Round) -> f64) -> f64 {
    middle(m.rounds.iter().map(number))
}

fn print_ratios(sizes: &[Measured]) {
    println!("\nRatios within a round, the middle of all rounds.");
    println!("growth: opening a matter beside opening one of the first size.\n");
    let names =
        ["matters", "records", "growth", "open : read", "open : read + JSON", "append", "export"];
    head(&names);
    let each = |m: &Measured| of(m, |r| r.open.all()) / f64::from(m.matters);
    let first = sizes.first().map_or(1.0, each);
    for m in sizes {
        let ratios = [
            each(m) / first,
            of(m, |r| r.open.all() / r.bare.read),
            of(m, |r| r.open.all() / (r.bare.read + r.bare.parse)),
            of(m, |r| r.append / r.bare.add),
            of(m, |r| r.write.time / r.bare.export),
        ];
        let [a, b, c, d, e] = ratios.map(|ratio| format!("{ratio:.2}"));
        row(m.matters, &[m.records.to_string(), a, b, c, d, e]);
    }
}

/// Where the time of opening goes.
fn print_shares(sizes: &[Measured]) {
    println!("\nWhere the time of opening goes: per cent of the whole\n");
    let names =
        ["matters", "read", "records", "hashes", "weave", "events", "laid", "folded", "assessed"];
    head(&names);
    for m in sizes {
        let share =
            |part: fn(&Round) -> f64| format!("{:.0}", of(m, |r| part(r) * 100.0 / r.open.all()));
        let cells = [
            share(|r| r.steps.read),
            share(|r| r.steps.record - r.steps.hash),
            share(|r| r.steps.hash),
            share(|r| r.steps.weave),
            share(|r| r.steps.event),
            share(|r| r.open.lay),
            share(|r| r.open.fold),
            share(|r| r.open.assess),
        ];
        row(m.matters, &cells);
    }
}

fn print_memory(sizes: &[Measured]) {
    println!("\nMemory of the page for the program, and the bytes of the ledger\n");
    let names = [
        "matters",
        "open, MiB",
        "folded, bytes a matter",
        "assessed, bytes a matter",
        "after export, MiB",
        "the file, MiB",
    ];
    head(&names);
    for m in sizes {
        let cells = [
            format!("{:.0}", of(m, |r| r.open.heap / MIB)),
            format!("{:.0}", of(m, |r| (r.open.folded - r.open.begun) / f64::from(m.matters))),
            format!("{:.0}", of(m, |r| (r.open.heap - r.open.folded) / f64::from(m.matters))),
            format!("{:.0}", of(m, |r| r.write.heap / MIB)),
            format!("{:.0}", of(m, |r| r.write.bytes.max(r.bare.bytes) / MIB)),
        ];
        row(m.matters, &cells);
    }
}

fn print_times(sizes: &[Measured]) {
    println!("\nA hint only: the middle round\n");
    let names = [
        "matters",
        "opening, s",
        "longest stretch, ms",
        "a fact, ms",
        "export, s",
        "longest stretch, ms",
        "bare read, s",
        "bare JSON, s",
        "bare write, s",
    ];
    head(&names);
    for m in sizes {
        let seconds = |time: fn(&Round) -> f64| format!("{:.2}", of(m, time) / 1000.0);
        let cells = [
            seconds(|r| r.open.all()),
            format!("{:.0}", of(m, |r| r.open.longest)),
            format!("{:.1}", of(m, |r| r.append)),
            seconds(|r| r.write.time),
            format!("{:.0}", of(m, |r| r.write.longest)),
            seconds(|r| r.bare.read),
            seconds(|r| r.bare.parse),
            seconds(|r| r.bare.put),
        ];
        row(m.matters, &cells);
    }
}

/// The head of a table, as documents have it.
fn head(names: &[&str]) {
    println!("| {} |", names.join(" | "));
    println!("|{}", "---|".repeat(names.len()));
}

fn row(matters: u32, cells: &[String]) {
    println!("| {matters} | {} |", cells.join(" | "));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_printed_by_the_script_is_read() {
        let text = r#"{"matters":1,"records":7,"rounds":[{
            "bare":{"read":1,"parse":2,"put":3,"add":4,"export":5,"bytes":6},
            "open":{"read":1,"lay":2,"fold":3,"assess":4,"begun":5,"folded":6,"heap":6,"longest":0},
            "steps":{"read":1,"record":2,"hash":1,"weave":1,"event":1},
            "append":8,"write":{"time":1,"bytes":2,"heap":3,"longest":60}}]}"#;
        let read: Measured = serde_json::from_str(text).unwrap();
        assert_eq!((of(&read, |r| r.open.all()), of(&read, |r| r.append)), (10.0, 8.0));
    }
}
