//! The build for a static host: hashed names, relative addresses.

use std::collections::BTreeMap;

use anyhow::Result;

use crate::bundle;
use crate::ondemand::{self, Ondemand};
use crate::page::{self, Parts, fill};
use crate::policy::{Shipped, integrity, short_hash};
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
pub(crate) fn site(
    project: &Project,
    module: &Module,
    second: &Ondemand,
    purpose: Purpose,
) -> Result<Site> {
    let mut assets = Assets::default();
    let wasm = assets.add("app", "wasm", module.wasm.clone());
    let glue = assets.add("app", "js", module.glue.clone().into_bytes());
    let style = assets.add("style", "css", bundle::style(project)?.into_bytes());
    let data = assets.add("data", "json", bundle::data(project)?.into_bytes());
    // Fetched only when it is first used; the service worker keeps it for offline use.
    let later = assets.add("ondemand", "wasm", second.wasm.clone());
    let later_script = assets.add("ondemand", "js", second.script.clone().into_bytes());
    let fixed = bundle::public(project)?;

    let offline = if purpose == Purpose::Ship { "true" } else { "false" };
    let mut boot = [include_str!("../assets/boot-hosted.js"), ondemand::RUN].join("\n");
    for (name, content) in [
        ("__GLUE__", glue.as_str()),
        ("__WASM__", &wasm),
        ("__DATA__", &data),
        ("__LATER_WASM__", &later),
        ("__LATER_WASM_HASH__", &integrity(&second.wasm)),
        ("__LATER_SCRIPT__", &later_script),
        ("__LATER_SCRIPT_HASH__", &integrity(second.script.as_bytes())),
        ("__VERSION__", VERSION),
        ("__COMMIT__", &project.commit()),
        ("__OFFLINE__", offline),
    ] {
        boot = fill(&boot, name, content)?;
    }
    // A build is named after all that it is made of; two of one name are alike.
    let template = std::fs::read(project.root.join("index.html"))?;
    let worker = include_str!("../assets/sw.js");
    let mut whole = [boot.as_bytes(), style.as_bytes(), worker.as_bytes(), &template].concat();
    for (name, content) in &fixed {
        whole.extend_from_slice(name.as_bytes());
        whole.extend_from_slice(content);
    }
    let build = short_hash(&whole);
    let boot = assets.add("boot", "js", fill(&boot, "__BUILD__", &build)?.into_bytes());

    let mut scripts = format!("<script type=\"module\" src=\"assets/{boot}\"></script>");
    let mut files = assets.files;
    match purpose {
        Purpose::Ship => {
            let names: Vec<&String> = fixed.iter().map(|(name, _)| name).collect();
            let worker = fill(worker, "__BUILD__", &build)?;
            let worker = fill(&worker, "__HASHED__", &serde_json::to_string(&assets.paths)?)?;
            let worker = fill(&worker, "__FIXED__", &serde_json::to_string(&names)?)?;
            files.insert("sw.js".to_owned(), worker.into_bytes());
        }
        Purpose::Develop => {
            files.insert("reload.js".to_owned(), include_bytes!("../assets/reload.js").to_vec());
            scripts.push_str("\n<script type=\"module\" src=\"reload.js\"></script>");
        }
    }
    let head = format!(
        "<link rel=\"stylesheet\" href=\"assets/{style}\">\n\
         <link rel=\"icon\" href=\"favicon.svg\" type=\"image/svg+xml\">\n\
         <link rel=\"manifest\" href=\"manifest.webmanifest\">\n\
         <link rel=\"modulepreload\" href=\"assets/{glue}\">"
    );
    let parts = Parts {
        shipped: Shipped::Hosted,
        head,
        boot: scripts,
        later: &second.script,
        build: &build,
    };
    let page = page::render(project, &parts)?;
    files.insert("index.html".to_owned(), page.html.into_bytes());
    files.extend(fixed);
    Ok(Site { files, policy: page.policy })
}

/// Files whose names tell their content, so that a browser may keep them.
#[derive(Default)]
struct Assets {
    files: BTreeMap<String, Vec<u8>>,
    paths: Vec<String>,
}

impl Assets {
    /// Adds a file; gives its name within `assets/`.
    fn add(&mut self, name: &str, extension: &str, content: Vec<u8>) -> String {
        let file = format!("{name}-{}.{extension}", short_hash(&content));
        let path = format!("assets/{file}");
        self.paths.push(path.clone());
        self.files.insert(path, content);
        file
    }
}
