//! 安全灯: how safe the ledger is, from what is known and no more. One pure function; the
//! words of each fact stand in [`words`]. It never calls safe what was not verified.

#[cfg(test)]
mod tests;
mod words;

use super::copies::{self, Copied};
use crate::text::{Lang, both};
use jieyou_domain::Date;
use jieyou_store::journal::Believed;

/// Changes since the last verified copy from which on a copy is asked for.
const CHANGES: u32 = 20;
/// Days since the last verified copy from which on a copy is asked for.
const DAYS: i64 = 7;
/// Entries from which on a first copy is asked for. Setting a unit up writes about four; this
/// is the second or third matter, which nobody can write again from memory.
const FIRST: u32 = 8;
/// So many times that, and it is urgent.
const OVERDUE: u32 = 3;
/// Bytes below which room is always short, and above which it never is.
const ROOM: (f64, f64) = (50.0 * MIB, 500.0 * MIB);
/// Between the two it is short when less than this part of what is allowed is left.
const ROOM_SHARE: f64 = 0.05;
const MIB: f64 = 1024.0 * 1024.0;
/// Days by which the computer may be behind the last record without remark.
const BEHIND: i64 = 1;
/// Days by which it may be ahead of everything known without remark: a ledger may lie for
/// a while.
const AHEAD: i64 = 366;

/// How grave something is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Nothing to do.
    #[default]
    Calm,
    /// Worth a look.
    Note,
    /// To be done.
    Act,
}

impl Level {
    /// `data-level`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Calm => "calm",
            Self::Note => "note",
            Self::Act => "act",
        }
    }

    /// The word beside the mark.
    pub fn word(self, lang: Lang) -> &'static str {
        match self {
            Self::Calm => both!("平稳", "Calm"),
            Self::Note => both!("留意", "Note"),
            Self::Act => both!("要办", "To do"),
        }
        .to(lang)
    }
}

/// Where the page was opened from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Home {
    /// An address of its own.
    #[default]
    Web,
    /// A file, in a browser where all local files share one storage.
    SharedFiles,
    /// A file, in a browser that keeps one storage a path.
    OwnPath,
}

/// Whether copies go to a file that somebody chose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// This browser cannot write to a chosen file.
    #[default]
    Impossible,
    /// None was chosen.
    Open,
    /// One was, and the browser will ask before writing.
    Asks(String),
    /// One was, and may be written.
    Allowed(String),
}

/// What is known. Where the browser does not say, it is `None`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// A training ledger needs no copies.
    pub is_training: bool,
    /// Whether what is written outlives the page.
    pub is_kept: bool,
    /// Whether nothing was registered yet.
    pub is_empty: bool,
    /// Whether the browser promised not to clear the data by itself.
    pub persisted: Option<bool>,
    /// Bytes used, and the most the browser allows.
    pub room: Option<(f64, f64)>,
    /// Whether another program shows the page: a messenger's own browser.
    pub in_app: bool,
    /// Where the page was opened from.
    pub home: Home,
    /// Where copies go.
    pub place: Place,
    /// How many records there are.
    pub records: u32,
    /// The copies that were made.
    pub copies: Vec<Copied>,
    /// The day of the last recovery drill that succeeded.
    pub drilled: Option<Date>,
    /// The day of the first record.
    pub first: Option<Date>,
    /// The day of the last record.
    pub last: Option<Date>,
    /// The day the rules that the program brings were finished.
    pub rules: Option<Date>,
    /// The last record's day when somebody said that the computer's clock is right.
    pub clock_right: Option<Date>,
    /// Whether the reminder was put off for today.
    pub put_off: bool,
    /// Whether the last thing to be written was not.
    pub unsaved: bool,
    /// Whether an audit found records that do not check.
    pub damaged: bool,
    /// What was found in a damaged ledger of which only a part is open, to be read.
    pub believed: Option<Believed>,
    /// How many records that files brought wait for their day, and how many lines were not
    /// let in at all.
    pub apart: (u32, u32),
    /// How many records of this unit are not here, at least.
    pub missing: u32,
    /// How many records a ledger had at least that the browser lost, and in whose place this
    /// one was begun, while they are not all here.
    pub lost: u32,
    /// The computer's day.
    pub today: Date,
}

/// What a button of a fact does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Asks the browser to keep the data.
    Keep,
    /// Saves a copy.
    Copy,
    /// Reads the last copy back.
    Check,
    /// Chooses a file for the copies.
    Choose,
    /// Says that the computer's clock is right.
    ClockRight,
    /// Runs the recovery drill.
    Drill,
    /// Takes the raw data out.
    Raw,
}

/// A fact, how grave it is, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// `data-fact`.
    pub id: &'static str,
    /// How grave.
    pub level: Level,
    /// In a few words, beside the lamp.
    pub short: String,
    /// What is the case.
    pub text: String,
    /// What to do; may be empty.
    pub next: String,
    /// The button, if one does it.
    pub step: Option<Step>,
}

