//! Many words looked for in a text at once. Their places are those of the text as it
//! stands, though wide letters and characters that are alike count as the same.

use crate::compact::sort_by;
use crate::rules::Fold;
use daachorse::CharwiseDoubleArrayAhoCorasick;

/// A word that stands in a text.
#[derive(Debug)]
pub(super) struct Hit {
    /// Its place among the words.
    pub(super) word: usize,
    /// Where it begins, in bytes of the text.
    pub(super) from: usize,
    /// Where it ends.
    pub(super) to: usize,
    /// Whether it is part of a longer word that says something by itself.
    pub(super) is_within: bool,
    /// Whether what stands before it says that it is not so: 没动手.
    pub(super) is_denied: bool,
}

impl Hit {
    /// The word as it stands in `text`, without the negation that some end in (征地款没).
    pub(super) fn word_of<'t>(&self, text: &'t str, negations: &str) -> &'t str {
        let word = &text[self.from..self.to];
        let bare = word.trim_end_matches(|c| negations.contains(c));
        if bare.chars().nth(1).is_some() { bare } else { word }
    }
}

/// A text with what is alike made the same, character by character.
pub(super) struct Text<'a> {
    /// As it stands.
    pub(super) stands: &'a str,
    /// With what is alike made the same.
    pub(super) folded: String,
    /// Where each character begins, folded and as it stands; at last where both end.
    places: Vec<(usize, usize)>,
}

impl<'a> Text<'a> {
    pub(super) fn new(stands: &'a str, fold: &Fold) -> Self {
        let (mut folded, mut places) = (String::with_capacity(stands.len()), Vec::new());
        for (at, c) in stands.char_indices() {
            places.push((folded.len(), at));
            folded.push(fold.of(c));
        }
        places.push((folded.len(), stands.len()));
        Self { stands, folded, places }
    }

    /// The byte of the text as it stands, for one of the folded text.
    fn stands_at(&self, at: usize) -> usize {
        self.places[self.places.partition_point(|(folded, _)| *folded < at)].1
    }
}

/// The words that are looked for.
pub(super) struct Words {
    /// None where there are no words.
    machine: Option<CharwiseDoubleArrayAhoCorasick<u32>>,
    /// Of each word whether it says something by itself.
    whole: Vec<bool>,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Words")
    }
}

impl Words {
    /// Of folded words, no word twice, each with whether it says something by itself.
    pub(super) fn new(words: &[(String, bool)]) -> Self {
        let machine = CharwiseDoubleArrayAhoCorasick::new(words.iter().map(|w| w.0.as_str()));
        Self { machine: machine.ok(), whole: words.iter().map(|w| w.1).collect() }
    }

    pub(super) fn len(&self) -> usize {
        self.whole.len()
    }

    /// Every place of every word, in the order of the text.
    pub(super) fn find(&self, text: &Text<'_>, negations: &str) -> Vec<Hit> {
        let Some(machine) = &self.machine else { return Vec::new() };
        let mut hits: Vec<Hit> = Vec::new();
        for found in machine.find_overlapping_iter(&text.folded) {
            let word = usize::try_from(found.value()).unwrap_or_default();
            let (from, to) = (text.stands_at(found.start()), text.stands_at(found.end()));
            let before = text.stands[..from].chars().next_back();
            let is_denied = before.is_some_and(|c| negations.contains(c));
            hits.push(Hit { word, from, to, is_within: false, is_denied });
        }
        sort_by(&mut hits, |a, b| (a.from, b.to).cmp(&(b.from, a.to)));
        self.mark(&mut hits);
        hits
    }

    /// Marks what is part of a longer word that says something by itself. A place begins
    /// with its longest word, so what reached as far before is longer.
    fn mark(&self, hits: &mut [Hit]) {
        let mut reach = 0;
        for hit in hits {
            hit.is_within = hit.to <= reach;
            if self.whole[hit.word] {
                reach = reach.max(hit.to);
            }
        }
    }
}
