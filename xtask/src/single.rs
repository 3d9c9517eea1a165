//! The build that is one file and opens by double click.
//!
//! From `file://` no browser loads a module, a wasm or any other file beside
//! the page, so everything lies inside it.

use anyhow::{Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::bundle;
use crate::ondemand::{self, Ondemand};
use crate::pack::gzip;
use crate::page::{self, Parts, fill};
use crate::policy::{Shipped, short_hash};
use crate::project::{Project, VERSION};
use crate::wasm::Module;

/// Writes the whole app as one page.
pub(crate) fn file(project: &Project, module: &Module, second: &Ondemand) -> Result<String> {
    let style = bundle::style(project)?;
    ensure!(!style.contains("</style"), "a style file holds </style");
    let mut head = String::new();
    if let Ok(icon) = std::fs::read(project.root.join("public/favicon.svg")) {
        let icon = STANDARD.encode(icon);
        head.push_str(&format!("<link rel=\"icon\" href=\"data:image/svg+xml;base64,{icon}\">\n"));
    }
    head.push_str(&format!("<style>\n{style}</style>"));

    let boot = include_str!("../assets/boot-single.js");
    let boot = fill(boot, "__VERSION__", VERSION)?;
    let boot = fill(&boot, "__COMMIT__", &project.commit())?;
    // The glue's exports are legal in an inline module and mean nothing there.
    let script = format!("{}\n{boot}\n{}", module.glue.replace('\r', ""), ondemand::RUN);
    for script in [&script, &second.script] {
        ensure!(
            !script.contains("</script") && !script.contains("<!--"),
            "the glue holds text that would end its script"
        );
    }

    let data = STANDARD.encode(gzip(bundle::data(project)?.as_bytes())?);
    let wasm = STANDARD.encode(gzip(&module.wasm)?);
    let later = STANDARD.encode(gzip(&second.wasm)?);
    let whole = [script.as_bytes(), data.as_bytes(), &module.wasm, second.script.as_bytes()];
    let build = short_hash(&[&whole.concat()[..], &second.wasm].concat());
    let boot = format!(
        "<script type=\"text/plain\" id=\"jieyou-data\">{data}</script>\n\
         <script type=\"text/plain\" id=\"jieyou-wasm\">{wasm}</script>\n\
         <script type=\"text/plain\" id=\"jieyou-ondemand-wasm\">{later}</script>\n\
         <script type=\"text/plain\" id=\"jieyou-ondemand-script\">{second}</script>\n\
         <script type=\"module\">\n{script}</script>",
        second = second.script
    );
    let parts =
        Parts { shipped: Shipped::Single, head, boot, later: &second.script, build: &build };
    Ok(page::render(project, &parts)?.html)
}
