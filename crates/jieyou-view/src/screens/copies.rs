//! The file copies that were made of a ledger, as they are noted beside it, and which of
//! them were read back. A copy counts only once its file was read and found the same.

use crate::text::{Lang, both, format, format::DayView};
use jieyou_domain::json::{Write as _, read};
use jieyou_domain::{Date, reads_and_writes};
use jieyou_store::backup::{DrillFailed, ImportError, ImportFailed};

/// More than so many copies are not listed; the oldest go.
const MOST: usize = 30;

/// How the names of sealed copies end.
const SEALED: &str = ".age";

/// A copy that was handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    /// The day.
    pub on: Date,
    /// How many records it holds.
    pub records: u32,
    /// The name of the file.
    pub name: String,
    /// The hash of its bytes.
    pub hash: String,
    /// Whether it was written to a file somebody chose, not handed over as a download.
    pub chosen: bool,
    /// The day its file was read back and was the same.
    pub verified: Option<Date>,
    /// Set when the chosen file was written again since: what it held is gone.
    pub replaced: Option<bool>,
}

impl Copied {
    /// Whether it is sealed with a passphrase.
    pub(crate) fn is_sealed(&self) -> bool {
        self.name.ends_with(SEALED)
    }
}

reads_and_writes!(Copied { on, records, name, hash, chosen; verified, replaced });

/// Reads the list. One that does not read is none: then another copy is asked for.
pub fn list(text: &str) -> Vec<Copied> {
    read(text).unwrap_or_default()
}

/// The text to keep, without the oldest where there are too many.
pub fn kept(copies: &[Copied]) -> String {
    let from = copies.len().saturating_sub(MOST);
    // Values of texts and numbers: writing them cannot fail.
    serde_json::to_string(&copies[from..].to_vec().write()).unwrap_or_default()
}

/// The verified copy that holds most; of several the latest.
pub fn verified(copies: &[Copied]) -> Option<&Copied> {
    let is_there = |c: &&Copied| c.verified.is_some() && c.replaced.is_none();
    copies.iter().filter(is_there).max_by_key(|c| (c.records, c.on))
}

/// The latest copy.
pub fn latest(copies: &[Copied]) -> Option<&Copied> {
    copies.last()
}

/// The copies to go by when the ledger is lost: the verified one that holds most, else the
/// latest; and a later one that holds more, which nobody verified.
pub fn to_go_by(copies: &[Copied]) -> (Option<Copied>, Option<Copied>) {
    let last = copies.iter().rfind(|copy| copy.replaced.is_none());
    match (verified(copies), last) {
        (Some(copy), Some(last)) if last.records > copy.records => {
            (Some(copy.clone()), Some(last.clone()))
        }
        (copy, last) => (copy.or(last).cloned(), None),
    }
}

/// The file of the latest sealed copy of a day; empty where none is noted.
pub fn sealed_on(copies: &[Copied], on: Date) -> String {
    let is_it = |c: &&Copied| c.on == on && c.is_sealed();
    copies.iter().rfind(is_it).map(|c| c.name.clone()).unwrap_or_default()
}

/// Notes that a file with these bytes was read on `today`: the copy it is, the latest of
/// several; none when it is none of them.
pub fn verify(copies: &mut [Copied], hash: &str, today: Date) -> Option<Copied> {
    let copy = copies.iter_mut().rfind(|c| c.hash == hash)?;
    copy.verified = Some(today);
    copy.replaced = None;
    Some(copy.clone())
}

/// Notes that a chosen file of this name was written again, or may have been: copies that
/// it held count no more.
pub fn replace(copies: &mut [Copied], name: &str) {
    for copy in copies.iter_mut().filter(|c| c.chosen && c.name == name) {
        copy.replaced = Some(true);
    }
}

