//! The style sheet: one file a block, colours in one place, every file in the order.

use super::settle;
use super::tree::{File, files, text};

fn sheets() -> impl Iterator<Item = &'static File> {
    files().iter().filter(|f| f.path.starts_with("style/") && f.path.ends_with(".css"))
}

/// The sheet with its comments blanked.
fn without_comments(css: &str) -> String {
    let mut out = String::new();
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        let (comment, after) = after.split_once("*/").unwrap_or((after, ""));
        out.push_str(before);
        out.extend(comment.chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
        rest = after;
    }
    out + rest
}

fn has_hex_colour(line: &str) -> bool {
    line.match_indices('#').any(|(at, _)| {
        let digits = line[at + 1..].chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-');
        let word: String = digits.collect();
        [3, 4, 6, 8].contains(&word.len()) && word.chars().all(|c| c.is_ascii_hexdigit())
    })
}

#[test]
fn colours_stand_in_the_tokens_only() {
    const FUNCTIONS: [&str; 5] = ["rgb(", "rgba(", "hsl(", "hsla(", "oklch("];
    let mut problems = Vec::new();
    for sheet in sheets().filter(|s| s.path != "style/tokens.css") {
        for (n, line) in without_comments(&sheet.text).lines().enumerate() {
            if has_hex_colour(line) || FUNCTIONS.iter().any(|f| line.contains(f)) {
                problems.push(format!("{}:{}: {}", sheet.path, n + 1, line.trim()));
            }
        }
    }
    settle(
        &problems,
        "give the colour a token named by its function in style/tokens.css, where the dark \
         scheme and forced colours are redefined too",
    );
}

#[test]
fn the_order_lists_every_sheet_once() {
    let listed: Vec<&str> = text("style/order.txt").split_whitespace().collect();
    let mut problems = Vec::new();
    for sheet in sheets() {
        let name = &sheet.path["style/".len()..];
        let times = listed.iter().filter(|l| **l == name).count();
        if times != 1 {
            problems.push(format!("{name} is listed {times} times"));
        }
    }
    let missing = listed.iter().filter(|l| text(&format!("style/{l}")).is_empty());
    problems.extend(missing.map(|l| format!("{l} is not there")));
    if listed.first() != Some(&"layers.css") {
        problems.push("layers.css is not the first".to_owned());
    }
    settle(&problems, "style/order.txt lists every file of style/ once, layers.css first");
}

#[test]
fn a_component_s_sheet_holds_its_block_in_a_layer() {
    let mut problems = Vec::new();
    for sheet in sheets().filter(|s| s.path != "style/layers.css") {
        let css = without_comments(&sheet.text);
        // Rules of the page (@page) stand outside of layers.
        let is_print = css.trim_start().starts_with("@page") && css.contains("@layer");
        if !css.trim_start().starts_with("@layer") && !is_print {
            problems.push(format!("{} does not start with its @layer", sheet.path));
        }
        let Some(name) = sheet.path.strip_prefix("style/components/") else { continue };
        let block = format!(".{}", name.trim_end_matches(".css"));
        if name != "shapes.css" && !css.contains(&block) {
            problems.push(format!("{} has no rule for {block}", sheet.path));
        }
    }
    settle(&problems, "one block a file, named like the file, wrapped in its cascade layer");
}

#[test]
fn hex_colours_are_told_from_other_hashes() {
    assert!(has_hex_colour("color: #fff;") && has_hex_colour("a{color:#1a2B3c}"));
    assert!(!has_hex_colour("#main-content {") && !has_hex_colour("url(#a)"));
}
