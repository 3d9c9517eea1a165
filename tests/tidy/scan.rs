//! A small scanner for Rust: tells code from comments and strings, finds test code,
//! names and paths.

/// A string literal.
#[derive(Clone, Debug)]
pub(crate) struct Literal {
    pub(crate) line: usize,
    /// As it is written between the quotes.
    pub(crate) text: String,
    /// Where it starts in `code`.
    at: usize,
}

/// A Rust file.
#[derive(Debug)]
pub(crate) struct Source {
    pub(crate) path: String,
    /// The text with comments, strings and test code blanked; lines stay where they are.
    pub(crate) code: String,
    /// String literals outside test code.
    pub(crate) literals: Vec<Literal>,
    /// Whether the whole file is compiled for tests only.
    pub(crate) is_test: bool,
    /// Lines outside test code.
    pub(crate) lines: usize,
    /// The code before test code was blanked.
    whole: String,
}

impl Source {
    pub(crate) fn scan(path: &str, text: &str) -> Self {
        let (whole, mut literals) = blank(text);
        let ranges = test_code(&whole);
        literals.retain(|l| !ranges.iter().any(|r| r.contains(&l.at)));
        let mut code = whole.clone().into_bytes();
        let mut in_tests = 0;
        for range in ranges {
            for byte in &mut code[range] {
                in_tests += usize::from(*byte == b'\n');
                if *byte != b'\n' {
                    *byte = b' ';
                }
            }
        }
        let is_test = path.starts_with("tests/") || path.ends_with("/tests.rs");
        Self {
            path: path.to_owned(),
            code: String::from_utf8(code).unwrap_or_default(),
            literals,
            is_test,
            lines: text.lines().count() - in_tests,
            whole,
        }
    }

    /// The line of a place in the code.
    pub(crate) fn line(&self, at: usize) -> usize {
        line_of(&self.code, at)
    }

    /// `path:line`.
    pub(crate) fn place(&self, at: usize) -> String {
        format!("{}:{}", self.path, self.line(at))
    }

    /// The code before a literal, without trailing blanks.
    pub(crate) fn before(&self, literal: &Literal) -> &str {
        self.code[..literal.at].trim_end()
    }

    /// Every name with its place.
    pub(crate) fn names(&self) -> Vec<(usize, &str)> {
        names(&self.code)
    }

    /// Every path of two or more parts, groups opened up and `super` resolved.
    pub(crate) fn paths(&self) -> Vec<(usize, String)> {
        let mut all = Vec::new();
        let mut at = 0;
        while at < self.code.len() {
            at = read_path(&self.code, at, "", &mut all);
        }
        let home = self.module();
        all.into_iter().map(|(at, path)| (at, resolve(&home, &path))).collect()
    }

    /// The modules that a file declares.
    pub(crate) fn declares(&self) -> Vec<&str> {
        let names = names(&self.whole);
        let pairs = names.windows(2).filter(|pair| pair[0].1 == "mod");
        pairs.map(|pair| pair[1].1).collect()
    }

    /// The folder where the files of a module's children lie, with a slash behind.
    pub(crate) fn folder(&self) -> String {
        let (folder, name) = self.path.rsplit_once('/').unwrap_or(("", &self.path));
        match name {
            "mod.rs" | "lib.rs" | "main.rs" => format!("{folder}/"),
            other => format!("{folder}/{}/", other.trim_end_matches(".rs")),
        }
    }

    /// Path prefixes of files that a `#[cfg(test)]` module brings in.
    pub(crate) fn test_modules(&self) -> Vec<String> {
        let folder = self.folder();
        let parts = marks(&self.whole).map(|(_, end)| &self.whole[end..]);
        let names = parts.filter_map(|after| {
            let (head, _) = after.split_once([';', '{'])?;
            let name = head.trim().rsplit_once(' ').map(|(_, name)| name)?;
            (head.contains("mod ") && after[head.len()..].starts_with(';')).then_some(name)
        });
        names.flat_map(|n| [format!("{folder}{n}.rs"), format!("{folder}{n}/")]).collect()
    }

