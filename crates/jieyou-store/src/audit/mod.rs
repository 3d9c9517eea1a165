//! 查账: everything is read and verified anew, and compared with head codes (校验码) that
//! were printed earlier. Pure: lines come in, a report goes out.
//!
//! A record's id is the hash of its head, and the head names the record before it and what
//! its writer had seen. So who holds a printed code holds everything before it: nothing of
//! it can be changed, taken out or put in without the code turning into another.

mod answer;
mod code;
mod ledger;
#[cfg(test)]
mod tests;

pub use answer::{Answer, Trouble};
pub use code::{Asked, Head, Writer, heads};

use crate::chain::{ChainFinding, Link, Weave, find};
use crate::record::{Line, Origin, Record, RecordError};
use jieyou_domain::compact::sort_by;
use jieyou_domain::json::{self, Fields, Twice};
use jieyou_domain::{Date, EntryId, Subject};

/// Where a record stands: who wrote it, under which number, about what, of which day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Who wrote it.
    pub origin: Origin,
    /// Its number there.
    pub n: u64,
    /// The matter, where it is about one and that can be read.
    pub subject: Option<Subject>,
    /// The civil date of the fact, where it can be read.
    pub on: Option<Date>,
}

/// A line that is no record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// Its number in the ledger or file, from 1.
    pub at: usize,
    /// What its head says of its place, when it can still be read.
    pub place: Option<Place>,
    /// What is wrong with it.
    pub why: RecordError,
}

/// What an audit came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// How many lines were read.
    pub records: usize,
    /// The lines that are no records.
    pub wrong: Vec<Wrong>,
    /// Whether the records add up to the sum that stands beside them.
    pub adds_up: bool,
    /// Forks, gaps, records that do not follow on the one before.
    pub findings: Vec<ChainFinding>,
    /// The last record of every chain, for writing down.
    pub heads: Vec<Head>,
    /// What each code that was asked about came to.
    pub answers: Vec<(Asked, Answer)>,
    /// The first record that is another here than in the ledger it was compared with.
    pub differs: Option<Place>,
    /// Compared with a ledger: how many records are not in it, and how many of its own are
    /// not here.
    pub beside: Option<(usize, usize)>,
}

impl Report {
    /// Whether nothing is wrong, and every code that was asked about is as it was printed.
    pub fn is_well(&self) -> bool {
        self.is_sound() && self.answers.iter().all(|(asked, answer)| answer.is_well(asked))
    }

    /// Whether every record that was read checks, whatever codes were asked about.
    pub fn is_sound(&self) -> bool {
        let is_wrong = |f: &ChainFinding| {
            matches!(f, ChainFinding::Gap { .. } | ChainFinding::BrokenLink { .. })
        };
        self.wrong.is_empty()
            && self.adds_up
            && self.differs.is_none()
            && !self.findings.iter().any(is_wrong)
    }
}

/// Takes lines one by one.
#[derive(Debug, Default)]
pub struct Auditor {
    lines: usize,
    wrong: Vec<Wrong>,
    links: Vec<Link>,
    about: Vec<(EntryId, Option<Subject>, Date)>,
}

