//! Which characters of a text may name a thing: not those of people's names, of the unit's
//! own places, of subjects, nor of plain words. The words are the rule pack's.

use crate::ledger::Book;
use crate::rules::Unnamed;

/// Words shorter than this say nothing.
const WORD_MIN: usize = 2;
/// The longest given name.
const GIVEN_MAX: usize = 2;

/// What a character stands for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// It may name a thing.
    Thing,
    /// It is part of a word that names none.
    Plain,
    /// It is no word, or part of a person's name: nothing goes on across it.
    Gap,
}

type Marked = [(char, Part)];

/// The words that name no thing.
pub(super) struct Unsaid<'a> {
    words: Vec<Vec<char>>,
    names: &'a Unnamed,
}

/// A text, and which of its characters may name a thing.
pub(super) struct Said(Vec<(char, Part)>);

/// Neighbours in texts that both may name a thing, in order: for a quick look.
pub(super) struct Pairs(Vec<(char, char)>);

impl<'a> Unsaid<'a> {
    pub(super) fn of(book: &'a Book) -> Self {
        let rules = book.rules();
        let mut words = Vec::new();
        let mut add = |text: &str| {
            let parts = text.split(|c: char| !c.is_alphanumeric());
            let parts = parts.map(|part| part.chars().collect::<Vec<char>>());
            words.extend(parts.filter(|part| part.len() >= WORD_MIN));
        };
        add(&rules.unnamed.plain);
        for category in &rules.categories {
            add(&category.words.zh);
            add(&category.hints);
        }
        // A place's name may hold that of the one around it.
        let names = book.places().map(|place| place.name.as_str());
        for name in names.chain(book.unit().map(|unit| unit.name.as_str())) {
            add(name);
            name.split_inclusive(|c| rules.unnamed.landforms.contains(c)).for_each(&mut add);
        }
        Self { words, names: &rules.unnamed }
    }

    pub(super) fn said(&self, text: &str) -> Said {
        let part = |c: char| match c {
            _ if !c.is_alphanumeric() => Part::Gap,
            _ if c.is_ascii_digit() || self.names.joints.contains(c) => Part::Plain,
            _ => Part::Thing,
        };
        let mut chars: Vec<(char, Part)> = text.chars().map(|c| (c, part(c))).collect();
        for word in &self.words {
            let last = (chars.len() + 1).saturating_sub(word.len());
            for at in 0..last {
                let here = &mut chars[at..at + word.len()];
                if here.iter().map(|(c, _)| c).eq(word) {
                    mark(here, Part::Plain);
                }
            }
        }
        self.drop_names(&mut chars);
        Said(chars)
    }

    /// Takes out what reads like a person's name. One too many costs a proposal; one too
    /// few would make two matters alike by a person.
    fn drop_names(&self, chars: &mut Marked) {
        let mut at = 0;
        while at < chars.len() {
            let length = self.name(chars, at);
            mark(&mut chars[at..at + length], Part::Gap);
            at += length.max(1);
        }
    }

    /// How many characters from `at` on are a name with what goes with it; 0 for none.
    fn name(&self, chars: &Marked, at: usize) -> usize {
        let names = self.names;
        let is_sure = names.surnames.contains(chars[at].0);
        if !is_sure && !names.doubtful.contains(chars[at].0) {
            return 0;
        }
        let after = &chars[at + 1..];
        let is_at =
            |place: usize, among: &str| after.get(place).is_some_and(|(c, _)| among.contains(*c));
        // A family's name before a landform is the name of a place.
        if is_at(0, &names.landforms) || (is_at(0, &names.houses) && is_at(1, &names.landforms)) {
            return 0;
        }
        for given in 0..=GIVEN_MAX {
            if is_at(given, &names.houses) {
                return given + 2;
            }
            let rest = after.get(given..).unwrap_or_default();
            let is_next = |word: &&str| {
                let mut rest = rest.iter();
                word.chars().all(|c| rest.next().is_some_and(|(x, _)| *x == c))
            };
            if let Some(word) = names.callings.split(' ').find(is_next) {
                return given + 1 + word.chars().count();
            }
        }
        // By itself, between what names nothing.
        let is_thing = |place: usize| after.get(place).is_some_and(|(_, p)| *p == Part::Thing);
        let begins = at == 0 || chars[at - 1].1 != Part::Thing;
        let free = |given: usize| {
            (0..given).all(|x| is_thing(x) && !is_at(x, &names.landforms)) && !is_thing(given)
        };
        let given = (1..=GIVEN_MAX).find(|given| free(*given));
        given.filter(|_| is_sure && begins).map_or(0, |given| given + 1)
    }
}

fn mark(chars: &mut Marked, as_part: Part) {
    for (_, part) in chars {
        *part = as_part;
    }
}

impl Pairs {
    pub(super) fn of(texts: &[Said]) -> Self {
        let both = texts.iter().flat_map(Said::pairs);
        let mut pairs: Vec<(char, char)> = both.collect();
        crate::compact::sort_by(&mut pairs, Ord::cmp);
        Self(pairs)
    }

    /// Whether one of them stands in `text`.
    pub(super) fn touch(&self, text: &str) -> bool {
        let mut before = None;
        !self.0.is_empty()
            && text.chars().any(|c| {
                let pair = before.replace(c).map(|b| (b, c));
                pair.is_some_and(|pair| self.0.binary_search(&pair).is_ok())
            })
    }
}

impl Said {
    fn pairs(&self) -> impl Iterator<Item = (char, char)> + '_ {
        let both = self.0.windows(2).filter(|two| two.iter().all(|(_, p)| *p == Part::Thing));
        both.map(|two| (two[0].0, two[1].0))
    }

    /// The whole text, where nothing in it reads like a person's name.
    pub(super) fn whole(&self) -> Option<String> {
        let is_name = |(c, part): &(char, Part)| *part == Part::Gap && c.is_alphanumeric();
        let is_whole = self.0.len() >= WORD_MIN && !self.0.iter().any(is_name);
        is_whole.then(|| self.0.iter().map(|(c, _)| *c).collect::<String>().trim().to_owned())
    }

    /// Whether anything in it may name a thing.
    pub(super) fn says(&self) -> bool {
        self.pairs().next().is_some()
    }

    /// The run in both with the longest name: its words, and how many characters in a row
    /// name something in both.
    pub(super) fn common(&self, other: &Self) -> (String, usize) {
        let (a, b) = (&self.0, &other.0);
        let mut best = Run::default();
        let mut end = 0;
        let mut before = vec![Run::default(); b.len() + 1];
        for (at, (x, mine)) in a.iter().enumerate() {
            let mut now = vec![Run::default(); b.len() + 1];
            for (place, (y, theirs)) in b.iter().enumerate() {
                if x == y && *mine != Part::Gap && *theirs != Part::Gap {
                    let names = *mine == Part::Thing && *theirs == Part::Thing;
                    let run = before[place].longer(names);
                    now[place + 1] = run;
                    if (run.named, run.length) > (best.named, best.length) {
                        (best, end) = (run, at + 1);
                    }
                }
            }
            before = now;
        }
        (a[end - best.length..end].iter().map(|(c, _)| *c).collect(), best.named)
    }
}

/// A run of characters that stand in two texts.
#[derive(Clone, Copy, Default)]
struct Run {
    length: usize,
    /// How many of its last ones name something.
    last: usize,
    /// The most in a row that do.
    named: usize,
}

impl Run {
    fn longer(self, names: bool) -> Self {
        let last = if names { self.last + 1 } else { 0 };
        Self { length: self.length + 1, last, named: self.named.max(last) }
    }
}
