//! Which subject a text speaks of: the words of the pack that stand in it. A proposal and
//! never a decision; it reads what is told of the matter and nothing about persons.

#[cfg(test)]
mod tests;
mod words;

use crate::compact::sort_by;
use crate::ledger::State;
use crate::rules::{Fold, RuleSet, Sign};
use words::{Hit, Words};

/// What says less leads to no subject: one weak word is none.
const LEAST: i32 = 2;

/// A subject that a text may be about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The subject's id.
    pub category: String,
    /// How much speaks for it; comparable within one text only.
    pub score: i32,
    /// The words that led to it, as they stand in the text; what says most first.
    pub words: Vec<String>,
}

/// Finds the subjects of texts. Made once of a pack, since making it takes longer than
/// many texts.
#[derive(Debug)]
pub struct Suggester {
    words: Words,
    fold: Fold,
    /// Subjects that have signs, in the order of the pack.
    categories: Vec<String>,
    signs: Vec<Known>,
}

/// A sign, and the subject it speaks of.
#[derive(Debug)]
struct Known {
    category: usize,
    /// By the places of the words among all.
    parts: Vec<usize>,
    weight: i32,
}

impl Suggester {
    /// Of the subjects of a pack; a sign that does not read says nothing.
    pub fn new(rules: &RuleSet) -> Self {
        let fold = Fold::new(&rules.alike);
        let mut texts: Vec<(String, bool)> = Vec::new();
        let mut found: crate::compact::Map<String, usize> = crate::compact::Map::new();
        let (mut categories, mut signs): (Vec<String>, Vec<Known>) = (Vec::new(), Vec::new());
        for subject in rules.categories.iter().filter(|c| !c.signs.is_empty()) {
            let category = categories.len();
            let first = signs.len();
            categories.push(subject.id.clone());
            for sign in subject.signs.iter().filter_map(|text| Sign::read(text)) {
                let is_whole = sign.parts.len() == 1 && sign.weight > 0;
                let mut parts = Vec::new();
                for part in sign.parts {
                    let part: String = part.chars().map(|c| fold.of(c)).collect();
                    let at = found.get(&part).copied().unwrap_or(texts.len());
                    if at == texts.len() {
                        found.insert(part.clone(), at);
                        texts.push((part, false));
                    }
                    texts[at].1 |= is_whole;
                    parts.push(at);
                }
                // Told twice, it says no more.
                if !signs[first..].iter().any(|known: &Known| known.parts == parts) {
                    signs.push(Known { category, parts, weight: sign.weight });
                }
            }
        }
        Self { words: Words::new(&texts), fold, categories, signs }
    }

    /// The subjects that a text may be about, the likeliest first; of two that are as
    /// likely, the first of the pack. Empty where nothing speaks for any: the pack's
    /// subject for what is none of the others has no signs.
    pub fn suggest(&self, text: &str) -> Vec<Suggestion> {
        let hits = self.words.find(text, &self.fold);
        // The first place of a word, and the first where it is part of no longer one.
        let mut seen: Vec<Option<&Hit>> = vec![None; self.words.len()];
        let mut free: Vec<Option<&Hit>> = vec![None; self.words.len()];
        for hit in &hits {
            seen[hit.word].get_or_insert(hit);
            if !hit.is_within {
                free[hit.word].get_or_insert(hit);
            }
        }
        let mut scores = vec![0; self.categories.len()];
        let mut led: Vec<(&Known, usize)> = Vec::new();
        for (at, sign) in self.signs.iter().enumerate() {
            let places = if sign.parts.len() == 1 { &free } else { &seen };
            if sign.parts.iter().all(|part| places[*part].is_some()) {
                scores[sign.category] += sign.weight;
                led.push((sign, at));
            }
        }
        sort_by(&mut led, |a, b| (b.0.weight, a.1).cmp(&(a.0.weight, b.1)));
        let mut all = Vec::new();
        for (category, score) in scores.into_iter().enumerate() {
            if score < LEAST {
                continue;
            }
            let mut words: Vec<String> = Vec::new();
            let mine = led.iter().filter(|(sign, _)| sign.category == category && sign.weight > 0);
            for part in mine.flat_map(|(sign, _)| &sign.parts) {
                let word = seen[*part].map_or("", |hit| &text[hit.from..hit.to]);
                if !words.iter().any(|known| known.contains(word)) {
                    words.push(word.to_owned());
                }
            }
            all.push(Suggestion { category: self.categories[category].clone(), score, words });
        }
        sort_by(&mut all, |a, b| b.score.cmp(&a.score));
        all
    }

    /// The subjects that a matter may be about, by what was written at its registration.
    pub fn of(&self, state: &State) -> Vec<Suggestion> {
        let Some(told) = &state.registered else { return Vec::new() };
        let claims: Vec<&str> = state.claims.iter().map(|c| c.claim.text.as_str()).collect();
        self.suggest(&subject_text(&told.title, &told.story, &claims.join("\n"), &told.spot))
    }
}

/// What a subject is looked for in: title, course, claims and spot.
pub fn subject_text(title: &str, story: &str, claims: &str, spot: &str) -> String {
    [title, story, claims, spot].join("\n")
}
