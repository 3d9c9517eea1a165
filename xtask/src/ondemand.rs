//! The wasm that is loaded when it is first used, with its glue and its worker as one
//! script: run from a blob in a worker, or in the page where no worker starts.

use anyhow::Result;

use crate::page::fill;
use crate::project::Project;
use crate::wasm::{self, Module, Profile};

/// What both builds' boot scripts end in: how the page runs the script below.
pub(crate) const RUN: &str = include_str!("../assets/ondemand-run.js");

/// A wasm file, and the plain script that starts it.
pub(crate) struct Ondemand {
    pub(crate) script: String,
    pub(crate) wasm: Vec<u8>,
}

/// Compiles and binds it; for release makes it small.
pub(crate) fn build(project: &Project, profile: Profile) -> Result<Ondemand> {
    let file = wasm::compile_ondemand(project, profile)?;
    let Module { glue, mut wasm } = wasm::bind_script(&file, "ondemand", profile)?;
    if profile == Profile::Release {
        wasm = wasm::optimise(project, &wasm)?;
    }
    let script = include_str!("../assets/ondemand-worker.js");
    let script = fill(script, "__GLUE__", glue.replace('\r', "").trim())?;
    Ok(Ondemand { script, wasm })
}