    /// The module path inside the crate, `crate` first.
    fn module(&self) -> Vec<String> {
        let (_, inside) = self.path.split_once("src/").unwrap_or(("", &self.path));
        let inside = inside.trim_end_matches(".rs").trim_end_matches("/mod");
        let parts = inside.split('/').filter(|part| !["lib", "main", "mod"].contains(part));
        std::iter::once("crate").chain(parts).map(str::to_owned).collect()
    }
}

fn line_of(text: &str, at: usize) -> usize {
    text.as_bytes()[..at].iter().filter(|b| **b == b'\n').count() + 1
}

fn resolve(home: &[String], path: &str) -> String {
    let mut parts: Vec<&str> = path.split("::").collect();
    let ups = parts.iter().take_while(|part| **part == "super").count();
    if ups == 0 && parts[0] != "self" {
        return path.to_owned();
    }
    parts.drain(..ups.max(1));
    let keep = home.len().saturating_sub(ups).max(1);
    home[..keep].iter().map(String::as_str).chain(parts).collect::<Vec<_>>().join("::")
}

/// Blanks comments and strings; gives the strings. What is blanked keeps its length.
fn blank(text: &str) -> (String, Vec<Literal>) {
    let bytes = text.as_bytes();
    let mut code = Vec::with_capacity(bytes.len());
    let mut literals = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let end = match bytes[at] {
            b'/' if bytes[at..].starts_with(b"//") => end_of_line(bytes, at),
            b'/' if bytes[at..].starts_with(b"/*") => end_of_block(bytes, at),
            b'\'' => end_of_char(text, at),
            b'"' => {
                let (from, to, end) = string(bytes, at);
                let text = text.get(from..to).unwrap_or_default().to_owned();
                literals.push(Literal { line: line_of_bytes(bytes, at), text, at });
                end
            }
            byte => {
                code.push(byte);
                at += 1;
                continue;
            }
        };
        code.extend(bytes[at..end].iter().map(|b| if *b == b'\n' { b'\n' } else { b' ' }));
        at = end;
    }
    (String::from_utf8(code).unwrap_or_default(), literals)
}

fn line_of_bytes(bytes: &[u8], at: usize) -> usize {
    bytes[..at].iter().filter(|b| **b == b'\n').count() + 1
}

fn end_of_line(bytes: &[u8], at: usize) -> usize {
    bytes[at..].iter().position(|b| *b == b'\n').map_or(bytes.len(), |n| at + n)
}

fn end_of_block(bytes: &[u8], at: usize) -> usize {
    let (mut depth, mut i) = (0, at);
    while i < bytes.len() {
        if bytes[i..].starts_with(b"/*") {
            (depth, i) = (depth + 1, i + 2);
        } else if bytes[i..].starts_with(b"*/") {
            (depth, i) = (depth - 1, i + 2);
        } else {
            i += 1;
        }
        if depth == 0 {
            break;
        }
    }
    i
}

/// The end of a character literal; one byte on for a lifetime.
fn end_of_char(text: &str, at: usize) -> usize {
    let mut inside = text[at + 1..].chars();
    match inside.next() {
        Some('\\') => {
            let rest = &text[at + 3..];
            rest.find('\'').map_or(text.len(), |n| at + 3 + n + 1)
        }
        Some(c) if inside.next() == Some('\'') => at + 1 + c.len_utf8() + 1,
        _ => at + 1,
    }
}

/// The inside and the end of the string whose first quote is at `at`.
fn string(bytes: &[u8], at: usize) -> (usize, usize, usize) {
    let hashes = bytes[..at].iter().rev().take_while(|b| **b == b'#').count();
    let is_raw = at > hashes && bytes[at - hashes - 1] == b'r';
    let mut i = at + 1;
    while i < bytes.len() {
        if bytes[i] == b'\\' && !is_raw {
            i += 2;
        } else if bytes[i] == b'"'
            && (!is_raw
                || bytes[i + 1..].iter().take(hashes).filter(|b| **b == b'#').count() == hashes)
        {
            return (at + 1, i, i + 1);
        } else {
            i += 1;
        }
    }
    (at + 1, bytes.len(), bytes.len())
}

