//! Looks at free text while it is typed, for words that judge or follow a person. It
//! proposes; it never blocks, and never writes by itself.

use crate::Lang;
use crate::text::forms::wording::{self as t, Wording};
use jieyou_domain::compact::sort_by;

/// A longer text is too long for any field: nobody waits for its hints.
const TEXT_MAX: usize = 20_000;
/// More hints at once help nobody.
const HINTS_MAX: usize = 3;

/// A word to write otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordingHint {
    /// The word, as it stands in the text.
    pub word: String,
    /// What to write about the duty, and why.
    pub say: String,
    /// What a click puts in its place; may be empty.
    pub instead: &'static str,
    /// The words on that button; may be empty.
    pub button: String,
}

/// The words to write otherwise, one of each sort, in the order of the text.
pub fn wording(text: &str, lang: Lang) -> Vec<WordingHint> {
    if text.len() > TEXT_MAX {
        return Vec::new();
    }
    let mut found: Vec<(usize, WordingHint)> = Vec::new();
    // Case folds byte by byte, so places stay what they are.
    let lower = text.to_ascii_lowercase();
    let seen = Seen::of(&lower);
    for row in t::TABLE {
        let Some((at, word)) = first(&lower, &seen, row) else { continue };
        // Part of a longer word of another sort.
        if found.iter().any(|(from, hint)| (*from..from + hint.word.len()).contains(&at)) {
            continue;
        }
        let word = text[at..at + word].to_owned();
        let say = t::HINT.with(lang, &[&word, row.say.to(lang)]);
        let instead = row.instead.to(lang);
        let button =
            if instead.is_empty() { String::new() } else { t::REPLACE.with(lang, &[instead]) };
        found.push((at, WordingHint { word, say, instead, button }));
    }
    sort_by(&mut found, |a, b| a.0.cmp(&b.0));
    found.truncate(HINTS_MAX);
    found.into_iter().map(|(_, hint)| hint).collect()
}

/// The text with every such word replaced.
pub fn reword(text: &str, hint: &WordingHint) -> String {
    text.split(hint.word.as_str()).collect::<Vec<_>>().join(hint.instead)
}

/// Which characters a text has, roughly: a word is looked for only where all of its own may
/// be there, so that a long paste is looked through at once.
struct Seen([u64; 16]);

impl Seen {
    fn of(text: &str) -> Self {
        let mut seen = Self([0; 16]);
        for c in text.chars() {
            let (at, bit) = Self::place(c);
            seen.0[at] |= bit;
        }
        seen
    }

    const fn place(c: char) -> (usize, u64) {
        ((c as usize >> 6) % 16, 1 << (c as u32 % 64))
    }

    fn may_have(&self, word: &str) -> bool {
        let has = |c| {
            let (at, bit) = Self::place(c);
            self.0[at] & bit != 0
        };
        !word.is_empty() && word.chars().all(has)
    }
}

/// Where the first of these words stands, and its bytes; the longest where several do.
fn first(text: &str, seen: &Seen, row: &Wording) -> Option<(usize, usize)> {
    let mut first: Option<(usize, usize)> = None;
    for (lang, between) in [(Lang::Zh, "、"), (Lang::En, ", ")] {
        let unless = row.unless.to(lang);
        for word in row.words.to(lang).split(between).filter(|word| seen.may_have(word)) {
            let mut from = 0;
            while let Some(at) = find(text, word, from) {
                if !unless.split(between).any(|long| is_within(text, at, long)) {
                    if first.is_none_or(|(before, bytes)| (at, bytes) < (before, word.len())) {
                        first = Some((at, word.len()));
                    }
                    break;
                }
                from = at + word.len();
            }
        }
    }
    first
}

/// Whether the byte `at` lies within a longer word that stands there.
fn is_within(text: &str, at: usize, long: &str) -> bool {
    let mut from = (at + 1).saturating_sub(long.len());
    while !text.is_char_boundary(from) {
        from += 1;
    }
    !long.is_empty() && find(text, long, from).is_some_and(|begins| begins <= at)
}

#[inline(never)]
fn find(text: &str, word: &str, from: usize) -> Option<usize> {
    text[from..].find(word).map(|at| from + at)
}

#[cfg(test)]
mod tests;
