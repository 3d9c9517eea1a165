//! The content security policy: every inline script and style by its hash.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

/// Which of the two builds a page is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shipped {
    /// Files on a static host.
    Hosted,
    /// One file, opened by double click; it cannot send anything anywhere.
    Single,
}

/// The policy for a finished page, without the page's own policy tag. `later` is a script
/// that is run in a worker, or in the page where no worker starts.
pub(crate) fn policy(html: &str, shipped: Shipped, later: &str) -> String {
    let scripts = format!("{} {}", hashes(html, "script"), source(later));
    let styles = hashes(html, "style");
    match shipped {
        Shipped::Hosted => format!(
            "default-src 'none'; script-src 'self' {scripts} 'wasm-unsafe-eval'; \
             style-src 'self' {styles}; img-src 'self' data: blob:; connect-src 'self'; \
             worker-src 'self' blob:; manifest-src 'self'; object-src 'none'; base-uri 'none'; \
             form-action 'none'"
        ),
        Shipped::Single => format!(
            "default-src 'none'; script-src {scripts} 'wasm-unsafe-eval'; style-src {styles}; \
             img-src data: blob:; connect-src 'none'; worker-src blob:; manifest-src 'none'; \
             object-src 'none'; base-uri 'none'; form-action 'none'"
        ),
    }
}

/// A short name for content: the first ten hexadecimal digits of its SHA-256.
pub(crate) fn short_hash(content: &[u8]) -> String {
    Sha256::digest(content).iter().take(5).map(|byte| format!("{byte:02x}")).collect()
}

fn hashes(html: &str, tag: &str) -> String {
    inline(html, tag).map(source).collect::<Vec<_>>().join(" ")
}

/// A script or style as the policy names it.
fn source(body: &str) -> String {
    format!("'{}'", integrity(body.as_bytes()))
}

/// The hash of content, as a browser compares it.
pub(crate) fn integrity(content: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(content)))
}

/// The bodies of inline elements that a browser runs or applies.
fn inline<'a>(html: &'a str, tag: &'a str) -> impl Iterator<Item = &'a str> {
    let mut rest = html;
    std::iter::from_fn(move || {
        loop {
            let start = rest.find(&format!("<{tag}"))? + tag.len() + 1;
            let (attributes, after) = rest[start..].split_once('>')?;
            let (body, after) = after.split_once(&format!("</{tag}>"))?;
            rest = after;
            let runs = !attributes.contains("src=")
                && !attributes.contains("text/plain")
                && !attributes.contains("application/json");
            if runs {
                return Some(body);
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_runs_inline_is_hashed() {
        let html = "<script src=\"a.js\"></script><script type=\"text/plain\">x</script>\
                    <script>one</script><script type=\"module\">two</script>";
        assert_eq!(inline(html, "script").collect::<Vec<_>>(), ["one", "two"]);
    }

    #[test]
    fn a_hash_is_what_browsers_compute() {
        // The example of the specification (Content Security Policy 3, 8.2).
        assert_eq!(
            hashes("<script>alert('Hello, world.');</script>", "script"),
            "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
        );
    }

    #[test]
    fn no_policy_allows_what_it_should_not() {
        for shipped in [Shipped::Hosted, Shipped::Single] {
            let policy = policy("<script>a</script><style>b</style>", shipped, "c");
            assert!(policy.contains(&source("a")) && policy.contains(&source("c")));
            assert!(!policy.contains("'unsafe-inline'") && !policy.contains("'unsafe-eval'"));
        }
    }
}
