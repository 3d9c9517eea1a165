//! What holds for this ledger alone: which files were read in, which of them were set aside
//! again, and what of them was not let in. Texts beside the records; never a record, and of
//! no effect in another ledger.
//!
//! Records of a file that was set aside stay stored, verified and linked; only the book
//! does not hold them. What another file brought as well stays in the book.

use crate::backup::Purpose;
use crate::event_store::{Seq, meta};
use crate::record::Origin;
use jieyou_domain::compact::{Map, sort_by};
use jieyou_domain::json::Write as _;
use jieyou_domain::json::{self, Read, Value, Wrong};
use jieyou_domain::{Date, EntryId, reads, reads_and_writes};
use serde::Serialize;

/// Keys of records, as runs: first and last. Sorted, and no two touch.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Runs(Vec<(Seq, Seq)>);

impl Runs {
    /// The runs of some keys, in any order.
    pub fn new(keys: Vec<Seq>) -> Self {
        Self::of(keys.into_iter().map(|key| (key, key)).collect())
    }

    /// Any runs, put in order. A file may hold every key there is in one run, so nothing
    /// here ever goes key by key.
    fn of(mut all: Vec<(Seq, Seq)>) -> Self {
        all.retain(|(first, last)| first <= last);
        sort_by(&mut all, Ord::cmp);
        let mut runs: Vec<(Seq, Seq)> = Vec::new();
        for (first, last) in all {
            match runs.last_mut() {
                Some((_, end)) if first <= end.saturating_add(1) => *end = last.max(*end),
                _ => runs.push((first, last)),
            }
        }
        Self(runs)
    }

    /// Whether a key is among them.
    pub fn contains(&self, key: Seq) -> bool {
        let after = self.0.partition_point(|(first, _)| *first <= key);
        after.checked_sub(1).is_some_and(|at| key <= self.0[at].1)
    }

    /// The last key.
    pub fn last(&self) -> Option<Seq> {
        self.0.last().map(|(_, last)| *last)
    }

    /// How many there are.
    pub fn len(&self) -> u64 {
        self.0.iter().map(|(first, last)| u64::from(last.saturating_sub(*first)) + 1).sum()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The places, from 1, of those of `kept` that are among them.
    fn recount(&self, kept: &[Seq]) -> Self {
        let places = kept.iter().zip(1..).filter(|(key, _)| self.contains(**key));
        Self::new(places.map(|(_, place)| place).collect())
    }

    /// The keys that are not among `others`.
    fn without(&self, others: &Self) -> Self {
        let mut left = Vec::new();
        for &(first, last) in &self.0 {
            let mut next = Some(first);
            let from = others.0.partition_point(|(_, end)| *end < first);
            for &(start, end) in others.0[from..].iter().take_while(|(start, _)| *start <= last) {
                if let Some(first) = next.filter(|first| *first < start) {
                    left.push((first, start - 1));
                }
                next = end.checked_add(1).filter(|next| *next <= last);
            }
            left.extend(next.map(|first| (first, last)));
        }
        Self(left)
    }
}

impl Read for Runs {
    fn read(value: Value) -> Result<Self, Wrong> {
        Ok(Self::of(Vec::read(value)?))
    }
}

/// How far a chain reached in a ledger that was damaged: where only what can be believed of
/// it was restored, nothing else tells that the rest is missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Lost {
    /// Whose chain.
    pub origin: Origin,
    /// The number of the last record known of it.
    pub n: u64,
}

/// Why a file was set aside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Aside {
    /// The day.
    pub on: Date,
    /// The post.
    pub post: String,
    /// Why.
    pub why: String,
}

/// A file that was read in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Imported {
    /// Its number, from 1.
    pub n: u32,
    /// The day it was read in.
    pub on: Date,
    /// The unit whose file it was; may be empty.
    pub unit: String,
    /// The day it was written.
    pub exported_on: Date,
    /// What it was written for.
    pub purpose: Purpose,
    /// The file's name, where it was noted.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub file: String,
    /// The milliseconds at which it was read in, where they were noted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<u64>,
    /// How many contacts it brought. They are no records and stay where it is set aside.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contacts: Option<u32>,
    /// The keys of the records it brought.
    pub new: Runs,
    /// The keys of those that were here before.
    pub known: Runs,
    /// Set when it was set aside.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub aside: Option<Aside>,
}

