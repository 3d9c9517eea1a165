//! The build that is one file and opens by double click.
//!
//! From `file://` no browser loads a module, a wasm or any other file beside
//! the page, so everything lies inside it.

use anyhow::{Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::bundle;
use crate::page::{self, Parts, fill};
use crate::policy::{Shipped, short_hash};
use crate::project::{Project, VERSION};
use crate::wasm::Module;

/// Writes the whole app as one page.
pub(crate) fn file(project: &Project, module: &Module) -> Result<String> {
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
    let script = format!("{}\n{boot}", module.glue.replace('\r', ""));
    ensure!(
        !script.contains("</script") && !script.contains("<!--"),
        "the glue holds text that would end its script"
    );

    let data = STANDARD.encode(gzip(bundle::data(project)?.as_bytes())?);
    let wasm = STANDARD.encode(gzip(&module.wasm)?);
    let build = short_hash(&[script.as_bytes(), data.as_bytes(), &module.wasm].concat());
    let boot = format!(
        "<script type=\"text/plain\" id=\"jieyou-data\">{data}</script>\n\
         <script type=\"text/plain\" id=\"jieyou-wasm\">{wasm}</script>\n\
         <script type=\"module\">\n{script}</script>"
    );
    let parts = Parts { shipped: Shipped::Single, head, boot, build: &build };
    Ok(page::render(project, &parts)?.html)
}

/// Packs as small as gzip's format allows: some 5 % smaller than `gzip -9`,
/// and as fast to unpack.
pub(crate) fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Gzip, content, &mut packed)?;
    Ok(packed)
}
