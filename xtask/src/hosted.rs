//! The build for a static host: hashed names, relative addresses.

use std::collections::BTreeMap;

use anyhow::Result;

use crate::bundle;
use crate::page::{self, Parts, fill};
use crate::policy::{Shipped, short_hash};
use crate::project::{Project, VERSION};
use crate::wasm::Module;

/// The files of a site by their path, and the policy of its page.
pub(crate) struct Site {
    pub(crate) files: BTreeMap<String, Vec<u8>>,
    pub(crate) policy: String,
}

/// What the site is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// To be shipped: opens offline.
    Ship,
    /// To be developed: no service worker; reloads after each rebuild.
    Develop,
}

/// Lays out the site.
pub(crate) fn site(project: &Project, module: &Module, purpose: Purpose) -> Result<Site> {
    let mut files = BTreeMap::new();
    let mut hashed = Vec::new();
    let mut add = |files: &mut BTreeMap<_, _>, name: &str, extension: &str, content: Vec<u8>| {
        let file = format!("{name}-{}.{extension}", short_hash(&content));
        hashed.push(format!("assets/{file}"));
        files.insert(format!("assets/{file}"), content);
        file
    };
    let wasm = add(&mut files, "app", "wasm", module.wasm.clone());
    let glue = add(&mut files, "app", "js", module.glue.clone().into_bytes());
    let style = add(&mut files, "style", "css", bundle::style(project)?.into_bytes());
    let data = add(&mut files, "data", "json", bundle::data(project)?.into_bytes());
    let fixed = bundle::public(project)?;

    let commit = project.commit();
    let offline = if purpose == Purpose::Ship { "true" } else { "false" };
    let boot = include_str!("../assets/boot-hosted.js");
    let boot = fill(boot, "__GLUE__", &glue)?;
    let boot = fill(&boot, "__WASM__", &wasm)?;
    let boot = fill(&boot, "__DATA__", &data)?;
    let boot = fill(&boot, "__VERSION__", VERSION)?;
    let boot = fill(&boot, "__COMMIT__", &commit)?;
    let boot = fill(&boot, "__OFFLINE__", offline)?;
    // A build is named after all that it is made of; two of one name are alike.
    let template = std::fs::read(project.root.join("index.html"))?;
    let mut whole = [boot.as_bytes(), style.as_bytes(), &template].concat();
    for (name, content) in &fixed {
        whole.extend_from_slice(name.as_bytes());
        whole.extend_from_slice(content);
    }
    let build = short_hash(&whole);
    let boot = fill(&boot, "__BUILD__", &build)?;
    let boot = add(&mut files, "boot", "js", boot.into_bytes());

    let names: Vec<String> = fixed.iter().map(|(name, _)| name.clone()).collect();
    let has = |name: &str| names.iter().any(|found| found == name);
    let mut head = format!("<link rel=\"stylesheet\" href=\"assets/{style}\">");
    if has("favicon.svg") {
        head.push_str("\n<link rel=\"icon\" href=\"favicon.svg\" type=\"image/svg+xml\">");
    }
    if has("manifest.webmanifest") {
        head.push_str("\n<link rel=\"manifest\" href=\"manifest.webmanifest\">");
    }
    head.push_str(&format!("\n<link rel=\"modulepreload\" href=\"assets/{glue}\">"));
    let mut scripts = format!("<script type=\"module\" src=\"assets/{boot}\"></script>");
    match purpose {
        Purpose::Ship => {
            let worker = include_str!("../assets/sw.js");
            let worker = fill(worker, "__BUILD__", &build)?;
            let worker = fill(&worker, "__HASHED__", &serde_json::to_string(&hashed)?)?;
            let worker = fill(&worker, "__FIXED__", &serde_json::to_string(&names)?)?;
            files.insert("sw.js".to_owned(), worker.into_bytes());
        }
        Purpose::Develop => {
            files.insert("reload.js".to_owned(), include_bytes!("../assets/reload.js").to_vec());
            scripts.push_str("\n<script type=\"module\" src=\"reload.js\"></script>");
        }
    }
    let parts = Parts { shipped: Shipped::Hosted, head, boot: scripts, build: &build };
    let page = page::render(project, &parts)?;
    files.insert("index.html".to_owned(), page.html.into_bytes());
    files.extend(fixed);
    Ok(Site { files, policy: page.policy })
}
