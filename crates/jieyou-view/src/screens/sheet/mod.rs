//! What goes on paper as one page: the citizen's slip (事项回执) and the receipt for sealed
//! letters passed on unopened, and the papers of a matter beside them. No name stands on
//! any; who signs writes by hand.

mod declined;
mod objection;
mod owed;
mod paper;
mod recovery;
mod referral;
mod rights;
mod sealed;
mod second;
mod slip;
#[cfg(test)]
mod tests;

pub use paper::{Paper, PaperLink, paper, papers};
pub use recovery::recovery;
pub(crate) use referral::{is_way, source};
pub use sealed::sealed;
pub use slip::slip;

use crate::text::{Both, Lang, both, format};
use jieyou_domain::Date;

/// How large a sheet's letters are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Size {
    /// A short form with room to write.
    Large,
    /// As usual.
    #[default]
    Plain,
    /// Much to say on the one page.
    Small,
}

impl Size {
    /// `data-size`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Large => "large",
            Self::Plain => "plain",
            Self::Small => "small",
        }
    }
}

/// One page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// How large its letters are.
    pub size: Size,
    /// Its title.
    pub title: &'static str,
    /// Who gives it.
    pub unit: String,
    /// What it is about, row by row.
    pub head: Vec<SheetLine>,
    /// A sentence under the rows; may be empty.
    pub lead: &'static str,
    /// The parts, each under its heading.
    pub parts: Vec<SheetPart>,
    /// What is signed and dated by hand.
    pub signs: Vec<SheetLine>,
    /// A sentence at the foot; may be empty.
    pub foot: &'static str,
    /// What the unit's profile still lacks, for the screen only; may be empty.
    pub missing: String,
    /// A table under the parts, if any.
    pub grid: Option<Grid>,
    /// Which copy it is; may be empty.
    pub copy: &'static str,
    /// Why it may not be printed: nobody has decided what it says; else empty.
    pub draft: &'static str,
}

/// A table of three columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    /// The heads.
    pub heads: [&'static str; 3],
    /// The rows; the first cell is the row's name.
    pub rows: Vec<[String; 3]>,
}

/// A part of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetPart {
    /// Its heading.
    pub title: &'static str,
    /// Its lines.
    pub lines: Vec<SheetLine>,
}

/// A line: what it is about, and what is said; without words it is filled in by hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetLine {
    /// In front; may be empty.
    pub label: String,
    /// What is said; empty for a line to write on.
    pub text: String,
    /// Whether it is a number that is read off and typed in.
    pub is_number: bool,
}

impl SheetLine {
    /// A sentence.
    fn said(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// What something is; a line to write on when nothing is known.
    fn of(label: &str, text: impl Into<String>) -> Self {
        Self { label: label.to_owned(), text: text.into(), is_number: false }
    }
}

/// Sentences.
fn said(texts: &[Both], lang: Lang) -> Vec<SheetLine> {
    texts.iter().map(|text| SheetLine::said(text.to(lang))).collect()
}

/// Names and what is said under them; [`Both::NONE`] for a line to write on.
fn named(rows: &[(Both, Both)], lang: Lang) -> Vec<SheetLine> {
    rows.iter().map(|(label, text)| SheetLine::of(label.to(lang), text.to(lang))).collect()
}

/// The day in full, with its weekday.
fn day(on: Date, lang: Lang) -> String {
    let (date, weekday) = (format::date_full(on, lang), format::weekday(on, lang));
    both!("{}（{}）", "{} ({})").with(lang, &[&date, weekday])
}

/// Room for a day in handwriting.
const BLANK_DAY: Both = both!("　　　　年　　月　　日", "____ / ____ / ________");