impl Auditor {
    /// Verifies a line as it is stored; gives the record's id.
    pub fn take(&mut self, line: &str) -> Option<EntryId> {
        if let Ok(line) = json::read::<Line<'_>>(line) {
            return self.take_line(&line).map(|record| record.id);
        }
        self.lines += 1;
        self.wrong.push(Wrong { at: self.lines, place: None, why: RecordError::Line });
        None
    }

    /// Verifies a line; gives the record.
    pub(crate) fn take_line(&mut self, line: &Line<'_>) -> Option<Record> {
        self.lines += 1;
        match Record::from_line(line) {
            Ok(record) => {
                self.links.push(Link::of(&record));
                self.about.push((record.id, record.head.subject(), record.head.on));
                Some(record)
            }
            Err(why) => {
                self.wrong.push(Wrong { at: self.lines, place: place(&line.head), why });
                None
            }
        }
    }

    /// What all lines together come to. `asked` are codes to look for, `known` is what the
    /// lines are compared with, `adds_up` says whether they have the sum they should.
    pub fn finish(mut self, asked: Vec<Asked>, known: Option<&Weave>, adds_up: bool) -> Report {
        sort_by(&mut self.about, |a, b| a.0.cmp(&b.0));
        let weave = Weave::new(std::mem::take(&mut self.links));
        let differs = known.and_then(|known| first_difference(&weave, known));
        let seen = Seen { weave: &weave, about: &self.about, wrong: &self.wrong };
        let differs = differs.map(|id| seen.place(id));
        let beside = known.map(|known| (lacking(known, &weave), lacking(&weave, known)));
        let answers = asked.into_iter().map(|asked| (asked.clone(), seen.answer(&asked))).collect();
        let mut findings = find(&weave, u64::MAX);
        findings.retain(|f| !seen.is_explained(f));
        Report {
            records: self.lines,
            heads: heads(&weave),
            findings,
            answers,
            differs,
            beside,
            adds_up,
            wrong: self.wrong,
        }
    }
}

/// Everything that was read.
struct Seen<'a> {
    weave: &'a Weave,
    /// Sorted by id.
    about: &'a [(EntryId, Option<Subject>, Date)],
    wrong: &'a [Wrong],
}

impl Seen<'_> {
    /// Where a record of the weave stands.
    fn place(&self, id: EntryId) -> Place {
        let about = self.about.binary_search_by(|a| a.0.cmp(&id)).map(|at| self.about[at]);
        let (subject, on) = about.map_or((None, None), |a| (a.1, Some(a.2)));
        let (origin, n) =
            self.weave.link(id).map_or((Origin::from_bytes([0; 10]), 0), |l| (l.origin, l.n));
        Place { origin, n, subject, on }
    }

    /// What stands at a place that is no record, or is missing.
    fn lost(&self, origin: Origin, n: u64) -> Place {
        let found =
            self.wrong.iter().filter_map(|w| w.place).find(|p| (p.origin, p.n) == (origin, n));
        found.unwrap_or(Place { origin, n, subject: None, on: None })
    }

    /// Whether a gap is there because the record in it does not read: that is said already.
    fn is_explained(&self, finding: &ChainFinding) -> bool {
        let ChainFinding::Gap { origin, n } = finding else { return false };
        self.wrong.iter().filter_map(|w| w.place).any(|p| p.origin == *origin && p.n + 1 == *n)
    }
}

/// What a head that may not verify says of its place.
fn place(head: &str) -> Option<Place> {
    let mut fields = Fields::of(json::value(head, Twice::Nowhere).ok()?).ok()?;
    let (origin, n) = (fields.take("origin").ok()?, fields.take("n").ok()?);
    let subject: Option<String> = fields.take("subject").ok();
    let on = fields.take("on").ok();
    Some(Place { origin, n, subject: subject.and_then(|s| s.parse().ok()), on })
}

/// How many records of `other` are not in `weave`.
fn lacking(weave: &Weave, other: &Weave) -> usize {
    other.links().filter(|link| !weave.contains(link.id)).count()
}

/// The first record of `new` that stands under a number which `known` gives to other records
/// only: lowest number first.
fn first_difference(new: &Weave, known: &Weave) -> Option<EntryId> {
    let places = |weave: &Weave| {
        let mut all: Vec<(Origin, u64, EntryId)> =
            weave.links().map(|link| (link.origin, link.n, link.id)).collect();
        sort_by(&mut all, Ord::cmp);
        all
    };
    let (new, known) = (places(new), places(known));
    let is_other = |place: &&(Origin, u64, EntryId)| {
        let start = known.partition_point(|k| (k.0, k.1) < (place.0, place.1));
        let same: Vec<_> =
            known[start..].iter().take_while(|k| (k.0, k.1) == (place.0, place.1)).collect();
        !same.is_empty() && !same.contains(place)
    };
    new.iter().filter(is_other).min_by_key(|place| place.1).map(|place| place.2)
}
