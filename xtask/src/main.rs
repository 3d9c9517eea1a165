//! `cargo xtask …`: builds, serves, packs, tests and measures the app.
//!
//! Each command sets up what it lacks. Nothing here is shipped.

mod bench;
mod bundle;
mod dist;
mod hosted;
mod ondemand;
mod order;
mod pack;
mod page;
mod policy;
mod project;
mod proofs;
mod serve;
mod single;
mod soak;
mod tally;
mod test;
mod texts;
mod tools;
mod wasm;

use std::process::ExitCode;

use anyhow::{Context as _, Result, bail};

use crate::project::Project;

const USAGE: &str = "\
cargo xtask serve [--port N]   build for development, serve on 127.0.0.1, reload on change
cargo xtask dist               write dist/web/ and dist/jieyou.html
cargo xtask dist --quick       write them unoptimised, to drive flows while working
cargo xtask test [--fast]      run every check; --fast leaves the browsers out
cargo xtask test --store       run only the store's contract, in a browser
cargo xtask soak [--short]     kill, break and crowd it for an hour; --seed N repeats a run
cargo xtask bench [NAME]       measure something; without a name, list what there is";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Result<ExitCode> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["serve"] => serve::serve(&Project::find()?, None)?,
        ["serve", "--port", port] => {
            let port = port.parse().with_context(|| format!("{port} is not a port number"))?;
            serve::serve(&Project::find()?, Some(port))?;
        }
        // Over the budget is said, and still shipped.
        ["dist"] => drop(dist::dist(&Project::find()?)?),
        ["dist", "--quick"] => dist::quick(&Project::find()?)?,
        ["test"] => return test::test(&Project::find()?, test::Extent::Everything),
        ["test", "--fast"] => return test::test(&Project::find()?, test::Extent::WithoutBrowsers),
        ["test", "--store"] => return test::test(&Project::find()?, test::Extent::Store),
        ["soak", rest @ ..] => return soak::soak(&Project::find()?, rest),
        ["bench"] => println!("{}", bench::LIST),
        ["bench", "deadlines"] => bench::deadlines(&Project::find()?)?,
        ["bench", "classify"] => bench::classify::classify(&Project::find()?, false)?,
        ["bench", "classify", "--quick"] => bench::classify::classify(&Project::find()?, true)?,
        ["bench", "store"] => bench::store::store(&Project::find()?, false)?,
        ["bench", "store", "--quick"] => bench::store::store(&Project::find()?, true)?,
        [] | ["help" | "--help" | "-h"] => println!("{USAGE}"),
        _ => bail!("unknown arguments: {}\n{USAGE}", words.join(" ")),
    }
    Ok(ExitCode::SUCCESS)
}
