//! Head codes (校验码): the last record of a chain, short enough to print, read out and
//! type in again.

use crate::chain::{Link, Weave};
use crate::record::Origin;
use jieyou_domain::EntryId;
use jieyou_domain::compact::sort_by;

/// How many digits of a hash are printed. Who wants another record with the same code has
/// to try some 2^64 of them, each with its own hash.
const PRINTED: usize = 16;

/// The last record of a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// Who wrote it.
    pub origin: Origin,
    /// Its number there: so many records the chain has.
    pub n: u64,
    /// Its id.
    pub id: EntryId,
    /// Whether all of the chain is here; of another unit's chain, only what came with
    /// matters is.
    pub is_whole: bool,
}

impl Head {
    /// As it is printed: four groups of four digits, and the number in brackets.
    pub fn code(&self) -> String {
        let id = self.id.to_string();
        let groups: Vec<&str> = (0..PRINTED).step_by(4).map(|at| &id[at..at + 4]).collect();
        format!("{} ({})", groups.join(" "), self.n)
    }
}

/// Who wrote a chain, as far as the ledger knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Writer {
    /// This database.
    Here,
    /// Another of the same unit: its second computer, or this one before it was restored.
    SameUnit,
    /// Another unit; its name may be empty.
    Unit(String),
}

/// The last records of all chains, of a fork those of each branch; whole chains first.
pub fn heads(weave: &Weave) -> Vec<Head> {
    let head = |(link, is_whole): (Link, bool)| Head {
        origin: link.origin,
        n: link.n,
        id: link.id,
        is_whole,
    };
    let mut all: Vec<Head> = weave.ends().map(head).collect();
    sort_by(&mut all, |a, b| (a.origin, a.n, a.id).cmp(&(b.origin, b.n, b.id)));
    let mut kept = Vec::new();
    for of in all.chunk_by(|a, b| a.origin == b.origin) {
        // Of a chain with gaps every stretch ends somewhere; the last end stands for it.
        let is_whole = of.iter().any(|head| head.is_whole);
        kept.extend_from_slice(if is_whole { of } else { &of[of.len() - 1..] });
    }
    sort_by(&mut kept, |a, b| (!a.is_whole, a.origin, a.n).cmp(&(!b.is_whole, b.origin, b.n)));
    kept
}

/// A code that somebody typed or pasted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Its digits: the printed sixteen, or up to all of the hash.
    pub digits: String,
    /// The number beside it.
    pub n: Option<u64>,
}

impl Asked {
    /// Every code in a text, however it is spaced and written: capitals, full-width digits,
    /// an o for a nought, a whole printed line with its words.
    pub fn read(text: &str) -> Vec<Self> {
        let text: String = text.chars().flat_map(plain).collect();
        let mut all = Vec::new();
        for line in text.lines() {
            read_line(line, &mut all);
        }
        if all.is_empty() {
            // Nothing but digits, spaced in some other way.
            let digits: String = text.split_whitespace().collect();
            all.extend(Self::of(&digits));
        }
        all
    }

    fn of(digits: &str) -> Option<Self> {
        let is_code = (PRINTED..=64).contains(&digits.len()) && is_hex(digits);
        is_code.then(|| Self { digits: digits.to_owned(), n: None })
    }

    /// Whether it is the code of a record.
    pub(super) fn is_of(&self, id: EntryId) -> bool {
        id.to_string().starts_with(&self.digits)
    }
}

/// What a character means in a code: a digit, a space, a bracket, or a line's end for
/// anything that stands in none.
fn plain(c: char) -> Vec<char> {
    let c = match c {
        // Full-width forms stand at one distance from the ordinary ones.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    };
    match c.to_ascii_lowercase() {
        'o' => vec!['0'],
        'l' | 'i' => vec!['1'],
        c if c.is_ascii_hexdigit() => vec![c],
        '(' => vec![' ', '('],
        ')' => vec![')', ' '],
        c if c == '-' || c == '·' || c.is_whitespace() && c != '\n' => vec![' '],
        _ => vec!['\n'],
    }
}

fn is_hex(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_hexdigit())
}

/// Groups of four make one code; a number in brackets belongs to the code before it.
fn read_line(line: &str, all: &mut Vec<Asked>) {
    let mut groups = String::new();
    for word in line.split_whitespace().chain([""]) {
        if word.len() == 4 && is_hex(word) && groups.len() < 64 {
            groups.push_str(word);
            continue;
        }
        all.extend(Asked::of(&std::mem::take(&mut groups)));
        let number = word.strip_prefix('(').and_then(|w| w.strip_suffix(')'));
        match (number, all.last_mut()) {
            (Some(number), Some(last)) if last.n.is_none() => last.n = number.parse().ok(),
            _ => all.extend(Asked::of(word)),
        }
    }
}