/// Whether a drill that failed showed that the file is no copy of this ledger. A machine that
/// failed says nothing about the file, nor does a program that is too old for it.
pub fn is_no_copy(failed: &DrillFailed) -> bool {
    match failed {
        DrillFailed::Import(ImportFailed::File(why)) => !matches!(why, ImportError::Newer { .. }),
        DrillFailed::Import(ImportFailed::Store(_)) => false,
        DrillFailed::Damaged { .. } | DrillFailed::NotACopy | DrillFailed::OtherLedger { .. } => {
            true
        }
    }
}

/// Why a copy does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The browser was not allowed to write.
    Refused,
    /// The chosen file is not there.
    Gone,
    /// It could not be written, in the browser's words.
    NotWritten(String),
    /// It reads back differently.
    Differs,
    /// A file could not be read, in the browser's words.
    NotRead(String),
    /// A file to be verified is none of the copies.
    Unknown,
}

impl Trouble {
    /// The stable code, listed in `docs/codes.md`.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Refused => "copy/refused",
            Self::Gone => "copy/gone",
            Self::NotWritten(_) => "copy/not-written",
            Self::Differs => "copy/differs",
            Self::NotRead(_) => "copy/not-read",
            Self::Unknown => "copy/unknown",
        }
    }

    /// One of each.
    #[cfg(test)]
    pub(crate) fn all() -> [Self; 6] {
        let words = String::from("disk");
        let (written, read) = (Self::NotWritten(words.clone()), Self::NotRead(words));
        [Self::Refused, Self::Gone, written, Self::Differs, read, Self::Unknown]
    }
}

/// A copy in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyRow {
    /// The day it was made.
    pub day: DayView,
    /// The file, how it was made, and how much it holds.
    pub what: String,
    /// Whether and when it was verified.
    pub state: String,
    /// `data-copy`: `verified`, `open`, `replaced`.
    pub code: &'static str,
    /// The day of its recovery card, of the latest sealed copy of a day.
    pub card: Option<Date>,
}

