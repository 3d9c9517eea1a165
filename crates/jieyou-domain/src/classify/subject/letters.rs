//! How much each character of a text says: in whose words it is commoner than in all. So
//! a text that has none of the words, but is made of the same characters, still leads
//! somewhere.

use super::UNIT;
use crate::compact::sort_by;

/// In a text of more different characters each of them says less.
const MANY: usize = 40;

/// The characters of the words, and what each says for each subject.
#[derive(Debug, Default)]
pub(super) struct Letters {
    known: Vec<char>,
    /// One row of all subjects a character.
    says: Vec<i8>,
    subjects: usize,
}

impl Letters {
    /// Of words with their subjects.
    pub(super) fn new<'a>(words: impl Iterator<Item = (usize, &'a str)>, subjects: usize) -> Self {
        let mut pairs: Vec<(char, usize)> = Vec::new();
        for (subject, word) in words {
            for (at, c) in word.char_indices() {
                if is_letter(c) && !word[..at].contains(c) {
                    pairs.push((c, subject));
                }
            }
        }
        sort_by(&mut pairs, |a, b| a.cmp(b));
        let mut totals = vec![0_f32; subjects];
        for (_, subject) in &pairs {
            totals[*subject] += 1.0;
        }
        let mut letters = Self { known: Vec::new(), says: Vec::new(), subjects };
        for same in pairs.chunk_by(|a, b| a.0 == b.0) {
            let mut rates = vec![0_f32; subjects];
            for (_, subject) in same {
                rates[*subject] += 1000.0 / totals[*subject];
            }
            letters.known.push(same[0].0);
            letters.says.extend(said(&rates));
        }
        letters
    }

    /// What the characters of a folded text say for each subject.
    pub(super) fn sums(&self, folded: &str) -> Vec<i32> {
        let mut sums = vec![0_i32; self.subjects];
        let rows = self.rows(folded);
        for row in &rows {
            for (sum, says) in sums.iter_mut().zip(*row) {
                *sum += i32::from(*says);
            }
        }
        let n = i32::try_from(rows.len()).unwrap_or(i32::MAX);
        let many = i32::try_from(MANY).unwrap_or(i32::MAX);
        if n > many {
            sums.iter_mut().for_each(|sum| *sum = *sum * many / n);
        }
        sums
    }

    /// What the known characters of a text say, each once.
    fn rows(&self, folded: &str) -> Vec<&[i8]> {
        let mut seen = vec![false; self.known.len()];
        let mut rows = Vec::new();
        for c in folded.chars().filter(|c| is_letter(*c)) {
            let row = self.known.partition_point(|known| *known < c);
            if self.known.get(row) == Some(&c) && !std::mem::replace(&mut seen[row], true) {
                rows.push(&self.says[row * self.subjects..][..self.subjects]);
            }
        }
        rows
    }
}

/// How much commoner a character is for each subject than for all, as a logarithm in
/// units of a sign's weight; at least minus one of them, at most four.
fn said(rates: &[f32]) -> Vec<i8> {
    let (mut sum, mut n) = (0.0, 0.0_f32);
    for rate in rates {
        sum += rate;
        n += 1.0;
    }
    let mean = sum / n.max(1.0);
    // Of what is rare nothing can be said for sure.
    let likelier = |rate: f32| ((rate + mean + 0.3) / (2.0 * mean + 0.3)).ln();
    let unit = UNIT as f32;
    rates.iter().map(|rate| (likelier(*rate).clamp(-1.0, 4.0) * unit).round() as i8).collect()
}

/// Whether it is a Chinese character: digits and marks say nothing of a subject.
const fn is_letter(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}
