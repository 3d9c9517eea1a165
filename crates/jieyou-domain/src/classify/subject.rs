//! Which subject a text speaks of: the words of the pack that stand in it. A proposal and
//! never a decision; it reads what is told of the matter and nothing about persons.

mod leans;
#[cfg(test)]
mod tests;
mod words;

use crate::compact::sort_by;
use crate::ledger::State;
use crate::rules::{Category, Fold, RuleSet, Sign, group};
use leans::Leans;
use words::{Hit, Text, Words};

/// What a sign counts times its weight; half of it where all its words have counted.
const UNIT: i32 = 16;
/// A longer text than any form takes is read so far.
const TEXT_MAX: usize = 4_000;
/// Less than this, by no word that can be named, is no proposal; more would hold back right
/// ones, as measured.
const GUESS_MIN: i32 = -100;

/// A subject that a text may be about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The subject's id.
    pub category: String,
    /// How much speaks for it; comparable within one text only.
    pub score: i32,
    /// The words of the pack that led to it, as they stand in the text; what says most
    /// first. Empty where none did, but characters that lean to it.
    pub words: Vec<String>,
}

/// Finds the subjects of texts. Made once of a pack, since making it takes longer than
/// many texts.
#[derive(Debug)]
pub struct Suggester {
    words: Words,
    fold: Fold,
    /// Characters before a word that say that it is not so.
    negations: String,
    /// Subjects that have signs, in the order of the pack.
    categories: Vec<String>,
    signs: Vec<Known>,
    /// By word: the signs it is in, and in which part of each.
    leads: Vec<Vec<(usize, usize)>>,
    leans: Leans,
}

/// A sign, and the subject it speaks of.
#[derive(Debug)]
struct Known {
    category: usize,
    /// By the places of the words among all; of each part one suffices.
    parts: Vec<Vec<usize>>,
    weight: i32,
}

/// Every word of every sign once, sorted, and whether it says something by itself.
struct Vocabulary<'a> {
    rules: &'a RuleSet,
    fold: &'a Fold,
    words: Vec<(String, bool)>,
}

impl<'a> Vocabulary<'a> {
    fn new<'s>(rules: &'a RuleSet, fold: &'a Fold, signs: impl Iterator<Item = &'s Sign>) -> Self {
        let mut all = Self { rules, fold, words: Vec::new() };
        for word in signs.flat_map(|sign| sign.parts.iter().flatten()) {
            let folded = all.meant(word).map(|word| (all.folded(word), false));
            let folded: Vec<_> = folded.collect();
            all.words.extend(folded);
        }
        sort_by(&mut all.words, |a, b| a.0.cmp(&b.0));
        all.words.dedup();
        all
    }

    /// The words that a word of a sign stands for: itself, or those of a group.
    fn meant<'w>(&self, word: &'w str) -> impl Iterator<Item = &'w str> + use<'w, 'a>
    where
        'a: 'w,
    {
        let words = group(word).and_then(|name| self.rules.groups.get(name));
        let itself = words.is_none().then_some(word);
        itself.into_iter().chain(words.into_iter().flatten().map(String::as_str))
    }

    fn folded(&self, word: &str) -> String {
        word.chars().map(|c| self.fold.of(c)).collect()
    }

    /// The words of a sign by their places.
    fn parts(&mut self, sign: &Sign) -> Vec<Vec<usize>> {
        let is_whole = sign.parts.len() == 1 && sign.weight > 0;
        let mut parts = Vec::new();
        for part in &sign.parts {
            let mut places = Vec::new();
            for word in part.iter().flat_map(|word| self.meant(word)) {
                let word = self.folded(word);
                places.push(self.words.partition_point(|known| known.0 < word));
            }
            parts.push(places);
        }
        for place in parts.iter().flatten() {
            self.words[*place].1 |= is_whole;
        }
        parts
    }
}

/// What speaks for one subject.
#[derive(Default)]
struct Sum {
    score: i32,
    words: Vec<String>,
    /// Where the words stand that have counted.
    counted: Vec<(usize, usize)>,
}

impl Sum {
    /// Takes a sign in, with the places of its words. Those that say most come first.
    fn add(&mut self, weight: i32, found: &[&Hit], text: &str, negations: &str) {
        if weight < 0 {
            self.score += weight * UNIT;
            return;
        }
        let has_counted =
            |hit: &&Hit| self.counted.iter().any(|(from, to)| *from <= hit.from && hit.to <= *to);
        let is_new = !found.iter().all(has_counted);
        self.score += if is_new { weight * UNIT } else { weight * UNIT / 2 };
        for hit in found {
            self.counted.push((hit.from, hit.to));
            if !hit.is_denied {
                self.name(hit.word_of(text, negations));
            }
        }
    }

    /// Names a word, unless a longer one that holds it is named. A single character is no
    /// word to a reader.
    fn name(&mut self, word: &str) {
        let is_word = word.chars().nth(1).is_some();
        if is_word && !self.words.iter().any(|known| known.contains(word)) {
            self.words.retain(|known| !word.contains(known.as_str()));
            self.words.push(word.to_owned());
        }
    }
}