reads!(Lost { origin, n });
reads!(Aside { on, post, why });
reads!(Imported { n, on, unit, exported_on, purpose, new, known; file, at, contacts, aside });

impl Imported {
    /// Whether it was set aside, and other files brought all that it had brought: its
    /// records count again.
    pub fn is_back(&self, all: &[Self]) -> bool {
        self.aside.is_some() && self.new.without(&aside(all)) == self.new
    }
}

/// How a record came into this ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Came {
    /// It was written here.
    Here,
    /// With a file that was read in.
    With(Imported),
    /// It was here before any file: with the copy that this ledger was restored from.
    Before,
}

/// A line of a file that was not let in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stopped {
    /// Its number in the file, from 1; 0 where that was not noted.
    pub number: u32,
    /// Who wrote it, where its head still says so.
    pub origin: Option<Origin>,
    /// Its number there.
    pub n: Option<u64>,
    /// Its id, where something vouches for its head.
    pub id: Option<EntryId>,
    /// The code of what is wrong with it.
    pub why: String,
    /// The line.
    pub text: String,
}

/// What of one file was not let in, in one piece: a large text beside the records.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Apart {
    /// The last records of the origins that it concerns, as the file named them.
    pub tips: Vec<EntryId>,
    /// The lines.
    pub lines: Vec<Stopped>,
}

/// What is known of such a text without reading it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Its number, from 1.
    pub n: u32,
    /// Whether it waits for its day; else it is in quarantine.
    pub waits: bool,
    /// The day the file was read in.
    pub on: Date,
    /// The file's name; may be empty.
    pub file: String,
    /// The unit whose file it was; may be empty.
    pub unit: String,
    /// The day it was written.
    pub exported_on: Date,
    /// What it was written for.
    pub purpose: Purpose,
    /// How many lines.
    pub count: u32,
    /// The day on which none of them lies far ahead any more.
    pub until: Option<Date>,
    /// The hash of the text: the same file read in twice is noted once.
    pub mark: EntryId,
    /// The day on which everything in it had come in with another file.
    pub settled: Option<Date>,
}

reads_and_writes!(Stopped { number, why, text; origin, n, id });
reads_and_writes!(Apart { tips, lines });
reads_and_writes!(Note {
    n, waits, on, unit, exported_on, purpose, count, mark; file, until, settled
});

impl Note {
    /// The key of its text.
    pub fn key(&self) -> String {
        format!("{}.{}", if self.waits { "waiting" } else { "quarantine" }, self.n)
    }
}

/// What was not let in, as the texts beside the records say.
pub fn notes(texts: &Map<String, String>) -> Vec<Note> {
    texts.get(meta::NOTES).and_then(|text| json::read(text).ok()).unwrap_or_default()
}

/// The text that says so.
pub(crate) fn notes_text(notes: &Vec<Note>) -> (String, String) {
    (meta::NOTES.to_owned(), notes.write().to_string())
}

/// How far chains reached, as the texts beside the records say.
pub(crate) fn lost(texts: &Map<String, String>) -> Vec<Lost> {
    texts.get(meta::LOST).and_then(|text| json::read(text).ok()).unwrap_or_default()
}

/// The text that says so.
pub(crate) fn lost_text(lost: &[Lost]) -> (String, String) {
    (meta::LOST.to_owned(), serde_json::to_string(lost).unwrap_or_default())
}

/// The files read in, as the texts beside the records say. A text that does not read says
/// nothing: everything is in the book then.
pub fn imports(texts: &Map<String, String>) -> Vec<Imported> {
    texts.get(meta::IMPORTS).and_then(|text| json::read(text).ok()).unwrap_or_default()
}