/// The list, the latest first.
pub fn rows(copies: &[Copied], today: Date, lang: Lang) -> Vec<CopyRow> {
    let row = |copy: &Copied| {
        let what = if copy.chosen {
            both!("{}，写到选好的文件，{}笔", "{}, to the chosen file, {} entries")
        } else {
            both!("{}，下载，{}笔", "{}, a download, {} entries")
        };
        let state = match copy.verified {
            _ if copy.replaced.is_some() => {
                both!("文件后来又写过", "written over since").to(lang).to_owned()
            }
            Some(day) => {
                both!("{}核对过", "verified {}").with(lang, &[&format::date(day, today, lang)])
            }
            None if copy.is_sealed() => both!(
                "加封时核对过，存出的文件没有核对",
                "checked when sealed; its file is not verified"
            )
            .to(lang)
            .to_owned(),
            None => both!("没有核对", "not verified").to(lang).to_owned(),
        };
        CopyRow {
            day: DayView::near(copy.on, today, lang),
            what: what.with(lang, &[&copy.name, &copy.records.to_string()]),
            state,
            code: match copy.verified {
                _ if copy.replaced.is_some() => "replaced",
                Some(_) => "verified",
                None => "open",
            },
            card: (copy.is_sealed() && sealed_on(copies, copy.on) == copy.name).then_some(copy.on),
        }
    };
    copies.iter().rev().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jieyou_domain::time::parse_date;
    use jieyou_store::backup::Broken;
    use jieyou_store::event_store::StoreError;

    fn copy(on: &str, records: u32, hash: &str, verified: Option<&str>) -> Copied {
        Copied {
            on: parse_date(on).unwrap(),
            records,
            name: format!("{on}.json"),
            hash: hash.into(),
            chosen: false,
            verified: verified.and_then(parse_date),
            replaced: None,
        }
    }

    #[test]
    fn the_list_reads_back_and_what_does_not_read_is_none() {
        let all =
            vec![copy("2026-04-01", 5, "a", None), copy("2026-04-02", 6, "b", Some("2026-04-03"))];
        assert_eq!(list(&kept(&all)), all);
        // What another version noted: a day and a number.
        assert_eq!(list("2026-04-16 120"), []);
        assert_eq!(list(""), []);
        let many: Vec<Copied> = (0..40).map(|n| copy("2026-04-01", n, "a", None)).collect();
        let read = list(&kept(&many));
        assert_eq!((read.len(), read[0].records), (30, 10));
    }

    #[test]
    fn only_a_file_with_the_same_bytes_verifies() {
        let today = parse_date("2026-04-05").unwrap();
        let mut all = vec![copy("2026-04-01", 5, "a", None), copy("2026-04-02", 6, "b", None)];
        assert_eq!(verify(&mut all, "c", today), None);
        assert_eq!(verified(&all), None);
        assert_eq!(verify(&mut all, "a", today).map(|c| c.records), Some(5));
        assert_eq!(verified(&all).map(|c| c.records), Some(5));
        let rows = rows(&all, today, Lang::Zh);
        assert_eq!((rows[0].code, rows[1].code), ("open", "verified"));
        assert_eq!(rows[1].state, "4月5日核对过");
    }

    #[test]
    fn only_what_was_found_in_the_file_speaks_against_it() {
        let import = |why| DrillFailed::Import(ImportFailed::File(why));
        let sum = || ImportError::Sum { suspect: None };
        for failed in [
            import(ImportError::NotJson { line: 1, column: 9, how: Broken::CutOff }),
            import(ImportError::OtherProgram),
            import(sum()),
            DrillFailed::Damaged { why: sum(), restores: 3, lost: 1 },
            DrillFailed::NotACopy,
            DrillFailed::OtherLedger { unit: String::new() },
        ] {
            assert!(is_no_copy(&failed), "{failed:?}");
        }
        let store = |why| DrillFailed::Import(ImportFailed::Store(why));
        for failed in [
            store(StoreError::Unavailable),
            store(StoreError::Full),
            store(StoreError::Other("disk".into())),
            import(ImportError::Newer { version: 9 }),
        ] {
            assert!(!is_no_copy(&failed), "{failed:?}");
        }
    }

    #[test]
    fn the_card_is_of_the_latest_sealed_copy_of_its_day() {
        let sealed = |on: &str, name: &str| Copied { name: name.into(), ..copy(on, 5, "a", None) };
        let all = [
            sealed("2026-04-01", "a.age"),
            sealed("2026-04-01", "b.age"),
            sealed("2026-04-01", "c.json"),
            sealed("2026-04-02", "d.age"),
        ];
        let day = parse_date("2026-04-05").unwrap();
        let cards: Vec<bool> = rows(&all, day, Lang::Zh).iter().map(|r| r.card.is_some()).collect();
        assert_eq!(cards, [true, false, true, false], "the latest first");
        let of = |on| sealed_on(&all, parse_date(on).unwrap());
        assert_eq!((of("2026-04-01").as_str(), of("2026-04-03").as_str()), ("b.age", ""));
    }

    #[test]
    fn an_older_copy_that_is_verified_later_does_not_hide_a_fuller_one() {
        let all = vec![
            copy("2026-04-01", 5, "a", Some("2026-04-09")),
            copy("2026-04-02", 6, "b", Some("2026-04-02")),
        ];
        assert_eq!(verified(&all).map(|c| c.records), Some(6));
    }

    #[test]
    fn a_chosen_file_that_was_written_again_holds_the_earlier_copy_no_more() {
        let today = parse_date("2026-04-05").unwrap();
        let mut all = vec![copy("2026-04-01", 5, "a", Some("2026-04-01"))];
        replace(&mut all, "2026-04-01.json");
        assert!(verified(&all).is_some(), "a download is a file of its own");
        all[0].chosen = true;
        replace(&mut all, "2026-04-01.json");
        assert_eq!(verified(&all), None);
        assert_eq!(rows(&all, today, Lang::Zh)[0].state, "文件后来又写过");
        assert_eq!(list(&kept(&all)), all);
        // Somebody kept the old file elsewhere, and shows it.
        assert!(verify(&mut all, "a", today).is_some() && verified(&all).is_some());
    }
}
