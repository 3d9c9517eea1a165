//! From Rust to a wasm file and the JavaScript that starts it.
//!
//! wasm-bindgen is linked as a library, so Cargo.lock pins it together with
//! the macros of the app.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, ensure};
use wasm_bindgen_cli_support::Bindgen;

use crate::project::{Project, run};
use crate::{order, tools};

const TARGET: &str = "wasm32-unknown-unknown";

/// A wasm file and its glue.
#[derive(Clone)]
pub(crate) struct Module {
    pub(crate) glue: String,
    pub(crate) wasm: Vec<u8>,
}

/// How the app is compiled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    Debug,
    Release,
}

/// Compiles the app; gives the file cargo wrote.
pub(crate) fn compile_app(project: &Project, profile: Profile) -> Result<PathBuf> {
    let mut command = project.cargo();
    command.args(["build", "--target", TARGET, "-p", "jieyou", "--bin", "jieyou-app"]);
    let folder = match profile {
        Profile::Debug => "debug",
        Profile::Release => {
            command.arg("--release").arg("--config").arg(short_paths(project)?);
            "release"
        }
    };
    tools::wasm_target()?;
    run(&mut command)?;
    Ok(project.target.join(TARGET).join(folder).join("jieyou-app.wasm"))
}

/// A setting of cargo's: what is shipped names source files without the folders of the
/// machine that built it. They are in every message of a panic.
fn short_paths(project: &Project) -> Result<String> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| {
        let home = std::env::var_os("HOME").or_else(|| std::env::var_os("USERPROFILE"))?;
        Some(PathBuf::from(home).join(".cargo"))
    });
    let mut folders = vec![project.root.clone()];
    // The registry's folder has a name of its own on every machine.
    if let Some(found) = home.and_then(|home| std::fs::read_dir(home.join("registry/src")).ok()) {
        for folder in found {
            folders.push(folder?.path());
        }
    }
    let flags: Vec<String> =
        folders.iter().map(|folder| format!("--remap-path-prefix={}=", folder.display())).collect();
    Ok(format!("target.{TARGET}.rustflags={}", serde_json::to_string(&flags)?))
}

/// Compiles an example of the store, which is a page of its own. Always for release, as
/// the app is shipped: what both need is compiled once.
pub(crate) fn compile_example(project: &Project, name: &str) -> Result<PathBuf> {
    tools::wasm_target()?;
    let mut command = project.cargo();
    command.args(["build", "--target", TARGET, "-p", "jieyou-store", "--example", name]);
    run(command.arg("--release").arg("--config").arg(short_paths(project)?))?;
    Ok(project.target.join(TARGET).join("release/examples").join(format!("{name}.wasm")))
}

/// Compiles what is loaded on demand; gives the file cargo wrote.
pub(crate) fn compile_ondemand(project: &Project, profile: Profile) -> Result<PathBuf> {
    tools::wasm_target()?;
    let mut command = project.cargo();
    command.args(["build", "--target", TARGET, "-p", "jieyou-ondemand", "--lib"]);
    let folder = match profile {
        Profile::Debug => "debug",
        Profile::Release => {
            command.arg("--release").arg("--config").arg(short_paths(project)?);
            "release"
        }
    };
    run(&mut command)?;
    Ok(project.target.join(TARGET).join(folder).join("jieyou_ondemand.wasm"))
}

/// Does what `wasm-bindgen --target web` does.
pub(crate) fn bind(file: &Path, name: &str, profile: Profile) -> Result<Module> {
    generate(Bindgen::new().web(true)?, file, name, profile)
}

/// Does what `wasm-bindgen --target no-modules` does: glue that is a plain script, which a
/// worker made from a blob can run.
pub(crate) fn bind_script(file: &Path, name: &str, profile: Profile) -> Result<Module> {
    generate(Bindgen::new().no_modules(true)?, file, name, profile)
}

fn generate(bindgen: &mut Bindgen, file: &Path, name: &str, profile: Profile) -> Result<Module> {
    let mut output = bindgen
        .input_path(file)
        .out_name(name)
        .typescript(false)
        .omit_default_module_path(true)
        .remove_name_section(profile == Profile::Release)
        .remove_producers_section(profile == Profile::Release)
        .generate_output()?;
    if profile == Profile::Release {
        // Streams to and from a server, which leptos exports for server functions. There
        // is no server; without the exports wasm-opt drops what is behind them.
        for class in ["intounderlyingbytesource", "intounderlyingsink", "intounderlyingsource"] {
            let exports = &mut output.wasm_mut().exports;
            let unused: Vec<_> = exports
                .iter()
                .filter(|export| export.name.contains(class))
                .map(|export| export.id())
                .collect();
            unused.into_iter().for_each(|id| exports.delete(id));
        }
    }
    ensure!(
        output.snippets().values().all(Vec::is_empty) && output.local_modules().is_empty(),
        "a crate brings JavaScript files of its own (inline_js or module =); the single file has no place for them"
    );
    Ok(Module { glue: output.js().to_owned(), wasm: output.wasm_mut().emit_wasm() })
}

/// Makes a wasm file small, with wasm-opt from npm's binaryen.
///
/// A distribution's wasm-opt must not be used: version 108 writes files that
/// no browser starts, without an error.
pub(crate) fn optimise(project: &Project, wasm: &[u8]) -> Result<Vec<u8>> {
    tools::npm_packages(project)?;
    // Once: to go on until nothing changes takes three times as long, for 0.2 %.
    let small = wasm_opt(project, wasm, &["-Oz", "--strip-producers"])?;
    let named = order::name_by_likeness(&small)?;
    // Without -g the names are read, and not written again.
    wasm_opt(project, &named, &["--reorder-functions-by-name"])
}

fn wasm_opt(project: &Project, wasm: &[u8], options: &[&str]) -> Result<Vec<u8>> {
    let folder = project.target.join("xtask");
    std::fs::create_dir_all(&folder)?;
    let (before, after) = (folder.join("before.wasm"), folder.join("after.wasm"));
    std::fs::write(&before, wasm)?;
    let mut command = Command::new("node");
    command.arg(project.e2e().join("node_modules/binaryen/bin/wasm-opt"));
    run(command.args(options).arg("-o").arg(&after).arg(&before))?;
    Ok(std::fs::read(&after)?)
}
