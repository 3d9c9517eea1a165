//! What the commands need from outside, fetched when it is missing.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Result, bail};

use crate::policy::short_hash;
use crate::project::{Project, output, run};

/// The standard library for wasm.
pub(crate) fn wasm_target() -> Result<()> {
    let mut sysroot = Command::new("rustc");
    let sysroot = output(sysroot.args(["--print", "sysroot"]))?;
    let library = Path::new(sysroot.trim()).join("lib/rustlib/wasm32-unknown-unknown/lib");
    if library.is_dir() {
        return Ok(());
    }
    println!("Adding the wasm32-unknown-unknown target of Rust.");
    let mut rustup = Command::new("rustup");
    if run(rustup.args(["target", "add", "wasm32-unknown-unknown"])).is_err() {
        bail!("Rust's wasm32-unknown-unknown target is missing and rustup could not add it");
    }
    Ok(())
}

/// Says for which lock file npm's packages are there.
const STAMP: &str = "node_modules/.jieyou-stamp";

/// Whether npm's packages are those of the lock file.
pub(crate) fn has_npm_packages(project: &Project) -> Result<bool> {
    let wanted = short_hash(&std::fs::read(project.e2e().join("package-lock.json"))?);
    Ok(std::fs::read_to_string(project.e2e().join(STAMP)).is_ok_and(|found| found == wanted))
}

/// npm's packages, once for each lock file.
pub(crate) fn npm_packages(project: &Project) -> Result<()> {
    if has_npm_packages(project)? {
        return Ok(());
    }
    let folder = project.e2e();
    for program in ["node", "npm"] {
        if find(program).is_none() {
            bail!("{program} is missing: install Node.js 20 or later, which brings npm");
        }
    }
    println!("Fetching the packages of tests/e2e/package-lock.json with npm ci.");
    let mut npm = Command::new("npm");
    npm.args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(&folder);
    run(&mut npm)?;
    let lock = std::fs::read(folder.join("package-lock.json"))?;
    std::fs::write(folder.join(STAMP), short_hash(&lock))?;
    Ok(())
}

/// The browsers the tests drive.
pub(crate) struct Browsers {
    pub(crate) chromium: PathBuf,
    pub(crate) firefox: PathBuf,
}

/// Finds the browsers and a Chinese font, or installs them on Debian as root.
pub(crate) fn browsers() -> Result<Browsers> {
    let chromium = || named("CHROMIUM", &["chromium", "chromium-browser", "google-chrome"]);
    let firefox = || named("FIREFOX", &["firefox-esr", "firefox"]);
    let mut wanted = Vec::new();
    if chromium().is_none() {
        wanted.push("chromium");
    }
    if firefox().is_none() {
        wanted.push("firefox-esr");
    }
    if !has_chinese_font() {
        wanted.push("fonts-noto-cjk");
    }
    if !wanted.is_empty() && find("apt-get").is_some() && is_root() {
        println!("Installing {} with apt-get (some minutes).", wanted.join(", "));
        apt(&["update"])?;
        let mut install = vec!["install", "-y", "--no-install-recommends"];
        install.extend(&wanted);
        apt(&install)?;
    }
    let Some(chromium) = chromium() else {
        bail!("no Chromium: install Debian's package chromium, or name the program in CHROMIUM");
    };
    let Some(firefox) = firefox() else {
        bail!("no Firefox: install Debian's package firefox-esr, or name the program in FIREFOX");
    };
    if !has_chinese_font() {
        println!("No Chinese font found: pictures of pages will show boxes (fonts-noto-cjk).");
    }
    Ok(Browsers { chromium, firefox })
}

fn apt(arguments: &[&str]) -> Result<()> {
    let mut command = Command::new("apt-get");
    command.args(["-qq", "-o", "DPkg::Lock::Timeout=300"]).args(arguments);
    command.env("DEBIAN_FRONTEND", "noninteractive").stdout(Stdio::null());
    run(&mut command)
}

fn named(variable: &str, programs: &[&str]) -> Option<PathBuf> {
    let set = std::env::var_os(variable).map(PathBuf::from);
    set.or_else(|| programs.iter().find_map(|program| find(program)))
}

fn find(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}

fn is_root() -> bool {
    let mut id = Command::new("id");
    output(id.arg("-u")).is_ok_and(|id| id.trim() == "0")
}

fn has_chinese_font() -> bool {
    let mut list = Command::new("fc-list");
    // Without fontconfig there is no knowing; a desktop brings its own fonts.
    output(list.args([":lang=zh", "family"])).map_or(!is_root(), |fonts| !fonts.trim().is_empty())
}
