//! `cargo xtask soak`: the proofs at full length, and a closing table of what was found.
//! Takes an hour or so; `--short` runs them as `cargo xtask test` does, `--seed` repeats a
//! run.

use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context as _, Result, bail};

use crate::project::Project;
use crate::proofs::{self, LONG, Proofs, SHORT};
use crate::tally::Tally;
use crate::test::Report;
use crate::tools;

/// Runs every proof and prints what came of it.
pub(crate) fn soak(project: &Project, arguments: &[&str]) -> Result<ExitCode> {
    let (mut length, mut seed) = (LONG, None);
    let mut words = arguments.iter();
    while let Some(word) = words.next() {
        match *word {
            "--short" => length = SHORT,
            "--seed" => {
                let number = words.next().context("--seed needs a number")?;
                seed = Some(number.parse().with_context(|| format!("{number} is no seed"))?);
            }
            other => bail!("unknown argument {other}"),
        }
    }
    let seed = seed.unwrap_or_else(from_clock);
    let mut proofs = Proofs { length, seed, ..Proofs::short(project) };
    println!("The seed of this run is {}.", proofs.seed);
    let mut report = Report::default();
    report
        .phase("Merging histories, with a store that fails at every call.", || proofs.histories());
    report.phase("Reading broken files in.", || proofs.fuzz());
    let mut ready = None;
    report.phase("Building the page that writes.", || {
        tools::npm_packages(project)?;
        ready = Some((tools::browsers()?, proofs::page(project)?));
        Ok(Tally::default())
    });
    if let Some((browsers, folder)) = ready {
        report.phase("Killing the browser while a ledger is written.", || {
            proofs.kill(&browsers, &folder)
        });
        report.phase("Writing in two tabs and in five.", || proofs.tabs(&browsers, &folder));
    }
    let code = report.close();
    println!();
    for line in &proofs.figures {
        let (name, figures) = line.split_once(": ").unwrap_or(("", line));
        println!("{name:>7}  {figures}");
    }
    Ok(code)
}

#[expect(clippy::disallowed_methods, reason = "another run is another seed; it is printed")]
fn from_clock() -> u32 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u32::try_from(since.as_secs() % u64::from(u32::MAX)).unwrap_or_default()
}
