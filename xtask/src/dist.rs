//! `cargo xtask dist`: both builds, and what they weigh.

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::hosted::{self, Purpose, Site};
use crate::ondemand::{self, Ondemand};
use crate::pack::{brotli, gzip};
use crate::project::Project;
use crate::single;
use crate::wasm::{self, Module, Profile};

/// The app's wasm should not exceed this, packed.
const BUDGET: usize = 920 * 1024;

/// What is loaded on demand should not exceed this, packed.
const BUDGET_ONDEMAND: usize = 170 * 1024;

/// Writes `dist/web/` and `dist/jieyou.html`; says whether both wasm files keep to their budgets.
pub(crate) fn dist(project: &Project) -> Result<bool> {
    println!("Building the app for release (some minutes when nothing is built yet).");
    let file = wasm::compile_app(project, Profile::Release)?;
    let bound = wasm::bind(&file, "app", Profile::Release)?;
    println!("Making it small with wasm-opt.");
    let module = Module { wasm: wasm::optimise(project, &bound.wasm)?, ..bound };
    let second = ondemand::build(project, Profile::Release)?;

    let (web, site) = begin(project, &module, &second)?;
    println!("Packing dist/web.");
    let mut all = Weight::default();
    for (name, content) in &site.files {
        all += write_packed(&web.join(name), content)?;
    }
    let single = write_single(project, &module, &second)?;

    let (app, later) = (Weight::of(&module.wasm)?, Weight::of(&second.wasm)?);
    println!("\n{:<18}{:>10}{:>10}{:>10}", "KiB", "raw", "gzip", "brotli");
    app.print("app wasm");
    later.print("on demand wasm");
    all.print("dist/web");
    // Never sent packed; what is large in it is packed inside.
    println!("{:<18}{:>10}", "dist/jieyou.html", single.len().div_ceil(1024));
    let mut is_small = true;
    for (name, weight, budget) in [("app", &app, BUDGET), ("on demand", &later, BUDGET_ONDEMAND)] {
        if weight.gzip > budget {
            is_small = false;
            let budget = budget / 1024;
            println!("warning: the {name} wasm is over its budget of {budget} KiB gzip");
        }
    }
    Ok(is_small)
}

/// Writes both as they are developed: ten times the size and built in a minute, to drive
/// flows while a screen is being written. Never what is shipped.
pub(crate) fn quick(project: &Project) -> Result<()> {
    let file = wasm::compile_app(project, Profile::Debug)?;
    let module = wasm::bind(&file, "app", Profile::Debug)?;
    let second = ondemand::build(project, Profile::Debug)?;
    let (web, site) = begin(project, &module, &second)?;
    for (name, content) in &site.files {
        write(&web.join(name), content)?;
    }
    write_single(project, &module, &second)?;
    println!("dist/ holds a build for trying; the one to ship is written by cargo xtask dist.");
    Ok(())
}

/// The emptied folder of the site, and its files.
fn begin(project: &Project, module: &Module, second: &Ondemand) -> Result<(PathBuf, Site)> {
    let site = hosted::site(project, module, second, Purpose::Ship)?;
    let web = project.root.join("dist/web");
    if web.exists() {
        std::fs::remove_dir_all(&web)?;
    }
    Ok((web, site))
}

fn write_single(project: &Project, module: &Module, second: &Ondemand) -> Result<String> {
    let single = single::file(project, module, second)?;
    write(&project.root.join("dist/jieyou.html"), single.as_bytes())?;
    Ok(single)
}

#[derive(Default)]
struct Weight {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Weight {
    fn of(content: &[u8]) -> Result<Self> {
        let (gzip, brotli) = (gzip(content)?.len(), brotli(content)?.len());
        Ok(Self { raw: content.len(), gzip, brotli })
    }

    fn print(&self, name: &str) {
        let [raw, gzip, brotli] =
            [self.raw, self.gzip, self.brotli].map(|bytes| bytes.div_ceil(1024));
        println!("{name:<18}{raw:>10}{gzip:>10}{brotli:>10}");
    }
}

impl std::ops::AddAssign for Weight {
    fn add_assign(&mut self, other: Self) {
        self.raw += other.raw;
        self.gzip += other.gzip;
        self.brotli += other.brotli;
    }
}

/// Writes a file, and `.br` and `.gz` beside it if it is of a kind that packs.
fn write_packed(path: &Path, content: &[u8]) -> Result<Weight> {
    write(path, content)?;
    let extension = path.extension().and_then(|found| found.to_str()).unwrap_or_default();
    if !["html", "js", "css", "json", "svg", "wasm", "webmanifest"].contains(&extension) {
        return Ok(Weight { raw: content.len(), gzip: content.len(), brotli: content.len() });
    }
    let (gzip, brotli) = (gzip(content)?, brotli(content)?);
    std::fs::write(path.with_extension(format!("{extension}.gz")), &gzip)?;
    std::fs::write(path.with_extension(format!("{extension}.br")), &brotli)?;
    Ok(Weight { raw: content.len(), gzip: gzip.len(), brotli: brotli.len() })
}

fn write(path: &Path, content: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    Ok(std::fs::write(path, content)?)
}
