//! The texts of the app, found in its sources, as the list that travels beside the wasm.
//!
//! In the wasm a text is only a key. Both sides work it out with the same file.

#[path = "../../crates/jieyou-view/src/text/key.rs"]
mod key;

use std::collections::BTreeMap;

use anyhow::{Context as _, Result, ensure};
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::Lit;

use crate::project::{Project, files};

/// The folders of the app's sources.
const SOURCES: [&str; 2] = ["crates/jieyou-view/src", "src"];

/// A text by its key: Chinese, English.
type Texts = BTreeMap<u32, (String, String)>;

/// `texts.json`: a list of `[key, "中文", "English"]`, sorted by key.
pub(crate) fn texts(project: &Project) -> Result<String> {
    let mut texts = Texts::new();
    for folder in SOURCES {
        for file in files(&project.root.join(folder))? {
            if file.extension().is_some_and(|found| found == "rs") {
                let source = std::fs::read_to_string(&file)?;
                collect(&source, &mut texts).with_context(|| file.display().to_string())?;
            }
        }
    }
    let rows: Vec<_> = texts.iter().map(|(key, (zh, en))| (key, zh, en)).collect();
    Ok(serde_json::to_string(&rows)?)
}

/// Adds every `both!("中文", "English")` of a source that is not test code.
fn collect(source: &str, texts: &mut Texts) -> Result<()> {
    let tokens: TokenStream = source.parse().ok().context("it does not read as Rust")?;
    walk(tokens, texts)
}

fn walk(tokens: TokenStream, texts: &mut Texts) -> Result<()> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        at += 1;
        if is_test(token) {
            // Past the item: its block, or its semicolon.
            let end = tokens[at..].iter().position(ends_item);
            at += end.map_or(tokens.len(), |end| end + 1);
        } else if let TokenTree::Group(group) = token {
            walk(group.stream(), texts)?;
        } else if is_name(token, "both")
            && let [TokenTree::Punct(mark), TokenTree::Group(pair), ..] = &tokens[at..]
            && mark.as_char() == '!'
            && let [zh, en] = literals(pair.stream()).as_slice()
        {
            add(zh, en, texts)?;
        }
    }
    Ok(())
}

/// The literals of a group that holds nothing else but commas.
fn literals(tokens: TokenStream) -> Vec<String> {
    let mut all = Vec::new();
    for token in tokens {
        match token {
            TokenTree::Literal(literal) => match Lit::new(literal) {
                Lit::Str(text) => all.push(text.value()),
                _ => return Vec::new(),
            },
            TokenTree::Punct(comma) if comma.as_char() == ',' => {}
            _ => return Vec::new(),
        }
    }
    all
}

fn add(zh: &str, en: &str, texts: &mut Texts) -> Result<()> {
    let pair = (zh.to_owned(), en.to_owned());
    let known = texts.entry(key::key(zh, en)).or_insert_with(|| pair.clone());
    ensure!(
        *known == pair,
        "{known:?} and {pair:?} have one key: change SALT in crates/jieyou-view/src/text/key.rs"
    );
    Ok(())
}

fn is_name(token: &TokenTree, name: &str) -> bool {
    matches!(token, TokenTree::Ident(found) if found == name)
}

/// Whether a token is the group of `#[cfg(test)]`.
fn is_test(token: &TokenTree) -> bool {
    let TokenTree::Group(group) = token else { return false };
    group.delimiter() == Delimiter::Bracket
        && group.stream().to_string().replace(' ', "") == "cfg(test)"
}

fn ends_item(token: &TokenTree) -> bool {
    match token {
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        TokenTree::Punct(end) => end.as_char() == ';',
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(source: &str) -> Vec<(String, String)> {
        let mut texts = Texts::new();
        collect(source, &mut texts).unwrap();
        let mut all: Vec<_> = texts.into_values().collect();
        all.sort();
        all
    }

    #[test]
    fn texts_are_found_however_deep_and_however_written() {
        let source = r##"
            const A: Both = both!("甲", "a");
            texts! { /// Both of it. both!("no", "no")
                b: both!("乙 \"好\"", r#"b "fine""#); }
            fn c(lang: Lang) -> String {
                vec![format!("{}", both!(
                    "丙\n\u{4e19}",
                    "c \
                     and on",
                ).to(lang))].concat()
            }
            const AGAIN: Both = crate::text::both!("甲", "a");
        "##;
        let expected = [("丙\n丙", "c and on"), ("乙 \"好\"", "b \"fine\""), ("甲", "a")];
        assert_eq!(found(source), expected.map(|(zh, en)| (zh.to_owned(), en.to_owned())));
    }

    #[test]
    fn what_is_no_pair_and_what_only_tests_use_is_left_out() {
        let source = r#"
            macro_rules! both { ($zh:literal, $en:literal) => { new($zh, $en) }; }
            const A: Kind = Kind::both("甲", "a");
            const B: &str = "both!(\"乙\", \"b\")"; // both!("丙", "c")
            #[cfg(test)]
            mod tests { const C: Both = both!("丁", "d"); }
            #[cfg(test)]
            use both;
            const E: Both = both!("戊", "e");
        "#;
        assert_eq!(found(source), [("戊".to_owned(), "e".to_owned())]);
    }

    #[test]
    fn two_texts_with_one_key_are_named() {
        let mut texts = Texts::new();
        texts.insert(key::key("甲", "a"), ("乙".to_owned(), "b".to_owned()));
        let error = collect(r#"both!("甲", "a")"#, &mut texts).unwrap_err().to_string();
        assert!(error.contains('甲') && error.contains('乙'), "{error}");
    }

    #[test]
    fn the_app_s_own_texts_are_a_sorted_list() {
        let texts = texts(&Project::find().unwrap()).unwrap();
        let rows: Vec<(u32, String, String)> = serde_json::from_str(&texts).unwrap();
        assert!(rows.len() > 300, "{} texts", rows.len());
        assert!(rows.is_sorted_by(|a, b| a.0 < b.0));
        assert!(rows.iter().all(|(key, zh, en)| *key == key::key(zh, en)));
    }
}
