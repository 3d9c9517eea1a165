//! Fills `index.html`, the source of both builds' page.

use anyhow::{Context as _, Result, ensure};

use crate::policy::{Shipped, policy};
use crate::project::Project;

/// What goes into the page.
pub(crate) struct Parts<'a> {
    pub(crate) shipped: Shipped,
    /// Links and styles, at the end of the head.
    pub(crate) head: String,
    /// The scripts, at the end of the body.
    pub(crate) boot: String,
    /// A script that the page itself may start one day, and that is not in it as one.
    pub(crate) later: &'a str,
    /// The build's name, which the service worker looks for.
    pub(crate) build: &'a str,
}

/// A finished page.
pub(crate) struct Page {
    pub(crate) html: String,
    /// What the page carries as a tag, for a server that sends it as a header.
    pub(crate) policy: String,
}

/// Fills the template and gives it a policy.
pub(crate) fn render(project: &Project, parts: &Parts<'_>) -> Result<Page> {
    let path = project.root.join("index.html");
    let template =
        std::fs::read_to_string(&path).context("cannot read index.html")?.replace('\r', "");
    let shipped = match parts.shipped {
        Shipped::Hosted => "hosted",
        Shipped::Single => "single",
    };
    // The policy is put in last: it is about everything else.
    const MARK: &str = "{{xtask:policy}}";
    let html = fill(&template, "<!-- xtask:policy -->", MARK)?;
    let html = fill(&html, "<!-- xtask:head -->", "{{xtask:head}}")?;
    let html = fill(&html, "<!-- xtask:boot -->", "{{xtask:boot}}")?;
    let html = without_comments(&html)?;
    let tag =
        format!("<html lang=\"zh-CN\" data-shipped=\"{shipped}\" data-build=\"{}\">", parts.build);
    let html = fill(&html, "<html lang=\"zh-CN\">", &tag)?;
    let html = fill(&html, "{{xtask:head}}", &parts.head)?;
    let html = fill(&html, "{{xtask:boot}}", &parts.boot)?;
    let policy = policy(&html, parts.shipped, parts.later);
    let meta = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    Ok(Page { html: fill(&html, MARK, &meta)?, policy })
}

/// Puts text in the place of a marker that must stand exactly once.
pub(crate) fn fill(text: &str, marker: &str, content: &str) -> Result<String> {
    let (before, after) = text.split_once(marker).with_context(|| format!("no {marker} found"))?;
    ensure!(!after.contains(marker), "{marker} stands more than once");
    Ok([before, content, after].concat())
}

fn without_comments(html: &str) -> Result<String> {
    let mut kept = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, comment)) = rest.split_once("<!--") {
        kept.push_str(before);
        let (_, after) = comment.split_once("-->").context("a comment in index.html has no end")?;
        rest = after.trim_start_matches('\n');
    }
    kept.push_str(rest);
    Ok(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_go_and_the_rest_stays() {
        let kept = without_comments("<p>a</p>\n<!-- x\n<b> -->\n<p>b</p>").unwrap();
        assert_eq!(kept, "<p>a</p>\n<p>b</p>");
    }

    #[test]
    fn a_marker_stands_exactly_once() {
        assert_eq!(fill("a__X__b", "__X__", "-").unwrap(), "a-b");
        assert!(fill("ab", "__X__", "-").is_err());
        assert!(fill("__X____X__", "__X__", "-").is_err());
    }
}