impl Suggester {
    /// Of the subjects of a pack; a sign that does not read says nothing.
    pub fn new(rules: &RuleSet) -> Self {
        let fold = Fold::new(&rules.alike);
        let leans = |c: &&Category| !c.signs.is_empty() || rules.leans.get(&c.id).is_some();
        let subjects = rules.categories.iter().filter(leans);
        let read = |c: &Category| c.signs().filter_map(|(_, sign)| sign).collect();
        let told: Vec<(&Category, Vec<Sign>)> = subjects.map(|c| (c, read(c))).collect();
        let every = told.iter().flat_map(|(_, signs)| signs);
        let mut vocabulary = Vocabulary::new(rules, &fold, every);
        let (mut categories, mut signs) = (Vec::new(), Vec::new());
        for (subject, told) in &told {
            let (category, first) = (categories.len(), signs.len());
            categories.push(subject.id.clone());
            for sign in told {
                let parts = vocabulary.parts(sign);
                // Told twice, it says no more.
                if !signs[first..].iter().any(|known: &Known| known.parts == parts) {
                    signs.push(Known { category, parts, weight: sign.weight });
                }
            }
        }
        let mut leads: Vec<Vec<(usize, usize)>> = vec![Vec::new(); vocabulary.words.len()];
        for (at, sign) in signs.iter().enumerate() {
            for (part, words) in sign.parts.iter().enumerate() {
                words.iter().for_each(|word| leads[*word].push((at, part)));
            }
        }
        let words = Words::new(&vocabulary.words);
        let leans = Leans::new(&rules.leans, &categories);
        let negations = rules.negations.clone();
        Self { words, fold, negations, categories, signs, leads, leans }
    }

    /// The subjects that a text may be about, the likeliest first; of two that are as
    /// likely, the first of the pack. Empty where neither a word nor a character speaks
    /// for any.
    pub fn suggest(&self, text: &str) -> Vec<Suggestion> {
        // What nobody can have told of a matter is not read: it would keep the page waiting.
        let end = text.char_indices().nth(TEXT_MAX).map_or(text.len(), |(at, _)| at);
        let text = Text::new(&text[..end], &self.fold);
        let hits = self.words.find(&text, &self.negations);
        // The first place of a word, and the first where it is part of no longer one.
        let mut seen: Vec<Option<&Hit>> = vec![None; self.words.len()];
        let mut free: Vec<Option<&Hit>> = vec![None; self.words.len()];
        for hit in &hits {
            seen[hit.word].get_or_insert(hit);
            if !hit.is_within && !hit.is_denied {
                free[hit.word].get_or_insert(hit);
            }
        }
        let mut sums: Vec<Sum> = self.categories.iter().map(|_| Sum::default()).collect();
        for sign in self.fired(&seen, &free) {
            let known = &self.signs[sign];
            let places = if known.parts.len() == 1 { &free } else { &seen };
            let longest_of = |part: &Vec<usize>| longest(part.iter().filter_map(|w| places[*w]));
            let found: Vec<&Hit> = known.parts.iter().filter_map(longest_of).collect();
            sums[known.category].add(known.weight, &found, text.stands, &self.negations);
        }
        let leans = self.leans.sums(&text.folded);
        let mut all = Vec::new();
        for (at, (sum, leans)) in sums.into_iter().zip(leans).enumerate() {
            let score = sum.score + leans.sum;
            let is_led = !sum.counted.is_empty() || leans.is_any;
            // Where no word can be named, characters must not speak against it plainly.
            if is_led && (!sum.words.is_empty() || score >= GUESS_MIN) {
                let category = self.categories[at].clone();
                all.push(Suggestion { category, score, words: sum.words });
            }
        }
        sort_by(&mut all, |a: &Suggestion, b| b.score.cmp(&a.score));
        all
    }

    /// The signs whose parts all stand in the text; those that say most first.
    fn fired(&self, seen: &[Option<&Hit>], free: &[Option<&Hit>]) -> Vec<usize> {
        let mut met: Vec<u32> = vec![0; self.signs.len()];
        let mut fired = Vec::new();
        for (word, leads) in self.leads.iter().enumerate() {
            if seen[word].is_none() {
                continue;
            }
            for (sign, part) in leads {
                let parts = self.signs[*sign].parts.len();
                let before = met[*sign];
                if parts > 1 || free[word].is_some() {
                    met[*sign] |= 1 << part;
                }
                if met[*sign] != before && met[*sign].count_ones() as usize == parts {
                    fired.push(*sign);
                }
            }
        }
        let weight = |at: usize| self.signs[at].weight;
        sort_by(&mut fired, |a, b| (weight(*b), a).cmp(&(weight(*a), b)));
        fired
    }

    /// The subjects that a matter may be about, by what was written at its registration.
    pub fn of(&self, state: &State) -> Vec<Suggestion> {
        let Some(told) = &state.registered else { return Vec::new() };
        let claims: Vec<&str> = state.claims.iter().map(|c| c.claim.text.as_str()).collect();
        self.suggest(&subject_text(&told.title, &told.story, &claims.join("\n"), &told.spot))
    }
}

/// Of several words that would do, the one that says most to a reader.
fn longest<'a>(hits: impl Iterator<Item = &'a Hit>) -> Option<&'a Hit> {
    hits.reduce(|best, hit| if hit.to - hit.from > best.to - best.from { hit } else { best })
}

/// What a subject is looked for in: title, course, claims and spot.
pub fn subject_text(title: &str, story: &str, claims: &str, spot: &str) -> String {
    [title, story, claims, spot].join("\n")
}