/// The text that says so.
pub(crate) fn text(imports: &[Imported]) -> (String, String) {
    // Plain structs of texts and numbers: writing them cannot fail.
    (meta::IMPORTS.to_owned(), serde_json::to_string(imports).unwrap_or_default())
}

/// Says of the same files what they brought, where only the records under `kept` are left.
pub(crate) fn recount(imports: &mut [Imported], kept: &[Seq]) {
    for import in imports {
        import.new = import.new.recount(kept);
        import.known = import.known.recount(kept);
    }
}

/// The keys of the records that the book does not hold.
pub(crate) fn aside(imports: &[Imported]) -> Runs {
    let (aside, in_force): (Vec<_>, Vec<_>) = imports.iter().partition(|i| i.aside.is_some());
    let all = |runs: Vec<&Runs>| Runs::of(runs.into_iter().flat_map(|r| r.0.clone()).collect());
    let brought = all(aside.iter().map(|i| &i.new).collect());
    brought.without(&all(in_force.iter().flat_map(|i| [&i.new, &i.known]).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn import(n: u32, new: &[Seq], known: &[Seq], is_aside: bool) -> Imported {
        let aside = Aside { on: Date::default(), post: "岗".into(), why: "读错了".into() };
        Imported {
            n,
            on: Date::default(),
            unit: "双柳村".into(),
            exported_on: Date::default(),
            purpose: Purpose::Copy,
            file: String::new(),
            at: None,
            contacts: None,
            new: Runs::new(new.to_vec()),
            known: Runs::new(known.to_vec()),
            aside: is_aside.then_some(aside),
        }
    }

    fn keys(runs: &Runs) -> Vec<Seq> {
        (0..25).filter(|key| runs.contains(*key)).collect()
    }

    #[test]
    fn keys_become_runs_and_are_found_in_them() {
        let runs = Runs::new(vec![9, 3, 2, 4, 4, 8, 20]);
        assert_eq!(runs.0, [(2, 4), (8, 9), (20, 20)]);
        let found: Vec<Seq> = (0..25).filter(|key| runs.contains(*key)).collect();
        assert_eq!(found, [2, 3, 4, 8, 9, 20]);
        assert_eq!((keys(&runs), runs.last()), (found, Some(20)));
        assert!(Runs::default().is_empty() && !Runs::default().contains(0));
    }

    #[test]
    fn a_run_may_hold_every_key_there_is() {
        let runs = |text: &str| json::read::<Runs>(text).unwrap();
        let all = runs("[[9,3],[7,4294967295],[0,5]]");
        assert_eq!(all.0, [(0, 5), (7, Seq::MAX)]);
        assert_eq!(
            all.without(&runs("[[5,8],[4294967295,4294967295]]")).0,
            [(0, 4), (9, Seq::MAX - 1)]
        );
        assert!(all.without(&runs("[[0,4294967295]]")).is_empty());
        assert_eq!(all.without(&Runs::default()), all);
        let mut import = import(1, &[], &[], true);
        import.new = all;
        assert!(aside(&[import]).contains(Seq::MAX));
    }

    #[test]
    fn what_another_file_brought_as_well_stays() {
        let first = |is_aside| import(1, &[5, 6, 7], &[1], is_aside);
        let second = |is_aside| import(2, &[9], &[6], is_aside);
        let of = |imports: &[Imported]| keys(&aside(imports));
        assert!(of(&[first(false), second(false)]).is_empty());
        assert_eq!(of(&[first(true), second(false)]), [5, 7]);
        assert_eq!(of(&[first(true), second(true)]), [5, 6, 7, 9]);
        assert_eq!(of(&[first(false), second(true)]), [9]);
    }

    #[test]
    fn the_text_reads_back() {
        let all = vec![import(1, &[5, 6], &[], false), import(2, &[8], &[1, 2], true)];
        let (key, text) = text(&all);
        let texts: Map<String, String> = [(key, text)].into_iter().collect();
        assert_eq!(imports(&texts), all);
        assert!(imports(&Map::new()).is_empty());
    }
}