/// The lamp.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lamp {
    /// The gravest of its facts.
    pub level: Level,
    /// Why, in a few words.
    pub short: String,
    /// Every fact, the gravest first.
    pub reasons: Vec<Reason>,
    /// Whether a copy is asked for, and may be put off for today.
    pub may_put_off: bool,
}

/// How long ago a verified copy was made, and what came since.
struct Since {
    /// Records that the last verified copy does not hold.
    changes: u32,
    /// Days since it was made; since the first record where there is none.
    days: i64,
    level: Level,
}

/// Judges what is known. On empty data no copy is asked for.
pub fn lamp(facts: &Facts, lang: Lang) -> Lamp {
    let since = since(facts);
    let mut reasons = if facts.is_training {
        vec![words::training(lang)]
    } else if let Some(believed) = &facts.believed {
        // Nothing is written, so nothing else is to be done.
        vec![words::believed(believed, lang)]
    } else {
        let copied = level_of_copy(facts, &since);
        vec![
            words::damaged(facts, lang),
            words::kept(facts, lang),
            words::unsaved(facts, lang),
            words::clock(facts, clock(facts), lang),
            words::waiting(facts.apart.0, lang),
            words::stopped(facts.apart.1, lang),
            words::missing(facts, lang),
            words::lost(facts.lost, lang),
            words::room(facts, is_short(facts), lang),
            words::copy(facts, &since, copied, lang),
            words::in_app(facts, since.level, lang),
            words::persisted(facts, since.level, lang),
            words::home(facts, lang),
            words::place(facts, lang),
            words::drill(facts, lang),
        ]
    };
    reasons.retain(|reason| !reason.text.is_empty());
    let level = reasons.iter().map(|r| r.level).max().unwrap_or_default();
    // When all is calm the copy is what matters.
    let why = match level {
        Level::Calm => reasons.iter().find(|r| !r.short.is_empty()),
        _ => reasons.iter().find(|r| r.level == level),
    };
    let short = why.map(|r| r.short.clone()).unwrap_or_default();
    let mut sorted = Vec::with_capacity(reasons.len());
    for wanted in [Level::Act, Level::Note, Level::Calm] {
        sorted.extend(reasons.iter().filter(|r| r.level == wanted).cloned());
    }
    let is_asked = !facts.is_training && facts.believed.is_none();
    let may_put_off = is_asked && since.level > Level::Calm && !facts.put_off;
    Lamp { level, short, reasons: sorted, may_put_off }
}

/// What came since the last verified copy, and how grave that is if nothing else is wrong.
fn since(facts: &Facts) -> Since {
    let copy = copies::verified(&facts.copies);
    let changes = facts.records.saturating_sub(copy.map_or(0, |c| c.records));
    let from = copy.map(|c| c.on).or(facts.first).unwrap_or(facts.today);
    let days = (facts.today - from).num_days().max(0);
    let is_new = copy.is_none() && changes >= FIRST;
    let is_first_day = copy.is_none() && days == 0;
    let over =
        |times: u32| changes >= CHANGES * times || (changes > 0 && days >= DAYS * i64::from(times));
    let is_fragile = facts.in_app || facts.persisted == Some(false);
    let level = match () {
        () if facts.is_empty || !is_new && !over(1) => Level::Calm,
        // Nothing presses before the first day is over.
        () if !is_first_day && over(1) && (is_fragile || over(OVERDUE)) => Level::Act,
        () => Level::Note,
    };
    Since { changes, days, level }
}

/// Put off for today, a reminder is one step quieter.
fn level_of_copy(facts: &Facts, since: &Since) -> Level {
    match since.level {
        Level::Act if facts.put_off => Level::Note,
        _ if facts.put_off => Level::Calm,
        level => level,
    }
}

/// What is wrong with the computer's clock, as far as the ledger can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Clock {
    /// Nothing speaks against it.
    Plausible,
    /// It lies before the last record, of this day.
    Behind(Date),
    /// It lies far after everything that is known, the last of this day.
    Ahead(Date),
}

fn clock(facts: &Facts) -> Clock {
    let Some(last) = facts.last else { return Clock::Plausible };
    if (last - facts.today).num_days() > BEHIND {
        return Clock::Behind(last);
    }
    let known = facts.rules.map_or(last, |rules| rules.max(last));
    let is_ahead = (facts.today - known).num_days() > AHEAD;
    if is_ahead { Clock::Ahead(known) } else { Clock::Plausible }
}

/// Whether the computer's date lies before what was written already, and nobody said that
/// it is right.
pub fn is_behind(facts: &Facts) -> bool {
    matches!(clock(facts), Clock::Behind(_)) && !facts.is_training && !is_called_right(facts)
}

/// Whether somebody said that the clock is right, and nothing was written since.
fn is_called_right(facts: &Facts) -> bool {
    facts.clock_right.is_some() && facts.clock_right == facts.last
}

/// Whether room is short; `None` where the browser does not say.
fn is_short(facts: &Facts) -> Option<bool> {
    let (used, allowed) = facts.room?;
    let (least, enough) = ROOM;
    Some(allowed - used < (allowed * ROOM_SHARE).clamp(least, enough))
}
