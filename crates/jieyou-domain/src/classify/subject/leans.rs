//! How much single characters and pairs of characters lean to a subject: what remains
//! where no word of the pack stands in a text. Learned from described matters, and data of
//! the pack like its words.

use crate::compact::{Map, sort_by};

/// What a lean counts times its weight, beside what signs count.
const UNIT: i32 = 12;

/// A character, or two that stand side by side.
type Pair = (char, char);

/// How a text leans to a subject.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Leaning {
    /// What leans to it, less what leans away.
    pub(super) sum: i32,
    /// Whether anything leans to it.
    pub(super) is_any: bool,
}

/// The leans of a pack.
#[derive(Debug, Default)]
pub(super) struct Leans {
    /// Sorted by pair; subject and weight.
    all: Vec<(Pair, usize, i32)>,
    subjects: usize,
}

impl Leans {
    /// Of a pack's texts by subject: numbers, each the weight of what follows it, and
    /// characters or pairs, a space between. What is neither says nothing.
    pub(super) fn new(texts: &Map<String, String>, categories: &[String]) -> Self {
        let mut all = Vec::new();
        for (subject, id) in categories.iter().enumerate() {
            let mut weight = 0;
            for token in texts.get(id).into_iter().flat_map(|text| text.split(' ')) {
                if let Ok(n) = token.parse() {
                    weight = n;
                } else if let Some(pair) = pair(token) {
                    all.push((pair, subject, weight));
                }
            }
        }
        sort_by(&mut all, |a, b| a.cmp(b));
        Self { all, subjects: categories.len() }
    }

    /// What leans to each subject in a folded text, each pair once.
    pub(super) fn sums(&self, folded: &str) -> Vec<Leaning> {
        let mut sums = vec![Leaning::default(); self.subjects];
        for pair in pairs(folded) {
            for (_, subject, weight) in self.of(pair) {
                sums[*subject].sum += weight * UNIT;
                sums[*subject].is_any |= *weight > 0;
            }
        }
        sums
    }

    fn of(&self, pair: Pair) -> &[(Pair, usize, i32)] {
        let from = self.all.partition_point(|known| known.0 < pair);
        let to = self.all.partition_point(|known| known.0 <= pair);
        self.all.get(from..to).unwrap_or_default()
    }
}

/// Stands second where there is one character only.
const NONE: char = '\0';

fn pair(token: &str) -> Option<Pair> {
    let mut letters = token.chars();
    let first = letters.next()?;
    let second = letters.next().unwrap_or(NONE);
    letters.next().is_none().then_some((first, second))
}

/// The characters and pairs of a text, each once, sorted; a character by itself has none
/// second.
fn pairs(folded: &str) -> Vec<Pair> {
    let mut all = Vec::new();
    let mut before = None;
    for c in folded.chars() {
        let letter = ('\u{4e00}'..='\u{9fff}').contains(&c).then_some(c);
        if let Some(c) = letter {
            all.push((c, NONE));
            all.extend(before.map(|before| (before, c)));
        }
        before = letter;
    }
    sort_by(&mut all, |a, b| a.cmp(b));
    all.dedup();
    all
}
