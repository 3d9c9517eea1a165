//! Files broken as texts: bytes, lines and values, without any respect for what they mean.

use crate::rng::Rng;
use crate::seeds::Seeds;

/// Values of every type and size, in the place of another.
const VALUES: [&str; 22] = [
    "null",
    "true",
    "0",
    "-1",
    "1.5",
    "1e999",
    "-0",
    "18446744073709551615",
    "18446744073709551616",
    "9007199254740993",
    "4294967295",
    "99999999999999999999999999999999999999",
    "\"\"",
    "\"x\"",
    "\"2026-02-30\"",
    "\"9999-12-31\"",
    "\"\\ud800\"",
    "\"\\u0000\\u2028\"",
    "[]",
    "{}",
    "[[0,4294967295]]",
    "{\"a\":{\"a\":{\"a\":null}}}",
];

/// Breaks a text in one way.
pub(crate) fn garble(text: &str, seeds: &Seeds, rng: &mut Rng) -> String {
    if text.is_empty() {
        return (*rng.pick(&VALUES)).to_owned();
    }
    match rng.below(20) {
        0..=2 => bytes(text, rng),
        3 => cut(text, rng),
        4 => without(text, rng),
        5 => twice(text, rng),
        6 => lines(text, rng),
        7 => one_line_again_and_again(text, rng),
        8..=10 => another_value(text, rng),
        11 => deep(text, rng),
        12 => long(text, rng),
        13 => format!("\u{feff}{}", if rng.one_in(2) { "\u{feff}" } else { "" }) + text,
        14 => text.replace('\n', "\r\n"),
        15 => name_twice(text, rng),
        16 => spliced(text, seeds.file(rng), rng),
        17 => format!("{text}{}", rng.pick(&["}", "\u{0}", "{}", "]", "\n\n", "1"])),
        18 => swapped(text, rng),
        _ => renamed(text, rng),
    }
}

fn place(text: &str, rng: &mut Rng) -> usize {
    let at = rng.below(text.len() + 1);
    (at..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or_default()
}

/// Two places in order, at most `most` apart.
fn range(text: &str, most: usize, rng: &mut Rng) -> std::ops::Range<usize> {
    let start = place(text, rng);
    let end = start + rng.up_to(most).min(text.len() - start);
    start..(end..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}

/// As a failing stick changes them; what is no UTF-8 any more reads as the browser reads it.
fn bytes(text: &str, rng: &mut Rng) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..rng.up_to(4) {
        let at = rng.below(bytes.len());
        let Some(byte) = bytes.get_mut(at) else { continue };
        *byte = match rng.below(3) {
            0 => *byte ^ (1 << rng.below(8)),
            1 => rng.next().to_le_bytes()[0],
            _ => *rng.pick(b"\"\\{}[],:0919 \n"),
        };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn cut(text: &str, rng: &mut Rng) -> String {
    let at = place(text, rng);
    if rng.one_in(4) { text[at..].to_owned() } else { text[..at].to_owned() }
}

fn without(text: &str, rng: &mut Rng) -> String {
    let out = range(text, 2_000, rng);
    text[..out.start].to_owned() + &text[out.end..]
}

fn twice(text: &str, rng: &mut Rng) -> String {
    let part = range(text, 2_000, rng);
    text[..part.end].to_owned() + &text[part]
}

fn lines(text: &str, rng: &mut Rng) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    let (a, b) = (rng.below(lines.len()), rng.below(lines.len()));
    match rng.below(3) {
        0 => lines.swap(a, b),
        1 => lines.insert(b, lines[a]),
        _ => drop(lines.remove(a)),
    }
    lines.join("\n")
}

fn one_line_again_and_again(text: &str, rng: &mut Rng) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let at = rng.below(lines.len());
    let mut all = lines[..at].join("\n");
    for _ in 0..rng.up_to(300) {
        all.push('\n');
        all.push_str(lines[at].trim_end_matches(','));
        all.push(',');
    }
    all + "\n" + &lines[at..].join("\n")
}

/// The places of values: after a colon, a comma or a bracket, also inside the texts of heads
/// and bodies.
fn values(text: &str) -> Vec<std::ops::Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    for (at, byte) in bytes.iter().enumerate() {
        if matches!(byte, b':' | b'[') {
            // Not beyond what a value takes: a nest of brackets that nobody closes is long.
            let mut rest = bytes[at + 1..].iter().take(1_000);
            let end = rest.position(|byte| matches!(byte, b',' | b'}' | b']'));
            found.extend(end.map(|end| at + 1..at + 1 + end));
        }
    }
    found
}

fn another_value(text: &str, rng: &mut Rng) -> String {
    let found = values(text);
    if found.is_empty() {
        return text.to_owned();
    }
    let place = rng.pick(&found).clone();
    let mut value = (*rng.pick(&VALUES)).to_owned();
    if text[..place.start].ends_with("\\\":") {
        value = value.replace('\\', "\\\\").replace('"', "\\\"");
    }
    text[..place.start].to_owned() + &value + &text[place.end..]
}

fn deep(text: &str, rng: &mut Rng) -> String {
    let depth = [100, 127, 128, 200, 100_000][rng.below(5)];
    let (open, close) = *rng.pick(&[("[", "]"), ("{\"a\":", "}")]);
    let nest = open.repeat(depth) + "1" + &close.repeat(if rng.one_in(3) { 0 } else { depth });
    let found = values(text);
    match found.len() {
        0 => nest,
        _ if rng.one_in(8) => nest,
        _ => {
            let place = rng.pick(&found).clone();
            text[..place.start].to_owned() + &nest + &text[place.end..]
        }
    }
}

fn long(text: &str, rng: &mut Rng) -> String {
    let at = place(text, rng);
    let part = *rng.pick(&["a", "账", "\\u8d26", "\u{10ffff}", "\\\\", "0", " ", "\n", "[0,0],"]);
    let part = part.repeat(rng.up_to(100_000));
    text[..at].to_owned() + &part + &text[at..]
}

fn name_twice(text: &str, rng: &mut Rng) -> String {
    let found: Vec<usize> = text.match_indices('{').map(|(at, _)| at + 1).collect();
    if found.is_empty() {
        return text.to_owned();
    }
    let at = *rng.pick(&found);
    let end = text[at..].find(',').map_or(at, |end| at + end + 1);
    text[..end].to_owned() + &text[at..]
}

fn spliced(text: &str, other: &str, rng: &mut Rng) -> String {
    let (a, b) = (place(text, rng), place(other, rng));
    text[..a].to_owned() + &other[b..]
}

fn swapped(text: &str, rng: &mut Rng) -> String {
    let found = values(text);
    if found.len() < 2 {
        return text.to_owned();
    }
    let (a, b) = (rng.pick(&found).clone(), rng.pick(&found).clone());
    let (a, b) = if a.start < b.start { (a, b) } else { (b, a) };
    if a.end > b.start {
        return text.to_owned();
    }
    [&text[..a.start], &text[b.clone()], &text[a.end..b.start], &text[a], &text[b.end..]].concat()
}

fn renamed(text: &str, rng: &mut Rng) -> String {
    const NAMES: [&str; 12] = [
        "version",
        "realm",
        "purpose",
        "unit",
        "tips",
        "records",
        "contacts",
        "sum",
        "head",
        "body",
        "local",
        "exported_on",
    ];
    let (from, to) = (rng.pick(&NAMES), rng.pick(&NAMES));
    let (from, to) = (format!("\"{from}\":"), format!("\"{to}\":"));
    if rng.one_in(2) { text.replacen(&from, &to, 1) } else { text.replace(&from, &to) }
}