/// Where an attribute begins that compiles for tests only, and where it ends.
fn marks(code: &str) -> impl Iterator<Item = (usize, usize)> {
    code.match_indices("#[cfg(").filter_map(|(start, _)| {
        let end = start + code[start..].find(']')? + 1;
        let inside = &code[start + "#[cfg(".len()..end];
        let is_test = inside.starts_with("test)") || inside.starts_with("all(test,");
        is_test.then_some((start, end))
    })
}

/// The ranges of items under `#[cfg(test)]`.
fn test_code(code: &str) -> Vec<std::ops::Range<usize>> {
    let mut all: Vec<std::ops::Range<usize>> = Vec::new();
    for (start, after) in marks(code) {
        if all.last().is_some_and(|last| last.contains(&start)) {
            continue;
        }
        let mut depth = 0_usize;
        let mut end = code.len();
        for (i, byte) in code.bytes().enumerate().skip(after) {
            match byte {
                b'{' => depth += 1,
                b'}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth == 0 && matches!(byte, b'}' | b';') {
                end = i + 1;
                break;
            }
        }
        all.push(start..end);
    }
    all
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn names(code: &str) -> Vec<(usize, &str)> {
    let mut all = Vec::new();
    let mut start = None;
    for (at, c) in code.char_indices().chain([(code.len(), ' ')]) {
        match start {
            None if is_name(c) && !c.is_numeric() => start = Some(at),
            Some(from) if !is_name(c) => {
                all.push((from, &code[from..at]));
                start = None;
            }
            _ => {}
        }
    }
    all
}

/// Reads a path at `at` and adds it; returns where to go on.
fn read_path(code: &str, at: usize, prefix: &str, all: &mut Vec<(usize, String)>) -> usize {
    let name_end = code[at..].find(|c| !is_name(c)).map_or(code.len(), |n| at + n);
    if name_end == at {
        return at + code[at..].chars().next().map_or(1, char::len_utf8);
    }
    let name = &code[at..name_end];
    let path = if prefix.is_empty() { name.to_owned() } else { format!("{prefix}::{name}") };
    let rest = &code[name_end..];
    let Some(after) = rest.trim_start().strip_prefix("::") else {
        if path.contains("::") {
            all.push((at, path));
        }
        return name_end;
    };
    let next = code.len() - after.trim_start().len();
    match code.as_bytes().get(next) {
        Some(b'{') => read_group(code, next, &path, all),
        Some(b'<' | b'*') | None => {
            all.push((at, path));
            next
        }
        Some(_) => read_path(code, next, &path, all),
    }
}

fn read_group(code: &str, open: usize, prefix: &str, all: &mut Vec<(usize, String)>) -> usize {
    let mut at = open + 1;
    while at < code.len() {
        match code.as_bytes()[at] {
            b'}' => return at + 1,
            b',' | b'*' => at += 1,
            b if b.is_ascii_whitespace() => at += 1,
            _ => at = read_path(code, at, prefix, all),
        }
    }
    at
}

#[test]
fn the_scanner_tells_code_from_the_rest() {
    let text = "use a::{b, c::d}; // \"no\"\nlet x = (\"yes\", 'c', '\\'', r#\"ra\"w\"#);\n\
        fn f<'a>() { super::g() } /* h::i */\n#[cfg(test)]\nmod tests { use z::y; }\nj::k();";
    let source = Source::scan("src/controls/field.rs", text);
    let literals: Vec<&str> = source.literals.iter().map(|l| l.text.as_str()).collect();
    assert_eq!(literals, ["yes", "ra\"w"]);
    let paths: Vec<String> = source.paths().into_iter().map(|(_, path)| path).collect();
    assert_eq!(paths, ["a::b", "a::c::d", "crate::controls::g", "j::k"]);
    assert_eq!(source.declares(), ["tests"]);
    assert_eq!(source.lines, 5);
}

#[test]
fn files_of_test_modules_are_found() {
    let text = "#[cfg(test)]\nmod tests;\n#[cfg(all(test, unix))]\npub(crate) mod samples;\nmod a;";
    let source = Source::scan("crates/x/src/lib.rs", text);
    let expected = ["tests.rs", "tests/", "samples.rs", "samples/"];
    assert_eq!(source.test_modules(), expected.map(|name| format!("crates/x/src/{name}")));
}
